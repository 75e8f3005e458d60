"""An extension of griffe: examples in docstrings become blocks of code, as they are on the pages.

Without it Markdown takes each `>>>` for a quotation in a quotation in a quotation.
"""

from __future__ import annotations

import re
import textwrap
from typing import Final

import griffe
from typing_extensions import override

from website import local
from website.sources import fenced

# From a line with the prompt to the next empty line, as in a doctest.
EXAMPLE: Final = re.compile(r"^ *>>> .*\n?(?:^(?! *$).*\n?)*", re.MULTILINE)


class Doctests(griffe.Extension):
    """Mends each docstring once it has been read."""

    @override
    def on_object(self, *, obj: griffe.Object, **kwargs: object) -> None:
        if obj.docstring:
            obj.docstring.value = with_blocks(obj.docstring.value)


def with_blocks(docstring: str) -> str:
    """A docstring whose examples stand in fences."""
    blocks = [f"{textwrap.dedent(block[0]).rstrip()}\n" for block in EXAMPLE.finditer(docstring)]
    made = (fenced(block, lacks) for block, lacks in zip(blocks, local.needs(blocks), strict=True))
    return EXAMPLE.sub(lambda _: f"{next(made)}\n", docstring).rstrip()
