"""The lanes of places: the mean pay of an occupation, and how sure it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import mlcareerdata.models as m
from mlcareerdata._charts.lanes import Lane, Section
from mlcareerdata._show import dollars
from mlcareerdata.models._names import called
from mlcareerdata.models._wages import _UNSTEADY

__all__ = ["EACH", "how_to_read", "is_released", "sections"]

EACH: Final = 5  # areas at the top, and as many at the bottom


def is_released(pay: m.AreaWages) -> bool:
    """Whether BLS released the mean and its standard error."""
    return pay.mean is not None and pay.mean_rse is not None


def how_to_read(local: Sequence[m.AreaWages]) -> str:
    """What the marks mean, and which areas are shown."""
    known = sum(map(is_released, local))
    hidden = len(local) - known
    others = f"; {hidden} more are left out, as BLS did not release their pay" if hidden else ""
    return (
        "US dollars a year, before tax. Dot: the mean. Capped line: its standard error to each "
        "side. Areas are ranked by the mean, since medians come without a standard error. "
        f"Ranked: {known} metropolitan and nonmetropolitan areas{others}."
    )


def sections(
    local: Sequence[m.AreaWages], asked: m.AreaWages | None, nation: m.Wages | None
) -> list[Section]:
    """The areas that pay most and least, and between them what was asked for and the nation."""
    ranked = sorted(filter(is_released, local), key=lambda pay: pay.mean or 0, reverse=True)
    highest, rest = ranked[:EACH], ranked[EACH:]
    lowest = rest[-EACH:]
    between = [_of_area(asked, True)] if asked and asked not in (*highest, *lowest) else []
    if nation and nation.mean is not None:
        between.append(_of_nation(nation, nation.mean))
    found = {
        "Highest mean": [_of_area(pay, pay == asked) for pay in highest],
        "To compare": sorted(between, key=lambda lane: lane.mean or 0, reverse=True),
        "Lowest mean": [_of_area(pay, pay == asked) for pay in lowest],
    }
    return [Section(heading, lanes) for heading, lanes in found.items() if lanes]


def _of_area(pay: m.AreaWages, asked: bool) -> Lane:
    mean, error = pay.mean or 0, pay.mean_rse or 0.0
    name = called("areas", pay.area)
    unsteady = ", unsteady" if error > _UNSTEADY else ""
    return Lane(
        ink="advertised" if asked else "official",
        name=f"{name} (asked for)" if asked else name,
        figures=f"mean {dollars(mean)}, standard error {error} %{unsteady}{_median(pay)}",
        says=str(pay),
        line=(mean * (1 - error / 100), mean * (1 + error / 100)),
        mean=mean,
    )


def _of_nation(pay: m.Wages, mean: int) -> Lane:
    return Lane(
        ink="filed",
        name="The nation",
        figures=f"mean {dollars(mean)}{_median(pay)}",
        says=str(pay),
        mean=mean,
    )


def _median(pay: m.AreaWages | m.Wages) -> str:
    return "" if pay.p50 is None else f"; median {dollars(pay.p50)}"
