"""Tools that make documentation read every signature: Sphinx by importing, griffe from the text."""

from __future__ import annotations

import inspect
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import griffe
import pytest

import mlcareerdata as mlc

MODULES = ["", ".charts", ".fields", ".frames", ".ids", ".models"]  # errors are in the first, too
NAMES: dict[str, Any] = {
    f"mlcareerdata{module}.{name}": value
    for module in MODULES
    for name in import_module(f"mlcareerdata{module}").__all__
    if not isinstance(value := getattr(import_module(f"mlcareerdata{module}"), name), ModuleType)
}
FUNCTIONS = [name for name, value in NAMES.items() if inspect.isfunction(value)]
OTHERS = [name for name in NAMES if name not in FUNCTIONS]
METHODS = [f"mlcareerdata.Table.{name}" for name in ("filter", "sorted", "to_dicts", "to_polars")]
KINDS = {True: "autoclass", False: "autodata"}
CONF = "extensions = ['sphinx.ext.autodoc', 'sphinx.ext.napoleon']\n"


def _directives() -> list[str]:
    """How Sphinx is asked to read each name. Members of records are fields, and would take long."""
    return [
        *(f".. {KINDS[inspect.isclass(NAMES[name])]}:: {name}" for name in OTHERS),
        *(f".. autofunction:: {name}" for name in FUNCTIONS),
        *(f".. automethod:: {name}" for name in METHODS),
    ]


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What Sphinx writes about every public name; a warning is an error."""
    folder: Path = tmp_path_factory.mktemp("sphinx")
    (folder / "conf.py").write_text(CONF, encoding="utf-8")
    pages = ["Names\n=====", *_directives()]
    (folder / "index.rst").write_text("\n\n".join(pages), encoding="utf-8")
    build = f"-m sphinx -q -W --keep-going -b text {folder} {folder / 'out'}"
    done = subprocess.run(
        [sys.executable, *build.split()], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return (folder / "out" / "index.txt").read_text("utf-8")


def test_sphinx_reads_every_signature(page: str) -> None:
    for name in (*FUNCTIONS, *METHODS):
        shown = name.removeprefix("mlcareerdata.") if name in METHODS else name
        parameters = [one for one in inspect.signature(_value(name)).parameters if one != "self"]
        found = re.findall(rf"^ *{re.escape(shown)}\((.*)\) -> (\S.*)$", page, re.MULTILINE)
        heads = [re.findall(r"(?:^|, )\*{0,2}(\w+)(?=[:,=]|$)", head) for head, _ in found]
        assert parameters in heads, (name, found)


def _value(name: str) -> Any:
    return getattr(mlc.Table, name.rpartition(".")[2]) if name in METHODS else NAMES[name]


def test_sphinx_shows_every_class_and_constant(page: str) -> None:
    for name in NAMES:
        assert re.search(rf"^(\w+ )*{re.escape(name)}\b", page, re.MULTILINE), name


@pytest.fixture(scope="module")
def read() -> Any:
    """The package as griffe reads it, without running it."""
    folder = Path(mlc.__file__).parents[1]
    return griffe.load("mlcareerdata", search_paths=[folder], resolve_aliases=True)


@pytest.mark.parametrize("name", [*FUNCTIONS, *METHODS])
def test_griffe_reads_every_signature(name: str, read: Any) -> None:
    found = read[name.removeprefix("mlcareerdata.")]
    wanted = inspect.signature(_value(name))
    assert [one.name for one in found.parameters] == list(wanted.parameters)
    assert all(one.annotation for one in found.parameters if one.name != "self")
    assert found.returns is not None
    assert found.docstring.value


def test_griffe_finds_every_name(read: Any) -> None:
    for name, value in NAMES.items():
        found = read[name.removeprefix("mlcareerdata.")]
        assert found.is_class == inspect.isclass(value), name
