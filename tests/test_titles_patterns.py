"""The language of patterns, item by item: what each finds in a title, and what it does not find.

`rows.py` says what the items mean. Each pattern here is the only rule of a reader of its own.
"""

from dataclasses import replace

import pytest

from mlcareerdata._titles.reader import TABLES, TitleReader
from mlcareerdata._titles.rows import TitleRule, TitleTerm

TRADE = TitleTerm(id="trade", phrases=("welder", "ship builder"), why="Made up.")


def matched(title: str, *patterns: str, **others: tuple[str, ...]) -> str | None:
    """What a rule with those patterns finds in the title."""
    row = TitleRule(id="x", role="data-scientist", when=patterns, why="Made up.")
    tables = replace(
        TABLES.get(),
        rules=(row.model_copy(update=others),),
        terms=(*TABLES.get().terms, TRADE),
    )
    found = TitleReader(tables).read(title)
    return found.matched if found else None


FOUND = {
    "decision scientist": ["Decision Scientist", "decision-scientist", "DECISION SCIENTISTS"],
    "decision *2 scientist": [
        "Decision Scientist",
        "Decision One Scientist",
        "Decision One Two Scientist",
        "Decision Senior Scientist",
    ],
    "decision *1 scientist": ["Decision One Scientist"],
    "decision ~ scientist": [
        "Decision Scientist",
        "Decision Senior Scientist",
        "Decision (Sr.) Scientist",
        "Decision - Lead - Scientist",
        "Decision Senior/Lead Scientist",
        "Decision (Senior/Lead) Scientist",
        "Decision & Senior Scientist",
        "Decision Summer Senior Lead Scientist",
        "Decision (Junior Summer Senior Lead) Scientist",
    ],
    "decision , scientist": [
        *("Decision - Scientist", "Decision at Scientist", "Decision: Scientist"),
        *("Decision | Scientist", "Decision [Scientist", "Decision, Scientist"),
    ],
    "decision & scientist": [
        *("Decision/Scientist", "Decision and Scientist", "Decision or Scientist"),
        *("Decision + Scientist", "Decision & Scientist"),
    ],
    "decision|choice scientist": ["Decision Scientist", "Choice Scientist"],
    "decision big? scientist": ["Decision Scientist", "Decision Big Scientist"],
    "@trade scientist": ["Welder Scientist", "Ship Builder Scientist"],
    "@trade|decision scientist": ["Welder Scientist", "Decision Scientist"],
    "decision @trade? scientist": ["Decision Scientist", "Decision Ship Builder Scientist"],
    "decision !@trade scientist": [
        *("Decision One Scientist", "Decision One Two Three Four Scientist"),
        *("Decision & One Scientist", "Decision Ship Scientist"),
    ],
}
NOT_FOUND = {
    "decision scientist": ["Decision", "Scientist", "Decision, Scientist", "Decision/Scientist"],
    "decision *2 scientist": [
        *("Decision One Two Three Scientist", "Decision, Scientist", "Decision & Scientist"),
    ],
    "decision *1 scientist": ["Decision One Two Scientist"],
    "decision ~ scientist": [
        *("Decision Junior Summer Senior Lead Scientist", "Decision One Scientist"),
        *("Decision, Scientist", "Decision (Junior Summer Senior Lead Staff) Scientist"),
    ],
    "decision , scientist": ["Decision Scientist", "Decision/Scientist"],
    "decision & scientist": ["Decision Scientist", "Decision, Scientist"],
    "decision|choice scientist": ["Decision", "Big Scientist"],
    "decision big? scientist": ["Decision Big Big Scientist", "Decision One Scientist"],
    "@trade scientist": ["Builder Scientist", "Ship Scientist", "Trade Scientist"],
    "@trade|decision scientist": ["Ship Scientist"],
    "decision @trade? scientist": ["Decision Ship Scientist"],
    "decision !@trade scientist": [
        *("Decision Scientist", "Decision One Two Three Four Five Scientist"),
        *("Decision Welder Scientist", "Decision One Ship Builder Scientist"),
        *("Decision, One Scientist", "Decision Senior Scientist"),
    ],
}
ENDS = {
    "scientist ,": (["Scientist", "Big Scientist", "Scientist at Lyon"], ["Scientist of Lyon"]),
    ", scientist": (["Scientist", "Scientist of Lyon", "Big - Scientist"], ["Big Scientist"]),
}


@pytest.mark.parametrize("pattern", FOUND)
def test_what_a_pattern_finds_is_what_matched(pattern: str) -> None:
    for title in FOUND[pattern]:
        assert matched(title, pattern) == title
        assert matched(f"Big: {title}, Lyon", pattern) == title


@pytest.mark.parametrize("pattern", NOT_FOUND)
def test_what_a_pattern_does_not_find(pattern: str) -> None:
    for title in NOT_FOUND[pattern]:
        assert matched(title, pattern) is None, title


@pytest.mark.parametrize("pattern", ENDS)
def test_either_end_of_a_title_is_a_break(pattern: str) -> None:
    there, elsewhere = ENDS[pattern]
    assert all(matched(title, pattern) for title in there)
    assert not any(matched(title, pattern) for title in elsewhere)


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("Decision Scientist", "Decision Scientist"),
        ("Decision Scientist of Choice, Lyon", "Decision Scientist of Choice"),
        ("Decision Scientist of Lyon", "Decision Scientist"),
        ("Decision Maker & Scientist", "Decision Maker & Scientist"),
        ("Decision Maker Scientist", None),
    ],
)
def test_of_patterns_that_begin_alike_each_is_found(title: str, found: str | None) -> None:
    patterns = (
        "decision scientist",
        "decision scientist of choice",
        "decision *1 & scientist",
    )
    assert matched(title, *patterns) == found


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("Decision Scientist", None),
        ("Decision Scientist, Lyon", "Decision Scientist, Lyon"),
        ("Lyon: Decision Scientist", "Lyon: Decision Scientist"),
        ("Welder, Decision Scientist, Lyon", None),
        ("Not Decision Scientist, Lyon", None),
        ("Not Decision Scientist, Decision Scientist, Lyon", "Decision Scientist, Lyon"),
    ],
)
def test_also_unless_and_aside(title: str, found: str | None) -> None:
    """Both parts of a rule have to be there, no veto may, and what is set aside decides nothing."""
    others = {
        "also": ("lyon",),
        "unless": ("welder ,",),
        "aside": ("not decision",),
    }
    assert matched(title, "decision scientist", **others) == found
