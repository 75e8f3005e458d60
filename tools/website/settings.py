"""The settings of the builder: those of mkdocs.yml, and what only the build knows."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

import yaml

from mlcareerdata import DATA_VERSION, __version__
from website import HERE, ROOT

ADDED: Final = ("lessons", "downloads")
Entries = str | list[str | dict[str, str]]
SETTINGS: Final = HERE / "mkdocs.yml"


def write(file: Path, pages: Path, site: Path, address: str) -> None:
    """Write the whole settings to a file."""
    settings = yaml.safe_load(SETTINGS.read_text(encoding="utf-8"))
    settings["docs_dir"] = str(pages.relative_to(file.parent))
    settings["site_dir"] = str(site.relative_to(file.parent))
    settings["site_url"] = address
    settings["repo_url"] = f"{address}changes/"  # else the theme leaves out `source.html`
    settings["theme"]["custom_dir"] = str(HERE / "theme")
    settings["extra"] = {"facts": DATA_VERSION, "code": __version__}
    settings["nav"] += added(pages)
    if lost := unlisted(settings["nav"], pages):
        sys.exit(f"give these pages their place in {SETTINGS.relative_to(ROOT)}: {', '.join(lost)}")
    plugins = settings["plugins"]
    plugins["mkdocstrings"]["handlers"]["python"]["paths"] = [str(ROOT / "src")]
    plugins["llmstxt"]["sections"] = sections(settings["nav"])
    file.write_text(yaml.safe_dump(settings, sort_keys=False), encoding="utf-8")


def added(pages: Path) -> list[dict[str, list[str]]]:
    """What other tools have added to the pages: a section for each folder."""
    folders = [pages / name for name in ADDED if (pages / name).is_dir()]
    return [
        {folder.name.capitalize(): [str(page.relative_to(pages)) for page in _of(folder)]}
        for folder in folders
    ]


def _of(folder: Path) -> list[Path]:
    """The pages of a folder, its index first."""
    return sorted(folder.glob("*.md"), key=lambda page: (page.stem != "index", page.name))


def sections(nav: list[dict[str, Entries]]) -> dict[str, list[str]]:
    """The pages of each section, for llms.txt."""
    return {
        title: [entries] if isinstance(entries, str) else [_path(entry) for entry in entries]
        for section in nav
        for title, entries in section.items()
    }


def unlisted(nav: list[dict[str, Entries]], pages: Path) -> list[str]:
    """The pages to which no menu leads."""
    listed = {page for section in sections(nav).values() for page in section}
    return sorted({page.relative_to(pages).as_posix() for page in pages.rglob("*.md")} - listed)


def _path(entry: str | dict[str, str]) -> str:
    return entry if isinstance(entry, str) else next(iter(entry.values()))
