"""Look-ups take every name of a record, and nothing else."""

from __future__ import annotations

import inspect
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import Any

import pytest

import mlcareerdata as mlc
import mlcareerdata._store as store
from mlcareerdata import models
from mlcareerdata._lookup._facts import facts_about
from mlcareerdata._registry import FACTS as TABLES
from mlcareerdata._registry import INDUSTRIES, INDUSTRY_PAY, TableSpec
from mlcareerdata._text import normalise
from mlcareerdata.models._record import Record

LookUp = Callable[..., Any]
ARTICLE = "bouchrika-2026"
THREADS = 16

# Tables whose records have a look-up of their own: role(), industry(), finding() ...
NAMED = {name: table for name, table in TABLES.items() if table.key == ("id",) and table.one}
each_named = pytest.mark.parametrize("name", NAMED)

# Look-ups of a fact about such a record, such as entry_profile(role) and pay_in(industry), with the
# table of the subject and the table of the facts.
FACTS: dict[str, tuple[TableSpec[Record], TableSpec[Record]]] = {
    table.one: (subject, table)
    for table in TABLES.values()
    for subject in NAMED.values()
    if table.one and table.key == (subject.one,)
} | {"salary_range": (TABLES["roles"], TABLES["salary_ranges"])}
each_fact = pytest.mark.parametrize("call", FACTS)

# Every function that takes one name, with the table of what is named.
SINGULAR: dict[str, TableSpec[Record]] = {
    **{table.one: table for table in NAMED.values()},
    **{call: subject for call, (subject, _) in FACTS.items()},
    "certs_for": TABLES["platforms"],
    "profile": TABLES["roles"],
    "salary_ranges": TABLES["roles"],
}
each_singular = pytest.mark.parametrize("call", SINGULAR)


def _function(call: str) -> LookUp:
    function: LookUp = getattr(mlc, call)
    return function


def _names(table: TableSpec[Record], record: Record) -> Iterator[str]:
    """The names that find a record: all but those that it shares with another."""
    shared = _shared(table)
    return (name for name in _all_names(table, record) if normalise(name) not in shared)


def _all_names(table: TableSpec[Record], record: Record) -> Iterator[str]:
    for field in ("id", *table.names):
        value = getattr(record, field)
        yield from (value,) if isinstance(value, str) else value


@cache
def _shared(table: TableSpec[Record]) -> frozenset[str]:
    """The names of more than one record, normalised; none where none may be shared."""
    names = [
        {normalise(name) for name in _all_names(table, record)} for record in store.table(table)
    ]
    times = Counter(name for own in names for name in own) if table.shared else Counter[str]()
    return frozenset(name for name, count in times.items() if count > 1)


def _facts(call: str) -> dict[str, Record]:
    """The facts that a look-up can give, by the id of what they are about."""
    subject, table = FACTS[call]
    records = [record for record in store.table(table) if getattr(record, subject.one)]
    if call == "salary_range":
        records = [r for r in records if isinstance(r, models.SalaryRange) and r.kind == "reported"]
    return {getattr(record, subject.one): record for record in records}


FULL_WIDTH = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}


def _oddly(name: str) -> list[str]:
    """Ways to write a name that mean the same."""
    return [
        name.upper(),
        name.lower(),
        name.swapcase(),
        f"  {name}\t\n",
        name.replace(" ", "   "),
        name.replace(" ", "\u00a0"),
        name.replace(" ", "-"),
        name.replace(" ", "_"),
        name.replace(" ", "/"),
        name.replace(" ", " - "),
        name.replace(" ", "\u2013"),
        name.replace("-", " "),
        name.replace("-", "\u2014"),
        name.replace("-", "_"),
        name.replace(" and ", " & "),
        name.replace(" and ", "&"),
        name.translate(FULL_WIDTH),
        f'"{name}"',
        f"({name})",
        f"\u00ab{name}\u00bb!",
        f"... {name}?",
    ]


# --- Names that are known --------------------------------------------------------------------


@each_named
def test_a_record_is_found_by_each_of_its_names(name: str) -> None:
    table = NAMED[name]
    look_up = _function(table.one)
    for record in store.table(table):
        for spelling in _names(table, record):
            assert look_up(spelling) is record, spelling


@each_named
def test_a_record_is_found_by_itself_and_by_an_equal_one(name: str) -> None:
    table = NAMED[name]
    look_up = _function(table.one)
    for record in store.table(table):
        assert look_up(record) is record
        twin = table.model().model_validate_json(record.model_dump_json())
        assert look_up(twin) is record, "the packaged record is given, not the caller's own"


@each_named
def test_odd_spellings_make_no_difference(name: str) -> None:
    table = NAMED[name]
    look_up = _function(table.one)
    for record in store.table(table):
        for spelling in _names(table, record):
            for odd in _oddly(spelling):
                assert look_up(odd) is record, repr(odd)


@each_named
def test_a_look_up_gives_what_stands_in_the_table(name: str) -> None:
    table = getattr(mlc, name)()
    assert list(table) == [_function(NAMED[name].one)(record.id) for record in table]
    for one, other in zip(table, getattr(mlc, name)(), strict=True):
        assert one is other, "one object a record, however often it is asked for"


@pytest.mark.parametrize("name", TABLES)
def test_every_table_has_its_function(name: str) -> None:
    assert getattr(mlc, name)() == store.table(TABLES[name])
    assert not TABLES[name].one or callable(getattr(mlc, TABLES[name].one))


@pytest.mark.parametrize(
    ("call", "name", "id"),
    [
        ("role", "ML engineer", "machine-learning-engineer"),
        ("role", "data analyst", "data-analyst"),
        ("role", "Software Engineer with ML Focus", "software-engineer-ml"),
        ("industry", "fintech", "finance"),
        ("industry", "Finance & Fintech", "finance"),
        ("platform", "AWS", "aws"),
        ("platform", "Google Cloud", "google-cloud"),
        ("platform", "Microsoft Azure", "azure"),
        ("certification", "CAP", "certified-analytics-professional"),
        ("certification", "MLS-C01", "aws-machine-learning-specialty"),
        ("skill", "domain expertise", "domain-expertise"),
        ("skill", "PyTorch", "programming-and-frameworks"),
        ("occupation", "Data Scientists", "15-2051"),
        ("occupation", "15-2051.01", "15-2051"),
        ("area", "Abilene, TX", "0010180"),
        ("area", "Abilene", "0010180"),
        ("source", "2026 Entry-Level Jobs [...] Machine Learning Master's Degree", ARTICLE),
    ],
)
def test_names_that_people_use(call: str, name: str, id: str) -> None:
    assert _function(call)(name).id == id


@each_fact
def test_a_fact_is_found_by_each_name_of_its_subject(call: str) -> None:
    subject, _ = FACTS[call]
    facts = _facts(call)
    assert facts
    for record in store.table(subject):
        fact = facts.get(getattr(record, "id"))  # noqa: B009  # no type has it
        if fact is None:
            continue
        assert _function(call)(record) is fact
        for name in _names(subject, record):
            assert _function(call)(name) is fact, name
            assert _function(call)(f" {name.upper()}! ") is fact, name


@each_fact
def test_a_fact_that_is_not_reported_is_an_error_that_says_for_what_it_is(call: str) -> None:
    subject, _ = FACTS[call]
    facts = _facts(call)
    for record in store.table(subject):
        subject_id: str = getattr(record, "id")  # noqa: B009  # no type has it
        if subject_id in facts:
            continue
        for name in (record, *_names(subject, record)):
            with pytest.raises(mlc.NotReportedError) as caught:
                _function(call)(name)
            assert caught.value.available == tuple(facts)
            assert (caught.value.kind, caught.value.name) == (subject.one, subject_id)
            assert caught.value.fact
            assert caught.value.fact in str(caught.value)
            assert all(known in str(caught.value) for known in list(facts)[:4])


def test_who_has_a_salary_range() -> None:
    with pytest.raises(mlc.NotReportedError) as caught:
        mlc.salary_range("data analyst")
    assert caught.value.available == (
        "machine-learning-engineer",
        "ai-research-scientist",
        "data-scientist",
        "software-engineer-ml",
    )


@each_singular
def test_all_threads_get_the_same_object(call: str) -> None:
    for name in store.ids(SINGULAR[call]):
        try:
            first = _function(call)(name)
        except mlc.NotReportedError:
            continue
        with ThreadPoolExecutor(THREADS) as pool:
            found = list(pool.map(_function(call), [name] * THREADS))
        if isinstance(first, mlc.Table):
            assert all(other == first for other in found)
        else:
            assert all(other is first for other in found)


# --- Names that are not ----------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    [
        "no such thing",
        "zzzzzz",
        "",
        " ",
        "\t\n\u00a0",
        "-",
        "...",
        "&",
        "?!",
        "\u2014/_",
        "None",
        "*",
        "%",
        "\x00",
        "\udcff",
        "\U0001f916",
        "x" * 5_000,
        "'; drop table roles; --",
        "../roles",
        "{name}",
    ],
)
@each_singular
def test_an_unknown_name_is_an_error_with_suggestions(call: str, name: str) -> None:
    with pytest.raises(mlc.UnknownNameError) as caught:
        _function(call)(name)
    error = caught.value
    assert error.kind == SINGULAR[call].called
    assert error.name == name
    assert error.suggestions
    assert set(error.suggestions) <= set(store.ids(SINGULAR[call]))
    assert error.kind in str(error)
    assert error.suggestions[0] in str(error)
    if name.strip():
        assert repr(name)[:80] in str(error)
        assert len(str(error)) < 1_000, "a message is to be read"
    else:
        assert "empty" in str(error)


@pytest.mark.parametrize(
    ("call", "name", "id"),
    [
        ("role", "data scintist", "data-scientist"),
        ("role", "data scientists", "data-scientist"),
        ("role", "machine learning enginer", "machine-learning-engineer"),
        ("industry", "health care", "healthcare"),
        ("platform", "azur", "azure"),
        ("certification", "certified analytics profesional", "certified-analytics-professional"),
        ("certification", "analytics professional", "certified-analytics-professional"),
        ("entry_profile", "data scientsit", "data-scientist"),
        ("profile", "data-analist", "data-analyst"),
    ],
)
def test_a_near_miss_is_suggested_first(call: str, name: str, id: str) -> None:
    with pytest.raises(mlc.UnknownNameError, match="did you mean") as caught:
        _function(call)(name)
    assert caught.value.suggestions[0] == id


@pytest.mark.parametrize(
    "name",
    [
        "data scientists",
        "senior data scientist",
        "data",
        "scientist",
        "datascientist",
        "data scientist remote",
        "data scientist 1",
        "machine learning",
        "engineer",
        "ML",
    ],
)
@pytest.mark.parametrize("call", ["role", "salary_range", "salary_ranges", "profile"])
def test_nothing_fuzzy_is_a_role(call: str, name: str) -> None:
    with pytest.raises(mlc.UnknownNameError):
        _function(call)(name)


@each_named
def test_nothing_near_a_name_is_one(name: str) -> None:
    table = NAMED[name]
    known = {normalise(n) for record in store.table(table) for n in _names(table, record)}
    for record in store.table(table):
        for spelling in _names(table, record):
            first = spelling.split()[0]
            near = (f"{spelling}s", f"senior {spelling}", spelling[:-1], spelling[1:], first)
            for other in near:
                if normalise(other) not in known:
                    assert store.get(table, other) is None, other
    last = store.ids(table)[-1]
    for other in (f"{last}s", f"senior {last}"):
        with pytest.raises(mlc.UnknownNameError):
            _function(table.one)(other)


NO_NAMES: list[object] = [
    None,
    0,
    1,
    1.5,
    True,
    b"data-scientist",
    bytearray(b"aws"),
    ["aws"],
    ("aws",),
    {"id": "aws"},
    {"aws"},
    object(),
    str,
    len,
]


@pytest.mark.parametrize("name", NO_NAMES, ids=lambda name: type(name).__name__)
@each_singular
def test_what_is_no_name_is_a_type_error_that_names_it(call: str, name: object) -> None:
    if call == "salary_ranges" and name is None:
        return  # without a role: all of them
    with pytest.raises(TypeError) as caught:
        _function(call)(name)
    assert type(name).__name__ in str(caught.value)
    assert SINGULAR[call].called in str(caught.value)
    assert SINGULAR[call].model().__name__ in str(caught.value), "it says what is accepted"


@each_singular
def test_a_record_of_the_wrong_kind_is_a_type_error_that_names_it(call: str) -> None:
    own = SINGULAR[call].model()
    wrong = [store.table(spec)[0] for spec in TABLES.values() if spec.model() is not own]
    for record in (*wrong, mlc.roles(), mlc.profile("ML engineer")):
        with pytest.raises(TypeError, match=type(record).__name__):
            _function(call)(record)


@each_singular
def test_the_name_must_be_given(call: str) -> None:
    parameter = next(iter(inspect.signature(_function(call)).parameters.values()))
    assert (parameter.default is None) == (call == "salary_ranges")


def test_a_subject_without_facts_has_an_empty_table() -> None:
    none = facts_about(INDUSTRIES, "consulting", INDUSTRY_PAY)  # the article does not rank it
    assert (len(none), none) == (0, mlc.industry_pay()[:0])
    assert len(facts_about(INDUSTRIES, "finance", INDUSTRY_PAY)) == 1
