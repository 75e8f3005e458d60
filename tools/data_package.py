"""The `datapackage.json` of the downloads (Data Package v2), from the registry and the models.

It says for each CSV file what its columns hold, which of them tell rows apart, and which name a row
of another table.
"""

from __future__ import annotations

from typing import Any, Final

import mlcareerdata as mlc
from derived.pages import sentence
from mlcareerdata._columns import Column, Kind, columns_of
from mlcareerdata._registry import FACTS, TableSpec
from mlcareerdata._show import label
from mlcareerdata.models import Check, Record

SEPARATOR: Final = "; "
"""Stands between the items of a list in a CSV cell; no item contains it."""

Described = dict[str, Any]
"""A part of the descriptor, or of a JSON Schema: JSON of many shapes."""

_PROFILES: Final = "https://datapackage.org/profiles/2.0"
_TYPES: Final[dict[Kind, Described]] = {
    "string": {"type": "string"},
    "integer": {"type": "integer"},
    "float": {"type": "number"},
    "boolean": {"type": "boolean"},
    "date": {"type": "date"},
    "strings": {"type": "list", "delimiter": SEPARATOR, "itemType": "string"},
}
_LIMITS: Final = ("enum", "pattern", "minimum", "exclusiveMinimum")
_CHECK: Final = "check_"  # begins the columns that a record's check becomes


def descriptor(files: dict[str, Described]) -> Described:
    """The whole package; `files` has what each table's resource says of its file."""
    return {
        "$schema": f"{_PROFILES}/datapackage.json",
        "name": "mlcareerdata",
        "title": "Entry-level careers in machine learning",
        "description": "Facts about roles, pay, industries, skills, certificates and claims. Each "
        "row names its sources, which are rows of the table `sources`. An empty cell is not known.",
        "version": mlc.DATA_VERSION,
        "licenses": [{"name": "MIT", "title": "MIT License"}],
        "sources": [
            {"title": source.title} | ({"path": source.url} if source.url else {})
            for source in mlc.sources()
            if source.accessed
        ],
        "resources": [
            {
                "$schema": f"{_PROFILES}/dataresource.json",
                "name": name,
                "type": "table",
                "title": name.replace("_", " ").capitalize(),
                "description": f"{sentence(spec.model())}.",
                **files[name],
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "schema": table_schema(spec),
            }
            for name, spec in FACTS.items()
        ],
    }


def table_schema(spec: TableSpec[Record]) -> Described:
    """The columns of a table, its key, and its references to other tables."""
    properties = spec.model().model_json_schema()["properties"]
    optional = {name for name in spec.key if _of_value(properties[name])[1]}
    references = references_of(spec)
    return {
        "$schema": f"{_PROFILES}/tableschema.json",
        "fields": [
            _field(column, spec.model(), column.name in references)
            for column in columns_of(spec.model())
        ],
        # A cell of a primary key is never empty.
        **({"uniqueKeys": [list(spec.key)]} if optional else {"primaryKey": list(spec.key)}),
        "foreignKeys": [
            {"fields": [name], "reference": {"resource": table, "fields": ["id"]}}
            for name, table in references.items()
        ],
    }


def references_of(spec: TableSpec[Record]) -> dict[str, str]:
    """The columns that hold an id of another table, with the name of that table.

    They are named like the call that finds one of its records: `role` holds the id of a role.
    Columns of several ids, such as `citations`, are not among them: a foreign key has one.
    """
    finders = {other.one: name for name, other in FACTS.items() if other.key == ("id",)}
    return {
        column.name: finders[column.name]
        for column in columns_of(spec.model())
        if column.kind == "string" and column.name in finders
    }


def _field(column: Column, model: type[Record], refers: bool) -> Described:
    """One column; what a reference may hold is left to the table that it refers to."""
    whose, name = model, column.name
    if name not in model.model_fields:
        whose, name = Check, name.removeprefix(_CHECK)
    value, empty = _of_value(whose.model_json_schema()["properties"][name])
    limits: Described = {limit: value[limit] for limit in _LIMITS if limit in value and not refers}
    if not empty and whose is model:
        limits["required"] = True
    return {
        "name": column.name,
        "title": label(name, whose.model_fields[name]),
        "description": _description(column, whose, name),
        **_TYPES[column.kind],
        **({"constraints": limits} if limits else {}),
    }


def _description(column: Column, whose: type[Record], name: str) -> str:
    said = whose.model_fields[name].description or ""
    if name == "citations":
        said = "Who says so: ids of sources."  # the other parts of a citation are in the JSON file
    return f"{said} Several are separated by {SEPARATOR!r}." if column.kind == "strings" else said


def _of_value(schema: Described) -> tuple[Described, bool]:
    """The JSON Schema of a value that is not missing, and whether its cell may be empty."""
    known = [part for part in schema.get("anyOf", [schema]) if part.get("type") != "null"]
    (value,) = known
    if "const" in value:
        value = value | {"enum": [value["const"]]}
    empty = value.get("type") == "array" and not value.get("minItems")
    return value, empty or len(known) < len(schema.get("anyOf", [schema]))
