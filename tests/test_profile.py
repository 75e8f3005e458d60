"""A profile holds what is known of a role."""

from __future__ import annotations

import pytest

import mlcareerdata as mlc
import mlcareerdata._files as files
import mlcareerdata._store as store
from shown import shown

PARTS = {
    "entry": "entry_profile",
    "salary": "salary_range",
    "remote": "remote_fit",
    "growth": "growth_path",
}


def test_a_profile_holds_what_the_look_ups_say() -> None:
    for role in mlc.roles():
        profile = mlc.profile(role)
        assert profile is mlc.profile(role.id) is mlc.profile(role.title)
        assert profile.role is role
        for field, call in PARTS.items():
            try:
                fact = getattr(mlc, call)(role)
            except mlc.NotReportedError:
                fact = None
            assert getattr(profile, field) == fact, (role.id, field)


def test_the_card_of_a_profile_shows_every_text() -> None:
    for role in mlc.roles():
        profile = mlc.profile(role)
        card = profile._card()
        assert role.summary in card
        for field in PARTS:
            part = getattr(profile, field)
            for name, value in part or ():
                if isinstance(value, str) and field != "salary" and name not in ("role", "label"):
                    assert value in card, (role.id, field, name)
        if profile.salary:
            assert str(profile.salary) in card


def test_the_newest_figures_of_its_occupation_are_in_a_profile() -> None:
    for role in mlc.roles():
        profile = mlc.profile(role)
        occupation = mlc.occupation_for(role)
        assert profile.occupation is occupation
        assert profile.pay == mlc.salary_ranges(role)
        for part, table in (
            (profile.wages, mlc.wages(occupation)),
            (profile.projection, mlc.projections(occupation)),
        ):
            assert part is (table[0] if len(table) else None)


def test_the_json_of_a_profile_says_all_that_its_card_says(monkeypatch: pytest.MonkeyPatch) -> None:
    """The JSON alone gives the same card, and no table is read for it."""
    profiles = {role.id: (mlc.profile(role), shown(mlc.profile(role))) for role in mlc.roles()}

    def read(name: str) -> bytes:
        raise AssertionError(f"{name}.json is read")

    monkeypatch.setattr(store, "_LOADED", {})
    monkeypatch.setattr(files, "read", read)
    for profile, said in profiles.values():
        again = mlc.Profile.model_validate_json(profile.model_dump_json())
        assert shown(again) == said
        assert again == profile


def test_the_card_says_which_parts_nobody_checked() -> None:
    for role in mlc.roles():
        one = mlc.profile(role)
        (note,) = one._notes()
        assert "Bouchrika 2026, not checked" in note
        for heading, part in (
            ("the job", one.role),
            ("first job", one.entry),
            ("in the long run", one.growth),
            ("remote", one.remote),
        ):
            assert (heading in note.partition(":")[0].split(", ")) == (part is not None), role.id
