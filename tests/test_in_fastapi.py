"""What the library returns is an answer of a web service, and a page that describes it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

import mlcareerdata as mlc
from mlcareerdata.fields import RoleName
from mlcareerdata.models import Role, SalaryRange, TitleMatch

ROLES = json.loads(mlc.roles().to_json())

app = FastAPI()


@app.get("/list")
def as_list() -> list[Role]:
    return list(mlc.roles())


@app.get("/table")
def as_table() -> mlc.Table[Role]:
    return mlc.roles()


@app.get("/empty")
def as_empty_table() -> mlc.Table[Role]:
    return mlc.roles()[:0]


@app.get("/untyped", response_model=None)
def untyped() -> Any:
    return {"roles": mlc.roles(), "profile": mlc.profile("MLE")}


@app.get("/none")
def none() -> mlc.Table[Role] | None:
    return None


@app.get("/profile/{role}")
def profile(role: RoleName) -> mlc.Profile:
    return mlc.profile(role)


@app.get("/pay")
def pay(role: RoleName = "ML engineer") -> mlc.Table[SalaryRange]:  # type: ignore[assignment]  # pyright: ignore[reportArgumentType]
    return mlc.salary_ranges(role)


@app.get("/title")
def title(text: str) -> TitleMatch | None:
    return mlc.match_title(text)


@app.post("/echo")
def echo(roles: mlc.Table[Role]) -> mlc.Table[Role]:
    return roles


@pytest.fixture(scope="module")
def client() -> Any:
    """Untyped, since the stubs know the types of answers only in part."""
    return TestClient(app)


def test_answers_are_arrays_of_whole_records(client: Any) -> None:
    assert client.get("/list").json() == client.get("/table").json() == ROLES
    assert client.get("/empty").json() == []
    assert client.get("/none").json() is None
    assert client.get("/title", params={"text": "Data Analyst"}).json()["role"] == "data-analyst"
    assert client.get("/title", params={"text": "Nurse"}).json() is None


def test_answers_without_a_type_are_the_same(client: Any) -> None:
    found = client.get("/untyped").json()
    assert found["roles"] == ROLES
    assert found["profile"]["role"] == mlc.role("MLE").model_dump(mode="json")


def test_a_profile_comes_whole(client: Any) -> None:
    for role in mlc.roles():
        found = client.get(f"/profile/{role.aliases[0] if role.aliases else role.title}").json()
        assert found == json.loads(mlc.profile(role).model_dump_json())


def test_a_name_is_read_from_the_address(client: Any) -> None:
    assert client.get("/pay").json() == json.loads(mlc.salary_ranges("MLE").to_json())
    answer = client.get("/pay", params={"role": "data scintist"})
    assert answer.status_code == 422
    assert "did you mean 'data-scientist'" in answer.json()["detail"][0]["msg"]


def test_a_body_is_a_table_and_an_error_says_which_row(client: Any) -> None:
    assert client.post("/echo", json=ROLES).json() == ROLES
    strange = [*ROLES, json.loads(mlc.skills()[0].model_dump_json())]
    answer = client.post("/echo", json=strange)
    assert answer.status_code == 422
    assert {tuple(error["loc"][:2]) for error in answer.json()["detail"]} == {("body", len(ROLES))}


def test_the_page_names_each_model_once_and_describes_it(client: Any) -> None:
    page = client.get("/openapi.json").json()
    found = page["components"]["schemas"]
    profiles = [mlc.profile(role) for role in mlc.roles()]
    parts = {type(part).__name__ for profile in profiles for _, part in profile if part is not None}
    own = parts - {"Table"} | {"Check", "Citation", "Profile", "SalaryRange", "TitleMatch"}
    assert set(found) == own | {"HTTPValidationError", "ValidationError"}
    for name in own:
        assert found[name]["title"] == name
        assert found[name]["description"].endswith(".")
        for field in found[name]["properties"].values():
            assert field["description"].endswith(".")
    assert ">>>" not in json.dumps(page)
    (answer,) = page["paths"]["/table"]["get"]["responses"]["200"]["content"].values()
    assert answer["schema"]["type"] == "array"
    assert answer["schema"]["items"] == {"$ref": "#/components/schemas/Role"}
