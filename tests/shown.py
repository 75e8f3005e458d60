"""All the ways a record is shown."""

import re
from html import unescape

from mlcareerdata.models import Record


def shown(record: Record) -> dict[str, str]:
    """The text that each way of showing gives, by the name of the way."""
    return {
        "str": str(record),
        "repr": repr(record),
        "card": record._card(),
        "HTML card": record._repr_html_(),
    }


def read(html: str) -> str:
    """A card or a table as it is read aloud: no markup, and every space a space."""
    bare = re.sub(r"<style>.*?</style>|<wbr>|</?(?:span|b|a)\b[^>]*>", "", html)
    return unescape(re.sub(r"<[^>]*>", "\n", bare)).replace("\N{NO-BREAK SPACE}", " ")
