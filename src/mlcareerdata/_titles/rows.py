"""The rows of the tables by which job titles are read: `data/title_*.json`.

The tables are rules, not facts, so no row carries citations. Their patterns are written in a
small language of words, never as regular expressions: the library translates them, so that they
mean the same in Python, Polars, DuckDB and Spark. Anything else is refused when a table loads.

A pattern is a run of items with one space between them:

=============  ==================================================================
`data`         that word, in any of its spellings (`title_spellings.json`)
`a|b`          either
`@ml`          any phrase of that term (`title_terms.json`)
`item?`        the item, or nothing
`,`            a break: comma, colon, bar, bracket, dash between spaces, "at", an end of the title
`&`            a joint: ampersand, slash, plus, "and", "or"
`*2`           up to two words, whatever they are (no breaks, no signs)
`~`            up to three words of level, time or degree, such as "senior" or "summer",
               in brackets or not
`!@job`        one to four words, none of them a word of that term or one that `~` passes over
=============  ==================================================================
"""

import re
from typing import Annotated, Literal, TypeAlias

from pydantic import AfterValidator, BaseModel, Field, StringConstraints

from mlcareerdata.ids import RoleId

_NAME = r"(?:@[a-z]+(?:-[a-z]+)*|[a-z]+|,|&)"
_ITEM = re.compile(rf"{_NAME}(?:\|{_NAME})*\??|\*[1-4]|~|!@[a-z]+(?:-[a-z]+)*")


def _check_pattern(pattern: str) -> str:
    """Refuse whatever is not in the pattern language, regular expressions above all."""
    items = pattern.split(" ")
    for item in items:
        if not _ITEM.fullmatch(item):
            raise ValueError(
                f"{item!r} in the pattern {pattern!r} is neither a lower-case word, a|b, @term, "
                "an item with ?, a comma, &, *1 to *4, !@term nor ~. A pattern has no regular "
                "expressions."
            )
    if all(item.endswith("?") or item[0] in "*~!,&" for item in items):
        raise ValueError(f"the pattern {pattern!r} asks for no word at all, so it finds anything")
    if items[0][0] in "*~!" or items[0].endswith("?"):
        raise ValueError(f"the pattern {pattern!r} must begin with something that has to be there")
    return pattern


Pattern: TypeAlias = Annotated[str, AfterValidator(_check_pattern)]
Patterns: TypeAlias = Annotated[tuple[Pattern, ...], Field(min_length=1)]
Word: TypeAlias = Annotated[str, StringConstraints(pattern=r"^[a-z]+$")]
Why: TypeAlias = Annotated[str, StringConstraints(pattern=r"^\S(?:.*\S)?$")]  # one line
RowId: TypeAlias = Annotated[str, StringConstraints(pattern=r"^[a-z]+(?:-[a-z]+)*$")]


class Row(BaseModel, frozen=True, extra="forbid"):
    """Base of the rows. It is not that of the records, since a row states no fact."""


class WrongRowError(ValueError):
    """A row that is sound by itself, and cannot be used beside the others."""

    def __init__(self, row: Row, problem: str) -> None:
        super().__init__(problem)
        self.row = row


class TitleCharacter(Row, frozen=True):
    """Characters that are read as another: `É` as `e`, a bar as a comma.

    `becomes` is one or more plain lower-case letters, `,` (a break), `&` (a joint), `-` (a dash)
    or nothing (the character is dropped). Characters in no row are read as a space.
    """

    becomes: Annotated[str, StringConstraints(pattern=r"^(?:[a-z]*|[,&-])$")]
    characters: Annotated[str, StringConstraints(min_length=1)]


class TitleSpelling(Row, frozen=True):
    """A word and its other forms: plurals, abbreviations, usual slips.

    With `slips`, a word that differs in one letter is read as the word too, but not one of
    `others`, which are words of their own. Only long words are safe for that.
    `behind` are words, in the spelling of each, that it follows without a space: "datascientist",
    "scientistii", "srdata".
    """

    word: Word
    forms: tuple[Word, ...] = ()
    slips: bool = False
    others: tuple[Word, ...] = ()
    behind: tuple[Word, ...] = ()


class TitleTerm(Row, frozen=True):
    """A name for phrases that mean the same to the rules; a pattern writes it `@id`."""

    id: RowId
    phrases: Patterns
    why: Why


class TitleRule(Row, frozen=True):
    """One rule: what decides, what vetoes, and why. The first rule that holds wins.

    It holds where any pattern of `when` is found, any of `also` (if there are) anywhere in the
    title, and none of `unless`. What `aside` finds is hidden from the rule, which still sees the
    rest of the title: "reporting to the director" in `aside` hides that director, and no other. A
    rule without a role says that the title names none.
    """

    id: RowId
    role: RoleId | None = None
    when: Patterns
    also: tuple[Pattern, ...] = ()
    unless: tuple[Pattern, ...] = ()
    aside: tuple[Pattern, ...] = ()
    why: Why


class TitleLevel(Row, frozen=True):
    """Which words tell a seniority. The first row that holds wins, so the highest comes first."""

    id: RowId
    seniority: Literal["intern", "entry", "senior", "lead"]
    when: Patterns
    also: tuple[Pattern, ...] = ()
    unless: tuple[Pattern, ...] = ()
    aside: tuple[Pattern, ...] = ()
    why: Why
