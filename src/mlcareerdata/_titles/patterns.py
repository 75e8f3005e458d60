"""From patterns to regular expressions, and to the words that they need.

The expressions use only what Python, Rust (Polars), RE2 (DuckDB, Arrow) and Java (Spark) mean
alike: plain letters, `[...]`, `(?:...)`, `|`, `?` and `{m,n}`. Every gap has an upper bound, so
that searching takes time linear in the text on the engines that backtrack, too.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import chain, zip_longest
from typing import TypeAlias

from mlcareerdata._titles.rows import TitleTerm
from mlcareerdata._titles.words import Vocabulary

_WORD = "[a-z]+ "
_BREAK = "(?:, ){1,4}"  # brackets and dashes often come together
_JOINT = "(?:&|and|or) "
_LEVELS = "@level"  # the term behind `~`
_COLUMNS = 3  # hardly a pattern has more needs; a fourth goes unasked

Spell: TypeAlias = Callable[[str], str]
Needs: TypeAlias = tuple[frozenset[str], ...]


class Patterns:
    """Translates patterns; `rows.py` says what they mean."""

    def __init__(self, terms: Iterable[TitleTerm], vocabulary: Vocabulary) -> None:
        """Index the terms."""
        self._terms = {term.id: term for term in terms}
        self._vocabulary = vocabulary

    def regex(self, patterns: Sequence[str]) -> str:
        """Finds any of the patterns in a title whose words are put into their first spelling."""
        return _either(patterns, " ", lambda pattern: self._run(pattern, self._first_spelling))

    def spelled_regex(self, patterns: Sequence[str]) -> str:
        """Finds any of the patterns in a title that is spelled as it came."""
        return _either(patterns, " ", lambda pattern: self._run(pattern, self._vocabulary.regex))

    def needs(self, pattern: str) -> Needs:
        """Sets of words; wherever the pattern is found, there is a word of each."""
        items = (item for item in pattern.split(" ") if item[0] not in "*~,&")
        return tuple(self._choices(item) for item in items if not item.endswith("?"))

    def needs_of(self, when: Sequence[str], also: Sequence[str]) -> tuple[Needs, ...]:
        """For each pattern of `when`, the needs that it has together with one of `also`."""
        besides = (self._rarest(also),) if also else ()
        return tuple((*self.needs(pattern), *besides) for pattern in when)

    def _choices(self, item: str) -> frozenset[str]:
        """The words of which there is one where the item is: of a phrase, its rarest word."""
        words: set[str] = set()
        for name in item.split("|"):
            if name.startswith("@"):
                words |= self._rarest(self._phrases(name))
            else:
                words.add(name)
        return frozenset(words)

    def _rarest(self, patterns: Sequence[str]) -> frozenset[str]:
        """Words of which there is one wherever any of the patterns is found: as few as will do."""
        words: set[str] = set()
        for needs in sorted((self.needs(pattern) for pattern in patterns), key=len):
            if not any(need <= words for need in needs):
                rarest = max(needs, key=_rarity)
                words |= rarest
        return frozenset(words)

    def _phrases(self, name: str) -> Sequence[str]:
        term = self._terms.get(name.removeprefix("@"))
        if term is None:
            raise ValueError(f"there is no term {name}; the terms are in title_terms.json")
        return term.phrases

    def _first_spelling(self, word: str) -> str:
        first = self._vocabulary.words.get(word, word)
        if first != word:
            raise ValueError(f"{word!r} is a spelling of {first!r}: write {first!r} in patterns")
        return word

    def _run(self, pattern: str, spell: Spell) -> str:
        return "".join(self._item(item, spell) for item in pattern.split(" "))

    def _item(self, item: str, spell: Spell) -> str:
        """An item, and the space behind each of its words."""
        if item.startswith("*"):
            return f"(?:{_WORD}){{0,{item[1:]}}}"
        if item == "~":
            return f"(?:{self._name(_LEVELS, spell)}){{0,3}}"
        if item.endswith("?"):
            return f"(?:{self._item(item.removesuffix('?'), spell)})?"
        return _either(item.split("|"), "", lambda name: self._name(name, spell))

    def _name(self, name: str, spell: Spell) -> str:
        if name == ",":
            return _BREAK
        if name == "&":
            return _JOINT
        if name.startswith("@"):
            return _either(self._phrases(name), "", lambda phrase: self._run(phrase, spell))
        spelled = spell(name)
        return f"(?:{spelled}) " if "|" in spelled else f"{spelled} "


def _either(parts: Sequence[str], before: str, translate: Callable[[str], str]) -> str:
    found = [translate(part) for part in parts]
    return f"{before}(?:{'|'.join(found)})" if len(found) > 1 else f"{before}{found[0]}"


def _rarity(words: frozenset[str]) -> int:
    """Long words are rare words."""
    return min(map(len, words))


def gates(needs_of_rules: Iterable[Needs]) -> Needs:
    """Two sets of words: a title without a word of each is none of any rule's.

    Takes what each rule needs. Of each rule, one need goes to one gate and one to the other,
    wherever it adds the least; so one comes to hold the nouns, the other the fields.
    """
    first: set[str] = set()
    second: set[str] = set()
    for needs in needs_of_rules:
        pairs = [(a, b) for a in needs for b in needs if a is not b] or [(needs[0], needs[0])]
        a, b = min(pairs, key=lambda pair: len(pair[0] - first) + len(pair[1] - second))
        first |= a
        second |= b
    return frozenset(first), frozenset(second)


class Clues:
    """Tells by the words of a title which patterns can be found in it.

    Each pattern has a bit, and each of its needs that bit in another column. A word has the bits
    of all the needs that it meets, as one number. So the words of a title together give what is
    met, and a pattern can be found where its bit is in every column. Nothing is remembered from
    title to title: one that was never seen is as fast as any.
    """

    def __init__(self, needs: Sequence[Needs], spellings: Callable[[str], Iterable[str]]) -> None:
        """Take the needs of each pattern, and what gives the spellings of a word."""
        self._width = len(needs)
        self._bits: dict[bytes, int] = {}
        self._met = 0  # whatever the words: where a pattern has fewer needs than there are columns
        for at, of_pattern in enumerate(needs):
            for column, words in zip_longest(range(_COLUMNS), of_pattern[:_COLUMNS]):
                bit = 1 << column * self._width + at
                if words is None:
                    self._met |= bit
                    continue
                for spelling in chain.from_iterable(map(spellings, words)):
                    word = spelling.encode("ascii")
                    self._bits[word] = self._bits.get(word, 0) | bit

    def patterns(self, words: Iterable[bytes]) -> int:
        """The bits of the patterns that can be found where these words are."""
        bits = self._bits
        met = self._met
        for word in words:
            if word in bits:
                met |= bits[word]
        met &= met >> self._width
        return met & (met >> self._width)  # the first column: what is in all three of them
