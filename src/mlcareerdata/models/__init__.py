"""What each kind of fact looks like: one frozen pydantic model a table.

A model is built when it is first asked for, so that a question pays only for what it needs.
"""

TYPE_CHECKING = bool()  # checkers take it as true, and Jedi looks into both branches
if TYPE_CHECKING:
    from mlcareerdata.models._careers import *
    from mlcareerdata.models._claims import *
    from mlcareerdata.models._credentials import *
    from mlcareerdata.models._industries import *
    from mlcareerdata.models._labour import *
    from mlcareerdata.models._pay import *
    from mlcareerdata.models._places import *
    from mlcareerdata.models._provenance import *
    from mlcareerdata.models._record import *
    from mlcareerdata.models._roles import *
    from mlcareerdata.models._sources import *
    from mlcareerdata.models._titles import *
    from mlcareerdata.models._wages import *
else:
    from mlcareerdata import _LOCK

    def __getattr__(name):
        """Fetch a model from its module on first use."""
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        with _LOCK:
            from importlib import import_module

            value = globals()[name] = getattr(import_module(_HOMES[name]), name)
            return value

    def __dir__():
        return __all__

# --- From here on written by tools/tidy.py ---

__all__ = [
    "Area",
    "AreaKind",
    "AreaWages",
    "Basis",
    "Certification",
    "CertificationLevel",
    "CertificationStatus",
    "Check",
    "CheckedClaim",
    "CheckedRecord",
    "Citation",
    "CitedRecord",
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
    "IndustryWages",
    "Level",
    "Occupation",
    "Perspective",
    "Platform",
    "Projection",
    "Qualifier",
    "RangeKind",
    "Record",
    "RemoteFit",
    "RetoldRecord",
    "Role",
    "SalaryRange",
    "Seniority",
    "Skill",
    "SkillKind",
    "Source",
    "SourceKind",
    "Stance",
    "Technology",
    "TitleMatch",
    "Topic",
    "Verdict",
    "Wages",
]

# Where each name is defined; a module is its own home.
_HOMES = {
    "Area": "mlcareerdata.models._places",
    "AreaKind": "mlcareerdata.models._places",
    "AreaWages": "mlcareerdata.models._wages",
    "Basis": "mlcareerdata.models._provenance",
    "Certification": "mlcareerdata.models._credentials",
    "CertificationLevel": "mlcareerdata.models._credentials",
    "CertificationStatus": "mlcareerdata.models._credentials",
    "Check": "mlcareerdata.models._provenance",
    "CheckedClaim": "mlcareerdata.models._claims",
    "CheckedRecord": "mlcareerdata.models._provenance",
    "Citation": "mlcareerdata.models._provenance",
    "CitedRecord": "mlcareerdata.models._provenance",
    "Crosswalk": "mlcareerdata.models._labour",
    "EntryProfile": "mlcareerdata.models._careers",
    "Faq": "mlcareerdata.models._claims",
    "Finding": "mlcareerdata.models._claims",
    "FindingKind": "mlcareerdata.models._claims",
    "GrowthPath": "mlcareerdata.models._careers",
    "Industry": "mlcareerdata.models._industries",
    "IndustryDemand": "mlcareerdata.models._industries",
    "IndustryHiring": "mlcareerdata.models._industries",
    "IndustryPay": "mlcareerdata.models._industries",
    "IndustryWages": "mlcareerdata.models._wages",
    "Level": "mlcareerdata.models._pay",
    "Occupation": "mlcareerdata.models._labour",
    "Perspective": "mlcareerdata.models._claims",
    "Platform": "mlcareerdata.models._credentials",
    "Projection": "mlcareerdata.models._labour",
    "Qualifier": "mlcareerdata.models._claims",
    "RangeKind": "mlcareerdata.models._pay",
    "Record": "mlcareerdata.models._record",
    "RemoteFit": "mlcareerdata.models._careers",
    "RetoldRecord": "mlcareerdata.models._provenance",
    "Role": "mlcareerdata.models._roles",
    "SalaryRange": "mlcareerdata.models._pay",
    "Seniority": "mlcareerdata.models._titles",
    "Skill": "mlcareerdata.models._credentials",
    "SkillKind": "mlcareerdata.models._credentials",
    "Source": "mlcareerdata.models._sources",
    "SourceKind": "mlcareerdata.models._sources",
    "Stance": "mlcareerdata.models._industries",
    "Technology": "mlcareerdata.models._labour",
    "TitleMatch": "mlcareerdata.models._titles",
    "Topic": "mlcareerdata.models._claims",
    "Verdict": "mlcareerdata.models._provenance",
    "Wages": "mlcareerdata.models._wages",
}
