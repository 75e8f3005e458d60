"""Questions about what a graduate can show: skills and certificates."""

from __future__ import annotations

from typing import get_args

import mlcareerdata.models as m
from mlcareerdata._lookup._facts import accept
from mlcareerdata._registry import CERTIFICATIONS, PLATFORMS, SKILLS
from mlcareerdata._store import find, table
from mlcareerdata._table import Table

__all__ = [
    "certification",
    "certifications",
    "certs_for",
    "platform",
    "platforms",
    "skill",
    "skills",
]


def skills() -> Table[m.Skill]:
    """The five skills that count most in a first job, according to the article.

    >>> import mlcareerdata as mlc
    >>> mlc.skills()[-1].tools
    ('Git', 'cloud platforms')
    """
    return table(SKILLS)


def skill(name: str | m.Skill) -> m.Skill:
    """One skill.

    >>> import mlcareerdata as mlc
    >>> mlc.skill("feature engineering").id
    'data-preparation'
    """
    return find(SKILLS, name)


def platforms() -> Table[m.Platform]:
    """What certificates are about: clouds, other vendors' products, or no single vendor's.

    >>> import mlcareerdata as mlc
    >>> [platform.id for platform in mlc.platforms()][:4]
    ['aws', 'google-cloud', 'vendor-neutral', 'azure']
    """
    return table(PLATFORMS)


def platform(name: str | m.Platform) -> m.Platform:
    """One platform.

    >>> import mlcareerdata as mlc
    >>> mlc.platform("Microsoft Azure").id
    'azure'
    """
    return find(PLATFORMS, name)


def certifications() -> Table[m.Certification]:
    """All certificates; those that the article recommends come first.

    >>> import mlcareerdata as mlc
    >>> mlc.certifications()[0].name
    'AWS Certified Machine Learning - Specialty'
    """
    return table(CERTIFICATIONS)


def certification(name: str | m.Certification) -> m.Certification:
    """One certificate, by its id, its name or an exam code.

    >>> import mlcareerdata as mlc
    >>> mlc.certification("CAP").issuer
    'INFORMS'
    """
    return find(CERTIFICATIONS, name)


def certs_for(
    platform: str | m.Platform,
    *,
    status: m.CertificationStatus | None = None,
    beginners: bool | None = None,
) -> Table[m.Certification]:
    """The certificates on one platform.

    Those that can be earned come before retired ones, and in each of these two groups those that
    the article recommends come first. With `status`, only those of that status. With
    ``beginners=True``, only those within a new graduate's reach, which a retired one never is; with
    ``False``, only those beyond it. A certificate that was not judged is in neither.

    Raises:
        ValueError: `status` is neither ``"active"`` nor ``"retired"``, or `beginners` neither
            ``True`` nor ``False``.

    >>> import mlcareerdata as mlc
    >>> [cert.id for cert in mlc.certs_for("AWS", beginners=True)]
    ['aws-ai-practitioner']
    """
    accept("status", status, get_args(m.CertificationStatus))
    accept("beginners", beginners, (True, False))
    wanted = find(PLATFORMS, platform).id
    found = table(CERTIFICATIONS).filter(
        lambda cert: (
            cert.platform == wanted
            and status in (None, cert.status)
            and beginners in (None, cert.for_beginners)
        )
    )
    return found.sorted(lambda cert: (cert.status == "retired", not cert.recommended))
