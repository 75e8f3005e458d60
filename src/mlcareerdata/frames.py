"""Job titles in a dataframe column, read where they are.

`match_titles` does for a column what `mlcareerdata.match_title` does for one title, and gives the
same answers row for row. It takes whatever Narwhals takes: pandas, Polars (eager and lazy),
PyArrow tables, DuckDB relations, PySpark. Install `mlcareerdata[frames]` for it.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, Final, TypeAlias

try:
    import narwhals as nw
    from narwhals.typing import IntoFrameT
except ImportError as error:
    raise ImportError(
        "mlcareerdata.frames needs Narwhals; install it with: pip install 'mlcareerdata[frames]'"
    ) from error

from mlcareerdata._store import Once
from mlcareerdata._titles.expressions import NO_ROLE, TitleExpressions
from mlcareerdata._titles.reader import TABLES, match_title

__all__ = ["match_titles"]

# Inside, the native frame is whatever it is; `match_titles` says that it stays what it was.
DataFrame: TypeAlias = nw.DataFrame[Any]
LazyFrame: TypeAlias = nw.LazyFrame[Any]


def match_titles(
    frame: IntoFrameT, column: str, *, role: str = "role_id", seniority: str = "seniority"
) -> IntoFrameT:
    """Add the role and the seniority that each title in a column names.

    Gives a frame of the same kind with two more columns of strings, `role` and `seniority`; both
    are null where `match_title` gives `None`, and where the title is null. Rows stay as they were,
    in their order wherever the engine has one. A lazy frame stays lazy, and no Python runs on the
    rows of Polars, DuckDB and Spark.

    A `ValueError` names a column that is missing or a new name that is taken; a `TypeError` names
    a column that does not hold strings, and a frame of a kind that Narwhals does not know.

    >>> import polars as pl
    >>> jobs = pl.LazyFrame({"title": ["Sr. Data Analyst", "Nurse", None]})
    >>> match_titles(jobs, "title").collect()["role_id"].to_list()
    ['data-analyst', None, None]
    """
    known = _known(frame)
    schema = known.collect_schema()
    _check(schema, column)
    engine = known.implementation
    _check_new(schema, role, seniority, any_case=engine.is_duckdb() or engine.is_pyspark())
    answer: IntoFrameT
    if known.implementation.is_polars():
        found = _read_distinct(known.lazy(), column, role, seniority)
        other = found.collect() if isinstance(known, nw.DataFrame) else found
        # Polars itself, since Narwhals cannot ask a join to keep the order of the rows.
        answer = frame.join(other.to_native(), on=column, how="left", maintain_order="left")
    elif isinstance(known, nw.DataFrame):
        answer = _read_values(known, column, role, seniority).to_native()
    else:
        answer = _add_expressions(known, column, role, seniority).to_native()
    return answer


EXPRESSIONS: Final = Once(lambda: TitleExpressions(TABLES.get()))


def _known(frame: Any) -> DataFrame | LazyFrame:
    try:
        known: DataFrame | LazyFrame = nw.from_native(frame)
    except TypeError:
        raise TypeError(
            "match_titles takes a dataframe that Narwhals knows, such as one of pandas, Polars, "
            f"PyArrow, DuckDB or PySpark, not {type(frame).__name__}"
        ) from None
    return known


def _check(schema: Mapping[str, nw.dtypes.DType], column: str) -> None:
    names = ", ".join(map(repr, schema))
    if column not in schema:
        raise ValueError(f"there is no column {column!r}; the columns are {names}")
    if schema[column] != nw.String:
        raise TypeError(
            f"the column {column!r} holds {schema[column]}, not String; "
            "cast it to strings before reading titles in it"
        )


def _check_new(names: Iterable[str], role: str, seniority: str, any_case: bool) -> None:
    """With `any_case`, as in SQL, `Role` would silently take the place of `role`."""
    if role == seniority:
        raise ValueError(f"role and seniority cannot both be put in a column {role!r}")
    same = str.casefold if any_case else str
    but = ", upper and lower case being alike to this engine" if any_case else ""
    taken = set(map(same, names))
    for option, name in (("role", role), ("seniority", seniority)):
        if same(name) in taken:
            raise ValueError(
                f"there is a column {name!r} already{but}; choose another name with {option}=..."
            )
        taken.add(same(name))


def _read_values(frame: DataFrame, column: str, role: str, seniority: str) -> DataFrame:
    """For pandas, PyArrow and their like: Python reads each distinct title once."""
    read = cache(match_title)
    titles = frame[column]
    found = [
        None if null else read(title)
        for title, null in zip(titles.to_list(), titles.is_null().to_list(), strict=True)
    ]
    roles = [match.role if match else None for match in found]
    levels = [match.seniority if match else None for match in found]
    backend = frame.implementation
    return frame.with_columns(
        nw.new_series(role, roles, nw.String, backend=backend),
        nw.new_series(seniority, levels, nw.String, backend=backend),
    )


def _add_expressions(frame: LazyFrame, column: str, role: str, seniority: str) -> LazyFrame:
    """For engines that work out only that branch of a condition which holds: DuckDB, Spark.

    Each step is taken where the one before left something, which is nowhere for most rows.
    """
    make = EXPRESSIONS.get()
    name = nw.generate_temporary_column_name(8, [*frame.collect_schema(), role, seniority])
    title, line, found = nw.col(column), nw.col(name), nw.col(role)
    plain = nw.when(make.has_other_letters(title)).then(make.plain(title)).otherwise(title)
    return (
        frame.with_columns(nw.when(make.may_have_role(title)).then(plain).alias(name))
        .with_columns(nw.when(~line.is_null()).then(make.line(line)).alias(name))
        .with_columns(nw.when(~line.is_null()).then(make.role(line)).alias(role))
        .with_columns(nw.when(found != NO_ROLE).then(found).alias(role))
        .with_columns(nw.when(~found.is_null()).then(make.seniority(line)).alias(seniority))
        .drop(name)
    )


def _read_distinct(frame: LazyFrame, column: str, role: str, seniority: str) -> LazyFrame:
    """For Polars, which works out every branch, but filters and joins fast.

    Gives the distinct titles that name a role, with what they name. Titles that differ in nothing
    but a number or a bracket are the same line, and each line is read once.
    """
    make = EXPRESSIONS.get()
    name = nw.generate_temporary_column_name(8, [column, role, seniority])
    title, line = nw.col(column), nw.col(name)
    titles = frame.select(column).filter(make.may_have_role(title)).unique()
    other = make.has_other_letters(title)
    plain = nw.concat(
        [
            titles.filter(~other).with_columns(title.alias(name)),
            titles.filter(other).with_columns(make.plain(title).alias(name)),
        ]
    )
    lines = plain.with_columns(make.line(line).alias(name))
    answers = (
        lines.select(name)
        .unique()
        .with_columns(make.role(line).alias(role))
        .filter(nw.col(role) != NO_ROLE)
        .with_columns(make.seniority(line).alias(seniority))
    )
    return lines.join(answers, on=name).drop(name)
