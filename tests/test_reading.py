"""A question reads the files that it needs, each once, and no others."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).parent.parent

COUNT: Final = """
import mlcareerdata as mlc
from mlcareerdata import _files

seen, read = [], _files.read
_files.read = lambda name: seen.append(name) or read(name)
{call}
print(*seen)
"""


@pytest.mark.parametrize(
    ("call", "files"),
    [
        ("mlc.role('ML engineer')", "roles"),
        ("mlc.role('ML engineer'); mlc.role('data scientist'); mlc.roles()", "roles"),
        ("mlc.certification('DP-100')", "certifications"),
        ("mlc.finding('projected-growth')", "findings"),
        ("repr(mlc.wages()[0]); mlc.area_wages()[0]", "area_wages wages"),
        ("str(mlc.wages()); repr(mlc.wages())", "wages"),
        (
            "mlc.profile('data scientist')",
            (
                "crosswalks entry_profiles growth_paths occupations projections remote_fits roles "
                "salary_ranges wages"
            ),
        ),
        ("mlc.occupation_for('data scientist')", "crosswalks occupations roles"),
        ("mlc.salary_ranges('data scientist')", "roles salary_ranges"),
    ],
)
def test_a_question_reads_its_own_files_once(call: str, files: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", COUNT.format(call=call)],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
    )
    assert done.returncode == 0, done.stderr
    assert sorted(done.stdout.split()) == files.split(), f"{call} reads other files, or one twice"
