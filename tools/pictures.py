"""Draws the picture in README: the pay of two roles, for light and for dark pages.

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
DRAWN: Final = {"salaries": False, "salaries-dark": True}
"""The pictures by name, and whether they are dark."""


def picture(dark: bool) -> charts.Picture:
    """The chart of two roles, which together have every kind of pay."""
    return charts.salaries("ML engineer", "data scientist", dark=dark)


def spec(dark: bool) -> str:
    """What the picture is drawn from, without the version of Vega-Lite."""
    chart: dict[str, object] = picture(dark).to_dict()
    del chart["$schema"]
    return json.dumps(chart, indent=1, sort_keys=True) + "\n"


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for name, dark in DRAWN.items():
        picture(dark).save(FOLDER / f"{name}.svg")
        (FOLDER / f"{name}.json").write_text(spec(dark), encoding="utf-8")


if __name__ == "__main__":
    main()
