"""Reads many titles: the one kernel behind every dataframe engine, and the gate before it.

Most titles name no role. The gate, one regular expression, stops most of these, and an engine runs
it far faster than Python does; only titles that pass need to be read. The expression is made from
the words that the rules need, so it changes with the rules.
"""

from collections import Counter
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from mlcareerdata._store import Once
from mlcareerdata._titles.reader import READER, TABLES

if TYPE_CHECKING:
    import pyarrow as pa

_PIECE: Final = 5  # letters; shorter pieces are in too many words, and longer ones too numerous

_ENTITY: Final = "&#?[0-9A-Za-z]+;"  # an HTML entity, which may be a letter
_SIGNS: Final = frozenset(" ,&-")  # what the characters between words become

Names: TypeAlias = list[str | None]


def read_batch(titles: Iterable[str | None]) -> tuple[Names, Names]:
    """The roles and the seniorities that the titles name; each distinct title is read once.

    None stays None; a `TypeError` if a title is not a string.
    """
    names = READER.get().names

    @cache
    def read(title: str | None) -> tuple[str | None, str | None]:
        return (None if title is None else names(title)) or (None, None)

    found = list(map(read, titles))
    return [role for role, _ in found], [seniority for _, seniority in found]


def read_arrow(titles: Any) -> "tuple[pa.StringArray, pa.StringArray]":
    """The roles and the seniorities that an Arrow array of titles names."""
    import pyarrow as pa
    from pyarrow import compute

    pc: Any = compute  # its stubs leave most results untyped
    texts = titles.cast(pa.large_string())  # from whichever kind of strings, or nulls
    passes = pc.fill_null(pc.match_substring_regex(texts, GATE.get()), False)
    passes = passes.combine_chunks() if isinstance(titles, pa.ChunkedArray) else passes
    nothing = pa.nulls(len(passes), pa.string())
    roles, seniorities = (
        pc.replace_with_mask(nothing, passes, pa.array(names, pa.string()))
        for names in read_batch(texts.filter(passes).to_pylist())
    )
    return roles, seniorities


def gate(words: AbstractSet[str], others: Iterable[str], letters: Iterable[str]) -> str:
    """A regular expression found in every title that has one of the words, and in few others.

    It looks for pieces of long words, wherever they are, for short words that stand alone, and for
    characters that may be one of the 26 letters in another form. A piece that is in `others` too is
    taken only if there is no better one. Python, Rust (Polars) and RE2 (Arrow, DuckDB) read the
    expression in the same way.
    """
    short = sorted(word for word in words if len(word) < _PIECE)
    alone = f"(?:^|[^A-Za-z])(?:{'|'.join(map(_any_case, short))})(?:[^A-Za-z]|$)"
    unplain = f"[{''.join(sorted(letters))}]"
    pieces = _pieces(words - set(short), set(chain.from_iterable(map(_runs, others))))
    return "|".join([unplain, _ENTITY, alone, *map(_any_case, pieces)])


def _pieces(words: AbstractSet[str], common: AbstractSet[str]) -> list[str]:
    """A few runs of letters such that every word has one of them."""
    count = Counter(chain.from_iterable(map(_runs, words)))
    chosen: set[str] = set()
    for word in sorted(words, key=lambda word: (len(word), word)):
        runs = _runs(word)
        if chosen.isdisjoint(runs):
            chosen.add(max(runs - common or runs, key=lambda run: (count[run], run)))
    return sorted(chosen)


def _runs(word: str) -> set[str]:
    return {word[at : at + _PIECE] for at in range(len(word) - _PIECE + 1)}


def _any_case(word: str) -> str:
    return "".join(f"[{letter}{letter.upper()}]" for letter in word)


def _gate() -> str:
    """The gate for the words of fields; far fewer titles have one of those than a noun.

    "machinelearning" and "seniormachinelearning" are among them, and "senior" is then one of the
    other words.
    """
    reader = READER.get()
    fields = frozenset(word.decode("ascii") for word in reader.fields)
    meant = set(chain.from_iterable(map(str.split, reader.vocabulary.words.values())))
    letters = (row.characters for row in TABLES.get().characters if row.becomes not in _SIGNS)
    return gate(fields, meant - fields, chain.from_iterable(letters))


GATE: Final = Once(_gate)
