"""The tools behind the checks: filed pay, postings, graduates. Each rule on a few made-up rows."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from pathlib import Path
from types import ModuleType

import pytest

import evidence
import filed_pay
import graduates
import postings
from dataset import Row

# --- Filed pay ---------------------------------------------------------------------------------

FILING: Row = {
    "CASE_NUMBER": "I-1",
    "CASE_STATUS": "Certified",
    "JOB_TITLE": "Data Analyst",
    "FULL_TIME_POSITION": "Y",
    "EMPLOYER_NAME": "Acme, Inc.",
    "WAGE_RATE_OF_PAY_FROM": "70000.0",
    "WAGE_UNIT_OF_PAY": "Year",
    "PREVAILING_WAGE": "67995.0",
    "PW_UNIT_OF_PAY": "Year",
}


def filed(*pay: int, **changes: str) -> list[Row]:
    """One filing for each amount, each of its own employer, alike in everything else."""
    names = changes.get("JOB_TITLE", "") + changes.get("EMPLOYER_NAME", "")
    return [
        {
            **FILING,
            "CASE_NUMBER": f"I-{names}-{place}",
            "EMPLOYER_NAME": f"Employer {place}",
            "WAGE_RATE_OF_PAY_FROM": str(amount),
            **changes,
        }
        for place, amount in enumerate(pay)
    ]


@pytest.mark.parametrize(
    "changes",
    [
        {"CASE_STATUS": "Certified - Withdrawn"},
        {"FULL_TIME_POSITION": "N"},
        {"WAGE_UNIT_OF_PAY": "Hour"},
        {"JOB_TITLE": "Telecom Specialist"},
    ],
)
def test_other_filings_do_not_count(changes: dict[str, str]) -> None:
    assert len(filed_pay.filings([FILING])) == 1
    assert not filed_pay.filings([FILING | changes])


def test_a_case_counts_once() -> None:
    again = FILING | {"WAGE_RATE_OF_PAY_FROM": "90000.0"}
    (found,) = filed_pay.filings([FILING, again])
    assert found.pay == 70000


def test_quartiles_are_inclusive_and_exact() -> None:
    assert filed_pay.quartiles(map(Fraction, (1, 2, 3, 4, 5))) == (2, 3, 4)
    assert filed_pay.quartiles(map(Fraction, (10, 20, 31, 41))) == (18, 26, 34)  # halves to even
    assert filed_pay.quartiles([Fraction("7.4")]) == (7, 7, 7)


def roles_with_a_record(rows: Iterable[Row]) -> list[object]:
    return [record.get("role") for record in filed_pay.records(filed_pay.filings(rows))]


def test_a_role_with_few_filings_gets_no_record() -> None:
    assert roles_with_a_record(filed(*range(50000, 50030))) == [None, "data-analyst"]
    assert roles_with_a_record(filed(*range(50000, 50029))) == [None]


def test_a_role_that_one_employer_dominates_gets_no_record() -> None:
    others = filed(*range(50000, 50030))
    spellings = [filed(60000, EMPLOYER_NAME=name) for name in ("Acme, Inc.", "ACME INC")]
    more = filed(*range(60000, 60008), EMPLOYER_NAME="Acme Inc")
    assert roles_with_a_record([*others, *more, *spellings[0], *spellings[1]]) == [
        None,
        "data-analyst",
    ]
    one = filed(61000, EMPLOYER_NAME="acme  inc.", CASE_NUMBER="I-0")
    assert roles_with_a_record([*others, *more, *spellings[0], *spellings[1], *one]) == [None]


def test_engineers_are_filed_under_codes_that_the_file_lacks() -> None:
    rows = filed(*range(50000, 50040), JOB_TITLE="Machine Learning Engineer")
    assert roles_with_a_record(rows) == [None]


def test_a_record_tells_how_many_get_the_least_and_are_senior_by_title() -> None:
    rows = filed(*[67995] * 10, *[80000] * 20, JOB_TITLE="Senior Data Analyst")
    market, analysts = filed_pay.records(filed_pay.filings(rows))
    assert (market["low"], market["median"], market["high"]) == (67995, 80000, 80000)
    assert analysts["sample_size"] == 30
    assert "30 employers" in str(analysts["note"])
    assert "In 33 percent it is exactly the legal minimum" in str(analysts["note"])
    assert "30 of the 30 titles name a senior level" in str(analysts["note"])


# --- Postings and graduates --------------------------------------------------------------------

AD: Row = {
    "work_year": "2022",
    "experience_level": "EN",
    "employment_type": "FT",
    "job_title": "Data Analyst",
    "salary": "1",
    "employee_residence": "US",
    "remote_ratio": "100",
}


def test_the_share_of_remote_rows() -> None:
    senior = AD | {"experience_level": "SE", "remote_ratio": "0"}
    apart = [
        AD | {"employment_type": "PT"},
        AD | {"employee_residence": "DE"},
        AD | {"job_title": "Nurse"},
        AD | {"work_year": "2021"},
    ]
    years = [AD | {"work_year": year} for year in ("2023", "2024")]
    (said,) = postings.remote([AD, AD, senior, *apart, *years]).values()
    assert said == ("2", "1", "50.0", "100.0", *("1", "1", "100.0", "100.0") * 2)


def test_growth_of_graduates() -> None:
    one = dict.fromkeys(graduates.YEARS, "50")
    strong = one | {"2021": "100"}
    about = {"broad_field": graduates.FIELD}
    rows = [
        one | about | {"citizenship": graduates.CITIZENS},
        strong | about | {"citizenship": "Temporary resident"},
        strong | {"broad_field": "Mathematics", "citizenship": graduates.CITIZENS},
    ]
    (said,) = graduates.quotes(rows).values()
    assert said == ("100", "150", "4.6", "50.0")


# --- What the notes quote ----------------------------------------------------------------------


def test_a_figure_has_to_stand_in_the_note_on_its_own() -> None:
    record = "salary_ranges/data-scientist/Data Scientist/reported"
    assert not list(evidence.lacking({record: ("88,000", "124", "109,625")}))
    assert len(list(evidence.lacking({record: ("8,000", "88", "24", "109")}))) == 4
    assert list(evidence.lacking({"findings/none": ("1",)}))


@pytest.mark.parametrize("tool", [filed_pay, graduates, postings], ids=lambda tool: tool.__name__)
def test_another_file_is_refused(
    tool: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other.csv"
    other.write_text("salary\n1\n", encoding="utf-8")
    for options in ([], ["--check"]):
        assert tool.main([str(other), *options]) == 2
        told = capsys.readouterr()
        assert f"expected {tool.DATA.sha256}" in told.err
        assert not told.out
    assert tool.main([str(tmp_path / "none.csv")]) == 2
    assert "cannot be read" in capsys.readouterr().err
