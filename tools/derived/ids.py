"""`mlcareerdata/ids.py` from the data.

The ids are `Literal` types so that type checkers and pydantic refuse an unknown one, in code and
in a reference from one table to another; they stand in the order of the tables. The titles of
official codes are there too: a record that holds only a code shows the title in its line, and
cannot read another table for it.
"""

from __future__ import annotations

from typing import Final

from derived import PACKAGE, Texts, read

LINE: Final = 100  # what ruff allows

HEAD: Final = '''\
"""The ids of records, as types. Written by tools/tidy.py from the data: do not edit.

Ids are never removed or reused.

>>> from typing import get_args
>>> from mlcareerdata.ids import IndustryId
>>> get_args(IndustryId)[:2]
('technology', 'finance')
"""

from typing import Final, Literal, TypeAlias

'''


def texts() -> Texts:
    """The text of ids.py that fits the data."""
    from mlcareerdata._registry import FACTS

    tables = [spec for spec in FACTS.values() if spec.ids]
    names = "".join(f'    "{name}",\n' for name in sorted(spec.ids for spec in tables))
    parts = [f"{HEAD}__all__ = [\n{names}]\n"]
    for spec in tables:
        ids = "".join(id_line(row) for row in read(spec.name))
        says = f'"""The id of {spec.a_record}."""'
        parts.append(f"{spec.ids}: TypeAlias = Literal[\n{ids}]\n{says}\n")
    parts.append(titles())
    return {PACKAGE / "ids.py": "\n".join(parts)}


def id_line(row: dict[str, str]) -> str:
    """An id, and what it means, where that fits on the line."""
    line = f'    "{row["id"]}",'
    full = f"{line}  # {row.get('title') or row['name']}"
    return f"{full if len(full) <= LINE else line}\n"


def titles() -> str:
    """The title of every official code that a fact is filed under: SOC, then O*NET."""
    found = {row["id"]: row["title"] for row in read("occupations")}
    found |= {row["onet"]: row["onet_title"] for row in read("crosswalks")}
    lines = "".join(f'    "{code}": "{found[code]}",\n' for code in sorted(found))
    says = '"""The titles of official codes, for lines of records that hold the code alone."""'
    return f"_OFFICIAL_TITLES: Final = {{\n{lines}}}\n{says}\n"
