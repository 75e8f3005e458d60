"""pandas can do with the frame of every table what it does with any frame."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import date
from io import BytesIO, StringIO
from typing import Any

import altair
import matplotlib as mpl
import numpy
import pandas as pd
import pytest
import sqlalchemy
from matplotlib.figure import Figure
from sqlalchemy.exc import SQLAlchemyError

import mlcareerdata as mlc
import mlcareerdata._store as store
from mlcareerdata._columns import columns_of
from mlcareerdata._registry import FACTS
from mlcareerdata.models._record import Record

# Whose own types are partly unknown.
pandas: Any = pd
np: Any = numpy
Frame = Any
Rows = list[dict[str, Any]]

mpl.use("Agg")  # draws without a screen

each_table = pytest.mark.parametrize("name", FACTS)


def _table(name: str) -> mlc.Table[Record]:
    return store.table(FACTS[name])


def _lists(name: str) -> list[str]:
    return [column.name for column in columns_of(FACTS[name].model()) if column.kind == "strings"]


def _columns(name: str, kind: str) -> list[str]:
    return [column.name for column in columns_of(FACTS[name].model(), True) if column.kind == kind]


def _rows(frame: Frame) -> Rows:
    """The rows of a frame as `to_dicts` gives them."""
    return [
        {name: _plain(value) for name, value in zip(frame.columns, row, strict=True)}
        for row in frame.itertuples(index=False)
    ]


def _plain(value: Any) -> Any:
    if isinstance(value, (tuple, list, np.ndarray)):
        # Of a tuple of anything, pyright does not know the items.
        return list(value)  # pyright: ignore[reportUnknownArgumentType, reportUnknownVariableType]
    if pandas.isna(value):
        return None
    return value.date() if isinstance(value, pandas.Timestamp) else value


# --- Columns ---------------------------------------------------------------------------------


def _is_of(kind: str, column: Any) -> bool:
    """Whether a column is of pandas' own type for that kind of value, and of no other."""
    if kind == "string":
        return isinstance(column.dtype, pandas.StringDtype)
    if kind == "date":
        return isinstance(column.dtype, np.dtype) and column.dtype.kind == "M"
    if kind == "strings":
        return column.dtype == object and all(type(value) is tuple for value in column)
    own = {
        "integer": pandas.Int64Dtype,
        "float": pandas.Float64Dtype,
        "boolean": pandas.BooleanDtype,
    }
    return isinstance(column.dtype, own[kind])


@each_table
def test_columns_are_plain_columns_of_pandas(name: str) -> None:
    for table in (_table(name), _table(name)[:0]):
        frame: Frame = table.to_pandas()
        for column in columns_of(FACTS[name].model()):
            assert _is_of(column.kind, frame[column.name]), (column, frame[column.name].dtype)


# --- Written and read again ------------------------------------------------------------------


def _parquet(frame: Frame) -> Frame:
    file = BytesIO(frame.to_parquet())
    return pandas.read_parquet(file)


def _feather(frame: Frame) -> Frame:
    file = BytesIO()
    frame.to_feather(file)
    return pandas.read_feather(file)


def _pickle(frame: Frame) -> Frame:
    file = BytesIO()
    frame.to_pickle(file)
    return pandas.read_pickle(BytesIO(file.getvalue()))


@pytest.mark.parametrize("through", [_parquet, _feather, _pickle])
@each_table
def test_files_with_types_give_back_rows_and_types(
    name: str, through: Callable[[Frame], Frame]
) -> None:
    for table in (_table(name), _table(name)[:0]):
        frame = table.to_pandas()
        found = through(frame)
        assert _rows(found) == table.to_dicts()
        assert found.dtypes.to_dict() == frame.dtypes.to_dict()


def _csv(frame: Frame, texts: list[str], dates: list[str]) -> Frame:
    file = StringIO(frame.to_csv(index=False))
    return pandas.read_csv(file, dtype=dict.fromkeys(texts, "string"), parse_dates=dates)


def _excel(frame: Frame, texts: list[str], dates: list[str]) -> Frame:
    file = BytesIO()
    frame.to_excel(file, index=False)
    return pandas.read_excel(file, dtype=dict.fromkeys(texts, "string"), parse_dates=dates)


def _json(frame: Frame, texts: list[str], dates: list[str]) -> Frame:
    file = StringIO(frame.to_json(orient="records", date_format="iso"))
    # Without it, pandas reads 1.7 as 1.7000000000000002.
    found = pandas.read_json(file, dtype=dict.fromkeys(texts, "string"), precise_float=True)
    return found.assign(**{name: pandas.to_datetime(found[name]) for name in dates})


@pytest.mark.parametrize("through", [_csv, _excel, _json])
@each_table
def test_files_of_text_give_back_the_same_rows(
    name: str, through: Callable[[Frame, list[str], list[str]], Frame]
) -> None:
    table = _table(name)
    frame = table.to_pandas(join="; ")
    found = through(frame, _columns(name, "string"), _columns(name, "date"))
    assert _with_empty_as_none(_rows(found)) == _with_empty_as_none(table.to_dicts(join="; "))


def _with_empty_as_none(rows: Rows) -> Rows:
    """A text file does not tell an empty text from a missing value."""
    return [{name: None if value == "" else value for name, value in r.items()} for r in rows]


@pytest.mark.parametrize("through", [_csv, _excel])
@each_table
def test_a_list_in_a_file_of_text_is_its_text(
    name: str, through: Callable[[Frame, list[str], list[str]], Frame]
) -> None:
    table = _table(name)
    found = through(table.to_pandas(), _columns(name, "string"), _columns(name, "date"))
    for row, read in zip(table.to_dicts(), _rows(found), strict=True):
        for column in _lists(name):
            assert read[column] == str(tuple(row[column])), column  # type: ignore[arg-type]  # it is a list


@each_table
def test_a_list_in_json_is_a_list(name: str) -> None:
    table = _table(name)
    found = _rows(_json(table.to_pandas(), [], []))
    for row, read in zip(table.to_dicts(), found, strict=True):
        for column in _lists(name):
            assert read[column] == row[column], column


# --- SQL -------------------------------------------------------------------------------------


@each_table
def test_sql_takes_a_table_with_joined_lists(name: str) -> None:
    table = _table(name)
    engine = sqlalchemy.create_engine("sqlite://")
    frame: Frame = table.to_pandas(join="; ")
    frame.to_sql(name, engine, index=False)
    found = pandas.read_sql_table(name, engine)
    assert _rows(found) == table.to_dicts(join="; ")
    engine.dispose()


@each_table
def test_sql_refuses_lists_and_keeps_nothing_of_them(name: str) -> None:
    if not _lists(name):
        return  # a table of plain values needs no `join`
    frame: Frame = _table(name).to_pandas()
    engine = sqlalchemy.create_engine("sqlite://")
    db = sqlite3.connect(":memory:")
    for connection in (db, engine):
        # Each version of pandas wraps it in an error of its own.
        with pytest.raises((pandas.errors.DatabaseError, sqlite3.Error, SQLAlchemyError)) as caught:
            frame.to_sql(name, connection, index=False)
        error = caught.value
        assert "type 'tuple' is not supported" in f"{error} {error.__cause__}"
    assert db.execute(f'select count(*) from "{name}"').fetchone() == (0,)  # noqa: S608  # our own name
    db.close()
    engine.dispose()


# --- Asked, counted, grouped, joined, compared -----------------------------------------------


@each_table
def test_a_frame_is_described_and_its_values_are_counted(name: str) -> None:
    rows = _table(name).to_dicts()
    frame: Frame = _table(name).to_pandas()
    frame.describe()
    assert list(frame.describe(include="all").columns) == list(frame.columns)
    counted = frame.nunique()
    for column in frame.columns:
        values = [row[column] for row in rows]
        distinct = {tuple(v) if isinstance(v, list) else v for v in values if v is not None}
        assert counted[column] == len(distinct), column
        assert frame[column].value_counts().sum() == sum(v is not None for v in values), column


@each_table
def test_a_frame_loses_its_duplicates_and_nothing_else(name: str) -> None:
    frame: Frame = _table(name).to_pandas()
    twice: Frame = pandas.concat([frame, frame])
    assert _rows(twice.drop_duplicates()) == _table(name).to_dicts()
    assert not frame.duplicated().any()


@each_table
def test_a_frame_is_grouped_by_each_column(name: str) -> None:
    frame: Frame = _table(name).to_pandas()
    for column in frame.columns:
        assert frame.groupby(column, dropna=False).size().sum() == len(frame), column


@each_table
def test_a_frame_is_joined_with_another(name: str) -> None:
    frame: Frame = _table(name).to_pandas()
    key = list(FACTS[name].key)
    keys = frame[key].drop_duplicates()
    assert _rows(frame.merge(keys, on=key)) == _table(name).to_dicts()
    for column in frame.columns:
        assert len(frame.merge(frame[[column]].drop_duplicates(), on=column)) == len(frame), column


@each_table
def test_dates_are_compared_with_timestamps(name: str) -> None:
    rows = _table(name).to_dicts()
    frame: Frame = _table(name).to_pandas()
    day = date(2026, 6, 30)
    for column in _columns(name, "date"):
        later = frame[frame[column] > pandas.Timestamp(day)]
        # A row gives any cell; those of this column are dates.
        assert _rows(later) == [row for row in rows if (row[column] or date.min) > day]  # type: ignore[operator]


# --- Drawn -----------------------------------------------------------------------------------


@each_table
def test_altair_draws_every_column(name: str) -> None:
    table = _table(name)
    frame: Frame = table.to_pandas()
    kinds = {"integer": "quantitative", "float": "quantitative", "date": "temporal"}
    columns = {
        column.name: kinds.get(column.kind, "nominal")
        for column in columns_of(FACTS[name].model())
        if frame[column.name].notna().any()  # else Altair has nothing to tell a type by
    }
    shown = [f"{column}:N" if column in _lists(name) else column for column in columns]
    chart: Any = altair.Chart(frame).mark_bar().encode(x="count()", tooltip=shown)
    drawn = chart.to_dict()
    (data,) = drawn["datasets"].values()
    assert len(data) == len(table)
    assert {said["field"]: said["type"] for said in drawn["encoding"]["tooltip"]} == columns


@each_table
def test_matplotlib_draws_every_column(name: str) -> None:
    frame: Frame = _table(name)[:50].to_pandas()
    figure: Any = Figure()
    for column in columns_of(FACTS[name].model()):
        known = frame[frame[column.name].notna()]
        if column.kind != "strings" and len(known):
            figure.subplots().plot(known[column.name], range(len(known)))
            figure.canvas.draw()
            figure.clear()


# --- Refused ---------------------------------------------------------------------------------


def _column(table: object) -> Frame:
    return pandas.DataFrame({"role": table})


@pytest.mark.parametrize(
    "make",
    [
        pandas.DataFrame,
        pandas.Series,
        np.array,
        np.asarray,
        _column,
    ],
    ids=["DataFrame", "Series", "array", "asarray", "column"],
)
@each_table
def test_an_array_of_a_table_is_refused_with_the_right_call(
    name: str, make: Callable[[object], object]
) -> None:
    for table in (_table(name), _table(name)[:0]):
        with pytest.raises(TypeError, match=r"use to_pandas\(\)"):
            make(table)
