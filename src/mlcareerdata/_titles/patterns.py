"""From patterns to regular expressions, and to the words that they need.

Every gap in an expression has an upper bound, so that searching takes time linear in the text.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter
from itertools import chain, zip_longest
from typing import Final, TypeAlias

from mlcareerdata._titles.rows import Row, TitleTerm, WrongRowError
from mlcareerdata._titles.words import Vocabulary

_LEVELS: Final = "level"  # the term behind `~`

# How words and signs stand in a line, each with a space behind it.
_MARK: Final = "~"
_SIGNS: Final = {"and": "+", "or": "+", "at": "@"}  # joints and a break that were words
_WORD: Final = f"[a-z{_MARK}]+ "
_LEVEL: Final = f"{_MARK}[a-z]+ "
_BREAK: Final = "[,@] "
_JOINT: Final = "[&+] "
_PASSED: Final = (
    f"(?:(?:{_JOINT})?{_LEVEL}|{_BREAK}{_LEVEL}(?:(?:{_JOINT})?{_LEVEL}){{0,3}}{_BREAK}){{0,3}}"
)
_NAME: Final = re.compile("@?[a-z-]+")
_COLUMNS: Final = 3  # few patterns have more needs; a fourth need is not looked at

Needs: TypeAlias = tuple[frozenset[str], ...]


class Patterns:
    """Translates patterns; `rows.py` says what they mean."""

    def __init__(self, terms: Iterable[TitleTerm], vocabulary: Vocabulary) -> None:
        """Index the terms; one that refers to itself is a `WrongRowError`."""
        self._terms = {term.id: term for term in terms}
        self._vocabulary = vocabulary
        self._chosen: dict[str, frozenset[str]] = {}  # most items stand in several patterns
        self._check_terms()
        self._written = {word: f"{_MARK}{word}" for word in self._phrases(_LEVELS)} | _SIGNS

    def written(self) -> dict[str, str]:
        """How each spelling stands in a line: as its word, marked if `~` passes over that."""
        meant = {word: word for word in self._written} | self._vocabulary.words
        return {
            spelling: " ".join(self._written.get(word, word) for word in words.split(" "))
            for spelling, words in meant.items()
        }

    def regex(self, patterns: Sequence[str]) -> str:
        """Finds any of the patterns in a line: words in their first spelling, and marked."""
        return f" {self._any(patterns)}"

    def check(self, row: Row, patterns: Iterable[str]) -> None:
        """A `WrongRowError` if one has an unknown term, or a word not in its first spelling."""
        for name in chain.from_iterable(map(_NAME.findall, patterns)):
            try:
                self._phrases(name) if name.startswith("@") else self._check_spelling(name)
            except ValueError as error:
                raise WrongRowError(row, str(error)) from error

    def _check_terms(self) -> None:
        for term in self._terms.values():
            self.check(term, term.phrases)
        inside = {
            f"@{term.id}": [n for n in _NAME.findall(" ".join(term.phrases)) if n.startswith("@")]
            for term in self._terms.values()
        }
        try:
            TopologicalSorter(inside).prepare()
        except CycleError as error:
            circle: list[str] = error.args[1]
            problem = f"it refers to itself: {', '.join(circle)}"
            raise WrongRowError(self._terms[circle[0].removeprefix("@")], problem) from error

    def needs(self, pattern: str) -> Needs:
        """Sets of words. Every line in which the pattern is found has a word of each set."""
        items = (item for item in pattern.split(" ") if item[0] not in "*~!,&")
        return tuple(self._choices(item) for item in items if not item.endswith("?"))

    def needs_of(self, when: Sequence[str], also: Sequence[str]) -> tuple[Needs, ...]:
        """For each pattern of `when`, its needs and the one need that `also` adds."""
        besides = (self._rarest(also),) if also else ()
        return tuple((*self.needs(pattern), *besides) for pattern in when)

    def hints(
        self, patterns: Sequence[str], known: Iterable[Needs]
    ) -> tuple[frozenset[str], Sequence[str]]:
        """Words of which there is one wherever any of the patterns is found, and other patterns.

        The words are not among the known needs, which tell nothing new; the other patterns are
        those that need no word besides.
        """
        there = frozenset(chain.from_iterable(chain.from_iterable(known)))
        telling = [[need for need in self.needs(p) if need.isdisjoint(there)] for p in patterns]
        rarest: list[frozenset[str]] = [max(needs, key=_rarity) for needs in telling if needs]
        others = [p for p, needs in zip(patterns, telling, strict=True) if not needs]
        return frozenset(chain.from_iterable(rarest)), others

    def _choices(self, item: str) -> frozenset[str]:
        """Words of which the item, where it is found, has one; a phrase gives its rarest word."""
        if item in self._chosen:
            return self._chosen[item]
        words: set[str] = set()
        for name in item.split("|"):
            if name.startswith("@"):
                words |= self._rarest(self._phrases(name))
            else:
                words.add(name)
        self._chosen[item] = frozenset(words)
        return self._chosen[item]

    def _rarest(self, patterns: Sequence[str]) -> frozenset[str]:
        """Words of which there is one wherever any of the patterns is found: as few as will do."""
        words: set[str] = set()
        for needs in sorted((self.needs(pattern) for pattern in patterns), key=len):
            if not any(need <= words for need in needs):
                words |= max(needs, key=_rarity)
        return frozenset(words)

    def _phrases(self, name: str) -> Sequence[str]:
        term = self._terms.get(name.removeprefix("@"))
        if term is None:
            raise ValueError(f"there is no term {name}; the terms are in title_terms.json")
        return term.phrases

    def _check_spelling(self, word: str) -> None:
        first = self._vocabulary.words.get(word, word)
        if first != word:
            raise ValueError(f"{word!r} is a spelling of {first!r}: write {first!r} in patterns")

    def _any(self, patterns: Iterable[str]) -> str:
        return self._branches([pattern.split(" ") for pattern in patterns])

    def _branches(self, runs: Iterable[Sequence[str]]) -> str:
        """Any of the runs of items; a beginning that several share is looked for once."""
        behind: dict[str, list[Sequence[str]]] = {}
        for first, *rest in runs:
            behind.setdefault(first, []).append(rest)
        return _either([self._item(first) + self._rest(rest) for first, rest in behind.items()])

    def _rest(self, runs: Sequence[Sequence[str]]) -> str:
        longer = [run for run in runs if run]
        rest = self._branches(longer) if longer else ""
        return f"(?:{rest})?" if rest and len(longer) < len(runs) else rest

    def _item(self, item: str) -> str:
        """An item, and the space behind each of its words."""
        if item.startswith("*"):
            return f"(?:{_WORD}){{0,{item[1:]}}}"
        if item == "~":
            return _PASSED
        if item.startswith("!"):
            return f"(?:(?:{_JOINT})?(?!{self._name(item[1:])})[a-z]+ ){{1,4}}"
        if item.endswith("?"):
            return f"(?:{self._item(item.removesuffix('?'))})?"
        return _either([self._name(name) for name in item.split("|")])

    def _name(self, name: str) -> str:
        if name == ",":
            return _BREAK
        if name == "&":
            return _JOINT
        if name.startswith("@"):
            return self._any(self._phrases(name))
        return f"{self._written.get(name, name)} "


def _either(found: Sequence[str]) -> str:
    return f"(?:{'|'.join(found)})" if len(found) > 1 else found[0]


def _rarity(words: Collection[str]) -> int:
    """Long words are rare words."""
    return min(map(len, words))


def gates(needs_of_rules: Iterable[Needs]) -> Needs:
    """Two sets of words. A title that lacks a word of either set is decided by no rule.

    Takes the needs of each rule. One need of each rule goes to one gate and another to the other,
    in the way that adds the fewest words; so one gate comes to hold the nouns, one the fields.
    """
    first: set[str] = set()
    second: set[str] = set()
    for needs in needs_of_rules:
        pairs = [(a, b) for a in needs for b in needs if a is not b] or [(needs[0], needs[0])]
        a, b = min(pairs, key=lambda pair: len(pair[0] - first) + len(pair[1] - second))
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
        self._first = (1 << self._width) - 1  # the first column
        self._met = 0  # whatever the words: where a pattern has fewer needs than there are columns
        bits: dict[str, int] = {}
        for at, words in enumerate(hints):
            for word in words:
                bits[word] = bits.get(word, 0) | 1 << _COLUMNS * self._width + at
        for at, of_pattern in enumerate(needs):
            for column, words in zip_longest(range(_COLUMNS), of_pattern[:_COLUMNS]):
                bit = 1 << column * self._width + at
                if words is None:
                    self._met |= bit
                    continue
                for word in words:
                    bits[word] = bits.get(word, 0) | bit
        self._bits: dict[bytes, int] = {}
        for word, of_word in bits.items():
            for spelling in vocabulary.spellings(word):
                self._add(spelling, of_word)
        for spelling, words in written.items():  # one bit, or two, above those of the hints
            if spelling != words:
                self._add(spelling, (3 if " " in words else 1) << (_COLUMNS + 1) * self._width)

        self._bits_of = self._bits.get

    def _add(self, spelling: str, of_word: int) -> None:
        spelled = spelling.encode("ascii")
        self._bits[spelled] = self._bits.get(spelled, 0) | of_word

    def patterns(self, words: Iterable[bytes]) -> tuple[int, int, int]:
        """The bits of the patterns that can be found where these words are, and of the hinted.

        Third is how the words stand in a line: 0 all as they are spelled, 1 some in another way,
        more than 1 some as several words.
        """
        bits_of = self._bits_of
        met = self._met
        for word in words:
            bits = bits_of(word)
            if bits:
                met |= bits
        width = self._width
        second = met >> width
        third = second >> width
        hinted = third >> width
        return met & second & third & self._first, hinted, hinted >> width
