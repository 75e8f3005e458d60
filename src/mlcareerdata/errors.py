"""What can go wrong, each with a name of its own.

Everything derives from `MLCareerDataError`. A look-up that finds nothing raises one of two
errors: the name is unknown, or it is known and the fact is not reported. Both are a
`LookupError`, so that code which only cares that there was no answer can catch that.
"""

from __future__ import annotations

from typing import Final

__all__ = ["DataIntegrityError", "MLCareerDataError", "NotReportedError", "UnknownNameError"]

_LONG: Final = 80  # characters of a name in a message; `name` has it whole
_LEFT_OUT: Final = (
    "Whoever packed this program left it out: have the packer include the data files of the "
    "package mlcareerdata (docs/frozen-programs.md says how), or reinstall mlcareerdata"
)
_DAMAGED: Final = (
    "The packaged data is damaged: reinstall mlcareerdata, or, if you edited the file, see "
    "docs/contributing.md"
)
_SHOWN: Final = 12  # ids named in a message; more would bury the sentence they stand in


class MLCareerDataError(Exception):
    """Base of every error class of this library."""


class UnknownNameError(MLCareerDataError, LookupError):
    """No record of this kind has that id, name or alias.

    Attributes:
        kind: what was looked for, such as ``"role"``.
        name: the name as it was given.
        suggestions: ids that are accepted: the closest, best first, or all if none is close. If no
            area is close, those of the state that was named, or else all states; for the nation,
            none.
        hint: what else to do, or ``""``.
        names: the names of the suggestions, in their order, where ids alone say little; or ``()``.
        shared: whether all of the suggestions have that name, so that it finds none of them.

    >>> import mlcareerdata as mlc
    >>> mlc.role("data scintist")
    Traceback (most recent call last):
    mlcareerdata.errors.UnknownNameError: unknown role ...
    """

    def __init__(
        self,
        kind: str,
        name: str,
        suggestions: tuple[str, ...] = (),
        hint: str = "",
        names: tuple[str, ...] = (),
        shared: bool = False,
    ):
        name = str.__str__(name)  # plain, where NumPy or an enum has its own kind of text
        super().__init__(kind, name, suggestions, hint, names, shared)
        self.kind = kind
        self.name = name
        self.suggestions = suggestions
        self.hint = hint
        self.names = names
        self.shared = shared

    def __str__(self) -> str:
        shown = self.name if len(self.name) <= _LONG else f"{self.name[:_LONG]}..."
        text = f"unknown {self.kind} {shown!r}" if shown.strip() else f"empty {self.kind} name"
        if self.shared:
            text = f"{shown!r} is the name of more than one {self.kind}: "
            text += _some(_named(self.suggestions, self.names))
        elif 0 < len(self.suggestions) <= 3:
            text += f"; did you mean {_either(self.suggestions, self.names)}?"
        elif self.suggestions:
            text += f"; known: {_some(_named(self.suggestions, self.names))}"
        return f"{text} {self.hint}".rstrip()


class NotReportedError(MLCareerDataError, LookupError):
    """The name is known, but no source reports that fact about it.

    Attributes:
        kind: what was looked for, such as ``"role"``.
        name: the id of the record that was found.
        fact: what is not reported about it, such as ``"salary range"``.
        available: the ids for which it is reported.
        hint: what else to do, or ``""``.
        names: the name of the record, then the names of those in `available`, where ids alone say
            little; or ``()``.

    >>> import mlcareerdata as mlc
    >>> mlc.salary_range("data analyst")
    Traceback (most recent call last):
    mlcareerdata.errors.NotReportedError: no salary range is reported ...
    """

    def __init__(
        self,
        kind: str,
        name: str,
        fact: str,
        available: tuple[str, ...] = (),
        hint: str = "",
        names: tuple[str, ...] = (),
    ):
        super().__init__(kind, name, fact, available, hint, names)
        self.kind = kind
        self.name = name
        self.fact = fact
        self.available = available
        self.hint = hint
        self.names = names

    def __str__(self) -> str:
        text = f"no {self.fact} is reported for the {self.kind} {_either((self.name,), self.names)}"
        if self.available:
            text += f"; reported for: {_some(_named(self.available, self.names[1:]))}"
        return f"{text} {self.hint}".rstrip()


class DataIntegrityError(MLCareerDataError):
    """A data file of the package is missing, damaged, or contradicts itself.

    Attributes:
        file: the data file, such as ``"roles.json"``.
        record: the record in it, or ``None`` if the whole file is concerned.
        problem: what is wrong.
        missing: whether the file is not there at all.
    """

    def __init__(self, file: str, record: str | None, problem: str, missing: bool = False):
        super().__init__(file, record, problem, missing)
        self.file = file
        self.record = record
        self.problem = problem
        self.missing = missing

    def __str__(self) -> str:
        where = f"{self.file}, record {self.record!r}" if self.record else self.file
        return f"{where}: {self.problem}. {_LEFT_OUT if self.missing else _DAMAGED}"


def _either(ids: tuple[str, ...], names: tuple[str, ...] = ()) -> str:
    return " or ".join(_named(tuple(map(repr, ids)), names))


def _named(ids: tuple[str, ...], names: tuple[str, ...]) -> tuple[str, ...]:
    """Ids, each followed by its name if that says more."""
    if not names:
        return ids
    return tuple(map(_with_name, ids, names))


def _with_name(shown: str, name: str) -> str:
    return shown if shown in (name, repr(name)) else f"{shown} ({name})"


def _some(ids: tuple[str, ...]) -> str:
    more = f" and {len(ids) - _SHOWN} more" if len(ids) > _SHOWN else ""
    return ", ".join(ids[:_SHOWN]) + more
