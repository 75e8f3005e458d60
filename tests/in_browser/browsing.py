"""What the tests in a browser share."""

from __future__ import annotations

from typing import Final, Literal, Protocol

from playwright.sync_api import Locator, Page, expect

SLOW: Final = 120_000  # milliseconds; for a machine that does much else
expect.set_options(timeout=SLOW)


class Visit(Protocol):
    """Opens a page of the site in a window of its own."""

    def __call__(
        self, path: str = "", *, scheme: Literal["light", "dark"] = "light", width: int = 1440
    ) -> Page: ...


def opened(page: Page, number: int = 0) -> Locator:
    """The editor of an example of the page, opened."""
    page.locator(".try-open").nth(number).click()
    return page.locator(f"#try-{number + 1}")


def run(editor: Locator, code: str | None = None) -> Locator:
    """Run an example, as it stands or with other code; gives the result."""
    if code is not None:
        editor.get_by_label("Code, to be changed").fill(code)
    editor.get_by_role("button", name="Run", exact=True).click()
    expect(editor.get_by_role("status")).to_contain_text(" s).")
    return editor.get_by_role("region")
