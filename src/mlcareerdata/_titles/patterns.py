"""From patterns to regular expressions, and to the words that they need.

Every gap in an expression has an upper bound, so that searching takes time linear in the text.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from graphlib import CycleError, TopologicalSorter
from itertools import chain
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

COLUMNS: Final = 4  # needs of a pattern that are looked at; few have more

Needs: TypeAlias = tuple[frozenset[str], ...]


class Patterns:
    """Translates patterns; `rows.py` says what they mean."""

    def __init__(self, terms: Iterable[TitleTerm], vocabulary: Vocabulary) -> None:
        """Index the terms; one that refers to itself is a `WrongRowError`."""
        self._terms = {term.id: term for term in terms}
        self._vocabulary = vocabulary
        self._chosen: dict[str, tuple[frozenset[str], frozenset[str]]] = {}
        self._terms_found: dict[str, str] = {}
        self._check_terms()
        self._written = {word: f"{_MARK}{word}" for word in self._phrases(_LEVELS)} | _SIGNS

    def written(self) -> dict[str, str]:
        """How each spelling stands in a line: as its word, marked if `~` passes over that."""
        meant = {word: word for word in self._written} | self._vocabulary.words
        line = {words: self._line(words) for words in set(meant.values())}
        return {spelling: line[words] for spelling, words in meant.items()}

    def _line(self, words: str) -> str:
        return " ".join(self._written.get(word, word) for word in words.split(" "))

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
        return tuple(first for first, _ in self._choices(pattern))

    def needs_of(self, when: Sequence[str], also: Sequence[str]) -> tuple[Needs, ...]:
        """For each pattern of `when`, its needs and the one need that `also` adds."""
        besides = self._need_of(also)
        return tuple((*self.needs(pattern), *besides) for pattern in when)

    def clues_of(self, when: Sequence[str], also: Sequence[str]) -> tuple[Needs, ...]:
        """What to look for in the words of a title, before any pattern is looked for in its line.

        Like `needs_of`, with more needs of each pattern and of `also`; but where one pattern needs
        all that another one needs, it adds nothing.
        """
        besides = self._need_of(also)
        others = (self._others(also, need) for need in besides)
        besides += tuple(other for other in others if other not in besides)
        found = [frozenset((*besides, *self._clues(pattern))[:COLUMNS]) for pattern in when]
        telling: list[frozenset[frozenset[str]]] = []
        for needs in sorted(found, key=len):
            if not any(_follows(other, needs) for other in telling):
                telling.append(needs)
        return tuple(map(tuple, telling))

    def hints(
        self, patterns: Sequence[str], known: Iterable[Needs]
    ) -> tuple[frozenset[str], Sequence[str]]:
        """Words of which there is one wherever any of the patterns is found, and other patterns.

        The words are not among the known needs, which tell nothing new; the other patterns are
        those that need no word besides.
        """
        there = frozenset(chain.from_iterable(chain.from_iterable(known)))
        telling = [[need for need in self._clues(p) if need.isdisjoint(there)] for p in patterns]
        rarest: list[frozenset[str]] = [max(needs, key=_rarity) for needs in telling if needs]
        others = [p for p, needs in zip(patterns, telling, strict=True) if not needs]
        return frozenset(chain.from_iterable(rarest)), others

    def _need_of(self, also: Sequence[str]) -> Needs:
        return (self._rarest(also),) if also else ()

    def _clues(self, pattern: str) -> Needs:
        """The needs, and another need of each term that has phrases of several words."""
        seconds = (second for first, second in self._choices(pattern) if second != first)
        return (*self.needs(pattern), *seconds)

    def _rarest(self, patterns: Sequence[str]) -> frozenset[str]:
        """Words of which there is one wherever any of the patterns is found: as few as will do."""
        words: set[str] = set()
        for clues in sorted(map(self._clues, patterns), key=len):
            if not any(need <= words for need in clues):
                words |= max(clues, key=_rarity)
        return frozenset(words)

    def _choices(self, pattern: str) -> list[tuple[frozenset[str], frozenset[str]]]:
        """Two sets of words for each item that has to be there. It has a word of each set."""
        items = (item for item in pattern.split(" ") if item[0] not in "*~!,&")
        return [self._choices_of(item) for item in items if not item.endswith("?")]

    def _choices_of(self, item: str) -> tuple[frozenset[str], frozenset[str]]:
        if item not in self._chosen:  # most items stand in several patterns
            names = item.split("|")
            words = frozenset(name for name in names if not name.startswith("@"))
            phrases = [self._phrases(name) for name in names if name.startswith("@")]
            firsts = [self._rarest(of_term) for of_term in phrases]
            seconds = map(self._others, phrases, firsts)
            self._chosen[item] = words.union(*firsts), words.union(*seconds)
        return self._chosen[item]

    def _others(self, phrases: Sequence[str], first: frozenset[str]) -> frozenset[str]:
        """Words of which each phrase has one, and not among the first ones, if it has several."""
        clues = map(self._clues, phrases)
        words = (max([n for n in needs if not n <= first] or needs, key=_rarity) for needs in clues)
        return frozenset(chain.from_iterable(words))

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
            if name not in self._terms_found:  # most terms stand in many patterns
                self._terms_found[name] = self._any(self._phrases(name))
            return self._terms_found[name]
        return f"{self._written.get(name, name)} "


def _either(found: Sequence[str]) -> str:
    return f"(?:{'|'.join(found)})" if len(found) > 1 else found[0]


def _follows(needs: Collection[frozenset[str]], others: Collection[frozenset[str]]) -> bool:
    """Whether the needs are met wherever the others are."""
    return all(any(other <= need for other in others) for need in needs)


def _rarity(words: Collection[str]) -> int:
    """Long words are rare words."""
    return min(map(len, words))
