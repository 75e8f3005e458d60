"""A `Table` is an immutable sequence, and the same rows in every dataframe library."""

from __future__ import annotations

import copy
import pickle
import subprocess
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, cast, get_args

import duckdb
import pandas
import polars
import pyarrow
import pytest

import mlcareerdata as mlc
import mlcareerdata._store as store
from mlcareerdata import models
from mlcareerdata._registry import FACTS
from mlcareerdata._show import is_tuple
from mlcareerdata.models._record import Record

AnyTable = mlc.Table[Record]
Rows = list[dict[str, Any]]

each_table = pytest.mark.parametrize("name", FACTS)
VENDORS = {"aws": "B", "google-cloud": "A", "azure": "B", "vendor-neutral": "A"}
PLATFORMS = [
    models.Platform.model_validate(
        {"id": name, "name": name, "vendor": vendor, "citations": [{"source": "bouchrika-2026"}]}
    )
    for name, vendor in VENDORS.items()
]


def _table() -> mlc.Table[models.Platform]:
    return mlc.Table(models.Platform, PLATFORMS, "platform")


# --- A sequence ------------------------------------------------------------------------------


@each_table
def test_length_iteration_and_indexing_agree(name: str) -> None:
    table = store.table(FACTS[name])
    records = list(table)
    assert len(table) == len(records) > 0
    assert [table[place] for place in range(len(table))] == records
    assert [table[place - len(table)] for place in range(len(table))] == records
    assert list(reversed(table)) == records[::-1]
    assert list(table) == records, "a second iteration starts again"


@pytest.mark.parametrize("place", [4, -5, 10**9])
def test_an_index_out_of_range_is_an_index_error(place: int) -> None:
    with pytest.raises(IndexError):
        _table()[place]


@pytest.mark.parametrize(
    "part",
    [
        slice(None),
        slice(1, 3),
        slice(None, None, 2),
        slice(None, None, -1),
        slice(-2, None),
        slice(3, 0, -2),
        slice(2, 2),
        slice(99, 100),
    ],
)
def test_a_slice_is_a_table(part: slice) -> None:
    sliced = _table()[part]
    assert type(sliced) is mlc.Table
    assert list(sliced) == PLATFORMS[part]


def test_a_slice_step_of_zero_is_a_value_error() -> None:
    with pytest.raises(ValueError, match="zero"):
        _table()[::0]


def test_in_takes_anything() -> None:
    table = _table()
    assert all(record in table for record in PLATFORMS)
    assert PLATFORMS[0] not in table[1:]
    assert PLATFORMS[0].model_copy() in table, "an equal record is in it"
    assert all(other not in table for other in cast("list[object]", ["aws", None, 0, [], table]))


@pytest.mark.parametrize("index", ["data-scientist", "", "0"])
@each_table
def test_a_name_as_index_is_a_type_error_that_names_the_call(name: str, index: str) -> None:
    table: Any = store.table(FACTS[name])
    call = FACTS[name].one or name
    with pytest.raises(TypeError) as caught:
        table[index]
    assert f"mlcareerdata.{call}({index!r})" in str(caught.value)
    assert callable(getattr(mlc, call))


@pytest.mark.parametrize("index", [None, 1.0, (0,), b"aws"])
def test_another_index_is_a_type_error(index: object) -> None:
    table: Any = _table()
    with pytest.raises(TypeError):
        table[index]


def test_a_table_is_no_tuple_and_no_registered_sequence() -> None:
    table: object = _table()
    assert not isinstance(table, tuple | list)
    assert not isinstance(table, Sequence), "dataframe libraries would bypass the Arrow stream"


# --- A value ---------------------------------------------------------------------------------


@each_table
def test_equal_tables_have_equal_hashes(name: str) -> None:
    table = store.table(FACTS[name])
    for twin in (table[:], mlc.Table(FACTS[name].model(), list(table), name)):
        assert twin == table
        assert hash(twin) == hash(table)
    assert table[1:] != table
    assert table[::-1] != table


def test_a_table_equals_nothing_but_a_table_of_its_kind() -> None:
    table = _table()
    others: list[object] = [PLATFORMS, tuple(PLATFORMS), None, "aws", 0]
    assert all(table != other for other in others)
    assert mlc.Table(models.Role, (), "role") != mlc.Table(models.Platform, (), "platform")


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
@each_table
def test_pickle_gives_an_equal_table(name: str, protocol: int) -> None:
    table = store.table(FACTS[name])
    twin = pickle.loads(pickle.dumps(table, protocol))
    assert twin == table
    assert hash(twin) == hash(table)
    assert twin.to_dicts() == table.to_dicts()
    with pytest.raises(TypeError) as caught:
        twin["x"]
    assert FACTS[name].one in str(caught.value)


@pytest.mark.parametrize("duplicate", [copy.copy, copy.deepcopy])
@each_table
def test_a_copy_is_an_equal_table(name: str, duplicate: Callable[[AnyTable], AnyTable]) -> None:
    table = store.table(FACTS[name])
    twin = duplicate(table)
    assert twin == table
    assert hash(twin) == hash(table)


def _set_item(table: Any) -> None:
    table[0] = table[1]


def _delete_item(table: Any) -> None:
    del table[0]


def _set_attribute(table: Any) -> None:
    table.note = "x"


def _set_inner(table: Any) -> None:
    table._records = ()


def _delete_inner(table: Any) -> None:
    del table._records


def _add(table: Any) -> None:
    table += table


def _append(table: Any) -> None:
    table.append(table[0])


def _sort(table: Any) -> None:
    table.sort()


@pytest.mark.parametrize(
    "change",
    [
        _set_item,
        _delete_item,
        _set_attribute,
        _set_inner,
        _delete_inner,
        _add,
        _append,
        _sort,
    ],
)
def test_a_table_cannot_be_changed(change: Callable[[Any], None]) -> None:
    table = _table()
    with pytest.raises((AttributeError, TypeError)):
        change(table)
    assert list(table) == PLATFORMS


def test_a_table_keeps_nothing_of_the_list_it_was_made_from() -> None:
    records = list(PLATFORMS)
    table = mlc.Table(models.Platform, records, "platform")
    records.clear()
    assert len(table) == len(PLATFORMS)


# --- Filter and sort -------------------------------------------------------------------------


def test_filter_keeps_order_and_gives_a_table() -> None:
    found = _table().filter(lambda platform: platform.vendor == "B")
    assert type(found) is mlc.Table
    assert [platform.id for platform in found] == ["aws", "azure"]
    assert _table().filter(lambda _: True) == _table()
    assert len(_table().filter(lambda _: None)) == 0


@pytest.mark.parametrize(
    ("reverse", "ids"),
    [
        (False, ["google-cloud", "vendor-neutral", "aws", "azure"]),
        (True, ["aws", "azure", "google-cloud", "vendor-neutral"]),
    ],
)
def test_sorted_is_stable_both_ways(reverse: bool, ids: list[str]) -> None:
    table = _table()
    found = table.sorted(key=lambda platform: platform.vendor or "", reverse=reverse)
    assert type(found) is mlc.Table
    assert [platform.id for platform in found] == ids
    assert list(table) == PLATFORMS, "the table itself stays as it was"


def test_an_error_of_the_callers_own_function_comes_through() -> None:
    with pytest.raises(ZeroDivisionError):
        _table().filter(lambda _: 1 // 0)
    with pytest.raises(ZeroDivisionError):
        _table().sorted(lambda _: 1 // 0)


@each_table
def test_an_empty_table_works_too(name: str) -> None:
    empty = store.table(FACTS[name])[:0]
    assert type(empty) is mlc.Table
    assert len(empty) == 0
    assert not empty
    assert list(empty) == list(reversed(empty)) == []
    assert empty.to_dicts() == []
    assert empty.filter(bool) == empty == empty[::-1] == pickle.loads(pickle.dumps(empty))
    assert empty.sorted(repr) == empty
    assert str(empty) == ""
    assert repr(empty) == f"<Table of {FACTS[name].model().__name__}, 0 records>"
    assert "<table" in empty._repr_html_()


# --- Shown -----------------------------------------------------------------------------------


@each_table
def test_str_and_repr_list_the_records(name: str) -> None:
    table = store.table(FACTS[name])
    for line, record in zip(str(table).splitlines(), table, strict=True):
        assert line.endswith(str(record))
    head, *lines = repr(table).splitlines()
    assert head == f"<Table of {FACTS[name].model().__name__}, {len(table)} records>"
    assert len(lines) <= 13, "a prompt should not be flooded"
    assert lines[0].strip() == repr(table[0])
    assert repr(table[:1]).splitlines()[0].endswith(" 1 record>")


def test_repr_says_how_many_records_it_leaves_out() -> None:
    table = mlc.Table(models.Platform, PLATFORMS * 5, "platform")
    assert repr(table).endswith("more")
    shown = len(repr(table).splitlines()) - 2
    assert repr(table).splitlines()[-1].split() == ["...", str(20 - shown), "more"]


@each_table
def test_html_has_a_row_a_record(name: str) -> None:
    table = store.table(FACTS[name])
    assert table._repr_html_().count("<tr>") == len(table) + 1


def test_markup_in_a_text_is_escaped_in_html() -> None:
    evil = "<script>alert('&\"')</script>"
    record = models.Platform.model_validate(
        {**PLATFORMS[0].model_dump(), "name": evil, "vendor": evil, "aliases": (evil,)}
    )
    html = mlc.Table(models.Platform, [record], "platform")._repr_html_()
    assert "<script" not in html
    assert html.count("&lt;script&gt;") == 3


# --- Rows and columns ------------------------------------------------------------------------


def _columns(model: type[Record]) -> list[str]:
    """What the contract says: the model's fields, `check` as three."""
    check = ["check_verdict", "check_note", "check_checked_on"]
    fields = [check if name == "check" else [name] for name in model.model_fields]
    return [name for names in fields for name in names]


def _cell(record: Record, column: str) -> object:
    """What the contract says stands in a cell."""
    if column.startswith("check_"):
        check = getattr(record, "check")  # noqa: B009
        return getattr(check, column.removeprefix("check_")) if check else None
    value = getattr(record, column)
    if column == "citations":
        return list(dict.fromkeys(citation.source for citation in value))
    return list(value) if isinstance(value, tuple) else value  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]


@each_table
def test_rows_are_flat_and_say_what_the_records_say(name: str) -> None:
    table = store.table(FACTS[name])
    columns = _columns(FACTS[name].model())
    rows = table.to_dicts()
    assert len(rows) == len(table)
    for record, row in zip(table, rows, strict=True):
        assert row == {column: _cell(record, column) for column in columns}, repr(record)
        assert list(row) == columns


def test_a_check_becomes_three_columns() -> None:
    citation = models.Citation(source="bouchrika-2026")
    check = models.Check(
        verdict="partly", note="Made up.", checked_on=date(2026, 11, 1), citations=(citation,)
    )
    fields = {**mlc.findings()[0].model_dump(), "check": check}
    table = mlc.Table(models.Finding, [models.Finding.model_validate(fields)], "finding")
    rows: Rows = [*table.to_dicts(), *table.to_arrow().to_pylist(), *table.to_polars().to_dicts()]
    assert len(rows) == 3
    for row in rows:
        assert [row[f"check_{part}"] for part in ("verdict", "note", "checked_on")] == [
            "partly",
            "Made up.",
            date(2026, 11, 1),
        ]


def test_citations_are_the_ids_of_the_sources_each_once() -> None:
    sources = get_args(mlc.ids.SourceId)
    citations = [{"source": sources[place]} for place in (1, 0, 1)]
    fields = {**PLATFORMS[0].model_dump(), "citations": citations}
    table = mlc.Table(models.Platform, [models.Platform.model_validate(fields)], "platform")
    assert table.to_dicts()[0]["citations"] == [sources[1], sources[0]]


@each_table
def test_rows_are_new_each_time(name: str) -> None:
    table = store.table(FACTS[name])
    before = table.to_dicts()
    spoiled = table.to_dicts()
    for row in spoiled:
        for value in row.values():
            if isinstance(value, list):
                value.append("spoiled")
        row.clear()
    assert table.to_dicts() == before


# --- Dataframes ------------------------------------------------------------------------------


def _by_arrow(table: AnyTable) -> Rows:
    return table.to_arrow().to_pylist()


def _by_arrow_stream(table: AnyTable) -> Rows:
    return pyarrow.table(cast("Any", table)).to_pylist()


def _by_polars(table: AnyTable) -> Rows:
    return table.to_polars().to_dicts()


def _by_polars_stream(table: AnyTable) -> Rows:
    return polars.DataFrame(cast("Any", table)).to_dicts()


def _of_arrow_pandas(frame: pandas.DataFrame, table: AnyTable) -> Rows:
    schema = table.to_arrow().schema
    back: pyarrow.Table = pyarrow.Table.from_pandas(frame, schema=schema, preserve_index=False)
    assert list(frame.columns) == schema.names
    return back.to_pylist()


def _by_pandas(table: AnyTable) -> Rows:
    frame = table.to_pandas()
    return [
        {name: _plain(value) for name, value in zip(frame.columns, row, strict=True)}
        for row in frame.itertuples(index=False)
    ]


def _plain(value: Any) -> Any:
    """A cell of pandas as it stands in the library's own rows."""
    if is_tuple(value):
        return list(value)
    if pandas.isna(value):
        return None
    return value.date() if isinstance(value, pandas.Timestamp) else value


def _by_pandas_stream(table: AnyTable) -> Rows:
    # New in pandas 3, and unknown to its stubs.
    make: Any = getattr(pandas.DataFrame, "from_arrow", None)
    if make is None:
        pytest.skip("this pandas cannot take an Arrow stream")
    return _of_arrow_pandas(make(table), table)


def _by_duckdb(table: AnyTable) -> Rows:
    with duckdb.connect() as connection:
        connection.register("t", table)
        found: Any = connection.sql("select * from t")
        rows: Rows = [dict(zip(found.columns, row, strict=True)) for row in found.fetchall()]
        return rows


@pytest.mark.parametrize(
    "convert",
    [
        _by_arrow,
        _by_arrow_stream,
        _by_polars,
        _by_polars_stream,
        _by_pandas,
        _by_pandas_stream,
        _by_duckdb,
    ],
)
@each_table
def test_every_library_gives_the_same_rows(name: str, convert: Callable[[AnyTable], Rows]) -> None:
    table = store.table(FACTS[name])
    rows = convert(table)
    assert rows == table.to_dicts()
    assert [list(row) for row in rows] == [list(row) for row in table.to_dicts()]


def test_duckdb_finds_a_table_by_the_name_of_a_variable() -> None:
    t = mlc.roles()
    found: Any = duckdb.sql("select id from t where typical order by id desc limit 1")
    assert found.fetchall() == [(max(role.id for role in t if role.typical),)]


def test_pandas_keeps_a_missing_integer_missing() -> None:
    frame = mlc.salary_ranges().to_pandas()
    assert str(frame["low"].dtype) == "Int64"
    assert str(frame["sample_size"].dtype) == "Int64"
    assert frame["sample_size"].isna().sum() == sum(
        record.sample_size is None for record in mlc.salary_ranges()
    )


def _bare(record: Record) -> Record:
    """The record with nothing in the fields that may be empty."""
    model = type(record)
    kept = {n: v for n, v in dict(record).items() if model.model_fields[n].is_required()}
    return model.model_validate(kept)


@each_table
def test_columns_keep_their_types_without_any_value(name: str) -> None:
    table = store.table(FACTS[name])
    model = FACTS[name].model()
    arrow, frame, panda = table.to_arrow().schema, table.to_polars().schema, table.to_pandas()
    assert arrow.names == list(frame) == list(panda.columns) == _columns(model)
    assert polars.Null not in frame.values()
    assert pyarrow.null() not in arrow.types
    bare = mlc.Table(model, [_bare(record) for record in table], "")
    for other in (table[:0], bare, table[:1]):
        assert other.to_arrow().schema == arrow
        assert other.to_polars().schema == frame
        assert other.to_pandas().dtypes.to_dict() == panda.dtypes.to_dict()
        assert pyarrow.table(cast("Any", other)).schema == arrow
        assert polars.DataFrame(cast("Any", other)).schema == frame


POLARS: dict[pyarrow.DataType, polars.DataType] = {
    pyarrow.string(): polars.String(),
    pyarrow.bool_(): polars.Boolean(),
    pyarrow.int64(): polars.Int64(),
    pyarrow.float64(): polars.Float64(),
    pyarrow.date32(): polars.Date(),
    pyarrow.list_(pyarrow.string()): polars.List(polars.String()),
}


@pytest.mark.parametrize(
    ("name", "column", "kind"),
    [
        ("roles", "id", pyarrow.string()),
        ("roles", "typical", pyarrow.bool_()),
        ("roles", "aliases", pyarrow.list_(pyarrow.string())),
        ("roles", "citations", pyarrow.list_(pyarrow.string())),
        ("salary_ranges", "low", pyarrow.int64()),
        ("salary_ranges", "median", pyarrow.int64()),
        ("salary_ranges", "open_ended", pyarrow.bool_()),
        ("salary_ranges", "check_verdict", pyarrow.string()),
        ("salary_ranges", "check_checked_on", pyarrow.date32()),
        ("industries", "naics", pyarrow.list_(pyarrow.string())),
        ("industry_pay", "position", pyarrow.int64()),
        ("certifications", "retired_on", pyarrow.date32()),
        ("certifications", "price_usd", pyarrow.int64()),
        ("certifications", "replaced_by", pyarrow.list_(pyarrow.string())),
        ("findings", "value", pyarrow.float64()),
        ("findings", "year", pyarrow.int64()),
        ("sources", "accessed", pyarrow.date32()),
    ],
)
def test_a_column_has_the_type_that_its_model_says(
    name: str, column: str, kind: pyarrow.DataType
) -> None:
    schema: Any = store.table(FACTS[name]).to_arrow().schema
    assert schema.field(column).type == kind
    assert store.table(FACTS[name]).to_polars().schema[column] == POLARS[kind]


# --- Packages that are missing ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("missing", "method", "extra"),
    [
        (("pyarrow",), "to_arrow", "arrow"),
        (("polars",), "to_polars", "polars"),
        (("pandas",), "to_pandas", "pandas"),
        (("pandas", "pyarrow"), "to_pandas", "pandas"),
        (("pyarrow", "polars"), "__arrow_c_stream__", "arrow"),
    ],
)
@pytest.mark.parametrize("length", [0, 1, None])
def test_a_missing_package_is_an_import_error_that_names_the_extra(
    monkeypatch: pytest.MonkeyPatch,
    missing: tuple[str, ...],
    method: str,
    extra: str,
    length: int | None,
) -> None:
    for package in missing:
        monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(ImportError, match=rf"pip install 'mlcareerdata\[{extra}\]'"):
        getattr(_table()[:length], method)()


def test_pandas_needs_no_pyarrow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    assert list(_table().to_pandas()["id"]) == [record.id for record in _table()]


POLARS_ALONE = """
import sys
for package in ("pyarrow", "pandas", "numpy", "duckdb"):
    sys.modules[package] = None
import polars
import mlcareerdata as mlc
for table in (mlc.roles(), mlc.findings(), mlc.sources(), mlc.certifications()[:0]):
    frame = polars.DataFrame(table)
    assert frame.to_dicts() == table.to_dicts() == table.to_polars().to_dicts()
    assert frame.schema == table.to_polars().schema
"""


def test_polars_alone_suffices_for_polars(tmp_path: Path) -> None:
    command = [sys.executable, "-c", POLARS_ALONE]
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=False)
    assert done.returncode == 0, done.stderr


def test_a_list_of_ranges_says_whose_they_are() -> None:
    for line, found in zip(str(mlc.salary_ranges()).splitlines(), mlc.salary_ranges(), strict=True):
        assert line.startswith(f"{found.role or found.label}: ")
