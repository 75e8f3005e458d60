"""What the prose taken from the article may say: its own figures, names and things, and no others.

Figures that stand in fields of their own are typed in tests/typed; a figure in a sentence must be
one of those that were typed for the same section.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from mlcareerdata.models import Certification, CitedRecord
from typed_facts import columns, items, library, typed

ARTICLE = "bouchrika-2026"

# Numbers in the article that are neither pay nor a percentage nor the year of a credited document.
OTHER_FIGURES = {("strongest-demand", "4.0")}

# Things that the article names, which a record of that section must name too.
THINGS: tuple[tuple[str, str], ...] = tuple(
    (section, thing)
    for section, things in {
        "introduction": (
            "language processing",
            "computer vision",
            "predictive analytics",
            "communicat",
        ),
        "key-benefits": ("deploy", "at scale", "speciali[sz]ed"),
        "entry-level-jobs": (
            "finance",
            "healthcare",
            "manufacturing",
            "region",
            "feature engineering|engineers features",
            "PhD",
        ),
        "strongest-demand": (
            "language processing",
            "fraud",
            "risk management",
            "compliance",
            "precision medicine",
            "imag",
            "bioinformatics",
            "drug discovery",
            "privacy",
            r"Industry 4\.0",
            "autonomous",
            "IoT|internet of things",
            "real.time",
        ),
        "highest-salaries": ("TensorFlow", "PyTorch", "finance", "healthcare", "cloud", "agile"),
        "best-paying-industries": (
            "algorithmic trading|trading by algorithm",
            "fraud",
            "credit.risk",
            "language processing",
            "computer vision",
            "diagnos",
            "drug discovery",
            "perception",
            "safety",
            "network",
            "conditional",
        ),
        "valuable-skills": ("Python", "TensorFlow", "PyTorch", "Git", "cloud"),
        "hiring-without-experience": (
            "internship",
            "assistantship",
            "capstone",
            "certifi",
            "open.source",
            "compliance",
            "data.driven",
            "client.facing|clients",
        ),
        "certifications": ("GitHub", "Kaggle", "Azure", "Google Cloud", "start-?ups"),
        "remote-jobs": ("notebook", "dashboard", "version control", "mentor", "software"),
        "competition": (
            "technology",
            "finance",
            "healthcare",
            "automotive",
            "TensorFlow",
            "PyTorch",
            "internship",
        ),
        "long-term-growth": (
            "R&D|research and development",
            "consulting",
            "conditional",
            "tutoring",
        ),
        "graduates": ("open.source", "interview", "licen[cs]", "internship", "data engineering"),
        "questions": ("mentor", "data engineering", "product management", "onboarding"),
    }.items()
    for thing in things
)

# Names and abbreviations of the article (and "I"): products, companies, places, people.
NAMES = frozenset(
    {"I", "AI", "ML", "BI", "PhD", "IoT", "AWS", "CAP", "R&D", "Industry", "United", "States"}
    | {"Python", "TensorFlow", "PyTorch", "Git", "GitHub", "Kaggle"}
    | {"Google", "Google's", "Cloud", "Cloud's", "Microsoft", "Azure"}
    | {"Augustus", "Antonio", "Julian"}
)

# Capitals inside a sentence, or inside a word.
_CAPITALS = re.compile(r"(?<=[\w,;\"')] )[A-Z][\w&']*|\b\w+[A-Z][\w&']*")

# --- The prose -------------------------------------------------------------------------------

# Fields that are no prose of the article's, or that later facts from elsewhere fill.
_NOT_PROSE = frozenset(
    {"id", "role", "industry", "platform", "aliases", "naics", "check", "citations", "currency"}
    | {"period", "region", "level", "kind", "stance", "issuer", "status", "unit", "comparison"}
)
_OF_CERTIFICATE = frozenset({"name", "validates", "helps_because", "suits"})


def _records() -> Iterator[tuple[str, CitedRecord]]:
    """Every record that cites the article, with a name for messages."""
    for name, facts in library().items():
        for place, record in enumerate(facts.records, 1):
            if isinstance(record, CitedRecord) and _sections(record):
                yield f"{name}.json, record {place} ({record!r})", record


def _sections(record: CitedRecord) -> set[str]:
    """The sections of the article that the record cites."""
    return {c.section for c in record.citations if c.source == ARTICLE and c.section}


def _prose(record: CitedRecord) -> Iterator[tuple[str, str]]:
    """Field and text of everything that the record says in words."""
    for name, value in record:
        if name in _NOT_PROSE:
            continue
        if isinstance(record, Certification) and name not in _OF_CERTIFICATE:
            continue
        for text in items(value):
            if isinstance(text, str):
                yield name, text


_NUMBER = re.compile(r"\$?\d[\d,]*(?:\.\d+)?(?:\s*(?:%|per\s?cent\b))?")


def _figures_in(text: str) -> Iterator[str]:
    for found in _NUMBER.findall(text):
        yield re.sub(r"\s*(%|per\s?cent)$", "%", found.rstrip(",")).rstrip(",")


def _typed_figures() -> set[tuple[str, str]]:
    """Section and figure of every figure that was typed from the article."""
    years = {row["id"]: row["published"][:4] for row in typed("sources")}
    figures = set(OTHER_FIGURES)
    for table in library():
        for row in typed(table) if "sections" in columns(table) else ():
            for section in filter(None, row["sections"].split("; ")):
                credited = filter(None, row.get("attributed_to", "").split("; "))
                figures |= {(section, years[name]) for name in credited}
                figures |= {
                    (section, f"${int(row[end]):,}") for end in ("low", "high") if end in row
                }
                if row.get("value"):
                    figures.add((section, row["value"] + "%" * row["unit"].startswith("percent")))
    return figures


# --- What it may say -------------------------------------------------------------------------


def test_every_figure_in_words_was_typed_for_its_section() -> None:
    expected = _typed_figures()
    for name, record in _records():
        for field, text in _prose(record):
            for figure in _figures_in(text):
                assert any((section, figure) in expected for section in _sections(record)), (
                    f"{name}, {field}: states {figure}, which was not typed from "
                    f"{', '.join(sorted(_sections(record)))}. Compare with the article, and "
                    f"correct the figure, the section, or tests/typed: {text}"
                )


_SPELT_OUT = re.compile(
    r"\b(half|thirds?|quarters?|doubl\w+|twice|tripl\w+|dozens?|hundreds?|thousands?|millions?"
    r"|percent|per cent|fold)\b",
    re.IGNORECASE,
)


def test_no_figure_is_spelt_out() -> None:
    for name, record in _records():
        for field, text in _prose(record):
            found = _SPELT_OUT.findall(_NUMBER.sub("", text))
            assert not found, (
                f"{name}, {field}: {', '.join(found)} is a figure that the article does not give, "
                f"or not in these words: {text}"
            )


@pytest.mark.parametrize(("section", "thing"), THINGS)
def test_what_the_article_names_is_named(section: str, thing: str) -> None:
    texts = [t for _, r in _records() if section in _sections(r) for _, t in _prose(r)]
    assert any(re.search(thing, text, re.IGNORECASE) for text in texts), (
        f"No record that cites section {section} mentions {thing!r}, which the article names "
        "there: add it, or cite that section too."
    )


_GENDERED = re.compile(r"\b(he|him|his|she|hers?|himself|herself|mr|mrs|ms)\b", re.IGNORECASE)


def test_nobody_is_given_a_gender() -> None:
    for name, record in _records():
        for field, text in _prose(record):
            assert not _GENDERED.search(text), (
                f"{name}, {field}: the article does not tell anybody's gender. Write 'they' or "
                f"turn the sentence round: {text}"
            )


def test_no_name_is_invented() -> None:
    for name, record in _records():
        for field, text in _prose(record):
            if field in {"label", "title", "name", "vendor"}:
                continue
            # A list is in lower case; a sentence begins with a capital.
            inside = f", {text}" if field in {"tools", "applications", "leads_to"} else text
            found = {word.partition("-")[0] for word in _CAPITALS.findall(inside)}
            assert found <= NAMES, (
                f"{name}, {field}: the article does not name {', '.join(sorted(found - NAMES))}. "
                f"Take it out, or add it to NAMES if the article does: {text}"
            )
