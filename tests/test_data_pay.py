"""What the ranges of pay mean, and whom they are for. The figures are typed in tests/typed."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Final

import pytest

import mlcareerdata as mlc
from mlcareerdata import models as m
from mlcareerdata._show import dollars
from shown import read, shown
from typed_facts import missing, typed

ROLES: Final = tuple(role.id for role in mlc.roles())
OFFICIAL: Final = ("p25-p75", "p10-p90")
MINIMUM: Final = 30  # of fewer advertised ranges the medians are too unsteady to rely on


def kinds(role: str, *levels: str) -> list[str]:
    """The kinds of a role's ranges, as they were typed."""
    rows = typed("salary_ranges")
    return [row["kind"] for row in rows if row["role"] == role and row["level"] in levels]


# --- Which ranges there are ------------------------------------------------------------------


@pytest.mark.parametrize("role", ROLES)
def test_ranges_of_a_role_in_order(role: str) -> None:
    assert [r.kind for r in mlc.salary_ranges(role)] == kinds(role, "entry", "all")
    assert [r.kind for r in mlc.salary_ranges(role, level="entry")] == kinds(role, "entry")
    assert [r.kind for r in mlc.salary_ranges(role, level="all")] == list(OFFICIAL)
    order = ("reported", "advertised", "filed", *OFFICIAL)
    ranks = [order.index(r.kind) for r in mlc.salary_ranges(role)]
    assert ranks == sorted(set(ranks)), f"salary_ranges({role!r}): wrong order, or a kind twice"


@pytest.mark.parametrize("role", ROLES)
def test_salary_range_is_the_articles_own(role: str) -> None:
    if "reported" in kinds(role, "entry"):
        assert mlc.salary_range(role) is mlc.salary_ranges(role)[0]
        assert {c.source for c in mlc.salary_range(role).citations} == {"bouchrika-2026"}
        return
    with pytest.raises(mlc.NotReportedError, match=f"salary_ranges.*{role}") as raised:
        mlc.salary_range(role)
    having = {other for other in ROLES if "reported" in kinds(other, "entry")}
    assert set(raised.value.available) == having


# --- What a range says -----------------------------------------------------------------------


@pytest.mark.parametrize("found", mlc.salary_ranges(), ids=repr)
def test_an_amount_lies_between_the_ends(found: m.SalaryRange) -> None:
    assert found.low < found.high
    assert (found.currency, found.period, found.region) == ("USD", "year", "US")
    amounts = (found.low - 1, found.low, found.high, found.high + 1)
    assert [amount in found for amount in amounts] == [False, True, True, found.open_ended]


@pytest.mark.parametrize("found", mlc.salary_ranges(level="entry"), ids=repr)
def test_entry_ranges_are_reported_advertised_or_filed(found: m.SalaryRange) -> None:
    assert found.occupation is None
    if found.kind == "reported":
        assert (found.median, found.sample_size) == (None, None)
        assert found.year is None, "no single year is known for it"
        assert [c.source for c in found.citations] == ["bouchrika-2026"]
        return
    assert not found.open_ended
    assert found.sample_size is not None
    assert found.sample_size >= MINIMUM, f"{found.role}: too few, so it gets none"
    assert found.median is not None
    assert found.low < found.median < found.high
    quartiles = ", p25-p75" if found.kind == "filed" else ""
    said = f"{found.kind} at entry level{quartiles}, n = {found.sample_size:,}"
    assert said in str(found), "few are no measure: say n"
    assert found.kind in repr(found)
    assert found.kind in COMPUTED
    source, year, told, rules = COMPUTED[found.kind]
    assert found.year == year
    assert [(c.source, c.basis) for c in found.citations] == [(source, "computed")]
    assert not missing(found.note or "", told)
    said = found.citations[0].note or ""
    assert not missing(said, rules), "say by which tool, and the rules in their order"


# Of each kind that is computed: the source, the year, what its note tells, and by which rules.
COMPUTED: Final[dict[str, tuple[str, int | None, tuple[str, ...], tuple[str, ...]]]] = {
    "advertised": (
        "aijobs-2025",
        None,  # no single year is known for it
        ("2023", "2025", "United States", "medians", "midpoints"),
        ("tools/advertised_pay.py", "in this order", "differ only in salary", "repeats"),
    ),
    "filed": (
        "lca-2025",
        2025,
        ("foreign workers", "visa filings", "wage Level I", "legal minimum", "quartiles"),
        ("tools/filed_pay.py", "certified", "full time", "match_title", "lower end"),
    ),
}


def verdict(found: m.SalaryRange) -> m.Verdict:
    """By the rule for a range: how many medians for beginners in the role lie inside it."""
    same = [r for r in mlc.salary_ranges(level="entry") if r.role == found.role]
    inside = [r.median in found for r in same if r.median is not None]
    if not inside:
        return "unconfirmed"
    if all(inside):
        return "supported"
    return "partly" if any(inside) else "contradicted"


@pytest.mark.parametrize(
    "found", mlc.salary_ranges().filter(lambda r: r.kind == "reported"), ids=repr
)
def test_the_verdict_on_a_range_follows_the_rule(found: m.SalaryRange) -> None:
    assert found.check
    assert found.check.verdict == verdict(found)


def test_roles_that_the_filings_lack_have_no_filed_range() -> None:
    """Employers file engineers as software developers, a code that the data leave out."""
    filed = {r.role for r in mlc.salary_ranges() if r.kind == "filed"}
    assert filed == {None, "data-scientist", "business-intelligence-analyst", "data-analyst"}


@pytest.mark.parametrize("found", mlc.salary_ranges(level="all"), ids=repr)
def test_official_ranges_say_whom_they_cover(found: m.SalaryRange) -> None:
    assert found.kind in OFFICIAL
    assert found.role is not None
    assert found.occupation is not None
    assert found.occupation == mlc.crosswalk(found.role).occupation
    assert found.label == mlc.occupation(found.occupation).title
    assert found.sample_size is None
    assert not found.open_ended
    assert (found.median is None) == (found.kind == "p10-p90"), "a median has its middle half"
    assert not missing(found.note or "", ("all levels of experience", "every role", "occupation"))
    newest = mlc.wages(found.occupation)[0]
    assert (found.year, found.citations) == (newest.year, newest.citations)
    for way, text in shown(found).items():
        assert re.search(r"all levels|\ball\b", text), f"{way} does not say that it is for all"


def test_official_ranges_were_typed_from_the_newest_wages() -> None:
    """This compares the typed tables; `tools/tidy.py --check` does the same for the data."""
    newest: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for row in sorted(typed("wages"), key=lambda row: row["year"]):
        newest[row["occupation"]] = row
    expected: list[tuple[str, ...]] = []
    for codes in typed("crosswalks"):
        paid, of = newest[codes["occupation"]], (codes["role"], codes["occupation"])
        expected.append((*of, "p25-p75", paid["p25"], paid["p50"], paid["p75"], paid["year"]))
        expected.append((*of, "p10-p90", paid["p10"], "", paid["p90"], paid["year"]))
    fields = ("role", "occupation", "kind", "low", "median", "high", "year")
    rows = [tuple(row[field] for field in fields) for row in typed("salary_ranges")]
    official = [row for row in rows if row[2] in OFFICIAL]
    assert official == expected, "tests/typed: salary_ranges.csv repeats the newest of wages.csv"


# --- What the card of a role shows -----------------------------------------------------------


@pytest.mark.parametrize("role", ROLES)
def test_the_card_of_a_profile_has_all_of_it(role: str) -> None:
    codes = mlc.crosswalk(role)
    profile = mlc.profile(role)
    assert profile.crosswalk is codes
    for text in (profile._card(), read(profile._repr_html_())):
        for found in mlc.salary_ranges(role):
            ends = (dollars(found.low), dollars(found.high))
            said = ends if found.occupation else (found._amount(),)
            assert all(words in text for words in said), f"the card of {role} lacks {found!r}"
        for code in (codes.occupation, codes.onet, codes.isco, codes.esco or ""):
            assert code in text, f"the card of {role} lacks {code}"
        median = mlc.wages(codes.occupation)[0].p50
        assert f"{median:,}" in text, f"the card of {role} lacks the official median"
        for outlook in mlc.projections(codes.occupation)[:1]:
            assert str(outlook) in text, f"the card of {role} lacks {outlook!r}"


@pytest.mark.parametrize("role", ROLES)
def test_the_source_of_a_profile_names_what_its_card_shows(role: str) -> None:
    """The card shows official wages, and advertised pay where there is some."""
    text = mlc.cite(mlc.profile(role))
    assert "U.S. Bureau of Labor Statistics" in text, f"whose wages does profile({role!r}) show?"
    beginners = kinds(role, "entry")
    assert ("aijobs.net" in text) == ("advertised" in beginners)
    assert ("LCA disclosure data" in text) == ("filed" in beginners)
