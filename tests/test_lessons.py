"""The lessons run as they are given; their checks take the solutions and refuse the usual slips."""

from __future__ import annotations

import ast
import re
import runpy
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import first_offer_checks
import mlcareerdata as mlc
import who_says_so_checks
from answers import Exercises
from first_offer_checks import CITIES, HOME, OFFER, ROLE, _figure

FOLDER = Path(__file__).parent.parent / "docs" / "lessons"
CHECKS = {
    "first_offer": first_offer_checks.exercises,
    "who_says_so": who_says_so_checks.exercises,
}
LESSONS = pytest.mark.parametrize("lesson", CHECKS)
EXERCISES = pytest.mark.parametrize(
    ("lesson", "number"),
    [(lesson, number) for lesson, exercises in CHECKS.items() for number in exercises.judges],
)


def text(name: str) -> str:
    return (FOLDER / f"{name}.py").read_text(encoding="utf-8")


def prose(name: str) -> str:
    """What stands between the cells of code."""
    cells = re.split(r"^# %%", text(name), flags=re.MULTILINE)
    return "\n".join(cell for cell in cells if cell.startswith(" [markdown]"))


# --- The lessons -------------------------------------------------------------------------------


@LESSONS
def test_a_lesson_runs_as_it_is_given(lesson: str, capsys: pytest.CaptureFixture[str]) -> None:
    runpy.run_path(str(FOLDER / f"{lesson}.py"))
    said = re.findall(r"^Exercise (\d+): (.*)$", capsys.readouterr().out, re.MULTILINE)
    assert [int(number) for number, _ in said] == list(CHECKS[lesson].judges)
    assert all(stands.startswith("not yet. ") for _, stands in said)


@LESSONS
def test_a_lesson_takes_90_minutes(lesson: str) -> None:
    minutes = re.findall(r"^# ## \d+\..*\((\d+) minutes", text(lesson), re.MULTILINE)
    planned = re.findall(r"^\| (\d+) \| (\d+\. [^|]+?) \|", _plan(lesson), re.MULTILINE)
    assert sum(map(int, minutes)) == 90
    assert minutes == [m for m, _ in planned]
    for _, step in planned:
        assert f"# ## {step} (" in text(lesson)


def _plan(lesson: str) -> str:
    """The part of the teacher's page on a lesson."""
    title = re.findall(r"^# # (.*)$", text(lesson), re.MULTILINE)[0]
    page = (FOLDER / "index.md").read_text(encoding="utf-8")
    return page.split(f"\n## {title}\n")[1].split("\n## ")[0]


@LESSONS
def test_exercises_are_numbered_and_each_has_a_solution(lesson: str) -> None:
    numbers = list(CHECKS[lesson].judges)
    assert numbers == list(range(1, len(numbers) + 1))
    assert len(numbers) >= 5
    for name, pattern in (
        (lesson, r"\*\*Exercise (\d+)\.\*\*"),
        (f"{lesson}_solutions", r"\*\*(\d+)\.\*\*"),
    ):
        assert [int(number) for number in re.findall(pattern, prose(name))] == numbers


@pytest.mark.parametrize("name", [n for lesson in CHECKS for n in (lesson, f"{lesson}_solutions")])
def test_no_figure_stands_in_the_text(name: str) -> None:
    """It would be wrong when the data is renewed. Codes, years and forms of answers may stand."""
    plain = re.sub(
        r"15-2051|\bp\d\d\b|\b20[2-3]\d\b|`[^`]*`|code 52 holds 522, 523 and 524",
        "",
        prose(name),
        flags=re.I,
    )
    plain = plain.replace("95 of 100 samples", "").replace("fewer than 30 postings", "")
    found = re.findall(r"\$|\d[\d,.]*\d\b(?! minutes)", plain)
    assert not [figure for figure in found if figure not in ("10", "90")], found


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.py")), ids=lambda file: file.name)
def test_the_lessons_need_nothing_but_the_library(file: Path) -> None:
    """So they run in a browser, where there is no pandas."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add(node.module or "")
    own = {path.stem for path in FOLDER.glob("*.py")}
    assert names <= {"mlcareerdata", "collections", "collections.abc", "types", "typing"} | own


def test_the_teachers_page_counts_the_exercises_right() -> None:
    counted = {"first_offer": "ten", "who_says_so": "eight"}
    page = (FOLDER / "index.md").read_text(encoding="utf-8")
    for lesson, words in counted.items():
        assert len(CHECKS[lesson].judges) == {"eight": 8, "ten": 10}[words]
        assert f"{words}, with [solutions]({lesson}_solutions.py)" in page


# --- The solutions -----------------------------------------------------------------------------


@LESSONS
def test_every_solution_is_right(lesson: str) -> None:
    solutions = runpy.run_path(str(FOLDER / f"{lesson}_solutions.py"))
    for number in CHECKS[lesson].judges:
        assert CHECKS[lesson].stands(number, solutions[f"answer_{number}"]) == "right."


def test_the_rule_gives_the_verdicts_of_the_library() -> None:
    """The lesson lets students compare the two."""
    verdict: Callable[..., str] = runpy.run_path(str(FOLDER / "who_says_so_solutions.py"))[
        "verdict"
    ]
    for said in mlc.salary_ranges(level="entry"):
        if said.role and said.kind == "reported":
            others = mlc.salary_ranges(said.role, level="entry")
            medians = [pay.median for pay in others if pay.median is not None]
            assert said.check is not None
            assert verdict(said.low, said.high, medians) == said.check.verdict, said.role


def test_what_the_first_lesson_says_still_holds() -> None:
    """Its points rest on the data, of which a newer one may say something else."""
    nation, said = mlc.wages("15-2051")[0], mlc.salary_range(ROLE)
    near = {
        city: mlc.wages_near(ROLE, city) for city in (HOME, "Atlanta", "Las Vegas", "Madison, WI")
    }
    assert _figure(nation.mean) > _figure(nation.p50), "more than half earn less than the mean"
    assert said.low < OFFER < (said.low + said.high) / 2, (
        "the offer is in the range, below its middle"
    )
    assert OFFER in range(max(said.low, _figure(near[HOME].p10)), _figure(near[HOME].p50))
    assert near["Madison, WI"].p50 is None
    assert near["Madison, WI"].employment, "nobody works where nothing was published"
    assert "unsteady" in str(near["Las Vegas"])
    assert "unsteady" not in str(near["Atlanta"])
    error = _figure(near["Las Vegas"].mean) * (near["Las Vegas"].mean_rse or 0) / 100
    ahead = _figure(near["Atlanta"].mean) - _figure(near["Las Vegas"].mean)
    assert 0 < ahead < 2 * error, "Las Vegas seems to pay less, and may pay more"


def test_what_the_second_lesson_says_still_holds() -> None:
    """Its points rest on the data, of which a newer one may say something else."""
    growth = mlc.finding("projected-growth")
    assert growth.check is not None
    assert growth.check.verdict == "contradicted"
    assert growth.value not in {each.growth_percent for each in mlc.projections()}
    credited = who_says_so_checks.credited_by_the_article()
    assert not [name for name in credited if mlc.source(name).accessed], "one was found"
    verdicts = [check.verdict for pay in mlc.industry_pay()[:3] if (check := pay.check)]
    assert verdicts == ["contradicted", "contradicted", "partly"]
    parts = mlc.industry_wages("15-2051")
    medians = {part.naics: _figure(part.p50) for part in parts}
    assert min(medians.values()) == medians["62"], "health as a whole is at the bottom"
    assert medians["3254"] > max(_figure(p.p50) for p in parts if p.industry == "finance")


# --- Wrong answers -----------------------------------------------------------------------------


def _slips_first_offer() -> dict[int, list[tuple[object, str]]]:
    said, near = mlc.salary_range(ROLE), mlc.wages_near(ROLE, HOME)
    nation = mlc.wages("15-2051")[0]
    mean, median = _figure(nation.mean), _figure(nation.p50)
    metros, everywhere = mlc.area_wages("15-2051", kind="metro"), mlc.area_wages("15-2051")
    vegas = mlc.wages_near(ROLE, "Las Vegas")
    error = _figure(vegas.mean) * (vegas.mean_rse or 0) / 100
    finance = mlc.industry_wages("15-2051", industry="finance")
    by_mean = max(CITIES, key=lambda city: _figure(mlc.wages_near(ROLE, city).mean))
    p10, p50 = _figure(near.p10), _figure(near.p50)
    centre = _figure(vegas.mean)
    return {
        1: [
            (said.low - OFFER, "subtract the other way round"),
            (said.high - OFFER, "question is about the low end"),
            (said.low, "Subtract `low`"),
            (f"${OFFER - said.low:,}", "is not"),
        ],
        2: [(median - mean, "other way round"), (mean, "the mean itself"), (1, "`p50`")],
        3: [
            (["reported", "advertised", "filed", "p25-p75"], "Look at `level` of 'p25-p75'"),
            (["reported"], "3 kinds are for beginners; you have 1"),
            ("filed", "is not"),
        ],
        4: [
            (by_mean, "highest mean"),
            (HOME, f"higher `p50` than {HOME}"),
            ("dallas", "spelled like this"),
        ],
        5: [
            (("p50", "p75"), "not between"),
            (("p10", "p50"), "closer together"),
            (("low", "high"), "Name two of p10"),
            (("p25",), "Name two of p10"),
        ],
        6: [
            (0, "is None"),
            (len(metros), "all of them"),
            (sum(metro.p50 is not None for metro in metros), "Count the others"),
            (sum(place.p50 is None for place in everywhere), "states and nonmetropolitan"),
            (3, "Go through `metros`"),
        ],
        7: [
            ((centre + 2 * error, centre - 2 * error), "smaller number comes first"),
            ((centre - error, centre + error), "one standard error on each side"),
            ((centre - 12, centre + 12), "percent of the mean"),
            ((centre,), "cannot be read"),
        ],
        8: [
            (sum(_figure(part.employment) for part in finance), "counted people twice"),
            (_figure(finance[1].employment), "holds all the others"),
        ],
        9: [
            ((said.low, said.high), "article's range"),
            ((p10, p50), "lower half"),
            ((min(said.low, p10), max(said.high, p50)), "Take what both do"),
            ((min(said.high, p50), max(said.low, p10)), "smaller number comes first"),
            ((1, 2), "two low ends"),
        ],
        10: [
            ("It is fair.", HOME),
            ("It is fair in Pittsburgh.", "figure"),
            ("In Pittsburgh half earn less than 96,670.", "beginners, or people of all levels"),
            ("In Pittsburgh half of all levels earn less than 96,670.", "who says so"),
        ],
    }


def _slips_who_says_so() -> dict[int, list[tuple[object, str]]]:
    found = {each.start: each.growth_percent for each in mlc.projections("15-2051")}
    counts: dict[str, int] = Counter(claim.verdict for claim in mlc.checks())
    claims, findings = mlc.findings(kind="claim"), mlc.findings()
    own = {
        "claim": "pay-follows-industry",
        "verdict": "unconfirmed",
        "evidence": "bls-oews-2025",
        "note": "For all levels, May 2025, industries differ a lot in their medians.",
    }

    def always(low: int, high: int, medians: list[int]) -> str:
        return "supported" if all(low <= m <= high for m in medians) else "partly"

    def breaks(low: int, high: int, medians: list[int]) -> str:
        inside = [low <= median <= high for median in medians]
        some = "partly" if any(inside) else "contradicted"
        return "supported" if all(inside) and medians[0] else some

    return {
        1: [
            ("bouchrika-2026", "Whom does the article name"),
            ("nsf-2024", "another document"),
            ("BLS", "no id of a document"),
        ],
        2: [
            (len(who_says_so_checks.credited_by_the_article()), "how many are credited"),
            (3, "is not None"),
        ],
        3: [
            (found[2025], "2025-2035"),
            (mlc.finding("projected-growth").value, "what the article claims"),
            (1.0, "`start` is 2024"),
        ],
        4: [
            ({**counts, "wrong": 1}, "'wrong' is not one"),
            ({"supported": counts["supported"]}, "'contradicted' is missing"),
            ({**counts, "supported": 99}, "do not add up"),
            (
                {**counts, "supported": counts["partly"], "partly": counts["supported"]},
                "sum is right",
            ),
        ],
        5: [(always, "none lies|outside"), (breaks, "raised IndexError"), ("supported", "is not")],
        6: [
            (sum(claim.check is not None for claim in claims), "Count the others"),
            (sum(each.check is None for each in findings), "recommendations"),
            (0, "is None"),
            (7, "Go through `claims`"),
        ],
        7: [
            ({"523"}, "523 is itself finance"),
            ({"519"}, "one of the two figures at most"),
            ({"5132"}, "there are more"),
            ({"9999"}, "not a code"),
        ],
        8: [
            ({**own, "claim": "projected-growth"}, "`claim`"),
            ({**own, "claim": "build-remote-skills"}, "`claim`"),
            ({**own, "verdict": "wrong"}, "`verdict` is one of supported"),
            ({**own, "evidence": "gartner-2024"}, "`evidence`"),
            ({**own, "note": "I think so."}, "whole sentence"),
            ({**own, "note": "Nobody has published what beginners earn by industry."}, "figure"),
            ({"claim": "pay-follows-industry"}, "`verdict`"),
        ],
    }


SLIPS = {"first_offer": _slips_first_offer, "who_says_so": _slips_who_says_so}


@LESSONS
def test_a_wrong_answer_gets_its_hint(lesson: str) -> None:
    slips = SLIPS[lesson]()
    assert list(slips) == list(CHECKS[lesson].judges)
    for number, answers in slips.items():
        for answer, hint in answers:
            stands = CHECKS[lesson].stands(number, answer)
            assert stands.startswith("not quite. "), (number, answer)
            assert re.search(hint, stands), (number, answer, stands)


ODD: list[Any] = [True, "", "x", 1.5, -1, (), [], {}, set(), [[]], ({}, {}), {"x": []}, print, len]


@EXERCISES
def test_an_odd_answer_is_refused_and_breaks_nothing(lesson: str, number: int) -> None:
    for answer in ODD:
        stands = CHECKS[lesson].stands(number, answer)
        assert stands.startswith(("not quite. ", "not yet. ")), (answer, stands)


@EXERCISES
def test_no_answer_is_not_yet(lesson: str, number: int) -> None:
    assert CHECKS[lesson].stands(number, None).startswith("not yet. ")


def test_a_whole_number_of_percent_is_a_number() -> None:
    assert who_says_so_checks.exercises.stands(3, 34) == "right."


def test_an_exercise_prints_how_its_answer_stands(capsys: pytest.CaptureFixture[str]) -> None:
    exercises = Exercises()

    @exercises.exercise(1, int, "a number")
    def judge(answer: int) -> str:
        return "" if answer == 3 else "Try three."

    for answer in (3, 4):
        exercises.check(1, answer)
    assert judge(3) == ""
    assert capsys.readouterr().out == "Exercise 1: right.\nExercise 1: not quite. Try three.\n"
