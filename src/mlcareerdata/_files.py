"""The only module that reads files: a table's rows, checked as a whole.

Tables refer to each other by ids that are `Literal` types, or that `_released.py` lists, so that
reading one table checks its references without reading another.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import zip_longest
from typing import Any, Final, TypeGuard, TypeVar, get_args

from importlib_resources import files
from pydantic import BaseModel, ValidationError
from pydantic_core import from_json, to_json
from typing_extensions import TypeIs

from mlcareerdata import _LOCK
from mlcareerdata._registry import TableSpec
from mlcareerdata._released import AREAS, ROWS
from mlcareerdata._show import text_of
from mlcareerdata.errors import DataIntegrityError

B = TypeVar("B", bound=BaseModel)

_NAME_ENDS: Final = b'":'  # of a field; within a text the quotation mark has a backslash before it


def read(name: str) -> bytes:
    """The bytes of one data file; works from a zip too, and writes nothing."""
    return files("mlcareerdata").joinpath("data", f"{name}.json").read_bytes()


def checked_rows(spec: TableSpec[B]) -> tuple[B, ...]:
    """All rows of a file.

    Raises:
        DataIntegrityError: something in the file is not as it was released.
    """
    text = _bytes(spec)
    found = tuple(_validated(spec, text))
    keys = [tuple(getattr(row, field) for field in spec.key) for row in found]
    _check_keys(spec, keys)
    _check_areas(spec, found, keys)
    _check_order(spec, found, keys)
    _check_ids(spec, keys)
    released = ROWS[spec.name]
    if len(found) != released:
        raise damaged(spec, None, f"it has {len(found)} records, and was released with {released}")
    return found


def damaged(spec: TableSpec[B], record: str | None, problem: str) -> DataIntegrityError:
    """The error for a table that cannot be used."""
    return DataIntegrityError(f"{spec.name}.json", record, problem)


# --- From bytes to rows ----------------------------------------------------------------------


def _bytes(spec: TableSpec[B]) -> bytes:
    try:
        return read(spec.name)
    except FileNotFoundError as error:
        problem = "the file is missing"
        raise DataIntegrityError(f"{spec.name}.json", None, problem, missing=True) from error
    except (MemoryError, RecursionError):  # it is the caller who has no room; the file may be whole
        raise
    except Exception as error:  # a damaged zip raises whatever its reader raises
        why = (isinstance(error, OSError) and error.strerror) or error
        raise damaged(spec, None, f"the file cannot be read: {why}") from error


def _validated(spec: TableSpec[B], text: bytes) -> Iterator[B]:
    """The rows of the file, each checked by the model, as strictly as JSON allows."""
    model = spec.model()
    found = _parsed(spec, text)
    plain = [to_json(row) for row in found]
    for place, row in enumerate(found):
        try:
            yield model.model_validate_json(plain[place], strict=True)
        except ValidationError as error:
            said = _join(row[field] for field in spec.key if field in row)
            raise damaged(spec, said or f"number {place + 1}", _first(error)) from error
    if sum(row.count(_NAME_ENDS) for row in plain) != text.count(_NAME_ENDS):
        _refuse_double_fields(spec, text)


def _parsed(spec: TableSpec[B], text: bytes) -> list[dict[str, object]]:
    try:
        found: object = from_json(text, allow_inf_nan=False)
    except ValueError as error:
        raise damaged(spec, None, f"not JSON: {error}") from error
    if not _are_rows(found):
        raise damaged(spec, None, "not a list of records")
    return found


def _are_rows(found: object) -> TypeGuard[list[dict[str, object]]]:
    return _is_list(found) and all(isinstance(row, dict) for row in found)


def _is_list(found: object) -> TypeIs[list[object]]:
    return isinstance(found, list)


def _refuse_double_fields(spec: TableSpec[B], text: bytes) -> None:
    """Refuse a field that stands in one record twice, of which a parser keeps the last."""
    with _LOCK:
        from json import loads  # on demand: slow to import, and needed only for such a file

    twice: list[str] = []

    def checked(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        row = dict(pairs)
        names = [name for name, _ in pairs]
        twice.extend(name for name in row if names.count(name) > 1)
        if twice and any(field in row for field in spec.key):  # a whole record, no part of one
            said = _join(row[field] for field in spec.key if field in row)
            raise damaged(spec, said, f"the field {twice[0]!r} stands there twice")
        return row

    loads(text, object_pairs_hook=checked)


# --- From rows to a table --------------------------------------------------------------------


def _check_keys(spec: TableSpec[B], keys: list[tuple[object, ...]]) -> None:
    seen: set[tuple[object, ...]] = set()
    for key in keys:
        if key in seen:
            raise damaged(spec, _join(key), "the record is in the file twice")
        seen.add(key)


def _check_areas(spec: TableSpec[B], found: tuple[B, ...], keys: list[tuple[object, ...]]) -> None:
    known = frozenset(AREAS.split() if spec.areas else ())
    for place, row in enumerate(found if spec.areas else ()):
        area = getattr(row, spec.areas)
        if area not in known:
            raise damaged(spec, _join(keys[place]), f"{spec.areas}: no area has the id {area!r}")


def _check_order(spec: TableSpec[B], found: tuple[B, ...], keys: list[tuple[object, ...]]) -> None:
    ranked = "position" in spec.model().model_fields  # asking each record would be slow
    for place, row in enumerate(found if ranked else (), 1):
        if getattr(row, "position", place) != place:
            raise damaged(spec, _join(keys[place - 1]), f"its position should be {place}")
    ranks: list[Any] = [spec.order(row) for row in found] if spec.order else []
    for place in range(1, len(ranks)):
        if ranks[place] < ranks[place - 1]:
            raise damaged(spec, _join(keys[place]), "the record is out of order")


def _check_ids(spec: TableSpec[B], keys: list[tuple[object, ...]]) -> None:
    """The ids of the file must be those of `mlcareerdata.ids`, in the same order."""
    if spec.key == ("id",):
        found = [str(own) for (own,) in keys]
        declared = list(get_args(spec.model().model_fields["id"].annotation))
        if not declared or found == declared:
            return
        for own, wanted in zip_longest(found, declared):
            if wanted not in found:
                raise damaged(spec, None, f"the record {wanted!r}, which ids.py has, is missing")
            if own != wanted:
                raise damaged(spec, own, f"by ids.py, {wanted!r} should stand in its place")


# --- Messages --------------------------------------------------------------------------------


def _first(error: ValidationError) -> str:
    """The first problem of a failed validation: where, and what."""
    first = error.errors()[0]
    where = ".".join(str(part) for part in first["loc"])
    return f"{where}: {first['msg']}" if where else first["msg"]


def _join(key: Iterable[object]) -> str:
    return " ".join(text_of(part) for part in key if part is not None)
