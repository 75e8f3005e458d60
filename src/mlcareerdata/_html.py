"""Cards and tables as HTML for notebooks. Nothing here depends on the kind of record.

A style sheet goes with each, for notebooks share none; where it is stripped, as on GitHub, plain
tables remain. It sets no colours of its own, so that it suits light and dark pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import escape
from typing import Final, NamedTuple

from mlcareerdata._show import Line, Meaning, Shown, in_order

_SHORT: Final = 15  # characters; a cell with fewer is not broken

NUMERIC: Final = frozenset({Meaning.COUNT, Meaning.MONEY})

# A verdict or a status has a mark, so that it is seen at a glance, but never the mark alone.
_MARKS: Final = {
    "supported": "✓",
    "partly": "◐",
    "contradicted": "✗",
    "outdated": "⊘",
    "unconfirmed": "?",
    "not checked": "○",
    "still offered": "✓",
    "retired": "⊘",
}
_STANDING: Final = re.compile(rf"\[({'|'.join(_MARKS)})\]")
_ADDRESS: Final = re.compile(r"(https?://[^\s<>\"']*[^\s<>\"'.,;:)\]])")

_CODE: Final = re.compile(r"\([\d.-]+\)")  # a code in brackets, which is not broken

# Notebooks style tables themselves; "div" before the class outweighs their rules.
_STYLE: Final = (
    "<style>div.mlcareerdata{font-size:13px;line-height:1.45;color:inherit;max-width:100%;"
    "&>div{overflow-x:auto}"
    "& table{border-collapse:collapse;margin:0;font-size:inherit;color:inherit}"
    "& caption{caption-side:top;text-align:left;font-weight:600;padding:0 0 4px;color:inherit}"
    "& caption span{font-weight:400;display:inline-block;max-width:calc(100vw - 2em)}"
    "& :is(th,td){text-align:left;vertical-align:top;padding:3px 14px 3px 0;border:0;"
    "border-top:1px solid color-mix(in srgb,currentColor 22%,transparent);white-space:normal;"
    "max-width:none}"
    "& tbody th{font-weight:600}"
    "& thead th{border-top:0;vertical-align:bottom}"
    "& .n{text-align:right;font-variant-numeric:tabular-nums}"
    "& tbody .n,& .w{white-space:nowrap}"
    "& .p{min-width:15em}"
    "& .v{min-width:9em}"
    "&>div tbody th{min-width:11em}"
    "&>div summary{white-space:nowrap}"
    "&>div details[open]{min-width:24em}"
    "& code{white-space:nowrap;font-size:.92em;font-weight:400;color:inherit;background:none;"
    "padding:0;border:0}"
    "& b{font-weight:600;white-space:nowrap}"
    "& a{color:inherit;text-decoration:underline;overflow-wrap:anywhere}"
    "& table.c{max-width:60em}"
    "& table.c tbody th{min-width:5.5em;max-width:11em}"
    "& p{margin:4px 0;font-size:.92em}"
    "& summary{cursor:pointer}"
    "& details table{font-size:.92em}"
    "@media(max-width:480px){& table.c code{white-space:normal}& .p{min-width:9em}"
    "&>div tbody th{min-width:6em}}"
    "@media print{&>div{overflow:visible}"
    "& details::details-content{content-visibility:visible;block-size:auto}}"
    "}</style>"
)


class Heading(NamedTuple):
    """The head of a column, and what its values mean."""

    label: str
    meaning: Meaning | None = None


def card_html(title: str, lines: Sequence[Line], remarks: Sequence[str] = ()) -> str:
    """A heading over rows of label and value; those that are aside are folded below."""
    ordered = in_order(lines)
    first = _rows(one for one in ordered if not one.aside)
    last = _rows(one for one in ordered if one.aside)
    if not first:  # nothing to fold it under
        first, last = last, ""
    return _framed(
        f'<table class="c">{_caption(title, remarks)}<tbody>{first}</tbody></table>',
        f'<details><summary>codes and sources</summary><table class="c"><tbody>{last}</tbody>'
        "</table></details>"
        if last
        else "",
    )


def table_html(
    caption: str,
    about: Sequence[str],
    head: Sequence[Heading],
    rows: Iterable[Sequence[Shown]],
    below: Sequence[str] = (),
) -> str:
    """A table that scrolls sideways if it must, by keyboard too; its first column names each row.

    `about` stands beside the caption; `below` says what is not shown, and how to see it.
    """
    labels = "".join(
        f'<th scope="col"{_class(one.meaning)}>{escape(one.label)}</th>' for one in head
    )
    body = "".join(
        f"<tr>{''.join(_cell(place, cell) for place, cell in enumerate(row))}</tr>" for row in rows
    )
    return _framed(
        f'<div tabindex="0" role="region" aria-label="{escape(caption)}">'
        f"<table>{_caption(caption, about)}<thead><tr>{labels}</tr></thead><tbody>{body}</tbody>"
        "</table></div>",
        *(f"<p>{escape(text)}</p>" for text in below),
    )


def _framed(*parts: str) -> str:
    # The style comes last: a reader of the bare text starts with the heading.
    return f'<div class="mlcareerdata">{"".join(parts)}{_STYLE}</div>'


def _caption(text: str, about: Sequence[str]) -> str:
    beside = "".join(f"<br><span>{escape(one)}</span>" for one in about)
    return f"<caption>{escape(text)}{beside}</caption>"


def _rows(lines: Iterable[Line]) -> str:
    return "".join(
        f'<tr><th scope="row">{escape(one.label)}</th><td>{_value(one.shown)}</td></tr>'
        for one in lines
    )


def _cell(place: int, shown: Shown) -> str:
    tag, scope = ("th", ' scope="row"') if place == 0 else ("td", "")
    name = _class(shown.meaning, len(shown.text) < _SHORT)
    value = _value(shown)
    if place == 0:
        value = _CODE.sub(r'<span class="w">\g<0></span>', value)
    return f"<{tag}{scope}{name}>{value}</{tag}>"


def _class(meaning: Meaning | None, short: bool = False) -> str:
    """The class of a cell: numbers to the right, room for prose, short texts unbroken."""
    names = {Meaning.PROSE: "p", Meaning.STANDING: "v", Meaning.SAYER: "w"}
    of_kind = "n" if meaning in NUMERIC else meaning and names.get(meaning)
    name = of_kind or ("w" if short else "")
    return f' class="{name}"' if name else ""


def _value(shown: Shown) -> str:
    """A value, escaped; what is folded below it; the address that it leads to."""
    text = _texts(shown)
    if _ADDRESS.fullmatch(shown.address):
        text = _link(shown.address, text)
    if shown.key:
        text += f"<br><code>{escape(shown.key)}</code>"
    if shown.more:
        text = f"<details><summary>{text}</summary>{_linked(shown.more)}</details>"
    return text


def _texts(shown: Shown) -> str:
    if shown.meaning is Meaning.KEY:
        return ", ".join(f"<code>{escape(one)}</code>" for one in shown.texts)
    if shown.meaning is Meaning.STANDING:
        return _standing(shown.text)
    if shown.meaning is Meaning.SAYER:
        return "<br>".join(map(_linked, shown.texts))
    return escape(shown.text) if shown.address else _linked(shown.text)


def _standing(text: str) -> str:
    """A text that starts with a verdict or a status: the word with its mark."""
    word = next((word for word in _MARKS if text.startswith(word)), "")
    rest = _linked(text.removeprefix(word))
    if len(rest) < _SHORT + 10:  # a date is not broken
        rest = f'<span class="w">{rest}</span>' if rest else ""
    return _marked(word) + rest if word else rest


def _marked(word: str) -> str:
    return f'<b><span aria-hidden="true">{_MARKS[word]}</span> {word}</b>'


def _linked(text: str) -> str:
    """A text, escaped: addresses in it are links, verdicts in square brackets have their mark."""
    parts = _ADDRESS.split(text)  # every second part is an address
    parts[::2] = [_STANDING.sub(lambda m: _marked(m[1]), escape(part)) for part in parts[::2]]
    parts[1::2] = [_link(part, escape(part)) for part in parts[1::2]]
    return "".join(parts)


def _link(address: str, text: str) -> str:
    return f'<a href="{escape(address)}" rel="noopener">{text}</a>'
