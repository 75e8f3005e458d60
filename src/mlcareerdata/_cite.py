"""One line of plain text that says who says so."""

from __future__ import annotations

from collections.abc import Iterable

from mlcareerdata import models as m
from mlcareerdata._profile import Profile
from mlcareerdata._store import SOURCES
from mlcareerdata.models._provenance import CitedRecord
from mlcareerdata.models._record import Record


def cite(record: Record) -> str:
    """Say in one line of plain text who says so.

    Author or publisher, year, title, section, whom the source credits, and the address and the
    licence where there are any; for a checked claim the verdict and the evidence as well.

    Raises:
        TypeError: `record` is not a record of this library.

    >>> import mlcareerdata as mlc
    >>> print(mlc.cite(mlc.finding("growth-in-graduates")))  # doctest: +ELLIPSIS
    Imed Bouchrika (2026), ... crediting National Science Foundation (2024), ...
    """
    if isinstance(record, m.Source):
        return _source(record)
    text = "; ".join(cited(citations_of(record)))
    check = check_of(record)
    if check:
        evidence = "; ".join(cited(check.citations))
        text += f" | Checked {check.checked_on}, {check.verdict}: {evidence}"
    return text


def citations_of(record: Record) -> tuple[m.Citation, ...]:
    """The citations of whatever has any; those of a check are apart, see `check_of`."""
    if isinstance(record, m.Citation):
        return (record,)
    if isinstance(record, Profile):
        return tuple(citation for part in record._shown() for citation in part.citations)
    if isinstance(record, CitedRecord):
        return record.citations
    raise TypeError(f"cite takes a record of mlcareerdata, not {type(record).__name__}")


def check_of(record: Record) -> m.Check | None:
    """How the record stands against independent evidence, if it is of a kind that is checked."""
    check = getattr(record, "check", None)
    return check if isinstance(check, m.Check) else None


def cited(citations: Iterable[m.Citation]) -> list[str]:
    """A line for each citation; those that differ in nothing but the section share one."""
    sections: dict[m.Citation, dict[str, None]] = {}
    for citation in citations:
        same = sections.setdefault(citation.model_copy(update={"section": None}), {})
        if citation.section:
            same[citation.section] = None
    return [_citation(document, list(names)) for document, names in sections.items()]


def _citation(citation: m.Citation, sections: list[str]) -> str:
    parts = [_source(SOURCES.find(citation.source))]
    if sections:
        parts.append(f"section{'s' if len(sections) > 1 else ''} {', '.join(sections)}")
    if citation.attributed_to:
        credited = " and ".join(_source(SOURCES.find(name)) for name in citation.attributed_to)
        parts.append(f"crediting {credited}")
    if citation.basis != "reported":
        parts.append(f"{citation.basis} by mlcareerdata")
    text = ", ".join(parts)
    return f"{text} [{citation.note}]" if citation.note else text


def _source(source: m.Source) -> str:
    by = source.author or source.publisher or "Publisher not named"
    year = source.published[:4] if source.published else "n.d."
    text = f'{by} ({year}), "{source.title}"'
    if source.url:
        text += f", {source.url}"
    return f"{text} ({source.license})" if source.license else text
