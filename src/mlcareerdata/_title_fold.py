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

from mlcareerdata.models._titles import TitleCharacter

LONG = 10_000  # characters; no title is
DASH_BREAK = "[^a-z]-|-[^a-z]"

_DASH_BREAK = re.compile(DASH_BREAK)
_WORD = re.compile("[a-z]+")


class _Table(dict[int, str]):
    """For `str.translate`: what is not in the table is a space."""

    def __missing__(self, code: int) -> str:
        return " "


class Characters:
    """Reads characters by the table."""

    def __init__(self, rows: Iterable[TitleCharacter]) -> None:
        """Index the rows."""
        self._table = _Table({ord(letter): letter.lower() for letter in ascii_letters})
        for row in rows:
            self._table.update(dict.fromkeys(map(ord, row.characters), row.becomes))
        # Most titles are ASCII, and bytes are translated several times as fast as text.
        self._ascii = bytes(ord(self._table[code]) for code in range(128)) + b" " * 128

    def fold(self, text: str) -> str:
        """Step 1: only a-z, comma, &, - and space are left."""
        if text.isascii():
            return text.encode("ascii").translate(self._ascii).decode("ascii")
        return text.translate(self._table)

    def origin(self, text: str, start: int, end: int) -> tuple[int, int]:
        """Where in `text` that part of `fold(text)` comes from."""
        if text.isascii():
            return start, end
        # A character can become several, or none, so each one is followed back.
        origins = [at for at, char in enumerate(text) for _ in self._table[ord(char)]]
        return origins[start], origins[end] if end < len(origins) else len(text)


def tokens(folded: str) -> list[str]:
    """Steps 2 and 3: words, breaks and joints, with a break at either end."""
    folded = f",{folded},"
    if "-" in folded:
        folded = _DASH_BREAK.sub(",", folded).replace("-", " ")
    return folded.replace(",", " , ").replace("&", " & ").split()


def words(folded: str) -> Collection[str]:
    """The words alone, fast; those of a very long text only once each, to spare the memory."""
    if len(folded) > LONG:
        return {found.group() for found in _WORD.finditer(folded)}
    return _spaced(folded).split()


def count_words(line: str, start: int, end: int) -> int:
    """How many words begin there in a line of tokens that each have a space in front."""
    signs = line.count(",", start, end) + line.count("&", start, end)
    return line.count(" ", start, end) - signs


def place(folded: str, first: int, count: int) -> tuple[int, int]:
    """Where in `folded` those `count` of its words are, from the `first` on."""
    known = _spaced(folded).split(None, first + count)
    end = 0
    for word in known[:first]:
        end = folded.index(word, end) + len(word)
    start = folded.index(known[first], end)
    for word in known[first : first + count]:
        end = folded.index(word, end) + len(word)
    return start, end


def _spaced(folded: str) -> str:
    return folded.replace(",", " ").replace("&", " ").replace("-", " ")
