"""A paragraph as words, what stands between them, and what each may start."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from core.events.lexicon import Name, Noun, NounClass, readings
from core.events.lexicon.keys import WORD, joins_next, told_apart

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.events.lexicon import Entry, Reading

_QUOTES = frozenset("\"'«»“”„‟‘’‹›`´")
_BLANKS = frozenset(" \t\u00a0_#-ـ")


class Gap(IntEnum):
    """What stands before a word, from nothing much to the end of a phrase."""

    PLAIN = 0
    QUOTE = 1
    PAREN = 2
    COMMA = 3
    BREAK = 4


@lru_cache(maxsize=4096)
def _gap(between: str) -> Gap:
    if not between:
        return Gap.PLAIN  # digits that touch letters
    rest = set(between) - _BLANKS
    if not rest:
        # A hyphen between words joins them («أنصار-الله»); one between blanks divides the sentence.
        return Gap.BREAK if " -" in between or "- " in between or "\n" in between else Gap.PLAIN
    if rest <= _QUOTES:
        return Gap.QUOTE
    if rest <= _QUOTES | set("()[]"):
        return Gap.PAREN
    return Gap.COMMA if rest <= _QUOTES | set("،,") else Gap.BREAK


@dataclass(slots=True)
class Tokens:
    """Words of a folded text in parallel lists; `starts` and `ends` are offsets in the key."""

    key: str
    words: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)
    readings: list[tuple[Reading, ...]] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.words)

    def add(self, word: str, start: int, end: int) -> None:
        """Append a word."""
        if not self.ends:
            self.gaps.append(Gap.BREAK)
        elif start == self.ends[-1] + 1 and self.key[start - 1] == " ":
            self.gaps.append(Gap.PLAIN)  # by far the most frequent
        else:
            self.gaps.append(_gap(self.key[self.ends[-1] : start]))
        self.words.append(word)
        self.starts.append(start)
        self.ends.append(end)
        self.readings.append(readings(word))

    def matches(self, entry: Entry, at: int, widest: Gap = Gap.QUOTE) -> bool:
        """Tell whether the words of an entry stand at a place; the first is taken as read."""
        count = len(entry.words)
        if count == 1:
            return True
        end = at + count
        return (
            end <= len(self.words)
            and tuple(self.words[at + 1 : end]) == entry.words[1:]
            and max(self.gaps[at + 1 : end]) <= widest
        )

    def names(self, at: int, prefix: str = "", widest: Gap = Gap.PAREN) -> list[Name]:
        """Return the names that stand at a place behind just these proclitics, longest first."""
        return [
            entry
            for reading in self._readings(at)
            if reading.prefix == prefix
            for entry in reading.entries
            if isinstance(entry, Name) and self.matches(entry, at, widest)
        ]

    def nouns(self, at: int, *classes: NounClass, prefix: str = "") -> list[Noun]:
        """Return the nouns of some classes that stand at a place, longest first."""
        return [
            entry
            for reading in self._readings(at)
            if reading.prefix == prefix
            for entry in reading.entries
            if isinstance(entry, Noun) and entry.cls in classes and self.matches(entry, at)
        ]

    def follows(self, at: int, widest: Gap = Gap.QUOTE) -> bool:
        """Tell whether there is a word at `at` that can go on with the phrase before it."""
        return at < len(self.words) and self.gaps[at] <= widest

    def _readings(self, at: int) -> tuple[Reading, ...]:
        return self.readings[at] if at < len(self.words) else ()


def tokenise(key: str, text: str, offsets: Sequence[int]) -> Tokens:
    """Split a folded text; «عبد» and «أبو» are joined to what follows, as in the lexicon.

    Where folding has made one word of two, the source tells them apart: see `told_apart`.
    """
    tokens = Tokens(key)
    last = 0
    pending = -1
    pieces = ""
    for match in WORD.finditer(key):
        word, (start, end) = match.group(), match.span()
        if pending >= 0:
            if key[last:start] in (" ", "_", "-"):
                start, word = pending, pieces + word
            else:
                tokens.add(pieces, pending, last)
            pending = -1
        last = end
        if word[-3:] in ("علي", "مان"):
            word = told_apart(word, text[offsets[start] : offsets[end]])
        if word[-1] in "دو" and joins_next(word):
            pending, pieces = start, word
        else:
            tokens.add(word, start, end)
    if pending >= 0:
        tokens.add(pieces, pending, last)
    return tokens
