"""Runs an example in the browser, for worker.js, and shows results as a notebook would.

Pyodide has this as a text. It needs nothing but Python, so that it can be tested anywhere.
"""

from __future__ import annotations

import ast
import contextlib
import io
import traceback

Shown = list[tuple[str, str]]  # what to show: "text", "html" or "error", and how it reads

_SCOPES: dict[str, dict[str, object]] = {}  # the names that the examples of a scope have made


def run(code: str, scope: str, prompts: bool) -> Shown:
    """Run the statements of an example, after those that ran before in its scope.

    With `prompts` each statement shows its value, and an error does not stop those after it, as if
    they were typed one by one. Without, it is a cell of a notebook.
    """
    names = _SCOPES.setdefault(scope, {"__name__": "__main__"})
    shown: Shown = []
    try:
        statements = ast.parse(code).body
    except SyntaxError as error:
        return [("error", _message(error))]
    for place, statement in enumerate(statements):
        value, said, wrong = _do(statement, names)
        if said:
            shown.append(("text", said))
        if value is not None and (prompts or place == len(statements) - 1):
            shown.append(_form(value))
        if wrong:
            shown.append(("error", wrong))
            if not prompts:
                break
    return shown


def _do(statement: ast.stmt, names: dict[str, object]) -> tuple[object, str, str]:
    """Run one statement: its value if it has one, what it printed, what went wrong."""
    printed = io.StringIO()
    value, wrong = None, ""
    try:
        with contextlib.redirect_stdout(printed):
            if isinstance(statement, ast.Expr):
                code = compile(ast.Expression(statement.value), "<example>", "eval")
                value = eval(code, names)  # noqa: S307  # it is what the reader asked for
            else:
                exec(compile(ast.Module([statement], []), "<example>", "exec"), names)  # noqa: S102
    except (Exception, SystemExit) as error:  # whatever it is, the reader sees it
        wrong = _message(error)
    return value, printed.getvalue(), wrong


def _form(value: object) -> tuple[str, str]:
    """A value as a card, if it has one, or else as Python writes it."""
    card = getattr(value, "_repr_html_", None)
    return ("html", card()) if card else ("text", f"{value!r}\n")


def _message(error: BaseException) -> str:
    text = "".join(traceback.format_exception_only(error))
    if isinstance(error, ImportError):
        text += "Only the library and what it needs run in this page; for the rest, install it.\n"
    return text
