"""Questions about roles: what they ask, what they pay, where they lead."""

from __future__ import annotations

from typing import Final, get_args

from mlcareerdata import _store as store
from mlcareerdata import models as m
from mlcareerdata._lookup._facts import accept, fact_of_role
from mlcareerdata._table import Table
from mlcareerdata.errors import NotReportedError
from mlcareerdata.ids import SourceId

_ARTICLE: Final[SourceId] = "bouchrika-2026"


def roles() -> Table[m.Role]:
    """The nine roles, in the order in which the article names them first.

    >>> import mlcareerdata as mlc
    >>> [role.id for role in mlc.roles()][:3]
    ['machine-learning-engineer', 'data-scientist', 'ai-research-assistant']
    """
    return store.ROLES.table()


def role(name: str | m.Role) -> m.Role:
    """One role.

    >>> import mlcareerdata as mlc
    >>> mlc.role("ML engineer").id
    'machine-learning-engineer'
    """
    return store.ROLES.find(name)


def entry_profiles() -> Table[m.EntryProfile]:
    """What roles ask of somebody in a first job (the article has it for four of them).

    >>> import mlcareerdata as mlc
    >>> len(mlc.entry_profiles())
    4
    """
    return store.ENTRY_PROFILES.table()


def entry_profile(role: str | m.Role) -> m.EntryProfile:
    """What one role asks of somebody in a first job.

    >>> import mlcareerdata as mlc
    >>> mlc.entry_profile("data scientist").collaboration
    'Explains complex findings to people who run the business.'
    """
    return fact_of_role(store.ENTRY_PROFILES, role)


def salary_ranges(
    role: str | m.Role | None = None, *, level: m.Level | None = None
) -> Table[m.SalaryRange]:
    """Ranges of pay in whole US dollars a year: for all roles, or for one.

    For a role: the article's range where it has one, the entry-level range advertised in
    postings where there are 30 or more, then the official middle half (``"p25-p75"``, with the
    median) and ``"p10-p90"`` of its occupation. The official ones are for all levels of
    experience and for every role of that occupation. Without a role, the market-wide ranges
    (their `role` is ``None``) are among them.

    Raises:
        ValueError: `level` is neither ``"entry"`` nor ``"all"``.

    >>> import mlcareerdata as mlc
    >>> for r in mlc.salary_ranges("data scientist"):
    ...     print(r)
    $85,000-$115,000 a year (Bouchrika 2026)
    $79,310-$137,000 a year, advertised (aijobs.net 2025)
    $85,660-$158,880 a year, p25-p75, all levels, for Data Scientists (15-2051) (BLS OEWS 2025)
    $67,240-$199,130 a year, p10-p90, all levels, for Data Scientists (15-2051) (BLS OEWS 2025)
    """
    accept("level", level, get_args(m.Level))
    found = store.SALARY_RANGES.table()
    if role is not None:
        wanted = store.ROLES.find(role).id
        found = found.filter(lambda record: record.role == wanted)
    return found if level is None else found.filter(lambda record: record.level == level)


def salary_range(role: str | m.Role) -> m.SalaryRange:
    """The article's own range of pay for one role, in whole US dollars a year.

    >>> import mlcareerdata as mlc
    >>> r = mlc.salary_range("ML engineer")
    >>> r.low, r.high, r.level
    (95000, 125000, 'entry')
    >>> print(r)
    $95,000-$125,000 a year (Bouchrika 2026)
    """
    wanted = store.ROLES.find(role).id
    known = {r.role: r for r in store.SALARY_RANGES.table() if r.role and _of_the_article(r)}
    if wanted not in known:
        hint = f"(advertised and official pay: salary_ranges({wanted!r}))"
        raise NotReportedError("role", wanted, "salary range", tuple(known), hint)
    return known[wanted]


def remote_fits() -> Table[m.RemoteFit]:
    """How roles go remote (the article has it for four of them).

    >>> import mlcareerdata as mlc
    >>> [fit.role for fit in mlc.remote_fits()][-1]
    'data-analyst'
    """
    return store.REMOTE_FITS.table()


def remote_fit(role: str | m.Role) -> m.RemoteFit:
    """How one role goes remote.

    >>> import mlcareerdata as mlc
    >>> mlc.remote_fit("data analyst").challenge
    'Casual feedback is scarce.'
    """
    return fact_of_role(store.REMOTE_FITS, role)


def growth_paths() -> Table[m.GrowthPath]:
    """Where roles lead in the long run (the article has it for four of them).

    >>> import mlcareerdata as mlc
    >>> mlc.growth_paths()[0].role
    'data-scientist'
    """
    return store.GROWTH_PATHS.table()


def growth_path(role: str | m.Role) -> m.GrowthPath:
    """Where one role leads in the long run.

    >>> import mlcareerdata as mlc
    >>> mlc.growth_path("ML specialist").leads_to[0]
    'research and development'
    """
    return fact_of_role(store.GROWTH_PATHS, role)


def _of_the_article(record: m.SalaryRange) -> bool:
    return record.kind == "reported" and record.citations[0].source == _ARTICLE
