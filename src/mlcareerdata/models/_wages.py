"""Official wages of an occupation: in the nation, in an area, in an industry.

All of them are for all levels of experience, and for an occupation, not for one role: each line
says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar, Final, Self

from pydantic import Field, model_validator
from typing_extensions import override

from mlcareerdata._show import Line, Meaning, Shown, dollars, line
from mlcareerdata.ids import IndustryId, OccupationId
from mlcareerdata.models._names import called
from mlcareerdata.models._provenance import Citations, CitedRecord, source_label
from mlcareerdata.models._types import (
    AreaId,
    Count,
    Dollars,
    Percent,
    Ratio,
    Text,
    Year,
    official,
)

__all__ = ["AreaWages", "IndustryWages", "Wages"]

_UNSTEADY: Final = 10.0  # percent; a mean with a larger standard error says so
_PERCENTILES: Final = ("p10", "p25", "median", "p75", "p90")  # what cards call them

Soc = Annotated[OccupationId, Meaning.KEY, Field(description="The SOC code.")]
May = Annotated[Year, Field(description="The figures are for May of this year.")]
People = Annotated[
    Count | None, Field(description="How many people are employed; None: not released.")
]
Mean = Annotated[
    Dollars | None, Field(description="Mean wage, US dollars a year; None: not released.")
]
MeanError = Annotated[
    Percent | None,
    Field(
        title="standard error of the mean, %",
        description="Relative standard error of the mean wage, in percent; None: not released.",
    ),
]
P10 = Annotated[
    Dollars | None, Field(description="A tenth earn less, US dollars a year; None: not released.")
]
P25 = Annotated[
    Dollars | None, Field(description="A quarter earn less, US dollars a year; None: not released.")
]
P50 = Annotated[
    Dollars | None,
    Field(title="median", description="Median wage, US dollars a year; None: not released."),
]
P75 = Annotated[
    Dollars | None, Field(description="A quarter earn more, US dollars a year; None: not released.")
]
P90 = Annotated[
    Dollars | None, Field(description="A tenth earn more, US dollars a year; None: not released.")
]


class _Percentiles(CitedRecord, frozen=True):
    """What the three models share. Each declares the fields itself, or they would come first."""

    # The heading of the card says these.
    _hidden: ClassVar[frozenset[str]] = frozenset({"occupation", "label", "naics", "year"})
    _order: ClassVar[tuple[str, ...]] = (
        "occupation",
        "area",
        "label",
        "year",
        *("p10", "p25", "p50", "p75", "p90"),
        *("mean", "mean_rse", "employment", "employment_rse"),
    )
    _remarks: ClassVar[tuple[str, ...]] = (
        "US dollars a year, all levels of experience, every role of the occupation",
    )

    if TYPE_CHECKING:
        occupation: OccupationId
        year: int
        mean: int | None
        p10: int | None
        p25: int | None
        p50: int | None
        p75: int | None
        p90: int | None

    @model_validator(mode="after")
    def _rising(self) -> Self:
        known = [p for p in (self.p10, self.p25, self.p50, self.p75, self.p90) if p is not None]
        if known != sorted(known):
            raise ValueError("percentiles must rise")
        return self

    def _pay(self) -> str:
        """The median and the middle half, as far as they are known."""
        parts: list[str] = []
        if self.p50 is not None:
            parts.append(f"median {dollars(self.p50)}")
        if self.p25 is not None and self.p75 is not None:
            parts.append(f"middle half {dollars(self.p25)}-{dollars(self.p75)}")
        return ", ".join(parts) or "wages not released"

    def _percentiles(self) -> str:
        """The five percentiles in one line, as far as they are known."""
        pay = zip(_PERCENTILES, (self.p10, self.p25, self.p50, self.p75, self.p90), strict=True)
        texts = [f"{name} {dollars(amount)}" for name, amount in pay if amount is not None]
        return ", ".join(texts) or "not released"

    def _in_full(self) -> str:
        """The line with all percentiles, and who says so."""
        sources = ", ".join(map(source_label, self._sources()))
        return f"{self._title()}: {self._percentiles()} ({sources})"

    @override
    def _rows(self) -> list[Line]:
        rest = (row for row in super()._rows() if row.label not in _PERCENTILES)
        asides = (
            row._replace(aside=row.shown.meaning in (Meaning.KEY, Meaning.SAYER)) for row in rest
        )
        return [line("pay a year", self._percentiles()), *asides]

    @override
    def _cell(self, name: str) -> Shown:
        if name == "occupation":
            return Shown((official(self.occupation),))
        return super()._cell(name)

    def _where(self) -> str:
        """The words of the heading for a part of the nation; none for the whole."""
        return ""

    @override
    def _title(self) -> str:
        return f"{official(self.occupation)}{self._where()}, May {self.year}, all levels"

    @override
    def _line(self) -> str:
        return f"{self._title()}: {self._pay()}"

    def _short(self, where: str = "") -> str:
        """What `repr` says; it reads no other table."""
        median = "wages not released" if self.p50 is None else f"median {dollars(self.p50)}"
        return f"{official(self.occupation)}{where}, May {self.year}, all levels, {median}"


class Wages(_Percentiles, frozen=True):
    """What an occupation earns in the United States: US dollars a year, all levels of experience.

    >>> import mlcareerdata as mlc
    >>> print(mlc.wages("15-1252")[0])  # doctest: +ELLIPSIS
    Software Developers (15-1252), May 2025, all levels: median $... (BLS OEWS 2025)
    """

    _called: ClassVar[tuple[str, str]] = ("official wage", "official wages")

    occupation: Soc
    year: May
    employment: Annotated[Count, Field(description="How many people are employed.")]
    mean: Mean = None
    p10: P10 = None
    p25: P25 = None
    p50: P50 = None
    p75: P75 = None
    p90: P90 = None
    citations: Citations

    @override
    def _brief(self) -> str:
        return self._short()


class _Surveyed(_Percentiles, frozen=True):
    """Wages in a part of the nation, where a small sample may make the mean unsteady."""

    if TYPE_CHECKING:
        mean_rse: float | None

    @override
    def _line(self) -> str:
        if self.mean_rse is None or self.mean_rse <= _UNSTEADY:
            return super()._line()
        error = f"standard error of the mean {self.mean_rse:g} %"
        return f"{super()._line()}, unsteady ({error})"


class AreaWages(_Surveyed, frozen=True):
    """What an occupation earns in an area: US dollars a year, all levels of experience.

    >>> import mlcareerdata as mlc
    >>> print(mlc.wages_near("data scientist", "Seattle"))  # doctest: +ELLIPSIS
    Data Scientists (15-2051) in Seattle-Tacoma-Bellevue, WA, May 2025, all levels: median $...
    """

    _called: ClassVar[tuple[str, str]] = ("official wage by area", "official wages by area")

    occupation: Soc
    area: Annotated[AreaId, Field(description="The code of the area: a text of seven digits.")]
    year: May
    employment: People = None
    employment_rse: Annotated[
        Percent | None,
        Field(
            title="standard error of employment, %",
            description="Relative standard error of the employment, in percent; None: not "
            "released.",
        ),
    ] = None
    jobs_per_1000: Annotated[
        Ratio | None,
        Field(
            description="How many of 1,000 jobs in the area are in the occupation; None: not "
            "released."
        ),
    ] = None
    location_quotient: Annotated[
        Ratio | None,
        Field(
            description="The occupation's share of the area's jobs, divided by its share of the "
            "nation's; None: not released."
        ),
    ] = None
    mean: Mean = None
    mean_rse: MeanError = None
    p10: P10 = None
    p25: P25 = None
    p50: P50 = None
    p75: P75 = None
    p90: P90 = None
    citations: Citations

    @override
    def _where(self) -> str:
        return f" in {called('areas', self.area)}"

    @override
    def _cell(self, name: str) -> Shown:
        return Shown((called("areas", self.area),)) if name == "area" else super()._cell(name)

    @override
    def _brief(self) -> str:
        return self._short(f" {self.area}")


class IndustryWages(_Surveyed, frozen=True):
    """What an occupation earns in an industry of the nation: US dollars a year, all levels.

    One industry has several records where NAICS splits it; one of them may hold another
    (523, securities, is part of 52, finance).

    >>> import mlcareerdata as mlc
    >>> print(mlc.industry_wages("15-2051", industry="automotive")[0])  # doctest: +ELLIPSIS
    Data Scientists (15-2051) in Motor Vehicle Manufacturing (NAICS 3361), May 2025, all levels: ...
    """

    _called: ClassVar[tuple[str, str]] = (
        "official wage by industry",
        "official wages by industry",
    )

    occupation: Soc
    industry: Annotated[IndustryId, Meaning.KEY, Field(description="The id of the industry.")]
    naics: Annotated[
        str,
        Meaning.KEY,
        Field(
            title="NAICS", pattern=r"^\d{2,6}$", description="The NAICS 2022 code of the figures."
        ),
    ]
    label: Annotated[
        Text,
        Field(
            title="industry, as named there",
            description="What BLS calls that part of the industry.",
        ),
    ]
    year: May
    employment: People = None
    mean: Mean = None
    mean_rse: MeanError = None
    p10: P10 = None
    p25: P25 = None
    p50: P50 = None
    p75: P75 = None
    p90: P90 = None
    citations: Citations

    @override
    def _where(self) -> str:
        return f" in {self.label} (NAICS {self.naics})"

    @override
    def _brief(self) -> str:
        return self._short(f" {self.industry} {self.naics}")
