"""What a title looks like before any rule reads it: plain lower-case words, breaks and joints.

`Sr. ML-Engineer (Zürich)` becomes `, sr ml engineer , zurich ,`. In steps:

1. each character becomes what `title_characters.json` says, an ASCII letter its lower case, a
   digit 0, and whatever is left a space;
2. short words that touch a digit go, for they are part of a number: `JR0048213` is no junior, and
   so do the digits;
3. a dash between two letters is a space, any other a break, together with what is beside it;
4. breaks and joints stand alone, either end of the title is a break, and breaks that come together
   are one.
"""

import re
from collections.abc import Callable, Collection, Iterable
from string import ascii_letters, ascii_lowercase, digits
from typing import Final

from mlcareerdata._titles.rows import TitleCharacter, WrongRowError

LONG: Final = 10_000  # characters; no title is
DIGIT: Final = ord("0")  # `in` finds a byte ten times as fast as bytes

_DASH: Final = "\N{EN DASH}"  # the one character beyond Latin-1 that many titles have
_UNEVEN: Final = 0xFF  # in place of a byte: ask the table

_WORD: Final = re.compile(b"[a-z]+")
_SIGNS: Final = frozenset(",&")
_BETWEEN: Final = " ,&+@"  # what parts words does not decide; the last two were and, or, at
_WITHOUT_SIGNS: Final = bytes.maketrans(b",&-0", b"    ")
_WITHOUT_DIGITS: Final = bytes.maketrans(b"0", b" ")
_SIGNS_BETWEEN: Final = b"-&,"  # signs that hold a word and a number together
_SHAPE: Final = bytes.maketrans(ascii_lowercase.encode("ascii"), b"a" * 26)
_NUMBER: Final = re.compile(
    # A short word right before: V2. With a sign between, JR-0048213, it may be a word of the title
    # all the same, "Analyst, Sr-10023", unless the one in front announces a number: "Req I-4".
    # JR is also how software for recruiting begins its numbers: "Analyst JR#10023".
    rb"(?:(?<![a-z])(?=[a-z]{1,3}[-&,]?0)(?:[a-z]+(?=0)|(?:(?<![a-z] )|(?=jr[-,]00000)"
    rb"|(?<=(?<![^ ])(?:id|no) )|(?<=(?<![^ ])(?:job|ref|req) ))[a-z]+[-&,]))?"
    # The digits, and a short word right behind: 3D.
    rb"0+(?:[a-z]{1,3}(?![a-z])(?:[-&,](?=0))?)?"
)
_REACH: Final = 9  # how far in front of a digit that looks


class _Table(dict[int, str]):
    """For `str.translate`: what is not in the table is a space."""

    def __missing__(self, code: int) -> str:
        return " "


class Characters:
    """Reads characters by the table."""

    def __init__(self, rows: Iterable[TitleCharacter]) -> None:
        """Index the rows; a character that cannot be read by its row is a `WrongRowError`."""
        self._table = _Table(dict.fromkeys(range(128), " "))  # common, so not to be missed
        self._table.update({ord(letter): letter.lower() for letter in ascii_letters})
        self._table.update({ord(digit): "0" for digit in digits})
        read: set[str] = {*ascii_letters, *digits}
        for row in rows:
            for char in row.characters:
                if (char.isascii() or char == _DASH) and len(row.becomes) != 1:
                    raise WrongRowError(
                        row, f"{char!r} is common, so it has to become one character"
                    )
                if char in read:
                    raise WrongRowError(row, f"the character {char!r} is read already")
                read.add(char)
            self._table.update(dict.fromkeys(map(ord, row.characters), row.becomes))
        self._uneven = frozenset(
            chr(code) for code, becomes in self._table.items() if len(becomes) != 1
        )
        # Most titles are ASCII, and bytes are translated several times as fast as text.
        self._ascii = bytes(ord(self._table[code]) for code in range(128)) + b" " * 128
        self.ascii_words = self._ascii.translate(_WITHOUT_SIGNS)
        # Nearly all others are Latin-1, and for most of its characters one byte will do.
        self._latin = bytes(map(self._byte, range(256)))
        self._dash = self._table[ord(_DASH)]

    def _byte(self, code: int) -> int:
        becomes = self._table[code]
        # A question mark stands for whatever is not Latin-1.
        return ord(becomes) if len(becomes) == 1 and chr(code) != "?" else _UNEVEN

    def words(self, text: str) -> Collection[bytes]:
        """The words of `fold` alone, fast; of a very long text each once, to spare the memory."""
        if len(text) > LONG:
            return {found.group() for found in _WORD.finditer(self.fold(text))}
        if text.isascii():
            return text.encode("ascii").translate(self.ascii_words).split()
        return self.fold(text).translate(_WITHOUT_SIGNS).split()

    def fold(self, text: str) -> bytes:
        """Step 1: only a-z, 0, comma, &, - and space are left, a byte each."""
        if text.isascii():
            return text.encode().translate(self._ascii)
        latin = text.replace(_DASH, self._dash).encode("latin-1", "replace").translate(self._latin)
        if _UNEVEN not in latin:
            return latin
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
    shape = folded.translate(_SHAPE, _SIGNS_BETWEEN).decode()
    if "a0" not in shape and "0a" not in shape:
        return folded.translate(_WITHOUT_DIGITS)  # and alone
    begin = max(0, folded.find(DIGIT) - _REACH)  # most numbers stand at the end
    return folded[:begin] + _NUMBER.sub(_spaces, folded[begin:])


def _spaces(found: re.Match[bytes]) -> bytes:
    return b" " * len(found[0])


def line_of(folded: bytes, write: Callable[[str, str], str] | None) -> tuple[list[str], str]:
    """Steps 3 and 4: words, breaks and joints, and the line of them.

    `write(token, token)` is what stands in the line for a token; None: each stands for itself.
    """
    title = f",{folded.decode()},"
    if "-" in title:
        title = title.replace(" - ", ", ")  # most dashes are like that
        if "-" in title:
            title = _dashes(title)
    if "&" in title:
        title = title.replace("&", " & ")
    tokens = title.replace(",", " , ").split()
    if write:
        tokens = [*map(write, tokens, tokens)]
    line = f" {' '.join(tokens)} "
    while " , , " in line:  # brackets and dashes often come together
        line = line.replace(" , , ", " , ")
    return tokens, line


def _dashes(title: str) -> str:
    title = title.replace("-&", "&").replace("&-", "&")  # as in AI_&_Backend
    return title.replace(" -", ",").replace("- ", ",").replace("--", ",").replace("-", " ")


def place(
    folded: bytes, tokens: Iterable[str], line: str, span: tuple[int, int], apart: bool
) -> tuple[int, int]:
    """Where in `folded` the words of that part of its line stand.

    `apart`: there are tokens that are several words in the line.
    """
    start, end = span
    said = line[start:end].strip(_BETWEEN)
    if line.count(said) == 1:
        as_written = said.replace(" ,", ",").replace("~", "")  # as most are
        first = folded.find(as_written.encode())
        last = first + len(as_written)
        # In the title just as in the line, as is usual, and not within other words.
        if first >= 0 and folded[first - 1 : first] < b"a" and folded[last : last + 1] < b"a":
            return first, last
    start = line.index(said, start) - 1  # the spaces on either side belong to it
    end = start + len(said) + 2
    if apart:
        return _place_of_words(folded, *_counted_apart(tokens, (start, end)))
    before = _words_before(line, start)
    behind = _words_before(line, end - 1)
    return _place_of_words(folded, before, behind - before)


def _place_of_words(folded: bytes, first: int, count: int) -> tuple[int, int]:
    """Where in `folded` so many words stand, behind the first ones.

    Splitting off so many words leaves the rest as it is, and its length says where it begins.
    """
    spaced = folded.translate(_WITHOUT_SIGNS)
    rest = spaced.split(None, first)[first]
    found = rest.split(None, count)
    behind = len(found[count]) if len(found) > count else 0
    start = len(spaced) - len(rest)
    return start, start + len(rest[: len(rest) - behind].rstrip())


def _words_before(line: str, end: int) -> int:
    """How many words of a line begin before that place; each word and each sign has one space."""
    return line.count(" ", 0, end) - line.count(",", 0, end) - line.count("&", 0, end)


def _counted_apart(tokens: Iterable[str], span: tuple[int, int]) -> tuple[int, int]:
    """How many words of the title stand in front of that part of its line, and how many in it.

    A token is one word of the title, though it may be several in the line.
    """
    start, end = span
    at = count = first = 0
    last = ""
    for said in tokens:
        if at >= end - 1:
            break
        if said == last == ",":
            continue  # one break in the line
        last = said
        at += 1 + len(said)
        if said not in _SIGNS:
            count += 1
            first += at <= start
    return first, count - first
