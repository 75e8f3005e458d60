"""The library's own sentences and other names are as they were last proofread.

Figures and what a source says are typed a second time in tests/typed. Sentences cannot be, as they
are our own; so `wording.csv` keeps them, and a word that slips in beside a wanted change shows.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from mlcareerdata.models import Record
from typed_facts import SAMPLED, columns, is_list, items, library

FILE: Final = Path(__file__).with_name("wording.csv")
TABLES: Final = [name for name in library() if name not in SAMPLED]

Line = tuple[str, str, str, str]


def texts(table: str) -> Iterator[Line]:
    """The table, the record, the field and the text of whatever tests/typed does not have whole."""
    typed = {*columns(table)} - {"citations"}
    key = library()[table].key
    for record in library()[table].records:
        name = " ".join(str(getattr(record, field)) for field in key)
        for field, text in _within(record):
            if field.split(".")[0] not in typed and (" " in text or field == "aliases"):
                yield table, name, field, text


def _within(record: Record) -> Iterator[tuple[str, str]]:
    """Every text of a record, also of those inside it, with the fields that lead to it."""
    for field, value in record:
        for item in items(value) if is_list(value) else (value,):
            if isinstance(item, Record):
                yield from ((f"{field}.{inner}", text) for inner, text in _within(item))
            elif isinstance(item, str):
                yield field, item


@pytest.mark.parametrize("table", TABLES)
def test_the_wording_is_as_it_was_proofread(table: str) -> None:
    with FILE.open(encoding="utf-8", newline="") as file:
        known = [tuple(line) for line in csv.reader(file) if line[0] == table]
    now = list(texts(table))
    for before, after in zip(known, now, strict=False):
        assert before == after, "if the change is meant, write it into tests/wording.csv too"
    assert len(known) == len(now), "tests/wording.csv has a line for every text, and no other"
