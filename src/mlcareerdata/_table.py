"""`Table`: the immutable sequence of records that shows and converts itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Final, Generic, Self, SupportsIndex, TypeVar, final, overload

from typing_extensions import override

from mlcareerdata._columns import Cell, Kind, Row, columns_of, row_of
from mlcareerdata._show import LONG, field_text, table_html
from mlcareerdata.models._record import Record

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow
    from _typeshed import SupportsRichComparison

T_co = TypeVar("T_co", bound=Record, covariant=True)

_LINES: Final = 12  # records that `repr` shows


@final
class Table(Generic[T_co]):
    """An immutable sequence of records of one kind.

    Length, iteration, indexing, ``in``, reversal, equality, hash and pickle are those of a
    tuple; a slice, `filter` and `sorted` give tables again.

    Polars, pyarrow, DuckDB and ``pandas.DataFrame.from_arrow`` take a table as it is. Columns
    and their types come from the model, so an empty table has them too. Rows are flat:
    `citations` is a list of source ids, and `check` becomes `check_verdict`, `check_note` and
    `check_checked_on`.

    >>> import mlcareerdata as mlc
    >>> typical = mlc.roles().filter(lambda role: role.typical)
    >>> len(typical), typical[0].id
    (5, 'machine-learning-engineer')
    """

    __slots__ = ("_call", "_model", "_records")
    _call: str
    _model: type[T_co]
    _records: tuple[T_co, ...]

    def __init__(self, model: type[T_co], records: Iterable[T_co], call: str) -> None:
        """`call` is the function that finds one record, such as ``"role"``, or the whole table."""
        if hasattr(self, "_records"):  # called once more, on a table that everybody shares
            raise AttributeError("a Table is immutable")
        object.__setattr__(self, "_model", model)
        object.__setattr__(self, "_records", tuple(records))
        object.__setattr__(self, "_call", call)

    @override
    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("a Table is immutable")

    @override
    def __delattr__(self, name: str) -> None:
        raise AttributeError("a Table is immutable")

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
        if isinstance(index, str):
            call = f"mlcareerdata.{self._call}({index!r})"
            raise TypeError(f"a Table is indexed by position, not by name; use {call}")
        try:
            return self._records[index]
        except IndexError:
            raise IndexError(f"no record {index} in a Table of {len(self)}") from None

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
        return Table, (self._model, self._records, self._call)

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: dict[int, object]) -> Self:
        return self

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
        rows = self.to_dicts()
        shown = {
            name: [_cell_text(name, row[name]) for row in rows]
            for name in self._names()
            if self._says_something(name, rows)
        }
        # Prose last: it would push who says so, and what is retired, out of sight.
        names = sorted(shown, key=lambda name: max(map(len, shown[name]), default=0) > LONG)
        return table_html(
            self._caption(), names, zip(*(shown[name] for name in names), strict=True)
        )

    def _says_something(self, name: str, rows: list[Row]) -> bool:
        """Whether a column has more in it than nothing, or the same default in every row."""
        field = self._model.model_fields.get(name)
        default: object = None if field is None else field.default
        return any(row[name] not in (None, [], default) for row in rows)

    def filter(self, predicate: Callable[[T_co], object]) -> Table[T_co]:
        """The records for which `predicate` is true, in the same order."""
        return self._with(record for record in self._records if predicate(record))

    def sorted(
        self, key: Callable[[T_co], SupportsRichComparison], reverse: bool = False
    ) -> Table[T_co]:
        """The records sorted by `key`; equal ones keep their order.

        >>> import mlcareerdata as mlc
        >>> mlc.industry_pay().sorted(lambda pay: pay.position, reverse=True)[0].industry
        'telecommunications'
        """
        return self._with(sorted(self._records, key=key, reverse=reverse))

    def to_dicts(self) -> list[Row]:
        """One new dictionary a record; its keys are the columns.

        >>> import mlcareerdata as mlc
        >>> mlc.platforms().to_dicts()[0]["citations"]
        ['bouchrika-2026']
        """
        return [row_of(record) for record in self._records]

    def to_arrow(self) -> pyarrow.Table:
        """A `pyarrow.Table`. Needs the extra ``arrow``, else `ImportError`."""
        try:
            import pyarrow
        except ImportError as error:
            raise _missing("pyarrow", "arrow") from error
        kinds: dict[Kind, pyarrow.DataType] = {
            "string": pyarrow.string(),
            "integer": pyarrow.int64(),
            "float": pyarrow.float64(),
            "boolean": pyarrow.bool_(),
            "date": pyarrow.date32(),
            "strings": pyarrow.list_(pyarrow.string()),
        }
        columns = columns_of(self._model)
        schema = pyarrow.schema([(column.name, kinds[column.kind]) for column in columns])
        return pyarrow.Table.from_pylist(self.to_dicts(), schema=schema)

    def to_polars(self) -> polars.DataFrame:
        """A `polars.DataFrame`. Needs the extra ``polars``, else `ImportError`."""
        try:
            import polars
        except ImportError as error:
            raise _missing("polars", "polars") from error
        kinds = {
            "string": polars.String(),
            "integer": polars.Int64(),
            "float": polars.Float64(),
            "boolean": polars.Boolean(),
            "date": polars.Date(),
            "strings": polars.List(polars.String()),
        }
        columns = columns_of(self._model)
        schema = {column.name: kinds[column.kind] for column in columns}
        return polars.DataFrame(self.to_dicts(), schema=schema, orient="row")

    def to_pandas(self) -> pandas.DataFrame:
        """A `pandas.DataFrame` of Arrow-backed columns, in which a missing integer stays missing.

        Needs the extra ``pandas``, else `ImportError`. ``pandas.DataFrame(table)`` is wrong: it
        makes columns of tuples.
        """
        try:
            import pandas
        except ImportError as error:
            raise _missing("pandas", "pandas") from error
        arrow = self.to_arrow()
        # The stubs of pyarrow leave arguments of to_pandas and __arrow_c_stream__ untyped.
        return arrow.to_pandas(types_mapper=pandas.ArrowDtype)  # pyright: ignore[reportUnknownMemberType]

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """The table as an Arrow stream (a PyCapsule), for any library that takes one.

        Needs pyarrow or Polars, else `ImportError`.
        """
        frame = self._arrow_or_polars()
        # Untyped in the stubs, as in to_pandas.
        return frame.__arrow_c_stream__(requested_schema)  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]

    def _arrow_or_polars(self) -> pyarrow.Table | polars.DataFrame:
        """Whichever is installed: who has Polars alone need not install pyarrow."""
        try:
            return self.to_arrow()
        except ImportError as missing:
            try:
                return self.to_polars()
            except ImportError:
                raise missing from None

    def _identity(self) -> tuple[object, ...]:
        return self._model, self._records

    def _with(self, records: Iterable[T_co]) -> Table[T_co]:
        return Table(self._model, records, self._call)

    def _names(self) -> list[str]:
        return [column.name for column in columns_of(self._model)]

    def _caption(self) -> str:
        return f"{self._model.__name__}, {len(self)} record{'' if len(self) == 1 else 's'}"


def _cell_text(name: str, value: Cell) -> str:
    if value is None:
        return ""
    return field_text(name, tuple(value) if isinstance(value, list) else value)


def _missing(package: str, extra: str) -> ImportError:
    return ImportError(
        f"this needs {package}; install it with: pip install 'mlcareerdata[{extra}]'"
    )
