"""tools/area_pay.py on small made-up databases, and how an area's other names are worked out."""

from __future__ import annotations

import gzip
import hashlib
import json
import sqlite3
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

import area_pay as tool
from derived import PACKAGE
from derived.facts import one_a_line
from place_names import cities_of, other_names

# A cell as BLS has it. The tests say only what they change.
GOOD = {
    "v01": "8370", "v02": "3.3", "v04": "160460", "v05": "2.0", "v11": "81130", "v12": "108740",
    "v13": "164740", "v14": "210370", "v15": "230980", "v16": "4.011", "v17": "2.38",
}  # fmt: skip
FIGURES = {
    "employment": 8370, "employment_rse": 3.3, "jobs_per_1000": 4.011, "location_quotient": 2.38,
    "mean": 160460, "mean_rse": 2.0, "p10": 81130, "p25": 108740, "p50": 164740, "p75": 210370,
    "p90": 230980,
}  # fmt: skip
AREAS = [
    ("0000000", "N", "00", "National"),
    ("0038900", "M", "41", "Portland-Vancouver-Hillsboro, OR-WA"),
    ("0046520", "M", "15", "Urban Honolulu, HI"),
    ("4100006", "M", "41", "Coast Oregon nonmetropolitan area"),
    ("4100000", "S", "41", "Oregon"),
    ("7800000", "S", "78", "Virgin Islands"),
]
NOT_RELEASED = {f"v{n:02}": "-" for n in range(3, 16)} | {f"f{n:02}": "8" for n in range(3, 16)}

Cells = dict[str, dict[str, str | None]]
Build = Callable[[Cells], Path]


@pytest.fixture
def build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Build:
    """Makes a database of those cells, the one that the tool expects, and a folder to write to."""
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "wages.json").write_text("[]", encoding="utf-8")
    monkeypatch.setattr(tool, "DATA", folder)

    def build(cells: Cells) -> Path:
        path = tmp_path / "oews.sqlite"
        path.unlink(missing_ok=True)
        db = sqlite3.connect(path)
        columns = [f"{letter}{n:02}" for letter in "vf" for n in range(1, 18)]
        db.execute(f"create table cell (key text primary key, {', '.join(columns)})")
        db.execute("create table area (area_code, areatype_code, state_code, area_name)")
        db.execute("create table industry (industry_code, industry_name)")
        db.executemany("insert into area values (?, ?, ?, ?)", AREAS)
        names = [(code, f"Sector 52 - {naics}") for code, _, naics in tool.INDUSTRIES]
        db.executemany("insert into industry values (?, ?)", names)
        for key, changes in cells.items():
            cell = GOOD | changes
            row = [key, *(cell.get(column) for column in columns)]
            marks = ", ".join("?" for _ in row)
            db.execute(f"insert into cell values ({marks})", row)  # noqa: S608 - only marks
        db.commit()
        db.close()
        monkeypatch.setattr(tool, "SHA256", hashlib.sha256(path.read_bytes()).hexdigest())
        return path

    return build


def written() -> set[str]:
    return {path.stem for path in tool.DATA.iterdir()} - {"wages"}


def shipped(name: str) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = json.loads((tool.DATA / f"{name}.json").read_text("utf-8"))
    return rows


# --- What is read ------------------------------------------------------------------------------


def test_a_cell_becomes_a_record_with_its_very_figures(build: Build) -> None:
    tool.main([str(build({"OEUM0038900000000152051": {}}))])
    assert shipped("area_wages") == [
        {"occupation": "15-2051", "area": "0038900", "year": 2025}
        | FIGURES
        | {"citations": [{"source": "bls-oews-2025"}]}
    ]


def test_only_the_four_occupations_and_all_industries_count(build: Build) -> None:
    other = ("OEUM0038900000000152052", "OEUM0038900523000152051", "OEUN0000000519100152051")
    tool.main([str(build({"OEUS4100000000000151252": {}, **{key: {} for key in other}}))])
    assert [(row["occupation"], row["area"]) for row in shipped("area_wages")] == [
        ("15-1252", "4100000")
    ]
    assert shipped("industry_wages") == []


def test_areas_are_those_with_wages_and_say_what_they_are(build: Build) -> None:
    cells: Cells = {
        "OEUM0038900000000152051": {},
        "OEUS4100000000000152051": {},
        "OEUM4100006000000151299": {},
        "OEUS7800000000000151252": {},
    }
    tool.main([str(build(cells))])
    assert [(row["id"], row["kind"], row["states"]) for row in shipped("areas")] == [
        ("0038900", "metro", ["OR", "WA"]),
        ("4100000", "state", ["OR"]),
        ("4100006", "nonmetro", ["OR"]),
        ("7800000", "state", ["VI"]),
    ]


def test_an_industry_has_its_codes(build: Build) -> None:
    tool.main([str(build({"OEUN000000052--53152051": {"v16": None, "v17": None}}))])
    (row,) = shipped("industry_wages")
    assert (row["industry"], row["naics"], row["label"]) == ("finance", "52", "52")
    assert "employment_rse" not in row


def test_what_is_not_released_is_left_out(build: Build) -> None:
    no_people: dict[str, str | None] = {
        f"{letter}{column}": text
        for column in ("01", "02", "16", "17")
        for letter, text in (("v", "-"), ("f", "8"))
    }
    cells: Cells = {
        "OEUM0038900000000152051": {**NOT_RELEASED},
        "OEUM0046520000000152051": no_people,
    }
    tool.main([str(build(cells))])
    paid, unpaid = (set(row) & set(FIGURES) for row in reversed(shipped("area_wages")))
    people = {"employment", "employment_rse", "jobs_per_1000", "location_quotient"}
    assert unpaid == people
    assert paid == set(FIGURES) - people


def test_those_that_employ_most_come_first_and_the_unknown_last(build: Build) -> None:
    unknown: dict[str, str | None] = {"v01": "-", "f01": "8"}
    cells: Cells = {
        "OEUM0038900000000152051": {"v01": "40"},
        "OEUM0046520000000152051": unknown,
        "OEUM4100006000000152051": {"v01": "300"},
        "OEUS4100000000000152051": {"v01": "40"},
        "OEUS7800000000000151252": {"v01": "9000"},
    }
    tool.main([str(build(cells))])
    assert [row["area"] for row in shipped("area_wages")] == [
        "4100006",
        "0038900",
        "4100000",
        "0046520",
        "7800000",
    ]


# --- What is refused ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "changes",
    [
        {"v13": "-"},
        {"v13": "-", "f13": "5"},
        {"v13": "239200", "f13": "5"},
        {"v13": "164740", "f13": "8"},
        {"v13": None},
        {"v13": ""},
        {"v13": "164740.5"},
        {"v13": "164,740"},
        {"v13": "1e5"},
        {"v13": " 164740"},
        {"v13": "-164740"},
        {"v13": "0"},
        {"v05": "2"},
        {"v05": "nan"},
        {"v17": "1.00000000000000000001"},
    ],
    ids=str,
)
def test_a_figure_that_is_not_to_be_taken_over_stops_the_tool(
    build: Build, capsys: pytest.CaptureFixture[str], changes: dict[str, str | None]
) -> None:
    path = build({"OEUM0038900000000152051": {}, "OEUS4100000000000152051": changes})
    assert tool.main([str(path)]) == 2
    assert "Nothing was written" in capsys.readouterr().err
    assert written() == set()


def _damaged(path: Path) -> list[Path]:
    """Files that are not the database, whole."""
    content = path.read_bytes()
    packed = gzip.compress(content, mtime=0)
    files = {
        "longer.sqlite": content + b" ",
        "shorter.sqlite": content[:-1],
        "changed.sqlite": content.replace(b"164740", b"164750"),
        "empty": b"",
        "cut.gz": packed[: len(packed) // 2],
        "changed.gz": packed[:-6] + b"\0" + packed[-5:],
        "page.html": b"<html>404</html>",
    }
    made = [path.with_name("no-such-file.whl")]
    for name, text in files.items():
        made.append(path.with_name(name))
        made[-1].write_bytes(text)
    for name, member in (("other.whl", "other/data.gz"), ("cut.whl", tool.MEMBER)):
        made.append(path.with_name(name))
        with zipfile.ZipFile(made[-1], "w") as wheel:
            wheel.writestr(member, packed[:-9])
    return made


def test_a_damaged_or_another_database_is_refused_by_its_sha256(
    build: Build, capsys: pytest.CaptureFixture[str]
) -> None:
    path = build({"OEUM0038900000000152051": {}})
    for wrong in _damaged(path):
        for options in ([], ["--check"]):
            assert tool.main([str(wrong), *options]) == 2, wrong.name
            told = capsys.readouterr().err
            assert tool.SHA256 in told, wrong.name
            assert wrong.name in told
            assert written() == set()


def test_the_wheel_the_packed_and_the_plain_database_give_the_same(build: Build) -> None:
    path = build({"OEUM0038900000000152051": {}})
    packed = path.with_suffix(".gz")
    packed.write_bytes(gzip.compress(path.read_bytes()))
    wheel = path.with_suffix(".whl")
    with zipfile.ZipFile(wheel, "w") as file:
        file.write(packed, tool.MEMBER)
    assert tool.database(path) == tool.database(packed) == tool.database(wheel)


# --- Check -------------------------------------------------------------------------------------


def test_check_writes_nothing_and_tells_what_differs(
    build: Build, capsys: pytest.CaptureFixture[str]
) -> None:
    path = build({"OEUM0038900000000152051": {}})
    assert tool.main([str(path), "--check"]) == 1
    assert written() == set()
    assert tool.main([str(path)]) == tool.main([str(path), "--check"]) == 0
    file = tool.DATA / "area_wages.json"
    file.write_text(file.read_text("utf-8").replace("164740", "164741"), encoding="utf-8")
    capsys.readouterr()
    assert tool.main([str(path), "--check"]) == 1
    assert "area_wages.json" in capsys.readouterr().err
    assert "164741" in file.read_text("utf-8")


def test_the_nation_s_wages_are_compared(build: Build, capsys: pytest.CaptureFixture[str]) -> None:
    path = build({"OEUN0000000000000152051": {}})
    assert tool.main([str(path), "--check"]) == 1
    assert "wages.json (its rows of 2025" in capsys.readouterr().err
    pay = {field: FIGURES[field] for field in ("employment", "mean", "p10", "p25", "p50")}
    pay |= {field: FIGURES[field] for field in ("p75", "p90")}
    row = {"occupation": "15-2051", "year": 2025} | pay | {"citations": tool.NATIONAL}
    (tool.DATA / "wages.json").write_text(json.dumps([row]), encoding="utf-8")
    assert tool.main([str(path)]) == 0


def test_the_library_ships_what_the_tool_would_write() -> None:
    """At least the form: a record on each line, each line JSON. The figures are in tests/typed."""
    for name in ("areas", "area_wages", "industry_wages"):
        text = (PACKAGE / "data" / f"{name}.json").read_text("utf-8")
        assert one_a_line(json.loads(text)) == text


# --- Names -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "cities"),
    [
        ("Abilene, TX", ["Abilene"]),
        ("Portland-Vancouver-Hillsboro, OR-WA", ["Portland", "Vancouver", "Hillsboro"]),
        ("Winston-Salem, NC", ["Winston-Salem"]),
        ("Scranton--Wilkes-Barre, PA", ["Scranton", "Wilkes-Barre"]),
        (
            "Nashville-Davidson--Murfreesboro--Franklin, TN",
            ["Nashville-Davidson", "Murfreesboro", "Franklin"],
        ),
        ("Louisville/Jefferson County, KY-IN", ["Louisville"]),
        ("Lexington-Fayette, KY", ["Lexington"]),
        ("Athens-Clarke County, GA", ["Athens"]),
    ],
)
def test_cities_of_a_name(name: str, cities: list[str]) -> None:
    assert list(cities_of(name)) == cities


def test_other_names_of_an_area() -> None:
    assert other_names("Urban Honolulu, HI", "metro", ("HI",)) == (
        "Urban Honolulu",
        "Urban Honolulu, Hawaii",
        "Honolulu",
        "Honolulu, HI",
        "Honolulu, Hawaii",
    )
    assert other_names("Oregon", "state", ("OR",)) == ("OR",)
    assert other_names("Coast Oregon nonmetropolitan area", "nonmetro", ("OR",)) == ()


@pytest.mark.parametrize(
    ("name", "states", "city"),
    [
        ("Washington-Arlington-Alexandria, DC-VA-MD-WV", ("DC", "VA", "MD", "WV"), "Washington"),
        ("New York-Newark-Jersey City, NY-NJ", ("NY", "NJ"), "New York"),
        ("Grand Rapids-Wyoming-Kentwood, MI", ("MI",), "Wyoming"),
    ],
)
def test_the_name_of_a_state_is_no_city_s(name: str, states: tuple[str, ...], city: str) -> None:
    found = other_names(name, "metro", states)
    assert city not in found
    assert f"{city}, {states[0]}" in found
