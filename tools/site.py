"""Build the documentation site: pages, examples that run in them, lessons and downloads.

    python tools/site.py             into build/site
    python tools/site.py --serve     and show it on this machine

It needs the extra `site`, npm and the network. A warning is an error, and so is a link, an anchor
or an image that leads nowhere. What is built asks no other host, and any plain server can serve it.
"""

from __future__ import annotations

import argparse
import functools
import http.server
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

import downloads
import lessons
from website import HERE, ROOT, browser, links, settings, sources

WORK: Final = ROOT / "build" / "site-work"  # what the builder takes; kept, to look into
SITE: Final = ROOT / "build" / "site"


def build(address: str) -> int:
    """All of the site, from nothing; gives the size of Python for the browser, in bytes."""
    shutil.rmtree(WORK, ignore_errors=True)
    pages, made = WORK / "docs", WORK / "site"
    sources.write(pages)
    lessons.pages(pages / "lessons")
    downloads.write(pages / "downloads")
    settings.write(WORK / "mkdocs.yml", pages, made, address)
    run("zensical", "build", "--strict", "-f", WORK / "mkdocs.yml")
    size = browser.write(made / "python", WORK)
    script = f"export const megabytes = {size / 1e6:.0f};\n"
    (made / "javascripts" / "size.js").write_text(script, encoding="utf-8")
    links.check(made)
    shutil.rmtree(SITE, ignore_errors=True)
    made.rename(SITE)  # only what is whole and in order
    return size


def run(module: str, *arguments: str | Path) -> None:
    """Run a tool; it says what is wrong, and then so do we."""
    # The extension of griffe is one of our modules.
    environment = os.environ | {"PYTHONPATH": str(HERE.parent)}
    command = [sys.executable, "-m", module, *arguments]
    if subprocess.run(command, env=environment, check=False).returncode:
        sys.exit(f"{module} found something wrong, see above")


def serve() -> None:
    handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=SITE)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 8000), handler) as server:
        print("http://127.0.0.1:8000/ (Ctrl+C stops it)")
        server.serve_forever()


def main() -> None:
    ask = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    ask.add_argument(
        "--address", default="http://127.0.0.1:8000/", help="where the site will stand"
    )
    ask.add_argument("--serve", action="store_true", help="then show it on this machine")
    given = ask.parse_args()
    size = build(given.address)
    print(f"{SITE}: the site, and {size / 1e6:.0f} MB of Python for it")
    if given.serve:
        serve()


if __name__ == "__main__":
    main()
