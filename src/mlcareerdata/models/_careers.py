"""The roles: what they do, what they pay, whether they go remote, where they lead."""

from __future__ import annotations

from typing import ClassVar, Literal, Self

from pydantic import model_validator
from typing_extensions import override

from mlcareerdata._show import dollars
from mlcareerdata.ids import OccupationId, RoleId
from mlcareerdata.models._provenance import Check, Citations, CitedRecord
from mlcareerdata.models._record import Dollars, Text

Level = Literal["entry", "all"]
RangeKind = Literal["reported", "p10-p90", "p25-p75", "advertised"]


class Role(CitedRecord, frozen=True):
    """A job that a new graduate can hold.

    Fields:
        id, title, aliases: how it is named. Any of them finds it.
        summary: the job in a sentence.
        typical: whether the article lists it among the five typical first roles.

    >>> import mlcareerdata as mlc
    >>> mlc.role("ML engineer").title
    'Machine Learning Engineer'
    """

    _hidden: ClassVar[frozenset[str]] = frozenset({"title"})

    id: RoleId
    title: Text
    aliases: tuple[Text, ...] = ()
    summary: Text
    typical: bool
    citations: Citations

    @override
    def _line(self) -> str:
        return f"{self.title}: {self.summary}"

    @override
    def _title(self) -> str:
        return self.title

    @override
    def _brief(self) -> str:
        return self.id


class _RoleFact(CitedRecord, frozen=True):
    """A fact about one role, under the name that the source uses for it there."""

    _hidden: ClassVar[frozenset[str]] = frozenset({"label"})

    role: RoleId
    label: Text

    @override
    def _title(self) -> str:
        return self.label

    @override
    def _brief(self) -> str:
        return self.role


class EntryProfile(_RoleFact, frozen=True):
    """What a role asks of somebody in a first job.

    Fields:
        role, label: the role, and its name in the source.
        work: what a beginner does.
        setting: where the job is found.
        collaboration: with whom a beginner works.
        leads_to: later roles or fields.

    >>> import mlcareerdata as mlc
    >>> mlc.entry_profile("AI research assistant").setting
    'The job is often in a university or company lab.'
    """

    work: Text
    setting: Text | None = None
    collaboration: Text | None = None
    leads_to: tuple[Text, ...]
    citations: Citations

    @override
    def _line(self) -> str:
        return f"{self.label}: {self.work}"


class SalaryRange(CitedRecord, frozen=True):
    """A range of pay, in whole US dollars a year, before tax.

    Fields:
        role: the role, or ``None`` for a market-wide range.
        occupation: the official occupation (2018 SOC) that an official range is for; it covers
            every role of that occupation.
        label: what the source calls those who earn it.
        low, high, median: US dollars a year. In an advertised range, `low` and `high` are the
            medians of the low and of the high ends, and `median` that of the midpoints.
        currency, period, region: ``"USD"``, ``"year"``, ``"US"``.
        level: ``"entry"``, or ``"all"`` levels of experience.
        year: the year that the pay is for.
        kind: ``"reported"`` as a range, percentiles ``"p10-p90"`` or ``"p25-p75"``, or
            ``"advertised"`` in postings.
        open_ended: the source says "above" the high end.
        sample_size: how many ranges were advertised.
        drivers, tempered_by: what the source says lifts and what holds back the pay.
        check: how the range stands against independent evidence; ``None`` if not checked.
        note: what else a reader should know.

    ``amount in r`` asks whether an amount lies in the range, both ends included.

    >>> import mlcareerdata as mlc
    >>> r = mlc.salary_range("data scientist")
    >>> print(r)
    $85,000-$115,000 a year (Bouchrika 2026)
    >>> 100_000 in r
    True
    """

    # The heading says all of these: "$95,000-$125,000 a year".
    _hidden: ClassVar[frozenset[str]] = frozenset(
        {"label", "low", "high", "currency", "period", "open_ended"}
    )

    role: RoleId | None = None
    occupation: OccupationId | None = None
    label: Text
    low: Dollars
    high: Dollars
    median: Dollars | None = None
    currency: Literal["USD"] = "USD"
    period: Literal["year"] = "year"
    region: Literal["US"] = "US"
    level: Level
    year: int | None = None
    kind: RangeKind
    open_ended: bool = False
    sample_size: int | None = None
    drivers: Text | None = None
    tempered_by: Text | None = None
    check: Check | None = None
    note: Text | None = None
    citations: Citations

    @model_validator(mode="after")
    def _rising(self) -> Self:
        if not self.low <= (self.median or self.low) <= self.high:
            raise ValueError("low, median and high must rise")
        return self

    def __contains__(self, amount: float) -> bool:
        return self.low <= amount and (self.open_ended or amount <= self.high)

    def _amount(self) -> str:
        above = "+" if self.open_ended else ""
        return f"{dollars(self.low)}-{dollars(self.high)}{above} a {self.period}"

    @override
    def _line(self) -> str:
        parts = [self._amount()]
        if self.kind != "reported":
            parts.append(self.kind)
        if self.level == "all":
            parts.append("all levels")
        if self.occupation:
            parts.append(f"for {self.label} ({self.occupation})")
        if self.check:
            parts.append(f"check: {self.check.verdict}")
        return ", ".join(parts)

    @override
    def _listed(self) -> str:
        return f"{self.role or self.label}: {self}"

    @override
    def _title(self) -> str:
        return f"{self.label}: {self._line()}"

    @override
    def _brief(self) -> str:
        subject = f"{self.role or 'market-wide'}"
        if self.occupation:
            subject += f" ({self.occupation})"
        kind = "" if self.kind == "reported" else f", {self.kind}"
        verdict = f", {self.check.verdict}" if self.check else ""
        return (
            f"{subject} {self._amount()}, {self.level}{kind}{verdict}, {', '.join(self._sources())}"
        )


class RemoteFit(_RoleFact, frozen=True):
    """How a role goes remote.

    Fields:
        role, label: the role, and its name in the source.
        work: what is done from afar.
        suits_because: why the role suits remote work.
        challenge, remedy: what is hard about it, and what the source advises.
        tools: kinds of tools that the source names.

    >>> import mlcareerdata as mlc
    >>> mlc.remote_fit("data analyst").challenge
    'Casual feedback is scarce.'
    """

    work: Text
    suits_because: Text
    challenge: Text | None = None
    remedy: Text | None = None
    tools: tuple[Text, ...] = ()
    citations: Citations

    @override
    def _line(self) -> str:
        return f"{self.label}: {self.suits_because}"


class GrowthPath(_RoleFact, frozen=True):
    """Where a role leads in the long run.

    Fields:
        role, label: the role, and its name in the source.
        builds: what the role teaches.
        leads_to: later roles or fields.

    >>> import mlcareerdata as mlc
    >>> mlc.growth_path("AI engineer").leads_to
    ('architecture roles', 'specialised engineering leadership')
    """

    builds: Text
    leads_to: tuple[Text, ...]
    citations: Citations

    @override
    def _line(self) -> str:
        return f"{self.label}: leads to {', '.join(self.leads_to)}"
