"""Entry-level pay that employers filed for foreign workers, by role: US Department of Labor, 2025.

    python tools/filed_pay.py PATH.csv             the records, as JSON
    python tools/filed_pay.py PATH.csv --counts    every role, also those that get no record
    python tools/filed_pay.py PATH.csv --check     exit 1 if the library ships other records, or
                                                   if a check quotes other figures

The file has the filings of fiscal year 2025 at wage Level I, which the department gives to a
beginner who does routine work under close supervision, under seven SOC titles. The rules:

1. Certified, and not withdrawn since; full time; paid by the year; one row for each case number.
2. The title names a role, as `match_title` reads it. What seniority it names does not matter: the
   employer classed the post as Level I. The note tells how many name a higher one.
3. The pay is the lower end of what is offered.
4. A role gets a record if it has MINIMUM filings, if no employer has more than a quarter of them,
   and if its filings are mostly under codes that the file has. Machine learning and AI engineers
   get none: employers file them as software developers (15-1252), a code that the file lacks.
5. Quartiles and median, inclusive: the lowest and the highest filing are the ends. They are
   computed exactly and rounded to whole dollars, a half to the even one.
6. One more record is for the nine roles together.

Names of employers are compared without case, punctuation and white space: one of them files under
two spellings. No mean is given: one filing says 800,000 dollars, a slip.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from pathlib import Path
from statistics import median
from typing import Final, NamedTuple, get_args

from dataset import DataSet, Row
from evidence import Quotes, lacking
from mlcareerdata import match_title
from mlcareerdata.ids import RoleId
from mlcareerdata.models import Seniority
from shipped import Pay, answer

DATA: Final = DataSet(
    "the filings of fiscal year 2025 at wage Level I",
    "aea6221d9ef9f6e112704e5d39c09f3b25867796eb94f9044c3b1e2f49500b58",
)
KEPT: Final = {"CASE_STATUS": "Certified", "FULL_TIME_POSITION": "Y", "WAGE_UNIT_OF_PAY": "Year"}
MINIMUM: Final = 30  # Quartiles of fewer filings are too unsteady to rely on.
ROLES: Final[tuple[RoleId, ...]] = get_args(RoleId)
ELSEWHERE: Final[frozenset[RoleId]] = frozenset({"machine-learning-engineer", "ai-engineer"})
CITATION: Final = {
    "source": "lca-2025",
    "basis": "computed",
    "note": "Computed by tools/filed_pay.py: certified, full time, paid by the year, one filing a "
    "case number; titles read by match_title; the lower end of the pay offered.",
}


class Filing(NamedTuple):
    """One post that an employer filed. Pay in US dollars a year."""

    role: RoleId
    seniority: Seniority | None
    title: str
    employer: str
    pay: Fraction
    least: bool  # whether the pay is exactly the prevailing wage, the legal minimum


class Quartiles(NamedTuple):
    """Whole US dollars a year."""

    low: int
    middle: int
    high: int


def filings(rows: Iterable[Row]) -> list[Filing]:
    """Rules 1 to 3."""
    once: dict[str, Row] = {}
    for row in rows:
        if all(row[column] == value for column, value in KEPT.items()):
            once.setdefault(row["CASE_NUMBER"], row)
    return list(_read(once.values()))


def _read(rows: Iterable[Row]) -> Iterator[Filing]:
    for row in rows:
        if found := match_title(row["JOB_TITLE"]):
            pay = Fraction(row["WAGE_RATE_OF_PAY_FROM"])
            least = row["PW_UNIT_OF_PAY"] == "Year" and pay == Fraction(row["PREVAILING_WAGE"])
            employer = "".join(filter(str.isalnum, row["EMPLOYER_NAME"].casefold()))
            title = row["JOB_TITLE"].strip()
            yield Filing(found.role, found.seniority, title, employer, pay, least)


def quartiles(pay: Iterable[Fraction]) -> Quartiles:
    """Rule 5."""
    ranked = sorted(pay)
    return Quartiles(*(_at(ranked, Fraction(part, 4)) for part in (1, 2, 3)))


def _at(ranked: Sequence[Fraction], part: Fraction) -> int:
    whole, rest = divmod(part * (len(ranked) - 1), 1)
    value = ranked[int(whole)]
    if rest:
        value += rest * (ranked[int(whole) + 1] - value)
    return round(value)


def by_role(found: Iterable[Filing]) -> dict[RoleId, list[Filing]]:
    """All nine roles, in order, each with its filings (maybe none)."""
    groups: dict[RoleId, list[Filing]] = {role: [] for role in ROLES}
    for filing in found:
        groups[filing.role].append(filing)
    return groups


def enough(role: RoleId, found: Sequence[Filing]) -> bool:
    """Rule 4."""
    if role in ELSEWHERE or len(found) < MINIMUM:
        return False
    ((_, most),) = Counter(filing.employer for filing in found).most_common(1)
    return 4 * most <= len(found)


def records(found: Sequence[Filing]) -> list[dict[str, object]]:
    """The market as a whole, then the roles that have enough, in the order of ROLES."""
    kept = [(role, group) for role, group in by_role(found).items() if enough(role, group)]
    return [
        _record({"label": "Nine roles together"}, found),
        *(_record({"role": role, "label": _commonest(group)}, group) for role, group in kept),
    ]


def _record(about: dict[str, object], found: Sequence[Filing]) -> dict[str, object]:
    pay = quartiles(filing.pay for filing in found)
    return {
        **about,
        "low": pay.low,
        "high": pay.high,
        "median": pay.middle,
        "level": "entry",
        "year": 2025,
        "kind": "filed",
        "sample_size": len(found),
        "note": _note(found),
        "citations": [CITATION],
    }


def _note(found: Sequence[Filing]) -> str:
    least = sum(filing.least for filing in found)
    higher = sum(filing.seniority in ("senior", "lead") for filing in found)
    return (
        f"Pay that {employers(found):,} employers promised foreign workers in visa filings of "
        "fiscal year 2025, for posts that they themselves classed as entry level (wage Level I). "
        f"In {percent(least, len(found))} percent it is exactly the legal minimum; {higher:,} of "
        f"the {len(found):,} titles name a senior level all the same. Low and high are quartiles."
    )


def employers(found: Iterable[Filing]) -> int:
    return len({filing.employer for filing in found})


def percent(part: int, whole: int) -> int:
    return round(Fraction(100 * part, whole))


def _commonest(found: Iterable[Filing]) -> str:
    """The most frequent title; of equally frequent ones the first in the alphabet."""
    counts = Counter(filing.title for filing in found)
    return min(counts, key=lambda title: (-counts[title], title))


# --- What checks quote -----------------------------------------------------------------------


def quotes(found: Sequence[Filing]) -> Quotes:
    """The figures that the notes of checks must quote."""
    groups = by_role(found)
    engineers, scientists = groups["machine-learning-engineer"], groups["data-scientist"]
    researchers = groups["ai-research-scientist"]
    (most, count), *_ = Counter(filing.employer for filing in researchers).most_common()
    others: dict[str, list[Fraction]] = {}
    for filing in researchers:
        if filing.employer != most:
            others.setdefault(filing.employer, []).append(filing.pay)
    middle = round(median(median(pay) for pay in others.values()))
    market = quartiles(filing.pay for filing in found)
    reported = {
        "data-scientist/Data Scientist": (len(scientists), _middle(scientists)),
        "machine-learning-engineer/Machine Learning Engineer": (
            len(engineers),
            _middle(engineers),
        ),
        "ai-research-scientist/AI Research Scientist": (
            len(researchers),
            _middle(researchers),
            count,
            len(others),
            middle,
        ),
        "software-engineer-ml/Software Engineer with ML Focus": (
            len(groups["software-engineer-ml"]),
        ),
        "Entry-level jobs": (*market, len(found), employers(found)),
        "Entry-level machine learning jobs": (market.middle, len(found)),
        "Typical entry-level roles": (market.middle, len(found)),
    }
    return {
        f"salary_ranges/{name}/reported": tuple(f"{figure:,}" for figure in figures)
        for name, figures in reported.items()
    }


def _middle(found: Iterable[Filing]) -> int:
    return quartiles(filing.pay for filing in found).middle


def counts_table(found: Iterable[Filing]) -> str:
    """Every role with its filings, employers and quartiles, for the maintainer's eye."""
    layout = "{:<30} {:>8} {:>10} {:>8} {:>8} {:>8}"
    lines = [layout.format("role", "filings", "employers", "low", "median", "high")]
    for role, group in by_role(found).items():
        pay: tuple[object, ...] = quartiles(f.pay for f in group) if group else ("-", "-", "-")
        lines.append(layout.format(role, len(group), employers(group), *pay))
    return "\n".join(lines)


def pay(path: Path) -> Pay:
    """What `main` prints or compares."""
    found = filings(DATA.read(path))
    return Pay(records(found), lambda: counts_table(found), list(lacking(quotes(found))))


main = answer(
    "filed",
    "Entry-level pay in visa filings by role, as JSON.",
    "the filings at wage Level I, a CSV file",
    pay,
)

if __name__ == "__main__":
    sys.exit(main())
