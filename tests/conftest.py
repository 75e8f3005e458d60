"""What several test files share: one Spark for the whole run, since each takes seconds to start."""

import os
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest


def pytest_configure(config: pytest.Config) -> None:
    # PySpark says so of each function that it sends to its workers.
    config.addinivalue_line(
        "filterwarnings", "ignore:PySpark does not yet fully support pandas:FutureWarning"
    )


@pytest.fixture(scope="session")
def spark() -> Iterator[Any]:
    """A local Spark, which `SparkSession.builder.getOrCreate()` gives, too."""
    sql = pytest.importorskip("pyspark.sql", reason="PySpark is not installed: Spark is not tested")
    try:
        subprocess.run(["java", "-version"], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("Java is not on this machine: Spark is not tested")
    os.environ["PYSPARK_PYTHON"] = sys.executable  # or Spark takes the first python3 it finds
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
