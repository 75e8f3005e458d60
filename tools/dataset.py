"""How a tool is started, and how it reads the data set that its figures are from.

The data sets are not part of the library. A tool takes the path of one and names the sha256 of
the version that it was written for; another file would give other figures.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import sys
from collections.abc import Callable, Collection, Sequence
from io import StringIO
from pathlib import Path
from typing import Final, NamedTuple

CHECK: Final = "compare with what the library ships"
Row = dict[str, str]


class BadInputError(Exception):
    """The file cannot be read as the data set; the message says why."""


class DataSet(NamedTuple):
    """A CSV file: what it is called in messages, and the sha256 of its bytes."""

    name: str
    sha256: str

    def read(self, path: Path) -> list[Row]:
        """Every row of the file, in its order.

        Raises:
            BadInputError: it cannot be read, or is not that file.
        """
        try:
            found = path.read_bytes()
        except OSError as error:
            raise BadInputError(f"{path} cannot be read: {error.strerror}") from error
        sha256 = hashlib.sha256(found).hexdigest()
        if sha256 != self.sha256:
            raise BadInputError(
                f"{path} is not {self.name}: its sha256 is {sha256}, expected {self.sha256}"
            )
        return list(csv.DictReader(StringIO(found.decode("utf-8-sig"), newline="")))


def command(
    name: str, about: str, file: str, run: Callable[[Path, Collection[str]], int], **flags: str
) -> Callable[..., int]:
    """The `main` of a tool, from what its file is called and what its flags do.

    It gives what `run` gives for the path and the flags that were set, or 2 for bad input.
    """

    def main(arguments: Sequence[str] | None = None) -> int:
        ask = argparse.ArgumentParser(description=about)
        ask.add_argument("path", type=Path, help=file)
        for flag, does in flags.items():
            ask.add_argument(f"--{flag}", action="store_true", help=does)
        options = ask.parse_args(arguments)
        try:
            return run(options.path, {flag for flag in flags if getattr(options, flag)})
        except BadInputError as error:
            print(f"{name}: {error}", file=sys.stderr)
            return 2

    return main
