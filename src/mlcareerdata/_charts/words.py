"""What charts say of records: what each mark is, and who says so."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import mlcareerdata.models as m
from mlcareerdata._lookup._claims import source
from mlcareerdata._show import dollars
from mlcareerdata.ids import SourceId
from mlcareerdata.models._provenance import CitedRecord, source_label

__all__ = ["cited", "official", "sources_of", "span", "who"]

MANY: Final = 6  # sources


def span(low: int, high: int) -> str:
    """A range of pay.

    >>> span(12345, 67890)
    '$12,345-$67,890'
    """
    return f"{dollars(low)}-{dollars(high)}"


def official(occupation: m.Occupation) -> str:
    """An occupation with its code."""
    return f"{occupation.title} ({occupation.id})"


def who(record: CitedRecord) -> str:
    """The sources of one record, as its line names them."""
    return ", ".join(source_label(name) for name in record._sources())


def sources_of(records: Iterable[CitedRecord]) -> list[SourceId]:
    """The ids of the sources of all records, each once."""
    return list(dict.fromkeys(cite.source for record in records for cite in record.citations))


def cited(sources: Iterable[SourceId]) -> str:
    """Who says so, for below a chart: of each source how lines name it, its title, its publisher.

    Of many sources, only how lines name them.
    """
    ids = list(dict.fromkeys(sources))
    names = map(source_label, ids) if len(ids) > MANY else map(_in_full, map(source, ids))
    return f"Sources: {'; '.join(names)}."


def _in_full(document: m.Source) -> str:
    title = f"{source_label(document.id)}: {document.title}"
    whose = document.author or document.publisher
    return f"{title}, {whose}" if whose else title
