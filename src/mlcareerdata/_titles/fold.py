"""What a title looks like before any rule reads it: plain lower-case words, breaks and joints.

`Sr. ML-Engineer (Zürich)` becomes `, sr ml engineer , zurich ,`. In steps:

1. each character becomes what `title_characters.json` says, an ASCII letter its lower case, a
   digit 0, and whatever is left a space;
2. short words that touch a digit go, for they are part of a number: `JR0048213` is no junior, and
   so do the digits;
3. a dash between two letters is a space, any other a break, together with what is beside it;
4. breaks and joints stand alone, and either end of the title is a break.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from string import ascii_letters, digits
from typing import Final

from mlcareerdata._titles.rows import TitleCharacter

LONG: Final = 10_000  # characters; no title is
DIGIT: Final = b"0"

_DASH_BREAK: Final = re.compile("[^a-z]-|-[^a-z]")
_WORD: Final = re.compile(b"[a-z]+")
_WITHOUT_SIGNS: Final = bytes.maketrans(b",&-0", b"    ")
_WITHOUT_DIGITS: Final = bytes.maketrans(b"0", b" ")
_PART_OF_NUMBER: Final = re.compile(
    rb"(?<![a-z])[a-z]{1,3}(?=0)|(?<=0)[a-z]{1,3}(?![a-z])"  # JR0048213, V2, 3D
    # JR-0048213, unless a word before it makes it one of the title: "Analyst, Sr-10023".
    rb"|(?<![a-z])(?<![a-z] )[a-z]{1,3}(?=-0{5})|(?<=req )[a-z]{1,3}(?=-0{4})"
)


class _Table(dict[int, str]):
    """For `str.translate`: what is not in the table is a space."""

    def __missing__(self, code: int) -> str:
        return " "


class Characters:
    """Reads characters by the table."""

    def __init__(self, rows: Iterable[TitleCharacter]) -> None:
        """Index the rows."""
        self._table = _Table(dict.fromkeys(range(128), " "))  # common, so not to be missed
        self._table.update({ord(letter): letter.lower() for letter in ascii_letters})
        self._table.update({ord(digit): "0" for digit in digits})
        for row in rows:
            self._table.update(dict.fromkeys(map(ord, row.characters), row.becomes))
        self._uneven = frozenset(
            chr(code) for code, becomes in self._table.items() if len(becomes) != 1
        )
        # Most titles are ASCII, and bytes are translated several times as fast as text.
        self._ascii = bytes(ord(self._table[code]) for code in range(128)) + b" " * 128

    def fold(self, text: str) -> bytes:
        """Step 1: only a-z, 0, comma, &, - and space are left, a byte each."""
        if text.isascii():
            return text.encode("ascii").translate(self._ascii)
        return text.translate(self._table).encode("ascii")

    def origin(self, text: str, start: int, end: int) -> tuple[int, int]:
        """Where in `text` that part of `fold(text)` comes from."""
        if self._uneven.isdisjoint(text):
            return start, end
        # Some characters become several, or none, so each one is followed back.
        origins = [at for at, char in enumerate(text) for _ in self._table[ord(char)]]
        return origins[start], origins[end] if end < len(origins) else len(text)


def without_numbers(folded: bytes) -> bytes:
    """Step 2: spaces in place of digits and of the short words that touch them."""
    return _PART_OF_NUMBER.sub(_spaces, folded).translate(_WITHOUT_DIGITS)


def _spaces(found: re.Match[bytes]) -> bytes:
    return b" " * len(found[0])


def tokens(folded: bytes) -> list[str]:
    """Steps 3 and 4: words, breaks and joints, with a break at either end."""
    title = f",{folded.decode('ascii')},"
    if "-" in title:
        # Most dashes have a space on either side; where all do, this is what the search would give.
        plain = title.replace(" - ", ", ")
        title = _dashes(title) if "-" in plain else plain
    return title.replace(",", " , ").replace("&", " & ").split()


def _dashes(title: str) -> str:
    title = title.replace("-&", "&").replace("&-", "&")  # as in AI_&_Backend
    return _DASH_BREAK.sub(",", title).replace("-", " ")


def words(folded: bytes) -> Collection[bytes]:
    """The words alone, fast; those of a very long text only once each, to spare the memory."""
    if len(folded) > LONG:
        return {found.group() for found in _WORD.finditer(folded)}
    return folded.translate(_WITHOUT_SIGNS).split()


def place(folded: bytes, said: Iterable[str], span: tuple[int, int]) -> tuple[int, int]:
    """Where in `folded` that part of the line ` {' '.join(said)} ` comes from.

    Each word of `folded` is one of `said`, or several where it was written without spaces; the
    rest of `said` are signs.
    """
    wanted = [at for at, (start, end) in enumerate(_spans(said)) if end > span[0] and start < span[1]]
    places = [found.span() for found in islice(_WORD.finditer(folded), wanted[-1] + 1)]
    return places[wanted[0]][0], places[-1][1]


def _spans(said: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Where in the line the words begin and end."""
    behind = 0
    for token in said:
        start, behind = behind + 1, behind + 1 + len(token)
        if token not in {",", "&"}:
            yield start, behind
