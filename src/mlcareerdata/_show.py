"""Text and HTML that records and tables are shown with. Knows no record by name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from html import escape
from typing import Final

from typing_extensions import TypeIs

# Words of a source id that are not simply capitalised when shown: "bls-oews-2025" reads
# "BLS OEWS 2025".
_WORDS: Final = {
    "aijobs": "aijobs.net",
    "aws": "AWS",
    "bls": "BLS",
    "cap": "CAP",
    "esco": "ESCO",
    "genai": "GenAI",
    "h1b": "H-1B",
    "informs": "INFORMS",
    "nace": "NACE",
    "ml": "ML",
    "mlops": "MLOps",
    "naics": "NAICS",
    "nsb202332": "NSB-2023-32",
    "nsf": "NSF",
    "oews": "OEWS",
    "onet": "O*NET",
    "salarycom": "Salary.com",
}

_LABELS: Final = {"price_usd": "price", "recommended": "recommended by the article"}

_MONEY: Final = frozenset(
    {"low", "high", "median", "mean", "p10", "p25", "p50", "p75", "p90", "price_usd"}
)

LONG: Final = 80  # characters; a longer text gets room, so that a row does not grow tall

_CARD: Final = "border-collapse:collapse;text-align:left;max-width:60em"
_CELL: Final = "text-align:left;vertical-align:top;padding:2px 10px 2px 0"


def source_label(source_id: str) -> str:
    """A source id as people cite it.

    >>> source_label("bouchrika-2026")
    'Bouchrika 2026'
    >>> source_label("onet-30-1")
    'O*NET 30.1'
    """
    versioned = re.sub(r"(?<=\d)-(?=\d)", ".", source_id)
    return " ".join(_WORDS.get(word, word.capitalize()) for word in versioned.split("-"))


def dollars(amount: int) -> str:
    """Whole US dollars.

    >>> dollars(95000)
    '$95,000'
    """
    return f"${amount:,}"


def label(field: str) -> str:
    """A field name as a label: ``leads_to`` reads ``leads to``."""
    return _LABELS.get(field, field.replace("_", " "))


def field_text(field: str, value: object) -> str:
    """The value of a field as plain text; money with its sign."""
    return dollars(value) if field in _MONEY and isinstance(value, int) else text_of(value)


def is_tuple(value: object) -> TypeIs[tuple[object, ...]]:
    """``isinstance(value, tuple)``, after which checkers know what the items are."""
    return isinstance(value, tuple)


def text_of(value: object) -> str:
    """One value of a record as plain text."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if is_tuple(value):
        return "; ".join(text_of(item) for item in value)
    if isinstance(value, date):
        return value.isoformat()
    return str(value)


def card_text(title: str, rows: Iterable[tuple[str, str]]) -> str:
    """A title over aligned rows of label and text, for the terminal."""
    pairs = list(rows)
    width = max((len(label) for label, _ in pairs), default=0)
    return "\n".join([title, *(f"  {label:<{width}}  {text}" for label, text in pairs)])


def card_html(title: str, rows: Iterable[tuple[str, str]]) -> str:
    """A title over rows of label and text, escaped, for a notebook."""
    body = "".join(
        f'<tr><th style="{_CELL};font-weight:600;white-space:nowrap">{escape(label)}</th>'
        f'<td style="{_CELL}">{escape(text)}</td></tr>'
        for label, text in rows
    )
    return f'<table style="{_CARD}">{_caption(title)}{body}</table>'


def table_html(caption: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table with a caption, escaped, for a notebook; it scrolls sideways if it must."""
    head = "".join(f'<th style="{_CELL}">{escape(label(name))}</th>' for name in columns)
    body = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in rows)
    return (
        f'<div style="overflow-x:auto"><table style="border-collapse:collapse">{_caption(caption)}'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _cell(text: str) -> str:
    room = ";min-width:18em" if len(text) > LONG else ""
    return f'<td style="{_CELL}{room}">{escape(text)}</td>'


def _caption(text: str) -> str:
    return f'<caption style="text-align:left;font-weight:600">{escape(text)}</caption>'
