"""`Table` as a pydantic type: what it takes, and how it is written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Protocol, cast, get_args

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, SchemaSerializer, core_schema

from mlcareerdata._show import is_tuple
from mlcareerdata.models._record import Record


class Holder(Protocol):
    """A `Table`, as far as pydantic is concerned."""

    def __iter__(self) -> Iterator[Record]: ...
    @property
    def _model(self) -> type[Record]: ...


def schema_of_table(
    table: type[Holder],
    make: Callable[[type[Record], list[Record]], Holder],
    source: object,
    handler: GetCoreSchemaHandler,
) -> CoreSchema:
    """The pydantic schema of the type `source`, such as ``Table[Role]``; `make` makes a table."""
    if not get_args(source):
        raise TypeError("say which records the Table holds: Table[Role], or another model")
    item = handler.generate_schema(get_args(source)[0])
    model = _model_of(item, handler, source)
    records = core_schema.list_schema(item)

    def of_records(found: list[Record]) -> Holder:
        return make(model, found)

    def of_anything(found: object, validate: Callable[[object], list[Record]]) -> Holder:
        if isinstance(found, Record):  # else it would be taken for a list of its fields
            raise PydanticCustomError(
                "table_type",
                "a Table of {model} takes a Table, records or their JSON, not one {given}",
                {"model": model.__name__, "given": type(found).__name__},
            )
        if isinstance(found, table):
            valid = validate(list(found))
            return found if issubclass(found._model, model) else of_records(valid)
        # In strict mode too, a tuple of records is as good as a list.
        return of_records(validate(list(found) if is_tuple(found) else found))

    return core_schema.json_or_python_schema(
        core_schema.no_info_after_validator_function(of_records, records),
        core_schema.no_info_wrap_validator_function(of_anything, records),
        serialization=core_schema.wrap_serializer_function_ser_schema(_write, schema=records),
    )


@cache
def writer_of_any_table() -> SchemaSerializer:
    """The serializer of a table where no type says that it is one."""
    write = core_schema.plain_serializer_function_ser_schema(list)
    return SchemaSerializer(core_schema.any_schema(serialization=write))


def _write(table: Iterable[Record], write: Callable[[list[Record]], object]) -> object:
    return write(list(table))


def _model_of(item: CoreSchema, handler: GetCoreSchemaHandler, source: object) -> type[Record]:
    """The model of the records; type variables, aliases and the like are resolved by now."""
    schema: CoreSchema | None = item
    while schema:
        schema = handler.resolve_ref_schema(schema)
        model: object = schema.get("cls")
        if isinstance(model, type) and issubclass(model, Record):
            return model
        # A model with validators has its schema inside another. pydantic's types do not say so for
        # every kind of schema.
        schema = cast("CoreSchema | None", schema.get("schema"))
    raise TypeError(
        f"a Table holds records of mlcareerdata, as Table[Role] does; {source} does not"
    )
