"""Write the lessons as pages and as notebooks, from their sources in docs/lessons.

    python tools/lessons.py DIR

A source is a Python program in jupytext's percent form, so that it runs as it is. In a page and in
a notebook the checks of the exercises stand in its first cell, which then needs no other file.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final, TypedDict

from derived import ROOT

SOURCES: Final = ROOT / "docs" / "lessons"
LESSONS: Final = ("first_offer", "who_says_so")
CHECKS: Final = re.compile(r"^from (\w+_checks) import check$", re.MULTILINE)
_ANSWERS: Final = re.compile(r"^from answers import .*\n", re.MULTILINE)
_TO_A_SOURCE: Final = re.compile(r"(?<=\]\()(\w+)\.py(?=\))")
_FOLDED: Final = """\
<details markdown="1">
<summary>The checks of the exercises: run this first, there is no need to read it.</summary>

{code}

</details>"""


class Cell(TypedDict):
    """A cell of a notebook, as far as it matters here."""

    id: str
    cell_type: str
    source: list[str]
    metadata: dict[str, object]


class Notebook(TypedDict):
    """A notebook of format 4."""

    cells: list[Cell]
    metadata: dict[str, object]


def pages(target: Path) -> None:
    """Fill a folder with pages and notebooks: lessons, solutions, and a page for teachers."""
    target.mkdir(parents=True, exist_ok=True)
    for lesson in LESSONS:
        for name in (lesson, f"{lesson}_solutions"):
            book = notebook(SOURCES / f"{name}.py")
            text = json.dumps(book, indent=1) + "\n"
            (target / f"{name}.ipynb").write_text(text, encoding="utf-8")
            (target / f"{name}.md").write_text(page(name, book), encoding="utf-8")
    index = (SOURCES / "index.md").read_text(encoding="utf-8")
    (target / "index.md").write_text(_TO_A_SOURCE.sub(r"\1.md", index), encoding="utf-8")


def notebook(source: Path) -> Notebook:
    """A source as a notebook; the same source gives the same text."""
    command = [sys.executable, "-m", "jupytext", "--from", "py:percent", "--to", "ipynb", "-o", "-"]
    done = subprocess.run(command, input=whole(source), capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(
            f"jupytext cannot read {source} (it is in the extra `site`):\n{done.stderr}"
        )
    book: Notebook = json.loads(done.stdout)
    book["metadata"] = {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}
    }
    for place, cell in enumerate(book["cells"], start=1):
        cell["id"] = f"cell-{place}"  # jupytext draws them by lot
        if _is_checks(cell):
            cell["metadata"]["jupyter"] = {"source_hidden": True}
    return book


def whole(source: Path) -> str:
    """The text of a source, with the modules of its checks in the place of their import."""
    text = source.read_text(encoding="utf-8")
    found = CHECKS.search(text)
    if found is None:
        return text
    answers, checks = (
        (source.parent / f"{module}.py").read_text(encoding="utf-8")
        for module in ("answers", found[1])
    )
    return text.replace(found[0], f"{answers}\n\n{_ANSWERS.sub('', checks)}".rstrip(), 1)


def page(name: str, book: Notebook) -> str:
    """A notebook as a page in Markdown, with the way to the other pages below its title."""
    title, *rest = _blocks(book)
    lesson = name.removesuffix("_solutions")
    other = f"[The lesson]({lesson}.md)" if name != lesson else f"[Solutions]({name}_solutions.md)"
    links = f"[Download as a notebook]({name}.ipynb) · {other} · [For teachers](index.md)"
    head, _, text = title.partition("\n")
    return "\n\n".join([head, links, text.strip(), *rest]) + "\n"


def _blocks(book: Notebook) -> Iterator[str]:
    """Each cell as Markdown."""
    for cell in book["cells"]:
        text = "".join(cell["source"])
        if cell["cell_type"] == "markdown":
            yield text
        else:
            code = f"```python\n{text}\n```"
            yield _FOLDED.format(code=code) if _is_checks(cell) else code


def _is_checks(cell: Cell) -> bool:
    return cell["metadata"].get("tags") == ["checks"]


def main() -> None:
    ask = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    ask.add_argument("dir", type=Path)
    pages(ask.parse_args().dir)


if __name__ == "__main__":
    main()
