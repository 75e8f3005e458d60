"""What the article claims, recommends, answers and retells beyond its lists."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import FiniteFloat
from typing_extensions import override

from mlcareerdata.models._provenance import Check, Citations, CitedRecord
from mlcareerdata.models._record import Text

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
Comparison = Literal["about", "over", "exactly"]


class Finding(CitedRecord, frozen=True):
    """A claim or a recommendation, with its figure where it has one.

    Fields:
        id: its id.
        topic, kind: what it is about; ``"claim"`` or ``"recommendation"``.
        statement: what is said.
        value, unit, comparison: the figure, such as 17.0 ``"percent"``, ``"about"``.
        year: the year of the evidence that the source names.
        check: how the claim stands against independent evidence; ``None`` if not checked.

    >>> import mlcareerdata as mlc
    >>> growth = mlc.finding("projected-growth")
    >>> growth.value, growth.unit, growth.comparison
    (17.0, 'percent', 'about')
    """

    _hidden: ClassVar[frozenset[str]] = frozenset({"statement"})

    id: Text
    topic: Topic
    kind: FindingKind
    statement: Text
    value: FiniteFloat | None = None
    unit: Text | None = None
    comparison: Comparison | None = None
    year: int | None = None
    check: Check | None = None
    citations: Citations

    @override
    def _line(self) -> str:
        return f"{self.statement} [{self.check.verdict}]" if self.check else self.statement

    @override
    def _brief(self) -> str:
        return f"{self.id}, {self.check.verdict}" if self.check else self.id


class Faq(CitedRecord, frozen=True):
    """A question that the article answers at its end.

    Fields:
        id: its id.
        topic: what it is about, in a word or two.
        question, answer: in this library's words.

    >>> import mlcareerdata as mlc
    >>> mlc.faq("theory-or-practice").topic
    'theory and practice'
    """

    _hidden: ClassVar[frozenset[str]] = frozenset({"question"})

    id: Text
    topic: Text
    question: Text
    answer: Text
    citations: Citations

    @override
    def _line(self) -> str:
        return f"{self.question} {self.answer}"

    @override
    def _title(self) -> str:
        return self.question

    @override
    def _brief(self) -> str:
        return self.id


class Perspective(CitedRecord, frozen=True):
    """What one graduate went through, retold.

    Fields:
        id: its id.
        who: the graduate's name, or ``None`` where the article gives none.
        themes: what it is about.
        lesson: what the graduate learned.

    >>> import mlcareerdata as mlc
    >>> mlc.perspective("augustus").who
    'Augustus'
    """

    _hidden: ClassVar[frozenset[str]] = frozenset({"who"})

    id: Text
    who: Text | None = None
    themes: tuple[Text, ...]
    lesson: Text
    citations: Citations

    def _name(self) -> str:
        return self.who or "A graduate"

    @override
    def _line(self) -> str:
        return f"{self._name()}: {self.lesson}"

    @override
    def _title(self) -> str:
        return self._name()

    @override
    def _brief(self) -> str:
        return self.id
