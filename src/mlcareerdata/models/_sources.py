"""The documents that facts are from."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, ClassVar, Final, Literal

from pydantic import Field
from typing_extensions import override

from mlcareerdata._show import Meaning
from mlcareerdata.ids import SourceId
from mlcareerdata.models._provenance import Citation
from mlcareerdata.models._record import Record
from mlcareerdata.models._types import Address, Day, Prose, Text

__all__ = ["Source", "SourceKind"]

SourceKind = Literal["article", "government", "survey", "industry", "vendor", "dataset"]
# YYYY, YYYY-MM or YYYY-MM-DD
Published = Annotated[str, Field(pattern=r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$")]


_SORTS: Final[dict[SourceKind, str]] = {
    "article": "an article",
    "government": "a government document",
    "survey": "a survey",
    "industry": "a document of the industry",
    "vendor": "a vendor's page",
    "dataset": "a data set",
}


class Source(Record, frozen=True):
    """A document that facts are taken from, or that another document credits.

    What the article does not say about itself, or about a document it credits, is ``None``. If it
    credits a document too vaguely for it to be found, `note` says so.

    >>> import mlcareerdata as mlc
    >>> mlc.source("bouchrika-2026").author
    'Imed Bouchrika'
    """

    _head: ClassVar[str] = "title"
    _as_repr: ClassVar[str] = "{id} {title}"
    _order: ClassVar[tuple[str, ...]] = ("publisher", "author", "published", "url")
    _called: ClassVar[tuple[str, str]] = ("source", "sources")

    id: Annotated[SourceId, Meaning.KEY, Field(description="The id of the document.")]
    title: Annotated[Text, Field(description="The title of the document.")]
    publisher: Annotated[
        Text | None, Field(description="The organisation that issued it; None: not known.")
    ] = None
    author: Annotated[Text | None, Field(description="Who wrote it; None: not known.")] = None
    kind: Annotated[SourceKind, Field(description="What sort of document it is.")]
    published: Annotated[
        Published | None,
        Field(description="YYYY, YYYY-MM or YYYY-MM-DD; None: not known."),
    ] = None
    accessed: Annotated[
        Day | None,
        Field(description="The day it was read for this library; None: it was not."),
    ] = None
    url: Annotated[Address | None, Field(description="Its address; None: not known.")] = None
    license: Annotated[
        Text | None,
        Field(description="Its licence, or the line it asks for; None: not known."),
    ] = None
    note: Annotated[
        Prose | None, Field(description="What else a reader should know; None: nothing.")
    ] = None

    @override
    def _says_so(self) -> Iterable[Citation]:
        return (Citation(source=self.id),)

    @override
    def _line(self) -> str:
        by = self.author or self.publisher
        return f"{self.title}, {by or f'publisher not named, {self._sort()}'}"

    def _sort(self) -> str:
        """What sort of document it is, in words."""
        return _SORTS[self.kind]
