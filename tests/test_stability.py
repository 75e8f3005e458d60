"""What docs/stability.md promises of records that another version wrote."""

from __future__ import annotations

import json
import pickle
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

import mlcareerdata as mlc
from mlcareerdata.models import Certification, Record, Role
from mlcareerdata.models._record import _unpickled


def _first_problem(error: ValidationError) -> tuple[tuple[int | str, ...], str, object]:
    first = error.errors()[0]
    return first["loc"], first["type"], first["input"]


@pytest.mark.parametrize(
    ("change", "kind"),
    [({"outlook": "bright"}, "extra_forbidden"), ({"id": "oracle"}, "literal_error")],
)
def test_json_of_a_newer_version_is_refused_by_name(change: dict[str, str], kind: str) -> None:
    written: list[dict[str, Any]] = json.loads(mlc.roles().to_json())
    written[2] |= change
    ((field, value),) = change.items()
    with pytest.raises(ValidationError) as caught:
        Role.model_validate_json(json.dumps(written[2]))
    assert _first_problem(caught.value) == ((field,), kind, value)
    assert field in str(caught.value)
    assert value in str(caught.value)
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(mlc.Table[Role]).validate_json(json.dumps(written))
    assert _first_problem(caught.value) == ((2, field), kind, value)


class Newer:
    """Pickles as a role of another version does."""

    def __init__(self, **change: str) -> None:
        self._record = json.loads(mlc.role("ML engineer").model_dump_json()) | change

    def __reduce__(self) -> tuple[object, tuple[type[Record], str]]:
        return _unpickled, (Role, json.dumps(self._record))


def test_a_pickle_of_a_newer_version_is_refused_by_name() -> None:
    with pytest.raises(ValidationError) as caught:
        pickle.loads(pickle.dumps(Newer(outlook="bright")))
    assert _first_problem(caught.value) == (("outlook",), "extra_forbidden", "bright")
    assert pickle.loads(pickle.dumps(Newer())) == mlc.role("ML engineer")


def test_json_of_an_older_version_is_read() -> None:
    """It lacks the fields that are new since then, which have defaults."""
    written: dict[str, Any] = json.loads(mlc.certification("CAP").model_dump_json())
    optional = [name for name, f in Certification.model_fields.items() if not f.is_required()]
    assert optional
    for name in optional:
        older = {key: value for key, value in written.items() if key != name}
        read = Certification.model_validate_json(json.dumps(older))
        assert getattr(read, name) == Certification.model_fields[name].get_default()


def test_a_file_says_which_facts_it_holds(tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    parquet.write_table(mlc.roles().to_arrow(), tmp_path / "roles.parquet")
    about = parquet.read_schema(tmp_path / "roles.parquet").metadata
    assert about[b"mlcareerdata.table"] == b"roles"
    assert about[b"mlcareerdata.DATA_VERSION"].decode() == mlc.DATA_VERSION
