"""Names called again: surnames of persons, and «الحركة» or «القطاع» of what was named before."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from core.arabic import fold_key
from core.events.lexicon import Noun, NounClass, Number, function_words
from core.events.lexicon.keys import key_words
from core.events.mentions.mention import Mention, MentionKind
from core.model import Span

if TYPE_CHECKING:
    from core.arabic import Folded
    from core.events.mentions.tokens import Tokens

_PREFIXES = ("", "و", "ف", "ب", "ل", "ك", "ول", "وب", "فل")
_SHORTEST = 3
_KINDS = {NounClass.ORGANISATION: MentionKind.ORGANISATION, NounClass.PLACE: MentionKind.PLACE}


class Introduced:
    """Who and what a text has named so far."""

    def __init__(self) -> None:
        self._persons: dict[tuple[str, ...], Mention] = {}
        self._by_head: dict[str, Mention] = {}

    def add(self, mention: Mention) -> None:
        """Remember a mention under the names by which it may be called again; the latest wins."""
        if mention.kind is MentionKind.PERSON:
            for words in _callings(mention):
                self._persons[words] = mention
        elif mention.kind in (MentionKind.ORGANISATION, MentionKind.PLACE) and mention.name_en:
            first = fold_key(mention.text.split()[0]).removeprefix("ال")
            self._by_head[first] = mention
            if mention.name_ar:
                self._by_head[fold_key(mention.name_ar.split()[0]).removeprefix("ال")] = mention

    def at(self, tokens: Tokens, at: int) -> tuple[Mention, str, int] | None:
        """Return who is called again at a word, the proclitics before, and the end (exclusive)."""
        if not self._persons:
            return None
        word = tokens.words[at]
        for prefix in _PREFIXES:
            if not word.startswith(prefix):
                continue
            bare = word[len(prefix) :]
            for count in (3, 2, 1):
                words = (bare, *tokens.words[at + 1 : at + count])
                found = self._persons.get(words)
                if (
                    found is not None
                    and len(words) == count
                    and max(tokens.gaps[at + 1 : at + count], default=0) == 0
                ):
                    return found, prefix, at + count
        return None

    def headed(self, tokens: Tokens, at: int) -> tuple[Mention, str] | None:
        """Return the body or place that a lone definite noun takes up, with the proclitics before it."""
        if not self._by_head:
            return None
        for reading in tokens.readings[at]:
            for noun in reading.entries:
                if not isinstance(noun, Noun) or noun.cls not in _KINDS or not _takes_up(noun):
                    continue
                found = self._by_head.get(noun.words[0].removeprefix("ال"))
                if found is not None and found.kind is _KINDS[noun.cls]:
                    return found, reading.prefix
        return None


def _takes_up(noun: Noun) -> bool:
    return noun.definite and len(noun.words) == 1 and noun.number is Number.SINGULAR


def _callings(mention: Mention) -> set[tuple[str, ...]]:
    """Return the ways to call a person without the whole name."""
    words = key_words(mention.name_ar or "")
    ways = {key_words(alias) for alias in mention.aliases}
    if len(words) > 1:
        ways.add(words[-1:])
        if len(words) > 2:  # «ولد الشيخ أحمد» after «إسماعيل ولد الشيخ أحمد»
            ways.add(words[1:])
        if words[-2] in ("بن", "ولد", "ال", "دي", "فان"):
            ways.discard(words[-1:])
            ways.add(words[-2:])
    ways.add(words)
    return {
        way
        for way in ways
        if way and not (len(way) == 1 and (len(way[0]) < _SHORTEST or way[0] in function_words()))
    }


def again(
    text: str, folded: Folded, tokens: Tokens, found: Mention, prefix: str, start: int, end: int
) -> Mention:
    """Return a mention of what was introduced, at its new place."""
    first = folded.offsets[tokens.starts[start] + len(prefix)]
    last = folded.to_source(tokens.starts[end - 1], tokens.ends[end - 1])[1]
    span = Span(first, last)
    return replace(found, span=span, text=span.cut(text), prefix=prefix, apposition=None)
