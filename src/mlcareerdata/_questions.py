"""What a comparison asks of each role."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeAlias

import mlcareerdata.models as m
from mlcareerdata._profile import Profile

Answer: TypeAlias = str | None
OTHERS: Final = "reported pay: what others say"


def _kind(kind: m.RangeKind) -> Callable[[Profile], Answer]:
    """Asks for the range of that kind, for beginners, with its n."""
    return lambda one: next(
        (str(r) for r in one.pay if r.kind == kind and r.level == "entry"), None
    )


def _checked(one: Profile) -> Answer:
    """How the article's range stands, with the evidence; ``None`` where it reports none."""
    if one.salary is None:
        return None
    check = one.salary.check
    return f"[{check.verdict}] {check.note}" if check else "not checked"


def _items(items: tuple[str, ...] | None) -> Answer:
    return "; ".join(items) if items else None


def _why(one: Profile) -> Answer:
    """What speaks for and against the choice of the occupation, which is a judgement."""
    if one.crosswalk is None:
        return None
    return one.crosswalk.note or one.crosswalk.citations[0].note


QUESTIONS: Final[tuple[tuple[str, Callable[[Profile], Answer]], ...]] = (
    ("pay of beginners, reported", lambda one: str(one.salary) if one.salary else None),
    ("pay of beginners, advertised", _kind("advertised")),
    ("pay of beginners, filed", _kind("filed")),
    ("pay at all levels, official", lambda one: one.wages._in_full() if one.wages else None),
    ("the job (not checked)", lambda one: one.role.summary),
    ("first job (not checked)", lambda one: one.entry.work if one.entry else None),
    ("growth, official", lambda one: str(one.projection) if one.projection else None),
    (
        "first job leads to (not checked)",
        lambda one: _items(one.entry.leads_to if one.entry else None),
    ),
    (
        "long run leads to (not checked)",
        lambda one: _items(one.growth.leads_to if one.growth else None),
    ),
    (
        "why remote work suits it (not checked)",
        lambda one: one.remote.suits_because if one.remote else None,
    ),
    (
        "hard about remote work (not checked)",
        lambda one: one.remote.challenge if one.remote else None,
    ),
    (OTHERS, _checked),
    ("why that occupation", _why),
)
