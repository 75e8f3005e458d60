"""What stands in a chart, for the tests: its rows of data, its texts, how wide those are."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TypeAlias

from matplotlib import get_data_path
from matplotlib.ft2font import FT2Font
from pydantic import BaseModel

from mlcareerdata.charts import Picture

Row: TypeAlias = dict[str, str | float | None]


class Mark(BaseModel):
    """How a layer draws; what tests do not ask about is left out."""

    type: str
    color: str = ""
    fontSize: int = 0  # noqa: N815  # Vega's own names
    fontWeight: str = "normal"  # noqa: N815


class Data(BaseModel):
    name: str


class Channel(BaseModel):
    field: str = ""


class Layer(BaseModel):
    mark: Mark
    data: Data
    encoding: dict[str, Channel | list[Channel]]

    def field(self, channel: str) -> str:
        found = self.encoding[channel]
        assert isinstance(found, Channel)
        return found.field


class Spec(BaseModel):
    description: str
    width: int
    height: int
    layer: list[Layer]
    datasets: dict[str, list[Row]]

    def rows(self) -> list[Row]:
        """What is drawn: the lanes, or the squares."""
        (name,) = {layer.data.name for layer in self.layer if "tooltip" in layer.encoding}
        return self.datasets[name]

    def marks(self) -> set[tuple[str, ...]]:
        """The kind of each mark that draws facts, and the fields of its ends."""
        return {
            (layer.mark.type, *(layer.field(c) for c in ("x", "x2") if c in layer.encoding))
            for layer in self.layer
            if "tooltip" in layer.encoding
        }

    def texts(self) -> list[tuple[str, Mark]]:
        """All words, in lines, and how they are set; not the amounts on the scale."""
        return [
            (str(row["text"]), layer.mark)
            for layer in self.layer
            if layer.mark.type == "text" and layer.field("text") == "text"
            for row in self.datasets[layer.data.name]
            if "style" in row
        ]


def spec_of(chart: Picture) -> Spec:
    return Spec.model_validate_json(json.dumps(chart.to_dict()))


def sections_of(spec: Spec) -> dict[str, list[Row]]:
    """The lanes by their headings, in order."""
    found: dict[str, list[Row]] = {}
    for row in spec.rows():
        found.setdefault(str(row["section"]), []).append(row)
    return found


@cache
def _font(weight: str) -> FT2Font:
    """DejaVu Sans, which matplotlib brings along, so that every machine measures alike."""
    name = {"normal": "DejaVuSans.ttf", "bold": "DejaVuSans-Bold.ttf"}[weight]
    return FT2Font(str(Path(get_data_path()) / "fonts" / "ttf" / name))


def width_in_dejavu(text: str, mark: Mark) -> float:
    font = _font(mark.fontWeight)
    font.set_size(mark.fontSize, 72)
    font.set_text(text)
    width, _ = font.get_width_height()
    return width / 64
