"""The strip of claims: a square for each, in rows by how it came out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import altair as alt

from mlcareerdata._charts.palette import Ink
from mlcareerdata._charts.picture import Picture
from mlcareerdata._charts.sheet import Row, Sheet
from mlcareerdata.models._provenance import CheckedRecord

__all__ = ["draw"]

STEP: Final = 10  # pixels from one square to the next


@dataclass(frozen=True)
class Outcome:
    """One way in which a claim may come out."""

    ink: Ink
    means: str
    hollow: bool = False


OUTCOMES: Final = {
    "contradicted": Outcome("advertised", "All of the evidence says otherwise"),
    "outdated": Outcome("filed", "True once, and no longer"),
    "partly": Outcome("official", "Part of the evidence agrees"),
    "unconfirmed": Outcome("official", "No evidence was found that decides"),
    "supported": Outcome("reported", "Independent evidence agrees"),
    "not checked": Outcome("official", "No open data was found; it may be right or wrong", True),
}


def draw(sheet: Sheet, title: str, claims: Sequence[CheckedRecord], sources: str) -> Picture:
    """The chart of these claims, on an empty sheet."""
    sheet.write(title, "title")
    checked = sum(claim.check is not None for claim in claims)
    how = (
        f"Of {len(claims)} claims, {checked} were checked and {len(claims) - checked} were not. "
        "One square is one claim."
    )
    sheet.write(how, "how")
    rows: list[Row] = []
    said: list[str] = []
    for standing, outcome in OUTCOMES.items():
        group = [claim for claim in claims if claim._standing() == standing]
        if group:
            words = f"{standing.capitalize()}: {len(group)}"
            sheet.skip(12)
            sheet.write(words, "name")
            sheet.write(outcome.means, "figures")
            said.append(f"{words}. {outcome.means}.")
            rows += _squares(sheet, group, outcome)
    sheet.skip(14)
    sheet.write(sources, "how")
    return sheet.picture(_marks(sheet, rows), f"{title}: {how} {' '.join(said)} {sources}")


def _squares(sheet: Sheet, group: Sequence[CheckedRecord], outcome: Outcome) -> list[Row]:
    """A square for each claim, from left to right, as many lines of them as it takes."""
    in_line = sheet.width // STEP
    sheet.skip(2)
    middles = [sheet.skip(STEP + 2) for _ in range(-(-len(group) // in_line))]
    return [
        {
            "claim": claim._claim(),
            "verdict": claim._standing(),
            "note": claim.check.note if claim.check else "",
            "ink": outcome.ink,
            "hollow": outcome.hollow,
            "x": place % in_line * STEP + STEP // 2,
            "y": middles[place // in_line],
        }
        for place, claim in enumerate(group)
    ]


def _marks(sheet: Sheet, rows: Sequence[Row]) -> list[alt.Chart]:
    """The squares; those of claims that nobody checked are hollow."""
    base = alt.Chart(alt.InlineData(values=list(rows))).encode(
        x=alt.X("x:Q", axis=None, scale=alt.Scale(domain=[0, sheet.width], nice=False)),
        y=sheet.y,
        color=sheet.colour,
        tooltip=[alt.Tooltip("claim:N"), alt.Tooltip("verdict:N"), alt.Tooltip("note:N")],
    )
    return [
        base.mark_square(
            size=64, filled=not hollow, opacity=1, strokeWidth=1.5, aria=False
        ).transform_filter(alt.datum.hollow == hollow)
        for hollow in (False, True)
        if any(row["hollow"] is hollow for row in rows)
    ]
