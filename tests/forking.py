"""Forks while another thread is in its first use of the library: can each child use it too?

    python tests/forking.py [--tries 20]    many forks, at many moments of each first use

One try is one fresh process, since a process has only one first use. A child that gets no answer is
ended by an alarm. If the alarm does not end it, a time-out ends the process.
"""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Final

FIRST_USES: Final = {
    "table": "mlc.role('ML engineer')",
    "facts": "mlc.salary_range('ML engineer')",
    "title": "mlc.match_title('ML engineer')",
    "miss": "mlc.role('ML enginer')",
    "model": "mlc.models.Finding",
    "fields": "mlc.fields.RoleName",
    "frames": "mlc.frames.match_titles",
    "charts": "mlc.charts.claims",
}
"""What a thread does first, by name."""

PATIENCE: Final = 90  # seconds; a child needs a tenth of one, on a machine at rest
FORKS: Final = 20  # of one process, at the most


def attempt(use: str, microseconds: int) -> int:
    """Fork again and again during a thread's first use; how many children got no answer."""
    import mlcareerdata as mlc

    def first_use() -> None:
        with suppress(LookupError):  # an answer too, with suggestions
            eval(FIRST_USES[use], {"mlc": mlc})  # noqa: S307  # one of those above

    sys.setswitchinterval(1e-5)  # so that forks come in the middle of the first use
    thread = threading.Thread(target=first_use)
    thread.start()
    end = time.perf_counter() + microseconds / 1e6
    while time.perf_counter() < end:
        pass
    children = [fork(first_use)]
    while thread.is_alive() and len(children) < FORKS:
        children.append(fork(first_use))
        time.sleep(0.003)
    thread.join()
    return sum(os.waitpid(child, 0)[1] != 0 for child in children)


def fork(use: Callable[[], None]) -> int:
    """Start a child that does the same, and give its process id."""
    child = os.fork()
    if child == 0:
        signal.alarm(PATIENCE // 3)
        try:
            use()
        except BaseException:
            os._exit(1)
        os._exit(0)
    return child


def tried(use: str, microseconds: int) -> str:
    """What goes wrong when a fresh process tries it; ``""``: nothing."""
    command = [sys.executable, __file__, "--use", use, "--after", str(microseconds)]
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=PATIENCE, check=False
        )
    except subprocess.TimeoutExpired:
        return f"{use}, {microseconds} us: the process itself hangs"
    return done.stderr if done.returncode else ""


def main() -> int:
    ask = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    ask.add_argument("--tries", type=int, default=20, help="of each first use")
    ask.add_argument("--use", choices=FIRST_USES, help="one try, of this")
    ask.add_argument("--after", type=int, default=0, help="microseconds before the first fork")
    given = ask.parse_args()
    if given.use:
        lost = attempt(given.use, given.after)
        print(f"{lost} children hang or fail", file=sys.stderr)
        return 1 if lost else 0
    failures = 0
    for use in FIRST_USES:
        problems = [tried(use, 200_000 * n // given.tries) for n in range(given.tries)]
        wrong = [problem for problem in problems if problem]
        failures += len(wrong)
        print(f"{use}: {given.tries - len(wrong)} of {given.tries} tries well", *wrong[:1])
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
