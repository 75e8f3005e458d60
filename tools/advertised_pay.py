"""Advertised entry-level pay by role, computed from the aijobs.net salaries (CC0 1.0).

    python tools/advertised_pay.py PATH.csv             the records, as JSON
    python tools/advertised_pay.py PATH.csv --counts    every role, also those with too few ranges
    python tools/advertised_pay.py PATH.csv --check     exit 1 if the library ships other records

Each row of the file has one salary, but most advertisements are in it as two neighbouring rows that
differ only in salary: the two ends of the advertised range. The rules, in the order in which
they are applied:

1. Pair, on the whole file as it stands. Neighbouring rows that agree in every column but the
   salary form a run. A run is read two rows at a time, first with second, third with fourth.
   Two rows with different salaries are one range; the smaller salary is its low end.
2. Leave out what is not a range: two equal salaries, and the last row of a run of odd length (so
   of three rows the third, and a row on its own). A single figure has no two ends. (If they
   counted as ranges of no width, no shipped median of midpoints would move by more than $2,000.)
3. Filter. Entry level (EN), full time (FT), salary in US dollars, resident in the United
   States, work year 2023 to 2025, and a title that TITLES (in advertised_titles.py) gives to one
   of the nine roles.
4. Drop repeats. Ranges that agree in every column and in both ends count once. The file names
   no employer, so two employers with the same range cannot be told from one listed twice.
5. Take medians, for each role with at least MINIMUM ranges: of the low ends, of the high ends,
   and of the midpoints. Of two middle values it is their mean. It is computed exactly; only if
   it is not a whole dollar is it rounded, to the nearest, and a half to the even one.

Why pairs come before unique rows. Different ranges often share an end. Dropping repeated rows
first takes that end from the later range and leaves its other end alone, or next to another's.
In the version of 2025-01-19 that would leave 355 ranges of data analysts instead of 710, some of
them never advertised. As the rules read it, the higher end comes first in all but two of its
35,703 pairs (half would be expected by chance), so the pairs are real and the step is right.

Why the filter comes after the pairs. Taking rows out first would make neighbours of rows that are
not. Every column that is filtered on is the same in both rows of a pair, so a range passes or fails
as a whole. In the version of 2025-01-19 both orders give the same ranges, but only by luck: with
one title fewer in TITLES (Business Intelligence Data Analyst), filtering first would
pair a data scientist's lone 24,000 with the upper end of somebody else's 115,360 to 151,410.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import groupby
from pathlib import Path
from statistics import median
from typing import NamedTuple, get_args

from advertised_titles import TITLES
from dataset import BadInputError
from mlcareerdata.ids import RoleId
from shipped import Pay, answer

MINIMUM = 30  # Medians of fewer ranges are too unsteady to rely on.
YEARS = ("2023", "2024", "2025")
SOURCE = "aijobs-2025"
CITATION_NOTE = (
    "Computed by tools/advertised_pay.py, in this order: neighbouring rows that differ only in "
    "salary merged into ranges, ranges filtered, exact repeats dropped, medians taken."
)

ROLES: tuple[RoleId, ...] = get_args(RoleId)


class Ad(NamedTuple):
    """The columns in which both rows of a range agree: all but the salary.

    The data set's `salary_in_usd` is not read: in US dollars it is the salary again.
    """

    work_year: str
    experience_level: str
    employment_type: str
    job_title: str
    salary_currency: str
    employee_residence: str
    remote_ratio: str
    company_location: str
    company_size: str


class Row(NamedTuple):
    """One line of the file."""

    ad: Ad
    salary: int


class PayRange(NamedTuple):
    """Two rows merged: one advertised range."""

    ad: Ad
    low: int
    high: int


class Medians(NamedTuple):
    """Whole US dollars."""

    low: int
    high: int
    middle: int


def read_rows(path: Path) -> list[Row]:
    """Every row of the file, in its order. Columns that are not used are ignored."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(_parse(csv.reader(file, strict=True)))
    except OSError as error:
        raise BadInputError(f"cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise BadInputError("is not UTF-8 text; save it as UTF-8") from error
    except csv.Error as error:
        raise BadInputError(f"is not a CSV file: {error}") from error
    if not rows:
        raise BadInputError("has a header but no rows")
    return rows


def _parse(lines: Iterator[list[str]]) -> Iterator[Row]:
    header = next(lines, None)
    if header is None:
        raise BadInputError("is empty")
    wanted = (*Ad._fields, "salary")
    missing = [name for name in wanted if name not in header]
    if missing:
        raise BadInputError(f"lacks the column {', '.join(missing)}")
    columns = [header.index(name) for name in wanted]
    for number, line in enumerate(lines, start=1):
        if len(line) != len(header):
            raise BadInputError(
                f"data row {number} has {len(line)} fields, the header {len(header)}"
            )
        *ad, salary = (line[column] for column in columns)
        yield Row(Ad(*ad), _dollars(salary, number))


def _dollars(text: str, number: int) -> int:
    # Not int() alone: it would take " 1_000 " and "-5" as well.
    if not re.fullmatch("[1-9][0-9]{0,11}", text):
        raise BadInputError(f"data row {number}: salary {text!r} is not a whole number above zero")
    return int(text)


def merge_pairs(rows: Iterable[Row]) -> Iterator[PayRange]:
    """Rules 1 and 2: neighbouring rows that differ only in salary, two by two."""
    for ad, run in groupby(rows, key=lambda row: row.ad):
        salaries = [row.salary for row in run]
        # The shorter slice ends the zip: the last of an odd run is left out.
        for first, second in zip(salaries[::2], salaries[1::2], strict=False):
            if first != second:
                yield PayRange(ad, min(first, second), max(first, second))


def qualifies(ad: Ad) -> bool:
    """Rule 3."""
    return (
        ad.experience_level == "EN"
        and ad.employment_type == "FT"
        and ad.salary_currency == "USD"
        and ad.employee_residence == "US"
        and ad.work_year in YEARS
        and ad.job_title in TITLES
    )


def ranges_by_role(rows: Iterable[Row]) -> dict[str, list[PayRange]]:
    """Rules 1 to 4: all nine roles, in order, each with its ranges (maybe none)."""
    by_role: dict[str, list[PayRange]] = {role: [] for role in ROLES}
    kept = (pay for pay in merge_pairs(rows) if qualifies(pay.ad))
    for pay in dict.fromkeys(kept):  # a dict, not a set: it keeps the order of the file
        by_role[TITLES[pay.ad.job_title]].append(pay)
    return by_role


def medians(ranges: Sequence[PayRange]) -> Medians:
    """Rule 5. Fractions are exact, and round() takes a half to the even neighbour."""
    return Medians(
        low=round(median(Fraction(pay.low) for pay in ranges)),
        high=round(median(Fraction(pay.high) for pay in ranges)),
        middle=round(median(Fraction(pay.low + pay.high, 2) for pay in ranges)),
    )


def records(rows: Iterable[Row], minimum: int = MINIMUM) -> list[dict[str, object]]:
    """One record for each role with at least `minimum` ranges, in the order of ROLES."""
    enough = max(minimum, 1)  # no range has no median
    by_role = ranges_by_role(rows)
    return [_record(role, found) for role, found in by_role.items() if len(found) >= enough]


def _record(role: str, ranges: Sequence[PayRange]) -> dict[str, object]:
    pay = medians(ranges)
    return {
        "role": role,
        "label": _commonest(found.ad.job_title for found in ranges),
        "low": pay.low,
        "high": pay.high,
        "median": pay.middle,
        "level": "entry",
        "kind": "advertised",
        "sample_size": len(ranges),
        "note": _note(ranges),
        "citations": [{"source": SOURCE, "basis": "computed", "note": CITATION_NOTE}],
    }


def _note(ranges: Sequence[PayRange]) -> str:
    year = _commonest(pay.ad.work_year for pay in ranges)
    of_year = sum(pay.ad.work_year == year for pay in ranges)
    return (
        f"Ranges advertised for full-time entry-level jobs in the United States, {YEARS[0]} to "
        f"{YEARS[-1]} ({of_year} of {len(ranges)} in {year}), as one job site gathered them. Low "
        "and high are the medians of the low and high ends, median is that of the midpoints."
    )


def _commonest(values: Iterable[str]) -> str:
    """The most frequent value; of equally frequent ones the first in the alphabet."""
    counts = Counter(values)
    return min(counts, key=lambda value: (-counts[value], value))


def counts_table(rows: Iterable[Row]) -> str:
    """Every role with its number of ranges and its medians, for the maintainer's eye."""
    layout = "{:<30} {:>6} {:>8} {:>8} {:>8}"
    lines = [layout.format("role", "ranges", "low", "high", "median")]
    for role, found in ranges_by_role(rows).items():
        figures: tuple[object, ...] = medians(found) if found else ("-", "-", "-")
        lines.append(layout.format(role, len(found), *figures))
    return "\n".join(lines)


def pay(path: Path) -> Pay:
    """What `main` prints or compares."""
    try:
        rows = read_rows(path)
    except BadInputError as error:
        raise BadInputError(f"{path} {error}") from error
    return Pay(records(rows), lambda: counts_table(rows))


main = answer(
    "advertised",
    "Advertised entry-level pay by role, as JSON.",
    "the aijobs.net salaries, a CSV file",
    pay,
)


if __name__ == "__main__":
    sys.exit(main())
