"""How a fact is found by what it is about."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from mlcareerdata._registry import TableSpec
from mlcareerdata._store import derived, get, id_of, ids, rows, table
from mlcareerdata._table import Table
from mlcareerdata.errors import NotReportedError
from mlcareerdata.models._record import Record

S = TypeVar("S", bound=Record)
F = TypeVar("F", bound=Record)


def fact_about(subjects: TableSpec[S], name: str | S, facts: TableSpec[F]) -> F:
    """The record in `facts` about the subject of that name."""
    subject = id_of(subjects, name)
    found = get(facts, subject)
    if found is None:
        raise NotReportedError(subjects.called, subject, facts.called, ids(facts))
    return found


def facts_about(subjects: TableSpec[S], name: str | S | None, facts: TableSpec[F]) -> Table[F]:
    """All records in `facts` about the subject of that name; with ``None``, all records."""
    if name is None:
        return table(facts)
    subject = id_of(subjects, name)
    return derived(facts, grouped, subjects.called).get(subject, table(facts)[:0])


def grouped(facts: TableSpec[F], field: str) -> dict[str, Table[F]]:
    """The records, grouped by the value of one field."""
    groups: dict[str, list[F]] = {}
    for record in rows(facts):
        groups.setdefault(getattr(record, field), []).append(record)
    return {value: Table(facts.model(), group, facts.name) for value, group in groups.items()}


def each_on_its_own(call: str, names: Iterable[object]) -> None:
    """Refuse a list where each name is an argument, and say how to unpack it."""
    for name in names:
        kind = type(name).__name__
        if isinstance(name, Iterable) and not isinstance(name, str | bytes | Record):
            raise TypeError(
                f"{call} takes each role on its own, not in a {kind}: unpack it, as "
                f"in {call}(*names)"
            )


def accept(name: str, value: object, accepted: tuple[object, ...]) -> None:
    """Refuse an argument whose value is not one of those accepted."""
    if value is not None and value not in accepted:
        raise ValueError(f"{name} must be {' or '.join(map(repr, accepted))}, not {value!r:.80}")
