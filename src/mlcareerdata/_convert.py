"""Flat rows as another library's dataframe. Each library is an extra, imported on demand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NoReturn, Protocol

from mlcareerdata._columns import Cell, Column, Kind, Row
from mlcareerdata._lazy import LazyModule

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow
else:
    pandas = LazyModule("pandas", "pandas")
    polars = LazyModule("polars", "polars")
    pyarrow = LazyModule("pyarrow", "arrow")


class Framed(Protocol):
    """Whatever has rows for Arrow and Polars."""

    def to_arrow(self) -> pyarrow.Table: ...
    def to_polars(self) -> polars.DataFrame: ...


def stream_of(framed: Framed, requested_schema: object | None) -> object:
    """The rows as an Arrow stream (a PyCapsule), by whichever of the two packages is installed."""
    frame: pyarrow.Table | polars.DataFrame
    try:
        frame = framed.to_arrow()
    except ImportError as missing:
        try:
            frame = framed.to_polars()
        except ImportError:
            raise missing from None
    # The stubs of pyarrow leave the arguments untyped.
    return frame.__arrow_c_stream__(requested_schema)  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]


def refuse_array(kind: str, instead: str = "") -> NoReturn:
    """Refuse NumPy, and pandas through it, which would make columns of pairs out of fields."""
    frames = "use to_pandas(), to_polars() or to_arrow() for a frame"
    raise TypeError(f"a {kind} is not an array: {frames}{instead}")


def arrow_of(
    columns: Sequence[Column], rows: list[Row], about: dict[bytes | str, bytes | str]
) -> pyarrow.Table:
    """Rows as a `pyarrow.Table`; `about` becomes the metadata of its schema."""
    kinds: dict[Kind, pyarrow.DataType] = {
        "string": pyarrow.string(),
        "integer": pyarrow.int64(),
        "float": pyarrow.float64(),
        "boolean": pyarrow.bool_(),
        "date": pyarrow.date32(),
        "strings": pyarrow.list_(pyarrow.string()),
    }
    fields = [(column.name, kinds[column.kind]) for column in columns]
    return pyarrow.Table.from_pylist(rows, schema=pyarrow.schema(fields, metadata=about))


def polars_of(columns: Sequence[Column], rows: list[Row]) -> polars.DataFrame:
    """Rows as a `polars.DataFrame`."""
    kinds: dict[Kind, polars.DataType] = {
        "string": polars.String(),
        "integer": polars.Int64(),
        "float": polars.Float64(),
        "boolean": polars.Boolean(),
        "date": polars.Date(),
        "strings": polars.List(polars.String()),
    }
    schema = {column.name: kinds[column.kind] for column in columns}
    return polars.DataFrame(rows, schema=schema, orient="row")


def pandas_of(columns: Sequence[Column], rows: list[Row]) -> pandas.DataFrame:
    """Rows as a `pandas.DataFrame` of pandas' own types.

    pandas can hold Arrow's types too, but it cannot group, draw or write them to SQL. The types
    used for integers, floats and truth values keep what is missing apart from 0 and False.
    """
    kinds: dict[Kind, str] = {
        "string": "string" if pandas.__version__.startswith("2.") else "str",
        "integer": "Int64",
        "float": "Float64",
        "boolean": "boolean",
        "date": "datetime64[ms]",  # the coarsest unit that Parquet keeps
        "strings": "object",
    }
    return pandas.DataFrame(
        {
            column.name: pandas.Series(
                [_hashable(row[column.name]) for row in rows], dtype=kinds[column.kind]
            )
            for column in columns
        }
    )


def _hashable(value: Cell) -> object:
    """A list as a tuple: pandas cannot count, group or compare lists."""
    return tuple(value) if isinstance(value, list) else value
