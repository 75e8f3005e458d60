"""All the ways a record is shown."""

from mlcareerdata.models import Record


def shown(record: Record) -> dict[str, str]:
    """The text that each way of showing gives, by the name of the way."""
    return {
        "str": str(record),
        "repr": repr(record),
        "card": record._card(),
        "HTML card": record._repr_html_(),
    }
