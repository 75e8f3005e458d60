"""The industries: what they ask for, how they rank in pay, whom they hire."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field
from typing_extensions import override

from mlcareerdata.ids import IndustryId
from mlcareerdata.models._provenance import Citations, CitedRecord
from mlcareerdata.models._record import Text

Stance = Literal["open", "exposure-expected"]


class Industry(CitedRecord, frozen=True):
    """A sector that employs graduates.

    Fields:
        id, name, aliases: how it is named. Any of them finds it.
        naics: 2022 NAICS codes, or prefixes of codes; empty where not confirmed.

    >>> import mlcareerdata as mlc
    >>> mlc.industry("fintech").id
    'finance'
    """

    _hidden: ClassVar[frozenset[str]] = frozenset({"name"})

    id: IndustryId
    name: Text
    aliases: tuple[Text, ...] = ()
    naics: tuple[Annotated[str, Field(pattern=r"^\d{2,6}$")], ...] = ()
    citations: Citations

    @override
    def _line(self) -> str:
        return self.name

    @override
    def _brief(self) -> str:
        return self.id


class _IndustryFact(CitedRecord, frozen=True):
    """A fact about one industry, under the name that the source uses for it there."""

    _hidden: ClassVar[frozenset[str]] = frozenset({"label"})

    industry: IndustryId
    label: Text

    @override
    def _title(self) -> str:
        return self.label

    @override
    def _brief(self) -> str:
        return self.industry


class IndustryDemand(_IndustryFact, frozen=True):
    """Why an industry wants graduates, and which.

    Fields:
        industry, label: the industry, and its name in the source.
        drivers: what makes the demand.
        applications: what machine learning is used for.
        sought: what employers look for.
        early_work: what a first job there is like.

    >>> import mlcareerdata as mlc
    >>> mlc.demand_in("healthcare").applications[0]
    'precision medicine'
    """

    drivers: Text
    applications: tuple[Text, ...]
    sought: Text
    early_work: Text | None = None
    citations: Citations

    @override
    def _line(self) -> str:
        return f"{self.label}: {self.drivers}"


class IndustryPay(_IndustryFact, frozen=True):
    """An industry's place among those that pay beginners most.

    Fields:
        industry, label: the industry, and its name in the source.
        position: place in the source's list, 1 first. The source gives no figures.
        because: why the pay is what it is.
        caveat: what holds it back.

    >>> import mlcareerdata as mlc
    >>> mlc.pay_in("fintech").position
    1
    """

    position: Annotated[int, Field(ge=1)]
    because: Text
    caveat: Text | None = None
    citations: Citations

    @override
    def _line(self) -> str:
        return f"{self.position}. {self.label}: {self.because}"

    @override
    def _brief(self) -> str:
        return f"{self.position}. {self.industry}"


class IndustryHiring(_IndustryFact, frozen=True):
    """Whether an industry hires graduates who have no experience.

    Fields:
        industry, label: the industry, and its name in the source.
        stance: ``"open"`` to them, or ``"exposure-expected"``: earlier contact with the field.
        because: why.

    >>> import mlcareerdata as mlc
    >>> mlc.hiring_in("consulting").stance
    'open'
    """

    stance: Stance
    because: Text
    citations: Citations

    @override
    def _line(self) -> str:
        return f"{self.label}, {self.stance.replace('-', ' ')}: {self.because}"

    @override
    def _brief(self) -> str:
        return f"{self.industry} {self.stance}"
