"""A sentence with what was found in it, and the order of its clauses."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.arabic import without_clitics
from core.events.grammar import grammar
from core.events.homographs import Homographs
from core.events.mentions import MentionKind
from core.events.triggers import Hit, Pos, find_triggers
from core.model import Basis, Paragraph, Span, Timex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.arabic import Tokenised, Words
    from core.events.mentions import Mention
    from core.morphology import Morphology

_CLAUSE_MARK = re.compile(r"[،؛:;,]|\s[-–—]+\s|--")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a paragraph; all offsets are the paragraph's."""

    paragraph: Paragraph
    text: Tokenised
    """The paragraph's words."""
    span: Span
    words: Words
    hits: tuple[Hit, ...]
    mentions: tuple[Mention, ...]
    timexes: tuple[Timex, ...]
    clause_starts: tuple[int, ...]
    """Indices of the words that open a clause; the first is 0."""
    dated: tuple[int, ...]
    """Indices of the words that stand in dates."""

    @property
    def folded(self) -> str:
        """The key of the whole sentence."""
        folded, span = self.text.folded, self.span
        if isinstance(folded.offsets, range):
            return folded.key[span.start : span.end]
        start, end = (bisect_left(folded.offsets, edge) for edge in (span.start, span.end))
        return folded.key[start:end]

    def word_at(self, offset: int) -> int:
        """Return the index of the word at or after an offset (the number of words, past the last)."""
        return bisect_right(self.words.ends, offset)

    def clause_of(self, index: int) -> int:
        """Return which clause a word belongs to, counted from 0."""
        return bisect_right(self.clause_starts, index) - 1

    def clause_range(self, clause: int) -> range:
        """Return the word indices of a clause."""
        start = self.clause_starts[clause]
        later = clause + 1 < len(self.clause_starts)
        return range(start, self.clause_starts[clause + 1] if later else len(self.words))

    def key(self, index: int) -> str:
        """Return the matching key of a word; empty outside the sentence."""
        keys = self.words.keys
        return keys[index] if 0 <= index < len(keys) else ""

    def has(self, keys: frozenset[str], start: int, stop: int) -> bool:
        """Tell whether one of some words stands in a stretch."""
        return not keys.isdisjoint(self.words.keys[max(start, 0) : max(stop, 0)])

    def words_between(self, first: int, index: int) -> int:
        """Count the words between two, but not those of dates: they keep nothing apart."""
        dated = bisect_left(self.dated, index) - bisect_right(self.dated, first)
        return max(index - first - 1, 0) - max(dated, 0)

    def keys_without_clitics(self, index: int) -> frozenset[str]:
        """Return the key of a word with and without what may be attached to it."""
        key = self.key(index)
        return without_clitics(key) if key else frozenset()


def make_sentence(
    paragraph: Paragraph,
    text: Tokenised,
    span: Span,
    mentions: tuple[Mention, ...],
    timexes: tuple[Timex, ...],
    morphology: Morphology | None = None,
) -> Sentence:
    """Gather what lies in a sentence of a paragraph, whose words are `text`."""
    place = text.within(span.start, span.end)
    words = text.words[place]
    inside = tuple(t for t in timexes if span.start <= t.start < span.end)
    admits = Homographs(paragraph.text, words, inside, morphology).admits if morphology is not None else None
    named = tuple(m for m in mentions if span.start <= m.span.start < span.end)
    found = find_triggers(words, paragraph.text, admits)
    hits = tuple(
        hit
        for hit in found
        if not any(_meet(timex, hit) and not _names(timex, hit) for timex in inside)
        and not any(_inside_name(hit, mention, found) for mention in named)
        and not (hit.form.dated and not any(_soon(words, hit, timex) for timex in inside))
    )
    starts = _clause_starts(paragraph.text, words, text.gaps[place], hits)
    dated = tuple(at for t in inside for at in _indices(words, t))
    return Sentence(paragraph, text, span, words, hits, named, inside, starts, dated)


def _indices(words: Words, timex: Timex) -> range:
    """Return which words start in a date."""
    return range(bisect_left(words.starts, timex.start), bisect_left(words.starts, timex.end))


def _meet(timex: Timex, hit: Hit) -> bool:
    return timex.start < hit.span.end and hit.span.start < timex.end


def _soon(words: Words, hit: Hit, timex: Timex) -> bool:
    """Tell a date that follows a participle, at most a preposition and a word between them."""
    return sum(hit.span.end <= word.start and word.end <= timex.start for word in words) <= 2 and (
        timex.start >= hit.span.end
    )


def _names(timex: Timex, hit: Hit) -> bool:
    """Tell a happening that a date is counted from in its own words («غداة لقاء …»)."""
    return (
        hit.form.pos is Pos.NOUN
        and hit.cls.plover is not None
        and timex.basis in (Basis.OFFSET, Basis.ANAPHORIC)
    )


def _inside_name(hit: Hit, mention: Mention, hits: tuple[Hit, ...]) -> bool:
    """Tell a trigger word that is part of somebody's name («قيادة القوات المشتركة», «ولد الشيخ»)."""
    if not mention.span.contains(hit.span):
        return False
    if mention.kind is MentionKind.ORGANISATION and hit.cls.name == "meet":
        # «القمة العربية» is held, and somebody only where it does something itself («دانت القمة …»).
        acts = any(other.last == hit.first - 1 and other.cls.plover is not None for other in hits)
        return acts or hit.span.start > mention.span.start
    return hit.form.pos is Pos.NOUN or mention.kind is MentionKind.PERSON


def _clause_starts(text: str, words: Words, gaps: Sequence[str], hits: tuple[Hit, ...]) -> tuple[int, ...]:
    starters = grammar().clause_starters
    keys = words.keys
    verbs = [hit.first for hit in hits if hit.form.pos is Pos.VERB]
    verbs += [hit.light.first for hit in hits if hit.light]
    joined = {first for first in verbs if keys[first][0] in "وف"}
    return tuple(
        index
        for index, (key, gap) in enumerate(zip(keys, gaps, strict=True))
        if key in starters
        or index == 0
        or index in joined
        or (gap != " " and _CLAUSE_MARK.search(text, words.ends[index - 1], words.starts[index]))
    )
