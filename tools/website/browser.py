"""Python for the browser: Pyodide from npm, wheels from PyPI, and the library's own wheel."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

from website import HERE, ROOT

# What of npm's package a page needs.
PYODIDE: Final = (
    "pyodide.mjs",
    "pyodide.asm.mjs",
    "pyodide.asm.wasm",
    "pyodide-lock.json",
    "python_stdlib.zip",
)
# For which Python and which system the wheels are: those of Pyodide 314.
PLATFORM: Final = ("--python-version=3.14", "--implementation=cp", "--abi=cp314",
                   "--platform=pyemscripten_2026_0_wasm32")  # fmt: skip


def write(target: Path, work: Path) -> int:
    """Fill a folder with what the worker loads; gives its size in bytes."""
    target.mkdir()
    shutil.copy(HERE / "runner.py", target)
    npm = packages(work)
    for name in PYODIDE:
        shutil.copy(npm / "pyodide" / name, target)
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    wheels = [f"--dest={target}", "--no-deps", "--only-binary=:all:", *PLATFORM]
    subprocess.run([*pip, "download", *wheels, "-r", HERE / "wheels.txt"], check=True)
    subprocess.run([*pip, "wheel", "--no-deps", f"--wheel-dir={target}", ROOT], check=True)
    names = sorted(file.name for file in target.glob("*.whl"))
    (target / "wheels.json").write_text(json.dumps(names), encoding="utf-8")
    return sum(file.stat().st_size for file in target.iterdir())


def packages(work: Path) -> Path:
    """What package.json names, fetched and compared with the lock: a folder `node_modules`."""
    for name in ("package.json", "package-lock.json"):
        shutil.copy(HERE / name, work)
    subprocess.run(
        ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"],
        cwd=work,
        check=True,
    )
    return work / "node_modules"
