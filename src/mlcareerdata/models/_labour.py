"""The official view: occupations, their prospects, and which of them a role maps to."""

from __future__ import annotations

from typing import Annotated, ClassVar, Self

from pydantic import Field, model_validator
from typing_extensions import override

from mlcareerdata._show import Meaning, Shown
from mlcareerdata.ids import OccupationId, RoleId
from mlcareerdata.models._provenance import Citations, CitedRecord
from mlcareerdata.models._types import (
    Address,
    CountFrom0,
    Name,
    Number,
    OnetCode,
    Prose,
    SocCode,
    Text,
    Year,
    official,
)

__all__ = ["Crosswalk", "Occupation", "Projection", "Technology"]


class Occupation(CitedRecord, frozen=True):
    """An occupation of the 2018 Standard Occupational Classification (SOC).

    >>> import mlcareerdata as mlc
    >>> mlc.occupation("15-2051.00").title
    'Data Scientists'
    """

    _head: ClassVar[str] = "title"
    _as_line: ClassVar[str] = "{id} {title}"
    _as_repr: ClassVar[str] = "{id} {title}"
    _order: ClassVar[tuple[str, ...]] = ("id", "aliases")
    _called: ClassVar[tuple[str, str]] = ("official occupation", "official occupations")

    id: Annotated[OccupationId, Meaning.KEY, Field(description="The SOC code.")]
    title: Annotated[Text, Field(description="Its title, which finds it too.")]
    aliases: Annotated[
        tuple[Name, ...],
        Field(description="Other names that find it, its O*NET codes among them."),
    ] = ()
    citations: Citations

    @override
    def _title(self) -> str:
        return self._line()


class Projection(CitedRecord, frozen=True):
    """How employment in an occupation is projected to change in the United States.

    >>> import mlcareerdata as mlc
    >>> print(mlc.projections("15-2051")[0])  # doctest: +ELLIPSIS
    Data Scientists (15-2051), 2025-2035, all levels: +... %, ... openings a year (BLS ...)
    """

    _order: ClassVar[tuple[str, ...]] = (
        "occupation",
        "growth_percent",
        "openings_per_year",
        "start",
        "end",
    )
    _alike: ClassVar[frozenset[str]] = frozenset({"growth_percent"})
    _called: ClassVar[tuple[str, str]] = ("official projection", "official projections")
    _remarks: ClassVar[tuple[str, ...]] = ("all levels of experience, United States",)

    occupation: Annotated[OccupationId, Meaning.KEY, Field(description="The SOC code.")]
    start: Annotated[Year, Field(description="The first year of the projection.")]
    end: Annotated[Year, Field(description="The last year of the projection.")]
    growth_percent: Annotated[
        Number,
        Meaning.COUNT,
        Field(title="growth, %", description="Growth over all of these years, in percent."),
    ]
    openings_per_year: Annotated[
        CountFrom0 | None,
        Field(description="Openings a year on average; None: not known."),
    ] = None
    covers: Annotated[
        tuple[SocCode, ...],
        Field(
            description="The SOC codes that the figures are for; more than one where they are "
            "published together only."
        ),
    ]
    citations: Citations

    @model_validator(mode="after")
    def _sound(self) -> Self:
        if self.start >= self.end:
            raise ValueError("a projection ends after it starts")
        if self.occupation not in self.covers:
            raise ValueError("a projection covers its own occupation")
        return self

    @override
    def _cell(self, name: str) -> Shown:
        if name == "occupation":
            return Shown((official(self.occupation),))
        if name == "growth_percent":
            return Shown((f"{self.growth_percent:+g}",), Meaning.COUNT)
        return super()._cell(name)

    @override
    def _line(self) -> str:
        if self.openings_per_year is None:
            return self._growth()
        return f"{self._growth()}, {self.openings_per_year:,} openings a year"

    @override
    def _brief(self) -> str:
        return self._growth()

    def _growth(self) -> str:
        others = [code for code in self.covers if code != self.occupation]
        whose = " with ".join([official(self.occupation), *others])
        return f"{whose}, {self.start}-{self.end}, all levels: {self.growth_percent:+g} %"


class Crosswalk(CitedRecord, frozen=True):
    """The official codes that a role maps to. The choice among several codes is a judgement.

    >>> import mlcareerdata as mlc
    >>> mlc.crosswalk("data analyst").onet
    '15-2051.01'
    """

    _as_line: ClassVar[str] = "{role}: SOC {occupation}, O*NET {onet}, ISCO {isco}"
    _as_repr: ClassVar[str] = "{role} {occupation}"
    _order: ClassVar[tuple[str, ...]] = ("role", "occupation", "onet", "onet_title", "isco")
    _called: ClassVar[tuple[str, str]] = ("crosswalk", "crosswalks")
    _remarks: ClassVar[tuple[str, ...]] = ("the choice among several codes is a judgement",)

    role: Annotated[RoleId, Meaning.KEY, Field(description="The id of the role.")]
    occupation: Annotated[OccupationId, Meaning.KEY, Field(description="2018 SOC code.")]
    onet: Annotated[OnetCode, Field(title="O*NET", description="O*NET-SOC 2019 code.")]
    onet_title: Annotated[
        Text, Field(title="O*NET title", description="The title that belongs to the O*NET code.")
    ]
    isco: Annotated[
        str, Meaning.KEY, Field(title="ISCO", pattern=r"^\d{4}$", description="ISCO-08 code.")
    ]
    esco: Annotated[
        Address | None,
        Field(title="ESCO", description="Address of the ESCO v1.2.0 concept; None: there is none."),
    ] = None
    note: Annotated[
        Prose | None, Field(description="What speaks for and against the choice; None: nothing.")
    ] = None
    citations: Citations


class Technology(CitedRecord, frozen=True):
    """A technology that O*NET flags as in demand for an occupation.

    According to O*NET, postings for that occupation often name it; how often is not published.

    >>> import mlcareerdata as mlc
    >>> print(mlc.technologies("data scientist")[0])
    Amazon Web Services AWS software, in demand for Data Scientists (15-2051.00) (O*NET 30.2)
    """

    _head: ClassVar[str] = "name"
    _order: ClassVar[tuple[str, ...]] = ("category", "hot", "onet")
    _called: ClassVar[tuple[str, str]] = ("technology in demand", "technologies in demand")

    onet: Annotated[
        OnetCode,
        Field(title="occupation", description="O*NET-SOC 2019 code of the occupation."),
    ]
    name: Annotated[
        Text, Field(description='What O*NET calls it, such as "Structured query language SQL".')
    ]
    category: Annotated[Text, Field(description="The category that O*NET puts it in.")]
    hot: Annotated[
        bool,
        Field(
            title="often named for any occupation",
            description="Whether it is often named in postings for all occupations together.",
        ),
    ]
    citations: Citations

    @override
    def _cell(self, name: str) -> Shown:
        return Shown((official(self.onet),)) if name == "onet" else super()._cell(name)

    @override
    def _line(self) -> str:
        return f"{self.name}, in demand for {official(self.onet)}"

    @override
    def _title(self) -> str:
        return self._line()

    @override
    def _brief(self) -> str:
        return f"{self.onet} {self.name}"
