"""Wheel and sdist hold what they must; the wheel works from a zip and in a packed program."""

from __future__ import annotations

import os
import pkgutil
import runpy
import subprocess
import sys
import tarfile
from email.parser import Parser
from pathlib import Path
from zipfile import ZipFile

import pytest

import mlcareerdata as mlc
from mlcareerdata import __pyinstaller as pyinstaller

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "mlcareerdata"


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _built("wheel", tmp_path_factory.mktemp("wheel"))


def _built(target: str, folder: Path) -> Path:
    """A wheel or an sdist, built by the backend itself, without a network."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", target, "-d", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    (built,) = folder.iterdir()
    return built


def _names(wheel: Path) -> set[str]:
    with ZipFile(wheel) as content:
        return set(content.namelist())


def _metadata(wheel: Path) -> str:
    with ZipFile(wheel) as content:
        (name,) = (name for name in content.namelist() if name.endswith(".dist-info/METADATA"))
        return content.read(name).decode()


def test_the_wheel_holds_the_whole_package(wheel: Path) -> None:
    names = _names(wheel)
    wanted = [path for pattern in ("*.py", "*.json", "*.md") for path in SOURCE.rglob(pattern)]
    assert len([path for path in wanted if path.suffix == ".json"]) > 1
    for path in (*wanted, SOURCE / "py.typed", SOURCE / "data" / "README.md"):
        assert f"mlcareerdata/{path.relative_to(SOURCE).as_posix()}" in names


def test_the_wheel_holds_the_files_as_they_are(wheel: Path) -> None:
    with ZipFile(wheel) as content:
        for path in (SOURCE / "data").iterdir():
            assert content.read(f"mlcareerdata/data/{path.name}") == path.read_bytes()


def test_the_wheel_holds_nothing_else(wheel: Path) -> None:
    dist_info = f"mlcareerdata-{mlc.__version__}.dist-info"
    for name in _names(wheel):
        assert name.split("/")[0] in ("mlcareerdata", dist_info), name
        assert not name.endswith((".pyc", ".orig", "~")), name
    licences = [name for name in _names(wheel) if name.startswith(f"{dist_info}/licenses/")]
    assert licences == [f"{dist_info}/licenses/LICENSE"]


def test_the_wheel_asks_for_what_it_needs(wheel: Path) -> None:
    metadata = Parser().parsestr(_metadata(wheel))
    assert metadata["Name"] == "mlcareerdata"
    assert metadata["Version"] == mlc.__version__
    assert metadata["Requires-Python"] == ">=3.11"
    needs = [str(line) for line in metadata.get_all("Requires-Dist", [])]
    needed = {line.split(">=")[0] for line in needs if "extra ==" not in line}
    assert needed == {"importlib-resources", "pydantic", "typing-extensions"}
    assert all(">=" in line for line in needs if "mlcareerdata" not in line), "no lower bound"
    extras = {str(line) for line in metadata.get_all("Provides-Extra", [])}
    assert extras >= {"arrow", "dev", "pandas", "polars"}


def test_the_sdist_holds_what_its_tests_need(tmp_path: Path) -> None:
    with tarfile.open(_built("sdist", tmp_path)) as content:
        names = {member.name.partition("/")[2] for member in content if member.isfile()}
    folders = (".ci", "benchmarks", "docs", "src", "tests", "tools")
    wanted = [path for folder in folders for path in (ROOT / folder).rglob("*") if path.is_file()]
    wanted += [path for path in ROOT.iterdir() if path.suffix in (".md", ".toml", ".cff")]
    wanted = [path for path in wanted if path.suffix != ".pyc"]
    assert len(wanted) > 100
    absent = {path.relative_to(ROOT).as_posix() for path in [*wanted, ROOT / "LICENSE"]} - names
    assert not absent, "say so in pyproject.toml, under sdist"


# --- Frozen ----------------------------------------------------------------------------------


def test_pyinstaller_is_told_where_the_hook_is(wheel: Path) -> None:
    with ZipFile(wheel) as content:
        (name,) = (name for name in content.namelist() if name.endswith("entry_points.txt"))
        text = content.read(name).decode()
    assert text.split() == [
        "[pyinstaller40]",
        *("hook-dirs", "=", "mlcareerdata.__pyinstaller:get_hook_dirs"),
    ]
    (folder,) = pyinstaller.get_hook_dirs()
    assert [file.name for file in Path(folder).glob("hook-*.py")] == ["hook-mlcareerdata.py"]


def test_the_hook_names_all_data_and_every_module() -> None:
    """`python tools/frozen.py`, which CI runs, packs a program by it."""
    hook = runpy.run_path(str(SOURCE / "__pyinstaller" / "hook-mlcareerdata.py"))
    ((data, place),) = hook["datas"]
    assert (Path(data), place) == (SOURCE / "data", "mlcareerdata/data")
    assert {"mlcareerdata._titles.rows", "mlcareerdata.frames"} <= set(hook["hiddenimports"])
    private = ("mlcareerdata.__main__", "mlcareerdata.__pyinstaller")
    wanted = [
        module.name
        for module in pkgutil.walk_packages(mlc.__path__, "mlcareerdata.")
        if not module.ispkg and not module.name.startswith(private)
    ]
    assert sorted(hook["hiddenimports"]) == sorted(wanted)


# --- From a zip ------------------------------------------------------------------------------

FROM_A_ZIP = """
import os, sys
import mlcareerdata as mlc
import mlcareerdata._store as store
from mlcareerdata._registry import FACTS
assert {zip!r} in mlc.__file__, mlc.__file__
for name in mlc.__all__:
    getattr(mlc, name)

written = []
def watch(event, args):
    if event == "open" and (args[2] or 0) & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
        written.append(args[0])
    if event in ("os.mkdir", "os.rename", "os.remove", "os.link", "os.symlink", "os.truncate"):
        written.append((event, args))
sys.addaudithook(watch)

for name, table in FACTS.items():
    records = getattr(mlc, name)()
    assert len(records)
    for record in records:
        mlc.cite(record)
    if table.one:
        assert getattr(mlc, table.one)(store.ids(table)[0]) is records[0]
print(mlc.salary_range("ML engineer"))
assert written == [], written
"""


def _from_zip(archive: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "PYTHONPATH": str(archive)}
    command = [sys.executable, "-B", "-P", "-W", "error", *arguments]
    return subprocess.run(
        command, env=env, cwd=archive.parent, capture_output=True, text=True, check=False
    )


def test_the_library_works_from_a_zip_and_writes_nothing(wheel: Path, tmp_path: Path) -> None:
    archive = tmp_path / "library.zip"
    archive.write_bytes(wheel.read_bytes())
    before = archive.stat()
    done = _from_zip(archive, "-c", FROM_A_ZIP.format(zip=str(archive)))
    assert done.returncode == 0, done.stderr
    assert done.stdout == f"{mlc.salary_range('ML engineer')}\n"
    assert list(tmp_path.iterdir()) == [archive]
    assert archive.stat().st_mtime_ns == before.st_mtime_ns


def test_the_command_works_from_a_zip(wheel: Path, tmp_path: Path) -> None:
    archive = tmp_path / "library.zip"
    archive.write_bytes(wheel.read_bytes())
    done = _from_zip(archive, "-m", "mlcareerdata", "ML", "engineer")
    assert done.returncode == 0, done.stderr
    assert str(mlc.salary_range("ML engineer")) in done.stdout


def test_a_file_missing_from_a_zip_is_said_so(wheel: Path, tmp_path: Path) -> None:
    archive = tmp_path / "library.zip"
    with ZipFile(wheel) as whole, ZipFile(archive, "w") as part:
        for name in whole.namelist():
            if not name.endswith("data/roles.json"):
                part.writestr(name, whole.read(name))
    done = _from_zip(archive, "-c", "import mlcareerdata as mlc; mlc.role('ML engineer')")
    assert "DataIntegrityError: roles.json: the file is missing" in done.stderr
