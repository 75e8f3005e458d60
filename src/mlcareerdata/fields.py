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
"""

from __future__ import annotations

from typing import Annotated, TypeAlias

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from mlcareerdata import _store as store
from mlcareerdata.errors import UnknownNameError
from mlcareerdata.ids import CertificationId, IndustryId, PlatformId, RoleId, SkillId
from mlcareerdata.models._provenance import CitedRecord

__all__ = ["CertificationName", "IndustryName", "PlatformName", "RoleName", "SkillName"]


class _Named:
    """Turns a name into the id of a record of one table, before the `Literal` is checked."""

    def __init__(self, table: store.TableFile[CitedRecord]) -> None:
        self._table = table

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
            return self._table.id_of(name)
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


RoleName: TypeAlias = Annotated[RoleId, _Named(store.ROLES)]
"""The id of a role, from any of its names."""

IndustryName: TypeAlias = Annotated[IndustryId, _Named(store.INDUSTRIES)]
"""The id of an industry, from any of its names."""

SkillName: TypeAlias = Annotated[SkillId, _Named(store.SKILLS)]
"""The id of a skill, from any of its names."""

PlatformName: TypeAlias = Annotated[PlatformId, _Named(store.PLATFORMS)]
"""The id of a platform, from any of its names."""

CertificationName: TypeAlias = Annotated[CertificationId, _Named(store.CERTIFICATIONS)]
"""The id of a certificate, from any of its names or exam codes."""
