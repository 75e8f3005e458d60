"""Faults that a review found once, each with the test that would have caught it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

import mlcareerdata as mlc
import mlcareerdata._files as files
from conftest import Hold
from mlcareerdata import models as m
from mlcareerdata._text import normalise
from mlcareerdata.fields import RoleName
from mlcareerdata.models._record import Record


@pytest.fixture
def roles(monkeypatch: pytest.MonkeyPatch, unread: None) -> list[dict[str, Any]]:
    """The rows of roles.json; what a test changes in them, the library reads."""
    rows: list[dict[str, Any]] = json.loads(files.read("roles"))

    def read(name: str) -> bytes:
        return json.dumps(rows).encode()

    monkeypatch.setattr(files, "read", read)
    return rows


def changed(record: Record, **changes: object) -> dict[str, object]:
    return record.model_dump() | changes


def test_not_even_a_private_name_of_a_shared_record_can_be_set() -> None:
    with pytest.raises(AttributeError, match="frozen"):
        setattr(mlc.role("MLE"), "_line", "spoiled")  # noqa: B010  (checkers refuse it otherwise)


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_a_figure_is_finite(value: float) -> None:
    with pytest.raises(ValidationError):
        m.Finding.model_validate(changed(mlc.findings()[0], value=value))


@pytest.mark.parametrize("text", [" ", "a\nb", "a\u2028b", " a"])
def test_a_text_is_one_line(text: str) -> None:
    with pytest.raises(ValidationError):
        m.Role.model_validate(changed(mlc.role("MLE"), title=text))


def test_an_alias_is_more_than_punctuation(roles: list[dict[str, Any]]) -> None:
    roles[0]["aliases"] = ["..."]
    with pytest.raises(mlc.DataIntegrityError, match="punctuation"):
        mlc.roles()


def test_a_clash_of_names_shows_in_the_whole_table_too(roles: list[dict[str, Any]]) -> None:
    roles[1]["aliases"] = [roles[0]["id"]]
    with pytest.raises(mlc.DataIntegrityError, match="is a name of"):
        mlc.roles()


@pytest.mark.usefixtures("unread")
def test_a_gap_in_the_order_of_pay_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    rows: list[dict[str, Any]] = json.loads(files.read("industry_pay"))
    rows[1]["position"] = 3

    def read(name: str) -> bytes:
        return json.dumps(rows).encode()

    monkeypatch.setattr(files, "read", read)
    with pytest.raises(mlc.DataIntegrityError, match="position should be 2"):
        mlc.industry_pay()


@pytest.mark.usefixtures("unread")
def test_a_file_that_cannot_be_read_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def read(name: str) -> bytes:
        raise IsADirectoryError(21, "Is a directory")

    monkeypatch.setattr(files, "read", read)
    with pytest.raises(mlc.DataIntegrityError, match=r"roles\.json: .*cannot be read"):
        mlc.roles()


@pytest.mark.parametrize(
    ("name", "changes"),
    [
        ("MLA-C01", {"retired_on": "2026-01-01"}),
        ("MLA-C01", {"replaced_by": ("aws-machine-learning-specialty",)}),
        ("DP-100", {"replaced_by": ("azure-data-scientist-associate",)}),
    ],
)
def test_a_certificate_does_not_contradict_itself(name: str, changes: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        m.Certification.model_validate(changed(mlc.certification(name), **changes))


@pytest.mark.parametrize("changes", [{"end": 2024}, {"covers": ("15-1299",)}])
def test_a_projection_does_not_contradict_itself(changes: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        m.Projection.model_validate(changed(mlc.projections("15-2051")[0], **changes))


@pytest.mark.parametrize("published", ["2026-13", "2026-02-32", "26", "2026-1"])
def test_a_date_of_publication_is_a_date(published: str) -> None:
    with pytest.raises(ValidationError):
        m.Source.model_validate(changed(mlc.source("bouchrika-2026"), published=published))


def test_a_long_name_is_not_folded() -> None:
    """Folding takes time quadratic in a run of combining marks: a minute for 200,000."""
    name = "A" + "\u0315\u0300" * 1_000
    assert normalise(name) == name


def test_a_caller_cannot_change_which_fields_were_given() -> None:
    mlc.role("data scientist").model_fields_set.clear()
    assert "title" in mlc.role("data scientist").model_fields_set


def test_a_table_cannot_be_made_anew() -> None:
    with pytest.raises(AttributeError, match="immutable"):
        mlc.platforms().__init__(m.Platform, (), "platform")
    assert mlc.platforms()[0].id == "aws"


def test_a_soft_hyphen_is_no_part_of_a_name() -> None:
    assert mlc.role("ma\u00adchine learning engineer").id == "machine-learning-engineer"


@pytest.mark.parametrize("name", ["{suggestions}", "{kind}", "{message}"])
def test_a_name_is_not_a_template_of_the_message(name: str) -> None:
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(RoleName).validate_python(name)
    assert f"unknown role {name!r}" in caught.value.errors()[0]["msg"]


def test_only_the_articles_own_range_is_the_salary_range(hold: Hold) -> None:
    own = mlc.salary_range("MLE")
    others = [
        m.SalaryRange.model_validate(
            changed(own, label="other", citations=({"source": "gartner-2024"},))
        )
    ]
    hold("salary_ranges", [own, *others])
    assert mlc.salary_range("MLE") is own


def test_a_list_keeps_what_stands_twice() -> None:
    twice = m.Platform.model_validate(changed(mlc.platform("aws"), aliases=("a", "a")))
    assert mlc.Table(m.Platform, [twice], "platform").to_dicts()[0]["aliases"] == ["a", "a"]
