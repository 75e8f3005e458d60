"""The ids of records, as types. Written by tools/tidy_data.py from the data: do not edit.

Ids are never removed or reused.

>>> from typing import get_args
>>> from mlcareerdata.ids import PlatformId
>>> get_args(PlatformId)
('aws', 'google-cloud', 'vendor-neutral', 'azure')
"""

from typing import Literal, TypeAlias

__all__ = [
    "CertificationId",
    "IndustryId",
    "PlatformId",
    "RoleId",
    "SkillId",
    "SourceId",
]

RoleId: TypeAlias = Literal[
    "machine-learning-engineer",
    "data-scientist",
    "ai-research-assistant",
    "business-intelligence-analyst",
    "ai-research-scientist",
    "software-engineer-ml",
    "data-analyst",
    "ai-engineer",
    "machine-learning-specialist",
]
"""A role."""

IndustryId: TypeAlias = Literal[
    "technology",
    "finance",
    "healthcare",
    "automotive",
    "telecommunications",
    "consulting",
]
"""An industry."""

SkillId: TypeAlias = Literal[
    "programming-and-frameworks",
    "data-preparation",
    "domain-expertise",
    "communication-and-teamwork",
    "version-control-and-cloud",
]
"""A skill."""

PlatformId: TypeAlias = Literal[
    "aws",
    "google-cloud",
    "vendor-neutral",
    "azure",
]
"""What a certificate is about."""

CertificationId: TypeAlias = Literal[
    "aws-machine-learning-specialty",
    "google-professional-ml-engineer",
    "certified-analytics-professional",
    "azure-data-scientist-associate",
]
"""A certificate."""

SourceId: TypeAlias = Literal[
    "bouchrika-2026",
    "nace-2024",
    "labor-market-analyses-2024",
    "bls-growth-undated",
    "compensation-data-undated",
    "bls-pay-2024",
    "salary-com-2024",
    "bls-hiring-2024",
    "nsf-2024",
    "gartner-2024",
    "labor-reports-2024",
]
"""A document."""
