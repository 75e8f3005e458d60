"""Draws the picture of README and of the site: the pay of two roles.

For light and for dark pages, wide and, for telephones, narrow.

    python tools/pictures.py    after a change of the pay or of the charts

Beside the SVGs it writes what they are drawn from, in the language of Vega-Lite. A test compares
that with the charts of today; the SVGs themselves may differ with fonts and with versions of Vega.
"""

from __future__ import annotations

import json
from typing import Final

from derived import ROOT
from mlcareerdata import charts

FOLDER: Final = ROOT / "docs" / "pictures"
DRAWN: Final = ("salaries", "salaries-dark", "salaries-narrow", "salaries-narrow-dark")


def picture(name: str) -> charts.Picture:
    """The chart of two roles, which together have every kind of pay."""
    return charts.salaries(
        "ML engineer", "data scientist", dark="dark" in name, narrow="narrow" in name
    )


def spec(name: str) -> str:
    """What the picture is drawn from, without the version of Vega-Lite."""
    chart: dict[str, object] = picture(name).to_dict()
    del chart["$schema"]
    return json.dumps(chart, indent=1, sort_keys=True) + "\n"


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for name in DRAWN:
        picture(name).save(FOLDER / f"{name}.svg")
        (FOLDER / f"{name}.json").write_text(spec(name), encoding="utf-8")


if __name__ == "__main__":
    main()
