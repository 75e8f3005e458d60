"""Who says so, and whether others agree."""

from __future__ import annotations

from collections.abc import Iterable
from re import sub
from typing import TYPE_CHECKING, Annotated, ClassVar, Final, Literal

from pydantic import Field
from typing_extensions import override

from mlcareerdata._show import Line, Meaning, line
from mlcareerdata.ids import SourceId
from mlcareerdata.models._record import Record
from mlcareerdata.models._types import Day, Prose, Text

__all__ = [
    "Basis",
    "Check",
    "CheckedRecord",
    "Citation",
    "CitedRecord",
    "RetoldRecord",
    "Verdict",
]

Basis = Literal["reported", "computed", "estimated"]
Verdict = Literal["supported", "partly", "contradicted", "outdated", "unconfirmed"]

ARTICLE: Final[SourceId] = "bouchrika-2026"
"""The document whose claims are checked."""

# When a source is named, the words of its id are capitalised, except these: "bls-oews-2025" becomes
# "BLS OEWS 2025". tests/typed/sources.csv has the name of each source.
_SPELLED: Final = {
    "ai": "AI",
    "aijobs": "aijobs.net",
    "aws": "AWS",
    "bls": "BLS",
    "cap": "CAP",
    "esco": "ESCO",
    "genai": "GenAI",
    "h1b": "H-1B",
    "informs": "INFORMS",
    "lca": "LCA",
    "llms": "LLMs",
    "ml": "ML",
    "mlops": "MLOps",
    "nace": "NACE",
    "naics": "NAICS",
    "nsb202332": "NSB-2023-32",
    "nsf": "NSF",
    "nvidia": "NVIDIA",
    "oci": "OCI",
    "oews": "OEWS",
    "onet": "O*NET",
    "salarycom": "Salary.com",
    "snowpro": "SnowPro",
}


def source_label(source_id: str) -> str:
    """A source's id as people cite it.

    >>> source_label("bouchrika-2026")
    'Bouchrika 2026'
    >>> source_label("onet-30-1")
    'O*NET 30.1'
    """
    versioned = sub(r"(?<=\d)-(?=\d)", ".", source_id)
    return " ".join(_SPELLED.get(word, word.capitalize()) for word in versioned.split("-"))


class Citation(Record, frozen=True):
    """Where a source states a fact.

    >>> import mlcareerdata as mlc
    >>> print(mlc.salary_range("ML engineer").citations[0])
    Bouchrika 2026, section highest-salaries
    """

    source: Annotated[SourceId, Meaning.KEY, Field(description="The document: the id of a source.")]
    section: Annotated[
        Text | None,
        Field(description='The part of the document, such as "highest-salaries"; None: not said.'),
    ] = None
    attributed_to: Annotated[
        tuple[SourceId, ...],
        Field(description="Documents that the source itself credits for the fact."),
    ] = ()
    basis: Annotated[
        Basis,
        Field(
            description='"reported" by the source, "computed" by this library from the source\'s '
            'data, or "estimated": a judgement of this library, explained in the note.'
        ),
    ] = "reported"
    note: Annotated[
        Prose | None, Field(description="What to know about this citation; None: nothing.")
    ] = None

    @override
    def _says_so(self) -> Iterable[Citation]:
        return (self,)

    @override
    def _line(self) -> str:
        text = source_label(self.source)
        if self.section:
            text += f", section {self.section}"
        if self.attributed_to:
            text += f", crediting {', '.join(source_label(name) for name in self.attributed_to)}"
        if self.basis != "reported":
            text += f", {self.basis}"
        return f"{text}: {self.note}" if self.note else text

    @override
    def _brief(self) -> str:
        return f"{self.source} {self.section}" if self.section else self.source


Citations = Annotated[
    tuple[Citation, ...],
    Meaning.SAYER,
    Field(title="who says so", min_length=1, description="Who says so: at least one citation."),
]
Evidence = Annotated[
    tuple[Citation, ...],
    Meaning.SAYER,
    Field(
        title="evidence",
        min_length=1,
        description="The evidence, or where it was looked for in vain.",
    ),
]


class CitedRecord(Record, frozen=True):
    """Base of every record that states a fact: at least one citation says who says so."""

    if TYPE_CHECKING:
        # Declared for checkers only. Each model declares the field itself, as its last one:
        # pydantic would put an inherited field first, in the JSON and in every table.
        citations: tuple[Citation, ...]

    @override
    def _says_so(self) -> Iterable[Citation]:
        return self.citations

    def _sources(self) -> tuple[str, ...]:
        """Ids of the sources, each once."""
        return tuple(dict.fromkeys(citation.source for citation in self.citations))

    @override
    def __str__(self) -> str:
        return f"{self._line()} ({self._sayers()})"

    def _sayers(self) -> str:
        return ", ".join(map(source_label, self._sources()))


class RetoldRecord(CitedRecord, frozen=True):
    """Base of every record that retells a source and that nobody held against evidence."""

    _remarks: ClassVar[tuple[str, ...]] = ("as the source says it: not checked",)

    @override
    def __str__(self) -> str:
        return f"{self._line()} [not checked] ({self._sayers()})"

    @override
    def _notes(self) -> tuple[str, ...]:
        return (f"not checked: so says {' and '.join(map(source_label, self._sources()))}",)


class Check(CitedRecord, frozen=True):
    """What independent evidence says about a claim.

    >>> import mlcareerdata as mlc
    >>> check = mlc.finding("projected-growth").check
    >>> check.verdict if check else "not checked"
    'contradicted'
    """

    _as_line: ClassVar[str] = "{verdict} ({checked_on}): {note}"
    _called: ClassVar[tuple[str, str]] = ("check", "checks")
    _as_repr: ClassVar[str] = "{verdict} {checked_on}"

    verdict: Annotated[
        Verdict,
        Meaning.STANDING,
        Field(
            description='"supported", "partly", "contradicted", "outdated", or "unconfirmed": '
            "evidence was looked for, and none was found that decides."
        ),
    ]
    note: Annotated[Prose, Field(description="The evidence, with its figures.")]
    checked_on: Annotated[Day, Field(description="The day of the check.")]
    citations: Evidence

    def _checks(self) -> tuple[Citation, ...]:
        """Whose claim it is."""
        return (Citation(source=ARTICLE),)


class CheckedRecord(CitedRecord, frozen=True):
    """Base of every record whose claim can be held against independent evidence."""

    if TYPE_CHECKING:
        check: Check | None  # declared by each model, as `citations` is

    def _claim(self) -> str:
        """What is claimed, in a sentence; empty where the record claims nothing."""
        raise NotImplementedError

    def _standing(self) -> str:
        """The verdict on the claim, or that nobody checked it; empty where nothing is claimed."""
        if self.check:
            return self.check.verdict
        return "not checked" if self._claim() else ""

    def _marked(self, text: str) -> str:
        """A text followed by the verdict."""
        return f"{text} [{self._standing()}]" if self._standing() else text

    @override
    def _rows(self) -> list[Line]:
        unchecked = [] if self.check or not self._claim() else [self._row("check")]
        return [*super()._rows(), *unchecked]

    @override
    def _row(self, name: str) -> Line:
        if name != "check":
            return super()._row(name)
        text = str(self.check) if self.check else self._standing()
        return line("check", text, meaning=Meaning.STANDING)
