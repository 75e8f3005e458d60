"""The recipes of the docs that join tables: a title without a role gets no pay, a code its name."""

import doctest
import re
from typing import Any

import polars as pl
import pytest

import doc_examples
import mlcareerdata as mlc
from mlcareerdata.frames import match_titles

DOCS = doc_examples.ROOT / "docs"
README = doc_examples.ROOT / "README.md"


def names_of(page: str) -> dict[str, Any]:
    """The values of the names in a page after its examples have run."""
    text = doc_examples.examples(DOCS / page)
    test = doctest.DocTestParser().get_doctest(text, {}, page, page, 0)
    doctest.DocTestRunner(verbose=False).run(test, out=lambda _: None, clear_globs=False)
    return test.globs


def check(paid: pl.DataFrame) -> None:
    nurses = paid.filter(pl.col("title").is_null() | pl.col("title").str.contains("Nurse"))
    assert nurses["low"].to_list() == nurses["high"].to_list() == [None, None]
    engineers = paid.filter(pl.col("title").str.contains("ML Engineer"))
    low = mlc.salary_range("ML engineer").low
    assert engineers["low"].to_list() == [low], "each title once, with the pay of its role"


def test_there_is_pay_that_a_careless_join_would_give_to_nurses() -> None:
    assert any(
        pay.role is None and pay.kind == "reported" for pay in mlc.salary_ranges(level="entry")
    )


def test_polars_pandas_and_duckdb_pay_nobody_without_a_role() -> None:
    names = names_of("how-to-tag-postings.md")
    check(names["paid"].collect())
    check(pl.DataFrame(names["paid_in_pandas"]))
    check(names["paid_in_duckdb"].pl())
    assert names["pay"]["role_id"].null_count() == 0


def test_spark_pays_nobody_without_a_role() -> None:
    """The page runs with the other pages, on Spark; here is what it has to show there."""
    page = "how-to-tag-postings-with-spark.md"
    examples = doctest.DocTestParser().get_examples(doc_examples.examples(DOCS / page), page)
    asked = [example.source for example in examples]
    assert any('(3, "Night Nurse"), (4, None)' in source for source in asked)
    assert any('tagged.join(pay, "role_id", "left")' in source for source in asked)
    [shown] = [example.want for example in examples if "paid.orderBy" in example.source]
    assert shown.splitlines() == ["1 ... ...", "2 None None", "3 None None", "4 None None"]


def test_the_filter_in_readme_leaves_one_range_of_a_role_to_each_role() -> None:
    [filtered] = re.findall(r"`\.filter\((lambda .+)\)`", README.read_text("utf-8"))
    pay = mlc.salary_ranges().filter(eval(filtered))  # noqa: S307  (our own page)
    roles = [record.role for record in pay]
    assert None not in roles
    assert len(set(roles)) == len(roles) > 0
    titles = pl.DataFrame({"title": ["Night Nurse", None, "ML Engineer"]})
    tagged = match_titles(titles, "title").to_pandas()
    paid: Any = tagged.merge(pay.to_pandas(), left_on="role_id", right_on="role", how="left")
    check(pl.DataFrame(paid[["title", "low", "high"]]))


def test_the_check_finds_a_paid_nurse() -> None:
    low = mlc.salary_range("ML engineer").low
    rows = {"title": ["Nurse", None, "ML Engineer"], "low": [1, None, low], "high": [2, None, 3]}
    with pytest.raises(AssertionError):
        check(pl.DataFrame(rows))


def test_each_row_of_wages_gets_the_name_of_its_own_place_occupation_or_industry() -> None:
    names = names_of("how-to-find-pay-where-you-live.md")
    metros = mlc.area_wages("15-2051", kind="metro")
    assert names["joined"].select("area", "area_name", "median_all_levels").rows() == [
        (pay.area, mlc.area(pay.area).name, pay.p50) for pay in metros
    ]
    for frame, table in (
        (names["titled"], mlc.wages().filter(lambda pay: pay.year == 2025)),
        (names["growth"], mlc.projections()),
    ):
        titles = [mlc.occupation(record.occupation).title for record in table]
        assert frame["occupation_title"].tolist() == titles
    parts = sorted(mlc.industry_wages("15-2051"), key=lambda part: -(part.p50 or 0))
    assert names["named"].fetchall() == [
        (mlc.industry(part.industry).name, part.naics, part.p50) for part in parts
    ]
