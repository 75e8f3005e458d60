"""The site, built anew and served as any plain server would, and a browser that looks at it."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Final, Literal

import pytest
from playwright.sync_api import (
    Browser,
    Locator,
    Page,
    Route,
    ViewportSize,
    expect,
    sync_playwright,
)

from in_browser.browsing import SLOW, Visit, opened

ROOT: Final = Path(__file__).resolve().parent.parent.parent
SITE: Final = ROOT / "build" / "site"


@pytest.fixture(scope="session")
def site() -> Path:
    """The folder of the site, built by the one command."""
    command = [sys.executable, "tools/site.py"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return SITE


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where `python -m http.server` serves the site."""
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    command = [sys.executable, "-m", "http.server", port, "--bind", "127.0.0.1", "-d", str(site)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        _await(int(port))
        yield f"http://127.0.0.1:{port}/"
        server.terminate()


def _await(port: int) -> None:
    for _ in range(600):
        with closing(socket.socket()) as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise RuntimeError("the server does not answer")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    chromium = shutil.which("chromium")
    assert chromium, "these tests look at the site in Chromium: `apt-get install chromium`"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def wrong() -> list[str]:
    """What went wrong behind a page: another host was asked, a script failed."""
    return []


@pytest.fixture(autouse=True)
def nothing_wrong(wrong: list[str]) -> Iterator[None]:
    """After each test: all went well behind its pages, too."""
    wrong.clear()
    yield
    assert not wrong


@pytest.fixture(scope="session")
def windows(browser: Browser, address: str, wrong: list[str]) -> Callable[[ExitStack], Visit]:
    """Makes a `visit` whose windows are closed with a stack. No other host is answered."""

    def answer(route: Route) -> None:
        url = route.request.url
        if url.startswith((address, "data:", "blob:")):
            route.continue_()
        else:
            wrong.append(f"asked another host: {url}")
            route.abort()

    def until(stack: ExitStack) -> Visit:
        def visit(
            path: str = "", *, scheme: Literal["light", "dark"] = "light", width: int = 1440
        ) -> Page:
            size: ViewportSize = {"width": width, "height": 900}
            context = browser.new_context(color_scheme=scheme, viewport=size)
            stack.callback(context.close)
            context.grant_permissions(["clipboard-read", "clipboard-write"])
            context.set_default_timeout(SLOW)
            context.route("**/*", answer)
            page = context.new_page()
            page.on("pageerror", lambda error: wrong.append(f"a script failed: {error}"))
            page.goto(address + path)
            return page

        return visit

    return until


@pytest.fixture
def visit(windows: Callable[[ExitStack], Visit]) -> Iterator[Visit]:
    """Opens pages of the site, which stay open as long as the test runs."""
    with ExitStack() as stack:
        yield windows(stack)


@pytest.fixture(scope="module")
def editor(windows: Callable[[ExitStack], Visit]) -> Iterator[Locator]:
    """An example of the front page, opened, with Python loaded."""
    with ExitStack() as stack:
        editor = opened(windows(stack)())
        expect(editor.get_by_role("status")).to_have_text("Ready to run.")
        yield editor
