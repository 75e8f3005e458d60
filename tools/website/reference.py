"""The pages of reference that are read from the code: calls, records, allowed values, modules."""

from __future__ import annotations

import inspect
import types
from collections.abc import Iterator
from functools import cache
from typing import Annotated, Final, Literal, Union, get_args, get_origin

from pydantic import BaseModel

import mlcareerdata as mlc
from derived.pages import markdown
from mlcareerdata import ids
from mlcareerdata import models as m
from mlcareerdata._registry import FACTS
from mlcareerdata._store import rows

# What the functions of a module are about, in the order of the page. Those of other modules follow.
THEMES: Final = {
    "mlcareerdata._lookup._careers": "Roles",
    "mlcareerdata._profile": "A role as a whole",
    "mlcareerdata._compare": "Roles side by side",
    "mlcareerdata._lookup._industries": "Industries",
    "mlcareerdata._lookup._credentials": "Skills and certificates",
    "mlcareerdata._lookup._labour": "Occupations and official figures",
    "mlcareerdata._lookup._places": "Places",
    "mlcareerdata._lookup._claims": "Claims, questions and sources",
    "mlcareerdata._cite": "Who says so",
    "mlcareerdata._titles.reader": "Job titles",
}
MODULES: Final = {
    "mlcareerdata.Table": "Table",
    "mlcareerdata.errors": "Errors",
    "mlcareerdata.fields": "Fields",
    "mlcareerdata.frames": "Frames",
    "mlcareerdata.charts": "Charts",
}
BARE: Final = "\n    options:\n      show_root_heading: false\n      show_root_toc_entry: false"


def pages() -> dict[str, str]:
    """The text of each page, by its name."""
    made = {"calls": calls, "records": records, "values": values, "modules": modules}
    return {f"reference/{name}.md": "\n\n".join(page()) for name, page in made.items()}


def calls() -> Iterator[str]:
    """Every public function, under what its module is about."""
    yield "# Calls"
    yield (
        "Every function of `mlcareerdata`, with an example. "
        "The [overview](../reference.md) says what they have in common."
    )
    functions = [name for name in mlc.__all__ if inspect.isfunction(getattr(mlc, name))]
    homes = {_home(name) for name in functions}
    for home in sorted(homes, key=[*THEMES, *sorted(homes)].index):
        yield f"## {THEMES.get(home) or _first_line(home)}"
        yield from (f"::: mlcareerdata.{name}" for name in functions if _home(name) == home)


def _home(function: str) -> str:
    return str(getattr(mlc, function).__module__)


def _first_line(module: str) -> str:
    text = inspect.getdoc(__import__(module, fromlist=["_"])) or module
    return text.partition("\n")[0].removesuffix(".")


def records() -> Iterator[str]:
    """Every model with its fields."""
    yield "# Records"
    yield (
        "Every model of `mlcareerdata.models` with its fields. A value that is missing is `None`, "
        "and a list is a tuple. Types with a link have [a few values only](values.md), or are "
        "records themselves. [The overview](../reference.md#records) says what all records can do."
    )
    for name, model in _models().items():
        yield f"## {name} {{ #{name.lower()} }}"
        home = "mlcareerdata.models" if name in m.__all__ else "mlcareerdata"
        yield f"::: {home}.{name}{BARE}\n      members: false"
        fields = model.model_fields.items()
        if fields:
            yield markdown(
                ("field", "type", "what it is"),
                (
                    (f"`{key}`", _type(field.annotation), _cell(field.description or ""))
                    for key, field in fields
                ),
            )


@cache
def _models() -> dict[str, type[BaseModel]]:
    """The models of records, and those on the face of the library: what a call puts together."""
    found = {name: getattr(home, name) for home in (m, mlc) for name in home.__all__}
    return {n: c for n, c in found.items() if inspect.isclass(c) and issubclass(c, BaseModel)}


@cache
def _named() -> dict[object, str]:
    """The types that have a few values only, and their names."""
    return {
        getattr(home, name): name
        for home in (ids, m)
        for name in home.__all__
        if get_origin(getattr(home, name)) is Literal
    }


def _type(annotation: object) -> str:
    """A type as the page writes it, with links to what the site says of it."""
    if name := _named().get(annotation):
        return f"[{name}](values.md#{name.lower()})"
    inner = get_args(annotation)
    match get_origin(annotation):
        case origin if origin is Annotated:
            return _type(inner[0])
        case origin if origin in (Union, types.UnionType):
            return r" \| ".join(map(_type, inner))
        case origin if origin in (tuple, mlc.Table):
            return f"{getattr(origin, '__name__', '')} of {_type(inner[0])}"
        case origin if origin is Literal:
            return " or ".join(f"`{value!r}`" for value in inner)
        case _:
            name = "None" if annotation is type(None) else getattr(annotation, "__name__", "")
            return f"[{name}](#{name.lower()})" if name in _models() else name


def _cell(text: str) -> str:
    return text.replace("|", r"\|")


def values() -> Iterator[str]:
    """Every type that has a few values only: the values, and for ids what they name."""
    yield "# Allowed values"
    yield "## Ids"
    yield "The types of `mlcareerdata.ids`, and what each id names."
    names = dict(_ids())
    for name in ids.__all__:
        yield f"### {name}"
        allowed = get_args(getattr(ids, name))
        yield markdown(("id", "of"), ((f"`{value}`", _cell(names[value])) for value in allowed))
    yield "## Other values"
    yield "The types of `mlcareerdata.models`. The [fields](records.md) that have them say more."
    for name in m.__all__:
        if allowed := get_args(getattr(m, name)):
            yield f"### {name}"
            yield ", ".join(f"`{value}`" for value in allowed)


def _ids() -> Iterator[tuple[str, str]]:
    """Every id, and the name of the record that has it."""
    for spec in FACTS.values():
        for row in rows(spec):
            match row.model_dump(include={"id", "name", "title"}):
                case {"id": str(key), "name": str(name)} | {"id": str(key), "title": str(name)}:
                    yield key, name
                case _:
                    pass


def modules() -> Iterator[str]:
    """The classes and modules that are no table's."""
    yield "# Table, errors, fields, frames, charts"
    for name, title in MODULES.items():
        yield f"## {title}"
        yield f"::: {name}{BARE}"
