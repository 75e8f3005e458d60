"""How names are compared, and what is suggested for an unknown one."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mlcareerdata._text import closest, normalise

any_text = st.text(st.characters(), max_size=30)  # lone surrogates among them
wordy = st.text(
    st.sampled_from("aZ\u00df\u0130\u00e9&-_/. \u00a0\u2013\uff21\u0301(),'"), max_size=12
)


@pytest.mark.parametrize(
    ("name", "normal"),
    [
        ("", ""),
        (" \t\n\u00a0\u3000", ""),
        ("-_/\\", ""),
        ("...!?()", ""),
        ("data scientist", "data scientist"),
        ("data-scientist", "data scientist"),
        ("DATA_SCIENTIST", "data scientist"),
        ("Data/Scientist", "data scientist"),
        ("Data\\Scientist", "data scientist"),
        ("  Data   Scientist ", "data scientist"),
        ("Data\u00a0Scientist", "data scientist"),
        ("Data\r\n\tScientist", "data scientist"),
        ("Data \u2013 Scientist", "data scientist"),
        ("Data\u2014Scientist", "data scientist"),
        ("Data\u2011Scientist", "data scientist"),
        ("Data\u2212Scientist", "data scientist"),
        ("Data -_/ Scientist", "data scientist"),
        ("-data-scientist-", "data scientist"),
        ("'Data Scientist'.", "data scientist"),
        ("\u201cData Scientist\u201d", "data scientist"),
        ("(Data Scientist)", "data scientist"),
        ("Data (Scientist)", "data (scientist"),
        ("Finance & Fintech", "finance and fintech"),
        ("Finance&Fintech", "finance and fintech"),
        ("Finance \uff06 Fintech", "finance and fintech"),
        ("&", "and"),
        ("\uff2d\uff2c \uff25ngineer", "ml engineer"),
        ("\ufb01nance", "finance"),
        ("\u3392", "mhz"),
        ("STRASSE", "strasse"),
        ("Stra\u00dfe", "strasse"),
        ("\u0130", "i\u0307"),
        ("Cafe\u0301", "caf\u00e9"),
        ("C++", "c++"),
        ("node.js", "node.js"),
        ("R&D", "r and d"),
        ("master's", "master's"),
        ("AI/ML--Engineer.", "ai ml engineer"),
        ("Max-Exam", "max exam"),
        ("Ma\u00dfex", "massex"),
        ("$100", "$100"),
        ("\x00", "\x00"),
        ("\udcff", "\udcff"),
    ],
)
def test_normalise(name: str, normal: str) -> None:
    assert normalise(name) == normal
    assert normalise(normal) == normal


@settings(max_examples=300)
@given(any_text | wordy)
def test_normalise_twice_is_normalise(name: str) -> None:
    assert normalise(normalise(name)) == normalise(name)


@settings(max_examples=300)
@given(any_text | wordy)
def test_a_normal_name_is_single_spaced_and_has_no_separator(name: str) -> None:
    normal = normalise(name)
    assert normal == " ".join(normal.split())
    assert not set("_/\\&").intersection(normal)
    assert all(unicodedata.category(char) != "Pd" for char in normal)
    assert not normal or not unicodedata.category(normal[0]).startswith("P")
    assert not normal or not unicodedata.category(normal[-1]).startswith("P")


@settings(max_examples=300)
@given(any_text | wordy)
def test_what_stands_around_a_name_makes_no_difference(name: str) -> None:
    assert normalise(f" -({name}), _") == normalise(name)


@settings(max_examples=300)
@given(st.text(st.characters(max_codepoint=127)))
def test_case_makes_no_difference(name: str) -> None:
    assert normalise(name.upper()) == normalise(name.lower()) == normalise(name)


KNOWN = [
    ("data scientist", "ds"),
    ("data science person", "ds"),
    ("data analyst", "da"),
    ("ml engineer", "mle"),
    ("ai engineer", "aie"),
    ("mi engineer", "mie"),
    ("mj engineer", "mje"),
]


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("data scientist", ("ds",)),
        ("Data-Scintist", ("ds",)),
        ("data analist", ("da",)),
        ("scientist", ("ds",)),
        ("zzzz", ()),
        ("", ()),
        ("...", ()),
        ("da", ()),
        ("ml", ()),
    ],
)
def test_closest(name: str, ids: tuple[str, ...]) -> None:
    assert closest(name, KNOWN)[: len(ids) or None] == ids


@pytest.mark.parametrize("limit", [1, 2, 3])
def test_closest_gives_the_best_first_and_no_more_than_asked(limit: int) -> None:
    found = closest("ml engineer", KNOWN, limit)
    assert found[0] == "mle"
    assert len(found) == limit


def test_closest_takes_whole_words_of_a_longer_name() -> None:
    known = [("certified analytics professional", "cap")]
    assert closest("professional", known) == closest("certified", known) == ("cap",)
    assert closest("essional", known) == ()
    assert closest("cap", [("cap exam", "cap")]) == ("cap",)
    assert closest("ap", [("ap exam", "ap")]) == (), "two letters are in too many names"


def test_closest_takes_a_name_with_words_round_it_if_nothing_else_is_near() -> None:
    known = [("york", "1"), ("new york", "2"), ("of", "3")]
    assert closest("the greater new york region of today", known) == ("2", "1")
    assert closest("the greater newyork region", known) == ()
    assert closest("new yorks", known) == ("2",)


def test_closest_looks_at_twice_as_many_names_as_it_gives() -> None:
    """Many of the nearest may be names of one record."""
    known = [(f"engineer{last}", "1") for last in "zyxwv"]
    assert closest("engineers", [*known, ("engineeru", "2"), ("engineert", "3")]) == ("1", "2")


def test_closest_takes_pairs_once_and_may_have_none() -> None:
    assert closest("data scientist", iter(KNOWN))[0] == "ds"
    assert closest("data scientist", []) == ()


@settings(max_examples=300)
@given(any_text | wordy, st.integers(1, 4))
def test_closest_gives_known_ids_each_once(name: str, limit: int) -> None:
    found = closest(name, KNOWN, limit)
    assert len(found) == len(set(found)) <= limit
    assert set(found) <= set(dict(KNOWN).values())


def test_a_name_that_is_longer_than_any_is_near_none() -> None:
    for count, ids in ((400, ("x",)), (401, ())):
        assert closest("a" * count, [("a" * count, "x")]) == ids
    name = "data scientist " * 40
    assert closest(name, [(name, "ds"), (name.strip(), "ds")]) == ()
