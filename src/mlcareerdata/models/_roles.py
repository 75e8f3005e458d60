"""The roles."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from mlcareerdata._show import Meaning
from mlcareerdata.ids import RoleId
from mlcareerdata.models._provenance import Citations, CitedRecord
from mlcareerdata.models._types import Name, Prose, Text

__all__ = ["Role"]


class Role(CitedRecord, frozen=True):
    """A job that a new graduate can hold.

    >>> import mlcareerdata as mlc
    >>> mlc.role("ML engineer").title
    'Machine Learning Engineer'
    """

    _head: ClassVar[str] = "title"
    _as_line: ClassVar[str] = "{title}: {summary}"
    _order: ClassVar[tuple[str, ...]] = ("summary", "typical")
    _called: ClassVar[tuple[str, str]] = ("role", "roles")

    id: Annotated[RoleId, Meaning.KEY, Field(description="The id of the role.")]
    title: Annotated[Text, Field(description="Its title in full, which finds it too.")]
    aliases: Annotated[tuple[Name, ...], Field(description="Other names that find it.")] = ()
    summary: Annotated[Prose, Field(description="The job in a sentence.")]
    typical: Annotated[
        bool,
        Field(
            title="typical first role",
            description="Whether the article lists it among its typical first roles.",
        ),
    ]
    citations: Citations
