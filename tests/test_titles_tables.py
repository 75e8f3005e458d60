"""The tables by which job titles are read: what is refused, and that every part of them is used."""

import json
import re
import unicodedata
from dataclasses import replace
from pathlib import Path

import importlib_resources
import pytest
from pydantic import ValidationError

from mlcareerdata import match_title
from mlcareerdata._titles.patterns import Patterns, gates
from mlcareerdata._titles.reader import READER, TABLES, TitleReader
from mlcareerdata._titles.rows import TitleLevel, TitleRule, TitleSpelling, TitleTerm
from mlcareerdata._titles.words import Vocabulary, slips
from mlcareerdata.models._titles import TitleMatch
from titles_table import decisions

FILES = ("characters", "spellings", "terms", "rules", "levels")
NEAR = Path(__file__).with_name("near_words.txt")


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
    patterns = [p for row in decisions() for p in (*row.when, *row.also, *row.unless, *row.aside)]
    patterns += [phrase for term in tables.terms for phrase in term.phrases]
    used = {name for p in patterns for item in p.split() for name in item.strip("?!").split("|")}
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
        "!@job data", "data !job", "data !",
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


def test_one_wrong_letter_is_read_as_the_word() -> None:
    words = READER.get().vocabulary.words
    for row in TABLES.get().spellings:
        if not row.slips:
            continue
        word = row.word
        for at in range(len(word)):
            missing = word[:at] + word[at + 1 :]
            changed = f"{word[:at]}x{word[at + 1 :]}"
            doubled = word[:at] + word[at] + word[at:]
            swapped = word[:at] + word[at : at + 2][::-1] + word[at + 2 :]
            for slip in {missing, changed, doubled, swapped} - {*row.others}:
                assert words.get(slip) == word, f"{slip!r} should be read as {word!r}"


def test_slips_turn_no_other_word_into_one_of_ours() -> None:
    """The list has English words within two letters of a word with slips, and some more."""
    words = READER.get().vocabulary.words
    taken = {
        near: words[near] for near in NEAR.read_text().split() if words.get(near, near) != near
    }
    assert not taken, f"real words are read as others; put them into `others`: {taken}"


def test_others_are_slips() -> None:
    for row in TABLES.get().spellings:
        assert set(row.others) <= slips(row.word), f"{row.word}: {row.others}"


def test_words_without_a_space_are_read_as_the_words() -> None:
    words = READER.get().vocabulary.words
    assert words["datascientist"] == "data scientist"
    assert words["machinelearningengineerii"] == "machine learning engineer ii"
    rows = (TitleSpelling(word="data"), TitleSpelling(word="base", behind=("data",)))
    assert Vocabulary(rows).words["database"] == "data base"


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


def test_work_grows_with_the_text_and_no_faster() -> None:
    """Timing is for benchmarks; this tests that no expression can take ever longer."""
    patterns = Patterns(TABLES.get().terms, READER.get().vocabulary)
    for row in decisions():
        for some in (row.when, row.also, row.unless, row.aside):
            regex = patterns.regex(some) if some else ""
            bounded = re.sub(r"\[[^]]*\]\+ ", "", regex)  # a word: ends at the first space
            bounded = bounded.replace("[&+] ", "")
            assert not re.search(r"[*+]|\{\d+,\}", bounded), (
                f"{row.id}: a repetition without an upper bound makes long texts slow"
            )


def test_the_alphabet_of_windows_is_read_as_the_table_says() -> None:
    fold = READER.get().characters.fold
    for char in map(chr, range(0xD800)):
        by_bytes, by_table = fold(f"{char}é"), fold(f"{char}é中")  # the last is in no alphabet here
        assert by_bytes + b" " == by_table
