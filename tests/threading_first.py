"""Sixteen threads, set off by a barrier, that ask first of all in a fresh process, table by table.

    python tests/threading_first.py [--tries 100]

All of them must get the same objects, and none an error or half a module.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Barrier
from types import ModuleType
from typing import Final

THREADS: Final = 16


def attempt(tables: list[str]) -> None:
    """In this process, which must be fresh: each table, then a title, first asked for by all."""
    import mlcareerdata as mlc

    sys.setswitchinterval(1e-6)  # threads take turns as often as they can
    for name in tables:
        found = at_once(partial(_asked, mlc, name))
        if not all(other is found[0] for other in found):
            raise SystemExit(f"{name}(): not one object for all threads")
    if len(set(at_once(lambda: mlc.match_title("Sr. ML Engineer II (Remote)")))) != 1:
        raise SystemExit("match_title: not one answer for all threads")


def _asked(library: ModuleType, name: str) -> object:
    """A table; its function is found by the thread, since the face is lazy too."""
    return getattr(library, name)()


def at_once(use: Callable[[], object]) -> list[object]:
    """What each of the threads gets; none begins before all are there."""
    start = Barrier(THREADS)

    def ask(_: int) -> object:
        start.wait(60)
        return use()

    with ThreadPoolExecutor(THREADS) as pool:
        return list(pool.map(ask, range(THREADS)))


def main() -> int:
    ask = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    ask.add_argument("--tries", type=int, default=100, help="fresh processes")
    ask.add_argument("--tables", nargs="+", help="one try, with these")
    given = ask.parse_args()
    if given.tables:
        attempt(given.tables)
        return 0
    from mlcareerdata._registry import FACTS  # not in a process that has to be fresh

    failed = 0
    names = list(FACTS)
    for first in range(given.tries):
        tables = names[first % len(names) :] + names[: first % len(names)]  # each comes first once
        command = [sys.executable, __file__, "--tables", *tables]
        done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
        if done.returncode:
            failed += 1
            print(done.stderr)
    print(f"{given.tries - failed} of {given.tries} processes went well")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
