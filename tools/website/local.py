"""Which examples a browser cannot run, and what they need that it lacks.

Pyodide runs the library and pydantic; pandas, Polars, DuckDB and other compiled packages do not
come with it. An example needs one if it imports it, calls a method that does, or uses a name that
such an example has made.
"""

from __future__ import annotations

import ast
import doctest
import sys
from collections.abc import Iterable, Iterator
from typing import Final

from website import HERE

# Packages that the worker installs, as they are imported.
WHEELS: Final = frozenset(
    line.partition("==")[0].replace("-", "_")
    for line in (HERE / "wheels.txt").read_text(encoding="utf-8").splitlines()
    if "==" in line
)
HAVE: Final = WHEELS | sys.stdlib_module_names
# What of the library takes a package that a browser lacks: methods, and modules.
OURS: Final = {
    "to_pandas": "pandas",
    "to_polars": "Polars",
    "to_arrow": "pyarrow",
    "frames": "narwhals",
    "charts": "Altair",
}


def needs(blocks: Iterable[str]) -> Iterator[str]:
    """For each example of a page, in order: what it needs that a browser lacks, or nothing."""
    made: dict[str, str] = {}  # names that only such examples can make, and what those need
    for block in blocks:
        tree = ast.parse("".join(e.source for e in doctest.DocTestParser().get_examples(block)))
        lacking = next(filter(None, (_lacking(node, made) for node in ast.walk(tree))), "")
        if lacking:
            made |= dict.fromkeys(_made(tree), lacking)
        yield lacking


def _lacking(node: ast.AST, made: dict[str, str]) -> str:
    """What one node of an example needs that a browser lacks."""
    match node:
        case ast.Import():
            return next(filter(None, (_package(name.name) for name in node.names)), "")
        case ast.ImportFrom():
            found = (_package(f"{node.module}.{name.name}") for name in node.names)
            return next(filter(None, found), "")
        case ast.Attribute():
            return OURS.get(node.attr, "")
        case ast.Name(ctx=ast.Load()):
            return made.get(node.id, "")
        case _:
            return ""


def _package(module: str) -> str:
    """What an imported module needs; a name that is imported from it may stand at the end."""
    top, _, rest = module.partition(".")
    if top == "mlcareerdata":
        return OURS.get(rest.partition(".")[0], "")
    return "" if top in HAVE else top


def _made(tree: ast.Module) -> Iterator[str]:
    """The names that an example assigns, defines or imports."""
    for node in ast.walk(tree):
        match node:
            case ast.Name(ctx=ast.Store()):
                yield node.id
            case ast.FunctionDef() | ast.ClassDef():
                yield node.name
            case ast.Import() | ast.ImportFrom():
                yield from (name.asname or name.name for name in node.names)
            case _:
                pass
