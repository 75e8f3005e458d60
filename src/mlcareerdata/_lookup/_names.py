"""The record that a name means, whatever kind of record that is."""

from __future__ import annotations

from typing import Final, TypeAlias

import mlcareerdata.models as m
from mlcareerdata._registry import (
    CERTIFICATIONS,
    INDUSTRIES,
    PLATFORMS,
    ROLES,
    SKILLS,
    TableSpec,
)
from mlcareerdata._store import get, ids, names
from mlcareerdata._text import closest
from mlcareerdata.errors import UnknownNameError

__all__: list[str] = []

Named: TypeAlias = "m.Role | m.Industry | m.Skill | m.Platform | m.Certification"

_TABLES: Final[tuple[TableSpec[Named], ...]] = (
    ROLES,
    INDUSTRIES,
    SKILLS,
    PLATFORMS,
    CERTIFICATIONS,
)


def find_any(name: str) -> Named:
    """The role, industry, skill, platform or certificate of that name.

    Raises:
        UnknownNameError: there is none.
    """
    for spec in _TABLES:
        if found := get(spec, name):
            return found
    known = [pair for spec in _TABLES for pair in names(spec).items()]
    near = closest(name, known)
    every = "; ".join(f"{spec.name}: {', '.join(ids(spec))}" for spec in _TABLES)
    hint = "" if near else f"(known {every})"
    raise UnknownNameError("role, industry, skill, platform or certificate", name, near, hint)
