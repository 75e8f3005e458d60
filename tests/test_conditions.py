"""Tables that are asked for with a condition: by topic, kind, level, status, platform."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, get_args

import pytest

import mlcareerdata as mlc
from conftest import Hold
from mlcareerdata import models

LookUp = Callable[..., Any]
ARTICLE = "bouchrika-2026"


@pytest.mark.parametrize(
    ("call", "condition", "accepted"),
    [
        (mlc.findings, "topic", get_args(models.Topic)),
        (mlc.findings, "kind", get_args(models.FindingKind)),
        (mlc.salary_ranges, "level", get_args(models.Level)),
        (partial(mlc.certs_for, "aws"), "status", get_args(models.CertificationStatus)),
    ],
    ids=["topic", "kind", "level", "status"],
)
@pytest.mark.parametrize("wrong", ["", "no such", "ENTRY", 1, True, b"entry", ["entry"]], ids=repr)
def test_a_wrong_condition_is_a_value_error_that_lists_the_right_ones(
    call: LookUp, condition: str, accepted: tuple[str, ...], wrong: object
) -> None:
    with pytest.raises(ValueError, match="must be") as caught:
        call(**{condition: wrong})
    assert condition in str(caught.value)
    assert all(repr(right) in str(caught.value) for right in accepted)
    assert repr(wrong) in str(caught.value)


def test_findings_by_topic_and_kind() -> None:
    every = list(mlc.findings())
    for topic in get_args(models.Topic):
        found = mlc.findings(topic=topic)
        assert list(found) == [finding for finding in every if finding.topic == topic]
        for kind in get_args(models.FindingKind):
            both = mlc.findings(topic=topic, kind=kind)
            assert list(both) == [finding for finding in found if finding.kind == kind]
    for kind in get_args(models.FindingKind):
        found = mlc.findings(kind=kind)
        assert len(found)
        assert list(found) == [finding for finding in every if finding.kind == kind]


def test_salary_ranges_by_role_and_level() -> None:
    every = list(mlc.salary_ranges())
    assert [record for record in every if record.role is None], "market-wide ones are among them"
    for role in mlc.roles():
        found = mlc.salary_ranges(role)
        assert found == mlc.salary_ranges(role.id) == mlc.salary_ranges(f" {role.title.upper()} ")
        assert list(found) == [record for record in every if record.role == role.id]
        for level in get_args(models.Level):
            both = mlc.salary_ranges(role, level=level)
            assert list(both) == [record for record in found if record.level == level]
    for level in get_args(models.Level):
        found = mlc.salary_ranges(level=level)
        assert list(found) == [record for record in every if record.level == level]


def test_a_role_without_ranges_gives_an_empty_table_of_ranges(hold: Hold) -> None:
    table = mlc.salary_ranges().filter(lambda record: record.role is None)
    hold("salary_ranges", table)
    assert mlc.salary_ranges("ML engineer") == table[:0]
    with pytest.raises(mlc.NotReportedError) as caught:
        mlc.salary_range("ML engineer")
    assert caught.value.available == ()


def test_salary_range_is_the_articles_own() -> None:
    reported = [r for r in mlc.salary_ranges() if r.role and r.kind == "reported"]
    assert reported
    for own in reported:
        role = str(own.role)
        assert mlc.salary_range(role) is own
        assert own in mlc.salary_ranges(role)
        assert own.citations[0].source == ARTICLE


def test_an_advertised_range_does_not_hide_the_articles_own(hold: Hold) -> None:
    own = mlc.salary_range("ML engineer")
    other = models.SalaryRange.model_validate({**own.model_dump(), "kind": "advertised", "low": 1})
    for records in ((own, other), (other, own)):
        hold("salary_ranges", records)
        assert mlc.salary_range("ML engineer") is own
        assert mlc.salary_ranges("ML engineer") == mlc.salary_ranges()


# What the certificates below may not share, or may not have while they are live.
UNLIKE = {"retired_on": None, "replaced_by": (), "aliases": (), "exam_codes": ()}


def _certificate(id: str, recommended: bool, status: str | None) -> models.Certification:
    fields = {**mlc.certifications()[0].model_dump(), "platform": "aws", "id": id}
    return models.Certification.model_validate(
        {**fields, "recommended": recommended, "status": status, **UNLIKE, "name": id}
    )


@pytest.mark.parametrize(
    ("status", "order"), [(None, [3, 1, 2, 0]), ("active", [3, 2]), ("retired", [0])]
)
def test_certs_for_puts_live_ones_first_and_then_recommended_ones(
    hold: Hold, status: models.CertificationStatus | None, order: list[int]
) -> None:
    a, b, c, d = get_args(mlc.ids.CertificationId)[:4]
    records = [
        _certificate(a, True, "retired"),
        _certificate(b, False, None),
        _certificate(c, False, "active"),
        _certificate(d, True, "active"),
    ]
    hold("certifications", records)
    found = mlc.certs_for("AWS", status=status)
    assert isinstance(found, mlc.Table)
    assert list(found) == [records[place] for place in order]
    assert len(mlc.certs_for("Azure", status=status)) == 0


def test_certs_for_gives_every_certificate_once() -> None:
    found = [cert for platform in mlc.platforms() for cert in mlc.certs_for(platform)]
    assert sorted(cert.id for cert in found) == sorted(cert.id for cert in mlc.certifications())
    for platform in mlc.platforms():
        certs = mlc.certs_for(platform)
        assert {cert.platform for cert in certs} <= {platform.id}
        ranks = [(cert.status == "retired", not cert.recommended) for cert in certs]
        assert ranks == sorted(ranks)
        for status in get_args(models.CertificationStatus):
            kept = mlc.certs_for(platform.name, status=status)
            assert list(kept) == [cert for cert in certs if cert.status == status]
