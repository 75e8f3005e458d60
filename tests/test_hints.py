"""Annotations mean something when a program runs: for documentation and run-time checkers."""

from __future__ import annotations

import inspect
import subprocess
import sys
import typing
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas
import polars
import pyarrow
import pytest

import mlcareerdata as mlc
from mlcareerdata import frames, models
from mlcareerdata.models import Record

FUNCTIONS: dict[str, Callable[..., object]] = {
    name: value for name in mlc.__all__ if inspect.isfunction(value := getattr(mlc, name))
} | {name: getattr(frames, name) for name in frames.__all__}
METHODS: dict[str, Callable[..., object]] = {
    f"{owner.__name__}.{name}": value
    for owner in (mlc.Table, mlc.Profile, Record, models.SalaryRange)
    for name, value in vars(owner).items()
    if inspect.isfunction(value)
    and (not name.startswith("_") or name.startswith("__"))
    and name != "model_post_init"  # pydantic 2.9 adds its own, whose hints do not resolve
}
CLASSES = [
    value
    for value in (
        *(getattr(models, name) for name in models.__all__),
        *(getattr(mlc, name) for name in mlc.__all__),
    )
    if inspect.isclass(value)
]


@pytest.mark.parametrize("name", FUNCTIONS)
def test_the_hints_of_every_function_resolve(name: str) -> None:
    hints = typing.get_type_hints(FUNCTIONS[name])
    assert set(hints) == {*inspect.signature(FUNCTIONS[name]).parameters, "return"}
    inspect.signature(FUNCTIONS[name], eval_str=True)


@pytest.mark.parametrize("name", METHODS)
def test_the_hints_of_every_method_resolve(name: str) -> None:
    assert "return" in typing.get_type_hints(METHODS[name])
    inspect.signature(METHODS[name], eval_str=True)


@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.__name__)
def test_the_hints_of_every_class_resolve(kind: type[Any]) -> None:
    typing.get_type_hints(kind, include_extras=True)


@pytest.mark.parametrize(
    ("method", "gives"),
    [
        ("to_pandas", pandas.DataFrame),
        ("to_polars", polars.DataFrame),
        ("to_arrow", pyarrow.Table),
    ],
)
def test_a_frame_is_hinted_as_what_it_is(method: str, gives: type[Any]) -> None:
    assert typing.get_type_hints(getattr(mlc.Table, method))["return"] is gives
    assert isinstance(getattr(mlc.roles(), method)(), gives)


WITHOUT = """
import sys, typing
for package in ("pandas", "polars", "pyarrow", "numpy"):
    sys.modules[package] = None
import mlcareerdata as mlc
for name in ("to_pandas", "to_polars", "to_arrow"):
    assert typing.get_type_hints(getattr(mlc.Table, name))["return"] is object
    try:
        getattr(mlc.roles(), name)()
    except ImportError as error:
        assert "mlcareerdata[" in str(error)
    else:
        raise AssertionError(name)
for name in mlc.__all__:
    if callable(getattr(mlc, name)):
        typing.get_type_hints(getattr(mlc, name))
"""


def test_hints_resolve_where_dataframe_packages_are_missing(tmp_path: Path) -> None:
    command = [sys.executable, "-c", WITHOUT]
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=False)
    assert done.returncode == 0, done.stderr
