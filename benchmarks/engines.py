"""Titles a second, engine by engine, beside `match_title` in a loop.

    python benchmarks/engines.py [--rows 1000000] [--rounds 5] [ENGINE ...]

Titles are made up with the shares of real ones (`made_titles.py`). Each engine has a process of its
own, which times the first call, then the engine and a plain loop in turn. A ratio compares the two
in one round, and the median round counts, so that other work of the machine slows both alike.
Engines get two threads. "Memory" is the most that the process had held after the first call, with
the titles; for Spark it includes Java and the workers. "Ten rows" is the time to plan reading ten
rows, without reading them.
Nothing is left behind. Needs the extra `dev`; sockit, where it is installed, is timed as well.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import Path
from typing import Any, Final

import polars as pl
from made_titles import made_up

from mlcareerdata import match_title
from mlcareerdata.frames import match_titles

THREADS: Final = 2
LOOP: Final = 1_000_000  # titles that the loop reads in a round; more would not change its rate
Run = Callable[[], int]  # reads all titles, and says how many name a role
Engine = Callable[[Path], tuple[Run, Callable[[], object]]]  # and what plans ten rows


def polars(path: Path) -> tuple[Run, Callable[[], object]]:
    """Polars, lazy, from memory."""
    frame = pl.read_parquet(path)

    def run() -> int:
        found = match_titles(frame.lazy(), "title").collect()
        return found.height - found["role_id"].null_count()

    return run, lambda: match_titles(frame.head(10).lazy(), "title")


def duckdb(path: Path) -> tuple[Run, Callable[[], object]]:
    """DuckDB, from a table in memory."""
    import duckdb

    connection = duckdb.connect(config={"threads": THREADS})
    connection.execute("create table titles as select * from read_parquet(?)", [str(path)])

    def run() -> int:
        found = match_titles(connection.table("titles"), "title").to_arrow_table()
        return len(found) - int(found["role_id"].null_count)

    return run, lambda: match_titles(connection.table("titles").limit(10), "title")


def pyarrow(path: Path) -> tuple[Run, Callable[[], object]]:
    """A table of PyArrow."""
    table = pl.read_parquet(path).to_arrow()

    def run() -> int:
        found = match_titles(table, "title")
        return len(found) - int(found["role_id"].null_count)

    return run, lambda: match_titles(table.slice(0, 10), "title")


def pandas(path: Path) -> tuple[Run, Callable[[], object]]:
    """A frame of pandas, with strings as it holds them by itself."""
    import pandas as pd

    frame = pd.read_parquet(path)

    def run() -> int:
        return int(match_titles(frame, "title")["role_id"].notna().sum())

    return run, lambda: match_titles(frame.head(10), "title")


def spark(path: Path) -> tuple[Run, Callable[[], object]]:
    """Spark with two threads, from its cache."""
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = sys.executable
    builder: Any = SparkSession.builder
    session = (
        builder.master(f"local[{THREADS}]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.memory", "4g")
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("ERROR")
    frame = session.read.parquet(str(path)).repartition(THREADS).cache()
    frame.count()

    def run() -> int:
        found = match_titles(frame, "title")
        return int(found.selectExpr("count(role_id) as n", "count(seniority)").collect()[0].n)

    return run, lambda: match_titles(frame.limit(10), "title")


def loop(path: Path) -> tuple[Run, Callable[[], object]]:
    """`match_title`, one title after the other."""
    return over(path, match_title)


def wratio(path: Path) -> tuple[Run, Callable[[], object]]:
    """rapidfuzz: the nearest of 26 names, by WRatio."""
    from titles import by_ratio

    return over(path, by_ratio, share=50)


def sockit(path: Path) -> tuple[Run, Callable[[], object]]:
    """sockit: the official occupation (SOC) that a title is most like."""
    title: Any = import_module("sockit.title")  # it has no types
    return over(path, lambda text: title.search(title.clean(text)), share=50)


def over(
    path: Path, method: Callable[[str], object], share: int = 1
) -> tuple[Run, Callable[[], object]]:
    """A loop over the titles, or over one in `every`, for a slow method."""
    titles = read(path)[::share]
    return lambda: sum(map(bool, [method(title) for title in titles])), lambda: None


ENGINES: Final[dict[str, Engine]] = {
    "loop": loop,
    "polars": polars,
    "duckdb": duckdb,
    "pandas": pandas,
    "pyarrow": pyarrow,
    "spark": spark,
    "wratio": wratio,
    "sockit": sockit,
}
SLOW: Final = {"wratio": 50, "sockit": 50}


def read(path: Path) -> list[str]:
    """The titles that a loop reads."""
    return pl.read_parquet(path, n_rows=LOOP)["title"].to_list()


def seconds(run: Callable[[], object]) -> float:
    """How long it takes."""
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def measure(name: str, path: Path, rounds: int) -> dict[str, Any]:
    """What one engine does, in this process."""
    run, plan = ENGINES[name](path)
    first = seconds(run)
    memory = sum(map(peak, family(os.getpid())))
    titles = read(path)
    match_title("the tables are read before the clock starts")
    pairs = [
        (seconds(run), seconds(lambda: [match_title(title) for title in titles]))
        for _ in range(rounds)
    ]
    alone = name in {"loop", *SLOW}
    rows = (
        len(titles) // SLOW.get(name, 1)
        if alone
        else pl.scan_parquet(path).select(pl.len()).collect().item()
    )
    ratios = [rows / own / (len(titles) / beside) for own, beside in pairs]
    return {
        "first": first,
        "warm": statistics.median(own for own, _ in pairs),
        "rate": rows / statistics.median(own for own, _ in pairs),
        "ratio": statistics.median(ratios),
        "between": (min(ratios), max(ratios)),
        "memory": memory / 2**20,
        "ten": statistics.median(seconds(plan) for _ in range(5)),
    }


def family(process: int) -> Iterable[int]:
    """The process, and all that it has started (Linux)."""
    yield process
    for tasks in Path(f"/proc/{process}/task").glob("*/children"):
        for child in tasks.read_text().split():
            yield from family(int(child))


def peak(process: int) -> int:
    """The most memory that the process has held, in bytes (Linux)."""
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM")), 0)


def main() -> None:
    """Read the command line, and start a process for each engine."""
    ask = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    ask.add_argument("engines", nargs="*", metavar="ENGINE", help=", ".join(ENGINES))
    ask.add_argument("--rows", type=int, default=1_000_000)
    ask.add_argument("--rounds", type=int, default=5)
    ask.add_argument("--measure", type=Path, help=argparse.SUPPRESS)
    said = ask.parse_args()
    if said.measure:
        print(json.dumps(measure(said.engines[0], said.measure, said.rounds)))
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "titles.parquet"
        pl.DataFrame({"title": made_up(said.rows)}).write_parquet(path)
        print(
            f"{said.rows:,} titles\n\n"
            "| engine | first | warm | titles/s | times | memory | ten rows |"
        )
        print("| --- | --- | --- | --- | --- | --- | --- |")
        for name in said.engines or ENGINES:
            print(line(name, in_a_process(name, path, said.rounds)), flush=True)


def in_a_process(name: str, path: Path, rounds: int) -> dict[str, Any] | None:
    """What one engine does, in a process of its own; None where its package is missing."""
    script = str(Path(__file__).resolve())
    command = [sys.executable, script, name, "--measure", str(path), "--rounds", str(rounds)]
    limits = {"POLARS_MAX_THREADS": str(THREADS), "OMP_NUM_THREADS": str(THREADS)}
    done = subprocess.run(  # a command of our own
        command,
        env=os.environ | limits,
        cwd=path.parent,  # with whatever files an engine leaves
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        print(done.stderr.strip().splitlines()[-1], file=sys.stderr)
        return None
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def line(name: str, found: dict[str, Any] | None) -> str:
    """A row of the table."""
    if found is None:
        return f"| {name} | | | | | | |"
    low, high = found["between"]
    return (
        f"| {name} | {found['first']:.2f} s | {found['warm']:.2f} s | {found['rate']:,.0f} "
        f"| {found['ratio']:.2f} ({low:.2f} to {high:.2f}) | {found['memory']:,.0f} MB "
        f"| {found['ten']:.3f} s |"
    )


if __name__ == "__main__":
    main()
