"""The tables in memory: each is read on first use, checked as a whole, indexed and kept.

One that fails a check is not kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final, Generic, TypeVar

from pydantic import BaseModel

from mlcareerdata import _LOCK
from mlcareerdata._files import checked_rows, damaged
from mlcareerdata._registry import FACTS, TableSpec
from mlcareerdata._show import is_tuple
from mlcareerdata._table import Table
from mlcareerdata._text import closest, normalise
from mlcareerdata.errors import UnknownNameError
from mlcareerdata.models._record import Record

T = TypeVar("T")
B = TypeVar("B", bound=BaseModel)
R = TypeVar("R", bound=Record)


class Once(Generic[T]):
    """A value that is built on first use and then kept, the same for every thread.

    If building it fails, the next use builds it again.
    """

    def __init__(self, build: Callable[[], T]) -> None:
        self._build = build
        self._built: list[T] = []

    def get(self) -> T:
        if not self._built:
            with _LOCK:
                if not self._built:
                    # Behind what a signal handler may have built and been given meanwhile.
                    self._built.append(self._build())
        return self._built[0]


class _Loaded(Generic[B]):
    """A table in memory."""

    def __init__(self, spec: TableSpec[B], checked: tuple[B, ...]) -> None:
        model: Any = spec.model()
        records: tuple[Any, ...] = checked
        self.rows = checked
        self.table: Any = Table(model, records, spec.name) if issubclass(model, Record) else None
        self.written, self.folded, self.shared = _indexes(spec, checked)
        self.derived: dict[object, Any] = {}


_LOADED: Final[dict[str, _Loaded[Any]]] = {}


# --- What other modules call -----------------------------------------------------------------


def rows(spec: TableSpec[B]) -> tuple[B, ...]:
    """All rows of a table, in the order of its file."""
    return _load(spec).rows


def table(spec: TableSpec[R]) -> Table[R]:
    """All records of a table, in the order of its file; the same object each time."""
    found: Table[R] = _load(spec).table
    return found


def derived(spec: TableSpec[B], build: Callable[..., T], *given: object) -> T:
    """The result of `build` for a table: made on first use, and kept as long as the table."""
    kept = _load(spec).derived
    if (build, given) not in kept:
        with _LOCK:
            if (build, given) not in kept:
                kept.setdefault((build, given), build(spec, *given))
    made: T = kept[build, given]
    return made


def find(spec: TableSpec[R], name: object) -> R:
    """The record that an id, a name, an alias or the record itself means.

    Raises:
        UnknownNameError: nothing has that name.
        TypeError: `name` is neither a string nor a record of the table.
    """
    loaded = _load(spec)
    text = name if isinstance(name, str) else _id_in(spec, name)
    found: R | None = loaded.written.get(text) or loaded.folded.get(normalise(text))
    if found is None:
        raise _unknown(spec, text, loaded.shared.get(normalise(text), ()))
    return found


def called(name: str, id: str) -> str:
    """The name in full of the record with that id; the id itself if there is no such record."""
    spec = FACTS[name]
    record = _load(spec).written.get(id)
    return id if record is None else str(getattr(record, spec.names[0]))


def id_of(spec: TableSpec[R], name: object) -> str:
    """The id of the record that `find` gives for that name."""
    return _id(spec, find(spec, name))


def get(spec: TableSpec[R], name: str) -> R | None:
    """The record of that name, or ``None``."""
    loaded = _load(spec)
    found: R | None = loaded.written.get(name) or loaded.folded.get(normalise(name))
    return found


def names(spec: TableSpec[R]) -> dict[str, str]:
    """Every normalised name that finds a record, with the id of that record."""
    folded: dict[str, R] = _load(spec).folded
    return {name: _id(spec, record) for name, record in folded.items()}


def ids(spec: TableSpec[R]) -> tuple[str, ...]:
    """The ids of all records, in the order of the file."""
    return tuple(_id(spec, record) for record in rows(spec))


def suggest(spec: TableSpec[R], name: str) -> tuple[str, ...]:
    """The ids of the records whose names are close to `name`, or all ids if none is close."""
    known = names(spec)
    return closest(name, known.items()) or tuple(dict.fromkeys(known.values()))


# --- Loading ---------------------------------------------------------------------------------


def _load(spec: TableSpec[B]) -> _Loaded[B]:
    """The table in memory: checked as a whole, so that nothing is half-loaded."""
    found = _LOADED.get(spec.name)
    if found is not None:
        return found
    with _LOCK:
        if spec.name not in _LOADED:
            # A signal handler may ask while this thread loads: what it was given stays.
            _LOADED.setdefault(spec.name, _Loaded(spec, checked_rows(spec)))
        return _LOADED[spec.name]


def _indexes(
    spec: TableSpec[B], found: tuple[B, ...]
) -> tuple[dict[str, B], dict[str, B], dict[str, tuple[B, ...]]]:
    """Three indexes: rows by name as written, rows by normalised name, and shared names.

    A shared name is a normalised name that several rows have; it is in neither of the others. All
    three are empty if nobody looks the rows up. An id is never the name of another row.
    """
    ids = {_id(spec, record) for record in found}
    written: dict[str, B] = {}
    folded: dict[str, B] = {}
    shared: dict[str, tuple[B, ...]] = {}
    for record in found if spec.one else ():
        for name in _names(record, (*spec.key, *spec.names)):
            key = normalise(name)
            known = folded.setdefault(key, record)
            if known is record:
                written[name] = record
            elif spec.shared and key not in ids:
                shared[key] = tuple(dict.fromkeys((*shared.get(key, (known,)), record)))
            else:
                problem = f"{name!r} is a name of {_id(spec, known)!r} too"
                raise damaged(spec, _id(spec, record), problem)
    if "" in folded:
        raise damaged(spec, _id(spec, folded[""]), "a name is nothing but punctuation")
    for key, records in shared.items():
        del folded[key]
        for name in _names(records[0], spec.names):
            if normalise(name) == key:
                written.pop(name, None)
    return written, folded, shared


def _names(record: BaseModel, fields: tuple[str, ...]) -> Iterator[str]:
    for field in fields:
        value = getattr(record, field)
        if is_tuple(value):
            yield from map(str, value)
        elif value is not None:
            yield value


# --- Ids and messages ------------------------------------------------------------------------


def _id(spec: TableSpec[B], record: B) -> str:
    return str(getattr(record, spec.key[0]))


def _unknown(spec: TableSpec[R], name: str, meant: tuple[R, ...]) -> UnknownNameError:
    """The error for a name that no record has, or that several share: those in `meant`."""
    near = tuple(_id(spec, record) for record in meant) or suggest(spec, name)
    names = tuple(called(spec.name, one) for one in near) if spec.shared else ()
    return UnknownNameError(spec.called, name, near, spec.hint, names, shared=bool(meant))


def _id_in(spec: TableSpec[R], record: object) -> str:
    model = spec.model()
    if isinstance(record, model):
        return _id(spec, record)
    raise TypeError(
        f"{spec.a_record} is looked up by a string (its id or a name), or by the "
        f"{model.__name__} itself, not by {type(record).__name__}"
    )
