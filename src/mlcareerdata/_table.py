"""`Table`: the immutable sequence of records that shows and converts itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import (
    TYPE_CHECKING,
    Final,
    Generic,
    NoReturn,
    Self,
    SupportsIndex,
    TypeVar,
    final,
    overload,
)

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, SchemaSerializer
from typing_extensions import override

from mlcareerdata import _LOCK, DATA_VERSION
from mlcareerdata._columns import Column, Row, columns_of, row_of
from mlcareerdata._convert import arrow_of, pandas_of, polars_of, refuse_array, stream_of
from mlcareerdata._guesses import must_be_a_function, must_be_a_text, not_by, not_in_order
from mlcareerdata._registry import name_of
from mlcareerdata._schema import schema_of_table, writer_of_any_table
from mlcareerdata.models._record import Record, records_of

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow
    from _typeshed import SupportsRichComparison
else:
    # For tools that resolve the hints below while a program runs.
    from mlcareerdata._lazy import Hinted

    pandas, polars, pyarrow = Hinted("pandas"), Hinted("polars"), Hinted("pyarrow")
    SupportsRichComparison = object  # it has no class at run time

__all__ = ["Table"]

T_co = TypeVar("T_co", bound=Record, covariant=True)

_LINES: Final = 12  # records that `repr` shows


@final
class Table(Generic[T_co]):
    """An immutable sequence of records of one kind.

    Length, iteration, indexing, ``in``, reversal, `index`, `count`, equality, hash and pickle are
    those of a tuple; a slice, `filter` and `sorted` give tables again.

    Polars, pyarrow, DuckDB and ``pandas.DataFrame.from_arrow`` take a table as it is. Columns
    and their types come from the model, so an empty table has them too. Rows are flat:
    `citations` is a list of source ids, and `check` becomes `check_verdict`, `check_note` and
    `check_checked_on`.

    To pydantic, ``Table[Role]`` is a type: it takes a table, records or their JSON, and writes an
    array of objects.

    >>> import mlcareerdata as mlc
    >>> typical = mlc.roles().filter(lambda role: role.typical)
    >>> len(typical), typical[0].id
    (5, 'machine-learning-engineer')
    """

    __slots__ = ("_model", "_name", "_records")
    _model: type[T_co]
    _name: str
    _records: tuple[T_co, ...]

    def __init__(self, model: type[T_co], records: Iterable[T_co], name: str = "") -> None:
        """`name`: the function that gives the whole table. A `TypeError` names a wrong record."""
        if hasattr(self, "_records"):  # a second call would change a table that everybody shares
            raise AttributeError("a Table is immutable")
        object.__setattr__(self, "_model", model)
        object.__setattr__(self, "_name", name or name_of(model))
        object.__setattr__(self, "_records", records_of(model, records))

    @override
    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("a Table is immutable")

    @override
    def __delattr__(self, name: str) -> None:
        raise AttributeError("a Table is immutable")

    # --- A sequence --------------------------------------------------------------------------

    def __len__(self) -> int:
        return len(self._records)

    def __iter__(self) -> Iterator[T_co]:
        return iter(self._records)

    def __reversed__(self) -> Iterator[T_co]:
        return reversed(self._records)

    def __contains__(self, record: object) -> bool:
        return record in self._records

    @overload
    def __getitem__(self, index: SupportsIndex) -> T_co: ...
    @overload
    def __getitem__(self, index: slice) -> Table[T_co]: ...
    def __getitem__(self, index: SupportsIndex | slice) -> T_co | Table[T_co]:
        if isinstance(index, slice):
            return self._with(self._records[index])
        if not hasattr(index, "__index__"):
            raise TypeError(not_by(index, self._model, self._name))
        try:
            return self._records[index]
        except IndexError:
            raise IndexError(f"no record {index} in a Table of {len(self)}") from None

    def index(self, record: object, start: int = 0, stop: int | None = None) -> int:
        """The position of a record; a `ValueError` if it is not in the table."""
        places = range(len(self))[start:stop]
        for place in places:
            if self._records[place] == record:
                return place
        raise ValueError(f"{record!r} is not in this Table of {len(self)}")

    def count(self, record: object) -> int:
        """How often a record is in the table."""
        return self._records.count(record)

    @override
    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Table):
            return NotImplemented
        return self._identity() == other._identity()

    @override
    def __hash__(self) -> int:
        return hash(self._identity())

    @override
    def __reduce__(self) -> tuple[type[Table[T_co]], tuple[type[T_co], tuple[T_co, ...], str]]:
        """Pickle a copy of each record, so that equal tables give equal bytes.

        Else a record that is in a table twice would be written differently from two equal ones.
        """
        copies = tuple(record.model_copy() for record in self._records)
        return Table, (self._model, copies, self._name)

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: dict[int, object]) -> Self:
        return self

    def filter(self, predicate: Callable[[T_co], object]) -> Table[T_co]:
        """The records for which `predicate` is true, in the same order."""
        must_be_a_function("filter", predicate)
        return self._with(record for record in self._records if predicate(record))

    def sorted(
        self, key: Callable[[T_co], SupportsRichComparison], reverse: bool = False
    ) -> Table[T_co]:
        """The records sorted by `key`; equal ones keep their order.

        A key of ``None`` has no place in an order: a `TypeError` says what to do about it.

        >>> import mlcareerdata as mlc
        >>> mlc.industry_pay().sorted(lambda pay: pay.position, reverse=True)[0].industry
        'telecommunications'
        """
        must_be_a_function("sorted", key)
        keys = [key(record) for record in self._records]
        try:
            order = sorted(range(len(self)), key=keys.__getitem__, reverse=reverse)
        except TypeError as error:
            if why := not_in_order(self._records, keys):
                raise TypeError(why) from error
            raise
        return self._with(self._records[place] for place in order)

    # --- Shown -------------------------------------------------------------------------------

    @override
    def __repr__(self) -> str:
        shown = [f"  {record!r}" for record in self._records[:_LINES]]
        if len(self) > _LINES:
            shown.append(f"  ... {len(self) - _LINES} more")
        return "\n".join([f"<Table of {self._caption()}>", *shown])

    @override
    def __str__(self) -> str:
        return "\n".join(record._listed() for record in self._records)

    def _repr_html_(self) -> str:
        with _LOCK:
            from mlcareerdata._listing import listing  # on demand: only a notebook needs it

        return listing(self._model, self._records)

    def _caption(self) -> str:
        return f"{self._model.__name__}, {len(self)} record{'' if len(self) == 1 else 's'}"

    # --- In other people's software ----------------------------------------------------------

    def to_dicts(self, *, join: str | None = None) -> list[Row]:
        """A new dictionary for each record; its keys are the columns.

        With `join`, a list is one text with `join` between its items, for CSV, Excel and SQL. Dates
        are the only values that `json.dumps` does not take; `to_json` writes them too.

        >>> import mlcareerdata as mlc
        >>> mlc.platforms().to_dicts()[0]["citations"]
        ['bouchrika-2026']
        >>> mlc.role("MLE").aliases[:2], mlc.roles().to_dicts(join="; ")[0]["aliases"][:16]
        (('ML engineer', 'MLE'), 'ML engineer; MLE')
        """
        return self._columns_and_rows(join)[1]

    def to_json(self) -> str:
        """The whole records as a JSON array, which ``TypeAdapter(Table[Role])`` reads back.

        >>> import mlcareerdata as mlc
        >>> from pydantic import TypeAdapter
        >>> table = mlc.industries()
        >>> TypeAdapter(mlc.Table[mlc.models.Industry]).validate_json(table.to_json()) == table
        True
        """
        return f"[{','.join(record.model_dump_json() for record in self._records)}]"

    def to_arrow(self, *, join: str | None = None) -> pyarrow.Table:
        """A `pyarrow.Table`; its schema's metadata names the table and `DATA_VERSION`.

        `join` is as in `to_dicts`. Needs the extra ``arrow``, else `ImportError`.
        """
        about: dict[bytes | str, bytes | str] = {
            "mlcareerdata.table": self._name,
            "mlcareerdata.DATA_VERSION": DATA_VERSION,
        }
        return arrow_of(*self._columns_and_rows(join), about)

    def to_polars(self, *, join: str | None = None) -> polars.DataFrame:
        """A `polars.DataFrame`.

        `join` is as in `to_dicts`. Needs the extra ``polars``, else `ImportError`.
        """
        return polars_of(*self._columns_and_rows(join))

    def to_pandas(self, *, join: str | None = None) -> pandas.DataFrame:
        """A `pandas.DataFrame`, in which a missing integer stays missing and a list is a tuple.

        `join` is as in `to_dicts`; SQL needs it, since no database takes a tuple. Needs the
        extra ``pandas``, else `ImportError`.
        """
        return pandas_of(*self._columns_and_rows(join))

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """The table as an Arrow stream (a PyCapsule), for any library that takes one.

        Needs pyarrow or Polars, else `ImportError`.
        """
        return stream_of(self, requested_schema)

    def __array__(self, *args: object, **options: object) -> NoReturn:
        refuse_array("Table", ", or numpy.array([record.low for record in table]) for one column")

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return schema_of_table(cls, Table, source, handler)

    @property
    def __pydantic_serializer__(self) -> SchemaSerializer:
        """How pydantic writes a table where no type says that it is one."""
        return writer_of_any_table()

    @property
    def __dict__(self) -> list[T_co]:  # type: ignore[override]  # see below
        """The records. Where no type says what an object is, FastAPI writes what `vars` gives."""
        return list(self._records)

    # --- Helpers -----------------------------------------------------------------------------

    def _columns_and_rows(self, join: str | None) -> tuple[tuple[Column, ...], list[Row]]:
        must_be_a_text(join)
        columns = columns_of(self._model, join is not None)
        return columns, [row_of(record, self._model, join) for record in self._records]

    def _identity(self) -> tuple[object, ...]:
        return self._model, self._records

    def _with(self, records: Iterable[T_co]) -> Table[T_co]:
        return Table(self._model, records, self._name)
