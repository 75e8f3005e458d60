"""Reading job titles: what single titles give, and what a match is."""

import pickle
import re

import pytest
from pydantic import ValidationError

from mlcareerdata import match_title
from mlcareerdata._titles.lately import REMEMBERED, Lately
from mlcareerdata._titles.patterns import Patterns
from mlcareerdata._titles.reader import READER, TABLES
from mlcareerdata._titles.repair import repair
from mlcareerdata._titles.rules import Rule
from mlcareerdata.models import TitleMatch
from titles_table import (
    OF_PARTS,
    TITLES,
    WITH_ROLE,
    WITHOUT_ROLE,
    answer,
    deciding,
    decisions,
    line_of,
)


def test_every_title_of_the_table_is_read_right() -> None:
    wrong: list[str] = []
    for title, role, seniority in (*TITLES, *OF_PARTS):
        got = answer(title)
        if got != (role, seniority):
            rule = deciding(title)
            wrong.append(
                f"{title!r}: {got}, should be {(role, seniority)}; by {rule and rule.row.id}"
            )
    assert not wrong, (
        "Titles are read otherwise than tests/titles.csv or tests/titles_of_parts.csv says. If you "
        "changed a rule, look whether you meant these; if you did, change the table:\n"
        + "\n".join(wrong)
    )


def test_the_table_of_titles_is_big_and_hard_enough() -> None:
    roles = {role for _, role, _ in TITLES}
    assert len(TITLES) >= 300
    assert len(WITHOUT_ROLE) >= len(TITLES) / 3, "at least a third should be near misses"
    assert len(roles - {""}) == 9, "each role needs titles"
    assert len({title for title, _, _ in TITLES}) == len(TITLES), "a title is in the table twice"


def test_every_rule_decides_a_title() -> None:
    decided = {rule.row.id for title, _, _ in TITLES if (rule := deciding(title))}
    idle = [row.id for row in TABLES.get().rules if row.id not in decided]
    assert not idle, f"add a title to tests/titles.csv that each of these rules decides: {idle}"


def test_every_veto_stops_a_title() -> None:
    patterns = Patterns(TABLES.get().terms, READER.get().vocabulary)
    lines = [line_of(title) for title, _, _ in TITLES]
    idle: list[str] = []
    for row in decisions():
        for veto in ("unless", "aside"):
            free = Rule(row.model_copy(update={veto: ()}), patterns)
            vetoed = Rule(row, patterns)
            if getattr(row, veto) and not any(
                free.find(line) and free.find(line) != vetoed.find(line) for line in lines
            ):
                idle.append(f"{row.id}: {veto}")
    assert not idle, f"add a title to tests/titles.csv that each of these stops: {idle}"


def test_every_pattern_decides_a_title() -> None:
    patterns = Patterns(TABLES.get().terms, READER.get().vocabulary)
    lines = [line_of(title) for title, _, _ in (*TITLES, *OF_PARTS)]
    idle: set[str] = set()
    for row in decisions():
        whole = Rule(row, patterns)
        for field in ("when", "also", "unless", "aside"):
            for pattern in getattr(row, field):
                search = re.compile(patterns.regex([pattern])).search
                rest = tuple(other for other in getattr(row, field) if other != pattern)
                without = Rule(row.model_copy(update={field: rest}), patterns) if rest else None
                if not any(
                    without is None or without.find(line) != whole.find(line)
                    for line in lines
                    if search(line)
                ):
                    idle.add(f"{row.id}: {field}: {pattern}")
    assert not idle, f"add a title to tests/titles_of_parts.csv that each of these decides: {idle}"


def test_every_phrase_and_every_spelling_is_in_a_title() -> None:
    patterns = Patterns(TABLES.get().terms, READER.get().vocabulary)
    titles = [title for title, _, _ in (*TITLES, *OF_PARTS)]
    lines = "\n".join(map(line_of, titles))
    phrases = {phrase for term in TABLES.get().terms for phrase in term.phrases}
    idle = {phrase for phrase in phrases if not re.search(patterns.regex([phrase]), lines)}
    fold = READER.get().characters.fold
    words = {word for title in titles for word in re.findall("[a-z]+", fold(title).decode())}
    for row in TABLES.get().spellings:
        idle |= {*row.forms} - words
    assert not idle, f"add a title to tests/titles_of_parts.csv that has each of these: {idle}"


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
        ("Straße: Data Scientist, x", "Data Scientist"),
        ("Ærø, Data Scientist", "Data Scientist"),
        ("A.I. Engineer", "A.I. Engineer"),
        ("Da\u200bta Scien\u00adtist", "Da\u200bta Scien\u00adtist"),
        ("Sr. DataScientistII (Pune)", "DataScientistII"),
        ("DataScientists wanted", "DataScientists"),
        ("Fraud: GenAI Developer (Pune)", "GenAI Developer"),
        ("JR1048230 - Claims Data Analyst", "Data Analyst"),
        ("Analyst, Data &amp; Reporting - Ghent", "Analyst, Data &amp; Reporting"),
        ("&nbsp;Data&nbsp;Analyst&nbsp;&#8211; Fraud", "Data&nbsp;Analyst"),
        ("Fraud&NBSP;&#8211; Data&NBSP;Analyst", "Data&NBSP;Analyst"),
        ("MÃ¡chine Learning EngineerÂ – Search", "MÃ¡chine Learning Engineer"),
        ("Fraud â€“ Data â€“ Scientist", "Data â€“ Scientist"),
        ("((Remote)) - Data (Sr.) Analyst", "Data (Sr.) Analyst"),
        ("Data Scientists, Berlin", "Data Scientists"),
        ("Data-Scientist / Data Scientist", "Data-Scientist"),
        ("Fraud: Mmachine Learning Engineer", "Mmachine Learning Engineer"),
        ("Fraud: Data Scientistt, x", "Data Scientistt"),
    ],
)
def test_matched_is_the_deciding_words_as_they_stand(title: str, matched: str) -> None:
    found = match_title(title)
    assert found is not None
    assert found.matched == matched


SHAPES = [
    *("{}", "JR0048213 - {}", "{} (JR-10023), Lyon", "Zürich – {} – Köln", "Straße: {} ★"),
    *("x &#8211; {}", "MÃ¡laga {}Â ", "(({}))", "&nbsp;2nd {}&nbsp;", "Nurse / {} / Nurse"),
    *("ﬁrst, {}", "- {} -", "{}, {}"),
]


@pytest.mark.parametrize("shape", SHAPES)
def test_matched_has_the_words_that_decided_and_no_others(shape: str) -> None:
    """Only a word that is several, as in `DataScientistII`, may have others besides."""
    meant = READER.get().vocabulary.words
    for title, _, _ in (*TITLES, *OF_PARTS):
        text = shape.replace("{}", title)
        found, rule = match_title(text), deciding(text)
        assert (found and found.role) == (rule and rule.row.role), text
        if found and rule and (span := rule.find(line_of(text))):
            part = line_of(text)[slice(*span)].strip()
            decided, said = _words(part), _words(line_of(found.matched))
            assert found.matched[0].isalnum(), text
            assert found.matched[-1].isalnum() or not part[-1].isalpha(), text
            if said != decided:
                glued = [meant.get(word, word) for word in _words(found.matched.lower())]
                assert any(" " in word for word in glued), text
                assert f" {' '.join(decided)} " in f" {' '.join(said)} ", text


def _words(line: str) -> list[str]:
    return re.findall("[a-z]+", line)


@pytest.mark.parametrize(
    "shape",
    [
        *("3V: {}", "4I - {}", "V2 {}", "Jr0048 {}", "{} 3V", "{} V3", "{} (V-3)", "{} 3-V-4"),
        *("{} - No V-9", "{} JR#31977", "{} JR-0031977"),
    ],
)
def test_a_short_word_at_a_digit_is_no_level(shape: str) -> None:
    for title, _, _ in (*TITLES, *OF_PARTS):
        assert answer(shape.replace("{}", title)) == answer(title), title


def test_a_word_does_for_a_sign() -> None:
    for title, _, _ in (*TITLES, *OF_PARTS):
        assert answer(f"{title} at Lyon") == answer(f"{title}, Lyon"), title
        if "#" not in title:
            assert answer(f"Lyon at {title}") == answer(f"Lyon, {title}"), title
        for word in ("and", "or"):
            assert answer(title.replace(" & ", f" {word} ")) == answer(title), title
            assert answer(title.replace(f" {word} ", " & ")) == answer(title), title


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


def test_a_match_is_what_its_model_makes() -> None:
    sets: list[set[str]] = []
    for title in (*WITH_ROLE, "Da\u200bta Scientist \ud800"):
        found = match_title(title)
        assert found is not None
        assert all(fields is not found.model_fields_set for fields in sets[-2:])  # each its own
        sets.append(found.model_fields_set)
        made = TitleMatch(**dict(found))
        assert (found, vars(found)) == (made, vars(made))
        assert found.model_fields_set == made.model_fields_set
        for beside in ("__pydantic_extra__", "__pydantic_private__"):
            assert getattr(found, beside) == getattr(made, beside)
        assert found.model_copy(update={"text": "x"}) == made.model_copy(update={"text": "x"})


@pytest.mark.parametrize("text", ["", " ", "\n", "((((", "\x00", "é", "日本語"])
def test_text_without_words_names_no_role(text: str) -> None:
    assert match_title(text) is None


@pytest.mark.parametrize("text", [None, 3, b"Data Analyst", ["Data Analyst"]])
def test_what_is_no_string_is_a_type_error_that_names_its_type(text: object) -> None:
    with pytest.raises(TypeError, match=type(text).__name__):
        match_title(text)  # type: ignore[arg-type]  # that is what is tested


class AnyCase(str):
    """Equal to itself in any case."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, str) and self.lower() == other.lower()

    def __hash__(self) -> int:
        return hash(self.lower())


def test_a_title_read_again_has_its_own_text() -> None:
    match_title("data scientist")
    for again in ("data scientist", "Data Scientist", AnyCase("DATA SCIENTIST")):
        for _ in range(2):
            found = match_title(again)
            assert found
            assert (str(found.text), found.matched) == (str(again), str(again))


def test_titles_that_come_again_are_remembered_up_to_a_number_and_a_length() -> None:
    lately = READER.get().lately = Lately()
    once, twice, again = (match_title("Data Scientist, again") for _ in range(3))
    assert again is twice is not once
    lately = READER.get().lately = Lately()
    match_title("Data Scientist, once")
    match_title("Data Engineer, once")
    assert not lately.known, "what comes once is not kept"
    sizes: list[int] = []
    for number in range(1025):
        for _ in range(2):
            match_title(f"Data Scientist, {number}")
        sizes.append(len(lately.known))
    assert sizes == [*range(1, 1025), 1], "they are forgotten when there are so many"
    lately = READER.get().lately = Lately()
    texts = [f"Data Scientist, {'x' * number}" for number in (184, 185)]
    assert [len(text) for text in texts * 2 if match_title(text)] == [200, 201] * 2
    assert list(lately.known) == texts[:1]


def test_what_was_seen_once_is_forgotten_when_there_is_so_much_of_it() -> None:
    lately = Lately()
    for text in map(str, range(REMEMBERED)):
        lately.add(text, None)
    lately.add("0", None)
    assert list(lately.known) == ["0"]
    lately.add("new", None)  # one too many
    lately.add("1", None)
    assert list(lately.known) == ["0"]


def test_a_title_that_names_no_role_is_remembered_too() -> None:
    lately = READER.get().lately = Lately()
    for _ in range(3):
        assert match_title("Data Engineer") is None
    assert lately.known == {"Data Engineer": None}


def test_a_thread_loses_nothing_when_another_one_has_too_much_to_remember() -> None:
    lately = Lately()
    for _ in range(2):
        lately.add("a", None)
    known = lately.known
    for text in map(str, range(REMEMBERED)):
        lately.add(text, None)
        lately.add(text, None)
    assert "a" in known
    assert "a" not in lately.known


# --- What other software has written wrong -----------------------------------------------------


def _read_wrong(text: str) -> str:
    """The text with its bytes of UTF-8 read in Windows' alphabet; where that has gaps, as such."""
    return "".join(bytes([b]).decode("cp1252", "ignore") or chr(b) for b in text.encode())


def test_every_letter_and_sign_whose_bytes_were_read_wrong_is_read() -> None:
    for first, last in ((0x80, 0x180), (0x2000, 0x3000), (0xF000, 0x10000), (0x1F000, 0x1FA00)):
        for char in map(chr, range(first, last)):
            assert repair(f"a{_read_wrong(char)}b") == f"a{char}b"
            assert repair(f"{char} ") == f"{char} " or char == "Â"
    for char in "éüñçÖÄßőšž–’…":
        assert repair(_read_wrong(_read_wrong(f"a{char}b"))) == f"a{char}b"
    assert repair(_read_wrong(_read_wrong(_read_wrong("Data – Analyst")))) == "Data – Analyst"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("K\u00c3\u2013LN", "KÖLN"),
        *(("Data Â Analyst", "Data   Analyst"), ("DataÂ", "Data "), ("Âne", "Âne")),
        *(("Data â€ Analyst", "Data   Analyst"), ("â€", " "), ("â€“", "–"), ("crêpe", "crêpe")),
        *(("Ã©ÃÀ", "éÃÀ"), ("Ã©x©", "éx©"), ("Ã©Ãx", "éÃx"), ("Ã©âxx", "éâxx")),
        ("Ã©ðxxx", "éðxxx"),
        *(("&#97;", "a"), ("&#x61;", "a"), ("&#X61;", "a"), ("&AMP;amp;#97;", "a")),
        *(("&amp;nbsp;", "\u00a0"), ("&eacute;&Eacute;&EACUTE;", "éÉé"), ("&frac12;&sup2;", "½²")),
        *(("&nbsp", "&nbsp"), ("&;", "&;"), ("&a;", "&a;"), ("&zzzz;", "&zzzz;")),
        *(("&#1234567;", "\ufffd"), ("&#12345678;", "&#12345678;"), ("&#x1234567;", "&#x1234567;")),
        ("&CounterClockwiseContourIntegral;", "\u2233"),
        ("&ThirtyTwoLettersAreInNoEntityName;", "&ThirtyTwoLettersAreInNoEntityName;"),
    ],
)
def test_what_was_written_wrong_is_put_right(text: str, meant: str) -> None:
    assert repair(text) == meant
