"""The examples of README and docs, for the tests to run and for type checkers to read.

python tools/doc_examples.py DIR    write each page's examples to DIR as a Python module
"""

from __future__ import annotations

import argparse
import doctest
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")))
FENCE = re.compile(r"^```pycon\n(.*?)^```$", re.MULTILINE | re.DOTALL)
HEAD = "# pyright: strict, reportUnusedExpression=false, reportUnusedCallResult=false\n"


def examples(page: Path) -> str:
    """All ``pycon`` blocks of a page as one module, with the line numbers of the page."""
    text = page.read_text(encoding="utf-8")
    kept, end = "", 0
    for block in FENCE.finditer(text):
        kept += "\n" * (text.count("\n", end, block.start(1))) + block[1]
        end = block.end(1)
    return kept


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("dir", type=Path)
    folder: Path = ask.parse_args().dir
    folder.mkdir(parents=True, exist_ok=True)
    for page in PAGES:
        if text := examples(page):
            code = "".join(e.source for e in doctest.DocTestParser().get_examples(text))
            name = page.stem.lower().replace("-", "_")
            (folder / f"{name}_examples.py").write_text(HEAD + code, encoding="utf-8")


if __name__ == "__main__":
    main()
