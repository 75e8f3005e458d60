"""`Table` and the field types in other people's pydantic models, functions and schemas."""

from __future__ import annotations

import dataclasses
import json
from typing import Annotated, Any, Generic, TypeVar

import jsonschema
import pytest
from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    TypeAdapter,
    ValidationError,
    create_model,
    validate_call,
)
from pydantic.dataclasses import dataclass
from pydantic_core import to_json, to_jsonable_python
from typing_extensions import TypedDict

import mlcareerdata as mlc
import mlcareerdata._store as store
from mlcareerdata._registry import FACTS
from mlcareerdata.fields import RoleName, SkillName
from mlcareerdata.models import Record, Role, Skill

R = TypeVar("R", bound=Record)
Validator: Any = jsonschema.Draft202012Validator  # whose own types are partly unknown

each_table = pytest.mark.parametrize("name", FACTS)
either_way = pytest.mark.parametrize("strict", [False, True])


class Report(BaseModel):
    roles: mlc.Table[Role]
    skills: mlc.Table[Skill] | None = None


class StrictReport(Report):
    model_config = ConfigDict(strict=True, frozen=True)


class Page(BaseModel, Generic[R]):
    items: mlc.Table[R]


def _adapter(name: str) -> TypeAdapter[mlc.Table[Record]]:
    # The type of the records is known only when this runs.
    of: Any = FACTS[name].model()
    return TypeAdapter(mlc.Table[of])  # pyright: ignore[reportInvalidTypeForm]


# --- What a table is made of -----------------------------------------------------------------


@either_way
@each_table
def test_a_table_its_records_and_their_json_are_taken(name: str, strict: bool) -> None:
    adapter = _adapter(name)
    for table in (store.table(FACTS[name]), store.table(FACTS[name])[:0]):
        assert adapter.validate_python(table, strict=strict) is table
        for records in (list(table), tuple(table)):
            found = adapter.validate_python(records, strict=strict)
            assert type(found) is mlc.Table
            assert found == table
        assert adapter.validate_json(table.to_json(), strict=strict) == table
        assert adapter.validate_json(adapter.dump_json(table), strict=strict) == table
    assert adapter.validate_python(adapter.dump_python(table)) == table


@each_table
def test_a_table_made_from_json_is_as_good_as_the_packaged_one(name: str) -> None:
    table = store.table(FACTS[name])
    found = _adapter(name).validate_json(table.to_json())
    assert found.to_dicts() == table.to_dicts()
    assert found.to_arrow().schema.metadata == table.to_arrow().schema.metadata
    assert repr(found) == repr(table)


@each_table
def test_a_record_of_another_kind_is_an_error_that_says_which_row(name: str) -> None:
    table = store.table(FACTS[name])
    for other in FACTS.values():
        if other.name == name:
            continue
        stranger = store.table(other)[0]
        with pytest.raises(ValidationError) as caught:
            _adapter(name).validate_python([*table, stranger])
        (error,) = caught.value.errors()
        assert error["loc"] == (len(table),)
        assert FACTS[name].model().__name__ in error["msg"]
        assert error["input"] is stranger


def test_a_table_of_another_kind_is_an_error_for_each_row() -> None:
    with pytest.raises(ValidationError) as caught:
        Report.model_validate({"roles": mlc.skills()})
    rows = [("roles", row) for row in range(len(mlc.skills()))]
    assert [error["loc"] for error in caught.value.errors()] == rows
    assert Report.model_validate({"roles": mlc.skills()[:0]}).roles == mlc.roles()[:0]


def test_a_table_that_holds_what_it_should_not_is_found_out() -> None:
    wrong = mlc.Table[Record](Record, [mlc.roles()[0], mlc.skills()[0]])
    with pytest.raises(ValidationError) as caught:
        Report.model_validate({"roles": wrong})
    assert [error["loc"] for error in caught.value.errors()] == [("roles", 1)]


@pytest.mark.parametrize("record", [mlc.roles()[0], mlc.skills()[0]])
def test_one_record_is_no_table_and_not_a_list_of_its_fields(record: Record) -> None:
    with pytest.raises(ValidationError) as caught:
        Report.model_validate({"roles": record})
    (error,) = caught.value.errors()
    assert error["loc"] == ("roles",)
    assert error["msg"] == (
        f"a Table of Role takes a Table, records or their JSON, not one {type(record).__name__}"
    )


@pytest.mark.parametrize("wrong", [None, "roles", 1, {"id": "data-scientist"}, [None], [1]])
def test_what_is_no_table_is_a_validation_error(wrong: object) -> None:
    with pytest.raises(ValidationError):
        Report.model_validate({"roles": wrong})


def test_json_of_another_version_is_an_error_that_names_the_field_or_the_id() -> None:
    rows = json.loads(mlc.roles().to_json())
    rows[1]["outlook"] = "bright"
    rows[2]["id"] = "prompt-engineer"
    del rows[3]["summary"]
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(mlc.Table[Role]).validate_json(json.dumps(rows))
    found = {error["loc"]: error["type"] for error in caught.value.errors()}
    assert found == {
        (1, "outlook"): "extra_forbidden",
        (2, "id"): "literal_error",
        (3, "summary"): "missing",
    }
    assert "prompt-engineer" in str(caught.value)


# --- Where the type stands -------------------------------------------------------------------


def test_a_table_may_be_left_out_where_none_is_allowed() -> None:
    assert Report(roles=mlc.roles()).skills is None
    assert Report(roles=mlc.roles(), skills=mlc.skills()).skills is mlc.skills()
    assert Report.model_validate({"roles": list(mlc.roles()), "skills": None}).skills is None


def test_a_frozen_model_with_a_table_is_hashable_and_survives_json() -> None:
    report = StrictReport(roles=mlc.roles(), skills=mlc.skills())
    twin = StrictReport.model_validate_json(report.model_dump_json())
    assert twin == report
    assert hash(twin) == hash(report)


def test_a_model_may_be_generic_in_what_the_table_is_of() -> None:
    assert Page[Skill](items=mlc.skills()).items is mlc.skills()
    found = Page[Skill].model_validate_json(f'{{"items": {mlc.skills().to_json()}}}')
    assert found.items == mlc.skills()
    with pytest.raises(ValidationError):
        Page[Skill].model_validate({"items": mlc.roles()})
    assert Page[Record](items=mlc.skills()).items.to_dicts() == mlc.skills().to_dicts()


def test_a_table_stands_within_other_types() -> None:
    named = TypeAdapter(dict[str, list[mlc.Table[Role]]])
    found = named.validate_json(f'{{"a": [{mlc.roles().to_json()}, []]}}')
    assert found == {"a": [mlc.roles(), mlc.roles()[:0]]}
    some = TypeAdapter(mlc.Table[Annotated[Role, Field(description="One of them.")]])
    assert some.validate_python(list(mlc.roles())) == mlc.roles()


def test_a_call_is_validated() -> None:
    @validate_call(validate_return=True)
    def typical(table: mlc.Table[Role]) -> mlc.Table[Role]:
        return table.filter(lambda role: role.typical)

    given: Any = list(mlc.roles())
    assert typical(given) == typical(mlc.roles())
    wrong: Any = mlc.skills()
    with pytest.raises(ValidationError):
        typical(wrong)


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (mlc.Table, r"say which records the Table holds: Table\[Role\]"),
        (mlc.Table[Any], "a Table holds records of mlcareerdata"),
        (mlc.Table[int], "a Table holds records of mlcareerdata"),  # type: ignore[type-var]  # on purpose
        (mlc.Table[Role | Skill], "a Table holds records of mlcareerdata"),
    ],
)
def test_a_table_of_nothing_or_of_anything_is_refused_when_the_model_is_made(
    kind: Any, said: str
) -> None:
    with pytest.raises(TypeError, match=said):
        create_model("Anything", table=(kind, ...))


class Described(Role, frozen=True):
    """A role with something more to say."""

    outlook: str


def test_a_model_derived_from_a_record_is_one() -> None:
    one = Described.model_validate({**mlc.role("MLE").model_dump(), "outlook": "bright"})
    table = mlc.Table(Described, [one])
    assert TypeAdapter(mlc.Table[Role]).validate_python(table) is table
    assert TypeAdapter(mlc.Table[Described]).validate_json(table.to_json()) == table
    with pytest.raises(ValidationError):
        TypeAdapter(mlc.Table[Described]).validate_python(mlc.roles())


# --- How it is written -----------------------------------------------------------------------


@each_table
def test_a_table_is_written_as_an_array_of_whole_records(name: str) -> None:
    table, adapter = store.table(FACTS[name]), _adapter(name)
    records = [json.loads(record.model_dump_json()) for record in table]
    assert json.loads(table.to_json()) == records
    assert adapter.dump_json(table) == table.to_json().encode()
    assert adapter.dump_python(table, mode="json") == records
    assert adapter.dump_python(table) == [record.model_dump() for record in table]
    assert json.loads(to_json({"table": table})) == {"table": records}
    assert to_jsonable_python([table]) == [records]


def test_what_is_left_out_is_left_out_of_every_record() -> None:
    report = Report(roles=mlc.roles(), skills=mlc.skills())
    ids = [{"id": role.id} for role in mlc.roles()]
    assert report.model_dump(include={"roles": {"__all__": {"id"}}}) == {"roles": ids}
    (first,) = json.loads(TypeAdapter(mlc.Table[Role]).dump_json(mlc.roles(), include={0: {"id"}}))
    assert first == ids[0]
    rest = report.model_dump(exclude={"roles": {"__all__": {"citations"}}})["roles"]
    assert [set(row) for row in rest] == [set(Role.model_fields) - {"citations"}] * len(ids)


# --- Schemas ---------------------------------------------------------------------------------


@each_table
def test_the_schema_is_an_array_of_described_records(name: str) -> None:
    adapter, model = _adapter(name), FACTS[name].model()
    for schema in (adapter.json_schema(), adapter.json_schema(mode="serialization")):
        Validator.check_schema(schema)
        assert {key: schema[key] for key in ("type", "items")} == {
            "type": "array",
            "items": {"$ref": f"#/$defs/{model.__name__}"},
        }
        rows = json.loads(store.table(FACTS[name]).to_json())
        Validator(schema).validate(rows)
        with pytest.raises(jsonschema.ValidationError):
            Validator(schema).validate([{**rows[0], "no_such_field": 1}])
        assert set(schema["$defs"]) <= {"Check", "Citation", model.__name__}
        for found in schema["$defs"].values():
            assert found["description"].endswith(".")
            assert all(field["description"] for field in found["properties"].values())
        assert ">>>" not in json.dumps(schema)


def test_a_profile_is_as_its_schema_says() -> None:
    schema = mlc.Profile.model_json_schema(mode="serialization")
    for role in mlc.roles():
        profile = json.loads(mlc.profile(role).model_dump_json())
        Validator(schema).validate(profile)


# --- Names as defaults -----------------------------------------------------------------------


def test_a_default_is_any_name_and_becomes_the_id() -> None:
    class Posting(BaseModel):
        role: RoleName = "ML engineer"  # type: ignore[assignment]  # pyright: ignore[reportAssignmentType]
        maybe: RoleName | None = None
        described: Annotated[RoleName, Field(description="What for.")] = "MLE"  # type: ignore[assignment]  # pyright: ignore[reportAssignmentType]
        skills: tuple[SkillName, ...] = ()

    posting = Posting()
    assert posting.role == posting.described == "machine-learning-engineer"
    assert posting.maybe is None
    assert Posting.model_json_schema()["properties"]["described"]["description"] == "What for."


def test_a_default_of_a_wider_type_is_validated_where_the_field_says_so() -> None:
    """pydantic looks at a default only if the field itself tells it to; the docs say how."""
    validated: Any = Field("ML engineer", validate_default=True)
    listed: Any = Field(["ML engineer", "BI analyst"], validate_default=True)

    class Posting(BaseModel):
        maybe: RoleName | None = validated
        several: list[RoleName] = listed

    posting = Posting()
    assert posting.maybe == "machine-learning-engineer"
    assert posting.several == ["machine-learning-engineer", "business-intelligence-analyst"]


def test_a_wrong_default_is_found_when_it_is_used() -> None:
    class Posting(BaseModel):
        role: RoleName = "data scintist"  # type: ignore[assignment]  # pyright: ignore[reportAssignmentType]

    with pytest.raises(ValidationError, match="did you mean 'data-scientist'"):
        Posting()


def test_names_in_a_dataclass_a_dictionary_and_a_call() -> None:
    @dataclass
    class Posting:
        role: RoleName = "ML engineer"  # type: ignore[assignment]  # pyright: ignore[reportAssignmentType]
        others: list[RoleName] = dataclasses.field(default_factory=list[RoleName])

    class Row(TypedDict):
        role: RoleName

    @validate_call
    def asked(role: RoleName = "ML engineer") -> str:  # type: ignore[assignment]  # pyright: ignore[reportArgumentType]
        return role

    mle = "machine-learning-engineer"
    given: Any = "MLE"
    assert Posting().role == Posting(given).role == asked() == asked(given) == mle
    assert Posting(given, [given]).others == [mle]
    assert TypeAdapter(Row).validate_python({"role": "MLE"}) == {"role": mle}
    with pytest.raises(ValidationError, match="did you mean 'data-scientist'"):
        asked("data scintist")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
