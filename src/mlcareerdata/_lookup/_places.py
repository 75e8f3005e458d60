"""Questions about places: what an occupation earns where people live."""

from __future__ import annotations

from typing import get_args

import mlcareerdata.models as m
from mlcareerdata._lookup._facts import accept, fact_about, facts_about
from mlcareerdata._lookup._where import place
from mlcareerdata._registry import AREA_WAGES, AREAS, CROSSWALKS, OCCUPATIONS, ROLES, TableSpec
from mlcareerdata._store import derived, find, get, ids, names, rows, table
from mlcareerdata._table import Table
from mlcareerdata._text import closest
from mlcareerdata.errors import NotReportedError, UnknownNameError

__all__ = ["area", "area_wages", "areas", "wages_near"]

_THE_AREA_IS_SECOND = (
    "(that is an area, which comes second: wages_near('data scientist', 'Seattle'))"
)


def areas(*, kind: m.AreaKind | None = None) -> Table[m.Area]:
    """The areas of the United States for which official wages are published, by their codes.

    With `kind`, only the states and territories, the metropolitan or the nonmetropolitan areas.

    Raises:
        ValueError: `kind` is none of the three.

    >>> import mlcareerdata as mlc
    >>> len(mlc.areas(kind="state"))
    54
    """
    accept("kind", kind, get_args(m.AreaKind))
    return table(AREAS) if kind is None else derived(AREAS, _of_kind, kind)


def area(name: str | m.Area) -> m.Area:
    """One area, by its code, its name in full, a principal city or a state.

    A city is found by its name with any state of its area, with or without a comma, and by its
    name alone if only one area has a city of that name. A state is found by its name or its postal
    code. A name that a state and a city share means the state. A code is a text: the seven digits
    of BLS, or the five that everybody else writes for a metropolitan area (CBSA), never a ZIP code.

    Raises:
        UnknownNameError: no area has that name, or several have it; the message then names them.
            The nation is no area: see `wages`.

    >>> import mlcareerdata as mlc
    >>> mlc.area("Vancouver, WA").name
    'Portland-Vancouver-Hillsboro, OR-WA'
    >>> mlc.area("Portland OR") is mlc.area("38900") is mlc.area("Vancouver, WA")
    True
    >>> mlc.area("Portland")
    Traceback (most recent call last):
    mlcareerdata.errors.UnknownNameError: 'Portland' is the name of more than one area: ...
    """
    return place(name)


def area_wages(
    occupation: str | m.Occupation | None = None,
    *,
    area: str | m.Area | None = None,
    kind: m.AreaKind | None = None,
) -> Table[m.AreaWages]:
    """Official wages by area in US dollars a year, all levels of experience.

    In the order of occupations, and for each the area that employs most people first. With
    arguments, only the records of that occupation, of that area, of areas of that kind.

    Raises:
        ValueError: `kind` is none of the three.

    >>> import mlcareerdata as mlc
    >>> largest = mlc.area_wages("15-2051", kind="metro")[0]
    >>> mlc.area(largest.area).name
    'New York-Newark-Jersey City, NY-NJ'
    """
    accept("kind", kind, get_args(m.AreaKind))
    found = facts_about(OCCUPATIONS, occupation, AREA_WAGES)
    if area is not None:
        wanted = place(area).id
        found = found.filter(lambda record: record.area == wanted)
    if kind is not None:
        alike = {found.id for found in areas(kind=kind)}
        found = found.filter(lambda record: record.area in alike)
    return found


def wages_near(work: str | m.Role | m.Occupation, area: str | m.Area) -> m.AreaWages:
    """What the occupation of a role, or an occupation, earns in one area.

    In US dollars a year, for all levels of experience and every role of the occupation.

    Raises:
        UnknownNameError: `work` names no role and no occupation, or `area` names no area or
            several.
        NotReportedError: BLS published nothing for that occupation there; `available` has the
            areas for which it did, those of the same state first.

    >>> import mlcareerdata as mlc
    >>> print(mlc.wages_near("data scientist", "Seattle"))  # doctest: +ELLIPSIS
    Data Scientists (15-2051) in Seattle-Tacoma-Bellevue, WA, May 2025, all levels: median $...
    """
    occupation, near = _occupation_of(work), place(area)
    published = derived(AREA_WAGES, _by_area, occupation.id)
    if near.id not in published:
        raise _not_published(occupation, near, tuple(published))
    return published[near.id]


def _occupation_of(work: str | m.Role | m.Occupation) -> m.Occupation:
    """The occupation that a name, a role or the record itself means."""
    if isinstance(work, m.Role) or (isinstance(work, str) and get(ROLES, work)):
        return find(OCCUPATIONS, fact_about(ROLES, work, CROSSWALKS).occupation)
    if isinstance(work, m.Occupation):
        return find(OCCUPATIONS, work)
    if not isinstance(work, str):  # pyright: ignore[reportUnnecessaryIsInstance]  # callers err
        raise TypeError(
            "wages are looked up by a role or an occupation: by a string (its id or a name), or by "
            f"the Role or Occupation itself, not by {type(work).__name__}"
        )
    if occupation := get(OCCUPATIONS, work):
        return occupation
    near = closest(work, {**names(OCCUPATIONS), **names(ROLES)}.items())
    near = near or (*ids(ROLES), *ids(OCCUPATIONS))
    hint = _THE_AREA_IS_SECOND if get(AREAS, work) else ROLES.hint
    raise UnknownNameError("role or occupation", work, near, hint)


def _not_published(
    occupation: m.Occupation, place: m.Area, published: tuple[str, ...]
) -> NotReportedError:
    """The error that names the areas with published wages, those of the same state first."""
    known = {place.id: place for place in rows(AREAS)}
    near = sorted(published, key=lambda code: not {*known[code].states} & {*place.states})
    return NotReportedError(
        AREAS.called,
        place.id,
        f"{AREA_WAGES.called} of {occupation.title} ({occupation.id})",
        tuple(near),
        f"(the nation's: wages({occupation.id!r}))",
        tuple(known[code].name for code in (place.id, *near)),
    )


def _of_kind(spec: TableSpec[m.Area], kind: m.AreaKind) -> Table[m.Area]:
    return table(spec).filter(lambda place: place.kind == kind)


def _by_area(spec: TableSpec[m.AreaWages], occupation: str) -> dict[str, m.AreaWages]:
    """An occupation's newest wages in each area, in the order of the table."""
    found: dict[str, m.AreaWages] = {}
    for record in facts_about(OCCUPATIONS, occupation, spec):
        found.setdefault(record.area, record)
    return found
