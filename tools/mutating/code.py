"""Mutants of a module: its text with one expression or statement changed.

Docstrings, types, imports and what only a type checker sees stay as they are.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from copy import deepcopy
from typing import Final, TypeAlias, TypeVar

from mutating import Mutant

_OPPOSITE: Final[dict[type[ast.cmpop], type[ast.cmpop]]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
_OTHER: Final[dict[type[ast.operator], type[ast.operator]]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Add,
    ast.FloorDiv: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}
Node: TypeAlias = ast.expr | ast.stmt
Change: TypeAlias = tuple[str, ast.AST]
N = TypeVar("N", bound=ast.AST)


def mutants(file: str, text: str) -> list[Mutant]:
    """All mutants of a module, in the order of its text."""
    source = text.encode()
    starts = [0]
    for line in source.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    found: list[Mutant] = []
    tree = ast.parse(text)
    for node in _changeable(tree):
        for old, change, new in _changes(node):
            start = starts[old.lineno - 1] + old.col_offset
            end = starts[(old.end_lineno or 0) - 1] + (old.end_col_offset or 0)
            after = (source[:start] + _text(new) + source[end:]).decode()
            if ast.dump(ast.parse(after)) != ast.dump(tree):
                found.append(Mutant(file, old.lineno, change, text, after))
    return found


def _text(node: ast.AST) -> bytes:
    text = ast.unparse(node)
    whole = isinstance(node, ast.stmt | ast.Constant | ast.Name | ast.JoinedStr)
    return (text if whole else f"({text})").encode()


def _changeable(node: ast.AST) -> Iterator[Node]:
    """The nodes whose place in the text is known, and that do something when the program runs."""
    if isinstance(node, ast.expr | ast.stmt):
        yield node
    if isinstance(node, ast.JoinedStr):  # before Python 3.12 its parts do not know their place
        return
    types = (getattr(node, "annotation", None), getattr(node, "returns", None))
    for child in ast.iter_child_nodes(node):
        if child not in types and not _is_idle(child):
            yield from _changeable(child)


def _is_idle(node: ast.AST) -> bool:
    """Whether a node is for readers and type checkers alone."""
    match node:
        case ast.Import() | ast.ImportFrom() | ast.Expr(value=ast.Constant()):
            return True
        case ast.If(test=ast.Name(id="TYPE_CHECKING")):
            return True
        case ast.FunctionDef(decorator_list=[ast.Name(id="overload")]):
            return True
        case ast.AnnAssign(annotation=ast.Name(id="TypeAlias")):
            return True
        case ast.Assign(value=ast.Call(func=ast.Name(id="TypeVar"))):
            return True
        case _:
            return False


# --- What a node can become --------------------------------------------------------------------


def _changes(node: Node) -> Iterator[tuple[Node, str, ast.AST]]:
    """What stands there now, what is done, and what stands there then."""
    if isinstance(node, ast.If | ast.While):
        yield node.test, "condition negated", _negated(node.test)
    changes = [*_of_expression(node), *_of_condition(node), *_of_statement(node)]
    if isinstance(node, ast.JoinedStr):
        changes += _of_parts(node)
    for change, new in changes:
        yield node, change, new


def _of_expression(node: ast.AST) -> Iterator[Change]:
    match node:
        case ast.Compare(ops=[op, *_]) if type(op) in _OPPOSITE:
            yield "comparison", _with(node, ops=[_OPPOSITE[type(op)](), *node.ops[1:]])
        case ast.BoolOp():
            yield "and/or", _with(node, op=ast.Or() if isinstance(node.op, ast.And) else ast.And())
        case ast.BinOp() if type(node.op) in _OTHER:
            yield "operator", _with(node, op=_OTHER[type(node.op)]())
        case ast.UnaryOp(op=ast.Not()):
            yield "not left out", node.operand
        case ast.Constant(value=bool()):
            yield "truth value", ast.Constant(not node.value)
        case ast.Constant(value=int() | float() as number):
            yield "number + 1", ast.Constant(number + 1)
            yield "number - 1", ast.Constant(number - 1)
        case ast.Constant(value=str() | bytes() as text):
            yield "text", ast.Constant(_other_text(text))
        case ast.Call(args=[first, second, *rest]) if not isinstance(second, ast.Starred):
            yield "arguments swapped", _with(node, args=[second, first, *rest])
        case _:
            pass
    if isinstance(node, ast.Call):
        for at, keyword in enumerate(node.keywords):
            if keyword.arg:
                others = node.keywords[:at] + node.keywords[at + 1 :]
                yield f"{keyword.arg}= left out", _with(node, keywords=others)


def _of_condition(node: ast.AST) -> Iterator[Change]:
    """A condition negated or left out."""
    if isinstance(node, ast.IfExp):
        yield "condition negated", _with(node, test=_negated(node.test))
    if isinstance(node, ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp):
        for at, loop in enumerate(node.generators):
            if loop.ifs:
                loops = list(node.generators)
                loops[at] = _with(loop, ifs=[_negated(loop.ifs[0]), *loop.ifs[1:]])
                yield "condition negated", _with(node, generators=loops)
                loops = list(node.generators)
                loops[at] = _with(loop, ifs=loop.ifs[1:])
                yield "condition left out", _with(node, generators=loops)


def _of_statement(node: ast.AST) -> Iterator[Change]:
    match node:
        case ast.Return(value=ast.expr() as value) if ast.unparse(value) != "None":
            yield "return None", ast.Return(ast.Constant(None))
        case ast.Break():
            yield "break to continue", ast.Continue()
        case ast.Continue():
            yield "continue to break", ast.Break()
        case ast.Expr() | ast.AugAssign() | ast.Raise() | ast.Delete() | ast.Assign():
            yield "statement left out", ast.Pass()
        case _:
            pass


def _of_parts(node: ast.JoinedStr) -> Iterator[Change]:
    """Each text of an f-string changed, and each expression in it."""
    for at, part in enumerate(node.values):
        others: list[Change] = []
        if isinstance(part, ast.Constant):
            others = [("text", ast.Constant(_other_text(str(part.value))))]
        elif isinstance(part, ast.FormattedValue):
            others = [change for some in ast.walk(part.value) for change in _inside(part, some)]
        for change, other in others:
            yield change, _with(node, values=[*node.values[:at], other, *node.values[at + 1 :]])


def _inside(part: ast.FormattedValue, node: ast.AST) -> Iterator[Change]:
    """The part of an f-string with one of its nodes changed."""
    for change, other in (*_of_expression(node), *_of_condition(node)):
        twin = deepcopy(part)
        value = _Put(ast.dump(node), other).visit(twin.value)
        assert isinstance(value, ast.expr)
        twin.value = value
        yield change, twin


class _Put(ast.NodeTransformer):
    """Puts a node in the place of those that look like another."""

    def __init__(self, old: str, new: ast.AST) -> None:
        self._old, self._new = old, new

    def visit(self, node: ast.AST) -> ast.AST:
        return self._new if ast.dump(node) == self._old else super().generic_visit(node)


def _with(node: N, **fields: object) -> N:
    twin = type(node)(**dict(ast.iter_fields(node)))
    for name, value in fields.items():
        setattr(twin, name, value)
    return ast.copy_location(twin, node)


def _negated(test: ast.expr) -> ast.expr:
    return ast.UnaryOp(ast.Not(), test)


def _other_text(text: str | bytes) -> str | bytes:
    """A word more; of a text of one word, a letter more."""
    if isinstance(text, bytes):
        return text + b"x"
    start, space, end = text.rpartition(" ")
    return f"{start} not {end}" if space and start.strip() else f"{text}x"
