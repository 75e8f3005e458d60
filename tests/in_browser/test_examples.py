"""Every example of the site gives in the browser what its page says."""

from __future__ import annotations

import doctest
from pathlib import Path
from typing import Final, TypedDict

from playwright.sync_api import Page

from in_browser.browsing import Visit

FLAGS: Final = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
AGREES: Final = doctest.OutputChecker().check_output

# The examples of a page with the names that they share, as the page's own script divides them.
COLLECT: Final = """() => {
  const docstrings = [...document.querySelectorAll(".doc-contents")];
  const blocks = document.querySelectorAll(".language-pycon.highlight, .language-python.highlight");
  const examples = [...blocks].filter((block) => !block.closest(".doc-signature"));
  return examples.map((block) => ({
    text: block.querySelector("code").textContent,
    cell: block.classList.contains("language-python"),
    scope: String(docstrings.indexOf(block.closest(".doc-contents"))),
    needs: block.dataset.needs ?? "",
    below: block.nextElementSibling.textContent,
  }));
}"""
# One worker for the examples of all pages, asked for one statement after the other.
ASK: Final = """([code, scope, prompts]) => new Promise((resolve) => {
  window.worker ??= new Worker("/javascripts/worker.js", { type: "module" });
  window.worker.onmessage = ({ data }) => { if ("id" in data) resolve(data); };
  window.worker.postMessage({ id: 1, code, scope, before: [], prompts });
})"""


class Example(TypedDict):
    text: str
    cell: bool  # of a lesson: without prompts, and without what it shows
    scope: str
    needs: str
    below: str  # the button, or what stands in its place


class Answer(TypedDict, total=False):
    shown: list[tuple[str, str]]
    failed: str


def test_every_example_runs_or_says_what_it_needs(visit: Visit, site: Path) -> None:
    home = visit()
    reader = visit()
    wrong: list[str] = []
    count = 0
    for file in sorted(site.rglob("index.html")):
        path = file.parent.relative_to(site).as_posix()
        reader.goto(f"{home.url}{path}/")
        found: list[Example] = reader.evaluate(COLLECT)
        count += len(found)
        for example in found:
            said = _run(home, example, f"{path} {example['scope']}")
            wrong += [f"{path}: {each}" for each in said]
    assert count > 100, "few examples were found"
    assert not wrong, "\n".join(wrong)


def _run(page: Page, example: Example, scope: str) -> list[str]:
    """What is wrong with an example, if anything is."""
    if example["cell"]:
        shown = _shown(page, example["text"], scope, prompts=False)
        return [text for kind, text in shown if kind == "error"]
    statements = doctest.DocTestParser().get_examples(example["text"])
    wrong = [said for each in statements if (said := _differs(page, each, scope))]
    if not example["needs"]:
        return (
            wrong
            if example["below"].startswith("Try it")
            else [f"has no button: {example['text']}"]
        )
    if "Needs " not in example["below"]:
        return [f"does not say what it needs: {example['text']}"]
    return [] if wrong else [f"would run, but has no button: {example['text']}"]


def _shown(page: Page, code: str, scope: str, *, prompts: bool) -> list[tuple[str, str]]:
    answer: Answer = page.evaluate(ASK, [code, scope, prompts])
    return answer.get("shown", [("error", answer.get("failed", ""))])


def _differs(page: Page, statement: doctest.Example, scope: str) -> str:
    """How what a statement shows differs from the page; a card stands for any text."""
    shown = _shown(page, statement.source, scope, prompts=True)
    got = "".join(text for kind, text in shown if kind == "text")
    errors = [text for kind, text in shown if kind == "error"]
    if statement.exc_msg is not None:
        right = bool(errors) and AGREES(statement.exc_msg, errors[0], FLAGS)
    elif any(kind == "html" for kind, _ in shown):
        right = bool(statement.want)
    else:
        right = not errors and AGREES(statement.want, got, FLAGS)
    return "" if right else f"{statement.source}{shown}, not {statement.want!r}"
