"""`python -m mlcareerdata` answers, or says what is wrong in one line."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any, get_args

import pytest

import mlcareerdata as mlc
from mlcareerdata.__main__ import main
from mlcareerdata._registry import FACTS

Captured = pytest.CaptureFixture[str]

CARDS = {
    "roles": "profile",
    "industries": "industry",
    "skills": "skill",
    "platforms": "platform",
    "certifications": "certification",
    "occupations": "occupation",
}
NAMES: list[tuple[str, str]] = [
    (table, record_id)
    for table in CARDS
    for record_id in get_args(FACTS[table].model().model_fields["id"].annotation)
]
each_name = pytest.mark.parametrize(("table", "record_id"), NAMES)


def _run(capsys: Captured, *arguments: str) -> str:
    assert main(list(arguments)) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert out.endswith("\n")
    return out


def test_without_arguments_the_roles_with_their_pay_and_who_says_so(capsys: Captured) -> None:
    card, _, rest = _run(capsys).partition("\n\n")
    head, *lines = card.splitlines()
    for words in (mlc.DATA_VERSION, "United States"):
        assert words in head
    for words in ("Imed Bouchrika", "aijobs.net", mlc.__version__, "checks"):
        assert words in rest
    for role, line in zip(mlc.roles(), lines, strict=True):
        assert role.title in line
        for_beginners = mlc.salary_ranges(role, level="entry")  # the article's first
        assert line.endswith(str(for_beginners[0]) if for_beginners else "not reported")
    assert "Bouchrika 2026" in lines[0]


def test_json_of_the_roles_with_their_pay(capsys: Captured) -> None:
    rows: list[dict[str, Any]] = json.loads(_run(capsys, "--json"))
    assert [row["role"] for row in rows] == [role.id for role in mlc.roles()]
    for row in rows:
        found = mlc.salary_ranges(row["role"]).filter(lambda r: r.kind == "reported")
        assert row["title"] == mlc.role(row["role"]).title
        assert row["salary"] == (found[0].model_dump(mode="json") if found else None)
        entry = mlc.salary_ranges(row["role"], level="entry")
        assert row["entry_pay"] == (entry[0].model_dump(mode="json") if entry else None)


@each_name
def test_a_name_gives_a_card_and_its_sources(capsys: Captured, table: str, record_id: str) -> None:
    out = _run(capsys, record_id)
    record: Any = getattr(mlc, FACTS[table].one)(record_id)
    assert getattr(record, FACTS[table].names[0]) in out.splitlines()[0]
    assert record_id in out
    assert re.search("^Sources?:", out, re.MULTILINE), "it does not say who says so"
    for citation in record.citations:
        assert mlc.source(citation.source).title in out
    assert not re.search(r"\bNone$", out, re.MULTILINE), "it shows what is not known"


@each_name
def test_a_name_gives_json(capsys: Captured, table: str, record_id: str) -> None:
    parts: dict[str, Any] = json.loads(_run(capsys, "--json", record_id))
    main_part = parts[CARDS[table]]
    record: Any = getattr(mlc, FACTS[table].one)(record_id)
    if table == "roles":
        assert main_part == mlc.profile(record).model_dump(mode="json")
    else:
        assert main_part == record.model_dump(mode="json")


def test_what_else_is_known_is_shown_too(capsys: Captured) -> None:
    out = _run(capsys, "fintech")
    for part in (mlc.demand_in("fintech"), mlc.pay_in("fintech"), mlc.hiring_in("fintech")):
        assert part.label in out
    out = _run(capsys, "AWS")
    for cert in mlc.certs_for("AWS"):
        assert cert.name in out
    out = _run(capsys, "ML engineer")
    assert str(mlc.salary_range("ML engineer")) in out
    assert mlc.entry_profile("ML engineer").work in out
    assert str(mlc.remote_fit("ML engineer").challenge) in out


@pytest.mark.parametrize(
    "words",
    [("ML engineer",), ("ML", "engineer"), ("ml", "ENGINEER"), ("machine-learning-engineer",)],
)
def test_a_name_may_be_given_as_several_words(capsys: Captured, words: tuple[str, ...]) -> None:
    assert _run(capsys, *words) == _run(capsys, "MLE")
    assert _run(capsys, *words, "--json") == _run(capsys, "--json", *words)


@pytest.mark.parametrize(
    "words",
    [
        ("no", "such", "thing"),
        ("data scintist",),
        ("x" * 500,),
        ("",),
        ("  ",),
        ("", ""),
        ("...",),
        ("\u00e9\udcff",),
        ("{name}",),
    ],
    ids=lambda words: repr(words)[:30],
)
@pytest.mark.parametrize("flags", [(), ("--json",)])
def test_an_unknown_name_is_one_line_on_stderr_and_exit_code_2(
    capsys: Captured, words: tuple[str, ...], flags: tuple[str, ...]
) -> None:
    assert main([*words, *flags]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert len(err.splitlines()) == 1
    assert "Traceback" not in err
    assert err.startswith("unknown " if " ".join(words).strip() else "empty ")
    known = [*(record_id for _, record_id in NAMES), *(area.id for area in mlc.areas())]
    assert any(record_id in err for record_id in known), "it says what is known"


@pytest.mark.parametrize("name", ["Seattle", "WA", "0042660", "portland, or"])
def test_an_area_gives_its_wages(capsys: Captured, name: str) -> None:
    area = mlc.area(name)
    wages = mlc.area_wages(area=area)
    out = _run(capsys, name)
    assert out.startswith(area.name)
    assert len(wages) > 0
    for pay in wages:
        assert f"{pay._title()}\n  pay a year" in out
    parts = json.loads(_run(capsys, "--json", name))
    assert parts == {
        "area": area.model_dump(mode="json"),
        "wages": [pay.model_dump(mode="json") for pay in wages],
    }


def test_a_name_of_several_areas_is_refused_and_says_which(capsys: Captured) -> None:
    assert main(["Portland"]) == 2
    err = capsys.readouterr().err
    assert "'Portland' is the name of more than one area" in err
    for name in ("Portland-South Portland, ME", "Portland-Vancouver-Hillsboro, OR-WA"):
        assert name in err


@pytest.mark.parametrize("occupation", mlc.occupations(), ids=repr)
def test_an_occupation_gives_its_wages_and_its_growth(
    capsys: Captured, occupation: mlc.models.Occupation
) -> None:
    out = _run(capsys, occupation.title)
    for official in (*mlc.wages(occupation), *mlc.projections(occupation)):
        assert official._title() in out


@pytest.mark.parametrize("finding", mlc.findings(), ids=lambda finding: finding.id)
def test_a_finding_is_found_by_its_id(capsys: Captured, finding: mlc.models.Finding) -> None:
    assert _run(capsys, finding.id).startswith(finding._title())
    said = json.loads(_run(capsys, "--json", finding.id))
    assert said == {"finding": finding.model_dump(mode="json")}


def test_checks_lists_every_checked_claim_and_whose_it_is(capsys: Captured) -> None:
    out = _run(capsys, "checks")
    for claim in mlc.checks():
        assert f"Bouchrika 2026: {claim.claim} [{claim.verdict}]" in out
        assert claim.note in out
    assert mlc.cite(mlc.source("bouchrika-2026")) in out
    said = json.loads(_run(capsys, "--json", "checks"))
    assert said == {"checks": json.loads(mlc.checks().to_json())}


@pytest.mark.parametrize("width", range(40, 100))
def test_no_line_ends_within_a_figure(width: int) -> None:
    for role in mlc.roles():
        for line in mlc.profile(role)._card(width).splitlines():
            assert not re.search(r"\b(n =|p\d\d|median)$|^\s*%", line), line
            assert "\N{NO-BREAK SPACE}" not in line


def test_a_word_that_is_wider_than_the_screen_is_indented_too() -> None:
    card = mlc.profile("data scientist")._card(40).splitlines()
    (address,) = [line for line in card if "http" in line]
    assert len(address) > 40
    assert address.startswith("    http")


@pytest.mark.parametrize("width", [40, 60, 80, 132])
@pytest.mark.parametrize("name", ["", "checks", "data scientist", "AWS", "Seattle", "fintech"])
def test_no_line_is_wider_than_the_terminal(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch, name: str, width: int
) -> None:
    whole = _run(capsys, *name.split())
    monkeypatch.setenv("COLUMNS", str(width))
    out = _run(capsys, *name.split())
    for line in out.splitlines():
        assert len(line) <= width or len(line.split()) == 1, f"only one long word may: {line!r}"
    assert out.split() == whole.split(), "the same words in the same order"
    assert "\x1b" not in out, "no colours"


def test_what_continues_a_line_stands_below_its_text(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    lines = _run(capsys, "data scientist").splitlines()
    place = next(n for n, line in enumerate(lines) if line.startswith("  pay, official"))
    column = lines[place].index("Data Scientists (15-2051)")
    assert lines[place + 1][:column].strip() == ""
    assert lines[place + 1][column] != " "


def test_a_near_miss_is_suggested(capsys: Captured) -> None:
    assert main(["data", "scintist"]) == 2
    assert "did you mean 'data-scientist'" in capsys.readouterr().err
    assert main(["Seatle"]) == 2
    assert "did you mean '0042660' (Seattle-Tacoma-Bellevue, WA)" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["{name}", "name", "x", "nurse"])
def test_what_is_like_nothing_suggests_no_place(capsys: Captured, name: str) -> None:
    assert main([name]) == 2
    err = capsys.readouterr().err
    assert "did you mean" not in err
    assert "known roles: machine-learning-engineer" in err


def test_an_unknown_option_is_exit_code_2(capsys: Captured) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["--no-such-option"])
    assert caught.value.code == 2
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.parametrize(
    ("option", "says"), [("--help", "python -m"), ("--version", mlc.DATA_VERSION)]
)
def test_help_and_version(capsys: Captured, option: str, says: str) -> None:
    with pytest.raises(SystemExit) as caught:
        main([option])
    assert caught.value.code == 0
    assert says in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "code"), [((), 0), (("ML", "engineer", "--json"), 0), (("nobody",), 2)]
)
def test_as_a_command(
    capsys: Captured, tmp_path: Path, arguments: tuple[str, ...], code: int
) -> None:
    command = [sys.executable, "-m", "mlcareerdata", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=False)
    assert done.returncode == code, done.stderr
    assert main(list(arguments)) == code
    assert (done.stdout, done.stderr) == tuple(capsys.readouterr())
    assert list(tmp_path.iterdir()) == [], "it only prints"
