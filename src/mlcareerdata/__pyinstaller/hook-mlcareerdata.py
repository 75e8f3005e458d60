"""What PyInstaller packs: the facts, and every module, since most are imported on demand."""

from pathlib import Path

_PACKAGE = Path(__file__).parents[1]

datas = [(str(_PACKAGE / "data"), "mlcareerdata/data")]
hiddenimports = [
    ".".join(("mlcareerdata", *file.relative_to(_PACKAGE).with_suffix("").parts))
    for file in sorted(_PACKAGE.rglob("*.py"))
    if not file.stem.startswith("__") and file.parent != Path(__file__).parent
]
