"""What reading a job title gives."""

from typing import Literal, TypeAlias

from pydantic import BaseModel
from typing_extensions import override

from mlcareerdata.ids import RoleId
from mlcareerdata.models._record import Record

Seniority: TypeAlias = Literal["intern", "entry", "senior", "lead"]


class TitleMatch(Record, frozen=True):
    """The role that a job title names.

    `matched` is the part of `text` that decided, as it stands there.

    >>> from mlcareerdata import match_title
    >>> found = match_title("Sr. ML Engineer II (Remote)")
    >>> print(found)
    machine-learning-engineer, senior: 'ML Engineer'
    """

    role: RoleId
    seniority: Seniority | None
    matched: str
    text: str

    @override
    def _line(self) -> str:
        level = f", {self.seniority}" if self.seniority else ""
        return f"{self.role}{level}: {self.matched!r}"

    @override
    def __repr__(self) -> str:
        """All four fields by name, for it is read in a prompt more often than in a table."""
        return BaseModel.__repr__(self)
