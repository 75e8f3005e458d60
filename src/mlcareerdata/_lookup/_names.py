"""The record that a name means, whatever kind of record that is."""

from __future__ import annotations

from typing import Final, TypeAlias

import mlcareerdata.models as m
from mlcareerdata._lookup._where import LIKE
from mlcareerdata._registry import (
    AREAS,
    CERTIFICATIONS,
    FINDINGS,
    INDUSTRIES,
    OCCUPATIONS,
    PLATFORMS,
    ROLES,
    SKILLS,
    TableSpec,
)
from mlcareerdata._store import called, find, get, ids, names
from mlcareerdata._text import closest
from mlcareerdata.errors import UnknownNameError

__all__: list[str] = []

_Asked: TypeAlias = "m.Role | m.Industry | m.Skill | m.Platform | m.Certification"
Named: TypeAlias = "_Asked | m.Occupation | m.Finding | m.Area"

_TABLES: Final[tuple[TableSpec[Named], ...]] = (
    ROLES,
    INDUSTRIES,
    SKILLS,
    PLATFORMS,
    CERTIFICATIONS,
    OCCUPATIONS,
    FINDINGS,
    AREAS,  # last: there are hundreds, and most names are none of theirs
)
_SHORT: Final = _TABLES[:6]  # few enough to be listed in a message
_KINDS: Final = "role, industry, skill, platform, certificate, occupation, finding or area"


def find_any(name: str) -> Named:
    """The record of that name, whatever it is.

    Raises:
        UnknownNameError: there is none, or several areas have the name; the message names them.
    """
    for spec in _TABLES:
        if found := get(spec, name):
            return found
    try:
        return find(AREAS, name)
    except UnknownNameError as error:
        if error.shared:  # its message says which areas
            raise
    near = _near(name)
    every = "; ".join(f"{spec.name}: {', '.join(ids(spec))}" for spec in _SHORT)
    hint = "" if near else f"(known {every}; findings and areas by their ids and names)"
    in_words = tuple(called(AREAS.name, one) for one in near)
    raise UnknownNameError(_KINDS, name, near, hint, () if in_words == near else in_words)


def _near(name: str) -> tuple[str, ...]:
    """Ids of like names. Areas come last, and must be more alike: there are so many of them."""
    # Where two have the same name, the earlier table's is meant, as above.
    few = [pair for spec in reversed(_TABLES[:-1]) for pair in names(spec).items()]
    places = closest(name, names(AREAS).items(), cutoff=LIKE)
    return tuple(dict.fromkeys((*closest(name, few), *places)))[:3]
