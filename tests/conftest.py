"""What several test files share."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from importlib.util import find_spec
from typing import Any

import pytest

import mlcareerdata._store as store
from mlcareerdata._registry import FACTS
from mlcareerdata.models._record import Record

# The tests of the site need the extra `site`; .ci/run installs it.
collect_ignore = [] if find_spec("playwright") else ["in_browser", "site"]

Hold = Callable[[str, Iterable[Record]], None]


@pytest.fixture
def unread(monkeypatch: pytest.MonkeyPatch) -> None:
    """No table has been read yet; what the test reads is forgotten after it."""
    monkeypatch.setattr(store, "_LOADED", {})


@pytest.fixture
def hold(unread: None) -> Hold:
    """Makes a table hold other records, for the length of a test."""

    def hold(name: str, records: Iterable[Record]) -> None:
        spec = FACTS[name]
        store._LOADED[name] = store._Loaded(spec, tuple(records))

    return hold


@pytest.fixture(autouse=True)
def wide_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal as wide as any line, so that tests find whole sentences in what is printed."""
    monkeypatch.setenv("COLUMNS", "100000")


def pytest_configure(config: pytest.Config) -> None:
    # PySpark says so of each function that it sends to its workers.
    config.addinivalue_line(
        "filterwarnings", "ignore:PySpark does not yet fully support pandas:FutureWarning"
    )
    if config.pluginmanager.hasplugin("hypothesispytest"):  # the extra `site` has none
        _draw_alike(config)


def _draw_alike(config: pytest.Config) -> None:
    """Draw the same texts in every run, however slow it is; `--hypothesis-seed` draws others."""
    from hypothesis import HealthCheck, settings

    settings.register_profile(
        "alike",
        derandomize=config.getoption("--hypothesis-seed") is None,
        database=None,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow],
    )
    settings.load_profile("alike")


@pytest.fixture(scope="session")
def spark() -> Iterator[Any]:
    """One Spark for the whole run, as it takes seconds to start; `getOrCreate()` gives it too."""
    sql = pytest.importorskip("pyspark.sql", reason="PySpark is not installed: Spark is not tested")
    try:
        subprocess.run(["java", "-version"], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("Java is not on this machine: Spark is not tested")
    os.environ["PYSPARK_PYTHON"] = sys.executable  # else Spark takes the first python3 there is
    session = (
        sql.SparkSession.builder.master("local[1]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "1")
        # A Java that starts fast rather than one that runs long.
        .config("spark.driver.extraJavaOptions", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .getOrCreate()
    )
    yield session
    session.stop()
