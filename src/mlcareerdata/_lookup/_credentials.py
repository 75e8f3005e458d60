"""Questions about what a graduate can show: skills and certificates."""

from __future__ import annotations

from typing import get_args

from mlcareerdata import _store as store
from mlcareerdata import models as m
from mlcareerdata._lookup._facts import accept
from mlcareerdata._table import Table


def skills() -> Table[m.Skill]:
    """The five skills that count most in a first job.

    >>> import mlcareerdata as mlc
    >>> mlc.skills()[-1].tools
    ('Git', 'cloud platforms')
    """
    return store.SKILLS.table()


def skill(name: str | m.Skill) -> m.Skill:
    """One skill.

    >>> import mlcareerdata as mlc
    >>> mlc.skill("feature engineering").id
    'data-preparation'
    """
    return store.SKILLS.find(name)


def platforms() -> Table[m.Platform]:
    """What certificates are about: three clouds, and no vendor's.

    >>> import mlcareerdata as mlc
    >>> [platform.id for platform in mlc.platforms()]
    ['aws', 'google-cloud', 'vendor-neutral', 'azure']
    """
    return store.PLATFORMS.table()


def platform(name: str | m.Platform) -> m.Platform:
    """One platform.

    >>> import mlcareerdata as mlc
    >>> mlc.platform("Microsoft Azure").id
    'azure'
    """
    return store.PLATFORMS.find(name)


def certifications() -> Table[m.Certification]:
    """All certificates; those that the article recommends come first.

    >>> import mlcareerdata as mlc
    >>> mlc.certifications()[0].name
    'AWS Certified Machine Learning - Specialty'
    """
    return store.CERTIFICATIONS.table()


def certification(name: str | m.Certification) -> m.Certification:
    """One certificate, by its id, its name or an exam code.

    >>> import mlcareerdata as mlc
    >>> mlc.certification("CAP").issuer
    'INFORMS'
    """
    return store.CERTIFICATIONS.find(name)


def certs_for(
    platform: str | m.Platform, *, status: m.CertificationStatus | None = None
) -> Table[m.Certification]:
    """The certificates on one platform.

    Those that can be earned come before retired ones, and within each those that the article
    recommends come first. With `status`, only those of that status.

    Raises:
        ValueError: `status` is neither ``"active"`` nor ``"retired"``.

    >>> import mlcareerdata as mlc
    >>> [cert.id for cert in mlc.certs_for("vendor-neutral")]
    ['certified-analytics-professional']
    """
    accept("status", status, get_args(m.CertificationStatus))
    wanted = store.PLATFORMS.find(platform).id
    found = store.CERTIFICATIONS.table().filter(
        lambda cert: cert.platform == wanted and status in (None, cert.status)
    )
    return found.sorted(lambda cert: (cert.status == "retired", not cert.recommended))
