"""What `tools/tidy.py` writes. Each module gives the texts of the files that it derives."""

import json
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGE = ROOT / "src" / "mlcareerdata"

Texts = dict[Path, str]


def read(table: str) -> list[dict[str, Any]]:
    """The rows of a data file, not checked in any way."""
    text = (PACKAGE / "data" / f"{table}.json").read_text(encoding="utf-8")
    rows: list[dict[str, Any]] = json.loads(text)
    return rows
