"""Everything known about one role, on one card."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final, TypeVar

from typing_extensions import override

from mlcareerdata import _lookup as ask
from mlcareerdata import models as m
from mlcareerdata._store import ROLES, Once
from mlcareerdata._table import Table
from mlcareerdata.errors import NotReportedError
from mlcareerdata.models._provenance import CitedRecord
from mlcareerdata.models._record import Record

T = TypeVar("T")
K = TypeVar("K")


class Profile(Record, frozen=True):
    """All that is known about a role; what is not reported is ``None``.

    Fields:
        role, entry, salary, remote, growth, crosswalk: what `role`, `entry_profile`,
            `salary_range`, `remote_fit`, `growth_path` and `crosswalk` say.

    The card shows these, and what `salary_ranges`, `wages` and `projections` say as well.

    >>> import mlcareerdata as mlc
    >>> mlc.profile("data scientist").salary.high
    115000
    """

    role: m.Role
    entry: m.EntryProfile | None = None
    salary: m.SalaryRange | None = None
    remote: m.RemoteFit | None = None
    growth: m.GrowthPath | None = None
    crosswalk: m.Crosswalk | None = None

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
    def _rows(self) -> list[tuple[str, str]]:
        return [
            *self.role._rows(),
            ("pay", str(self.salary) if self.salary else "not reported"),
            *self._other_pay(),
            *_headed("first job", self.entry),
            *_headed("remote", self.remote),
            *_headed("growth", self.growth),
            *self._official(),
        ]

    def _other_pay(self) -> list[tuple[str, str]]:
        return [
            (f"pay, {'official' if r.occupation else r.kind}", str(r)) for r in self._other_ranges()
        ]

    def _official(self) -> list[tuple[str, str]]:
        """The codes, and the newest official figures of the occupation."""
        if self.crosswalk is None:
            return []
        why = "; ".join(str(citation) for citation in self.crosswalk.citations)
        figures = [(type(r).__name__.lower(), str(r)) for r in self._official_records()]
        return [*_headed("codes", self.crosswalk), ("codes: why", why), *figures]

    def _entry_pay(self) -> m.SalaryRange | None:
        """The article's range; where it has none, what was advertised for beginners."""
        return self.salary or next(iter(ask.salary_ranges(self.role, level="entry")), None)

    def _other_ranges(self) -> Table[m.SalaryRange]:
        return ask.salary_ranges(self.role).filter(lambda r: r != self.salary)

    def _official_records(self) -> list[CitedRecord]:
        """The occupation that the role maps to, with its newest wages and projection."""
        if self.crosswalk is None:
            return []
        occupation = ask.occupation(self.crosswalk.occupation)
        return [occupation, *ask.wages(occupation)[:1], *ask.projections(occupation)[:1]]

    def _shown(self) -> list[CitedRecord]:
        """Every record on the card, for whoever asks who says so."""
        parts = [part for _, part in self if isinstance(part, CitedRecord)]
        return [*parts, *self._other_ranges(), *self._official_records()]


def _headed(heading: str, part: CitedRecord | None) -> list[tuple[str, str]]:
    """The rows of a part under its heading, without what the whole card says anyway."""
    rows = part._rows() if part else []
    return [(f"{heading}: {label}", text) for label, text in rows if label not in _SAID]


_SAID: Final = frozenset({"role", "citations"})


def profile(role: str | m.Role) -> Profile:
    """Everything known about one role; its card shows it all.

    Raises:
        UnknownNameError: no role has that name.
        TypeError: `role` is neither a string nor a `Role`.

    >>> import mlcareerdata as mlc
    >>> print(mlc.profile("ML engineer"))
    Machine Learning Engineer: $95,000-$125,000 a year (Bouchrika 2026)
    >>> mlc.profile("AI engineer").remote is None
    True
    """
    return _PROFILES.get()[ROLES.find(role).id].get()


def _build(role: m.Role) -> Profile:
    return Profile(
        role=role,
        entry=or_none(ask.entry_profile, role),
        salary=or_none(ask.salary_range, role),
        remote=or_none(ask.remote_fit, role),
        growth=or_none(ask.growth_path, role),
        crosswalk=or_none(ask.crosswalk, role),
    )


def or_none(look_up: Callable[[K], T], record: K) -> T | None:
    """What a look-up says of a record; ``None`` where nothing is reported."""
    try:
        return look_up(record)
    except NotReportedError:
        return None


def _all_profiles() -> dict[str, Once[Profile]]:
    return {role.id: Once(partial(_build, role)) for role in ROLES.table()}


_PROFILES: Final = Once(_all_profiles)
