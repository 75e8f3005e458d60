"""How words are spelled: plurals, abbreviations, slips of the pen, and words without a space."""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from string import ascii_lowercase

from mlcareerdata._titles.rows import TitleSpelling, WrongRowError


class Vocabulary:
    """Which spellings are read as which word.

    `words` leads from every spelling to its word; a word that no row has is only itself. Words
    without a space between, such as "datascientist", lead to the words with the space.
    """

    def __init__(self, rows: Iterable[TitleSpelling]) -> None:
        """Index the rows; a spelling that would be two words is a `WrongRowError`."""
        self._rows = {row.word: row for row in rows}
        self.words: dict[str, str] = {}
        for row in self._rows.values():
            self._add(row, row.word, (row.word, *row.forms))
        for row in self._rows.values():
            for before in self._glued_before(row):
                apart = " ".join([*map(self._first, before.split(" ")), row.word])
                together = before.replace(" ", "")
                self._add(row, apart, (together + form for form in (row.word, *row.forms)))
        plain = frozenset(self.words)
        for row in self._rows.values():
            if row.slips:
                self._add(row, row.word, slips(row.word) - plain.union(row.others))

    def _add(self, row: TitleSpelling, word: str, spellings: Iterable[str]) -> None:
        for spelling in spellings:
            other = self.words.setdefault(spelling, word)
            if other != word:
                raise WrongRowError(
                    row,
                    f"{spelling!r} would be a spelling of {other!r} and of {word!r}: "
                    "take it, or the slips, out of one of the two rows",
                )

    def _first(self, spelling: str) -> str:
        return self.words.get(spelling, spelling)

    def _glued_before(self, row: TitleSpelling) -> Iterator[str]:
        """What may stand right before the word: `learning` and, before that, `machine`."""
        for before in row.behind:
            yield before
            if before in self._rows:
                yield from (f"{first} {before}" for first in self._glued_before(self._rows[before]))

    def spellings(self, words: AbstractSet[str]) -> AbstractSet[str]:
        """All that is read as one of the words, or as several with one of them."""
        with_one = {m for m in set(self.words.values()) if not words.isdisjoint(m.split(" "))}
        return words | {spelling for spelling, meant in self.words.items() if meant in with_one}


def slips(word: str) -> frozenset[str]:
    """The usual ways to mistype `word`.

    One letter missing, or another in its place; two neighbours swapped; a letter of the word
    once too often.
    """
    own = sorted(set(word))
    found: list[str] = []
    for at in range(len(word)):
        before, letter, behind = word[:at], word[at], word[at + 1 :]
        found.append(before + behind)
        found += [before + other + behind for other in ascii_lowercase]
        found += [before + other + letter + behind for other in own]
        if behind:
            found.append(before + behind[0] + letter + behind[1:])
    found += [word + other for other in own]
    return frozenset(found) - {word}
