"""A record as a flat row. Columns and their types come from the model, never from the values."""

from __future__ import annotations

import types
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Literal, NamedTuple, TypeAlias, Union, get_args, get_origin

from mlcareerdata._show import is_tuple
from mlcareerdata.models._provenance import Check, Citation
from mlcareerdata.models._record import Record

Cell: TypeAlias = str | int | float | bool | date | list[str] | None
Row: TypeAlias = dict[str, Cell]
Kind = Literal["string", "integer", "float", "boolean", "date", "strings"]

_KINDS: dict[object, Kind] = {
    str: "string",
    int: "integer",
    float: "float",
    bool: "boolean",
    date: "date",
}


class Column(NamedTuple):
    """A column of a table: its name, and the kind of value in it."""

    name: str
    kind: Kind


@cache
def columns_of(model: type[Record]) -> tuple[Column, ...]:
    """The columns of a model's table, in the model's order."""
    return tuple(
        column
        for name, field in model.model_fields.items()
        for column in _columns(name, field.annotation)
    )


def row_of(record: Record) -> Row:
    """A record as one flat row; its keys are the names of the columns."""
    row: Row = {}
    for name, value in record:
        if name == "check":
            row |= _check_cells(value if isinstance(value, Check) else None)
        elif is_tuple(value):
            row[name] = _list(value)
        else:
            row[name] = value
    return row


def _columns(name: str, annotation: object) -> Iterator[Column]:
    inner = _without_none(annotation)
    if inner is Check:
        yield Column("check_verdict", "string")
        yield Column("check_note", "string")
        yield Column("check_checked_on", "date")
    elif get_origin(inner) is tuple:
        yield Column(name, "strings")
    elif get_origin(inner) is Literal:
        yield Column(name, _KINDS[type(get_args(inner)[0])])
    else:
        yield Column(name, _KINDS[inner])


def _without_none(annotation: object) -> object:
    """``X`` for ``X | None``, and for an ``Annotated[X, ...]`` inside it."""
    if get_origin(annotation) in (Union, types.UnionType):
        (annotation,) = (part for part in get_args(annotation) if part is not type(None))
    if hasattr(annotation, "__metadata__"):
        annotation = get_args(annotation)[0]
    return annotation


def _check_cells(check: Check | None) -> Row:
    return {
        "check_verdict": check.verdict if check else None,
        "check_note": check.note if check else None,
        "check_checked_on": check.checked_on if check else None,
    }


def _list(items: tuple[object, ...]) -> list[str]:
    """Texts as they are; citations as the ids of their sources, each once."""
    sources = [item.source for item in items if isinstance(item, Citation)]
    return list(dict.fromkeys(sources)) or [str(item) for item in items]
