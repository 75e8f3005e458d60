"""The facts as they were typed a second time, and how they are compared with the library.

`typed/<table>.csv` has a row for every record of the table, in the table's order. It was typed
from the sources, not from the data files, so that a slip in one is not repeated in the other.
Of the tables in SAMPLED, which are too long for that, it has some rows, in the table's order.
A column is named like a field and says what the field must hold, as text:

- an amount or a number plainly (`95000`, `8.2`), a day as `2026-03-31`, `yes` or `no`;
- the items of a list with `; ` between them;
- an empty cell: `None`, or a list without items.

A field without a column is not checked. Columns that are not fields:

- `check_...`: a field of the record's check, such as `check_verdict`;
- `citations`: the documents cited, each once; `sections`: the sections cited;
  `attributed_to`: whom the citations credit; `estimated`, `computed`: the documents cited on
  that basis;
- `note~`, or another name with `~`: phrases that the text must have, with `; ` between them. They
  must hold every figure of the text: a figure that is in none of them is an error. Case does not
  matter, and `percent` is `%`. `notes~` is for the record's own note and those of its citations.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final, NamedTuple, TypeGuard

import mlcareerdata as mlc
import mlcareerdata._store as store
from mlcareerdata._registry import FACTS
from mlcareerdata.models import CitedRecord, Record

FOLDER: Final = Path(__file__).with_name("typed")

# Made by a tool from a data set, and too long to be typed whole. At least this many rows are typed,
# among them every kind of record and every value that can be missing or marked.
SAMPLED: Final = {"areas": 60, "area_wages": 60}


class Facts(NamedTuple):
    """A table of the library.

    `key` is the fields that tell its records apart, `names` every name that means one of them,
    normalised.
    """

    key: tuple[str, ...]
    records: mlc.Table[Record]
    names: frozenset[str]


def library() -> dict[str, Facts]:
    """Every table of facts, by name."""
    return {
        name: Facts(spec.key, store.table(spec), frozenset(store.names(spec)))
        for name, spec in FACTS.items()
    }


def typed_tables() -> list[str]:
    """The tables that were typed a second time, by name. Reads no data."""
    return sorted(path.stem for path in FOLDER.glob("*.csv"))


def columns(table: str) -> list[str]:
    return _lines(table)[0]


def typed(table: str) -> list[dict[str, str]]:
    """The rows of a CSV, each by the names of its columns."""
    header, *lines = _lines(table)
    for cells in lines:
        assert len(cells) == len(header), (
            f"tests/typed/{table}.csv: the row {cells} has {len(cells)} cells, the header has "
            f"{len(header)}. A cell with a comma needs quotes."
        )
    return [dict(zip(header, cells, strict=True)) for cells in lines]


def _lines(table: str) -> list[list[str]]:
    with (FOLDER / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, strict=True))


def as_text(value: object) -> str:
    """A value as it is written in a cell."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if is_list(value):
        return "; ".join(map(as_text, items(value)))
    return str(value)


def items(value: object) -> tuple[object, ...]:
    """The items of a list, or the one value itself."""
    return value if is_list(value) else (value,)


def is_list(value: object) -> TypeGuard[tuple[object, ...]]:
    """Whether a field's value is a list; records keep lists as tuples."""
    return isinstance(value, tuple)


# Columns that are not fields: what the citations say.
CITED: Final[dict[str, Callable[[CitedRecord], tuple[str, ...]]]] = {
    "citations": lambda record: tuple(dict.fromkeys(c.source for c in record.citations)),
    "sections": lambda record: tuple(c.section for c in record.citations if c.section),
    "attributed_to": lambda record: tuple(n for c in record.citations for n in c.attributed_to),
    "estimated": lambda record: _on_basis(record, "estimated"),
    "computed": lambda record: _on_basis(record, "computed"),
    "notes": lambda record: tuple(
        filter(None, (getattr(record, "note", None), *(c.note for c in record.citations)))
    ),
}


def _on_basis(record: CitedRecord, basis: str) -> tuple[str, ...]:
    return tuple(c.source for c in record.citations if c.basis == basis)


def said(record: Record, column: str) -> str:
    """What the library has for a column, as it is written in a cell."""
    if column.startswith("check_"):
        check = getattr(record, "check", None)
        return said(check, column.removeprefix("check_")) if isinstance(check, Record) else ""
    if column in CITED and isinstance(record, CitedRecord):
        return as_text(CITED[column](record))
    assert column in type(record).model_fields, (
        f"tests/typed has a column {column!r}, but a {type(record).__name__} has no such field"
    )
    return as_text(getattr(record, column))


def differences(record: Record, row: dict[str, str]) -> Iterator[str]:
    """Column by column, how a record differs from its row."""
    for column, cell in row.items():
        if not column.endswith("~"):
            if cell != (answer := said(record, column)):
                yield f"{column}: typed {cell!r}, the library says {answer!r}"
            continue
        field = column.removesuffix("~")
        text = said(record, field)
        for phrase in missing(text, tuple(filter(None, cell.split("; ")))):
            yield f"{field}: {phrase!r} was typed and is not in the library's {text!r}"
        for figure in figures(text):
            if not says(cell, figure):
                yield f"{field}: the library's {text!r} has {figure}, which was not typed"


# --- Words and figures in a text ---------------------------------------------------------------


def plain(text: str) -> str:
    """Text on one line, with one way to write percent, case folded."""
    return re.sub(r"\s+", " ", text).replace(" percent", " %").casefold()


def figures(text: str) -> list[str]:
    """The figures of a text, with what belongs to them: `82,630`, `2024-34`, `15-1221.00`."""
    return re.findall(r"\d[\d.,-]*\d|\d", text)


def says(text: str, phrase: str) -> bool:
    """Whether a text has a phrase: "34 %" is not in "134 %", nor "4 %" in "34 %"."""
    before = r"(?<![\d.,])" if phrase[0].isdigit() else ""
    after = r"(?![.,]?\d)" if phrase[-1].isdigit() else ""
    return re.search(before + re.escape(plain(phrase)) + after, plain(text)) is not None


def missing(text: str, phrases: tuple[str, ...]) -> list[str]:
    return [phrase for phrase in phrases if not says(text, phrase)]
