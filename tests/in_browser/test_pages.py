"""The pages as readers get them: accessible, searchable, with the whole reference."""

from __future__ import annotations

import inspect
from pathlib import Path
from typing import Literal, get_args

import pytest
from playwright.sync_api import Locator, Page, expect
from pydantic import BaseModel

import mlcareerdata as mlc
import mlcareerdata._store as store
from in_browser.browsing import Visit, run
from mlcareerdata import ids, models
from mlcareerdata._registry import FACTS

ROOT = Path(__file__).resolve().parent.parent.parent
AXE = ROOT / "build" / "site-work" / "node_modules" / "axe-core" / "axe.min.js"
WIDE_LETTERS = "<body style='font-family: DejaVu Sans, Verdana, sans-serif'>"
VIOLATIONS = r"""async () => (await axe.run()).violations.map(
  ({ id, nodes }) => `${id}: ` + nodes.map((node) => node.html.replace(/\s+/g, " ")).join(" | ")
)"""


def violations(page: Page) -> list[str]:
    """What axe-core finds wrong on a page."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    found: list[str] = page.evaluate(VIOLATIONS)
    return found


# Colours are those of the scheme, what overflows that of the width: each once is enough.
@pytest.mark.parametrize(("scheme", "width"), [("light", 1440), ("dark", 390)])
def test_no_page_has_a_fault_of_accessibility(
    visit: Visit, site: Path, scheme: Literal["light", "dark"], width: int
) -> None:
    page = visit(scheme=scheme, width=width)
    home = page.url
    wrong: list[str] = []
    for file in sorted(site.rglob("index.html")):
        path = file.parent.relative_to(site).as_posix()
        page.goto(f"{home}{path}/")
        wrong += [f"{path}: {found}" for found in violations(page)]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("code", ["1 / 0", "import mlcareerdata as mlc\nmlc.roles()"])
def test_an_open_editor_has_none_either(editor: Locator, code: str) -> None:
    run(editor, code)
    assert not violations(editor.page)


def test_tables_fit_a_wide_screen_with_their_reasons_open(visit: Visit) -> None:
    page = visit(width=1440)
    wider: list[str] = []
    for name, spec in FACTS.items():
        page.set_content(WIDE_LETTERS + store.table(spec)._repr_html_())
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        if page.get_by_role("region").evaluate("one => one.scrollWidth > one.clientWidth"):
            wider.append(name)
    assert not wider


def test_the_header_has_the_date_of_the_facts(visit: Visit) -> None:
    for width in (1440, 390):
        header = visit("trust/", width=width).get_by_role("banner")
        expect(header.get_by_text(mlc.DATA_VERSION)).to_be_visible()


def test_copy_takes_what_a_reader_would_type(visit: Visit) -> None:
    page = visit("tutorial/")
    block = page.locator(".language-pycon").first
    block.hover()
    block.get_by_role("button").click()
    expect(page.get_by_text("Copied to clipboard")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert [line for line in copied.splitlines() if line] == [
        "import mlcareerdata as mlc",
        'pay = mlc.salary_range("data scientist")',
        "print(pay)",
        "pay.low, pay.high",
    ]


def test_search_finds_a_function(visit: Visit) -> None:
    page = visit()
    page.get_by_role("button", name="Search").click()
    page.keyboard.type("salary_ranges")
    expect(page.get_by_role("option").filter(has_text="salary_ranges").first).to_be_visible()


def test_dark_and_light_can_be_chosen(visit: Visit) -> None:
    page = visit()
    body = page.locator("body")
    expect(body).to_have_attribute("data-md-color-scheme", "default")
    page.get_by_title("Switch to dark").click()
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    expect(page.locator(".only-dark")).to_be_visible()
    expect(page.locator(".only-light")).to_be_hidden()


def test_llms_txt_names_every_page_as_markdown(site: Path) -> None:
    text = (site / "llms.txt").read_text(encoding="utf-8")
    for page in site.rglob("index.html"):
        name = page.with_suffix(".md").relative_to(site).as_posix()
        assert f"/{name}>" in text, name
        assert (site / name).read_text(encoding="utf-8").startswith(("# ", "---")), name


def test_the_reference_has_every_call(site: Path) -> None:
    page = (site / "reference" / "calls" / "index.html").read_text(encoding="utf-8")
    for name in mlc.__all__:
        if inspect.isfunction(getattr(mlc, name)):
            assert f'id="mlcareerdata.{name}"' in page, name


def test_the_reference_has_every_field_with_its_description(site: Path) -> None:
    page = (site / "reference" / "records" / "index.md").read_text(encoding="utf-8")
    for name in models.__all__:
        model = getattr(models, name)
        if inspect.isclass(model) and issubclass(model, BaseModel):
            part = page.partition(f"\n## {name}\n")[2].partition("\n## ")[0]
            for field, info in model.model_fields.items():
                row = next(row for row in part.splitlines() if row.startswith(f"| `{field}` |"))
                assert _plain(info.description or "?") in _plain(row), f"{name}.{field}"


def _plain(text: str) -> str:
    return text.replace("\\", "")


def test_the_reference_has_every_allowed_value(site: Path) -> None:
    page = (site / "reference" / "values" / "index.html").read_text(encoding="utf-8")
    for home in (ids, models):
        for name in home.__all__:
            for value in get_args(getattr(home, name)):
                assert f"<code>{value}</code>" in page, f"{name}: {value}"
