"""What reading a job title gives."""

from __future__ import annotations

from typing import Annotated, Final, Literal, TypeAlias

from pydantic import BaseModel, Field
from typing_extensions import override

from mlcareerdata._show import Meaning
from mlcareerdata.ids import RoleId
from mlcareerdata.models._record import Pickled, Record

__all__ = ["Seniority", "TitleMatch"]

_ANY_TEXT: Final = ("utf-8", "surrogatepass")

Seniority: TypeAlias = Literal["intern", "entry", "senior", "lead"]


class TitleMatch(Record, frozen=True):
    """The role that a job title names.

    >>> import mlcareerdata as mlc
    >>> print(mlc.match_title("Sr. ML Engineer II (Remote)"))
    machine-learning-engineer, senior: 'ML Engineer'
    """

    role: Annotated[RoleId, Meaning.KEY, Field(description="The id of the role.")]
    seniority: Annotated[
        Seniority | None,
        Field(description="The level that the title names; None: none, or only a grade like II."),
    ]
    matched: Annotated[str, Field(description="The part of the text that decided.")]
    text: Annotated[str, Field(description="The title as it was given.")]

    @override
    def _line(self) -> str:
        level = f", {self.seniority}" if self.seniority else ""
        return f"{self.role}{level}: {self.matched!r}"

    @override
    def __reduce__(self) -> Pickled:
        """Pickle bytes, not JSON, since a title may hold half a character."""
        values = (self.role, self.seniority, self.matched, self.text)
        return _unpickled, tuple(value and value.encode(*_ANY_TEXT) for value in values)

    @override
    def __repr__(self) -> str:
        return BaseModel.__repr__(self)


def _unpickled(*values: bytes | None) -> TitleMatch:
    texts = [value and value.decode(*_ANY_TEXT) for value in values]
    return TitleMatch.model_validate(dict(zip(TitleMatch.model_fields, texts, strict=True)))
