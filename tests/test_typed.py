"""Every fact is typed twice, in the data and in tests/typed, and both say the same.

`typed_facts.py` says how the CSV files are read.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from mlcareerdata.models import CitedRecord, Record
from typed_facts import SAMPLED, columns, differences, library, said, typed, typed_tables

TABLES = typed_tables()
COMPARE = (
    "One of the two is wrong: compare both with the source, and correct that one. "
    "tests/typed_facts.py says how a cell is written."
)


def places(table: str) -> str:
    return f"tests/typed/{table}.csv and data/{table}.json"


def test_every_table_is_typed_a_second_time() -> None:
    tables = set(library())
    assert set(TABLES) == tables, (
        f"Type {sorted(tables - {*TABLES})} from the source, each as tests/typed/<table>.csv; "
        f"there is no table for {sorted({*TABLES} - tables)}."
    )


@pytest.mark.parametrize("table", TABLES)
def test_all_its_records_are_typed_in_their_order(table: str) -> None:
    facts = library()[table]
    rows = [tuple(row[field] for field in facts.key) for row in typed(table)]
    records = [tuple(said(record, field) for field in facts.key) for record in facts.records]
    only_typed = [key for key in rows if key not in records]
    if table in SAMPLED:
        assert len(rows) >= SAMPLED[table], f"tests/typed/{table}.csv: type more rows"
        records = [key for key in records if key in set(rows)]
    only_there = [key for key in records if key not in rows]
    assert rows == records, (
        f"{places(table)} have other records, or another order. Typed only: {only_typed}; in the "
        f"library only: {only_there}. {COMPARE}"
    )


@pytest.mark.parametrize("table", TABLES)
def test_the_library_says_what_was_typed(table: str) -> None:
    facts = library()[table]
    known = {tuple(said(record, field) for field in facts.key): record for record in facts.records}
    differ: list[str] = []
    for row in typed(table):
        key = tuple(row[field] for field in facts.key)
        if key in known:  # an unknown one fails the test above
            differ += (f"{' '.join(key)}, {line}" for line in differences(known[key], row))
    assert not differ, f"{places(table)} differ. {COMPARE}\n" + "\n".join(differ)


def needed(record: Record) -> Iterator[str]:
    """The columns that a record requires in its CSV: those of figures, days and truth values."""
    for field, value in record:
        if isinstance(value, int | float | date):
            yield field
    if isinstance(record, CitedRecord):
        yield "citations"
        for column in ("sections", "attributed_to", "estimated", "computed"):
            if said(record, column):
                yield column
    check = getattr(record, "check", None)
    if isinstance(check, Record):
        yield from ("check_verdict", "check_note~", *(f"check_{name}" for name in needed(check)))


@pytest.mark.parametrize("table", TABLES)
def test_no_figure_goes_untyped(table: str) -> None:
    there = columns(table)
    assert len(set(there)) == len(there), f"tests/typed/{table}.csv has a column twice"
    lacking = {name for record in library()[table].records for name in needed(record)} - {*there}
    assert not lacking, f"tests/typed/{table}.csv: type {sorted(lacking)} from the source too"
