"""How long an example of the site takes in the page, from the click on "Run" to its result.

    python tools/site.py && python benchmarks/try_it.py [--rounds 3]

It needs the extra `site` and Chromium. Each round opens the front page in a window that has nothing
in store, opens its example and runs it, then runs one question about each table.
"""

from __future__ import annotations

import argparse
import functools
import http.server
import shutil
import threading
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Final

from playwright.sync_api import Browser, Page, sync_playwright
from typing_extensions import override

from mlcareerdata._registry import FACTS

SITE: Final = Path(__file__).resolve().parent.parent / "build" / "site"


class Quiet(http.server.SimpleHTTPRequestHandler):
    @override
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def seconds(page: Page, code: str | None = None) -> float:
    """Run an example of an open editor, with other code if given."""
    if code is not None:
        page.locator(".try textarea").fill(code)
    begun = perf_counter()
    page.locator(".try-run").click()
    page.wait_for_function("document.querySelector('.try-status').textContent.endsWith(' s).')")
    return perf_counter() - begun


def round_of(browser: Browser, address: str) -> tuple[float, list[float]]:
    """The first answer, counted from the click on "Try it", and the later ones."""
    page = browser.new_page()
    page.set_default_timeout(300_000)
    page.goto(address)
    begun = perf_counter()
    page.locator(".try-open").first.click()
    seconds(page)
    first = perf_counter() - begun
    later = [seconds(page, f"mlc.{name}()") for name in FACTS]
    page.close()
    return first, later


def main() -> None:
    ask = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    ask.add_argument("--rounds", type=int, default=3)
    rounds: int = ask.parse_args().rounds
    handler = functools.partial(Quiet, directory=str(SITE))
    with (
        http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server,
        sync_playwright() as playwright,
    ):
        threading.Thread(target=server.serve_forever, daemon=True).start()
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"))
        found = [
            round_of(browser, f"http://127.0.0.1:{server.server_port}/") for _ in range(rounds)
        ]
        browser.close()
        server.shutdown()
    later = [time for _, times in found for time in times]
    print(f"first answer: {median(first for first, _ in found):.1f} s (should stay below 20)")
    print(f"later ones: {median(later):.2f} s, at most {max(later):.2f} s (should stay below 0.5)")


if __name__ == "__main__":
    main()
