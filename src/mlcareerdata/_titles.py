"""Free-text job titles, as employers type them, to roles.

The rules are data (`data/title_*.json`). A title is read by them in steps, each in its own module:

    the text -> its characters folded -> its words -> a line in their first spelling -> a rule

Most titles name no role, and most of the speed is in seeing that early. Two gates, sets of words
made from the rules, stop nearly all of them at their words; of those that pass, only such rules
are asked as the words allow.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import Final, Generic, TypeVar

from mlcareerdata._store import Once, rows_of
from mlcareerdata._title_fold import Characters, count_words, place, tokens, words
from mlcareerdata._title_rules import Patterns, gates
from mlcareerdata._title_words import Vocabulary
from mlcareerdata.errors import DataIntegrityError
from mlcareerdata.models._titles import (
    Seniority,
    TitleCharacter,
    TitleLevel,
    TitleMatch,
    TitleRule,
    TitleSpelling,
    TitleTerm,
)


def match_title(text: str) -> TitleMatch | None:
    """Read a job title as an employer typed it.

    Gives the role that the title names, the seniority, and the words that decided, as they stand
    in the text. Gives `None` where it names none of the nine roles, as most titles do, and rather
    than guess; also for empty text. A `TypeError` if `text` is not a string.

    >>> found = match_title("Sr. ML Engineer II (Remote)")
    >>> found.role, found.seniority, found.matched
    ('machine-learning-engineer', 'senior', 'ML Engineer')
    >>> match_title("Data Science Manager") is None
    True
    """
    # Callers without a type checker pass what they have.
    if not isinstance(text, str):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise TypeError(f"a job title is a str, not {type(text).__name__}")
    return READER.get().read(text)


@dataclass(frozen=True, slots=True)
class TitleTables:
    """The rows of the five tables."""

    characters: tuple[TitleCharacter, ...]
    spellings: tuple[TitleSpelling, ...]
    terms: tuple[TitleTerm, ...]
    rules: tuple[TitleRule, ...]
    levels: tuple[TitleLevel, ...]


def _tables() -> TitleTables:
    return TitleTables(
        characters=rows_of("title_characters", TitleCharacter, ("becomes",)),
        spellings=rows_of("title_spellings", TitleSpelling, ("word",)),
        terms=rows_of("title_terms", TitleTerm, ("id",)),
        rules=rows_of("title_rules", TitleRule, ("id",)),
        levels=rows_of("title_levels", TitleLevel, ("id",)),
    )


def _read_tables() -> "TitleReader":
    try:
        return TitleReader(TABLES.get())
    except ValueError as error:
        raise DataIntegrityError("title_*.json", None, str(error)) from error


TABLES: Final = Once(_tables)


Row = TypeVar("Row", bound=TitleRule | TitleLevel)


class Rule(Generic[Row]):
    """A row that decides something, ready to look at a line."""

    __slots__ = ("_also", "_unless", "_when", "needs", "row")

    def __init__(self, row: Row, patterns: Patterns) -> None:
        """Translate the patterns of the row."""
        self.row: Row = row
        self.needs = patterns.needs_of(row.when, row.also)
        self._when = re.compile(patterns.regex(row.when))
        self._also = re.compile(patterns.regex(row.also)) if row.also else None
        self._unless = re.compile(patterns.regex(row.unless)) if row.unless else None

    def find(self, line: str) -> tuple[int, int] | None:
        """The part of the line that decides; None where the rule does not hold."""
        found = self._when.search(line)
        if found is None:
            return None
        start, end = found.span()
        if self._also is not None:
            other = self._also.search(line)
            if other is None:
                return None
            start, end = min(start, other.start()), max(end, other.end())
        if self._unless is not None and self._unless.search(line):
            return None
        return start, end


class Rules(Generic[Row]):
    """A table of rules, of which the first that holds decides.

    What a rule needs is kept as bits, one for each set of words of which it needs one; a word has
    the bits of all the sets that it is in. So a few words tell quickly which rules can hold.
    """

    def __init__(self, rows: Iterable[Row], patterns: Patterns) -> None:
        """Translate the rows."""
        self.all = tuple(Rule(row, patterns) for row in rows)
        bits: dict[frozenset[str], int] = {}
        self._asked: list[tuple[Rule[Row], list[int]]] = []
        for rule in self.all:
            for needs in rule.needs:
                for need in needs:
                    bits.setdefault(need, 1 << len(bits))
            asked = [sum({bits[need] for need in needs}) for needs in rule.needs]
            self._asked.append((rule, asked))
        self._words = frozenset(chain.from_iterable(bits))
        self._bits = {
            word: sum(bit for need, bit in bits.items() if word in need) for word in self._words
        }
        self._known = lru_cache(maxsize=4096)(self._allowed)

    def allowed(self, said: Iterable[str]) -> tuple[Rule[Row], ...]:
        """Those that can hold where these words are said; few, so that few need to look."""
        return self._known(self._words.intersection(said))

    def _allowed(self, words: frozenset[str]) -> tuple[Rule[Row], ...]:
        there = 0
        for word in words:
            there |= self._bits[word]
        allowed: list[Rule[Row]] = []
        for rule, asked in self._asked:
            for bits in asked:
                if bits & there == bits:
                    allowed.append(rule)
                    break
        return tuple(allowed)


class TitleReader:
    """The tables, made ready to read titles by. Nothing in it changes an answer afterwards."""

    def __init__(self, tables: TitleTables) -> None:
        """Translate the tables; a `ValueError` says what in them cannot be."""
        self.characters = Characters(tables.characters)
        self.vocabulary = Vocabulary(tables.spellings)
        patterns = Patterns(tables.terms, self.vocabulary)
        self.rules = Rules(tables.rules, patterns)
        self.levels = Rules(tables.levels, patterns)
        roles = (rule for rule in self.rules.all if rule.row.role)
        first, second = gates(needs for rule in roles for needs in rule.needs)
        self.gates = self._spelled(first), self._spelled(second)

    def _spelled(self, gate: frozenset[str]) -> frozenset[str]:
        return frozenset(chain.from_iterable(map(self.vocabulary.spellings, gate)))

    def read(self, text: str) -> TitleMatch | None:
        """What `match_title` gives."""
        folded = self.characters.fold(text)
        present = words(folded)
        first, second = self.gates
        if first.isdisjoint(present) or second.isdisjoint(present):
            return None
        spelling = self.vocabulary.words
        said = [spelling.get(token, token) for token in tokens(folded)]
        line = f" {' '.join(said)} "
        for rule in self.rules.allowed(said):
            span = rule.find(line)
            if span is None:
                continue
            if rule.row.role is None:
                return None
            start, end = self._place(text, folded, line, span)
            return TitleMatch(
                role=rule.row.role,
                seniority=self._seniority(said, line),
                matched=text[start:end],
                text=text,
            )
        return None

    def _seniority(self, said: list[str], line: str) -> Seniority | None:
        for level in self.levels.allowed(said):
            if level.find(line):
                return level.row.seniority
        return None

    def _place(self, text: str, folded: str, line: str, span: tuple[int, int]) -> tuple[int, int]:
        """The part of the text that became that part of the line, found by counting words."""
        first = count_words(line, 0, span[0])
        count = count_words(line, span[0], span[1] - 1)
        start, end = place(folded, first, count)
        return self.characters.origin(text, start, end)


READER: Final = Once(_read_tables)
