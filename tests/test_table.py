"""A `Table` is an immutable sequence, and the same rows in every dataframe library."""

from __future__ import annotations

import copy
import json
import pickle
import re
from collections.abc import Callable, Sequence
from html import unescape
from typing import Any, cast

import pytest

import mlcareerdata as mlc
import mlcareerdata._store as store
from made_up_platforms import PLATFORMS, made_up_table
from mlcareerdata import models
from mlcareerdata._registry import FACTS
from mlcareerdata.models import Platform, Role
from mlcareerdata.models._record import Record

AnyTable = mlc.Table[Record]
Rows = list[dict[str, Any]]

each_table = pytest.mark.parametrize("name", FACTS)

CONVERT = ("to_dicts", "to_pandas", "to_polars", "to_arrow", "__arrow_c_stream__")

# --- A sequence ------------------------------------------------------------------------------


@each_table
def test_length_iteration_and_indexing_agree(name: str) -> None:
    table = store.table(FACTS[name])
    records = list(table)
    assert len(table) == len(records) > 0
    assert [table[place] for place in range(len(table))] == records
    assert [table[place - len(table)] for place in range(len(table))] == records
    assert list(reversed(table)) == records[::-1]
    assert list(table) == records, "a second iteration starts again"


@pytest.mark.parametrize("place", [4, -5, 10**9])
def test_an_index_out_of_range_is_an_index_error(place: int) -> None:
    with pytest.raises(IndexError, match=f"^no record {place} in a Table of 4$"):
        made_up_table()[place]


@pytest.mark.parametrize(
    "part",
    [
        slice(None),
        slice(1, 3),
        slice(None, None, 2),
        slice(None, None, -1),
        slice(-2, None),
        slice(3, 0, -2),
        slice(2, 2),
        slice(99, 100),
    ],
)
def test_a_slice_is_a_table(part: slice) -> None:
    sliced = made_up_table()[part]
    assert type(sliced) is mlc.Table
    assert list(sliced) == PLATFORMS[part]


def test_a_slice_step_of_zero_is_a_value_error() -> None:
    with pytest.raises(ValueError, match="zero"):
        made_up_table()[::0]


def test_in_takes_anything() -> None:
    table = made_up_table()
    assert all(record in table for record in PLATFORMS)
    assert PLATFORMS[0] not in table[1:]
    assert PLATFORMS[0].model_copy() in table, "an equal record is in it"
    assert all(other not in table for other in cast("list[object]", ["aws", None, 0, [], table]))


@pytest.mark.parametrize("index", ["data-scientist", "", "0"])
@each_table
def test_a_name_as_index_is_a_type_error_that_names_the_call(name: str, index: str) -> None:
    table: Any = store.table(FACTS[name])
    call = FACTS[name].one or name
    with pytest.raises(TypeError) as caught:
        table[index]
    assert f"mlcareerdata.{call}({index!r})" in str(caught.value)
    assert callable(getattr(mlc, call))


@pytest.mark.parametrize("index", [None, 1.0, (0,), b"aws"])
def test_another_index_is_a_type_error(index: object) -> None:
    table: Any = made_up_table()
    with pytest.raises(TypeError):
        table[index]


def test_a_table_is_no_tuple_and_no_registered_sequence() -> None:
    table: object = made_up_table()
    assert not isinstance(table, tuple | list)
    assert not isinstance(table, Sequence), "dataframe libraries would bypass the Arrow stream"


# --- A value ---------------------------------------------------------------------------------


@each_table
def test_equal_tables_have_equal_hashes(name: str) -> None:
    table = store.table(FACTS[name])
    for twin in (table[:], mlc.Table(FACTS[name].model(), list(table), name)):
        assert twin == table
        assert hash(twin) == hash(table)
    assert table[1:] != table
    assert table[::-1] != table


def test_a_table_equals_nothing_but_a_table_of_its_kind() -> None:
    table = made_up_table()
    others: list[object] = [PLATFORMS, tuple(PLATFORMS), None, "aws", 0]
    assert all(table != other for other in others)
    assert [table == other for other in others] == [False] * 5
    assert mlc.Table(models.Role, (), "role") != mlc.Table(models.Platform, (), "platform")


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
@each_table
def test_pickle_gives_an_equal_table(name: str, protocol: int) -> None:
    table = store.table(FACTS[name])
    twin = pickle.loads(pickle.dumps(table, protocol))
    assert twin == table
    assert hash(twin) == hash(table)
    assert twin.to_dicts() == table.to_dicts()
    with pytest.raises(TypeError) as caught:
        twin["x"]
    assert FACTS[name].one in str(caught.value)


@pytest.mark.parametrize("duplicate", [copy.copy, copy.deepcopy])
@each_table
def test_a_copy_is_an_equal_table(name: str, duplicate: Callable[[AnyTable], AnyTable]) -> None:
    table = store.table(FACTS[name])
    twin = duplicate(table)
    assert twin == table
    assert hash(twin) == hash(table)


def _set_item(table: Any) -> None:
    table[0] = table[1]


def _delete_item(table: Any) -> None:
    del table[0]


def _set_attribute(table: Any) -> None:
    table.note = "x"


def _set_inner(table: Any) -> None:
    table._records = ()


def _delete_inner(table: Any) -> None:
    del table._records


def _add(table: Any) -> None:
    table += table


def _append(table: Any) -> None:
    table.append(table[0])


def _sort(table: Any) -> None:
    table.sort()


@pytest.mark.parametrize(
    "change",
    [
        _set_item,
        _delete_item,
        _set_attribute,
        _set_inner,
        _delete_inner,
        _add,
        _append,
        _sort,
    ],
)
def test_a_table_cannot_be_changed(change: Callable[[Any], None]) -> None:
    table = made_up_table()
    with pytest.raises((AttributeError, TypeError)):
        change(table)
    assert list(table) == PLATFORMS


def test_a_table_keeps_nothing_of_the_list_it_was_made_from() -> None:
    records = list(PLATFORMS)
    table = mlc.Table(models.Platform, records, "platform")
    records.clear()
    assert len(table) == len(PLATFORMS)


# --- Filter and sort -------------------------------------------------------------------------


def test_filter_keeps_order_and_gives_amade_up_table() -> None:
    found = made_up_table().filter(lambda platform: platform.vendor == "B")
    assert type(found) is mlc.Table
    assert [platform.id for platform in found] == ["aws", "azure"]
    assert made_up_table().filter(lambda _: True) == made_up_table()
    assert len(made_up_table().filter(lambda _: None)) == 0


@pytest.mark.parametrize(
    ("reverse", "ids"),
    [
        (False, ["google-cloud", "vendor-neutral", "aws", "azure"]),
        (True, ["aws", "azure", "google-cloud", "vendor-neutral"]),
    ],
)
def test_sorted_is_stable_both_ways(reverse: bool, ids: list[str]) -> None:
    table = made_up_table()
    found = table.sorted(key=lambda platform: platform.vendor or "", reverse=reverse)
    assert type(found) is mlc.Table
    assert [platform.id for platform in found] == ids
    assert list(table) == PLATFORMS, "the table itself stays as it was"


def test_an_error_of_the_callers_own_function_comes_through() -> None:
    with pytest.raises(ZeroDivisionError):
        made_up_table().filter(lambda _: 1 // 0)
    with pytest.raises(ZeroDivisionError):
        made_up_table().sorted(lambda _: 1 // 0)


@each_table
def test_an_empty_table_works_too(name: str) -> None:
    empty = store.table(FACTS[name])[:0]
    assert type(empty) is mlc.Table
    assert len(empty) == 0
    assert not empty
    assert list(empty) == list(reversed(empty)) == []
    assert empty.to_dicts() == []
    assert empty.filter(bool) == empty == empty[::-1] == pickle.loads(pickle.dumps(empty))
    assert empty.sorted(repr) == empty
    assert str(empty) == ""
    assert repr(empty) == f"<Table of {FACTS[name].model().__name__}, 0 records>"
    assert "<table" in empty._repr_html_()


# --- Shown -----------------------------------------------------------------------------------


@each_table
def test_str_and_repr_list_the_records(name: str) -> None:
    table = store.table(FACTS[name])
    for line, record in zip(str(table).splitlines(), table, strict=True):
        assert line.endswith(str(record))
    head, *lines = repr(table).splitlines()
    assert head == f"<Table of {FACTS[name].model().__name__}, {len(table)} records>"
    assert len(lines) <= 13, "a prompt should not be flooded"
    assert lines[0].strip() == repr(table[0])
    assert repr(table[:1]).splitlines()[0].endswith(" 1 record>")


def test_repr_says_how_many_records_it_leaves_out() -> None:
    table = mlc.Table(models.Platform, PLATFORMS * 5, "platform")
    assert repr(table).endswith("more")
    shown = len(repr(table).splitlines()) - 2
    assert repr(table).splitlines()[-1].split() == ["...", str(20 - shown), "more"]
    lines = [f"  {record!r}" for record in table[:12]]
    head = "<Table of Platform, {} records>"
    assert repr(table[:12]).splitlines() == [head.format(12), *lines]
    assert repr(table[:13]).splitlines() == [head.format(13), *lines, "  ... 1 more"]


@each_table
def test_html_has_a_row_a_record_and_says_how_many_more(name: str) -> None:
    table = store.table(FACTS[name])
    html = table._repr_html_()
    assert html.count("<tr>") == min(len(table), 20) + 1
    more = re.findall(r"<p>([\d,]+) more: ", html)
    assert more == ([f"{len(table) - 20:,}"] if len(table) > 20 else [])


def test_markup_in_a_text_is_escaped_in_html() -> None:
    evil = "<script>alert('&\"')</script>"
    record = models.Platform.model_validate(
        {**PLATFORMS[0].model_dump(), "name": evil, "vendor": evil, "aliases": (evil,)}
    )
    html = mlc.Table(models.Platform, [record], "platform")._repr_html_()
    assert "<script" not in html
    assert html.count("&lt;script&gt;") == 3


@each_table
def test_json_is_an_array_of_the_records(name: str) -> None:
    table = store.table(FACTS[name])
    assert json.loads(table.to_json()) == [record.model_dump(mode="json") for record in table]
    assert table[:0].to_json() == "[]"
    inside: object = vars(table)
    assert inside == list(table), "FastAPI writes what `vars` gives"


def test_a_list_of_ranges_says_whose_they_are() -> None:
    for line, found in zip(str(mlc.salary_ranges()).splitlines(), mlc.salary_ranges(), strict=True):
        assert line.startswith(f"{found.role or found.label}: ")


# --- Where a record stands --------------------------------------------------------------------


@each_table
def test_index_and_count_are_those_of_a_tuple(name: str) -> None:
    table = store.table(FACTS[name])[-200:]  # of 1,600 records it would take half a minute
    records = tuple(table)
    for place, record in enumerate(table):
        assert table.index(record) == table.index(record.model_copy()) == place
        assert table.count(record) == 1
    last = records[-1]
    for start, stop in ((-1, None), (len(records) - 1, 10**9), (-(10**9), None)):
        assert table.index(last, start, stop) == records.index(last, start, stop or 10**9)
    for start, stop in ((0, -1), (len(records), None)):
        with pytest.raises(ValueError, match="is not in this Table"):
            table.index(last, start, stop)
    twice = mlc.Table(FACTS[name].model(), [*records, *records])
    assert twice.count(last) == 2
    assert twice.index(last, len(records)) == 2 * len(records) - 1


def test_what_is_not_there_is_counted_as_none_and_has_no_index() -> None:
    for other in ("aws", None, mlc.roles()[0]):
        assert mlc.platforms().count(other) == 0
        with pytest.raises(ValueError, match=r"is not in this Table of 2$"):
            mlc.platforms()[:2].index(other)


def test_a_table_without_a_call_of_its_own_names_none() -> None:
    class Own(Platform, frozen=True):
        pass

    table: Any = mlc.Table(Own, [])
    with pytest.raises(TypeError, match="by position, not by name; use filter"):
        table["aws"]
    table = mlc.Table(Platform, [])
    with pytest.raises(TypeError, match=r"use mlcareerdata\.platform\('aws'\)"):
        table["aws"]


@pytest.mark.parametrize(
    ("records", "place", "kind"),
    [
        ([mlc.skills()[0]], 0, "Skill"),
        ([mlc.roles()[0], mlc.skills()[0], mlc.roles()[1]], 1, "Skill"),
        ([*mlc.roles(), None], 9, "NoneType"),
        (["data-scientist"], 0, "str"),
        ([mlc.roles()[0].model_dump()], 0, "dict"),
    ],
)
def test_a_record_of_another_model_is_refused(records: Any, place: int, kind: str) -> None:
    said = rf"record {place} of a Table of Role must be a Role, not .* of type {kind}$"
    with pytest.raises(TypeError, match=said):
        mlc.Table(Role, records)
    with pytest.raises(TypeError, match=said):
        mlc.Table(Role, iter(records))


def test_a_table_of_a_base_holds_records_of_its_models() -> None:
    mixed: list[Record] = [mlc.roles()[0], mlc.skills()[0]]
    assert list(mlc.Table(Record, mixed)) == mixed


@pytest.mark.parametrize("model", [Record, models.CitedRecord])
def test_a_table_of_a_base_is_shown_and_has_no_columns(model: type[Record]) -> None:
    table = mlc.Table(model, [mlc.roles()[0], mlc.platforms()[0]])
    for record in table:
        assert record._listed() in unescape(table._repr_html_())
    for method in CONVERT:
        with pytest.raises(TypeError, match="no columns"):
            getattr(table, method)()


class Tagged(Platform, frozen=True):
    tags: dict[str, str]


class Either(Platform, frozen=True):
    value: int | str = 1


class Numbered(Platform, frozen=True):
    numbers: tuple[int, ...] = (1, 2)


@pytest.mark.parametrize(
    ("model", "field"),
    [
        (mlc.Profile, "'role' of type Role"),
        (mlc.Comparison, "'profiles' of type tuple"),
        (Tagged, "'tags' of type dict"),
        (Either, r"'value' of type int \| str"),
    ],
)
@pytest.mark.parametrize("method", CONVERT)
def test_records_that_hold_more_than_a_row_are_refused(
    model: type[Record], field: str, method: str
) -> None:
    with pytest.raises(TypeError, match=f"no flat rows, for no column can hold the field {field}"):
        getattr(mlc.Table(model, []), method)()


def test_the_columns_of_a_model_of_ones_own_are_its_fields() -> None:
    one = Numbered.model_validate(mlc.platforms()[0].model_dump())
    assert mlc.Table(Numbered, [one]).to_polars()["numbers"].to_list() == [["1", "2"]]
    cited = mlc.Table(models.Citation, mlc.role("MLE").citations)
    assert cited.to_polars().columns == list(models.Citation.model_fields)


@each_table
def test_a_column_is_asked_by_no_name(name: str) -> None:
    table: Any = store.table(FACTS[name])
    for column in table.to_polars().columns:
        with pytest.raises(TypeError, match=r"for columns use to_pandas\(\)") as caught:
            table[column]
        said = str(caught.value).partition("for one ")[2]
        if said:  # in a table of its own: the columns of a check are none of its fields
            wanted = [getattr(record, column) for record in table]
            assert eval(said, {"table": table}) == wanted  # noqa: S307  (our own message)
        else:
            assert column.startswith("check_")


@pytest.mark.parametrize("key", [None, 1.0, ("id",), ["id"], mlc.roles()[0]], ids=str)
def test_what_is_no_position_is_named(key: Any) -> None:
    with pytest.raises(TypeError, match=f"by position, not by {type(key).__name__}$"):
        mlc.roles()[key]


@pytest.mark.parametrize("model", [int, "Role", None, mlc.roles()[0]])
def test_a_table_is_of_a_class_of_records(model: Any) -> None:
    with pytest.raises(TypeError, match="a class of records, such as Role, not of"):
        mlc.Table(model, [])


def test_a_table_is_sorted_upwards_unless_told_otherwise() -> None:
    ids = sorted(role.id for role in mlc.roles())
    assert [role.id for role in mlc.roles().sorted(lambda role: role.id)] == ids
    downwards = mlc.roles().sorted(lambda role: role.id, reverse=True)
    assert [role.id for role in downwards] == ids[::-1]


BY_NAME = {
    "roles": "role",
    "entry_profiles": "entry_profile",
    "remote_fits": "remote_fit",
    "growth_paths": "growth_path",
    "crosswalks": "crosswalk",
    "industries": "industry",
    "industry_demand": "demand_in",
    "industry_pay": "pay_in",
    "industry_hiring": "hiring_in",
    "skills": "skill",
    "platforms": "platform",
    "certifications": "certification",
    "occupations": "occupation",
    "areas": "area",
    "findings": "finding",
    "faqs": "faq",
    "perspectives": "perspective",
    "sources": "source",
}


@each_table
def test_a_table_asked_by_name_says_what_finds_a_record(name: str) -> None:
    table: Any = getattr(mlc, name)()
    with pytest.raises(TypeError) as raised:
        table["x"]
    assert str(raised.value).endswith(f"; use mlcareerdata.{BY_NAME.get(name, name)}('x')")
    assert callable(getattr(mlc, BY_NAME.get(name, name)))
