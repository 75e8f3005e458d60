"""The lanes of a role: each kind of pay that is known of it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, TypeAlias

import mlcareerdata.models as m
from mlcareerdata._charts.lanes import Lane, Section
from mlcareerdata._charts.palette import Ink
from mlcareerdata._charts.words import span, who
from mlcareerdata._show import dollars
from mlcareerdata.ids import OccupationId

__all__ = ["how_to_read", "section_of"]

_HOW: Final[dict[m.RangeKind, str]] = {
    "advertised": "Advertised: the medians of the low and of the high ends in postings.",
    "filed": "Filed: the middle half of what employers promised in visa filings.",
    "p25-p75": "Official: of all levels of experience and every role of the occupation; the bar is "
    "the middle half.",
}
_LEVELS: Final[dict[m.Level, str]] = {"entry": "entry level", "all": "all levels"}

Group: TypeAlias = tuple[OccupationId | None, int | None]
"""What the two official ranges have in common: the occupation and the year."""


def how_to_read(ranges: Iterable[m.SalaryRange]) -> str:
    """What the marks mean, for the kinds of pay among these ranges."""
    kinds = {pay.kind for pay in ranges}
    marks = [text for kind, text in _HOW.items() if kind in kinds]
    return " ".join(["US dollars a year, before tax. Notch: the median.", *marks])


def section_of(role: m.Role, ranges: Iterable[m.SalaryRange]) -> Section:
    """The pay of one role: a lane for each range, one for the two official ones together."""
    lanes: list[Lane] = []
    halves: dict[Group, m.SalaryRange] = {}
    outer: dict[Group, m.SalaryRange] = {}
    for pay in ranges:
        group = (pay.occupation, pay.year)
        if pay.kind == "p25-p75":
            halves[group] = pay
        elif pay.kind == "p10-p90":
            outer[group] = pay
        else:
            lanes.append(_entry(pay, pay.kind))
    official = [_official(halves.get(group), outer.get(group)) for group in {**halves, **outer}]
    return Section(role.title, [*lanes, *official])


def _entry(pay: m.SalaryRange, ink: Ink) -> Lane:
    """The lane of a range that is not official."""
    parts = [span(pay.low, pay.high) + ("+" if pay.open_ended else "")]
    if pay.median is not None:
        parts.append(f"median {dollars(pay.median)}")
    if pay.sample_size is not None:
        parts.append(f"n = {pay.sample_size:,}")
    year = f", {pay.year}" if pay.year else ""
    return Lane(
        ink=ink,
        name=f"{pay.kind.capitalize()}, {_LEVELS[pay.level]}{year}",
        figures=f"{pay._marked(', '.join(parts))} ({who(pay)})",
        says=_says(pay),
        bar=(pay.low, pay.high),
        median=pay.median,
    )


def _official(half: m.SalaryRange | None, outer: m.SalaryRange | None) -> Lane:
    """The lane of what an occupation earns: one of the two ranges, or both."""
    both = [pay for pay in (half, outer) if pay]
    parts: list[str] = []
    if half:
        parts.append(f"middle half {span(half.low, half.high)}")
        if half.median is not None:
            parts.append(f"median {dollars(half.median)}")
    if outer:
        parts.append(f"10th-90th percentile {span(outer.low, outer.high)}")
    pay = both[0]
    year = f", May {pay.year}" if pay.year else ""
    return Lane(
        ink="official",
        name=f"Official, {_LEVELS[pay.level]}: {pay.label} ({pay.occupation}){year}",
        figures=f"{', '.join(parts)} ({who(pay)})",
        says="; ".join(map(_says, both)),
        bar=(half.low, half.high) if half else None,
        line=(outer.low, outer.high) if outer else None,
        median=half.median if half else None,
    )


def _says(pay: m.SalaryRange) -> str:
    return f"{pay}: {pay.note}" if pay.note else str(pay)
