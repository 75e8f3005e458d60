"""Charts can be read: by colour-blind readers, on telephones, to those who listen, offline."""

from __future__ import annotations

import io
import json
import re
import socket
from collections.abc import Callable
from functools import cache, partial
from itertools import combinations, pairwise
from pathlib import Path
from typing import Final, NoReturn
from xml.etree import ElementTree

import altair as alt
import pytest
from coloraide import Color

import mlcareerdata as mlc
import pictures
from drawn import Spec, spec_of, width_in_dejavu
from mlcareerdata import charts
from mlcareerdata._charts.palette import DARK, LIGHT, Palette
from mlcareerdata._charts.text import lines_of
from mlcareerdata.models._provenance import source_label

CHARTS: Final[dict[str, Callable[..., charts.Picture]]] = {
    "claims": charts.claims,
    "all roles": charts.salaries,
    "one role": partial(charts.salaries, "data scientist"),
    "places": partial(charts.places, "ML engineer", "Boston, MA"),
    "places of researchers": partial(charts.places, "AI engineer", "CA"),
    "industries": partial(charts.industries, "data scientist"),
    "industries of others": partial(charts.industries, "ML specialist"),
}
SVG: Final = "{http://www.w3.org/2000/svg}"
PALETTES: Final = {"light": LIGHT, "dark": DARK}


def svg_of(chart: charts.Picture) -> str:
    drawn = io.StringIO()
    chart.save(drawn, format="svg")
    return drawn.getvalue()


# These three take a while, so each is made once; tests only look at what they give. No argument has
# a default: a cache would make the same thing twice, for the default left out and for it given.


@cache
def chart_of(name: str, *, dark: bool, narrow: bool) -> charts.Picture:
    return CHARTS[name](dark=dark, narrow=narrow)


@cache
def specs(name: str, *, narrow: bool) -> Spec:
    """What a chart is drawn from."""
    return spec_of(chart_of(name, dark=False, narrow=narrow))


@cache
def svgs(name: str, *, narrow: bool) -> str:
    return svg_of(chart_of(name, dark=False, narrow=narrow))


def parsed(svg: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg)  # noqa: S314  # our own


# --- Colours ---------------------------------------------------------------------------------


@pytest.mark.parametrize("seen", ["", "protan", "deutan", "tritan"])
@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
def test_colours_are_told_apart(palette: Palette, seen: str) -> None:
    """By CIEDE2000, as everybody sees them, and as the three kinds of colour-blind readers do."""
    for one, other in combinations(palette.inks.values(), 2):
        a, b = (Color(ink).filter(seen) if seen else Color(ink) for ink in (one, other))
        assert a.delta_e(b, method="2000") >= 15, f"{one} and {other} look alike ({seen})"


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
def test_colours_stand_out(palette: Palette) -> None:
    """Marks at least 3 to 1 against the background, words at least 4.5 to 1 (WCAG 2.1)."""
    ground = Color(palette.background)
    assert all(Color(ink).contrast(ground) >= 3 for ink in palette.inks.values())
    assert all(Color(ink).contrast(ground) >= 4.5 for ink in (palette.text, palette.soft))


@pytest.mark.parametrize("name", CHARTS)
@pytest.mark.parametrize("dark", [False, True])
def test_only_the_colours_of_the_palette_are_drawn(name: str, dark: bool) -> None:
    """So that the two tests above are about what is drawn."""
    palette = DARK if dark else LIGHT
    known = {palette.background, palette.text, palette.soft, palette.grid, *palette.inks.values()}
    text = json.dumps(chart_of(name, dark=dark, narrow=False).to_dict())
    found = set(re.findall(r"#[0-9a-f]{6}\b", text))
    assert found <= known
    assert {palette.background, palette.text} <= found
    named = set(re.findall(r'"(?:color|fill|stroke|background)": "([^"]+)"', text))
    assert named <= known


# --- Room ------------------------------------------------------------------------------------


@pytest.mark.parametrize("narrow", [False, True], ids=["wide", "narrow"])
@pytest.mark.parametrize("name", CHARTS)
def test_words_stay_within_the_chart(name: str, narrow: bool) -> None:
    spec = specs(name, narrow=narrow)
    assert spec.texts()
    for text, mark in spec.texts():
        assert mark.fontSize >= 12
        assert width_in_dejavu(text, mark) <= spec.width, text


def test_the_names_of_all_areas_fit_on_a_telephone() -> None:
    spec = specs("places", narrow=True)
    (mark,) = (mark for text, mark in spec.texts() if text == "The nation")
    for area in mlc.areas():
        name = f"{area.name} (asked for)"
        for line in lines_of(name, spec.width, mark.fontSize, bold=True):
            assert width_in_dejavu(line, mark) <= spec.width, line


@pytest.mark.parametrize(("narrow", "width"), [(False, 700), (True, 358)])
@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_is_as_wide_as_it_says(name: str, narrow: bool, width: int) -> None:
    root = parsed(svgs(name, narrow=narrow))
    assert float(root.attrib["width"]) == width


def test_amounts_on_the_scale_do_not_touch() -> None:
    for name in set(CHARTS) - {"claims"}:
        for narrow in (False, True):
            root = parsed(svgs(name, narrow=narrow))
            amounts = [
                text
                for text in root.iter(f"{SVG}text")
                if re.fullmatch(r"\$\d+k?", text.text or "")
            ]
            places = [
                float(re.findall(r"\(([\d.]+),", text.attrib["transform"])[0]) for text in amounts
            ]
            line = places[: len(places) // 2]
            assert line == places[len(places) // 2 :], "the same amounts above and below"
            assert len(line) >= 3
            assert all(b - a >= 55 for a, b in pairwise(line)), name


def test_lines_break_where_they_may() -> None:
    assert lines_of("mean $90,080, standard error 11.1 %", 170, 12, bold=False) == [
        "mean $90,080, standard",
        "error 11.1 %",
    ]
    assert lines_of("A word-that-is-wider-than-the-line ends", 60, 12, bold=False) == [
        "A",
        "word-that-is-wider-than-the-line",
        "ends",
    ]


# --- Words -----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", CHARTS)
def test_the_description_has_all_that_is_drawn(name: str) -> None:
    spec = specs(name, narrow=False)
    if name != "claims":
        for row in spec.rows():
            assert f"{row['section']}, {row['name']}: {row['figures']}" in spec.description
    words = " ".join(text for text, mark in spec.texts() if mark.color == LIGHT.soft)
    assert all(word in spec.description for word in words.split())
    dark = spec_of(chart_of(name, dark=True, narrow=True))
    assert dark.description == spec.description


@pytest.mark.parametrize("name", CHARTS)
def test_the_sources_stand_below(name: str) -> None:
    cited: dict[str, list[str]] = {
        "claims": [
            "bouchrika-2026",
            *(c.source for found in mlc.checks() for c in found.citations),
        ],
        "all roles": [c.source for pay in mlc.salary_ranges() if pay.role for c in pay.citations],
        "one role": [c.source for p in mlc.salary_ranges("data scientist") for c in p.citations],
        "industries": ["bls-oews-2025", "bouchrika-2026"],
        "industries of others": ["bls-oews-2025", "bouchrika-2026"],
    }
    soft = [text for text, mark in specs(name, narrow=False).texts() if mark.color == LIGHT.soft]
    texts = " ".join(soft)
    below = texts.partition("Sources: ")[2]
    assert below.endswith(".")
    parts = below.removesuffix(".").split("; ")
    assert {part.partition(": ")[0] for part in parts} == set(
        map(source_label, cited.get(name, ["bls-oews-2025"]))
    )


# --- Files -----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", CHARTS)
def test_an_svg_is_an_image_with_words_and_asks_nobody(name: str) -> None:
    spec, text = specs(name, narrow=False), svgs(name, narrow=False)
    root = parsed(text)
    assert root.tag == f"{SVG}svg"
    assert root.attrib["role"] == "img"
    title, words = list(root)[:2]
    assert (title.tag, words.tag) == (f"{SVG}title", f"{SVG}desc")
    assert f"{title.text}: {words.text}" == spec.description
    assert {*re.findall(r"https?://[^\s\"'<)]+", text)} == {
        "http://www.w3.org/2000/svg",
        "http://www.w3.org/1999/xlink",
    }
    assert not re.search(r"<(script|image|use|foreignObject)|@import|url\(", text)
    assert len(text.encode()) < 60_000
    said = [node.text for node in root.iter(f"{SVG}text")]
    assert [text for text, _ in spec.texts() if text not in said] == []


def test_words_of_an_svg_are_escaped() -> None:
    chart = charts.claims().properties(description="<A & B>: 1 < 2")
    root = parsed(svg_of(chart))
    assert [node.text for node in list(root)[:2]] == ["<A & B>", "1 < 2"]


def test_save_takes_paths_files_and_formats(tmp_path: Path) -> None:
    chart = charts.claims()
    wanted = svg_of(chart)
    chart.save(tmp_path / "path.svg")
    chart.save(str(tmp_path / "text.svg"))
    chart.save(tmp_path / "other.xml", "svg")
    with (tmp_path / "file.svg").open("w", encoding="utf-8") as file:
        chart.save(file, format="svg")
    assert {file.read_text(encoding="utf-8") for file in tmp_path.iterdir()} == {wanted}
    chart.save(tmp_path / "chart.png", scale_factor=2)
    assert (tmp_path / "chart.png").read_bytes().startswith(b"\x89PNG")
    chart.save(tmp_path / "chart.json")
    assert json.loads((tmp_path / "chart.json").read_text(encoding="utf-8")) == chart.to_dict()


def test_nothing_global_changes_and_nobody_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object, **named: object) -> NoReturn:
        raise AssertionError("a chart asked for a network")

    def settings() -> tuple[object, ...]:
        return (
            alt.renderers.active,
            alt.renderers.options,
            alt.theme.active,
            alt.theme.options,
            alt.data_transformers.active,
        )

    before = settings()
    monkeypatch.setattr(socket, "socket", refuse)
    for draw in (charts.claims, charts.salaries):
        svg_of(draw())
    assert settings() == before


def test_a_notebook_that_draws_svg_shows_the_words_too() -> None:
    chart = charts.claims()
    with alt.renderers.enable("svg"):
        shown = chart._repr_mimebundle_()
    assert shown["image/svg+xml"] == svg_of(chart)
    with alt.renderers.enable("json"):
        assert "image/svg+xml" not in str(chart._repr_mimebundle_())


# --- The pictures of README and of the front page ----------------------------------------------


@pytest.mark.parametrize("name", pictures.DRAWN)
def test_the_pictures_are_of_today(name: str) -> None:
    drawn_from = (pictures.FOLDER / f"{name}.json").read_text(encoding="utf-8")
    assert drawn_from == pictures.spec(name), "run `python tools/pictures.py`"
    text = (pictures.FOLDER / f"{name}.svg").read_text(encoding="utf-8")
    said = [node.text for node in parsed(text).iter(f"{SVG}text")]
    wanted = [line for line, _ in Spec.model_validate_json(drawn_from).texts()]
    assert [line for line in wanted if line not in said] == [], "run `python tools/pictures.py`"
    assert len(text.encode()) < 60_000
