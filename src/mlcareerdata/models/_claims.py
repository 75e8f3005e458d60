"""What the article says outside its lists: claims, advice, answers, and graduates' accounts."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field
from typing_extensions import override

from mlcareerdata._show import Meaning, Shown
from mlcareerdata.ids import SourceId
from mlcareerdata.models._provenance import (
    ARTICLE,
    Check,
    CheckedRecord,
    Citation,
    Citations,
    CitedRecord,
    Evidence,
    RetoldRecord,
    Verdict,
    source_label,
)
from mlcareerdata.models._types import Day, Number, Prose, Text, Year

__all__ = [
    "CheckedClaim",
    "Faq",
    "Finding",
    "FindingKind",
    "Perspective",
    "Qualifier",
    "Topic",
]

Topic = Literal[
    "demand",
    "salary",
    "skills",
    "experience",
    "certifications",
    "remote",
    "competition",
    "growth",
    "education",
]
FindingKind = Literal["claim", "recommendation"]
Qualifier = Literal["about", "over", "exactly"]


class Finding(CheckedRecord, frozen=True):
    """A claim or a recommendation, with its figure where it has one.

    >>> import mlcareerdata as mlc
    >>> growth = mlc.finding("projected-growth")
    >>> growth.unit, growth.comparison
    ('percent', 'about')
    """

    _head: ClassVar[str] = "statement"
    _order: ClassVar[tuple[str, ...]] = ("check", "topic", "kind")
    _unlisted: ClassVar[frozenset[str]] = frozenset({"value", "unit", "comparison", "year"})
    _called: ClassVar[tuple[str, str]] = ("finding", "findings")

    id: Annotated[Text, Meaning.KEY, Field(description="The id of the finding.")]
    topic: Annotated[Topic, Field(description="What it is about.")]
    kind: Annotated[FindingKind, Field(description='"claim" or "recommendation".')]
    statement: Annotated[Prose, Field(description="What is said.")]
    value: Annotated[
        Number | None, Field(description="The figure, in `unit`; None: there is none.")
    ] = None
    unit: Annotated[
        Text | None, Field(description='The unit, such as "percent"; None: there is no figure.')
    ] = None
    comparison: Annotated[
        Qualifier | None,
        Field(description='"about", "over" or "exactly" the figure; None: there is no figure.'),
    ] = None
    year: Annotated[
        Year | None,
        Field(description="The year of the evidence that the source names; None: it names none."),
    ] = None
    check: Annotated[
        Check | None,
        Field(description="How the claim compares with independent evidence; None: not checked."),
    ] = None
    citations: Citations

    @override
    def _claim(self) -> str:
        return self.statement if self.kind == "claim" else ""

    @override
    def _line(self) -> str:
        return self._marked(self.statement)

    @override
    def _title(self) -> str:
        return self._line()

    @override
    def _brief(self) -> str:
        return f"{self.id}, {self._standing()}" if self._standing() else self.id


class CheckedClaim(CitedRecord, frozen=True):
    """A claim of the article, and how it compares with independent evidence.

    >>> import mlcareerdata as mlc
    >>> mlc.checks(verdict="contradicted")[0].claim
    '$...-$... a year at entry level: Machine Learning Engineer.'
    """

    _head: ClassVar[str] = "claim"
    _order: ClassVar[tuple[str, ...]] = ("verdict", "credited_to", "checked_on", "note")
    _unlisted: ClassVar[frozenset[str]] = frozenset({"note"})
    _called: ClassVar[tuple[str, str]] = ("checked claim", "checked claims")
    _remarks: ClassVar[tuple[str, ...]] = (
        f"what is checked is the word of {source_label(ARTICLE)}",
    )

    record: Annotated[
        Text,
        Meaning.KEY,
        Field(description='The table and the key of the record, with "/" between the parts.'),
    ]
    claim: Annotated[Prose, Field(description="What is claimed.")]
    credited_to: Annotated[
        tuple[Annotated[SourceId, Meaning.KEY], ...],
        Field(description="Documents that the article credits for it."),
    ] = ()
    verdict: Annotated[
        Verdict,
        Meaning.STANDING,
        Field(
            description='"supported", "partly", "contradicted", "outdated", or "unconfirmed": '
            "evidence was looked for, and none was found that decides."
        ),
    ]
    note: Annotated[Prose, Field(description="The evidence, with its figures.")]
    checked_on: Annotated[Day, Field(description="The day of the check.")]
    citations: Evidence

    @override
    def _line(self) -> str:
        credited = ", ".join(source_label(name) for name in self.credited_to)
        who = (
            f"{source_label(ARTICLE)}, crediting {credited}" if credited else source_label(ARTICLE)
        )
        return f"{who}: {self.claim} [{self.verdict}]: {self.note}"

    @override
    def _cell(self, name: str) -> Shown:
        if name == "verdict":
            return Shown((self.verdict,), Meaning.STANDING, more=self.note)
        if name == "credited_to":
            return Shown(tuple(map(source_label, self.credited_to)), Meaning.SAYER)
        return super()._cell(name)

    @override
    def _title(self) -> str:
        return f"{source_label(ARTICLE)}: {self.claim} [{self.verdict}]"

    def _checks(self) -> tuple[Citation, ...]:
        """Whose claim it is."""
        return (Citation(source=ARTICLE, attributed_to=self.credited_to),)

    @override
    def _brief(self) -> str:
        return f"{self.record}, {self.verdict}"


class Faq(RetoldRecord, frozen=True):
    """A question that the article answers at its end.

    >>> import mlcareerdata as mlc
    >>> mlc.faq("theory-or-practice").topic
    'theory and practice'
    """

    _head: ClassVar[str] = "question"
    _as_line: ClassVar[str] = "{question} {answer}"
    _order: ClassVar[tuple[str, ...]] = ("answer", "topic")
    _called: ClassVar[tuple[str, str]] = ("question", "questions")

    id: Annotated[Text, Meaning.KEY, Field(description="The id of the question.")]
    topic: Annotated[Text, Field(description="What it is about, in a word or two.")]
    question: Annotated[Prose, Field(description="The question, in this library's words.")]
    answer: Annotated[Prose, Field(description="The answer, in this library's words.")]
    citations: Citations


class Perspective(RetoldRecord, frozen=True):
    """What one graduate went through, retold.

    >>> import mlcareerdata as mlc
    >>> mlc.perspective("augustus").who
    'Augustus'
    """

    _head: ClassVar[str] = "who"
    _order: ClassVar[tuple[str, ...]] = ("lesson", "themes")
    _called: ClassVar[tuple[str, str]] = ("graduate's account", "graduates' accounts")

    id: Annotated[Text, Meaning.KEY, Field(description="The id of the account.")]
    who: Annotated[
        Text | None, Field(description="The graduate's name; None: the article gives none.")
    ] = None
    themes: Annotated[tuple[Text, ...], Field(description="What it is about.")]
    lesson: Annotated[Prose, Field(description="What the graduate learned.")]
    citations: Citations

    @override
    def _cell(self, name: str) -> Shown:
        return Shown((self._title(),)) if name == "who" else super()._cell(name)

    @override
    def _line(self) -> str:
        return f"{self._title()}: {self.lesson}"

    @override
    def _title(self) -> str:
        return self.who or "A graduate"
