"""Titles a second, engine by engine, beside `match_title` in a loop.

    python benchmarks/engines.py [--rows 1000000] [--rounds 3] [--spark]

A million made-up titles, 87 % without any word of a role, most of them different. Each round runs
the loop and then each engine, so that what else the machine does meets all of them; the ratios are
those of the same round, and the median round counts. Engines get two threads.
"""

import argparse
import os
import random
import statistics
import time
from collections.abc import Callable
from typing import Any

os.environ.setdefault("POLARS_MAX_THREADS", "2")  # before Polars is imported

import duckdb
import polars as pl

from mlcareerdata import match_title
from mlcareerdata.frames import match_titles

TRADES = [
    "nurse",
    "welder",
    "cashier",
    "plumber",
    "barista",
    "teacher",
    "mechanic",
    "driver",
    "accountant",
    "chef",
    "electrician",
    "paralegal",
    "pharmacist",
    "carpenter",
    "receptionist",
    "machinist",
    "surveyor",
    "dispatcher",
]
LEVELS = ["", "", "", "Senior ", "Lead ", "Junior ", "Sr. ", "Associate ", "Principal "]
NEAR = [
    "Data Engineer",
    "Business Analyst",
    "Software Engineer",
    "Research Associate",
    "Research Scientist",
    "Data Science Manager",
    "AI Product Manager",
    "Data Entry Clerk",
]
NAMED = [
    "Data Analyst",
    "Data Scientist",
    "Machine Learning Engineer",
    "AI Engineer",
    "Applied Scientist",
    "Software Engineer, Machine Learning",
    "AI Research Intern",
    "Analyst, Business Intelligence",
    "ML Specialist",
    "Data Science Co-op",
    "GenAI Developer",
]
AROUND = ["Austin, TX", "(Remote)", "- Night Shift", "Part-Time", "Hybrid - Ghent", "W2 only"]


def made_up(rows: int) -> list[str]:
    """So many titles, the same each time."""
    chance = random.Random(11)
    titles: list[str] = []
    for _ in range(rows):
        kind = chance.random()
        if kind < 0.87:
            what = f"{chance.choice(TRADES)} / {chance.choice(TRADES)}".title()
        else:
            what = chance.choice(NEAR if kind < 0.935 else NAMED)
        around = f"{chance.choice(AROUND)} {chance.randrange(10_000)}"
        titles.append(f"{chance.choice(LEVELS)}{what} {around}")
    return titles


def engines(titles: list[str], spark: bool) -> dict[str, Callable[[], int]]:
    """What to run: each gives how many roles it found."""
    frame = pl.DataFrame({"title": titles})
    duck = duckdb.connect(config={"threads": 2})
    duck.register("frame", frame.to_arrow())
    duck.execute("create table titles as select * from frame")

    def loop() -> int:
        return sum(found is not None for found in [match_title(title) for title in titles])

    def lazy_polars() -> int:
        found = match_titles(frame.lazy(), "title").collect()
        return found.height - found["role_id"].null_count()

    def in_duckdb() -> int:
        found = match_titles(duck.table("titles"), "title").to_arrow_table()
        return len(found) - int(found["role_id"].null_count)

    run = {"match_title in a loop": loop, "Polars lazy": lazy_polars, "DuckDB": in_duckdb}
    return run | ({"Spark local[2]": in_spark(titles)} if spark else {})


def in_spark(titles: list[str]) -> Callable[[], int]:
    """Spark, with the titles in memory before the clock starts."""
    import tempfile

    from pyspark.sql import SparkSession

    path = f"{tempfile.mkdtemp()}/titles.parquet"
    pl.DataFrame({"title": titles}).write_parquet(path)
    session: Any = (
        SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.memory", "3g")
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("ERROR")
    frame = session.read.parquet(path).repartition(2).cache()
    frame.count()

    def run() -> int:
        found = match_titles(frame, "title")
        return int(found.selectExpr("count(role_id) as n", "count(seniority)").collect()[0].n)

    return run


def main() -> None:
    """Read the command line and run."""
    ask = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    ask.add_argument("--rows", type=int, default=1_000_000)
    ask.add_argument("--rounds", type=int, default=3)
    ask.add_argument("--spark", action="store_true")
    said = ask.parse_args()
    titles = made_up(said.rows)
    print(f"{said.rows:,} titles, {len(set(titles)):,} different")
    run = engines(titles, said.spark)
    times: dict[str, list[float]] = {name: [] for name in run}
    for _ in range(said.rounds):
        counts: set[int] = set()
        for name, engine in run.items():
            start = time.perf_counter()
            counts.add(engine())
            times[name].append(time.perf_counter() - start)
        assert len(counts) == 1, f"the engines found different numbers of roles: {counts}"
    base = times["match_title in a loop"]
    for name, own in times.items():
        ratio = statistics.median(b / o for b, o in zip(base, own, strict=True))
        print(f"{name:24}{said.rows / statistics.median(own):12,.0f} titles/s{ratio:7.2f} times")


if __name__ == "__main__":
    main()
