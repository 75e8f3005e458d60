"""`python tools/tidy.py`, run once, does all that is derived, whatever was edited."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """The part of the repository that the tool reads and writes."""
    no_caches = shutil.ignore_patterns("__pycache__", "node_modules")
    for folder in ("src", "tools"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=no_caches)
    (tmp_path / "docs").mkdir()
    for page in (ROOT / "docs").glob("*.md"):
        shutil.copy(page, tmp_path / "docs")
    return tmp_path


def _tidy(clone: Path, *flags: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(clone / "tools" / "tidy.py"), *flags],
        env={**os.environ, "PYTHONPATH": str(clone / "src")},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("table", "new"),
    [
        ("platforms", {"id": "made-up", "name": "Made Up", "aliases": []}),
        ("occupations", {"id": "15-9999", "title": "Made-Up Occupations", "aliases": []}),
    ],
)
def test_once_is_enough_for_a_new_id(clone: Path, table: str, new: dict[str, object]) -> None:
    file = clone / "src" / "mlcareerdata" / "data" / f"{table}.json"
    rows: list[dict[str, Any]] = json.loads(file.read_text(encoding="utf-8"))
    file.write_text(json.dumps([*rows, rows[-1] | new]), encoding="utf-8")
    assert _tidy(clone, "--check").returncode == 1
    done = _tidy(clone)
    assert (done.returncode, done.stderr) == (0, "")
    assert f'"{new["id"]}"' in (clone / "src" / "mlcareerdata" / "ids.py").read_text("utf-8")
    assert file.read_text(encoding="utf-8").startswith("[\n  {\n"), "not in its canonical form"
    again = _tidy(clone, "--check")
    assert (again.returncode, again.stderr) == (0, "")


def test_a_record_that_is_not_valid_is_named(clone: Path) -> None:
    file = clone / "src" / "mlcareerdata" / "data" / "platforms.json"
    file.write_text(file.read_text("utf-8").replace('"vendor"', '"vendr"', 1), encoding="utf-8")
    done = _tidy(clone)
    assert done.returncode == 1
    assert done.stderr.startswith("platforms.json, record ")
    assert "vendr" in done.stderr
