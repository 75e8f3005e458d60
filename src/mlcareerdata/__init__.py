"""Entry-level careers for people with a master's degree in machine learning, as typed facts.

Every value says who says so; the claims that were checked say whether others agree.

>>> import mlcareerdata as mlc
>>> print(mlc.salary_range("ML engineer"))
$95,000-$125,000 a year (Bouchrika 2026)

`roles()`, `industries()`, `skills()`, `certifications()`, `findings()` ... give whole tables;
`role(name)`, `salary_range(role)`, `certs_for(platform)`, `profile(role)` ... answer one question;
`cite(record)` says who says so. Importing reads no data and imports no pydantic: each name is
fetched from its module when it is first used.
"""

__version__ = "0.1.0"

DATA_VERSION = "2026.11.23"
"""The date of the facts."""

TYPE_CHECKING = False  # checkers take it as true; importing `typing` for it would cost 10 ms
if TYPE_CHECKING:
    from mlcareerdata import errors, fields, ids, models
    from mlcareerdata._cite import cite
    from mlcareerdata._lookup import (
        certification,
        certifications,
        certs_for,
        crosswalk,
        crosswalks,
        demand_in,
        entry_profile,
        entry_profiles,
        faq,
        faqs,
        finding,
        findings,
        growth_path,
        growth_paths,
        hiring_in,
        industries,
        industry,
        industry_demand,
        industry_hiring,
        industry_pay,
        occupation,
        occupation_for,
        occupations,
        pay_in,
        perspective,
        perspectives,
        platform,
        platforms,
        projections,
        remote_fit,
        remote_fits,
        role,
        roles,
        salary_range,
        salary_ranges,
        skill,
        skills,
        source,
        sources,
        wages,
    )
    from mlcareerdata._profile import Profile, profile
    from mlcareerdata._table import Table
    from mlcareerdata._titles.reader import match_title
    from mlcareerdata.errors import (
        DataIntegrityError,
        MLCareerDataError,
        NotReportedError,
        UnknownNameError,
    )
else:

    def __getattr__(name):
        """Fetch a public name from its module on first use."""
        from importlib import import_module

        if name in _MODULES:
            return import_module(f"{__name__}.{name}")
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(import_module(f"{__name__}.{_HOMES.get(name, '_lookup')}"), name)
        globals()[name] = value
        return value

    def __dir__():
        return sorted({*__all__, *(name for name in globals() if name.startswith("__"))})

    # `frames` is not in __all__: it needs an extra, and `import *` and help() must not.
    _MODULES = ("errors", "fields", "frames", "ids", "models")

    # Where a name is defined, if not among the look-ups.
    _HOMES = {
        "DataIntegrityError": "errors",
        "MLCareerDataError": "errors",
        "NotReportedError": "errors",
        "Profile": "_profile",
        "Table": "_table",
        "UnknownNameError": "errors",
        "cite": "_cite",
        "match_title": "_titles.reader",
        "profile": "_profile",
    }

__all__ = [
    "DATA_VERSION",
    "DataIntegrityError",
    "MLCareerDataError",
    "NotReportedError",
    "Profile",
    "Table",
    "UnknownNameError",
    "__version__",
    "certification",
    "certifications",
    "certs_for",
    "cite",
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
    "wages",
]
