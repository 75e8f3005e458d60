"""How a tool reads the data set that its figures are from: one exact version, and no other.

The data sets are not part of the library. A tool takes the path of one and names the sha256 of
the version that it was written for; another file would give other figures.
"""

from __future__ import annotations

import csv
import hashlib
from io import StringIO
from pathlib import Path
from typing import NamedTuple

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
