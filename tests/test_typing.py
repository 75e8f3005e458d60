"""The file that type checkers check is one that runs."""

from __future__ import annotations

import ast
import runpy
from pathlib import Path
from types import FunctionType

import pytest

import mlcareerdata as mlc

FILE = Path(__file__).parent / "typing" / "check_types.py"


def test_what_the_checkers_are_told_is_true() -> None:
    runpy.run_path(str(FILE))["check"]()


FUNCTIONS = [name for name in mlc.__all__ if isinstance(getattr(mlc, name), FunctionType)]


@pytest.mark.parametrize("name", FUNCTIONS)
def test_every_public_function_is_checked(name: str) -> None:
    called = {
        node.func.attr
        for node in ast.walk(ast.parse(FILE.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    }
    assert name in called, f"say in typing/check_types.py what {name}() returns"
