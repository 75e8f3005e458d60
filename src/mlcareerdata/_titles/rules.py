"""The rules, ready to look at a title, and the order in which they are asked."""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import Generic, TypeAlias, TypeVar

from mlcareerdata._titles.patterns import Patterns
from mlcareerdata._titles.rows import TitleLevel, TitleRule

Row = TypeVar("Row", bound=TitleRule | TitleLevel)
Span: TypeAlias = tuple[int, int]
Finder: TypeAlias = Callable[[str], Span | None]


class Rule(Generic[Row]):
    """A row that decides something.

    Its expressions are made when they are first asked for: hardly a title asks many of them.
    """

    def __init__(self, row: Row, patterns: Patterns) -> None:
        """Check the patterns of the row; a `ValueError` says what in them cannot be."""
        self.row: Row = row
        self._patterns = patterns
        patterns.check((*row.when, *row.also, *row.unless, *row.aside))
        self.needs = patterns.needs_of(row.when, row.also)

    def find(self, line: str) -> Span | None:
        """The part of the line that decides; None where the rule does not hold."""
        span = self._when(line)
        if span is None:
            return None
        if self.row.also:
            other = self._also(line)
            if other is None:
                return None
            span = min(span[0], other[0]), max(span[1], other[1])
        if self.row.unless and self._unless(line):
            return None
        return span

    @cached_property
    def _when(self) -> Finder:
        return self._finder(self.row.when, self.row.aside)

    @cached_property
    def _also(self) -> Finder:
        return self._finder(self.row.also, self.row.aside)

    @cached_property
    def _unless(self) -> Finder:
        return self._finder(self.row.unless, ())

    def _finder(self, wanted: Sequence[str], aside: Sequence[str]) -> Finder:
        """Finds any of the wanted patterns, but none that begins in something of `aside`."""
        before = f"{self._patterns.regex(aside)}|" if aside else ""
        search = re.compile(f"{before}({self._patterns.regex(wanted)})").search

        def find(line: str) -> Span | None:
            found = search(line)
            while found and not found.lastindex:
                found = search(line, found.end() - 1)  # its last space may begin the next find
            return found.span() if found else None

        return find


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
