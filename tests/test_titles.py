"""Reading job titles: the answers, the tables, and what holds for any text."""

import csv
import json
import pickle
import random
import re
import unicodedata
from dataclasses import replace
from pathlib import Path

import importlib_resources
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from mlcareerdata import match_title
from mlcareerdata._titles.fold import LONG, tokens
from mlcareerdata._titles.patterns import Patterns, gates
from mlcareerdata._titles.reader import READER, TABLES, TitleReader
from mlcareerdata._titles.rules import Rule
from mlcareerdata._titles.rows import (
    TitleLevel,
    TitleRule,
    TitleSpelling,
    TitleTerm,
)
from mlcareerdata._titles.words import Vocabulary, slips
from mlcareerdata.ids import RoleId
from mlcareerdata.models._titles import TitleMatch

TABLE = Path(__file__).with_name("titles.csv")
with TABLE.open(encoding="utf-8", newline="") as file:
    TITLES = [(row["title"], row["role_id"], row["seniority"]) for row in csv.DictReader(file)]
WITH_ROLE = [title for title, role, _ in TITLES if role]
WITHOUT_ROLE = [title for title, role, _ in TITLES if not role]
FILES = ("characters", "spellings", "terms", "rules", "levels")


def decisions() -> list[TitleRule | TitleLevel]:
    return [*TABLES.get().rules, *TABLES.get().levels]


def line_of(title: str) -> str:
    reader = READER.get()
    said = [reader.vocabulary.words.get(t, t) for t in tokens(reader.characters.fold(title))]
    return f" {' '.join(said)} "


def deciding(title: str) -> Rule[TitleRule] | None:
    """The first rule of the whole table that holds: no gates, no clues."""
    line = line_of(title)
    return next((rule for rule in READER.get().rules.all if rule.find(line)), None)


def role_of(title: str) -> RoleId | None:
    found = match_title(title)
    return found.role if found else None


# --- the answers ---


def test_every_title_of_the_table_is_read_right() -> None:
    wrong: list[str] = []
    for title, role, seniority in TITLES:
        found = match_title(title)
        got = (found.role, found.seniority or "") if found else ("", "")
        if got != (role, seniority):
            rule = deciding(title)
            wrong.append(
                f"{title!r}: {got}, should be {(role, seniority)}; by {rule and rule.row.id}"
            )
    assert not wrong, (
        "Titles are read otherwise than tests/titles.csv says. If you changed a rule, look whether "
        "you meant these; if you did, change the table:\n" + "\n".join(wrong)
    )


def test_the_table_of_titles_is_big_and_hard_enough() -> None:
    roles = {role for _, role, _ in TITLES}
    assert len(TITLES) >= 300
    assert len(WITHOUT_ROLE) >= len(TITLES) / 3, "at least a third should be near misses"
    assert len(roles - {""}) == 9, "each role needs titles"
    assert len({title for title, _, _ in TITLES}) == len(TITLES), "a title stands there twice"


def test_every_rule_decides_a_title() -> None:
    decided = {rule.row.id for title, _, _ in TITLES if (rule := deciding(title))}
    idle = [row.id for row in TABLES.get().rules if row.id not in decided]
    assert not idle, f"add a title to tests/titles.csv that each of these rules decides: {idle}"


def test_every_veto_stops_a_title() -> None:
    patterns = Patterns(TABLES.get().terms, READER.get().vocabulary)
    lines = [line_of(title) for title, _, _ in TITLES]
    idle: list[str] = []
    for row in decisions():
        free = Rule(row.model_copy(update={"unless": ()}), patterns)
        vetoed = Rule(row, patterns)
        if row.unless and not any(free.find(line) and not vetoed.find(line) for line in lines):
            idle.append(row.id)
    assert not idle, f"add a title to tests/titles.csv that each of these stops by `unless`: {idle}"


@pytest.mark.parametrize(
    ("title", "matched"),
    [
        ("Sr. ML Engineer II (Remote)", "ML Engineer"),
        ("senior DATA-scientist, growth", "DATA-scientist"),
        ("Software Engineer II - Machine Learning", "Software Engineer II - Machine Learning"),
        ("Analyst, Business Intelligence!", "Analyst, Business Intelligence"),
        ("Machine Learning (ML) Engineer", "Machine Learning (ML) Engineer"),
        ("Data and Reporting Analyst", "Data and Reporting Analyst"),
        ("Ｄａｔａ Ｓｃｉｅｎｔｉｓｔ x", "Ｄａｔａ Ｓｃｉｅｎｔｉｓｔ"),
        ("Straße ﬁrst Data Sciéntist, x", "Data Sciéntist"),
        ("A.I. Engineer", "A.I. Engineer"),
        ("Da\u200bta Scien\u00adtist", "Da\u200bta Scien\u00adtist"),
    ],
)
def test_matched_is_the_deciding_words_as_they_stand(title: str, matched: str) -> None:
    found = match_title(title)
    assert found is not None
    assert found.matched == matched


def test_a_match_is_a_frozen_record_whose_repr_names_all_fields() -> None:
    found = match_title("Lead Data Analyst")
    assert found is not None
    assert repr(found) == (
        "TitleMatch(role='data-analyst', seniority='lead', "
        "matched='Data Analyst', text='Lead Data Analyst')"
    )
    assert pickle.loads(pickle.dumps(found)) == found
    assert hash(found) == hash(match_title("Lead Data Analyst"))
    with pytest.raises(ValidationError):
        found.__setattr__("role", "data-scientist")
    with pytest.raises(AttributeError, match="frozen"):
        found.__setattr__("_x", 1)
    assert str(found) == "data-analyst, lead: 'Data Analyst'"
    assert str(match_title("AI Engineer - Basel")) == "ai-engineer: 'AI Engineer'"


@pytest.mark.parametrize("text", ["", " ", "\n", "((((", "\x00", "é", "日本語"])
def test_text_without_words_names_no_role(text: str) -> None:
    assert match_title(text) is None


@pytest.mark.parametrize("text", [None, 3, b"Data Analyst", ["Data Analyst"]])
def test_what_is_no_string_is_a_type_error_that_names_its_type(text: object) -> None:
    with pytest.raises(TypeError, match=type(text).__name__):
        match_title(text)  # type: ignore[arg-type]  # that is what is tested


# --- what holds for any text ---

WORDS = sorted({word for title, _, _ in TITLES for word in title.split()})
SIGNS = [",", "-", " - ", "/", "&", "(", ")", "é", "\u0301", "Enginer", "and", "A.I."]
TITLE_LIKE = st.one_of(
    st.lists(st.sampled_from([*WORDS, *SIGNS]), max_size=9),
    st.sampled_from(WITH_ROLE).flatmap(lambda title: st.permutations(title.split())),
    st.tuples(*[st.sampled_from(WITH_ROLE)] * 2).map(lambda two: " ".join(two).split()),
).map(" ".join)


@given(st.text())
def test_no_text_makes_it_raise(text: str) -> None:
    found = match_title(text)
    assert found is None or found.matched in text


@given(TITLE_LIKE)
def test_gates_and_clues_never_lose_an_answer(title: str) -> None:
    rule = deciding(title)
    expected = rule.row.role if rule else None
    assert role_of(title) == expected, (
        f"{title!r} is stopped before its rule {rule and rule.row.id} is asked: "
        "`Patterns.needs` has to name only words that every find has"
    )


@given(TITLE_LIKE)
def test_what_matched_stands_in_the_text_and_decides_alone(title: str) -> None:
    found = match_title(title)
    if found:
        assert found.text == title
        assert found.matched in title


@given(st.sampled_from(WITH_ROLE), st.sampled_from(["Senior", "Jr.", "Lead", "Staff", "2026"]))
def test_a_level_in_front_changes_no_role(title: str, level: str) -> None:
    assert role_of(f"{level} {title}") == role_of(title)


@given(
    st.sampled_from([*WITH_ROLE, *WITHOUT_ROLE]),
    st.sampled_from(
        [" (Remote)", ", Utrecht", " | Hybrid", " - W2 only", " #1234", "!", " (m/f/d)", "  ", "…"]
    ),
)
def test_a_place_or_a_note_behind_changes_nothing(title: str, note: str) -> None:
    before, after = match_title(title), match_title(title + note)
    assert (before and before.role) == (after and after.role)
    assert (before and before.seniority) == (after and after.seniority)


@given(st.sampled_from(WITH_ROLE), st.sampled_from(["Manager", "Director", "VP", "Head of"]))
def test_management_takes_the_role_away(title: str, manager: str) -> None:
    if "&" not in title and "/" not in title and " and " not in title.casefold():
        assert role_of(f"{manager}, {title}") is None


@given(st.sampled_from([*WITH_ROLE, *WITHOUT_ROLE]))
def test_case_does_not_matter(title: str) -> None:
    if title.isascii():
        assert role_of(title.upper()) == role_of(title.lower()) == role_of(title)


def test_work_grows_with_the_text_and_no_faster() -> None:
    """Timing is for benchmarks/titles.py; here, that no expression can look back or run away."""
    patterns = Patterns(TABLES.get().terms, READER.get().vocabulary)
    for row in decisions():
        for some in (row.when, row.also, row.unless):
            regex = patterns.regex(some) if some else ""
            bounded = regex.replace("[a-z]+ ", "")  # a word: ends at the first space
            assert not re.search(r"[*+]|\{\d+,\}", bounded), (
                f"{row.id}: a repetition without an upper bound makes long texts slow"
            )


def test_a_long_text_is_read_like_a_short_one() -> None:
    far = "nurse, " * LONG
    found = match_title(far + "Senior Data Scientist")
    assert found is not None
    assert (found.role, found.seniority, found.matched) == (
        "data-scientist",
        "senior",
        "Data Scientist",
    )
    assert match_title(far) is None


# --- the tables ---


@pytest.mark.parametrize("name", FILES)
def test_a_table_is_formatted_canonically(name: str) -> None:
    path = importlib_resources.files("mlcareerdata").joinpath("data", f"title_{name}.json")
    text = path.read_text(encoding="utf-8")
    rows = getattr(TABLES.get(), name)
    kept = [row.model_dump(mode="json", exclude_defaults=True) for row in rows]
    assert text == json.dumps(kept, indent=2, ensure_ascii=False) + "\n", (
        f"write title_{name}.json with json.dumps(rows, indent=2, ensure_ascii=False) and a line "
        "break at the end; leave out fields that equal their default; keep the order of fields"
    )


@pytest.mark.parametrize("name", ["terms", "rules", "levels"])
def test_ids_are_unique(name: str) -> None:
    ids = [row.id for row in getattr(TABLES.get(), name)]
    assert len(set(ids)) == len(ids), f"two rows of title_{name}.json have the same id"


def test_terms_and_spellings_are_all_used() -> None:
    tables = TABLES.get()
    patterns = [p for row in decisions() for p in (*row.when, *row.also, *row.unless)]
    patterns += [phrase for term in tables.terms for phrase in term.phrases]
    used = {name for p in patterns for item in p.split() for name in item.rstrip("?").split("|")}
    idle = [t.id for t in tables.terms if f"@{t.id}" not in used and t.id != "level"]
    assert not idle, f"no pattern uses these terms: {idle}"
    idle = [s.word for s in tables.spellings if s.word not in used]
    assert not idle, f"no pattern uses these words, so their spellings do nothing: {idle}"


@pytest.mark.parametrize(
    "pattern",
    [
        "^data", "data$", "d.ta", r"\w", r"\bdata\b", "(?i)data", "(data)", "data+", "data*",
        "data++", "[[]", "a&&b", "data{2}", "(?=data)", r"(data) \1", "Data", "dáta", "data9",
        "data analyst ", " data", "data  analyst", "", "*9 data", "*2", "data | analyst", "data|",
        "@", "@Data", "*1 data", "~ data", "data? analyst", ",", "& ,",
    ],
)  # fmt: skip
def test_patterns_that_are_no_patterns_are_refused_when_the_table_loads(pattern: str) -> None:
    with pytest.raises(ValidationError, match="pattern"):
        TitleRule(id="x", when=(pattern,), why="y")


@pytest.mark.parametrize("model", [TitleRule, TitleLevel, TitleSpelling, TitleTerm])
def test_rows_refuse_fields_that_they_do_not_know(model: type[TitleRule]) -> None:
    with pytest.raises(ValidationError, match="extra_forbidden"):
        model.model_validate({"colour": "red"})


def test_a_term_that_is_not_there_is_named() -> None:
    row = TitleRule(id="x", role="data-analyst", when=("@nowhere analyst",), why="y")
    with pytest.raises(ValueError, match="@nowhere"):
        TitleReader(replace(TABLES.get(), rules=(row,)))


def test_a_pattern_in_another_spelling_is_corrected() -> None:
    row = TitleRule(id="x", role="data-analyst", when=("data analysts",), why="y")
    with pytest.raises(ValueError, match="write 'analyst'"):
        TitleReader(replace(TABLES.get(), rules=(row,)))


def test_a_spelling_of_two_words_is_refused() -> None:
    rows = (TitleSpelling(word="data", forms=("dat",)), TitleSpelling(word="date", forms=("dat",)))
    with pytest.raises(ValueError, match="'dat'"):
        Vocabulary(rows)


def test_a_new_rule_changes_what_is_read() -> None:
    """How to add a title: one row."""
    row = TitleRule(
        id="decision-scientist", role="data-scientist", when=("decision scientist",), why="x"
    )
    assert match_title("Decision Scientist") is None
    terms = TitleSpelling(word="decision")
    reader = TitleReader(
        replace(
            TABLES.get(),
            rules=(row, *TABLES.get().rules),
            spellings=(*TABLES.get().spellings, terms),
        )
    )
    found = reader.read("Senior Decision Scientist")
    assert isinstance(found, TitleMatch)
    assert (found.role, found.seniority) == ("data-scientist", "senior")


def test_slips_are_what_their_expression_finds() -> None:
    chance = random.Random(4)
    for row in TABLES.get().spellings:
        if not row.slips:
            continue
        regex = re.compile(slips_regex(row.word))
        known = slips(row.word)
        assert all(regex.fullmatch(slip) for slip in known)
        for slip in chance.choices(sorted(known), k=300):
            at = chance.randrange(len(slip))
            other = slip[:at] + chance.choice(row.word) + slip[at + chance.randrange(2) :]
            assert (other in known) == bool(regex.fullmatch(other)), (row.word, other)


def test_gates_hold_a_word_of_each_rule() -> None:
    needs = [need for rule in READER.get().rules.all if rule.row.role for need in rule.needs]
    for gate in gates(needs):
        assert all(any(words <= gate for words in need) for need in needs)


def test_characters_are_in_one_row_each_and_letters_are_all_there() -> None:
    rows = TABLES.get().characters
    known = {char: row.becomes for row in rows for char in row.characters}
    assert len(known) == sum(len(row.characters) for row in rows), "a character is in two rows"
    for char, becomes in known.items():
        if char.isascii():
            assert not char.isalnum(), "ASCII letters and digits are read without the table"
            assert len(becomes) == 1, "an ASCII character has to become exactly one"
    for code in range(0x80, 0x2000):
        char = chr(code)
        bare = "".join(
            c for c in unicodedata.normalize("NFKD", char) if not unicodedata.combining(c)
        )
        if unicodedata.category(char) in {"Lu", "Ll", "Lt"} and bare.isascii() and bare.isalpha():
            assert known.get(char) == bare.lower(), f"{char!r} should become {bare.lower()!r}"
