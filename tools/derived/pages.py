"""The tables in docs and in the README of the data that follow from the data.

A part stands between ``<!-- name -->`` and ``<!-- /name -->``; the rest of a page is by hand.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final, get_type_hints

from pydantic import BaseModel

import mlcareerdata as mlc
from derived import PACKAGE, ROOT, Texts
from mlcareerdata._registry import FACTS, TABLES, TableSpec
from mlcareerdata._store import rows
from mlcareerdata.models import CheckedClaim, CheckedRecord, Record


def texts() -> Texts:
    """Every page with its derived parts made anew."""
    return {page: with_parts(page, parts) for page, parts in PAGES.items()}


def with_parts(page: Path, parts: dict[str, Callable[[], str]]) -> str:
    text = page.read_text(encoding="utf-8")
    for name, part in parts.items():
        pattern = re.compile(rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)", re.DOTALL)
        made = part().replace("\\", r"\\")
        text, times = pattern.subn(rf"\g<1>{made}\n\g<2>", text)
        if times != 1:
            raise SystemExit(f"{page.name} needs the part {name!r} once, has it {times} times")
    return text


def markdown(head: tuple[str, ...], lines: Iterable[tuple[str, ...]]) -> str:
    table = [head, tuple("---" for _ in head), *lines]
    return "\n".join(f"| {' | '.join(line)} |" for line in table)


# --- docs/reference.md -----------------------------------------------------------------------


def tables() -> str:
    """Every table, the look-ups of one of its records, and what a record is."""
    return markdown(
        ("table", "one record, by", "record"),
        (
            (
                call(name),
                ", ".join(map(call, finders(spec.model()))),
                f"`{spec.model().__name__}`: {lower(sentence(spec.model()))}",
            )
            for name, spec in FACTS.items()
        ),
    )


def call(name: str) -> str:
    """A function as it is called: its parameters with their defaults."""
    function = getattr(mlc, name)
    parameters = [
        parameter.replace(annotation=parameter.empty)
        for parameter in inspect.signature(function).parameters.values()
    ]
    return f"`{name}{inspect.Signature(parameters)}`"


def finders(model: type[BaseModel]) -> list[str]:
    """The public functions that give one such record."""
    functions = [name for name in mlc.__all__ if inspect.isfunction(getattr(mlc, name))]
    return [name for name in functions if get_type_hints(getattr(mlc, name)).get("return") is model]


def sentence(model: type[BaseModel]) -> str:
    """The first sentence of what a model says of itself, without its full stop."""
    first = " ".join((inspect.getdoc(model) or "").partition("\n\n")[0].split())
    return first.removesuffix(".").replace("|", r"\|")


def lower(text: str) -> str:
    return text[0].lower() + text[1:]


# --- data/README.md --------------------------------------------------------------------------


def files() -> str:
    """Every file of facts: what a record is, and who says so."""
    return markdown(
        ("file", "one record is", "who says so"),
        ((f"`{name}.json`", sentence(spec.model()), who(spec)) for name, spec in FACTS.items()),
    )


def who(spec: TableSpec[BaseModel]) -> str:
    """Authors and publishers of the sources that the records cite, each once."""
    cited = [citation.source for row in rows(spec) for citation in getattr(row, "citations", ())]
    found = [mlc.source(source) for source in dict.fromkeys(cited)]
    return "; ".join(dict.fromkeys(s.author or s.publisher or s.title for s in found))


def rule_files() -> str:
    """The files that hold no facts: the rules by which job titles are read."""
    return markdown(
        ("file", "one row is"),
        (
            (f"`{name}.json`", sentence(spec.model()))
            for name, spec in TABLES.items()
            if name not in FACTS
        ),
    )


# --- docs/trust.md ---------------------------------------------------------------------------


def claims() -> str:
    """Every claim that was checked, with the verdict and the evidence."""
    return markdown(
        ("claim of the article", "whom it credits", "verdict", "what others say", "evidence"),
        (
            (found.claim, credited(found), f"**{found.verdict}**", found.note, evidence(found))
            for found in mlc.checks()
        ),
    )


def unchecked() -> str:
    """How many claims each table has, and how many of them have no check."""
    counts = {name: [r.check is None for r in claiming(spec)] for name, spec in FACTS.items()}
    return markdown(
        ("table", "claims of the article", "not checked"),
        ((call(name), str(len(none)), str(sum(none))) for name, none in counts.items() if none),
    )


def claiming(spec: TableSpec[Record]) -> list[CheckedRecord]:
    """The records of a table that claim something."""
    return [r for r in rows(spec) if isinstance(r, CheckedRecord) and r._claim()]


def sources() -> str:
    """Every source that was read: how old it is, and how it was read."""
    return markdown(
        ("source", "published", "read", "how"),
        (
            (
                f"`{source.id}`",
                source.published or "not known",
                str(source.accessed),
                source.note or "",
            )
            for source in mlc.sources()
            if source.accessed
        ),
    )


def licences() -> str:
    """Licences and attributions that sources ask for."""
    return markdown(
        ("source", "publisher", "licence or attribution"),
        (
            (source.title, source.publisher or "not known", source.license)
            for source in mlc.sources()
            if source.license
        ),
    )


def credited(found: CheckedClaim) -> str:
    names = map(mlc.source, found.credited_to)
    return ", ".join(source.publisher or source.title for source in names)


def evidence(found: CheckedClaim) -> str:
    sources = dict.fromkeys(mlc.source(citation.source) for citation in found.citations)
    return ", ".join(f"[{s.title}]({s.url})" if s.url else s.title for s in sources)


PAGES: Final[dict[Path, dict[str, Callable[[], str]]]] = {
    ROOT / "docs" / "reference.md": {"tables": tables},
    ROOT / "docs" / "trust.md": {
        "claims": claims,
        "unchecked": unchecked,
        "sources": sources,
        "licences": licences,
    },
    PACKAGE / "data" / "README.md": {"files": files, "rule files": rule_files},
}
