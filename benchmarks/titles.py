"""How well and how fast job titles are read, beside fuzzy and plain string matching.

    python benchmarks/titles.py TITLES.csv

The CSV has the columns title and role_id, the latter empty where a title names none of the roles.
The methods take turns at reading the same titles, five rounds of each, in one thread; the best
round counts. Then come hostile texts of a hundred thousand and of a million characters, to see that
the time is linear.
"""

import argparse
import csv
import time
from collections.abc import Callable, Sequence
from typing import get_args

from rapidfuzz import fuzz, process

from mlcareerdata import match_title
from mlcareerdata._titles.lately import Lately
from mlcareerdata._titles.reader import READER
from mlcareerdata.ids import RoleId

ROUNDS = 5
HOSTILE = (
    "ml ",
    "(",
    "é",
    "data ",
    "engineer ",
    "senior ",
    "data analyst ",
    "senior data science ",
)

# Names that people give the roles, as a list for string matching would hold them.
NAMES: dict[str, RoleId] = {
    **{role.replace("-", " "): role for role in get_args(RoleId)},
    "ml engineer": "machine-learning-engineer",
    "mlops engineer": "machine-learning-engineer",
    "deep learning engineer": "machine-learning-engineer",
    "ai research intern": "ai-research-assistant",
    "ai research fellow": "ai-research-assistant",
    "bi analyst": "business-intelligence-analyst",
    "power bi analyst": "business-intelligence-analyst",
    "applied scientist": "ai-research-scientist",
    "machine learning scientist": "ai-research-scientist",
    "ai researcher": "ai-research-scientist",
    "software engineer, machine learning": "software-engineer-ml",
    "machine learning software engineer": "software-engineer-ml",
    "ai developer": "ai-engineer",
    "genai engineer": "ai-engineer",
    "llm engineer": "ai-engineer",
    "ml specialist": "machine-learning-specialist",
    "machine learning consultant": "machine-learning-specialist",
}
CHOICES = tuple(NAMES)
CUTOFF = 86  # WRatio's best on the titles that this was tried with

Method = Callable[[str], str]


def by_rules(title: str) -> str:
    """The library."""
    found = match_title(title)
    return found.role if found else ""


def by_ratio(title: str) -> str:
    """The name that is nearest by rapidfuzz's WRatio, if it is near enough."""
    name, score, _ = process.extractOne(title.lower(), CHOICES, scorer=fuzz.WRatio)
    return NAMES[name] if score >= CUTOFF else ""


def by_substring(title: str) -> str:
    """The longest name that the title holds."""
    lower = title.lower()
    return next((NAMES[name] for name in LONGEST_FIRST if name in lower), "")


LONGEST_FIRST = sorted(NAMES, key=len, reverse=True)
METHODS: dict[str, Method] = {
    "mlcareerdata": by_rules,
    "rapidfuzz WRatio": by_ratio,
    "substring": by_substring,
}


def seconds(method: Method, titles: Sequence[str]) -> float:
    """How long one round takes."""
    start = time.perf_counter()
    for title in titles:
        method(title)
    return time.perf_counter() - start


def compare(titles: Sequence[str], truth: Sequence[str]) -> None:
    """Print a line for each method."""
    best = dict.fromkeys(METHODS, float("inf"))
    for _ in range(ROUNDS):
        READER.get().lately = Lately()  # else it would remember the titles of the round before
        for name, method in METHODS.items():
            best[name] = min(best[name], seconds(method, titles))
    print(f"{'':18}{'accuracy':>9}{'recall':>8}{'specificity':>12}{'titles/s':>11}{'times':>7}")
    for name, method in METHODS.items():
        pairs = list(zip(map(method, titles), truth, strict=True))
        right = [got == true for got, true in pairs]
        named = [got == true for got, true in pairs if true]
        others = [got == true for got, true in pairs if not true]
        print(
            f"{name:18}{share(right):9.4f}{share(named):8.4f}{share(others):12.4f}"
            f"{len(titles) / best[name]:11,.0f}{best['rapidfuzz WRatio'] / best[name]:7.1f}"
        )


def share(right: Sequence[bool]) -> float:
    """The share that is true, from 0 to 1; not a number if there are none."""
    return sum(right) / len(right) if right else float("nan")


def hostile() -> None:
    """Print how time grows with the text."""
    print(f"\n{'a text of':26}{'100,000':>10}{'1,000,000 characters':>22}{'times':>7}")
    for piece in HOSTILE:
        short, long = (
            min(seconds(by_rules, [(piece * size)[:size]]) for _ in range(ROUNDS))
            for size in (100_000, 1_000_000)
        )
        print(f"{piece!r:26}{short * 1000:8.1f}ms{long * 1000:20.1f}ms{long / short:7.1f}")


def main() -> None:
    """Read the command line and run."""
    ask = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    ask.add_argument("csv", help="titles with the columns title and role_id")
    with open(ask.parse_args().csv, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    titles, truth = [row["title"] for row in rows], [row["role_id"] for row in rows]
    match_title("the tables are read before the clock starts")
    print(f"all {len(rows)} titles, {share([not role for role in truth]):.0%} without a role")
    compare(titles, truth)
    mixed = mostly_without(titles, truth)
    print(f"\nthe same, weighted so that most name no role: {len(mixed)} titles")
    compare([title for title, _ in mixed], [role for _, role in mixed])
    hostile()


def mostly_without(titles: Sequence[str], truth: Sequence[str]) -> list[tuple[str, str]]:
    """The titles, with those without a role repeated until they are nine tenths of all."""
    pairs = list(zip(titles, truth, strict=True))
    others = [pair for pair in pairs if not pair[1]]
    named = [pair for pair in pairs if pair[1]]
    if not others:
        return pairs
    times = -(-9 * len(named) // len(others))
    return named + others * times


if __name__ == "__main__":
    main()
