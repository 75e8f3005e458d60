"""A quick look from the shell: ``python -m mlcareerdata [NAME | checks] [--json]``."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
from collections.abc import Iterable
from typing import Final, TypeAlias

import mlcareerdata as ask
from mlcareerdata import DATA_VERSION, __version__
from mlcareerdata._cite import check_of, cited, claimed_by
from mlcareerdata._lookup._names import Named, find_any
from mlcareerdata._profile import or_none, profile
from mlcareerdata._show import card_text, line, wrapped
from mlcareerdata.errors import UnknownNameError
from mlcareerdata.models import (
    Area,
    Certification,
    Finding,
    Industry,
    Occupation,
    Platform,
    Role,
    Skill,
)
from mlcareerdata.models._record import Record

Parts: TypeAlias = dict[str, Record | tuple[Record, ...] | None]

VERSIONS: Final = f"mlcareerdata {__version__}, data {DATA_VERSION}"
CHECKS: Final = "checks"


def main(arguments: list[str] | None = None) -> int:
    """Print the answer; 0 if there is one, 2 if the name is unknown."""
    ask_for = argparse.ArgumentParser(
        prog="python -m mlcareerdata",
        description="Entry-level machine learning careers: what is known, and who says so.",
        epilog="Without a name: the roles with their pay.",
    )
    ask_for.add_argument(
        "name",
        nargs="*",
        help="a role, an industry, a skill, a platform, a certificate, an occupation, a finding "
        f'or an area; or "{CHECKS}": every claim that was checked',
    )
    ask_for.add_argument("--json", action="store_true", help="print JSON, for machines")
    ask_for.add_argument("--version", action="version", version=VERSIONS)
    said = ask_for.parse_args(arguments)
    try:
        print(_answer(" ".join(said.name) if said.name else None, said.json))
    except UnknownNameError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


def _answer(name: str | None, as_json: bool) -> str:
    if name is None:
        return _written(_pay_rows()) if as_json else _pay_table()
    parts: Parts = {CHECKS: tuple(ask.checks())} if name == CHECKS else _parts(find_any(name))
    if as_json:
        return _written({part: _dump(found) for part, found in parts.items()})
    return _cards(parts)


def _parts(record: Named) -> Parts:
    """The parts of the answer about a record, by name."""
    match record:
        case Role():
            return _about_role(record)
        case Industry():
            return {
                "industry": record,
                "demand": or_none(ask.demand_in, record),
                "pay": or_none(ask.pay_in, record),
                "hiring": or_none(ask.hiring_in, record),
            }
        case Platform():
            return {"platform": record, "certifications": tuple(ask.certs_for(record))}
        case Occupation():
            return {
                "occupation": record,
                "wages": tuple(ask.wages(record)),
                "projections": tuple(ask.projections(record)),
            }
        case Area():
            return {"area": record, "wages": tuple(ask.area_wages(area=record))}
        case Skill() | Certification() | Finding():
            return {type(record).__name__.lower(): record}


def _about_role(role: Role) -> Parts:
    occupation = ask.occupation_for(role)
    return {
        "profile": profile(role),
        "salary_ranges": tuple(ask.salary_ranges(role)),
        "occupation": occupation,
        "wages": tuple(ask.wages(occupation)),
        "projections": tuple(ask.projections(occupation)),
    }


def _written(found: object) -> str:
    return json.dumps(found, indent=2, ensure_ascii=False)


def _dump(part: Record | tuple[Record, ...] | None) -> object:
    if isinstance(part, tuple):
        return [item.model_dump(mode="json") for item in part]
    return part.model_dump(mode="json") if part else None


def _width() -> int:
    """How wide the terminal is. The variable COLUMNS says otherwise, if it is set."""
    return shutil.get_terminal_size().columns


def _cards(parts: Parts) -> str:
    records: list[Record] = []
    for name, part in parts.items():
        if "profile" not in parts or name == "profile":  # a profile's card shows the rest
            records += part if isinstance(part, tuple) else [part] if part else []
    cards = [record._card(_width()) for record in records]
    return "\n\n".join([*cards, _sources(records)])


def _sources(records: Iterable[Record]) -> str:
    """Who says so, each document once."""
    said = [*records]
    claimed = [citation for record in said for citation in claimed_by(record)]
    said += [check for record in said if (check := check_of(record))]
    lines = cited([*claimed, *(citation for record in said for citation in record._says_so())])
    return "\n".join(["Sources:", *(wrapped(f"  {one}", _width(), 4) for one in lines)])


def _pay_rows() -> list[dict[str, object]]:
    return [
        {
            "role": role.id,
            "title": role.title,
            "salary": _dump(or_none(ask.salary_range, role)),
            "entry_pay": _dump(profile(role)._entry_pay()),
        }
        for role in ask.roles()
    ]


def _pay_table() -> str:
    """The roles with their pay, and what a reader has to know about it."""
    pay = {role.title: profile(role)._entry_pay() for role in ask.roles()}
    card = card_text(
        f"Entry-level pay by role, United States (facts of {DATA_VERSION})",
        [line(title, str(found) if found else "not reported") for title, found in pay.items()],
        _width(),
    )
    about = (
        "Where the article reports no range, it is the one advertised in postings. In brackets: "
        "how the article's range stands against other evidence; `python -m mlcareerdata "
        f"{CHECKS}` shows it. A name shows more: `python -m mlcareerdata data scientist`."
    )
    sources = _sources(found for found in pay.values() if found)
    return "\n\n".join([card, wrapped(about, _width(), 0), sources, VERSIONS])


if __name__ == "__main__":
    try:
        sys.exit(main())
    except BrokenPipeError:  # the reader stopped early, as `| head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
