"""The gate before the kernel: it may let too many titles pass, but must never stop a role."""

import csv
import re

from made_up import HOSTILE, TABLE, TRADES, titles
from mlcareerdata import match_title
from mlcareerdata._titles.batch import GATE, gate, read_batch
from mlcareerdata._titles.reader import READER, TABLES
from titles_table import TITLES

FOUND = re.compile(GATE.get()).search
WORDS = sorted(word.decode("ascii") for word in READER.get().fields)


def test_the_gate_lets_every_title_with_a_role_pass() -> None:
    with TABLE.open(encoding="utf-8", newline="") as file:
        known = [row["title"] for row in csv.DictReader(file)]
    some = {*known, *HOSTILE, *(title for title in titles(10_000) if title)}
    lost = [title for title in some if match_title(title) and not FOUND(title)]
    assert not lost, f"these name a role, but the gate stops them: {lost[:20]}"


def test_the_gate_lets_every_word_pass_that_a_role_needs() -> None:
    for word in WORDS:
        for written in (word, word.upper(), word.title()):
            for text in (
                written,
                f"Senior {written}, Basel",
                f"({written})",
                f"7{written}/",
                f"é{written}",
            ):
                assert FOUND(text), f"{text!r} has the word {word!r}"


def test_the_gate_lets_every_letter_pass_that_is_one_in_another_form() -> None:
    for row in TABLES.get().characters:
        if not row.becomes or row.becomes.isalpha():
            assert all(map(FOUND, row.characters)), f"some of {row.becomes!r}"


def test_the_gate_lets_pass_what_software_has_written_for_letters() -> None:
    for text in ("D&#97;ta", "D&#x61;ta", "&Auml;", "DatÃ¤", "&amp;#97;"):
        assert FOUND(text), text


def test_the_gate_stops_nearly_all_that_name_no_role() -> None:
    """Else the engines would be no faster than a loop, as with a gate that looked for nouns."""
    passing = [trade for trade in TRADES if FOUND(f"Senior {trade} Associate - Night Shift #123")]
    assert passing in ([], ["Machinist"])  # which has a piece of "machine"


def test_pieces_of_words_are_few_and_hold_for_each_of_them() -> None:
    made = gate({"analytics", "analytical", "seniorai", "ai"}, ["senior", "analyst"], ["é"])
    assert made.count("|") < 10
    for title in ("ANALYTICS", "Analytical", "SeniorAI", "(AI)", "René", "x &#97;"):
        assert re.search(made, title), title
    for title in ("Trainer", "Senior Nurse", "Analyst", "Air - Sea", "A; B"):
        assert not re.search(made, title), title


def test_a_batch_gives_what_match_title_gives() -> None:
    some = ["Sr. ML Engineer", None, "Nurse", "Sr. ML Engineer", ""]
    roles = ["machine-learning-engineer", None, None, "machine-learning-engineer", None]
    assert read_batch(some) == (roles, ["senior", None, None, "senior", None])
    assert read_batch([]) == ([], [])
    titles = [title for title, _, _ in TITLES]
    assert [*zip(*read_batch(titles), strict=True)] == [
        (match.role, match.seniority) if (match := match_title(title)) else (None, None)
        for title in titles
    ]
