"""Small changes to try the tests on, for `tools/mutants.py`: of code, and of data files."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import unified_diff


@dataclass(frozen=True)
class Mutant:
    """A file of the package as it would be after one change.

    Fields:
        file: its path from the root of the repository.
        line: where the change begins.
        change: what was done, in a word or two.
        before, after: the whole text of the file.
    """

    file: str
    line: int
    change: str
    before: str
    after: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.change}"

    def diff(self) -> str:
        """The lines that differ."""
        lines = unified_diff(self.before.splitlines(), self.after.splitlines(), n=0, lineterm="")
        return "\n".join(f"    {line}" for line in lines if line[:2] not in ("--", "++", "@@"))
