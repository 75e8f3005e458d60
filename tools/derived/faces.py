"""The lists in the two packages with a lazy face: public names, and where each is defined.

The star imports that type checkers see are written by hand, at the top of the package's
`__init__.py`; each module has its own `__all__`. The lists follow from these.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from derived import PACKAGE, ROOT, Texts

MARK: Final = "# --- From here on written by tools/tidy.py ---\n"


FACES: Final = {
    PACKAGE / "__init__.py": "_lookup",
    PACKAGE / "models" / "__init__.py": "models",
}
"""Each face, and the package of which it imports every public module."""


def texts() -> Texts:
    """The two `__init__.py`, with what is below the mark made anew."""
    for file, package in FACES.items():
        if lines := forgotten(file.read_text(encoding="utf-8"), package):
            raise SystemExit(f"{file.relative_to(ROOT)}: add to the imports {', '.join(lines)}")
    return {file: face(file) for file in FACES}


def face(file: Path) -> str:
    by_hand, mark, _ = file.read_text(encoding="utf-8").partition(MARK)
    tree = ast.parse(by_hand)
    homes = dict(sorted(imported(tree)))
    here = {"DATA_VERSION", "__version__"} & assigned(tree)
    public = sorted({*homes, *here} - optional(tree), key=lambda name: (not name.isupper(), name))
    lines = [f'    "{name}",\n' for name in public]
    pairs = [f'    "{name}": "{home}",\n' for name, home in homes.items()]
    return (
        f"{by_hand}{mark}\n"
        f"__all__ = [\n{''.join(lines)}]\n\n"
        f"# Where each name is defined; a module is its own home.\n"
        f"_HOMES = {{\n{''.join(pairs)}}}\n"
    )


def forgotten(face: str, package: str) -> list[str]:
    """The imports that the text of a face lacks: one for each public module of the package."""
    there = {line.strip() for line in face.splitlines()}
    modules = sorted((PACKAGE / package).glob("_[!_]*.py"))
    lines = (
        f"from mlcareerdata.{package}.{file.stem} import *" for file in modules if public(file)
    )
    return [line for line in lines if line not in there]


def imported(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """The names that the face takes from elsewhere, and the module of each."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("mlcareerdata"):
            for alias in node.names:
                if alias.name == "*":
                    yield from ((name, str(node.module)) for name in declared(str(node.module)))
                elif not alias.name.startswith("_"):
                    yield alias.name, f"{node.module}.{alias.name}"
    yield from ((name, f"mlcareerdata.{name}") for name in optional(tree))


def declared(module: str) -> list[str]:
    """The `__all__` of a module, read without importing it."""
    path = PACKAGE.joinpath(*module.split(".")[1:])
    file = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    names = public(file)
    if names is None:
        raise SystemExit(f"{file}: say in __all__ what is public")
    return names


def public(file: Path) -> list[str] | None:
    """The `__all__` of a file; None: it has none."""
    for node in ast.parse(file.read_text(encoding="utf-8")).body:
        if not isinstance(node, (ast.Assign, ast.AnnAssign)) or node.value is None:
            continue
        target = node.target if isinstance(node, ast.AnnAssign) else node.targets[0]
        if ast.unparse(target) == "__all__":
            names: list[str] = ast.literal_eval(node.value)
            return names
    return None


def assigned(tree: ast.Module) -> set[str]:
    return {ast.unparse(node.targets[0]) for node in tree.body if isinstance(node, ast.Assign)}


def optional(tree: ast.Module) -> set[str]:
    """The modules that need an extra."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "_OPTIONAL":
            return set(ast.literal_eval(node.value))
    return set()
