"""How a name is normalised, and which known names an unknown one is close to."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from string import printable
from typing import Final

from mlcareerdata import _LOCK

# Characters that only separate words, beside white space and the dashes (Unicode category Pd).
# U+2212 is the minus sign, U+2044 and U+2215 are slashes.
_SEPARATORS: Final = frozenset("_/\\\u2044\u2215\u2212")

# Longer than any name of a record; longer names are not folded. Folding takes time quadratic in a
# run of combining marks, and nobody should wait a minute to hear that such a name is unknown.
_LONGEST: Final = 400


def normalise(name: str) -> str:
    """Fold a name to the form in which names are compared.

    NFKC, invisible characters (Unicode category Cf) dropped, casefold, ``&`` to ``and``, each run
    of white space, dashes, underscores and slashes to one space, outer punctuation stripped.

    >>> normalise("  Finance & Fintech ")
    'finance and fintech'
    >>> normalise("AI/ML--Engineer.")
    'ai ml engineer'
    """
    if len(name) <= _LONGEST and name.isascii():  # like most names: one table does it all
        return " ".join(name.translate(_ASCII).split()).strip(_OUTER)
    name = " ".join(name.split())
    if len(name) > _LONGEST:
        return name
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
    words = " ".join("".join(map(_folded, folded)).split())
    while words and _is_outer(words[0]):
        words = words[1:]
    while words and _is_outer(words[-1]):
        words = words[:-1]
    return words


def closest(
    name: str, known: Iterable[tuple[str, str]], limit: int = 3, *, cutoff: float = 0.7
) -> tuple[str, ...]:
    """The ids whose names are nearest to `name`, best first.

    `known` has pairs of a normalised name and the id that it means; `cutoff` is how alike names
    have to be, from 0 to 1. If none is near, gives ``()``; so for a name longer than any.
    """
    with _LOCK:
        from difflib import get_close_matches  # on demand: only a miss needs it

    ids = dict(known)
    wanted = normalise(name)
    if len(wanted) > _LONGEST:
        return ()  # nothing known is near a text that is so much longer
    near = get_close_matches(wanted, ids, n=2 * limit, cutoff=cutoff)
    # A part of a full name ("analytics professional") differs from it in too many letters, and so
    # does a name with words round it ("San Francisco Bay Area").
    near += [other for other in ids if _is_part(wanted, other)]
    near = near or sorted((o for o in ids if _is_part(o, wanted)), key=len, reverse=True)
    return tuple(dict.fromkeys(ids[other] for other in near))[:limit]


def _is_part(name: str, other: str) -> bool:
    return len(name) > 2 and f" {name} " in f" {other} "


def _folded(char: str) -> str:
    """What one character of a name becomes."""
    if char == "&":
        return " and "
    category = unicodedata.category(char)
    if category == "Cf":
        return ""
    return " " if char.isspace() or char in _SEPARATORS or category == "Pd" else char


def _is_outer(char: str) -> bool:
    return char == " " or unicodedata.category(char).startswith("P")


# Control characters stay as they are.
_ASCII: Final = {ord(char): _folded(char).lower() for char in printable}
_OUTER: Final = "".join(filter(_is_outer, printable))
