"""What is known of certificates, and that a retired one always says so.

Their names, codes, days and prices are typed in tests/typed.
"""

from __future__ import annotations

import json
from typing import Final

import pytest

import mlcareerdata as mlc
from mlcareerdata import models as m
from mlcareerdata.__main__ import main
from shown import shown
from typed_facts import missing

ALL: Final = tuple(found.id for found in mlc.certifications())
RETIRED: Final = tuple(c.id for c in mlc.certifications() if c.status == "retired")
CODES: Final = tuple((code, c.id) for c in mlc.certifications() for code in c.exam_codes)
ARTICLE: Final = "bouchrika-2026"


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """What the command line prints; it must know the name."""
    assert main(list(arguments)) == 0, f"python -m mlcareerdata {' '.join(arguments)} fails"
    return capsys.readouterr().out


# --- What a record says ----------------------------------------------------------------------


@pytest.mark.parametrize(("code", "id"), CODES)
def test_an_exam_code_finds_its_record(code: str, id: str) -> None:
    assert mlc.certification(code) is mlc.certification(id)
    assert mlc.certification(code.lower()).id == id
    assert mlc.certification(code.replace("-", " ")).id == id


@pytest.mark.parametrize("id", ALL)
def test_successors_are_records_that_can_be_earned(id: str) -> None:
    found = mlc.certification(id)
    assert bool(found.replaced_by) == (found.status == "retired"), f"{id}: name the successor"
    assert (found.retired_on is not None) == (found.status == "retired"), f"{id}: the last day"
    for name in found.replaced_by:
        successor = mlc.certification(name)
        assert successor.status == "active", f"{id} is replaced by {name}, which is not active"
        assert successor.platform == found.platform


@pytest.mark.parametrize("id", RETIRED)
def test_a_last_day_is_over(id: str) -> None:
    found = mlc.certification(id)
    assert found.retired_on is not None
    assert f"{found.retired_on:%Y.%m.%d}" <= mlc.DATA_VERSION, f"{id} can still be earned"
    if found.check:
        assert found.check.verdict == "outdated"
        assert found.check.checked_on >= found.retired_on


@pytest.mark.parametrize("id", ALL)
def test_cite_of_a_certificate_names_the_vendors_page(id: str) -> None:
    found = mlc.certification(id)
    assert found.url is not None
    text = mlc.cite(found)
    assert found.url in text
    assert ("Bouchrika" in text) == found.recommended
    pages = [mlc.source(c.source) for c in found.citations if c.source != ARTICLE]
    assert [page.kind for page in pages] == ["vendor"]
    assert not missing(pages[0].note or "", ("dated files", "quote")), "say that it is transcribed"


# --- Which there are on a platform -----------------------------------------------------------


def test_one_certificate_is_recommended_on_each_platform() -> None:
    for platform in mlc.platforms():
        found = [cert for cert in mlc.certs_for(platform) if cert.recommended]
        assert len(found) == 1, f"the article recommends one on {platform.id}, not {found}"


@pytest.mark.parametrize("platform", mlc.platforms(), ids=repr)
def test_live_certificates_come_first(platform: m.Platform) -> None:
    found = mlc.certs_for(platform)
    ranks = [(cert.status == "retired", not cert.recommended) for cert in found]
    assert ranks == sorted(ranks), f"certs_for({platform.id!r}): live ones first"
    expected = {cert.id for cert in mlc.certifications() if cert.platform == platform.id}
    assert {cert.id for cert in found} == expected
    for status in ("active", "retired"):
        only = mlc.certs_for(platform, status=status)
        assert list(only) == [cert for cert in found if cert.status == status]


def test_a_successor_comes_before_the_retired() -> None:
    old = mlc.certification("DP-100")
    assert mlc.certs_for("azure")[0] is mlc.certification(old.replaced_by[0])


# --- A retired one says so -------------------------------------------------------------------


@pytest.mark.parametrize("id", RETIRED)
def test_a_retired_certificate_says_so_however_it_is_shown(id: str) -> None:
    found = mlc.certification(id)
    table = mlc.certifications().filter(lambda cert: cert.id == id)
    ways = shown(found) | {
        "repr of a table": repr(table),
        "str of a table": str(table),
        "HTML of a table": table._repr_html_(),
    }
    for way, text in ways.items():
        for word in ("retired", str(found.retired_on), *found.replaced_by):
            assert word in text, f"{way} of {id} does not say {word!r}"
    assert "outdated" in mlc.cite(found), "cite of a retired certificate names the verdict"


@pytest.mark.parametrize("id", RETIRED)
def test_a_retired_certificate_says_so_among_others(id: str) -> None:
    """In the whole table and in that of its platform, on its own line."""
    found = mlc.certification(id)
    for table in (mlc.certifications(), mlc.certs_for(found.platform)):
        for text in (repr(table), str(table)):
            lines = [line for line in text.splitlines() if found.name in line or f" {id}," in line]
            assert lines, f"{id} is not shown"
            assert all("retired" in line for line in lines if f"replaced by {id}" not in line)
        assert "retired" in table._repr_html_()


@pytest.mark.parametrize("id", RETIRED)
def test_a_retired_certificate_says_so_on_the_command_line(
    id: str, capsys: pytest.CaptureFixture[str]
) -> None:
    found = mlc.certification(id)
    for name in (id, found.name, *found.aliases, *found.exam_codes, found.platform):
        text = printed(capsys, name)
        for word in ("retired", str(found.retired_on), *found.replaced_by, "outdated"):
            assert word in text, f"python -m mlcareerdata {name} does not say {word!r}"
    row = json.loads(printed(capsys, id, "--json"))["certification"]
    assert (row["status"], row["retired_on"]) == ("retired", str(found.retired_on))
    assert row["check"]["verdict"] == "outdated"
