"""The evidence beside the article: figures typed a second time, and what must be said of them.

The tables below were typed from the reference page of official figures without a look at the
data files. Where a test fails, one of the two is wrong: compare both with the source.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from importlib import resources
from itertools import pairwise
from pathlib import Path
from typing import Final, NamedTuple

import pytest

import mlcareerdata as mlc
from mlcareerdata import models as m
from mlcareerdata.__main__ import main
from mlcareerdata._show import is_tuple
from mlcareerdata._store import REGISTRY
from mlcareerdata.models._provenance import CitedRecord
from mlcareerdata.models._record import Record

ROOT: Final = Path(__file__).parent.parent
TODAY: Final = date(2026, 11, 23)

# --- The independent table -------------------------------------------------------------------


class Codes(NamedTuple):
    """Where a role belongs officially, and what the reader must learn about the choice."""

    soc: str
    onet: str
    onet_title: str
    isco: str
    esco: str | None
    told: tuple[str, ...]


DS: Final = "Data Scientists"
CIRS: Final = "Computer and Information Research Scientists"
BIA: Final = "Business Intelligence Analysts"
SD: Final = "Software Developers"
OTHER: Final = "Computer Occupations, All Other"
CONCEPT: Final = "http://data.europa.eu/esco/occupation/"

CROSSWALKS: Final = {
    "machine-learning-engineer": Codes(
        "15-2051",
        "15-2051.00",
        DS,
        "2511",
        "35553663-deab-4d9a-bf22-15c1625d28e8",
        (
            "15-1221.00",
            "15-1299.08",
            "15-2051.00",
            "2025",
            "57.8 %",
            "15-1252",
            "32.1 %",
            "15-2051",
            "4.7 %",
            "15-1221",
        ),
    ),
    "data-scientist": Codes(
        "15-2051",
        "15-2051.00",
        DS,
        "2511",
        "258e46f9-0075-4a2e-adae-1ff0477e0f30",
        ("85.1 %", "15-2051"),
    ),
    "ai-research-scientist": Codes(
        "15-1221",
        "15-1221.00",
        CIRS,
        "2511",
        "e3229e40-f571-4b26-baca-29edc8fe313e",
        ("Machine Learning Research Scientist",),
    ),
    "ai-research-assistant": Codes(
        "15-1221",
        "15-1221.00",
        CIRS,
        "2511",
        "5ac65daa-0896-4193-9f0e-8b00746b78a1",
        ("Research Assistant", "junior"),
    ),
    "business-intelligence-analyst": Codes(
        "15-2051",
        "15-2051.01",
        BIA,
        "2421",
        "207d7b18-6540-432e-8aa6-785ed434572f",
        (),
    ),
    "data-analyst": Codes(
        "15-2051",
        "15-2051.01",
        BIA,
        "2511",
        "d3edb8f8-3a06-47a0-8fb9-9b212c006aa2",
        ("70.7 %", "15-2051"),
    ),
    "software-engineer-ml": Codes(
        "15-1252",
        "15-1252.00",
        SD,
        "2512",
        "f2b15a0e-e65a-438a-affb-29b9d50b77d1",
        ("Machine Learning Software Engineer", "15-2051.00"),
    ),
    "ai-engineer": Codes(
        "15-1221",
        "15-1221.00",
        CIRS,
        "2511",
        "35553663-deab-4d9a-bf22-15c1625d28e8",
        ("only",),
    ),
    "machine-learning-specialist": Codes(
        "15-1299",
        "15-1299.00",
        OTHER,
        "2511",
        None,
        ("Artificial Intelligence Specialist",),
    ),
}

OCCUPATIONS: Final = {"15-2051": DS, "15-1221": CIRS, "15-1252": SD, "15-1299": OTHER}


class Paid(NamedTuple):
    """One row of the official wages: US dollars a year."""

    soc: str
    year: int
    employment: int
    mean: int | None
    p10: int
    p25: int
    p50: int
    p75: int
    p90: int


WAGES: Final = (
    Paid("15-2051", 2025, 262440, 126800, 67240, 85660, 120230, 158880, 199130),
    Paid("15-2051", 2024, 233440, 124590, 63650, 82630, 112590, 155810, 194410),
    Paid("15-1221", 2025, 37200, None, 82200, 103570, 140300, 188700, 230630),
    Paid("15-1221", 2024, 38480, 152310, 80670, 102710, 140910, 181210, 232120),
    Paid("15-1252", 2025, 1687890, 148100, 82460, 105210, 135980, 171980, 214670),
    Paid("15-1252", 2024, 1654440, 144570, 79850, 103050, 133080, 169000, 211450),
    Paid("15-1299", 2025, 435370, 122230, 55940, 79370, 116580, 157500, 188470),
    Paid("15-1299", 2024, 439380, 116700, 52650, 76360, 108970, 147530, 176800),
)


class Outlook(NamedTuple):
    """One official projection."""

    soc: str
    start: int
    end: int
    growth: float
    openings: int | None
    covers: tuple[str, ...]


PROJECTIONS: Final = (
    Outlook("15-2051", 2025, 2035, 35, 24800, ("15-2051",)),
    Outlook("15-2051", 2024, 2034, 34, 23400, ("15-2051",)),
    Outlook("15-1221", 2025, 2035, 22, 2900, ("15-1221",)),
    Outlook("15-1221", 2024, 2034, 20, 3200, ("15-1221",)),
    Outlook("15-1252", 2025, 2035, 10, 106100, ("15-1252", "15-1253")),
    Outlook("15-1252", 2024, 2034, 15, 129200, ("15-1252", "15-1253")),
    Outlook("15-1252", 2024, 2034, 16, None, ("15-1252",)),
)

OOH: Final = "https://www.bls.gov/ooh/"
OUTLOOK_PAGES: Final = {
    "15-2051": f"{OOH}math/data-scientists.htm",
    "15-1221": f"{OOH}computer-and-information-technology/"
    "computer-and-information-research-scientists.htm",
    "15-1252": f"{OOH}computer-and-information-technology/software-developers.htm",
}


class Exam(NamedTuple):
    """A certificate as it stands, and what its note must say."""

    name: str
    codes: tuple[str, ...]
    status: str
    last_day: date | None
    successors: tuple[str, ...]
    price: int | None
    minutes: int | None
    years: int | None
    url: str
    told: tuple[str, ...] = ()


AWS: Final = "https://aws.amazon.com/certification/certified-"
LEARN: Final = "https://learn.microsoft.com/"

CERTIFICATES: Final = {
    "aws-machine-learning-specialty": Exam(
        "AWS Certified Machine Learning - Specialty",
        ("MLS-C01",),
        "retired",
        date(2026, 3, 31),
        ("aws-machine-learning-engineer-associate",),
        300,
        180,
        3,
        f"{AWS}machine-learning-specialty/",
    ),
    "aws-machine-learning-engineer-associate": Exam(
        "AWS Certified Machine Learning Engineer - Associate",
        ("MLA-C01", "MLA-C02"),
        "active",
        None,
        (),
        150,
        130,
        3,
        f"{AWS}machine-learning-engineer-associate/",
        ("MLA-C01", "English", "2026-09-28", "MLA-C02", "beta", "2026-09-29", "2027-01-14"),
    ),
    "aws-generative-ai-developer-professional": Exam(
        "AWS Certified Generative AI Developer - Professional",
        ("AIP-C01",),
        "active",
        None,
        (),
        300,
        180,
        3,
        f"{AWS}generative-ai-developer-professional/",
    ),
    "google-professional-ml-engineer": Exam(
        "Google Cloud Professional Machine Learning Engineer",
        (),
        "active",
        None,
        (),
        200,
        120,
        2,
        "https://cloud.google.com/learn/certification/machine-learning-engineer",
        ("recommends", "years", "industry", "beginners"),
    ),
    "certified-analytics-professional": Exam(
        "Certified Analytics Professional",
        (),
        "active",
        None,
        (),
        None,
        None,
        3,
        "https://www.certifiedanalytics.org",
        ("CAP-Essentials", "CAP-Pro", "aCAP", "early", "prerequisite"),
    ),
    "azure-data-scientist-associate": Exam(
        "Microsoft Certified: Azure Data Scientist Associate",
        ("DP-100",),
        "retired",
        date(2026, 6, 1),
        ("azure-mlops-engineer-associate",),
        165,
        None,
        None,
        f"{LEARN}credentials/certifications/azure-data-scientist/",
    ),
    "azure-mlops-engineer-associate": Exam(
        "Microsoft Certified: Machine Learning Operations (MLOps) Engineer Associate",
        ("AI-300",),
        "active",
        None,
        (),
        165,
        120,
        None,
        f"{LEARN}en-us/credentials/certifications/"
        "operationalizing-machine-learning-and-generative-ai-solutions/",
        ("about", "free"),
    ),
}


class Stands(NamedTuple):
    """How a claim of the article stands, what the note must name, and what it must cite."""

    verdict: str
    told: tuple[str, ...]
    evidence: tuple[str, ...]


BLS: Final = "U.S. Bureau of Labor Statistics"
NACE: Final = "National Association of Colleges and Employers"
OEWS_URL: Final = "https://www.bls.gov/oes/tables.htm"

# Findings by id, ranges by whom the article credits, certificates by exam code.
CLAIMS: Final = {
    "projected-growth": Stands(
        "contradicted",
        (
            "no such occupation",
            "34 %",
            "2024-34",
            "35 %",
            "2025-35",
            "20 %",
            "22 %",
            "17 %",
            "2023-33",
            "data scientists",
            "research scientists",
            "software developers",
            "QA analysts",
            "testers",
        ),
        (BLS, "2024-34", "2025-35", "2023-33"),
    ),
    "cloud-skills-in-postings": Stands(
        "unconfirmed",
        (
            "no source",
            "1,000",
            "2024",
            "Azure",
            "17.6 %",
            "AWS",
            "15.9 %",
            "O*NET",
            "34 %",
            "15-1221",
            "17 %",
            "15-2051",
            "in general",
        ),
        ("365 Data Science", "O*NET 30.1"),
    ),
    "growth-in-graduates": Stands(
        "unconfirmed",
        (
            "21,015",
            "2012",
            "54,026",
            "2021",
            "11.1 %",
            "0.2 %",
            "2018",
            "1.8 %",
            "2019",
            "13.9 %",
            "2018-22",
            "Enrolment",
            "no period",
            "data science",
        ),
        ("NSB-2023-32", "SHED-13", "https://ncses.nsf.gov/pubs/nsb202332"),
    ),
    "communication-across-disciplines": Stands(
        "partly",
        (
            "at least two thirds",
            "written and verbal communication",
            "nearly 80 %",
            "teamwork",
            "nearly 90 %",
            "problem solving",
            "interdisciplinary",
        ),
        (NACE, "Job Outlook 2024"),
    ),
    "gartner-2024": Stands("unconfirmed", ("not found",), ("Gartner",)),
    "bls-pay-2024 salarycom-2024": Stands(
        "unconfirmed",
        (
            "entry level",
            "15-2051",
            "25th percentile",
            "above the median",
            "May 2024",
            "$82,630",
            "$112,590",
        ),
        (BLS, "May 2024", OEWS_URL),
    ),
    "MLS-C01": Stands(
        "outdated",
        ("no longer", "2026-03-31", "Machine Learning Engineer - Associate"),
        (CERTIFICATES["aws-machine-learning-specialty"].url,),
    ),
    "DP-100": Stands(
        "outdated",
        ("no longer", "2026-06-01", "AI-300"),
        (CERTIFICATES["azure-data-scientist-associate"].url,),
    ),
}


class Document(NamedTuple):
    """What is known of a source of evidence; ``None``: not on the page."""

    publisher: str | None
    published: str | None
    url: str | None


DOCUMENTS: Final = {
    "bls-oews-2025": Document(BLS, None, OEWS_URL),
    "bls-oews-2024": Document(BLS, None, OEWS_URL),
    "bls-projections-2025": Document(BLS, "2026-08-27", None),
    "bls-projections-2024": Document(BLS, "2025-08-28", None),
    "onet-30-1": Document(
        "U.S. Department of Labor, Employment and Training Administration", "2025-12", None
    ),
    "esco-1-2-0": Document("European Commission", None, None),
    "h1b-2025": Document(None, None, None),
    "aijobs-2025": Document("foorilla", "2025-01-19", None),
    "365-data-science-2024": Document("365 Data Science", "2024", None),
    "nace-job-outlook-2024": Document(NACE, "2024-01-16", None),
}

NAICS: Final = {
    "technology": ("513210", "5415", "519"),
    "finance": ("52",),
    "telecommunications": ("517", "518210"),
    "automotive": ("3361",),
    "healthcare": (),
    "consulting": (),
}


class Advertised(NamedTuple):
    """About how many ranges, and about where the median of their midpoints lies."""

    about: int
    near: int


ADVERTISED: Final = {
    "machine-learning-engineer": Advertised(70, 146_000),
    "data-scientist": Advertised(130, 110_000),
    "data-analyst": Advertised(700, 90_000),
    "business-intelligence-analyst": Advertised(70, 97_000),
}

ONET_LINE: Final = (
    "O*NET 30.1 Database by the U.S. Department of Labor, Employment and Training Administration"
    " (USDOL/ETA), used under CC BY 4.0"
)

# --- Helpers ---------------------------------------------------------------------------------


Claim = m.Finding | m.SalaryRange | m.Certification
OFFICIAL: Final = ("p25-p75", "p10-p90")
REPORTED: Final = {
    "machine-learning-engineer",
    "ai-research-scientist",
    "data-scientist",
    "software-engineer-ml",
}


def plain(text: str) -> str:
    """Text on one line, with one way to write percent, case folded."""
    return re.sub(r"\s+", " ", text).replace(" percent", " %").casefold()


def says(text: str, word: str) -> bool:
    """Whether a text names a word or a figure: "34 %" is not in "134 %" nor "4 %" in "34 %"."""
    start = r"(?<![\d.,])" if word[0].isdigit() else ""
    return re.search(start + re.escape(plain(word)), plain(text)) is not None


def missing(text: str, words: tuple[str, ...]) -> list[str]:
    return [word for word in words if not says(text, word)]


def credited(record: CitedRecord) -> str:
    return " ".join(name for citation in record.citations for name in citation.attributed_to)


def checked() -> dict[str, Claim]:
    """Every record with a check, by the names of `CLAIMS`."""
    claims: list[tuple[str, Claim]] = [
        *((found.id, found) for found in mlc.findings()),
        *((credited(pay) or repr(pay), pay) for pay in mlc.salary_ranges()),
        *((" ".join(cert.exam_codes), cert) for cert in mlc.certifications()),
    ]
    return {name: claim for name, claim in claims if claim.check}


def check_of(claim: str) -> m.Check:
    known = checked()
    assert claim in known, f"{claim}: give the record the check of the table; checked: {[*known]}"
    check = known[claim].check
    assert check is not None
    return check


def cited_parts(record: Record) -> Iterator[CitedRecord]:
    """A record and the records inside it, as far as they cite."""
    if isinstance(record, CitedRecord):
        yield record
    for _, value in record:
        for item in value if is_tuple(value) else (value,):
            if isinstance(item, Record):
                yield from cited_parts(item)


def every_citation() -> Iterator[tuple[str, m.Citation]]:
    for name, table_file in REGISTRY.items():
        for record in table_file.table():
            for part in cited_parts(record):
                for citation in part.citations:
                    yield f"{name}, {record!r}", citation


def shown(record: Record) -> dict[str, str]:
    """All the ways a record is shown, by name."""
    return {
        "str": str(record),
        "repr": repr(record),
        "card": record._card(),
        "HTML card": record._repr_html_(),
    }


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """What the command line prints; it must know the name."""
    assert main(list(arguments)) == 0, f"python -m mlcareerdata {' '.join(arguments)} fails"
    return capsys.readouterr().out


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Python in a process of its own, with the package of this tree."""
    env = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    return subprocess.run(
        [sys.executable, *arguments],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env=env,
    )


ROLES: Final = tuple(CROSSWALKS)
RETIRED: Final = tuple(key for key, exam in CERTIFICATES.items() if exam.status == "retired")
CODES: Final = tuple((code, key) for key, exam in CERTIFICATES.items() for code in exam.codes)

# --- Occupations: codes, wages, projections --------------------------------------------------


def test_every_role_has_one_crosswalk_in_the_order_of_the_roles() -> None:
    assert [found.role for found in mlc.crosswalks()] == [role.id for role in mlc.roles()]
    assert {found.role for found in mlc.crosswalks()} == set(CROSSWALKS)


@pytest.mark.parametrize("role", ROLES)
def test_codes(role: str) -> None:
    codes, found = CROSSWALKS[role], mlc.crosswalk(role)
    esco = CONCEPT + codes.esco if codes.esco else None
    assert (found.occupation, found.onet, found.onet_title, found.isco, found.esco) == (
        codes.soc,
        codes.onet,
        codes.onet_title,
        codes.isco,
        esco,
    ), f"crosswalks.json, {role}: compare with the reference page"
    assert mlc.occupation_for(role) is mlc.occupation(codes.soc)
    assert mlc.occupation(codes.onet).id == codes.soc, f"{codes.onet} must be an alias"


@pytest.mark.parametrize("role", ROLES)
def test_the_choice_of_codes_is_explained(role: str) -> None:
    found = mlc.crosswalk(role)
    told = " ".join([found.note or "", *(c.note or "" for c in found.citations)])
    assert not missing(told, CROSSWALKS[role].told), f"crosswalks.json, {role}: name it in a note"


@pytest.mark.parametrize("role", ROLES)
def test_the_choice_of_codes_is_a_judgement(role: str) -> None:
    basis = {c.source: c.basis for c in mlc.crosswalk(role).citations}
    assert basis["onet-30-1"] == basis["esco-1-2-0"] == "estimated", f"{role}: basis estimated"
    filings = "%" in " ".join(CROSSWALKS[role].told)
    assert ("h1b-2025" in basis) == filings, f"{role}: cite the filings where they are quoted"


def test_occupations() -> None:
    assert {found.id: found.title for found in mlc.occupations()} == OCCUPATIONS
    for code, title in OCCUPATIONS.items():
        assert mlc.occupation(title).id == code


@pytest.mark.parametrize("paid", WAGES, ids=[f"{paid.soc}-{paid.year}" for paid in WAGES])
def test_wages(paid: Paid) -> None:
    rows = [found for found in mlc.wages(paid.soc) if found.year == paid.year]
    assert len(rows) == 1, f"wages.json: {paid.soc} of {paid.year} must stand there once"
    assert tuple(getattr(rows[0], field) for field in m.Wages.model_fields)[:-1] == paid


def test_wages_are_these_and_no_others_newest_first() -> None:
    assert len(mlc.wages()) == len(WAGES)
    for table in (mlc.wages(), *(mlc.wages(found) for found in mlc.occupations())):
        years = [found.year for found in table]
        assert years == sorted(years, reverse=True), "wages.json: newest first"
        assert len(table), "each occupation has wages"


@pytest.mark.parametrize("found", mlc.wages(), ids=repr)
def test_percentiles_rise(found: m.Wages) -> None:
    ranks = [found.p10, found.p25, found.p50, found.p75, found.p90]
    known = [rank for rank in ranks if rank is not None]
    assert len(known) == 5
    assert all(low < high for low, high in pairwise(known)), repr(found)


@pytest.mark.parametrize("outlook", PROJECTIONS, ids=repr)
def test_projections(outlook: Outlook) -> None:
    rows = [
        Outlook(p.occupation, p.start, p.end, p.growth_percent, p.openings_per_year, p.covers)
        for p in mlc.projections(outlook.soc)
    ]
    assert rows.count(outlook) == 1, f"projections.json has {rows}"


def test_projections_are_these_and_no_others_newest_first() -> None:
    assert len(mlc.projections()) == len(PROJECTIONS)
    assert not len(mlc.projections("15-1299")), "nothing is published for 15-1299"
    for table in (mlc.projections(), *(mlc.projections(found) for found in mlc.occupations())):
        starts = [found.start for found in table]
        assert starts == sorted(starts, reverse=True), "projections.json: newest first"


def test_projections_cover_their_own_occupation() -> None:
    for found in mlc.projections():
        assert found.occupation in found.covers, repr(found)


@pytest.mark.parametrize("found", mlc.wages(), ids=repr)
def test_wages_say_whether_they_are_primary(found: m.Wages) -> None:
    kind, other = ("transcribed", "primary") if found.year == 2025 else ("primary", "transcribed")
    assert [c.source for c in found.citations] == [f"bls-oews-{found.year}"]
    note = found.citations[0].note or ""
    assert says(note, kind), f"wages.json, {found!r}: say {kind!r} in the citation's note"
    assert not says(note, other), f"wages.json, {found!r}: {note}"
    if kind == "transcribed":
        assert not missing(note, ("May 2024", "workbook", "21 occupations")), note


@pytest.mark.parametrize("found", mlc.projections(), ids=repr)
def test_projections_say_whether_they_are_primary(found: m.Projection) -> None:
    kind, other = ("transcribed", "primary") if found.start == 2025 else ("primary", "transcribed")
    assert [c.source for c in found.citations] == [f"bls-projections-{found.start}"]
    note = found.citations[0].note or ""
    assert says(note, kind), f"projections.json, {found!r}: say {kind!r} in the citation's note"
    assert not says(note, other), f"projections.json, {found!r}: {note}"
    assert OUTLOOK_PAGES[found.occupation] in mlc.cite(found), "give the page's address"


# --- Pay -------------------------------------------------------------------------------------


@pytest.mark.parametrize("role", ROLES)
def test_ranges_of_a_role_in_order(role: str) -> None:
    kinds = [found.kind for found in mlc.salary_ranges(role)]
    expected = ["reported"] if role in REPORTED else []
    expected += ["advertised"] if role in ADVERTISED else []
    assert kinds == [*expected, *OFFICIAL], f"salary_ranges({role!r}): wrong ranges or order"
    assert [r.kind for r in mlc.salary_ranges(role, level="entry")] == expected
    assert [r.kind for r in mlc.salary_ranges(role, level="all")] == list(OFFICIAL)


@pytest.mark.parametrize("role", ROLES)
def test_salary_range_is_still_the_articles_own(role: str) -> None:
    if role in REPORTED:
        assert mlc.salary_range(role) is mlc.salary_ranges(role)[0]
        assert {c.source for c in mlc.salary_range(role).citations} == {"bouchrika-2026"}
        return
    with pytest.raises(mlc.NotReportedError, match=f"salary_ranges.*{role}") as raised:
        mlc.salary_range(role)
    assert set(raised.value.available) == REPORTED


def test_official_ranges_are_the_newest_wages_both_ways() -> None:
    newest = {str(found.id): mlc.wages(found)[0] for found in mlc.occupations()}
    expected = Counter(
        row
        for role, codes in CROSSWALKS.items()
        for paid in [newest[codes.soc]]
        for row in (
            (role, codes.soc, "p25-p75", paid.p25, paid.p50, paid.p75, paid.year),
            (role, codes.soc, "p10-p90", paid.p10, None, paid.p90, paid.year),
        )
    )
    got = Counter(
        (r.role, r.occupation, r.kind, r.low, r.median, r.high, r.year)
        for r in mlc.salary_ranges()
        if r.occupation or r.kind in OFFICIAL
    )
    assert got == expected, "run `python tools/official_pay.py`"


@pytest.mark.parametrize("role", ROLES)
def test_official_ranges_match_the_typed_table(role: str) -> None:
    """Against the figures typed here, not against wages.json."""
    paid = next(row for row in WAGES if row.soc == CROSSWALKS[role].soc)
    half, wide = mlc.salary_ranges(role, level="all")
    assert (half.low, half.median, half.high, half.year) == (paid.p25, paid.p50, paid.p75, 2025)
    assert (wide.low, wide.median, wide.high, wide.year) == (paid.p10, None, paid.p90, 2025)


@pytest.mark.parametrize("found", mlc.salary_ranges(level="all"), ids=repr)
def test_official_ranges_say_whom_they_cover(found: m.SalaryRange) -> None:
    assert found.kind in OFFICIAL
    assert found.role is not None
    assert found.occupation == mlc.crosswalk(found.role).occupation
    assert found.label == OCCUPATIONS[CROSSWALKS[found.role].soc]
    assert found.sample_size is None
    assert not found.open_ended
    assert not missing(found.note or "", ("all levels of experience", "every role", "occupation"))
    assert found.citations == mlc.wages(found.occupation)[0].citations
    for way, text in shown(found).items():
        assert re.search(r"all levels|\ball\b", text), f"{way} does not say that it is for all"


@pytest.mark.parametrize("found", mlc.salary_ranges(level="entry"), ids=repr)
def test_entry_ranges_are_reported_or_advertised(found: m.SalaryRange) -> None:
    assert found.occupation is None
    assert found.year is None, "no single year is known for it"
    if found.kind == "reported":
        assert (found.median, found.sample_size) == (None, None)
        assert found.citations[0].source == "bouchrika-2026"
        return
    assert found.kind == "advertised"
    assert found.role in ADVERTISED, f"{found.role}: fewer than 30 ranges, so it gets none"
    assert found.sample_size is not None
    assert found.sample_size >= 30
    assert found.median is not None
    assert found.low < found.median < found.high
    assert not missing(found.note or "", ("2023", "2025", "United States", "medians", "midpoints"))
    assert [(c.source, c.basis) for c in found.citations] == [("aijobs-2025", "computed")]
    rules = found.citations[0].note or ""
    steps = ("tools/advertised_pay.py", "in this order", "differ only in salary", "repeats")
    assert not missing(rules, steps), "say by which tool, and the rules in their order"
    assert "advertised" in str(found)
    assert "advertised" in repr(found)


@pytest.mark.parametrize("role", ADVERTISED)
def test_advertised_ranges_are_near_the_expected(role: str) -> None:
    found = next(r for r in mlc.salary_ranges(role) if r.kind == "advertised")
    expected = ADVERTISED[role]
    assert found.sample_size == pytest.approx(expected.about, rel=0.1), "count the ranges again"
    assert found.median == pytest.approx(expected.near, rel=0.02), "compute the median again"


def test_four_roles_have_advertised_ranges() -> None:
    found = Counter(r.role for r in mlc.salary_ranges() if r.kind == "advertised")
    assert found == Counter(list(ADVERTISED))


@pytest.mark.parametrize("role", ROLES)
def test_the_card_of_a_profile_has_all_of_it(role: str) -> None:
    codes = CROSSWALKS[role]
    profile = mlc.profile(role)
    assert profile.crosswalk is mlc.crosswalk(role)
    for text in (profile._card(), profile._repr_html_()):
        for found in mlc.salary_ranges(role):
            assert found._amount() in text, f"the card of {role} lacks {found!r}"
        for code in (codes.soc, codes.onet, codes.isco, codes.esco or ""):
            assert code in text, f"the card of {role} lacks {code}"
        paid = mlc.wages(codes.soc)[0]
        assert f"{paid.p50:,}" in text, f"the card of {role} lacks the official median"
        for outlook in mlc.projections(codes.soc)[:1]:
            assert str(outlook) in text, f"the card of {role} lacks {outlook!r}"


# --- Certificates ----------------------------------------------------------------------------


def test_certificates_are_these_and_no_others() -> None:
    assert {found.id for found in mlc.certifications()} == set(CERTIFICATES)


@pytest.mark.parametrize("id", CERTIFICATES)
def test_certificate(id: str) -> None:
    exam, found = CERTIFICATES[id], mlc.certification(id)
    got = Exam(
        found.name,
        found.exam_codes,
        found.status or "",
        found.retired_on,
        found.replaced_by,
        found.price_usd,
        found.exam_minutes,
        found.valid_years,
        found.url or "",
        exam.told,
    )
    assert got == exam, f"certifications.json, {id}: compare with the reference page"
    assert not missing(found.note or "", exam.told), f"certifications.json, {id}: say it in note"


@pytest.mark.parametrize(("code", "id"), CODES)
def test_an_exam_code_finds_its_record(code: str, id: str) -> None:
    assert mlc.certification(code) is mlc.certification(id)
    assert mlc.certification(code.lower()).id == id
    assert mlc.certification(code.replace("-", " ")).id == id


@pytest.mark.parametrize("id", CERTIFICATES)
def test_successors_are_records_that_can_be_earned(id: str) -> None:
    found = mlc.certification(id)
    assert bool(found.replaced_by) == (found.status == "retired"), f"{id}: name the successor"
    assert (found.retired_on is not None) == (found.status == "retired"), f"{id}: the last day"
    for name in found.replaced_by:
        successor = mlc.certification(name)
        assert successor.status == "active", f"{id} is replaced by {name}, which is not active"
        assert successor.platform == found.platform


@pytest.mark.parametrize("platform", mlc.platforms(), ids=repr)
def test_live_certificates_come_first(platform: m.Platform) -> None:
    found = mlc.certs_for(platform)
    ranks = [(cert.status == "retired", not cert.recommended) for cert in found]
    assert ranks == sorted(ranks), f"certs_for({platform.id!r}): live ones first"
    expected = {cert.id for cert in mlc.certifications() if cert.platform == platform.id}
    assert {cert.id for cert in found} == expected
    for status in ("active", "retired"):
        only = mlc.certs_for(platform, status=status)
        assert list(only) == [cert for cert in found if cert.status == status]


@pytest.mark.parametrize("id", RETIRED)
def test_a_retired_certificate_says_so_however_it_is_shown(id: str) -> None:
    exam, found = CERTIFICATES[id], mlc.certification(id)
    table = mlc.certifications().filter(lambda cert: cert.id == id)
    ways = shown(found) | {
        "repr of a table": repr(table),
        "str of a table": str(table),
        "HTML of a table": table._repr_html_(),
        "cite": mlc.cite(found),
    }
    for way, text in ways.items():
        if way == "cite":
            assert "outdated" in text, "cite of a retired certificate names the verdict"
            continue
        for word in ("retired", str(exam.last_day), *exam.successors):
            assert word in text, f"{way} of {id} does not say {word!r}"


@pytest.mark.parametrize("id", RETIRED)
def test_a_retired_certificate_says_so_among_others(id: str) -> None:
    """In the whole table and in that of its platform, on its own line."""
    found = mlc.certification(id)
    for table in (mlc.certifications(), mlc.certs_for(found.platform)):
        for text in (repr(table), str(table)):
            lines = [line for line in text.splitlines() if found.name in line or f" {id}," in line]
            assert lines, f"{id} is not shown"
            assert all("retired" in line for line in lines if f"replaced by {id}" not in line)
        assert "retired" in table._repr_html_()


@pytest.mark.parametrize("id", RETIRED)
def test_a_retired_certificate_says_so_on_the_command_line(
    id: str, capsys: pytest.CaptureFixture[str]
) -> None:
    exam, found = CERTIFICATES[id], mlc.certification(id)
    for name in (id, found.name, *found.aliases, *found.exam_codes, found.platform):
        text = printed(capsys, name)
        for word in ("retired", str(exam.last_day), *exam.successors, "outdated"):
            assert word in text, f"python -m mlcareerdata {name} does not say {word!r}"
    row = json.loads(printed(capsys, id, "--json"))["certification"]
    assert (row["status"], row["retired_on"]) == ("retired", str(exam.last_day))
    assert row["check"]["verdict"] == "outdated"


# --- Claims and checks -----------------------------------------------------------------------


def test_these_claims_are_checked_and_no_others() -> None:
    assert set(checked()) == set(CLAIMS)


@pytest.mark.parametrize("claim", CLAIMS)
def test_verdict(claim: str) -> None:
    check, stands = check_of(claim), CLAIMS[claim]
    assert check.verdict == stands.verdict
    assert check.checked_on == TODAY
    assert str(TODAY).replace("-", ".") == mlc.DATA_VERSION


@pytest.mark.parametrize("claim", CLAIMS)
def test_the_note_of_a_check_names_the_figures(claim: str) -> None:
    assert not missing(check_of(claim).note, CLAIMS[claim].told), f"{claim}: name them in the note"


@pytest.mark.parametrize("claim", CLAIMS)
def test_the_note_of_a_check_names_no_other_figures(claim: str) -> None:
    """A figure that the typed table does not have is invented, or the table is not complete."""
    known = " ".join([*CLAIMS[claim].told, *CLAIMS[claim].evidence])
    for figure in re.findall(r"\d[\d.,-]*\d|\d", check_of(claim).note):
        assert says(known, figure), f"{claim}: where does {figure} come from?"


@pytest.mark.parametrize("claim", CLAIMS)
def test_cite_names_the_article_and_the_evidence(claim: str) -> None:
    text = mlc.cite(checked()[claim])
    said, _, evidence = text.partition(f"Checked {TODAY}, {CLAIMS[claim].verdict}")
    assert "Imed Bouchrika (2026)" in said, text
    assert not missing(evidence, CLAIMS[claim].evidence), f"{claim}: cite it in the check: {text}"
    for citation in check_of(claim).citations:
        assert mlc.cite(mlc.source(citation.source)) in evidence


@pytest.mark.parametrize("claim", CLAIMS)
def test_a_checked_claim_says_how_it_stands_however_it_is_shown(claim: str) -> None:
    found = checked()[claim]
    verdict = "retired" if isinstance(found, m.Certification) else CLAIMS[claim].verdict
    for way, text in shown(found).items():
        assert verdict in text, f"{way} of {claim} does not say {verdict!r}"


CONTRADICTED: Final = tuple(key for key, row in CLAIMS.items() if row.verdict == "contradicted")


@pytest.mark.parametrize("id", CONTRADICTED)
def test_a_contradicted_claim_says_so_in_every_table(id: str) -> None:
    found = mlc.finding(id)
    one = mlc.findings().filter(lambda other: other.id == id)
    for table in (one, mlc.findings(), mlc.findings(kind="claim"), mlc.findings(topic=found.topic)):
        rows = [row for row in table.to_dicts() if row["id"] == id]
        assert [row["check_verdict"] for row in rows] == ["contradicted"]
        for text in (repr(table), str(table)):
            for line in text.splitlines():
                if found.statement in line or f" {id}" in line:
                    assert "contradicted" in line, line
        assert "contradicted" in table._repr_html_()
    assert "contradicted" in repr(one)
    assert "contradicted" in str(one)


@pytest.mark.parametrize("id", CONTRADICTED)
def test_no_contradicted_claim_on_the_command_line_without_its_verdict(
    id: str, capsys: pytest.CaptureFixture[str]
) -> None:
    found = mlc.finding(id)
    figure = f"{found.value:g} {found.unit}"
    names = [""] + [
        record.id
        for table in (
            mlc.roles(),
            mlc.industries(),
            mlc.skills(),
            mlc.platforms(),
            mlc.certifications(),
        )
        for record in table
    ]
    for name in (*names, id):
        for options in ([], ["--json"]):
            main([*([name] if name else []), *options])
            text = capsys.readouterr().out
            if found.statement in text or figure in text:
                assert "contradicted" in text, f"python -m mlcareerdata {name}: add the verdict"


def test_claims_verdicts_and_evidence_stand_side_by_side() -> None:
    rows = mlc.findings(kind="claim").to_dicts()
    with_check = {found.id for found in mlc.findings() if found.check}
    assert with_check == {str(row["id"]) for row in rows if row["check_verdict"]}
    for row in rows:
        claim = str(row["id"])
        assert row["check_verdict"] == (CLAIMS[claim].verdict if claim in CLAIMS else None)
        told = [row[field] is not None for field in ("check_note", "check_checked_on")]
        assert told == [claim in CLAIMS] * 2


def test_every_check_has_a_note_a_day_and_evidence() -> None:
    for claim, found in checked().items():
        check = found.check
        assert check is not None
        assert len(check.note.split()) > 5, f"{claim}: say what the evidence is"
        assert check.checked_on <= TODAY
        assert check.citations
        assert "bouchrika-2026" not in {c.source for c in check.citations}, "evidence of others"


# --- What is not known -----------------------------------------------------------------------


def test_unknown_is_exactly_what_the_page_does_not_know() -> None:
    unknown: set[tuple[str, str]] = set()
    for wages in mlc.wages():
        for field in ("mean", "p10", "p25", "p50", "p75", "p90"):
            if getattr(wages, field) is None:
                unknown.add((f"{wages.occupation} {wages.year}", field))
    for found in mlc.projections():
        if found.openings_per_year is None:
            covers = "+".join(found.covers)
            unknown.add((f"{covers} {found.start}", "openings_per_year"))
    for codes in mlc.crosswalks():
        if codes.esco is None:
            unknown.add((codes.role, "esco"))
    for cert in mlc.certifications():
        for field in ("status", "price_usd", "exam_minutes", "valid_years", "url"):
            if getattr(cert, field) is None:
                unknown.add((cert.id, field))
    for industry in mlc.industries():
        if not industry.naics:
            unknown.add((industry.id, "naics"))
    assert unknown == {
        ("15-1221 2025", "mean"),
        ("15-1252 2024", "openings_per_year"),
        ("machine-learning-specialist", "esco"),
        ("certified-analytics-professional", "price_usd"),
        ("certified-analytics-professional", "exam_minutes"),
        ("azure-data-scientist-associate", "exam_minutes"),
        ("azure-data-scientist-associate", "valid_years"),
        ("azure-mlops-engineer-associate", "valid_years"),
        ("healthcare", "naics"),
        ("consulting", "naics"),
    }, "fill nothing from memory, and leave out nothing that is known"


@pytest.mark.parametrize("industry", NAICS)
def test_naics(industry: str) -> None:
    assert mlc.industry(industry).naics == NAICS[industry]


def test_naics_is_for_all_six() -> None:
    assert {found.id for found in mlc.industries()} == set(NAICS)


# --- Sources and citations -------------------------------------------------------------------


@pytest.mark.parametrize("id", DOCUMENTS)
def test_source_of_evidence(id: str) -> None:
    found, document = mlc.source(id), DOCUMENTS[id]
    assert Document(found.publisher, found.published, found.url) == document
    assert found.accessed == TODAY


def test_an_estimate_says_why() -> None:
    for where, citation in every_citation():
        if citation.basis == "estimated":
            assert len((citation.note or "").split()) >= 4, f"{where}: say why, in the note"


def test_only_judgements_are_estimated() -> None:
    sources = {c.source for _, c in every_citation() if c.basis == "estimated"}
    assert sources <= {"onet-30-1", "esco-1-2-0", "naics-2022"}
    assert {c.source for _, c in every_citation() if c.basis == "computed"} == {"aijobs-2025"}


@pytest.mark.parametrize("role", ROLES)
def test_cite_has_the_attribution_line_of_onet(role: str) -> None:
    for record in (mlc.crosswalk(role), mlc.occupation_for(role), mlc.profile(role)):
        assert ONET_LINE in mlc.cite(record), f"cite({record!r}): word for word"


CITED: Final[dict[str, tuple[Callable[[], Record], tuple[str, ...]]]] = {
    "article": (
        lambda: mlc.salary_range("ML engineer"),
        ("Imed Bouchrika", "2026", "Entry-Level Jobs", "highest-salaries"),
    ),
    "BLS wages, transcribed": (
        lambda: mlc.wages("15-2051")[0],
        (BLS, "May 2025", OEWS_URL, "public domain", "transcribed"),
    ),
    "BLS wages, primary": (
        lambda: mlc.wages("15-2051")[1],
        (BLS, "May 2024", OEWS_URL, "public domain", "primary"),
    ),
    "BLS projection": (
        lambda: mlc.projections("15-1221")[0],
        (BLS, "2026", "2025-35", OUTLOOK_PAGES["15-1221"], "transcribed"),
    ),
    "official range": (
        lambda: mlc.salary_ranges("data scientist", level="all")[0],
        (BLS, "May 2025", OEWS_URL, "transcribed"),
    ),
    "O*NET and ESCO": (
        lambda: mlc.crosswalk("data scientist"),
        (ONET_LINE, "European Commission", "ESCO v1.2.0", "estimated", "H-1B"),
    ),
    "data set": (
        lambda: mlc.salary_ranges("data analyst")[0],
        ("aijobs.net", "foorilla", "2025-01-19", "CC0 1.0", "computed", "advertised_pay.py"),
    ),
    "occupation": (lambda: mlc.occupation("15-1299"), (BLS, ONET_LINE)),
    "NAICS": (
        lambda: mlc.industry("finance"),
        ("North American Industry Classification System", "2022", "estimated"),
    ),
}


@pytest.mark.parametrize("kind", CITED)
def test_cite(kind: str) -> None:
    find, words = CITED[kind]
    text = mlc.cite(find())
    assert not missing(text, words), f"cite of {kind}: {text}"
    assert "\n" not in text


@pytest.mark.parametrize("id", CERTIFICATES)
def test_cite_of_a_certificate_names_the_vendors_page(id: str) -> None:
    found = mlc.certification(id)
    text = mlc.cite(found)
    assert CERTIFICATES[id].url in text
    assert ("Bouchrika" in text) == found.recommended
    pages = [mlc.source(c.source) for c in found.citations if c.source != "bouchrika-2026"]
    assert [page.kind for page in pages] == ["vendor"]
    assert not missing(pages[0].note or "", ("dated files", "quote")), "say that it is transcribed"


@pytest.mark.parametrize("role", ROLES)
def test_the_source_of_a_profile_names_what_its_card_shows(role: str) -> None:
    """The card shows official wages, and advertised pay where there is some."""
    text = mlc.cite(mlc.profile(role))
    assert BLS in text, f"cite(profile({role!r})) does not name whose wages the card shows"
    assert ("aijobs.net" in text) == (role in ADVERTISED)


@pytest.mark.parametrize("name", ["README.md of the data", "docs/trust.md"])
def test_attributions_ship(name: str) -> None:
    page = ROOT / "docs" / "trust.md"
    data = resources.files("mlcareerdata") / "data" / "README.md"
    text = (page if name == "docs/trust.md" else data).read_text(encoding="utf-8")
    assert plain(ONET_LINE) in plain(text), f"{name}: the line of O*NET, word for word"
    words = ("European Commission", "ESCO", "public domain", "CC0 1.0", "aijobs.net")
    assert not missing(text, words), name


# --- Tools, and one file a question ----------------------------------------------------------


@pytest.mark.parametrize("tool", ["official_pay.py", "trust_page.py"])
def test_what_tools_write_is_up_to_date(tool: str) -> None:
    done = run(str(ROOT / "tools" / tool), "--check")
    assert done.returncode == 0, done.stderr or done.stdout


def test_the_trust_page_has_every_verdict() -> None:
    page = (ROOT / "docs" / "trust.md").read_text(encoding="utf-8")
    for claim, found in checked().items():
        assert found.check is not None
        lines = [line for line in page.splitlines() if found.check.note in line]
        assert lines, f"docs/trust.md lacks {claim}: run `python tools/trust_page.py`"
        assert all(found.check.verdict in line for line in lines)


COUNT: Final = """
import mlcareerdata as mlc
from mlcareerdata import _store

seen, read = [], _store.read
_store.read = lambda name: seen.append(name) or read(name)
{call}
print(*seen)
"""


@pytest.mark.parametrize(
    ("call", "files"),
    [
        ("mlc.role('ML engineer')", "roles"),
        ("mlc.role('ML engineer'); mlc.role('data scientist'); mlc.roles()", "roles"),
        ("mlc.certification('DP-100')", "certifications"),
        ("mlc.finding('projected-growth')", "findings"),
        ("str(mlc.wages()); repr(mlc.wages())", "wages"),
        ("mlc.occupation_for('data scientist')", "crosswalks occupations roles"),
        ("mlc.salary_ranges('data scientist')", "roles salary_ranges"),
    ],
)
def test_a_question_reads_its_own_files_once(call: str, files: str) -> None:
    done = run("-c", COUNT.format(call=call))
    assert done.returncode == 0, done.stderr
    assert sorted(done.stdout.split()) == files.split(), f"{call} reads other files, or one twice"


# --- "Done when" -----------------------------------------------------------------------------


def test_done_when() -> None:
    assert mlc.wages(mlc.occupation_for("data scientist"))[0].p50 == 120230
    data_scientist = mlc.certification("DP-100")
    assert data_scientist.status == "retired"
    assert mlc.certs_for("azure")[0] is mlc.certification(data_scientist.replaced_by[0])
    assert mlc.certification("MLS-C01").retired_on == date(2026, 3, 31)
    growth = mlc.finding("projected-growth")
    assert growth.check is not None
    assert growth.check.verdict == "contradicted"
    assert (growth.value, growth.unit) == (17.0, "percent"), "the article's claim stays its claim"
    assert not missing(mlc.cite(growth), ("Imed Bouchrika", BLS, "contradicted"))
