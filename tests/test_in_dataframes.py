"""The rows of a `Table` are the same in every dataframe library, and its columns the model's."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, cast, get_args

import duckdb
import pandas
import polars
import pyarrow
import pyarrow.csv
import pyarrow.parquet
import pytest

import mlcareerdata as mlc
import mlcareerdata._store as store
from made_up_platforms import PLATFORMS, made_up_table
from mlcareerdata import models
from mlcareerdata._registry import FACTS
from mlcareerdata._show import is_tuple
from mlcareerdata.models import Platform
from mlcareerdata.models._record import Record

AnyTable = mlc.Table[Record]
Rows = list[dict[str, Any]]

each_table = pytest.mark.parametrize("name", FACTS)
# --- Rows and columns ------------------------------------------------------------------------


def _columns(model: type[Record]) -> list[str]:
    """The promised columns: the model's fields, and three for `check`."""
    check = ["check_verdict", "check_note", "check_checked_on"]
    fields = [check if name == "check" else [name] for name in model.model_fields]
    return [name for names in fields for name in names]


def _cell(record: Record, column: str) -> object:
    """The promised value of a cell."""
    if column.startswith("check_"):
        check = getattr(record, "check")  # noqa: B009  # no type has it
        return getattr(check, column.removeprefix("check_")) if check else None
    value = getattr(record, column)
    if column == "citations":
        return list(dict.fromkeys(citation.source for citation in value))
    # Of a tuple of anything, pyright does not know the items.
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
    # The stubs of pyarrow and Polars do not know that both take whatever has an Arrow stream.
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
        getattr(made_up_table()[:length], method)()


def test_pandas_needs_no_pyarrow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    assert list(made_up_table().to_pandas()["id"]) == [record.id for record in made_up_table()]


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


# --- JSON, lists as text, and what exported tables say ----------------------------------------


@each_table
def test_dates_alone_are_what_json_does_not_take(name: str) -> None:
    refused: list[object] = []

    def keep(value: object) -> str:
        refused.append(value)
        return str(value)

    for join in (None, "; "):
        rows = store.table(FACTS[name]).to_dicts(join=join)
        read = json.loads(json.dumps(rows, default=keep, allow_nan=False))
        for row, again in zip(rows, read, strict=True):
            assert again == {k: str(v) if isinstance(v, date) else v for k, v in row.items()}
    assert {type(value) for value in refused} <= {date}


@each_table
def test_join_makes_one_text_of_a_list_everywhere(name: str) -> None:
    table = store.table(FACTS[name])
    wanted: Rows = [
        {k: "; ".join(v) if isinstance(v, list) else v for k, v in row.items()}
        for row in table.to_dicts()
    ]
    assert table.to_dicts(join="; ") == wanted
    assert table.to_arrow(join="; ").to_pylist() == wanted
    assert table.to_polars(join="; ").to_dicts() == wanted


@each_table
def test_joined_tables_keep_their_columns_without_rows(name: str) -> None:
    table = store.table(FACTS[name])
    for whole, empty in (
        (table.to_arrow(join=", ").schema, table[:0].to_arrow(join=", ").schema),
        (table.to_polars(join=", ").schema, table[:0].to_polars(join=", ").schema),
        (
            table.to_pandas(join=", ").dtypes.to_dict(),
            table[:0].to_pandas(join=", ").dtypes.to_dict(),
        ),
    ):
        assert whole == empty
    assert not any(pyarrow.types.is_nested(kind) for kind in table.to_arrow(join=", ").schema.types)


@each_table
def test_polars_and_arrow_write_csv_of_joined_lists(name: str, tmp_path: Path) -> None:
    table = store.table(FACTS[name])
    by_polars, by_arrow = tmp_path / "polars.csv", tmp_path / "arrow.csv"
    table.to_polars(join="; ").write_csv(by_polars)
    write: Any = pyarrow.csv
    write.write_csv(table.to_arrow(join="; "), by_arrow)
    schema = table.to_polars(join="; ").schema
    wanted = _with_empty_as_none(table.to_dicts(join="; "))
    for file in (by_polars, by_arrow):
        assert _with_empty_as_none(polars.read_csv(file, schema=schema).to_dicts()) == wanted


def _with_empty_as_none(rows: Rows) -> Rows:
    """A text file does not tell an empty text from a missing value."""
    return [{name: None if value == "" else value for name, value in r.items()} for r in rows]


@each_table
def test_exported_tables_say_what_they_are(name: str, tmp_path: Path) -> None:
    table = store.table(FACTS[name])
    about = {
        b"mlcareerdata.table": name.encode(),
        b"mlcareerdata.DATA_VERSION": mlc.DATA_VERSION.encode(),
    }
    stream: Any = table
    for exported in (table.to_arrow(), table[:0].to_arrow(join="; "), pyarrow.table(stream)):
        assert exported.schema.metadata == about
    cited = mlc.Table(models.Citation, ())  # of which there is no table
    assert cited.to_arrow().schema.metadata[b"mlcareerdata.table"] == b""
    assert mlc.checks().to_arrow().schema.metadata[b"mlcareerdata.table"] == b"checks"
    parquet: Any = pyarrow.parquet
    parquet.write_table(table.to_arrow(), tmp_path / "table.parquet")
    assert parquet.read_table(tmp_path / "table.parquet").schema.metadata == about


def test_a_table_of_records_of_another_model_keeps_its_own_columns() -> None:
    class Own(Platform, frozen=True):
        more: int = 1

    one = Own.model_validate(mlc.platforms()[0].model_dump())
    table = mlc.Table[Record](Platform, [one])
    assert list(table.to_dicts()[0]) == list(mlc.platforms().to_dicts()[0])
    assert list(mlc.Table(Own, [one]).to_dicts()[0]) == [*table.to_dicts()[0], "more"]
