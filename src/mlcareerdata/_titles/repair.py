"""Text that came through software that did not read it right: HTML entities and mojibake.

`Data &amp; Reporting` is "Data & Reporting", and the two signs between `Data Ã© Analyst` are an e
with an acute: its UTF-8 bytes, each read as a letter of Windows' own alphabet.
"""

import re
from typing import Final

from mlcareerdata import _LOCK

# The characters that Windows-1252 makes of the bytes 80 to BF, those that follow in UTF-8.
_FOLLOWING: Final = "".join(
    bytes([code]).decode("cp1252", "ignore") or chr(code) for code in range(0x80, 0xC0)
)
_BYTES: Final = {char: 0x80 + at for at, char in enumerate(_FOLLOWING)}

# What the first byte becomes, for letters and signs that titles have. Others can begin a real word.
_PAIR: Final = "ÂÃÄÅ"
_MARK: Final = re.compile(f"[&{_PAIR}âïð]")

_WRONG: Final = re.compile(
    # An entity, whose ampersand may be an entity itself, several times over: &amp;nbsp;
    r"&(?:[aA][mM][pP];)*(?P<entity>#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,31}[0-9]{0,2});"
    rf"|(?P<bytes>(?:[{_PAIR}][{_FOLLOWING}]|[âï][{_FOLLOWING}]{{2}}|ð[{_FOLLOWING}]{{3}})+)"
    # Pieces whose other bytes were taken as white space and got lost.
    r"|Â(?!\S)|â€"
)


def repair(text: str) -> str:
    """The text that was meant; most often that is the text as it came."""
    return _WRONG.sub(_meant, text) if _MARK.search(text) else text


def origin(text: str, start: int, end: int) -> tuple[int, int]:
    """Where in `text` that part of `repair(text)` comes from."""
    origins: list[int] = []
    behind = 0
    for found in _WRONG.finditer(text):
        origins += range(behind, found.start())
        origins += [found.start()] * len(_meant(found))
        behind = found.end()
    origins += range(behind, len(text) + 1)
    return origins[start], origins[end]


def _meant(found: re.Match[str]) -> str:
    entity, read_wrong = found["entity"], found["bytes"]
    if entity:
        return _character(entity)
    return _decoded(read_wrong) if read_wrong else " "


def _character(entity: str) -> str:
    """What the entity stands for; what is not an entity stays as it is."""
    with _LOCK:
        from html import unescape  # on demand: its table is large, and few titles need it

    as_it_came = f"&{entity};"
    meant = unescape(as_it_came)
    return unescape(as_it_came.lower()) if meant == as_it_came else meant  # &NBSP;


def _decoded(read_wrong: str) -> str:
    """The characters whose bytes were read wrong, maybe more than once."""
    text = read_wrong
    while True:  # it gets shorter each time
        try:
            text = bytes(_BYTES.get(char) or ord(char) for char in text).decode()
        except ValueError:  # a byte that does not fit, or no byte at all: it was read right
            return text
