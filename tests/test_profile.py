"""A profile holds what is known of a role."""

from __future__ import annotations

import mlcareerdata as mlc

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
