"""The downloads are a Data Package, as frictionless, which needs no network, reads the standard."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import downloads


@pytest.fixture
def made(tmp_path: Path) -> Path:
    downloads.write(tmp_path / "downloads")
    return tmp_path / "downloads"


def problems(folder: Path) -> list[tuple[str, str]]:
    """What frictionless finds: the file, and the type of the error."""
    done = subprocess.run(
        [sys.executable, "-m", "frictionless", "validate", "--json", "datapackage.json"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    report: dict[str, Any] = json.loads(done.stdout)
    assert report["tasks"] or report["errors"], done.stderr
    found = [("datapackage.json", error["type"]) for error in report["errors"]]
    for task in report["tasks"]:
        found += [(task["place"], error["type"]) for error in task["errors"]]
    return list(dict.fromkeys(found))


def test_the_package_is_valid(made: Path) -> None:
    assert problems(made) == []


SLIPS = {
    "area_wages.csv": (",0042660,", ",9942660,", "foreign-key"),
    "remote_fits.csv": ("\ndata-analyst,", "\nstargazer,", "foreign-key"),
    "wages.csv": (",2025,", ",lately,", "type-error"),
    "salary_ranges.csv": (",advertised,", ",rumoured,", "constraint-error"),
    "platforms.csv": ("\nazure,", "\naws,", "primary-key"),
}


def test_every_slip_is_caught(made: Path) -> None:
    for file, (old, new, _) in SLIPS.items():
        text = (made / file).read_text(encoding="utf-8")
        assert old in text
        (made / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    found = problems(made)
    assert {(file, problem) for file, (_, _, problem) in SLIPS.items()} <= {*found}
    assert {file for file, problem in found if problem == "hash-count"} == {*SLIPS}
