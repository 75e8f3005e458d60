"""Every example in README, docs and docstrings runs, and prints what it says."""

from __future__ import annotations

import doctest
import importlib
import pkgutil
import re
from collections import defaultdict
from pathlib import Path

import pytest

import doc_examples
import mlcareerdata
from doctested import PAGES, run, run_page

ROOT = Path(__file__).parent.parent
MODULES = ["mlcareerdata"] + [
    module.name
    for module in pkgutil.walk_packages(mlcareerdata.__path__, "mlcareerdata.")
    if not module.name.startswith(("mlcareerdata.__main__", "mlcareerdata.__pyinstaller."))
]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_examples_of_page(page: Path) -> None:
    run_page(page)


@pytest.mark.parametrize("name", MODULES)
def test_examples_of_docstrings(name: str) -> None:
    module = importlib.import_module(name)
    for test in doctest.DocTestFinder(exclude_empty=True).find(module, name):
        run(test)


def test_a_figure_is_quoted_on_one_page_only() -> None:
    """So one corrected figure is one line of data, its second typing, and one page at most."""
    pages: defaultdict[str, set[str]] = defaultdict(set)
    for page in doc_examples.PAGES:
        _note_figures(pages, page.name, doc_examples.examples(page))
    for name in MODULES:
        for test in doctest.DocTestFinder(exclude_empty=True).find(importlib.import_module(name)):
            _note_figures(pages, test.name, test.docstring or "")
    twice = {figure: sorted(names) for figure, names in pages.items() if len(names) > 1}
    assert not twice, "let all but one of these pages show the shape (...) or another example"


def _note_figures(pages: defaultdict[str, set[str]], name: str, text: str) -> None:
    for example in doctest.DocTestParser().get_examples(text):
        for figure in re.findall(r"\b\d{1,3}(?:,\d{3})+\b|\b\d{5,}\b", example.want):
            pages[figure.replace(",", "")].add(name)


def test_a_page_with_python_uses_pycon() -> None:
    """Other code blocks are not run, and an example that is not run will be wrong some day."""
    for page in doc_examples.PAGES:
        text = page.read_text(encoding="utf-8")
        assert not re.search(r"^```(python|py)$", text, re.MULTILINE), f"{page.name}: use ```pycon"


def test_links_within_the_project_lead_somewhere() -> None:
    for page in doc_examples.PAGES:
        for link in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
            assert (page.parent / link).exists(), f"{page.name}: {link}"


def test_readme_has_the_command_that_ci_runs() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    commands = re.findall(r"^python3 -m venv .+$", readme, re.MULTILINE)
    assert len(commands) == 2
    assert commands[1] in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_reference_names_every_public_name() -> None:
    page = (ROOT / "docs" / "reference.md").read_text(encoding="utf-8")
    missing = [name for name in mlcareerdata.__all__ if not re.search(rf"\b{name}\b", page)]
    assert not missing, "say in docs/reference.md what these are"
