"""Charts say what the records say, and every mark says what it is."""

from __future__ import annotations

from itertools import pairwise

import pytest

import mlcareerdata as mlc
import mlcareerdata.models as m
from conftest import Hold
from drawn import Row, Spec, sections_of, spec_of
from mlcareerdata import charts
from mlcareerdata.ids import RoleId
from mlcareerdata.models._provenance import source_label

ROLES = [role.id for role in mlc.roles()]


def money(amount: int | None) -> str:
    assert amount is not None
    return f"${amount:,}"


def in_order(spec: Spec) -> bool:
    """Whether marks stand one below the other, and within the sheet."""
    places = [float(row["y"] or 0) for row in spec.rows()]
    return all(a < b for a, b in pairwise([0.0, *places, float(spec.height)]))


# --- Pay of roles ----------------------------------------------------------------------------


@pytest.mark.parametrize("role", ROLES)
def test_a_role_has_a_lane_for_each_kind_of_pay(role: RoleId) -> None:
    spec = spec_of(charts.salaries(role))
    assert in_order(spec)
    lanes = sections_of(spec)
    assert list(lanes) == [mlc.role(role).title]
    found = {str(lane["ink"]): lane for lane in lanes[mlc.role(role).title]}
    ranges = {pay.kind: pay for pay in mlc.salary_ranges(role)}
    entry = {kind: pay for kind, pay in ranges.items() if pay.level == "entry"}
    assert set(found) == {*entry, "official"}
    for kind, pay in entry.items():
        lane = found[kind]
        assert (lane["low"], lane["high"], lane["median"]) == (pay.low, pay.high, pay.median)
        assert (lane["from"], lane["to"], lane["mean"]) == (None, None, None)
        check_words(lane, pay)
    half, outer, lane = ranges["p25-p75"], ranges["p10-p90"], found["official"]
    assert (lane["low"], lane["high"], lane["median"]) == (half.low, half.high, half.median)
    assert (lane["from"], lane["to"]) == (outer.low, outer.high)
    check_words(lane, half)
    check_words(lane, outer)


def check_words(lane: Row, pay: m.SalaryRange) -> None:
    """The level, the kind, the number, the year, the occupation and the source, in words."""
    words = f"{lane['name']} {lane['figures']}"
    wanted = [
        {"entry": "entry level", "all": "all levels"}[pay.level],
        pay.kind.capitalize() if pay.level == "entry" else "Official",
        f"{money(pay.low)}-{money(pay.high)}",
        f"n = {pay.sample_size:,}" if pay.sample_size else "",
        str(pay.year or ""),
        f"{pay.label} ({pay.occupation})" if pay.occupation else "",
        f"[{pay.check.verdict}]" if pay.check else "",
        f"({source_label(pay.citations[0].source)})",
    ]
    assert [text for text in wanted if text not in words] == []
    assert str(pay) in str(lane["says"])


def test_without_a_name_all_roles_are_drawn_in_their_order() -> None:
    spec = spec_of(charts.salaries())
    assert in_order(spec)
    assert list(sections_of(spec)) == [role.title for role in mlc.roles()]


def test_roles_are_drawn_in_the_order_asked_for_and_once() -> None:
    lanes = sections_of(spec_of(charts.salaries("data analyst", "ML engineer", "data-analyst")))
    assert list(lanes) == ["Data Analyst", "Machine Learning Engineer"]
    one = spec_of(charts.salaries("data analyst", "data-analyst"))
    assert one == spec_of(charts.salaries(mlc.role("data analyst")))


def test_each_kind_of_pay_is_drawn_by_its_own_mark() -> None:
    spec = spec_of(charts.salaries("data scientist"))
    assert spec.marks() == {("bar", "low", "high"), ("rule", "from", "to"), ("tick", "median")}


def test_a_range_with_an_open_end_says_so(hold: Hold) -> None:
    pay = mlc.salary_range("data scientist").model_copy(update={"open_ended": True})
    hold("salary_ranges", [pay])
    (lane,) = spec_of(charts.salaries("data scientist")).rows()
    assert f"{money(pay.high)}+ " in str(lane["figures"])


@pytest.mark.parametrize("kind", ["p10-p90", "p25-p75"])
def test_one_official_range_alone_is_drawn_too(kind: str, hold: Hold) -> None:
    (pay,) = (pay for pay in mlc.salary_ranges("data scientist") if pay.kind == kind)
    hold("salary_ranges", [pay])
    spec = spec_of(charts.salaries("data scientist"))
    (lane,) = spec.rows()
    ends = ("from", "to") if kind == "p10-p90" else ("low", "high")
    assert tuple(lane[end] for end in ends) == (pay.low, pay.high)
    check_words(lane, pay)
    assert ("bar", "low", "high") not in spec.marks() or kind == "p25-p75"


def test_a_role_without_any_pay_is_an_error_that_names_others(hold: Hold) -> None:
    hold("salary_ranges", [mlc.salary_range("data scientist")])
    with pytest.raises(mlc.NotReportedError) as error:
        charts.salaries("data scientist", "ML engineer")
    assert error.value.name == "machine-learning-engineer"
    assert error.value.available == ("data-scientist",)


# --- Places ----------------------------------------------------------------------------------

OCCUPATIONS = {mlc.crosswalk(role).occupation: role for role in ROLES}


def local(occupation: str) -> list[m.AreaWages]:
    """Released means of areas that are no states, the highest first."""
    known = [
        pay
        for pay in mlc.area_wages(occupation)
        if pay.mean is not None and mlc.area(pay.area).kind != "state"
    ]
    return sorted(known, key=lambda pay: -(pay.mean or 0))


def check_place(lane: Row, pay: m.AreaWages) -> None:
    assert pay.mean is not None
    assert pay.mean_rse is not None
    error = pay.mean * pay.mean_rse / 100
    assert lane["mean"] == pay.mean
    assert lane["from"] == pytest.approx(pay.mean - error)
    assert lane["to"] == pytest.approx(pay.mean + error)
    assert mlc.area(pay.area).name in str(lane["name"])
    words = f"mean {money(pay.mean)}, standard error {pay.mean_rse} %"
    assert str(lane["figures"]).startswith(words)
    assert ("unsteady" in str(lane["figures"])) == (pay.mean_rse > 10)
    if pay.p50:
        assert str(lane["figures"]).endswith(f"median {money(pay.p50)}")
    assert lane["says"] == str(pay)


@pytest.mark.parametrize(("occupation", "role"), OCCUPATIONS.items())
def test_places_are_those_with_the_highest_and_the_lowest_mean(
    occupation: str, role: RoleId
) -> None:
    spec = spec_of(charts.places(role))
    assert in_order(spec)
    lanes = sections_of(spec)
    assert list(lanes) == ["Highest mean", "To compare", "Lowest mean"]
    ranked = local(occupation)
    for heading, wanted in (("Highest mean", ranked[:5]), ("Lowest mean", ranked[-5:])):
        assert len(lanes[heading]) == 5
        for lane, pay in zip(lanes[heading], wanted, strict=True):
            check_place(lane, pay)
    (nation,) = lanes["To compare"]
    assert (nation["name"], nation["mean"]) == ("The nation", mlc.wages(occupation)[0].mean)
    assert (nation["from"], nation["to"]) == (None, None)
    title = mlc.occupation(occupation).title
    head = f"Mean pay of {title} ({occupation}) by area, all levels, May {ranked[0].year}: "
    assert spec.description.startswith(head)
    every = [pay for pay in mlc.area_wages(occupation) if mlc.area(pay.area).kind != "state"]
    counted = f"Ranked: {len(ranked)} metropolitan and nonmetropolitan areas; "
    assert f"{counted}{len(every) - len(ranked)} more are left out" in spec.description


@pytest.mark.parametrize("area", ["Boston, MA", "CA", local("15-2051")[200].area])
def test_the_area_asked_for_stands_between(area: str) -> None:
    lanes = sections_of(spec_of(charts.places("data scientist", area)))
    asked, nation = sorted(lanes["To compare"], key=lambda lane: lane["name"] == "The nation")
    check_place(asked, mlc.wages_near("data scientist", area))
    assert str(asked["name"]).endswith(" (asked for)")
    assert asked["ink"] != nation["ink"]
    means = [float(lane["mean"] or 0) for lane in lanes["To compare"]]
    assert means == sorted(means, reverse=True)


def test_an_area_at_one_end_is_marked_there_and_drawn_once() -> None:
    spec = spec_of(charts.places("software engineer ml", "San Jose"))
    asked = [row for row in spec.rows() if "San Jose" in str(row["name"])]
    assert [row["section"] for row in asked] == ["Highest mean"]
    assert str(asked[0]["name"]).endswith(" (asked for)")
    assert asked[0]["ink"] == "advertised"


def test_marks_of_places_are_a_dot_and_a_capped_line() -> None:
    assert spec_of(charts.places("data scientist")).marks() == {
        ("rule", "from", "to"),
        ("tick", "from"),
        ("tick", "to"),
        ("circle", "mean"),
    }


def test_few_areas_are_drawn_once_each(hold: Hold) -> None:
    some = local("15-2051")[:7]
    hold("area_wages", some)
    spec = spec_of(charts.places("data scientist"))
    lanes = sections_of(spec)
    assert [len(rows) for rows in lanes.values()] == [5, 1, 2]
    assert "left out" not in spec.description


def test_an_area_whose_pay_is_not_released_is_an_error_that_names_others() -> None:
    hidden = next(pay for pay in mlc.area_wages("15-2051") if pay.mean is None)
    with pytest.raises(mlc.NotReportedError) as error:
        charts.places("data scientist", hidden.area)
    assert error.value.name == hidden.area
    assert hidden.area not in error.value.available
    assert len(error.value.available) > 300
    (unpublished,) = {"Boise City, ID"}
    with pytest.raises(mlc.NotReportedError, match="Boise"):
        charts.places("AI engineer", unpublished)


# --- Industries ------------------------------------------------------------------------------


@pytest.mark.parametrize(("occupation", "role"), OCCUPATIONS.items())
def test_industries_stand_under_their_place_in_the_article(occupation: str, role: RoleId) -> None:
    spec = spec_of(charts.industries(role))
    assert in_order(spec)
    lanes = sections_of(spec)
    released = [pay for pay in mlc.industry_wages(occupation) if pay.p50 is not None]
    assert sum(map(len, lanes.values())) == len(released)
    for heading, rows in lanes.items():
        medians = [float(row["median"] or 0) for row in rows]
        assert medians == sorted(medians, reverse=True), heading
    for pay in released:
        heading = heading_of(pay)
        name = f"{pay.label} (NAICS {pay.naics})"
        (lane,) = (row for row in lanes[heading] if row["name"] == name)
        drawn = tuple(lane[field] for field in ("from", "low", "median", "high", "to"))
        assert drawn == (pay.p10, pay.p25, pay.p50, pay.p75, pay.p90)
        half = f"{money(pay.p25)}-{money(pay.p75)}"
        assert lane["figures"] == f"median {money(pay.p50)}, middle half {half}"
        assert lane["says"] == str(pay)
    places = [
        place.position for place in mlc.industry_pay() for name in lanes if place.label in name
    ]
    assert places == sorted(places)
    assert ", all levels, May 2025: " in spec.description


def heading_of(pay: m.IndustryWages) -> str:
    places = {place.industry: place for place in mlc.industry_pay()}
    if pay.industry not in places:
        return f"Not in the article's order: {mlc.industry(pay.industry).name}"
    place = places[pay.industry]
    verdict = place.check.verdict if place.check else "not checked"
    return f"{place.position} in the article's order: {place.label} [{verdict}]"


def test_an_industry_whose_pay_is_not_released_is_named() -> None:
    hidden = [pay for pay in mlc.industry_wages("15-1299") if pay.p50 is None]
    assert hidden, "no industry is left out any more: find another example"
    text = spec_of(charts.industries("ML specialist")).description
    assert all(f"{pay.label} ({pay.naics})" in text for pay in hidden)
    assert "Left out" not in spec_of(charts.industries("data scientist")).description


@pytest.mark.parametrize("role", ["ai-engineer", "data-scientist"])
def test_an_industry_of_the_order_without_official_pay_is_named(role: RoleId) -> None:
    known = {pay.industry for pay in mlc.industry_wages(mlc.occupation_for(role))}
    unknown = [one for one in mlc.industry_pay() if one.industry not in known]
    said = spec_of(charts.industries(role)).description
    named = "; ".join(f"{one.label} ({one.position})" for one in unknown)
    assert (f"No official pay is known in: {named}." in said) == bool(unknown)
    assert ("No official pay is known" in said) == (role == "ai-engineer")


@pytest.mark.parametrize(
    ("draw", "table"), [(charts.places, "area_wages"), (charts.industries, "industry_wages")]
)
def test_an_occupation_without_wages_is_an_error_that_names_others(
    draw: object, table: str, hold: Hold
) -> None:
    assert callable(draw)
    kept = [pay for pay in getattr(mlc, table)() if pay.occupation == "15-1252"]
    hold(table, kept)
    with pytest.raises(mlc.NotReportedError) as error:
        draw("data scientist")
    assert error.value.name == "data-scientist"
    assert error.value.available == ("software-engineer-ml",)


# --- Claims ----------------------------------------------------------------------------------


def test_every_claim_is_one_square() -> None:
    spec = spec_of(charts.claims())
    rows = spec.rows()
    drawn = sorted((str(row["claim"]), str(row["verdict"]), str(row["note"])) for row in rows)
    checked = [(found.claim, found.verdict, found.note) for found in mlc.checks()]
    assert [row for row in drawn if row[1] != "not checked"] == sorted(checked)
    unchecked = [finding.statement for finding in mlc.findings(kind="claim") if not finding.check]
    left = [row[0] for row in drawn if row[1] == "not checked"]
    assert set(unchecked) <= set(left)
    others = sum(skill.check is None for skill in mlc.skills())
    others += sum(cert.recommended and cert.check is None for cert in mlc.certifications())
    assert len(left) == len(unchecked) + others
    places = {(row["x"], row["y"]) for row in rows}
    assert len(places) == len(rows), "no square covers another"


def test_claims_are_counted_in_words() -> None:
    spec = spec_of(charts.claims())
    words = [text for text, _ in spec.texts()]
    counts: dict[str, int] = {}
    for row in spec.rows():
        counts[str(row["verdict"])] = counts.get(str(row["verdict"]), 0) + 1
    for verdict, count in counts.items():
        assert f"{verdict.capitalize()}: {count}" in words
    total, left = sum(counts.values()), counts["not checked"]
    assert f"Of {total} claims, {total - left} were checked and {left} were not." in words[1]


def test_squares_of_unchecked_claims_are_hollow() -> None:
    rows = spec_of(charts.claims()).rows()
    assert {row["verdict"] for row in rows if row["hollow"]} == {"not checked"}
    assert all(row["hollow"] for row in rows if row["verdict"] == "not checked")


# --- Names -----------------------------------------------------------------------------------


@pytest.mark.parametrize("draw", [charts.salaries, charts.places, charts.industries])
def test_an_unknown_role_is_an_unknown_name(draw: object) -> None:
    assert callable(draw)
    with pytest.raises(mlc.UnknownNameError) as error:
        draw("data scintist")
    assert error.value.suggestions == ("data-scientist",)


def test_an_unknown_area_is_an_unknown_name() -> None:
    with pytest.raises(mlc.UnknownNameError, match="Atlantis"):
        charts.places("data scientist", "Atlantis")
    with pytest.raises(mlc.UnknownNameError, match="more than one"):
        charts.places("data scientist", "Portland")
