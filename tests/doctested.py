"""Runs examples, and shows those that print something else than they say."""

from __future__ import annotations

import doctest
from pathlib import Path
from typing import Final

import doc_examples

FLAGS: Final = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
ON_SPARK: Final = doc_examples.ROOT / "docs" / "how-to-tag-postings-with-spark.md"
"""Is run by test_frames_spark.py, so that one process of several needs a Spark."""
PAGES: Final = [page for page in doc_examples.PAGES if page != ON_SPARK]


def run(test: doctest.DocTest) -> None:
    told: list[str] = []
    runner = doctest.DocTestRunner(optionflags=FLAGS)
    runner.run(test, out=told.append)
    assert not runner.failures, "".join(told)


def run_page(page: Path) -> None:
    text = doc_examples.examples(page)
    run(doctest.DocTestParser().get_doctest(text, {}, page.name, str(page), 0))
