"""The text and HTML that show records and tables. Nothing here depends on the kind of record."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

from typing_extensions import TypeIs

from mlcareerdata import _LOCK

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo

LONG: Final = 80  # characters; a column with longer texts is wide, so that rows stay low

_CARD: Final = "border-collapse:collapse;text-align:left;max-width:60em"
_CELL: Final = "text-align:left;vertical-align:top;padding:2px 10px 2px 0"


def dollars(amount: int) -> str:
    """Whole US dollars.

    >>> dollars(95000)
    '$95,000'
    """
    return f"${amount:,}"


def label(name: str, field: FieldInfo | None = None) -> str:
    """What a field is called on a card: its own title, or its name in words.

    >>> label("leads_to")
    'leads to'
    """
    return (field and field.title) or name.replace("_", " ")


def is_tuple(value: object) -> TypeIs[tuple[object, ...]]:
    """``isinstance(value, tuple)``, after which checkers know what the items are."""
    return isinstance(value, tuple)


def text_of(value: object, *, money: bool = False) -> str:
    """One value of a record as plain text; an amount of money with its sign."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if money and isinstance(value, int):
        return dollars(value)
    if is_tuple(value):
        return "; ".join(text_of(item) for item in value)
    if isinstance(value, date):
        return value.isoformat()
    return str(value)


def card_text(title: str, rows: Iterable[tuple[str, str]]) -> str:
    """A heading over aligned rows of label and text, for the terminal."""
    pairs = list(rows)
    width = max((len(label) for label, _ in pairs), default=0)
    return "\n".join([title, *(f"  {label:<{width}}  {text}" for label, text in pairs)])


def card_html(title: str, rows: Iterable[tuple[str, str]]) -> str:
    """A heading over rows of label and text, escaped, for a notebook."""
    body = "".join(
        f'<tr><th style="{_CELL};font-weight:600;white-space:nowrap">{escape(label)}</th>'
        f'<td style="{_CELL}">{escape(text)}</td></tr>'
        for label, text in rows
    )
    return f'<table style="{_CARD}">{_caption(title)}{body}</table>'


def table_html(
    caption: str, head: Sequence[str], rows: Iterable[Sequence[str]], more: str = ""
) -> str:
    """A table with a caption, escaped, for a notebook; it scrolls sideways if it must.

    `more` stands below: what is not shown, and how to see it.
    """
    labels = "".join(f'<th style="{_CELL}">{escape(text)}</th>' for text in head)
    body = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in rows)
    return (
        f'<div style="overflow-x:auto"><table style="border-collapse:collapse">{_caption(caption)}'
        f"<thead><tr>{labels}</tr></thead><tbody>{body}</tbody></table>"
        f"{f'<p>{escape(more)}</p>' if more else ''}</div>"
    )


def escape(text: str) -> str:
    """Text as it stands in HTML."""
    with _LOCK:
        from html import escape  # on demand: only a card needs it, and it is slow to import

    return escape(text)


def _cell(text: str) -> str:
    room = ";min-width:18em" if len(text) > LONG else ""
    return f'<td style="{_CELL}{room}">{escape(text)}</td>'


def _caption(text: str) -> str:
    return f'<caption style="text-align:left;font-weight:600">{escape(text)}</caption>'
