"""What values mean and how they are written as text. Nothing here depends on the kind of record."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, Final, NamedTuple

from typing_extensions import TypeIs

from mlcareerdata import _LOCK

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo

_FIGURE: Final = re.compile(
    r"\b(?:n =|p\d\d|median|mean) (?=[$\d])|(?<=[\d,]) (?=%)|\(not checked\)"
)
_NO_BREAK: Final = "\N{NO-BREAK SPACE}"


class Meaning(Enum):
    """What a value is, beyond its Python type."""

    ADDRESS = "an address on the web"
    COUNT = "how many"
    KEY = "an id or a code"
    MONEY = "whole US dollars"
    NAME = "another name that finds a record"
    PROSE = "whole sentences"
    SAYER = "who says so"
    STANDING = "a verdict or a status"


class Shown(NamedTuple):
    """A value as it is shown."""

    texts: tuple[str, ...]  # one for each item of a list
    meaning: Meaning | None = None
    address: str = ""  # where it leads
    key: str = ""  # the id of what it names
    more: str = ""  # folded below it
    room: int = 0  # widths of half a digit that it leaves free on its right, among other numbers

    @property
    def text(self) -> str:
        text = "; ".join(self.texts)
        return text.replace(".; ", ". ") if self.meaning is Meaning.SAYER else text  # with notes


class Line(NamedTuple):
    """A row of a card. What is `aside` is small and last: few people look for it."""

    label: str
    shown: Shown
    aside: bool = False

    @property
    def text(self) -> str:
        return self.shown.text


def line(label: str, *texts: str, meaning: Meaning | None = None, aside: bool = False) -> Line:
    """A row of a card, from its texts."""
    return Line(label, Shown(texts, meaning), aside)


def dollars(amount: int) -> str:
    """Whole US dollars.

    >>> dollars(1200)
    '$1,200'
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


def shown_as(value: object, meaning: Meaning | None = None) -> Shown:
    """A value of a record with its texts, one for each item of a list."""
    items = value if is_tuple(value) else (value,)
    return Shown(tuple(text_of(item, meaning) for item in items), meaning)


def text_of(value: object, meaning: Meaning | None = None) -> str:
    """One value as plain text: money with its sign, what is counted with its commas."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int) and meaning is Meaning.MONEY:
        return dollars(value)
    if isinstance(value, int) and meaning is Meaning.COUNT:
        return f"{value:,}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and meaning is None and value.is_integer():
        return str(int(value))
    return str(value)


def in_order(lines: Sequence[Line]) -> list[Line]:
    """The lines of a card, with those that are aside at the end."""
    return sorted(lines, key=lambda one: one.aside)


def card_text(
    title: str, lines: Sequence[Line], width: int | None = None, notes: Sequence[str] = ()
) -> str:
    """A heading over aligned rows of label and text; no line is wider than `width`."""
    room = max((len(one.label) for one in lines), default=0)
    if width is None:
        rows = [f"  {one.label:<{room}}  {one.text}" for one in in_order(lines)]
        return "\n".join([title, *notes, *rows])
    heading = [wrapped(text, width, 2) for text in (title, *notes)]
    return "\n".join([*heading, *(_row(one, room, width) for one in in_order(lines))])


def _row(one: Line, room: int, width: int) -> str:
    """A row that is no wider; where the labels take up half of it, each has a line of its own."""
    if room + 4 > width // 2:
        return "\n".join([f"  {one.label}", wrapped(f"    {one.text}", width, 4)])
    return wrapped(f"  {one.label:<{room}}  {one.text}", width, room + 4)


def wrapped(text: str, width: int, indent: int) -> str:
    """A line broken at spaces, its other lines indented. A word that is wider stays whole."""
    with _LOCK:
        from textwrap import fill  # on demand: only a terminal needs it

    words = text.lstrip()
    return fill(
        whole(words),
        width,
        initial_indent=" " * (len(text) - len(words)),
        subsequent_indent=" " * indent,
        break_long_words=False,
        break_on_hyphens=False,
    ).replace(_NO_BREAK, " ")


def whole(text: str) -> str:
    """A text in which no line ends between a figure and its word, or within a mark in brackets."""
    return _FIGURE.sub(lambda found: found[0].replace(" ", _NO_BREAK), text)
