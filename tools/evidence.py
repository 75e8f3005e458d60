"""Whether the checks that the library ships quote the figures that a tool computes."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping

import mlcareerdata as mlc

Quotes = Mapping[str, tuple[str, ...]]
"""Figures as a note writes them, by the `record` of the checked claim that has the note."""


def lacking(quotes: Quotes) -> Iterator[str]:
    """A line for each figure that a note does not quote."""
    notes = {claim.record: claim.note for claim in mlc.checks()}
    for record, figures in quotes.items():
        for figure in figures:
            # As a whole figure: 28.1 is not in 128.1, nor 9 in 9,000.
            alone = rf"(?<![\d.,]){re.escape(figure)}(?![.,]?\d)"
            if not re.search(alone, notes.get(record, "")):
                yield f"the note of {record} has to say {figure!r}"


def tell(quotes: Quotes, check: bool) -> int:
    """Print the figures; with `check`, those that a note does not quote, and give 1 if any."""
    if not check:
        print("\n".join(f"{record}: {', '.join(said)}" for record, said in quotes.items()))
        return 0
    problems = list(lacking(quotes))
    if problems:
        print("\n".join(problems), file=sys.stderr)
        return 1
    print(f"{sum(map(len, quotes.values()))} figures, as the checks quote them")
    return 0
