"""What a table says of a wrong guess at how it is asked: what was wrong, and what to do instead."""

from __future__ import annotations

from collections.abc import Sequence

from mlcareerdata._columns import is_column
from mlcareerdata._registry import call_for
from mlcareerdata._show import is_tuple
from mlcareerdata.models._record import Record


def must_be_a_function(method: str, given: object) -> None:
    """Refuse what cannot be called, such as the name of a field."""
    if not callable(given):
        like = f"{method}(lambda record: record.id)"
        raise TypeError(f"{method} takes a function, as in {like}, not {type(given).__name__}")


def must_be_a_text(join: object) -> None:
    """Refuse what cannot stand between the items of a list, such as ``True``."""
    if not isinstance(join, str | None):
        raise TypeError(
            "join is a text to put between the items of a list, as in join='; ', not "
            f"{type(join).__name__}"
        )


def not_by(index: object, model: type[Record], table: str) -> str:
    """Why `index` gives no record of that table, and what does."""
    if not isinstance(index, str):
        return f"a Table is indexed by position, not by {type(index).__name__}"
    if is_column(model, index):
        said = "a Table is indexed by position, not by column; for columns use to_pandas()"
        one = f", for one [record.{index} for record in table]"
        return said + one if index in model.model_fields else said
    return f"a Table is indexed by position, not by name; use {call_for(table, index)}"


def not_in_order(records: Sequence[Record], keys: Sequence[object]) -> str:
    """Why such keys cannot be sorted, if it is because something is not known; else nothing."""
    for record, key in zip(records, keys, strict=True):
        if key is None or (is_tuple(key) and None in key):
            return (
                f"the key of {record!r} is {key!r:.80}, and None has no place in an order: leave "
                "out what is not known first, as in table.filter(lambda record: record.year is not "
                "None)"
            )
    return ""
