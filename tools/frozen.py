"""Packs a program into one file with PyInstaller, without any option, and runs that file.

    python tools/frozen.py

It makes an environment for that: PyInstaller packs whatever the library could use and finds
installed, and in the environment of the tests that would be three dataframe libraries.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import venv
from pathlib import Path
from typing import Final

from derived import ROOT

# Whatever is fetched on demand: names, models, the file of each table.
PROGRAM: Final = """
import mlcareerdata as mlc
import mlcareerdata._registry as registry, mlcareerdata._store as store

for name in mlc.__all__:
    getattr(mlc, name)
for name in mlc.models.__all__:
    getattr(mlc.models, name)
print({name: len(store.rows(spec)) for name, spec in registry.TABLES.items()})
print(mlc.profile("data scientist"), mlc.match_title("Sr. ML Engineer II (Remote)"))
"""


def run(*command: str | Path, folder: Path) -> str:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{command[0]} failed:\n{done.stdout}{done.stderr}")
    return done.stdout


def main() -> int:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        venv.create(folder / "env", with_pip=True)
        python = folder / "env" / "bin" / "python"
        run(python, "-m", "pip", "install", "--quiet", "pyinstaller>=6", ROOT, folder=folder)
        program = folder / "program.py"
        program.write_text(PROGRAM, encoding="utf-8")
        wanted = run(python, program, folder=folder)
        run(python, "-m", "PyInstaller", "--onefile", program, folder=folder)
        packed = folder / "dist" / "program"
        size = packed.stat().st_size / 2**20
        empty = folder / "empty"
        empty.mkdir()
        found = run(packed, folder=empty)
    print(
        f"PyInstaller, one file of {size:.0f} MiB: answers {'as' if found == wanted else 'NOT as'}"
        " the library as installed"
    )
    return 0 if found == wanted else 1


if __name__ == "__main__":
    sys.exit(main())
