"""Write the official ranges of salary_ranges.json from the wages and the crosswalks.

    python tools/official_pay.py           after either has changed
    python tools/official_pay.py --check   change nothing; exit 1 if a range is not as derived

Each role gets two ranges from the newest wages of its occupation: the middle half (p25-p75, with
the median) and p10-p90. They stand last in the file, and are never typed by hand.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TypeAlias

DATA = Path(__file__).resolve().parent.parent / "src" / "mlcareerdata" / "data"
NOTE = "For all levels of experience and every role of the occupation, not for beginners alone."
OFFICIAL = ("p25-p75", "p10-p90")

Value: TypeAlias = str | int | list[dict[str, str]]
Row: TypeAlias = dict[str, Value]


def read(table: str) -> list[Row]:
    rows: list[Row] = json.loads((DATA / f"{table}.json").read_text(encoding="utf-8"))
    return rows


def official_ranges() -> list[Row]:
    """Two ranges a role, in the order of the crosswalks."""
    titles = {row["id"]: row["title"] for row in read("occupations")}
    newest: dict[Value, Row] = {}
    for row in read("wages"):  # newest first
        newest.setdefault(row["occupation"], row)
    ranges: list[Row] = []
    for crosswalk in read("crosswalks"):
        occupation = crosswalk["occupation"]
        paid = newest[occupation]
        for kind in OFFICIAL:
            low, high = kind.split("-")
            median: Row = {"median": paid["p50"]} if kind == "p25-p75" else {}
            ranges.append(
                {
                    "role": crosswalk["role"],
                    "occupation": occupation,
                    "label": titles[occupation],
                    "low": paid[low],
                    "high": paid[high],
                    **median,
                    "level": "all",
                    "year": paid["year"],
                    "kind": kind,
                    "note": NOTE,
                    "citations": paid["citations"],
                }
            )
    return ranges


def main() -> int:
    ask = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    ask.add_argument("--check", action="store_true", help="change nothing")
    check: bool = ask.parse_args().check
    rows = read("salary_ranges")
    wanted = [row for row in rows if row["kind"] not in OFFICIAL] + official_ranges()
    if rows == wanted:
        return 0
    if check:
        print("salary_ranges.json: run `python tools/official_pay.py`", file=sys.stderr)
        return 1
    text = json.dumps(wanted, indent=2, ensure_ascii=False)
    (DATA / "salary_ranges.json").write_text(f"{text}\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
