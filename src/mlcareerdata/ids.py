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
    "machine-learning-engineer",  # Machine Learning Engineer
    "data-scientist",  # Data Scientist
    "ai-research-assistant",  # AI Research Assistant
    "business-intelligence-analyst",  # Business Intelligence Analyst
    "ai-research-scientist",  # AI Research Scientist
    "software-engineer-ml",  # Software Engineer with ML Focus
    "data-analyst",  # Data Analyst
    "ai-engineer",  # AI Engineer
    "machine-learning-specialist",  # Machine Learning Specialist
]
"""A role."""

IndustryId: TypeAlias = Literal[
    "technology",  # Technology and Software Development
    "finance",  # Finance
    "healthcare",  # Healthcare
    "automotive",  # Automotive
    "telecommunications",  # Telecommunications
    "consulting",  # Consulting
]
"""An industry."""

SkillId: TypeAlias = Literal[
    "programming-and-frameworks",  # Programming and Framework Proficiency
    "data-preparation",  # Data Preprocessing and Feature Engineering
    "domain-expertise",  # Domain-Specific Analytical Expertise
    "communication-and-teamwork",  # Clear Communication and Teamwork
    "version-control-and-cloud",  # Version Control and Cloud Literacy
]
"""A skill."""

PlatformId: TypeAlias = Literal[
    "aws",  # AWS
    "google-cloud",  # Google Cloud
    "vendor-neutral",  # Vendor-neutral
    "azure",  # Azure
]
"""What a certificate is about."""

CertificationId: TypeAlias = Literal[
    "aws-machine-learning-specialty",  # AWS Certified Machine Learning - Specialty
    "google-professional-ml-engineer",  # Google Professional Machine Learning Engineer
    "certified-analytics-professional",  # Certified Analytics Professional
    "azure-data-scientist-associate",  # Microsoft Azure Data Scientist Associate
]
"""A certificate."""

SourceId: TypeAlias = Literal[
    "bouchrika-2026",  # 2026 Entry-Level Jobs [...] Machine Learning Master's Degree
    "nace-2024",  # 2024 report
    "labor-market-analyses-2024",  # Labor market analyses of 2024
    "bls-growth-undated",  # Projection of growth in machine learning and AI research roles
    "compensation-data-undated",  # Recent compensation data
    "bls-pay-2024",  # Labor market data of 2024 on starting salaries
    "salary-com-2024",  # Salary data of 2024
    "bls-hiring-2024",  # Data of 2024 on graduates hired without experience
    "nsf-2024",  # Science and Engineering Indicators, 2024
    "gartner-2024",  # 2024 workforce report
    "labor-reports-2024",  # Industry labor reports of 2024
]
"""A document."""
