"""Draws the pictures of README and of the site: each chart once.

For light and for dark pages, wide and, for telephones, narrow.

    python tools/pictures.py    after a change of the pay or of the charts

Beside the SVGs it writes what they are drawn from, in the language of Vega-Lite. A test compares
that with the charts of today; the SVGs themselves may differ with fonts and with versions of Vega.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from typing import Final

from derived import ROOT
from mlcareerdata import charts

FOLDER: Final = ROOT / "docs" / "pictures"
CHARTS: Final[dict[str, Callable[..., charts.Picture]]] = {
    "salaries": partial(charts.salaries, "ML engineer", "data scientist"),  # every kind of pay
    "places": partial(charts.places, "data scientist", "Seattle"),
    "industries": partial(charts.industries, "data scientist"),
    "claims": charts.claims,
}
DRAWN: Final = tuple(
    f"{name}{width}{light}"
    for name in CHARTS
    for width in ("", "-narrow")
    for light in ("", "-dark")
)


def picture(name: str) -> charts.Picture:
    """The chart of a name such as `claims-narrow-dark`."""
    chart, *looks = name.split("-")
    return CHARTS[chart](dark="dark" in looks, narrow="narrow" in looks)


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
