"""What the last titles were read as, for employers type the same ones again and again."""

from typing import Final

from mlcareerdata.models._titles import TitleMatch

REMEMBERED: Final = 1024  # titles; there are not many more that come often


class Lately:
    """Remembers what a title was read as when it comes the second time.

    Of what came once only the text is kept: matches that nobody asks for again would crowd the
    processor's memory.
    """

    def __init__(self) -> None:
        """Begin with nothing."""
        self.known: dict[str, TitleMatch | None] = {}
        self._seen: set[str] = set()

    def add(self, text: str, match: TitleMatch | None) -> TitleMatch | None:
        """Take note, and give the match back."""
        # Where it is too much, a new dict begins: another thread may be looking into the old one.
        if text in self._seen:
            if len(self.known) >= REMEMBERED:
                self.known = {}
            self.known[text] = match
        else:
            if len(self._seen) >= REMEMBERED:
                self._seen = set()
            self._seen.add(text)
        return match
