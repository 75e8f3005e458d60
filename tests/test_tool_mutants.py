"""Mutants: one change each, the same for the same seed, and never of what only readers see."""

from __future__ import annotations

import ast
import json
from random import Random

from mutating import code, data

MODULE = '''"""Says how old."""
from __future__ import annotations

def adult(age: int | None = None) -> str:
    """Whether of age."""
    if age is None or age < 18:
        raise ValueError(f"{age!r} is too young")
    return "of age"
'''
ROWS = [
    {"id": "a", "low": 10, "on": "2026-01-31", "note": "One of four words.", "why": "kept"},
    {"id": "b", "low": 25, "on": "2026-02-01", "note": "Another such short note.", "why": "kept"},
]


def test_each_thing_that_code_does_is_changed() -> None:
    changes = {mutant.after for mutant in code.mutants("x.py", MODULE)}
    for changed in (
        "if (age is not None) or age < 18:",
        "if (age is None and age < 18):",
        "if (not (age is None or age < 18)):",
        "age < 17:",
        "age < 19:",
        "(age <= 18):",
        "is too not young",
        "return None",
        "return 'of not age'",
        "        pass",
    ):
        assert any(changed in after for after in changes), changed
    for after in changes:
        ast.parse(after)  # it is a program
        assert '"""Whether of age."""' in after
        assert "age: int | None" in after


def test_a_mutant_of_data_is_one_change_and_the_same_for_a_seed() -> None:
    text = f"{json.dumps(ROWS, indent=2)}\n"
    first = list(data.mutants("x.json", text, 200, Random(3)))
    assert first == list(data.mutants("x.json", text, 200, Random(3)))
    for mutant in first:
        rows = json.loads(mutant.after)
        if mutant.change == "two rows swapped":
            assert rows == ROWS[::-1]
            continue
        changed = [
            (before.get(field), after.get(field))
            for before, after in zip(ROWS, rows, strict=True)
            for field in before
            if before.get(field) != after.get(field)
        ]
        assert len(changed) == 1, mutant.diff()
        assert all(row["why"] == "kept" for row in rows)
    names = {mutant.change for mutant in first}
    assert {"low: figure", "on: day", "id: another value", "note: word", "id: left out"} <= names
