"""What roles ask of a beginner, how they are done remotely, where they lead."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field
from typing_extensions import override

from mlcareerdata._show import Meaning
from mlcareerdata.ids import RoleId
from mlcareerdata.models._provenance import Citations, RetoldRecord
from mlcareerdata.models._types import Prose, Text

__all__ = ["EntryProfile", "GrowthPath", "RemoteFit"]


class _RoleFact(RetoldRecord, frozen=True):
    """A fact about one role, under the name that the source uses for it there."""

    _head: ClassVar[str] = "label"

    role: Annotated[RoleId, Meaning.KEY, Field(description="The id of the role.")]
    label: Annotated[
        Text,
        Field(title="role, as named there", description="What the source calls the role there."),
    ]


class EntryProfile(_RoleFact, frozen=True):
    """What a role asks of somebody in a first job, according to the article.

    >>> import mlcareerdata as mlc
    >>> mlc.entry_profile("AI research assistant").setting
    'The job is often in a university or company lab.'
    """

    _as_line: ClassVar[str] = "{label}: {work}"
    _called: ClassVar[tuple[str, str]] = ("profile of a first job", "profiles of first jobs")

    work: Annotated[Prose, Field(description="What a beginner does.")]
    setting: Annotated[
        Prose | None, Field(description="Where the job is found; None: not said.")
    ] = None
    collaboration: Annotated[
        Prose | None, Field(description="With whom a beginner works; None: not said.")
    ] = None
    leads_to: Annotated[tuple[Text, ...], Field(description="Later roles or fields.")]
    citations: Citations


class RemoteFit(_RoleFact, frozen=True):
    """How a role is done remotely, according to the article.

    >>> import mlcareerdata as mlc
    >>> mlc.remote_fit("data analyst").challenge
    'Casual feedback is scarce.'
    """

    _as_line: ClassVar[str] = "{label}: {suits_because}"
    _called: ClassVar[tuple[str, str]] = ("way to work remotely", "ways to work remotely")

    work: Annotated[Prose, Field(description="The work that is done remotely.")]
    suits_because: Annotated[Prose, Field(description="Why the role suits remote work.")]
    challenge: Annotated[
        Prose | None, Field(description="What is hard about it; None: not said.")
    ] = None
    remedy: Annotated[
        Prose | None, Field(description="What the source advises to do about it; None: not said.")
    ] = None
    tools: Annotated[
        tuple[Text, ...], Field(description="Kinds of tools that the source names.")
    ] = ()
    citations: Citations


class GrowthPath(_RoleFact, frozen=True):
    """Where a role leads in the long run, according to the article.

    >>> import mlcareerdata as mlc
    >>> mlc.growth_path("AI engineer").leads_to
    ('architecture roles', 'specialised engineering leadership')
    """

    _called: ClassVar[tuple[str, str]] = ("path of growth", "paths of growth")

    builds: Annotated[Prose, Field(description="What the role teaches.")]
    leads_to: Annotated[tuple[Text, ...], Field(description="Later roles or fields.")]
    citations: Citations

    @override
    def _line(self) -> str:
        return f"{self.label}: leads to {', '.join(self.leads_to)}"
