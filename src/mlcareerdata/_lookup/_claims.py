"""Questions about what is claimed, answered and retold, and by which document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

import mlcareerdata.models as m
from mlcareerdata._lookup._facts import accept
from mlcareerdata._registry import FACTS, FAQS, FINDINGS, PERSPECTIVES, SOURCES, TableSpec
from mlcareerdata._store import derived, find, rows, table
from mlcareerdata._table import Table
from mlcareerdata.ids import SourceId
from mlcareerdata.models._provenance import CheckedRecord

__all__ = [
    "checks",
    "faq",
    "faqs",
    "finding",
    "findings",
    "perspective",
    "perspectives",
    "source",
    "sources",
]


def findings(
    *, topic: m.Topic | None = None, kind: m.FindingKind | None = None
) -> Table[m.Finding]:
    """Claims and recommendations: all, or those on one topic or of one kind.

    Raises:
        ValueError: `topic` or `kind` is not one of those that findings have.

    >>> import mlcareerdata as mlc
    >>> [finding.id for finding in mlc.findings(topic="remote", kind="recommendation")]
    ['build-remote-skills']
    """
    accept("topic", topic, get_args(m.Topic))
    accept("kind", kind, get_args(m.FindingKind))
    if topic is None and kind is None:
        return table(FINDINGS)
    return table(FINDINGS).filter(
        lambda finding: topic in (None, finding.topic) and kind in (None, finding.kind)
    )


def finding(id: str | m.Finding) -> m.Finding:
    """One claim or recommendation, by its id.

    >>> import mlcareerdata as mlc
    >>> mlc.finding("growth-in-graduates").unit
    'percent a year'
    """
    return find(FINDINGS, id)


def checks(*, verdict: m.Verdict | None = None) -> Table[m.CheckedClaim]:
    """Every claim of the article that was checked: all, or those with one verdict.

    The claims come from several tables; `record` names the table and the record.

    Raises:
        ValueError: no check gives that `verdict`.

    >>> import mlcareerdata as mlc
    >>> [found.claim for found in mlc.checks(verdict="contradicted")][1]
    'Finance and Fintech is number 1 of the industries that pay beginners most.'
    """
    accept("verdict", verdict, get_args(m.Verdict))
    found = derived(FINDINGS, _checked)
    return found if verdict is None else found.filter(lambda claim: claim.verdict == verdict)


def faqs() -> Table[m.Faq]:
    """The four questions that the article answers at its end.

    >>> import mlcareerdata as mlc
    >>> len(mlc.faqs())
    4
    """
    return table(FAQS)


def faq(id: str | m.Faq) -> m.Faq:
    """One question with its answer, by its id.

    >>> import mlcareerdata as mlc
    >>> mlc.faq("specialise-or-generalise").question
    'Should I specialise early or stay broad?'
    """
    return find(FAQS, id)


def perspectives() -> Table[m.Perspective]:
    """What five graduates went through, retold; the article names three of them.

    >>> import mlcareerdata as mlc
    >>> [perspective.who for perspective in mlc.perspectives()]
    [None, None, 'Augustus', 'Antonio', 'Julian']
    """
    return table(PERSPECTIVES)


def perspective(id: str | m.Perspective) -> m.Perspective:
    """What one graduate went through, by its id.

    >>> import mlcareerdata as mlc
    >>> mlc.perspective("julian").themes
    ('competition', 'hybrid roles', 'patience')
    """
    return find(PERSPECTIVES, id)


def sources() -> Table[m.Source]:
    """The documents that facts are from, and those that the article credits.

    >>> import mlcareerdata as mlc
    >>> mlc.sources()[0].id
    'bouchrika-2026'
    """
    return table(SOURCES)


def source(id: str | m.Source) -> m.Source:
    """One document, by its id.

    >>> import mlcareerdata as mlc
    >>> mlc.source("gartner-2024").publisher
    'Gartner'
    """
    return find(SOURCES, id)


def _checked(_: TableSpec[m.Finding]) -> Table[m.CheckedClaim]:
    return Table(m.CheckedClaim, _claims(), "checks")


def _claims() -> Iterator[m.CheckedClaim]:
    """The checks of every table that can have them; no other table is read."""
    for spec in FACTS.values():
        for record in rows(spec) if issubclass(spec.model(), CheckedRecord) else ():
            if isinstance(record, CheckedRecord) and (check := record.check):
                key = (getattr(record, field) for field in spec.key)
                credited: dict[SourceId, None] = {}
                for citation in record.citations:
                    credited |= dict.fromkeys(citation.attributed_to)
                yield m.CheckedClaim(
                    record="/".join([spec.name, *(str(part) for part in key if part)]),
                    claim=record._claim(),
                    credited_to=tuple(credited),
                    verdict=check.verdict,
                    note=check.note,
                    checked_on=check.checked_on,
                    citations=check.citations,
                )
