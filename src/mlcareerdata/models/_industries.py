"""The industries: what they ask for, how they rank in pay, whom they hire."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field
from typing_extensions import override

from mlcareerdata._show import Meaning
from mlcareerdata.ids import IndustryId
from mlcareerdata.models._provenance import (
    Check,
    CheckedRecord,
    Citations,
    CitedRecord,
    RetoldRecord,
)
from mlcareerdata.models._types import Count, Name, Prose, Text

__all__ = ["Industry", "IndustryDemand", "IndustryHiring", "IndustryPay", "Stance"]

Stance = Literal["open", "exposure-expected"]


class Industry(CitedRecord, frozen=True):
    """A sector that employs graduates.

    >>> import mlcareerdata as mlc
    >>> mlc.industry("fintech").id
    'finance'
    """

    _head: ClassVar[str] = "name"
    _order: ClassVar[tuple[str, ...]] = ("aliases", "naics")
    _called: ClassVar[tuple[str, str]] = ("industry", "industries")

    id: Annotated[IndustryId, Meaning.KEY, Field(description="The id of the industry.")]
    name: Annotated[Text, Field(description="Its name, which finds it too.")]
    aliases: Annotated[tuple[Name, ...], Field(description="Other names that find it.")] = ()
    naics: Annotated[
        tuple[Annotated[str, Field(pattern=r"^\d{2,6}$"), Meaning.KEY], ...],
        Field(
            title="NAICS codes",
            description="2022 NAICS codes, or beginnings of codes; empty: not confirmed.",
        ),
    ] = ()
    citations: Citations


class _IndustryFact(CitedRecord, frozen=True):
    """A fact about one industry, under the name that the source uses for it there."""

    _head: ClassVar[str] = "label"

    industry: Annotated[IndustryId, Meaning.KEY, Field(description="The id of the industry.")]
    label: Annotated[
        Text,
        Field(
            title="industry, as named there",
            description="What the source calls the industry there.",
        ),
    ]


class IndustryDemand(_IndustryFact, RetoldRecord, frozen=True):
    """Why an industry wants graduates, and what it looks for, according to the article.

    >>> import mlcareerdata as mlc
    >>> mlc.demand_in("healthcare").applications[0]
    'precision medicine'
    """

    _as_line: ClassVar[str] = "{label}: {drivers}"
    _called: ClassVar[tuple[str, str]] = ("account of demand", "accounts of demand")

    drivers: Annotated[Prose, Field(description="What drives the demand.")]
    applications: Annotated[
        tuple[Text, ...], Field(description="What machine learning is used for.")
    ]
    sought: Annotated[Prose, Field(description="What employers look for.")]
    early_work: Annotated[
        Prose | None, Field(description="What a first job there is like; None: not said.")
    ] = None
    citations: Citations


class IndustryPay(_IndustryFact, CheckedRecord, frozen=True):
    """An industry's place among those that pay beginners most, according to the article.

    >>> import mlcareerdata as mlc
    >>> mlc.pay_in("fintech").position
    1
    """

    _order: ClassVar[tuple[str, ...]] = ("position", "check")
    _called: ClassVar[tuple[str, str]] = (
        "place in the article's order of pay",
        "places in the article's order of pay",
    )

    position: Annotated[
        Count,
        Field(description="Place in the source's list, 1 first. The source gives no figures."),
    ]
    because: Annotated[Prose, Field(description="Why the pay is what it is.")]
    caveat: Annotated[
        Prose | None, Field(description="What holds the pay back; None: not said.")
    ] = None
    check: Annotated[
        Check | None,
        Field(description="How the place compares with independent evidence; None: not checked."),
    ] = None
    citations: Citations

    @override
    def _claim(self) -> str:
        return f"{self.label} is number {self.position} of the industries that pay beginners most."

    @override
    def _line(self) -> str:
        return f"{self._title()}. {self.because}"

    @override
    def _title(self) -> str:
        return self._marked(self._claim().removesuffix("."))

    @override
    def _brief(self) -> str:
        return f"{self.position}. {self.industry}, {self._standing()}"


class IndustryHiring(_IndustryFact, RetoldRecord, frozen=True):
    """Whether an industry hires graduates who have no experience, according to the article.

    >>> import mlcareerdata as mlc
    >>> mlc.hiring_in("consulting").stance
    'open'
    """

    _as_repr: ClassVar[str] = "{industry} {stance}, not checked"
    _called: ClassVar[tuple[str, str]] = ("stance on hiring", "stances on hiring")

    stance: Annotated[
        Stance,
        Field(
            description='"open" to them, or "exposure-expected": earlier contact with the field.'
        ),
    ]
    because: Annotated[Prose, Field(description="Why.")]
    citations: Citations

    @override
    def _line(self) -> str:
        return f"{self.label}, {self.stance.replace('-', ' ')}: {self.because}"
