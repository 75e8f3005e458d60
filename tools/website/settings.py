"""The settings of the builder: those of mkdocs.yml, and what is only known when the site is built."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import yaml

from mlcareerdata import DATA_VERSION, __version__
from website import HERE, ROOT

SETTINGS: Final = HERE / "mkdocs.yml"


def write(file: Path, pages: Path, site: Path, address: str) -> None:
    """Write the whole settings to a file."""
    settings = yaml.safe_load(SETTINGS.read_text(encoding="utf-8"))
    settings["docs_dir"] = str(pages.relative_to(file.parent))
    settings["site_dir"] = str(site.relative_to(file.parent))
    settings["site_url"] = address
    settings["repo_url"] = f"{address}changes/"  # the theme shows `source.html` only if there is one
    settings["theme"]["custom_dir"] = str(HERE / "theme")
    settings["extra"] = {"facts": DATA_VERSION, "code": __version__}
    for plugin in settings["plugins"]:
        if "mkdocstrings" in plugin:
            plugin["mkdocstrings"]["handlers"]["python"]["paths"] = [str(ROOT / "src")]
    file.write_text(yaml.safe_dump(settings, sort_keys=False), encoding="utf-8")
