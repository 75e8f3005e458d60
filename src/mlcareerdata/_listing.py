"""What a table shows in a notebook: which columns, in which order, and what it says beside them.

Like the columns of dataframes these come from the model; but a reader has a screen, so that what is
the same in every row is said once, and what has no room is left to the cards.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from typing import Final, NamedTuple

from mlcareerdata._html import NUMERIC, Heading, table_html
from mlcareerdata._show import Meaning, Shown, is_tuple, label
from mlcareerdata.models._provenance import CheckedRecord, Citation, source_label
from mlcareerdata.models._record import Record
from mlcareerdata.models._types import meaning_of

ROWS: Final = 20  # records that a notebook shows
_ROOM: Final = 100.0  # widths of the letter m: what fits on a wide screen
_PROSE: Final = 17.0
_HEAD: Final = 13.0

# The columns after those that the model puts first. Prose would push the others off the screen.
_PLACES: Final = {Meaning.KEY: 1, Meaning.NAME: 2, Meaning.SAYER: 3, Meaning.PROSE: 4}


class _Column(NamedTuple):
    name: str
    heading: Heading
    cells: list[Shown]


def listing(model: type[Record], records: Sequence[Record]) -> str:
    """The HTML of a table: its first rows, and how many more there are."""
    if not model.model_fields:  # a base: its records have no columns in common
        lines = [(Shown((record._listed(),)),) for record in records[:ROWS]]
        return table_html(counted(model, len(records)), (), [Heading("record")], lines)
    about = list(model._remarks)
    same = _said_once(model, records)
    if same:
        about.append("; ".join(f"{name}: {text}" for name, text in same.values()))
    columns, left = _with_room(list(_columns(model, records[:ROWS], set(same))))
    rows = zip(*(column.cells for column in columns), strict=True)
    below: list[str] = []
    if len(records) > ROWS:
        below.append(f"{len(records) - ROWS:,} more: .to_polars() or .to_pandas()")
    if left:
        below.append(
            f"No room for: {', '.join(left)}. The card of a record, such as [0], has them."
        )
    headings = [column.heading for column in columns]
    return table_html(counted(model, len(records)), about, headings, rows, below)


def counted(model: type[Record], count: int) -> str:
    """How many records, in words.

    >>> from mlcareerdata.models import SalaryRange
    >>> counted(SalaryRange, 29)
    '29 salary ranges'
    """
    one, many = model._called
    return f"{count:,} {one if count == 1 else many}"


def _said_once(model: type[Record], records: Sequence[Record]) -> dict[str, tuple[str, str]]:
    """Fields that are the same in every record, each with its label and its text."""
    found: dict[str, tuple[str, str]] = {}
    for name, field in model.model_fields.items() if len(records) > 1 else ():
        first = getattr(records[0], name)
        meaning = meaning_of(field)
        if name in {model._head, *model._unlisted}:
            continue
        if first in (None, (), field.default) or (meaning not in (None, *_PLACES)):
            continue
        if meaning is not Meaning.PROSE and all(getattr(one, name) == first for one in records):
            found[name] = (label(name, field), _cell(records[0], name).text)
    return found


def _columns(model: type[Record], records: Sequence[Record], said: set[str]) -> Iterator[_Column]:
    """The columns in the order of interest; one that is empty in every row is left out."""
    elsewhere = said | model._unlisted | {_key_of(model), _address_of(model)}
    fields = model.model_fields
    for name in sorted(fields.keys() - elsewhere, key=lambda name: _place(model, name)):
        default = fields[name].default
        cells = [_cell(record, name, said) for record in records]
        if any(
            cell.text and (getattr(record, name) != default or cell.meaning is Meaning.STANDING)
            for record, cell in zip(records, cells, strict=True)
        ):
            heading = Heading(label(name, fields[name]), meaning_of(fields[name]))
            yield _Column(name, heading, _aligned(cells))


def _aligned(cells: list[Shown]) -> list[Shown]:
    """The cells of a column, with the room that puts decimal points below each other.

    No zeros: they would make a figure more exact than its source says.
    """
    if cells[0].meaning is not Meaning.COUNT:
        return cells
    wide = [1 + 2 * len(rest) if rest else 0 for rest in map(_after_the_point, cells)]
    return [
        cell._replace(room=max(wide) - own) if cell.texts else cell
        for cell, own in zip(cells, wide, strict=True)
    ]


def _after_the_point(cell: Shown) -> str:
    return cell.text.partition(".")[2]


def _place(model: type[Record], name: str) -> tuple[int, int]:
    """Where a column stands: the heading of the card, what the model puts first, the rest."""
    place = list(model.model_fields).index(name)
    if name == model._head:
        return -2, place
    meaning = meaning_of(model.model_fields[name])
    if name in model._order and meaning is not Meaning.PROSE:
        return -1, model._order.index(name)
    return _PLACES.get(meaning, 0) if meaning else 0, place


def _cell(record: Record, name: str, said: Container[str] = ()) -> Shown:
    """One value of a record."""
    value = getattr(record, name)
    if name == "check" and isinstance(record, CheckedRecord):
        return _verdict(record)
    if is_tuple(value) and value and isinstance(value[0], Citation):
        sources = dict.fromkeys(source_label(c.source) for c in value if isinstance(c, Citation))
        return Shown(tuple(sources), Meaning.SAYER)
    shown = record._cell(name)
    if shown.meaning is Meaning.ADDRESS and shown.texts:
        return shown._replace(texts=(shown.text.split("/")[2],), address=shown.text)
    return _named(record, shown, said) if name == record._head else shown


def _named(record: Record, shown: Shown, said: Container[str]) -> Shown:
    """The heading of a row: with the record's id, and leading to its address."""
    key, address = _key_of(type(record)), _address_of(type(record))
    if key and key not in said:
        shown = shown._replace(key=getattr(record, key) or "")
    return shown._replace(address=getattr(record, address) or "") if address else shown


def _verdict(record: CheckedRecord) -> Shown:
    """How the claim stands, with the evidence folded below it."""
    if record.check is None:
        return Shown((record._standing(),), Meaning.STANDING)
    evidence = f"{record.check.note} ({record.check.checked_on})"
    return Shown((record.check.verdict,), Meaning.STANDING, more=evidence)


def _key_of(model: type[Record]) -> str:
    """The field with the record's id, if it is shown below the heading of a row."""
    first = next(iter(model.model_fields))
    is_key = meaning_of(model.model_fields[first]) is Meaning.KEY
    return first if is_key and model._head and first not in model._order else ""


def _address_of(model: type[Record]) -> str:
    """The field with the record's address, if the heading of a row leads there."""
    fields = model.model_fields if model._head else {}
    return next((name for name in fields if meaning_of(fields[name]) is Meaning.ADDRESS), "")


def _with_room(columns: list[_Column]) -> tuple[list[_Column], list[str]]:
    """The columns that fit side by side, and the labels of the others."""
    kept: list[_Column] = []
    left: list[str] = []
    room = _ROOM
    for column in columns:
        width = _width(column)
        if width <= room or not kept:
            room -= width
            kept.append(column)
        else:
            left.append(column.heading.label)
    return kept, left


def _width(column: _Column) -> float:
    """About how wide a column is. Texts wrap, unless they are numbers or ids."""
    if column.heading.meaning is Meaning.PROSE:
        return _PROSE
    texts = [text for cell in column.cells for text in cell.texts]
    longest = max(map(len, texts), default=0)
    word = max(map(len, column.heading.label.split()))
    if column.heading.meaning in NUMERIC:
        return max(longest, word) * 0.6 + 1.5
    if keys := max(len(cell.key) for cell in column.cells):
        return max(_HEAD, keys * 0.55 + 1.5)
    whole = column.cells[0].meaning in (Meaning.KEY, Meaning.SAYER)
    return max(word, longest if whole else min(longest, 22)) * 0.55 + 1.5
