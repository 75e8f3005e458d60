"""Runs an example in the browser, for worker.js, and shows results as a notebook would.

Pyodide has this as a text. It needs nothing but Python, so that it can be tested anywhere.
"""

from __future__ import annotations

import ast
import contextlib
import io
import sys
import traceback
from typing import Literal

from typing_extensions import override

Shown = list[tuple[str, str]]  # what to show: "text", "html" or "error", and how it reads

_SCOPES: dict[str, dict[str, object]] = {}  # the names that the examples of a scope have made


class _Screen(io.TextIOBase):
    """Takes what is printed and the values that are shown, in their order."""

    def __init__(self) -> None:
        self.shown: Shown = []

    @override
    def write(self, text: str, /) -> int:
        if self.shown and self.shown[-1][0] == "text":
            self.shown[-1] = ("text", self.shown[-1][1] + text)
        elif text:
            self.shown.append(("text", text))
        return len(text)

    def value(self, value: object) -> None:
        """Show a value as a card, if it has one, or else as Python writes it."""
        card = getattr(value, "_repr_html_", None)
        if card:
            self.shown.append(("html", card()))
        elif value is not None:
            self.write(f"{value!r}\n")

    def error(self, error: BaseException) -> None:
        text = "".join(traceback.format_exception_only(error))
        if isinstance(error, ImportError):
            text += "This page has only the library and what it needs.\n"
        self.shown.append(("error", text))


def run(code: str, scope: str, prompts: bool) -> Shown:
    """Run the statements of an example, after those that ran before in its scope.

    With `prompts` each statement shows its value, and an error does not stop those after it, as if
    they were typed one by one. Without, it is a cell of a notebook, which shows the last value.
    """
    names = _SCOPES.setdefault(scope, {"__name__": "__main__"})
    screen = _Screen()
    try:
        statements = ast.parse(code).body
    except SyntaxError as error:
        screen.error(error)
        return screen.shown
    for place, statement in enumerate(statements):
        last = place == len(statements) - 1 and isinstance(statement, ast.Expr)
        if not _do(statement, names, screen, shows=prompts or last) and not prompts:
            break
    return screen.shown


def _do(statement: ast.stmt, names: dict[str, object], screen: _Screen, *, shows: bool) -> bool:
    """Run one statement; says whether it went well."""
    tree = ast.Interactive([statement]) if shows else ast.Module([statement], [])
    mode: Literal["single", "exec"] = "single" if shows else "exec"
    hook, sys.displayhook = sys.displayhook, screen.value
    try:
        with contextlib.redirect_stdout(screen):
            exec(compile(tree, "<example>", mode), names)  # noqa: S102  # the reader asked for it
    except (Exception, SystemExit) as error:  # whatever it is, the reader sees it
        screen.error(error)
        return False
    finally:
        sys.displayhook = hook
    return True
