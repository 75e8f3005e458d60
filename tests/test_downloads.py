"""The files for those without Python: they say what the library says, and are whole or absent."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, get_args

import jsonschema
import pandas as pd
import polars as pl
import pyarrow.parquet
import pytest

import downloads
import mlcareerdata as mlc
from data_package import SEPARATOR
from mlcareerdata._columns import Row, columns_of
from mlcareerdata._registry import FACTS
from mlcareerdata._store import table
from mlcareerdata.models import Record

# Their own types are partly unknown.
Validator: Any = jsonschema.Draft202012Validator
parquet: Any = pyarrow.parquet
is_missing: Any = pd.isna

TABLES = pytest.mark.parametrize("name", FACTS)


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site") / "downloads"
    downloads.write(folder)
    return folder


@pytest.fixture(scope="session")
def resources(made: Path) -> dict[str, dict[str, Any]]:
    """What the descriptor says of each table."""
    package = json.loads((made / "datapackage.json").read_bytes())
    return {resource["name"]: resource for resource in package["resources"]}


def whole(row: Mapping[Any, Any], kinds: dict[str, str]) -> Row:
    """A row that a dataframe library read from CSV, as the library has it."""
    found: Row = {}
    for name, value in row.items():
        missing = is_missing(value)
        if kinds[name] == "list":
            found[name] = [] if missing else value.split(SEPARATOR)
        elif missing:
            found[name] = None
        else:
            found[name] = value.date() if isinstance(value, pd.Timestamp) else value
    return found


def kinds_in(resource: dict[str, Any]) -> dict[str, str]:
    return {field["name"]: field["type"] for field in resource["schema"]["fields"]}


@TABLES
def test_pandas_reads_the_librarys_rows(
    name: str, made: Path, resources: dict[str, dict[str, Any]]
) -> None:
    kinds = kinds_in(resources[name])
    types = {"string": "str", "list": "str", "integer": "Int64", "number": "Float64"}
    read = pd.read_csv(
        made / f"{name}.csv",
        dtype={c: types.get(k, "boolean") for c, k in kinds.items() if k != "date"},
        parse_dates=[c for c, k in kinds.items() if k == "date"],
        keep_default_na=False,
        na_values=[""],
    )
    rows = read.astype("object").to_dict("records")
    assert [whole(row, kinds) for row in rows] == table(FACTS[name]).to_dicts()


@TABLES
def test_polars_reads_the_librarys_rows(
    name: str, made: Path, resources: dict[str, dict[str, Any]]
) -> None:
    kinds = kinds_in(resources[name])
    types = {
        "string": pl.String(),
        "list": pl.String(),
        "integer": pl.Int64(),
        "number": pl.Float64(),
        "boolean": pl.Boolean(),
        "date": pl.Date(),
    }
    read = pl.read_csv(made / f"{name}.csv", schema={c: types[k] for c, k in kinds.items()})
    assert [whole(row, kinds) for row in read.to_dicts()] == table(FACTS[name]).to_dicts()


@TABLES
def test_json_is_the_whole_table(name: str, made: Path) -> None:
    model: type[Record] = FACTS[name].model()
    file = json.loads((made / f"{name}.json").read_bytes())
    assert (file["table"], file["version"]) == (name, mlc.DATA_VERSION)
    assert (made / file["$schema"]).exists()
    records = file["records"]
    read = [model.model_validate_json(json.dumps(record)) for record in records]
    assert read == list(table(FACTS[name]))


@TABLES
def test_parquet_is_the_table_and_says_its_version(name: str, made: Path) -> None:
    read = parquet.read_table(made / f"{name}.parquet")
    assert read.equals(table(FACTS[name]).to_arrow())
    assert read.schema.metadata[b"mlcareerdata.DATA_VERSION"].decode() == mlc.DATA_VERSION


@TABLES
def test_the_schema_takes_the_file_and_refuses_another(name: str, made: Path) -> None:
    schema = json.loads((made / f"{name}.schema.json").read_bytes())
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"] == f"urn:mlcareerdata:{mlc.DATA_VERSION}:{name}"
    Validator.check_schema(schema)
    checker = Validator(schema)
    file = json.loads((made / f"{name}.json").read_bytes())
    checker.validate(file)
    assert not checker.is_valid({**file, "version": "2001.01.01"})
    records = file["records"]
    for field in schema["$defs"][FACTS[name].model().__name__]["required"]:
        without = {key: value for key, value in records[0].items() if key != field}
        assert not checker.is_valid({**file, "records": [without]}), f"{name}.{field}"
    for field in records[0]:
        assert not checker.is_valid({**file, "records": [{**records[0], field: {}}]}), field
    assert not checker.is_valid({**file, "records": [{**records[0], "outlook": "bright"}]})


# --- A cell ------------------------------------------------------------------------------------


@TABLES
def test_no_text_looks_like_a_formula(name: str, made: Path) -> None:
    """A spreadsheet would run it. A number may be negative."""
    read = pl.read_csv(made / f"{name}.csv", infer_schema=False)
    numbers = {c.name for c in columns_of(FACTS[name].model()) if c.kind in ("integer", "float")}
    for column in read.columns:
        for cell in read[column].drop_nulls().to_list() if column not in numbers else ():
            assert cell[0] not in "=+-@\t\r", f"{name}.{column}: {cell}"


@TABLES
def test_a_spreadsheet_reads_the_letters_right(name: str, made: Path) -> None:
    """Excel takes a CSV file for one of its own alphabet unless all of it is ASCII."""
    assert (made / f"{name}.csv").read_bytes().isascii()


# --- The descriptor ----------------------------------------------------------------------------


def test_the_package_says_its_version(made: Path) -> None:
    package = json.loads((made / "datapackage.json").read_bytes())
    assert package["version"] == mlc.DATA_VERSION
    assert package["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert [resource["name"] for resource in package["resources"]] == list(FACTS)


@TABLES
def test_the_descriptor_knows_the_file(
    name: str, made: Path, resources: dict[str, dict[str, Any]]
) -> None:
    content = (made / resources[name]["path"]).read_bytes()
    assert resources[name]["bytes"] == len(content)
    assert resources[name]["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"


@TABLES
def test_a_column_is_described(name: str, resources: dict[str, dict[str, Any]]) -> None:
    for field in resources[name]["schema"]["fields"]:
        assert field["description"].endswith("."), field
        if field["type"] == "list":
            assert field["delimiter"] == SEPARATOR


@TABLES
def test_keys_tell_rows_apart(name: str, resources: dict[str, dict[str, Any]]) -> None:
    schema = resources[name]["schema"]
    (key,) = schema.get("uniqueKeys") or [schema["primaryKey"]]
    assert tuple(key) == FACTS[name].key
    rows = table(FACTS[name]).to_dicts(join=SEPARATOR)
    keys = [tuple(row[part] for part in key) for row in rows]
    assert len(set(keys)) == len(keys)
    assert "uniqueKeys" in schema or all(part is not None for found in keys for part in found)


@TABLES
def test_every_id_of_another_table_is_a_foreign_key(
    name: str, resources: dict[str, dict[str, Any]]
) -> None:
    """By the types of the ids; the tool goes by the names of the columns."""
    of_type = {get_args(getattr(mlc.ids, s.ids)): n for n, s in FACTS.items() if s.ids}
    found = {
        key["fields"][0]: key["reference"]["resource"]
        for key in resources[name]["schema"]["foreignKeys"]
    }
    properties = FACTS[name].model().model_json_schema()["properties"]
    for field, schema in properties.items():
        for part in schema.get("anyOf", [schema]):
            wanted = of_type.get(tuple(part.get("enum", ())))
            if wanted and wanted != name:
                assert found.pop(field) == wanted
    assert found == ({"area": "areas"} if name == "area_wages" else {})  # its ids have no type


# --- The folder --------------------------------------------------------------------------------


def test_the_page_names_every_file_with_its_size(made: Path) -> None:
    page = (made / "index.md").read_text(encoding="utf-8")
    linked = dict(re.findall(r"\[[^\]]+\]\(([^)]+)\)(?:\s([\d.,]+\skB))?", page))
    assert {*linked, "index.md"} == {file.name for file in made.iterdir()}
    for name in FACTS:
        assert re.search(rf"^\| {name} \| .* \| {len(table(FACTS[name])):,} \|", page, re.MULTILINE)
        size = (made / f"{name}.csv").stat().st_size / 1000
        assert linked[f"{name}.csv"] == f"{size:,.1f}\u00a0kB"


def listing(folder: Path) -> dict[str, bytes]:
    return {
        str(file.relative_to(folder)): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file()
    }


def test_an_older_folder_is_replaced_as_a_whole(made: Path, tmp_path: Path) -> None:
    target = tmp_path / "downloads"
    target.mkdir()
    (target / "datapackage.json").write_text('{"name": "mlcareerdata"}', encoding="utf-8")
    (target / "gone.csv").write_text("a table of an older version", encoding="utf-8")
    downloads.write(target)
    assert listing(tmp_path) == {f"downloads/{file}": text for file, text in listing(made).items()}


OTHERS = {
    "other files": {"thesis.txt": "three years of work"},
    "another package": {"datapackage.json": '{"name": "birds"}'},
    "a damaged descriptor": {"datapackage.json": '{"name": "mlcareer', "roles.csv": "id"},
    "a list": {"datapackage.json": "[]"},
}


@pytest.mark.parametrize("files", OTHERS.values(), ids=OTHERS)
def test_what_is_not_ours_is_left_alone(files: dict[str, str], tmp_path: Path) -> None:
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    before = listing(tmp_path)
    with pytest.raises(downloads.CannotWriteError, match="name a new or empty folder"):
        downloads.write(tmp_path)
    assert listing(tmp_path) == before


@pytest.mark.parametrize("place", ["file", "file/downloads"])
def test_a_place_that_is_a_file_is_refused(
    place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("kept", encoding="utf-8")
    monkeypatch.setattr("sys.argv", ["downloads.py", str(tmp_path / place)])
    assert downloads.main() == 1
    assert str(tmp_path / place) in capsys.readouterr().err
    assert listing(tmp_path) == {"file": b"kept"}


@pytest.mark.parametrize("step", ["_write_json", "_put", "page"])
def test_nothing_is_half_written(
    step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "downloads"
    target.mkdir()
    (target / "datapackage.json").write_text('{"name": "mlcareerdata"}', encoding="utf-8")
    before = listing(tmp_path)

    def full(*given: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(downloads, step, full)
    with pytest.raises(
        downloads.CannotWriteError, match=r"No space left on device.*left as it was"
    ):
        downloads.write(target)
    assert listing(tmp_path) == before
    assert [file.name for file in tmp_path.iterdir()] == ["downloads"]


def test_a_folder_that_cannot_be_put_in_place_leaves_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "downloads"
    target.mkdir()
    (target / "datapackage.json").write_text('{"name": "mlcareerdata"}', encoding="utf-8")
    before = listing(tmp_path)
    rename = Path.rename

    def refuse(self: Path, to: Path) -> Path:
        if self.name == "new":
            raise PermissionError(13, "Permission denied")
        return rename(self, to)

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(downloads.CannotWriteError, match="Permission denied"):
        downloads.write(target)
    assert listing(tmp_path) == before


def test_dates_are_those_of_the_library(made: Path) -> None:
    read = pl.read_csv(made / "sources.csv", try_parse_dates=True)
    assert read["accessed"].drop_nulls().max() == max(
        source.accessed for source in mlc.sources() if isinstance(source.accessed, date)
    )
