"""Names in other people's pydantic models."""

from __future__ import annotations

from typing import Any, Optional, get_args

import pytest
from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

import mlcareerdata as mlc
import mlcareerdata._store as store
from mlcareerdata import fields
from mlcareerdata._registry import FACTS
from mlcareerdata.fields import CertificationName, IndustryName, PlatformName, RoleName, SkillName

FIELDS: dict[str, Any] = {
    "RoleName": (RoleName, FACTS["roles"]),
    "IndustryName": (IndustryName, FACTS["industries"]),
    "SkillName": (SkillName, FACTS["skills"]),
    "PlatformName": (PlatformName, FACTS["platforms"]),
    "CertificationName": (CertificationName, FACTS["certifications"]),
}
each_field = pytest.mark.parametrize("name", FIELDS)


class Posting(BaseModel):
    role: RoleName
    industry: IndustryName
    skills: list[SkillName] = []
    platform: Optional[PlatformName] = None  # noqa: UP045
    certificate: CertificationName | None = None


class StrictPosting(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)

    role: RoleName
    skills: tuple[SkillName, ...] = ()


def test_every_field_type_is_tested() -> None:
    assert set(FIELDS) == set(fields.__all__)


@pytest.mark.parametrize("strict", [None, False, True])
@each_field
def test_every_name_of_a_record_becomes_its_id(name: str, strict: bool | None) -> None:
    field, table = FIELDS[name]
    adapter: TypeAdapter[str] = TypeAdapter(field)
    for known, wanted in store.names(table).items():
        for spelling in (known, f" {known.upper()}! ", wanted, store.find(table, wanted)):
            found = adapter.validate_python(spelling, strict=strict)
            assert type(found) is str
            assert found == wanted, spelling


@each_field
def test_json_and_strings_are_taken_too(name: str) -> None:
    field, table = FIELDS[name]
    adapter: TypeAdapter[str] = TypeAdapter(field)
    record = store.table(table)[0]
    assert adapter.validate_json(f'"{record.id.upper()}"') == record.id
    assert adapter.validate_strings(record.id.upper()) == record.id
    assert adapter.dump_json(record.id) == f'"{record.id}"'.encode()


@pytest.mark.parametrize("wrong", ["no such thing", "", "  ", "...", "{message}"])
@each_field
def test_an_unknown_name_is_a_validation_error_with_suggestions(name: str, wrong: str) -> None:
    field, table = FIELDS[name]
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(field).validate_python(wrong)
    (error,) = caught.value.errors()
    assert error["type"] == "unknown_name"
    ctx = error.get("ctx", {})
    assert ctx["kind"] == table.one
    assert ctx["suggestions"]
    assert set(ctx["suggestions"]) <= set(store.ids(table))
    assert ctx["suggestions"][0] in error["msg"]
    assert error["input"] == wrong


def test_a_near_miss_is_suggested_first() -> None:
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(RoleName).validate_python("data scintist")
    (error,) = caught.value.errors()
    assert error.get("ctx", {})["suggestions"][0] == "data-scientist"
    assert "did you mean 'data-scientist'" in str(caught.value)


NO_NAMES: list[object] = [None, 1, 1.5, True, b"aws", ["aws"], {"id": "aws"}, object()]


@pytest.mark.parametrize("wrong", NO_NAMES, ids=lambda wrong: type(wrong).__name__)
@each_field
def test_what_is_no_name_is_a_validation_error_and_no_type_error(name: str, wrong: object) -> None:
    field, _ = FIELDS[name]
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(field).validate_python(wrong)
    (error,) = caught.value.errors()
    assert error["type"] == "name_type"
    assert type(wrong).__name__ in error["msg"]


@each_field
def test_a_record_of_the_wrong_kind_is_a_validation_error(name: str) -> None:
    field, table = FIELDS[name]
    for other in FACTS.values():
        if other.model() is not table.model():
            with pytest.raises(ValidationError, match=other.model().__name__):
                TypeAdapter(field).validate_python(store.table(other)[0])


def test_a_model_takes_names_and_keeps_ids() -> None:
    posting = Posting.model_validate(
        {
            "role": "ML engineer",
            "industry": mlc.industry("fintech"),
            "skills": ["programming", "Communication & Teamwork"],
            "platform": "Amazon Web Services",
            "certificate": "CAP",
        }
    )
    kept: dict[str, object] = {
        "role": "machine-learning-engineer",
        "industry": "finance",
        "skills": ["programming-and-frameworks", "communication-and-teamwork"],
        "platform": "aws",
        "certificate": "certified-analytics-professional",
    }
    assert posting.model_dump() == kept
    assert Posting.model_validate_json(posting.model_dump_json()) == posting


def test_an_optional_field_takes_none_and_a_required_one_must_be_there() -> None:
    fields: dict[str, object] = {"role": "MLE", "industry": "tech", "platform": None}
    posting = Posting.model_validate(fields)
    assert posting.platform is None
    assert posting.certificate is None
    with pytest.raises(ValidationError, match="Field required"):
        Posting.model_validate({"role": "MLE"})


def test_all_problems_are_collected() -> None:
    wrong: dict[str, object] = {
        "role": "data scintist",
        "industry": 1,
        "skills": ["programming", "juggling", None],
        "platform": "",
        "certificate": b"CAP",
    }
    with pytest.raises(ValidationError) as caught:
        Posting.model_validate(wrong)
    assert {error["loc"]: error["type"] for error in caught.value.errors()} == {
        ("role",): "unknown_name",
        ("industry",): "name_type",
        ("skills", 1): "unknown_name",
        ("skills", 2): "name_type",
        ("platform",): "unknown_name",
        ("certificate",): "name_type",
    }


def test_a_strict_model_takes_names_too() -> None:
    posting = StrictPosting.model_validate(
        {
            "role": mlc.role("MLE"),
            "skills": ("programming", mlc.skill("communication-and-teamwork")),
        }
    )
    assert posting.role == "machine-learning-engineer"
    assert posting.skills == ("programming-and-frameworks", "communication-and-teamwork")
    assert hash(posting) == hash(StrictPosting.model_validate_json(posting.model_dump_json()))
    with pytest.raises(ValidationError, match="unknown role"):
        StrictPosting.model_validate({"role": "juggler"})


def test_names_may_be_keys() -> None:
    adapter = TypeAdapter(dict[RoleName, int])
    assert adapter.validate_python({"MLE": 1}) == {"machine-learning-engineer": 1}


@each_field
def test_json_schema(name: str) -> None:
    field, table = FIELDS[name]
    ids = list(store.ids(table))
    adapter: TypeAdapter[str] = TypeAdapter(field)
    taken = adapter.json_schema(mode="validation")
    assert taken["type"] == "string"
    assert "enum" not in taken, "names are accepted too"
    assert taken["examples"]
    assert set(taken["examples"]) <= set(store.names(table)) | set(ids)
    given = adapter.json_schema(mode="serialization")
    assert given["type"] == "string"
    assert given["enum"] == ids


def test_json_schema_of_a_model() -> None:
    taken = Posting.model_json_schema()["properties"]
    given = Posting.model_json_schema(mode="serialization")["properties"]
    assert taken["role"]["type"] == taken["skills"]["items"]["type"] == "string"
    assert "enum" not in taken["role"]
    assert given["role"]["enum"] == list(get_args(mlc.ids.RoleId))
    assert given["skills"]["items"]["enum"] == list(get_args(mlc.ids.SkillId))
    assert given["platform"]["anyOf"][0]["enum"] == list(get_args(mlc.ids.PlatformId))
    assert given["platform"]["anyOf"][1] == {"type": "null"}
    assert taken["platform"]["anyOf"][0]["examples"]
