"""What areas and official wages by area and by industry mean. Figures are typed in tests/typed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from math import fsum
from typing import Final

import pytest

import mlcareerdata as mlc
from mlcareerdata import models as m

OCCUPATIONS: Final = tuple(found.id for found in mlc.occupations())
PERCENTILES: Final = ("p10", "p25", "p50", "p75", "p90")
PAY: Final = ("mean", "mean_rse", *PERCENTILES)
PEOPLE: Final = ("employment", "employment_rse", "jobs_per_1000", "location_quotient")
EVERY: Final[tuple[m.AreaWages | m.IndustryWages, ...]] = (
    *mlc.area_wages(),
    *mlc.industry_wages(),
)
# For research scientists in Hartford, and so in Connecticut, all five percentiles are equal.
TOPPED: Final = ("0025540", "0900000")
each_occupation = pytest.mark.parametrize("occupation", OCCUPATIONS)


def state_of(place: m.Area) -> str:
    """The postal code that belongs to the first two digits of a state's code."""
    return {found.id[:2]: found.states[0] for found in mlc.areas(kind="state")}[place.id[:2]]


# --- Areas -------------------------------------------------------------------------------------


def test_as_many_areas_as_the_source_has() -> None:
    kinds = Counter(place.kind for place in mlc.areas())
    assert kinds == {"state": 54, "metro": 387, "nonmetro": 134}


def test_an_area_lies_in_a_state_and_says_so() -> None:
    known = {place.states[0] for place in mlc.areas(kind="state")}
    assert len(known) == 54
    for place in mlc.areas():
        assert set(place.states) <= known, repr(place)
        assert len(set(place.states)) == len(place.states), repr(place)
        if place.kind == "metro":
            assert place.name.endswith(f", {'-'.join(place.states)}"), repr(place)
        else:
            assert place.states == (state_of(place),), repr(place)


def test_codes_and_names_tell_the_kind() -> None:
    for place in mlc.areas():
        assert re.fullmatch(r"\d{7}", place.id), repr(place)
        assert place.id.endswith("00000") == (place.kind == "state"), repr(place)
        assert place.id.startswith("00") == (place.kind == "metro"), repr(place)
        assert ("nonmetropolitan area" in place.name) == (place.kind == "nonmetro"), repr(place)


def test_every_state_is_found_by_name_and_by_postal_code() -> None:
    for place in mlc.areas(kind="state"):
        assert mlc.area(place.name) is mlc.area(place.states[0]) is place


def test_every_principal_city_is_found_with_each_state_and_alone_where_it_is_the_only_one() -> None:
    """Cities of names without a trap: one hyphen between two, no county, no town."""
    plain = re.compile(r"[A-Z][a-z]+(?: [A-Z][a-z]+)*(?:-[A-Z][a-z]+(?: [A-Z][a-z]+)*)*")
    odd = ("City", "Town", "County", "Urban", "Winston", "Fayette")
    cities: list[tuple[str, m.Area]] = []
    for place in mlc.areas(kind="metro"):
        before = place.name.rpartition(", ")[0]
        if plain.fullmatch(before) and not any(word in before for word in odd):
            cities += ((city, place) for city in before.split("-"))
    assert len(cities) > 500
    times = Counter(city for place in mlc.areas() for city in {*place.aliases})
    for city, place in cities:
        for state in place.states:
            assert mlc.area(f"{city}, {state}") is place
            assert mlc.area(f"{city}, {mlc.area(state).name}") is place
        if times[city] == 1:
            assert mlc.area(city) is place


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("0042660", "0042660"),
        ("Seattle", "0042660"),
        ("seattle, wa", "0042660"),
        ("Bellevue, Washington", "0042660"),
        ("Vancouver, OR", "0038900"),
        ("Winston Salem", "0049180"),
        ("Wilkes-Barre", "0042540"),
        ("Coeur d'Alene", "0017660"),
        ("Nashville", "0034980"),
        ("Louisville", "0031140"),
        ("Honolulu", "0046520"),
        ("Kansas City, KS", "0028140"),
        ("Boise", "0014260"),
        ("Saint Louis", "0041180"),
        ("Washington", "5300000"),
        ("Washington, DC", "0047900"),
        ("New York", "3600000"),
        ("New York, NY", "0035620"),
        ("Wyoming", "5600000"),
        ("Wyoming, MI", "0024340"),
        ("Hawaii / Kauai nonmetropolitan area", "1500001"),
        ("me", "2300000"),
        ("42660", "0042660"),
        ("Portland OR", "0038900"),
        ("portland oregon", "0038900"),
        ("Portland,ME", "0038860"),
        ("Saint Louis MO", "0041180"),
        ("Seattle-Tacoma-Bellevue WA", "0042660"),
        ("New York City", "0035620"),
        ("NYC", "0035620"),
        ("New York City, NY", "0035620"),
        ("New York City NY", "0035620"),
        ("NYC, NY", "0035620"),
    ],
)
def test_a_place_is_found_as_people_call_it(name: str, id: str) -> None:
    assert mlc.area(name).id == id


@pytest.mark.parametrize(
    ("name", "full"),
    [
        ("Portland", ("Portland-South Portland, ME", "Portland-Vancouver-Hillsboro, OR-WA")),
        ("columbus", ("Columbus, GA-AL", "Columbus, IN", "Columbus, OH")),
        (
            "Springfield",
            (
                "Eugene-Springfield, OR",
                "Springfield, IL",
                "Springfield, MA",
                "Springfield, MO",
                "Springfield, OH",
            ),
        ),
    ],
)
def test_a_city_of_several_areas_is_none_of_them(name: str, full: tuple[str, ...]) -> None:
    with pytest.raises(mlc.UnknownNameError, match="more than one area") as caught:
        mlc.area(name)
    assert tuple(mlc.area(code).name for code in caught.value.suggestions) == full
    assert all(known in str(caught.value) for known in full)


@pytest.mark.parametrize("name", ["County", "Fayette", "Barre", "Winston", "Salem, NC", "Salem NC"])
def test_part_of_a_name_is_no_city(name: str) -> None:
    with pytest.raises(mlc.UnknownNameError, match="unknown area"):
        mlc.area(name)


def test_a_comma_may_be_missing_from_every_name() -> None:
    for place in mlc.areas():
        for name in (place.name, *(alias for alias in place.aliases if "," in alias)):
            for other in (name.replace(",", ""), name.replace(", ", ",")):
                assert mlc.area(other) is mlc.area(name) is place, other


def test_a_metropolitan_area_is_found_by_the_code_that_others_use() -> None:
    for place in mlc.areas():
        if place.kind == "metro":
            assert mlc.area(place.id[2:]) is place
        else:
            with pytest.raises(mlc.UnknownNameError):
                mlc.area(place.id[2:])


def unknown(name: str) -> mlc.UnknownNameError:
    with pytest.raises(mlc.UnknownNameError, match="unknown area") as caught:
        mlc.area(name)
    return caught.value


@pytest.mark.parametrize(
    ("name", "full"),
    [
        ("Seatle", ["Seattle-Tacoma-Bellevue, WA"]),
        ("Seatle WA", ["Seattle-Tacoma-Bellevue, WA"]),
        ("Austen, TX", ["Austin-Round Rock-San Marcos, TX"]),
        ("Portlnd", ["Portland-South Portland, ME", "Portland-Vancouver-Hillsboro, OR-WA"]),
        ("Californa", ["California"]),
    ],
)
def test_an_unknown_area_is_told_by_like_names(name: str, full: list[str]) -> None:
    error = unknown(name)
    assert [mlc.area(code).name for code in error.suggestions] == list(error.names) == full
    assert f"did you mean '{error.suggestions[0]}' ({full[0]})" in str(error)


@pytest.mark.parametrize(
    "name",
    ["Redmond", "Toronto", "Palo Alto", "Brooklyn", "Silicon Valley", "remote", "98101", "10001"],
)
def test_what_is_like_no_area_is_told_the_states_and_how_to_ask(name: str) -> None:
    error = unknown(name)
    assert error.suggestions == tuple(place.id for place in mlc.areas(kind="state"))
    assert "did you mean" not in str(error)
    how = "a ZIP code is neither" if name.isdigit() else "ask for its state, as in 'WA'"
    assert how in str(error)


@pytest.mark.parametrize("name", ["Redmond, WA", "Redmond WA", "Bellvue Washington State"])
def test_a_city_that_names_no_area_is_told_the_areas_of_its_state(name: str) -> None:
    suggested = [mlc.area(code) for code in unknown(name).suggestions]
    if name.startswith("Redmond"):
        assert suggested[0] is mlc.area("WA")
        assert set(suggested) == {place for place in mlc.areas() if "WA" in place.states}
    else:
        assert suggested == [mlc.area("Bellevue, WA")]


def test_a_message_about_an_unknown_city_of_any_state_can_be_read() -> None:
    for place in mlc.areas(kind="state"):
        assert len(str(unknown(f"Nowhere, {place.name}"))) < 1_000


@pytest.mark.parametrize(
    "name", ["US", "usa", "U.S.", "U.S.A.", "the United States", "national", "America", "0000000"]
)
def test_the_nation_is_no_area(name: str) -> None:
    error = unknown(name)
    assert error.suggestions == ()
    assert "wages(occupation)" in str(error)
    with pytest.raises(mlc.UnknownNameError, match=r"wages\(occupation\)"):
        mlc.wages_near("data scientist", name)


# --- Wages -------------------------------------------------------------------------------------


def test_every_area_has_wages_and_every_wage_an_area() -> None:
    assert {found.area for found in mlc.area_wages()} == {place.id for place in mlc.areas()}


def test_as_many_wages_as_the_source_has() -> None:
    kinds = Counter(mlc.area(found.area).kind for found in mlc.area_wages())
    assert kinds == {"state": 193, "metro": 1095, "nonmetro": 337}
    rows = list(mlc.area_wages())
    assert sum(found.mean is None for found in rows) == 41
    assert sum(found.employment is None for found in rows) == 14
    assert sum((found.mean_rse or 0) > 10 for found in rows) == 57


def test_percentiles_rise_and_the_mean_lies_among_them() -> None:
    for found in EVERY:
        ranks = [getattr(found, rank) for rank in PERCENTILES]
        if None in ranks:
            continue
        assert all(low <= high for low, high in pairwise(ranks)), repr(found)
        assert found.mean is not None
        assert found.p10 is not None
        assert found.p90 is not None
        assert found.p10 < found.mean, repr(found)
        topped = isinstance(found, m.AreaWages) and found.area in TOPPED
        assert found.mean < found.p90 or topped, repr(found)


def test_figures_are_released_together_or_not_at_all() -> None:
    for found in EVERY:
        for fields in (PAY, PEOPLE if isinstance(found, m.AreaWages) else PEOPLE[:1]):
            known = {getattr(found, field) is not None for field in fields}
            assert len(known) == 1, f"{found!r}: {fields}"
    for found in mlc.area_wages():
        assert found.employment is not None or found.mean is not None, repr(found)


@each_occupation
def test_the_states_add_up_to_the_nation(occupation: str) -> None:
    """To the nation within rounding, if every state is published; else never to more."""
    territories = {"GU", "PR", "VI"}
    states = mlc.area_wages(occupation, kind="state")
    inside = [found for found in states if not territories & {*mlc.area(found.area).states}]
    total = sum(found.employment or 0 for found in inside)
    nation = mlc.wages(occupation)[0].employment
    assert total <= nation + 5 * len(inside)
    assert total >= 0.95 * nation
    if len(inside) == 51 and all(found.employment for found in inside):
        assert total == pytest.approx(nation, abs=5 * 52)


@each_occupation
def test_the_nation_lies_among_its_states(occupation: str) -> None:
    nation = mlc.wages(occupation)[0].p50
    medians = [found.p50 for found in mlc.area_wages(occupation, kind="state") if found.p50]
    assert nation is not None
    assert min(medians) < nation < max(medians)


@each_occupation
def test_the_quotient_is_the_share_over_that_of_the_nation(occupation: str) -> None:
    """One national share fits the figures of every area, given how they are rounded."""
    low, high = 0.0, 1000.0
    for found in mlc.area_wages(occupation):
        if found.jobs_per_1000 is not None and found.location_quotient is not None:
            low = max(low, (found.jobs_per_1000 - 0.0005) / (found.location_quotient + 0.005))
            high = min(high, (found.jobs_per_1000 + 0.0005) / (found.location_quotient - 0.005))
    assert 0 < low <= high


# --- Industries --------------------------------------------------------------------------------


def test_every_industry_has_the_wages_of_its_own_codes() -> None:
    for industry in mlc.industries():
        codes = {found.naics for found in mlc.industry_wages(industry=industry)}
        assert {*industry.naics} <= codes, f"{industry.id}: no wages for a code of industries.json"
        for code in codes:
            assert code.startswith(industry.naics), f"{code} is no part of {industry.id}"


def test_a_code_has_one_name_and_one_industry() -> None:
    names = {(found.naics, found.label, found.industry) for found in mlc.industry_wages()}
    assert len(names) == len({code for code, _, _ in names}) == 14


@each_occupation
def test_a_part_of_an_industry_employs_no_more_than_the_whole(occupation: str) -> None:
    people = {found.naics: found.employment or 0 for found in mlc.industry_wages(occupation)}
    nation = mlc.wages(occupation)[0].employment
    for code, count in people.items():
        assert count < nation
        assert count <= people.get(code[:2], nation), code


# --- Order -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "rows", [mlc.area_wages(), mlc.industry_wages()], ids=["area_wages", "industry_wages"]
)
def test_those_that_employ_most_come_first(rows: Iterable[m.AreaWages | m.IndustryWages]) -> None:
    ranks = [
        (
            OCCUPATIONS.index(found.occupation),
            found.employment is None,
            -(found.employment or 0),
            found.area if isinstance(found, m.AreaWages) else found.naics,
        )
        for found in rows
    ]
    assert ranks == sorted(ranks)


# --- Control totals ----------------------------------------------------------------------------

# Most rows are too many to be typed twice, so one figure changed in them would go unseen. Of each
# occupation: how many areas, and the sum of each column of figures, PEOPLE and then PAY.
TOTALS: Final = {
    "15-2051": (
        *(424, 491_350, 5_498.2, 444.009, 263.13, 43_631_840, 1_744.8),
        *(25_618_460, 31_774_120, 40_925_640, 52_695_410, 64_526_050),
    ),
    "15-1221": (
        *(112, 65_490, 1_381.5, 72.631, 303.54, 14_971_990, 430.6),
        *(9_035_700, 11_368_490, 14_335_380, 17_839_380, 21_450_690),
    ),
    "15-1252": (
        *(565, 3_163_690, 6_254.4, 2_879.38, 265.21, 68_025_820, 1_760.3),
        *(40_996_580, 51_375_590, 65_431_520, 81_107_260, 97_535_620),
    ),
    "15-1299": (
        *(524, 801_630, 5_146.2, 1_007.578, 359.77, 51_478_760, 2_085.7),
        *(27_235_850, 36_056_180, 49_080_830, 63_759_000, 77_873_330),
    ),
}


@each_occupation
def test_columns_add_up_to_what_they_added_up_to_at_release(occupation: str) -> None:
    found = mlc.area_wages(occupation)
    sums = (
        round(fsum(getattr(record, column) or 0 for record in found), 3)
        for column in (*PEOPLE, *PAY)
    )
    assert (len(found), *sums) == TOTALS[occupation]
