"""The titles of the tests, and what the tests see of the reader's inside.

`titles.csv` has titles as employers write them. `titles_of_parts.csv` has made-up ones for those
parts of the tables that decide none of these: a phrase, a spelling, a word of a veto. They read
less well, and each would be read otherwise without the part that it is there for.
"""

import csv
from pathlib import Path

from mlcareerdata import match_title
from mlcareerdata._titles import fold
from mlcareerdata._titles.reader import READER, TABLES
from mlcareerdata._titles.repair import repair
from mlcareerdata._titles.rows import TitleLevel, TitleRule
from mlcareerdata._titles.rules import Rule
from mlcareerdata.ids import RoleId


def _titles(name: str) -> list[tuple[str, str, str]]:
    with Path(__file__).with_name(name).open(encoding="utf-8", newline="") as file:
        return [(row["title"], row["role_id"], row["seniority"]) for row in csv.DictReader(file)]


TITLES = _titles("titles.csv")
OF_PARTS = _titles("titles_of_parts.csv")
WITH_ROLE = [title for title, role, _ in TITLES if role]
WITHOUT_ROLE = [title for title, role, _ in TITLES if not role]


def decisions() -> list[TitleRule | TitleLevel]:
    return [*TABLES.get().rules, *TABLES.get().levels]


def line_of(title: str) -> str:
    """The title as the rules see it."""
    reader = READER.get()
    folded = fold.without_numbers(reader.characters.fold(repair(title)))
    return fold.line_of(folded, reader.write)[1]


def deciding(title: str) -> Rule[TitleRule] | None:
    """The first rule of the whole table that holds: no gates, no clues."""
    line = line_of(title)
    return next((rule for rule in READER.get().rules.all if rule.find(line)), None)


def role_of(title: str) -> RoleId | None:
    found = match_title(title)
    return found.role if found else None


def answer(title: str) -> tuple[str, str]:
    """The role and the seniority, as the table writes them."""
    found = match_title(title)
    return (found.role, found.seniority or "") if found else ("", "")
