"""Small promises that other software leans on."""

from __future__ import annotations

import subprocess
import sys
import warnings
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

import mlcareerdata as mlc
import mlcareerdata._store as store
from mlcareerdata._registry import FACTS
from mlcareerdata.models import Record

each_table = pytest.mark.parametrize("name", FACTS)
Rows = list[dict[str, Any]]

OTHERS: list[Record] = [
    mlc.profile("MLE"),
    mlc.compare("MLE", "data analyst"),
    mlc.checks()[0],
    *filter(None, [mlc.match_title("Data Analyst")]),
    mlc.role("MLE").citations[0],
]
"""What is no record of a table of facts."""


# --- Records ----------------------------------------------------------------------------------


@each_table
def test_a_record_is_formatted_as_its_text(name: str) -> None:
    for record in (*store.table(FACTS[name]), *OTHERS):
        for spec in ("", "<90", ">400", "^400", ".5", "s"):
            assert format(record, spec) == format(str(record), spec)
    with pytest.raises(ValueError, match="format"):
        format(store.table(FACTS[name])[0], "d")


@each_table
def test_dir_lists_what_works_and_nothing_deprecated(name: str) -> None:
    for record in (store.table(FACTS[name])[0], *OTHERS):
        names = dir(record)
        assert set(type(record).model_fields) | {"model_dump", "model_dump_json"} <= set(names)
        old = {"dict", "json", "copy", "construct", "from_orm", "parse_obj", "parse_raw"}
        old |= {"parse_file", "schema", "schema_json", "update_forward_refs", "validate"}
        assert not old & set(names)
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            for attribute in set(names) - {"model_fields", "model_computed_fields"}:
                getattr(record, attribute, None)
    assert "parse_obj" in dir(BaseModel), "pydantic still has what is left out above"


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("Sr. ML Engineer II (Remote)", "machine-learning-engineer, senior: 'ML Engineer'"),
        ("Data Analyst", "data-analyst: 'Data Analyst'"),
    ],
)
def test_a_match_is_one_readable_line(title: str, line: str) -> None:
    assert str(mlc.match_title(title)) == line


# --- Names ------------------------------------------------------------------------------------


# Zero-width space, joiners, marks of direction, the byte order mark, a soft hyphen, an isolate.
UNSEEN = "\u200b\u200c\u200d\u200e\u200f\ufeff\u00ad\u2060\u2066\u2069\u061c"


@pytest.mark.parametrize("unseen", UNSEEN, ids=ascii)
def test_what_cannot_be_seen_makes_no_difference_to_a_name(unseen: str) -> None:
    for record, names in (
        (mlc.role("MLE"), ("ML engineer", "machine-learning-engineer")),
        (mlc.skill("git"), ("Git",)),
        (mlc.industry("fintech"), ("Finance & Fintech",)),
    ):
        look_up = getattr(mlc, type(record).__name__.lower())
        for name in names:
            for text in (
                unseen + name,
                name + unseen,
                name[:3] + unseen + name[3:],
                f" {unseen} {name}",
            ):
                assert look_up(text) is record, ascii(text)
    with pytest.raises(mlc.UnknownNameError, match="unknown role"):
        mlc.role(unseen)


def test_a_skill_is_found_by_each_of_its_tools() -> None:
    tools = [(tool, skill) for skill in mlc.skills() for tool in skill.tools]
    assert tools
    for tool, skill in tools:
        assert mlc.skill(tool) is mlc.skill(tool.upper()) is skill
    assert mlc.skill("git").id == "version-control-and-cloud"
    assert mlc.skill("python").id == "programming-and-frameworks"


# --- What is not installed --------------------------------------------------------------------


WITHOUT = """
import sys
from importlib import import_module
package, name = sys.argv[1:]
sys.modules[package] = None
import mlcareerdata as mlc
assert not hasattr(mlc, name)
try:
    import_module(f"mlcareerdata.{name}")
except ImportError as error:
    assert f"pip install 'mlcareerdata[{name}]'" in str(error), error
else:
    raise AssertionError(f"{name} came without {package}")
try:
    getattr(mlc, name)
except AttributeError as error:
    assert f"mlcareerdata[{name}]" in str(error), error
"""


@pytest.mark.parametrize(
    ("package", "name"),
    [("narwhals", "frames"), ("altair", "charts"), ("vl_convert", "charts")],
)
def test_a_module_without_its_extra_is_not_there_and_says_why(
    package: str, name: str, tmp_path: Path
) -> None:
    command = [sys.executable, "-c", WITHOUT, package, name]
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=False)
    assert done.returncode == 0, done.stderr
    assert hasattr(mlc, name), "here it is installed"
