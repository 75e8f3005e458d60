"""What the words of a title tell before any pattern is looked for: gates and clues."""

from collections.abc import Iterable, Mapping, Sequence

from mlcareerdata._titles.patterns import COLUMNS, Needs
from mlcareerdata._titles.words import Vocabulary


def gates(needs_of_rules: Iterable[Needs]) -> Needs:
    """Two sets of words. A title that lacks a word of either set is decided by no rule.

    Takes the needs of each rule. One need of each rule goes to one gate and another to the other;
    so one gate comes to hold the nouns, one the fields. The fewer words a gate has, the more titles
    it stops, and a word that is in both lets a title through alone. Rules with few needs have the
    least choice, and choose first.
    """
    first: set[str] = set()
    second: set[str] = set()

    def added(pair: tuple[frozenset[str], frozenset[str]]) -> tuple[int, int]:
        """How many words of the one gate come into the other one, too, and how many are new."""
        a, b = pair[0] - first, pair[1] - second
        return len(a & second) + len(b & first), len(a) + len(b)

    for needs in sorted(needs_of_rules, key=len):
        pairs = [(a, b) for a in needs for b in needs if a is not b] or [(needs[0], needs[0])]
        a, b = min(pairs, key=added)
        first |= a
        second |= b
    return frozenset(first), frozenset(second)


class Clues:
    """Tells by the words of a title which patterns can be found in it.

    Each pattern has a bit, and each of its needs has that bit in a column of its own. A word has
    the bits of all the needs that it meets, as one number. So the words of a title together give
    the needs that are met, and a pattern can be found if its bit is in every column.
    """

    def __init__(
        self,
        needs: Sequence[Needs],
        hints: Sequence[Iterable[str]],
        vocabulary: Vocabulary,
        written: Mapping[str, str],
    ) -> None:
        """Take the needs and the hints of each pattern, how words are spelled, and written."""
        self._width = len(needs)
        self._half = COLUMNS // 2 * self._width
        self._columns = COLUMNS * self._width
        self._first = (1 << self._width) - 1  # the first column
        # Whatever the words: where a pattern has fewer needs than there are columns.
        self._met = sum(
            1 << column * self._width + at
            for at, of_pattern in enumerate(needs)
            for column in range(len(of_pattern), COLUMNS)
        )
        bits = self._bits_of_words(needs, hints)
        # Spellings of the same words share their number; fewer numbers are sooner at hand.
        meant = {word: word for word in (*bits, *written)} | vocabulary.words
        own: dict[str, int] = {}
        respelled: dict[str, int] = {}
        for words in set(meant.values()):
            met = 0
            for word in words.split(" "):
                met |= bits.get(word, 0)
            own[words] = met
            # One bit, or two, above those of the hints.
            above = 3 if " " in words else 1
            respelled[words] = met | above << self._columns + self._width
        spelled = {
            spelling: (own if written.get(spelling, spelling) == spelling else respelled)[words]
            for spelling, words in meant.items()
        }
        self._bits = {spelling.encode("ascii"): of for spelling, of in spelled.items() if of}

    def _bits_of_words(
        self, needs: Sequence[Needs], hints: Sequence[Iterable[str]]
    ) -> dict[str, int]:
        bits: dict[str, int] = {}
        for at, words in enumerate(hints):
            for word in words:
                bits[word] = bits.get(word, 0) | 1 << self._columns + at
        for at, of_pattern in enumerate(needs):
            for column, words in enumerate(of_pattern):
                for word in words:
                    bits[word] = bits.get(word, 0) | 1 << column * self._width + at
        return bits

    def patterns(self, words: Iterable[bytes]) -> tuple[int, int, int]:
        """The bits of the patterns that can be found where these words are.

        Then the bits of those whose hints are met, and others above them; and how the words stand
        in a line: 0 all as they are spelled, 1 some in another way, more some as several words.
        """
        bits = self._bits
        met = self._met
        for word in words:
            if word in bits:
                met |= bits[word]
        half = met & met >> self._half
        above = met >> self._columns
        return half & half >> self._width & self._first, above, above >> self._width
