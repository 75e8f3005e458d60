"""How long a name or a title of ten megabytes takes, and how much longer than one of one megabyte.

    python benchmarks/hostile.py

Linear is a factor of ten. tests/test_hostile.py has the same texts and does not look at the clock.
"""

from __future__ import annotations

import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Final

sys.path.append(str(Path(__file__).parent.parent / "tests"))  # its texts, its questions

from test_hostile import ASKS, LONG, RUNS

SHORT: Final = 1_000_000


def seconds(call: str, text: str) -> float:
    """The least of three tries."""
    tries: list[float] = []
    for _ in range(3):
        start = time.perf_counter()
        with suppress(LookupError, ValueError):
            ASKS[call](text)
        tries.append(time.perf_counter() - start)
    return min(tries)


def main() -> None:
    print(f"{'':<20} {'':<20} {'10 MB':>9}  times 1 MB")
    for call in LONG:
        for kind, run in RUNS.items():
            short = run * (SHORT // len(run))
            once, ten = seconds(call, short), seconds(call, short * 10)
            print(f"{call:<20} {kind:<20} {ten * 1000:7.0f} ms  {ten / once:10.1f}")


if __name__ == "__main__":
    main()
