"""The lanes of industries: official pay under the article's order of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import mlcareerdata.models as m
from mlcareerdata._charts.lanes import Lane, Section
from mlcareerdata._charts.words import span
from mlcareerdata._show import dollars
from mlcareerdata.models._names import called

__all__ = ["how_to_read", "is_released", "sections"]

_HOW: Final = (
    "US dollars a year, before tax. Bar: the middle half. Thin line: from the 10th to the 90th "
    "percentile. Notch: the median. Numbers: the article's order of the industries that pay "
    "beginners most, and how that came out when checked. A lane holds those whose NAICS code "
    "begins with its own."
)


def is_released(pay: m.IndustryWages) -> bool:
    """Whether BLS released all that is drawn as the bar."""
    return None not in (pay.p25, pay.p50, pay.p75)


def how_to_read(pay: Iterable[m.IndustryWages], order: Iterable[m.IndustryPay]) -> str:
    """What the marks mean, and which industries are not shown."""
    how, published = [_HOW], list(pay)
    left_out = [f"{one.label} ({one.naics})" for one in published if not is_released(one)]
    if left_out:
        how.append(f"Left out, since BLS did not release the pay: {'; '.join(left_out)}.")
    known = {one.industry for one in published}
    unknown = [f"{one.label} ({one.position})" for one in order if one.industry not in known]
    if unknown:
        how.append(f"No official pay is known in: {'; '.join(unknown)}.")
    return " ".join(how)


def sections(published: Iterable[m.IndustryWages], order: Iterable[m.IndustryPay]) -> list[Section]:
    """A section for each industry: first those of the article, in its order."""
    released = filter(is_released, published)
    ranked = sorted(released, key=lambda pay: pay.p50 or 0, reverse=True)
    headings = {place.industry: _heading(place) for place in order}
    for pay in ranked:
        headings.setdefault(
            pay.industry, f"Not in the article's order: {called('industries', pay.industry)}"
        )
    found = {
        heading: [_lane(pay) for pay in ranked if pay.industry == industry]
        for industry, heading in headings.items()
    }
    return [Section(heading, lanes) for heading, lanes in found.items() if lanes]


def _heading(place: m.IndustryPay) -> str:
    return place._marked(f"{place.position} in the article's order: {place.label}")


def _lane(pay: m.IndustryWages) -> Lane:
    low, median, high = pay.p25 or 0, pay.p50 or 0, pay.p75 or 0
    outer = (pay.p10, pay.p90) if pay.p10 is not None and pay.p90 is not None else None
    return Lane(
        ink="official",
        name=f"{pay.label} (NAICS {pay.naics})",
        figures=f"median {dollars(median)}, middle half {span(low, high)}",
        says=str(pay),
        bar=(low, high),
        line=outer,
        median=median,
    )
