"""The rules, ready to look at a title, and the order in which they are asked."""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import Generic, TypeAlias, TypeVar

from mlcareerdata._titles.patterns import Patterns
from mlcareerdata._titles.rows import TitleLevel, TitleRule

Row = TypeVar("Row", bound=TitleRule | TitleLevel)
Span: TypeAlias = tuple[int, int]


class Rule(Generic[Row]):
    """A row that decides something.

    Its expressions are made when they are first asked for: hardly a title asks many of them.
    """

    def __init__(self, row: Row, patterns: Patterns) -> None:
        """Check the patterns of the row; a `ValueError` says what in them cannot be."""
        self.row: Row = row
        patterns.check((*row.when, *row.also, *row.unless, *row.aside))
        self._when = _Finder(row.when, row.aside, patterns)
        self._also = _Finder(row.also, row.aside, patterns) if row.also else None
        self._unless = _Finder(row.unless, (), patterns) if row.unless else None
        self.needs = patterns.needs_of(row.when, row.also)

    def find(self, line: str) -> Span | None:
        """The part of the line that decides; None where the rule does not hold."""
        found = self._when.find(line)
        if found is None:
            return None
        start, end = found.span()
        if self._also:
            other = self._also.find(line)
            if other is None:
                return None
            start, end = min(start, other.start()), max(end, other.end())
        if self._unless and self._unless.find(line):
            return None
        return start, end


class _Finder:
    """Finds any of the wanted patterns, but none that begins in something of `aside`."""

    def __init__(self, wanted: Sequence[str], aside: Sequence[str], patterns: Patterns) -> None:
        self._wanted = wanted
        self._aside = aside
        self._patterns = patterns

    def find(self, line: str) -> re.Match[str] | None:
        found = self._search(line)
        if found and self._aside:
            found = self._search_both(line)
            while found and not found.lastindex:  # an aside; its last space may begin the next find
                found = self._search_both(line, found.end() - 1)
        return found

    @cached_property
    def _search(self) -> Callable[[str], re.Match[str] | None]:
        return re.compile(self._patterns.regex(self._wanted)).search

    @cached_property
    def _search_both(self) -> Callable[..., re.Match[str] | None]:
        aside, wanted = self._patterns.regex(self._aside), self._patterns.regex(self._wanted)
        return re.compile(f"{aside}|({wanted})").search


class Rules(Generic[Row]):
    """A table of rules, of which the first that holds decides.

    Each pattern of `when` has a bit; the bits of the first rule are the lowest.
    """

    def __init__(self, rows: Iterable[Row], patterns: Patterns) -> None:
        """Check the rows."""
        self.all = tuple(Rule(row, patterns) for row in rows)
        self.needs = [needs for rule in self.all for needs in rule.needs]
        self._rule_of_bit: list[tuple[Rule[Row], int]] = []
        for rule in self.all:
            behind = len(self._rule_of_bit) + len(rule.needs)
            self._rule_of_bit += [(rule, -1 << behind)] * len(rule.needs)

    def first(self, line: str, allowed: int) -> tuple[Row, Span] | None:
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
