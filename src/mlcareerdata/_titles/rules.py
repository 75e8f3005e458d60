"""The rules, ready to look at a title, and the order in which they are asked."""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Final, Generic, TypeAlias, TypeVar

from mlcareerdata._titles.patterns import Patterns
from mlcareerdata._titles.rows import TitleLevel, TitleRule

Row = TypeVar("Row", bound=TitleRule | TitleLevel)
Decision = TypeVar("Decision")
_LETTER: Final = re.compile("[a-z]")

Span: TypeAlias = tuple[int, int]


class _Expression:
    """Looks for patterns in a line; made when first asked for, for hardly a title asks for many."""

    __slots__ = ("_patterns", "_wanted", "search")

    def __init__(self, wanted: Sequence[str], patterns: Patterns) -> None:
        self._wanted = wanted
        self._patterns = patterns
        self.search: Callable[[str], re.Match[str] | None] = self._first_search

    def _first_search(self, line: str) -> re.Match[str] | None:
        self.search = re.compile(self._patterns.regex(self._wanted)).search
        return self.search(line)


class Rule(Generic[Row]):
    """A row that decides something."""

    def __init__(self, row: Row, patterns: Patterns) -> None:
        """Check the patterns of the row; one that cannot be is a `WrongRowError`."""
        self.row: Row = row
        patterns.check(row, (*row.when, *row.also, *row.unless, *row.aside))
        self.needs = patterns.needs_of(row.when, row.also)
        self.clues = patterns.clues_of(row.when, row.also)
        # Words of which there is one in every title that has something of `aside`, but for those
        # of its patterns that need no other words than the rule itself.
        self.hints, unhinted = patterns.hints(row.aside, self.needs)
        self._when = _Expression(row.when, patterns)
        self._also, self._unless, self._aside, self._unhinted = (
            _Expression(wanted, patterns) if wanted else None
            for wanted in (row.also, row.unless, row.aside, unhinted)
        )

    def find(self, line: str, hinted: bool = True) -> Span | None:
        """The part of the line that decides; None where the rule does not hold.

        Not `hinted`: the line has none of the `hints`.
        """
        search = self._when.search  # Python calls a variable sooner than an attribute
        found = search(line)
        if found is None:
            return None
        if self._unless and self._unless.search(line):
            return None
        aside = self._aside if hinted else self._unhinted
        if aside and (other := aside.search(line)):
            line = other.re.sub(_blank, line)
            found = self._when.search(line)
            if found is None:
                return None
        if not self._also:
            return found.span()
        other = self._also.search(line)
        if other is None:
            return None
        return min(found.start(), other.start()), max(found.end(), other.end())


def _blank(found: re.Match[str]) -> str:
    """As long as it was, with all signs in their places, but without a word."""
    return _LETTER.sub("_", found[0])


class Rules(Generic[Row, Decision]):
    """A table of rules, of which the first that holds decides.

    Each pattern of `when` has a bit; the bits of the first rule are the lowest.
    """

    def __init__(
        self, rows: Iterable[Row], patterns: Patterns, decision: Callable[[Row], Decision]
    ) -> None:
        """Check the rows; `decision` is what one decides."""
        self.all = tuple(Rule(row, patterns) for row in rows)
        self.clues = [needs for rule in self.all for needs in rule.clues]
        self.hints = [rule.hints for rule in self.all for _ in rule.clues]
        self._rule_of_bit: list[tuple[Rule[Row], Decision, int]] = []
        for rule in self.all:
            behind = len(self._rule_of_bit) + len(rule.clues)
            self._rule_of_bit += [(rule, decision(rule.row), -1 << behind)] * len(rule.clues)

    def first(self, line: str, allowed: int, hinted: int) -> tuple[Decision, Span] | None:
        """What the first row to hold decides, and where; asks those with an allowed pattern.

        The bits of `allowed` say which patterns are, those of `hinted` whose `hints` the line may
        have.
        """
        while allowed:
            lowest = allowed & -allowed
            rule, decision, bits_behind = self._rule_of_bit[lowest.bit_length() - 1]
            span = rule.find(line, hinted & lowest != 0)
            if span:
                return decision, span
            allowed &= bits_behind
        return None

    def bits_of(self, such: Callable[[Decision], bool]) -> int:
        """The bits of the patterns of rows with such decisions."""
        decisions = (decision for _, decision, _ in self._rule_of_bit)
        return sum(1 << at for at, decision in enumerate(decisions) if such(decision))
