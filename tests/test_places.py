"""Look-ups of places and of wages there, and how such wages are shown."""

from __future__ import annotations

from typing import Literal

import pytest

import mlcareerdata as mlc
from conftest import Hold
from mlcareerdata import models as m
from mlcareerdata._lookup import _where
from shown import shown

SEATTLE = "0042660"


def wages(**changes: object) -> m.AreaWages:
    """Made-up wages. The tests name only the fields that they change."""
    given = mlc.wages_near("data scientist", SEATTLE).model_dump() | changes
    return m.AreaWages.model_validate(given)


# --- Look-ups ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "work",
    [
        "data scientist",
        "Data Scientists",
        "15-2051",
        "15-2051.00",
        mlc.role("data scientist"),
        mlc.occupation("15-2051"),
    ],
    ids=str,
)
def test_wages_near_takes_a_role_or_an_occupation(work: str | m.Role | m.Occupation) -> None:
    found = mlc.wages_near(work, "Seattle")
    assert (found.occupation, found.area) == ("15-2051", SEATTLE)
    assert found is mlc.wages_near(work, mlc.area("Seattle"))


def test_a_name_of_a_role_and_of_an_occupation_means_the_same() -> None:
    for role in mlc.roles():
        for name in (role.id, role.title, *role.aliases):
            try:
                known = mlc.occupation(name)
            except mlc.UnknownNameError:
                continue
            assert mlc.occupation_for(role) is known, name


@pytest.mark.parametrize("work", ["data sientist", "Plumbers", ""])
def test_unknown_work(work: str) -> None:
    with pytest.raises(mlc.UnknownNameError) as caught:
        mlc.wages_near(work, "Seattle")
    assert caught.value.kind == "role or occupation"
    every = [*(role.id for role in mlc.roles()), *(one.id for one in mlc.occupations())]
    near = ["data-scientist", "15-2051"]
    assert [*caught.value.suggestions] == (near if work == "data sientist" else every)


@pytest.mark.parametrize("work", [None, 1, b"data scientist", mlc.skills()[0]])
def test_work_of_the_wrong_type(work: str) -> None:
    said = f"a role or an occupation: .* not by {type(work).__name__}$"
    with pytest.raises(TypeError, match=said):
        mlc.wages_near(work, "Seattle")


def test_an_occupation_that_is_not_published_there_names_places_of_the_same_state() -> None:
    with pytest.raises(mlc.NotReportedError) as caught:
        mlc.wages_near("AI engineer", "Yuma")
    error = caught.value
    assert (error.kind, error.name) == ("area", "0049740")
    published = {found.area for found in mlc.area_wages("15-1221")}
    assert set(error.available) == published
    there = ["AZ" in mlc.area(code).states for code in error.available]
    assert any(there)
    assert there == sorted(there, reverse=True), "those of Arizona come first"
    for said in ("Computer and Information Research Scientists", "Yuma, AZ", "Phoenix"):
        assert said in str(error)


def test_every_area_and_occupation_either_has_wages_or_says_where_there_are_some() -> None:
    for occupation in mlc.occupations():
        published = {found.area: found for found in mlc.area_wages(occupation)}
        for place in mlc.areas():
            if place.id in published:
                assert mlc.wages_near(occupation, place) is published[place.id]
        missing = next(place for place in mlc.areas() if place.id not in published)
        with pytest.raises(mlc.NotReportedError):
            mlc.wages_near(occupation, missing)


def test_arguments_narrow_the_tables() -> None:
    found = mlc.area_wages("15-2051", area="OR", kind="state")
    assert [(r.occupation, r.area) for r in found] == [("15-2051", "4100000")]
    assert not len(mlc.area_wages(area="OR", kind="metro"))
    assert {mlc.area(r.area).kind for r in mlc.area_wages(kind="nonmetro")} == {"nonmetro"}
    assert {r.occupation for r in mlc.area_wages(area="OR")} == {
        r.occupation for r in mlc.area_wages() if r.area == "4100000"
    }
    assert {r.industry for r in mlc.industry_wages(industry="fintech")} == {"finance"}
    assert {r.occupation for r in mlc.industry_wages("software developers")} == {"15-1252"}


def test_a_comma_may_be_left_out_of_any_name() -> None:
    for area in mlc.areas():
        for name in (area.name, *area.aliases):
            try:
                with_comma = mlc.area(name)
            except mlc.UnknownNameError:  # several have it
                continue
            assert mlc.area(name.replace(",", "")) is with_comma, name


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("New, York", ("0035620", "3600000")),
        ("Eastern, Oregon nonmetropolitan area", ("4100008", "3900003", "4100006")),
    ],
)
def test_a_comma_may_not_be_put_in(name: str, near: tuple[str, ...]) -> None:
    assert mlc.area(name.replace(",", "")).id
    with pytest.raises(mlc.UnknownNameError) as caught:
        mlc.area(name)
    assert caught.value.suggestions == near


def test_a_kind_that_there_is_not() -> None:
    city: m.AreaKind = "city"  # type: ignore[assignment]  # what a caller might write
    for call in (mlc.areas, mlc.area_wages):
        with pytest.raises(ValueError, match="'state' or 'metro' or 'nonmetro', not 'city'"):
            call(kind=city)
    with pytest.raises(ValueError, match=r"not 'x+$"):
        mlc.areas(kind="x" * 10_000)  # type: ignore[arg-type]  # the mistake


def test_a_name_of_many_words_is_asked_a_few_times(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def get(spec: object, name: str) -> None:
        asked.append(name)

    monkeypatch.setattr(_where, "get", get)
    with pytest.raises(mlc.UnknownNameError):
        _where.place("a " * 1_000)
    assert len(asked) < 10


@pytest.mark.parametrize("name", ["Nowhere At All, District of Columbia", "Nowhere VI"])
def test_a_state_behind_an_unknown_city_is_seen(name: str) -> None:
    with pytest.raises(mlc.UnknownNameError) as caught:
        mlc.area(name)
    assert len(caught.value.suggestions) < 10


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("San Francisco Bay Area", ("0041860",)),
        ("Greater Boston", ("0014460",)),
        ("Seattle metro area, Washington", ("0042660",)),
    ],
)
def test_a_region_called_after_a_city_is_led_to_it(name: str, near: tuple[str, ...]) -> None:
    with pytest.raises(mlc.UnknownNameError) as caught:
        mlc.area(name)
    assert caught.value.suggestions == near


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("San Fransisco California", ("0041860",)),
        ("Sant Louis, Missouri", ("0041180",)),
        ("Sale Lake City UT", ("0041620",)),
    ],
)
def test_the_words_of_a_mistyped_city_are_compared_together(
    name: str, near: tuple[str, ...]
) -> None:
    with pytest.raises(mlc.UnknownNameError) as caught:
        mlc.area(name)
    assert caught.value.suggestions == near


@pytest.mark.parametrize("kind", ["state", "metro", "nonmetro"])
def test_a_code_is_that_of_its_area(kind: Literal["state", "metro", "nonmetro"]) -> None:
    for area in mlc.areas(kind=kind):
        assert mlc.area(area.id) == area
        if kind == "metro":
            assert mlc.area(area.id[2:]) == area


def test_the_newest_wages_are_near(hold: Hold) -> None:
    hold("area_wages", [wages(), wages(year=2024, mean=1)])
    assert mlc.wages_near("data scientist", "Seattle").year == 2025


# --- Names that are shared ---------------------------------------------------------------------


def _area(id: str, name: str, *aliases: str) -> m.Area:
    citations = mlc.area(SEATTLE).citations
    return m.Area(
        id=id, name=name, kind="metro", states=("WA",), aliases=aliases, citations=citations
    )


def test_a_shared_name_finds_none_and_its_records_are_found_by_their_own(hold: Hold) -> None:
    first = _area("0000001", "A-B, WA", "A", "B", "b")
    second = _area("0000002", "B-C, WA", "B", "C", "b.")
    third = _area("0000003", "D, WA", "(B)")
    hold("areas", [first, second, third])
    assert [mlc.area(name) for name in ("a", "c", "D, wa")] == [first, second, third]
    for name in ("B", "b", " b. "):
        with pytest.raises(mlc.UnknownNameError) as caught:
            mlc.area(name)
        assert caught.value.suggestions == ("0000001", "0000002", "0000003")
        assert caught.value.names == ("A-B, WA", "B-C, WA", "D, WA")


def test_an_id_is_no_other_record_s_name(hold: Hold) -> None:
    with pytest.raises(mlc.DataIntegrityError, match="is a name of '0000001' too"):
        hold("areas", [_area("0000001", "A, WA"), _area("0000002", "B, WA", "0000001")])


@pytest.mark.parametrize(
    "name",
    [
        *("US", "USA", "U.S.", "U.S.A.", "the US", "the USA", "United States"),
        *("the United States", "United States of America", "America", "nation", "national"),
        *("Nationwide", "0000000"),
    ],
)
def test_the_nation_is_no_area_by_any_of_its_names(name: str) -> None:
    with pytest.raises(mlc.UnknownNameError) as caught:
        mlc.area(name)
    assert (caught.value.kind, caught.value.name, caught.value.suggestions) == ("area", name, ())
    assert caught.value.hint == "(the nation is no area: its wages are those of wages(occupation))"


def test_a_name_is_more_than_punctuation(hold: Hold) -> None:
    with pytest.raises(mlc.DataIntegrityError) as caught:
        hold("areas", [_area("0000001", "A, WA"), _area("0000002", "B, WA", "...")])
    assert caught.value.record == "0000002"
    assert caught.value.problem == "a name is nothing but punctuation"


# --- How they are shown ------------------------------------------------------------------------


def test_a_line_says_occupation_place_time_and_level() -> None:
    assert str(wages()).startswith(
        "Data Scientists (15-2051) in Seattle-Tacoma-Bellevue, WA, May 2025, all levels: median $"
    )
    for text in shown(wages()).values():
        assert "15-2051" in text
        assert "May 2025" in text
        assert "all levels" in text


@pytest.mark.parametrize(("error", "said"), [(10.0, False), (10.1, True), (None, False)])
def test_a_line_says_when_a_mean_is_unsteady(error: float | None, said: bool) -> None:
    line = str(wages(mean_rse=error))
    assert ("unsteady" in line) == said
    assert (f"{error} %" in line) == said


def test_what_is_not_released_is_said() -> None:
    none = dict.fromkeys(("mean", "mean_rse", "p10", "p25", "p50", "p75", "p90"))
    record = wages(**none)
    assert "all levels: wages not released (" in str(record)
    assert "wages not released" in repr(record)
    assert "None" not in record._card()


def test_a_place_that_is_unknown_is_shown_by_its_code() -> None:
    assert " in 0000001, May 2025" in str(wages(area="0000001"))


def test_no_place_is_read_before_a_line_is(unread: None) -> None:
    import mlcareerdata._store as store

    record = mlc.area_wages("15-2051")[0]
    assert "areas" not in store._LOADED
    assert "California" in str(record)
    assert "areas" in store._LOADED


def test_roles_read_no_file_of_places(unread: None) -> None:
    import mlcareerdata._store as store

    mlc.profile("data scientist")
    mlc.salary_ranges("data scientist")
    assert not {"areas", "area_wages", "industry_wages"} & set(store._LOADED)


@pytest.mark.parametrize("code", ["100000", "0100", "38900000", "00"])
def test_a_state_has_no_shorter_code(code: str) -> None:
    """Of all codes only those of metropolitan areas are written with five digits too."""
    with pytest.raises(mlc.UnknownNameError):
        mlc.area(code)


def test_a_city_is_looked_for_in_a_state_of_three_words() -> None:
    with pytest.raises(mlc.UnknownNameError) as caught:
        mlc.area("The Old Town Beside the Big River, District of Columbia")
    assert all("DC" in mlc.area(code).states for code in caught.value.suggestions)
