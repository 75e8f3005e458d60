"""What `tools/tidy.py` writes. Each module gives the texts of the files that it derives."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGE = ROOT / "src" / "mlcareerdata"

Texts = dict[Path, str]
