"""What each kind of fact looks like: one frozen pydantic model a table."""

from mlcareerdata.models._careers import (
    EntryProfile,
    GrowthPath,
    Level,
    RangeKind,
    RemoteFit,
    Role,
    SalaryRange,
)
from mlcareerdata.models._claims import (
    Comparison,
    Faq,
    Finding,
    FindingKind,
    Perspective,
    Topic,
)
from mlcareerdata.models._credentials import (
    Certification,
    CertificationStatus,
    Platform,
    Skill,
    SkillKind,
)
from mlcareerdata.models._industries import (
    Industry,
    IndustryDemand,
    IndustryHiring,
    IndustryPay,
    Stance,
)
from mlcareerdata.models._labour import Crosswalk, Occupation, Projection, Wages
from mlcareerdata.models._provenance import (
    Basis,
    Check,
    Citation,
    CitedRecord,
    Source,
    SourceKind,
    Verdict,
)
from mlcareerdata.models._record import Record
from mlcareerdata.models._titles import Seniority, TitleMatch

__all__ = [
    "Basis",
    "Certification",
    "CertificationStatus",
    "Check",
    "Citation",
    "CitedRecord",
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
    "Record",
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
