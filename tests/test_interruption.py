"""A first look-up that is interrupted, and a signal handler that asks while something loads."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType
from typing import Any, Final

import pytest

import mlcareerdata as mlc
import mlcareerdata._files as files
import mlcareerdata._store as store
from mlcareerdata._registry import FACTS
from mlcareerdata._titles import reader

HERE: Final = str(Path(mlc.__file__).parent)
THREADS: Final = Path(__file__).with_name("threading_first.py")
pytestmark = pytest.mark.usefixtures("unread")


class _Interrupt:
    """Raises `KeyboardInterrupt` at one line of the library's own code, counted from 1."""

    def __init__(self, line: int) -> None:
        self.left = line

    def __call__(self, frame: FrameType, event: str, _: Any) -> _Interrupt | None:
        if not frame.f_code.co_filename.startswith(HERE):
            return None
        if event == "line":
            self.left -= 1
            if self.left == 0:
                raise KeyboardInterrupt
        return self


def _interrupted(use: Callable[[], object], line: int) -> bool:
    """Whether the use was interrupted at that line, or had fewer."""
    before = sys.gettrace()
    sys.settrace(_Interrupt(line))
    try:
        use()
    except KeyboardInterrupt:
        return True
    finally:
        sys.settrace(before)
    return False


USES: Final[dict[str, Callable[[], object]]] = {
    "a name": lambda: mlc.platform("AWS").id,
    "a miss": lambda: _message(lambda: mlc.platform("AWZ")),
    "a condition": lambda: tuple(mlc.certs_for("AWS", beginners=True)),
    "a profile": lambda: mlc.profile("data scientist").pay[0].low,
    "a check": lambda: len(mlc.checks(verdict="supported")),
}


def _message(use: Callable[[], object]) -> str:
    with pytest.raises(LookupError) as caught:
        use()
    return str(caught.value)


@pytest.mark.parametrize("use", USES)
def test_an_interrupted_first_use_leaves_nothing_half_done(use: str) -> None:
    """Interrupted at line after line, up to where it succeeds; sparser where it is long."""
    answer = USES[use]()
    line = 1
    while True:
        store._LOADED.clear()
        if not _interrupted(USES[use], line):
            break
        assert USES[use]() == answer, f"interrupted at line {line}"
        assert _lock_is_free(), f"interrupted at line {line}"
        line += 1 + line // 12
    assert line > 40, "it was hardly interrupted"


def _lock_is_free() -> bool:
    """Whether another thread can take the lock."""
    got: list[bool] = []

    def take() -> None:
        got.append(mlc._LOCK.acquire(timeout=30))
        if got[0]:
            mlc._LOCK.release()

    thread = threading.Thread(target=take)
    thread.start()
    thread.join()
    return got[0]


def test_an_interrupted_first_title_leaves_nothing_half_done(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    answer = mlc.match_title("Sr. ML Engineer II")
    for line in (1, 10, 100, 1_000, 5_000, 10_000, 20_000):
        store._LOADED.clear()
        for name, build in (("TABLES", reader._tables), ("READER", reader._read_tables)):
            monkeypatch.setattr(reader, name, store.Once(build))
        monkeypatch.setattr(reader, "_read", reader._read_first)
        assert _interrupted(lambda: mlc.match_title("Sr. ML Engineer II"), line)
        assert mlc.match_title("Sr. ML Engineer II") == answer
        assert _lock_is_free()


# --- Signals ---------------------------------------------------------------------------------


@pytest.fixture
def handle() -> Iterator[Callable[[Callable[[], object]], None]]:
    """Sets what is done on a signal, for the length of a test."""
    before = signal.getsignal(signal.SIGINT)

    def handle(handler: Callable[[], object]) -> None:
        signal.signal(signal.SIGINT, lambda _signal, _frame: handler())

    yield handle
    signal.signal(signal.SIGINT, before)


@pytest.mark.parametrize("name", FACTS)
def test_a_handler_may_ask_for_what_is_just_being_loaded(
    name: str, handle: Callable[[Callable[[], object]], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It gets the object that everybody gets afterwards."""
    seen: list[object] = []
    read = files.read

    def interrupted(file: str) -> bytes:
        monkeypatch.setattr(files, "read", read)
        signal.raise_signal(signal.SIGINT)
        return read(file)

    handle(lambda: seen.append(store.table(FACTS[name])))
    monkeypatch.setattr(files, "read", interrupted)
    table = store.table(FACTS[name])
    assert len(seen) == 1
    assert seen[0] is table is store.table(FACTS[name])


@pytest.mark.parametrize("build", [list, dict])
def test_what_a_handler_was_given_stays(
    build: Callable[[], object], handle: Callable[[Callable[[], object]], None]
) -> None:
    seen: list[object] = []

    def built() -> object:
        if not seen:
            seen.append(None)
            signal.raise_signal(signal.SIGINT)
        return build()

    once = store.Once(built)
    handle(lambda: seen.append(once.get()))
    assert once.get() is seen[1] is once.get()


def test_what_a_handler_was_given_stays_for_what_is_derived_too(
    handle: Callable[[Callable[[], object]], None],
) -> None:
    seen: list[object] = []

    def built(_: object) -> list[object]:
        if not seen:
            seen.append(None)
            signal.raise_signal(signal.SIGINT)
        return []

    handle(lambda: seen.append(store.derived(FACTS["roles"], built)))
    assert store.derived(FACTS["roles"], built) is seen[1] is store.derived(FACTS["roles"], built)


def test_a_handler_may_ask_what_is_loaded_while_another_thread_loads(
    handle: Callable[[Callable[[], object]], None],
) -> None:
    role = mlc.role("ML engineer")
    seen: list[object] = []
    locked, done = threading.Event(), threading.Event()

    def hold() -> None:
        with mlc._LOCK:
            locked.set()
            done.wait(60)

    thread = threading.Thread(target=hold)
    handle(lambda: seen.append(mlc.role("ML engineer")))
    thread.start()
    locked.wait(60)
    try:
        signal.raise_signal(signal.SIGINT)
        assert seen == [role]
    finally:
        done.set()
        thread.join()


# --- Threads, in a process that has imported nothing yet -------------------------------------


def test_threads_that_all_ask_first() -> None:
    """`python tests/threading_first.py` tries it in a hundred processes."""
    done = subprocess.run(
        [sys.executable, str(THREADS), "--tries", "2"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
