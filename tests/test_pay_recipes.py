"""The recipes of the docs that join titles with pay: who has no role gets none."""

import doctest
from typing import Any

import polars as pl
import pytest

import doc_examples
import mlcareerdata as mlc

DOCS = doc_examples.ROOT / "docs"


def names_of(page: str) -> dict[str, Any]:
    """What the names in a page stand for once its examples have run."""
    text = doc_examples.examples(DOCS / page)
    test = doctest.DocTestParser().get_doctest(text, {}, page, page, 0)
    doctest.DocTestRunner(verbose=False).run(test, out=lambda _: None, clear_globs=False)
    return test.globs


def check(paid: pl.DataFrame) -> None:
    nurses = paid.filter(pl.col("title").is_null() | pl.col("title").str.contains("Nurse"))
    assert nurses["low"].to_list() == nurses["high"].to_list() == [None, None]
    engineers = paid.filter(pl.col("title").str.contains("ML Engineer"))
    assert engineers["low"].to_list() == [95_000], "each title once, with the pay of its role"


def test_there_is_pay_that_a_careless_join_would_give_to_nurses() -> None:
    assert any(
        pay.role is None and pay.kind == "reported" for pay in mlc.salary_ranges(level="entry")
    )


def test_polars_pandas_and_duckdb_pay_nobody_without_a_role() -> None:
    names = names_of("how-to-tag-postings.md")
    check(names["paid"].collect())
    check(pl.DataFrame(names["paid_in_pandas"]))
    in_duckdb, pay, rows = names["in_duckdb"], names["pay"], names["rows"]
    assert len(in_duckdb) == len(rows)
    assert pay["role_id"].null_count() == 0
    check(names["paid_in_duckdb"].pl().join(rows, on="id"))


def test_spark_pays_nobody_without_a_role(spark: Any) -> None:
    assert spark.version
    paid = names_of("how-to-tag-postings-with-spark.md")["paid"]
    check(pl.DataFrame([row.asDict() for row in paid.collect()]))


def test_the_check_finds_a_paid_nurse() -> None:
    rows = {"title": ["Nurse", None, "ML Engineer"], "low": [1, None, 95_000], "high": [2, None, 3]}
    with pytest.raises(AssertionError):
        check(pl.DataFrame(rows))
