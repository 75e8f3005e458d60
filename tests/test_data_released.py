"""A data file changes only on purpose, with the version of the facts and a line in the changelog.

`released.csv` has the SHA-256 of each file, and the version since which it is so. It is written by
hand: a tool that did it would let a slip of the keyboard pass.
"""

from __future__ import annotations

import csv
from hashlib import sha256
from pathlib import Path
from typing import Final

import pytest

import mlcareerdata as mlc
from mlcareerdata._files import read
from mlcareerdata._registry import TABLES

LIST: Final = Path(__file__).with_name("released.csv")
CHANGES: Final = (Path(__file__).parent.parent / "CHANGELOG.md").read_text(encoding="utf-8")

with LIST.open(encoding="utf-8", newline="") as file:
    RELEASED: Final = {row["table"]: row for row in csv.DictReader(file)}


@pytest.mark.parametrize("name", TABLES)
def test_a_file_is_as_released(name: str) -> None:
    found = sha256(read(name)).hexdigest()
    assert found == RELEASED.get(name, {}).get("sha256"), (
        f"data/{name}.json is not as it was released. If it was not meant to change, restore it. "
        "If it was: set DATA_VERSION in src/mlcareerdata/__init__.py, say in CHANGELOG.md what is "
        f"new, and let the line of this table in tests/released.csv be "
        f"'{name},{mlc.DATA_VERSION},{found}'"
    )


def test_the_version_of_the_facts_is_that_of_the_newest_file() -> None:
    assert max(row["since"] for row in RELEASED.values()) == mlc.DATA_VERSION
    assert set(RELEASED) == set(TABLES), "released.csv has a line a table, and no other"


def test_the_changelog_has_the_version_of_the_facts() -> None:
    assert mlc.DATA_VERSION in CHANGES
