"""The tests elsewhere: other versions of Python and of what is depended on, other ways to start.

    nox -f tools/noxfile.py                  all of it
    nox -f tools/noxfile.py -s lowest        one session
    nox -f tools/noxfile.py -s tests-3.13    one version of Python

A Python that is not on the machine is skipped, and nox says so. The library in a browser is tested
by tests/in_browser.
"""

from __future__ import annotations

import tarfile
from pathlib import Path

import nox

ROOT = Path(__file__).resolve().parent.parent
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
OLDEST = PYTHONS[0]
SERVER = (
    "tests/test_in_language_models.py",
    "tests/test_docs.py::test_examples_of_page[how-to-give-it-to-a-language-model.md]",
)

nox.options.envdir = str(ROOT / "build/nox")
nox.options.default_venv_backend = "uv|virtualenv"
nox.options.error_on_missing_interpreters = False
nox.options.reuse_existing_virtualenvs = True


def install(session: nox.Session, *more: str) -> None:
    """Install the project, from its own folder: nox starts in the folder of this file."""
    session.chdir(ROOT)
    session.install(*more, "-e", ".[dev]")


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """The newest of everything."""
    install(session)
    session.run("python", "-m", "pytest", *session.posargs)


@nox.session(python=OLDEST, venv_backend="uv")
def lowest(session: nox.Session) -> None:
    """The oldest versions that pyproject.toml allows.

    `mcp` asks for a newer pydantic than we do. So it is left out at first, and what needs it is
    tested after the rest.
    """
    without = Path(session.create_tmp()).resolve() / "without.txt"
    without.write_text("mcp; python_version < '3'", encoding="utf-8")
    oldest = ("--resolution", "lowest-direct")
    install(session, "--override", str(without), *oldest)
    rest = (f"--ignore={SERVER[0]}", f"--deselect={SERVER[1]}")
    session.run("python", "-m", "pytest", *rest, *session.posargs)
    install(session, *oldest)
    session.run("python", "-m", "pytest", *SERVER)


@nox.session(python=OLDEST)
def locale(session: nox.Session) -> None:
    """A system without UTF-8."""
    install(session)
    session.run(
        *("python", "-m", "pytest", *session.posargs), env={"LC_ALL": "C", "PYTHONUTF8": "0"}
    )


@nox.session(python=OLDEST)
def parallel(session: nox.Session) -> None:
    """In several processes, in any order."""
    install(session, "pytest-randomly")
    session.run("python", "-m", "pytest", "-n", "2", *session.posargs)


@nox.session(python=OLDEST)
def sdist(session: nox.Session) -> None:
    """The tests of the sdist, in the folder that it unpacks to."""
    session.chdir(ROOT)
    session.install("hatchling")
    folder = Path(session.create_tmp()).resolve()
    session.run("python", "-m", "hatchling", "build", "-t", "sdist", "-d", str(folder))
    (archive,) = folder.glob("*.tar.gz")
    with tarfile.open(archive) as content:
        content.extractall(folder, filter="data")
    session.chdir(folder / archive.name.removesuffix(".tar.gz"))
    session.install("-e", ".[dev]")
    session.run("python", "-m", "pytest", *session.posargs)
