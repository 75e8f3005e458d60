"""What checks say about postings, computed from the aijobs.net salaries (CC0 1.0).

    python tools/postings.py PATH.csv            the figures
    python tools/postings.py PATH.csv --check    exit 1 if the checks quote other figures

Pay: the advertised ranges of the nine roles, by the rules of tools/advertised_pay.py; those of all
roles are pooled, the roles with fewer than 30 ranges too.

Remote work: the share of rows that are fully remote (`remote_ratio` 100), by year. Counted are the
distinct rows that are full time, of residents of the United States, and with a title in which
`match_title` reads one of the nine roles. Both ends of a range count, so this is about rows, not
postings.
"""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from advertised_pay import MINIMUM, medians, ranges_by_role, read_rows
from advertised_pay import Row as Offer
from dataset import CHECK, DataSet, Row, command
from evidence import Quotes, tell
from mlcareerdata import match_title

DATA: Final = DataSet(
    "the aijobs.net salaries of 2025-01-19",
    "fce1318d2fa6f574cd36ce192bf3c38debcb61892d15255eb8f772a05e4a5aef",
)
YEARS: Final = ("2022", "2023", "2024")
REMOTE: Final = "findings/remote-work-has-grown"


def pay(offers: Iterable[Offer]) -> Quotes:
    """For each claim about pay, the number of ranges, and the median of their midpoints.

    The median of too few ranges cannot be relied on, so the note then has the number alone.
    """
    groups = ranges_by_role(offers)
    every = [found for group in groups.values() for found in group]
    claims = {
        "Entry-level jobs": every,
        "Entry-level machine learning jobs": every,
        "Typical entry-level roles": every,
        "data-scientist/Data Scientist": groups["data-scientist"],
        "machine-learning-engineer/Machine Learning Engineer": groups["machine-learning-engineer"],
        "ai-research-scientist/AI Research Scientist": groups["ai-research-scientist"],
    }
    return {
        f"salary_ranges/{name}/reported": (
            f"{len(found):,}",
            *([f"{medians(found).middle:,}"] if len(found) >= MINIMUM else []),
        )
        for name, found in claims.items()
    }


def remote(rows: Iterable[Row]) -> Quotes:
    """Rows by year, of all levels and of entry level, and the shares that are fully remote."""
    once = {tuple(row.items()): row for row in rows if _counts(row)}
    return {REMOTE: tuple(_shares(list(once.values())))}


def _counts(row: Row) -> bool:
    return (
        row["employment_type"] == "FT"
        and row["employee_residence"] == "US"
        and row["work_year"] in YEARS
        and match_title(row["job_title"]) is not None
    )


def _shares(rows: Sequence[Row]) -> Iterator[str]:
    for year in YEARS:
        every = [row for row in rows if row["work_year"] == year]
        entry = [row for row in every if row["experience_level"] == "EN"]
        yield f"{len(every):,}"
        yield f"{len(entry):,}"
        yield from (f"{_percent(found):.1f}" for found in (every, entry))


def _percent(rows: Sequence[Row]) -> float:
    return 100 * sum(row["remote_ratio"] == "100" for row in rows) / len(rows)


def answer(path: Path, flags: Collection[str]) -> int:
    """0 if all went well, 1 if the checks quote other figures."""
    return tell({**remote(DATA.read(path)), **pay(read_rows(path))}, "check" in flags)


main: Final = command(
    "postings",
    "What checks say of postings.",
    "the aijobs.net salaries, a CSV file",
    answer,
    check=CHECK,
)

if __name__ == "__main__":
    sys.exit(main())
