"""What several test files need."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

import mlcareerdata._store as store
from mlcareerdata._registry import FACTS
from mlcareerdata.models._record import Record

Hold = Callable[[str, Iterable[Record]], None]


@pytest.fixture
def unread(monkeypatch: pytest.MonkeyPatch) -> None:
    """No table has been read yet; what the test reads is forgotten behind it."""
    monkeypatch.setattr(store, "_LOADED", {})


@pytest.fixture
def hold(unread: None) -> Hold:
    """Makes a table hold other records, for the length of a test."""

    def hold(name: str, records: Iterable[Record]) -> None:
        spec = FACTS[name]
        store._LOADED[name] = store._Loaded(spec, tuple(records))

    return hold
