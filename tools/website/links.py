"""Find every link, anchor and image of a built site that leads nowhere, and every other host.

The builder finds missing pages and anchors of Markdown; missing images, and what HTML and
docstrings refer to, it does not.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urldefrag, urlsplit

from typing_extensions import override

# What a page names that the browser fetches by itself; a link it only follows when asked to.
FETCHED: Final = {("img", "src"), ("source", "srcset"), ("script", "src"), ("link", "href"),
                  ("iframe", "src"), ("object", "data"), ("video", "src")}  # fmt: skip
NAMED_ONLY: Final = {"alternate", "canonical", "describedby", "next", "prev"}


@dataclass
class Page(HTMLParser):
    """What a page refers to, and the anchors that it has."""

    text: str
    ids: set[str] = field(default_factory=set[str])
    # Addresses, and whether what is there is fetched.
    refers: list[tuple[str, bool]] = field(default_factory=list[tuple[str, bool]])

    def __post_init__(self) -> None:
        super().__init__()
        self.feed(self.text)

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.ids |= {given[name] for name in ("id", "name") if name in given}
        if tag == "a" and "href" in given:
            self.refers.append((given["href"], False))
        for name, value in given.items():
            if (tag, name) in FETCHED and given.get("rel") not in NAMED_ONLY:
                self.refers.append((value, True))


@cache
def read(file: Path) -> Page:
    return Page(file.read_text(encoding="utf-8"))


def broken(site: Path) -> Iterator[str]:
    """What is wrong, one line each."""
    for file in sorted(site.rglob("*.html")):
        for address, fetched in read(file).refers:
            if wrong := _wrong(address, fetched, file, site):
                yield f"{file.relative_to(site)}: {address}: {wrong}"


def _wrong(address: str, fetched: bool, file: Path, site: Path) -> str:
    parts = urlsplit(address)
    if parts.scheme == "data":
        return ""
    if parts.scheme or parts.netloc:
        return "asks another host" if fetched else ""
    path, anchor = urldefrag(address)
    start = site if path.startswith("/") else file.parent
    target = start / unquote(path).lstrip("/") if path else file
    if target.is_dir():
        target /= "index.html"
    if not target.is_file():
        return "there is no such file"
    if anchor and target.suffix == ".html" and unquote(anchor) not in read(target).ids:
        return "the page has no such anchor"
    return ""


def check(site: Path) -> None:
    """Stop with all that is wrong, if anything is."""
    if found := list(broken(site)):
        sys.exit("\n".join([*found, f"{len(found)} references lead nowhere"]))
