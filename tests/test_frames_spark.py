"""Spark: the same answers, lazily, and a clear error from a worker that lacks the library."""

import subprocess
import sys
from types import SimpleNamespace
from typing import Any

import pyarrow as pa
import pytest

from doctested import ON_SPARK, run_page
from made_up import HOSTILE, titles
from mlcareerdata import _engines, match_title
from mlcareerdata.frames import match_titles


def test_spark_agrees_with_match_title_on_every_row(spark: Any) -> None:
    some = [*titles(5_000), *HOSTILE, None]
    frame = spark.createDataFrame(pa.table({"at": range(len(some)), "title": some}))
    for row in match_titles(frame, "title").collect():
        match = match_title(row.title) if row.title is not None else None
        right = (match.role, match.seniority) if match else (None, None)
        assert (row.role_id, row.seniority) == right, row.title
        assert row.title == some[row.at]


def test_other_columns_keep_their_types_and_values(spark: Any) -> None:
    frame = spark.sql(
        "select 'x' as title, date'2026-01-02' as d, array(1, null) as a, map('k', 1.5) as m, "
        "cast(3.10 as decimal(9, 2)) as p, named_struct('i', 1) as s, cast(null as string) as n"
    )
    found = match_titles(frame, "title")
    assert found.schema.fields[:-2] == frame.schema.fields
    assert [field.simpleString() for field in found.schema.fields[-2:]] == [
        "role_id:string",
        "seniority:string",
    ]
    assert found.drop("role_id", "seniority").collect() == frame.collect()


@pytest.mark.parametrize("name", ["*", "^t.*$", "a.b", "`"])
def test_a_name_is_a_name_and_no_pattern(spark: Any, name: str) -> None:
    frame = spark.createDataFrame(pa.table({name: ["Lead Data Analyst"], "ten": [1]}))
    found = match_titles(frame, name, role="r.*", seniority="*2")
    assert found.columns == [name, "ten", "r.*", "*2"]
    assert [tuple(row) for row in found.collect()] == [
        ("Lead Data Analyst", 1, "data-analyst", "lead")
    ]


def test_a_column_without_a_type_or_without_rows_is_read(spark: Any) -> None:
    nothing = match_titles(spark.sql("select null as title"), "title").collect()
    assert [tuple(row) for row in nothing] == [(None, None, None)]
    assert match_titles(spark.sql("select 'x' as title where false"), "title").collect() == []


def test_spark_plans_without_reading(spark: Any) -> None:
    broken = spark.sql("select raise_error('the rows were read') as title")
    found = match_titles(broken.selectExpr("cast(title as string) as title"), "title")
    assert found.columns == ["title", "role_id", "seniority"]
    plan = found._jdf.queryExecution().analyzed().toString()
    assert len(plan) < 1_000, "the plan is to stay small, or Spark takes seconds over it"


def test_what_cannot_be_read_is_named(spark: Any) -> None:
    frame = spark.createDataFrame([("x", 1)], "title string, n int")
    with pytest.raises(ValueError, match=r"no column 'Title'.*'title', 'n'"):
        match_titles(frame, "Title")
    with pytest.raises(TypeError, match="'n' holds Int"):
        match_titles(frame, "n")
    with pytest.raises(ValueError, match=r"'N' already.*upper and lower case"):
        match_titles(frame, "title", role="N")


@pytest.mark.usefixtures("spark")  # the page gets the same, as it asks for a session
def test_examples_of_the_page() -> None:
    run_page(ON_SPARK)


@pytest.mark.parametrize("missing", ["mlcareerdata", "pydantic"])
def test_a_worker_says_what_it_lacks(missing: str) -> None:
    cloudpickle = pytest.importorskip("pyspark.cloudpickle")
    sent: list[bytes] = []

    def map_in_arrow(read: object, _: object) -> None:
        sent.append(cloudpickle.dumps(read))

    frame = SimpleNamespace(columns=["title"], schema=SimpleNamespace(fields=[]))
    frame.toDF = lambda *_: frame  # pyright: ignore[reportUnknownLambdaType]  # whatever it is called
    frame.mapInArrow = map_in_arrow
    _engines.in_spark(frame, "title", "role_id", "seniority")
    code = (
        f"import sys, pickle; sys.modules[{missing!r}] = None\n"
        f"read = pickle.loads({sent[0]!r})\n"
        "try: next(read(iter([])))\n"
        "except ImportError as error: print(error)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert f"{missing}" in done.stdout
    assert "Workers need mlcareerdata, pydantic and pyarrow" in done.stdout
    assert "PYSPARK_PYTHON" in done.stdout
