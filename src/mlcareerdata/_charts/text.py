"""How wide a text is, and where its lines break.

Nobody knows which font a reader has, so texts are as wide here as in DejaVu Sans, the widest of the
usual ones: in the others lines end early, but none leaves the chart.
"""

from __future__ import annotations

import re
from typing import Final

__all__ = ["lines_of", "width_of"]

# Widths in parts of the size of the font; rounded up, so that sums are never too small.
_NARROW: Final = dict.fromkeys(" .,:;'|!/()[]-ftr", 0.43) | dict.fromkeys("ijlI", 0.3)
_WIDE: Final = dict.fromkeys("mwMW%#+<=>@^~", 0.99) | dict.fromkeys("ABCDGHKNOPQRUVXZ&", 0.79)
_WIDTHS: Final = _NARROW | _WIDE
_OTHERS: Final = 0.64
_BOLD: Final = 1.17

# What a line does not break: a short text in parentheses, a number and its word or sign.
_WHOLE: Final = re.compile(r"\([^()]{1,20}\)|\w+ (?=[$\d])|(?<=\d) (?=%)")
_NO_BREAK: Final = "\N{NO-BREAK SPACE}"


def width_of(text: str, size: int, *, bold: bool) -> float:
    """The width of a text in pixels, at the most.

    >>> width_of("mill", 10, bold=False) < width_of("mmmm", 10, bold=False)
    True
    """
    return size * (_BOLD if bold else 1) * sum(_WIDTHS.get(sign, _OTHERS) for sign in text)


def lines_of(text: str, width: int, size: int, *, bold: bool) -> list[str]:
    """The lines in which a text fits a width, a word that is wider on a line of its own.

    >>> lines_of("median $100,000 (BLS OEWS 2025)", 120, 12, bold=False)
    ['median $100,000', '(BLS OEWS 2025)']
    """
    kept = _WHOLE.sub(lambda found: found[0].replace(" ", _NO_BREAK), text)
    lines: list[str] = []
    for word in (part.replace(_NO_BREAK, " ") for part in kept.split(" ")):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(longer, size, bold=bold) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
