"""How the article's claims stand: each check has its evidence, and its verdict is never lost.

Verdicts, figures and documents of the evidence are typed in tests/typed.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Final, get_args

import pytest

import mlcareerdata as mlc
from mlcareerdata import models as m
from mlcareerdata.__main__ import main
from mlcareerdata.models import CitedRecord
from shown import shown
from typed_facts import library

TRUST: Final = Path(__file__).parent.parent / "docs" / "trust.md"
ARTICLE: Final = "bouchrika-2026"


def checked() -> dict[str, tuple[CitedRecord, m.Check]]:
    """Every record with a check, by its table and its `repr`, and the check."""
    found: dict[str, tuple[CitedRecord, m.Check]] = {}
    for name, facts in library().items():
        for record in facts.records:
            check = getattr(record, "check", None)
            if isinstance(record, CitedRecord) and isinstance(check, m.Check):
                found[f"{name}, {record!r}"] = (record, check)
    return found


CHECKED: Final = checked()
CONTRADICTED: Final = tuple(
    found.id for found in mlc.findings() if found.check and found.check.verdict == "contradicted"
)


# --- What a check says -----------------------------------------------------------------------


@pytest.mark.parametrize("claim", CHECKED)
def test_every_check_has_a_note_a_day_and_evidence(claim: str) -> None:
    _, check = CHECKED[claim]
    assert len(check.note.split()) > 5, f"{claim}: say what the evidence is"
    assert check.citations
    assert ARTICLE not in {c.source for c in check.citations}, "evidence of others"


def test_the_data_are_of_the_day_of_the_newest_check() -> None:
    newest = max(check.checked_on for _, check in CHECKED.values())
    read = max(source.accessed or date.min for source in mlc.sources())
    assert f"{max(newest, read):%Y.%m.%d}" <= mlc.DATA_VERSION, (
        "A document was read, or a claim checked, after DATA_VERSION: set it to that day."
    )


@pytest.mark.parametrize("claim", CHECKED)
def test_only_claims_of_the_article_are_checked(claim: str) -> None:
    record, _ = CHECKED[claim]
    assert ARTICLE in {c.source for c in record.citations}, claim


def test_the_notes_on_industries_quote_official_wages() -> None:
    paid = [*mlc.industry_wages("15-2051"), *mlc.industry_wages("15-1252")]
    known = {f"${amount:,}" for wage in paid for amount in (wage.p25, wage.p50) if amount}
    for record in (*mlc.industry_pay(), mlc.finding("finance-at-the-top")):
        assert record.check
        quoted = set(re.findall(r"\$[\d,]*\d", record.check.note))
        assert quoted <= known, f"{record!r}: industry_wages() has no such figure"


@pytest.mark.parametrize("claim", CHECKED)
def test_cite_names_the_article_and_the_evidence(claim: str) -> None:
    record, check = CHECKED[claim]
    text = mlc.cite(record)
    said, _, evidence = text.partition(f"Checked {check.checked_on}, {check.verdict}")
    assert mlc.cite(mlc.source(ARTICLE)) in said, text
    for citation in check.citations:
        assert mlc.cite(mlc.source(citation.source)) in evidence, text
        assert (citation.section or "") in evidence, text
        assert (citation.note or "") in evidence, text


@pytest.mark.parametrize("claim", CHECKED)
def test_a_checked_claim_says_how_it_stands_however_it_is_shown(claim: str) -> None:
    record, check = CHECKED[claim]
    verdict = "retired" if isinstance(record, m.Certification) else check.verdict
    for way, text in shown(record).items():
        assert verdict in text, f"{way} of {claim} does not say {verdict!r}"


def test_the_trust_page_has_every_verdict() -> None:
    page = TRUST.read_text(encoding="utf-8")
    for claim, (_, check) in CHECKED.items():
        lines = [line for line in page.splitlines() if check.note in line]
        assert lines, f"docs/trust.md lacks {claim}: run `python tools/tidy.py`"
        assert all(check.verdict in line for line in lines)


# --- All checks together -----------------------------------------------------------------------


def test_checks_are_those_of_the_records() -> None:
    every = mlc.checks()
    assert [(c.verdict, c.note, c.checked_on, c.citations) for c in every] == [
        (check.verdict, check.note, check.checked_on, check.citations)
        for _, check in CHECKED.values()
    ]
    assert len({claim.record for claim in every}) == len(every)
    for claim in every:
        assert claim.record.partition("/")[0] in library()
        assert claim.claim.endswith(".")
        assert claim.verdict in str(claim)
        assert claim.note in str(claim)
    assert mlc.checks() is every


def records(verdict: m.Verdict) -> set[str]:
    return {claim.record for claim in mlc.checks(verdict=verdict)}


def test_what_others_contradict() -> None:
    assert records("contradicted") == {
        "salary_ranges/machine-learning-engineer/Machine Learning Engineer/reported",
        "industry_pay/finance",
        "industry_pay/technology",
        "findings/finance-at-the-top",
        "findings/projected-growth",
    }


def test_what_others_support() -> None:
    assert records("supported") == {
        "salary_ranges/data-scientist/Data Scientist/reported",
        "salary_ranges/Entry-level jobs/reported",
        "salary_ranges/Entry-level machine learning jobs/reported",
        "salary_ranges/Typical entry-level roles/reported",
    }


def test_checks_of_one_verdict() -> None:
    verdicts: tuple[m.Verdict, ...] = get_args(m.Verdict)
    for verdict in verdicts:
        found = mlc.checks(verdict=verdict)
        assert list(found) == [claim for claim in mlc.checks() if claim.verdict == verdict]
    with pytest.raises(ValueError, match=r"verdict must be 'supported' or .* not 'true'"):
        mlc.checks(verdict="true")  # type: ignore[arg-type]  # the mistake


def test_a_check_names_whom_the_article_credits() -> None:
    credited = {claim.record: claim.credited_to for claim in mlc.checks()}
    assert credited["findings/growth-in-graduates"] == ("nsf-2024",)
    both = ("bls-pay-2024", "salarycom-2024")
    assert credited["salary_ranges/Entry-level machine learning jobs/reported"] == both


def test_an_open_end_stays_open_in_tables_and_frames() -> None:
    rows = mlc.checks().to_dicts()
    (claim,) = [row["claim"] for row in rows if "Entry-level machine learning" in str(row["claim"])]
    assert "$80,000-$120,000+ a year" in str(claim)
    for table in (mlc.salary_ranges(), mlc.salary_ranges(level="entry")):
        assert table._repr_html_().count("$120,000+") == 1


# --- The rules of the trust page ---------------------------------------------------------------


@pytest.mark.parametrize(
    "claim", [pay for pay in mlc.salary_ranges() if pay.kind == "reported"], ids=repr
)
def test_the_verdict_on_a_range_follows_from_the_rows_for_the_same_people(
    claim: m.SalaryRange,
) -> None:
    inside = [
        pay.median in claim
        for pay in mlc.salary_ranges(level="entry")
        if pay.median and pay.kind in ("advertised", "filed") and pay.role == claim.role
    ]
    decided = {True: "supported", False: "contradicted"}
    verdict = decided.get(all(inside)) if len({*inside}) == 1 else "partly"
    assert claim.check
    assert claim.check.verdict == (verdict if inside else "unconfirmed")


def order(occupation: str, figure: str, *, by_largest: bool = False) -> list[str]:
    """The article's five industries, as their best-paying or their largest parts stand."""
    parts: dict[str, list[tuple[int, int]]] = {}
    for pay in mlc.industry_wages(occupation):
        if pay.industry in {placed.industry for placed in mlc.industry_pay()}:
            size = (pay.employment or 0) if by_largest else 0
            parts.setdefault(pay.industry, []).append((size, getattr(pay, figure)))
    return sorted(parts, key=lambda industry: -max(parts[industry])[1])


def test_the_verdicts_on_the_order_of_pay_follow_from_four_orders() -> None:
    orders = [order(soc, p) for soc in ("15-2051", "15-1252") for p in ("p50", "p25")]
    for placed in mlc.industry_pay():
        stands = [found.index(placed.industry) + 1 for found in orders]
        told = {
            "finance": ([3, 3, 3, 3], "contradicted"),
            "technology": ([1, 1, 1, 1], "contradicted"),
            "healthcare": ([2, 2, 5, 5], "partly"),
            "automotive": ([5, 5, 2, 2], "partly"),
            "telecommunications": ([4, 4, 4, 4], "partly"),
        }
        assert placed.check
        assert (stands, placed.check.verdict) == told[placed.industry]


def test_the_trust_page_tells_the_orders_that_another_count_would_give() -> None:
    page = " ".join(TRUST.read_text(encoding="utf-8").split())
    assert "technology is second by the mean of data scientists" in page
    assert order("15-2051", "mean", by_largest=True).index("technology") == 1
    assert "finance is first by the median of other computer occupations (15-1299)" in page
    assert order("15-1299", "p50", by_largest=True)[0] == "finance"


# --- What nobody checked -----------------------------------------------------------------------


def claiming() -> list[m.CheckedRecord]:
    return [
        record
        for facts in library().values()
        for record in facts.records
        if isinstance(record, m.CheckedRecord)
    ]


@pytest.mark.parametrize("record", claiming(), ids=repr)
def test_a_card_says_what_nobody_checked(record: m.CheckedRecord) -> None:
    for card in (record._card(), record._repr_html_()):
        assert ("not checked" in card) == (record.check is None and bool(record._claim()))


def test_what_claims_nothing_is_not_called_unchecked() -> None:
    """Advice, official figures, and certificates that the article does not recommend."""
    for finding in mlc.findings():
        assert bool(finding._claim()) == (finding.kind == "claim")
    for pay in mlc.salary_ranges():
        assert bool(pay._claim()) == (pay.kind == "reported")
    for cert in mlc.certifications():
        assert bool(cert._claim()) == cert.recommended


def test_a_reason_that_rests_on_a_weak_claim_says_so() -> None:
    weak = {f.id: f.check.verdict for f in mlc.findings() if f.check}
    rests = [
        (cert, name)
        for cert in mlc.certifications()
        for name in weak
        if name in (cert.helps_because or "")
    ]
    assert rests, "one certificate is said to help because of a claim"
    for cert, name in rests:
        assert f"{name}, which is {weak[name]}" in (cert.helps_because or "")


def test_the_trust_page_counts_what_nobody_checked() -> None:
    page = TRUST.read_text(encoding="utf-8")
    claims = mlc.findings(kind="claim")
    none = sum(finding.check is None for finding in claims)
    assert f"`findings(*, topic=None, kind=None)` | {len(claims)} | {none} |" in page
    for verdict in get_args(m.Verdict):
        assert f"- **{verdict.capitalize()}**: " in page, "say by which rule it is given"


# --- In tables and on the command line -------------------------------------------------------


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
    figure = found.statement if found.value is None else f"{found.value:g} {found.unit}"
    tables = (mlc.roles(), mlc.industries(), mlc.skills(), mlc.platforms(), mlc.certifications())
    for name in ("", *(record.id for table in tables for record in table), id):
        for options in ([], ["--json"]):
            main([*([name] if name else []), *options])
            text = capsys.readouterr().out
            if found.statement in text or figure in text:
                assert "contradicted" in text, f"python -m mlcareerdata {name}: add the verdict"


def test_a_contradicted_claim_stays_the_claim_that_it_was() -> None:
    growth = mlc.finding("projected-growth")
    assert growth.id in CONTRADICTED
    assert growth.citations[0].source == ARTICLE, "the article's figure stays as it is"


def test_claims_verdicts_and_evidence_stand_side_by_side() -> None:
    rows = mlc.findings().to_dicts()
    for found, row in zip(mlc.findings(), rows, strict=True):
        check = found.check
        told = (row["check_verdict"], row["check_note"], row["check_checked_on"])
        assert told == ((check.verdict, check.note, check.checked_on) if check else (None,) * 3)
        assert check is None or found.kind == "claim", f"{found.id}: advice is not checked"
