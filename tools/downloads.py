"""Write the tables as files for those without Python.

    python tools/downloads.py DIR

DIR then holds each table as CSV, JSON and Parquet with a JSON Schema, a `datapackage.json` that
describes the CSV files, and a page that lists them all. It is made anew as a whole: an older DIR is
replaced only when everything is written, and a DIR that holds something else is left alone.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import sys
import tempfile
from pathlib import Path
from typing import Any, Final

import pyarrow.parquet
from pydantic.json_schema import models_json_schema

import mlcareerdata as mlc
from data_package import SEPARATOR, Described, descriptor
from derived.pages import markdown, sentence
from mlcareerdata._columns import Cell, columns_of
from mlcareerdata._registry import FACTS, TableSpec
from mlcareerdata._store import table
from mlcareerdata.models import Record

PACKAGE_FILE: Final = "datapackage.json"
FORMS: Final = {"CSV": "csv", "JSON": "json", "Parquet": "parquet", "Schema": "schema.json"}
"""The files of a table: what they are called, and how they end."""


class CannotWriteError(Exception):
    """The downloads could not be written; nothing was changed."""


def write(target: Path) -> None:
    """Make `target` a folder with every download; its parent is made if there is none.

    Raises:
        CannotWriteError: `target` cannot be written, or holds something else. It is then as it was.
    """
    _refuse_what_is_not_ours(target)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        # Beside the target, so that what is complete takes its place by a mere renaming.
        with tempfile.TemporaryDirectory(prefix=".downloads-", dir=target.parent) as spare:
            made = Path(spare) / "new"
            made.mkdir()
            _fill(made)
            _put(made, target, Path(spare) / "old")
    except OSError as error:
        raise CannotWriteError(
            f"cannot write the downloads to {target}: {error}; it was left as it was"
        ) from error


def _refuse_what_is_not_ours(target: Path) -> None:
    """Only an empty folder, or one that was written by this tool, may be replaced."""
    if not target.exists() or (target.is_dir() and not any(target.iterdir())):
        return
    try:
        name = json.loads((target / PACKAGE_FILE).read_bytes())["name"]
    except (OSError, ValueError, KeyError, TypeError):
        name = None
    if name != "mlcareerdata":
        raise CannotWriteError(
            f"{target} holds something else: it has no {PACKAGE_FILE} of mlcareerdata that can be "
            "read; name a new or empty folder, or delete this one"
        )


def _put(made: Path, target: Path, old: Path) -> None:
    """Put the new folder in the place of the old one; if that fails, put the old one back."""
    if target.exists():
        target.rename(old)
    try:
        made.rename(target)
    except OSError:
        if old.exists():
            old.rename(target)
        raise


def _fill(folder: Path) -> None:
    parquet: Any = pyarrow.parquet  # whose own types are partly unknown
    files: dict[str, Described] = {}
    for name, spec in FACTS.items():
        _csv(spec, folder / f"{name}.csv")
        _json(spec, folder / f"{name}.json")
        parquet.write_table(table(spec).to_arrow(), folder / f"{name}.parquet")
        _write_json(folder / f"{name}.schema.json", json_schema(spec))
        files[name] = _about(folder / f"{name}.csv")
    _write_json(folder / PACKAGE_FILE, descriptor(files))
    (folder / "index.md").write_text(page(folder), encoding="utf-8")


# --- One table ---------------------------------------------------------------------------------


def _csv(spec: TableSpec[Record], file: Path) -> None:
    names = [column.name for column in columns_of(spec.model())]
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(names)
        for row in table(spec).to_dicts(join=SEPARATOR):
            writer.writerow([_cell(row[name]) for name in names])


def _cell(value: Cell) -> Cell:
    """A truth value as ``true`` or ``false``, as JSON has it; `csv` writes the rest well."""
    return str(value).lower() if isinstance(value, bool) else value


def _json(spec: TableSpec[Record], file: Path) -> None:
    """The records as `Table.to_json` has them, one on each line, after what the file is."""
    about = {
        "$schema": f"{spec.name}.{FORMS['Schema']}",
        "table": spec.name,
        "version": mlc.DATA_VERSION,
    }
    lines = ",\n".join(record.model_dump_json() for record in table(spec))
    head = json.dumps(about).removesuffix("}")
    file.write_text(f'{head}, "records": [\n{lines}\n]}}\n', encoding="utf-8")


def json_schema(spec: TableSpec[Record]) -> Described:
    """What a table's JSON file holds, as JSON Schema 2020-12."""
    properties = {
        "$schema": {"type": "string"},
        "table": {"const": spec.name},
        "version": {"const": mlc.DATA_VERSION},
        "records": {"type": "array", "items": {"$ref": f"#/$defs/{spec.model().__name__}"}},
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:mlcareerdata:{mlc.DATA_VERSION}:{spec.name}",
        "title": spec.name,
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
        **models_json_schema([(spec.model(), "validation")])[1],
    }


def _write_json(file: Path, value: Described) -> None:
    file.write_text(json.dumps(value, indent=1) + "\n", encoding="utf-8")


def _about(file: Path) -> Described:
    """What the descriptor says of a file; the hash tells whether it is of this version."""
    content = file.read_bytes()
    return {
        "path": file.name,
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
    }


# --- The page ----------------------------------------------------------------------------------

_PAGE: Final = """\
# Downloads

Every table of mlcareerdata, data version {version}, for a spreadsheet, a database or another
language. The files of a table hold the same records.

- **CSV**: one row a record. Where a cell holds several items, `{separator}` stands between them.
  An empty cell means: not known, or none. Read codes as text, or a spreadsheet drops the zeros that
  codes of areas begin with. `citations` has the ids of the sources.
- **JSON**: the version, and under `records` the records in full, with the section, the basis and
  the note of every citation, and all of a check.
- **Parquet**: the rows of the CSV with typed columns, lists as lists, and the version in its
  metadata.
- **Schema**: what the JSON file may hold, as JSON Schema 2020-12.

[`{package}`]({package}) describes the CSV files: every column, the keys, and which column refers to
which table (Data Package v2). Its hashes tell whether a CSV file is of this version.

Before you use a range of pay, look at its `level` (beginners alone, or all levels), at its `kind`
(reported by the article, advertised, filed, or official percentiles) and at `check_verdict`. An
empty `check_verdict` means that nobody checked a claim; it may be right or wrong.

{tables}

## Licence

The MIT licence. Facts and figures are nobody's property; these sources ask for a line, or say that
they are in the public domain:

{attributions}
"""


def page(folder: Path) -> str:
    """The page, in Markdown: every table with its rows, its files and their sizes."""
    tables = markdown(
        ("table", "files", "rows", "one row is"),
        (
            (
                name,
                "<br>".join(_link(folder / f"{name}.{end}", form) for form, end in FORMS.items()),
                f"{len(table(spec)):,}",
                sentence(spec.model()),
            )
            for name, spec in FACTS.items()
        ),
    )
    return _PAGE.format(
        version=mlc.DATA_VERSION,
        separator=SEPARATOR,
        package=PACKAGE_FILE,
        tables=tables,
        attributions="\n".join(f"- {s.title}: {s.license}" for s in mlc.sources() if s.license),
    )


def _link(file: Path, form: str) -> str:
    """A link and the size behind it, which a narrow table must not tear apart."""
    return f"[{form}]({file.name}) {file.stat().st_size / 1000:,.1f} kB".replace(" ", "\u00a0")


def main() -> int:
    ask = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    ask.add_argument("dir", type=Path)
    try:
        write(ask.parse_args().dir)
    except CannotWriteError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
