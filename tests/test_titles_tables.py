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
from mlcareerdata._titles.clues import gates
from mlcareerdata._titles.patterns import Patterns
from mlcareerdata._titles.reader import READER, TABLES, TitleReader
from mlcareerdata._titles.rows import Row, TitleLevel, TitleRule, TitleSpelling, TitleTerm
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


def test_rules_are_asked_in_this_order() -> None:
    """Typed a second time: the first rule that holds decides, so their order is part of them."""
    assert [row.id for row in TABLES.get().rules] == [
        *("manager", "trainer-of-machines", "teacher-of-people", "forward-deployed"),
        *("data-scientist", "applied-scientist", "scientist-of-data-science", "bi-analyst"),
        *("data-analyst", "analyst-of-bi", "specialist-in-bi", "intelligence-analyst-in-business"),
        *("data-and-other-analyst", "analyst-of-data", "ml-engineer", "ai-engineer"),
        *("ml-specialist", "software-engineer-of-ai", "ml-engineer-split", "ai-engineer-split"),
        *("language-developer-of-ai", "engineer-of-ml", "engineer-of-ai"),
        *("research-scientist-of-ai", "ai-scientist", "scientist-of-ai", "researcher-of-ai"),
        *("research-assistant-of-ai", "ai-research-intern", "specialist-in-ml"),
        *("software-engineering-of-ai", "ml-engineering-intern", "ai-engineering-intern"),
        *("data-science-intern", "bi-intern", "data-analytics-intern"),
    ]
    assert [(row.id, row.seniority) for row in TABLES.get().levels] == [
        (level, level) for level in ("lead", "senior", "entry", "intern")
    ]


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


@pytest.mark.parametrize(
    "pattern",
    [
        *("data", "x", "xgboost", "data|xgboost", "@ml", "@ml|data", "data *1 data", "data *4 x"),
        *("data ~ x", "data !@job x", "data x?", "data , x", "data & x", ", data", "& data"),
    ],
)
def test_patterns_that_are_patterns_are_taken_as_they_are(pattern: str) -> None:
    assert TitleRule(id="x", when=(pattern,), why="y").when == (pattern,)


@pytest.mark.parametrize("name", FILES)
def test_a_row_cannot_be_changed(name: str) -> None:
    row: Row = getattr(TABLES.get(), name)[0]
    for field in type(row).model_fields:
        with pytest.raises(ValidationError, match="frozen"):
            setattr(row, field, ())
    assert {row} == {row.model_copy()}
    with pytest.raises(AttributeError):
        setattr(TABLES.get(), name, ())


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
    alone = frozenset({"statistician"})
    assert gates([(alone,)]) == (alone, alone), "a rule with one need has it in both"


def test_characters_are_in_one_row_each_and_letters_are_all_there() -> None:
    rows = TABLES.get().characters
    known = {char: row.becomes for row in rows for char in row.characters}
    assert len(known) == sum(len(row.characters) for row in rows), "a character is in two rows"
    for char, becomes in known.items():
        if char.isascii():
            assert not char.isalnum(), "ASCII letters and digits are read without the table"
            assert len(becomes) == 1, "an ASCII character has to become exactly one"
    letters = {char: bare for code in range(0x80, 0x20000) if (bare := _letters(char := chr(code)))}
    for char, bare in letters.items():
        assert known.get(char) == bare, f"{char!r} should become {bare!r}"
    others = {char: becomes for char, becomes in known.items() if char not in letters}
    assert others == {char: becomes for becomes, chars in OTHERS.items() for char in chars}


def _letters(char: str) -> str:
    """The plain letters of which Unicode says that the letter is made, or ``""``."""
    if unicodedata.category(char) not in {"Lu", "Ll", "Lt"}:
        return ""
    parts = unicodedata.normalize("NFKD", char)
    bare = "".join(part for part in parts if not unicodedata.combining(part))
    return bare.lower() if bare.isascii() and bare.isalpha() else ""


def _range(first: int, last: int) -> str:
    return "".join(map(chr, range(first, last + 1)))


# Typed a second time: what becomes a break, a joint, a dash or nothing, and letters with a stroke,
# a tail or a ligature, of which Unicode does not say what they are made of.
OTHERS = {
    ",": ",;:|()[]{}<>=*~#@!?"
    "\u00a1\u00bf\u00a7\u00b6\u00b7\u2022\u2023\u2024\u2025\u2026\u2027\u2219\u25cf\u25cb\u25e6"
    "\u25a0\u25a1\u25aa\u25ab\u2605\u2606\u25ba\u25b6\u2192\u21d2\u27f6\u3001\u3002\u2016\u00a6"
    "\u037e\u207c\u207d\u207e\u208c\u208d\u208e\u2260\u226e\u226f\ufe10\ufe47\ufe48\ufe50\ufe5f"
    "\ufe61\ufe6b\uff01\uff03\uff0c\uff3b\uff3d"
    + _range(0x3008, 0x3011)
    + _range(0x3014, 0x3017)
    + _range(0xFE13, 0xFE16)
    + _range(0xFE35, 0xFE38)
    + _range(0xFE54, 0xFE57)
    + _range(0xFE59, 0xFE5C)
    + _range(0xFE64, 0xFE66)
    + _range(0xFF08, 0xFF0A)
    + _range(0xFF1A, 0xFF20)
    + _range(0xFF5B, 0xFF5E),
    "&": "&/+\\\u2044\u2215\u207a\u208a\ufb29\ufe60\ufe62\ufe68\uff06\uff0b\uff0f\uff3c",
    "-": "-_\u2212\u2e3a\u2e3b\ufe58\ufe33\ufe34\ufe4d\ufe4e\ufe4f\ufe63\uff0d\uff3f"
    "\u201c\u201d\u201e"
    + _range(0x2010, 0x2015),
    "": "\u00ad\u061c\ufeff"
    + _range(0x0300, 0x036F)
    + _range(0x1AB0, 0x1AFF)
    + _range(0x1DC0, 0x1DFF)
    + _range(0x200B, 0x200F)
    + _range(0x202A, 0x202E)
    + _range(0x2060, 0x2064)
    + _range(0x20D0, 0x20FF)
    + _range(0xFE00, 0xFE0F)
    + _range(0xFE20, 0xFE2F),
    "ae": "\u00c6\u00e6", "d": "\u00d0\u00f0\u0110\u0111", "h": "\u0126\u0127", "i": "\u0131",
    "k": "\u0138", "l": "\u0141\u0142", "n": "\u014a\u014b", "o": "\u00d8\u00f8",
    "oe": "\u0152\u0153",
    "ss": "\u00df\u1e9e", "t": "\u0166\u0167", "th": "\u00de\u00fe",
}  # fmt: skip


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


def test_what_is_read_by_bytes_is_read_as_the_table_says() -> None:
    fold = READER.get().characters.fold
    for char in map(chr, range(0xD800)):
        by_bytes, by_table = fold(f"{char}é"), fold(f"{char}é中")  # the last is in no alphabet here
        assert by_bytes + b" " == by_table
