"""Write everything that is derived from other files, which is never edited by hand.

    python tools/tidy.py           after an edit of the data, a model or a function
    python tools/tidy.py --check   change nothing; exit 1 if there is something to tidy

In this order, since each step needs those before it:

- what the lazy faces list, from what each module says in `__all__`;
- `ids.py`, from the data;
- the official ranges of pay, from the wages and the crosswalks;
- `_released.py`, which says how many rows each file has;
- every data file in its canonical form;
- the tables in docs/reference.md, docs/trust.md and data/README.md.

A record that is not valid stops the tool, and the message says which.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Callable

from derived import ROOT, Texts, faces, facts, ids, released


def pages() -> Texts:
    """The pages. Imported late: their module imports the library, which must be tidy by then."""
    from derived import pages

    return pages.texts()


STEPS: tuple[Callable[[], Texts], ...] = (
    facts.official_pay,
    released.texts,
    facts.canonical,
    pages,
)


def tidy(texts: Texts, check: bool) -> bool:
    """Write the files that differ, or with `check` name them; says whether all were in order."""
    in_order = True
    for file, text in texts.items():
        if not file.exists() or file.read_text(encoding="utf-8") != text:
            in_order = False
            if check:
                print(f"{file.relative_to(ROOT)}: run `python tools/tidy.py`", file=sys.stderr)
            else:
                file.write_text(text, encoding="utf-8")
    return in_order


def main() -> int:
    ask = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    ask.add_argument("--check", action="store_true", help="change nothing")
    check: bool = ask.parse_args().check
    for first in (faces.texts, ids.texts):
        if not tidy(first(), check):
            # This process has the old names and ids in memory: a new one goes on with the new.
            return 1 if check else subprocess.call([sys.executable, *sys.argv])
    from mlcareerdata.errors import MLCareerDataError

    try:
        for step in STEPS:
            if not tidy(step(), check) and check:
                return 1  # the next steps need it
    except MLCareerDataError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
