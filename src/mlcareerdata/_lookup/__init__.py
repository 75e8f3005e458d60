"""What people ask, a module a theme, as in `models`. Each is a thin question to the store.

One record is found by an id, a name, a listed alias or the record itself; upper and lower case,
white space, dashes, underscores, slashes and ``&`` for ``and`` make no difference, anything else
does. All of them raise `UnknownNameError` for a name that nothing has, `NotReportedError` for a
known name without that fact, `TypeError` for what is neither a string nor such a record, and
`DataIntegrityError` if the packaged data is damaged.
"""

from mlcareerdata._lookup._careers import (
    entry_profile,
    entry_profiles,
    growth_path,
    growth_paths,
    remote_fit,
    remote_fits,
    role,
    roles,
    salary_range,
    salary_ranges,
)
from mlcareerdata._lookup._claims import (
    faq,
    faqs,
    finding,
    findings,
    perspective,
    perspectives,
    source,
    sources,
)
from mlcareerdata._lookup._credentials import (
    certification,
    certifications,
    certs_for,
    platform,
    platforms,
    skill,
    skills,
)
from mlcareerdata._lookup._industries import (
    demand_in,
    hiring_in,
    industries,
    industry,
    industry_demand,
    industry_hiring,
    industry_pay,
    pay_in,
)
from mlcareerdata._lookup._labour import (
    crosswalk,
    crosswalks,
    occupation,
    occupation_for,
    occupations,
    projections,
    wages,
)

__all__ = [
    "certification",
    "certifications",
    "certs_for",
    "crosswalk",
    "crosswalks",
    "demand_in",
    "entry_profile",
    "entry_profiles",
    "faq",
    "faqs",
    "finding",
    "findings",
    "growth_path",
    "growth_paths",
    "hiring_in",
    "industries",
    "industry",
    "industry_demand",
    "industry_hiring",
    "industry_pay",
    "occupation",
    "occupation_for",
    "occupations",
    "pay_in",
    "perspective",
    "perspectives",
    "platform",
    "platforms",
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
