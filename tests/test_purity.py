"""What the library does to the world: nothing, as the kernel sees it, and wherever it is installed.

`test_face.py` and `test_package.py` watch the same by Python's audit hooks.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
from collections import defaultdict
from pathlib import Path
from typing import Final
from zipfile import ZipFile

import pytest

import mlcareerdata as mlc
from mlcareerdata._registry import TABLES

PACKAGE: Final = Path(mlc.__file__).parent
STRACE: Final = shutil.which("strace")

# A call of each kind; between the marks, which the kernel sees too, is one phase each.
PROGRAM: Final = """
import os, sys
os.path.exists("/import")
import mlcareerdata as mlc
os.path.exists("/first")
{call}
os.path.exists("/later")
for _ in range(3):
    {call}
os.path.exists("/end")
"""
MARK: Final = re.compile(r'"/(import|first|later|end)"')
FILE: Final = re.compile(r'"(/[^"]*)"')
FORBIDDEN: Final = (
    *("socket", "connect", "bind", "clone", "fork", "vfork", "execve", "kill"),
    *("write", "pwrite", "mkdir", "rename", "unlink", "link", "symlink", "chmod", "truncate"),
)
CALLS: Final = {
    "mlc.role('ML engineer')": {"roles"},
    "mlc.findings(topic='demand')": {"findings"},
    "mlc.salary_range('data scientist')": {"roles", "salary_ranges"},
    "mlc.wages_near('15-2051', 'Seattle')": {"areas", "area_wages", "occupations", "roles"},
    "mlc.match_title('Sr. ML Engineer')": {name for name in TABLES if name.startswith("title_")},
}


# What pydantic itself opens when it is first used: settings of its libraries, the number of cores.
PYDANTIC: Final = (
    "import hashlib, pydantic as p; p.TypeAdapter(p.constr(pattern='a')).validate_json('\"a\"')"
)


@pytest.fixture(scope="module")
def opened_by_pydantic(tmp_path_factory: pytest.TempPathFactory) -> set[Path]:
    return _opened(_phases(PYDANTIC, tmp_path_factory.mktemp("pydantic"))["first"])


def _phases(call: str, folder: Path) -> dict[str, list[str]]:
    """The system calls of each phase of the program, one text each."""
    assert STRACE
    log = folder / "calls"
    run = [sys.executable, "-I", "-B", "-c", PROGRAM.format(call=call)]
    traced = [STRACE, "-f", "-qq", "-s", "0", "-o", str(log), *run]
    done = subprocess.run(traced, cwd=folder, capture_output=True, text=True, check=False)
    if "ptrace" in done.stderr:
        pytest.skip("this system lets no program be traced")
    assert done.returncode == 0, done.stderr
    phases: defaultdict[str, list[str]] = defaultdict(list)
    phase = "start"
    for line in log.read_text(encoding="utf-8", errors="replace").splitlines():
        found = MARK.search(line)
        if found:
            phase = found[1]
        else:
            phases[phase].append(line.partition(" ")[2].lstrip())
    return phases


def _opened(calls: list[str]) -> set[Path]:
    """What was really opened: files, not folders."""
    return {
        Path(os.path.realpath(found[1]) if not found[1].startswith("/proc") else found[1])
        for call in calls
        if call.startswith(("open", "openat")) and "ENOENT" not in call
        if "O_DIRECTORY" not in call and (found := FILE.search(call))
    }


@pytest.mark.skipif(not STRACE, reason="strace is not on this machine")
@pytest.mark.parametrize("call", CALLS)
def test_the_kernel_sees_only_what_is_needed_being_read(
    call: str, tmp_path: Path, opened_by_pydantic: set[Path]
) -> None:
    phases = _phases(call, tmp_path)
    data = PACKAGE / "data"
    pythons = {Path(sysconfig.get_path("stdlib")).resolve(), Path("/usr/lib"), Path("/lib")}
    others = Path(sysconfig.get_path("purelib")).resolve()

    # Importing: Python's own modules, and the face itself.
    for file in _opened(phases["import"]):
        own = file.name.startswith("__init__.") and PACKAGE in file.parents
        assert own or pythons & set(file.parents), f"import opens {file}"

    # The first call: modules, and the files of these tables.
    first = _opened(phases["first"]) - opened_by_pydantic
    assert {file.stem for file in first if data in file.parents} == CALLS[call]
    modules = {*pythons, others, PACKAGE}
    for file in first:
        assert modules & set(file.parents), f"the first call opens {file}"

    # Later calls: nothing but memory.
    memory = ("mmap", "munmap", "brk", "madvise", "mprotect", "mremap", "futex", "rt_sig")
    for said in phases["later"]:
        assert said.startswith(memory), said

    for name in ("import", "first", "later"):
        for said in phases[name]:
            assert not said.startswith(
                ("socket", "connect", "fork", "vfork", "execve", "write(")
            ), said
            assert not re.search(r"O_WRONLY|O_RDWR|O_CREAT", said), said


# --- Wherever it is installed, however Python is started -------------------------------------

ASKED: Final = """
import sys
import mlcareerdata as mlc
answers = [
    mlc.salary_range("ML engineer"), mlc.certs_for("AWS"), mlc.pay_in("fintech"),
    mlc.wages_near("data scientist", "Seattle"),
    mlc.match_title("Sr. ML Engineer II (Z\\u00fcrich)"),
    mlc.profile("data scientist"), mlc.checks(verdict="contradicted"),
]
try:
    mlc.role("data scintist")
except mlc.UnknownNameError as error:
    answers.append(error)
text = ascii([f"{answer} {answer!r}" for answer in answers])
sys.exit(text) if sys.stdout is None else print(text)
"""


def _asked(*options: str, **environment: str) -> str:
    env = {"PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", "/"), **environment}
    command = [sys.executable, "-B", "-P", *options, "-c", ASKED]
    done = subprocess.run(
        command, env=env, cwd="/", capture_output=True, text=True, check=False, encoding="utf-8"
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return done.stdout


@pytest.fixture(scope="module")
def usual() -> str:
    return _asked()


@pytest.mark.parametrize("options", [["-O"], ["-OO"], ["-W", "error"], ["-E"], ["-X", "dev"]])
def test_it_answers_alike_however_python_is_started(options: list[str], usual: str) -> None:
    assert _asked(*options) == usual


@pytest.mark.parametrize(
    "environment",
    [
        {"HOME": "/nowhere", "USER": "", "LOGNAME": ""},
        {"LC_ALL": "C", "PYTHONUTF8": "0"},
        {"LC_ALL": "C.UTF-8", "LANG": "tr_TR.UTF-8"},
        {"PYTHONIOENCODING": "latin-1"},
        {"COLUMNS": "7", "TZ": "Pacific/Kiritimati"},
        {"PYTHONHASHSEED": "1"},
        {"PYTHONHASHSEED": "2"},
    ],
)
def test_it_answers_alike_in_any_environment(environment: dict[str, str], usual: str) -> None:
    assert _asked(**environment) == usual


def test_it_answers_alike_with_standard_output_closed(usual: str) -> None:
    command = ["sh", "-c", 'exec "$0" -B -P -c "$1" >&-', sys.executable, ASKED]
    done = subprocess.run(command, cwd="/", capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (1, usual), "what `sys.exit` was given"


def test_it_answers_alike_from_a_folder_that_nobody_may_write(tmp_path: Path, usual: str) -> None:
    """As `pip install --target` leaves it, but read only."""
    target = tmp_path / "target"
    shutil.copytree(PACKAGE, target / "mlcareerdata", ignore=shutil.ignore_patterns("__pycache__"))
    files = sorted(target.rglob("*"), reverse=True)
    for file in files:
        file.chmod(0o555 if file.is_dir() else 0o444)
    target.chmod(0o555)
    try:
        before = {file: file.stat().st_mtime_ns for file in target.rglob("*")}
        assert _asked(PYTHONPATH=str(target)) == usual
        assert {file: file.stat().st_mtime_ns for file in target.rglob("*")} == before
    finally:
        for file in (target, *target.rglob("*")):
            file.chmod(0o755)


def test_it_answers_alike_from_a_zip(tmp_path: Path, usual: str) -> None:
    archive = tmp_path / "library.zip"
    with ZipFile(archive, "w") as content:
        for file in PACKAGE.rglob("*"):
            if file.is_file() and "__pycache__" not in file.parts:
                content.write(file, Path("mlcareerdata") / file.relative_to(PACKAGE))
    assert _asked(PYTHONPATH=str(archive)) == usual


@pytest.mark.parametrize("place", [0.2, 0.4, 0.6, 0.8])
def test_a_damaged_zip_is_damage(tmp_path: Path, place: float) -> None:
    """Bytes of one data file, compressed, are overwritten in the archive."""
    archive = tmp_path / "library.zip"
    with ZipFile(archive, "w") as content:
        for file in PACKAGE.rglob("*"):
            if file.is_file() and "__pycache__" not in file.parts:
                kind = 8 if file.name == "area_wages.json" else 0  # deflated, or as it is
                content.write(file, Path("mlcareerdata") / file.relative_to(PACKAGE), kind)
        info = content.getinfo("mlcareerdata/data/area_wages.json")
    at = info.header_offset + 100 + int(place * (info.compress_size - 200))
    damaged = bytearray(archive.read_bytes())
    damaged[at : at + 20] = b"\xff" * 20
    archive.write_bytes(damaged)
    code = "import mlcareerdata as mlc; print(len(mlc.roles())); mlc.area_wages()"
    env = {**os.environ, "PYTHONPATH": str(archive)}
    done = subprocess.run(
        [sys.executable, "-B", "-P", "-c", code],
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout == "9\n", done.stderr
    assert "DataIntegrityError: area_wages.json" in done.stderr
