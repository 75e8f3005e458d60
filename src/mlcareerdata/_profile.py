"""Everything known about one role, on one card."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Annotated, Final, TypeVar

from pydantic import Field
from typing_extensions import override

import mlcareerdata._lookup._careers as careers
import mlcareerdata._lookup._labour as labour
import mlcareerdata.models as m
from mlcareerdata._registry import ROLES, TableSpec
from mlcareerdata._show import Line, Meaning, line
from mlcareerdata._store import Once, derived, find, rows
from mlcareerdata._table import Table
from mlcareerdata.errors import NotReportedError
from mlcareerdata.models._provenance import source_label
from mlcareerdata.models._record import Record

__all__ = ["Profile", "profile"]

T = TypeVar("T")
K = TypeVar("K")

_PLAIN: Final = frozenset({"summary", "work"})  # what a part is about: its heading says enough
_SAID: Final = frozenset({"role", "who says so"})  # by the heading, and for all parts together


class Profile(Record, frozen=True):
    """All that is known about a role; what is not reported is ``None``.

    >>> import mlcareerdata as mlc
    >>> mlc.profile("data scientist").pay == mlc.salary_ranges("data scientist")
    True
    """

    role: Annotated[m.Role, Field(description="The role.")]
    entry: Annotated[
        m.EntryProfile | None,
        Field(description="What it asks of a beginner; None: not reported."),
    ] = None
    salary: Annotated[
        m.SalaryRange | None,
        Field(description="The article's own range of pay; None: not reported."),
    ] = None
    remote: Annotated[
        m.RemoteFit | None, Field(description="How it is done remotely; None: not reported.")
    ] = None
    growth: Annotated[
        m.GrowthPath | None, Field(description="Where it leads; None: not reported.")
    ] = None
    crosswalk: Annotated[
        m.Crosswalk | None, Field(description="Its official codes; None: not reported.")
    ] = None
    pay: Annotated[
        Table[m.SalaryRange], Field(description="All ranges of pay for it, each of its own kind.")
    ]
    occupation: Annotated[
        m.Occupation | None,
        Field(description="The official occupation that it maps to; None: not reported."),
    ] = None
    wages: Annotated[
        m.Wages | None,
        Field(description="The newest official wages of that occupation; None: not reported."),
    ] = None
    projection: Annotated[
        m.Projection | None,
        Field(description="The newest projection for that occupation; None: not reported."),
    ] = None

    @override
    def _line(self) -> str:
        return f"{self.role.title}: {self._entry_pay() or 'pay of beginners not reported'}"

    @override
    def _title(self) -> str:
        return self.role.title

    @override
    def _brief(self) -> str:
        return self.role.id

    @override
    def _rows(self) -> list[Line]:
        return [
            line("pay, reported", str(self.salary) if self.salary else "not reported"),
            *(line(f"pay, {r.kind}", str(r)) for r in self._other_ranges() if not r.occupation),
            *self._official_pay(),
            *_of(self.role, "the job", "summary"),
            *_of(self.entry, "first job", "work", "setting", "collaboration", "leads_to"),
            *([line("growth, official", str(self.projection))] if self.projection else ()),
            *_of(self.growth, "in the long run", "builds", "leads_to"),
            *_of(self.remote, "remote", "work", "suits_because", "challenge", "remedy", "tools"),
            *(self.role._row(name) for name in ("id", "aliases") if getattr(self.role, name)),
            *self._codes(),
            line("who says so", *self._sayers(), meaning=Meaning.SAYER, aside=True),
        ]

    @override
    def _notes(self) -> tuple[str, ...]:
        parts = {
            "the job": self.role,
            "first job": self.entry,
            "in the long run": self.growth,
            "remote": self.remote,
        }
        retold = {heading: part for heading, part in parts.items() if part}
        sources = dict.fromkeys(one for part in retold.values() for one in part._sources())
        who = " and ".join(map(source_label, sources))
        return (f"{', '.join(retold)}: so says {who}, not checked",)

    def _official_pay(self) -> list[Line]:
        """The wages of the occupation, in one line; without them the ranges drawn from them."""
        if self.wages:
            return [line("pay, official", self.wages._in_full())]
        return [line("pay, official", str(r)) for r in self.pay if r.occupation]

    def _codes(self) -> list[Line]:
        """The official codes, and why these: the choice is a judgement."""
        if self.crosswalk is None:
            return []
        codes = [row for row in self.crosswalk._rows() if row.label not in _SAID]
        why = [str(citation) for citation in self.crosswalk.citations]
        return [
            *(row._replace(aside=True) for row in codes),
            line("why these codes", *why, meaning=Meaning.SAYER, aside=True),
        ]

    def _sayers(self) -> tuple[str, ...]:
        sources = dict.fromkeys(citation.source for citation in self._says_so())
        return tuple(map(source_label, sources))

    def _entry_pay(self) -> m.SalaryRange | None:
        """The article's range; where it has none, what was advertised for beginners."""
        return self.salary or next((r for r in self.pay if r.level == "entry"), None)

    def _other_ranges(self) -> Table[m.SalaryRange]:
        return self.pay.filter(lambda record: record != self.salary)

    @override
    def _says_so(self) -> Iterable[m.Citation]:
        """The citations of every record on the card."""
        own = (self.role, self.entry, self.salary, self.remote, self.growth, self.crosswalk)
        official = (self.occupation, self.wages, self.projection)
        parts = (*own, *self._other_ranges(), *official)
        shown = [part for part in parts if part]
        return [citation for part in shown for citation in part.citations]


def _of(part: Record | None, heading: str, *names: str) -> list[Line]:
    """The lines of one part of the card: those fields, as far as they are known."""
    if part is None:
        return []
    rows = [part._row(name) for name in names if getattr(part, name)]
    return [row._replace(label=_under(heading, row.label)) for row in rows]


def _under(heading: str, label: str) -> str:
    return heading if label in _PLAIN else f"{heading}, {label}"


def profile(role: str | m.Role) -> Profile:
    """Everything known about one role; its card and its JSON show it all.

    Raises:
        UnknownNameError: no role has that name.
        TypeError: `role` is neither a string nor a `Role`.

    >>> import mlcareerdata as mlc
    >>> print(mlc.profile("ML engineer"))  # doctest: +ELLIPSIS
    Machine Learning Engineer: $...-$... a year [contradicted] (Bouchrika 2026)
    >>> mlc.profile("AI engineer").remote is None
    True
    """
    return derived(ROLES, _profiles)[find(ROLES, role).id].get()


def _profiles(roles: TableSpec[m.Role]) -> dict[str, Once[Profile]]:
    return {role.id: Once(partial(_build, role)) for role in rows(roles)}


def _build(role: m.Role) -> Profile:
    crosswalk = or_none(labour.crosswalk, role)
    occupation = labour.occupation(crosswalk.occupation) if crosswalk else None
    return Profile(
        role=role,
        entry=or_none(careers.entry_profile, role),
        salary=or_none(careers.salary_range, role),
        remote=or_none(careers.remote_fit, role),
        growth=or_none(careers.growth_path, role),
        crosswalk=crosswalk,
        pay=careers.salary_ranges(role),
        occupation=occupation,
        wages=next(iter(labour.wages(occupation)), None) if occupation else None,
        projection=next(iter(labour.projections(occupation)), None) if occupation else None,
    )


def or_none(look_up: Callable[[K], T], record: K) -> T | None:
    """What a look-up says of a record; ``None`` where nothing is reported."""
    try:
        return look_up(record)
    except NotReportedError:
        return None
