"""Checkers and editors see the library as it is."""

from __future__ import annotations

import ast
import re
import runpy
import subprocess
import sys
from pathlib import Path
from types import FunctionType

import pytest

import editors
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


# Each is told the environment, since the program stands alone in its folder.
CHECKERS = {
    "ty": ("check", "--output-format=concise", f"--python={sys.prefix}"),
    "pyrefly": (
        "check",
        "--preset=default",
        "--output-format=min-text",
        f"--python-interpreter-path={sys.executable}",
    ),
}


@pytest.mark.parametrize("checker", CHECKERS)
def test_a_checker_refuses_the_mistakes_and_nothing_else(checker: str, tmp_path: Path) -> None:
    """Of mypy and pyright, CI asks the same."""
    text = FILE.read_text(encoding="utf-8")
    mistakes = {n for n, line in enumerate(text.splitlines(), 1) if "# type: ignore[" in line}
    file = tmp_path / "program.py"
    file.write_text(re.sub(r"  # type: ignore\[.*", "", text), encoding="utf-8")
    command = [str(Path(sys.executable).with_name(checker)), *CHECKERS[checker], file.name]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    refused = {int(line) for line in re.findall(r"program\.py:(\d+):", done.stdout)}
    assert refused == mistakes, done.stdout


@pytest.mark.parametrize("tool", ["jedi", "pyrefly", "ty"])
def test_an_editor_offers_every_name(tool: str) -> None:
    """CI asks pyright too: `python tools/editors.py`."""
    assert editors.missing(tool) == []
