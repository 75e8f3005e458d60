"""Roles side by side: whole, honest about what cannot be compared, at home in dataframes."""

from __future__ import annotations

import copy
import json
import pickle
import sys
from collections.abc import Callable
from itertools import combinations
from typing import Any, cast

import duckdb
import narwhals
import numpy
import pandas
import polars
import pyarrow
import pytest
from pydantic import ValidationError

import mlcareerdata as mlc
from mlcareerdata import charts
from shown import read

IDS = [role.id for role in mlc.roles()]
PAIRS = list(combinations(IDS, 2))
BOTH = mlc.compare("ML engineer", "data scientist")


def answers(comparison: mlc.Comparison) -> dict[str, dict[str, Any]]:
    return {str(row.pop("question")): dict(row) for row in comparison.to_dicts()}


@pytest.mark.parametrize("pair", PAIRS, ids=" ".join)
def test_the_answers_are_those_of_the_look_ups(pair: tuple[str, str]) -> None:
    found = answers(mlc.compare(*pair))
    for role in pair:
        profile = mlc.profile(role)
        said = {question: of[role] for question, of in found.items()}
        salary = profile.salary
        assert said["pay of beginners, reported"] == (str(salary) if salary else None)
        for kind in ("advertised", "filed"):
            own = [pay for pay in mlc.salary_ranges(role, level="entry") if pay.kind == kind]
            assert said[f"pay of beginners, {kind}"] == (str(own[0]) if own else None)
            assert not own or f"n = {own[0].sample_size:,}" in str(own[0])
        outlook = profile.projection
        assert said["growth, official"] == (str(outlook) if outlook else None)
        assert said["the job (not checked)"] == profile.role.summary
        assert said["first job (not checked)"] == (profile.entry.work if profile.entry else None)
        later = profile.growth.leads_to if profile.growth else None
        assert said["long run leads to (not checked)"] == (later and "; ".join(later))
        check = salary.check if salary else None
        others = said["reported pay: what others say"]
        assert others == (f"[{check.verdict}] {check.note}" if check else None)


@pytest.mark.parametrize("pair", PAIRS, ids=" ".join)
def test_official_figures_say_whose_they_are(pair: tuple[str, str]) -> None:
    found = answers(mlc.compare(*pair))
    for question in ("pay at all levels, official", "growth, official"):
        for role, answer in found[question].items():
            occupation = mlc.occupation_for(role)
            assert answer is None or f"{occupation.title} ({occupation.id})" in answer
            assert answer is None or "all levels" in answer
    wages = mlc.wages(mlc.occupation_for(pair[0]))[0]
    for pay in (wages.p10, wages.p25, wages.p50, wages.p75, wages.p90):
        assert f"${pay:,}" in found["pay at all levels, official"][pair[0]]


@pytest.mark.parametrize(("count", "share"), [(2, 40), (3, 26), (4, 20)])
def test_roles_have_equal_room(count: int, share: int) -> None:
    card = mlc.compare(*mlc.roles()[:count])._repr_html_()
    assert f"& td{{width:{share}%}}" in card


@pytest.mark.parametrize("pair", PAIRS, ids=" ".join)
def test_one_occupation_for_two_roles_is_seen(pair: tuple[str, str]) -> None:
    one, other = map(mlc.occupation_for, pair)
    comparison = mlc.compare(*pair)
    for text in (str(comparison), read(comparison._repr_html_())):
        words = f"map to the same occupation, {one.title} ({one.id}): their official figures"
        assert (words in text) == (one == other)
        assert ("same occupation, same figures" in text) == (one == other)
    frame = answers(comparison)["pay at all levels, official"]
    assert all("$" in frame[role] for role in pair), "a dataframe has the figures all the same"


@pytest.mark.parametrize("pair", PAIRS, ids=" ".join)
def test_pay_that_cannot_be_compared_is_said(pair: tuple[str, str]) -> None:
    kinds = [{pay.kind for pay in mlc.salary_ranges(role, level="entry")} for role in pair]
    none = [mlc.role(role).title for role, has in zip(pair, kinds, strict=True) if not has]
    text = str(mlc.compare(*pair))
    assert (f"No pay of beginners is known for {' and '.join(none)};" in text) == bool(none)
    apart = all(kinds) and not kinds[0] & kinds[1]
    assert ("No kind of beginners' pay is known for every role" in text) == apart
    assert "Compare along a row" in text
    assert "for all levels" in text


def test_what_nobody_checked_says_so_in_data_too() -> None:
    retold: set[object] = set()
    for one in BOTH.profiles:
        retold.add(one.role.summary)
        for part in filter(None, (one.entry, one.growth, one.remote)):
            values = [value for name, value in part if name != "citations" and value]
            retold |= {value if isinstance(value, str) else "; ".join(value) for value in values}
    for question, of in answers(BOTH).items():
        said = question.endswith("(not checked)")
        assert said == bool(retold & set(of.values())), question
        assert question in str(BOTH)
        assert question in read(BOTH._repr_html_())


def test_technologies_that_the_other_list_lacks() -> None:
    question = "technologies in demand (O*NET)"
    found = answers(mlc.compare("data scientist", "software engineer ml"))[question]
    one, other = ({t.name for t in mlc.technologies(role)} for role in found)
    for answer, only in zip(found.values(), (one - other, other - one), strict=True):
        assert set(answer.partition("not in the other lists: ")[2].split("; ")) == only
    found = answers(BOTH)[question]
    assert set(found["data-scientist"].partition("; ")[2].split("; ")) == one
    assert (
        answers(mlc.compare("ML specialist", "MLE"))[question]["machine-learning-specialist"]
        is None
    )


def test_what_is_not_reported_is_none_in_data_and_said_on_the_card() -> None:
    comparison = mlc.compare("AI engineer", "AI research assistant")
    assert set(answers(comparison)["pay of beginners, reported"].values()) == {None}
    for text in (str(comparison), read(comparison._repr_html_())):
        assert "not reported" in text
        assert "None" not in text


@pytest.mark.parametrize("pair", PAIRS, ids=" ".join)
def test_a_card_has_no_row_of_which_nobody_reports_anything(pair: tuple[str, str]) -> None:
    comparison = mlc.compare(*pair)
    html = read(comparison._repr_html_())
    for question, of in answers(comparison).items():
        assert (question in html) == any(of.values()), question


# --- An object like the others -----------------------------------------------------------------


def test_it_is_a_record_like_the_others() -> None:
    again = mlc.compare("MLE", mlc.role("data scientist"))
    assert again == BOTH
    assert hash(again) == hash(BOTH)
    assert pickle.loads(pickle.dumps(BOTH)) == copy.deepcopy(BOTH) == BOTH
    assert pickle.dumps(again) == pickle.dumps(BOTH)
    assert mlc.Comparison.model_validate_json(BOTH.model_dump_json()) == BOTH
    with pytest.raises(ValidationError, match="frozen"):
        BOTH.profiles = ()  # type: ignore[misc]  # the mistake
    assert mlc.compare("data scientist", "ML engineer") != BOTH, "the order is the reader's"


def test_cite_names_every_source_on_the_card() -> None:
    text = mlc.cite(BOTH)
    for source in ("Imed Bouchrika", "aijobs.net", "LCA", "O*NET 30.2", "Projections, 2025-35"):
        assert source in text


@pytest.mark.parametrize("roles", [IDS[:2], IDS[:3], IDS[:4], IDS[-4:]], ids=len)
def test_dataframes_have_a_column_a_role(roles: list[str]) -> None:
    comparison = mlc.compare(*roles)
    rows = comparison.to_dicts()
    arrow = comparison.to_arrow()
    assert arrow.column_names == comparison.to_polars().columns == ["question", *roles]
    assert list(comparison.to_pandas().columns) == ["question", *roles]
    assert arrow.to_pylist() == comparison.to_polars().to_dicts() == rows
    frame = comparison.to_pandas()
    assert frame.astype(object).where(frame.notna(), None).to_dict("records") == rows
    about = arrow.schema.metadata or {}
    assert about[b"mlcareerdata.table"] == b"compare"
    assert about[b"mlcareerdata.DATA_VERSION"].decode() == mlc.DATA_VERSION


TAKES: dict[str, Callable[[Any], list[dict[str, Any]]]] = {
    "polars": lambda given: polars.DataFrame(given).to_dicts(),
    "pyarrow": lambda given: pyarrow.table(given).to_pylist(),
    "duckdb": lambda given: cast("Any", duckdb.sql("from given")).pl().to_dicts(),
    "narwhals": lambda given: narwhals.from_arrow(given, backend="polars").rows(named=True),
}


@pytest.mark.parametrize("library", TAKES)
def test_libraries_of_dataframes_take_it_as_it_is(library: str) -> None:
    for comparison in (BOTH, mlc.compare(*IDS[:4])):
        assert TAKES[library](comparison) == comparison.to_dicts()


@pytest.mark.parametrize("make", [pandas.DataFrame, numpy.array], ids=["pandas", "numpy"])
def test_an_array_of_its_fields_is_refused_with_the_right_call(make: Any) -> None:
    with pytest.raises(TypeError, match=r"a Comparison is not an array: use to_pandas\(\)"):
        make(BOTH)


@pytest.mark.parametrize("missing", [("pyarrow",), ("pyarrow", "polars")], ids=len)
def test_the_stream_needs_either_of_two_packages(
    missing: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    for package in missing:
        monkeypatch.setitem(sys.modules, package, None)
    if len(missing) == 1:
        assert polars.DataFrame(cast("Any", BOTH)).to_dicts() == BOTH.to_dicts()
    else:
        with pytest.raises(ImportError, match=r"pip install 'mlcareerdata\[arrow\]'"):
            BOTH.__arrow_c_stream__()


def test_its_json_is_whole_and_is_read_back() -> None:
    assert mlc.Comparison.model_validate_json(BOTH.to_json()) == BOTH
    assert json.loads(json.dumps(BOTH.to_dicts())) == BOTH.to_dicts(), "rows are texts"


def test_str_has_every_answer() -> None:
    text = str(BOTH)
    for question, of in answers(BOTH).items():
        assert question in text
        assert str(of["machine-learning-engineer"] or "not reported") in text
    assert f"{BOTH:<10}" == text


# --- Refused -----------------------------------------------------------------------------------


@pytest.mark.parametrize("roles", [(), ("MLE",), tuple(IDS[:5]), tuple(IDS)], ids=len)
def test_too_few_or_too_many_are_refused(roles: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match=f"2 to 4 roles, not {len(roles)}"):
        mlc.compare(*roles)


@pytest.mark.parametrize(
    "roles", [("MLE", "ML engineer"), ("MLE", "data scientist", mlc.role("MLE"))], ids=len
)
def test_one_role_under_two_names_is_refused(roles: tuple[Any, ...]) -> None:
    with pytest.raises(ValueError, match=r"'MLE' and '.*' both mean 'machine-learning-engineer'"):
        mlc.compare(*roles)


def test_an_unknown_role_is_refused_before_anything_else() -> None:
    with pytest.raises(mlc.UnknownNameError, match="did you mean 'data-scientist'"):
        mlc.compare("data scintist")


@pytest.mark.parametrize("names", [["MLE", "AI engineer"], ("MLE",), {"MLE"}, mlc.roles()[:2]])
@pytest.mark.parametrize("call", [mlc.compare, charts.salaries])
def test_a_list_of_roles_is_refused_with_how_to_unpack_it(call: Any, names: Any) -> None:
    with pytest.raises(TypeError) as caught:
        call(names)
    assert str(caught.value) == (
        f"{call.__name__} takes each role on its own, not in a {type(names).__name__}: unpack it, "
        f"as in {call.__name__}(*names)"
    )
    with pytest.raises(TypeError, match="not by bytes"):
        call("MLE", b"MLE")


def test_a_comparison_that_was_made_by_hand_is_checked() -> None:
    one = mlc.profile("MLE")
    none = mlc.technologies("ML specialist")
    for profiles, lists in (((one, one), (none, none)), (BOTH.profiles, (none,))):
        with pytest.raises(ValidationError, match=r"different roles|technologies of each"):
            mlc.Comparison(profiles=profiles, technologies=lists)
    with pytest.raises(ValidationError, match="at least 2"):
        mlc.Comparison(profiles=(one,), technologies=(none,))
