"""Whatever text comes, to whatever takes text: an answer, or an error that says what was wrong.

`benchmarks/hostile.py` says how long ten megabytes take.
"""

from __future__ import annotations

import inspect
import types
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, Final, Union, get_args, get_origin, get_type_hints

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

import mlcareerdata as mlc
from mlcareerdata import fields

Ask = Callable[[str], object]

MANY: Final = 300_000  # characters; what is not linear in them takes minutes
LONG: Final = (
    "role(name)",
    "area(name)",
    "checks(verdict)",
    "fields.RoleName",
    "match_title(text)",
)
RUNS: Final = {
    "a letter": "x",
    "a combining mark": "\u0301",
    "a ligature": "\ufdfa",
    "half a character": "\ud800",
    "a dash": "-",
    "white space": " \t\n",
    "a zero byte": "\0",
    "a role": "data scientist, ",
    "an entity": "&amp;",
    "mojibake": "Ã©",
    "a number": "JR0048213-",
    "brackets": "((",
    "markup": "<b>",
    "from right to left": "\u202e\u05d0",
}
PIECES: Final = (
    *("data ", "Scientist", "AWS", "Seattle", " WA", "&amp;", "Ã", "©", "-", "0", ",", "("),
    *("\u202e", "\ud83d", "\0"),
)
wild = st.text(st.characters(), max_size=60) | st.lists(st.sampled_from(PIECES)).map("".join)


def _takes_text(hint: object) -> bool:
    parts = get_args(hint) if get_origin(hint) in (Union, types.UnionType) else (hint,)
    return str in parts


def _asks() -> Iterator[tuple[str, Ask]]:
    """Each function of the face for each of its parameters that takes any text."""
    for name in mlc.__all__:
        function: Any = getattr(mlc, name)
        if not inspect.isfunction(function):
            continue
        hints = get_type_hints(function)
        given = [one for one in inspect.signature(function).parameters if _takes_text(hints[one])]
        for one in given:
            yield f"{name}({one})", partial(_asked, function, one, given)
    for name in fields.__all__:
        adapter: TypeAdapter[str] = TypeAdapter(getattr(fields, name))
        yield f"fields.{name}", adapter.validate_python


def _asked(function: Callable[..., object], one: str, given: list[str], text: str) -> object:
    """The answer, where other names that have to be given are good ones."""
    parameters = inspect.signature(function).parameters
    if parameters[one].kind is inspect.Parameter.VAR_POSITIONAL:
        return function("data analyst", text)
    good = {"role": "data scientist", "area": "Seattle", "name": "data scientist"}
    others = {
        other: good[other]
        for other in given
        if other != one and parameters[other].default is inspect.Parameter.empty
    }
    return function(**{one: text}, **others)


ASKS: Final = dict(_asks())


def test_texts_are_drawn_without_a_clock() -> None:
    drawing = settings()
    assert drawing.deadline is None
    assert drawing.database is None
    assert HealthCheck.too_slow in drawing.suppress_health_check


def test_the_functions_that_take_text_are_found() -> None:
    assert len(ASKS) > 30
    assert {"role(name)", "wages_near(area)", "match_title(text)", "compare(roles)"} <= set(ASKS)


def _answered(name: str, text: str) -> None:
    """An answer, or an error with a message that can be read."""
    try:
        ASKS[name](text)
    except (LookupError, ValueError) as error:
        said = str(error)
        if not isinstance(error, ValidationError):  # pydantic's message has the input
            assert len(said) < 1_500, f"{name}: {said[:200]}"
            assert said.isprintable(), f"{name}: {said!r}"
        assert said


@settings(max_examples=60)
@given(wild)
@pytest.mark.parametrize("name", ASKS)
def test_any_text_gets_an_answer_or_an_error_that_can_be_read(name: str, text: str) -> None:
    _answered(name, text)


@pytest.mark.parametrize("kind", RUNS)
@pytest.mark.parametrize("name", LONG)
def test_a_long_run_of_anything_comes_to_an_end(name: str, kind: str) -> None:
    _answered(name, RUNS[kind] * (MANY // len(RUNS[kind])))
