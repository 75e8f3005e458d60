"""The HTML of cards and tables: whole, small, reachable by keyboard, and readable by itself."""

from __future__ import annotations

import itertools
import re
from html.parser import HTMLParser
from typing import Final

import pytest
from typing_extensions import override

import mlcareerdata as mlc
import mlcareerdata._store as store
from mlcareerdata import models as m
from mlcareerdata._listing import ROWS, counted
from mlcareerdata._registry import FACTS
from shown import read

KB: Final = 1000
VOID: Final = {"br", "wbr"}
TABLES: Final = {name: store.table(spec) for name, spec in FACTS.items()} | {
    "checks": mlc.checks(),
    **{f"pay of {role.id}": mlc.salary_ranges(role) for role in mlc.roles()},
    **{
        f"certificates on {one.id}": certs
        for one in mlc.platforms()
        if (certs := mlc.certs_for(one))
    },
    **{f"wages of {one.id}": mlc.wages(one) for one in mlc.occupations()},
    **{f"wages by area of {one.id}": mlc.area_wages(one) for one in mlc.occupations()},
    **{f"wages by industry of {one.id}": mlc.industry_wages(one) for one in mlc.occupations()},
}
PROFILES: Final = [mlc.profile(role) for role in mlc.roles()]
each_table = pytest.mark.parametrize("name", TABLES)


class Html(HTMLParser):
    """The elements of a piece of HTML, with their attributes and the text in each."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[tuple[str, dict[str, str | None], list[str]]] = []
        self.found: list[tuple[str, dict[str, str | None], str]] = []
        self.feed(html)
        self.close()
        assert not self.open, "an element is not closed"

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.open.append((tag, dict(attrs), []))

    @override
    def handle_data(self, data: str) -> None:
        for _, _, texts in self.open:
            texts.append(data.replace("\N{NO-BREAK SPACE}", " "))

    @override
    def handle_endtag(self, tag: str) -> None:
        opened, attributes, texts = self.open.pop()
        assert tag == opened, f"<{opened}> is closed by </{tag}>"
        self.found.append((tag, attributes, "".join(texts)))

    def texts(self, tag: str, **attributes: str) -> list[str]:
        """The texts of the elements with that tag and those attributes."""
        wanted = attributes.items()
        return [text for one, has, text in self.found if one == tag and wanted <= has.items()]

    def rows(self) -> list[str]:
        return self.texts("tr")


def html_of(name: str) -> Html:
    return Html(TABLES[name]._repr_html_())


# --- How large ---------------------------------------------------------------------------------


@pytest.mark.parametrize("name", FACTS)
def test_every_card_is_small_and_whole(name: str) -> None:
    for record in store.table(FACTS[name]):
        html = record._repr_html_()
        assert len(html.encode()) < 8 * KB, repr(record)
        Html(html)


@each_table
def test_every_table_is_small_and_whole(name: str) -> None:
    html = TABLES[name]._repr_html_()
    assert len(html.encode()) < 40 * KB
    Html(html)


def test_the_cards_of_profiles_checks_and_comparisons_are_small() -> None:
    cards = [*PROFILES, *mlc.checks()]
    roles = [role.id for role in mlc.roles()]
    groups = [group for size in (2, 3, 4) for group in itertools.combinations(roles, size)]
    for card in (*cards, *(mlc.compare(*group) for group in groups)):
        html = card._repr_html_()
        assert len(html.encode()) < 8 * KB, repr(card)
        Html(html)


# --- Who can use it ----------------------------------------------------------------------------


@each_table
def test_a_table_has_a_caption_heads_and_a_scroller_for_the_keyboard(name: str) -> None:
    html = html_of(name)
    (caption,) = html.texts("caption")
    (scroller,) = [has for _, has, _ in html.found if has.get("role") == "region"]
    assert scroller["tabindex"] == "0"
    assert caption.startswith(scroller["aria-label"] or "no label")
    heads = html.texts("th", scope="col")
    assert all(heads), "a column has no name"
    named = html.texts("th", scope="row")
    assert len(named) == min(len(TABLES[name]), ROWS)
    assert all(named), "a row has no name"


@pytest.mark.parametrize("name", FACTS)
def test_a_card_has_a_caption_and_names_each_row(name: str) -> None:
    record = store.table(FACTS[name])[0]
    html = Html(record._repr_html_())
    assert html.texts("caption")[0].startswith(record._title())
    assert len(html.texts("th", scope="row")) == len(html.rows()) == len(record._rows())


@each_table
def test_no_colour_is_set_so_that_dark_pages_keep_theirs(name: str) -> None:
    html = TABLES[name]._repr_html_() + TABLES[name][0]._repr_html_()
    for colour in re.findall(r"(?:color|background)(?:-color)?:([^;}]+)", html):
        assert colour in ("inherit", "none"), colour
    assert "opacity" not in html, "faint text is hard to read"
    assert "style=" not in html, "cells repeat no style"


def test_marks_never_stand_alone() -> None:
    html = html_of("checks")
    marks = html.texts("span", **{"aria-hidden": "true"})
    verdicts = html.texts("b")
    assert len(marks) == len(verdicts) == min(len(mlc.checks()), ROWS)
    for mark, text, claim in zip(marks, verdicts, mlc.checks(), strict=False):
        assert text == f"{mark} {claim.verdict}"
    assert len(set(verdicts)) == len(set(marks)) == len({claim.verdict for claim in mlc.checks()})


# Beside what is in an element that is not broken, these would be broken at their dash or space.
UNBROKEN: Final = re.compile(
    r"<(span|b|a|code|style)\b.*?</\1>|<(t[hd])[^>]* class=\"w\">.*?</\2>|<[^>]*>"
)
BREAKABLE: Final = re.compile(
    r"\d\d-\d{4}|\d{4}-\d\d|p\d\d-p\d\d|n = \d|\d %|(?:p\d\d|median) \$|\(not checked\)"
)


@pytest.mark.parametrize("name", FACTS)
def test_codes_dates_and_figures_are_not_broken_on_a_card(name: str) -> None:
    for record in store.table(FACTS[name])[:50]:
        assert not BREAKABLE.findall(UNBROKEN.sub("|", record._repr_html_())), repr(record)


@each_table
def test_they_are_not_broken_in_a_table(name: str) -> None:
    assert not BREAKABLE.findall(UNBROKEN.sub("|", TABLES[name]._repr_html_()))


def test_they_are_not_broken_where_roles_are_shown_as_a_whole() -> None:
    for card in (*PROFILES, mlc.compare("MLE", "data scientist", "data analyst")):
        html = card._repr_html_()
        assert "(15-2051)" in html or "(15-1" in html
        assert not BREAKABLE.findall(UNBROKEN.sub("|", html)), repr(card)


def test_the_id_of_a_successor_is_not_broken_either() -> None:
    retired = [cert for cert in mlc.certifications() if cert.replaced_by]
    assert retired, "find another"
    for cert in retired:
        breakable = UNBROKEN.sub("|", cert._repr_html_())
        assert not [one for one in cert.replaced_by if one in breakable], repr(cert)


def test_points_of_fractions_stand_below_each_other() -> None:
    cells = html_of("wages by area of 15-2051").texts("td", **{"class": "n"})
    html = TABLES["wages by area of 15-2051"]._repr_html_()
    shares = [pay.jobs_per_1000 for pay in mlc.area_wages("15-2051")[:ROWS]]
    assert len({len(str(share).partition(".")[2]) for share in shares}) > 1, "find another"
    for share in shares:
        assert str(share) in cells, "a zero more would be a figure that nobody gave"
    assert (shares[0], shares[3]) == (2.158, 2.44), "find another"
    assert "2.158</td>" in html
    assert "2.44<i></i><i></i></td>" in html, "the room of a digit, which has two halves"
    assert "& i{padding-right:.5ch}" in html


# --- Links -------------------------------------------------------------------------------------


def test_addresses_are_links() -> None:
    hrefs = [has["href"] for tag, has, _ in html_of("certifications").found if tag == "a"]
    assert hrefs == [cert.url for cert in mlc.certifications()[:ROWS] if cert.url]
    esco = str(mlc.crosswalk("data scientist").esco)
    assert f'href="{esco}"' in mlc.crosswalk("data scientist")._repr_html_()
    assert f'href="{esco}"' in mlc.profile("data scientist")._repr_html_()


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//x.example", "HTTP:x"],
)
def test_nothing_else_is_a_link(address: str) -> None:
    fields = mlc.source("bls-oews-2025").model_dump()
    source = m.Source.model_validate({**fields, "url": address, "title": address})
    for html in (source._repr_html_(), mlc.Table(m.Source, [source], "sources")._repr_html_()):
        assert "<a " not in html
        assert address in Html(html).texts("caption")[0] + "".join(Html(html).rows())


def test_a_link_cannot_break_out_of_its_attribute() -> None:
    fields = mlc.source("bls-oews-2025").model_dump()
    address = 'https://x.example/"onmouseover="alert(1)'
    source = m.Source.model_validate({**fields, "url": address})
    for html in (source._repr_html_(), mlc.Table(m.Source, [source], "sources")._repr_html_()):
        for _, has, _ in Html(html).found:
            assert "onmouseover" not in has


# --- What stands in it -------------------------------------------------------------------------


@each_table
def test_a_caption_counts_in_words(name: str) -> None:
    table = TABLES[name]
    (caption,) = html_of(name).texts("caption")
    assert caption.startswith(f"{len(table):,} ")
    assert type(table[0]).__name__ not in caption
    assert "record" not in caption


def test_one_is_not_many() -> None:
    assert counted(m.SalaryRange, 1) == "1 salary range"
    assert counted(m.SalaryRange, 0) == "0 salary ranges"
    assert counted(m.AreaWages, 1625) == "1,625 official wages by area"


@pytest.mark.parametrize("role", mlc.roles(), ids=repr)
def test_a_table_of_one_role_says_it_once(role: m.Role) -> None:
    html = html_of(f"pay of {role.id}")
    assert role.id in html.texts("caption")[0]
    assert "".join(html.rows()).count(role.id) == 0


def test_numbers_are_set_to_the_right() -> None:
    html = html_of("wages by area of 15-2051")
    for pay in mlc.area_wages("15-2051")[:ROWS]:
        for amount in (pay.p10, pay.p50, pay.p90, pay.mean):
            assert amount is None or f"${amount:,}" in html.texts("td", **{"class": "n"})
        assert f"{pay.employment:,}" in html.texts("td", **{"class": "n"})


@pytest.mark.parametrize(
    "name", ["salary_ranges", "findings", "skills", "industry_pay", "certifications"]
)
def test_a_table_says_what_nobody_checked(name: str) -> None:
    for record, row in zip(TABLES[name], html_of(name).rows()[1:], strict=False):
        assert isinstance(record, m.CheckedRecord)
        unchecked = record.check is None and bool(record._claim())
        assert ("not checked" in row) == unchecked, repr(record)
        assert not record.check or record.check.verdict in row


# The tables of `RetoldRecord`s; a new one is named here.
RETOLD = [
    *("entry_profiles", "remote_fits", "growth_paths", "industry_demand", "industry_hiring"),
    *("faqs", "perspectives"),
]


def test_a_program_can_tell_what_is_only_retold() -> None:
    retold = [name for name, table in TABLES.items() if isinstance(table[0], m.RetoldRecord)]
    assert sorted(retold) == sorted(RETOLD), "name a new table of them in RETOLD, above"


@pytest.mark.parametrize("name", RETOLD)
def test_what_is_only_retold_says_that_nobody_checked_it(name: str) -> None:
    assert "not checked" in html_of(name).texts("caption")[0]
    for record in TABLES[name]:
        for card in (record._card(), record._repr_html_()):
            assert "not checked: so says Bouchrika 2026" in card
        assert str(record).endswith(" [not checked] (Bouchrika 2026)")


@pytest.mark.parametrize("name", [n for n in TABLES if "wages" in n] + ["projections"])
def test_official_figures_say_whose_they_are_and_that_they_are_for_all_levels(name: str) -> None:
    html = html_of(name)
    (caption,) = html.texts("caption")
    assert "all levels" in caption
    for record, row in zip(TABLES[name], html.rows()[1:], strict=False):
        assert isinstance(record, m.Wages | m.AreaWages | m.IndustryWages | m.Projection)
        title = mlc.occupation(record.occupation).title
        assert title in row or title in caption


def test_an_official_range_in_a_table_names_its_occupation_and_all_levels() -> None:
    for pay, row in zip(mlc.salary_ranges(), html_of("salary_ranges").rows()[1:], strict=False):
        if pay.occupation:
            assert f"{mlc.occupation(pay.occupation).title} ({pay.occupation})" in row
        assert ("all levels" if pay.level == "all" else "entry level") in row


def test_codes_and_sources_are_folded_last() -> None:
    for profile in PROFILES:
        html = profile._repr_html_()
        first, _, folded = html.partition("<details>")
        assert profile.crosswalk is not None
        assert profile.crosswalk.isco not in first
        assert "who says so" not in first
        for part in (profile.crosswalk.isco, profile.role.id, "BLS OEWS 2025", "who says so"):
            assert part in folded


def test_pay_comes_first_then_the_job_then_growth_then_remote_work() -> None:
    rows = Html(mlc.profile("data scientist")._repr_html_()).texts("th", scope="row")
    places = [rows.index(row) for row in ("pay, reported", "the job", "growth, official", "remote")]
    assert places == sorted(places)
    assert rows[0] == "pay, reported"


def test_a_certificate_on_offer_is_not_called_checked() -> None:
    cert = mlc.certification("aws-ai-practitioner")
    words = f"still offered, as of {cert.seen_on}"
    for text in (str(cert), repr(cert), cert._card(), *Html(cert._repr_html_()).texts("caption")):
        assert words in text
    for text in (repr(mlc.certifications()), mlc.certifications()._repr_html_()):
        assert "active on" not in text


def test_what_we_judged_is_not_called_known() -> None:
    assert "for beginners (judged)" in mlc.certification("aws-ai-practitioner")._card()
    assert "for beginners (judged)" in html_of("certifications").texts("th", scope="col")


def test_what_was_filed_says_which_percentiles() -> None:
    filed = mlc.salary_ranges().filter(lambda pay: pay.kind == "filed")
    for pay in filed:
        assert "p25-p75" in str(pay)
        assert "p25-p75" in repr(pay)
        assert [row.text for row in pay._rows() if row.label == "kind"] == ["filed p25-p75"]
    assert read(filed._repr_html_()).count("filed p25-p75") > 0


def test_what_has_no_room_is_named() -> None:
    (below,) = [text for text in html_of("certifications").texts("p") if "No room" in text]
    heads = html_of("certifications").texts("th", scope="col")
    for name in ("helps because", "suits", "note"):
        assert name in below
        assert name not in heads
