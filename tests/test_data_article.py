"""Every paragraph of the article became records or was left out: docs/article.md says which."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import mlcareerdata as mlc
from mlcareerdata.models import CitedRecord, Record
from typed_facts import library

PAGE = Path(__file__).parent.parent / "docs" / "article.md"
ARTICLE = "bouchrika-2026"

# The article's fourteen sections in order, and how many paragraphs each has: list items and
# captions count, headings do not. Counted in the article, which is not in this repository.
PARAGRAPHS = {
    "introduction": 2,
    "key-benefits": 3,
    "entry-level-jobs": 7,
    "strongest-demand": 7,
    "highest-salaries": 6,
    "best-paying-industries": 8,
    "valuable-skills": 8,
    "hiring-without-experience": 3,
    "certifications": 6,
    "remote-jobs": 6,
    "competition": 11,
    "long-term-growth": 9,
    "graduates": 3,
    "questions": 8,
}


def table(heading: str) -> list[list[str]]:
    """The rows of the first Markdown table under a heading."""
    text = PAGE.read_text(encoding="utf-8").split(f"## {heading}\n")[1]
    rows = re.findall(r"^\|(.+)\|$", text.split("\n## ")[0], re.MULTILINE)
    return [[cell.strip() for cell in row.split(" | ")] for row in rows[2:]]


ASKED = table("What to ask")
WENT = table("Where each paragraph went")


def name_of(record: Record) -> str:
    """How the page names a record of its table."""
    for field in ("id", "role", "industry", "label"):
        if value := getattr(record, field, None):
            return str(value)
    raise AssertionError(f"{record!r} has no name")


def test_every_section_has_a_call() -> None:
    assert [row[0] for row in ASKED] == list(PARAGRAPHS)


@pytest.mark.parametrize("row", ASKED, ids=[row[0] for row in ASKED])
def test_call_gives_the_answer(row: list[str]) -> None:
    section, _, call, answer = row
    got = eval(call.strip("`"), {"mlc": mlc})  # noqa: S307  (our own page)
    assert got == ast.literal_eval(answer.strip("`")), f"docs/article.md, {section}: {call}"


@pytest.mark.parametrize("section", PARAGRAPHS)
def test_every_paragraph_went_somewhere(section: str) -> None:
    numbers: list[int] = []
    for row in WENT:
        if row[0] == section:
            first, _, last = row[1].partition("-")
            numbers += range(int(first), int(last or first) + 1)
            assert row[3], f"{section} {row[1]}: name its records, or say why it is left out"
    assert numbers == list(range(1, PARAGRAPHS[section] + 1)), section


def test_named_records_exist_and_cite_that_section() -> None:
    for section, number, _, cell in WENT:
        for file, name in re.findall(r"`(\w+)/([^`]+)`", cell):
            found = [record for record in library()[file].records if name_of(record) == name]
            assert found, f"docs/article.md, {section} {number}: there is no {file}/{name}"
            if isinstance(found[0], CitedRecord):
                cited = {c.section for c in found[0].citations if c.source == ARTICLE}
                assert section in cited, f"{file}/{name} does not cite section {section!r}"


def test_no_record_of_the_article_is_missing() -> None:
    named = {name for row in WENT for name in re.findall(r"`([^`]+)`", row[3])}
    cited = {
        f"{file}/{name_of(record)}"
        for file, facts in library().items()
        for record in facts.records
        if isinstance(record, CitedRecord) and record.citations[0].source == ARTICLE
    }
    missing = sorted(cited - named)
    assert not missing, f"say in docs/article.md which paragraph each is from: {missing}"


def test_every_credited_document_is_named() -> None:
    credited = {
        name
        for facts in library().values()
        for record in facts.records
        if isinstance(record, CitedRecord)
        for citation in record.citations
        for name in citation.attributed_to
    }
    named = {name for row in WENT for name in re.findall(r"`sources/([^`]+)`", row[3])}
    assert credited | {ARTICLE} == named


def test_sections_cited_are_sections_of_the_article() -> None:
    for facts in library().values():
        for record in facts.records:
            if isinstance(record, CitedRecord):
                for citation in record.citations:
                    if citation.source == ARTICLE:
                        assert citation.section in PARAGRAPHS, f"{record!r}: {citation.section}"


@pytest.mark.parametrize("section", PARAGRAPHS)
def test_every_section_has_a_record(section: str) -> None:
    assert any(
        citation.source == ARTICLE and citation.section == section
        for facts in library().values()
        for record in facts.records
        if isinstance(record, CitedRecord)
        for citation in record.citations
    ), f"No record cites section {section} of the article: add what it says to the data."


def test_credits_that_are_too_vague_to_find_say_so() -> None:
    for facts in library().values():
        for record in facts.records:
            if isinstance(record, CitedRecord):
                for citation in record.citations:
                    for source in map(mlc.source, citation.attributed_to):
                        assert source.publisher or source.note, (
                            f"The article names no publisher of {source.id}: say so in its note "
                            "in data/sources.json."
                        )


# --- Names that the article uses -------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("Junior Research Scientist", "ai-research-assistant"),
        ("Business Intelligence Analyst with ML Focus", "business-intelligence-analyst"),
        ("Software Engineer with ML Focus", "software-engineer-ml"),
        ("software engineer with machine learning specialization", "software-engineer-ml"),
        ("data analyst with machine learning focus", "data-analyst"),
    ],
)
def test_roles_are_found_by_the_names_that_the_article_uses(title: str, role: str) -> None:
    assert mlc.role(title).id == role, f"add the alias {title!r} to {role} in data/roles.json"


@pytest.mark.parametrize(
    ("name", "certification"),
    [
        ("AWS Certified Machine Learning - Specialty", "aws-machine-learning-specialty"),
        ("Google Professional Machine Learning Engineer", "google-professional-ml-engineer"),
        ("Certified Analytics Professional", "certified-analytics-professional"),
        ("Certified Analytics Professional (CAP)", "certified-analytics-professional"),
        ("Microsoft Azure Data Scientist Associate", "azure-data-scientist-associate"),
    ],
)
def test_certificates_are_found_by_the_names_that_the_article_uses(
    name: str, certification: str
) -> None:
    assert mlc.certification(name).id == certification, f"add the alias {name!r}"
