"""`mlcareerdata/_released.py` from the data: what tells a whole file from one that lost a row.

The number of rows of each file, and the ids of the areas, of which there are too many for a type.
"""

from __future__ import annotations

import textwrap
from typing import Final

from derived import PACKAGE, Texts, read

WIDTH: Final = 96  # of a line of ids, so that it has room for its indent

HEAD: Final = '''\
"""What the data files hold. Written by tools/tidy.py from the data: do not edit."""

from typing import Final

'''


def texts() -> Texts:
    """The text of _released.py that fits the data."""
    from mlcareerdata._registry import TABLES

    rows = {name: read(name) for name in TABLES}
    counts = "".join(f'    "{name}": {len(found)},\n' for name, found in rows.items())
    areas = textwrap.fill(
        " ".join(row["id"] for row in rows["areas"]),
        WIDTH,
        initial_indent="    ",
        subsequent_indent="    ",
    )
    return {
        PACKAGE / "_released.py": (
            f"{HEAD}ROWS: Final = {{\n{counts}}}\n"
            '"""How many rows each file has."""\n\n'
            f'AREAS: Final = """\n{areas}\n"""\n'
            '"""The ids of all areas, with white space between them."""\n'
        )
    }
