"""Types of fields. They also say what a value means, which cards, tables and tests read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Final, get_args

from pydantic import AfterValidator, Field, FiniteFloat
from pydantic.fields import FieldInfo

from mlcareerdata._show import Meaning
from mlcareerdata.ids import _OFFICIAL_TITLES


def _one_line(text: str) -> str:
    # Of white space only the plain space is printable.
    if not text.isprintable() or "  " in text or text != text.strip():
        raise ValueError(
            "a text is one line of visible characters, with single spaces between words"
        )
    return text


# Far more than anything here, and few enough for the integers of every dataframe.
_MOST: Final = 1_000_000_000

Text = Annotated[str, Field(min_length=1), AfterValidator(_one_line)]
"""A name, a label, an item of a list."""

Prose = Annotated[Text, Meaning.PROSE]
Address = Annotated[Text, Meaning.ADDRESS]
Name = Annotated[Text, Meaning.NAME]
"""A name that finds a record, beside the one that is shown."""

Dollars = Annotated[int, Field(gt=0, le=_MOST), Meaning.MONEY]
Price = Annotated[int, Field(ge=0, le=_MOST), Meaning.MONEY]
Count = Annotated[int, Field(gt=0, le=_MOST), Meaning.COUNT]
CountFrom0 = Annotated[int, Field(ge=0, le=_MOST), Meaning.COUNT]
Year = Annotated[int, Field(ge=1900, le=2200)]
Day = Annotated[date, Field(ge=date(1900, 1, 1), le=date(2200, 12, 31))]
Number = Annotated[FiniteFloat, Field(ge=-_MOST, le=_MOST)]
Percent = Annotated[FiniteFloat, Field(ge=0, le=_MOST), Meaning.COUNT]
Ratio = Annotated[FiniteFloat, Field(ge=0, le=_MOST), Meaning.COUNT]
OnetCode = Annotated[str, Field(pattern=r"^\d{2}-\d{4}\.\d{2}$"), Meaning.KEY]
SocCode = Annotated[str, Field(pattern=r"^\d{2}-\d{4}$"), Meaning.KEY]


# Several hundred ids, which say nothing to a reader: as a `Literal` they would make ids.py three
# times as long, and a message or a schema that lists them 6 KB.
AreaId = Annotated[str, Field(pattern=r"^\d{7}$"), Meaning.KEY]


def official(code: str) -> str:
    """The official title that belongs to a code, and the code.

    >>> official("15-2051")
    'Data Scientists (15-2051)'
    """
    return f"{_OFFICIAL_TITLES[code]} ({code})" if code in _OFFICIAL_TITLES else code


def meaning_of(field: FieldInfo) -> Meaning | None:
    """The meaning that a field's type states, if any; for a list, that of its items."""
    return next(_meanings(field.metadata, field.annotation), None)


def _meanings(metadata: list[object], annotation: object) -> Iterator[Meaning]:
    """Meanings in the metadata of a type and of the types inside it."""
    yield from (mark for mark in metadata if isinstance(mark, Meaning))
    for part in get_args(annotation):
        yield from _meanings(list(getattr(part, "__metadata__", ())), part)
