"""A quick look from the shell: ``python -m mlcareerdata [NAME] [--json]``."""

from __future__ import annotations

import argparse
import json
import os
import sys
from typing import Final

import mlcareerdata as ask
from mlcareerdata import DATA_VERSION, __version__
from mlcareerdata._cite import check_of, cited
from mlcareerdata._lookup._names import Named, find_any
from mlcareerdata._profile import or_none, profile
from mlcareerdata._show import card_text
from mlcareerdata.errors import UnknownNameError
from mlcareerdata.models import Certification, Industry, Platform, Role, Skill
from mlcareerdata.models._record import Record

VERSIONS: Final = f"mlcareerdata {__version__}, data {DATA_VERSION}"


def main(arguments: list[str] | None = None) -> int:
    """Print the answer; 0 if there is one, 2 if the name is unknown."""
    ask_for = argparse.ArgumentParser(
        prog="python -m mlcareerdata",
        description="Entry-level machine learning careers: what is known, and who says so.",
        epilog="Without a name: the roles with their pay.",
    )
    ask_for.add_argument(
        "name", nargs="*", help="a role, an industry, a skill, a platform or a certificate"
    )
    ask_for.add_argument("--json", action="store_true", help="print JSON, for machines")
    ask_for.add_argument("--version", action="version", version=VERSIONS)
    said = ask_for.parse_args(arguments)
    try:
        parts = _parts(find_any(" ".join(said.name))) if said.name else {}
    except UnknownNameError as error:
        print(error, file=sys.stderr)
        return 2
    if said.json:
        print(json.dumps(_json(parts) if parts else _pay_rows(), indent=2, ensure_ascii=False))
    else:
        print(_cards(parts) if parts else _pay_table())
    return 0


def _parts(record: Named) -> dict[str, Record | tuple[Record, ...] | None]:
    """The parts of the answer about a record, by name."""
    match record:
        case Role():
            occupation = ask.occupation_for(record)
            return {
                "profile": profile(record),
                "salary_ranges": tuple(ask.salary_ranges(record)),
                "occupation": occupation,
                "wages": tuple(ask.wages(occupation)),
                "projections": tuple(ask.projections(occupation)),
            }
        case Industry():
            return {
                "industry": record,
                "demand": or_none(ask.demand_in, record),
                "pay": or_none(ask.pay_in, record),
                "hiring": or_none(ask.hiring_in, record),
            }
        case Platform():
            return {"platform": record, "certifications": tuple(ask.certs_for(record))}
        case Skill():
            return {"skill": record}
        case Certification():
            return {"certification": record}


def _json(parts: dict[str, Record | tuple[Record, ...] | None]) -> dict[str, object]:
    return {name: _dump(part) for name, part in parts.items()}


def _dump(part: Record | tuple[Record, ...] | None) -> object:
    if isinstance(part, tuple):
        return [item.model_dump(mode="json") for item in part]
    return part.model_dump(mode="json") if part else None


def _cards(parts: dict[str, Record | tuple[Record, ...] | None]) -> str:
    records: list[Record] = []
    for name, part in parts.items():
        if "profile" not in parts or name == "profile":  # a profile's card shows the rest
            records += part if isinstance(part, tuple) else [part] if part else []
    cards = [record._card() for record in records]
    checks = [check for record in records if (check := check_of(record))]
    sources = cited(citation for r in (*records, *checks) for citation in r._says_so())
    return "\n\n".join([*cards, "\n  ".join(["Sources:", *sources])])


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
    pay = [(role.title, profile(role)._entry_pay()) for role in ask.roles()]
    return card_text(
        f"Entry-level pay by role (facts of {DATA_VERSION})",
        [(title, str(found) if found else "not reported") for title, found in pay],
    )


if __name__ == "__main__":
    try:
        sys.exit(main())
    except BrokenPipeError:  # the reader stopped early, as `| head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
