"""Phrases that name places: «مدينة رام الله», «شمال سوريا», «معبر رفح», «العاصمة الإثيوبية»."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from core.arabic import fold_key
from core.events.lexicon import IdentityKind, NounClass, function_words, identity, seat
from core.events.lexicon.places import places_table
from core.events.lexicon.tables import strings
from core.events.mentions.mention import MentionKind
from core.events.mentions.nominal import adjectives
from core.events.mentions.persons import carries_proclitic, looks_verbal
from core.events.mentions.phrase import Phrase
from core.events.mentions.tokens import Gap

if TYPE_CHECKING:
    from core.events.lexicon import Identity, Noun
    from core.events.mentions.tokens import Tokens

_PLACES = (IdentityKind.PLACE, IdentityKind.STATE)
_NOT_GIVEN = tuple(cls for cls in NounClass if cls is not NounClass.GIVEN)


def place(tokens: Tokens, at: int, noun: Noun) -> Phrase | None:
    """Return the place that a head noun begins; null when it names none in particular."""
    end = at + len(noun.words)
    phrase = Phrase(at, end, MentionKind.PLACE, noun, definite=noun.definite)
    if noun.lemma == "العاصمة":
        return _capital(tokens, phrase)
    if not noun.definite:
        named = _name(tokens, phrase) or _inner(tokens, phrase) or _unknown(tokens, phrase)
        if named is None:
            return None
        return _with_country(adjectives(tokens, named))
    grown = adjectives(tokens, phrase)
    known = grown.countries or (noun.sided and any(grown.glosses))
    return _with_country(grown) if known else None


def direction(tokens: Tokens, at: int, noun: Noun) -> Phrase | None:
    """Return the part of a country or town that a point of the compass begins."""
    phrase = Phrase(at, at + len(noun.words), MentionKind.PLACE, noun, definite=noun.definite)
    if noun.definite:
        grown = adjectives(tokens, phrase)
        return _with_country(grown) if grown.countries and len(grown.glosses) == 1 else None
    named = _name(tokens, phrase)
    if named is not None:
        return named._replace(glosses=(noun.en, *named.glosses))
    inner = _inner(tokens, phrase)
    return inner._replace(glosses=(noun.en, *inner.glosses)) if inner is not None else None


def _name(tokens: Tokens, phrase: Phrase) -> Phrase | None:
    at = phrase.end
    if not tokens.follows(at):
        return None
    for name in tokens.names(at):
        if name.identity.kind in _PLACES:
            found = name.identity
            return phrase._replace(
                end=at + len(name.words),
                identity=found,
                place=found.place,
                country=found.country,
                definite=True,
            )
    return None


def _inner(tokens: Tokens, phrase: Phrase) -> Phrase | None:
    at = phrase.end
    if not tokens.follows(at, Gap.PLAIN):
        return None
    for noun in tokens.nouns(at, NounClass.PLACE, NounClass.DIRECTION):
        inner = place(tokens, at, noun) if noun.cls is NounClass.PLACE else direction(tokens, at, noun)
        if inner is not None:
            return phrase._replace(
                end=inner.end,
                inner=inner,
                identity=inner.identity,
                place=inner.place,
                country=inner.country,
                definite=True,
            )
    return None


def _unknown(tokens: Tokens, phrase: Phrase) -> Phrase | None:
    """Take one or two words that nothing else is known of as the place's name."""
    at, noun = phrase.end, phrase.noun
    if noun is None or not tokens.follows(at) or noun.lemma in _words("sure"):
        return None
    word = tokens.words[at]
    if len(word) < 3 or word.isdigit() or word in function_words() or carries_proclitic(tokens, at):
        return None
    if any(found.cls is not NounClass.PLACE for found in tokens.nouns(at, *_NOT_GIVEN)) or (
        tokens.nouns(at, NounClass.PLACE) and not word.startswith("ال")
    ):
        return None
    if word in _words("words") or (noun.lemma[-1] == "ة" and _describes(word)):
        return None
    if not word.startswith("ال") and (looks_verbal(word) or _accusative(noun, word) or not noun.alone):
        return None
    end = at + 1
    if tokens.follows(end, Gap.PLAIN) and tokens.words[end] not in function_words():
        second = tokens.words[end]
        named = not tokens.readings[end] or any(name.identity.kind in _PLACES for name in tokens.names(end))
        definite = second.startswith("ال") and not word.startswith("ال") and named
        if definite or (word in _words("openings") and not carries_proclitic(tokens, end)):
            end += 1
    return phrase._replace(end=end, definite=True, of=None)


def _describes(word: str) -> bool:
    """Tell an adjective behind a feminine noun («قرية مجاورة», «مدينة ساحلية») from its name."""
    return word in _words("adjectives") or (word.endswith("يه") and not word.startswith("ال"))


def _accusative(noun: Noun, word: str) -> bool:
    """Tell «مطارا جديدا»; a feminine noun has no such adjective, and «مدينة شيتا» is a name."""
    return word.endswith("ا") and (noun.lemma[-1] != "ة" or word.endswith(("يا", "اا")))


@cache
def _words(name: str) -> frozenset[str]:
    words = strings(places_table()["unknown"], name)
    return frozenset(map(fold_key, words)) | frozenset(words)


def _capital(tokens: Tokens, phrase: Phrase) -> Phrase | None:
    """Read «العاصمة» with an adjective of nationality, the capital's own name, or both."""
    grown = adjectives(tokens, phrase)
    at = grown.end
    if tokens.follows(at):
        for name in tokens.names(at):
            if name.identity.kind in _PLACES:
                found = name.identity
                return grown._replace(
                    end=at + len(name.words),
                    identity=found,
                    place=found.place,
                    country=found.country,
                    marks=frozenset({"capital"}),
                )
    if grown.country is None:
        return None
    return grown._replace(place=seat(grown.country), marks=frozenset({"capital"}))


def _with_country(phrase: Phrase) -> Phrase:
    if phrase.place is not None or phrase.country is None:
        return phrase
    state: Identity | None = identity(f"state/{phrase.country}")
    return phrase._replace(place=state.place if state else None)
