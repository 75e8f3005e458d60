"""Made-up platforms, of two vendors, in a table."""

from __future__ import annotations

import mlcareerdata as mlc
from mlcareerdata import models

VENDORS = {"aws": "B", "google-cloud": "A", "azure": "B", "vendor-neutral": "A"}
PLATFORMS = [
    models.Platform.model_validate(
        {"id": name, "name": name, "vendor": vendor, "citations": [{"source": "bouchrika-2026"}]}
    )
    for name, vendor in VENDORS.items()
]


def made_up_table() -> mlc.Table[models.Platform]:
    """The platforms, in a table that looks like a part of `platforms()`."""
    return mlc.Table(models.Platform, PLATFORMS, "platform")
