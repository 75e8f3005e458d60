"""What holds for every record: format, ids, names, prose. A failure says what to do."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

import mlcareerdata as mlc
from mlcareerdata import ids
from mlcareerdata._registry import TABLES
from mlcareerdata._show import Meaning
from mlcareerdata._text import normalise
from mlcareerdata.models import CitedRecord, Record
from mlcareerdata.models._types import meaning_of
from typed_facts import items, library, typed_tables

ROOT = Path(__file__).parent.parent
ARTICLE = "bouchrika-2026"
DATA = ROOT / "src" / "mlcareerdata" / "data"


def every_record() -> Iterator[tuple[str, Record]]:
    for name, facts in library().items():
        for record in facts.records:
            yield name, record


def nested(record: Record) -> Iterator[Record]:
    """A record and the records inside it."""
    yield record
    for _, value in record:
        for item in items(value):
            if isinstance(item, Record):
                yield from nested(item)


def test_all_that_is_derived_is_as_derived() -> None:
    tool = [sys.executable, str(ROOT / "tools" / "tidy.py"), "--check"]
    done = subprocess.run(tool, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr  # the message says what to run


def test_every_file_is_a_table_and_every_table_a_file() -> None:
    assert {file.stem for file in DATA.glob("*.json")} == set(TABLES)


def test_data_readme_names_every_file() -> None:
    named = set(re.findall(r"`(\w+)\.json`", (DATA / "README.md").read_text(encoding="utf-8")))
    assert named == set(TABLES), "say in data/README.md what each file is"


@pytest.mark.parametrize(
    ("literal", "expected"),
    [
        (
            ids.RoleId,
            {
                1: "machine-learning-engineer",
                2: "data-scientist",
                3: "ai-research-assistant",
                4: "business-intelligence-analyst",
                5: "ai-research-scientist",
                6: "software-engineer-ml",
                7: "data-analyst",
                8: "ai-engineer",
                9: "machine-learning-specialist",
            },
        ),
        (
            ids.IndustryId,
            {
                1: "technology",
                2: "finance",
                3: "healthcare",
                4: "automotive",
                5: "telecommunications",
                6: "consulting",
            },
        ),
        (
            ids.SkillId,
            {
                1: "programming-and-frameworks",
                2: "data-preparation",
                3: "domain-expertise",
                4: "communication-and-teamwork",
                5: "version-control-and-cloud",
            },
        ),
        (
            ids.PlatformId,
            {
                1: "aws",
                2: "google-cloud",
                3: "vendor-neutral",
                4: "azure",
                5: "databricks",
                6: "nvidia",
                7: "oracle-cloud",
                8: "snowflake",
            },
        ),
    ],
)
def test_ids_are_those_of_the_contract(literal: object, expected: dict[int, str]) -> None:
    assert dict(enumerate(get_args(literal), 1)) == expected, (
        "Ids are never removed, renamed or moved; name a new one above, in its place."
    )


def test_the_articles_certificates_come_first() -> None:
    assert get_args(ids.CertificationId)[:4] == (
        "aws-machine-learning-specialty",
        "google-professional-ml-engineer",
        "certified-analytics-professional",
        "azure-data-scientist-associate",
    )


@pytest.mark.parametrize("table", typed_tables())
def test_ids_read_as_ids(table: str) -> None:
    for record in library()[table].records:
        if isinstance(name := getattr(record, "id", "a"), str):
            assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name), f"{name!r}: lower case and dashes"


@pytest.mark.parametrize(
    "name", ["roles", "industries", "skills", "platforms", "certifications", "sources"]
)
def test_no_name_means_two_records(name: str) -> None:
    known = library()[name].names  # raises DataIntegrityError if one does
    assert "" not in known, f"{name}: a name is nothing but punctuation"


def test_no_name_means_two_things_on_the_command_line() -> None:
    meant: defaultdict[str, set[str]] = defaultdict(set)
    for name in ("roles", "industries", "skills", "platforms", "certifications"):
        for known in library()[name].names:
            meant[known].add(name)
    assert not {known: names for known, names in meant.items() if len(names) > 1}


def test_no_alias_repeats_another_name_of_its_record() -> None:
    for table, record in every_record():
        spoken = [getattr(record, "title", None) or getattr(record, "name", None)]
        names = [name for name in (*spoken, *getattr(record, "aliases", ())) if name]
        if table != "sources":
            folded = [normalise(name) for name in names]
            assert len(set(folded)) == len(folded), f"{table}, {record!r}: an alias is not needed"


def test_every_label_finds_its_record() -> None:
    """Every name that a source uses for a role or an industry is an accepted name of it."""
    for table, record in every_record():
        label = getattr(record, "label", None)
        if not isinstance(record, CitedRecord) or record.citations[0].source != ARTICLE:
            continue  # other labels name an occupation, or are from postings
        if label and (role := getattr(record, "role", None)):
            assert mlc.role(label).id == role, f"{table}: add the alias {label!r} to {role}"
        if label and (industry := getattr(record, "industry", None)):
            assert mlc.industry(label).id == industry, f"add the alias {label!r} to {industry}"


def test_every_fact_is_cited() -> None:
    for table, record in every_record():
        if table != "sources":
            assert isinstance(record, CitedRecord)
            assert record.citations, f"{table}, {record!r}: say who says so"


def test_every_source_is_used() -> None:
    used = {
        name
        for _, record in every_record()
        for part in nested(record)
        if isinstance(part, CitedRecord)
        for citation in part.citations
        for name in (citation.source, *citation.attributed_to)
    }
    assert used == {source.id for source in mlc.sources()}, "delete a source that nothing cites"


def test_an_estimate_says_why() -> None:
    for table, record in every_record():
        for part in nested(record):
            if isinstance(part, CitedRecord):
                for citation in part.citations:
                    if citation.basis == "estimated":
                        words = (citation.note or "").split()
                        assert len(words) >= 4, f"{table}, {record!r}: say why, in the note"


def test_places_in_the_order_of_pay() -> None:
    table = mlc.industry_pay()
    assert [pay.position for pay in table] == list(range(1, len(table) + 1))


def test_ranges_rise() -> None:
    for record in mlc.salary_ranges():
        assert record.low <= (record.median or record.low) <= record.high, repr(record)


def test_figures_have_a_unit() -> None:
    for finding in mlc.findings():
        parts = (finding.value, finding.unit, finding.comparison)
        assert None not in parts or set(parts) == {None}, finding.id


def test_every_topic_has_findings() -> None:
    for topic in get_args(mlc.models.Topic):
        assert len(mlc.findings(topic=topic)), topic


def texts(record: Record) -> Iterator[tuple[str, str, bool]]:
    """Each text of a record: its field, the text, and whether its type says that it is prose."""
    for part in nested(record):
        for field, value in part:
            prose = meaning_of(type(part).model_fields[field]) is Meaning.PROSE
            yield from ((field, item, prose) for item in items(value) if isinstance(item, str))


@pytest.mark.parametrize("table", typed_tables())
def test_prose_is_whole_sentences(table: str) -> None:
    for record in library()[table].records:
        for field, text, prose in texts(record):
            where = f"{table}, {record!r}, {field}: {text!r}"
            assert text == text.strip(), f"{where}: white space around it"
            assert not re.search(r"\s\s|\n", text), f"{where}: write it on one line"
            if prose:
                assert re.match(r"[A-Z0-9$]", text), f"{where}: start with a capital letter"
                assert re.search(r"[.?]$", text), f"{where}: end with a full stop"
            elif field in ("leads_to", "applications", "tools", "themes"):
                assert not text.endswith("."), f"{where}: an item of a list has no full stop"


@pytest.mark.parametrize("page", ["src/mlcareerdata/data/README.md", "docs/trust.md"])
def test_attributions_are_passed_on(page: str) -> None:
    text = re.sub(r"\s+", " ", (ROOT / page).read_text(encoding="utf-8"))
    for source in mlc.sources():
        if source.license:
            assert source.license in text, f"{page}: say {source.license!r}"
    assert "aijobs.net" in text, f"{page}: say where advertised pay comes from"
