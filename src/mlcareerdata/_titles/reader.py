"""Reads one title: the steps that the docstring of the package draws, one after another."""

from collections.abc import Collection
from dataclasses import dataclass
from itertools import chain
from typing import Final

from pydantic import TypeAdapter

from mlcareerdata._registry import (
    TITLE_CHARACTERS,
    TITLE_LEVELS,
    TITLE_RULES,
    TITLE_SPELLINGS,
    TITLE_TERMS,
)
from mlcareerdata._store import Once, rows
from mlcareerdata._titles.fold import DIGIT, LONG, Characters, place, tokenise, without_numbers
from mlcareerdata._titles.patterns import Clues, Patterns, gates
from mlcareerdata._titles.repair import origin, repair
from mlcareerdata._titles.rows import (
    TitleCharacter,
    TitleLevel,
    TitleRule,
    TitleSpelling,
    TitleTerm,
)
from mlcareerdata._titles.rules import Rules
from mlcareerdata._titles.words import Vocabulary
from mlcareerdata.errors import DataIntegrityError
from mlcareerdata.models._titles import Seniority, TitleMatch

__all__ = ["match_title"]


def match_title(text: str) -> TitleMatch | None:
    """Read a job title as an employer typed it.

    Gives the role that the title names, the seniority, and the words that decided, as they are
    written in the text. Gives `None` if it names none of the nine roles, as is true of most titles,
    if the role would be a guess, and if the text is empty. A `TypeError` if it is not a string.

    >>> import mlcareerdata as mlc
    >>> found = mlc.match_title("Sr. ML Engineer II (Remote)")
    >>> found.role, found.seniority, found.matched
    ('machine-learning-engineer', 'senior', 'ML Engineer')
    >>> mlc.match_title("Data Science Manager") is None
    True
    """
    # Callers without a type checker may pass anything.
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


class TitleReader:
    """The tables, made ready to read titles by. Nothing in it changes an answer afterwards."""

    def __init__(self, tables: TitleTables) -> None:
        """Translate the tables; a `ValueError` says what in them cannot be."""
        self.characters = Characters(tables.characters)
        self._ascii_words = self.characters.ascii_words
        self.vocabulary = Vocabulary(tables.spellings)
        patterns = Patterns(tables.terms, self.vocabulary)
        self._written = patterns.written()
        patterns.check(phrase for term in tables.terms for phrase in term.phrases)
        self.rules = Rules(tables.rules, patterns)
        self.levels = Rules(tables.levels, patterns)
        # One number for both tables, the bits of the rules below those of the levels.
        self._clues = Clues(
            [*self.rules.needs, *self.levels.needs],
            [*self.rules.hints, *self.levels.hints],
            self.vocabulary,
        )
        self._rule_count = len(self.rules.needs)
        self._rule_bits = (1 << self._rule_count) - 1
        self._role_bits = self.rules.bits_of(lambda row: row.role is not None)
        roles = (rule for rule in self.rules.all if rule.row.role)
        first, second = gates(needs for rule in roles for needs in rule.needs)
        self.gates = self._spelled(first), self._spelled(second)

    def _spelled(self, gate: frozenset[str]) -> frozenset[bytes]:
        spellings = chain.from_iterable(map(self.vocabulary.spellings, gate))
        return frozenset(spelling.encode("ascii") for spelling in spellings)

    def read(self, text: str) -> TitleMatch | None:
        """What `match_title` gives."""
        if text.isascii() and ";" not in text and len(text) <= LONG:
            plain = text  # nearly always; the rest of this line is `words`, without the call
            present: Collection[bytes] = text.encode().translate(self._ascii_words).split()
        else:
            plain = repair(text)
            present = self.characters.words(plain)
        first, second = self.gates
        if first.isdisjoint(present) or second.isdisjoint(present):
            return None
        allowed, hinted = self._clues.patterns(present)
        if not allowed & self._role_bits:
            return None
        folded, said = self.said(plain)
        line = f" {' '.join(said)} "
        found = self.rules.first(line, allowed & self._rule_bits, hinted)
        if found is None or found[0].role is None:
            return None
        rule, span = found
        level = self.levels.first(line, allowed >> self._rule_count, hinted >> self._rule_count)
        seniority: Seniority | None = level[0].seniority if level else None
        start, end = place(folded, said, line, span)
        if not plain.isascii():
            start, end = self.characters.origin(plain, start, end)
        if plain is not text:
            start, end = origin(text, start, end)
        match: TitleMatch = _match(
            {"role": rule.role, "seniority": seniority, "matched": text[start:end], "text": text}
        )
        return match

    def said(self, plain: str) -> tuple[bytes, list[str]]:
        """The title folded, and its words and signs as the rules know them."""
        folded = self.characters.fold(plain)
        if DIGIT in folded:
            folded = without_numbers(folded)
        tokens = tokenise(folded)
        return folded, list(map(self._written.get, tokens, tokens))  # an unknown word is itself


READER: Final = Once(_read_tables)
