"""The checks of the lesson "Who says so?". They hold no figures: they ask the library."""

from collections import Counter
from collections.abc import Callable
from types import FunctionType
from typing import get_args

import mlcareerdata as mlc
from answers import NOT_YET, RIGHT, Exercises

Judge = Callable[[int, int, list[int]], "str | None"]

exercises = Exercises()
exercise, check = exercises.exercise, exercises.check

GROWTH = mlc.finding("projected-growth")


def credited_by_the_article() -> set[str]:
    """The documents that the article credits, in any table that holds its claims."""
    tables = [mlc.findings(), mlc.salary_ranges(), mlc.industry_pay()]
    cited = [citation for table in tables for record in table for citation in record.citations]
    return {name for citation in cited for name in citation.attributed_to}


@exercise(1, str, 'the id of a document, such as "nsf-2024"')
def whom_it_credits(answer: str) -> str:
    (citation,) = GROWTH.citations
    if answer in citation.attributed_to:
        return RIGHT
    if answer == citation.source:
        return "That is the article, which makes the claim. Whom does the article name for it?"
    if answer in get_args(mlc.ids.SourceId):
        return "That is another document. Look at `attributed_to` of the citation."
    return "That is no id of a document. Look at `attributed_to` of the citation."


@exercise(2, int, "how many documents, such as 3")
def credited_and_read(answer: int) -> str:
    credited = [mlc.source(name) for name in credited_by_the_article()]
    read = sum(source.accessed is not None for source in credited)
    if answer == read:
        return RIGHT
    if answer == len(credited):
        return "That is how many are credited. How many of them have a day in `accessed`?"
    return "Count the sources in `credited` whose `accessed` is not None."


@exercise(3, float, "a number of percent, such as 12.0")
def what_bls_says(answer: float) -> str:
    found = {each.start: each.growth_percent for each in mlc.projections("15-2051")}
    if answer == found[2024]:
        return RIGHT
    if answer == found[2025]:
        return "That is for 2025-2035, which BLS published later. Look at `start`."
    if answer == GROWTH.value:
        return "That is what the article claims. What do the projections say?"
    return "Take the projection of 15-2051 whose `start` is 2024, and its `growth_percent`."


@exercise(4, dict, 'a verdict and a number for each, such as {"partly": 3}')
def how_they_came_out(answer: dict[str, int]) -> str:
    right = Counter(claim.verdict for claim in mlc.checks())
    if dict(answer) == dict(right):
        return RIGHT
    if unknown := sorted({*answer} - {*right}):
        return f"{unknown[0]!r} is not one of the five verdicts."
    if missing := sorted({*right} - {*answer}):
        return f"{missing[0]!r} is missing."
    if sum(answer.values()) != len(mlc.checks()):
        return "The numbers do not add up to all that `mlc.checks()` has."
    return "The sum is right, but not every number. Count `claim.verdict` again."


CASES: tuple[tuple[tuple[int, int, list[int]], str, str], ...] = (
    ((10, 20, [12, 18]), "supported", "every median lies inside"),
    ((10, 20, [12, 25]), "partly", "one median lies inside and one outside"),
    ((10, 20, [25]), "contradicted", "the only median lies outside"),
    ((10, 20, [5, 25]), "contradicted", "every median lies outside, on either side"),
    ((10, 20, []), "unconfirmed", "there is no median at all, which decides nothing"),
    ((10, 20, [20]), "supported", "an end belongs to the range"),
)


@exercise(5, FunctionType, "a function that gives one of the verdicts")
def a_rule(answer: Judge) -> str:
    results = [_result_of(answer, *given) for given, _, _ in CASES]
    if set(results) == {"gave None"}:
        return NOT_YET
    for (given, right, why), result in zip(CASES, results, strict=True):
        if result != f"gave {right!r}":
            return f"verdict{given} {result}, but {why}: {right!r}."
    return RIGHT


def _result_of(rule: Judge, low: int, high: int, medians: list[int]) -> str:
    """What a student's function gave, or the error that it raised."""
    try:
        return f"gave {rule(low, high, list(medians))!r}"
    except Exception as error:  # whatever it is, the student is told
        return f"raised {type(error).__name__} ({error})"


@exercise(6, int, "how many claims, such as 3")
def unchecked(answer: int) -> str:
    claims = mlc.findings(kind="claim")
    hints = {
        sum(claim.check is None for claim in claims): RIGHT,
        sum(claim.check is not None for claim in claims): "Those were checked. Count the others.",
        sum(found.check is None for found in mlc.findings()): "You counted recommendations too. "
        "Advice is not a claim: take `claims`.",
        0: "None is not False: ask `claim.check is None`.",
    }
    return hints.get(answer, "Go through `claims`, and count those whose `check` is None.")


@exercise(7, set, 'a set of NAICS codes, such as {"52"}')
def above_all_of_finance(answer: set[str]) -> str:
    parts = mlc.industry_wages("15-2051")
    finance = [part for part in parts if part.industry == "finance"]
    quarter = max(part.p25 or 0 for part in finance)
    middle = max(part.p50 or 0 for part in finance)
    right = {p.naics for p in parts if (p.p25 or 0) > quarter and (p.p50 or 0) > middle}
    known = {part.naics: part for part in parts}
    for naics in sorted(answer - right):
        if naics not in known:
            return f"{naics!r} is not a code in `parts`; codes are texts."
        if known[naics].industry == "finance":
            return f"{naics} is itself finance."
        return f"{naics} is above finance by one of the two figures at most. Ask for both."
    return RIGHT if answer == right else "These are right, but there are more."


@exercise(8, dict, "a record with claim, verdict, evidence and note")
def your_own(answer: dict[str, str | None]) -> str:
    if not any(answer.values()):
        return NOT_YET
    unchecked_claims = {c.id for c in mlc.findings(kind="claim") if c.check is None}
    verdicts = get_args(mlc.models.Verdict)
    note = answer.get("note") or ""
    read = {source.id for source in mlc.sources() if source.accessed}
    demands = {
        "`claim` is the id of a finding that is a claim and has no check yet.": answer.get("claim")
        in unchecked_claims,
        f"`verdict` is one of {', '.join(verdicts)}.": answer.get("verdict") in verdicts,
        "`evidence` is the id of a source that was read.": answer.get("evidence") in read,
        "`note` says in a whole sentence what you found, for which level and which year.": (
            len(note.split()) >= 8 and note.endswith(".")
        ),
        "Give a figure or a year in the `note`, so that others can look it up.": any(
            character.isdigit() for character in note
        ),
    }
    return next((hint for hint, met in demands.items() if not met), RIGHT)
