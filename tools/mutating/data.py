"""Mutants of a data file: one value, item, field or row changed.

`why`, which tells whoever edits the rules for titles what a row is for, stays as it is.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from copy import deepcopy
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any, Final, TypeAlias

from derived import facts
from mutating import Mutant

Json: TypeAlias = Any  # what json.loads gives
Place: TypeAlias = tuple[str | int, ...]  # the keys and indexes that lead to a value

_UNREAD: Final = "why"
_FEW: Final = 40  # a text field with no more values than this, in all its rows, is a choice


def mutants(file: str, text: str, count: int, random: Random) -> Iterator[Mutant]:
    """So many mutants of a data file, each of a value drawn at random."""
    rows: list[Json] = json.loads(text)
    written = facts.one_a_line if Path(file).stem in facts.ONE_A_LINE else facts.written
    for _ in range(count):
        changed = deepcopy(rows)
        change = _change(changed, random)
        after = written(changed)
        at = next((n for n, (a, b) in enumerate(zip(text, after, strict=False)) if a != b), 0)
        yield Mutant(file, text.count("\n", 0, at) + 1, change, text, after)


def _change(rows: list[Json], random: Random) -> str:
    """Change one thing in place, and say what."""
    at = random.randrange(len(rows))
    if len(rows) > 1 and random.random() < 0.04:
        near = at - 1 if at else 1
        rows[at], rows[near] = rows[near], rows[at]
        return "two rows swapped"
    *above, last = random.choice([*_places(rows[at])])
    within = rows[at]
    for key in above:
        within = within[key]
    others = {json.dumps(v) for row in rows if (v := _value(row, (*above, last))) is not None}
    change, value = _other(within[last], sorted(others), random)
    if value is None:
        del within[last]
    else:
        within[last] = value
    name = ".".join(map(str, (*above, last)))
    return f"{name}: {change}"


def _places(value: Json) -> Iterator[Place]:
    """Where the values of a record stand, those in its lists and records too."""
    keys: Iterable[Any] = value.keys() if hasattr(value, "keys") else range(len(value))
    for key in keys:
        if key == _UNREAD:
            continue
        part: Json = value[key]
        inner = isinstance(part, dict | list)
        yield from ((key, *rest) for rest in _places(part)) if inner else [(key,)]


def _value(row: Json, place: Place) -> Json:
    """The value at that place in another row, or None."""
    for key in place:
        try:
            row = row[key]
        except (KeyError, IndexError, TypeError):
            return None
    return row


def _other(value: Json, others: list[str], random: Random) -> tuple[str, Json]:
    """What is done with a value, and what it becomes: None to leave it out."""
    if isinstance(value, bool):
        return "truth value", not value
    if isinstance(value, int | float):
        return "figure", _other_figure(value, random)
    if random.random() < 0.1:
        return "left out", None
    if day := _day(value):
        return "day", str(day + timedelta(days=random.choice((-1, 1))))
    return _other_text(value, [other for o in others if (other := json.loads(o)) != value], random)


def _other_text(value: str, choices: list[str], random: Random) -> tuple[str, str]:
    """A word becomes what stands there in another row; of a text a word or a letter changes."""
    words = value.split(" ")
    if len(words) == 1 and 0 < len(choices) <= _FEW and random.random() < 0.7:
        return "another value", random.choice(choices)
    if len(words) > 3 and random.random() < 0.7:
        at = random.randrange(len(words))
        words[at : at + 1] = random.choice(([], ["not", words[at]], ["other"]))
        return "word", " ".join(words)
    at = random.randrange(len(value))
    return "character", value[:at] + value[at + 1 :] if len(value) > 1 else f"{value}x"


def _other_figure(value: float, random: Random) -> float:
    """The figure with one digit changed."""
    text = str(value)
    at = random.choice([at for at, char in enumerate(text) if char.isdigit()])
    digit = random.choice([d for d in "123456789" if d != text[at]])
    return type(value)(f"{text[:at]}{digit}{text[at + 1 :]}")


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text.count("-") == 2 else None
    except ValueError:
        return None
