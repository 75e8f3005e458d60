"""The store refuses damaged data, says where the damage is, and reads no file needlessly."""

from __future__ import annotations

import inspect
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Annotated, Any, get_args, get_origin

import pytest

import mlcareerdata as mlc
import mlcareerdata._files as files
import mlcareerdata._store as store
from mlcareerdata import models
from mlcareerdata._registry import FACTS
from mlcareerdata.errors import DataIntegrityError
from mlcareerdata.ids import SourceId
from mlcareerdata.models._provenance import CitedRecord
from mlcareerdata.models._record import Record

Row = dict[str, Any]

READ = files.read
pytestmark = pytest.mark.usefixtures("unread")
each_table = pytest.mark.parametrize("name", FACTS)
NAMED = [name for name, table in FACTS.items() if "aliases" in table.names]


def _rows(name: str) -> list[Row]:
    rows: list[Row] = json.loads(READ(name))
    return rows


def _last(name: str) -> list[Row]:
    """The last rows. What is wrong with one of them is found before others are missed."""
    return _rows(name)[-3:]


def _key(name: str, row: Row) -> str:
    return " ".join(str(row[field]) for field in FACTS[name].key if field in row)


def _use(monkeypatch: pytest.MonkeyPatch, content: bytes) -> None:
    def read(_: str) -> bytes:
        return content

    monkeypatch.setattr(files, "read", read)
    store._LOADED.clear()


def _use_rows(monkeypatch: pytest.MonkeyPatch, rows: object) -> None:
    _use(monkeypatch, json.dumps(rows).encode())


def _refused(name: str, record: str | None, problem: str = "") -> None:
    """A freshly read table of that name is refused, and the error names file and record."""
    table = FACTS[name]
    with pytest.raises(DataIntegrityError) as caught:
        store.table(table)
    _says(caught.value, name, record, problem)
    with pytest.raises(DataIntegrityError):
        store.names(table)


def _says(error: DataIntegrityError, name: str, record: str | None, problem: str) -> None:
    assert error.file == f"{name}.json"
    assert _bare(error.record) == _bare(record)
    assert problem in error.problem
    assert error.file in str(error)
    assert (error.record or error.file) in str(error)
    assert error.problem in str(error)


def _bare(text: str | None) -> str | None:
    """The text without the brackets and quotes of a list within a key."""
    return text and re.sub(r"[\[\]()',]", "", text)


# --- The file --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b" ",
        b"[",
        b"nonsense",
        b"[{]",
        b'[{"id": "x"},]',
        b"\xff\xfe[\x00]\x00",
        b"\xef\xbb\xbf[]",
        b'[{"id": "\xff"}]',
        b"[]]",
        b"null",
        b"1",
        b'"text"',
        b"{}",
        b'{"id": "data-scientist"}',
        b"[1]",
        b"[null]",
        b'["data-scientist"]',
        b"[[]]",
        b"[" * 50_000,
    ],
    ids=lambda content: repr(content[:20]),
)
@each_table
def test_a_file_that_is_no_list_of_records(
    monkeypatch: pytest.MonkeyPatch, name: str, content: bytes
) -> None:
    _use(monkeypatch, content)
    _refused(name, None)


@each_table
def test_a_file_cut_short(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    _use(monkeypatch, READ(name)[:-20])
    _refused(name, None, "JSON")


def test_a_missing_file() -> None:
    table = replace(FACTS["roles"], name="no_such_table")
    with pytest.raises(DataIntegrityError) as caught:
        store.table(table)
    _says(caught.value, "no_such_table", None, "missing")
    assert "left it out" in str(caught.value), "not damaged: a packager's doing"
    assert "damaged" not in str(caught.value)
    assert isinstance(caught.value.__cause__, FileNotFoundError)


# --- A record --------------------------------------------------------------------------------


def _required(model: type[Record]) -> list[str]:
    return [name for name, field in model.model_fields.items() if field.is_required()]


@each_table
def test_a_missing_field(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    for field in _required(FACTS[name].model()):
        rows = _last(name)
        del rows[-1][field]
        key = _key(name, rows[-1]) or f"number {len(rows)}"
        _use_rows(monkeypatch, rows)
        _refused(name, key, f"{field}: Field required")


@each_table
def test_an_unknown_field(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    for place in (0, -1):
        rows = _rows(name)
        rows[place]["no_such_field"] = None
        _use_rows(monkeypatch, rows)
        _refused(name, _key(name, rows[place]), "no_such_field: Extra inputs")


@pytest.mark.parametrize("wrong", [{}, [[]]], ids=["object", "nested list"])
@each_table
def test_a_field_of_the_wrong_type(
    monkeypatch: pytest.MonkeyPatch, name: str, wrong: object
) -> None:
    for field in FACTS[name].model().model_fields:
        rows = _last(name)
        rows[-1][field] = wrong
        _use_rows(monkeypatch, rows)
        _refused(name, _key(name, rows[-1]), field)


@pytest.mark.parametrize(
    ("name", "field", "wrong"),
    [
        ("roles", "typical", "yes"),
        ("roles", "typical", 1),
        ("roles", "title", 1),
        ("roles", "title", ""),
        ("roles", "aliases", "ML engineer"),
        ("roles", "aliases", [""]),
        ("salary_ranges", "low", "95000"),
        ("salary_ranges", "low", 95_000.0),
        ("salary_ranges", "low", True),
        ("salary_ranges", "low", 10**9),
        ("salary_ranges", "level", "senior"),
        ("industries", "naics", ["5A"]),
        ("industry_pay", "position", 0),
        ("certifications", "retired_on", "soon"),
        ("certifications", "retired_on", "2026-02-30"),
        ("certifications", "price_usd", -1),
        ("certifications", "recommended", None),
        ("findings", "value", "17"),
        ("findings", "check", {"verdict": "partly"}),
        ("sources", "published", "2026-1"),
        ("sources", "accessed", 0),
    ],
)
def test_data_is_read_strictly(
    monkeypatch: pytest.MonkeyPatch, name: str, field: str, wrong: object
) -> None:
    rows = _rows(name)
    rows[0][field] = wrong
    _use_rows(monkeypatch, rows)
    _refused(name, _key(name, rows[0]))


@each_table
def test_a_fact_without_a_source(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    if not issubclass(FACTS[name].model(), CitedRecord):
        pytest.skip("it is itself a source")
    rows = _last(name)
    rows[-1]["citations"] = []
    _use_rows(monkeypatch, rows)
    _refused(name, _key(name, rows[-1]), "citations")


# --- References, ids, names, order -----------------------------------------------------------


def _references(model: type[Record]) -> Iterator[str]:
    """Fields that hold ids of another table, one or several."""
    ids = {frozenset(get_args(getattr(mlc.ids, name))) for name in mlc.ids.__all__}
    for name, field in model.model_fields.items():
        for part in (field.annotation, *get_args(field.annotation)):
            plain = get_args(part)[0] if get_origin(part) is Annotated else part
            if name != "id" and frozenset(get_args(plain)) in ids:
                yield name


@each_table
def test_a_dangling_reference(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    model = FACTS[name].model()
    for field in _references(model):
        rows = _last(name)
        several = get_origin(model.model_fields[field].annotation) is tuple
        rows[-1][field] = ["no-such-id"] if several else "no-such-id"
        _use_rows(monkeypatch, rows)
        _refused(name, _key(name, rows[-1]), field)


def test_the_test_above_finds_the_references() -> None:
    found = {(name, field) for name in FACTS for field in _references(FACTS[name].model())}
    assert found >= {
        ("entry_profiles", "role"),
        ("salary_ranges", "role"),
        ("industry_pay", "industry"),
        ("certifications", "platform"),
        ("certifications", "replaced_by"),
    }


@pytest.mark.parametrize("field", ["source", "attributed_to"])
@each_table
def test_a_dangling_source(monkeypatch: pytest.MonkeyPatch, name: str, field: str) -> None:
    if not issubclass(FACTS[name].model(), CitedRecord):
        pytest.skip("it is itself a source")
    rows = _last(name)
    wrong = "no-such-source"
    rows[-1]["citations"][0][field] = wrong if field == "source" else [wrong]
    _use_rows(monkeypatch, rows)
    _refused(name, _key(name, rows[-1]), field)


def test_the_ids_of_sources_are_checked_by_the_type() -> None:
    assert tuple(source.id for source in mlc.sources()) == get_args(SourceId)


@each_table
def test_a_record_that_stands_there_twice(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    rows = _rows(name)
    _use_rows(monkeypatch, [*rows, rows[-1]])
    _refused(name, _key(name, rows[-1]), "twice")


LITERAL = [
    name
    for name, table in FACTS.items()
    if table.key == ("id",) and get_args(table.model().model_fields["id"].annotation)
]


@pytest.mark.parametrize("name", LITERAL)
def test_an_id_that_is_not_declared(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    rows = _rows(name)
    _use_rows(monkeypatch, [*rows, {**rows[-1], "id": "brand-new"}])
    _refused(name, "brand-new", "id: Input should be")


@pytest.mark.parametrize(
    ("kept", "gone"),
    [(slice(1, None), 0), (slice(-1), -1), (slice(0), 0)],
    ids=["first gone", "last gone", "none"],
)
@pytest.mark.parametrize("name", LITERAL)
def test_ids_that_are_not_those_declared(
    monkeypatch: pytest.MonkeyPatch, name: str, kept: slice, gone: int
) -> None:
    rows = _rows(name)
    _use_rows(monkeypatch, rows[kept])
    _refused(name, None, f"the record {rows[gone]['id']!r}, which ids.py has, is missing")


@pytest.mark.parametrize("name", NAMED)
def test_a_name_that_means_two_records(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Whether the names differ in spelling or not."""
    rows = _rows(name)
    for clash in (rows[0]["id"], rows[0]["id"].upper().replace("-", "_ "), f"({rows[0]['id']})"):
        rows = _rows(name)
        rows[-1]["aliases"] = [*rows[-1].get("aliases", []), clash]
        _use_rows(monkeypatch, rows)
        table = FACTS[name]
        for _ in range(2):
            with pytest.raises(DataIntegrityError) as caught:
                store.find(table, rows[0]["id"])
            _says(caught.value, name, rows[-1]["id"], repr(rows[0]["id"]))


@pytest.mark.parametrize("name", NAMED)
def test_one_record_may_name_itself_twice(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    rows = _rows(name)
    rows[0]["aliases"] = [*rows[0].get("aliases", []), rows[0]["id"].upper()]
    _use_rows(monkeypatch, rows)
    table = FACTS[name]
    assert store.find(table, rows[0]["id"]) is store.table(table)[0]


ORDERED = ["wages", "areas", "area_wages", "industry_wages", "projections", "salary_ranges"]


def test_tables_that_have_an_order() -> None:
    assert {name for name, table in FACTS.items() if table.order} == {*ORDERED}


@pytest.mark.parametrize("name", ORDERED)
def test_a_record_out_of_order(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Each ordered table, with its first record moved to the end."""
    rank = FACTS[name].order
    assert rank
    ranks = [rank(record) for record in store.table(FACTS[name])]
    rows = _rows(name)
    if ranks[0] == ranks[-1]:
        pytest.skip("all records have one rank")
    _use_rows(monkeypatch, [*rows[1:], rows[0]])
    _refused(name, _key(name, rows[0]), "out of order")


def test_ranges_for_all_levels_come_last(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = _rows("salary_ranges")
    rows[0]["level"] = "all"
    _use_rows(monkeypatch, rows)
    _refused("salary_ranges", _key("salary_ranges", rows[1]), "out of order")


# --- Nothing half-loaded ---------------------------------------------------------------------


@each_table
def test_a_failed_first_look_up_leaves_nothing_behind(
    monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    table = FACTS[name]
    rows = _rows(name)
    damaged: tuple[object, ...] = ([*rows, rows[0]], [*rows, None], {})
    for content in damaged:
        _use_rows(monkeypatch, content)
        for load in (store.table, store.ids):
            with pytest.raises(DataIntegrityError):
                load(table)
    monkeypatch.setattr(files, "read", READ)
    assert len(store.table(table)) == len(rows)
    assert store.table(table) is store.table(table)


@pytest.mark.parametrize("name", NAMED)
def test_a_failed_first_index_leaves_nothing_behind(
    monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    table = FACTS[name]
    _use(monkeypatch, b"[{}]")
    with pytest.raises(DataIntegrityError):
        store.find(table, "aws")
    monkeypatch.setattr(files, "read", READ)
    for record in store.table(table):
        assert store.find(table, record) is record


def test_damage_shows_in_a_look_up_and_is_gone_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    _use(monkeypatch, b"[]")
    with pytest.raises(DataIntegrityError, match=r"roles\.json"):
        mlc.role("ML engineer")
    monkeypatch.setattr(files, "read", READ)
    assert mlc.role("ML engineer").id == "machine-learning-engineer"


def test_once_builds_once_and_again_after_a_failure() -> None:
    built: list[int] = []

    def build() -> int:
        built.append(1)
        if len(built) == 1:
            raise RuntimeError("not yet")
        return len(built)

    once = store.Once(build)
    with pytest.raises(RuntimeError, match="not yet"):
        once.get()
    assert [once.get(), once.get()] == [2, 2]


def test_once_keeps_a_value_that_is_false() -> None:
    built: list[int] = []

    def build() -> None:
        built.append(1)

    once = store.Once(build)
    once.get()
    once.get()
    assert len(built) == 1


# --- What is read, and when ------------------------------------------------------------------


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files read from now on; every table is unread."""
    seen: list[str] = []

    def read(name: str) -> bytes:
        seen.append(name)
        return READ(name)

    monkeypatch.setattr(files, "read", read)
    return seen


@each_table
def test_a_table_is_one_file_read_once(reads: list[str], name: str) -> None:
    table = FACTS[name]
    assert reads == []
    for _ in range(2):
        store.table(table)
        store.ids(table)
        if table.one:
            store.names(table)
            store.suggest(table, "x")
            store.get(table, "x")
            store.find(table, store.table(table)[0])
    assert reads == [name]


@each_table
def test_a_table_function_reads_its_own_file_only(reads: list[str], name: str) -> None:
    getattr(mlc, name)()
    getattr(mlc, name)()
    assert reads == [name]


@pytest.mark.parametrize("name", [name for name, table in FACTS.items() if table.one])
def test_a_look_up_reads_its_own_file_and_that_of_its_subject(reads: list[str], name: str) -> None:
    table = FACTS[name]
    subjects = [other.name for other in FACTS.values() if (other.one,) == table.key]
    for _ in range(2):
        getattr(mlc, table.one)(store.ids(table)[0])
        with pytest.raises(mlc.UnknownNameError):
            getattr(mlc, table.one)("no such thing")
    assert sorted(reads) == sorted([name, *subjects])


def test_role_reads_only_its_own_file(reads: list[str]) -> None:
    mlc.role("ML engineer")
    assert reads == ["roles"]


# --- The registry ----------------------------------------------------------------------------


@each_table
def test_the_registry_fits_the_models(name: str) -> None:
    table = FACTS[name]
    assert table.name == name
    assert set(table.key) <= set(table.model().model_fields)
    assert set(table.names) <= set(table.model().model_fields)
    assert inspect.isfunction(getattr(mlc, name)), f"the face has no {name}()"
    assert table.model().__name__ in models.__all__


def test_every_model_has_one_table() -> None:
    kept = [table.model() for table in FACTS.values()]
    assert len(kept) == len(set(kept))
    bases = {models.Record, models.CitedRecord, models.RetoldRecord, models.CheckedRecord}
    others = {*bases, models.Citation, models.Check, models.TitleMatch, models.CheckedClaim}
    for name in models.__all__:
        model = getattr(models, name)
        if isinstance(model, type) and issubclass(model, Record) and model not in others:
            assert model in kept, f"{name} has no line in the registry"
