"""What is known about certificates, and that a retired one always says so.

Their names, codes, days and prices are typed in tests/typed.
"""

from __future__ import annotations

import json
import re
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
ITS_PLATFORMS: Final = ("aws", "google-cloud", "vendor-neutral", "azure")  # the article's own
NO_PAGE: Final = {"azure-ai-engineer-associate", "nvidia-genai-multimodal-associate"}


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
    assert (found.url is None) == (id in NO_PAGE), f"{id}: is the address of its page known?"
    text = mlc.cite(found)
    assert (found.url or "") in text
    assert ("Bouchrika" in text) == found.recommended
    (page,) = {mlc.source(c.source) for c in found.citations if c.source != ARTICLE}
    assert (page.kind, page.url) == ("vendor", found.url)
    assert not missing(page.note or "", ("dated files", "quote")), "say that it is transcribed"


@pytest.mark.parametrize("id", ALL)
def test_the_day_of_a_status_is_that_of_the_newest_document(id: str) -> None:
    """The notes name the documents with their days; none is newer than `seen_on`."""
    found = mlc.certification(id)
    assert found.status
    assert found.seen_on
    assert f"{found.seen_on:%Y.%m.%d}" <= mlc.DATA_VERSION
    assert found.retired_on is None or found.retired_on <= found.seen_on
    notes = " ".join(c.note or "" for c in found.citations if c.basis == "reported")
    days = re.findall(r"\d{4}-\d{2}-\d{2}", notes)
    assert days, f"{id}: say in the note which documents quote the page, each with its day"
    assert max(days) <= str(found.seen_on), f"{id}: a document is newer than seen_on"


@pytest.mark.parametrize("id", ALL)
def test_for_beginners_is_a_judgement_that_says_why(id: str) -> None:
    found = mlc.certification(id)
    why = [c.note or "" for c in found.citations if c.basis == "estimated"]
    assert len(why) == (found.for_beginners is not None), f"{id}: say why, in one citation"
    for note in why:
        opening = "For beginners" if found.for_beginners else "Not for beginners"
        assert note.startswith(opening), f"{id}: {note!r}"
    if found.for_beginners:
        assert found.status == "active", f"{id}: nobody can begin with it"
        assert (found.experience_months or 0) <= 6, f"{id}: that asks for more than a beginner has"
    if found.level == "professional" or (found.experience_months or 0) >= 24:
        assert not found.for_beginners


# --- Which there are on a platform -----------------------------------------------------------


def test_one_certificate_is_recommended_on_each_platform_of_the_article() -> None:
    for platform in mlc.platforms():
        found = [cert for cert in mlc.certs_for(platform) if cert.recommended]
        assert len(found) == (platform.id in ITS_PLATFORMS), f"{platform.id}: {found}"


@pytest.mark.parametrize("platform", mlc.platforms(), ids=repr)
def test_certificates_for_beginners_can_be_earned(platform: m.Platform) -> None:
    every = mlc.certs_for(platform)
    begin = mlc.certs_for(platform, beginners=True)
    assert list(begin) == [c for c in every if c.for_beginners and c.status == "active"]
    beyond = mlc.certs_for(platform, beginners=False)
    assert list(beyond) == [c for c in every if c.for_beginners is False]
    assert not mlc.certs_for(platform, status="retired", beginners=True)


def test_what_a_beginner_can_take_on_aws() -> None:
    assert [c.name for c in mlc.certs_for("AWS", beginners=True)] == [
        "AWS Certified AI Practitioner"
    ]


def test_a_retired_certificate_is_for_nobody() -> None:
    retired = mlc.certification("AI-102").model_dump()
    with pytest.raises(ValueError, match="within nobody's reach"):
        m.Certification.model_validate({**retired, "for_beginners": True})


def test_beginners_is_true_or_false() -> None:
    with pytest.raises(ValueError, match="beginners must be True or False, not 'yes'"):
        mlc.certs_for("aws", beginners="yes")  # type: ignore[arg-type]  # the mistake


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
    # Only what the article recommends is a claim, which may be outdated.
    assert ("outdated" in mlc.cite(found)) == found.recommended, "cite names the verdict"


@pytest.mark.parametrize("id", RETIRED)
def test_a_retired_certificate_says_so_among_others(id: str) -> None:
    """In the whole table and in the table of its platform, on a line of its own."""
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
        verdict = "outdated" if found.recommended else ""
        for word in ("retired", str(found.retired_on), *found.replaced_by, verdict):
            assert word in text, f"python -m mlcareerdata {name} does not say {word!r}"
    row = json.loads(printed(capsys, id, "--json"))["certification"]
    assert (row["status"], row["retired_on"]) == ("retired", str(found.retired_on))
    said = row["check"]["verdict"] if row["check"] else None
    assert said == ("outdated" if found.recommended else None)
