"""What type checkers must say about code that uses the library.

mypy and pyright check this file in CI; `tests/test_typing.py` runs `check()`, so that it stays
correct. Each ignored line is a mistake that both checkers must see: mypy warns of an ignore that is
not needed, and the line below has pyright do the same.
"""
# pyright: reportUnnecessaryTypeIgnoreComment=true

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Literal, assert_type

from pydantic import BaseModel

import mlcareerdata as mlc
from mlcareerdata import DataIntegrityError, MLCareerDataError, NotReportedError, UnknownNameError
from mlcareerdata.fields import CertificationName, IndustryName, PlatformName, RoleName, SkillName
from mlcareerdata.ids import CertificationId, IndustryId, PlatformId, RoleId, SkillId, SourceId
from mlcareerdata.models import (
    Area,
    AreaWages,
    Certification,
    Check,
    CheckedClaim,
    Citation,
    Crosswalk,
    EntryProfile,
    Faq,
    Finding,
    GrowthPath,
    Industry,
    IndustryDemand,
    IndustryHiring,
    IndustryPay,
    IndustryWages,
    Occupation,
    Perspective,
    Platform,
    Projection,
    RemoteFit,
    Role,
    SalaryRange,
    Skill,
    Source,
    Technology,
    TitleMatch,
    Wages,
)

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow


Cell = str | int | float | bool | date | list[str] | None


class Posting(BaseModel):
    role: RoleName
    industry: IndustryName | None = None
    skills: tuple[SkillName, ...] = ()
    platform: PlatformName = "aws"
    certificate: CertificationName = "certified-analytics-professional"


def tables() -> None:
    assert_type(mlc.roles(), mlc.Table[Role])
    assert_type(mlc.entry_profiles(), mlc.Table[EntryProfile])
    assert_type(mlc.salary_ranges(), mlc.Table[SalaryRange])
    assert_type(mlc.salary_ranges("MLE", level="entry"), mlc.Table[SalaryRange])
    assert_type(mlc.remote_fits(), mlc.Table[RemoteFit])
    assert_type(mlc.growth_paths(), mlc.Table[GrowthPath])
    assert_type(mlc.crosswalks(), mlc.Table[Crosswalk])
    assert_type(mlc.occupations(), mlc.Table[Occupation])
    assert_type(mlc.areas(kind="metro"), mlc.Table[Area])
    assert_type(mlc.wages("15-2051"), mlc.Table[Wages])
    assert_type(mlc.area_wages("15-2051", area="WA", kind="state"), mlc.Table[AreaWages])
    assert_type(mlc.industry_wages("15-2051", industry="tech"), mlc.Table[IndustryWages])
    assert_type(mlc.projections(), mlc.Table[Projection])
    assert_type(mlc.technologies("MLE"), mlc.Table[Technology])
    assert_type(mlc.industries(), mlc.Table[Industry])
    assert_type(mlc.industry_demand(), mlc.Table[IndustryDemand])
    assert_type(mlc.industry_pay(), mlc.Table[IndustryPay])
    assert_type(mlc.industry_hiring(), mlc.Table[IndustryHiring])
    assert_type(mlc.skills(), mlc.Table[Skill])
    assert_type(mlc.platforms(), mlc.Table[Platform])
    assert_type(mlc.certifications(), mlc.Table[Certification])
    assert_type(mlc.certs_for("aws", status="active"), mlc.Table[Certification])
    assert_type(mlc.certs_for("aws", beginners=True), mlc.Table[Certification])
    assert_type(mlc.findings(), mlc.Table[Finding])
    assert_type(mlc.findings(topic="salary", kind="claim"), mlc.Table[Finding])
    assert_type(mlc.checks(verdict="contradicted"), mlc.Table[CheckedClaim])
    assert_type(mlc.faqs(), mlc.Table[Faq])
    assert_type(mlc.perspectives(), mlc.Table[Perspective])
    assert_type(mlc.sources(), mlc.Table[Source])


def look_ups() -> None:
    assert_type(mlc.match_title("Data Analyst"), TitleMatch | None)
    assert_type(mlc.crosswalk("MLE"), Crosswalk)
    assert_type(mlc.occupation("15-2051.00"), Occupation)
    assert_type(mlc.occupation_for("MLE"), Occupation)
    assert_type(mlc.area("Seattle"), Area)
    assert_type(mlc.wages_near("MLE", "Seattle"), AreaWages)
    assert_type(mlc.wages_near(mlc.role("MLE"), mlc.area("WA")), AreaWages)
    assert_type(mlc.wages_near(mlc.occupation("15-2051"), "WA").employment_rse, float | None)
    assert_type(mlc.role("MLE"), Role)
    assert_type(mlc.role(mlc.role("MLE")), Role)
    assert_type(mlc.entry_profile("MLE"), EntryProfile)
    assert_type(mlc.salary_range("MLE"), SalaryRange)
    assert_type(mlc.remote_fit("MLE"), RemoteFit)
    assert_type(mlc.growth_path("AI engineer"), GrowthPath)
    assert_type(mlc.industry("tech"), Industry)
    assert_type(mlc.demand_in("tech"), IndustryDemand)
    assert_type(mlc.pay_in(mlc.industry("tech")), IndustryPay)
    assert_type(mlc.hiring_in("tech"), IndustryHiring)
    assert_type(mlc.skill("programming"), Skill)
    assert_type(mlc.platform("AWS"), Platform)
    assert_type(mlc.certification("CAP"), Certification)
    assert_type(mlc.finding(mlc.findings()[0].id), Finding)
    assert_type(mlc.faq(mlc.faqs()[0]), Faq)
    assert_type(mlc.perspective(mlc.perspectives()[0].id), Perspective)
    assert_type(mlc.source("bouchrika-2026"), Source)
    assert_type(mlc.profile("MLE"), mlc.Profile)
    assert_type(mlc.compare("MLE", "data scientist"), mlc.Comparison)
    assert_type(mlc.cite(mlc.role("MLE")), str)


def fields_of_records() -> None:
    role = mlc.role("MLE")
    assert_type(role.id, RoleId)
    assert_type(role.aliases, tuple[str, ...])
    assert_type(role.typical, bool)
    assert_type(role.citations, tuple[Citation, ...])
    assert_type(role.citations[0].source, SourceId)
    assert_type(role.citations[0].section, str | None)
    pay = mlc.salary_range(role)
    assert_type(pay.role, RoleId | None)
    assert_type(pay.low, int)
    assert_type(pay.median, int | None)
    assert_type(pay.currency, Literal["USD"])
    assert_type(pay.level, Literal["entry", "all"])
    assert_type(pay.check, Check | None)
    assert_type(100_000 in pay, bool)
    assert_type(mlc.industry_pay()[0].industry, IndustryId)
    assert_type(mlc.skills()[0].id, SkillId)
    certificate = mlc.certification("CAP")
    assert_type(certificate.id, CertificationId)
    assert_type(certificate.platform, PlatformId)
    assert_type(certificate.status, Literal["active", "retired"] | None)
    assert_type(certificate.retired_on, date | None)
    assert_type(certificate.replaced_by, tuple[CertificationId, ...])
    assert_type(mlc.findings()[0].value, float | None)
    profile = mlc.profile(role)
    assert_type(profile.role, Role)
    assert_type(profile.entry, EntryProfile | None)
    assert_type(profile.salary, SalaryRange | None)
    assert_type(profile.remote, RemoteFit | None)
    assert_type(profile.growth, GrowthPath | None)
    assert_type(mlc.compare("MLE", "BI analyst").profiles, tuple[mlc.Profile, ...])


def sequences() -> None:
    table = mlc.roles()
    assert_type(len(table), int)
    assert_type(table[0], Role)
    assert_type(table[-1], Role)
    assert_type(table[1:3], mlc.Table[Role])
    assert_type(table.filter(lambda role: role.typical), mlc.Table[Role])
    assert_type(table.sorted(key=lambda role: role.title), mlc.Table[Role])
    assert_type(table.sorted(lambda role: (role.typical, role.id), reverse=True), mlc.Table[Role])
    assert_type([role for role in table], list[Role])  # noqa: C416  # to ask for what `for` gives
    assert_type(list(reversed(table)), list[Role])
    assert_type(table[0] in table, bool)
    assert_type(
        table.to_dicts(), list[dict[str, str | int | float | bool | date | list[str] | None]]
    )
    assert_type(hash(table), int)
    either: mlc.Table[Role | Skill] = table  # a table of roles is one of roles or skills
    assert len(either) == len(table)


def dataframes() -> tuple[pyarrow.Table, polars.DataFrame, pandas.DataFrame]:
    table = mlc.roles()
    return (
        assert_type(table.to_arrow(), "pyarrow.Table"),
        assert_type(table.to_polars(), "polars.DataFrame"),
        assert_type(table.to_pandas(), "pandas.DataFrame"),
    )


def fields_of_other_models() -> None:
    posting = Posting.model_validate({"role": "ML engineer", "skills": ["programming"]})
    assert_type(posting.role, RoleId)
    assert_type(posting.industry, IndustryId | None)
    assert_type(posting.skills, tuple[SkillId, ...])
    assert_type(posting.platform, PlatformId)
    assert_type(posting.certificate, CertificationId)
    assert_type(Posting(role="data-scientist").role, RoleId)


def errors() -> None:
    try:
        mlc.salary_range("data analyst")
    except UnknownNameError as error:
        assert_type(error.kind, str)
        assert_type(error.name, str)
        assert_type(error.suggestions, tuple[str, ...])
    except NotReportedError as error:
        assert_type(error.fact, str)
        assert_type(error.available, tuple[str, ...])
    except DataIntegrityError as error:
        assert_type(error.file, str)
        assert_type(error.record, str | None)
    except MLCareerDataError as error:
        assert_type(str(error), str)


def versions() -> None:
    both: tuple[str, str] = (mlc.__version__, mlc.DATA_VERSION)
    assert all(both)


def mistakes() -> None:
    """Never run: each line is one that checkers must refuse."""
    mlc.role(None)  # type: ignore[arg-type]
    mlc.role(1)  # type: ignore[arg-type]
    mlc.role(b"MLE")  # type: ignore[arg-type]
    mlc.role(mlc.skill("programming"))  # type: ignore[arg-type]
    mlc.pay_in(mlc.role("MLE"))  # type: ignore[arg-type]
    mlc.areas(kind="city")  # type: ignore[arg-type]
    mlc.wages_near("MLE", mlc.role("MLE"))  # type: ignore[arg-type]
    mlc.salary_ranges(level="senior")  # type: ignore[arg-type]
    mlc.salary_ranges("MLE", "entry")  # type: ignore[call-arg]
    mlc.checks(verdict="true")  # type: ignore[arg-type]
    mlc.certs_for("aws", status="dead")  # type: ignore[arg-type]
    mlc.certs_for("aws", beginners="yes")  # type: ignore[arg-type]
    mlc.findings(topic="pay")  # type: ignore[arg-type]
    mlc.findings("salary")  # type: ignore[call-arg]
    mlc.cite("MLE")  # type: ignore[arg-type]
    mlc.roles()["MLE"]  # type: ignore[call-overload]
    mlc.roles()[0] = mlc.role("MLE")  # type: ignore[index]
    mlc.roles().filter(lambda role: role.salary)  # type: ignore[attr-defined]
    print(mlc.role("MLE").name)  # type: ignore[attr-defined]
    print(mlc.profile("MLE").salary.low)  # type: ignore[union-attr]
    mlc.no_such_function()  # type: ignore[attr-defined]
    Posting(role="MLE")  # type: ignore[arg-type]
    wrong: RoleId = "ml-engineer"  # type: ignore[assignment]
    tuple(wrong)
    role_ids: list[RoleId] = [skill.id for skill in mlc.skills()]  # type: ignore[misc]
    role_ids.clear()


def check() -> None:
    """Run all that can be run."""
    for part in (tables, look_ups, fields_of_records, sequences, fields_of_other_models, errors):
        part()
    versions()
    dataframes()
