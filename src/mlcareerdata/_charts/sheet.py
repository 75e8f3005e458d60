"""The page on which a chart is laid out: its words from top to bottom, and what stands round them.

Words and marks are placed by pixels from the top, as text is on a page. Facets would order lanes
anew, keep empty ones, and put words where a narrow screen cuts them off.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, Literal, TypeAlias

import altair as alt

from mlcareerdata._charts.palette import DARK, LIGHT, Palette
from mlcareerdata._charts.picture import Picture
from mlcareerdata._charts.text import lines_of, width_of

__all__ = ["Row", "Sheet"]

Row: TypeAlias = dict[str, str | int | float | None]
Style = Literal["title", "heading", "name", "figures", "how"]

WIDE: Final = 700
NARROW: Final = 358  # a telephone of 390 pixels, less its margins
PADDING: Final = 8
FONT: Final = "system-ui, -apple-system, 'Segoe UI', 'Noto Sans', 'DejaVu Sans', sans-serif"


@dataclass(frozen=True)
class Type:
    """How one style of text is set, in pixels."""

    size: int
    line: int
    weight: Literal["bold", "normal"]
    soft: bool

    @property
    def bold(self) -> bool:
        return self.weight == "bold"


TYPES: Final[dict[Style, Type]] = {
    "title": Type(17, 22, "bold", soft=False),
    "how": Type(12, 16, "normal", soft=True),
    "heading": Type(14, 20, "bold", soft=False),
    "name": Type(12, 16, "bold", soft=False),
    "figures": Type(12, 16, "normal", soft=False),
}


@dataclass
class Sheet:
    """A page that fills from top to bottom."""

    dark: bool
    narrow: bool
    bottom: int = 0
    lines: list[Row] = field(default_factory=list[Row])

    @property
    def palette(self) -> Palette:
        return DARK if self.dark else LIGHT

    @property
    def width(self) -> int:
        return (NARROW if self.narrow else WIDE) - 2 * PADDING

    @property
    def y(self) -> alt.Y:
        """The encoding that puts a mark at its `y`, in pixels from the top."""
        return alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[self.bottom, 0], nice=False))

    @property
    def colour(self) -> alt.Color:
        """The encoding that gives a mark the colour of its `ink`. Words say it, not a legend."""
        scale = alt.Scale(domain=list(self.palette.inks), range=list(self.palette.inks.values()))
        return alt.Color("ink:N", legend=None, scale=scale)

    def write(self, text: str, style: Style) -> None:
        """Put a text below all that there is so far, as many lines of it as it takes."""
        kind = TYPES[style]
        for line in lines_of(text, self.width, kind.size, bold=kind.bold):
            self._put(line, style)
            self.bottom += kind.line

    def write_pair(self, name: str, figures: str) -> None:
        """Put a name and its figures on one line if there is room, else one below the other."""
        wide = width_of(f"{name}  ", TYPES["name"].size, bold=True)
        if wide + width_of(figures, TYPES["figures"].size, bold=False) > self.width:
            self.write(name, "name")
            self.write(figures, "figures")
        else:
            self._put(figures, "figures", "right")
            self.write(name, "name")

    def skip(self, pixels: int) -> int:
        """Leave room for a mark, and give its middle."""
        self.bottom += pixels
        return self.bottom - pixels // 2

    def picture(self, marks: Sequence[alt.Chart], description: str) -> Picture:
        """The chart of these marks and of the words that were written."""
        palette = self.palette
        words = [self._words(style) for style in TYPES if self._has(style)]
        return Picture(
            layer=[*marks, *words],
            width=self.width,
            height=self.bottom,
            padding=PADDING,
            autosize="none",  # as wide as said, whatever fonts there are
            description=description,
            config=alt.Config(
                background=palette.background, font=FONT, view=alt.ViewConfig(stroke=None)
            ),
        )

    def _put(self, text: str, style: Style, align: Literal["left", "right"] = "left") -> None:
        x = 0 if align == "left" else self.width
        self.lines.append({"text": text, "style": style, "x": x, "y": self.bottom, "align": align})

    def _has(self, style: Style) -> bool:
        return any(line["style"] == style for line in self.lines)

    def _words(self, style: Style) -> alt.Chart:
        """The layer with the texts of one style."""
        kind = TYPES[style]
        lines = [line for line in self.lines if line["style"] == style]
        words: alt.Chart = (
            alt.Chart(alt.InlineData(values=lines))
            .mark_text(
                align=alt.ExprRef("datum.align"),
                baseline="top",
                fontSize=kind.size,
                fontWeight=kind.weight,
                color=self.palette.soft if kind.soft else self.palette.text,
                x=alt.ExprRef("datum.x"),
                aria=False,
            )
            .encode(y=self.y, text="text:N")
        )
        return words
