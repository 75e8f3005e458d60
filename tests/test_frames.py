"""Titles in dataframe columns: every engine gives what `match_title` gives."""

import io
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from typing import Any, TypeAlias

import dask.dataframe as dd
import duckdb
import narwhals as nw
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from narwhals.stable import v1, v2

from made_up import HOSTILE, titles
from mlcareerdata import _engines, frames, match_title
from mlcareerdata._titles.reader import TitleReader
from mlcareerdata.frames import match_titles

Titles: TypeAlias = list[str | None]
Rows: TypeAlias = list[tuple[str | None, str | None]]
ROWS = [*titles(10_000), *HOSTILE, None]
NAMES = ["role_id", "seniority"]
# Their types are half known, or too narrow.
arrow_table: Callable[..., pa.Table] = pa.table
dask_frame: Callable[..., Any] = getattr(dd, "from_pandas")  # noqa: B009  # untyped


@cache
def expected() -> Rows:
    found = [None if title is None else match_title(title) for title in ROWS]
    return [(match.role, match.seniority) if match else (None, None) for match in found]


def explain(some: Titles, got: Rows, right: Rows) -> None:
    assert len(got) == len(some)
    wrong = [
        f"{title!r}: {answer}, match_title says {is_right}"
        for title, answer, is_right in zip(some, got, right, strict=True)
        if answer != is_right
    ]
    assert not wrong, (
        f"{len(wrong)} rows differ from match_title, so the gate of _titles/batch.py stops what "
        "names a role, or an engine of _engines.py loses rows:\n" + "\n".join(wrong[:20])
    )


def of_pandas(frame: pd.DataFrame) -> Rows:
    both = frame[NAMES].astype(object)
    return list(both.where(both.notna(), None).itertuples(index=False, name=None))


def in_pandas(some: Titles) -> Rows:
    return of_pandas(match_titles(pd.DataFrame({"title": some}), "title"))


def in_pandas_objects(some: Titles) -> Rows:
    return of_pandas(match_titles(pd.DataFrame({"title": some}, dtype=object), "title"))


def in_polars(some: Titles) -> Rows:
    return match_titles(pl.DataFrame({"title": some}), "title").select(NAMES).rows()


def in_lazy_polars(some: Titles) -> Rows:
    frame = match_titles(pl.LazyFrame({"title": some}), "title")
    assert isinstance(frame, pl.LazyFrame)
    return frame.select(NAMES).collect().rows()


def in_streaming_polars(some: Titles) -> Rows:
    frame = match_titles(pl.LazyFrame({"title": some}), "title")
    return frame.select(NAMES).collect(engine="streaming").rows()


def of_arrow(table: pa.Table) -> Rows:
    return list(zip(*(table[name].to_pylist() for name in NAMES), strict=True))


def in_pyarrow(some: Titles) -> Rows:
    return of_arrow(match_titles(arrow_table({"title": pa.array(some, pa.string())}), "title"))


def in_pyarrow_chunks(some: Titles) -> Rows:
    chunks = [some[:100], [], some[100:]]
    views = pa.chunked_array(chunks, pa.string_view())
    return of_arrow(match_titles(arrow_table({"title": views}), "title"))


def in_duckdb(some: Titles) -> Rows:
    data = arrow_table({"title": pa.array(some, pa.string())})
    relation = match_titles(duckdb.connect().from_arrow(data), "title")
    return relation.project("role_id, seniority").fetchall()


def in_dask(some: Titles) -> Rows:
    data = dask_frame(pd.DataFrame({"title": some}), npartitions=3)
    return of_pandas(match_titles(data, "title").compute())


def in_narwhals(some: Titles) -> Rows:
    frame = match_titles(nw.from_native(pl.DataFrame({"title": some})), "title")
    assert isinstance(frame, nw.DataFrame)
    return frame.select(NAMES).rows()


ENGINES: list[Callable[[Titles], Rows]] = [
    in_pandas,
    in_pandas_objects,
    in_polars,
    in_lazy_polars,
    in_streaming_polars,
    in_pyarrow,
    in_pyarrow_chunks,
    in_duckdb,
    in_dask,
    in_narwhals,
]


@pytest.mark.parametrize("engine", ENGINES)
def test_engines_agree_with_match_title_on_every_row(engine: Callable[[Titles], Rows]) -> None:
    explain(ROWS, engine(ROWS), expected())


def test_pandas_agrees_without_pyarrow(monkeypatch: pytest.MonkeyPatch) -> None:
    frame = pd.DataFrame({"title": ROWS}, dtype=object)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    explain(ROWS, of_pandas(match_titles(frame, "title")), expected())


@pytest.mark.parametrize("dtype", ["object", "string[python]"])  # no other kind can hold it
def test_half_a_character_is_no_reason_to_stop(dtype: Any) -> None:
    texts = ["\ud83d Data Analyst", None, "Sr. ML Engineer \udfff", "\ud800", "Nurse"]
    column: Callable[..., Any] = pd.Series(texts, dtype=object).astype  # its types are half known
    frame: pd.DataFrame = column(dtype).to_frame("title")
    given = [match_title(text) if text else None for text in texts]
    assert of_pandas(match_titles(frame, "title")) == [
        (found.role, found.seniority) if found else (None, None) for found in given
    ]


def test_the_made_up_rows_are_worth_comparing() -> None:
    found = expected()
    assert len({role for role, _ in found}) == 10
    assert len({level for _, level in found}) == 5
    assert None in ROWS
    assert sum(not title.isascii() for title in ROWS if title) > 300


def test_rows_keep_their_order_and_the_other_columns() -> None:
    data = pl.DataFrame({"n": range(len(ROWS)), "title": ROWS, "z": [["z"]] * len(ROWS)})
    for frame in (
        match_titles(data, "title"),
        match_titles(data.lazy(), "title").collect(),
        pl.DataFrame(match_titles(data.to_arrow(), "title")),
        pl.DataFrame(match_titles(duckdb.connect().from_arrow(data.to_arrow()), "title").arrow()),
    ):
        assert frame.columns == ["n", "title", "z", "role_id", "seniority"]
        assert frame.select("n", "title", "z").equals(data)


def test_pandas_keeps_its_index_and_its_missing_values() -> None:
    data = pd.DataFrame(
        {"title": ["Data Analyst", None, float("nan"), "Nurse"], "n": pd.array([1, None, 2, 3])},
        index=[7, 3, 3, 1],
    )
    found = match_titles(data, "title")
    assert found.index.to_list() == [7, 3, 3, 1]
    assert found["role_id"].isna().to_list() == [False, True, True, True]
    assert found[["title", "n"]].equals(data)
    assert list(data.columns) == ["title", "n"], "the frame that was given must stay as it was"


def test_names_can_be_chosen() -> None:
    data = pl.DataFrame({"job": ["Lead Data Analyst"], "seniority": [1]})
    found = match_titles(data, "job", role="is", seniority="level")
    assert found.row(0) == ("Lead Data Analyst", 1, "data-analyst", "lead")


ODD_NAMES = ["*", "^t.*$", 'a "b"', "a.b"]
MAKE: dict[str, Callable[[dict[str, Any]], Any]] = {
    "pandas": pd.DataFrame,
    "polars": pl.DataFrame,
    "lazy polars": pl.LazyFrame,
    "pyarrow": pa.table,
    "duckdb": lambda data: duckdb.connect().from_arrow(arrow_table(data)),
    "dask": lambda data: dask_frame(pd.DataFrame(data), npartitions=1),
}


def rows_of(frame: Any) -> list[dict[str, Any]]:
    """The rows of any of these frames."""
    if hasattr(frame, "compute"):
        frame = frame.compute()
    if isinstance(frame, duckdb.DuckDBPyRelation):
        frame = frame.to_arrow_table()
    return pl.DataFrame(frame.collect() if hasattr(frame, "collect") else frame).to_dicts()


@pytest.mark.parametrize("make", MAKE.values(), ids=MAKE)
@pytest.mark.parametrize("name", ODD_NAMES)
def test_a_name_is_a_name_and_no_pattern(make: Callable[..., Any], name: str) -> None:
    frame = make({name: ["Lead Data Analyst", "Nurse"], "ten": [1, 2]})
    assert rows_of(match_titles(frame, name)) == [
        {name: "Lead Data Analyst", "ten": 1, "role_id": "data-analyst", "seniority": "lead"},
        {name: "Nurse", "ten": 2, "role_id": None, "seniority": None},
    ]
    new = make({"title": ["Lead Data Analyst"]})
    assert rows_of(match_titles(new, "title", role=name, seniority=f"{name}2")) == [
        {"title": "Lead Data Analyst", name: "data-analyst", f"{name}2": "lead"}
    ]


NOTHING: dict[str, Any] = {
    "pandas, no rows": pd.DataFrame({"t": []}),
    "pandas, objects, no rows": pd.DataFrame({"t": []}, dtype=object),
    "pandas, a file of a header": pd.read_csv(io.StringIO("t\n")),
    "pandas, nulls": pd.DataFrame({"t": [None, None]}),
    "pandas, a file of nulls": pd.read_csv(io.StringIO("t,n\n,1\n,2\n")),
    "polars, no rows": pl.DataFrame({"t": []}),
    "polars, strings, no rows": pl.DataFrame({"t": []}, schema={"t": pl.String}),
    "polars, nulls": pl.DataFrame({"t": [None]}),
    "lazy polars, no rows": pl.LazyFrame({"t": []}),
    "lazy polars, nulls": pl.LazyFrame({"t": [None]}),
    "pyarrow, no rows": arrow_table({"t": pa.array([], pa.string())}),
    "pyarrow, no chunks": arrow_table({"t": pa.chunked_array([], pa.string())}),
    "pyarrow, nulls": arrow_table({"t": pa.nulls(2)}),
    "duckdb, no rows": duckdb.sql("select 'x' as t where false"),
    "duckdb, nulls": duckdb.sql("select null as t"),
    "dask, no rows": dask_frame(pd.DataFrame({"t": []}, dtype=object), npartitions=1),
    "dask, nulls": dask_frame(pd.DataFrame({"t": [None, None]}), npartitions=2),
}


@pytest.mark.parametrize("frame", NOTHING.values(), ids=NOTHING)
def test_a_frame_with_nothing_in_it_is_a_frame(frame: Any) -> None:
    found = rows_of(match_titles(frame, "t"))
    assert len(found) == len(rows_of(frame))
    for row in found:
        assert row["role_id"] is row["seniority"] is None


def test_new_columns_hold_strings_even_where_all_are_null() -> None:
    found = match_titles(pl.LazyFrame({"t": [None]}), "t").collect_schema()
    assert found == {"t": pl.Null, "role_id": pl.String, "seniority": pl.String}
    table = match_titles(arrow_table({"t": pa.nulls(1)}), "t")
    assert table.schema.types == [pa.null(), pa.string(), pa.string()]


@pytest.mark.parametrize("api", [nw, v1, v2])
def test_a_frame_that_narwhals_has_wrapped_stays_wrapped(api: Any) -> None:
    data = pl.DataFrame({"title": ["Data Analyst"]})
    for frame in (api.from_native(data), api.from_native(data.lazy())):
        found = match_titles(frame, "title")
        assert type(found) is type(frame)
        assert found.lazy().collect()["role_id"].to_list() == ["data-analyst"]


FRAMES: dict[str, Any] = {name: make({"title": ["x"], "n": [1]}) for name, make in MAKE.items()}


@pytest.mark.parametrize("frame", FRAMES.values(), ids=FRAMES)
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


@pytest.mark.parametrize(("role", "seniority"), [("TITLE", "level"), ("is", "IS"), ("N", "level")])
def test_names_that_differ_in_case_are_one_name_to_sql(role: str, seniority: str) -> None:
    with pytest.raises(ValueError, match="upper and lower case"):
        match_titles(FRAMES["duckdb"], "title", role=role, seniority=seniority)


def test_a_column_of_strings_and_others_is_named() -> None:
    later = pd.DataFrame({"title": ["Data Analyst"] * 200 + [7]}, dtype=object)
    with pytest.raises(TypeError, match=r"'title' does not hold strings alone.*int"):
        match_titles(later, "title")


def test_two_columns_of_one_name_are_refused() -> None:
    with pytest.raises(ValueError, match="names of their own"):
        match_titles(pd.DataFrame([["x", "y"]], columns=["title", "title"]), "title")


@pytest.mark.parametrize("frame", [["Data Analyst"], {"title": ["x"]}, "x", pl.Series(["x"])])
def test_what_is_no_dataframe_is_a_type_error_that_names_its_type(frame: Any) -> None:
    with pytest.raises(TypeError, match=rf"{type(frame).__qualname__}; where yours can map"):
        match_titles(frame, "title")


def test_an_engine_that_cannot_be_read_lazily_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(frames, "_READ", {})  # as if DuckDB were one of the others
    with pytest.raises(TypeError, match=r"not duckdb\..*let it map match_titles"):
        match_titles(FRAMES["duckdb"], "title")


def test_without_narwhals_the_error_names_the_extra() -> None:
    code = (
        "import sys; sys.modules['narwhals'] = None\n"
        "try: import mlcareerdata.frames\n"
        "except ImportError as error: print(error)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "mlcareerdata[frames]" in done.stdout


# When titles are read, and how often


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The titles that were read, one after another."""
    seen: list[str] = []

    names = TitleReader.names

    def count(reader: TitleReader, title: str) -> Any:
        seen.append(title)
        return names(reader, title)

    monkeypatch.setattr(TitleReader, "names", count)
    return seen


@pytest.mark.parametrize("name", ["lazy polars", "duckdb", "dask"])
def test_a_lazy_frame_reads_no_title_before_it_is_asked(name: str, read: list[str]) -> None:
    found = match_titles(MAKE[name]({"title": ["Data Analyst", "Nurse"]}), "title")
    assert read == []
    assert rows_of(found)[0]["role_id"] == "data-analyst"
    assert read == ["Data Analyst"], "the gate lets a nurse through"


def test_the_source_of_a_lazy_frame_is_not_read_either() -> None:
    def fail(_: pl.DataFrame) -> pl.DataFrame:
        raise AssertionError("the rows were read before anybody asked for them")

    lazy = pl.LazyFrame({"title": ["Data Analyst"]}).map_batches(
        fail, schema={"title": pl.String}, validate_output_schema=False
    )
    assert isinstance(match_titles(lazy, "title"), pl.LazyFrame)


@pytest.mark.parametrize("make", MAKE.values(), ids=MAKE)
def test_a_batch_reads_each_title_once(make: Callable[..., Any], read: list[str]) -> None:
    rows_of(match_titles(make({"title": ["Data Analyst", "ML Engineer", None] * 300}), "title"))
    assert set(read) == {"Data Analyst", "ML Engineer"}
    assert len(read) < 100, "Polars makes some batches of 900 rows, but not so many"


@pytest.mark.parametrize("make", MAKE.values(), ids=MAKE)
def test_two_new_columns_take_one_reading(make: Callable[..., Any], read: list[str]) -> None:
    some = [f"Data Analyst {n}" for n in range(50)]
    assert all(row["role_id"] for row in rows_of(match_titles(make({"title": some}), "title")))
    assert sorted(read) == sorted(some)


def test_duckdb_reads_a_stream_once_and_no_further_than_asked(read: list[str]) -> None:
    batches = [pa.record_batch({"title": ["Data Analyst"]})]
    stream = pa.RecordBatchReader.from_batches(batches[0].schema, batches)
    tagged = match_titles(duckdb.connect().from_arrow(stream), "title")
    assert tagged.filter("role_id is not null").project("role_id").fetchall() == [("data-analyst",)]
    assert read == ["Data Analyst"], "a filter on the role must not read the titles again"
    endless: Any = duckdb.sql("select 'Data Analyst ' || range as title from range(1000000000000)")
    assert len(match_titles(endless, "title").limit(3).fetchall()) == 3


def test_duckdb_without_pyarrow_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_engines, "find_spec", {"numpy": object()}.get)
    with pytest.raises(ImportError, match=r"there is no pyarrow.*pip install pyarrow numpy"):
        match_titles(FRAMES["duckdb"], "title")


def test_a_relation_without_a_connection_is_refused() -> None:
    with pytest.raises(TypeError, match=r"to_arrow_table\(\)"):
        _engines.in_duckdb(object(), "title", "role_id", "seniority")


@pytest.mark.parametrize("wrong", [None, "", 1, ["role"]])
def test_a_new_name_is_a_text(wrong: Any) -> None:
    frame = pl.DataFrame({"title": ["Data Analyst"]})
    with pytest.raises(TypeError, match="role is the name of a new column, a text, not"):
        match_titles(frame, "title", role=wrong)
    with pytest.raises(TypeError, match="seniority is the name of a new column"):
        match_titles(frame, "title", seniority=wrong)


@pytest.mark.parametrize("wrong", [None, 1, b"title", ["title"], ("title",)])
def test_the_column_is_a_text(wrong: Any) -> None:
    for frame in FRAMES.values():
        with pytest.raises(TypeError, match="column is the name of the column to read, a text"):
            match_titles(frame, wrong)


def test_a_missing_column_is_told_by_those_of_a_like_name() -> None:
    names = ["job_title", "Title", *(f"c{i}" for i in range(30))]
    frame = pl.DataFrame({name: ["Nurse"] for name in names})
    with pytest.raises(ValueError, match=r"'title'; did you mean 'Title' or 'job_title'\?"):
        match_titles(frame, "title")
    with pytest.raises(ValueError, match=r"did you mean 'job_title' or 'Title'\?"):
        match_titles(frame, "jobtitle")
    with pytest.raises(ValueError, match=r"'salary'; the columns are 'job_title', .* and 20 more$"):
        match_titles(frame, "salary")


@pytest.mark.parametrize("name", [0, None, ("title", "en")], ids=str)
def test_other_columns_of_pandas_may_be_named_by_anything(name: Any) -> None:
    rows: Any = {"title": ["Data Analyst"], name: [1]}
    frame = pd.DataFrame(rows)
    assert list(match_titles(frame, "title")["role_id"]) == ["data-analyst"]
    with pytest.raises(
        ValueError, match=r"'titel'; did you mean 'title'\? the columns are 'title'"
    ):
        match_titles(frame, "titel")
