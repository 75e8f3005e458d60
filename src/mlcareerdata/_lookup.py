"""What people ask. Each function is a thin question to one or two tables of the store.

One record is found by an id, a name, a listed alias or the record itself; upper and lower case,
white space, dashes, underscores, slashes and ``&`` for ``and`` make no difference, anything else
does. All of them raise `UnknownNameError` for a name that nothing has, `NotReportedError` for a
known name without that fact, `TypeError` for what is neither a string nor such a record, and
`DataIntegrityError` if the packaged data is damaged.
"""

from __future__ import annotations

from typing import Final, TypeVar, get_args

from mlcareerdata import _store as store
from mlcareerdata import models as m
from mlcareerdata._table import Table
from mlcareerdata.errors import NotReportedError
from mlcareerdata.ids import SourceId
from mlcareerdata.models._record import CitedRecord

F = TypeVar("F", bound=CitedRecord)
W = TypeVar("W", m.Wages, m.Projection)

_ARTICLE: Final[SourceId] = "bouchrika-2026"


# --- Roles -----------------------------------------------------------------------------------


def roles() -> Table[m.Role]:
    """The nine roles, in the order in which the article names them first.

    >>> import mlcareerdata as mlc
    >>> [role.id for role in mlc.roles()][:3]
    ['machine-learning-engineer', 'data-scientist', 'ai-research-assistant']
    """
    return store.ROLES.table()


def role(name: str | m.Role) -> m.Role:
    """One role.

    >>> import mlcareerdata as mlc
    >>> mlc.role("ML engineer").id
    'machine-learning-engineer'
    """
    return store.ROLES.find(name)


def entry_profiles() -> Table[m.EntryProfile]:
    """What roles ask of somebody in a first job (the article has it for four of them).

    >>> import mlcareerdata as mlc
    >>> len(mlc.entry_profiles())
    4
    """
    return store.ENTRY_PROFILES.table()


def entry_profile(role: str | m.Role) -> m.EntryProfile:
    """What one role asks of somebody in a first job.

    >>> import mlcareerdata as mlc
    >>> mlc.entry_profile("data scientist").collaboration
    'Explains complex findings to people who run the business.'
    """
    return _fact_of_role(store.ENTRY_PROFILES, role)


def salary_ranges(
    role: str | m.Role | None = None, *, level: m.Level | None = None
) -> Table[m.SalaryRange]:
    """Ranges of pay in whole US dollars a year: for all roles, or for one.

    For a role: the article's range where it has one, the entry-level range advertised in
    postings where there are 30 or more, then the official middle half (``"p25-p75"``, with the
    median) and ``"p10-p90"`` of its occupation. The official ones are for all levels of
    experience and for every role of that occupation. Without a role, the market-wide ranges
    (their `role` is ``None``) are among them.

    Raises:
        ValueError: `level` is neither ``"entry"`` nor ``"all"``.

    >>> import mlcareerdata as mlc
    >>> for r in mlc.salary_ranges("data scientist"):
    ...     print(r)
    $85,000-$115,000 a year (Bouchrika 2026)
    $79,310-$137,000 a year, advertised (aijobs.net 2025)
    $85,660-$158,880 a year, p25-p75, all levels (BLS OEWS 2025)
    $67,240-$199,130 a year, p10-p90, all levels (BLS OEWS 2025)
    """
    _accept("level", level, get_args(m.Level))
    found = store.SALARY_RANGES.table()
    if role is not None:
        wanted = store.ROLES.find(role).id
        found = found.filter(lambda record: record.role == wanted)
    return found if level is None else found.filter(lambda record: record.level == level)


def salary_range(role: str | m.Role) -> m.SalaryRange:
    """The article's own range of pay for one role, in whole US dollars a year.

    >>> import mlcareerdata as mlc
    >>> r = mlc.salary_range("ML engineer")
    >>> r.low, r.high, r.level
    (95000, 125000, 'entry')
    >>> print(r)
    $95,000-$125,000 a year (Bouchrika 2026)
    """
    wanted = store.ROLES.find(role).id
    known = {r.role: r for r in store.SALARY_RANGES.table() if r.role and _of_the_article(r)}
    if wanted not in known:
        hint = f"(advertised and official pay: salary_ranges({wanted!r}))"
        raise NotReportedError("role", wanted, "salary range", tuple(known), hint)
    return known[wanted]


def remote_fits() -> Table[m.RemoteFit]:
    """How roles go remote (the article has it for four of them).

    >>> import mlcareerdata as mlc
    >>> [fit.role for fit in mlc.remote_fits()][-1]
    'data-analyst'
    """
    return store.REMOTE_FITS.table()


def remote_fit(role: str | m.Role) -> m.RemoteFit:
    """How one role goes remote.

    >>> import mlcareerdata as mlc
    >>> mlc.remote_fit("data analyst").challenge
    'Casual feedback is scarce.'
    """
    return _fact_of_role(store.REMOTE_FITS, role)


def growth_paths() -> Table[m.GrowthPath]:
    """Where roles lead in the long run (the article has it for four of them).

    >>> import mlcareerdata as mlc
    >>> mlc.growth_paths()[0].role
    'data-scientist'
    """
    return store.GROWTH_PATHS.table()


def growth_path(role: str | m.Role) -> m.GrowthPath:
    """Where one role leads in the long run.

    >>> import mlcareerdata as mlc
    >>> mlc.growth_path("ML specialist").leads_to[0]
    'research and development'
    """
    return _fact_of_role(store.GROWTH_PATHS, role)


def crosswalks() -> Table[m.Crosswalk]:
    """The official codes that each role maps to: SOC, O*NET, ISCO, ESCO.

    >>> import mlcareerdata as mlc
    >>> len(mlc.crosswalks())
    9
    """
    return store.CROSSWALKS.table()


def crosswalk(role: str | m.Role) -> m.Crosswalk:
    """The official codes that one role maps to.

    >>> import mlcareerdata as mlc
    >>> mlc.crosswalk("BI analyst").onet_title
    'Business Intelligence Analysts'
    """
    return _fact_of_role(store.CROSSWALKS, role)


def occupation_for(role: str | m.Role) -> m.Occupation:
    """The official occupation that one role maps to. Which one is a judgement: see `crosswalk`.

    >>> import mlcareerdata as mlc
    >>> mlc.occupation_for("data scientist").id
    '15-2051'
    """
    return store.OCCUPATIONS.find(crosswalk(role).occupation)


# --- Official occupations --------------------------------------------------------------------


def occupations() -> Table[m.Occupation]:
    """The official occupations that the roles map to.

    >>> import mlcareerdata as mlc
    >>> [occupation.id for occupation in mlc.occupations()]
    ['15-2051', '15-1221', '15-1252', '15-1299']
    """
    return store.OCCUPATIONS.table()


def occupation(name: str | m.Occupation) -> m.Occupation:
    """One official occupation, by its SOC code, an O*NET code or its title.

    >>> import mlcareerdata as mlc
    >>> mlc.occupation("Software Developers").id
    '15-1252'
    """
    return store.OCCUPATIONS.find(name)


def wages(occupation: str | m.Occupation | None = None) -> Table[m.Wages]:
    """Official wages in US dollars a year, all levels of experience, newest first.

    With an occupation, only its own.

    >>> import mlcareerdata as mlc
    >>> mlc.wages(mlc.occupation_for("data scientist"))[0].p50
    120230
    """
    return _of_occupation(store.WAGES, occupation)


def projections(occupation: str | m.Occupation | None = None) -> Table[m.Projection]:
    """Official projections of employment, newest first.

    With an occupation, only its own; one without any gives an empty table.

    >>> import mlcareerdata as mlc
    >>> newest = mlc.projections("15-1252")[0]
    >>> newest.growth_percent, newest.covers
    (10.0, ('15-1252', '15-1253'))
    """
    return _of_occupation(store.PROJECTIONS, occupation)


# --- Industries ------------------------------------------------------------------------------


def industries() -> Table[m.Industry]:
    """The six industries.

    >>> import mlcareerdata as mlc
    >>> len(mlc.industries())
    6
    """
    return store.INDUSTRIES.table()


def industry(name: str | m.Industry) -> m.Industry:
    """One industry.

    >>> import mlcareerdata as mlc
    >>> mlc.industry("Finance & Fintech").id
    'finance'
    """
    return store.INDUSTRIES.find(name)


def industry_demand() -> Table[m.IndustryDemand]:
    """Why industries want graduates (the article has it for four of them).

    >>> import mlcareerdata as mlc
    >>> mlc.industry_demand()[1].label
    'Financial Services and Insurance'
    """
    return store.INDUSTRY_DEMAND.table()


def demand_in(industry: str | m.Industry) -> m.IndustryDemand:
    """Why one industry wants graduates, and which.

    >>> import mlcareerdata as mlc
    >>> mlc.demand_in("finance").applications
    ('modelling of market behaviour', 'fraud detection', 'risk management')
    """
    return _fact_of_industry(store.INDUSTRY_DEMAND, industry, "account of demand")


def industry_pay() -> Table[m.IndustryPay]:
    """The five industries that pay beginners most, in the article's order.

    >>> import mlcareerdata as mlc
    >>> [pay.industry for pay in mlc.industry_pay()][:2]
    ['finance', 'technology']
    """
    return store.INDUSTRY_PAY.table()


def pay_in(industry: str | m.Industry) -> m.IndustryPay:
    """One industry's place among those that pay beginners most.

    >>> import mlcareerdata as mlc
    >>> mlc.pay_in("fintech").position
    1
    """
    return _fact_of_industry(store.INDUSTRY_PAY, industry, "place in the order of pay")


def industry_hiring() -> Table[m.IndustryHiring]:
    """Whether industries hire graduates without experience (four of them).

    >>> import mlcareerdata as mlc
    >>> [hiring.stance for hiring in mlc.industry_hiring()]
    ['open', 'open', 'exposure-expected', 'exposure-expected']
    """
    return store.INDUSTRY_HIRING.table()


def hiring_in(industry: str | m.Industry) -> m.IndustryHiring:
    """Whether one industry hires graduates without experience.

    >>> import mlcareerdata as mlc
    >>> mlc.hiring_in("tech").stance
    'open'
    """
    return _fact_of_industry(store.INDUSTRY_HIRING, industry, "stance on hiring")


# --- Skills and certificates -----------------------------------------------------------------


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
    _accept("status", status, get_args(m.CertificationStatus))
    wanted = store.PLATFORMS.find(platform).id
    found = store.CERTIFICATIONS.table().filter(
        lambda cert: cert.platform == wanted and status in (None, cert.status)
    )
    return found.sorted(lambda cert: (cert.status == "retired", not cert.recommended))


# --- Claims ----------------------------------------------------------------------------------


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
    _accept("topic", topic, get_args(m.Topic))
    _accept("kind", kind, get_args(m.FindingKind))
    if topic is None and kind is None:
        return store.FINDINGS.table()
    return store.FINDINGS.table().filter(
        lambda finding: topic in (None, finding.topic) and kind in (None, finding.kind)
    )


def finding(id: str | m.Finding) -> m.Finding:
    """One claim or recommendation, by its id.

    >>> import mlcareerdata as mlc
    >>> mlc.finding("growth-in-graduates").value
    12.0
    """
    return store.FINDINGS.find(id, "(findings() has them all)")


def faqs() -> Table[m.Faq]:
    """The four questions that the article answers at its end.

    >>> import mlcareerdata as mlc
    >>> len(mlc.faqs())
    4
    """
    return store.FAQS.table()


def faq(id: str | m.Faq) -> m.Faq:
    """One question with its answer, by its id.

    >>> import mlcareerdata as mlc
    >>> mlc.faq("specialise-or-generalise").question
    'Should I specialise early or stay broad?'
    """
    return store.FAQS.find(id)


def perspectives() -> Table[m.Perspective]:
    """What five graduates went through, retold; the article names three of them.

    >>> import mlcareerdata as mlc
    >>> [perspective.who for perspective in mlc.perspectives()]
    [None, None, 'Augustus', 'Antonio', 'Julian']
    """
    return store.PERSPECTIVES.table()


def perspective(id: str | m.Perspective) -> m.Perspective:
    """What one graduate went through, by its id.

    >>> import mlcareerdata as mlc
    >>> mlc.perspective("julian").themes
    ('competition', 'hybrid roles', 'patience')
    """
    return store.PERSPECTIVES.find(id)


def sources() -> Table[m.Source]:
    """The documents that facts are from, and those that the article credits.

    >>> import mlcareerdata as mlc
    >>> mlc.sources()[0].id
    'bouchrika-2026'
    """
    return store.SOURCES.table()


def source(id: str | m.Source) -> m.Source:
    """One document, by its id.

    >>> import mlcareerdata as mlc
    >>> mlc.source("gartner-2024").publisher
    'Gartner'
    """
    return store.SOURCES.find(id)


# --- Helpers ---------------------------------------------------------------------------------


def _fact_of_role(table: store.TableFile[F], name: str | m.Role) -> F:
    """The record that `table` has for a role."""
    return _fact(table, "role", store.ROLES.find(name).id, table.kind)


def _fact_of_industry(table: store.TableFile[F], name: str | m.Industry, fact: str) -> F:
    """The record that `table` has for an industry."""
    return _fact(table, "industry", store.INDUSTRIES.find(name).id, fact)


def _of_occupation(table: store.TableFile[W], name: str | m.Occupation | None) -> Table[W]:
    """All records that `table` has, or those for one occupation."""
    if name is None:
        return table.table()
    wanted = store.OCCUPATIONS.find(name).id
    return table.table().filter(lambda record: record.occupation == wanted)


def _fact(table: store.TableFile[F], kind: str, wanted: str, fact: str) -> F:
    found = table.get(wanted)
    if found is None:
        raise NotReportedError(kind, wanted, fact, table.ids())
    return found


def _of_the_article(record: m.SalaryRange) -> bool:
    return record.kind == "reported" and record.citations[0].source == _ARTICLE


def _accept(name: str, value: str | None, accepted: tuple[str, ...]) -> None:
    if value is not None and value not in accepted:
        raise ValueError(f"{name} must be {' or '.join(map(repr, accepted))}, not {value!r}")
