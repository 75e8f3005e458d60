"""Every record of every table keeps what a record promises."""

from __future__ import annotations

import copy
import json
import pickle
from collections.abc import Callable, Iterator
from datetime import date
from html.parser import HTMLParser
from typing import get_args

import pytest
from pydantic import ValidationError

import mlcareerdata as mlc
import mlcareerdata._store as store
from mlcareerdata import models
from mlcareerdata._registry import FACTS
from mlcareerdata.models._provenance import CitedRecord
from mlcareerdata.models._record import Record

EVIL = "<script>alert('&\"')</script>"

CITATION = models.Citation(source="bouchrika-2026", section="questions")
CHECK = models.Check(
    verdict="partly", note="Made up.", checked_on=date(2026, 11, 1), citations=(CITATION,)
)
RANGE = {
    "role": "data-scientist",
    "label": "Data Scientist",
    "low": 50_000,
    "high": 90_000,
    "level": "entry",
    "kind": "reported",
    "citations": [{"source": "bouchrika-2026"}],
}


def _records_of(name: str) -> Callable[[], list[Record]]:
    return lambda: list(store.table(FACTS[name]))


def _citations() -> list[Record]:
    return [
        citation
        for table in FACTS.values()
        for record in store.table(table)
        if isinstance(record, CitedRecord)
        for citation in record.citations
    ]


def _checks() -> list[Record]:
    found = [
        getattr(record, "check", None) for spec in FACTS.values() for record in store.table(spec)
    ]
    return [CHECK, *(check for check in found if isinstance(check, models.Check))]


def _profiles() -> list[Record]:
    return [mlc.profile(role) for role in mlc.roles()]


SAMPLES: dict[str, Callable[[], list[Record]]] = {
    **{name: _records_of(name) for name in FACTS},
    "citations within records": _citations,
    "checks": _checks,
    "profiles": _profiles,
}
every_kind = pytest.mark.parametrize("sample", SAMPLES.values(), ids=SAMPLES.keys())
Sample = Callable[[], list[Record]]

MODELS: list[type[Record]] = [
    model
    for model in (getattr(models, name) for name in models.__all__)
    if isinstance(model, type) and issubclass(model, Record)
]
every_model = pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)


def _range(**changes: object) -> models.SalaryRange:
    return models.SalaryRange.model_validate({**RANGE, **changes})


# --- Values ----------------------------------------------------------------------------------


@every_kind
def test_a_sample_has_records_or_its_tests_say_nothing(sample: Sample) -> None:
    assert sample()


@every_kind
def test_equal_records_have_equal_hashes(sample: Sample) -> None:
    for record in sample():
        twin = type(record).model_validate(record.model_dump())
        assert twin == record, repr(record)
        assert hash(twin) == hash(record), repr(record)
        assert len(frozenset((twin, record))) == 1, repr(record)


@pytest.mark.parametrize("name", FACTS)
def test_the_records_of_a_table_differ(name: str) -> None:
    records = list(store.table(FACTS[name]))
    assert len(set(records)) == len(records)
    assert all(record not in records[place:] for place, record in enumerate(records, 1)), (
        f"two records of {name}.json are equal"
    )


@every_kind
def test_a_record_equals_nothing_of_another_kind(sample: Sample) -> None:
    for record in sample():
        others: list[object] = [None, 0, "", repr(record), str(record), record.model_dump()]
        assert record not in others


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
@every_kind
def test_pickle_gives_an_equal_record(sample: Sample, protocol: int) -> None:
    for record in sample():
        twin = pickle.loads(pickle.dumps(record, protocol))
        assert type(twin) is type(record)
        assert twin == record, repr(record)
        assert hash(twin) == hash(record), repr(record)


@pytest.mark.parametrize("duplicate", [copy.copy, copy.deepcopy])
@every_kind
def test_a_copy_is_an_equal_record(sample: Sample, duplicate: Callable[[Record], Record]) -> None:
    for record in sample():
        twin = duplicate(record)
        assert type(twin) is type(record)
        assert twin == record, repr(record)
        assert hash(twin) == hash(record), repr(record)


@every_kind
def test_json_gives_an_equal_record(sample: Sample) -> None:
    for record in sample():
        twin = type(record).model_validate_json(record.model_dump_json())
        assert twin == record, repr(record)
        assert hash(twin) == hash(record), repr(record)


# --- Immutable -------------------------------------------------------------------------------


@every_kind
def test_fields_can_be_neither_set_nor_deleted(sample: Sample) -> None:
    for record in sample():
        before = record.model_dump()
        for name in [*type(record).model_fields, "no_such_field"]:
            with pytest.raises(ValidationError, match="frozen"):
                setattr(record, name, getattr(record, name, None))
            with pytest.raises(ValidationError, match="frozen"):
                delattr(record, name)
        assert record.model_dump() == before


def _parts(value: object) -> Iterator[object]:
    """A value and all that is in it."""
    yield value
    if isinstance(value, Record):
        for _, inner in value:
            yield from _parts(inner)
    elif isinstance(value, tuple):
        # Of a tuple of anything, pyright does not know the items.
        for item in value:  # pyright: ignore[reportUnknownVariableType]
            yield from _parts(item)  # pyright: ignore[reportUnknownArgumentType]


@every_kind
def test_nothing_inside_a_record_can_change(sample: Sample) -> None:
    fixed = (Record, mlc.Table, tuple, str, int, float, date, type(None))
    for record in sample():
        for part in _parts(record):
            assert isinstance(part, fixed), f"{record!r} holds a {type(part).__name__}: {part!r}"


# --- Closed, and cited -----------------------------------------------------------------------


@every_kind
def test_an_unknown_field_is_refused(sample: Sample) -> None:
    for record in sample():
        with pytest.raises(ValidationError, match="Extra inputs are not permitted"):
            type(record).model_validate({**record.model_dump(), "no_such_field": 1})


@every_model
def test_all_models_of_facts_must_be_cited(model: type[Record]) -> None:
    if model in (models.Record, models.CitedRecord, models.RetoldRecord, models.CheckedRecord):
        return  # the bases of all others
    if model in (models.Source, models.Citation, models.TitleMatch):
        assert "citations" not in model.model_fields
        return
    assert issubclass(model, CitedRecord), "a fact needs a source: derive it from CitedRecord"
    assert model.model_fields["citations"].is_required()


@every_kind
def test_a_cited_record_is_refused_without_a_citation(sample: Sample) -> None:
    for record in sample():
        if not isinstance(record, CitedRecord):
            continue
        assert record.citations
        fields = record.model_dump()
        wrong: list[object] = [(), None, [{}], [{"source": "no-such-source"}], "bouchrika-2026"]
        for citations in wrong:
            with pytest.raises(ValidationError, match=r"(?m)^citations"):
                type(record).model_validate({**fields, "citations": citations})
        del fields["citations"]
        with pytest.raises(ValidationError, match=r"citations\n +Field required"):
            type(record).model_validate(fields)


@every_model
def test_every_model_is_frozen_and_closed(model: type[Record]) -> None:
    assert model.model_config.get("frozen") is True
    assert model.model_config.get("extra") == "forbid"


@every_model
def test_every_field_is_described(model: type[Record]) -> None:
    for name, field in model.model_fields.items():
        said = field.description or ""
        assert said.endswith("."), f"{model.__name__}.{name} needs a description"
        if type(None) in get_args(field.annotation):
            assert "None" in said, f"say what None means in {model.__name__}.{name}"


@every_model
def test_a_schema_describes_a_model_in_one_sentence(model: type[Record]) -> None:
    schema = model.model_json_schema()
    models_in_it = [schema, *schema.get("$defs", {}).values()]
    for found in models_in_it:
        if found.get("type") == "object":
            assert found["description"].endswith("."), found["title"]
            assert ">>>" not in json.dumps(found), f"{found['title']} shows Python in a schema"
            for name, field in found["properties"].items():
                assert field.get("description"), f"{found['title']}.{name}"


# --- Shown -----------------------------------------------------------------------------------


@every_kind
def test_str_is_one_readable_line(sample: Sample) -> None:
    for record in sample():
        text = str(record)
        assert text.strip() == text
        assert text
        assert text.isprintable(), f"a line break or the like in {text!r}"
        if "None" not in record.model_dump_json():
            assert "None" not in text, f"{text!r} shows what is not known"
        assert f"{record}" == text


@every_kind
def test_repr_is_one_short_line(sample: Sample) -> None:
    for record in sample():
        text = repr(record)
        assert text.startswith(f"<{type(record).__name__} "), text
        assert text.endswith(">"), text
        assert text.isprintable(), text
        assert len(text) <= 200, f"too long for a prompt: {text}"


@pytest.mark.parametrize("name", FACTS)
def test_repr_tells_the_records_of_a_table_apart(name: str) -> None:
    shown = [repr(record) for record in store.table(FACTS[name])]
    twice = {text for text in shown if shown.count(text) > 1}
    assert not twice, f"records that look the same at a prompt: {twice}"


# Nothing that runs, loads or is filled in.
TAGS = {
    *("table", "caption", "tbody", "tr", "th", "td", "div", "details", "summary", "style"),
    *("a", "b", "br", "code", "span", "wbr"),
}


class _Html(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)

    def handle_data(self, data: str) -> None:
        self.text += data.replace("\N{NO-BREAK SPACE}", " ")


@every_kind
def test_the_card_is_a_table_of_escaped_text(sample: Sample) -> None:
    for record in sample():
        html = _Html(record._repr_html_())
        assert html.tags <= TAGS, repr(record)
        assert html.text.startswith(record._title()), repr(record)


def _with_evil_texts(record: Record) -> Iterator[tuple[str, Record]]:
    """The record with markup in each field, one at a time, that takes any text."""
    fields = record.model_dump()
    for name in fields:
        for evil in (EVIL, (EVIL,)):
            try:
                yield name, type(record).model_validate({**fields, name: evil})
            except ValidationError:
                continue


@every_kind
def test_markup_in_a_text_is_escaped_on_the_card(sample: Sample) -> None:
    record = sample()[0]
    for name, evil in _with_evil_texts(record):
        html = evil._repr_html_()
        assert "<script" not in html, f"{name} of {type(record).__name__} is not escaped"
        assert EVIL in _Html(html).text, f"{name} of {type(record).__name__} is not shown"


def test_the_test_above_finds_texts_and_lists_of_texts() -> None:
    found = {name for name, _ in _with_evil_texts(mlc.role("ML engineer"))}
    assert found == {"title", "aliases", "summary"}


def test_markup_is_escaped_on_the_card_of_a_profile() -> None:
    profile = mlc.profile("ML engineer")
    role = models.Role.model_validate({**profile.role.model_dump(), "title": EVIL, "summary": EVIL})
    html = mlc.Profile.model_validate({**dict(profile), "role": role})._repr_html_()
    assert "<script" not in html
    assert EVIL in _Html(html).text


# --- SalaryRange -----------------------------------------------------------------------------


def test_a_range_says_in_a_line_what_it_is_and_whether_it_was_checked() -> None:
    found = _range(low=50_000, high=90_000)
    assert str(found) == "$50,000-$90,000 a year [not checked] (Bouchrika 2026)"
    assert repr(found) == (
        "<SalaryRange data-scientist $50,000-$90,000 a year, entry, not checked, bouchrika-2026>"
    )


@pytest.mark.parametrize(
    ("amount", "closed", "open_ended"),
    [
        (0, False, False),
        (49_999, False, False),
        (49_999.99, False, False),
        (50_000, True, True),
        (50_000.0, True, True),
        (70_000, True, True),
        (90_000, True, True),
        (90_000.01, False, True),
        (90_001, False, True),
        (10**12, False, True),
        (float("inf"), False, True),
        (float("-inf"), False, False),
        (float("nan"), False, False),
        (-70_000, False, False),
    ],
)
def test_in_asks_whether_an_amount_lies_in_the_range(
    amount: float, closed: bool, open_ended: bool
) -> None:
    assert (amount in _range()) is closed
    assert (amount in _range(open_ended=True)) is open_ended


def test_every_packaged_range_holds_its_own_ends() -> None:
    for record in mlc.salary_ranges():
        assert record.low in record
        assert record.high in record
        assert record.low - 1 not in record
        assert (record.high + 1 in record) is record.open_ended


@pytest.mark.parametrize("amount", ["70000", None, b"70000", [70_000]])
def test_in_refuses_what_is_no_amount(amount: object) -> None:
    with pytest.raises(TypeError):
        assert amount in _range()  # type: ignore[operator]  # what checkers refuse, too


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"low": 90_001}, "must rise"),
        ({"high": 49_999}, "must rise"),
        ({"median": 49_999}, "must rise"),
        ({"median": 90_001}, "must rise"),
        ({"low": 0}, "greater than 0"),
        ({"low": -1}, "greater than 0"),
        ({"low": 50_000.5}, "fractional"),
        ({"high": None}, "valid integer"),
        ({"currency": "EUR"}, "'USD'"),
        ({"period": "month"}, "'year'"),
        ({"region": "EU"}, "'US'"),
        ({"level": "senior"}, "'entry' or 'all'"),
        ({"kind": "rumour"}, "'reported'"),
        ({"role": "no-such-role"}, "'data-scientist'"),
    ],
)
def test_an_impossible_range_is_refused(changes: dict[str, object], problem: str) -> None:
    with pytest.raises(ValidationError, match=problem):
        _range(**changes)


@pytest.mark.parametrize(
    "changes",
    [
        {"low": 90_000},
        {"median": 50_000},
        {"median": 90_000},
        {"median": None},
        {"role": None},
        {"open_ended": True},
    ],
)
def test_an_unusual_range_is_accepted(changes: dict[str, object]) -> None:
    found = _range(**changes)
    assert all(getattr(found, name) == value for name, value in changes.items())


@pytest.mark.parametrize(
    ("changes", "line", "short"),
    [
        (
            {"open_ended": True, "role": None},
            "$50,000-$90,000+ a year [not checked] (Bouchrika 2026)",
            "market-wide $50,000-$90,000+ a year, entry, not checked, bouchrika-2026",
        ),
        (
            {"kind": "filed", "sample_size": 1234},
            "$50,000-$90,000 a year, filed at entry level, p25-p75, n = 1,234 (Bouchrika 2026)",
            "data-scientist $50,000-$90,000 a year, entry, filed p25-p75, bouchrika-2026",
        ),
        (
            {"kind": "p10-p90", "level": "all"},
            "$50,000-$90,000 a year, p10-p90, all levels (Bouchrika 2026)",
            "data-scientist $50,000-$90,000 a year, all levels, p10-p90, bouchrika-2026",
        ),
    ],
)
def test_a_range_says_what_kind_it_is(changes: dict[str, object], line: str, short: str) -> None:
    assert str(_range(**changes)) == line
    assert repr(_range(**changes)) == f"<SalaryRange {short}>"


def test_a_checked_range_says_so() -> None:
    checked = _range(check=CHECK.model_dump())
    assert "partly" in str(checked)
    assert "partly" in repr(checked)
    assert "Made up." in _Html(checked._repr_html_()).text
