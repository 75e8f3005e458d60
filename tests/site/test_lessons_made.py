"""The lessons as pages and notebooks: each runs from top to bottom, and needs no other file."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import lessons

NAMES = [name for lesson in lessons.LESSONS for name in (lesson, f"{lesson}_solutions")]
EACH = pytest.mark.parametrize("name", NAMES)
RUN = "import sys; from nbclient.cli import main; sys.argv[0] = 'jupyter-execute'; main()"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site") / "lessons"
    lessons.pages(folder)
    return folder


def exercises_in(name: str) -> list[str]:
    """The numbers of the exercises that a source asks for; solutions ask for none."""
    return re.findall(
        r"^check\((\d+), ", (lessons.SOURCES / f"{name}.py").read_text(), re.MULTILINE
    )


def said_of_exercises(text: str) -> list[str]:
    return re.findall(r"^Exercise (\d+): not yet\.", text, re.MULTILINE)


@EACH
def test_a_notebook_runs_from_top_to_bottom(name: str, made: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", RUN, "--output=run", str(made / f"{name}.ipynb")],
        cwd=made,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    book: dict[str, Any] = json.loads((made / "run.ipynb").read_text(encoding="utf-8"))
    outputs = [part for cell in book["cells"] for part in cell.get("outputs", ())]
    told = "".join("".join(part.get("text", ())) for part in outputs)
    assert said_of_exercises(told) == exercises_in(name)


@EACH
def test_the_cells_of_a_page_run_in_their_order(
    name: str, made: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = (made / f"{name}.md").read_text(encoding="utf-8")
    names: dict[str, object] = {"__name__": "__main__"}
    for cell in re.findall(r"^```python\n(.*?)^```$", page, re.MULTILINE | re.DOTALL):
        exec(compile(cell, name, "exec"), names)  # noqa: S102  # it is our own page
    assert said_of_exercises(capsys.readouterr().out) == exercises_in(name)


def test_links_lead_somewhere(made: Path) -> None:
    for page in made.glob("*.md"):
        links = re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8"))
        assert links
        for link in links:  # to what was made, or to another page of docs
            assert (made / link).exists() or link.startswith("../"), f"{page.name}: {link}"
            assert (made / link).exists() or (lessons.SOURCES / link).exists(), link


def test_the_same_sources_give_the_same_files(made: Path, tmp_path: Path) -> None:
    lessons.pages(tmp_path)
    assert {file.name for file in tmp_path.iterdir()} == {
        "index.md",
        *(f"{name}.{form}" for name in NAMES for form in ("ipynb", "md")),
    }
    for file in tmp_path.iterdir():
        assert file.read_bytes() == (made / file.name).read_bytes(), file.name


@EACH
def test_the_checks_are_folded(name: str, made: Path) -> None:
    book: dict[str, Any] = json.loads((made / f"{name}.ipynb").read_text(encoding="utf-8"))
    hidden = [
        cell for cell in book["cells"] if cell["metadata"].get("jupyter") == {"source_hidden": True}
    ]
    assert len(hidden) == (name in lessons.LESSONS)
    for cell in hidden:
        assert "class Exercises" in "".join(cell["source"])
    page = (made / f"{name}.md").read_text(encoding="utf-8")
    assert page.count("<details") == len(hidden)
