"""`cite` says who says so, for a record and for a table."""

from __future__ import annotations

from typing import Any, get_args

import pytest

import mlcareerdata as mlc
import mlcareerdata._store as store
from mlcareerdata import models
from mlcareerdata._registry import FACTS as TABLES
from mlcareerdata.models import SourceKind
from mlcareerdata.models._provenance import CitedRecord


@pytest.mark.parametrize("name", TABLES)
def test_cite_says_in_one_line_who_says_so(name: str) -> None:
    for record in store.table(TABLES[name]):
        text = mlc.cite(record)
        assert text.strip() == text
        assert text.isprintable(), f"a line break or the like in {text!r}"
        if isinstance(record, models.Source):
            _assert_says(text, record)
            continue
        assert isinstance(record, CitedRecord)
        for citation in record.citations:
            _assert_says(text, mlc.source(citation.source))
            assert (citation.section or "") in text
            assert (citation.note or "") in text
            for credited in citation.attributed_to:
                assert "crediting" in text
                _assert_says(text, mlc.source(credited))
            assert text == mlc.cite(record)


def _assert_says(text: str, source: models.Source) -> None:
    by = source.author or source.publisher
    if by:
        assert by in text, source.id
    if source.published:
        assert f"({source.published[:4]})" in text, source.id
    assert source.title in text
    assert (source.url or "") in text


def test_cite_takes_a_citation_a_check_and_a_profile() -> None:
    citation = mlc.salary_range("ML engineer").citations[0]
    assert "Imed Bouchrika (2026)" in mlc.cite(citation)
    profile = mlc.profile("ML engineer")
    assert "\n" not in mlc.cite(profile)
    for part in (profile.role, profile.entry, profile.salary, profile.remote):
        assert part is not None
        assert all((c.section or "") in mlc.cite(profile) for c in part.citations)


def test_cite_says_how_a_checked_claim_stands() -> None:
    evidence = models.Citation(source="gartner-2024", basis="computed", note="Made up.")
    check = models.Check.model_validate(
        {
            "verdict": "partly",
            "note": "Made up.",
            "checked_on": "2026-11-01",
            "citations": [evidence],
        }
    )
    fields = {**mlc.findings()[0].model_dump(), "check": check}
    text = mlc.cite(models.Finding.model_validate(fields))
    assert "\n" not in text
    for part in ("Imed Bouchrika (2026)", "partly", "2026-11-01", "Gartner (2024)", "computed"):
        assert part in text, part


@pytest.mark.parametrize(
    "wrong",
    [None, "data-scientist", 1, b"x", {}, [], object(), models.Role],
    ids=lambda wrong: type(wrong).__name__,
)
def test_cite_refuses_what_is_no_record(wrong: Any) -> None:
    with pytest.raises(TypeError, match=type(wrong).__name__):
        mlc.cite(wrong)


@pytest.mark.parametrize("name", TABLES)
def test_cite_of_a_table_is_a_line_a_source(name: str) -> None:
    table = store.table(TABLES[name])
    cited = [c.source for record in table for c in getattr(record, "citations", ())]
    expected = list(dict.fromkeys(cited)) or [source.id for source in mlc.sources()]
    assert mlc.cite(table).splitlines() == [mlc.cite(mlc.source(source)) for source in expected]


def test_cite_of_a_table_of_what_is_no_fact_is_refused() -> None:
    match = mlc.match_title("Data Analyst")
    assert match
    for nobody in (match, mlc.Table(models.TitleMatch, [match])):
        with pytest.raises(TypeError, match="TitleMatch states no fact"):
            mlc.cite(nobody)


@pytest.mark.parametrize("kind", get_args(SourceKind))
def test_a_document_without_a_publisher_is_called_by_its_kind(kind: SourceKind) -> None:
    document = mlc.source("gartner-2024").model_dump() | {"kind": kind, "publisher": None}
    line = str(mlc.models.Source.model_validate(document))
    assert "publisher not named, a" in line
    assert kind in line.replace("data set", "dataset").rpartition("publisher not named")[2]
