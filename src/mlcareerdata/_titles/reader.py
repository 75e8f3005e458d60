"""Reads one title: the steps that the docstring of the package draws, one after another."""

import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from itertools import chain
from typing import Final, Generic, TypeVar

from pydantic import TypeAdapter

from mlcareerdata._registry import (
    TITLE_CHARACTERS,
    TITLE_LEVELS,
    TITLE_RULES,
    TITLE_SPELLINGS,
    TITLE_TERMS,
)
from mlcareerdata._store import Once, rows
from mlcareerdata._titles.fold import Characters, place, tokens, words
from mlcareerdata._titles.patterns import Clues, Patterns, gates
from mlcareerdata._titles.rows import (
    TitleCharacter,
    TitleLevel,
    TitleRule,
    TitleSpelling,
    TitleTerm,
)
from mlcareerdata._titles.words import Vocabulary
from mlcareerdata.errors import DataIntegrityError
from mlcareerdata.models._titles import Seniority, TitleMatch

__all__ = ["match_title"]


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
        characters=rows(TITLE_CHARACTERS),
        spellings=rows(TITLE_SPELLINGS),
        terms=rows(TITLE_TERMS),
        rules=rows(TITLE_RULES),
        levels=rows(TITLE_LEVELS),
    )


def _read_tables() -> "TitleReader":
    try:
        return TitleReader(TABLES.get())
    except ValueError as error:
        raise DataIntegrityError("title_*.json", None, str(error)) from error


TABLES: Final = Once(_tables)


# Makes and checks a match as `TitleMatch(...)` does, in two thirds of the time.
_match: Final = TypeAdapter(TitleMatch).validator.validate_python

Row = TypeVar("Row", bound=TitleRule | TitleLevel)


class Rule(Generic[Row]):
    """A row that decides something, ready to look at a line."""

    __slots__ = ("_also", "_unless", "_when", "needs", "row")

    def __init__(self, row: Row, patterns: Patterns) -> None:
        """Translate the patterns of the row."""
        self.row: Row = row
        self.needs = patterns.needs_of(row.when, row.also)
        self._when = re.compile(patterns.regex(row.when)).search
        self._also = re.compile(patterns.regex(row.also)).search if row.also else None
        self._unless = re.compile(patterns.regex(row.unless)).search if row.unless else None

    def find(self, line: str) -> tuple[int, int] | None:
        """The part of the line that decides; None where the rule does not hold."""
        found = self._when(line)
        if found is None:
            return None
        start, end = found.span()
        if self._also is not None:
            other = self._also(line)
            if other is None:
                return None
            start, end = min(start, other.start()), max(end, other.end())
        if self._unless is not None and self._unless(line):
            return None
        return start, end


class Rules(Generic[Row]):
    """A table of rules, of which the first that holds decides.

    Each pattern of `when` has a bit; the bits of the first rule are the lowest.
    """

    def __init__(self, rows: Iterable[Row], patterns: Patterns) -> None:
        """Translate the rows."""
        self.all = tuple(Rule(row, patterns) for row in rows)
        self.needs = [needs for rule in self.all for needs in rule.needs]
        self._rule_of_bit: list[tuple[Rule[Row], int]] = []
        for rule in self.all:
            behind = len(self._rule_of_bit) + len(rule.needs)
            self._rule_of_bit += [(rule, -1 << behind)] * len(rule.needs)

    def first(self, line: str, allowed: int) -> tuple[Row, tuple[int, int]] | None:
        """The first row to hold, and where; asks those with a pattern whose bit is allowed."""
        while allowed:
            lowest = allowed & -allowed
            rule, bits_behind = self._rule_of_bit[lowest.bit_length() - 1]
            span = rule.find(line)
            if span:
                return rule.row, span
            allowed &= bits_behind
        return None

    def bits_of(self, such: Callable[[Row], bool]) -> int:
        """The bits of the patterns of such rows."""
        return sum(1 << at for at, (rule, _) in enumerate(self._rule_of_bit) if such(rule.row))


class TitleReader:
    """The tables, made ready to read titles by. Nothing in it changes an answer afterwards."""

    def __init__(self, tables: TitleTables) -> None:
        """Translate the tables; a `ValueError` says what in them cannot be."""
        self.characters = Characters(tables.characters)
        self.vocabulary = Vocabulary(tables.spellings)
        self._respelled = frozenset(
            spelling.encode("ascii")
            for spelling, word in self.vocabulary.words.items()
            if spelling != word
        )
        patterns = Patterns(tables.terms, self.vocabulary)
        self.rules = Rules(tables.rules, patterns)
        self.levels = Rules(tables.levels, patterns)
        # One number for both tables, the bits of the rules below those of the levels.
        self._clues = Clues([*self.rules.needs, *self.levels.needs], self.vocabulary.spellings)
        self._rule_bits = (1 << len(self.rules.needs)) - 1
        self._role_bits = self.rules.bits_of(lambda row: row.role is not None)
        roles = (rule for rule in self.rules.all if rule.row.role)
        first, second = gates(needs for rule in roles for needs in rule.needs)
        self.gates = self._spelled(first), self._spelled(second)

    def _spelled(self, gate: frozenset[str]) -> frozenset[bytes]:
        spellings = chain.from_iterable(map(self.vocabulary.spellings, gate))
        return frozenset(spelling.encode("ascii") for spelling in spellings)

    def read(self, text: str) -> TitleMatch | None:
        """What `match_title` gives."""
        folded = self.characters.fold(text)
        present = words(folded)
        first, second = self.gates
        if first.isdisjoint(present) or second.isdisjoint(present):
            return None
        allowed = self._clues.patterns(present)
        if not allowed & self._role_bits:
            return None
        line = self._line(folded, present)
        found = self.rules.first(line, allowed & self._rule_bits)
        if found is None or found[0].role is None:
            return None
        rule, span = found
        start, end = place(folded, line, span)
        if not text.isascii():
            start, end = self.characters.origin(text, start, end)
        level = self.levels.first(line, allowed >> len(self.rules.needs))
        seniority: Seniority | None = level[0].seniority if level else None
        match: TitleMatch = _match(
            {
                "role": rule.role,
                "seniority": seniority,
                "matched": text[start:end],
                "text": text,
            }
        )
        return match

    def _line(self, folded: bytes, present: Collection[bytes]) -> str:
        said: Iterable[str] = tokens(folded)
        if not self._respelled.isdisjoint(present):  # far quicker than a look at each token
            said = [self.vocabulary.words.get(token, token) for token in said]
        return f" {' '.join(said)} "


READER: Final = Once(_read_tables)
