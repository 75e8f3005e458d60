"""Titles in dataframe columns: every engine gives what `match_title` gives."""

import os
import subprocess
import sys
import warnings
from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

import duckdb
import narwhals as nw
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

from made_up import HOSTILE, titles
from mlcareerdata import match_title
from mlcareerdata._titles.reader import TABLES
from mlcareerdata._titles.rows import TitleLevel, TitleRule
from mlcareerdata.frames import EXPRESSIONS, match_titles

Rows: TypeAlias = list[tuple[str | None, str | None]]
ROWS = titles(20_000)


def expected(some: list[str | None]) -> Rows:
    found = [None if title is None else match_title(title) for title in some]
    return [(match.role, match.seniority) if match else (None, None) for match in found]


def explain(some: list[str | None], got: Rows) -> None:
    assert len(got) == len(some)
    wrong = [
        f"{title!r}: {answer}, match_title says {right}"
        for title, answer, right in zip(some, got, expected(some), strict=True)
        if answer != right
    ]
    assert not wrong, (
        f"{len(wrong)} rows differ from match_title, so a step of expressions.py no longer "
        "does what fold.py or reader.py does:\n" + "\n".join(wrong[:20])
    )


def in_pandas(some: list[str | None]) -> Rows:
    frame = match_titles(pd.DataFrame({"title": some}), "title")
    both = frame[["role_id", "seniority"]].astype(object)
    return list(both.where(both.notna(), None).itertuples(index=False, name=None))


def in_polars(some: list[str | None]) -> Rows:
    frame = match_titles(pl.DataFrame({"title": some}), "title")
    return frame.select("role_id", "seniority").rows()


def in_lazy_polars(some: list[str | None]) -> Rows:
    frame = match_titles(pl.LazyFrame({"title": some}), "title")
    assert isinstance(frame, pl.LazyFrame)
    return frame.select("role_id", "seniority").collect().rows()


def in_streaming_polars(some: list[str | None]) -> Rows:
    frame = match_titles(pl.LazyFrame({"title": some}), "title")
    return frame.select("role_id", "seniority").collect(engine="streaming").rows()


def in_pyarrow(some: list[str | None]) -> Rows:
    table = match_titles(pa.table({"title": pa.array(some, pa.string())}), "title")
    return list(zip(table["role_id"].to_pylist(), table["seniority"].to_pylist(), strict=True))


def in_duckdb(some: list[str | None]) -> Rows:
    data = pa.table({"title": pa.array(some, pa.string())})
    relation = match_titles(duckdb.connect().from_arrow(data), "title")
    return relation.project("role_id, seniority").fetchall()


@pytest.mark.parametrize(
    "engine", [in_pandas, in_polars, in_lazy_polars, in_streaming_polars, in_pyarrow, in_duckdb]
)
def test_engines_agree_with_match_title_on_every_row(engine: Callable[..., Rows]) -> None:
    explain(ROWS, engine(ROWS))


@pytest.mark.parametrize("engine", [in_lazy_polars, in_duckdb])
def test_engines_agree_on_whatever_an_engine_could_read_otherwise(
    engine: Callable[..., Rows],
) -> None:
    explain([*HOSTILE, None], engine([*HOSTILE, None]))


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    """A local Spark."""
    sql = pytest.importorskip("pyspark.sql", reason="PySpark is not installed: Spark is not tested")
    try:
        subprocess.run(["java", "-version"], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("Java is not on this machine: Spark is not tested")
    os.environ["PYSPARK_PYTHON"] = sys.executable  # or Spark takes the first python3 it finds
    session = (
        sql.SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "2")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .getOrCreate()
    )
    yield session
    session.stop()


def test_spark_agrees_with_match_title_on_every_row(spark: Any) -> None:
    some = [*ROWS, *HOSTILE, None]
    frame = spark.createDataFrame(list(enumerate(some)), "at int, title string")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        found = match_titles(frame, "title")
    rows = sorted(found.collect())
    explain(some, [(row.role_id, row.seniority) for row in rows])


def test_the_made_up_rows_are_worth_comparing() -> None:
    found = expected(ROWS)
    assert len({role for role, _ in found}) == 10
    assert len({level for _, level in found}) == 5
    assert None in ROWS
    assert sum(not title.isascii() for title in ROWS if title) > 500
    assert set(HOSTILE) <= set(ROWS)


def test_rows_keep_their_order_and_the_other_columns() -> None:
    data = pl.DataFrame({"n": range(len(ROWS)), "title": ROWS, "z": ["z"] * len(ROWS)})
    for frame in (
        match_titles(data, "title"),
        match_titles(data.lazy(), "title").collect(),
        pl.DataFrame(match_titles(data.to_arrow(), "title")),
        pl.DataFrame(match_titles(duckdb.connect().from_arrow(data.to_arrow()), "title").arrow()),
    ):
        assert frame.columns == ["n", "title", "z", "role_id", "seniority"]
        assert frame["n"].to_list() == list(range(len(ROWS)))


def test_pandas_keeps_its_index_and_its_missing_values() -> None:
    data = pd.DataFrame(
        {"title": ["Data Analyst", None, float("nan"), "Nurse"]}, index=[7, 3, 3, 1], dtype=object
    )
    found = match_titles(data, "title")
    assert found.index.to_list() == [7, 3, 3, 1]
    assert found["role_id"].isna().to_list() == [False, True, True, True]
    assert list(data.columns) == ["title"], "the frame that was given must stay as it was"


def test_an_empty_frame_gets_empty_columns() -> None:
    found = match_titles(pl.DataFrame({"title": []}, schema={"title": pl.String}), "title")
    assert found.schema == {"title": pl.String, "role_id": pl.String, "seniority": pl.String}
    table = match_titles(pa.table({"title": pa.array([], pa.string())}), "title")
    assert table.schema.types == [pa.string(), pa.string(), pa.string()]


def test_a_lazy_frame_stays_lazy() -> None:
    def fail(_: pl.DataFrame) -> pl.DataFrame:
        raise AssertionError("the rows were read before anybody asked for them")

    lazy = pl.LazyFrame({"title": ["Data Analyst"]}).map_batches(
        fail, schema={"title": pl.String}, validate_output_schema=False
    )
    assert isinstance(match_titles(lazy, "title"), pl.LazyFrame)


def test_names_can_be_chosen() -> None:
    data = pl.DataFrame({"job": ["Lead Data Analyst"], "seniority": [1]})
    found = match_titles(data, "job", role="is", seniority="level")
    assert found.row(0) == ("Lead Data Analyst", 1, "data-analyst", "lead")


FRAMES = [
    pd.DataFrame({"title": ["x"], "n": [1]}),
    pl.DataFrame({"title": ["x"], "n": [1]}),
    pl.LazyFrame({"title": ["x"], "n": [1]}),
    pa.table({"title": ["x"], "n": [1]}),
    duckdb.sql("select 'x' as title, 1 as n"),
]


@pytest.mark.parametrize("frame", FRAMES, ids=lambda frame: type(frame).__module__)
def test_what_cannot_be_read_is_named(frame: Any) -> None:
    with pytest.raises(ValueError, match=r"no column 'tilte'.*'title', 'n'"):
        match_titles(frame, "tilte")
    with pytest.raises(TypeError, match="'n' holds Int"):
        match_titles(frame, "n")
    with pytest.raises(ValueError, match=r"'n' already.*role="):
        match_titles(frame, "title", role="n")
    with pytest.raises(ValueError, match=r"'title' already.*seniority="):
        match_titles(frame, "title", seniority="title")
    with pytest.raises(ValueError, match="both"):
        match_titles(frame, "title", role="x", seniority="x")


@pytest.mark.parametrize("frame", [["Data Analyst"], {"title": ["x"]}, "x", pl.Series(["x"])])
def test_what_is_no_dataframe_is_a_type_error_that_names_its_type(frame: Any) -> None:
    with pytest.raises(TypeError, match=type(frame).__name__):
        match_titles(frame, "title")


def test_the_gates_of_the_engines_let_every_role_pass() -> None:
    some = [title for title in ROWS if title and match_title(title)]
    frame = nw.from_native(pl.DataFrame({"title": some}))
    lost = frame.filter(~EXPRESSIONS.get().may_have_role(nw.col("title")))["title"].to_list()
    assert not lost, f"these name a role but do not pass the gate of the engines: {lost[:20]}"


def test_without_narwhals_the_error_names_the_extra() -> None:
    code = (
        "import sys; sys.modules['narwhals'] = None\n"
        "try: import mlcareerdata.frames\n"
        "except ImportError as error: print(error)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "mlcareerdata[frames]" in done.stdout


def test_expressions_use_only_what_all_engines_mean_alike() -> None:
    make = EXPRESSIONS.get()
    decisions: list[TitleRule | TitleLevel] = [*TABLES.get().rules, *TABLES.get().levels]
    for row in decisions:
        for some in (row.when, row.also, row.unless):
            if some:
                regex = make._patterns.spelled_regex(some)
                bare = regex.replace("(?:", "").replace("[a-z]+ ", "")
                assert not set(bare) & set("^$.\\*+"), f"{row.id}: {regex[:200]}"


@pytest.mark.parametrize(("role", "seniority"), [("TITLE", "level"), ("is", "IS"), ("N", "level")])
def test_names_that_differ_in_case_are_one_name_to_sql(role: str, seniority: str) -> None:
    frame = duckdb.values(["Data Analyst", 1]).project("col0 as title, col1 as n")
    with pytest.raises(ValueError, match="upper and lower case"):
        match_titles(frame, "title", role=role, seniority=seniority)
