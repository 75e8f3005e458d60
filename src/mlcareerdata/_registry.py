"""Every table: its file, its model, and how its records are told apart and named.

A new table needs a `TableSpec` here, a model, a file and its functions; docs/contributing.md says
how to add them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Generic, TypeVar, get_args

import mlcareerdata.models as m
from mlcareerdata._lazy import LazyModule
from mlcareerdata.ids import OccupationId

if TYPE_CHECKING:
    from pydantic import BaseModel

    import mlcareerdata._titles.rows as t
    from mlcareerdata.models._record import Record
else:
    t = LazyModule("mlcareerdata._titles.rows")  # only titles need it

R_co = TypeVar("R_co", bound="BaseModel", covariant=True)


@dataclass(frozen=True)
class TableSpec(Generic[R_co]):
    """One table.

    Fields:
        name: the file is ``data/<name>.json``; the function that gives a table of facts has this
            name too.
        model: gives the model of a record. A function, so that naming a model does not build it.
        key: the fields that tell records apart.
        called: what one record is called in a message, or ``""`` if no message speaks of one.
        ids: the type of its ids in `mlcareerdata.ids`, which tools/tidy.py writes, or ``""``.
        one: the function that finds one record by name, or ``""``.
        names: the fields that hold other names for a record, besides the first field of its key.
        hint: what else to do about an unknown name.
        shared: whether several records may share a name, as areas share a city's name. Such a name
            finds none of them, and messages say each record's name in full.
        areas: the field that holds the id of an area, which no type lists, or ``""``.
        order: gives the key by which the records must be sorted; ``None``: any order will do.
    """

    name: str
    model: Callable[[], type[R_co]]
    key: tuple[str, ...]
    called: str = ""
    ids: str = ""
    one: str = ""
    names: tuple[str, ...] = ()
    hint: str = ""
    shared: bool = False
    areas: str = ""
    order: Callable[[R_co], object] | None = None

    @property
    def a_record(self) -> str:
        """What one record is called, with "a" or "an" before it: ``"an industry"``."""
        return f"{'an' if self.called[0] in 'aeiou' else 'a'} {self.called}"


_PLACES: Final = {soc: place for place, soc in enumerate(get_args(OccupationId))}


def _by_size(record: m.AreaWages | m.IndustryWages) -> tuple[int, bool, int | None]:
    """Sorts by occupation, then by employment, largest first and unknown last."""
    employed = record.employment
    return _PLACES[record.occupation], employed is None, employed and -employed


_TITLES: Final = "(a job title as an employer typed it is read by match_title)"

ROLES: Final = TableSpec(
    name="roles",
    model=lambda: m.Role,
    key=("id",),
    called="role",
    ids="RoleId",
    one="role",
    names=("title", "aliases"),
    hint=_TITLES,
)
ENTRY_PROFILES: Final = TableSpec(
    name="entry_profiles",
    model=lambda: m.EntryProfile,
    key=("role",),
    called="entry profile",
    one="entry_profile",
)
SALARY_RANGES: Final = TableSpec(
    name="salary_ranges",
    model=lambda: m.SalaryRange,
    key=("role", "label", "kind"),
    called="salary range",
    order=lambda record: record.level == "all",
)
REMOTE_FITS: Final = TableSpec(
    name="remote_fits",
    model=lambda: m.RemoteFit,
    key=("role",),
    called="remote fit",
    one="remote_fit",
)
GROWTH_PATHS: Final = TableSpec(
    name="growth_paths",
    model=lambda: m.GrowthPath,
    key=("role",),
    called="growth path",
    one="growth_path",
)
CROSSWALKS: Final = TableSpec(
    name="crosswalks",
    model=lambda: m.Crosswalk,
    key=("role",),
    one="crosswalk",
)
INDUSTRIES: Final = TableSpec(
    name="industries",
    model=lambda: m.Industry,
    key=("id",),
    called="industry",
    ids="IndustryId",
    one="industry",
    names=("name", "aliases"),
)
INDUSTRY_DEMAND: Final = TableSpec(
    name="industry_demand",
    model=lambda: m.IndustryDemand,
    key=("industry",),
    called="account of demand",
    one="demand_in",
)
INDUSTRY_PAY: Final = TableSpec(
    name="industry_pay",
    model=lambda: m.IndustryPay,
    key=("industry",),
    called="place in the order of pay",
    one="pay_in",
)
INDUSTRY_HIRING: Final = TableSpec(
    name="industry_hiring",
    model=lambda: m.IndustryHiring,
    key=("industry",),
    called="stance on hiring",
    one="hiring_in",
)
SKILLS: Final = TableSpec(
    name="skills",
    model=lambda: m.Skill,
    key=("id",),
    called="skill",
    ids="SkillId",
    one="skill",
    names=("name", "aliases", "tools"),
)
PLATFORMS: Final = TableSpec(
    name="platforms",
    model=lambda: m.Platform,
    key=("id",),
    called="platform",
    ids="PlatformId",
    one="platform",
    names=("name", "aliases"),
)
CERTIFICATIONS: Final = TableSpec(
    name="certifications",
    model=lambda: m.Certification,
    key=("id",),
    called="certification",
    ids="CertificationId",
    one="certification",
    names=("name", "aliases", "exam_codes"),
)
OCCUPATIONS: Final = TableSpec(
    name="occupations",
    model=lambda: m.Occupation,
    key=("id",),
    called="occupation",
    ids="OccupationId",
    one="occupation",
    names=("title", "aliases"),
    hint="(the occupation of a role: occupation_for(role))",
)
WAGES: Final = TableSpec(
    name="wages",
    model=lambda: m.Wages,
    key=("occupation", "year"),
    order=lambda record: -record.year,
)
AREAS: Final = TableSpec(
    name="areas",
    model=lambda: m.Area,
    key=("id",),
    called="area",
    one="area",
    names=("name", "aliases"),
    hint="(a city is found with its state, as in 'Portland, OR'; areas() has them all)",
    shared=True,
    areas="id",
    order=lambda record: record.id,
)
AREA_WAGES: Final = TableSpec(
    name="area_wages",
    model=lambda: m.AreaWages,
    key=("occupation", "area", "year"),
    called="official wage",
    areas="area",
    order=lambda record: (*_by_size(record), record.area),
)
INDUSTRY_WAGES: Final = TableSpec(
    name="industry_wages",
    model=lambda: m.IndustryWages,
    key=("occupation", "naics", "year"),
    order=lambda record: (*_by_size(record), record.naics),
)
PROJECTIONS: Final = TableSpec(
    name="projections",
    model=lambda: m.Projection,
    key=("occupation", "start", "covers"),
    order=lambda record: -record.start,
)
TECHNOLOGIES: Final = TableSpec(
    name="technologies",
    model=lambda: m.Technology,
    key=("onet", "name"),
)
FINDINGS: Final = TableSpec(
    name="findings",
    model=lambda: m.Finding,
    key=("id",),
    called="finding",
    one="finding",
    hint="(findings() has them all)",
)
FAQS: Final = TableSpec(
    name="faqs",
    model=lambda: m.Faq,
    key=("id",),
    called="faq",
    one="faq",
)
PERSPECTIVES: Final = TableSpec(
    name="perspectives",
    model=lambda: m.Perspective,
    key=("id",),
    called="perspective",
    one="perspective",
)
SOURCES: Final = TableSpec(
    name="sources",
    model=lambda: m.Source,
    key=("id",),
    called="source",
    ids="SourceId",
    one="source",
    names=("title",),
)

FACTS: Final[dict[str, TableSpec[Record]]] = {
    spec.name: spec for spec in vars().copy().values() if isinstance(spec, TableSpec)
}
"""Every table of facts, by name."""

TITLE_CHARACTERS: Final = TableSpec("title_characters", lambda: t.TitleCharacter, ("becomes",))
TITLE_SPELLINGS: Final = TableSpec("title_spellings", lambda: t.TitleSpelling, ("word",))
TITLE_TERMS: Final = TableSpec("title_terms", lambda: t.TitleTerm, ("id",))
TITLE_RULES: Final = TableSpec("title_rules", lambda: t.TitleRule, ("id",))
TITLE_LEVELS: Final = TableSpec("title_levels", lambda: t.TitleLevel, ("id",))

TABLES: Final[dict[str, TableSpec[BaseModel]]] = {
    spec.name: spec for spec in vars().copy().values() if isinstance(spec, TableSpec)
}
"""Every table, by name: the facts, then the rules by which job titles are read."""


def name_of(model: type[BaseModel]) -> str:
    """The name of the table whose records are of that model; ``""`` if there is none."""
    return next((spec.name for spec in FACTS.values() if spec.model() is model), "")


def call_for(table: str, name: str) -> str:
    """The call that finds a record of the table by name, or the nearest thing to it."""
    spec = FACTS.get(table)
    return f"mlcareerdata.{spec.one or table}({name!r})" if spec else "filter"
