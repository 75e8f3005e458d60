"""What a graduate can show: skills, and certificates on a platform."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator
from typing_extensions import override

from mlcareerdata._show import Meaning, Shown
from mlcareerdata.ids import CertificationId, PlatformId, SkillId
from mlcareerdata.models._provenance import Check, CheckedRecord, Citations, CitedRecord
from mlcareerdata.models._types import Address, Count, CountFrom0, Day, Name, Price, Prose, Text

__all__ = [
    "Certification",
    "CertificationLevel",
    "CertificationStatus",
    "Platform",
    "Skill",
    "SkillKind",
]

SkillKind = Literal["technical", "domain", "interpersonal"]
CertificationStatus = Literal["active", "retired"]
CertificationLevel = Literal["foundational", "associate", "professional", "specialty", "expert"]


class Skill(CheckedRecord, frozen=True):
    """A skill that employers value in a first job, according to the article.

    >>> import mlcareerdata as mlc
    >>> mlc.skill("programming").tools
    ('Python', 'TensorFlow', 'PyTorch')
    """

    _head: ClassVar[str] = "name"
    _order: ClassVar[tuple[str, ...]] = ("check", "why", "tools", "kind")
    _called: ClassVar[tuple[str, str]] = ("skill", "skills")

    id: Annotated[SkillId, Meaning.KEY, Field(description="The id of the skill.")]
    name: Annotated[Text, Field(description="Its name in full, which finds it too.")]
    aliases: Annotated[tuple[Name, ...], Field(description="Other names that find it.")] = ()
    kind: Annotated[SkillKind, Field(description='"technical", "domain" or "interpersonal".')]
    why: Annotated[Prose, Field(description="Why employers value it.")]
    tools: Annotated[
        tuple[Text, ...],
        Field(description="Tools that the source names; each of them finds the skill too."),
    ] = ()
    check: Annotated[
        Check | None,
        Field(description="How the tools compare with independent evidence; None: not checked."),
    ] = None
    citations: Citations

    @override
    def _claim(self) -> str:
        tools = f", with tools such as {', '.join(self.tools)}" if self.tools else ""
        return f"Employers value {self.name} in a first job{tools}."

    @override
    def _line(self) -> str:
        return f"{self._marked(self.name)}: {self.why}"

    @override
    def _brief(self) -> str:
        return f"{self.id}, {self._standing()}"


class Platform(CitedRecord, frozen=True):
    """What a certificate is about: one vendor's products, or no single vendor's.

    >>> import mlcareerdata as mlc
    >>> mlc.platform("GCP").vendor
    'Google'
    """

    _head: ClassVar[str] = "name"
    _called: ClassVar[tuple[str, str]] = ("platform", "platforms")

    id: Annotated[PlatformId, Meaning.KEY, Field(description="The id of the platform.")]
    name: Annotated[Text, Field(description="Its name, which finds it too.")]
    vendor: Annotated[
        Text | None, Field(description="The vendor that it belongs to; None: it is vendor-neutral.")
    ] = None
    aliases: Annotated[tuple[Name, ...], Field(description="Other names that find it.")] = ()
    citations: Citations


class Certification(CheckedRecord, frozen=True):
    """A certificate: what it validates, and whether it can still be earned.

    >>> import mlcareerdata as mlc
    >>> mlc.certification("CAP").name
    'Certified Analytics Professional'
    """

    _head: ClassVar[str] = "name"
    _hidden: ClassVar[frozenset[str]] = frozenset({"seen_on", "retired_on"})  # status says them
    _order: ClassVar[tuple[str, ...]] = (
        "status",
        "check",
        "replaced_by",
        "for_beginners",
        "price_usd",
        "level",
        "experience_months",
        "exam_minutes",
        "valid_years",
        "validates",
        "helps_because",
        "suits",
        "recommended",
        "issuer",
        "url",
        "exam_codes",
    )
    _unlisted: ClassVar[frozenset[str]] = _hidden
    _alike: ClassVar[frozenset[str]] = frozenset({"status"})
    _called: ClassVar[tuple[str, str]] = ("certificate", "certificates")

    id: Annotated[CertificationId, Meaning.KEY, Field(description="The id of the certificate.")]
    name: Annotated[Text, Field(description="Its name in full, which finds it too.")]
    aliases: Annotated[tuple[Name, ...], Field(description="Other names that find it.")] = ()
    exam_codes: Annotated[
        tuple[Name, ...], Field(description="Codes of its exam, each of which finds it too.")
    ] = ()
    issuer: Annotated[Text, Field(description="Who awards it.")]
    platform: Annotated[
        PlatformId, Meaning.KEY, Field(description="What it is about: the id of a platform.")
    ]
    recommended: Annotated[
        bool,
        Field(title="recommended by the article", description="Whether the article recommends it."),
    ]
    validates: Annotated[
        Prose | None,
        Field(description="What it validates, according to the article; None: it does not say."),
    ] = None
    helps_because: Annotated[
        Prose | None,
        Field(description="Why it helps, according to the article; None: it does not say."),
    ] = None
    suits: Annotated[
        Prose | None,
        Field(description="Whom it suits, according to the article; None: it does not say."),
    ] = None
    status: Annotated[
        CertificationStatus | None,
        Meaning.STANDING,
        Field(description='"active" or "retired" as of `seen_on`; None: not known.'),
    ] = None
    seen_on: Annotated[
        Day | None,
        Field(description="The day of the newest document that gives the status; None: not known."),
    ] = None
    retired_on: Annotated[
        Day | None,
        Field(description="The last day on which it could be earned; None: not retired."),
    ] = None
    replaced_by: Annotated[
        tuple[Annotated[CertificationId, Meaning.KEY], ...],
        Field(description="Certificates that the issuer names as successors."),
    ] = ()
    level: Annotated[
        CertificationLevel | None,
        Field(
            description='"foundational", "associate", "professional", "specialty" or "expert", '
            "according to the issuer; None: it has no such level."
        ),
    ] = None
    experience_months: Annotated[
        CountFrom0 | None,
        Field(
            description="Months of experience that the issuer recommends, the larger figure of "
            "two; 0: it says that none is needed; None: it says nothing in months."
        ),
    ] = None
    for_beginners: Annotated[
        bool | None,
        Field(
            title="for beginners (judged)",
            description="Whether it is within a new graduate's reach: a judgement, and its "
            "citation says why. None: not judged.",
        ),
    ] = None
    price_usd: Annotated[
        Price | None,
        Field(
            title="price",
            description="Price of the exam in US dollars; 0: it is free; None: not known.",
        ),
    ] = None
    exam_minutes: Annotated[
        Count | None, Field(description="Length of the exam in minutes; None: not known.")
    ] = None
    valid_years: Annotated[
        Count | None,
        Field(
            description="Years until it has to be renewed; None: not known, or never (see note)."
        ),
    ] = None
    url: Annotated[Address | None, Field(description="The issuer's page; None: not known.")] = None
    check: Annotated[
        Check | None,
        Field(description="How the recommendation stands today; None: not checked."),
    ] = None
    note: Annotated[
        Prose | None, Field(description="What else a reader should know; None: nothing.")
    ] = None
    citations: Citations

    @model_validator(mode="after")
    def _retired_for_good(self) -> Self:
        if self.status != "retired" and (self.retired_on or self.replaced_by):
            raise ValueError("only a retired certificate has retired_on and replaced_by")
        if self.status == "retired" and self.for_beginners:
            raise ValueError("a retired certificate is within nobody's reach")
        if self.id in self.replaced_by:
            raise ValueError("a certificate cannot replace itself")
        return self

    @override
    def _claim(self) -> str:
        return f"{self.name} helps graduates to be hired." if self.recommended else ""

    def _today(self) -> str:
        """Whether it can be earned; if not, since when, and what replaced it."""
        if self.status != "retired":
            return f", {self._offered()}" if self.status else ""
        instead = f", replaced by {', '.join(self.replaced_by)}" if self.replaced_by else ""
        return f", {self._offered()}{instead}"

    def _offered(self) -> str:
        """The status in words that nobody takes for a check of the claim."""
        if self.status == "retired":
            return f"retired {self.retired_on}" if self.retired_on else "retired"
        return f"still offered, as of {self.seen_on}" if self.seen_on else "still offered"

    @override
    def _cell(self, name: str) -> Shown:
        if name == "status" and self.status:
            return Shown((self._offered(),), Meaning.STANDING)
        return super()._cell(name)

    @override
    def _line(self) -> str:
        return self.name + self._today()

    @override
    def _title(self) -> str:
        return self._line()

    @override
    def _brief(self) -> str:
        return self.id + self._today()
