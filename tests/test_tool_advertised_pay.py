"""tools/advertised_pay.py on small made-up files: each rule alone, then the printed output."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable
from pathlib import Path

import pytest

import advertised_pay as tool
import advertised_titles as titles
import shipped
from mlcareerdata.ids import RoleId
from titles_table import role_of

# A row that passes every filter. The tests say only what they change.
GOOD = {
    "work_year": "2024",
    "experience_level": "EN",
    "employment_type": "FT",
    "job_title": "Data Analyst",
    "salary": "80000",
    "salary_currency": "USD",
    "salary_in_usd": "80000",
    "employee_residence": "US",
    "remote_ratio": "0",
    "company_location": "US",
    "company_size": "M",
}
HEADER = ",".join(GOOD)


def rows_of(*salaries: int, **changes: str) -> list[dict[str, str]]:
    """One row for each salary, alike in everything else."""
    return [
        GOOD | changes | {"salary": str(salary), "salary_in_usd": str(salary)}
        for salary in salaries
    ]


def write(path: Path, rows: Iterable[dict[str, str]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=list(GOOD))
        writer.writeheader()
        writer.writerows(rows)
    return path


@pytest.fixture
def csv_path(tmp_path: Path) -> Path:
    return tmp_path / "salaries.csv"


def ends(
    path: Path, rows: Iterable[dict[str, str]], role: str = "data-analyst"
) -> list[tuple[int, int]]:
    """The ranges that the tool finds for a role, as (low, high)."""
    found = tool.ranges_by_role(tool.read_rows(write(path, rows)))
    return [(pay.low, pay.high) for pay in found[role]]


# Pairs


@pytest.mark.parametrize(
    ("salaries", "expected"),
    [
        pytest.param([100, 80], [(80, 100)], id="higher end first"),
        pytest.param([80, 100], [(80, 100)], id="lower end first"),
        pytest.param([100, 80, 90, 70], [(80, 100), (70, 90)], id="two pairs in a row"),
        pytest.param([100, 80, 80, 60], [(80, 100), (60, 80)], id="neighbours share an end"),
        pytest.param([100, 80, 70], [(80, 100)], id="the third of three is left out"),
        pytest.param([90], [], id="a row alone is left out"),
        pytest.param([90, 90], [], id="equal salaries are no range"),
        pytest.param([90, 90, 100, 80], [(80, 100)], id="equal salaries keep the step"),
        pytest.param([90, 100, 100, 80], [(90, 100), (80, 100)], id="no pair across the step"),
    ],
)
def test_rows_that_differ_only_in_salary_are_read_two_by_two(
    csv_path: Path, salaries: list[int], expected: list[tuple[int, int]]
) -> None:
    assert ends(csv_path, rows_of(*salaries)) == expected


@pytest.mark.parametrize("column", [c for c in GOOD if c not in ("salary", "salary_in_usd")])
def test_rows_that_differ_in_another_column_are_no_pair(csv_path: Path, column: str) -> None:
    rows = rows_of(100) + rows_of(80, **{column: "2023" if column == "work_year" else "other"})

    assert list(tool.merge_pairs(tool.read_rows(write(csv_path, rows)))) == []


def test_rows_apart_in_the_file_are_no_pair(csv_path: Path) -> None:
    """Filtering first would make neighbours of the two."""
    stranger = rows_of(95, experience_level="SE")

    assert ends(csv_path, rows_of(100) + stranger + rows_of(80)) == []


def test_a_pair_is_not_broken_by_an_end_seen_before(csv_path: Path) -> None:
    """Taking unique rows first would drop the second 100 and leave its 90 alone."""
    between = rows_of(500, 400, job_title="Engineer")

    found = ends(csv_path, rows_of(100, 80) + between + rows_of(100, 90))

    assert found == [(80, 100), (90, 100)]


# Filter


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("experience_level", "MI"),
        ("employment_type", "PT"),
        ("salary_currency", "EUR"),
        ("employee_residence", "CA"),
        ("work_year", "2022"),
        ("work_year", "2026"),
        ("job_title", "Software Engineer"),
        ("job_title", "Research Scientist"),
        ("job_title", "Data Quality Analyst"),
        ("job_title", "data analyst"),
    ],
)
def test_each_filter_leaves_a_range_out(csv_path: Path, column: str, value: str) -> None:
    found = tool.ranges_by_role(
        tool.read_rows(write(csv_path, rows_of(100, 80, **{column: value})))
    )

    assert not any(found.values())


@pytest.mark.parametrize("year", ["2023", "2024", "2025"])
def test_years_that_count(csv_path: Path, year: str) -> None:
    assert ends(csv_path, rows_of(100, 80, work_year=year)) == [(80, 100)]


@pytest.mark.parametrize(
    ("column", "value"),
    [("remote_ratio", "100"), ("company_location", "CA"), ("company_size", "L")],
)
def test_what_is_not_filtered_on_does_not_matter(csv_path: Path, column: str, value: str) -> None:
    assert ends(csv_path, rows_of(100, 80, **{column: value})) == [(80, 100)]


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("Machine Learning Engineer", "machine-learning-engineer"),
        ("MLOps Engineer", "machine-learning-engineer"),
        ("AI Data Scientist", "data-scientist"),
        ("BI Analyst", "business-intelligence-analyst"),
        ("Applied Scientist", "ai-research-scientist"),
        ("Financial Data Analyst", "data-analyst"),
        ("AI Developer", "ai-engineer"),
    ],
)
def test_titles_name_roles(csv_path: Path, title: str, role: str) -> None:
    assert ends(csv_path, rows_of(100, 80, job_title=title), role) == [(80, 100)]


def test_every_title_goes_to_one_of_the_nine_roles() -> None:
    assert len(set(tool.ROLES)) == 9
    assert set(titles.TITLES.values()) <= set(tool.ROLES)


def test_the_library_reads_every_title_of_the_data_as_the_tool_does() -> None:
    said: dict[str, RoleId | None] = dict.fromkeys(titles.OF_NO_ROLE)
    said |= titles.TITLES | titles.OTHERWISE_NAMED
    assert len(said) == len(titles.TITLES) + len(titles.OTHERWISE_NAMED) + len(titles.OF_NO_ROLE)
    assert {title: role_of(title) for title in said} == said


# Repeats


def test_a_repeated_range_counts_once_wherever_it_stands(csv_path: Path) -> None:
    rows = rows_of(100, 80, 100, 80) + rows_of(95, job_title="Engineer") + rows_of(80, 100)

    assert ends(csv_path, rows) == [(80, 100)]


def test_the_same_ends_with_another_column_changed_are_no_repeat(csv_path: Path) -> None:
    rows = rows_of(100, 80) + rows_of(100, 80, company_size="L")

    assert ends(csv_path, rows) == [(80, 100), (80, 100)]


# Medians


@pytest.mark.parametrize(
    ("salaries", "expected"),
    [
        pytest.param([10, 30, 20, 50, 15, 90], (15, 50, 35), id="odd: the middle one"),
        pytest.param([10, 30, 20, 50], (15, 40, 28), id="even: the mean of two, 27.5 to 28"),
        pytest.param([10, 20, 11, 22], (10, 21, 16), id="10.5 to 10, 15.75 to 16"),
        pytest.param([11, 20, 12, 23], (12, 22, 16), id="11.5 to 12, 21.5 to 22, 16.5 to 16"),
        pytest.param([10, 21], (10, 21, 16), id="one range: 15.5 to 16"),
        pytest.param([10, 23], (10, 23, 16), id="one range: 16.5 to 16"),
    ],
)
def test_medians_are_exact_and_round_a_half_to_even(
    csv_path: Path, salaries: list[int], expected: tuple[int, int, int]
) -> None:
    found = list(tool.merge_pairs(tool.read_rows(write(csv_path, rows_of(*salaries)))))
    assert len(found) == len(salaries) // 2

    result = tool.medians(found)

    assert tuple(result) == expected
    assert all(type(value) is int for value in result)


def test_the_median_of_midpoints_is_not_the_midpoint_of_medians(csv_path: Path) -> None:
    found = tool.merge_pairs(tool.read_rows(write(csv_path, rows_of(10, 100, 20, 30, 40, 50))))

    # Lows 10 20 40, highs 30 50 100, midpoints 25 45 55: the middle is 45, not (20 + 50) / 2.
    assert tuple(tool.medians(list(found))) == (20, 50, 45)


# Records


def many(number: int, title: str) -> list[dict[str, str]]:
    return [row for n in range(number) for row in rows_of(200 + n, 100 + n, job_title=title)]


def test_a_role_needs_thirty_ranges(csv_path: Path) -> None:
    rows = many(29, "Data Scientist") + many(30, "Data Analyst")

    found = tool.records(tool.read_rows(write(csv_path, rows)))

    assert [(row["role"], row["sample_size"]) for row in found] == [("data-analyst", 30)]


def test_repeats_do_not_help_to_reach_the_minimum(csv_path: Path) -> None:
    rows = many(2, "Data Analyst") * 3

    assert tool.records(tool.read_rows(write(csv_path, rows)), minimum=3) == []


@pytest.mark.parametrize("minimum", [0, 1])
def test_a_role_without_ranges_never_has_a_record(csv_path: Path, minimum: int) -> None:
    found = tool.records(tool.read_rows(write(csv_path, rows_of(90, 80))), minimum=minimum)

    assert [row["role"] for row in found] == ["data-analyst"]


def test_records_come_in_the_order_of_the_roles(csv_path: Path) -> None:
    titles = ["AI Engineer", "Data Analyst", "BI Analyst", "Data Scientist", "MLOps Engineer"]
    rows = [row for title in titles for row in rows_of(100, 80, job_title=title)]

    found = tool.records(tool.read_rows(write(csv_path, rows)), minimum=1)

    assert [row["role"] for row in found] == [
        "machine-learning-engineer",
        "data-scientist",
        "business-intelligence-analyst",
        "data-analyst",
        "ai-engineer",
    ]


@pytest.mark.parametrize(
    ("titles", "label"),
    [
        (["BI Analyst", "Business Intelligence Analyst", "BI Analyst"], "BI Analyst"),
        (["Business Intelligence Analyst", "BI Analyst"], "BI Analyst"),
    ],
    ids=["the most frequent", "of equals the first in the alphabet"],
)
def test_the_label_is_a_title_of_the_data(csv_path: Path, titles: list[str], label: str) -> None:
    rows = [row for n, title in enumerate(titles) for row in rows_of(100 + n, 80, job_title=title)]

    (record,) = tool.records(tool.read_rows(write(csv_path, rows)), minimum=1)

    assert record["label"] == label


def test_a_whole_record(csv_path: Path) -> None:
    rows = rows_of(100, 80, 110, 90) + rows_of(130, 100, work_year="2023")

    (record,) = tool.records(tool.read_rows(write(csv_path, rows)), minimum=3)

    assert list(record.items())[:-2] == [
        ("role", "data-analyst"),
        ("label", "Data Analyst"),
        ("low", 90),
        ("high", 110),
        ("median", 100),
        ("level", "entry"),
        ("kind", "advertised"),
        ("sample_size", 3),
    ]
    assert "2023 to 2025 (2 of 3 in 2024)" in str(record["note"])
    assert record["citations"] == [
        {"source": "aijobs-2025", "basis": "computed", "note": tool.CITATION_NOTE}
    ]


# The command


def test_it_prints_canonical_json(csv_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(csv_path, many(30, "Data Analyst"))

    assert tool.main([str(csv_path)]) == 0

    out, err = capsys.readouterr()
    printed = json.loads(out)
    assert out == json.dumps(printed, indent=2, ensure_ascii=False) + "\n"
    assert [row["role"] for row in printed] == ["data-analyst"]
    assert printed == tool.records(tool.read_rows(csv_path))
    assert err == ""


def test_no_role_with_enough_ranges_is_an_empty_list(
    csv_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(csv_path, rows_of(100, 80))

    assert tool.main([str(csv_path)]) == 0

    assert capsys.readouterr().out == "[]\n"


def test_counts_show_every_role(csv_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(csv_path, rows_of(100, 80))

    assert tool.main([str(csv_path), "--counts"]) == 0

    _, *lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert [line[0] for line in lines] == list(tool.ROLES)
    assert ["data-analyst", "1", "80", "100", "90"] in lines
    assert ["ai-engineer", "0", "-", "-", "-"] in lines


@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["plain", "with a byte order mark"])
def test_a_column_more_and_another_order_do_no_harm(csv_path: Path, mark: str) -> None:
    names = [*reversed(GOOD), "extra"]
    lines = [",".join(({"extra": "x"} | row)[name] for name in names) for row in rows_of(100, 80)]
    csv_path.write_text(mark + "\n".join([",".join(names), *lines, ""]), encoding="utf-8")

    found = tool.ranges_by_role(tool.read_rows(csv_path))["data-analyst"]

    assert [(pay.low, pay.high) for pay in found] == [(80, 100)]


# Bad input

ROW = ",".join(GOOD.values())


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param(b"", "is empty", id="empty"),
        pytest.param(HEADER.encode(), "has a header but no rows", id="no rows"),
        pytest.param(
            HEADER.replace("job_title,", "").encode(),
            "lacks the column job_title",
            id="a column missing",
        ),
        pytest.param(
            b"a,b\n1,2\n",
            "lacks the column work_year, experience_level, employment_type, job_title",
            id="another file altogether",
        ),
        pytest.param(
            f"{HEADER}\n{ROW}\n{ROW},x\n".encode(),
            "data row 2 has 12 fields, the header 11",
            id="a field too many",
        ),
        pytest.param(
            f"{HEADER}\n2024,EN\n".encode(),
            "data row 1 has 2 fields, the header 11",
            id="cut short",
        ),
        pytest.param(
            f'{HEADER}\n2024,"EN'.encode(), "is not a CSV file", id="an open quotation mark"
        ),
        pytest.param(
            f"{HEADER}\n{ROW}\n".replace("Analyst", "Analyste confirm\u00e9").encode("latin-1"),
            "is not UTF-8 text",
            id="Latin-1",
        ),
        pytest.param(f"{HEADER}\n{ROW}\n".encode("utf-16"), "is not UTF-8 text", id="UTF-16"),
    ],
)
def test_a_bad_file_is_refused_with_a_reason(
    csv_path: Path, capsys: pytest.CaptureFixture[str], content: bytes, message: str
) -> None:
    csv_path.write_bytes(content)

    assert tool.main([str(csv_path)]) == 2

    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"advertised_pay: {csv_path} ")
    assert message in err
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    "salary", ["", "n/a", "80k", "80000.5", "-5", "0", " 1", "1_000", "9" * 20]
)
def test_a_salary_must_be_whole_dollars(
    csv_path: Path, capsys: pytest.CaptureFixture[str], salary: str
) -> None:
    """Also in a row that the filter would leave out: a broken file is not to be trusted."""
    write(csv_path, [*rows_of(100, 80), GOOD | {"salary": salary, "experience_level": "SE"}])

    assert tool.main([str(csv_path), "--counts"]) == 2

    out, err = capsys.readouterr()
    assert out == ""
    assert f"data row 3: salary {salary!r} is not a whole number above zero" in err


def test_a_missing_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert tool.main([str(tmp_path / "none.csv")]) == 2

    assert "none.csv cannot be read: No such file" in capsys.readouterr().err


def test_a_directory(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert tool.main([str(tmp_path)]) == 2

    assert "cannot be read: " in capsys.readouterr().err


def test_no_path_at_all(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        tool.main([])

    assert caught.value.code == 2
    assert "path" in capsys.readouterr().err


def test_check_says_whether_the_library_ships_these_records(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A made-up file cannot give what is shipped, and the message must hold what it gives."""
    pairs = [row for low in range(50_000, 80_000, 1_000) for row in rows_of(low, low + 30_000)]
    path = write(tmp_path / "salaries.csv", pairs)
    assert tool.main([str(path), "--check"]) == 1
    assert '"sample_size": 30' in capsys.readouterr().err


def test_check_passes_on_the_shipped_records(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pairs = [row for low in range(50_000, 80_000, 1_000) for row in rows_of(low, low + 30_000)]
    path = write(tmp_path / "salaries.csv", pairs)
    file = tmp_path / "salary_ranges.json"
    file.write_text(json.dumps(tool.records(tool.read_rows(path))), encoding="utf-8")
    monkeypatch.setattr(shipped, "SHIPPED", file)
    assert tool.main([str(path), "--check"]) == 0
    assert "1 advertised ranges" in capsys.readouterr().out
