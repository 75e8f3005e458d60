"""What each kind of fact looks like: one frozen pydantic model a table."""

from mlcareerdata.models.careers import (
    EntryProfile,
    GrowthPath,
    Level,
    RangeKind,
    RemoteFit,
    Role,
    SalaryRange,
)
from mlcareerdata.models.claims import (
    Comparison,
    Faq,
    Finding,
    FindingKind,
    Perspective,
    Topic,
)
from mlcareerdata.models.credentials import (
    Certification,
    CertificationStatus,
    Platform,
    Skill,
    SkillKind,
)
from mlcareerdata.models.industries import (
    Industry,
    IndustryDemand,
    IndustryHiring,
    IndustryPay,
    Stance,
)
from mlcareerdata.models.labour import Crosswalk, Occupation, Projection, Wages
from mlcareerdata.models.provenance import Basis, Check, Citation, Source, SourceKind, Verdict
from mlcareerdata.models.titles import Seniority, TitleMatch

__all__ = [
    "Basis",
    "Certification",
    "CertificationStatus",
    "Check",
    "Citation",
    "Comparison",
    "Crosswalk",
    "EntryProfile",
    "Faq",
    "Finding",
    "FindingKind",
    "GrowthPath",
    "Industry",
    "IndustryDemand",
    "IndustryHiring",
    "IndustryPay",
    "Level",
    "Occupation",
    "Perspective",
    "Platform",
    "Projection",
    "RangeKind",
    "RemoteFit",
    "Role",
    "SalaryRange",
    "Seniority",
    "Skill",
    "SkillKind",
    "Source",
    "SourceKind",
    "Stance",
    "TitleMatch",
    "Topic",
    "Verdict",
    "Wages",
]
