"""Write the generated parts of docs/trust.md from the data.

    python tools/trust_page.py           after a check, a source or a claim has changed
    python tools/trust_page.py --check   change nothing; exit 1 if the page does not fit the data

A part stands between ``<!-- name -->`` and ``<!-- /name -->``; the rest of the page is by hand.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable
from pathlib import Path

import mlcareerdata as mlc
from mlcareerdata.models import Certification, Check, Finding, SalaryRange

PAGE = Path(__file__).resolve().parent.parent / "docs" / "trust.md"
Claim = Finding | SalaryRange | Certification


def claims() -> str:
    """Every claim that was checked, with the verdict and the evidence."""
    records: list[Claim] = [*mlc.findings(), *mlc.salary_ranges(), *mlc.certifications()]
    return markdown(
        ("claim of the article", "whom it credits", "verdict", "what others say", "evidence"),
        (
            (said(record), credited(record), f"**{check.verdict}**", check.note, evidence(check))
            for record in records
            if (check := record.check)
        ),
    )


def unchecked() -> str:
    """How many claims have no check."""
    found = mlc.findings(kind="claim")
    none = sum(finding.check is None for finding in found)
    return f"{none} of the {len(found)} claims in `findings()` have not been checked."


def sources() -> str:
    """Every source of evidence: how old it is, and whether it was read itself."""
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


PARTS = {"claims": claims, "unchecked": unchecked, "sources": sources, "licences": licences}


def said(record: Claim) -> str:
    match record:
        case Finding():
            return record.statement
        case SalaryRange():
            return f"{record.label}: {record._amount()}"
        case Certification():
            return f"{record.name} helps graduates to be hired."


def credited(record: Claim) -> str:
    names = [name for c in record.citations for name in c.attributed_to]
    return ", ".join(mlc.source(name).publisher or mlc.source(name).title for name in names)


def evidence(check: Check) -> str:
    found = [mlc.source(citation.source) for citation in check.citations]
    return ", ".join(f"[{s.title}]({s.url})" if s.url else s.title for s in found)


def markdown(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def page(text: str) -> str:
    """The page with its generated parts made anew."""
    for name, part in PARTS.items():
        pattern = re.compile(rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)", re.DOTALL)
        made = part().replace("\\", r"\\")
        text, times = pattern.subn(rf"\g<1>{made}\n\g<2>", text)
        if times != 1:
            raise SystemExit(f"docs/trust.md needs the part {name!r} once, has it {times} times")
    return text


def main() -> int:
    ask = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    ask.add_argument("--check", action="store_true", help="change nothing")
    check: bool = ask.parse_args().check
    text = PAGE.read_text(encoding="utf-8")
    made = page(text)
    if made == text:
        return 0
    if check:
        print("docs/trust.md: run `python tools/trust_page.py`", file=sys.stderr)
        return 1
    PAGE.write_text(made, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
