""" "Try it": an example is edited and run in the page, by the library itself."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, expect

import mlcareerdata as mlc
from in_browser.browsing import Visit, opened, run

PLACE = "how-to-find-pay-where-you-live/"


def test_nothing_is_loaded_before_the_click(visit: Visit) -> None:
    page = visit()
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url))
    page.reload(wait_until="networkidle")
    assert loaded
    assert not [url for url in loaded if "/python/" in url]
    expect(page.get_by_text("the first click loads").first).to_contain_text("MB")
    with page.expect_request("**/pyodide.asm.wasm"):
        page.get_by_role("button", name="Try it").first.click()
    expect(page.get_by_role("status").filter(has_text="MB")).to_be_visible()


def test_an_example_runs_and_shows_the_card_of_the_library(editor: Locator) -> None:
    result = run(editor)
    expect(result.locator(".try-text").first).to_contain_text(
        str(mlc.salary_range("AI research scientist"))
    )
    expect(result.locator("table").first).to_contain_text("leads to")


def test_an_edited_example_runs(editor: Locator) -> None:
    result = run(editor, 'import mlcareerdata as mlc\nmlc.role("data analyst").title')
    expect(result).to_have_text("'Data Analyst'\n")


def test_a_wide_result_does_not_widen_the_page(visit: Visit) -> None:
    page = visit(width=390)
    result = run(opened(page), "import mlcareerdata as mlc\nmlc.salary_ranges()")
    expect(result.get_by_role("region")).to_be_visible()
    for width in (390, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        box = page.locator(".front-picture").bounding_box()
        assert box
        assert box["width"] < width, "the picture is as large as it was"


def test_a_wrong_name_shows_the_message_of_the_library(editor: Locator) -> None:
    result = run(editor, 'import mlcareerdata as mlc\nmlc.role("data scintist")')
    expect(result.locator(".try-error")).to_contain_text("did you mean 'data-scientist'?")


def test_code_that_is_no_python_shows_where(editor: Locator) -> None:
    result = run(editor, "1 +")
    expect(result.locator(".try-error")).to_contain_text("SyntaxError")


def test_reset_brings_the_example_back(editor: Locator) -> None:
    area = editor.get_by_label("Code, to be changed")
    area.fill("1")
    editor.get_by_role("button", name="Reset").click()
    expect(area).to_have_value(re.compile("^import mlcareerdata as mlc\n"))
    expect(area).to_be_focused()


def test_what_never_ends_can_be_stopped(editor: Locator) -> None:
    editor.get_by_label("Code, to be changed").fill("while True: pass")
    editor.get_by_role("button", name="Run", exact=True).click()
    editor.get_by_role("button", name="Stop").click()
    expect(editor.get_by_role("status")).to_contain_text("Stopped")
    expect(run(editor, "1 + 1")).to_have_text("2\n")


def test_examples_of_a_page_share_their_names(visit: Visit) -> None:
    page = visit(PLACE)
    run(opened(page, 0), "import mlcareerdata as mlc\nplace = 'Boston'")
    # The last example needs those between, which nobody has run.
    last = page.locator(".try-open").count() - 1
    expect(run(opened(page, last))).to_contain_text("$85,000 to $115,000")
    expect(run(opened(page, 1), "print(place)")).to_have_text("Boston\n")


def test_it_works_by_keyboard_alone(visit: Visit) -> None:
    page = visit()
    page.get_by_role("button", name="Try it").first.press("Enter")
    area = page.get_by_label("Code, to be changed")
    expect(area).to_be_focused()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("print('sfnp/?')")  # letters that elsewhere are shortcuts of the page
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("region", name="Result 1")).to_have_text("sfnp/?\n")
    expect(area).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Run", exact=True)).to_be_focused()
    page.get_by_role("button", name="Close").press("Enter")
    expect(area).to_be_hidden()
    expect(page.get_by_role("button", name="Try it").first).to_be_focused()


def test_what_cannot_be_loaded_is_said_and_may_be_tried_again(visit: Visit) -> None:
    page = visit()
    page.context.route("**/wheels.json", lambda route: route.abort())
    editor = opened(page)
    expect(editor.get_by_role("status")).to_contain_text("could not be loaded")
    page.context.unroute("**/wheels.json")
    expect(run(editor, "1 + 1")).to_have_text("2\n")


def test_an_example_that_a_browser_cannot_run_says_why(visit: Visit) -> None:
    page = visit("how-to-tag-postings-with-spark/")
    assert page.locator(".try-open").count() == 0
    expect(page.locator(".try-not").first).to_contain_text("pyspark")
