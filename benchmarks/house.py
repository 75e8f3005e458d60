"""What the library costs: the first answer, an import, a look-up, all tables in memory.

    python benchmarks/house.py [--pairs 15] [--rounds 15]

Makes two environments in a folder of its own: one holds what the library needs and nothing else,
since pydantic looks through all that is installed; the other has pycountry and langcodes too.
Prints each figure with the limit that it should keep.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import venv
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
PEERS: Final = ("pycountry", "langcodes")

BARE: Final = "pass"
IMPORT: Final = "import mlcareerdata"
ANSWER: Final = "import mlcareerdata as mlc; mlc.role('data-scientist')"
FLOOR: Final = """
from pydantic import BaseModel
class Model(BaseModel, frozen=True):
    name: str
"""

MODELS: Final = f"""
{ANSWER}
from pydantic import BaseModel
def below(model):
    for other in model.__subclasses__():
        yield other
        yield from below(other)
print(*(m.__name__ for m in dict.fromkeys(below(BaseModel)) if "mlcareerdata" in m.__module__))
"""

MEMORY: Final = """
import tracemalloc
import mlcareerdata._registry as registry, mlcareerdata._store as store
for spec in registry.TABLES.values():
    spec.model()
tracemalloc.start()
for spec in registry.TABLES.values():
    store.rows(spec)
print(len(registry.TABLES), sum(len(store.rows(spec)) for spec in registry.TABLES.values()),
      tracemalloc.get_traced_memory()[0])
"""

CALLS: Final = """
import sys
from timeit import timeit
import langcodes, pycountry
import mlcareerdata as mlc
calls = {
    "pycountry": lambda: pycountry.countries.get(alpha_2="DE"),
    "langcodes": lambda: langcodes.Language.get("de"),
    "role(id)": lambda: mlc.role("data-scientist"),
    "role(alias)": lambda: mlc.role("ML engineer"),
    "salary_range(id)": lambda: mlc.salary_range("data-scientist"),
    "match_title": lambda: mlc.match_title("Sr. ML Engineer II (Remote)"),
}
took = {name: [] for name in calls}
for call in calls.values():
    call()
for _ in range(int(sys.argv[1])):
    for name, call in calls.items():
        took[name].append(timeit(call, number=5_000) / 5_000)
for name, times in took.items():
    print(name, min(times), sep=",")
"""


def environment(folder: Path, *packages: str) -> Path:
    """The Python of a new environment with the library and these packages."""
    venv.create(folder, with_pip=True)
    python = folder / "bin" / "python"
    install = [str(python), "-m", "pip", "install", "--quiet", str(ROOT), *packages]
    subprocess.run(install, check=True, stderr=subprocess.DEVNULL)
    return python


def run(python: Path, code: str, *arguments: str) -> str:
    command = [str(python), "-c", code, *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def seconds(python: Path, code: str) -> float:
    start = perf_counter()
    run(python, code)
    return perf_counter() - start


def pair(python: Path, what: str, code: str, floor: str, pairs: int, line: float) -> None:
    """Fresh processes in turn, so that both see the same machine; the median of their ratios."""
    for warm_up in (code, floor):  # the first writes byte code
        seconds(python, warm_up)
    took = [(seconds(python, code), seconds(python, floor)) for _ in range(pairs)]
    ours, theirs = (median(times) * 1000 for times in zip(*took, strict=True))
    ratio = median(one / other for one, other in took)
    say(what, f"{ours:.1f} ms to {theirs:.1f} ms", ratio, line)


def say(what: str, figures: str, ratio: float, line: float) -> None:
    kept = "kept" if ratio <= line else "NOT kept"
    print(f"{what:<44} {figures:<24} {ratio:5.2f}  line {line:.2f}: {kept}")


def calls(python: Path, rounds: int) -> None:
    printed = run(python, CALLS, str(rounds)).splitlines()
    took = {name: float(time) * 1e9 for name, time in (line.split(",") for line in printed)}
    floor = took.pop("pycountry")
    lines = {"role(id)": 0.7, "role(alias)": 0.7, "salary_range(id)": 1.5}
    # The best of the rounds, since other work of the machine can only make a round longer.
    print(f"\nA call, against {floor:.0f} ns for pycountry's countries.get(alpha_2=...)")
    for name, time in took.items():
        if name in lines:
            say(name, f"{time:.0f} ns", time / floor, lines[name])
        else:
            print(f"{name:<44} {time:.0f} ns")


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    ask.add_argument("--pairs", type=int, default=15, help="of fresh processes")
    ask.add_argument("--rounds", type=int, default=15, help="of 5,000 calls each")
    given = ask.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        python = environment(Path(folder, "alone"))
        print(f"Python {sys.version.split()[0]}, {given.pairs} pairs of fresh processes")
        floor = "first answer, to BaseModel and one frozen model"
        pair(python, floor, ANSWER, FLOOR, given.pairs, 1.2)
        pair(python, "import, to a bare interpreter", IMPORT, BARE, given.pairs, 1.05)
        built = run(python, MODELS).split()
        print(f"models that a first answer builds: {len(built)} ({', '.join(built)})")
        tables, records, size = map(int, run(python, MEMORY).split())
        print(f"all {tables} tables, {records:,} rows: {size / 2**20:.1f} MiB of memory")
        calls(environment(Path(folder, "peers"), *PEERS), given.rounds)


if __name__ == "__main__":
    main()
