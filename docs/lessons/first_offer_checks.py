"""The checks of the lesson "Your first offer". They hold no figures: they ask the library."""

import mlcareerdata as mlc
from answers import RIGHT, Exercises

OFFER = 92_000
ROLE, HOME = "data scientist", "Pittsburgh"
CITIES = ["Atlanta", "Chicago", "Dallas", "Denver", "Philadelphia", "Pittsburgh", "Raleigh"]

exercises = Exercises()
exercise, check = exercises.exercise, exercises.check


def _figure(known: int | None) -> int:
    """A figure that this lesson needs; if it is held back one day, the lesson has to change."""
    assert known is not None
    return known


@exercise(1, int, "a number of dollars, such as 2500")
def above_the_low_end(answer: int) -> str:
    said = mlc.salary_range(ROLE)
    hints = {
        OFFER - said.low: RIGHT,
        said.low - OFFER: "The offer is the larger of the two: subtract the other way round.",
        said.high - OFFER: "That is the way up to the high end. The question is about the low end.",
    }
    return hints.get(answer, "Subtract `low` of the article's range from the offer.")


@exercise(2, int, "a number of dollars, such as 2500")
def mean_above_median(answer: int) -> str:
    nation = mlc.wages(mlc.occupation_for(ROLE))[0]
    mean, median = _figure(nation.mean), _figure(nation.p50)
    hints = {
        mean - median: RIGHT,
        median - mean: "The other way round: how far is the mean above the median?",
        mean: "That is the mean itself. Subtract the median, which is `p50`.",
    }
    return hints.get(answer, "Take `mean` and `p50` of the record `nation`.")


@exercise(3, list, 'a list of kinds, such as ["filed"]')
def for_beginners(answer: list[str]) -> str:
    right = {pay.kind for pay in mlc.salary_ranges(ROLE, level="entry")}
    if wrong := sorted({*answer} - right):
        return f"Look at `level` of {wrong[0]!r}: is it 'entry'?"
    if {*answer} != right:
        return f"{len(right)} kinds are for beginners; you have {len({*answer})} of them."
    return RIGHT


@exercise(4, str, 'the name of a city, such as "Denver"')
def best_median(answer: str) -> str:
    near = {city: mlc.wages_near(ROLE, city) for city in CITIES}
    if answer not in near:
        return f"Choose one of {', '.join(CITIES)}, spelled like this."
    if answer == max(CITIES, key=lambda city: _figure(near[city].p50)):
        return RIGHT
    if answer == max(CITIES, key=lambda city: _figure(near[city].mean)):
        return "It has the highest mean. A few very high wages can do that; compare `p50`."
    return f"Another city has a higher `p50` than {answer}."


@exercise(5, tuple, 'two names of percentiles, such as ("p10", "p25")')
def between(answer: tuple[str, ...]) -> str:
    near = mlc.wages_near(ROLE, HOME)
    names = ("p10", "p25", "p50", "p75", "p90")
    if any(name not in names for name in answer) or len(answer) != 2:
        return f"Name two of {', '.join(names)}."
    low, high = (_figure(getattr(near, name)) for name in answer)
    if not low <= OFFER <= high:
        return f"The offer is not between {low:,} and {high:,}."
    if names.index(answer[1]) - names.index(answer[0]) != 1:
        return "True, but there are two that are closer together."
    return RIGHT


@exercise(6, int, "how many areas, such as 3")
def held_back(answer: int) -> str:
    metros = mlc.area_wages(mlc.occupation_for(ROLE), kind="metro")
    hints = {
        sum(metro.p50 is None for metro in metros): RIGHT,
        0: "Nobody's median is 0. What was not published is None: ask `metro.p50 is None`.",
        len(metros): "Those are all of them. Count those whose `p50` is None.",
        sum(metro.p50 is not None for metro in metros): "Those have a median. Count the others.",
        sum(
            area.p50 is None for area in mlc.area_wages(mlc.occupation_for(ROLE))
        ): "You counted states and nonmetropolitan areas too: take `metros`.",
    }
    return hints.get(answer, "Go through `metros`, and count those whose `p50` is None.")


@exercise(7, tuple, "two numbers of dollars, such as (90000, 110000)")
def steady_or_not(answer: tuple[float, ...]) -> str:
    near = mlc.wages_near(ROLE, "Las Vegas")
    error = _figure(near.mean) * (near.mean_rse or 0) / 100
    low, high = answer
    if low > high:
        return "The smaller number comes first."
    # A student may round on the way.
    away = [abs(_figure(near.mean) - low) / error, abs(high - _figure(near.mean)) / error]
    if all(abs(times - 2) < 0.01 for times in away):
        return RIGHT
    if all(abs(times - 1) < 0.01 for times in away):
        return "That is one standard error on each side. Take two."
    return "`mean_rse` is in percent of the mean: one standard error is mean * mean_rse / 100."


@exercise(8, int, "how many people, such as 1200")
def in_finance(answer: int) -> str:
    parts = mlc.industry_wages(mlc.occupation_for(ROLE), industry="finance")
    counted = {part.naics: _figure(part.employment) for part in parts}
    if answer == counted["52"]:
        return RIGHT
    if answer == sum(counted.values()):
        return "You counted people twice: every code that begins with 52 is a part of 52."
    return "Look for the row that holds all the others: its code is the shortest."


@exercise(9, tuple, "two numbers of dollars, such as (80000, 90000)")
def defended(answer: tuple[int, ...]) -> str:
    said, near = mlc.salary_range(ROLE), mlc.wages_near(ROLE, HOME)
    p10, p50 = _figure(near.p10), _figure(near.p50)
    right = max(said.low, p10), min(said.high, p50)
    hints: dict[tuple[int, ...], str] = {
        right: RIGHT,
        (said.low, said.high): f"That is the article's range. What do people earn in {HOME}?",
        (p10, p50): f"That is the lower half in {HOME}. Does the article say all of it?",
        (
            min(said.low, p10),
            max(said.high, p50),
        ): "That is all that either says. Take what both do.",
        (right[1], right[0]): "The smaller number comes first.",
    }
    return hints.get(answer, "Of the two low ends take the higher, of the two high ends the lower.")


@exercise(10, str, "two or three sentences")
def to_your_aunt(answer: str) -> str:
    said = answer.casefold()
    if HOME.casefold() not in said:
        return f"Your aunt's figure is for the nation. Say what people earn in {HOME}."
    if not any(character.isdigit() for character in said):
        return "Give her a figure to hold on to."
    if not any(words in said for words in ("all levels", "beginner", "entry")):
        return "Say whom the figure is for: beginners, or people of all levels?"
    if not any(words in said for words in ("bls", "labor statistics", "bouchrika", "article")):
        return "Say who says so. `mlc.cite(near)` has the words."
    return RIGHT
