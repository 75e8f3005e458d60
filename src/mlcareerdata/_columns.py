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
Kind: TypeAlias = Literal["string", "integer", "float", "boolean", "date", "strings"]

_KINDS: dict[object, Kind] = {
    str: "string",
    int: "integer",
    float: "float",
    bool: "boolean",
    date: "date",
}

_CHECK: dict[str, Kind] = {
    "check_verdict": "string",
    "check_note": "string",
    "check_checked_on": "date",
}
"""What the field `check` becomes."""


class Column(NamedTuple):
    """A column of a dataframe: its name, and the kind of value in it."""

    name: str
    kind: Kind


@cache
def columns_of(model: type[Record], joined: bool = False) -> tuple[Column, ...]:
    """The columns of a model's table, in the order of its fields.

    With `joined`, a list is one text.
    """
    if not model.model_fields:
        raise TypeError(
            f"a Table of {model.__name__} has no columns, for its records may be of several kinds; "
            "take a table of one kind, such as Role"
        )
    return tuple(
        Column(column, "string" if joined and kind == "strings" else kind)
        for name, field in model.model_fields.items()
        for column, kind in _kinds(model, name, field.annotation)
    )


def is_column(model: type[Record], name: str) -> bool:
    """Whether a column of the model's table is called that."""
    return name in model.model_fields or ("check" in model.model_fields and name in _CHECK)


def row_of(record: Record, model: type[Record], join: str | None = None) -> Row:
    """A record as one flat row; its keys are the columns of the model.

    With `join`, a list is one text, with `join` between its items.
    """
    row: Row = {}
    for name in model.model_fields:
        value = getattr(record, name)
        if name == "check":
            row |= _check_cells(value if isinstance(value, Check) else None)
        elif is_tuple(value):
            items = _items(value)
            row[name] = items if join is None else join.join(items)
        else:
            row[name] = value
    return row


def _kinds(model: type[Record], name: str, annotation: object) -> Iterator[tuple[str, Kind]]:
    """The columns that a field becomes, with their kinds."""
    inner = _bare(annotation)
    items = _bare(get_args(inner)[0]) if get_origin(inner) is tuple else None
    if inner is Check:
        yield from _CHECK.items()
    elif items is Citation or (items and _kind(items)):
        yield name, "strings"
    elif kind := _kind(inner):
        yield name, kind
    else:
        its_type = inner.__name__ if isinstance(inner, type) else inner
        raise TypeError(
            f"a Table of {model.__name__} has no flat rows, for no column can hold the field "
            f"{name!r} of type {its_type}; to_json() writes it whole"
        )


def _kind(annotation: object) -> Kind | None:
    """The kind of a single value; ``None`` if no column holds such a value."""
    if get_origin(annotation) is Literal:
        return _KINDS[type(get_args(annotation)[0])]
    return _KINDS.get(annotation)


def _bare(annotation: object) -> object:
    """``X`` for ``X | None``, and for an ``Annotated[X, ...]`` inside it."""
    if get_origin(annotation) in (Union, types.UnionType):
        parts = [part for part in get_args(annotation) if part is not type(None)]
        annotation = parts[0] if len(parts) == 1 else annotation
    while hasattr(annotation, "__metadata__"):
        annotation = get_args(annotation)[0]
    return annotation


def _check_cells(check: Check | None) -> Row:
    return {
        "check_verdict": check.verdict if check else None,
        "check_note": check.note if check else None,
        "check_checked_on": check.checked_on if check else None,
    }


def _items(value: tuple[object, ...]) -> list[str]:
    """Texts as they are; citations as the ids of their sources, each once."""
    sources = [item.source for item in value if isinstance(item, Citation)]
    return list(dict.fromkeys(sources)) or [str(item) for item in value]
