"""What "in demand" means, for whom, and as of when. Names and flags are typed in tests/typed."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Final

import pytest

import mlcareerdata as mlc
import technologies as tool
from dataset import DataSet, Row
from mlcareerdata import models as m
from shown import shown

SOURCE: Final = "onet-30-2"
# How many O*NET flags by code; 15-1299.00, Computer Occupations, All Other, has none.
FLAGGED: Final = {"15-1221.00": 30, "15-1252.00": 33, "15-2051.00": 22, "15-2051.01": 13}


def test_each_occupation_has_its_own() -> None:
    assert Counter(t.onet for t in mlc.technologies()) == FLAGGED


@pytest.mark.parametrize("role", mlc.roles(), ids=repr)
def test_a_role_has_those_of_its_code(role: m.Role) -> None:
    onet = mlc.crosswalk(role).onet
    found = mlc.technologies(role)
    assert list(found) == [t for t in mlc.technologies() if t.onet == onet]
    assert len(found) == FLAGGED.get(onet, 0)
    assert mlc.technologies(role.title) == found


def test_a_code_without_any_gives_an_empty_table() -> None:
    none = mlc.technologies("machine learning specialist")
    assert none == mlc.technologies()[:0]
    assert none.to_dicts() == []


@pytest.mark.parametrize("found", mlc.technologies(), ids=repr)
def test_a_technology_says_for_whom_and_when(found: m.Technology) -> None:
    (citation,) = found.citations
    assert (citation.source, mlc.source(SOURCE).published) == (SOURCE, "2026-02")
    assert "February 2026" in (citation.note or ""), "the flags change: say when"
    titles = {codes.onet: codes.onet_title for codes in mlc.crosswalks()}
    for way, text in shown(found).items():
        assert found.name in text
        assert found.onet in text
        assert titles[found.onet] in text or way == "repr", f"{way} does not say for whom"


def test_the_tools_of_skills_are_spelt_as_onet_does() -> None:
    """The flags on which the checks of two skills rest."""
    has = {name: {t.onet for t in mlc.technologies() if t.name == name} for name in NAMED}
    scientists, analysts = {"15-2051.00", "15-1221.00"}, {"15-2051.01"}
    for name in ("Python", "Amazon Web Services AWS software", "Microsoft Azure software"):
        assert has[name] >= scientists | analysts
    for name in ("TensorFlow", "PyTorch", "Git"):
        assert has[name] >= scientists
        assert not has[name] & analysts
    assert not [t for t in mlc.technologies() if "google cloud" in t.name.casefold()]


NAMED: Final = (
    *("Python", "TensorFlow", "PyTorch", "Git"),
    *("Amazon Web Services AWS software", "Microsoft Azure software"),
)

# --- The tool that writes them -----------------------------------------------------------------


def test_of_another_file_nothing_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other.csv"
    other.write_text("onet_soc,example\n15-2051.00,Python\n", encoding="utf-8")
    monkeypatch.setattr(tool, "SHIPPED", tmp_path / "technologies.json")
    for path in (other, tmp_path / "none.csv"):
        assert tool.main([str(path)]) == 2
        assert str(path) in capsys.readouterr().err
    assert tool.main([str(other), "--check"]) == 2
    assert f"expected {tool.DATA.sha256}" in capsys.readouterr().err
    assert not tool.SHIPPED.exists()


def test_the_tool_writes_what_the_library_reads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Fed with the library's own rows, it writes the library's own file."""
    flags = {True: "Y", False: "N"}
    rows: list[Row] = [
        {
            "onet_soc": t.onet,
            "example": t.name,
            "commodity_title": t.category,
            "hot_technology": flags[t.hot],
            "in_demand": "Y",
        }
        for t in mlc.technologies()
    ]

    def read(data: DataSet, path: Path) -> list[Row]:
        return rows

    monkeypatch.setattr(DataSet, "read", read)
    shipped = json.loads(tool.SHIPPED.read_text(encoding="utf-8"))
    assert tool.records(rows) == shipped
    assert tool.main(["any.csv", "--check"]) == 0
    rows[0]["in_demand"] = "N"
    assert len(tool.records(rows)) == len(shipped) - 1, "only what is flagged"
    assert tool.main(["any.csv", "--check"]) == 1
    assert "differs" in capsys.readouterr().err
