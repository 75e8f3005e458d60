"""The parts of the documentation site, which `tools/site.py` puts together."""

from pathlib import Path
from typing import Final

HERE: Final = Path(__file__).resolve().parent
ROOT: Final = HERE.parent.parent
DOCS: Final = ROOT / "docs"
