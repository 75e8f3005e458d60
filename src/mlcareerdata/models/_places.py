"""Where people work: the areas for which official pay is published."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from mlcareerdata.models._provenance import Citations, CitedRecord
from mlcareerdata.models._types import AreaId, Name, Text

__all__ = ["Area", "AreaKind"]

AreaKind = Literal["state", "metro", "nonmetro"]


class Area(CitedRecord, frozen=True):
    """A state or territory, a metropolitan area, or a nonmetropolitan part of a state.

    >>> import mlcareerdata as mlc
    >>> print(mlc.area("Seattle"))
    Seattle-Tacoma-Bellevue, WA (BLS OEWS 2025)
    """

    _head: ClassVar[str] = "name"
    _as_repr: ClassVar[str] = "{id} {name}"
    _order: ClassVar[tuple[str, ...]] = ("kind", "states", "id")
    _called: ClassVar[tuple[str, str]] = ("area", "areas")

    id: Annotated[AreaId, Field(description="The code that BLS gives it: a text of seven digits.")]
    name: Annotated[Text, Field(description="Its name in full, which finds it too.")]
    kind: Annotated[
        AreaKind,
        Field(
            description='"state" (territories and the District of Columbia too), "metro", a '
            'metropolitan area, or "nonmetro".'
        ),
    ]
    states: Annotated[
        tuple[Annotated[str, Field(pattern=r"^[A-Z]{2}$")], ...],
        Field(min_length=1, description="Postal codes of the states in which it lies."),
    ]
    aliases: Annotated[
        tuple[Name, ...],
        Field(
            description="Other names that find it: a state's postal code, and each principal city, "
            "alone and with each state. A name that several areas have finds none of them."
        ),
    ] = ()
    citations: Citations
