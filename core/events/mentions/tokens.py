"""A paragraph as words, what stands between them, and what each may start."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from typing import TYPE_CHECKING, cast

from core.arabic import ByWord
from core.events.lexicon import Name, Noun, NounClass, readings
from core.events.lexicon.keys import joins_next, may_be_told_apart, told_apart

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.arabic import Tokenised
    from core.events.lexicon import Entry, Reading
    from core.events.mentions.plain import PlainWords

_QUOTES = frozenset("\"'«»“”„‟‘’‹›`´")
_BLANKS = frozenset(" \t\u00a0_#-ـ")
_WITHIN = frozenset((NounClass.MODIFIER, NounClass.DOMAIN))
"""What stands only within a phrase."""
_JOINING = frozenset((" ", "_", "-"))
"""What may stand between «عبد» and what it is joined to."""


class Gap(IntEnum):
    """What stands before a word, from nothing much to the end of a phrase."""

    PLAIN = 0
    QUOTE = 1
    PAREN = 2
    COMMA = 3
    BREAK = 4


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


@cache
def _gaps() -> ByWord[Gap]:
    return ByWord(_gap)


@dataclass(frozen=True, slots=True)
class Tokens:
    """Words of a folded text in parallel lists; `starts` and `ends` are offsets in the key."""

    words: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]
    gaps: Sequence[Gap]
    readings: Sequence[tuple[Reading, ...]]
    plain: PlainWords | None = None
    """What knows words that are no names, where there is a morphology."""

    def __len__(self) -> int:
        return len(self.words)

    def standing(self, at: int, reading: Reading, widest: Gap = Gap.QUOTE) -> Sequence[Entry]:
        """Return what stands at a place, so read, longest first."""
        if not reading.longer or at + 1 == len(self.words):
            return reading.singles
        longer = reading.longer.get(self.words[at + 1])
        if longer is None:
            return reading.singles
        return [*(entry for entry in longer if self._stands(entry, at, widest)), *reading.singles]

    def _stands(self, entry: Entry, at: int, widest: Gap) -> bool:
        """Tell whether the words of an entry stand at a place; the first two are taken as read."""
        end = at + len(entry.words)
        return (
            end <= len(self.words)
            and max(self.gaps[at + 1 : end]) <= widest
            and tuple(self.words[at + 2 : end]) == entry.words[2:]
        )

    def names(self, at: int, prefix: str = "", widest: Gap = Gap.PAREN) -> list[Name]:
        """Return the names that stand at a place behind just these proclitics, longest first."""
        if at >= len(self.words) or not (found := self.readings[at]):
            return []
        return [
            entry
            for reading in found
            if reading.names and reading.prefix == prefix
            for entry in self.standing(at, reading, widest)
            if isinstance(entry, Name)
        ]

    def nouns(self, at: int, *classes: NounClass, prefix: str = "") -> list[Noun]:
        """Return the nouns of some classes that stand at a place, longest first."""
        if at >= len(self.words) or not (found := self.readings[at]):
            return []
        return [
            entry
            for reading in found
            if reading.prefix == prefix and not reading.nouns.isdisjoint(classes)
            for entry in self.standing(at, reading)
            if isinstance(entry, Noun) and entry.cls in classes
        ]

    def opening(self, at: int) -> Sequence[Reading]:
        """Return the readings of a word that may open a phrase: an adjective or a field opens none."""
        return _opening()[self.words[at]]

    def no_name(self, at: int, *, opens: bool) -> bool:
        """Tell a word that is known to be no part of a person's name; see `PlainWords.no_name`."""
        return self.plain is not None and self.plain.no_name(self.starts[at], self.ends[at], opens=opens)

    def follows(self, at: int, widest: Gap = Gap.QUOTE) -> bool:
        """Tell whether there is a word at `at` that can go on with the phrase before it."""
        return at < len(self.words) and self.gaps[at] <= widest


def tokens_of(text: Tokenised, plain: PlainWords | None = None) -> Tokens:
    """Return the words of a text as the lexicon has them: «عبد» and «أبو» are joined to what follows.

    Where folding has made one word of two, the source tells them apart: see `told_apart`.
    """
    words, starts, ends = text.words.keys, text.starts, text.ends
    gaps = list(_gaps().of_all(text.gaps[:-1]))
    gaps[:1] = [Gap.BREAK] if gaps else []
    starting = list(_starting().of_all(words))
    if None in starting:
        words = list(words)
        respelt = [at for at, found in enumerate(starting) if found is None]
        joints = _joints([at for at in respelt if joins_next(words[at])], text.gaps)
        if joints:
            starts, ends = list(starts), list(ends)
            for at in reversed(joints):
                words[at : at + 2] = [words[at] + words[at + 1]]
                starting[at : at + 2] = [None]
                del starts[at + 1], ends[at], gaps[at + 1]
            respelt = [at for at, found in enumerate(starting) if found is None]
        offsets = text.folded.offsets
        for at in respelt:
            words[at] = told_apart(words[at], text.source[offsets[starts[at]] : offsets[ends[at]]])
            starting[at] = _readings()[words[at]]
    return Tokens(words, starts, ends, gaps, cast("list[tuple[Reading, ...]]", starting), plain)


@cache
def _starting() -> ByWord[tuple[Reading, ...] | None]:
    """What each word of a key starts; null where the text has to be seen for it."""
    return ByWord(lambda word: None if joins_next(word) or may_be_told_apart(word) else readings(word))


@cache
def _readings() -> ByWord[tuple[Reading, ...]]:
    return ByWord(readings)


@cache
def _opening() -> ByWord[tuple[Reading, ...]]:
    return ByWord(lambda word: tuple(filter(_opens, readings(word))))


def _opens(reading: Reading) -> bool:
    return reading.names or not reading.nouns <= _WITHIN


def _joints(joining: Sequence[int], gaps: Sequence[str]) -> list[int]:
    """Return which words are joined to the next; what is joined joins nothing further."""
    found: list[int] = []
    for at in joining:
        # Before the last gap, which ends the text, stands no further word.
        if at + 2 < len(gaps) and gaps[at + 1] in _JOINING and found[-1:] != [at - 1]:
            found.append(at)
    return found
