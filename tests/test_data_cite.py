"""For every record, `cite` names who says so, and has everything that the source asks for."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import mlcareerdata as mlc
from mlcareerdata.models import Citation, CitedRecord, Record, Source
from typed_facts import library, typed_tables


def asked(source: Source) -> Iterator[str]:
    """What must be said of a document: by whom, when, what, where, and on whose terms."""
    yield source.author or source.publisher or "Publisher not named"
    yield source.published[:4] if source.published else "n.d."
    yield from filter(None, (source.title, source.url, source.license))


def words(citation: Citation) -> Iterator[str]:
    """What must be said of a citation."""
    for name in (citation.source, *citation.attributed_to):
        yield from asked(mlc.source(name))
    yield from filter(None, (citation.section, citation.note))
    if citation.basis != "reported":
        yield citation.basis


def lacking(record: Record, citations: tuple[Citation, ...]) -> list[str]:
    text = mlc.cite(record)
    assert "\n" not in text
    return [word for citation in citations for word in words(citation) if word not in text]


@pytest.mark.parametrize("table", typed_tables())
def test_cite_names_every_source_and_its_terms(table: str) -> None:
    for record in library()[table].records:
        if isinstance(record, CitedRecord):
            assert not lacking(record, record.citations), f"cite of {table}, {record!r}"


def test_a_source_without_a_publisher_says_what_it_is() -> None:
    words = {"government": "a government document", "industry": "a document of the industry"}
    for source in mlc.sources():
        if not (source.author or source.publisher):
            for text in (str(source), mlc.cite(source)):
                assert words[source.kind] in text, f"{source.id}: {text}"


def test_cite_of_a_source_is_the_source() -> None:
    for source in mlc.sources():
        assert not [word for word in asked(source) if word not in mlc.cite(source)]


@pytest.mark.parametrize("role", [role.id for role in mlc.roles()])
def test_cite_of_a_profile_names_the_sources_of_its_parts(role: str) -> None:
    """Above all the line that O*NET asks for, word for word."""
    profile = mlc.profile(role)
    parts = (mlc.crosswalk(role), mlc.occupation_for(role))
    cited = tuple(citation for part in parts for citation in part.citations)
    line = mlc.source("onet-30-1").license
    assert line, "O*NET asks for a line of attribution"
    assert line in mlc.cite(profile)
    assert not lacking(profile, tuple(c for c in cited if c.source == "onet-30-1"))
    for part in parts:
        assert "onet-30-1" in {citation.source for citation in part.citations}
