"""What all records have in common: frozen, closed, and shown in one line or on one card."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, ClassVar, TypeAlias, TypeVar

from pydantic import BaseModel
from typing_extensions import override

from mlcareerdata import _LOCK
from mlcareerdata._show import Line, Meaning, Shown, card_text, label, shown_as
from mlcareerdata.models._types import meaning_of

if TYPE_CHECKING:
    from mlcareerdata.models._provenance import Citation

__all__ = ["Record"]

R = TypeVar("R", bound="Record")
Pickled: TypeAlias = tuple[Callable[..., "Record"], tuple[object, ...]]
"""The function that makes a record again, and its arguments."""

# Deprecated properties, which pydantic does not mark as such.
_OLD = frozenset({"__fields__", "__fields_set__"})


def _first_paragraph(schema: dict[str, Any], model: type[BaseModel]) -> None:
    """Keep the Python examples of the docstring out of the JSON Schema."""
    schema["description"] = " ".join((model.__doc__ or "").partition("\n\n")[0].split())


# Each model says `frozen=True` too: only from that do type checkers know that it is hashable.
class Record(BaseModel, frozen=True, extra="forbid", json_schema_extra=_first_paragraph):
    """Base of every record: immutable, hashable, comparable, picklable.

    A model sets the class variables to say how its records are shown, and overrides a method below
    only where that is not enough.
    """

    _head: ClassVar[str] = ""  # the field in the heading of the card, if one is
    _hidden: ClassVar[frozenset[str]] = frozenset()  # other fields that the heading says
    _order: ClassVar[tuple[str, ...]] = ()  # what people look for first, on cards and in tables
    _alike: ClassVar[frozenset[str]] = frozenset()  # fields that a card shows as a table does
    _unlisted: ClassVar[frozenset[str]] = frozenset()  # fields that other columns of a table say
    _called: ClassVar[tuple[str, str]] = ("record", "records")  # one in words, and many
    _remarks: ClassVar[tuple[str, ...]] = ()  # what has to be said of each of them in a table
    _as_line: ClassVar[str] = ""  # one line, its fields in braces; default: the head alone
    _as_repr: ClassVar[str] = ""  # the same for `repr`; default: the first field, the key

    def _line(self) -> str:
        """The record in one line, without its source."""
        return (self._as_line or f"{{{self._head}}}").format_map(dict(self))

    def _brief(self) -> str:
        """What `repr` says after the name of the class."""
        return (self._as_repr or f"{{{next(iter(self))[0]}}}").format_map(dict(self))

    def _title(self) -> str:
        """The heading of the card."""
        return str(getattr(self, self._head)) if self._head else self._line()

    def _listed(self) -> str:
        """The record as one line of a table."""
        return str(self)

    def _cell(self, name: str) -> Shown:
        """A field as a table shows it, with what must be shown beside it."""
        value = getattr(self, name)
        meaning = meaning_of(type(self).model_fields[name])
        return Shown((), meaning) if value in (None, ()) else shown_as(value, meaning)

    def _says_so(self) -> Iterable[Citation]:
        """The citations that `cite` writes out."""
        raise TypeError(f"a {type(self).__name__} states no fact, so there is nobody to cite")

    def _rows(self) -> list[Line]:
        """A line for each known field: what people look for first, then in the model's order."""
        fields = type(self).model_fields
        said = {self._head, *self._hidden}
        names = dict.fromkeys((*(name for name in self._order if name in fields), *fields))
        known = [name for name in names if getattr(self, name) not in (None, ())]
        return [self._row(name) for name in known if name not in said]

    def _row(self, name: str) -> Line:
        field = type(self).model_fields[name]
        meaning = meaning_of(field)
        aside = meaning in (Meaning.KEY, Meaning.NAME, Meaning.SAYER) and name not in self._order
        alike = name in self._alike
        shown = self._cell(name) if alike else shown_as(getattr(self, name), meaning)
        return Line(label(name, field), shown, aside)

    def _notes(self) -> tuple[str, ...]:
        """What the heading of the card says besides, each in a line."""
        return ()

    def _card(self, width: int | None = None) -> str:
        return card_text(self._title(), self._rows(), width, self._notes())

    def _repr_html_(self) -> str:
        with _LOCK:
            from mlcareerdata._html import card_html  # on demand: only a notebook needs it

        return card_html(self._title(), self._rows(), self._notes())

    @override
    def __str__(self) -> str:
        return self._line()

    @override
    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._brief()}>"

    @override
    def __format__(self, spec: str) -> str:
        return format(str(self), spec)

    @override
    def __dir__(self) -> list[str]:
        """All names but those that pydantic has deprecated."""
        old = {name for name, value in vars(BaseModel).items() if _is_deprecated(value)}
        return [name for name in super().__dir__() if name not in old | _OLD]

    @override
    def __reduce__(self) -> Pickled:
        """Pickle the JSON: equal records give equal bytes, in every process and for every cache."""
        return _unpickled, (type(self), self.model_dump_json())

    @override
    def __setattr__(self, name: str, value: object) -> None:
        if name.startswith("_"):  # pydantic allows it, but everybody shares the record
            raise AttributeError(f"a {type(self).__name__} is frozen: {name!r} cannot be set")
        super().__setattr__(name, value)

    @property
    @override
    def model_fields_set(self) -> set[str]:
        """The fields that were given; a copy, since everybody shares the record."""
        return set(super().model_fields_set)


def records_of(model: type[R], records: Iterable[R]) -> tuple[R, ...]:
    """The records, if all are of that model; those of another would have other columns."""
    given: object = model  # callers without a type checker pass what they have
    if not (isinstance(given, type) and issubclass(given, Record)):  # pyright: ignore[reportUnnecessaryIsInstance]  # they err
        raise TypeError(f"a Table is of a class of records, such as Role, not of {model!r:.80}")
    found = tuple(records)
    if not {*map(type, found)} <= {model}:  # else one may be of a subclass, or be wrong
        for place, record in enumerate(found):
            if not isinstance(record, model):
                raise TypeError(
                    f"record {place} of a Table of {model.__name__} must be a {model.__name__}, "
                    f"not {record!r:.80} of type {type(record).__name__}"
                )
    return found


def _is_deprecated(method: object) -> bool:
    function = getattr(method, "__func__", method)  # the function of a classmethod
    return hasattr(function, "__deprecated__")


def _unpickled(model: type[Record], text: str) -> Record:
    return model.model_validate_json(text, strict=True)
