"""Ranges of pay."""

from __future__ import annotations

from typing import Annotated, ClassVar, Final, Literal, Self

from pydantic import Field, model_validator
from typing_extensions import override

from mlcareerdata._show import Meaning, Shown, dollars
from mlcareerdata.ids import OccupationId, RoleId
from mlcareerdata.models._provenance import Check, CheckedRecord, Citations
from mlcareerdata.models._types import Count, Dollars, Prose, Text, Year

__all__ = ["Level", "RangeKind", "SalaryRange"]

Level = Literal["entry", "all"]
RangeKind = Literal["reported", "p10-p90", "p25-p75", "advertised", "filed"]

_QUARTILES: Final = "p25-p75"
"""The percentiles that bound what was filed."""


class SalaryRange(CheckedRecord, frozen=True):
    """A range of pay, in whole US dollars a year, before tax.

    ``amount in r`` asks whether an amount lies in the range, both ends included.

    >>> import mlcareerdata as mlc
    >>> r = mlc.salary_range("data scientist")
    >>> r.low < r.high, r.low in r
    (True, True)
    """

    # The heading says all of these: "$95,000-$125,000 a year".
    _head: ClassVar[str] = "label"
    _hidden: ClassVar[frozenset[str]] = frozenset(
        {"low", "high", "currency", "period", "open_ended"}
    )
    _order: ClassVar[tuple[str, ...]] = (
        "low",
        "median",
        "high",
        "level",
        "kind",
        "sample_size",
        "check",
        "year",
    )
    _unlisted: ClassVar[frozenset[str]] = frozenset(
        {"occupation", "currency", "period", "region", "open_ended"}
    )
    _alike: ClassVar[frozenset[str]] = frozenset({"level", "kind"})
    _called: ClassVar[tuple[str, str]] = ("salary range", "salary ranges")
    _remarks: ClassVar[tuple[str, ...]] = (
        "US dollars a year; each kind is about another group: compare within a kind",
    )

    role: Annotated[
        RoleId | None,
        Meaning.KEY,
        Field(description="The id of the role; None: a market-wide range."),
    ] = None
    occupation: Annotated[
        OccupationId | None,
        Field(
            description="The SOC code of the occupation that an official range is for; it covers "
            "every role of that occupation. None: the range is not official."
        ),
    ] = None
    label: Annotated[
        Text, Field(title="whose pay", description="What the source calls those who earn it.")
    ]
    low: Annotated[
        Dollars,
        Field(
            description="US dollars a year; advertised: the median of the low ends; filed: a "
            "quarter are offered less."
        ),
    ]
    high: Annotated[
        Dollars,
        Field(
            description="US dollars a year; advertised: the median of the high ends; filed: a "
            "quarter are offered more."
        ),
    ]
    median: Annotated[
        Dollars | None,
        Field(
            description="US dollars a year; advertised: the median of the midpoints. "
            "None: not known."
        ),
    ] = None
    currency: Annotated[Literal["USD"], Field(description='Always "USD".')] = "USD"
    period: Annotated[Literal["year"], Field(description='Always "year".')] = "year"
    region: Annotated[Literal["US"], Field(description='Always "US".')] = "US"
    level: Annotated[
        Level, Field(description='"entry", or "all" levels of experience, beginners among them.')
    ]
    year: Annotated[
        Year | None, Field(description="The year that the pay is for; None: not said.")
    ] = None
    kind: Annotated[
        RangeKind,
        Field(
            description='"reported" as a range, percentiles "p10-p90" or "p25-p75", '
            '"advertised" in postings, or "filed": offered to foreign workers in visa filings.'
        ),
    ]
    open_ended: Annotated[
        bool, Field(description="Whether the source says that pay goes above the high end.")
    ] = False
    sample_size: Annotated[
        Count | None,
        Field(
            description="How many ranges were advertised, or visas filed for; None: the range "
            "is from neither."
        ),
    ] = None
    drivers: Annotated[
        Prose | None,
        Field(description="What lifts the pay, as the source says; None: not said."),
    ] = None
    tempered_by: Annotated[
        Prose | None,
        Field(description="What holds the pay back, as the source says; None: not said."),
    ] = None
    check: Annotated[
        Check | None,
        Field(description="How the range compares with independent evidence; None: not checked."),
    ] = None
    note: Annotated[
        Prose | None, Field(description="What else a reader should know; None: nothing.")
    ] = None
    citations: Citations

    @model_validator(mode="after")
    def _rising(self) -> Self:
        if not self.low <= (self.median or self.low) <= self.high:
            raise ValueError("low, median and high must rise")
        return self

    def __contains__(self, amount: float) -> bool:
        try:
            return self.low <= amount and (self.open_ended or amount <= self.high)
        except TypeError:
            raise TypeError(
                "a range of pay holds amounts, as in 95_000 in salary_range('ML engineer'), not a "
                f"{type(amount).__name__}"
            ) from None

    @override
    def _claim(self) -> str:
        if self.kind != "reported":
            return ""
        return f"{self._amount()} at entry level: {self.label}."

    @override
    def _cell(self, name: str) -> Shown:
        if name == "high" and self.open_ended:
            return Shown((f"{dollars(self.high)}+",), Meaning.MONEY)
        if name == "label" and self.occupation:
            return Shown((f"{self.label} ({self.occupation})",))
        if name == "kind":
            return Shown((self._kind(),))
        if name == "level":
            return Shown(("all levels" if self.level == "all" else "entry level",))
        return super()._cell(name)

    def _amount(self) -> str:
        above = "+" if self.open_ended else ""
        return f"{dollars(self.low)}-{dollars(self.high)}{above} a {self.period}"

    def _kind(self) -> str:
        """The kind, with the percentiles where its name does not say them."""
        return f"{self.kind} {_QUARTILES}" if self.kind == "filed" else self.kind

    @override
    def _line(self) -> str:
        parts = [self._amount()]
        if self.kind != "reported":
            parts.append(f"{self.kind} at entry level" if self.level == "entry" else self.kind)
        if self.kind == "filed":
            parts.append(_QUARTILES)
        if self.sample_size is not None:
            parts.append(f"n = {self.sample_size:,}")
        if self.level == "all":
            parts.append("all levels")
        if self.occupation:
            parts.append(f"for {self.label} ({self.occupation})")
        return self._marked(", ".join(parts))

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
        level = "all levels" if self.level == "all" else "entry"
        kind = "" if self.kind == "reported" else f", {self._kind()}"
        verdict = f", {self._standing()}" if self._standing() else ""
        return f"{subject} {self._amount()}, {level}{kind}{verdict}, {', '.join(self._sources())}"
