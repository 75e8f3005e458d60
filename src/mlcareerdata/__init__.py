"""Entry-level careers for people with a master's degree in machine learning, as typed facts.

Every value says who says so; the claims that were checked say whether others agree.

>>> import mlcareerdata as mlc
>>> print(mlc.salary_range("ML engineer"))  # doctest: +ELLIPSIS
$...-$... a year [contradicted] (Bouchrika 2026)

`roles()`, `industries()`, `skills()`, `certifications()`, `findings()` ... give whole tables;
`role(name)`, `salary_range(role)`, `certs_for(platform)`, `profile(role)` ... answer one question;
`cite(record)` says who says so. Importing reads no data and imports no pydantic: each name is
fetched from its module when it is first used.
"""

__version__ = "0.2.0"

DATA_VERSION = "2026.11.26"
"""The date of the facts."""

# Type checkers take this as true, and Jedi reads both branches. The real one is in `typing`, whose
# import would cost 10 ms.
TYPE_CHECKING = bool()
if TYPE_CHECKING:
    from threading import RLock as _RLock

    from mlcareerdata import errors, fields, ids, models
    from mlcareerdata._cite import *
    from mlcareerdata._compare import *
    from mlcareerdata._lookup._careers import *
    from mlcareerdata._lookup._claims import *
    from mlcareerdata._lookup._credentials import *
    from mlcareerdata._lookup._industries import *
    from mlcareerdata._lookup._labour import *
    from mlcareerdata._lookup._places import *
    from mlcareerdata._profile import *
    from mlcareerdata._table import *
    from mlcareerdata._titles.reader import *
    from mlcareerdata.errors import *

    _LOCK = _RLock()
else:
    import os as _os
    from _thread import RLock as _RLock

    # Held during a first import or load, and during a fork, so that no child process starts with
    # half of an import or a load. No module may take it while it is being imported: a thread in an
    # `import` statement holds Python's own lock on the module. It would wait here for a thread that
    # holds this lock and waits for the module.
    _LOCK = _RLock()
    if hasattr(_os, "register_at_fork"):
        _os.register_at_fork(
            before=_LOCK.acquire, after_in_parent=_LOCK.release, after_in_child=_LOCK.release
        )

    def __getattr__(name):
        """Fetch a public name from its module on first use."""
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        with _LOCK:
            from importlib import import_module

            home = _HOMES[name]
            try:
                value = import_module(home)
            except ImportError as error:
                if name not in _OPTIONAL:
                    raise
                raise AttributeError(f"{__name__}.{name} is not available: {error}") from error
            if home != f"{__name__}.{name}":
                value = getattr(value, name)
            globals()[name] = value
            return value

    def __dir__():
        return sorted({*__all__, *(name for name in globals() if name.startswith("__"))})

    # Modules that need an extra. They are not in __all__: `import *` and help() must not need it.
    _OPTIONAL = ("charts", "frames")

# --- From here on written by tools/tidy.py ---

__all__ = [
    "DATA_VERSION",
    "Comparison",
    "DataIntegrityError",
    "MLCareerDataError",
    "NotReportedError",
    "Profile",
    "Table",
    "UnknownNameError",
    "__version__",
    "area",
    "area_wages",
    "areas",
    "certification",
    "certifications",
    "certs_for",
    "checks",
    "cite",
    "compare",
    "crosswalk",
    "crosswalks",
    "demand_in",
    "entry_profile",
    "entry_profiles",
    "errors",
    "faq",
    "faqs",
    "fields",
    "finding",
    "findings",
    "growth_path",
    "growth_paths",
    "hiring_in",
    "ids",
    "industries",
    "industry",
    "industry_demand",
    "industry_hiring",
    "industry_pay",
    "industry_wages",
    "match_title",
    "models",
    "occupation",
    "occupation_for",
    "occupations",
    "pay_in",
    "perspective",
    "perspectives",
    "platform",
    "platforms",
    "profile",
    "projections",
    "remote_fit",
    "remote_fits",
    "role",
    "roles",
    "salary_range",
    "salary_ranges",
    "skill",
    "skills",
    "source",
    "sources",
    "technologies",
    "wages",
    "wages_near",
]

# Where each name is defined; a module is its own home.
_HOMES = {
    "Comparison": "mlcareerdata._compare",
    "DataIntegrityError": "mlcareerdata.errors",
    "MLCareerDataError": "mlcareerdata.errors",
    "NotReportedError": "mlcareerdata.errors",
    "Profile": "mlcareerdata._profile",
    "Table": "mlcareerdata._table",
    "UnknownNameError": "mlcareerdata.errors",
    "area": "mlcareerdata._lookup._places",
    "area_wages": "mlcareerdata._lookup._places",
    "areas": "mlcareerdata._lookup._places",
    "certification": "mlcareerdata._lookup._credentials",
    "certifications": "mlcareerdata._lookup._credentials",
    "certs_for": "mlcareerdata._lookup._credentials",
    "charts": "mlcareerdata.charts",
    "checks": "mlcareerdata._lookup._claims",
    "cite": "mlcareerdata._cite",
    "compare": "mlcareerdata._compare",
    "crosswalk": "mlcareerdata._lookup._labour",
    "crosswalks": "mlcareerdata._lookup._labour",
    "demand_in": "mlcareerdata._lookup._industries",
    "entry_profile": "mlcareerdata._lookup._careers",
    "entry_profiles": "mlcareerdata._lookup._careers",
    "errors": "mlcareerdata.errors",
    "faq": "mlcareerdata._lookup._claims",
    "faqs": "mlcareerdata._lookup._claims",
    "fields": "mlcareerdata.fields",
    "finding": "mlcareerdata._lookup._claims",
    "findings": "mlcareerdata._lookup._claims",
    "frames": "mlcareerdata.frames",
    "growth_path": "mlcareerdata._lookup._careers",
    "growth_paths": "mlcareerdata._lookup._careers",
    "hiring_in": "mlcareerdata._lookup._industries",
    "ids": "mlcareerdata.ids",
    "industries": "mlcareerdata._lookup._industries",
    "industry": "mlcareerdata._lookup._industries",
    "industry_demand": "mlcareerdata._lookup._industries",
    "industry_hiring": "mlcareerdata._lookup._industries",
    "industry_pay": "mlcareerdata._lookup._industries",
    "industry_wages": "mlcareerdata._lookup._labour",
    "match_title": "mlcareerdata._titles.reader",
    "models": "mlcareerdata.models",
    "occupation": "mlcareerdata._lookup._labour",
    "occupation_for": "mlcareerdata._lookup._labour",
    "occupations": "mlcareerdata._lookup._labour",
    "pay_in": "mlcareerdata._lookup._industries",
    "perspective": "mlcareerdata._lookup._claims",
    "perspectives": "mlcareerdata._lookup._claims",
    "platform": "mlcareerdata._lookup._credentials",
    "platforms": "mlcareerdata._lookup._credentials",
    "profile": "mlcareerdata._profile",
    "projections": "mlcareerdata._lookup._labour",
    "remote_fit": "mlcareerdata._lookup._careers",
    "remote_fits": "mlcareerdata._lookup._careers",
    "role": "mlcareerdata._lookup._careers",
    "roles": "mlcareerdata._lookup._careers",
    "salary_range": "mlcareerdata._lookup._careers",
    "salary_ranges": "mlcareerdata._lookup._careers",
    "skill": "mlcareerdata._lookup._credentials",
    "skills": "mlcareerdata._lookup._credentials",
    "source": "mlcareerdata._lookup._claims",
    "sources": "mlcareerdata._lookup._claims",
    "technologies": "mlcareerdata._lookup._labour",
    "wages": "mlcareerdata._lookup._labour",
    "wages_near": "mlcareerdata._lookup._places",
}
