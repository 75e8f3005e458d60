"""Threads and forks: no child process starts with half an import, and nobody waits for ever."""

from __future__ import annotations

import ast
import multiprocessing
import os
import pkgutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import forking
import mlcareerdata as mlc

PACKAGE = Path(mlc.__file__).parent
FACES = ("mlcareerdata", "mlcareerdata.models")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
@pytest.mark.parametrize("use", forking.FIRST_USES)
def test_a_child_can_look_up(use: str) -> None:
    """Without the hook for forks, each of these always fails; tests/forking.py tries more."""
    assert forking.tried(use, microseconds=10_000) == ""


POOL = """
import multiprocessing, sys
import mlcareerdata as mlc

def ask(name):
    return mlc.role(name), mlc.salary_ranges(name), mlc.match_title(name)

if __name__ == "__main__":
    names = [role.title for role in mlc.roles()] if sys.argv[2] == "after" else ["ML engineer"]
    with multiprocessing.get_context(sys.argv[1]).Pool(2) as pool:
        answers = pool.map(ask, names)
    assert answers == [ask(name) for name in names]
"""


@pytest.mark.parametrize("moment", ["before", "after"])
@pytest.mark.parametrize("method", multiprocessing.get_all_start_methods())
def test_other_processes_answer_alike(method: str, moment: str, tmp_path: Path) -> None:
    """Whether they are started before or after the first look-up."""
    script = tmp_path / "pool.py"
    script.write_text(POOL, encoding="utf-8")
    command = [sys.executable, str(script), method, moment]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr


# Another thread that holds the lock may itself wait for the module: then both wait for ever.
IMPORTED_WHILE_LOCKED = """
import importlib, os, threading
import mlcareerdata
locked = threading.Event()
def hold():
    with mlcareerdata._LOCK:
        locked.set()
        threading.Event().wait()
threading.Thread(target=hold, daemon=True).start()
locked.wait()
importlib.import_module({module!r})
os._exit(0)
"""


@pytest.mark.parametrize(
    "module",
    [found.name for found in pkgutil.iter_modules(mlc.__path__) if not found.name.startswith("_")],
)
def test_importing_a_public_module_takes_no_lock(module: str) -> None:
    code = IMPORTED_WHILE_LOCKED.format(module=f"mlcareerdata.{module}")
    done = subprocess.run([sys.executable, "-c", code], timeout=60, check=False)
    assert done.returncode == 0


def _taken_from_the_faces(file: Path) -> Iterator[str]:
    """The names that a module takes from a lazy face by ``from``, when a program runs."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    checked = {
        node
        for block in ast.walk(tree)
        if isinstance(block, ast.If) and ast.unparse(block.test) == "TYPE_CHECKING"
        for statement in block.body
        for node in ast.walk(statement)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node not in checked and node.module in FACES:
            yield from (alias.name for alias in node.names)


def test_no_module_asks_the_lazy_faces_by_from() -> None:
    """That would take the lock; `import mlcareerdata.models as m` does not."""
    names = {*mlc._HOMES, *mlc.models._HOMES}
    for file in PACKAGE.rglob("*.py"):
        if file.name != "__main__.py":  # nobody imports that
            lazy = names.intersection(_taken_from_the_faces(file))
            assert not lazy, f"{file.relative_to(PACKAGE)}: take {lazy} from where it is defined"
