"""Technologies in demand by occupation, from O*NET 30.2 (February 2026, CC BY 4.0).

    python tools/technologies.py PATH.csv            write data/technologies.json
    python tools/technologies.py PATH.csv --check    exit 1 if the library ships other records

The file has the rows of O*NET's "Technology Skills" for the codes that the roles map to, of which
the flag "In Demand" is Y: 98 rows of four codes. 15-1299.00 has none. The spelling is O*NET's.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Final

from dataset import CHECK, DataSet, Row, command

ROOT: Final = Path(__file__).parent.parent
SHIPPED: Final = ROOT / "src" / "mlcareerdata" / "data" / "technologies.json"
DATA: Final = DataSet(
    "the technologies in demand of O*NET 30.2",
    "2f83fad49d5274aed684268dde85d4610c72114fa3b5f707c3fa423d7cafdbfc",
)
CITATION: Final = {"source": "onet-30-2", "note": "In demand as of February 2026."}


def records(rows: Iterable[Row]) -> list[dict[str, object]]:
    """One record for each row that is flagged, in the order of the file."""
    return [
        {
            "onet": row["onet_soc"],
            "name": row["example"],
            "category": row["commodity_title"],
            "hot": row["hot_technology"] == "Y",
            "citations": [CITATION],
        }
        for row in rows
        if row["in_demand"] == "Y"
    ]


def answer(path: Path, flags: Collection[str]) -> int:
    """Write or check; 0 if all went well, 1 if the library ships other records."""
    found = records(DATA.read(path))
    if "check" not in flags:
        SHIPPED.write_text(f"{json.dumps(found, indent=2, ensure_ascii=False)}\n", encoding="utf-8")
    elif found != json.loads(SHIPPED.read_text(encoding="utf-8")):
        print(f"{SHIPPED.name} differs: run this without --check", file=sys.stderr)
        return 1
    print(f"{len(found)} technologies")
    return 0


main: Final = command(
    "technologies",
    "Technologies in demand, from O*NET 30.2.",
    "the rows in demand, a CSV file",
    answer,
    check=CHECK,
)

if __name__ == "__main__":
    sys.exit(main())
