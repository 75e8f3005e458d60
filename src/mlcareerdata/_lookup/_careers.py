"""Questions about roles: what they ask, what they pay, where they lead."""

from __future__ import annotations

from typing import get_args

import mlcareerdata.models as m
from mlcareerdata._lookup._facts import accept, fact_about, facts_about
from mlcareerdata._registry import (
    ENTRY_PROFILES,
    GROWTH_PATHS,
    REMOTE_FITS,
    ROLES,
    SALARY_RANGES,
    TableSpec,
)
from mlcareerdata._store import derived, find, rows, table
from mlcareerdata._table import Table
from mlcareerdata.errors import NotReportedError
from mlcareerdata.ids import RoleId
from mlcareerdata.models._provenance import ARTICLE

__all__ = [
    "entry_profile",
    "entry_profiles",
    "growth_path",
    "growth_paths",
    "remote_fit",
    "remote_fits",
    "role",
    "roles",
    "salary_range",
    "salary_ranges",
]


def roles() -> Table[m.Role]:
    """The nine roles, in the order in which the article names them first.

    >>> import mlcareerdata as mlc
    >>> [role.id for role in mlc.roles()][:3]
    ['machine-learning-engineer', 'data-scientist', 'ai-research-assistant']
    """
    return table(ROLES)


def role(name: str | m.Role) -> m.Role:
    """One role.

    >>> import mlcareerdata as mlc
    >>> mlc.role("ML engineer").id
    'machine-learning-engineer'
    """
    return find(ROLES, name)


def entry_profiles() -> Table[m.EntryProfile]:
    """What roles ask of somebody in a first job (the article says it of four of them).

    >>> import mlcareerdata as mlc
    >>> len(mlc.entry_profiles())
    4
    """
    return table(ENTRY_PROFILES)


def entry_profile(role: str | m.Role) -> m.EntryProfile:
    """What one role asks of somebody in a first job.

    >>> import mlcareerdata as mlc
    >>> mlc.entry_profile("data scientist").collaboration
    'Explains complex findings to people who run the business.'
    """
    return fact_about(ROLES, role, ENTRY_PROFILES)


def salary_ranges(
    role: str | m.Role | None = None, *, level: m.Level | None = None
) -> Table[m.SalaryRange]:
    """Ranges of pay in whole US dollars a year: for all roles, or for one.

    For a role: the article's range where it has one, the entry-level range advertised in
    postings where there are 30 or more, the quartiles filed for foreign workers at entry level
    where filings allow it, then the official middle half (``"p25-p75"``, with the median) and
    ``"p10-p90"`` of its occupation. The official ones are for all levels of experience and for
    every role of that occupation. Without a role, the market-wide ranges (their `role` is
    ``None``) are among them.

    Raises:
        ValueError: `level` is neither ``"entry"`` nor ``"all"``.

    >>> import mlcareerdata as mlc
    >>> [(r.kind, r.level) for r in mlc.salary_ranges("data scientist")][:3]
    [('reported', 'entry'), ('advertised', 'entry'), ('filed', 'entry')]
    """
    accept("level", level, get_args(m.Level))
    found = facts_about(ROLES, role, SALARY_RANGES)
    return found if level is None else found.filter(lambda record: record.level == level)


def salary_range(role: str | m.Role) -> m.SalaryRange:
    """The article's own range of pay for one role, in whole US dollars a year.

    >>> import mlcareerdata as mlc
    >>> r = mlc.salary_range("ML engineer")
    >>> r.low < r.high, r.level
    (True, 'entry')
    >>> print(r)  # doctest: +ELLIPSIS
    $...-$... a year [contradicted] (Bouchrika 2026)
    """
    wanted = find(ROLES, role).id
    own = derived(SALARY_RANGES, _articles_own)
    if wanted not in own:
        hint = f"(pay of other kinds, some of it for all levels: salary_ranges({wanted!r}))"
        raise NotReportedError("role", wanted, SALARY_RANGES.called, tuple(own), hint)
    return own[wanted]


def remote_fits() -> Table[m.RemoteFit]:
    """How roles are done remotely (the article says it of four of them).

    >>> import mlcareerdata as mlc
    >>> [fit.role for fit in mlc.remote_fits()][-1]
    'data-analyst'
    """
    return table(REMOTE_FITS)


def remote_fit(role: str | m.Role) -> m.RemoteFit:
    """How one role is done remotely, according to the article.

    >>> import mlcareerdata as mlc
    >>> mlc.remote_fit("data analyst").challenge
    'Casual feedback is scarce.'
    """
    return fact_about(ROLES, role, REMOTE_FITS)


def growth_paths() -> Table[m.GrowthPath]:
    """Where roles lead in the long run (the article says it of four of them).

    >>> import mlcareerdata as mlc
    >>> mlc.growth_paths()[0].role
    'data-scientist'
    """
    return table(GROWTH_PATHS)


def growth_path(role: str | m.Role) -> m.GrowthPath:
    """Where one role leads in the long run.

    >>> import mlcareerdata as mlc
    >>> mlc.growth_path("ML specialist").leads_to[0]
    'research and development'
    """
    return fact_about(ROLES, role, GROWTH_PATHS)


def _articles_own(ranges: TableSpec[m.SalaryRange]) -> dict[RoleId, m.SalaryRange]:
    """The ranges that the article itself reports, by role."""
    return {
        record.role: record
        for record in rows(ranges)
        if record.role
        and record.kind == "reported"
        and ARTICLE in {citation.source for citation in record.citations}
    }
