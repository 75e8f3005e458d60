"""The errors: what they derive from, what they say, and that they can be copied and pickled."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from enum import StrEnum

import numpy
import pytest

import mlcareerdata as mlc
from mlcareerdata import errors
from mlcareerdata.errors import (
    DataIntegrityError,
    MLCareerDataError,
    NotReportedError,
    UnknownNameError,
)

MANY = tuple(f"id-{number}" for number in range(30))

EXAMPLES: list[MLCareerDataError] = [
    MLCareerDataError("something"),
    UnknownNameError("role", "x"),
    UnknownNameError("role", "x", ("a", "b")),
    UnknownNameError("role", "", MANY, "(hint)"),
    UnknownNameError("area", "x", ("1", "2"), "(hint)", ("One", "Two"), shared=True),
    NotReportedError("area", "1", "wage", ("2", "3"), "(hint)", ("One", "Two", "Three")),
    NotReportedError("role", "a", "salary range"),
    NotReportedError("role", "a", "salary range", ("b", "c"), "(hint)"),
    NotReportedError("role", "a", "salary range", MANY),
    DataIntegrityError("roles.json", None, "the file is missing"),
    DataIntegrityError("roles.json", "data-scientist", "title: Field required"),
]
each = pytest.mark.parametrize("error", EXAMPLES, ids=repr)


def test_the_hierarchy() -> None:
    for name in errors.__all__:
        error = getattr(errors, name)
        assert issubclass(error, MLCareerDataError)
        assert error is getattr(mlc, name)
        assert not issubclass(error, KeyError), "its str() would be a repr"
        assert not issubclass(error, ValueError | TypeError)
        miss = error in (UnknownNameError, NotReportedError)
        assert issubclass(error, LookupError) is miss
    assert not issubclass(UnknownNameError, NotReportedError)
    assert not issubclass(NotReportedError, UnknownNameError)


def _pickle(protocol: int) -> Callable[[MLCareerDataError], MLCareerDataError]:
    def there_and_back(error: MLCareerDataError) -> MLCareerDataError:
        twin: MLCareerDataError = pickle.loads(pickle.dumps(error, protocol))
        return twin

    return there_and_back


@pytest.mark.parametrize(
    "travel",
    [
        copy.copy,
        copy.deepcopy,
        *(_pickle(protocol) for protocol in range(pickle.HIGHEST_PROTOCOL + 1)),
    ],
)
@each
def test_an_error_survives_a_journey(
    error: MLCareerDataError, travel: Callable[[MLCareerDataError], MLCareerDataError]
) -> None:
    twin = travel(error)
    assert type(twin) is type(error)
    assert vars(twin) == vars(error)
    assert twin.args == error.args
    assert str(twin) == str(error)
    assert repr(twin) == repr(error)


@each
def test_a_message_is_one_line(error: MLCareerDataError) -> None:
    assert str(error).isprintable()
    assert str(error) == str(error).strip()


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (UnknownNameError("role", "x"), "unknown role 'x'"),
        (UnknownNameError("role", "x", ("a",)), "unknown role 'x'; did you mean 'a'?"),
        (
            UnknownNameError("role", "x", ("a", "b", "c"), "(hint)"),
            "unknown role 'x'; did you mean 'a' or 'b' or 'c'? (hint)",
        ),
        (
            UnknownNameError("role", " \n", ("a", "b", "c", "d")),
            "empty role name; known: a, b, c, d",
        ),
        (UnknownNameError("role", "a\nb"), r"unknown role 'a\nb'"),
        (
            NotReportedError("role", "a", "salary range"),
            "no salary range is reported for the role 'a'",
        ),
        (
            NotReportedError("role", "a", "salary range", ("b", "c"), "(hint)"),
            "no salary range is reported for the role 'a'; reported for: b, c (hint)",
        ),
    ],
)
def test_a_message_says_what_is_known(error: MLCareerDataError, message: str) -> None:
    assert str(error) == message


@pytest.mark.parametrize(
    "error",
    [UnknownNameError("role", "x", MANY), NotReportedError("role", "x", "pay", MANY)],
    ids=["unknown", "not reported"],
)
def test_a_long_list_is_cut_and_says_so(error: MLCareerDataError) -> None:
    assert MANY[0] in str(error)
    assert MANY[-1] not in str(error)
    shown = sum(f"{name}," in f"{error},".replace(" and", ",") for name in MANY)
    assert str(error).endswith(f"and {len(MANY) - shown} more")


@pytest.mark.parametrize("record", [None, "data-scientist"])
def test_damaged_data_names_file_and_record_and_says_what_to_do(record: str | None) -> None:
    text = str(DataIntegrityError("roles.json", record, "title: Field required"))
    assert text.startswith("roles.json")
    assert "title: Field required" in text
    assert "reinstall" in text
    assert (record or "roles.json") in text


def test_a_miss_can_be_caught_as_one() -> None:
    for name in ("no such role", "data analyst"):
        with pytest.raises(LookupError):
            mlc.salary_range(name)
        with pytest.raises(MLCareerDataError):
            mlc.salary_range(name)


def test_an_error_raised_by_a_look_up_travels() -> None:
    with pytest.raises(UnknownNameError) as unknown:
        mlc.role("data scintist")
    with pytest.raises(NotReportedError) as unreported:
        mlc.salary_range("data analyst")
    for error in (unknown.value, unreported.value):
        twin = pickle.loads(pickle.dumps(error))
        assert (vars(twin), str(twin)) == (vars(error), str(error))


# --- Where ids say little ----------------------------------------------------------------------


def test_ids_that_say_little_stand_with_their_names() -> None:
    names = ("One", "Two", "Three")
    assert str(UnknownNameError("area", "x", ("1", "2"), "", names[:2])) == (
        "unknown area 'x'; did you mean '1' (One) or '2' (Two)?"
    )
    assert str(UnknownNameError("area", "x", ("1", "2", "3", "4"), "", (*names, "Four"))) == (
        "unknown area 'x'; known: 1 (One), 2 (Two), 3 (Three), 4 (Four)"
    )
    assert str(NotReportedError("area", "1", "wage", ("2", "3"), "", names)) == (
        "no wage is reported for the area '1' (One); reported for: 2 (Two), 3 (Three)"
    )


def test_a_name_of_several_records_is_not_called_unknown() -> None:
    error = UnknownNameError("area", "x", ("1", "2"), "(hint)", ("One", "Two"), shared=True)
    assert str(error) == "'x' is the name of more than one area: 1 (One), 2 (Two) (hint)"


class Spelled(StrEnum):
    WRONG = "data scintist"


@pytest.mark.parametrize("name", [Spelled.WRONG, numpy.str_("data scintist")], ids=repr)
def test_a_name_of_another_kind_of_text_is_shown_as_a_plain_one(name: str) -> None:
    with pytest.raises(UnknownNameError, match=r"^unknown role 'data scintist';") as caught:
        mlc.role(name)
    assert type(caught.value.name) is str
    assert type(caught.value.args[1]) is str, "whoever unpickles it may have no NumPy"
