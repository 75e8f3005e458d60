"""The colours, light and dark.

Words say what each mark is; colour only helps. All the same, readers who see red and green, or blue
and yellow, as one can tell them apart: a test holds them against three simulations, and against the
background.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

__all__ = ["DARK", "LIGHT", "Ink", "Palette"]

Ink = Literal["reported", "advertised", "filed", "official"]
"""The kinds of mark that have a colour of their own: first of all, the kinds of pay."""


@dataclass(frozen=True)
class Palette:
    """The colours of a chart, as hexadecimal RGB."""

    background: str
    text: str
    soft: str
    """Text that explains, and the scale."""
    grid: str
    inks: Mapping[Ink, str]


LIGHT: Final = Palette(
    background="#ffffff",
    text="#1a1a1a",
    soft="#595959",
    grid="#dcdcdc",
    inks={
        "reported": "#0072b2",
        "advertised": "#d55e00",
        "filed": "#3d1a5b",
        "official": "#6b6b6b",
    },
)
DARK: Final = Palette(
    background="#181a1f",
    text="#f0f0f0",
    soft="#b8b8b8",
    grid="#3a3a3a",
    inks={
        "reported": "#56b4e9",
        "advertised": "#e69f00",
        "filed": "#ffe9a8",
        "official": "#b0b0b0",
    },
)
