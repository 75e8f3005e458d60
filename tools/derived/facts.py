"""The data files in their one canonical form, and the official ranges of pay.

In a data file the fields stand in the order of the model, defaults are left out, and the indent
is two spaces. A long table that a tool makes from a data set, and nobody edits, has one record on
each line, so that it takes two thirds of the room, and a new figure changes one line.

The official ranges of `salary_ranges.json` come from the wages and the crosswalks: each role gets
two from the newest wages of its occupation, the middle half (p25-p75, with the median) and
p10-p90. They stand last in the file, and are never typed by hand.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Final, TypeAlias

from derived import PACKAGE, Texts, read

NOTE: Final = (
    "For all levels of experience and every role of the occupation, not for beginners alone."
)
OFFICIAL: Final = ("p25-p75", "p10-p90")
ONE_A_LINE: Final = ("areas", "area_wages", "industry_wages")

Value: TypeAlias = str | int | list[dict[str, str]]
Row: TypeAlias = dict[str, Value]


def official_pay() -> Texts:
    """`salary_ranges.json` with its official ranges made anew."""
    rows = [row for row in read("salary_ranges") if row["kind"] not in OFFICIAL]
    return {PACKAGE / "data" / "salary_ranges.json": written([*rows, *official_ranges()])}


def canonical() -> Texts:
    """The canonical text of every data file.

    Raises:
        mlcareerdata.DataIntegrityError: a record is not valid.
    """
    from mlcareerdata._registry import TABLES  # not before ids.py has been written
    from mlcareerdata._store import rows

    return {
        PACKAGE / "data" / f"{name}.json": (one_a_line if name in ONE_A_LINE else written)(
            [row.model_dump(mode="json", exclude_defaults=True) for row in rows(spec)]
        )
        for name, spec in TABLES.items()
    }


def official_ranges() -> Iterator[Row]:
    """Two ranges a role, in the order of the crosswalks."""
    titles = {row["id"]: row["title"] for row in read("occupations")}
    newest: dict[Value, Row] = {}
    for row in read("wages"):  # newest first
        newest.setdefault(row["occupation"], row)
    for crosswalk in read("crosswalks"):
        occupation = crosswalk["occupation"]
        paid = newest[occupation]
        for kind in OFFICIAL:
            low, high = kind.split("-")
            median: Row = {"median": paid["p50"]} if kind == "p25-p75" else {}
            yield {
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


def written(rows: object) -> str:
    return f"{json.dumps(rows, indent=2, ensure_ascii=False)}\n"


def one_a_line(rows: Iterable[object]) -> str:
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    return f"[\n{lines}\n]\n"
