"""What must hold for all job titles: tested on all of tests/titles.csv, and on any text."""

import re
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlcareerdata import match_title
from mlcareerdata._titles.fold import LONG
from mlcareerdata._titles.reader import READER
from titles_table import TITLES, WITH_ROLE, answer, deciding, line_of, role_of

ALL = [title for title, _, _ in TITLES]
ANSWERS = {title: answer(title) for title in ALL}
MANAGERS = ("Manager", "Director", "VP", "Head of", "Chief", "Supervisor")

# --- additions to a title that name neither a role nor a level ---

NOTES = {
    "requisition": (
        [
            " - JR0048213",
            " (JR-10023)",
            " (Req I48213)",
            " #48213",
            " | V2",
            " [R-2026-118]",
            ", 24V",
            " 3II",
        ],
        ["JR0048213 - ", "V27: ", "R0012345 ", "IV20931 - ", "(SR00921) "],
    ),
    "place": (
        [", Utrecht", " - Remote", " (Hybrid)", " | Austin, TX", " – São Paulo"],
        ["Utrecht - ", "Remote: ", "[Lyon] "],
    ),
    "pay": ([" - $45,000 to $60,000", " (60k EUR)", " | 25/hr"], ["$30/hr - "]),
    "form": (
        [" (Full-time)", " - Contract", " (m/f/d)", " - W2 only", " - 12 Months"],
        ["Contract: ", "[Part Time] ", "Temporary - "],
    ),
    "company": ([" @ Contoso", " at Northwind", " | Fabrikam Inc."], ["Contoso | ", "@Fabrikam: "]),
    "encoding": (["&nbsp;", "&nbsp;- Utrecht", " &#8211; Utrecht", "Â "], ["&nbsp;", "&#160; "]),
    "year": ([" 2026", " (2026)", ", Summer 2027"], ["2026 ", "2026/27: "]),
    "noise": (["!", "  ", "…", " ★"], ["  ", "*** "]),
}
ADDED = [
    *((kind, "", note) for kind, (behind, _) in NOTES.items() for note in behind),
    *((kind, note, "") for kind, (_, before) in NOTES.items() for note in before),
]


@pytest.mark.parametrize(("kind", "before", "behind"), ADDED)
def test_what_names_no_role_and_no_level_changes_nothing(
    kind: str, before: str, behind: str
) -> None:
    changed = {
        title: (right, noted)
        for title, right in ANSWERS.items()
        if (noted := answer(before + title + behind)) != right
    }
    assert not changed, f"a {kind} before {before!r} or behind {behind!r} changes: {changed}"


# --- managers ---


@pytest.mark.parametrize("manager", MANAGERS)
def test_management_takes_the_role_away(manager: str) -> None:
    kept = [title for title in WITH_ROLE if role_of(f"{manager}, {title}")]
    assert not kept, f"{manager!r} in front leaves a role: {kept}"


EXCUSES = [
    "reporting to the {}",
    "reports to {}",
    "reporting directly to the {}",
    "Office of the {}",
    "{}'s Office",
    "{} Office",
    "working with the {}",
    "for {}s",
    "under the {}",
]


@pytest.mark.parametrize(
    ("excuse", "manager"),
    list(product(EXCUSES, ("Manager", "Director", "VP", "Chief Data Officer"))),
)
def test_an_excuse_for_one_manager_excuses_no_other(excuse: str, manager: str) -> None:
    note = excuse.format(manager)
    for title in WITH_ROLE:
        assert answer(f"{title} ({note})") == ANSWERS[title], f"{title} ({note})"
        for other in MANAGERS:
            assert role_of(f"{other}, {title} ({note})") is None, f"{other}, {title} ({note})"


# --- levels ---

LEVELS = {
    "intern": [
        "Intern", "Internship", "Co-op", "Coop", "Working Student", "Werkstudent", "Praktikant",
        "Praktikantin",
    ],
    "entry": [
        "Junior", "Jr", "Jr.", "Associate", "Graduate", "New Grad", "Entry-Level", "Entry Level",
        "Early Career", "Trainee", "Apprentice", "I",
    ],
    "senior": ["Senior", "Sr", "Sr.", "III"],
    "lead": ["Lead", "Staff", "Principal", "Distinguished", "IV", "V"],
    "": ["II"],
}  # fmt: skip
LEVEL_WORDS = [(word, level) for level, words in LEVELS.items() for word in words]
PLAIN = [
    "Data Analyst", "Applied Scientist", "Machine Learning Specialist", "AI Engineer",
    "Software Engineer, Machine Learning", "Data Scientist", "Machine Learning Engineer",
    "Business Intelligence Analyst", "AI Research Assistant", "Data Analyst, Claims",
    "AI Engineer (Lyon)",
]  # fmt: skip


BEFORE_NOUNS = [
    ("Machine Learning", "Consultant"), ("ML", "Specialist"), ("ML Platform", "Engineer"),
    ("AI Solutions", "Engineer"), ("AI and Data", "Engineer"), ("Data Reporting", "Analyst"),
    ("Data and Strategy", "Analyst"), ("Analytics and Insights", "Analyst"),
    ("BI and Reporting", "Analyst"), ("Power BI", "Specialist"), ("Applied", "Scientist"),
    ("Machine Learning", "Scientist"), ("Business Intelligence", "Analyst"), ("Data", "Scientist"),
]  # fmt: skip
OTHER_TRADES = [
    "Financial Analyst", "Business Analyst", "Data Governance Analyst", "Security Analyst",
    "Sales Engineer", "Solutions Engineer", "Quality Engineer", "Marketing Specialist",
    "Client Success Specialist", "Product Manager",
]  # fmt: skip
APART = [
    "Data Analyst", "Data Scientist", "Machine Learning Engineer", "Deep Learning Engineer",
    "Business Intelligence Analyst", "Artificial Intelligence Engineer", "Applied Scientist",
    "Computer Vision Engineer", "Reinforcement Learning Engineer", "NLP Engineer",
    "Machine Learning Specialist",
]  # fmt: skip


@pytest.mark.parametrize(("word", "level"), LEVEL_WORDS)
@pytest.mark.parametrize("shape", ["{word} {title}", "{title} - {word}", "{title} ({word})"])
def test_a_level_before_or_after_is_read(word: str, level: str, shape: str) -> None:
    for title in PLAIN:
        leveled = shape.format(word=word, title=title)
        assert answer(leveled) == (role_of(title), level), leveled


@pytest.mark.parametrize(("word", "level"), [*LEVEL_WORDS, ("Entry", "entry")])
def test_a_level_inside_is_read(word: str, level: str) -> None:
    for first, last in [("Data", "Scientist"), ("Data", "Analyst"), ("AI", "Engineer")]:
        for shape in ("{} ({}) {}", "{} - {} - {}", "{} [{}] {} - Lyon", "{}, {}, {}"):
            if word == "Entry" and last == "Analyst":
                continue  # "Data Entry Analyst" is another job
            inside = shape.format(first, word, last)
            assert answer(inside) == (role_of(f"{first} {last}"), level), inside


@pytest.mark.parametrize(
    "shape", ["Entry {}", "{}, Entry", "{} - Entry", "{} (Entry)", "{} / Entry"]
)
def test_entry_is_a_level_as_a_word_of_its_own(shape: str) -> None:
    for title in PLAIN:
        if "," not in title and "(" not in title and "Research" not in title:
            assert answer(shape.format(title)) == (role_of(title), "entry"), shape.format(title)


@pytest.mark.parametrize(
    ("high", "low"), [("lead", "senior"), ("senior", "entry"), ("lead", "intern")]
)
def test_the_highest_level_wins(high: str, low: str) -> None:
    for one, other in product(LEVELS[high], LEVELS[low]):
        assert answer(f"{one} Data Scientist - {other}")[1] == high, (one, other)
        assert answer(f"{other} Data Scientist - {one}")[1] == high, (other, one)


@pytest.mark.parametrize(
    "name",
    ["Lead Paint Study", "Senior Living", "Principal Trading Desk", "Graduate School of Nursing",
     "Associate Scheduling Tools", "Staff Planning", "Junior College District", "Title I Schools",
     "reporting to the Senior Manager", "Principal Component Analysis", "Medical Staff",
     "Member of Technical Staff", "Lead Generation", "IV Infusion"],
)  # fmt: skip
def test_a_level_word_within_a_name_is_no_level(name: str) -> None:
    for title in PLAIN:
        for shape in ("{title} - {name}", "{title} ({name})"):
            named = shape.format(title=title, name=name)
            assert answer(named) == answer(title), named
            level = "Senior " if "Staff" in name or "Lead" in name else "Junior "
            assert answer(level + named) == answer(level + title), level + named


@pytest.mark.parametrize("inside", ["(Sr.)", "[Senior]", "- Senior -", "(Senior/Lead)"])
def test_a_level_in_brackets_before_the_noun_is_read(inside: str) -> None:
    level = "lead" if "Lead" in inside else "senior"
    for before, noun in BEFORE_NOUNS:
        title = f"{before} {inside} {noun} - Lyon"
        assert answer(title) == (role_of(f"{before} {noun}"), level), title
        assert answer(title)[0], title


@pytest.mark.parametrize("inside", ["(Sr.)", "[Lead]", "- Junior -"])
@pytest.mark.parametrize("tail", [", Data & Analytics", " - AI", " (Machine Learning)", " - BI"])
def test_a_level_in_brackets_makes_no_other_trade_a_plain_one(inside: str, tail: str) -> None:
    for title in OTHER_TRADES:
        before, _, noun = title.rpartition(" ")
        assert role_of(title + tail) is None, title + tail
        assert role_of(f"{before} {inside} {noun}{tail}") is None, (before, inside, noun, tail)


@pytest.mark.parametrize(("word", "level"), [("Sr.", "senior"), ("Lead", "lead"), ("Jr", "entry")])
def test_words_written_apart_keep_their_level(word: str, level: str) -> None:
    for field in APART:
        title = f"{word} {field.replace(' ', ' - ')}"
        assert answer(title) == (role_of(field), level), title
        assert answer(f"{title} - Lyon") == (role_of(field), level), title


TEAMS = [
    "Sales", "Marketing", "Customer Support", "Product Management", "Data Governance", "Hardware",
    "Network Engineering", "Talent Acquisition", "Teaching & Learning", "Data Center",
    "Sales & Marketing", "Client Partner Team",
]  # fmt: skip


@pytest.mark.parametrize("team", TEAMS)
def test_a_team_behind_changes_nothing(team: str) -> None:
    for title in WITH_ROLE:
        assert answer(f"{title} - {team}") == ANSWERS[title], f"{title} - {team}"


def test_a_level_in_front_changes_no_role() -> None:
    for title, level in product(WITH_ROLE, ("Senior", "Jr.", "Lead", "Staff", "Associate", "2026")):
        assert role_of(f"{level} {title}") == role_of(title), f"{level} {title}"


# --- any text ---


def test_case_does_not_matter() -> None:
    for title in ALL:
        if title.isascii():
            lower = title.lower()
            assert answer(title.upper()) == answer(lower), title
            if "aI" not in title:
                assert answer(lower) == answer(title), title


WORDS = sorted({word for title in ALL for word in title.split()})
SIGNS = [",", "-", " - ", "/", "&", "(", ")", "é", "\u0301", "Enginer", "and", "A.I.", "&amp;"]
MORE_SIGNS = ["â€“", "Ã©", "JR123", "&#8211;", "2026", "DataScientistII"]
TITLE_LIKE = st.one_of(
    st.lists(st.sampled_from([*WORDS, *SIGNS, *MORE_SIGNS]), max_size=9),
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
        "`Patterns.needs` must name only words that are in everything the pattern finds"
    )


def test_gates_and_clues_lose_no_answer_of_the_table() -> None:
    for title in ALL:
        rule = deciding(title)
        assert role_of(title) == (rule.row.role if rule else None), title


def test_clues_lose_no_level_of_the_table() -> None:
    levels = READER.get().levels.all
    for title in WITH_ROLE:
        level = next((one.row.seniority for one in levels if one.find(line_of(title))), "")
        assert answer(title)[1] == level, title


@given(TITLE_LIKE)
def test_what_matched_stands_in_the_text(title: str) -> None:
    found = match_title(title)
    if found:
        assert found.text == title
        assert found.matched
        assert found.matched in title


@pytest.mark.parametrize("behind", [" at Lyon", " / Lyon", " (JR-10023)", " and others", ": Lyon"])
def test_what_matched_neither_begins_nor_ends_with_what_parts_words(behind: str) -> None:
    for title in WITH_ROLE:
        for text in (title + behind, f"Lyon at {title}"):
            found = match_title(text)
            if found:
                words = re.split(r"\W+", found.matched.lower())
                assert {words[0], words[-1]}.isdisjoint({"", "at", "and", "or"}), found


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


@pytest.mark.parametrize("spaces", ["", " ", "  ", "   ", " " * 7])
@pytest.mark.parametrize("number", ["", "12345", "R-0012345", "#7 (8)", "2nd"])
def test_breaks_with_nothing_left_between_them_are_one(number: str, spaces: str) -> None:
    title = f"Analyst ({spaces}{number}{spaces}), Data"
    assert line_of(title) == " , analyst , data , "
    assert answer(title) == answer("Analyst, Data") == ("data-analyst", "")
    found = match_title(f"Lead ({spaces}{number}{spaces}), Utrecht DataAnalyst")
    assert found is not None
    assert found.matched == "DataAnalyst"


@pytest.mark.parametrize(
    ("dash", "line"),
    [
        ("-", " , lion tiger , "),
        *((dash, " , lion , tiger , ") for dash in (" -", "- ", " - ", "--", "---", " --- ")),
        *((dash, " , lion , tiger , ") for dash in ("- -", ",-", "-,", " -- ", "-(-", "  -  ")),
        *((dash, " , lion & tiger , ") for dash in ("-&-", "_&_", "-&", "&-", " -&")),
    ],
)
def test_a_dash_is_a_break_unless_it_stands_between_two_letters(dash: str, line: str) -> None:
    assert line_of(f"lion{dash}tiger") == line
