"""How the number of master's graduates in computer science grew: NSB-2023-32, table SHED-13.

    python tools/graduates.py PATH.csv            the figures
    python tools/graduates.py PATH.csv --check    exit 1 if the check quotes other figures

The file has the degrees of 2012 to 2021 by field, sex, citizenship, race and ethnicity, as the
National Center for Science and Engineering Statistics publishes them. The rows of computer and
information sciences are added up for each year. From these sums come the growth from year to year
and the geometric mean growth over the nine years.
"""

from __future__ import annotations

import sys
from collections.abc import Collection, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Final

from dataset import CHECK, DataSet, Row, command
from evidence import Quotes, tell

DATA: Final = DataSet(
    "table SHED-13 of NSB-2023-32",
    "2e919bdab4f3e04ed24695d286e203fd6d497391d9dc65d357e3af68d9d460d5",
)
FIELD: Final = "Computer and information sciences"
CITIZENS: Final = "U.S. citizen or permanent resident"
YEARS: Final = tuple(map(str, range(2012, 2022)))
CLAIMED: Final = 12.0  # percent a year


def quotes(rows: Sequence[Row]) -> Quotes:
    """First and last sum, mean growth, falls, and what grew faster than claimed."""
    ours = [row for row in rows if row["broad_field"] == FIELD]
    every = sums(ours)
    citizens = sums([row for row in ours if row["citizenship"] == CITIZENS])
    mean = 100 * ((every[-1] / every[0]) ** (1 / (len(YEARS) - 1)) - 1)
    strong = [rate for rate in growth(every) if rate < 0 or rate > CLAIMED]
    strong += [rate for rate in growth(citizens) if rate > CLAIMED]
    figures = (f"{every[0]:,}", f"{every[-1]:,}", f"{mean:.1f}")
    return {
        "findings/growth-in-graduates": (*figures, *(f"{abs(rate):.1f}" for rate in strong)),
    }


def sums(rows: Sequence[Row]) -> list[int]:
    """The graduates of each year."""
    return [sum(int(row[year]) for row in rows) for year in YEARS]


def growth(counts: Sequence[int]) -> list[float]:
    """The growth from each year to the next, in percent."""
    return [100 * (after / before - 1) for before, after in pairwise(counts)]


def answer(path: Path, flags: Collection[str]) -> int:
    """0 if all went well, 1 if the check quotes other figures."""
    return tell(quotes(DATA.read(path)), "check" in flags)


main: Final = command(
    "graduates",
    "Growth in master's graduates in computer science.",
    "table SHED-13, a CSV file",
    answer,
    check=CHECK,
)

if __name__ == "__main__":
    sys.exit(main())
