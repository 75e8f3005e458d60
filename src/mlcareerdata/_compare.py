"""Two to four roles side by side."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, Final, NoReturn, Self

from pydantic import Field, model_validator
from typing_extensions import override

import mlcareerdata._lookup._labour as labour
import mlcareerdata.models as m
from mlcareerdata import _LOCK, DATA_VERSION
from mlcareerdata._columns import Column, Row
from mlcareerdata._convert import arrow_of, pandas_of, polars_of, refuse_array, stream_of
from mlcareerdata._lookup._facts import each_on_its_own
from mlcareerdata._profile import Profile, profile
from mlcareerdata._questions import OTHERS, QUESTIONS, Answer
from mlcareerdata._registry import ROLES
from mlcareerdata._show import Shown, wrapped
from mlcareerdata._store import find
from mlcareerdata._table import Table
from mlcareerdata.models._record import Record
from mlcareerdata.models._types import official

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow
else:
    # For tools that resolve the hints below while a program runs.
    from mlcareerdata._lazy import Hinted

    pandas, polars, pyarrow = Hinted("pandas"), Hinted("polars"), Hinted("pyarrow")

__all__ = ["Comparison", "compare"]

_FEWEST: Final = 2
_ALONG: Final = (
    "Compare along a row: each kind of pay is about another group. Official figures are for an "
    "occupation, not a role, and for all levels."
)
_MOST: Final = 4  # more do not fit beside each other


class Comparison(Record, frozen=True):
    """Two to four roles side by side: a row for each question, a column for each role.

    >>> import mlcareerdata as mlc
    >>> both = mlc.compare("ML engineer", "data scientist")
    >>> both.to_dicts()[0]["data-scientist"]  # doctest: +ELLIPSIS
    '$... a year [supported] (Bouchrika 2026)'
    """

    profiles: Annotated[
        tuple[Profile, ...],
        Field(
            min_length=_FEWEST,
            max_length=_MOST,
            description="All that is known of each role, in the order in which they were named.",
        ),
    ]
    technologies: Annotated[
        tuple[Table[m.Technology], ...],
        Field(description="What is in demand for the occupation of each role, in that order."),
    ]

    @model_validator(mode="after")
    def _sound(self) -> Self:
        if len({one.role.id for one in self.profiles}) < len(self.profiles):
            raise ValueError("a comparison is of different roles")
        if len(self.technologies) != len(self.profiles):
            raise ValueError("a comparison has the technologies of each of its roles")
        return self

    # --- In other people's software ----------------------------------------------------------

    def to_dicts(self) -> list[Row]:
        """A new dictionary for each question: ``"question"``, and the answer by each role's id.

        An answer is a text, or ``None`` where nothing is reported.

        >>> import mlcareerdata as mlc
        >>> list(mlc.compare("data analyst", "BI analyst").to_dicts()[0])
        ['question', 'data-analyst', 'business-intelligence-analyst']
        """
        names = [column.name for column in self._columns()]
        return [
            dict(zip(names, (question, *answers), strict=True))
            for question, answers in self._answers()
        ]

    def to_arrow(self) -> pyarrow.Table:
        """A `pyarrow.Table`; its schema's metadata says ``"compare"`` and `DATA_VERSION`.

        Needs the extra ``arrow``, else `ImportError`.
        """
        about: dict[bytes | str, bytes | str] = {
            "mlcareerdata.table": "compare",
            "mlcareerdata.DATA_VERSION": DATA_VERSION,
        }
        return arrow_of(self._columns(), self.to_dicts(), about)

    def to_polars(self) -> polars.DataFrame:
        """A `polars.DataFrame`. Needs the extra ``polars``, else `ImportError`."""
        return polars_of(self._columns(), self.to_dicts())

    def to_pandas(self) -> pandas.DataFrame:
        """A `pandas.DataFrame`. Needs the extra ``pandas``, else `ImportError`."""
        return pandas_of(self._columns(), self.to_dicts())

    def to_json(self) -> str:
        """The whole profiles and technologies, which `Comparison.model_validate_json` reads back.

        For the rows of the card alone there is ``json.dumps(comparison.to_dicts())``.
        """
        return self.model_dump_json()

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """The rows as an Arrow stream (a PyCapsule), for any library that takes one.

        Needs pyarrow or Polars, else `ImportError`.
        """
        return stream_of(self, requested_schema)

    def __array__(self, *args: object, **options: object) -> NoReturn:
        refuse_array("Comparison")

    def _columns(self) -> list[Column]:
        return [Column(name, "string") for name in ("question", *self._ids())]

    # --- Shown -------------------------------------------------------------------------------

    @override
    def _title(self) -> str:
        *others, last = (one.role.title for one in self.profiles)
        return f"{', '.join(others)} or {last}"

    @override
    def _brief(self) -> str:
        return ", ".join(self._ids())

    @override
    def _line(self) -> str:
        return self._card()

    @override
    def _card(self, width: int | None = None) -> str:
        """Below each question a line for each role."""
        room = max(len(one.role.title) for one in self.profiles)
        lines = [(text, 2) for text in (self._title(), *self._notes())]
        for question, answers in self._shown():
            lines.append((question, 2))
            for one, answer in zip(self.profiles, answers, strict=True):
                lines.append((f"  {one.role.title:<{room}}  {answer}", room + 4))
        return "\n".join(wrapped(text, width, by) if width else text for text, by in lines)

    @override
    def _repr_html_(self) -> str:
        with _LOCK:
            from mlcareerdata._html import Heading, table_html  # only a notebook needs it

        heads = [Heading(one.role.title) for one in self.profiles]
        rows = [
            (Shown((question,)), *(Shown((answer,)) for answer in answers))
            for question, answers in self._shown()
        ]
        heads.insert(0, Heading("question"))
        return table_html(self._title(), self._notes(), heads, rows, even=True)

    @override
    def _notes(self) -> tuple[str, ...]:
        """What keeps a hasty reader from taking one figure for another."""
        return (
            _ALONG,
            *(
                f"{_and(group)} map to the same occupation, {code}: their official figures do not "
                "tell them apart."
                for code, group in self._by_occupation().items()
                if len(group) > 1
            ),
            *self._unpaid(),
            "(not checked): the article alone says so.",
        )

    def _unpaid(self) -> list[str]:
        """What is missing for the pay of beginners to be compared."""
        known: list[set[str]] = [
            {r.kind for r in one.pay if r.level == "entry"} for one in self.profiles
        ]
        without = [
            one.role.title for one, kinds in zip(self.profiles, known, strict=True) if not kinds
        ]
        said: list[str] = []
        if without:
            said.append(
                f"No pay of beginners is known for {_and(without)}; official pay, of all levels, "
                "does not stand in for it."
            )
        elif not set[str].intersection(*known):
            said.append("No kind of beginners' pay is known for every role here: compare none.")
        return said

    @override
    def _says_so(self) -> Iterable[m.Citation]:
        """The citations of everything that the card shows."""
        yield from (citation for one in self.profiles for citation in one._says_so())
        yield from (c for table in self.technologies for one in table for c in one.citations)

    # --- The answers -------------------------------------------------------------------------

    def _ids(self) -> list[str]:
        return [one.role.id for one in self.profiles]

    def _answers(self) -> list[tuple[str, tuple[Answer, ...]]]:
        """Each question with the answer for each role; ``None`` where nothing is reported."""
        every = [(question, tuple(map(ask, self.profiles))) for question, ask in QUESTIONS]
        return [*every, ("technologies in demand (O*NET)", tuple(self._demanded()))]

    def _by_occupation(self) -> dict[str, list[str]]:
        """The titles of the roles that map to each occupation."""
        found: dict[str, list[str]] = {}
        for one in self.profiles:
            if one.occupation:
                found.setdefault(official(one.occupation.id), []).append(one.role.title)
        return found

    def _demanded(self) -> Iterable[Answer]:
        """How many technologies are flagged, and those of them that the other lists lack."""
        lists = [{technology.name for technology in table} for table in self.technologies]
        for table, names in zip(self.technologies, lists, strict=True):
            others = set[str]().union(*(other for other in lists if other != names))
            only = [technology.name for technology in table if technology.name not in others]
            said = "not in the other lists: " if others else ""
            flagged = f"{len(names)} for {official(table[0].onet)}" if names else None
            yield f"{flagged}; {said}{'; '.join(only)}" if only else flagged

    def _shown(self) -> list[tuple[str, list[str]]]:
        """The answers as a reader sees them: official figures are not given twice."""
        return [
            (question, [self._seen(answers, place) for place in range(len(answers))])
            for question, answers in self._on_card()
        ]

    def _on_card(self) -> Iterable[tuple[str, tuple[Answer, ...]]]:
        """What somebody reports; where columns are narrow, no evidence: ranges have verdicts."""
        for question, answers in self._answers():
            if any(answers) and (question != OTHERS or len(self.profiles) == _FEWEST):
                yield question, answers

    def _seen(self, answers: tuple[Answer, ...], place: int) -> str:
        answer, first = answers[place], answers.index(answers[place])
        if answer is None:
            return "not reported"
        here, there = self.profiles[place].occupation, self.profiles[first].occupation
        if first < place and here and here == there and here.id in answer:
            return "same occupation, same figures"
        return answer


def _and(names: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def compare(*roles: str | m.Role) -> Comparison:
    """Two to four different roles side by side; a notebook shows a card.

    Pay is there by kind and level, each with its source, and official figures say for which
    occupation they are: roles may map to the same one.

    Raises:
        ValueError: fewer than two roles, more than four, or one of them twice.
        UnknownNameError: no role has that name.
        TypeError: a role is neither a string nor a `Role`.

    >>> import mlcareerdata as mlc
    >>> mlc.compare("ML engineer", "data scientist")
    <Comparison machine-learning-engineer, data-scientist>
    """
    each_on_its_own("compare", roles)
    found = [find(ROLES, role) for role in roles]
    if not _FEWEST <= len(found) <= _MOST:
        raise ValueError(
            f"compare takes {_FEWEST} to {_MOST} roles, not {len(found)}, as in "
            "compare('ML engineer', 'data scientist')"
        )
    for place, one in enumerate(found):
        if one in found[:place]:
            given = [name if isinstance(name, str) else name.id for name in roles]
            first = given[found.index(one)]
            raise ValueError(
                f"compare takes different roles: {first!r} and {given[place]!r} both mean "
                f"{one.id!r}"
            )
    return Comparison(
        profiles=tuple(map(profile, found)), technologies=tuple(map(labour.technologies, found))
    )
