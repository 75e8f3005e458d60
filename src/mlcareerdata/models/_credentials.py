"""What a graduate can show: skills, and certificates on a platform."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator
from typing_extensions import override

from mlcareerdata.ids import CertificationId, PlatformId, SkillId
from mlcareerdata.models._provenance import Check, Citations, CitedRecord
from mlcareerdata.models._record import Dollars, Text

SkillKind = Literal["technical", "domain", "interpersonal"]
CertificationStatus = Literal["active", "retired"]


class Skill(CitedRecord, frozen=True):
    """A skill that employers value in a first job.

    Fields:
        id, name, aliases: how it is named. Any of them finds it.
        kind: ``"technical"``, ``"domain"`` or ``"interpersonal"``.
        why: why employers value it.
        tools: tools that the source names.

    >>> import mlcareerdata as mlc
    >>> mlc.skill("programming").tools
    ('Python', 'TensorFlow', 'PyTorch')
    """

    _hidden: ClassVar[frozenset[str]] = frozenset({"name"})

    id: SkillId
    name: Text
    aliases: tuple[Text, ...] = ()
    kind: SkillKind
    why: Text
    tools: tuple[Text, ...] = ()
    citations: Citations

    @override
    def _line(self) -> str:
        return f"{self.name}: {self.why}"

    @override
    def _title(self) -> str:
        return self.name

    @override
    def _brief(self) -> str:
        return self.id


class Platform(CitedRecord, frozen=True):
    """What a certificate is about: a vendor's cloud, or no vendor's.

    Fields:
        id, name, aliases: how it is named. Any of them finds it.
        vendor: whose it is; ``None`` for the vendor-neutral one.

    >>> import mlcareerdata as mlc
    >>> mlc.platform("GCP").vendor
    'Google'
    """

    _hidden: ClassVar[frozenset[str]] = frozenset({"name"})

    id: PlatformId
    name: Text
    vendor: Text | None = None
    aliases: tuple[Text, ...] = ()
    citations: Citations

    @override
    def _line(self) -> str:
        return self.name

    @override
    def _brief(self) -> str:
        return self.id


class Certification(CitedRecord, frozen=True):
    """A certificate: what it validates, and whether it can still be earned.

    Fields:
        id, name, aliases, exam_codes: how it is named. Any of them finds it.
        issuer, platform: who awards it, and what it is about.
        recommended: whether the article recommends it.
        validates, helps_because, suits: the article's words on it, retold.
        status: ``"active"`` or ``"retired"`` as of `DATA_VERSION`; ``None``: not known.
        retired_on: the day of retirement that the issuer gives: the last on which it could be
            earned.
        replaced_by: certificates that the issuer names as successors.
        price_usd, exam_minutes, valid_years: US dollars, minutes, years.
        url: the issuer's page.
        check: how the recommendation stands today; ``None`` if not checked.
        note: what else a reader should know.

    >>> import mlcareerdata as mlc
    >>> mlc.certification("CAP").name
    'Certified Analytics Professional'
    """

    _hidden: ClassVar[frozenset[str]] = frozenset({"name"})

    id: CertificationId
    name: Text
    aliases: tuple[Text, ...] = ()
    exam_codes: tuple[Text, ...] = ()
    issuer: Text
    platform: PlatformId
    recommended: bool
    validates: Text | None = None
    helps_because: Text | None = None
    suits: Text | None = None
    status: CertificationStatus | None = None
    retired_on: date | None = None
    replaced_by: tuple[CertificationId, ...] = ()
    price_usd: Dollars | None = None
    exam_minutes: Annotated[int, Field(gt=0)] | None = None
    valid_years: Annotated[int, Field(gt=0)] | None = None
    url: Text | None = None
    check: Check | None = None
    note: Text | None = None
    citations: Citations

    @model_validator(mode="after")
    def _retired_for_good(self) -> Self:
        if self.status != "retired" and (self.retired_on or self.replaced_by):
            raise ValueError("only a retired certificate has retired_on and replaced_by")
        if self.id in self.replaced_by:
            raise ValueError("a certificate cannot replace itself")
        return self

    def _standing(self) -> str:
        """Whether it can be earned; if not, since when, and what came instead."""
        if self.status != "retired":
            return f", {self.status}" if self.status else ""
        since = f" {self.retired_on}" if self.retired_on else ""
        instead = f", replaced by {', '.join(self.replaced_by)}" if self.replaced_by else ""
        return f", retired{since}{instead}"

    @override
    def _line(self) -> str:
        return self.name + self._standing()

    @override
    def _brief(self) -> str:
        return self.id + self._standing()
