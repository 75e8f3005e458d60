"""Whether the tests can fail: change one thing in the package, and see if a test notices.

    python tools/mutants.py code --count 200 --seed 1
    python tools/mutants.py data --count 60 --seed 1
    python tools/mutants.py code --only _text.py --count 30 --list   # only say what it would try

A sample of all possible changes, the same for the same seed, is tried in copies of the repository,
so that nothing here is touched. The tests next to the changed file come first, since one failure
is enough; a change that they let pass is tried on many more tests. A run that takes too long
counts as noticed: the change made it endless. What counts is the time of the processor, which other
work on the machine does not lengthen. What no test noticed is printed with its lines.

Of data the digests of released files would notice everything, and say nothing of the other tests;
so these run without them (and without the tests of how a file is laid out).

Other tools for this change code alone, draw no sample by a seed, or cannot be told which tests
belong to which file.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import signal
import sys
import traceback
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from importlib import import_module
from multiprocessing import get_context
from pathlib import Path
from queue import Queue
from random import Random
from tempfile import TemporaryDirectory
from time import monotonic, sleep
from typing import Final

import pytest

from derived import PACKAGE, ROOT
from mutating import Mutant, code, data

MODULES: Final = (
    *("_store.py", "_files.py", "_registry.py", "_lookup", "_text.py", "_titles", "_table.py"),
    *("_columns.py", "errors.py"),
)
COPIED: Final = ("src", "tests", "tools", "docs", "benchmarks", "pyproject.toml", "README.md")
COPIED_TOO: Final = ("CHANGELOG.md", "CITATION.cff", "LICENSE")

# Tests by the names of their files, without "test_". First those next to a file, by the beginning
# of its name; then those that are tried where these pass.
_OF_FACTS: Final = (
    *("typed", "data_article", "data_pay", "data_prose", "data_claims"),
    *("data_certificates", "data_occupations", "data_technologies", "data_areas", "data_rules"),
)
_OF_TITLES: Final = ("titles", "titles_tables", "titles_patterns", "titles_batch")
_OF_NAMES: Final = ("messages", "lookup", "places")
NEAR: Final[dict[str, tuple[str, ...]]] = {
    "_store": (*_OF_NAMES, "store"),
    "_files": ("messages", "store"),
    "_registry": (*_OF_NAMES, "errors", "store", "data_rules"),
    "_lookup": (*_OF_NAMES, "data_claims", "data_certificates", "face", "main"),
    "_text": ("messages", "text", "lookup"),
    "_titles": ("messages", *_OF_TITLES),
    "_table": ("messages", "table", "small_promises"),
    "_columns": ("messages", "table", "in_dataframes"),
    "errors": ("messages", "errors", "lookup"),
    "title_": _OF_TITLES,
    "": _OF_FACTS,
}
_ALL: Final = (
    *(*_OF_NAMES, "small_promises", "pay_recipes", "profile", "main", "compare", "cite"),
    *(*_OF_TITLES, "titles_laws", "regressions"),
)
FAR: Final = {
    "code": (
        *("data_claims", "data_certificates", "face", "conditions", "titles_laws", "data_rules"),
        *(*_ALL, "errors", "text", "fields", "reading", "table", "store", "data_areas", "frames"),
        *(
            "data_technologies",
            "in_pandas",
            "in_pydantic",
            "in_dataframes",
            "records",
            "damage",
            "purity",
            "interruption",
        ),
    ),
    "data": (*_ALL, "cards", "data_cite"),
}
QUIET: Final = ("-W", "ignore::pytest.PytestAssertRewriteWarning")  # of what is loaded already
CHOSEN: Final = {
    "code": "not the_kernel_sees",  # it starts a Python that finds no copy
    "data": "not canonically and not as_derived",  # like the digests
}
LOADED: Final = ("hypothesis", "pandas", "pyarrow", "pydantic")  # once, for all runs
LONGEST: Final = {"near": 180, "far": 600}  # seconds of the processor
WAITING: Final = 6  # times as long, by the clock, for what waits for ever and takes no time

Tried = tuple[Mutant, str]


def sample(kind: str, count: int, seed: int, only: str) -> list[Mutant]:
    """So many mutants of the files whose name has `only` in it."""
    random = Random(seed)  # noqa: S311  # a sample, no secret
    if kind == "code":
        files = [f for name in MODULES for f in _modules(PACKAGE / name) if only in str(f)]
        found = [m for f in files for m in code.mutants(_name(f), f.read_text(encoding="utf-8"))]
        return sorted(random.sample(found, min(count, len(found))), key=found.index)
    files = sorted(f for f in (PACKAGE / "data").glob("*.json") if only in f.name)
    random.shuffle(files)  # each file as often as any other, however long it is
    counts = [count // len(files) + (at < count % len(files)) for at in range(len(files))]
    return [
        mutant
        for file, share in zip(files, counts, strict=True)
        for mutant in data.mutants(_name(file), file.read_text(encoding="utf-8"), share, random)
    ]


def _modules(place: Path) -> list[Path]:
    return sorted(place.glob("*.py")) if place.is_dir() else [place]


def _name(file: Path) -> str:
    return str(file.relative_to(ROOT))


def noticed(mutant: Mutant, folder: Path, kind: str, near_only: bool) -> str:
    """What noticed the change, made in that copy of the repository; ``""`` if nothing did."""
    file = folder / mutant.file
    file.write_text(mutant.after, encoding="utf-8")
    try:
        inside = mutant.file.removeprefix("src/mlcareerdata/").removeprefix("data/")
        near = next(tests for start, tests in NEAR.items() if inside.startswith(start))
        far = [name for name in dict.fromkeys(FAR[kind]) if name not in near]
        chosen = CHOSEN[kind]
        found = run(near, chosen, folder, LONGEST["near"])
        return found or ("" if near_only else run(far, chosen, folder, LONGEST["far"]))
    finally:
        file.write_text(mutant.before, encoding="utf-8")


def run(tests: Sequence[str], chosen: str, folder: Path, seconds: int) -> str:
    """The first test that fails; ``""`` if none does."""
    said = folder / "said.txt"
    child = os.fork()  # pytest and what it needs are loaded, which takes longer than most tests
    if not child:
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, 2 * seconds))
        os._exit(_test(tests, chosen, folder, said))
    until = monotonic() + seconds * WAITING
    while (ended := os.waitpid(child, os.WNOHANG))[0] == 0:
        if monotonic() > until:
            os.killpg(child, signal.SIGKILL)
            os.waitpid(child, 0)
            return f"more than {seconds * WAITING} seconds"
        sleep(0.05)
    if ended[1] == 0:
        return ""
    if os.WIFSIGNALED(ended[1]):
        by = signal.Signals(os.WTERMSIG(ended[1]))
        return f"more than {seconds} seconds" if by == signal.SIGXCPU else f"ended by {by.name}"
    lines = said.read_text(encoding="utf-8", errors="replace").splitlines()
    failed = [line for line in lines if line.startswith(("FAILED", "ERROR"))]
    return failed[0].split(" - ")[0] if failed else "pytest did not begin"


def _test(tests: Sequence[str], chosen: str, folder: Path, said: Path) -> int:
    """Run the tests in this process, on the copy."""
    try:
        os.setsid()  # so that what the tests start can be ended with them
        os.chdir(folder)
        os.dup2(os.open(said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), 1)
        os.dup2(1, 2)
        os.environ |= {"PYTHONPATH": str(folder / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
        sys.path[0] = str(folder / "src")  # where this file stood
        for name in [name for name in sys.modules if name.split(".")[0] in ("derived", "mutating")]:
            del sys.modules[name]
        files = [f"tests/test_{name}.py" for name in tests]
        options = ["-x", "-p", "no:cacheprovider", "--tb=no", "-rfE", *QUIET, "-k", chosen]
        return int(pytest.main([*options, *files]))
    except BaseException:  # whatever it is, this process must not go on as its parent would
        traceback.print_exc()
        sys.stderr.flush()
        return 99


def tried(mutants: Sequence[Mutant], kind: str, workers: int, near_only: bool) -> Iterator[Tried]:
    """Each mutant, and what noticed it, in the order of the list."""
    for name in LOADED:
        import_module(name)
    fork = get_context("fork")
    with TemporaryDirectory() as above, fork.Manager() as manager:
        folders = manager.Queue()
        for at in range(workers):
            folders.put(copied(Path(above) / str(at)))
        with ProcessPoolExecutor(workers, fork) as pool:
            noticed_by = pool.map(partial(_try, folders, kind, near_only), mutants)
            yield from zip(mutants, noticed_by, strict=True)


def _try(folders: Queue[Path], kind: str, near_only: bool, mutant: Mutant) -> str:
    folder = folders.get()
    try:
        return noticed(mutant, folder, kind, near_only)
    finally:
        folders.put(folder)


def unchanged(kind: str) -> str:
    """What fails on a copy without any change, and would so notice every change; ``""`` if none."""
    with TemporaryDirectory() as above:
        return run(FAR[kind], CHOSEN[kind], copied(Path(above) / "unchanged"), LONGEST["far"])


def copied(folder: Path) -> Path:
    """A copy of what the tests need."""
    folder.mkdir()
    for name in (*COPIED, *COPIED_TOO):
        there = ROOT / name
        if there.is_dir():
            skipped = shutil.ignore_patterns("__pycache__", "node_modules", ".*")
            shutil.copytree(there, folder / name, ignore=skipped)
        else:
            shutil.copy(there, folder / name)
    return folder


def main() -> int:
    ask = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    ask.add_argument("kind", choices=("code", "data"))
    ask.add_argument("--count", type=int, default=200)
    ask.add_argument("--seed", type=int, default=1)
    ask.add_argument("--only", default="", help="part of a file's name")
    ask.add_argument("--workers", type=int, default=2)
    ask.add_argument("--near", action="store_true", help="try only the tests next to the file")
    ask.add_argument("--list", action="store_true", help="say which, and try none")
    given = ask.parse_args()
    mutants = sample(given.kind, given.count, given.seed, given.only)
    if given.list:
        print("\n".join(f"{mutant}\n{mutant.diff()}" for mutant in mutants))
        return 0
    if not given.near and (failed := unchanged(given.kind)):
        ask.error(f"without any change there is already: {failed}")
    alive: list[Mutant] = []
    for mutant, by in tried(mutants, given.kind, given.workers, given.near):
        print(f"{mutant}: {by or 'NOT NOTICED'}", flush=True)
        if not by:
            print(mutant.diff(), flush=True)
            alive.append(mutant)
    share = 1 - len(alive) / len(mutants)
    print(f"{len(mutants)} {given.kind} mutants, seed {given.seed}: {share:.1%} noticed")
    return 1 if alive else 0


if __name__ == "__main__":
    sys.exit(main())
