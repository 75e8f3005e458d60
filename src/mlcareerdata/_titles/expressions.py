"""The title tables as Narwhals expressions: what `reader.py` does, for a whole column.

The steps are the same but for the spelling of words. No engine can put that right word by word,
so here every spelling is in the regular expressions, which mean the same to all engines
(`patterns.py` says why).
"""

import re
from collections.abc import Iterable

import narwhals as nw

from mlcareerdata._titles.patterns import Needs, Patterns, gates
from mlcareerdata._titles.reader import TitleTables
from mlcareerdata._titles.rows import TitleLevel, TitleRule
from mlcareerdata._titles.words import Vocabulary

NO_ROLE = ""  # "a rule holds and says that there is no role"; null is "no rule holds"

_NOT_ASCII = "[^ -~]"  # control characters as well, which does no harm
_SPECIAL = frozenset("\\]^-[&~")  # what means something within brackets, to one engine or another


class TitleExpressions:
    """Makes expressions for a column of titles. Null gives null in all of them."""

    def __init__(self, tables: TitleTables) -> None:
        """Translate the tables."""
        self._vocabulary = Vocabulary(tables.spellings)
        self._patterns = Patterns(tables.terms, self._vocabulary)
        self._rules = tables.rules
        self._levels = tables.levels
        self._letters = [
            (_class(char for char in row.characters if not char.isascii()), row.becomes)
            for row in tables.characters
        ]
        signs = {
            row.becomes: _class(char for char in row.characters if char.isascii())
            for row in tables.characters
        }
        self._break, self._joint, self._dash = (signs[sign] for sign in ",&-")
        self.gates = [self._gate(words) for words in gates(self._needs())]

    def has_other_letters(self, title: nw.Expr) -> nw.Expr:
        """Whether there is something for `plain` to do."""
        return title.str.contains(_NOT_ASCII)

    def may_have_role(self, title: nw.Expr) -> nw.Expr:
        """False for most titles, never for one that has a role; cheap."""
        first, second = self.gates
        passes = title.str.contains(first) & title.str.contains(second)
        return passes | self.has_other_letters(title)

    def plain(self, title: nw.Expr) -> nw.Expr:
        """The title with the characters beyond ASCII that the table knows made plain."""
        for characters, becomes in self._letters:
            title = title.str.replace_all(characters, becomes)
        return title

    def line(self, plain: nw.Expr) -> nw.Expr:
        """A plain title as words, breaks and joints, with one space around each."""
        line = nw.concat_str(nw.lit(","), plain, nw.lit(",")).str.to_lowercase()
        line = line.str.replace_all(f"[^a-z]{self._dash}|{self._dash}[^a-z]", ",")
        line = line.str.replace_all(self._break, " , ").str.replace_all(self._joint, " & ")
        return line.str.replace_all("[^a-z,&]+", " ")

    def role(self, line: nw.Expr) -> nw.Expr:
        """The role that the first rule to hold gives, or `NO_ROLE`."""
        answers = ((row, row.role or NO_ROLE) for row in self._rules)
        return nw.coalesce(
            *(nw.when(self._holds(row, line)).then(nw.lit(role)) for row, role in answers)
        )

    def seniority(self, line: nw.Expr) -> nw.Expr:
        """The seniority that the first row to hold gives."""
        return nw.coalesce(
            *(nw.when(self._holds(row, line)).then(nw.lit(row.seniority)) for row in self._levels)
        )

    def _holds(self, row: TitleRule | TitleLevel, line: nw.Expr) -> nw.Expr:
        holds = line.str.contains(self._patterns.spelled_regex(row.when))
        if row.also:
            holds = holds & line.str.contains(self._patterns.spelled_regex(row.also))
        if row.unless:
            holds = holds & ~line.str.contains(self._patterns.spelled_regex(row.unless))
        return holds

    def _needs(self) -> Iterable[Needs]:
        for row in self._rules:
            if row.role:
                yield from self._patterns.needs_of(row.when, row.also)

    def _gate(self, words: Iterable[str]) -> str:
        """Finds any of the words in a title as it came, in small letters or capitals.

        `^` and `$` may let a title with a line break pass, which a gate can afford.
        """
        spelled = "|".join(self._vocabulary.regex(word) for word in sorted(words))
        any_case = re.sub(r"\[([a-z]+)\]|([a-z])", _both_cases, spelled)
        return f"(?:^|[^A-Za-z])(?:{any_case})(?:[^A-Za-z]|$)"


def _both_cases(letters: re.Match[str]) -> str:
    small = letters[1] or letters[2]
    return f"[{small}{small.upper()}]"


def _class(characters: Iterable[str]) -> str:
    """A regular expression for any one of the characters."""
    return "[" + "".join(f"\\{char}" if char in _SPECIAL else char for char in characters) + "]"
