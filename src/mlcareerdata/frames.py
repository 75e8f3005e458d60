"""Job titles in a dataframe column, read where they are.

`match_titles` does for a column what `mlcareerdata.match_title` does for one title, and gives the
same answers row for row. It takes frames of pandas, Polars (eager and lazy), PyArrow, DuckDB,
PySpark and Dask, and whatever else Narwhals takes that holds its rows in memory, such as Modin.
Install `mlcareerdata[frames]` for it.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final, TypeAlias

try:
    import narwhals as nw
    from narwhals.dependencies import is_dask_dataframe
    from narwhals.stable import v1, v2
    from narwhals.typing import IntoFrameT
except ImportError as error:
    raise ImportError(
        "mlcareerdata.frames needs Narwhals; install it with: pip install 'mlcareerdata[frames]'"
    ) from error

from mlcareerdata import _engines
from mlcareerdata._text import closest, normalise

__all__ = ["match_titles"]

# Inside, native frames are untyped; the signature of `match_titles` says that their kind stays.
Known: TypeAlias = nw.DataFrame[Any] | nw.LazyFrame[Any]
Schema: TypeAlias = Mapping[str, nw.dtypes.DType]
Read: TypeAlias = Callable[[Any, str, str, str], Any]

_SHOWN: Final = 12  # columns named in a message
_SPARK: Final = {nw.Implementation.PYSPARK, nw.Implementation.PYSPARK_CONNECT}
_READ: Final[Mapping[nw.Implementation, Read]] = {
    nw.Implementation.POLARS: _engines.in_polars,
    nw.Implementation.PYARROW: _engines.in_pyarrow,
    nw.Implementation.DUCKDB: _engines.in_duckdb,
    **dict.fromkeys(_SPARK, _engines.in_spark),
}


def match_titles(
    frame: IntoFrameT, column: str, *, role: str = "role_id", seniority: str = "seniority"
) -> IntoFrameT:
    """Add the role and the seniority that each title in a column names.

    Gives a frame of the same kind with two more columns of strings, `role` and `seniority`; both
    are null where `match_title` gives `None`, and where the title is null. Rows stay as they were,
    in their order wherever the engine has one. A lazy frame stays lazy: no title is read before
    you ask for the rows.

    A `ValueError` names a column that is missing or a new name that is taken; a `TypeError` names
    a column that does not hold strings, a name of a column that is no text, and a frame of a kind
    that cannot be read.

    >>> import polars as pl
    >>> jobs = pl.LazyFrame({"title": ["Sr. Data Analyst", "Nurse", None]})
    >>> match_titles(jobs, "title").collect()["role_id"].to_list()
    ['data-analyst', None, None]
    """
    answer: IntoFrameT
    _check_texts(column=column, role=role, seniority=seniority)
    for api in (v1, v2, nw):
        if isinstance(frame, (api.DataFrame, api.LazyFrame)):  # wrapped already, so wrap it again
            native = match_titles(api.to_native(frame), column, role=role, seniority=seniority)
            answer = api.from_native(native)
            return answer
    if is_dask_dataframe(frame):  # Narwhals takes these too, but is about to stop
        answer = _match_dask(frame, column, role, seniority)
        return answer
    known = _known(frame)
    engine = known.implementation
    schema = known.collect_schema()
    _check_column(schema, column, lambda: _has_only_nulls(known, column))
    _check_new(schema, role, seniority, any_case=engine.is_duckdb() or engine in _SPARK)
    if engine in _READ:
        answer = _READ[engine](frame, column, role, seniority)
    elif isinstance(known, nw.DataFrame):
        answer = _engines.in_series(known, column, role, seniority).to_native()
    else:
        raise _cannot_read(frame)
    return answer


def _match_dask(frame: Any, column: str, role: str, seniority: str) -> Any:
    example = _engines.example_of(frame)
    schema = nw.from_native(example, eager_only=True).schema
    _check_column(schema, column, lambda: example[column].dtype == object)
    _check_new(schema, role, seniority)
    return _engines.in_dask(frame, column, role, seniority)


def _known(frame: Any) -> Known:
    try:
        known: Known = nw.from_native(frame)
    except TypeError:
        raise _cannot_read(frame) from None
    except nw.exceptions.DuplicateError as error:
        raise ValueError(f"the columns need names of their own: {error}") from None
    return known


def _cannot_read(frame: object) -> TypeError:
    return TypeError(
        "match_titles takes a dataframe of pandas, Polars, PyArrow, DuckDB, PySpark or Dask, not "
        f"{type(frame).__module__}.{type(frame).__qualname__}; where yours can map a function over "
        "batches of PyArrow or pandas, let it map match_titles"
    )


def _check_column(schema: Schema, column: str, has_only_nulls: Callable[[], bool]) -> None:
    if column not in schema:
        raise ValueError(f"there is no column {column!r}; {_told(column, schema)}")
    if schema[column] != nw.String and not has_only_nulls():
        raise TypeError(
            f"the column {column!r} holds {schema[column]}, not String; "
            "cast it to strings before reading titles in it"
        )


def _told(column: str, names: Iterable[object]) -> str:
    """The columns whose names are like a missing one, then the first of all."""
    every = list(names)
    texts = (name for name in every if isinstance(name, str))  # those of pandas may be anything
    near = closest(column, ((normalise(name), name) for name in texts))
    like = f"did you mean {' or '.join(map(repr, near))}? " if near else ""
    more = f" and {len(every) - _SHOWN} more" if len(every) > _SHOWN else ""
    return f"{like}the columns are {', '.join(map(repr, every[:_SHOWN]))}{more}"


def _has_only_nulls(known: Known, column: str) -> bool:
    """Whether a column is all nulls, as in an empty file: its type then says nothing."""
    if isinstance(known, nw.DataFrame):
        return known[column].is_null().all()
    native = known.to_native()
    if known.implementation.is_polars():
        return str(native.collect_schema()[column]) == "Null"
    if known.implementation.is_duckdb():
        return str(native.types[native.columns.index(column)]) == '"NULL"'
    return known.implementation in _SPARK and native.schema[column].dataType.typeName() == "void"


def _check_new(names: Iterable[str], role: str, seniority: str, any_case: bool = False) -> None:
    """Refuse new names that are taken; with `any_case`, as in SQL, `Role` is taken by `role`."""
    if role == seniority:
        raise ValueError(f"role and seniority cannot both be put in a column {role!r}")
    same = str.casefold if any_case else str
    but = " (upper and lower case are the same to this engine)" if any_case else ""
    taken = set(map(same, names))
    for option, name in (("role", role), ("seniority", seniority)):
        if same(name) in taken:
            raise ValueError(
                f"there is a column {name!r} already{but}; choose another name with {option}=..."
            )
        taken.add(same(name))


def _check_texts(**names: object) -> None:
    """Callers without a type checker pass what they have."""
    for option, name in names.items():
        old = option == "column"
        if not isinstance(name, str) or not (name or old):
            what = "the column to read" if old else "a new column"
            raise TypeError(f"{option} is the name of {what}, a text, not {name!r}")
