"""The parts of the site that need no browser: links, marks, and what runs an example."""

from __future__ import annotations

from pathlib import Path

import pytest

import doc_examples
from website import DOCS, links, local, runner, sources

# --- Links -----------------------------------------------------------------------------------


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "index.html").write_text('<h1 id="top">A</h1>', encoding="utf-8")
    (tmp_path / "picture.svg").write_text("<svg/>", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("html", "wrong"),
    [
        ('<a href="a/">', ""),
        ('<a href="a/#top">', ""),
        ('<a href="/a/">', ""),
        ('<a href="b/">', "no such file"),
        ('<a href="a/#end">', "no such anchor"),
        ('<a id="end"></a><a href="#end">', ""),
        ('<a href="#start">', "no such anchor"),
        ('<img src="picture.svg#dark">', ""),
        ('<img src="photo.svg">', "no such file"),
        ('<source srcset="photo.svg">', "no such file"),
        ('<script src="run.js">', "no such file"),
        ('<img src="data:image/png;base64,AA==">', ""),
        ('<a href="https://www.bls.gov/oes/">', ""),
        ('<link rel="canonical" href="https://example.org/">', ""),
        ('<link rel="stylesheet" href="https://example.org/x.css">', "asks another host"),
        ('<script src="//example.org/x.js">', "asks another host"),
        ('<a href="mailto:a@example.org">', ""),
    ],
)
def test_what_leads_nowhere_is_found(site: Path, html: str, wrong: str) -> None:
    (site / "index.html").write_text(html, encoding="utf-8")
    found = list(links.broken(site))
    assert [wrong in each for each in found] == ([True] if wrong else [])
    assert all(each.startswith("index.html: ") for each in found)


def test_a_broken_site_stops_the_build(site: Path) -> None:
    (site / "index.html").write_text('<a href="b/"><img src="c.png">', encoding="utf-8")
    with pytest.raises(SystemExit, match=r"b/: .*\n.*c\.png: .*\n2 references"):
        links.check(site)


# --- Which examples a browser can run --------------------------------------------------------


@pytest.mark.parametrize(
    ("blocks", "needs"),
    [
        ([">>> import mlcareerdata as mlc\n>>> mlc.roles()\n"], [""]),
        ([">>> import json, pydantic\n"], [""]),
        ([">>> import duckdb\n", ">>> duckdb.sql('select 1')\n", ">>> 1\n"], ["duckdb"] * 2 + [""]),
        ([">>> from polars import col\n"], ["polars"]),
        ([">>> from mlcareerdata.frames import match_titles\n"], ["narwhals"]),
        ([">>> from mlcareerdata import charts\n", ">>> charts.claims()\n"], ["Altair"] * 2),
        ([">>> import mlcareerdata.charts as c\n"], ["Altair"]),
        ([">>> mlc.frames.match_titles(frame, 'title')\n"], ["narwhals"]),
        ([">>> rows = mlc.roles().to_pandas()\n", ">>> len(rows)\n"], ["pandas", "pandas"]),
        ([">>> import fastapi\n>>> def app():\n...     pass\n", ">>> app()\n"], ["fastapi"] * 2),
    ],
)
def test_what_an_example_needs(blocks: list[str], needs: list[str]) -> None:
    assert list(local.needs(blocks)) == needs


def test_marks_leave_the_examples_as_they_are() -> None:
    for page in doc_examples.PAGES:
        text = page.read_text(encoding="utf-8")
        marked = sources.marked(text)
        assert marked.count("\n>>> ") == text.count("\n>>> ")
        assert "# doctest:" not in marked


@pytest.mark.parametrize(
    ("page", "link", "turned"),
    [
        ("trust.md", "../CHANGELOG.md", "changes.md"),
        ("contributing.md", "../src/mlcareerdata/data/README.md", "data.md"),
        ("lessons/one.md", "../../CHANGELOG.md", "../changes.md"),
        ("trust.md", "reference.md", "reference.md"),
    ],
)
def test_links_out_of_docs_lead_to_the_copies(page: str, link: str, turned: str) -> None:
    assert sources.turned(link, DOCS / page) == turned


# --- What runs an example in the page --------------------------------------------------------


class Card:
    def _repr_html_(self) -> str:
        return "<b>card</b>"


@pytest.mark.parametrize(
    ("code", "prompts", "shown"),
    [
        ("1 + 1", True, [("text", "2\n")]),
        ("x = 1\nx\nx + 1", True, [("text", "1\n2\n")]),
        ("x = 1\nx\nx + 1", False, [("text", "2\n")]),
        ("None", True, []),
        ("print('a')\n'b'", True, [("text", "a\n'b'\n")]),
        ("for n in (1, 2):\n    print(n)", False, [("text", "1\n2\n")]),
        ("card", True, [("html", "<b>card</b>")]),
        ("try:\n    1 / 0\nexcept ZeroDivisionError:\n    'none'", True, [("text", "'none'\n")]),
        ("if card:\n    card\n    print('a')\n", True, [("html", "<b>card</b>"), ("text", "a\n")]),
        ("if card:\n    card\n", False, []),
        ("print('a'); 1 / 0", True, [("text", "a\n"), ("error", "ZeroDivisionError: ...\n")]),
        ("1 / 0\n2", True, [("error", "ZeroDivisionError: ...\n"), ("text", "2\n")]),
        ("1 / 0\n2", False, [("error", "ZeroDivisionError: ...\n")]),
        ("import nowhere_to_be_found", True, [("error", "ModuleNotFoundError: ...\n")]),
        ("raise SystemExit", True, [("error", "SystemExit\n")]),
        ("1 +", True, [("error", "SyntaxError: ...\n")]),
    ],
)
def test_what_an_example_shows(code: str, prompts: bool, shown: runner.Shown) -> None:
    scope = f"{code} {prompts}"
    runner._SCOPES[scope] = {"card": Card()}
    got = runner.run(code, scope, prompts)
    assert [kind for kind, _ in got] == [kind for kind, _ in shown]
    for (_, text), (_, wanted) in zip(got, shown, strict=True):
        assert wanted.removesuffix("...\n") in text if "..." in wanted else text == wanted


def test_names_are_those_of_a_scope() -> None:
    assert runner.run("x = 1", "one", True) == []
    assert runner.run("x", "one", True) == [("text", "1\n")]
    assert "NameError" in runner.run("x", "two", True)[0][1]
