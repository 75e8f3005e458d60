"""The area that a name means, also if it lacks the comma or the zeros of the code."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, get_args

import mlcareerdata.models as m
from mlcareerdata._registry import AREAS, TableSpec
from mlcareerdata._store import derived, find, get, names, rows
from mlcareerdata._text import closest, normalise
from mlcareerdata.errors import UnknownNameError

__all__: list[str] = []

# As `_plain` gives them. The last is BLS's code of the nation.
_NATION: Final = {
    *("us", "usa", "u.s", "u.s.a", "the us", "the usa", "united states", "the united states"),
    *("united states of america", "america", "nation", "national", "nationwide", "0000000"),
}
_THE_NATION: Final = "(the nation is no area: its wages are those of wages(occupation))"
_A_CODE: Final = (
    "(a code is BLS's of seven digits, or the five of a metropolitan area (CBSA); a ZIP code is "
    "neither; areas() has them all)"
)
_A_CITY: Final = (
    "(only cities that an area is named after are known; for another city ask for its state, as in "
    "'WA', or find its area in areas(kind='metro'))"
)
_WORDS: Final = 5  # of a state's name, and more than any has
LIKE: Final = 0.8  # with less, Redmond would be like Fremont, and Toronto like Trenton


def place(name: str | m.Area) -> m.Area:
    """The area of that name.

    Raises:
        UnknownNameError: no area has that name, or several have it.
    """
    if not isinstance(name, str):
        return find(AREAS, name)
    if found := get(AREAS, name):
        return found
    if code := derived(AREAS, _other_spellings).get(_plain(name)):
        return find(AREAS, code)
    try:
        return find(AREAS, name)
    except UnknownNameError as error:
        if error.shared:
            raise
    raise _unknown(name)


def _plain(name: str) -> str:
    """A normalised name without commas, which not everybody writes."""
    return " ".join(normalise(name).replace(",", " ").split())


def _other_spellings(spec: TableSpec[m.Area]) -> dict[str, str]:
    """Codes of areas by names without commas, and by the code that others use for a metro."""
    found = {_plain(name): code for name, code in names(spec).items() if "," in name}
    return found | {area.id.removeprefix("00"): area.id for area in rows(spec)}


def _unknown(name: str) -> UnknownNameError:
    """The error for a name that no area has: with areas of a like name, else with states."""
    plain = _plain(name)
    if plain in _NATION:
        return UnknownNameError(AREAS.called, name, (), _THE_NATION)
    city, state = _parted(plain)
    inside = [area for area in rows(AREAS) if state is None or {*state.states} & {*area.states}]
    near = () if plain.isdigit() else _like(city, {area.id for area in inside})
    if not near:
        kinds = get_args(m.AreaKind)
        shown = inside if state else [area for area in inside if area.kind == "state"]
        near = tuple(area.id for area in sorted(shown, key=lambda area: kinds.index(area.kind)))
    called = tuple(find(AREAS, code).name for code in near)
    hint = _A_CODE if plain.isdigit() else _A_CITY
    return UnknownNameError(AREAS.called, name, near, hint, called)


def _parted(plain: str) -> tuple[str, m.Area | None]:
    """A city, and the state that is named after it, if one is."""
    words = plain.split()
    for start in range(max(1, len(words) - _WORDS), len(words)):
        state = get(AREAS, " ".join(words[start:]))
        if state and state.kind == "state":
            return " ".join(words[:start]), state
    return plain, None


def _like(city: str, inside: Iterable[str]) -> tuple[str, ...]:
    """The codes of those areas that have a city, or are a state, of nearly that name."""
    called: dict[str, dict[str, None]] = {}
    for name, code in names(AREAS).items():
        if code in inside:
            called.setdefault(name.partition(",")[0], {})[code] = None
    near = closest(city, ((name, name) for name in called), cutoff=LIKE)
    return tuple(dict.fromkeys(code for name in near for code in called[name]))
