"""Field types for other people's pydantic models: any accepted name comes in, the id is kept.

    >>> from pydantic import BaseModel
    >>> from mlcareerdata.fields import RoleName
    >>> class Posting(BaseModel):
    ...     role: RoleName
    >>> Posting.model_validate({"role": "ML engineer"}).role
    'machine-learning-engineer'

Anything else is a `ValidationError` whose ``ctx`` holds the suggestions. To a type checker the
field is the `Literal` of ids, which is what it always holds. The JSON Schema is a string with
examples for what is validated, and an enum of ids for what is serialised.

A default may be any name too. Where the type says more, such as ``RoleName | None`` or
``list[RoleName]``, pydantic keeps a default as it is written, unless the field is a
``Field("ML engineer", validate_default=True)``.
"""

from __future__ import annotations

from typing import Annotated, TypeAlias

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.fields import FieldInfo
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from mlcareerdata._registry import (
    CERTIFICATIONS,
    INDUSTRIES,
    PLATFORMS,
    ROLES,
    SKILLS,
    TableSpec,
)
from mlcareerdata._store import id_of
from mlcareerdata.errors import UnknownNameError
from mlcareerdata.ids import CertificationId, IndustryId, PlatformId, RoleId, SkillId
from mlcareerdata.models._record import Record

__all__ = ["CertificationName", "IndustryName", "PlatformName", "RoleName", "SkillName"]


class _Named:
    """Turns a name into the id of a record of one table, before the `Literal` is checked."""

    def __init__(self, spec: TableSpec[Record]) -> None:
        self._spec = spec

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self._to_id, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        ids = handler(schema)
        if handler.mode == "serialization":
            return ids
        return {"type": "string", "examples": ids["enum"]}

    def _to_id(self, name: object) -> str:
        try:
            return id_of(self._spec, name)
        except UnknownNameError as error:
            raise PydanticCustomError(
                "unknown_name",
                "{message}",
                # The message last: pydantic fills in one key after the other, and a name that
                # reads "{kind}" must stay as it is.
                {"kind": error.kind, "suggestions": error.suggestions, "message": str(error)},
            ) from None
        except TypeError as error:
            raise PydanticCustomError("name_type", "{message}", {"message": str(error)}) from None


# FieldInfo is marked final, but pydantic accepts subclasses, since FastAPI has some. For a plain
# `Field` within a list it would warn.
class _DefaultToo(FieldInfo):  # type: ignore[misc]  # pyright: ignore[reportGeneralTypeIssues]
    """Makes pydantic validate the default of a field as well, so that it too may be any name."""

    def __init__(self) -> None:
        super().__init__(validate_default=True)


_DEFAULT_TOO = _DefaultToo()

RoleName: TypeAlias = Annotated[RoleId, _Named(ROLES), _DEFAULT_TOO]
"""The id of a role, from any of its names."""

IndustryName: TypeAlias = Annotated[IndustryId, _Named(INDUSTRIES), _DEFAULT_TOO]
"""The id of an industry, from any of its names."""

SkillName: TypeAlias = Annotated[SkillId, _Named(SKILLS), _DEFAULT_TOO]
"""The id of a skill, from any of its names."""

PlatformName: TypeAlias = Annotated[PlatformId, _Named(PLATFORMS), _DEFAULT_TOO]
"""The id of a platform, from any of its names."""

CertificationName: TypeAlias = Annotated[CertificationId, _Named(CERTIFICATIONS), _DEFAULT_TOO]
"""The id of a certificate, from any of its names or exam codes."""
