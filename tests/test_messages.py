"""What messages say, word for word: whoever reads one has nothing else to go by."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final, get_args

import pytest
from pydantic import ValidationError

import mlcareerdata as mlc
import mlcareerdata._files as files
import mlcareerdata._store as store
from mlcareerdata.__main__ import main
from mlcareerdata._registry import FACTS
from mlcareerdata._text import normalise
from mlcareerdata._titles.reader import TABLES as TITLE_TABLES
from mlcareerdata._titles.reader import TitleReader
from mlcareerdata._titles.rows import (
    TitleCharacter,
    TitleRule,
    TitleSpelling,
    TitleTerm,
)
from mlcareerdata.errors import DataIntegrityError, NotReportedError, UnknownNameError
from mlcareerdata.ids import RoleId
from mlcareerdata.models import Platform, Record, TitleMatch

READ: Final = files.read
Rows = list[dict[str, Any]]

# What a caller without a type checker may pass.
NO_NAME: Final[Any] = 3
NOTHING: Final[Any] = None
A_NAME: Final[Any] = "id"
NO_ORDER: Final[Any] = object()

DAMAGED: Final = (
    "The packaged data is damaged: reinstall mlcareerdata, or, if you edited the file, see "
    "docs/contributing.md"
)
LEFT_OUT: Final = (
    "Whoever packed this program left it out: have the packer include the data files of the "
    "package mlcareerdata (docs/frozen-programs.md says how), or reinstall mlcareerdata"
)


def test_a_table_says_that_it_cannot_be_changed() -> None:
    table: Any = mlc.roles()
    with pytest.raises(AttributeError, match=r"^a Table is immutable$"):
        table.x = 1
    with pytest.raises(AttributeError, match=r"^a Table is immutable$"):
        del table.x


# --- How long a message may get ----------------------------------------------------------------


def test_a_name_of_eighty_characters_is_shown_whole_and_no_longer_one() -> None:
    assert str(UnknownNameError("role", "x" * 80)) == f"unknown role '{'x' * 80}'"
    assert str(UnknownNameError("role", "x" * 81)) == f"unknown role '{'x' * 80}...'"


@pytest.mark.parametrize(("count", "more"), [(11, ""), (12, ""), (13, " and 1 more")])
def test_twelve_ids_are_named(count: int, more: str) -> None:
    ids = tuple(f"id-{number}" for number in range(count))
    named = ", ".join(ids[:12]) + more
    assert str(UnknownNameError("role", "x", ids)) == f"unknown role 'x'; known: {named}"
    assert str(NotReportedError("role", "a", "pay", ids)) == (
        f"no pay is reported for the role 'a'; reported for: {named}"
    )


@pytest.mark.parametrize("letter", ["A", "\u00c9"], ids=["ASCII", "not ASCII"])
def test_a_name_of_four_hundred_characters_is_folded_and_no_longer_one(letter: str) -> None:
    assert normalise(letter * 400) == letter.lower() * 400
    assert normalise(letter * 401) == letter * 401
    spaced = "  ".join(letter * 200)  # 399 characters, once each space is one
    assert normalise(f" {spaced}") == " ".join(letter.lower() * 200)
    assert normalise(f" {spaced} {letter * 2}") == " ".join([*letter * 200, letter * 2])


# --- Names -------------------------------------------------------------------------------------


def _unchecked(record: Any) -> Any:
    return record


def _by_name(table: mlc.Table[Any], name: Any = "id") -> object:
    return table[name]


@pytest.mark.parametrize(
    ("ask", "message"),
    [
        (lambda: mlc.role(NO_NAME), "a role is looked up by a string (its id or a name), or by the Role itself, not by int"),
        (lambda: mlc.industry(NOTHING), "an industry is looked up by a string (its id or a name), or by the Industry itself, not by NoneType"),
        (lambda: mlc.match_title(NO_NAME), "a job title is a str, not int (a column with missing values is read by mlcareerdata.frames.match_titles)"),
        (lambda: mlc.cite(NO_NAME), "cite takes a record of mlcareerdata or a table, as in cite(role('ML engineer')), not int"),
        (lambda: mlc.roles().filter(NOTHING), "filter takes a function, as in filter(lambda record: record.id), not NoneType"),
        (lambda: mlc.roles().sorted(NO_NAME), "sorted takes a function, as in sorted(lambda record: record.id), not int"),
        (lambda: mlc.platforms().sorted(lambda record: _unchecked(record).vendor), "the key of <Platform vendor-neutral> is None, and None has no place in an order: leave out what is not known first, as in table.filter(lambda record: record.year is not None)"),
        (lambda: mlc.platforms().sorted(lambda record: (_unchecked(record).vendor, 1)), "the key of <Platform vendor-neutral> is (None, 1), and None has no place in an order: leave out what is not known first, as in table.filter(lambda record: record.year is not None)"),
        (lambda: mlc.platforms().sorted(lambda _: NO_ORDER), "'<' not supported between instances of 'object' and 'object'"),
        (lambda: mlc.roles().to_dicts(join=NO_NAME), "join is a text to put between the items of a list, as in join='; ', not int"),
        (lambda: mlc.wages()[:0].to_polars(join=NO_NAME), "join is a text to put between the items of a list, as in join='; ', not int"),
        (lambda: A_NAME in mlc.salary_range("MLE"), "a range of pay holds amounts, as in 95_000 in salary_range('ML engineer'), not a str"),
        (lambda: _by_name(mlc.roles()), "a Table is indexed by position, not by column; for columns use to_pandas(), for one [record.id for record in table]"),
        (lambda: _by_name(mlc.Table(Platform, ()), "aws"), "a Table is indexed by position, not by name; use mlcareerdata.platform('aws')"),
        (lambda: _by_name(mlc.findings(), "check_verdict"), "a Table is indexed by position, not by column; for columns use to_pandas()"),
        (lambda: _by_name(mlc.roles(), "check_verdict"), "a Table is indexed by position, not by name; use mlcareerdata.role('check_verdict')"),
        (lambda: _by_name(mlc.roles(), ["id", "title"]), "a Table is indexed by position, not by list"),
        (lambda: mlc.Table(mlc.Profile, ()).to_dicts(), "a Table of Profile has no flat rows, for no column can hold the field 'role' of type Role; to_json() writes it whole"),
        (lambda: mlc.Table(Record, ()).to_dicts(), "a Table of Record has no columns, for its records may be of several kinds; take a table of one kind, such as Role"),
        (lambda: mlc.compare("MLE", "BI analyst").__array__(), "a Comparison is not an array: use to_pandas(), to_polars() or to_arrow() for a frame"),
        (lambda: _by_name(mlc.wages()), "a Table is indexed by position, not by name; use mlcareerdata.wages('id')"),
        (lambda: _by_name(mlc.checks()), "a Table is indexed by position, not by name; use filter"),
        (lambda: _by_name(mlc.Table(TitleMatch, [])), "a Table is indexed by position, not by name; use filter"),
        (lambda: mlc.roles().__array__(), "a Table is not an array: use to_pandas(), to_polars() or to_arrow() for a frame, or numpy.array([record.low for record in table]) for one column"),
    ],
)  # fmt: skip
def test_a_wrong_type_is_named(ask: Callable[[], object], message: str) -> None:
    with pytest.raises(TypeError) as caught:
        ask()
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("ask", "message"),
    [
        (lambda: mlc.role("zzzz"), f"unknown role 'zzzz'; known: {', '.join(get_args(RoleId))} (a job title as an employer typed it is read by match_title)"),
        (lambda: mlc.role("data scintist"), "unknown role 'data scintist'; did you mean 'data-scientist'? (a job title as an employer typed it is read by match_title)"),
        (lambda: mlc.occupation("15-2051.99"), "unknown occupation '15-2051.99'; did you mean '15-2051' or '15-1299'? (the occupation of a role: occupation_for(role))"),
        (lambda: mlc.finding("deployment experience"), "unknown finding 'deployment experience'; did you mean 'deployment-experience-sought'? (findings() has them all)"),
        (lambda: mlc.wages_near("WA", "data scientist"), f"unknown role or occupation 'WA'; known: {', '.join(get_args(RoleId))}, 15-2051, 15-1221, 15-1252 and 1 more (that is an area, which comes second: wages_near('data scientist', 'Seattle'))"),
        (lambda: mlc.area("USA"), "unknown area 'USA' (the nation is no area: its wages are those of wages(occupation))"),
        (lambda: mlc.area("98101"), "unknown area '98101'; known: 0100000 (Alabama), 0200000 (Alaska), 0400000 (Arizona), 0500000 (Arkansas), 0600000 (California), 0800000 (Colorado), 0900000 (Connecticut), 1000000 (Delaware), 1100000 (District of Columbia), 1200000 (Florida), 1300000 (Georgia), 1500000 (Hawaii) and 42 more (a code is BLS's of seven digits, or the five of a metropolitan area (CBSA); a ZIP code is neither; areas() has them all)"),
        (lambda: mlc.area("Zzzz, DE"), "unknown area 'Zzzz, DE'; known: 1000000 (Delaware), 0020100 (Dover, DE), 0037980 (Philadelphia-Camden-Wilmington, PA-NJ-DE-MD), 1000005 (Sussex Delaware nonmetropolitan area) (only cities that an area is named after are known; for another city ask for its state, as in 'WA', or find its area in areas(kind='metro'))"),
        (lambda: mlc.area("Seatle"), "unknown area 'Seatle'; did you mean '0042660' (Seattle-Tacoma-Bellevue, WA)? (only cities that an area is named after are known; for another city ask for its state, as in 'WA', or find its area in areas(kind='metro'))"),
        (lambda: mlc.area("Springfield"), "'Springfield' is the name of more than one area: 0021660 (Eugene-Springfield, OR), 0044100 (Springfield, IL), 0044140 (Springfield, MA), 0044180 (Springfield, MO), 0044220 (Springfield, OH) (a city is found with its state, as in 'Portland, OR'; areas() has them all)"),
        (lambda: mlc.wages_near("zzzz", "Seattle"), f"unknown role or occupation 'zzzz'; known: {', '.join(get_args(RoleId))}, 15-2051, 15-1221, 15-1252 and 1 more (a job title as an employer typed it is read by match_title)"),
        (lambda: mlc.wages_near("data sientist", "Seattle"), "unknown role or occupation 'data sientist'; did you mean 'data-scientist' or '15-2051'? (a job title as an employer typed it is read by match_title)"),
        (lambda: mlc.entry_profile("AI research scientist"), f"no entry profile is reported for the role 'ai-research-scientist'; reported for: {', '.join(get_args(RoleId)[:4])}"),
        (lambda: mlc.remote_fit("BI analyst"), f"no remote fit is reported for the role 'business-intelligence-analyst'; reported for: {', '.join(get_args(RoleId)[:3])}, data-analyst"),
        (lambda: mlc.growth_path("MLE"), "no growth path is reported for the role 'machine-learning-engineer'; reported for: data-scientist, ai-engineer, machine-learning-specialist, business-intelligence-analyst"),
        (lambda: mlc.demand_in("telecommunications"), "no account of demand is reported for the industry 'telecommunications'; reported for: technology, finance, healthcare, automotive"),
        (lambda: mlc.pay_in("consulting"), "no place in the order of pay is reported for the industry 'consulting'; reported for: finance, technology, healthcare, automotive, telecommunications"),
        (lambda: mlc.hiring_in("automotive"), "no stance on hiring is reported for the industry 'automotive'; reported for: technology, consulting, healthcare, finance"),
        (lambda: mlc.salary_range("data analyst"), "no salary range is reported for the role 'data-analyst'; reported for: machine-learning-engineer, ai-research-scientist, data-scientist, software-engineer-ml (pay of other kinds, some of it for all levels: salary_ranges('data-analyst'))"),
    ],
)  # fmt: skip
def test_a_miss_says_what_to_do(ask: Callable[[], object], message: str) -> None:
    with pytest.raises(LookupError) as caught:
        ask()
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("call", "called"),
    [
        *((name, name) for name in ("role", "industry", "skill", "platform", "certification")),
        *((name, name) for name in ("occupation", "area", "finding", "faq", "perspective", "source")),
    ],
)  # fmt: skip
def test_a_miss_says_what_was_looked_for(call: str, called: str) -> None:
    look_up: Callable[[object], object] = getattr(mlc, call)
    with pytest.raises(UnknownNameError, match=f"^unknown {called} 'zzzz'; known: ") as caught:
        look_up("zzzz")
    assert caught.value.kind == called
    with pytest.raises(TypeError, match=f"^an? {called} is looked up by a string"):
        look_up(3)


KINDS = "role, industry, skill, platform, certificate, occupation, finding or area"
KNOWN = "; ".join(
    f"{table}: {', '.join(get_args(FACTS[table].model().model_fields['id'].annotation))}"
    for table in ("roles", "industries", "skills", "platforms", "certifications", "occupations")
)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("nurse", f"unknown {KINDS} 'nurse' (known {KNOWN}; findings and areas by their ids and names)"),
        ("projected-grwth", f"unknown {KINDS} 'projected-grwth'; did you mean 'projected-growth'?"),
        ("data sceintist", f"unknown {KINDS} 'data sceintist'; did you mean 'data-scientist' or '15-2051'?"),
        ("cape", f"unknown {KINDS} 'cape'; did you mean 'certified-analytics-professional' or '0016220' (Casper, WY) or '0015980' (Cape Coral-Fort Myers, FL)?"),
        ("machine", f"unknown {KINDS} 'machine'; did you mean 'aws-machine-learning-specialty' or 'google-professional-ml-engineer' or 'aws-machine-learning-engineer-associate'?"),
    ],
)  # fmt: skip
def test_the_command_line_says_what_is_near(
    capsys: pytest.CaptureFixture[str], name: str, message: str
) -> None:
    assert main([name]) == 2
    assert capsys.readouterr().err == f"{message}\n"


# --- Damage ------------------------------------------------------------------------------------


Damage = Callable[[Rows], object]


def _without(field: str) -> Damage:
    def damage(rows: Rows) -> Rows:
        return [{name: v for name, v in rows[0].items() if name != field}, *rows[1:]]

    return damage


def _with(at: int, **fields: object) -> Damage:
    def damage(rows: Rows) -> Rows:
        return [*rows[:at], {**rows[at], **fields}, *rows[at + 1 :]]

    return damage


def _first_twice(rows: Rows) -> Rows:
    return [*rows, rows[0]]


def _first_gone(rows: Rows) -> Rows:
    return rows[1:]


def _first_last(rows: Rows) -> Rows:
    return [*rows[1:], rows[0]]


def _without_the_last(rows: Rows) -> Rows:
    return rows[:-1]


def _no_list(rows: Rows) -> object:
    return {"rows": rows}


@pytest.mark.parametrize(
    ("name", "damage", "where", "problem"),
    [
        ("roles", _no_list, None, "not a list of records"),
        ("roles", _without("title"), "machine-learning-engineer", "title: Field required"),
        ("roles", _without("id"), "number 1", "id: Field required"),
        ("roles", _with(0, title="", summary=""), "machine-learning-engineer", "title: String should have at least 1 character"),
        ("roles", _with(0, citations=[{"note": "A note."}]), "machine-learning-engineer", "citations.0.source: Field required"),
        ("wages", _with(2, mean="1"), "15-1252 2025", "mean: Input should be a valid integer"),
        ("roles", _first_twice, "machine-learning-engineer", "the record is in the file twice"),
        ("projections", _with(0, end=2000), "15-2051 2025 ['15-2051']", "Value error, a projection ends after it starts"),
        ("faqs", _first_gone, None, "it has 3 records, and was released with 4"),
        ("area_wages", _with(0, area="0000000"), "15-2051 0000000 2025", "area: no area has the id '0000000'"),
        ("areas", _with(0, id="0000000"), "0000000", "id: no area has the id '0000000'"),
        ("industry_pay", _with(1, position=3), "technology", "its position should be 2"),
        ("wages", _first_last, "15-2051 2025", "the record is out of order"),
        ("industries", _first_last, "finance", "by ids.py, 'technology' should stand in its place"),
        ("skills", _without_the_last, None, "the record 'version-control-and-cloud', which ids.py has, is missing"),
    ],
)  # fmt: skip
@pytest.mark.usefixtures("unread")
def test_damage_is_described(
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    damage: Damage,
    where: str | None,
    problem: str,
) -> None:
    text = json.dumps(damage(json.loads(READ(name)))).encode()
    _refused(monkeypatch, name, text, where, problem)


@pytest.mark.parametrize(
    ("text", "where", "problem"),
    [
        (b"[", None, "not JSON: EOF while parsing a list at line 1 column 1"),
        (b"[NaN]", None, "not JSON: expected value at line 1 column 2"),
        (b"[1]", None, "not a list of records"),
    ],
)  # fmt: skip
@pytest.mark.usefixtures("unread")
def test_a_file_that_is_no_table_is_described(
    monkeypatch: pytest.MonkeyPatch, text: bytes, where: str | None, problem: str
) -> None:
    _refused(monkeypatch, "roles", text, where, problem)


def _refused(
    monkeypatch: pytest.MonkeyPatch, name: str, text: bytes, where: str | None, problem: str
) -> None:
    def read(_: str) -> bytes:
        return text

    monkeypatch.setattr(files, "read", read)
    with pytest.raises(DataIntegrityError) as caught:
        store.table(FACTS[name])
    assert (caught.value.record, caught.value.problem) == (where, problem)
    place = f"{name}.json, record {where!r}" if where else f"{name}.json"
    assert str(caught.value) == f"{place}: {problem}. {DAMAGED}"
    assert not caught.value.missing


def _raises(error: Exception) -> Callable[[str], bytes]:
    def read(_: str) -> bytes:
        raise error

    return read


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (FileNotFoundError(), f"roles.json: the file is missing. {LEFT_OUT}"),
        (PermissionError(13, "Permission denied"), f"roles.json: the file cannot be read: Permission denied. {DAMAGED}"),
        (OSError("odd"), f"roles.json: the file cannot be read: odd. {DAMAGED}"),
        (ValueError("bad zip"), f"roles.json: the file cannot be read: bad zip. {DAMAGED}"),
    ],
    ids=repr,
)  # fmt: skip
@pytest.mark.usefixtures("unread")
def test_a_file_that_cannot_be_read_is_described(
    monkeypatch: pytest.MonkeyPatch, error: Exception, message: str
) -> None:
    monkeypatch.setattr(files, "read", _raises(error))
    with pytest.raises(DataIntegrityError) as caught:
        store.table(FACTS["roles"])
    assert str(caught.value) == message
    assert caught.value.missing is isinstance(error, FileNotFoundError)


# --- The tables of titles ----------------------------------------------------------------------


def _rule(pattern: str) -> TitleRule:
    return TitleRule(id="x", role="data-analyst", when=(pattern,), why="y")


@pytest.mark.parametrize(
    ("table", "row", "problem"),
    [
        ("rules", _rule("@nowhere analyst"), "there is no term @nowhere; the terms are in title_terms.json"),
        ("rules", _rule("data analysts"), "'analysts' is a spelling of 'analyst': write 'analyst' in patterns"),
        ("terms", TitleTerm(id="x", phrases=("a @x",), why="y"), "it refers to itself: @x, @x"),
        ("terms", TitleTerm(id="y", phrases=("a @y",), why="y"), "it refers to itself: @y, @y"),
        ("spellings", TitleSpelling(word="x", forms=("engineers",)), "'engineers' would be a spelling of 'engineer' and of 'x': take it, or the slips, out of one of the two rows"),
        ("characters", TitleCharacter(becomes="x", characters="\u00e9"), "the character '\u00e9' is read already"),
        ("characters", TitleCharacter(becomes="xy", characters='"'), "'\"' is common, so it has to become one character"),
        ("characters", TitleCharacter(becomes="xy", characters="\N{EN DASH}"), "'\N{EN DASH}' is common, so it has to become one character"),
    ],
)  # fmt: skip
def test_a_row_that_cannot_be_says_why(table: str, row: Any, problem: str) -> None:
    rows = (*getattr(TITLE_TABLES.get(), table), row)
    with pytest.raises(ValueError, match=r".") as caught:
        TitleReader(replace(TITLE_TABLES.get(), **{table: rows}))
    assert str(caught.value) == problem


@pytest.mark.parametrize(
    ("pattern", "problem"),
    [
        ("d.ta", "'d.ta' in the pattern 'd.ta' is neither a lower-case word, a|b, @term, an item with ?, a comma, &, *1 to *4, !@term nor ~. A pattern has no regular expressions."),
        (", &", "the pattern ', &' asks for no word at all, so it finds anything"),
        ("*2", "the pattern '*2' asks for no word at all, so it finds anything"),
        ("!@job ,", "the pattern '!@job ,' asks for no word at all, so it finds anything"),
        ("data?", "the pattern 'data?' asks for no word at all, so it finds anything"),
        ("~ data", "the pattern '~ data' must begin with something that has to be there"),
        ("data? analyst", "the pattern 'data? analyst' must begin with something that has to be there"),
    ],
)  # fmt: skip
def test_a_pattern_that_is_none_says_why(pattern: str, problem: str) -> None:
    with pytest.raises(ValidationError) as caught:
        _rule(pattern)
    assert caught.value.errors()[0]["msg"] == f"Value error, {problem}"


@pytest.mark.parametrize(
    ("name", "before", "first", "where", "field"),
    [
        ("faqs", b'"id":', b'"topic": "x", "answer": "y", ', "theory-or-practice", "topic"),
        ("salary_ranges", b'"label":', b'"drivers": "x", ', "Entry-level jobs reported", "drivers"),
    ],
)
@pytest.mark.usefixtures("unread")
def test_a_field_that_stands_there_twice_is_named(
    monkeypatch: pytest.MonkeyPatch, name: str, before: bytes, first: bytes, where: str, field: str
) -> None:
    text = READ(name).replace(before, first + before, 1)
    _refused(monkeypatch, name, text, where, f"the field {field!r} stands there twice")


@pytest.mark.parametrize(
    ("ask", "message"),
    [
        (lambda: mlc.findings(topic=A_NAME), "topic must be 'demand' or 'salary' or 'skills' or 'experience' or 'certifications' or 'remote' or 'competition' or 'growth' or 'education', not 'id'"),
        (lambda: mlc.findings(kind=A_NAME), "kind must be 'claim' or 'recommendation', not 'id'"),
        (lambda: mlc.checks(verdict=A_NAME), "verdict must be 'supported' or 'partly' or 'contradicted' or 'outdated' or 'unconfirmed', not 'id'"),
        (lambda: mlc.certs_for("AWS", status=A_NAME), "status must be 'active' or 'retired', not 'id'"),
        (lambda: mlc.certs_for("AWS", beginners=A_NAME), "beginners must be True or False, not 'id'"),
        (lambda: mlc.areas(kind=A_NAME), "kind must be 'state' or 'metro' or 'nonmetro', not 'id'"),
        (lambda: mlc.area_wages(kind=A_NAME), "kind must be 'state' or 'metro' or 'nonmetro', not 'id'"),
        (lambda: mlc.area_wages("zzzz", kind=A_NAME), "kind must be 'state' or 'metro' or 'nonmetro', not 'id'"),
        (lambda: mlc.salary_ranges(level=A_NAME), "level must be 'entry' or 'all', not 'id'"),
    ],
)  # fmt: skip
def test_an_argument_that_is_not_accepted_is_named(ask: Callable[[], object], message: str) -> None:
    with pytest.raises(ValueError, match=r".") as caught:
        ask()
    assert str(caught.value) == message
