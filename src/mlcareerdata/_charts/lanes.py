"""A chart of lanes: a few words, and under them the mark that they are about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count
from typing import Final

import altair as alt

from mlcareerdata._charts.palette import Ink
from mlcareerdata._charts.picture import Picture
from mlcareerdata._charts.sheet import Row, Sheet

__all__ = ["Lane", "Section", "draw"]

STEP: Final = 50_000  # US dollars; the ends of the scale are whole steps
AMOUNT: Final = 60  # pixels that an amount on the scale needs
HALF: Final = 9  # pixels, of the height of a line of amounts


@dataclass(frozen=True)
class Lane:
    """One fact: what it is in words, and what is drawn of it, in US dollars a year."""

    ink: Ink
    name: str
    figures: str
    says: str
    """The line of the record, shown under the pointer."""
    bar: tuple[int, int] | None = None
    line: tuple[float, float] | None = None
    median: int | None = None
    """Cut out of the bar."""
    mean: int | None = None
    """A dot on the line, whose ends are capped."""


@dataclass(frozen=True)
class Section:
    """Lanes under one heading."""

    heading: str
    lanes: Sequence[Lane]


def draw(sheet: Sheet, title: str, how: str, sections: Sequence[Section], sources: str) -> Picture:
    """The chart of these sections, on an empty sheet.

    Args:
        sheet: where to draw.
        title: what the chart shows.
        how: how to read it.
        sections: what it shows.
        sources: who says so.
    """
    sheet.write(title, "title")
    sheet.skip(4)
    sheet.write(how, "how")
    sheet.skip(8)
    top = sheet.skip(2 * HALF)
    rows: list[Row] = []
    for section in sections:
        sheet.skip(22 if rows else 10)
        rows += _placed(sheet, section)
    sheet.skip(8)
    bottom = sheet.skip(2 * HALF)
    sheet.skip(8)
    sheet.write(sources, "how")
    domain = _domain(rows)
    said = "; ".join(f"{row['section']}, {row['name']}: {row['figures']}" for row in rows)
    description = f"{title}: {how} {said}. {sources}"
    marks = [
        _grid(sheet, rows, domain),
        *_marks(sheet, rows, domain),
        _scale(sheet, domain, (top, bottom)),
    ]
    return sheet.picture(marks, description)


def _placed(sheet: Sheet, section: Section) -> list[Row]:
    """The lanes as rows of data, each with the place of its mark; their words are written."""
    rows: list[Row] = []
    sheet.write(section.heading, "heading")
    for number, lane in enumerate(section.lanes):
        sheet.skip(10 if number else 4)
        sheet.write_pair(lane.name, lane.figures)
        rows.append(
            {
                "section": section.heading,
                "ink": lane.ink,
                "name": lane.name,
                "figures": lane.figures,
                "says": lane.says,
                "low": lane.bar and lane.bar[0],
                "high": lane.bar and lane.bar[1],
                "from": lane.line and lane.line[0],
                "to": lane.line and lane.line[1],
                "median": lane.median,
                "mean": lane.mean,
                "y": sheet.skip(14),
            }
        )
    return rows


def _domain(rows: Sequence[Row]) -> tuple[int, int]:
    """The ends of the scale: whole steps round all that is drawn."""
    fields = ("low", "high", "from", "to", "mean")
    amounts = [float(row[name] or 0) for row in rows for name in fields if row[name] is not None]
    return int(min(amounts) // STEP * STEP), int(-(-max(amounts) // STEP) * STEP)


def _amounts(sheet: Sheet, domain: tuple[int, int]) -> range:
    """The amounts on the scale: every step, or every second or third if there is no more room."""
    low, high = domain
    steps = next(n for n in count(1) if sheet.width * n * STEP >= AMOUNT * (high - low))
    return range(low, high + 1, steps * STEP)


def _x(name: str, domain: tuple[int, int]) -> alt.X:
    return alt.X(f"{name}:Q", axis=None, scale=alt.Scale(domain=domain, nice=False, zero=False))


def _scale(sheet: Sheet, domain: tuple[int, int], lines: Sequence[int]) -> alt.Chart:
    """The amounts, on the lines given; an axis of Vega would not keep to the sheet."""
    low, high = domain
    ticks: list[Row] = [
        {
            "amount": amount,
            "text": f"${amount // 1000}k" if amount else "$0",
            "align": "left" if amount == low else "right" if amount == high else "center",
            "y": y,
        }
        for y in lines
        for amount in _amounts(sheet, domain)
    ]
    amounts = alt.Chart(alt.InlineData(values=ticks)).mark_text(
        align=alt.ExprRef("datum.align"), fontSize=12, color=sheet.palette.soft, aria=False
    )
    placed: alt.Chart = amounts.encode(x=_x("amount", domain), y=sheet.y, text="text:N")
    return placed


def _grid(sheet: Sheet, rows: Sequence[Row], domain: tuple[int, int]) -> alt.Chart:
    """Short lines behind each mark; long ones would run through the words."""
    inner = [amount for amount in _amounts(sheet, domain) if amount not in domain]
    ticks: list[Row] = [{"amount": amount, "y": row["y"]} for row in rows for amount in inner]
    marks = alt.Chart(alt.InlineData(values=ticks)).mark_tick(
        size=16, thickness=1, opacity=1, color=sheet.palette.grid, aria=False
    )
    placed: alt.Chart = marks.encode(x=_x("amount", domain), y=sheet.y)
    return placed


def _marks(sheet: Sheet, rows: Sequence[Row], domain: tuple[int, int]) -> list[alt.Chart]:
    """The layers that draw the lanes, lowest first; one that would be empty is left out."""
    ground = alt.value(sheet.palette.background)
    base = alt.Chart(alt.InlineData(values=list(rows))).encode(
        y=sheet.y,
        color=sheet.colour,
        tooltip=alt.Tooltip("says:N", title="says"),
    )
    line = base.mark_rule(strokeWidth=2, aria=False).encode(x=_x("from", domain), x2="to:Q")
    bar = base.mark_bar(height=10, aria=False).encode(x=_x("low", domain), x2="high:Q")
    cap = base.mark_tick(size=10, thickness=2, opacity=1, aria=False)
    dot = base.mark_circle(size=45, opacity=1, aria=False).encode(x=_x("mean", domain))
    layers = {
        "from": [line],
        "low": [bar],
        "median": [cap.encode(x=_x("median", domain), color=ground)],
        "mean": [cap.encode(x=_x("from", domain)), cap.encode(x=_x("to", domain)), dot],
    }
    return [
        layer.transform_filter(f"isValid(datum['{name}'])")
        for name, of_name in layers.items()
        if any(row[name] is not None for row in rows)
        for layer in of_name
    ]
