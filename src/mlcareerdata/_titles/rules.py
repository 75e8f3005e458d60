"""The rules, ready to look at a title, and the order in which they are asked."""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import Final, Generic, TypeAlias, TypeVar

from mlcareerdata._titles.patterns import Patterns
from mlcareerdata._titles.rows import TitleLevel, TitleRule

Row = TypeVar("Row", bound=TitleRule | TitleLevel)
_LETTER: Final = re.compile("[a-z]")

Span: TypeAlias = tuple[int, int]


class Rule(Generic[Row]):
    """A row that decides something.

    Its expressions are made when they are first asked for: hardly a title asks many of them.
    """

    def __init__(self, row: Row, patterns: Patterns) -> None:
        """Check the patterns of the row; a `ValueError` says what in them cannot be."""
        self.row: Row = row
        patterns.check((*row.when, *row.also, *row.unless, *row.aside))
        self.needs = patterns.needs_of(row.when, row.also)
        # Words of which there is one in every title that has something of `aside`, but for those
        # of its patterns that need no other words than the rule itself.
        self.hints, self._unhinted = patterns.hints(row.aside, self.needs)
        self._patterns = patterns

    def find(self, line: str, hinted: bool = True) -> Span | None:
        """The part of the line that decides; None where the rule does not hold.

        Not `hinted`: the line has none of the `hints`.
        """
        found = self._when.search(line)
        if found is None:
            return None
        if self.row.unless and self._unless.search(line):
            return None
        aside = self._aside if hinted else self._aside_without_hint
        if aside:
            left = aside.sub(_blank, line)
            if left != line:
                line = left
                found = self._when.search(line)
                if found is None:
                    return None
        if not self.row.also:
            return found.span()
        other = self._also.search(line)
        if other is None:
            return None
        return min(found.start(), other.start()), max(found.end(), other.end())

    @cached_property
    def _when(self) -> re.Pattern[str]:
        return self._compile(self.row.when)

    @cached_property
    def _also(self) -> re.Pattern[str]:
        return self._compile(self.row.also)

    @cached_property
    def _unless(self) -> re.Pattern[str]:
        return self._compile(self.row.unless)

    @cached_property
    def _aside(self) -> re.Pattern[str] | None:
        return self._compile(self.row.aside) if self.row.aside else None

    @cached_property
    def _aside_without_hint(self) -> re.Pattern[str] | None:
        return self._compile(self._unhinted) if self._unhinted else None

    def _compile(self, patterns: Sequence[str]) -> re.Pattern[str]:
        return re.compile(self._patterns.regex(patterns))


def _blank(found: re.Match[str]) -> str:
    """As long as it was, with all signs in their places, but without a word."""
    return _LETTER.sub("_", found[0])


class Rules(Generic[Row]):
    """A table of rules, of which the first that holds decides.

    Each pattern of `when` has a bit; the bits of the first rule are the lowest.
    """

    def __init__(self, rows: Iterable[Row], patterns: Patterns) -> None:
        """Check the rows."""
        self.all = tuple(Rule(row, patterns) for row in rows)
        self.needs = [needs for rule in self.all for needs in rule.needs]
        self.hints = [rule.hints for rule in self.all for _ in rule.needs]
        self._rule_of_bit: list[tuple[Rule[Row], int]] = []
        for rule in self.all:
            behind = len(self._rule_of_bit) + len(rule.needs)
            self._rule_of_bit += [(rule, -1 << behind)] * len(rule.needs)

    def first(self, line: str, allowed: int, hinted: int) -> tuple[Row, Span] | None:
        """The first row to hold, and where; asks those with a pattern whose bit is allowed.

        The bits of `hinted` tell whose `hints` the line may have.
        """
        while allowed:
            lowest = allowed & -allowed
            rule, bits_behind = self._rule_of_bit[lowest.bit_length() - 1]
            span = rule.find(line, hinted & lowest != 0)
            if span:
                return rule.row, span
            allowed &= bits_behind
        return None

    def bits_of(self, such: Callable[[Row], bool]) -> int:
        """The bits of the patterns of such rows."""
        return sum(1 << at for at, (rule, _) in enumerate(self._rule_of_bit) if such(rule.row))
