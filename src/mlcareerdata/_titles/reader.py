"""Reads one title: the steps that the docstring of the package draws, one after another."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias, overload

from pydantic import BaseModel

from mlcareerdata._files import damaged
from mlcareerdata._registry import (
    TITLE_CHARACTERS,
    TITLE_LEVELS,
    TITLE_RULES,
    TITLE_SPELLINGS,
    TITLE_TERMS,
)
from mlcareerdata._store import Once, rows
from mlcareerdata._titles.clues import Clues, gates
from mlcareerdata._titles.fold import DIGIT, Characters, line_of, place, without_numbers
from mlcareerdata._titles.lately import Lately
from mlcareerdata._titles.patterns import Patterns
from mlcareerdata._titles.repair import origin, repair
from mlcareerdata._titles.rows import (
    TitleCharacter,
    TitleLevel,
    TitleRule,
    TitleSpelling,
    TitleTerm,
    WrongRowError,
)
from mlcareerdata._titles.rules import Rules
from mlcareerdata._titles.words import Vocabulary
from mlcareerdata.ids import RoleId
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
    return _read(text)


def _plain(text: object) -> str:
    """The text that was meant, if it is text.

    Callers without a type checker may pass anything, and dataframes may hold it.
    """
    if not isinstance(text, str):
        raise TypeError(
            f"a job title is a str, not {type(text).__name__} (a column with missing values is "
            "read by mlcareerdata.frames.match_titles)"
        )
    return repair(text)


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
    except WrongRowError as error:
        table = next(spec for spec in _TABLES if isinstance(error.row, spec.model()))
        said = str(getattr(error.row, table.key[0]))
        raise damaged(table, said or None, str(error)) from error
    except ValueError as error:  # no row is to blame: the term that `~` needs is not there
        raise damaged(TITLE_TERMS, None, str(error)) from error


TABLES: Final = Once(_tables)
_TABLES: Final = (TITLE_CHARACTERS, TITLE_SPELLINGS, TITLE_TERMS, TITLE_RULES, TITLE_LEVELS)


_MADE: Final = TitleMatch(role="data-analyst", seniority=None, matched="DA", text="DA")
_EXTRA: Final = _MADE.__pydantic_extra__
_PRIVATE: Final = _MADE.__pydantic_private__
_new: Final = object.__new__
# They set what a record has, past the check that it is frozen; found once, not for each title.
_set_values, _set_names, _set_extra, _set_private = (
    BaseModel.__dict__[name].__set__
    for name in (
        "__dict__",
        "__pydantic_fields_set__",
        "__pydantic_extra__",
        "__pydantic_private__",
    )
)


def _match(role: RoleId, seniority: Seniority | None, matched: str, text: str) -> TitleMatch:
    """What `TitleMatch(...)` makes, without checking again what the tables have been checked for.

    `model_construct` does the same for any model, and takes longer than the checks. What is beside
    the fields depends on the version of pydantic, so it is that of a match that pydantic made.
    """
    match = _new(TitleMatch)
    _set_values(match, {"role": role, "seniority": seniority, "matched": matched, "text": text})
    _set_names(match, {"role", "seniority", "matched", "text"})
    _set_extra(match, _EXTRA)
    _set_private(match, _PRIVATE)
    return match


_SHORT: Final = 200  # characters; longer titles hardly come again

_Names: TypeAlias = tuple[RoleId, Seniority | None]


class TitleReader:
    """The tables, made ready to read titles by. Nothing in it changes an answer afterwards."""

    def __init__(self, tables: TitleTables) -> None:
        """Translate the tables; a row that cannot be is a `WrongRowError`."""
        self.characters = Characters(tables.characters)
        self._ascii_words = self.characters.ascii_words
        self.vocabulary = Vocabulary(tables.spellings)
        patterns = Patterns(tables.terms, self.vocabulary)
        written = patterns.written()
        self.write = written.get
        self.rules: Rules[TitleRule, RoleId | None] = Rules(
            tables.rules, patterns, lambda row: row.role
        )
        self.levels: Rules[TitleLevel, Seniority] = Rules(
            tables.levels, patterns, lambda row: row.seniority
        )
        # One number for both tables, the bits of the rules below those of the levels.
        self._clues = Clues(
            [*self.rules.clues, *self.levels.clues],
            [*self.rules.hints, *self.levels.hints],
            self.vocabulary,
            written,
        )
        self._rule_count = len(self.rules.clues)
        self._rule_bits = (1 << self._rule_count) - 1
        self._role_bits = self.rules.bits_of(lambda role: role is not None)
        roles = (rule for rule in self.rules.all if rule.row.role)
        fields, nouns = gates(needs for rule in roles for needs in rule.needs)
        self.fields, self._nouns = self._spelled(fields), self._spelled(nouns)
        self.lately = Lately()

    def _spelled(self, gate: frozenset[str]) -> frozenset[bytes]:
        spelled = {spelling.encode("ascii") for spelling in self.vocabulary.spellings(gate)}
        return frozenset(spelled)  # of a set: half the memory

    def read(self, text: str) -> TitleMatch | None:
        """What `match_title` gives."""
        # Most titles end here, so what only the others need is in a function of its own. Exactly
        # str, for a subclass may be equal to other texts than its own.
        if type(text) is str and text.isascii() and ";" not in text and len(text) <= _SHORT:
            # What `words` does, without the call.
            present: Collection[bytes] = text.encode().translate(self._ascii_words).split()
            if self.fields.isdisjoint(present) or self._nouns.isdisjoint(present):
                return None
            known = self.lately.known
            if text in known:
                return known[text]
            return self.lately.add(text, self._read_on(text, text, present))
        plain = _plain(text)
        present = self.characters.words(plain)
        if self.fields.isdisjoint(present) or self._nouns.isdisjoint(present):
            return None
        return self._read_on(text, plain, present)

    def names(self, text: str) -> _Names | None:
        """What `match_title` finds, without the words that decided, which take time to find."""
        usual = type(text) is str and text.isascii() and ";" not in text
        plain = text if usual else _plain(text)
        present = self.characters.words(plain)
        if self.fields.isdisjoint(present) or self._nouns.isdisjoint(present):
            return None
        return self._read_on(text, plain, present, "names")

    @overload
    def _read_on(self, text: str, plain: str, present: Collection[bytes]) -> TitleMatch | None: ...

    @overload
    def _read_on(
        self, text: str, plain: str, present: Collection[bytes], give: Literal["names"]
    ) -> _Names | None: ...

    def _read_on(
        self,
        text: str,
        plain: str,
        present: Collection[bytes],
        give: Literal["match", "names"] = "match",
    ) -> TitleMatch | _Names | None:
        """What is in a title that passes the gates; all in one, for calls take time."""
        allowed, hinted, respelled = self._clues.patterns(present)
        if not allowed & self._role_bits:
            return None
        folded = self.characters.fold(plain)
        if DIGIT in folded:
            folded = without_numbers(folded)
        tokens, line = line_of(folded, self.write if respelled else None)
        found = self.rules.first(line, allowed & self._rule_bits, hinted)
        if found is None:
            return None
        role, span = found
        if role is None:
            return None
        allowed >>= self._rule_count
        level = allowed and self.levels.first(line, allowed, hinted >> self._rule_count)
        seniority = level[0] if level else None
        if give == "names":
            return role, seniority
        start, end = place(folded, tokens, line, span, respelled > 1)
        if not plain.isascii():
            start, end = self.characters.origin(plain, start, end)
        if plain is not text:
            start, end = origin(text, start, end)
        return _match(role, seniority, text[start:end], text)


READER: Final = Once(_read_tables)


def _read_first(text: str) -> TitleMatch | None:
    """Read the first title of the process; the others go straight to the reader."""
    global _read  # noqa: PLW0603  # READER.get() takes a tenth of the time of most titles
    _read = READER.get().read
    return _read(text)


_read: Callable[[str], TitleMatch | None] = _read_first
