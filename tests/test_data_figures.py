"""Every figure and hard fact of the article, typed by hand from it, against what the library says.

The table comes first. It was typed from the article alone, without a look at the data, so that a
slip in one is not repeated in the other. It is about what the article says and nothing else:
official wages, advertised pay, further certificates and checks on findings have their own tests.

When a test fails: read the section it names again. If the data is wrong, correct the data. Change
the table only if the article was misread here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple, cast

import pytest

import mlcareerdata as mlc
from mlcareerdata.ids import CertificationId, IndustryId, PlatformId, RoleId, SkillId
from mlcareerdata.models import Certification, Citation, Finding, SalaryRange, Source, Stance
from mlcareerdata.models._provenance import CitedRecord

ARTICLE = "bouchrika-2026"

# --- The table -------------------------------------------------------------------------------

SECTIONS = (
    "introduction",
    "key-benefits",
    "entry-level-jobs",
    "strongest-demand",
    "highest-salaries",
    "best-paying-industries",
    "valuable-skills",
    "hiring-without-experience",
    "certifications",
    "remote-jobs",
    "competition",
    "long-term-growth",
    "graduates",
    "questions",
)

NACE = "National Association of Colleges and Employers"
BLS = "U.S. Bureau of Labor Statistics"
NSF = "National Science Foundation"


class Credit(NamedTuple):
    """Whom the article credits: a publisher (none if it is too vague to find), and the year."""

    publisher: str | None
    year: int | None


# Everybody whom the article credits, by section.
CREDITS: dict[str, tuple[Credit, ...]] = {
    "introduction": (Credit(NACE, 2024),),
    "key-benefits": (Credit(None, 2024),),
    "entry-level-jobs": (Credit(BLS, None),),
    "best-paying-industries": (
        Credit(None, None),
        Credit(BLS, 2024),
        Credit("Salary.com", 2024),
    ),
    "hiring-without-experience": (Credit(BLS, 2024),),
    "competition": (Credit(NSF, 2024), Credit("Gartner", 2024)),
    "long-term-growth": (Credit(None, 2024),),
}


class Range(NamedTuple):
    """A range of pay: role (none if market-wide), section, ends, and whom the article credits."""

    role: RoleId | None
    section: str
    low: int
    high: int
    open_ended: bool = False
    credited: tuple[Credit, ...] = ()


RANGES = (
    Range("machine-learning-engineer", "highest-salaries", 95_000, 125_000),
    Range("ai-research-scientist", "highest-salaries", 90_000, 120_000),
    Range("data-scientist", "highest-salaries", 85_000, 115_000),
    Range("software-engineer-ml", "highest-salaries", 85_000, 110_000),
    Range(None, "entry-level-jobs", 75_000, 110_000),
    Range(
        None,
        "best-paying-industries",
        80_000,
        120_000,
        open_ended=True,
        credited=(Credit(BLS, 2024), Credit("Salary.com", 2024)),
    ),
    Range(None, "competition", 80_000, 120_000, credited=(Credit("Gartner", 2024),)),
)


class Share(NamedTuple):
    """A percentage: unit, section, hedge, whom the article credits, year, what it is about."""

    percent: int
    unit: str
    section: str
    comparison: str
    credited: tuple[Credit, ...]
    year: int | None
    topic: str
    about: str


SHARES = (
    Share(17, "percent", "entry-level-jobs", "about", (Credit(BLS, None),), None, "demand", "grow"),
    Share(60, "percent", "certifications", "over", (), None, "certifications", "posting"),
    Share(
        12,
        "percent a year",
        "competition",
        "over",
        (Credit(NSF, 2024),),
        2024,
        "competition",
        "graduate",
    ),
)

# Numbers of the article that are neither pay nor a percentage nor the year of a credit.
OTHER_FIGURES: dict[str, tuple[str, ...]] = {"strongest-demand": ("4.0",)}


class Named(NamedTuple):
    """A role: whether it is a typical one, what the article calls it where, and all sections."""

    id: RoleId
    typical: bool
    entry: str | None
    remote: str | None
    growth: str | None
    pay: str | None
    sections: frozenset[str]


ROLES = (
    Named(
        "machine-learning-engineer",
        typical=True,
        entry="Machine Learning Engineer",
        remote="Machine Learning Engineer",
        growth=None,
        pay="Machine Learning Engineer",
        sections=frozenset({"entry-level-jobs", "highest-salaries", "remote-jobs", "competition"}),
    ),
    Named(
        "data-scientist",
        typical=True,
        entry="Data Scientist",
        remote="Data Scientist",
        growth="Data Scientist",
        pay="Data Scientist",
        sections=frozenset(
            {
                "entry-level-jobs",
                "highest-salaries",
                "remote-jobs",
                "competition",
                "long-term-growth",
            }
        ),
    ),
    Named(
        "ai-research-assistant",
        typical=True,
        entry="AI Research Assistant or Junior Research Scientist",
        remote="AI Research Assistant",
        growth=None,
        pay=None,
        sections=frozenset({"entry-level-jobs", "remote-jobs", "competition"}),
    ),
    Named(
        "business-intelligence-analyst",
        typical=False,
        entry="Business Intelligence Analyst with ML Focus",
        remote=None,
        growth="Business Intelligence Analyst",
        pay=None,
        sections=frozenset({"entry-level-jobs", "long-term-growth"}),
    ),
    Named(
        "ai-research-scientist",
        typical=False,
        entry=None,
        remote=None,
        growth=None,
        pay="AI Research Scientist",
        sections=frozenset({"highest-salaries"}),
    ),
    Named(
        "software-engineer-ml",
        typical=True,
        entry=None,
        remote=None,
        growth=None,
        pay="Software Engineer with ML Focus",
        sections=frozenset({"highest-salaries", "competition"}),
    ),
    Named(
        "data-analyst",
        typical=True,
        entry=None,
        remote="Data Analyst",
        growth=None,
        pay=None,
        sections=frozenset({"remote-jobs", "competition"}),
    ),
    Named(
        "ai-engineer",
        typical=False,
        entry=None,
        remote=None,
        growth="AI Engineer",
        pay=None,
        sections=frozenset({"long-term-growth"}),
    ),
    Named(
        "machine-learning-specialist",
        typical=False,
        entry=None,
        remote=None,
        growth="Machine Learning Specialist",
        pay=None,
        sections=frozenset({"long-term-growth"}),
    ),
)

# The other lists have the order of the roles above; this one has its own.
GROWTH_ORDER: tuple[RoleId, ...] = (
    "data-scientist",
    "ai-engineer",
    "machine-learning-specialist",
    "business-intelligence-analyst",
)

# Best paid first.
BEST_PAYING: tuple[tuple[IndustryId, str], ...] = (
    ("finance", "Finance and Fintech"),
    ("technology", "Technology and Software Development"),
    ("healthcare", "Healthcare and Pharmaceuticals"),
    ("automotive", "Automotive and Autonomous Vehicles"),
    ("telecommunications", "Telecommunications and Data Services"),
)

STRONGEST_DEMAND: tuple[tuple[IndustryId, str], ...] = (
    ("technology", "Technology and Software Development"),
    ("finance", "Financial Services and Insurance"),
    ("healthcare", "Healthcare and Life Sciences"),
    ("automotive", "Manufacturing and Automotive"),
)

HIRING: dict[IndustryId, Stance] = {
    "technology": "open",
    "consulting": "open",
    "healthcare": "exposure-expected",
    "finance": "exposure-expected",
}

# A skill, and the tools that the article names (products by name).
SKILLS: tuple[tuple[SkillId, tuple[str, ...]], ...] = (
    ("programming-and-frameworks", ("Python", "TensorFlow", "PyTorch")),
    ("data-preparation", ()),
    ("domain-expertise", ()),
    ("communication-and-teamwork", ()),
    ("version-control-and-cloud", ("Git",)),
)

# A certificate, the name that the article gives it, and its platform.
CERTIFICATES: tuple[tuple[CertificationId, str, PlatformId], ...] = (
    ("aws-machine-learning-specialty", "AWS Certified Machine Learning - Specialty", "aws"),
    (
        "google-professional-ml-engineer",
        "Google Professional Machine Learning Engineer",
        "google-cloud",
    ),
    ("certified-analytics-professional", "Certified Analytics Professional", "vendor-neutral"),
    ("azure-data-scientist-associate", "Microsoft Azure Data Scientist Associate", "azure"),
)

# Graduates in order; two have no name.
GRADUATES: tuple[tuple[str | None, str], ...] = (
    (None, "strongest-demand"),
    (None, "valuable-skills"),
    ("Augustus", "graduates"),
    ("Antonio", "graduates"),
    ("Julian", "graduates"),
)

# The questions at the end, in order, each by words that it cannot do without.
QUESTIONS = (
    r"theor.*practi|practi.*theor",
    r"speciali[sz]",
    r"learn|teach",
    r"onboarding|structured",
)

# Things that the article names, which a record of that section must name too.
THINGS: tuple[tuple[str, str], ...] = tuple(
    (section, thing)
    for section, things in {
        "introduction": (
            "language processing",
            "computer vision",
            "predictive analytics",
            "communicat",
        ),
        "key-benefits": ("deploy", "at scale", "speciali[sz]ed"),
        "entry-level-jobs": (
            "finance",
            "healthcare",
            "manufacturing",
            "region",
            "feature engineering|engineers features",
            "PhD",
        ),
        "strongest-demand": (
            "language processing",
            "fraud",
            "risk management",
            "compliance",
            "precision medicine",
            "imag",
            "bioinformatics",
            "drug discovery",
            "privacy",
            r"Industry 4\.0",
            "autonomous",
            "IoT|internet of things",
            "real.time",
        ),
        "highest-salaries": ("TensorFlow", "PyTorch", "finance", "healthcare", "cloud", "agile"),
        "best-paying-industries": (
            "algorithmic trading|trading by algorithm",
            "fraud",
            "credit.risk",
            "language processing",
            "computer vision",
            "diagnos",
            "drug discovery",
            "perception",
            "safety",
            "network",
            "conditional",
        ),
        "valuable-skills": ("Python", "TensorFlow", "PyTorch", "Git", "cloud"),
        "hiring-without-experience": (
            "internship",
            "assistantship",
            "capstone",
            "certifi",
            "open.source",
            "compliance",
            "data.driven",
            "client.facing|clients",
        ),
        "certifications": ("GitHub", "Kaggle", "Azure", "Google Cloud", "start-?ups"),
        "remote-jobs": ("notebook", "dashboard", "version control", "mentor", "software"),
        "competition": (
            "technology",
            "finance",
            "healthcare",
            "automotive",
            "TensorFlow",
            "PyTorch",
            "internship",
        ),
        "long-term-growth": (
            "R&D|research and development",
            "consulting",
            "conditional",
            "tutoring",
        ),
        "graduates": ("open.source", "interview", "licen[cs]", "internship", "data engineering"),
        "questions": ("mentor", "data engineering", "product management", "onboarding"),
    }.items()
    for thing in things
)

# --- What the library says -------------------------------------------------------------------


def _tables() -> dict[str, tuple[CitedRecord, ...]]:
    """Every table whose records can be the article's, by the name of its file."""
    return {
        "roles": tuple(mlc.roles()),
        "entry_profiles": tuple(mlc.entry_profiles()),
        "salary_ranges": _reported(),
        "remote_fits": tuple(mlc.remote_fits()),
        "growth_paths": tuple(mlc.growth_paths()),
        "industries": tuple(mlc.industries()),
        "industry_demand": tuple(mlc.industry_demand()),
        "industry_pay": tuple(mlc.industry_pay()),
        "industry_hiring": tuple(mlc.industry_hiring()),
        "skills": tuple(mlc.skills()),
        "platforms": tuple(mlc.platforms()),
        "certifications": tuple(c for c in mlc.certifications() if c.recommended),
        "findings": tuple(mlc.findings()),
        "faqs": tuple(mlc.faqs()),
        "perspectives": tuple(mlc.perspectives()),
    }


def _reported() -> tuple[SalaryRange, ...]:
    """The ranges of pay that are the article's, and neither official nor advertised."""
    return tuple(r for r in mlc.salary_ranges() if r.kind == "reported" and _own(r))


def _own(record: CitedRecord) -> tuple[Citation, ...]:
    """The record's citations of the article."""
    return tuple(citation for citation in record.citations if citation.source == ARTICLE)


def _records() -> Iterator[tuple[str, CitedRecord]]:
    """Every record that cites the article, with a name for messages."""
    for name, table in _tables().items():
        for place, record in enumerate(table):
            if _own(record):
                yield f"{name}.json, record {place + 1} ({record!r})", record


def _sections(record: CitedRecord) -> set[str]:
    return {citation.section for citation in _own(record) if citation.section}


def _credits(record: CitedRecord, section: str) -> set[Credit]:
    """Whom the article credits for a record in a section."""
    return {
        _credit(mlc.source(name))
        for citation in _own(record)
        if citation.section == section
        for name in citation.attributed_to
    }


def _credit(source: Source) -> Credit:
    return Credit(source.publisher, int(source.published[:4]) if source.published else None)


# Fields that are no prose of the article's, or that later facts from elsewhere fill.
_NOT_PROSE = frozenset(
    {"id", "role", "industry", "platform", "aliases", "naics", "check", "citations", "currency"}
    | {"period", "region", "level", "kind", "stance", "issuer", "status", "unit", "comparison"}
)
_OF_CERTIFICATE = frozenset({"name", "validates", "helps_because", "suits"})


def _prose(record: CitedRecord) -> Iterator[tuple[str, str]]:
    """Field and text of everything that the record says in words."""
    for name, value in record:
        if name in _NOT_PROSE:
            continue
        if isinstance(record, Certification) and name not in _OF_CERTIFICATE:
            continue
        for text in cast("tuple[object, ...]", value) if isinstance(value, tuple) else (value,):
            if isinstance(text, str):
                yield name, text


_NUMBER = re.compile(r"\$?\d[\d,]*(?:\.\d+)?(?:\s*(?:%|per\s?cent\b))?")


def _figures_in(text: str) -> Iterator[str]:
    for found in _NUMBER.findall(text):
        number = re.sub(r"\s*(%|per\s?cent)$", "%", found.rstrip(",")).rstrip(",")
        yield number


def _figures_of(record: CitedRecord) -> Iterator[tuple[str, str]]:
    """Field and figure of every figure that the record states, in words or as a number."""
    for name, text in _prose(record):
        for figure in _figures_in(text):
            yield name, figure
    if isinstance(record, SalaryRange):
        for name, dollars in (("low", record.low), ("high", record.high)):
            yield name, f"${dollars:,}"
        if record.median is not None:
            yield "median", f"${record.median:,}"
    if isinstance(record, Finding) and record.value is not None:
        yield "value", f"{record.value:g}{'%' if (record.unit or '').startswith('percent') else ''}"
    if isinstance(record, (Finding, SalaryRange)) and record.year is not None:
        yield "year", str(record.year)


def _expected_figures() -> set[tuple[str, str]]:
    """Section and figure of every figure in the table."""
    figures = {(s, f) for s, numbers in OTHER_FIGURES.items() for f in numbers}
    figures |= {(r.section, f"${end:,}") for r in RANGES for end in (r.low, r.high)}
    figures |= {(share.section, f"{share.percent}%") for share in SHARES}
    figures |= {(s, str(c.year)) for s, named in CREDITS.items() for c in named if c.year}
    return figures


def _differs(what: str, section: str, article: object, library: object, file: str) -> str:
    return (
        f"{what}: the article (section {section}) says {article!r}, the library {library!r}. "
        f"Read that section again, then correct data/{file}.json; change the table in "
        f"{__name__.rpartition('.')[2]} only if the article was misread there."
    )


# --- Pay -------------------------------------------------------------------------------------


def _range(expected: Range) -> SalaryRange:
    if expected.role is not None:
        return mlc.salary_range(expected.role)
    found = [
        record
        for record in _reported()
        if record.role is None and expected.section in _sections(record)
    ]
    assert len(found) == 1, _differs(
        "market-wide range", expected.section, "one range", found, "salary_ranges"
    )
    return found[0]


@pytest.mark.parametrize("expected", RANGES, ids=lambda r: f"{r.role or 'market'}-{r.section}")
def test_pay_is_that_of_the_article(expected: Range) -> None:
    record = _range(expected)
    what = f"pay of {expected.role or 'the market'}"
    for name, said, answer in (
        ("low end", expected.low, record.low),
        ("high end", expected.high, record.high),
        ("open above", expected.open_ended, record.open_ended),
        ("sections", {expected.section}, _sections(record)),
        ("credited", set(expected.credited), _credits(record, expected.section)),
        ("level", "entry", record.level),
        ("median", None, record.median),
        ("sample size", None, record.sample_size),
        ("unit", ("USD", "year", "US"), (record.currency, record.period, record.region)),
    ):
        assert answer == said, _differs(
            f"{what}, {name}", expected.section, said, answer, "salary_ranges"
        )
    years = {None, *(credit.year for credit in expected.credited)}
    assert record.year in years, _differs(
        f"{what}, year", expected.section, years, record.year, "salary_ranges"
    )


def test_the_article_has_seven_ranges_of_pay() -> None:
    said = [(r.role, r.low, r.high) for r in RANGES]
    answer = [(r.role, r.low, r.high) for r in _reported()]
    assert sorted(answer, key=str) == sorted(said, key=str), _differs(
        "ranges of pay", "highest-salaries and three others", said, answer, "salary_ranges"
    )


@pytest.mark.parametrize("expected", RANGES, ids=lambda r: f"{r.role or 'market'}-{r.section}")
def test_amounts_at_and_beyond_the_ends(expected: Range) -> None:
    record = _range(expected)
    amounts = (expected.low - 1, expected.low, expected.high, expected.high + 1)
    said = (False, True, True, expected.open_ended)
    answer = tuple(amount in record for amount in amounts)
    assert answer == said, _differs(
        f"whether {amounts} are in the range", expected.section, said, answer, "salary_ranges"
    )


# --- Percentages -----------------------------------------------------------------------------


@pytest.mark.parametrize("share", SHARES, ids=lambda s: f"{s.percent}-percent")
def test_percentages_are_those_of_the_article(share: Share) -> None:
    found = [f for f in mlc.findings() if f.value == share.percent and _own(f)]
    assert len(found) == 1, _differs(
        f"{share.percent} percent", share.section, "one finding", found, "findings"
    )
    (record,) = found
    for name, said, answer in (
        ("unit", share.unit, record.unit),
        ("hedge", share.comparison, record.comparison),
        ("sections", {share.section}, _sections(record)),
        ("credited", set(share.credited), _credits(record, share.section)),
        ("year", share.year, record.year),
        ("topic", share.topic, record.topic),
        ("kind", "claim", record.kind),
    ):
        assert answer == said, _differs(
            f"{share.percent} percent, {name}", share.section, said, answer, "findings"
        )
    assert f"{share.percent}%" in set(_figures_in(record.statement)), _differs(
        "the figure in words", share.section, f"{share.percent}%", record.statement, "findings"
    )
    assert re.search(share.about, record.statement, re.IGNORECASE), _differs(
        f"what {share.percent} percent are about",
        share.section,
        share.about,
        record.statement,
        "findings",
    )


def test_the_article_has_three_percentages() -> None:
    said = {float(share.percent) for share in SHARES}
    answer = {f.value for f in mlc.findings() if f.value is not None and _own(f)}
    assert answer == said, _differs(
        "percentages", "entry-level-jobs and others", said, answer, "findings"
    )


# --- Who says so -----------------------------------------------------------------------------


@pytest.mark.parametrize("section", SECTIONS)
def test_whom_the_article_credits(section: str) -> None:
    answer = {credit for _, record in _records() for credit in _credits(record, section)}
    said = set(CREDITS.get(section, ()))
    assert answer == said, _differs("credited", section, said, answer, "sources (or a citation)")


def test_credits_that_are_too_vague_to_find_say_so() -> None:
    for _, record in _records():
        for citation in _own(record):
            for name in citation.attributed_to:
                source = mlc.source(name)
                assert source.publisher or source.note, (
                    f"The article names no publisher of {name}: say so in its note in "
                    "data/sources.json."
                )


def test_the_article_itself() -> None:
    source = mlc.source(ARTICLE)
    answer = (source.author, source.published, source.kind)
    assert answer == ("Imed Bouchrika", "2026", "article"), _differs(
        "author, year and kind of the article",
        "introduction",
        ("Imed Bouchrika", "2026", "article"),
        answer,
        "sources",
    )


@pytest.mark.parametrize("section", SECTIONS)
def test_every_section_has_a_record(section: str) -> None:
    assert any(section in _sections(record) for _, record in _records()), (
        f"No record cites section {section} of the article: add what it says to the data."
    )


def test_citations_name_sections_of_the_article() -> None:
    for name, record in _records():
        for citation in _own(record):
            assert citation.section in SECTIONS, (
                f"{name} cites section {citation.section!r}, which the article does not have: "
                f"name one of {', '.join(SECTIONS)}."
            )


_TABLE_SECTIONS: dict[str, set[str]] = {
    "entry_profiles": {"entry-level-jobs"},
    "remote_fits": {"remote-jobs"},
    "growth_paths": {"long-term-growth"},
    "industry_demand": {"strongest-demand"},
    "industry_pay": {"best-paying-industries"},
    "industry_hiring": {"hiring-without-experience"},
    "skills": {"valuable-skills"},
    "certifications": {"certifications"},
    "platforms": {"certifications"},
    "faqs": {"questions"},
}


@pytest.mark.parametrize("table", _TABLE_SECTIONS)
def test_lists_cite_the_section_that_they_are_from(table: str) -> None:
    for record in _tables()[table]:
        if _own(record):
            said = _TABLE_SECTIONS[table]
            assert _sections(record) == said, _differs(
                f"where {record!r} stands", _only(table), said, _sections(record), table
            )


# --- Roles -----------------------------------------------------------------------------------


def test_roles_are_the_nine_of_the_article_in_its_order() -> None:
    said = [role.id for role in ROLES]
    answer = [role.id for role in mlc.roles() if _own(role)]
    assert answer == said, _differs("roles", "entry-level-jobs and others", said, answer, "roles")


@pytest.mark.parametrize("expected", ROLES, ids=lambda role: role.id)
def test_what_the_article_says_about_a_role(expected: Named) -> None:
    role = mlc.role(expected.id)
    assert role.typical is expected.typical, _differs(
        f"whether {expected.id} is a typical first role",
        "competition",
        expected.typical,
        role.typical,
        "roles",
    )
    assert _sections(role) <= expected.sections, _differs(
        f"sections that name {expected.id}",
        "all",
        sorted(expected.sections),
        sorted(_sections(role)),
        "roles",
    )
    if expected.typical:
        assert "competition" in _sections(role), _differs(
            f"where {expected.id} is called typical",
            "competition",
            "competition",
            sorted(_sections(role)),
            "roles",
        )
    for file, section, said, labels in (
        (
            "entry_profiles",
            "entry-level-jobs",
            expected.entry,
            {r.role: r.label for r in mlc.entry_profiles() if _own(r)},
        ),
        (
            "remote_fits",
            "remote-jobs",
            expected.remote,
            {r.role: r.label for r in mlc.remote_fits() if _own(r)},
        ),
        (
            "growth_paths",
            "long-term-growth",
            expected.growth,
            {r.role: r.label for r in mlc.growth_paths() if _own(r)},
        ),
        (
            "salary_ranges",
            "highest-salaries",
            expected.pay,
            {r.role: r.label for r in _reported() if r.role},
        ),
    ):
        answer = labels.get(expected.id)
        assert answer == said, _differs(
            f"what {expected.id} is called there", section, said, answer, file
        )


def test_five_roles_are_typical() -> None:
    said = {role.id for role in ROLES if role.typical}
    assert len(said) == 5
    answer = {role.id for role in mlc.roles() if role.typical}
    assert answer == said, _differs("typical roles", "competition", said, answer, "roles")


def test_role_lists_keep_the_order_of_the_article() -> None:
    for file, said, answer in (
        (
            "entry_profiles",
            tuple(role.id for role in ROLES if role.entry),
            tuple(r.role for r in mlc.entry_profiles() if _own(r)),
        ),
        ("growth_paths", GROWTH_ORDER, tuple(r.role for r in mlc.growth_paths() if _own(r))),
        (
            "remote_fits",
            tuple(role.id for role in ROLES if role.remote),
            tuple(r.role for r in mlc.remote_fits() if _own(r)),
        ),
    ):
        assert answer == said, _differs("order", _only(file), said, answer, file)


def _only(table: str) -> str:
    (section,) = _TABLE_SECTIONS[table]
    return section


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Junior Research Scientist", "ai-research-assistant"),
        ("Business Intelligence Analyst with ML Focus", "business-intelligence-analyst"),
        ("Software Engineer with ML Focus", "software-engineer-ml"),
        ("software engineer with machine learning specialization", "software-engineer-ml"),
        ("data analyst with machine learning focus", "data-analyst"),
    ],
)
def test_roles_are_found_by_the_names_that_the_article_uses(title: str, said: RoleId) -> None:
    answer = mlc.role(title).id
    assert answer == said, _differs(f"who is {title!r}", "entry-level-jobs", said, answer, "roles")


# --- Industries ------------------------------------------------------------------------------


def test_the_best_paying_industries_in_order() -> None:
    answer = tuple((r.industry, r.label) for r in mlc.industry_pay() if _own(r))
    assert answer == BEST_PAYING, _differs(
        "order of pay", "best-paying-industries", BEST_PAYING, answer, "industry_pay"
    )


@pytest.mark.parametrize(("position", "industry"), list(enumerate(dict(BEST_PAYING), 1)))
def test_the_place_of_an_industry(position: int, industry: IndustryId) -> None:
    answer = mlc.pay_in(industry).position
    assert answer == position, _differs(
        f"place of {industry}", "best-paying-industries", position, answer, "industry_pay"
    )


def test_the_industries_of_strongest_demand() -> None:
    answer = tuple((r.industry, r.label) for r in mlc.industry_demand() if _own(r))
    assert answer == STRONGEST_DEMAND, _differs(
        "industries", "strongest-demand", STRONGEST_DEMAND, answer, "industry_demand"
    )


def test_who_hires_without_experience() -> None:
    answer = {r.industry: r.stance for r in mlc.industry_hiring() if _own(r)}
    assert answer == HIRING, _differs(
        "stances", "hiring-without-experience", HIRING, answer, "industry_hiring"
    )


def test_the_six_industries() -> None:
    said = {industry for industry, _ in BEST_PAYING} | set(HIRING)
    answer = {industry.id for industry in mlc.industries() if _own(industry)}
    assert answer == said, _differs(
        "industries", "strongest-demand and others", said, answer, "industries"
    )


@pytest.mark.parametrize(("industry", "name"), [*BEST_PAYING, *STRONGEST_DEMAND])
def test_industries_are_found_by_the_names_that_the_article_uses(
    industry: IndustryId, name: str
) -> None:
    answer = mlc.industry(name).id
    assert answer == industry, _differs(
        f"which industry is {name!r}", "strongest-demand", industry, answer, "industries"
    )


# --- Skills and certificates -----------------------------------------------------------------


def test_the_five_skills_in_order() -> None:
    said = [skill for skill, _ in SKILLS]
    answer = [skill.id for skill in mlc.skills() if _own(skill)]
    assert answer == said, _differs("skills", "valuable-skills", said, answer, "skills")


@pytest.mark.parametrize(("skill", "tools"), SKILLS)
def test_the_tools_named_for_a_skill(skill: SkillId, tools: tuple[str, ...]) -> None:
    # Kinds of tools, such as "cloud platforms", are in lower case.
    named = tuple(tool for tool in mlc.skill(skill).tools if tool[0].isupper())
    assert named == tools, _differs(f"tools of {skill}", "valuable-skills", tools, named, "skills")


def test_the_four_recommended_certificates_in_order() -> None:
    said = [(name, platform) for name, _, platform in CERTIFICATES]
    answer = [(c.id, c.platform) for c in mlc.certifications() if c.recommended]
    assert answer == said, _differs(
        "certificates", "certifications", said, answer, "certifications"
    )


@pytest.mark.parametrize(("certificate", "name", "platform"), CERTIFICATES)
def test_a_recommended_certificate(
    certificate: CertificationId, name: str, platform: PlatformId
) -> None:
    answer = mlc.certification(name)
    assert answer.id == certificate, _differs(
        f"which certificate is {name!r}",
        "certifications",
        certificate,
        answer.id,
        "certifications",
    )
    found = {cert.id for cert in mlc.certs_for(platform) if cert.recommended}
    assert found == {certificate}, _differs(
        f"recommended on {platform}", "certifications", {certificate}, found, "certifications"
    )


# --- People and questions --------------------------------------------------------------------


def test_the_five_graduates() -> None:
    answer = tuple((p.who, *sorted(_sections(p))) for p in mlc.perspectives() if _own(p))
    assert answer == GRADUATES, _differs(
        "graduates and where they speak", "graduates", GRADUATES, answer, "perspectives"
    )


_GENDERED = re.compile(r"\b(he|him|his|she|hers?|himself|herself|mr|mrs|ms)\b", re.IGNORECASE)


def test_nobody_is_given_a_gender() -> None:
    for name, record in _records():
        for field, text in _prose(record):
            assert not _GENDERED.search(text), (
                f"{name}, {field}: the article does not tell anybody's gender. Write 'they' or "
                f"turn the sentence round: {text}"
            )


def test_the_four_questions_in_order() -> None:
    questions = [faq.question for faq in mlc.faqs() if _own(faq)]
    assert len(questions) == len(QUESTIONS), _differs(
        "number of questions", "questions", len(QUESTIONS), len(questions), "faqs"
    )
    for said, answer in zip(QUESTIONS, questions, strict=True):
        assert re.search(said, answer, re.IGNORECASE), _differs(
            "question", "questions", said, answer, "faqs"
        )


# --- Nothing more, nothing less --------------------------------------------------------------


def test_every_figure_of_the_data_is_in_the_article() -> None:
    expected = _expected_figures()
    for name, record in _records():
        for field, figure in _figures_of(record):
            assert any((section, figure) in expected for section in _sections(record)), (
                f"{name}, {field}: states {figure}, which the article does not have in "
                f"{', '.join(sorted(_sections(record))) or 'any section cited'}. Correct the "
                "figure or the section; if the article does have it, add it to the table."
            )


@pytest.mark.parametrize(("section", "figure"), sorted(_expected_figures()))
def test_every_figure_of_the_article_is_in_the_data(section: str, figure: str) -> None:
    stated = {f for _, r in _records() if section in _sections(r) for _, f in _figures_of(r)}
    stated |= {
        str(credit.year) for _, r in _records() for credit in _credits(r, section) if credit.year
    }
    assert figure in stated, (
        f"No record that cites section {section} states {figure}, which the article has there: "
        "add it to the data."
    )


def test_figures_in_the_titles_and_notes_of_sources() -> None:
    credited = {
        name for _, r in _records() for citation in _own(r) for name in citation.attributed_to
    }
    for name in sorted(credited):
        source = mlc.source(name)
        years = {str(_credit(source).year)}
        for text in (source.title, source.note or ""):
            assert set(_figures_in(text)) <= years, (
                f"sources.json, {name}: {text!r} states a figure other than the year that the "
                "article gives. Correct it, or the year in `published`."
            )


_SPELT_OUT = re.compile(
    r"\b(half|thirds?|quarters?|doubl\w+|twice|tripl\w+|dozens?|hundreds?|thousands?|millions?"
    r"|percent|per cent|fold)\b",
    re.IGNORECASE,
)


def test_no_figure_is_spelt_out() -> None:
    for name, record in _records():
        for field, text in _prose(record):
            found = _SPELT_OUT.findall(_NUMBER.sub("", text))
            assert not found, (
                f"{name}, {field}: {', '.join(found)} is a figure that the article does not give, "
                f"or not in these words: {text}"
            )


@pytest.mark.parametrize(("section", "thing"), THINGS)
def test_what_the_article_names_is_named(section: str, thing: str) -> None:
    texts = [t for _, r in _records() if section in _sections(r) for _, t in _prose(r)]
    assert any(re.search(thing, text, re.IGNORECASE) for text in texts), (
        f"No record that cites section {section} mentions {thing!r}, which the article names "
        "there: add it, or cite that section too."
    )


# Names and abbreviations of the article (and "I"): products, companies, places, people.
NAMES = frozenset(
    {"I", "AI", "ML", "BI", "PhD", "IoT", "AWS", "CAP", "R&D", "Industry", "United", "States"}
    | {"Python", "TensorFlow", "PyTorch", "Git", "GitHub", "Kaggle"}
    | {"Google", "Google's", "Cloud", "Cloud's", "Microsoft", "Azure"}
    | {"Augustus", "Antonio", "Julian"}
)

# Capitals inside a sentence, or inside a word.
_CAPITALS = re.compile(r"(?<=[\w,;\"')] )[A-Z][\w&']*|\b\w+[A-Z][\w&']*")


def test_no_name_is_invented() -> None:
    for name, record in _records():
        for field, text in _prose(record):
            if field in {"label", "title", "name", "vendor"}:
                continue
            # A list is in lower case; a sentence begins with a capital.
            inside = f", {text}" if field in {"tools", "applications", "leads_to"} else text
            found = {word.partition("-")[0] for word in _CAPITALS.findall(inside)}
            assert found <= NAMES, (
                f"{name}, {field}: the article does not name {', '.join(sorted(found - NAMES))}. "
                f"Take it out, or add it to NAMES if the article does: {text}"
            )
