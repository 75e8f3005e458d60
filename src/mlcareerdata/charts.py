"""Facts as pictures: pay by role, by place and by industry, and the claims that were checked.

Each function gives a chart of Altair that says in words what every mark is and who says so, and
that tells screen readers all that it shows. `dark=True` is for dark pages, `narrow=True` for
telephones. Install `mlcareerdata[charts]` for it.

Nothing is fetched, and no setting of Altair is changed. In notebooks, Altair by default has the
browser ask another host for the programs that draw; `alt.renderers.enable("svg")` draws on this
machine.
"""

from __future__ import annotations

from collections.abc import Callable, Sized
from importlib.util import find_spec

try:
    from mlcareerdata._charts import claims as _claims
    from mlcareerdata._charts import industries as _industries
    from mlcareerdata._charts import lanes as _lanes
    from mlcareerdata._charts import pay as _pay
    from mlcareerdata._charts import places as _places
    from mlcareerdata._charts.picture import Picture
    from mlcareerdata._charts.sheet import Sheet

    if find_spec("vl_convert") is None:
        raise ImportError("there is no vl_convert")
except ImportError as error:
    raise ImportError(
        "mlcareerdata.charts needs Altair and vl-convert; "
        "install them with: pip install 'mlcareerdata[charts]'"
    ) from error

import mlcareerdata.models as m
from mlcareerdata._charts.words import cited, official, sources_of
from mlcareerdata._lookup._careers import role as one_role
from mlcareerdata._lookup._careers import roles as all_roles
from mlcareerdata._lookup._careers import salary_ranges
from mlcareerdata._lookup._claims import checks
from mlcareerdata._lookup._facts import each_on_its_own
from mlcareerdata._lookup._industries import industry_pay
from mlcareerdata._lookup._labour import crosswalks, industry_wages, occupation_for, wages
from mlcareerdata._lookup._places import _not_published, area_wages, wages_near
from mlcareerdata._lookup._places import area as one_area
from mlcareerdata._registry import FACTS
from mlcareerdata._store import rows
from mlcareerdata.errors import NotReportedError
from mlcareerdata.models._provenance import ARTICLE, CheckedRecord

__all__ = ["Picture", "claims", "industries", "places", "salaries"]


def salaries(*roles: str | m.Role, dark: bool = False, narrow: bool = False) -> Picture:
    """What roles pay: a lane for each kind of pay, with its level, its figures and who says so.

    Of all roles, or of those named, in US dollars a year. The official lane is for all levels of
    experience and every role of the occupation that it names; the other lanes are for entry level.

    Raises:
        UnknownNameError: there is no such role.
        NotReportedError: no pay of any kind is reported for it.

    >>> from mlcareerdata import charts
    >>> charts.salaries("ML engineer").description.partition(":")[0]
    'Pay of Machine Learning Engineer, and who says so'
    """
    each_on_its_own("salaries", roles)
    wanted = [one_role(name) for name in roles] if roles else all_roles()
    pay = {role: salary_ranges(role) for role in wanted}
    for role, ranges in pay.items():
        if not ranges:
            paid = tuple(other.id for other in all_roles() if salary_ranges(other))
            raise NotReportedError("role", role.id, "pay of any kind", paid)
    shown = [record for ranges in pay.values() for record in ranges]
    whose = next(iter(pay)).title if len(pay) == 1 else f"{len(pay)} roles"
    return _lanes.draw(
        Sheet(dark, narrow),
        f"Pay of {whose}, and who says so",
        _pay.how_to_read(shown),
        [_pay.section_of(role, ranges) for role, ranges in pay.items()],
        cited(sources_of(shown)),
    )


def places(
    role: str | m.Role,
    area: str | m.Area | None = None,
    *,
    dark: bool = False,
    narrow: bool = False,
) -> Picture:
    """Where the occupation of a role earns most and least, with standard errors.

    The mean in US dollars a year, for all levels of experience and every role of the occupation: of
    five metropolitan or nonmetropolitan areas at each end, of the nation, and of the `area` asked
    for, which may be a state. Areas whose pay BLS did not release are left out, and counted.

    Raises:
        UnknownNameError: there is no such role or area, or several areas have that name.
        NotReportedError: BLS did not publish or not release the pay there.

    >>> from mlcareerdata import charts
    >>> charts.places("data scientist", "Seattle").description.partition(":")[0]
    'Mean pay of Data Scientists (15-2051) by area, all levels, May 2025'
    """
    occupation = occupation_for(role)
    published = area_wages(occupation)
    known = {pay.area for pay in published if _places.is_released(pay)}
    if not known:
        raise _not_reported(role, "mean pay by area", area_wages)
    asked = None if area is None else wages_near(occupation, area)
    if asked and asked.area not in known:
        raise _not_published(occupation, one_area(asked.area), tuple(known))
    nation = next(iter(wages(occupation)), None)
    local = [pay for pay in published if one_area(pay.area).kind != "state"]
    return _lanes.draw(
        Sheet(dark, narrow),
        f"Mean pay of {official(occupation)} by area, all levels, May {published[0].year}",
        _places.how_to_read(local),
        _places.sections(local, asked, nation),
        cited(sources_of([*published, *wages(occupation)[:1]])),
    )


def industries(role: str | m.Role, *, dark: bool = False, narrow: bool = False) -> Picture:
    """What industries pay the occupation of a role, under the article's order of industries.

    In US dollars a year, for the whole nation, all levels of experience and every role of the
    occupation. The article's order is about beginners, of whom there are no official figures.

    Raises:
        UnknownNameError: there is no such role.
        NotReportedError: BLS did not release its pay in any of the industries.

    >>> from mlcareerdata import charts
    >>> charts.industries("data scientist").description.partition(":")[0]
    'Pay of Data Scientists (15-2051) by industry, all levels, May 2025'
    """
    occupation = occupation_for(role)
    published = industry_wages(occupation)
    if not any(map(_industries.is_released, published)):
        raise _not_reported(role, "pay by industry", industry_wages)
    return _lanes.draw(
        Sheet(dark, narrow),
        f"Pay of {official(occupation)} by industry, all levels, May {published[0].year}",
        _industries.how_to_read(published, industry_pay()),
        _industries.sections(published, industry_pay()),
        cited(sources_of([*published, *industry_pay()])),
    )


def claims(*, dark: bool = False, narrow: bool = False) -> Picture:
    """How many claims of the article were checked, and how each came out: a square for each.

    `mlcareerdata.checks()` has those that were checked, with the evidence.

    >>> from mlcareerdata import charts
    >>> charts.claims().description.partition(":")[0]
    'The claims of the article, and how each came out'
    """
    made = [
        record
        for spec in FACTS.values()
        if issubclass(spec.model(), CheckedRecord)
        for record in rows(spec)
        if isinstance(record, CheckedRecord) and record._claim()
    ]
    evidence = sources_of(checks())
    return _claims.draw(
        Sheet(dark, narrow),
        "The claims of the article, and how each came out",
        made,
        cited([ARTICLE, *evidence]),
    )


def _not_reported(role: str | m.Role, fact: str, table: Callable[[str], Sized]) -> NotReportedError:
    """The error that names the roles whose occupation is in the table."""
    having = tuple(known.role for known in crosswalks() if len(table(known.occupation)))
    return NotReportedError("role", one_role(role).id, fact, having)
