"""A chart whose SVG says what it shows to those who do not see it."""

from __future__ import annotations

import io
from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import IO, Any, Literal

import altair as alt
from typing_extensions import override

__all__ = ["Picture"]


class Picture(alt.LayerChart):
    """A chart of Altair whose SVG has a title, a description and the role of an image.

    It is an `altair.LayerChart`, so whatever Altair does with one works. `save` asks no other host
    for `.svg`, `.png`, `.pdf` and `.json`; for `.html` say `inline=True`. The SVG that vl-convert
    draws has no words for screen readers: they are added here, in `save` and in notebooks.

    >>> from mlcareerdata import charts
    >>> isinstance(charts.claims(), charts.Picture)
    True
    """

    @override
    def save(  # the signature is Altair's
        self,
        fp: str | Path | IO[Any],  # as in Altair: text or bytes, by the format
        format: Literal["json", "html", "png", "svg", "pdf"] | None = None,
        override_data_transformer: bool = True,
        scale_factor: float = 1.0,
        mode: str | None = None,
        vegalite_version: str = alt.VEGALITE_VERSION,
        vega_version: str = alt.VEGA_VERSION,
        vegaembed_version: str = alt.VEGAEMBED_VERSION,
        embed_options: dict[str, Any] | None = None,
        json_kwds: dict[str, Any] | None = None,
        engine: str | None = None,
        inline: bool = False,
        **kwargs: Any,
    ) -> None:
        """Save the chart as Altair does; an SVG gets its words too.

        A PNG and a PDF hold no words for screen readers: give them a text where you show them.
        """
        path = Path(fp) if isinstance(fp, str | Path) else None
        is_svg = format == "svg" or (format is None and path is not None and path.suffix == ".svg")
        drawn = io.StringIO()
        super().save(
            drawn if is_svg else fp,
            "svg" if is_svg else format,
            override_data_transformer,
            scale_factor,
            mode,
            vegalite_version,
            vega_version,
            vegaembed_version,
            embed_options,
            json_kwds,
            engine,
            inline,
            **kwargs,
        )
        if is_svg:
            text = self._with_words(drawn.getvalue())
            if isinstance(fp, str | Path):
                Path(fp).write_text(text, encoding="utf-8")
            else:
                fp.write(text)

    @override
    def _repr_mimebundle_(self, *args: Any, **kwds: Any) -> Any:
        """What notebooks show, by whatever renderer is enabled."""
        shown = super()._repr_mimebundle_(*args, **kwds)
        if isinstance(shown, Mapping) and "image/svg+xml" in shown:
            return {**shown, "image/svg+xml": self._with_words(str(shown["image/svg+xml"]))}
        return shown

    def _with_words(self, svg: str) -> str:
        """The SVG as one image, with the name and the description of the chart."""
        described: dict[str, object] = self.to_dict()
        name, _, description = str(described["description"]).partition(": ")
        words = f"<title>{escape(name)}</title><desc>{escape(description)}</desc>"
        start, _, rest = svg.partition(">")
        return f'{start} role="img">{words}{rest}'
