"""Write ids.py from the data, and every data file in its one canonical form.

    python tools/tidy_data.py           after an edit of src/mlcareerdata/data
    python tools/tidy_data.py --check   change nothing; exit 1 if there is something to tidy

The ids are `Literal` types so that type checkers and pydantic refuse an unknown one, in code and
in a reference from one table to another; they stand in the order of the tables. In a data file
the fields stand in the order of the model, defaults are left out, and the indent is two spaces.
A record that is not valid stops the tool before it writes a data file, and the message says which.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable
from dataclasses import fields
from pathlib import Path

from pydantic import BaseModel

PACKAGE = Path(__file__).resolve().parent.parent / "src" / "mlcareerdata"

# The type, the table that its ids are from, and what they identify.
TYPES = (
    ("RoleId", "roles", "A role."),
    ("IndustryId", "industries", "An industry."),
    ("SkillId", "skills", "A skill."),
    ("PlatformId", "platforms", "What a certificate is about."),
    ("CertificationId", "certifications", "A certificate."),
    ("OccupationId", "occupations", "An official occupation: its code in the 2018 SOC."),
    ("SourceId", "sources", "A document."),
)

LINE = 100  # what ruff allows

HEAD = '''"""The ids of records, as types. Written by tools/tidy_data.py from the data: do not edit.

Ids are never removed or reused.

>>> from typing import get_args
>>> from mlcareerdata.ids import PlatformId
>>> get_args(PlatformId)
('aws', 'google-cloud', 'vendor-neutral', 'azure')
"""

from typing import Literal, TypeAlias

'''


def ids_code() -> str:
    """The text of ids.py that fits the data."""
    names = "".join(f'    "{name}",\n' for name in sorted(name for name, _, _ in TYPES))
    parts = [f"{HEAD}__all__ = [\n{names}]\n"]
    for name, table, says in TYPES:
        rows = json.loads((PACKAGE / "data" / f"{table}.json").read_text(encoding="utf-8"))
        ids = "".join(id_line(row) for row in rows)
        parts.append(f'{name}: TypeAlias = Literal[\n{ids}]\n"""{says}"""\n')
    return "\n".join(parts)


def id_line(row: dict[str, str]) -> str:
    """An id, and what it means, where that fits on the line."""
    line = f'    "{row["id"]}",'
    full = f"{line}  # {row.get('title') or row['name']}"
    return f"{full if len(full) <= LINE else line}\n"


def data_texts() -> dict[Path, str]:
    """The canonical text of every data file.

    Raises:
        mlcareerdata.DataIntegrityError: a record is not valid.
    """
    from mlcareerdata._store import REGISTRY  # not before ids.py has been written
    from mlcareerdata._titles.reader import TABLES

    tables: dict[str, Iterable[BaseModel]] = {n: file.table() for n, file in REGISTRY.items()}
    rules = TABLES.get()
    tables |= {f"title_{f.name}": getattr(rules, f.name) for f in fields(rules)}
    texts: dict[Path, str] = {}
    for name, table in tables.items():
        rows = [row.model_dump(mode="json", exclude_defaults=True) for row in table]
        text = json.dumps(rows, indent=2, ensure_ascii=False)
        texts[PACKAGE / "data" / f"{name}.json"] = f"{text}\n"
    return texts


def tidy(texts: dict[Path, str], check: bool) -> bool:
    """Write the files that differ, or with `check` only name them; whether all were in order."""
    in_order = True
    for file, text in texts.items():
        if not file.exists() or file.read_text(encoding="utf-8") != text:
            in_order = False
            if check:
                print(f"{file.name}: run `python tools/tidy_data.py`", file=sys.stderr)
            else:
                file.write_text(text, encoding="utf-8")
    return in_order


def main() -> int:
    ask = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    ask.add_argument("--check", action="store_true", help="change nothing")
    check: bool = ask.parse_args().check
    in_order = tidy({PACKAGE / "ids.py": ids_code()}, check)
    from mlcareerdata.errors import MLCareerDataError

    try:
        in_order &= tidy(data_texts(), check)
    except MLCareerDataError as error:
        print(error, file=sys.stderr)
        return 1
    return 0 if in_order or not check else 1


if __name__ == "__main__":
    sys.exit(main())
