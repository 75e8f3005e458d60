"""How words are spelled: plurals, abbreviations and slips of the finger."""

from collections.abc import Iterable, Iterator

from mlcareerdata._titles.rows import TitleSpelling


class Vocabulary:
    """Which spellings are read as which word.

    `words` leads from every spelling to its word; a word that no row has is only itself.
    """

    def __init__(self, rows: Iterable[TitleSpelling]) -> None:
        """Index the rows; a spelling that would be two words is a `ValueError`."""
        self._rows = {row.word: row for row in rows}
        self.words: dict[str, str] = {}
        for word in self._rows:
            for spelling in self.spellings(word):
                other = self.words.setdefault(spelling, word)
                if other != word:
                    raise ValueError(
                        f"{spelling!r} would be a spelling of {other!r} and of {word!r}: "
                        "take it, or the slips, out of one of the two rows"
                    )

    def spellings(self, word: str) -> frozenset[str]:
        """All that is read as `word`."""
        row = self._rows.get(word)
        if row is None:
            return frozenset([word])
        return frozenset([word, *row.forms, *(slips(word) if row.slips else ())])

    def regex(self, word: str) -> str:
        """A regular expression for all that is read as `word`."""
        row = self._rows.get(word)
        if row is None:
            return word
        return "|".join([word, *row.forms, *([slips_regex(word)] if row.slips else [])])


def slips(word: str) -> frozenset[str]:
    """The usual ways to mistype `word`, one by one; `slips_regex` finds the same."""
    letters = sorted(set(word))
    pieces = ["", *letters, *(a + b for a in letters for b in letters)]
    changed = (word[:i] + piece + word[i + 1 :] for i in range(len(word)) for piece in pieces)
    return frozenset([*changed, *_swaps(word)])


def slips_regex(word: str) -> str:
    """A regular expression for `word` with up to two of its own letters in place of one."""
    own = "".join(sorted(set(word)))
    changed = (f"{word[:i]}[{own}]{{0,2}}{word[i + 1 :]}" for i in range(len(word)))
    return "|".join([*changed, *_swaps(word)])


def _swaps(word: str) -> Iterator[str]:
    for i in range(len(word) - 1):
        yield word[:i] + word[i + 1] + word[i] + word[i + 2 :]
