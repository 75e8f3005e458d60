"""Every data file, damaged in every way that a disk, a merge or a hasty edit can bring about.

Whatever the damage, the first use raises `DataIntegrityError`, which names the file and, where one
is to blame, the record; and a look-up works again once the file is whole.
"""

from __future__ import annotations

import json
import math
import re
import zlib
from collections.abc import Callable, Iterator
from typing import Any, Final, TypeAlias

import pytest

import mlcareerdata as mlc
import mlcareerdata._files as files
import mlcareerdata._store as store
from mlcareerdata._registry import FACTS, TABLES
from mlcareerdata._titles import reader
from mlcareerdata.errors import DataIntegrityError

Json: TypeAlias = "dict[str, Json] | list[Json] | str | float | None"
Row: TypeAlias = dict[str, Any]
Damage: TypeAlias = Callable[[str, bytes], DataIntegrityError]

READ: Final = files.read
each_file = pytest.mark.parametrize("name", TABLES)


@pytest.fixture
def damage(unread: None, monkeypatch: pytest.MonkeyPatch) -> Damage:
    """Gives the error that the first use of a table raises, its file having that content."""

    def damage(name: str, content: bytes) -> DataIntegrityError:
        store._LOADED.pop(name, None)
        monkeypatch.setattr(reader, "TABLES", store.Once(reader._tables))
        _let_read(monkeypatch, name, content)
        said = _error_of(name)
        assert said, f"{name}.json was read as if it were whole: {content[:200]!r}"
        assert said.file == f"{name}.json"
        return said

    return damage


def _let_read(monkeypatch: pytest.MonkeyPatch, name: str, content: bytes) -> None:
    """Let one file have another content."""

    def read(file: str) -> bytes:
        return content if file == name else READ(file)

    monkeypatch.setattr(files, "read", read)


def _error_of(name: str) -> DataIntegrityError | None:
    """The error of the first use of a table."""
    try:
        _ = store.table(FACTS[name]) if name in FACTS else reader._read_tables()
    except DataIntegrityError as error:
        return error
    return None


def _rows(name: str) -> list[Row]:
    rows: list[Row] = json.loads(READ(name))
    return rows


def _said(name: str, row: Row) -> set[str]:
    """What a message that names the row has to hold."""
    values: list[Any] = [row.get(field, []) for field in TABLES[name].key]
    lists: list[list[Any]] = [value if isinstance(value, list) else [value] for value in values]
    return {str(part) for parts in lists for part in parts}


def _some(name: str) -> list[int]:
    """Rows to damage: the first, one in the middle, the last."""
    last = len(_rows(name)) - 1
    return sorted({0, last // 2, last})


# --- Bytes -----------------------------------------------------------------------------------


@each_file
def test_a_file_cut_anywhere(damage: Damage, name: str) -> None:
    whole = READ(name).rstrip()
    step = max(100, len(whole) // 300)
    for end in [*range(0, len(whole), step), *range(max(0, len(whole) - 40), len(whole))]:
        assert "not JSON" in damage(name, whole[:end]).problem


SPOILT: Final[dict[str, Callable[[bytes], bytes]]] = {
    "a byte-order mark": lambda text: b"\xef\xbb\xbf" + text,
    "UTF-16": lambda text: text.decode().encode("utf-16"),
    "no UTF-8": lambda text: text.replace(b'"', b'"\xff', 1),
    "half a character": lambda text: text.replace(b'"', b'"\xed\xa0\x80', 1),
    "single quotes": lambda text: text.replace(b'"', b"'"),
    "a second list": lambda text: text + b"[]",
    "a zero byte": lambda text: text + b"\0",
    "NaN": lambda text: re.sub(rb'": "[^"]*"', b'": NaN', text, count=1),
    "infinity": lambda text: re.sub(rb'": "[^"]*"', b'": -Infinity', text, count=1),
    "nested": lambda text: b"[" * 10_000 + text + b"]" * 10_000,
    "a comma too many": lambda text: text.rstrip(b" \n]") + b",\n]",
    "a merge": lambda text: b"<<<<<<< HEAD\n" + text,
    "a pointer to the file": lambda _: b"version https://git-lfs.github.com/spec/v1\n",
    "empty": lambda _: b"",
    "zero bytes": lambda _: b"\0" * 4096,
}


@pytest.mark.parametrize("kind", SPOILT)
@each_file
def test_a_file_that_is_no_json(damage: Damage, name: str, kind: str) -> None:
    assert "not JSON" in damage(name, SPOILT[kind](READ(name))).problem


@pytest.mark.parametrize("content", [b"null", b"{}", b"7", b'"roles"', b"[7]", b"[[]]"])
@each_file
def test_json_that_is_no_list_of_records(damage: Damage, name: str, content: bytes) -> None:
    assert "not a list of records" in damage(name, content).problem


@pytest.mark.parametrize(
    "error",
    [
        PermissionError(13, "Permission denied"),
        OSError("no text of its own"),
        zlib.error("Error -3 while decompressing data"),
        EOFError("Compressed file ended early"),
        ImportError("bad local file header"),
        KeyError("There is no item named 'roles.json' in the archive"),
    ],
    ids=lambda error: type(error).__name__,
)
@pytest.mark.usefixtures("unread")
def test_a_file_that_cannot_be_read(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    """A damaged zip raises what its reader raises."""

    def read(_: str) -> bytes:
        raise error

    monkeypatch.setattr(files, "read", read)
    with pytest.raises(DataIntegrityError, match="the file cannot be read") as caught:
        mlc.role("data scientist")
    assert caught.value.__cause__ is error
    assert str(error.args[-1]) in str(caught.value)
    assert not caught.value.missing


@pytest.mark.parametrize("error", [MemoryError(), RecursionError(), KeyboardInterrupt()], ids=repr)
@pytest.mark.usefixtures("unread")
def test_what_is_no_damage_is_not_called_so(
    monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    def read(_: str) -> bytes:
        raise error

    monkeypatch.setattr(files, "read", read)
    with pytest.raises(type(error)):
        mlc.role("data scientist")
    monkeypatch.undo()
    assert mlc.role("data scientist").id == "data-scientist"


# --- Rows ------------------------------------------------------------------------------------


@each_file
def test_a_row_that_is_gone(damage: Damage, name: str) -> None:
    for at in _some(name):
        rows = _rows(name)
        del rows[at]
        said = damage(name, _written(rows)).problem
        assert "was released with" in said or "ids.py" in said or "position" in said


@each_file
def test_no_rows_at_all(damage: Damage, name: str) -> None:
    said = damage(name, b"[]").problem
    assert "was released with" in said or "ids.py" in said


@each_file
def test_a_row_that_stands_there_twice(damage: Damage, name: str) -> None:
    for at in _some(name):
        rows = _rows(name)
        error = damage(name, _written([*rows, rows[at]]))
        assert "twice" in error.problem
        assert all(part in str(error.record) for part in _said(name, rows[at]))


@pytest.mark.parametrize("name", [name for name, spec in FACTS.items() if spec.ids])
def test_rows_in_another_order(damage: Damage, name: str) -> None:
    """The first row out of its place is named, and what belongs there."""
    rows = _rows(name)
    error = damage(name, _written([rows[0], rows[-1], *rows[1:-1]]))
    assert error.record == rows[-1]["id"]
    assert error.problem == f"by ids.py, {rows[1]['id']!r} should stand in its place"


@each_file
def test_a_field_that_stands_there_twice(damage: Damage, name: str) -> None:
    """Each field of a row, also those of its citations and its check, with another value first."""
    for at in _some(name):
        rows = _rows(name)
        for text in _doubled(rows[at]):
            content = _written([*rows[max(0, at - 2) : at], "HERE", *rows[at + 1 : at + 3]])
            error = damage(name, content.replace(b'"HERE"', text.encode()))
            assert "twice" in error.problem
            assert all(part in str(error.record) for part in _said(name, rows[at]))


def _doubled(row: Json) -> Iterator[str]:
    """The JSON of a value with one field of it, or of a part of it, written twice."""
    if isinstance(row, dict):
        fields = {field: json.dumps(value) for field, value in row.items()}
        for field in fields:
            own = ", ".join(f"{json.dumps(one)}: {text}" for one, text in fields.items())
            yield f"{{{json.dumps(field)}: null, {own}}}"
            for inner in _doubled(row[field]):
                others = {**fields, field: inner}
                own = ", ".join(f"{json.dumps(one)}: {text}" for one, text in others.items())
                yield f"{{{own}}}"
    if isinstance(row, list):
        for at, item in enumerate(row):
            for inner in _doubled(item):
                items = [json.dumps(other) for other in row]
                items[at] = inner
                yield f"[{', '.join(items)}]"


def test_odd_white_space_is_no_damage(monkeypatch: pytest.MonkeyPatch, unread: None) -> None:
    text = READ("roles").replace(b'": ', b'"\t:\r\n')
    _let_read(monkeypatch, "roles", text)
    assert len(mlc.roles()) == 9


def test_a_quotation_mark_before_a_colon_is_text(
    monkeypatch: pytest.MonkeyPatch, unread: None
) -> None:
    rows = _rows("roles")
    rows[0]["summary"] = 'It is called "machine learning": a part of "AI": or so.'
    for text in (json.dumps(rows), json.dumps(rows).replace('\\"', "\\u0022")):
        store._LOADED.clear()
        _let_read(monkeypatch, "roles", text.encode())
        assert mlc.role("ML engineer").summary.count('"') == 4


# --- Values ----------------------------------------------------------------------------------


HUGE: Final = int("9" * 4_000)
WRONG: Final[list[object]] = [
    HUGE,
    -HUGE,
    2**63,
    math.inf,
    {},
    [[]],
    "\ud800",
    "",
    " ",
    "x\ny",
    True,
]


@each_file
def test_a_value_that_cannot_be(damage: Damage, name: str) -> None:
    """Each field, with values that no field takes, but for those of its own kind."""
    fields = TABLES[name].model().model_fields
    for field, info in fields.items():
        takes = str(info.annotation)
        for wrong in WRONG:
            own = isinstance(wrong, bool) and "bool" in takes
            own |= isinstance(wrong, int) and "float" in takes
            own |= name == "title_characters" and isinstance(wrong, str)  # any character
            if not own:
                rows = _rows(name)[-3:]  # a wrong value is found before a row is missed
                rows[-1][field] = wrong
                assert "was released with" not in damage(name, _written(rows)).problem


UNSEEN: Final = {
    "a zero width": "\u200b",
    "a byte-order mark": "\ufeff",
    "text from the right": "\u202e",
    "a zero byte": "\0",
    "the start of a terminal's command": "\x1b[31m",
    "no character": "\uffff",
    "a soft hyphen": "\u00ad",
    "a space that does not break": "\u00a0",
    "two spaces": "  ",
    "a tab": "\t",
}


@pytest.mark.parametrize("kind", UNSEEN)
@pytest.mark.parametrize("name", FACTS)
def test_what_nobody_sees_in_a_text(damage: Damage, name: str, kind: str) -> None:
    """In the middle and at the end of each text of the last row."""
    last = _rows(name)[-1]
    for field in (field for field, value in last.items() if isinstance(value, str)):
        text: str = last[field]
        for wrong in (text[:1] + UNSEEN[kind] + text[1:], text + UNSEEN[kind]):
            rows = [*_rows(name)[-3:-1], last | {field: wrong}]
            assert "was released with" not in damage(name, _written(rows)).problem


@pytest.mark.parametrize("day", ["0001-01-01", "1899-12-31", "2201-01-01", "9999-12-31"])
@pytest.mark.parametrize(
    ("name", "field"), [("certifications", "seen_on"), ("sources", "accessed")]
)
def test_a_day_that_cannot_be(damage: Damage, name: str, field: str, day: str) -> None:
    rows = _rows(name)
    rows[-1][field] = day
    error = damage(name, _written(rows))
    assert (error.record, field in error.problem) == (rows[-1]["id"], True)


@pytest.mark.parametrize(
    ("name", "changes", "problem"),
    [
        ("projections", {"start": 2030, "end": 2030}, "ends after it starts"),
        ("projections", {"covers": ["11-1011"]}, "covers its own occupation"),
        ("certifications", {"status": "retired", "replaced_by": "ITS ID"}, "replace itself"),
        ("certifications", {"experience_months": -1}, "experience_months"),
        ("sources", {"published": "2025-00"}, "published"),
        ("sources", {"published": "2025-13"}, "published"),
        ("sources", {"published": "2025-01-00"}, "published"),
        ("sources", {"published": "2025-01-32"}, "published"),
    ],
)
def test_a_record_that_cannot_be(damage: Damage, name: str, changes: Row, problem: str) -> None:
    last = _rows(name)[-1]
    if "replaced_by" in changes:
        last.pop("for_beginners", None)
        changes = {**changes, "replaced_by": [last["id"]]}
    assert problem in damage(name, _written([last | changes])).problem


@pytest.mark.parametrize("number", [1e30, -1e30])
@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("findings", "value"),
        ("projections", "growth_percent"),
        ("area_wages", "mean_rse"),
        ("area_wages", "location_quotient"),
    ],
)
def test_a_number_that_cannot_be(damage: Damage, name: str, field: str, number: float) -> None:
    rows = _rows(name)[-3:]
    rows[-1][field] = number
    assert field in damage(name, _written(rows)).problem


@each_file
def test_an_unknown_field(damage: Damage, name: str) -> None:
    for at in _some(name):
        rows = _rows(name)
        rows[at]["no_such_field"] = None
        assert "no_such_field" in damage(name, _written(rows)).problem


@pytest.mark.parametrize("name", [name for name, spec in TABLES.items() if spec.areas])
def test_an_area_that_there_is_not(damage: Damage, name: str) -> None:
    for at in _some(name):
        rows = _rows(name)
        rows[at][TABLES[name].areas] = "9999999"
        error = damage(name, _written(rows))
        assert "'9999999'" in error.problem or "order" in error.problem


def _written(rows: object) -> bytes:
    return json.dumps(rows).encode()


# --- The rules by which titles are read ------------------------------------------------------


def _wrong_row(damage: Damage, name: str, at: int, **fields: object) -> DataIntegrityError:
    rows = _rows(name)
    rows[at] |= fields
    return damage(name, _written(rows))


def test_a_character_that_two_rows_read(damage: Damage) -> None:
    rows = _rows("title_characters")
    both = rows[-1]["characters"] + rows[0]["characters"][0]
    error = _wrong_row(damage, "title_characters", -1, characters=both)
    assert "is read already" in error.problem
    assert error.record == (rows[-1]["becomes"] or None)


@pytest.mark.parametrize(("char", "becomes"), [("$", ""), ("$", "usd"), ("a", "b"), ("7", "a")])
def test_an_ascii_character_that_cannot_be_read_so(damage: Damage, char: str, becomes: str) -> None:
    rows = _rows("title_characters")
    at = next(i for i, row in enumerate(rows) if row["becomes"] == ("e" if becomes else ""))
    rows[at]["characters"] += char
    rows[at]["becomes"] = becomes
    damage("title_characters", _written(rows))


def test_a_spelling_of_two_words(damage: Damage) -> None:
    first, second = _rows("title_spellings")[:2]
    error = _wrong_row(damage, "title_spellings", 1, forms=[first["word"]])
    assert error.record in {first["word"], second["word"]}


@pytest.mark.parametrize("name", ["title_terms", "title_rules", "title_levels"])
def test_a_term_that_there_is_not(damage: Damage, name: str) -> None:
    field = "phrases" if name == "title_terms" else "when"
    for at, row in enumerate(_rows(name)):
        error = _wrong_row(damage, name, at, **{field: [*row[field], "data @no-such-term"]})
        assert (error.record, "@no-such-term" in error.problem) == (row["id"], True)


def test_a_term_that_refers_to_itself(damage: Damage) -> None:
    rows = _rows("title_terms")
    first, second = rows[0]["id"], rows[1]["id"]
    rows[0]["phrases"] += [f"data @{second}"]
    rows[1]["phrases"] += [f"data @{first}"]
    error = damage("title_terms", _written(rows))
    assert error.record in {first, second}
    assert f"@{first}" in error.problem
    assert f"@{second}" in error.problem
    rows = _rows("title_terms")
    rows[2]["phrases"] = [f"@{rows[2]['id']}"]
    assert damage("title_terms", _written(rows)).record == rows[2]["id"]


def test_the_term_behind_the_tilde_has_to_be_there(damage: Damage) -> None:
    rows = _rows("title_terms")
    at = next(i for i, row in enumerate(rows) if row["id"] == "level")
    assert "term level" in _wrong_row(damage, "title_terms", at, id="another").problem
