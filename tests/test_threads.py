"""Many threads that ask first at the same time."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

import mlcareerdata as mlc
import mlcareerdata._files as files
import mlcareerdata._store as store
from mlcareerdata._registry import FACTS as TABLES
from mlcareerdata.models._record import Record

THREADS = 16


@pytest.fixture
def eager_threads() -> Iterator[None]:
    """Threads that take turns as often as they can."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


@pytest.mark.usefixtures("eager_threads", "unread")
@pytest.mark.parametrize("name", TABLES)
def test_a_first_load_by_many_threads_reads_once(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    reads: list[str] = []
    read = files.read

    def counted(file: str) -> bytes:
        reads.append(file)
        return read(file)

    monkeypatch.setattr(files, "read", counted)
    table = TABLES[name]
    start = Barrier(THREADS)

    def load(_: int) -> mlc.Table[Record]:
        start.wait()
        return store.table(table)

    with ThreadPoolExecutor(THREADS) as pool:
        found = list(pool.map(load, range(THREADS)))
    assert reads == [name]
    assert all(other is found[0] for other in found)
    assert found[0] is store.table(table)
