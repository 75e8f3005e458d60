"""What a title looks like before any rule reads it: plain lower-case words, breaks and joints.

`Sr. ML-Engineer (Zürich)` becomes `, sr ml engineer , zurich ,`. The steps are so plain that
every dataframe engine can take them as well (`frames.py` writes them as expressions):

1. each character becomes what `title_characters.json` says, an ASCII letter its lower case, and
   whatever is left a space;
2. a dash between two letters is a space, any other a break, together with what is beside it;
3. breaks and joints stand alone, and either end of the title is a break.
"""

import re
from collections.abc import Collection, Iterable
from string import ascii_letters

from mlcareerdata._titles.rows import TitleCharacter

LONG = 10_000  # characters; no title is
DASH_BREAK = "[^a-z]-|-[^a-z]"

_DASH_BREAK = re.compile(DASH_BREAK)
_WORD = re.compile(b"[a-z]+")
_WITHOUT_SIGNS = bytes.maketrans(b",&-", b"   ")


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
        for row in rows:
            self._table.update(dict.fromkeys(map(ord, row.characters), row.becomes))
        self._uneven = frozenset(
            chr(code) for code, becomes in self._table.items() if len(becomes) != 1
        )
        # Most titles are ASCII, and bytes are translated several times as fast as text.
        self._ascii = bytes(ord(self._table[code]) for code in range(128)) + b" " * 128

    def fold(self, text: str) -> bytes:
        """Step 1: only a-z, comma, &, - and space are left, a byte each."""
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


def tokens(folded: bytes) -> list[str]:
    """Steps 2 and 3: words, breaks and joints, with a break at either end."""
    title = f",{folded.decode('ascii')},"
    if "-" in title:
        # Most dashes have a space on either side; where all do, this is what the search would give.
        plain = title.replace(" - ", ", ")
        title = _DASH_BREAK.sub(",", title).replace("-", " ") if "-" in plain else plain
    return title.replace(",", " , ").replace("&", " & ").split()


def words(folded: bytes) -> Collection[bytes]:
    """The words alone, fast; those of a very long text only once each, to spare the memory."""
    if len(folded) > LONG:
        return {found.group() for found in _WORD.finditer(folded)}
    return folded.translate(_WITHOUT_SIGNS).split()


def place(folded: bytes, line: str, span: tuple[int, int]) -> tuple[int, int]:
    """Where in `folded` that part of its line begins and ends, found by counting words.

    Splitting off so many words leaves the rest as it is, and its length says where it begins.
    """
    before, found = line[: span[0]], line[span[0] : span[1] - 1]
    spaced = folded.translate(_WITHOUT_SIGNS)
    rest = spaced.split(None, count := _count_words(before))[count]
    behind = rest.split(None, count := _count_words(found))[count:]
    start = len(spaced) - len(rest)
    end = len(spaced) - len(behind[0]) if behind else len(spaced)
    return start, start + len(spaced[start:end].rstrip())


def _count_words(line: str) -> int:
    """How many words begin there, where each word and each sign has a space in front."""
    return line.count(" ") - line.count(",") - line.count("&")
