"""Cards and tables as HTML for notebooks. Nothing here depends on the kind of record.

Each brings its own style sheet, since a notebook has none for all; where it is stripped, as on
GitHub, plain tables remain. It sets no colours of its own, so that it suits light and dark pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import escape
from typing import Final, NamedTuple

from mlcareerdata._show import Line, Meaning, Shown, in_order, whole

_SHORT: Final = 15  # characters; a cell with fewer is not broken
_LONG: Final = 40  # a cell with more has room

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
_FOLDER: Final = re.compile(r"(?<=\w)/(?=\w)")  # where an address is broken
_ADDRESS: Final = re.compile(r"(https?://[^\s<>\"']*[^\s<>\"'.,;:)\]])")

# What is not broken at its dashes: codes, dates, years, states, ids of four words or more.
_CODE: Final = re.compile(
    r"\(?(?<![\w-])(?=[\w.-]*\d)[\w.]{1,8}(?:-[\w.]{1,8}){1,2}(?![\w-])\)?|[A-Z]{2}(?:-[A-Z]{2})+\b"
    r"|\b[a-z]+(?:-[a-z]+){3,}\b"
)

_OPEN: Final = '<table class="m">'  # sites and notebooks style those without a class

# Notebooks style tables themselves; "div" before the class outweighs their rules.
_STYLE: Final = (
    "<style>div.mlcareerdata{{font-size:13px;line-height:1.45;"
    "& :is(table,caption,code,a){{color:inherit}}"
    "& table{{border-collapse:collapse;margin:0;font-size:inherit}}"
    "& caption{{caption-side:top;text-align:left;padding:0 0 4px}}"
    "& :is(caption,th){{font-weight:700}}"
    "& caption div+div{{font-weight:400}}"
    "& :is(th,td){{text-align:left;vertical-align:top;padding:3px 14px 3px 0;border:0;"
    "border-top:1px solid color-mix(in srgb,currentColor 22%,transparent);white-space:normal}}"
    "& code{{font-size:.92em;font-weight:400;background:none;"
    "padding:0;border:0}}"
    "& :is(b,code,span){{white-space:nowrap}}"
    "& a{{text-decoration:underline;overflow-wrap:anywhere}}"
    "@media print{{& details::details-content{{content-visibility:visible;block-size:auto}}}}"
    "{}}}</style>"
)
_CARD: Final = (
    "& table{max-width:60em;min-width:min(100%,27em)}"
    "& tbody th{min-width:5.5em;max-width:11em}"
    "& td{width:80%}"
    "& details table{font-size:.92em}"
    "@media(max-width:480px){& code{white-space:normal}}"
)
_TABLE: Final = (
    "&>div{overflow-x:auto}"
    "& table{min-width:min(100%,20em)}"
    "& caption div{max-width:calc(100vw - 4em)}"
    "& thead th{border-top:0;vertical-align:bottom}"
    "& .n{text-align:right;font-variant-numeric:tabular-nums}"
    "& thead .n{max-width:10em}"
    "& :is(td.n,.w,summary){white-space:nowrap}"
    "& .p{min-width:15em}"
    "& .v{min-width:9em}"
    "& tbody th{min-width:11em}"
    "& details[open]{min-width:21em}"
    "& p{margin:4px 0;font-size:.92em}"
    "@media(max-width:480px){& :is(th,td){padding-right:8px}& th code{white-space:normal}"
    "& tbody th{min-width:6em}& th:has(code){min-width:12em}}"
    "@media print{&>div{overflow:visible}}"
)
_NUMBERS: Final = "& i{padding-right:.5ch}"  # the room of a number, so that points align


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
    shown = f"{_OPEN}{_caption(title, remarks)}<tbody>{first}</tbody></table>"
    folded = f"<summary>codes and sources</summary>{_OPEN}<tbody>{last}</tbody></table>"
    return _framed(_CARD, shown, f"<details>{folded}</details>" if last else "")


def table_html(
    caption: str,
    about: Sequence[str],
    head: Sequence[Heading],
    rows: Iterable[Sequence[Shown]],
    below: Sequence[str] = (),
    *,
    even: bool = False,
) -> str:
    """A table that scrolls sideways if it must, by keyboard too; its first column names each row.

    `about` stands beside the caption; `below` says what is not shown, and how to see it. If `even`,
    the columns after the first are texts, equally wide where there is room.
    """
    lines = list(rows)
    columns = list(zip(*lines, strict=True)) or [()] * len(head)
    kinds = list(map(_kind, head, columns))
    labels = "".join(
        f'<th scope="col"{_class(kind)}>{_whole(one.label)}</th>'
        for one, kind in zip(head, kinds, strict=True)
    )
    body = "".join(
        f"<tr>{''.join(map(_cell, range(len(line)), kinds, line))}</tr>" for line in lines
    )
    return _framed(
        _TABLE + (f"& td{{width:{80 // (len(head) - 1)}%}}" if even else _NUMBERS),
        f'<div tabindex="0" role="region" aria-label="{escape(caption)}">'
        f"{_OPEN}{_caption(caption, about)}<thead><tr>{labels}</tr></thead><tbody>{body}</tbody>"
        "</table></div>",
        *(f"<p>{escape(text)}</p>" for text in below),
    )


def _framed(style: str, *parts: str) -> str:
    # The style comes last: a reader of the bare text starts with the heading.
    return f'<div class="mlcareerdata">{"".join(parts)}{_STYLE.format(style)}</div>'


def _caption(text: str, about: Sequence[str]) -> str:
    lines = "".join(f"<div>{_whole(one)}</div>" for one in (text, *about))
    return f"<caption>{lines}</caption>"


def _rows(lines: Iterable[Line]) -> str:
    return "".join(
        f'<tr><th scope="row">{_whole(one.label)}</th><td>{_value(one.shown)}</td></tr>'
        for one in lines
    )


def _cell(place: int, kind: str, shown: Shown) -> str:
    tag, scope = ("th", ' scope="row"') if place == 0 else ("td", "")
    unbroken = kind == "w" or (kind == "" and len(shown.text) < _SHORT)
    name = "w" if unbroken else kind if kind == "n" else ""  # the head makes room for the others
    return f"<{tag}{scope}{_class(name)}>{_value(shown)}</{tag}>"


def _kind(head: Heading, cells: Sequence[Shown]) -> str:
    """The class of a column: numbers to the right, room for prose and long texts, whole names."""
    if head.meaning in NUMERIC:
        return "n"
    if head.meaning is Meaning.PROSE:
        return "p"
    if head.meaning is Meaning.SAYER:
        return "w"
    has_room = any(cell.meaning is Meaning.STANDING or len(cell.text) > _LONG for cell in cells)
    return "v" if has_room else ""


def _class(name: str) -> str:
    return f' class="{name}"' if name else ""


def _value(shown: Shown) -> str:
    """A value, escaped; what is folded below it; the address that it leads to."""
    text = _texts(shown)
    if _ADDRESS.fullmatch(shown.address):
        text = _link(shown.address, text)
    text += "<i></i>" * shown.room
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
    return _whole(shown.text) if shown.address else _linked(shown.text)


def _standing(text: str) -> str:
    """A text that starts with a verdict or a status: the word with its mark."""
    word = next((word for word in _MARKS if text.startswith(word)), "")
    return (_marked(word) if word else "") + _linked(text.removeprefix(word))


def _marked(word: str) -> str:
    return f'<b><span aria-hidden="true">{_MARKS[word]}</span> {word}</b>'


def _linked(text: str) -> str:
    """A text, escaped: addresses in it are links, verdicts in square brackets have their mark."""
    parts = _ADDRESS.split(text)  # every second part is an address
    parts[::2] = [_STANDING.sub(lambda m: _marked(m[1]), _whole(part)) for part in parts[::2]]
    parts[1::2] = [_link(part, _FOLDER.sub("/<wbr>", escape(part))) for part in parts[1::2]]
    return "".join(parts)


def _whole(text: str) -> str:
    """A text, escaped; codes, dates and figures in it are not broken."""
    return _CODE.sub(r"<span>\g<0></span>", escape(whole(text), quote=False))


def _link(address: str, text: str) -> str:
    return f'<a href="{escape(address)}" rel="noopener">{text}</a>'
