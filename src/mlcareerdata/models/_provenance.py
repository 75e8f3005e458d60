"""Who says so, and whether others agree."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from pydantic import Field
from typing_extensions import override

from mlcareerdata._show import source_label
from mlcareerdata.ids import SourceId
from mlcareerdata.models._record import Record, Text

Basis = Literal["reported", "computed", "estimated"]
SourceKind = Literal["article", "government", "survey", "industry", "vendor", "dataset"]
# YYYY, YYYY-MM or YYYY-MM-DD
Published = Annotated[str, Field(pattern=r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$")]
Verdict = Literal["supported", "partly", "contradicted", "outdated", "unconfirmed"]


class Citation(Record, frozen=True):
    """Where a fact stands.

    Fields:
        source: the document.
        section: the part of the document, such as ``"highest-salaries"``.
        attributed_to: documents that the source itself credits for the fact.
        basis: ``"reported"`` by the source, ``"computed"`` by this library from the source's
            data, or ``"estimated"``: a judgement of this library, explained in `note`.
        note: what a reader should know about this citation.

    >>> import mlcareerdata as mlc
    >>> print(mlc.salary_range("ML engineer").citations[0])
    Bouchrika 2026, section highest-salaries
    """

    source: SourceId
    section: Text | None = None
    attributed_to: tuple[SourceId, ...] = ()
    basis: Basis = "reported"
    note: Text | None = None

    @override
    def _line(self) -> str:
        text = source_label(self.source)
        if self.section:
            text += f", section {self.section}"
        if self.attributed_to:
            text += f", crediting {', '.join(source_label(name) for name in self.attributed_to)}"
        if self.basis != "reported":
            text += f", {self.basis}"
        return f"{text}: {self.note}" if self.note else text

    @override
    def _brief(self) -> str:
        return f"{self.source} {self.section}" if self.section else self.source


Citations = Annotated[tuple[Citation, ...], Field(min_length=1)]


class CitedRecord(Record, frozen=True):
    """Base of every record that states a fact: at least one citation says who says so."""

    if TYPE_CHECKING:
        # Declared for checkers only. Each model declares the field itself, as its last one:
        # pydantic would put an inherited field first, in the JSON and in every table.
        citations: tuple[Citation, ...]

    def _sources(self) -> tuple[str, ...]:
        """Ids of the sources, each once."""
        return tuple(dict.fromkeys(citation.source for citation in self.citations))

    @override
    def __str__(self) -> str:
        return f"{self._line()} ({', '.join(source_label(source) for source in self._sources())})"


class Check(CitedRecord, frozen=True):
    """What independent evidence says about a claim.

    Fields:
        verdict: ``"supported"``, ``"partly"``, ``"contradicted"``, ``"outdated"`` or
            ``"unconfirmed"`` (looked for, and nothing found that decides).
        note: the evidence, with its figures.
        checked_on: the day of the check.
        citations: the evidence, or what was looked for in vain.
    """

    verdict: Verdict
    note: Text
    checked_on: date
    citations: Citations

    @override
    def _line(self) -> str:
        return f"{self.verdict} ({self.checked_on}): {self.note}"

    @override
    def _brief(self) -> str:
        return f"{self.verdict} {self.checked_on}"


class Source(Record, frozen=True):
    """A document that facts are taken from, or that another document credits.

    What the article does not say of itself, or of a document it credits, is ``None``; one
    credited too vaguely to be found says so in `note`.

    Fields:
        id, title: its id and title.
        publisher, author: who issued and who wrote it.
        kind: ``"article"``, ``"government"``, ``"survey"``, ``"industry"``, ``"vendor"`` or
            ``"dataset"``.
        published: ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``.
        accessed: the day it was read.
        url, license, note: address, licence, and what else a reader should know.

    >>> import mlcareerdata as mlc
    >>> mlc.source("bouchrika-2026").author
    'Imed Bouchrika'
    """

    _hidden: ClassVar[frozenset[str]] = frozenset({"title"})

    id: SourceId
    title: Text
    publisher: Text | None = None
    author: Text | None = None
    kind: SourceKind
    published: Published | None = None
    accessed: date | None = None
    url: Text | None = None
    license: Text | None = None
    note: Text | None = None

    @override
    def _line(self) -> str:
        by = self.author or self.publisher
        return f"{self.title}, {by}" if by else self.title

    @override
    def _title(self) -> str:
        return self.title

    @override
    def _brief(self) -> str:
        return f"{self.id} {self.title}"
