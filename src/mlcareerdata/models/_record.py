"""What all records have in common: frozen, closed, and shown in one line or on one card."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import AfterValidator, BaseModel, Field
from typing_extensions import override

from mlcareerdata._show import card_html, card_text, field_text, label


def _one_line(text: str) -> str:
    if text != text.strip() or len(text.splitlines()) > 1:
        raise ValueError("a text is one line, without white space around it")
    return text


Text = Annotated[str, Field(min_length=1), AfterValidator(_one_line)]
Dollars = Annotated[int, Field(gt=0)]


# Each model says `frozen=True` itself: from it alone do checkers know that records are hashable.
class Record(BaseModel, frozen=True, extra="forbid"):
    """Base of every record: immutable, hashable, comparable, picklable."""

    _hidden: ClassVar[frozenset[str]] = frozenset()  # fields that the heading of the card says

    def _line(self) -> str:
        """The record in one line, without its source."""
        raise NotImplementedError

    def _brief(self) -> str:
        """What `repr` says after the name of the class."""
        raise NotImplementedError

    def _title(self) -> str:
        """The heading of the card."""
        return self._line()

    @property
    @override
    def model_fields_set(self) -> set[str]:
        """The fields that were given; a copy, for the record is everybody's."""
        return set(super().model_fields_set)

    def _listed(self) -> str:
        """The record as one line of a table."""
        return str(self)

    def _rows(self) -> list[tuple[str, str]]:
        """Label and text of each known field, in the model's order."""
        return [
            (label(name), field_text(name, value))
            for name, value in self
            if name not in self._hidden and value is not None and value != ()
        ]

    def _card(self) -> str:
        return card_text(self._title(), self._rows())

    @override
    def __setattr__(self, name: str, value: object) -> None:
        if name.startswith("_"):  # pydantic would set it, on a record that everybody shares
            raise AttributeError(f"a {type(self).__name__} is frozen: {name!r} cannot be set")
        super().__setattr__(name, value)

    @override
    def __str__(self) -> str:
        return self._line()

    @override
    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._brief()}>"

    def _repr_html_(self) -> str:
        return card_html(self._title(), self._rows())
