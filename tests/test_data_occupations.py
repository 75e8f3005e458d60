"""What the official codes, wages and projections mean. The figures are typed in tests/typed."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

import pytest

import mlcareerdata as mlc
from mlcareerdata import models as m
from shown import shown
from typed_facts import says

ROLES: Final = tuple(role.id for role in mlc.roles())

# --- Codes -----------------------------------------------------------------------------------


def test_every_role_has_one_crosswalk_in_the_order_of_the_roles() -> None:
    assert tuple(found.role for found in mlc.crosswalks()) == ROLES


@pytest.mark.parametrize("role", ROLES)
def test_codes_lead_to_one_occupation(role: str) -> None:
    codes = mlc.crosswalk(role)
    assert mlc.occupation_for(role) is mlc.occupation(codes.occupation)
    assert mlc.occupation(codes.onet).id == codes.occupation, f"{codes.onet} must be an alias"
    assert codes.onet.startswith(codes.occupation), "an O*NET code refines a SOC code"


@pytest.mark.parametrize("role", ROLES)
def test_the_choice_of_codes_is_explained(role: str) -> None:
    codes = mlc.crosswalk(role)
    basis = {c.source: c.basis for c in codes.citations}
    assert basis["onet-30-1"] == basis["esco-1-2-0"] == "estimated", f"{role}: it is a judgement"
    quoted = says(codes.note or "", "%")
    assert ("h1b-2025" in basis) == quoted, f"{role}: cite the filings where they are quoted"


def test_esco_concepts_are_addresses() -> None:
    for codes in mlc.crosswalks():
        if codes.esco is not None:
            assert codes.esco.startswith("http://data.europa.eu/esco/occupation/"), repr(codes)


def test_occupations_are_found_by_their_titles() -> None:
    for found in mlc.occupations():
        assert mlc.occupation(found.title) is found


# --- Wages -----------------------------------------------------------------------------------


def test_each_occupation_has_wages_newest_first() -> None:
    for table in (mlc.wages(), *(mlc.wages(found) for found in mlc.occupations())):
        years = [found.year for found in table]
        assert years == sorted(years, reverse=True), "wages.json: newest first"
        assert len(table), "each occupation has wages"


@pytest.mark.parametrize("found", mlc.wages(), ids=repr)
def test_percentiles_rise(found: m.Wages) -> None:
    ranks = [found.p10, found.p25, found.p50, found.p75, found.p90]
    known = [rank for rank in ranks if rank is not None]
    assert len(known) == len(ranks), f"{found!r}: all five are published"
    assert all(low < high for low, high in pairwise(known)), repr(found)


@pytest.mark.parametrize("found", mlc.wages(), ids=repr)
def test_wages_are_primary_and_say_so(found: m.Wages) -> None:
    assert [c.source for c in found.citations] == [f"bls-oews-{found.year}"]
    note = found.citations[0].note or ""
    assert says(note, "primary"), f"wages.json, {found!r}: say 'primary' in the citation's note"
    assert not says(note, "transcribed"), f"wages.json, {found!r}: {note}"
    assert found.mean is not None, f"wages.json, {found!r}: the mean is published"


# --- Projections -----------------------------------------------------------------------------


def test_projections_stand_newest_first() -> None:
    for table in (mlc.projections(), *(mlc.projections(found) for found in mlc.occupations())):
        starts = [found.start for found in table]
        assert starts == sorted(starts, reverse=True), "projections.json: newest first"
    found = [(found.start, found.growth_percent) for found in mlc.projections("15-1299")]
    assert found == [(2024, 8.2)], "nothing newer was found for all other occupations"


@pytest.mark.parametrize("found", mlc.projections(), ids=repr)
def test_a_projection_covers_its_own_occupation_for_ten_years(found: m.Projection) -> None:
    assert found.occupation in found.covers
    assert found.end - found.start == 10


@pytest.mark.parametrize("found", mlc.projections(), ids=repr)
def test_projections_say_whether_they_are_primary(found: m.Projection) -> None:
    kind, other = ("transcribed", "primary") if found.start == 2025 else ("primary", "transcribed")
    from_workbook = found.occupation == "15-1299"
    document = "projections-workbook" if from_workbook else "projections"
    assert [c.source for c in found.citations] == [f"bls-{document}-{found.start}"]
    note = found.citations[0].note or ""
    assert says(note, kind), f"projections.json, {found!r}: say {kind!r} in the citation's note"
    assert not says(note, other), f"projections.json, {found!r}: {note}"
    where = "workbook" if from_workbook else "https://www.bls.gov/ooh/"
    assert says(note, where), "give the page's address"


# --- Whose figures they are --------------------------------------------------------------------


@pytest.mark.parametrize("found", [*mlc.wages(), *mlc.projections()], ids=repr)
def test_an_official_figure_says_whose_it_is(found: m.Wages | m.Projection) -> None:
    title = mlc.occupation(found.occupation).title
    for way, text in shown(found).items():
        for words in (title, found.occupation, "all levels"):
            assert words in text, f"{way} does not say {words!r}: {text}"


@pytest.mark.parametrize("role", mlc.roles(), ids=repr)
def test_the_card_of_a_role_says_whose_growth_and_wages_it_shows(role: m.Role) -> None:
    title = mlc.occupation_for(role).title
    said = [line.strip() for line in mlc.profile(role)._card().splitlines()]
    official = [line for line in said if line.startswith(("pay, official ", "growth, official "))]
    outlooks = mlc.projections(mlc.occupation_for(role))
    assert len(official) == 1 + bool(outlooks), "all percentiles are in one line"
    for line in official:
        assert title in line, f"the card of {role.id}: {line}"
        assert "all levels" in line, f"the card of {role.id}: {line}"
    newest = mlc.wages(mlc.occupation_for(role))[0]
    for pay in (newest.p10, newest.p25, newest.p50, newest.p75, newest.p90):
        assert f"${pay:,}" in official[0]
