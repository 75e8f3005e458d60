"""How a fact is found by what it is about."""

from __future__ import annotations

from typing import TypeVar

from mlcareerdata import _store as store
from mlcareerdata import models as m
from mlcareerdata.errors import NotReportedError
from mlcareerdata.models._provenance import CitedRecord

F = TypeVar("F", bound=CitedRecord)


def fact_of_role(table: store.TableFile[F], name: str | m.Role) -> F:
    """The record that `table` has for a role."""
    return _fact(table, "role", store.ROLES.find(name).id, table.kind)


def fact_of_industry(table: store.TableFile[F], name: str | m.Industry, fact: str) -> F:
    """The record that `table` has for an industry."""
    return _fact(table, "industry", store.INDUSTRIES.find(name).id, fact)


def _fact(table: store.TableFile[F], kind: str, wanted: str, fact: str) -> F:
    found = table.get(wanted)
    if found is None:
        raise NotReportedError(kind, wanted, fact, table.ids())
    return found


def accept(name: str, value: str | None, accepted: tuple[str, ...]) -> None:
    if value is not None and value not in accepted:
        raise ValueError(f"{name} must be {' or '.join(map(repr, accepted))}, not {value!r}")
