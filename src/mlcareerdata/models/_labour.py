"""The official view: occupations, their wages and prospects, and the way to them from a role."""

from __future__ import annotations

from typing import Annotated, ClassVar, Self

from pydantic import Field, FiniteFloat, model_validator
from typing_extensions import override

from mlcareerdata._show import dollars
from mlcareerdata.ids import OccupationId, RoleId
from mlcareerdata.models._provenance import Citations, CitedRecord
from mlcareerdata.models._record import Dollars, Text

SocCode = Annotated[str, Field(pattern=r"^\d{2}-\d{4}$")]


class Occupation(CitedRecord, frozen=True):
    """An occupation of the 2018 Standard Occupational Classification (SOC).

    Fields:
        id: its SOC code.
        title, aliases: how it is named; O*NET codes that belong to it are among the aliases.

    >>> import mlcareerdata as mlc
    >>> mlc.occupation("15-2051.00").title
    'Data Scientists'
    """

    _hidden: ClassVar[frozenset[str]] = frozenset({"title"})

    id: OccupationId
    title: Text
    aliases: tuple[Text, ...] = ()
    citations: Citations

    @override
    def _line(self) -> str:
        return f"{self.id} {self.title}"

    @override
    def _brief(self) -> str:
        return f"{self.id} {self.title}"


class Wages(CitedRecord, frozen=True):
    """What an occupation earns in the United States: US dollars a year, all levels of experience.

    Fields:
        occupation: the SOC code.
        year: the figures are for May of it.
        employment: how many are employed.
        mean, p10, p25, p50, p75, p90: mean and percentiles, US dollars a year; ``None``: not known.

    >>> import mlcareerdata as mlc
    >>> print(mlc.wages("15-1252")[0])
    15-1252, May 2025: median $135,980, middle half $105,210-$171,980 (BLS OEWS 2025)
    """

    occupation: OccupationId
    year: int
    employment: Annotated[int, Field(gt=0)]
    mean: Dollars | None = None
    p10: Dollars | None = None
    p25: Dollars | None = None
    p50: Dollars | None = None
    p75: Dollars | None = None
    p90: Dollars | None = None
    citations: Citations

    @model_validator(mode="after")
    def _rising(self) -> Self:
        known = [p for p in (self.p10, self.p25, self.p50, self.p75, self.p90) if p is not None]
        if known != sorted(known):
            raise ValueError("percentiles must rise")
        return self

    @override
    def _line(self) -> str:
        parts: list[str] = []
        if self.p50 is not None:
            parts.append(f"median {dollars(self.p50)}")
        if self.p25 is not None and self.p75 is not None:
            parts.append(f"middle half {dollars(self.p25)}-{dollars(self.p75)}")
        return f"{self.occupation}, May {self.year}: {', '.join(parts) or 'not known'}"

    @override
    def _brief(self) -> str:
        median = f", median {dollars(self.p50)}" if self.p50 is not None else ""
        return f"{self.occupation} May {self.year}{median}"


class Projection(CitedRecord, frozen=True):
    """How employment in an occupation is projected to change in the United States.

    Fields:
        occupation: the SOC code.
        start, end: the years between which it is projected.
        growth_percent: growth over all of these years, in percent.
        openings_per_year: openings a year on average; ``None``: not known.
        covers: the SOC codes that the figures are for; more than one where they are published
            together only.

    >>> import mlcareerdata as mlc
    >>> print(mlc.projections("15-2051")[0])
    15-2051, 2025-2035: +35 %, 24,800 openings a year (BLS Projections 2025)
    """

    occupation: OccupationId
    start: int
    end: int
    growth_percent: FiniteFloat
    openings_per_year: Annotated[int, Field(ge=0)] | None = None
    covers: tuple[SocCode, ...]
    citations: Citations

    @model_validator(mode="after")
    def _sound(self) -> Self:
        if self.start >= self.end:
            raise ValueError("a projection ends after it starts")
        if self.occupation not in self.covers:
            raise ValueError("a projection covers its own occupation")
        return self

    @override
    def _line(self) -> str:
        text = f"{'+'.join(self.covers)}, {self.start}-{self.end}: {self.growth_percent:+g} %"
        if self.openings_per_year is None:
            return text
        return f"{text}, {self.openings_per_year:,} openings a year"

    @override
    def _brief(self) -> str:
        return f"{self.occupation} {self.start}-{self.end} {self.growth_percent:+g} %"


class Crosswalk(CitedRecord, frozen=True):
    """The official codes that a role maps to. The choice among several codes is a judgement.

    Fields:
        role: the role.
        occupation: 2018 SOC code.
        onet, onet_title: O*NET-SOC 2019 code and its title.
        isco: ISCO-08 code.
        esco: address of the ESCO v1.2.0 concept; ``None`` where there is none.
        note: what speaks for and against the choice.

    >>> import mlcareerdata as mlc
    >>> mlc.crosswalk("data analyst").onet
    '15-2051.01'
    """

    role: RoleId
    occupation: OccupationId
    onet: Annotated[str, Field(pattern=r"^\d{2}-\d{4}\.\d{2}$")]
    onet_title: Text
    isco: Annotated[str, Field(pattern=r"^\d{4}$")]
    esco: Text | None = None
    note: Text | None = None
    citations: Citations

    @override
    def _line(self) -> str:
        return f"{self.role}: SOC {self.occupation}, O*NET {self.onet}, ISCO {self.isco}"

    @override
    def _brief(self) -> str:
        return f"{self.role} {self.occupation}"
