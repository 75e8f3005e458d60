"""How each dataframe engine reads a column of titles: the gate in the engine, Python on the rest.

There is one function for each engine, and each keeps lazy frames lazy. It takes a native frame, the
column to read and the names of the two new columns; `frames.py` has checked them.
"""

import secrets
from collections.abc import Iterator
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

import narwhals as nw

from mlcareerdata._titles.batch import GATE, Names, read_arrow, read_batch

if TYPE_CHECKING:
    import pyarrow as pa


def in_polars(frame: Any, column: str, role: str, seniority: str) -> Any:
    """Polars, eager or lazy."""
    import polars as pl

    def read(titles: pl.Series) -> pl.Series:
        titles = titles.alias("title")  # methods of a series take its name as a pattern
        at = titles.is_not_null().arg_true()
        nothing = pl.repeat(None, len(titles), dtype=pl.String, eager=True)
        answers = zip(both.fields, read_batch(titles.gather(at).to_list()), strict=True)
        return pl.DataFrame(
            [nothing.clone().scatter(at, names).alias(field.name) for field, names in answers]
        ).to_struct()

    both = pl.Struct({"role": pl.String, "seniority": pl.String})
    columns = [*frame.collect_schema()]
    name = nw.generate_temporary_column_name(8, [*columns, role, seniority])
    # By its place: pl.col, and the selectors of old versions, take "*" and "^a$" as patterns.
    title = pl.nth(columns.index(column)).cast(pl.String)  # nulls alone have a type of their own
    may_name_a_role = pl.when(title.str.contains(GATE.get())).then(title)
    found = may_name_a_role.map_batches(read, return_dtype=both, is_elementwise=True)
    # The answers get a column first: else Polars would read each title once for the role and once
    # more for the level.
    return (
        frame.with_columns(found.alias(name))
        .with_columns(
            pl.col(name).struct.field("role").alias(role),
            pl.col(name).struct.field("seniority").alias(seniority),
        )
        .drop(name)
    )


def in_duckdb(relation: Any, column: str, role: str, seniority: str) -> Any:
    """DuckDB, through a Python function that is added to the relation's connection."""
    function = _add_function(relation)
    both = f"{function}_gives"
    title, role, seniority = (_quoted(name) for name in (column, role, seniority))
    text = f"{title}::VARCHAR"  # a column of nulls alone has a type of its own
    gate = "'" + GATE.get().replace("'", "''") + "'"
    read = f"CASE WHEN regexp_matches({text}, {gate}) THEN {function}({text}) END"
    return relation.project(f"*, {read} AS {both}").project(
        f"* EXCLUDE ({both}), {both}.role AS {role}, {both}.seniority AS {seniority}"
    )


def _add_function(relation: Any) -> str:
    """Add the function and give its name.

    Each call adds one, since a transaction that is rolled back takes its function away.
    """
    for package in ("pyarrow", "numpy"):
        if find_spec(package) is None:
            raise ImportError(
                f"DuckDB calls Python by PyArrow and NumPy, but there is no {package}; "
                "install them with: pip install pyarrow numpy"
            )
    # Not public, but DuckDB has no other way to run Python in a query and read it only once.
    connection = getattr(relation, "_con", None)
    if connection is None:
        raise TypeError(
            "this relation does not know its connection, as those of DuckDB 2.0 do; "
            "read it into Arrow first: match_titles(relation.to_arrow_table(), ...)"
        )
    function = f"mlcareerdata_match_titles_{secrets.token_hex(8)}"
    connection.create_function(
        function,
        _read_for_duckdb,
        ["VARCHAR"],
        "STRUCT(role VARCHAR, seniority VARCHAR)",
        type="arrow",
        null_handling="special",  # the answer may be null where the title is not
        side_effects=True,  # there are none, but else DuckDB runs it again for each filter
    )
    return function


def _read_for_duckdb(titles: Any) -> Any:
    """Read titles for DuckDB, which may call this after the names of `in_duckdb` are gone."""
    import pyarrow

    pa: Any = pyarrow  # its stubs leave the type of the items open
    names = (pa.array(answer, pa.string()) for answer in read_batch(titles.to_pylist()))
    return pa.StructArray.from_arrays([*names], names=["role", "seniority"])


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def in_spark(frame: Any, column: str, role: str, seniority: str) -> Any:
    """Spark. The workers need this package, too."""
    from pyspark.sql.types import StructType

    names = [*frame.columns, role, seniority]
    at = frame.columns.index(column)

    # Defined in here so that Spark sends the whole function to the workers, where it can say what
    # they lack.
    def read(batches: Iterator[Any]) -> Iterator[Any]:
        import pyarrow

        pa: Any = pyarrow
        try:
            from mlcareerdata._titles.batch import read_arrow
        except ImportError as error:
            raise ImportError(
                f"a Spark worker cannot import what reads job titles: {error}. "
                "Workers need mlcareerdata, pydantic and pyarrow in the Python that PYSPARK_PYTHON "
                "names; docs/how-to-tag-postings-with-spark.md says how to send them there"
            ) from error
        for batch in batches:
            yield pa.RecordBatch.from_arrays(
                [*batch.columns, *read_arrow(batch.column(at))], names=names
            )

    schema = StructType([*frame.schema.fields]).add(role, "string").add(seniority, "string")
    # With plain names for the columns, since PySpark does not take "*" and "a.b" as mere names.
    plain = frame.toDF(*(f"c{i}" for i in range(len(frame.columns))))
    return plain.mapInArrow(read, schema)


def in_dask(frame: Any, column: str, role: str, seniority: str) -> Any:
    """Dask, whose partitions are pandas dataframes."""
    # Given an example of the answer, Dask does not try the function on made-up titles.
    example = _in_partition(example_of(frame), column, role, seniority)
    return frame.map_partitions(_in_partition, column, role, seniority, meta=example)


def example_of(frame: Any) -> Any:
    """A pandas dataframe without rows, with the columns of a Dask dataframe."""
    from dask.dataframe import utils

    untyped: Any = utils
    return untyped.make_meta(frame)


def _in_partition(frame: Any, column: str, role: str, seniority: str) -> Any:
    return in_series(nw.from_native(frame, eager_only=True), column, role, seniority).to_native()


def in_pyarrow(table: Any, column: str, role: str, seniority: str) -> Any:
    """A table of PyArrow."""
    roles, seniorities = read_arrow(table.column(column))
    return table.append_column(role, roles).append_column(seniority, seniorities)


def in_series(
    frame: "nw.DataFrame[Any]", column: str, role: str, seniority: str
) -> "nw.DataFrame[Any]":
    """Dataframes of pandas and the like, through Narwhals."""
    titles, backend = frame[column], frame.implementation
    try:
        roles, seniorities = _read_as_arrow(titles) or _read_as_list(titles)
    except TypeError as error:
        raise TypeError(
            f"the column {column!r} does not hold strings alone: {error}; "
            "make all of them strings, or nulls, before reading titles in it"
        ) from None
    return frame.with_columns(
        nw.new_series(role, roles, nw.String, backend=backend),
        nw.new_series(seniority, seniorities, nw.String, backend=backend),
    )


def _read_as_arrow(titles: "nw.Series[Any]") -> "tuple[pa.Array[Any], pa.Array[Any]] | None":
    """The answers; None where PyArrow is not installed, or cannot hold what is in the column."""
    try:
        import pyarrow as pa
    except ImportError:
        return None
    try:
        texts = titles.to_arrow()
    except (pa.ArrowException, UnicodeEncodeError):  # not text, or half a character
        return None
    return read_arrow(texts)


def _read_as_list(titles: "nw.Series[Any]") -> tuple[Names, Names]:
    nulls = titles.is_null().to_list()
    texts = zip(titles.to_list(), nulls, strict=True)
    return read_batch(None if null else title for title, null in texts)
