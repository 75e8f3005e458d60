"""Equal values give equal bytes, in every process and however they came to be."""

from __future__ import annotations

import pickle
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import dask.base
import pytest

import mlcareerdata as mlc
import mlcareerdata._store as store
from mlcareerdata._registry import FACTS
from mlcareerdata.models import TitleMatch
from mlcareerdata.models._record import Record

JOBLIB: Any = import_module("joblib")  # which has no types
PROTOCOLS = range(pickle.HIGHEST_PROTOCOL + 1)
TITLES = (
    "Data Analyst",
    "Sr. Data Analyst (Rémote)",
    "Data Analyst \udcff",
    "ML Engineer \U0001f916",
)

each_table = pytest.mark.parametrize("name", FACTS)


def _matches() -> list[Record]:
    return [match for title in TITLES if (match := mlc.match_title(title))]


def _samples(name: str) -> list[Record]:
    table = store.table(FACTS[name])
    return [*table, *(mlc.profile(role) for role in mlc.roles() if name == "roles")]


def _twins(record: Record) -> Iterator[Record]:
    """Equal records, made in every way that is not a back door."""
    model = type(record)
    yield model.model_validate_json(record.model_dump_json())
    yield model.model_validate(record.model_dump())
    yield model.model_validate(dict(record))  # every field is given, even if it is the default
    yield model.model_validate(record.model_dump(exclude_defaults=True))
    yield record.model_copy()
    yield pickle.loads(pickle.dumps(record))


def _bytes(value: object) -> list[object]:
    tokens: Any = dask.base
    pickles = [pickle.dumps(value, protocol) for protocol in PROTOCOLS]
    return [*pickles, JOBLIB.hash(value), tokens.tokenize(value)]


@each_table
def test_equal_records_are_equal_bytes(name: str) -> None:
    for record in _samples(name):
        own = _bytes(record)
        for twin in _twins(record):
            assert twin == record
            assert _bytes(twin) == own, repr(record)


@each_table
def test_equal_tables_are_equal_bytes(name: str) -> None:
    table = store.table(FACTS[name])
    model = FACTS[name].model()
    again = [model.model_validate(dict(record)) for record in table]
    for one in (table, table[:0], table[::-1]):
        twins = [one[:], one.filter(lambda _: True), pickle.loads(pickle.dumps(one))]
        if one is table:
            twins += [mlc.Table(model, again), mlc.Table(model, again, name)]
        own = _bytes(one)
        for twin in twins:
            assert twin == one
            assert _bytes(twin) == own


def test_a_table_that_holds_a_record_twice_is_that_of_two_equal_ones() -> None:
    one = mlc.platforms()[0]
    same, alike = mlc.Table(type(one), [one, one]), mlc.Table(type(one), [one, one.model_copy()])
    assert same == alike
    assert _bytes(same) == _bytes(alike)


@each_table
def test_a_table_is_made_again_by_a_class(name: str) -> None:
    """Streamlit's cache hashes what `__reduce__` gives, and takes no functions in it."""
    make, (model, records, _) = store.table(FACTS[name]).__reduce__()
    assert isinstance(make, type)
    assert isinstance(model, type)
    assert all(isinstance(record, Record) for record in records)


@each_table
def test_unequal_records_are_unequal_bytes(name: str) -> None:
    records = _samples(name)
    for protocol in PROTOCOLS:
        assert len({pickle.dumps(record, protocol) for record in records}) == len(records)


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_whatever_stands_in_a_title_survives(protocol: int) -> None:
    for match in _matches():
        assert isinstance(match, TitleMatch)
        twin = pickle.loads(pickle.dumps(match, protocol))
        assert twin == match
        assert pickle.dumps(twin, protocol) == pickle.dumps(match, protocol)
    assert len(_matches()) == len(TITLES)


EVERYTHING = """
import hashlib, pickle, sys
import dask.base, joblib
import mlcareerdata as mlc
import mlcareerdata._store as store
from mlcareerdata._registry import FACTS

if sys.argv[1] == "late":  # in another order, and after other look-ups
    mlc.match_title("Data Analyst")
    names = list(FACTS)[::-1]
else:
    names = list(FACTS)
values = {name: store.table(FACTS[name]) for name in names}
values |= {role.id: mlc.profile(role) for role in mlc.roles()}
values["match"] = mlc.match_title("Sr. ML Engineer II (Remote)")
for name in sorted(values):
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        print(name, protocol, hashlib.sha256(pickle.dumps(values[name], protocol)).hexdigest())
    print(name, joblib.hash(values[name]), dask.base.tokenize(values[name]))
"""


def _in_a_process(seed: str, when: str, folder: Path) -> str:
    return subprocess.run(
        [sys.executable, "-c", EVERYTHING, when],
        env={"PYTHONHASHSEED": seed, "PATH": "", "PYTHONPATH": str(Path(mlc.__file__).parents[1])},
        capture_output=True,
        text=True,
        check=True,
        cwd=folder,
    ).stdout


def test_bytes_are_equal_in_every_process(tmp_path: Path) -> None:
    first = _in_a_process("1", "early", tmp_path)
    assert len(first.splitlines()) > 7 * len(FACTS)
    assert _in_a_process("2", "late", tmp_path) == first


def test_a_cache_on_disk_hits_for_an_equal_record(tmp_path: Path) -> None:
    asked: list[str] = []
    memory: Any = JOBLIB.Memory(tmp_path, verbose=0)

    def title(role: mlc.models.Role) -> str:
        asked.append(role.id)
        return role.title

    cached = memory.cache(title, ignore=[])
    for role in (mlc.role("MLE"), next(_twins(mlc.role("MLE")))):
        assert cached(role) == "Machine Learning Engineer"
    assert asked == ["machine-learning-engineer"]
