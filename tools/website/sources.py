"""The pages as the site's builder takes them: a copy of docs, with pages from outside of it.

Links that lead out of docs are turned to the copies, and examples that a browser cannot run are
marked, so that they get no button "Try it".
"""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path
from typing import Final

from website import DOCS, HERE, ROOT, local, reference

# Pages that stand elsewhere in the project, and their names on the site.
OUTSIDE: Final = {
    ROOT / "CHANGELOG.md": "changes.md",
    ROOT / "src" / "mlcareerdata" / "data" / "README.md": "data.md",
}
LINK: Final = re.compile(r"(?<=\]\()([^)#:\s]+)(?=[)#])")
DIRECTIVE: Final = re.compile(r" *# doctest: .*$", re.MULTILINE)
FENCE: Final = re.compile(r"^```pycon\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def write(target: Path) -> None:
    """Fill a new folder with all that the builder needs, but for what other tools add."""
    shutil.copytree(DOCS, target, ignore=shutil.ignore_patterns("*.py"))  # sources of lessons
    for page in target.rglob("*.md"):
        _write(DOCS / page.relative_to(target), page)
    for page, name in OUTSIDE.items():
        _write(page, target / name)
    for name, text in reference.pages().items():
        (target / name).parent.mkdir(exist_ok=True)
        (target / name).write_text(text, encoding="utf-8")
    for folder in ("javascripts", "stylesheets"):
        shutil.copytree(HERE / "assets" / folder, target / folder)


def _write(page: Path, copy: Path) -> None:
    text = LINK.sub(lambda link: turned(link[1], page), page.read_text(encoding="utf-8"))
    copy.write_text(marked(text), encoding="utf-8")


def turned(link: str, page: Path) -> str:
    """A link of a page; if it leads out of docs, to the copy."""
    name = OUTSIDE.get((page.parent / link).resolve())
    if name is None:
        return link
    return Path(os.path.relpath(DOCS / name, page.parent)).as_posix()


def marked(text: str) -> str:
    """A page whose examples say what they need that a browser lacks."""
    lacking = local.needs([block[1] for block in FENCE.finditer(text)])
    return FENCE.sub(lambda block: fenced(block[1], next(lacking)), text)


def fenced(block: str, lacking: str) -> str:
    """An example as a block of code, without what only the tests have to know."""
    head = f'{{ .pycon data-needs="{lacking}" }}' if lacking else "pycon"
    return f"```{head}\n{DIRECTIVE.sub('', block)}```"
