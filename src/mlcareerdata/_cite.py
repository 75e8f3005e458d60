"""One line of plain text that says who says so."""

from __future__ import annotations

from collections.abc import Iterable

import mlcareerdata._store as store
import mlcareerdata.models as m
from mlcareerdata._registry import SOURCES
from mlcareerdata._table import Table
from mlcareerdata.models._provenance import CheckedRecord
from mlcareerdata.models._record import Record

__all__ = ["cite"]


def cite(record: Record | Table[Record]) -> str:
    """Say in one line of plain text who says so; for a table, in one line for each source.

    A line has the author or publisher, the year, the title, the section, whom the source credits,
    and the address and the licence where there are any. For a checked claim, and for the check
    itself, it has whose claim it is, the verdict and the evidence.

    Raises:
        TypeError: `record` is neither a record that states a fact nor a table of such records.

    >>> import mlcareerdata as mlc
    >>> print(mlc.cite(mlc.finding("growth-in-graduates")))  # doctest: +ELLIPSIS
    Imed Bouchrika (2026), ... crediting National Science Foundation (2024), ...
    >>> print(mlc.cite(mlc.wages("data scientists")))  # doctest: +ELLIPSIS
    U.S. Bureau of Labor Statistics ...
    U.S. Bureau of Labor Statistics ...
    """
    if isinstance(record, Table):
        sources = (c.source for said in record for c in (*claimed_by(said), *said._says_so()))
        return "\n".join(_source(store.find(SOURCES, name)) for name in dict.fromkeys(sources))
    # Callers without a type checker may pass anything.
    if not isinstance(record, Record):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise TypeError(
            "cite takes a record of mlcareerdata or a table, as in cite(role('ML engineer')), not "
            f"{type(record).__name__}"
        )
    text = "; ".join(cited(claimed_by(record) or record._says_so()))
    if check := check_of(record):
        evidence = "; ".join(cited(check.citations))
        text += f" | Checked {check.checked_on}, {check.verdict}: {evidence}"
    return text


def check_of(record: Record) -> m.Check | m.CheckedClaim | None:
    """The check of the record's claim, or the check that it is; ``None`` if there is none."""
    if isinstance(record, m.Check | m.CheckedClaim):
        return record
    return record.check if isinstance(record, CheckedRecord) else None


def claimed_by(record: Record) -> tuple[m.Citation, ...]:
    """Whose claim a check is about; nothing for other records."""
    return record._checks() if isinstance(record, m.Check | m.CheckedClaim) else ()


def cited(citations: Iterable[m.Citation]) -> list[str]:
    """A line for each citation; citations that differ only in the section share a line."""
    sections: dict[m.Citation, dict[str, None]] = {}
    for citation in citations:
        same = sections.setdefault(citation.model_copy(update={"section": None}), {})
        if citation.section:
            same[citation.section] = None
    return [_citation(document, list(names)) for document, names in sections.items()]


def _citation(citation: m.Citation, sections: list[str]) -> str:
    parts = [_source(store.find(SOURCES, citation.source))]
    if sections:
        parts.append(f"section{'s' if len(sections) > 1 else ''} {', '.join(sections)}")
    if citation.attributed_to:
        credited = " and ".join(
            _source(store.find(SOURCES, name)) for name in citation.attributed_to
        )
        parts.append(f"crediting {credited}")
    if citation.basis != "reported":
        parts.append(f"{citation.basis} by mlcareerdata")
    text = ", ".join(parts)
    return f"{text} [{citation.note}]" if citation.note else text


def _source(source: m.Source) -> str:
    by = source.author or source.publisher or f"Publisher not named, {source._sort()}"
    year = source.published[:4] if source.published else "n.d."
    text = f'{by} ({year}), "{source.title}"'
    if source.url:
        text += f", {source.url}"
    return f"{text} ({source.license})" if source.license else text
