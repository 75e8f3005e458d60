"""What the tools that compute a kind of pay have in common: arguments, and what is shipped."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from dataset import CHECK, command

SHIPPED: Final = (
    Path(__file__).parent.parent / "src" / "mlcareerdata" / "data" / "salary_ranges.json"
)
Records = list[dict[str, object]]


class Pay(NamedTuple):
    """What a tool computes from its file."""

    records: Records  # the salary ranges of one kind, as the library ships them
    counts: Callable[[], str]  # every role as a table, for the maintainer's eye
    lacking: Sequence[str] = ()  # what notes of checks should quote and do not


def answer(kind: str, about: str, file: str, compute: Callable[[Path], Pay]) -> Callable[..., int]:
    """The `main` of a tool, which prints what was asked for.

    It gives 0 if all went well, 1 if the library ships anything else, 2 for bad input.
    """

    def run(path: Path, flags: Collection[str]) -> int:
        pay = compute(path)
        if "check" in flags:
            return check(kind, pay)
        print(pay.counts() if "counts" in flags else _as_json(pay.records))
        return 0

    counts = "print all roles as a table instead"
    return command(f"{kind}_pay", about, file, run, counts=counts, check=CHECK)


def check(kind: str, pay: Pay) -> int:
    """0 if the library ships these very records and its notes lack nothing; else 1, and why."""
    shipped = [row for row in json.loads(SHIPPED.read_text("utf-8")) if row["kind"] == kind]
    problems = [*pay.lacking]
    if pay.records != shipped:
        problems.append(f"{SHIPPED.name} differs; put these into it:\n{_as_json(pay.records)}")
    if problems:
        print("\n".join(problems), file=sys.stderr)
        return 1
    print(f"{len(shipped)} {kind} ranges, as shipped")
    return 0


def _as_json(records: Records) -> str:
    return json.dumps(records, indent=2, ensure_ascii=False)
