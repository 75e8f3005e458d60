"""The only room that reads files: the registry of tables, and how one is loaded.

Each table is read once, checked whole, and kept; a table that fails a check is not kept. Tables
refer to each other by ids that are `Literal` types, so that validating one table checks its
references without loading another.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from threading import RLock
from typing import Final, Generic, TypeVar, get_args

from importlib_resources import files
from pydantic import BaseModel, TypeAdapter, ValidationError

from mlcareerdata import models as m
from mlcareerdata._show import text_of
from mlcareerdata._table import Table
from mlcareerdata._text import closest, normalise
from mlcareerdata.errors import DataIntegrityError, UnknownNameError
from mlcareerdata.models._record import Record

T = TypeVar("T")
B = TypeVar("B", bound=BaseModel)
R = TypeVar("R", bound=Record)
R_co = TypeVar("R_co", bound=Record, covariant=True)

_LOCK: Final = RLock()
_ROWS: Final = TypeAdapter(list[dict[str, object]])


class Once(Generic[T]):
    """A value that is built on first use and then kept, the same for every thread.

    If building it fails, the next use builds it again.
    """

    def __init__(self, build: Callable[[], T]) -> None:
        self._build = build
        self._built: tuple[T] | None = None

    def get(self) -> T:
        if self._built is None:
            with _LOCK:
                if self._built is None:
                    self._built = (self._build(),)
        return self._built[0]


class TableFile(Generic[R_co]):
    """One table: its file, its model, and how its records are told apart and named.

    Args:
        name: the file is ``data/<name>.json``, and the function is called so too.
        model: what a record is.
        key: the fields that tell records apart.
        call: the function that finds one record, or ``""``.
        names: fields of other names for a record; its first key field is one of them anyway.
        hint: what else to do about an unknown name.
        order: what may not fall from one record to the next; ``None`` if any order will do.
    """

    def __init__(
        self,
        name: str,
        model: type[R_co],
        key: tuple[str, ...],
        call: str = "",
        names: tuple[str, ...] = (),
        hint: str = "",
        order: Callable[[R_co], tuple[object, ...]] | None = None,
    ) -> None:
        self.name = name
        self.model = model
        self.key = key
        self.call = call
        self.names = names
        self.kind = call.replace("_", " ")
        self.hint = hint
        self._order = order
        self._loaded = Once(self._load)

    def table(self) -> Table[R_co]:
        """All records, in the order of the file."""
        return self._loaded.get()[0]

    def by_name(self) -> dict[str, R_co]:
        """The records by every normalised name that means one."""
        return self._loaded.get()[1]

    def find(self, name: object) -> R_co:
        """The record that an id, a name, an alias or the record itself means.

        Raises:
            UnknownNameError: nothing has that name.
            TypeError: it is neither a string nor such a record.
        """
        text = self._name_of(name)
        found = self.by_name().get(normalise(text))
        if found is None:
            raise UnknownNameError(self.kind, text, self.suggest(text), self.hint)
        return found

    def get(self, id: str) -> R_co | None:
        """The record with that id, or ``None``."""
        return self.by_name().get(normalise(id))

    def ids(self) -> tuple[str, ...]:
        """The ids of all records, in the order of the file."""
        return tuple(self._id(record) for record in self.table())

    def suggest(self, name: str) -> tuple[str, ...]:
        """Ids of records with names close to that one, or all ids if none is close."""
        ids = {known: self._id(record) for known, record in self.by_name().items()}
        return closest(name, ids.items()) or tuple(dict.fromkeys(ids.values()))

    def _name_of(self, name: object) -> str:
        if isinstance(name, str):
            return name
        if isinstance(name, self.model):
            return self._id(name)
        article = "an" if self.kind[0] in "aeiou" else "a"
        raise TypeError(
            f"{article} {self.kind} is looked up by its id or its name, a string, or by the "
            f"{self.model.__name__} itself, not by {type(name).__name__}"
        )

    def id_of(self, name: object) -> str:
        """The id of the record that `find` would give."""
        return self._id(self.find(name))

    def _id(self, record: Record) -> str:
        return str(getattr(record, self.key[0]))

    def _load(self) -> tuple[Table[R_co], dict[str, R_co]]:
        """The table and its names: checked as a whole, so that nothing is half-loaded."""
        rows = rows_of(self.name, self.model, self.key)
        self._check(rows)
        index = self._index(rows) if self.call else {}
        return Table(self.model, rows, self.call or self.name), index

    def _check(self, rows: tuple[R_co, ...]) -> None:
        keys = [tuple(getattr(row, field) for field in self.key) for row in rows]
        for place, key in enumerate(keys):
            if key in keys[:place]:
                raise self._damaged(_join(key), "the record stands there twice")
        if self.key == ("id",):
            self._check_ids([self._id(row) for row in rows])
        self._check_order(rows, keys)

    def _check_order(self, rows: tuple[R_co, ...], keys: list[tuple[object, ...]]) -> None:
        for place, (row, key) in enumerate(zip(rows, keys, strict=True), 1):
            if getattr(row, "position", place) != place:
                raise self._damaged(_join(key), f"its position should be {place}")
        if self._order:
            ranks = [self._order(row) for row in rows]
            for place in range(1, len(ranks)):
                if ranks[place] < ranks[place - 1]:
                    raise self._damaged(_join(keys[place]), "the record is out of order")

    def _check_ids(self, ids: list[str]) -> None:
        """The ids of the file must be those of `mlcareerdata.ids`, in the same order."""
        declared = list(get_args(self.model.model_fields["id"].annotation))
        if declared and ids != declared:
            raise self._damaged(None, f"its ids {ids} are not those of ids.py: {declared}")

    def _index(self, rows: tuple[R_co, ...]) -> dict[str, R_co]:
        index: dict[str, R_co] = {}
        for record in rows:
            for name in _names(record, (self.key[0], *self.names)):
                known = index.setdefault(normalise(name), record)
                if known is not record:
                    problem = f"{name!r} is a name of {self._id(known)!r} too"
                    raise self._damaged(self._id(record), problem)
        if "" in index:
            raise self._damaged(self._id(index[""]), "a name is nothing but punctuation")
        return index

    def _damaged(self, record: str | None, problem: str) -> DataIntegrityError:
        return DataIntegrityError(f"{self.name}.json", record, problem)


def read(name: str) -> bytes:
    """The bytes of one data file; works from a zip too, and writes nothing."""
    return files("mlcareerdata").joinpath("data", f"{name}.json").read_bytes()


def rows_of(name: str, model: type[B], key: tuple[str, ...]) -> tuple[B, ...]:
    """The rows of a data file, each checked by the model; `key` names a row in an error.

    Raises:
        DataIntegrityError: the file is missing or damaged, or a row is not as the model says.
    """
    try:
        raw = _ROWS.validate_json(read(name))
    except FileNotFoundError as error:
        raise DataIntegrityError(f"{name}.json", None, "the file is missing") from error
    except OSError as error:
        problem = f"the file cannot be read: {error.strerror}"
        raise DataIntegrityError(f"{name}.json", None, problem) from error
    except ValidationError as error:
        problem = f"not a list of records: {_first(error)}"
        raise DataIntegrityError(f"{name}.json", None, problem) from error
    return tuple(_row(name, model, key, place, row) for place, row in enumerate(raw, 1))


def _row(name: str, model: type[B], key: tuple[str, ...], place: int, row: dict[str, object]) -> B:
    """One row, from JSON: strict, but for what JSON cannot say (dates, tuples)."""
    try:
        return model.model_validate_json(json.dumps(row), strict=True)
    except ValidationError as error:
        said = " ".join(str(row[field]) for field in key if field in row)
        raise DataIntegrityError(
            f"{name}.json", said or f"number {place}", _first(error)
        ) from error


def _names(record: Record, fields: tuple[str, ...]) -> Iterator[str]:
    for field in fields:
        value = getattr(record, field)
        if isinstance(value, tuple):
            yield from value
        elif value is not None:
            yield value


def _first(error: ValidationError) -> str:
    """The first problem of a failed validation: where, and what."""
    first = error.errors()[0]
    where = ".".join(str(part) for part in first["loc"])
    return f"{where}: {first['msg']}" if where else first["msg"]


def _join(key: tuple[object, ...]) -> str:
    return " ".join(text_of(part) for part in key if part is not None)


def _entry_first(record: m.SalaryRange) -> tuple[object, ...]:
    return (record.level == "all",)


def _by_year(record: m.Wages) -> tuple[object, ...]:
    return (-record.year,)


def _by_start(record: m.Projection) -> tuple[object, ...]:
    return (-record.start,)


_TITLES: Final = "(a job title as an employer typed it is read by match_title)"

REGISTRY: Final[dict[str, TableFile[Record]]] = {}
"""Every table, by name."""


def _table(  # the arguments of TableFile; each line below is one table
    name: str,
    model: type[R],
    key: str,
    call: str,
    names: tuple[str, ...] = (),
    hint: str = "",
    order: Callable[[R], tuple[object, ...]] | None = None,
) -> TableFile[R]:
    table = TableFile(name, model, tuple(key.split()), call, names, hint, order)
    REGISTRY[name] = table
    return table


# fmt: off
ROLES = _table("roles", m.Role, "id", "role", ("title", "aliases"), _TITLES)
ENTRY_PROFILES = _table("entry_profiles", m.EntryProfile, "role", "entry_profile")
SALARY_RANGES = _table("salary_ranges", m.SalaryRange, "role label kind", "", order=_entry_first)
REMOTE_FITS = _table("remote_fits", m.RemoteFit, "role", "remote_fit")
GROWTH_PATHS = _table("growth_paths", m.GrowthPath, "role", "growth_path")
CROSSWALKS = _table("crosswalks", m.Crosswalk, "role", "crosswalk")
INDUSTRIES = _table("industries", m.Industry, "id", "industry", ("name", "aliases"))
INDUSTRY_DEMAND = _table("industry_demand", m.IndustryDemand, "industry", "demand_in")
INDUSTRY_PAY = _table("industry_pay", m.IndustryPay, "industry", "pay_in")
INDUSTRY_HIRING = _table("industry_hiring", m.IndustryHiring, "industry", "hiring_in")
SKILLS = _table("skills", m.Skill, "id", "skill", ("name", "aliases"))
PLATFORMS = _table("platforms", m.Platform, "id", "platform", ("name", "aliases"))
CERTIFICATIONS = _table("certifications", m.Certification, "id", "certification", ("name", "aliases", "exam_codes"))  # noqa: E501
OCCUPATIONS = _table("occupations", m.Occupation, "id", "occupation", ("title", "aliases"))
WAGES = _table("wages", m.Wages, "occupation year", "", order=_by_year)
PROJECTIONS = _table("projections", m.Projection, "occupation start covers", "", order=_by_start)
FINDINGS = _table("findings", m.Finding, "id", "finding", hint="(findings() has them all)")
FAQS = _table("faqs", m.Faq, "id", "faq")
PERSPECTIVES = _table("perspectives", m.Perspective, "id", "perspective")
SOURCES = _table("sources", m.Source, "id", "source", ("title",))
# fmt: on
