"""Names called again: surnames of persons, and «الحركة» or «القطاع» of what was named before."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from core.arabic import fold_key
from core.events.lexicon import Noun, NounClass, Number, function_words, identity
from core.events.lexicon.keys import key_words
from core.events.mentions.mention import Mention, MentionKind
from core.events.mentions.tokens import Gap
from core.model import Span

if TYPE_CHECKING:
    from core.arabic import Tokenised
    from core.events.mentions.tokens import Tokens

_PREFIXES = ("", "و", "ف", "ب", "ل", "ك", "ول", "وب", "فل")
_SHORTEST = 3
_COUNTRY_FORMS = {
    "البلاد": "", "والبلاد": "و", "بالبلاد": "ب", "للبلاد": "ل", "وللبلاد": "ول", "فالبلاد": "ف",
}  # fmt: skip
_TELLING = frozenset({MentionKind.STATE, MentionKind.PLACE, MentionKind.NISBA, MentionKind.OFFICE})
_KINDS = {NounClass.ORGANISATION: MentionKind.ORGANISATION, NounClass.PLACE: MentionKind.PLACE}


class Introduced:
    """Who and what a text has named so far."""

    def __init__(self) -> None:
        self._persons: dict[tuple[str, ...], Mention] = {}
        self.calls: set[str] = set(_COUNTRY_FORMS)
        """Words as written that may call somebody or a country again, whatever they start by themselves."""
        self._by_given: dict[str, Mention | None] = {}
        """Persons by their first name; null where two share one."""
        self._by_head: dict[str, Mention] = {}
        self._countries: dict[str, int] = {}
        """How often each was named."""

    def copy(self) -> Introduced:
        """Return the same, to go on from without a change here."""
        other = Introduced()
        other._persons = self._persons.copy()
        other.calls = self.calls.copy()
        other._by_given = self._by_given.copy()
        other._by_head = self._by_head.copy()
        other._countries = self._countries.copy()
        return other

    def add(self, mention: Mention) -> None:
        """Remember a mention under the names by which it may be called again; the latest wins."""
        if mention.country and mention.kind in _TELLING:
            self._countries[mention.country] = self._countries.get(mention.country, 0) + 1
        if mention.kind is MentionKind.PERSON:
            for words in _callings(mention.name_ar or "", mention.aliases):
                self._persons[words] = mention
                self.calls.update(_written(words[0]))
            self._add_given(mention)
        elif mention.kind in (MentionKind.ORGANISATION, MentionKind.PLACE) and mention.name_en:
            self._by_head[_head(mention.text)] = mention
            if mention.name_ar:
                self._by_head[_head(mention.name_ar)] = mention

    def _add_given(self, mention: Mention) -> None:
        given = _given(mention.name_ar or "")
        if given is None:
            return
        other = self._by_given.get(given, mention)
        same = other is not None and (other.name_ar == mention.name_ar or other.id == mention.id)
        self._by_given[given] = mention if same else None

    def given(self, tokens: Tokens, at: int) -> tuple[Mention, str] | None:
        """Return who is called by the first name alone («حسين» after «حسين الحوثي»), where it is one."""
        word = tokens.words[at]
        for prefix in ("", "و"):
            found = self._by_given.get(word.removeprefix(prefix)) if word.startswith(prefix) else None
            if found is not None and tokens.nouns(at, NounClass.GIVEN, prefix=prefix):
                titled = at and tokens.nouns(at - 1, NounClass.TITLE, NounClass.GIVEN)
                return None if titled else (found, prefix)
        return None

    def at(self, tokens: Tokens, at: int) -> tuple[Mention, str, int] | None:
        """Return who is called again at a word, the proclitics before, and the end (exclusive)."""
        word = tokens.words[at]
        if word not in self.calls:
            return None
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
        for reading in tokens.readings[at]:
            for noun in reading.singles:
                if not isinstance(noun, Noun) or noun.cls not in _KINDS or not _takes_up(noun):
                    continue
                if noun.cls is NounClass.PLACE and not noun.alone:
                    continue
                found = self._by_head.get(noun.words[0].removeprefix("ال"))
                if found is not None and found.kind is _KINDS[noun.cls]:
                    return None if _qualified(tokens, at) else (found, reading.prefix)
        return None

    def country(self, tokens: Tokens, at: int) -> tuple[Mention, str] | None:
        """Return the country that «البلاد» means: the one that has been named most."""
        word = tokens.words[at]
        if word not in _COUNTRY_FORMS or not self._countries:
            return None
        most = max(self._countries, key=lambda country: self._countries[country])
        found = identity(f"state/{most}")
        if found is None:
            return None
        mention = Mention(
            Span(0, 0),
            word,
            MentionKind.PLACE,
            found.id,
            found.name_ar,
            found.name_en,
            country=found.country,
            aliases=found.aliases,
            place=found.place,
            definite=True,
        )
        return mention, _COUNTRY_FORMS[word]


def _qualified(tokens: Tokens, at: int) -> bool:
    """Tell «الحركة الإسلامية»: what is said of a noun makes another of it."""
    return tokens.follows(at + 1, Gap.PLAIN) and any(
        noun.definite for noun in tokens.nouns(at + 1, NounClass.NISBA, NounClass.MODIFIER, NounClass.DOMAIN)
    )


def _takes_up(noun: Noun) -> bool:
    return noun.definite and len(noun.words) == 1 and noun.number is Number.SINGULAR


@lru_cache(maxsize=4096)
def _callings(name: str, aliases: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    """Return the ways to call a person without the whole name."""
    words = key_words(name)
    ways = {key_words(alias) for alias in aliases}
    if len(words) > 1:
        ways.add(words[-1:])
        if len(words) > 2:  # «ولد الشيخ أحمد» after «إسماعيل ولد الشيخ أحمد»
            ways.add(words[1:])
        if words[-2] in ("بن", "ولد", "ال", "دي", "فان"):
            ways.discard(words[-1:])
            ways.add(words[-2:])
    ways.add(words)
    return frozenset(
        way
        for way in ways
        if way and not (len(way) == 1 and (len(way[0]) < _SHORTEST or way[0] in function_words()))
    )


@lru_cache(maxsize=4096)
def _given(name: str) -> str | None:
    """Return the first of several names, if it may call the person by itself."""
    words = key_words(name)
    short = len(words) < 2 or len(words[0]) < _SHORTEST
    return None if short or words[0] in function_words() else words[0]


@lru_cache(maxsize=4096)
def _written(word: str) -> tuple[str, ...]:
    """Return a name with all that may be written onto it."""
    return tuple(prefix + word for prefix in _PREFIXES)


@lru_cache(maxsize=4096)
def _head(text: str) -> str:
    """Return the noun that a name begins with."""
    return fold_key(text.split()[0]).removeprefix("ال")


def again(text: Tokenised, tokens: Tokens, found: Mention, prefix: str, start: int, end: int) -> Mention:
    """Return a mention of what was introduced, at its new place."""
    first = text.folded.offsets[tokens.starts[start] + len(prefix)]
    last = text.folded.to_source(tokens.starts[end - 1], tokens.ends[end - 1])[1]
    span = Span(first, last)
    return found._replace(span=span, text=span.cut(text.source), prefix=prefix, apposition=None)
