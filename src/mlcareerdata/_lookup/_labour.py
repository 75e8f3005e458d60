"""Questions about the official view: codes, occupations, wages, prospects."""

from __future__ import annotations

import mlcareerdata.models as m
from mlcareerdata._lookup._facts import fact_about, facts_about, grouped
from mlcareerdata._registry import (
    CROSSWALKS,
    INDUSTRIES,
    INDUSTRY_WAGES,
    OCCUPATIONS,
    PROJECTIONS,
    ROLES,
    TECHNOLOGIES,
    WAGES,
)
from mlcareerdata._store import derived, find, id_of, table
from mlcareerdata._table import Table

__all__ = [
    "crosswalk",
    "crosswalks",
    "industry_wages",
    "occupation",
    "occupation_for",
    "occupations",
    "projections",
    "technologies",
    "wages",
]


def crosswalks() -> Table[m.Crosswalk]:
    """The official codes that each role maps to: SOC, O*NET, ISCO, ESCO.

    >>> import mlcareerdata as mlc
    >>> len(mlc.crosswalks())
    9
    """
    return table(CROSSWALKS)


def crosswalk(role: str | m.Role) -> m.Crosswalk:
    """The official codes that one role maps to.

    >>> import mlcareerdata as mlc
    >>> mlc.crosswalk("BI analyst").onet_title
    'Business Intelligence Analysts'
    """
    return fact_about(ROLES, role, CROSSWALKS)


def occupation_for(role: str | m.Role) -> m.Occupation:
    """The official occupation that one role maps to. Which one is a judgement: see `crosswalk`.

    >>> import mlcareerdata as mlc
    >>> mlc.occupation_for("data scientist").id
    '15-2051'
    """
    return find(OCCUPATIONS, crosswalk(role).occupation)


def occupations() -> Table[m.Occupation]:
    """The official occupations that the roles map to.

    >>> import mlcareerdata as mlc
    >>> [occupation.id for occupation in mlc.occupations()]
    ['15-2051', '15-1221', '15-1252', '15-1299']
    """
    return table(OCCUPATIONS)


def occupation(name: str | m.Occupation) -> m.Occupation:
    """One official occupation, by its SOC code, an O*NET code or its title.

    >>> import mlcareerdata as mlc
    >>> mlc.occupation("Software Developers").id
    '15-1252'
    """
    return find(OCCUPATIONS, name)


def wages(occupation: str | m.Occupation | None = None) -> Table[m.Wages]:
    """Official wages in US dollars a year, all levels of experience, newest first.

    With an occupation, only its own.

    >>> import mlcareerdata as mlc
    >>> newest = mlc.wages(mlc.occupation_for("data scientist"))[0]
    >>> newest.p25 < newest.p50 < newest.p75
    True
    """
    return facts_about(OCCUPATIONS, occupation, WAGES)


def industry_wages(
    occupation: str | m.Occupation | None = None, *, industry: str | m.Industry | None = None
) -> Table[m.IndustryWages]:
    """Official wages by industry in US dollars a year, the whole nation, all levels of experience.

    In the order of occupations, and for each the industry that employs most people first. An
    industry has several records where NAICS splits it. With arguments, only the records of that
    occupation, of that industry.

    >>> import mlcareerdata as mlc
    >>> [pay.naics for pay in mlc.industry_wages("15-2051", industry="finance")]
    ['52', '524', '522', '523']
    """
    found = facts_about(OCCUPATIONS, occupation, INDUSTRY_WAGES)
    if industry is None:
        return found
    wanted = id_of(INDUSTRIES, industry)
    return found.filter(lambda record: record.industry == wanted)


def projections(occupation: str | m.Occupation | None = None) -> Table[m.Projection]:
    """Official projections of employment, newest first.

    With an occupation, only its own; the table is empty if it has none.

    >>> import mlcareerdata as mlc
    >>> newest = mlc.projections("15-1252")[0]
    >>> newest.start, newest.end, newest.covers
    (2025, 2035, ('15-1252', '15-1253'))
    """
    return facts_about(OCCUPATIONS, occupation, PROJECTIONS)


def technologies(role: str | m.Role | None = None) -> Table[m.Technology]:
    """Technologies that O*NET flags as in demand for an occupation, as of February 2026.

    For a role, the technologies of the O*NET code that it maps to (see `crosswalk`), which other
    roles may map to as well; the table is empty if that code has none. The flags change from
    release to release.

    >>> import mlcareerdata as mlc
    >>> [t.name for t in mlc.technologies("BI analyst") if "Power" in t.name]
    ['Microsoft Power BI', 'Microsoft PowerPoint']
    >>> len(mlc.technologies("ML specialist"))
    0
    """
    if role is None:
        return table(TECHNOLOGIES)
    onet = crosswalk(role).onet
    return derived(TECHNOLOGIES, grouped, "onet").get(onet, table(TECHNOLOGIES)[:0])
