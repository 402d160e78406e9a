"""Persons with what is said of them: titles and offices before the name, an office after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.events.lexicon import IdentityKind, NounClass, Number
from core.events.mentions.mention import MentionKind
from core.events.mentions.nominal import adjectives, nominal
from core.events.mentions.persons import known_person, unknown_person
from core.events.mentions.phrase import Phrase
from core.events.mentions.tokens import Gap

if TYPE_CHECKING:
    from core.events.lexicon import Identity, Noun
    from core.events.mentions.tokens import Tokens


def person(tokens: Tokens, at: int, prefix: str) -> Phrase | None:
    """Return the person whose name, without title, starts at a place."""
    known = known_person(tokens, at, prefix)
    if known is not None:
        phrase = Phrase(
            at,
            known.end,
            MentionKind.PERSON,
            identity=known.identity,
            definite=True,
            named=True,
            person=(at, known.end),
        )
        return _office_after(tokens, phrase)
    if not tokens.nouns(at, NounClass.GIVEN, prefix=prefix):
        return None
    end = unknown_person(tokens, at, titled=False) if not prefix else _prefixed_run(tokens, at)
    if end == at:
        return None
    phrase = Phrase(at, end, MentionKind.PERSON, definite=True, named=True, person=(at, end))
    return _office_after(tokens, phrase)


def _prefixed_run(tokens: Tokens, at: int) -> int:
    """Return the end of a run whose first word, a given name, carries a particle."""
    if not tokens.follows(at + 1, Gap.PLAIN):
        return at
    end = unknown_person(tokens, at + 1, titled=True)
    return end if end > at + 1 else at


def titled(tokens: Tokens, at: int, noun: Noun) -> Phrase | None:
    """Return the person or office that a title begins; null when the title leads to nothing."""
    if noun.definite == noun.bare:
        return None
    end = at + len(noun.words)
    phrase = Phrase(at, end, MentionKind.OFFICE, noun, definite=True, code=noun.code)
    if tokens.follows(end, Gap.PLAIN):
        for office in tokens.nouns(end, NounClass.OFFICE):
            inner = with_person(tokens, nominal(tokens, end, office))
            return inner._replace(start=at)
    phrase = adjectives(tokens, phrase)
    named = with_person(tokens, phrase)
    if named.named or named.country:
        return named
    return None


def with_person(tokens: Tokens, phrase: Phrase) -> Phrase:
    """Take in the name that follows an office or title, titles between them too."""
    noun = phrase.noun
    if noun is not None and noun.number is not Number.SINGULAR:
        return phrase
    at = _past_titles(tokens, phrase.end)
    if tokens.follows(at, Gap.QUOTE):
        found = _name(tokens, phrase, at)
        if found is not None:
            return _office_after(tokens, found)
    if at == phrase.end and at < len(tokens) and tokens.gaps[at] is Gap.COMMA and phrase.definite:
        start = _past_titles(tokens, at, Gap.COMMA)
        if start == at or tokens.follows(start, Gap.PLAIN):
            found = _name_after_comma(tokens, phrase, start)
            if found is not None:
                return found._replace(end=phrase.end, apposition=(at, found.end))
    return phrase


def _past_titles(tokens: Tokens, at: int, widest: Gap = Gap.PLAIN) -> int:
    while tokens.follows(at, widest):
        nouns = tokens.nouns(at, NounClass.TITLE, NounClass.OFFICE)
        titles = (noun for noun in nouns if noun.definite != noun.bare and not noun.office and not noun.owned)
        step = next((len(noun.words) for noun in titles), 0)
        if not step:
            return at
        at += step
        widest = Gap.PLAIN
    return at


def _name(tokens: Tokens, phrase: Phrase, at: int) -> Phrase | None:
    known = known_person(tokens, at, titled=True, country=phrase.country)
    if known is not None:
        identity = known.identity
        if identity is not None and _is_of_inner(identity, phrase):
            # «مستشار الرئيس الأمريكي دونالد ترامب»: the name is the president's.
            return _name(tokens, phrase.up_to(known.end), known.end) or phrase.up_to(known.end)
        return _named(phrase, at, known.end, identity)
    if at >= len(tokens) or tokens.gaps[at] is not Gap.PLAIN:
        return None
    end = unknown_person(tokens, at, titled=True)
    return _named(phrase, at, end, None) if end > at else None


def _name_after_comma(tokens: Tokens, phrase: Phrase, at: int) -> Phrase | None:
    known = known_person(tokens, at, country=phrase.country)
    if known is not None:
        identity = known.identity
        fits = identity is None or phrase.country is None or identity.country in (None, phrase.country)
        return _named(phrase, at, known.end, identity) if fits else None
    if tokens.nouns(at, NounClass.GIVEN):
        end = unknown_person(tokens, at, titled=False)
        if end > at + 1 and (end == len(tokens) or tokens.gaps[end] is not Gap.PLAIN):
            return _named(phrase, at, end, None)
    return None


def _named(phrase: Phrase, at: int, end: int, identity: Identity | None) -> Phrase:
    return phrase._replace(
        end=end,
        kind=MentionKind.PERSON,
        identity=identity,
        named=True,
        definite=True,
        person=(at, end),
    )


def _is_of_inner(identity: Identity, phrase: Phrase) -> bool:
    inner = phrase.inner
    return inner is not None and inner.office is not None and _held(identity, inner.office)


def _held(identity: Identity, office: str) -> bool:
    return any(tenure.office.rpartition("/")[2] == office for tenure in identity.holds)


# ------------------------------------------------------------------------------------ an office after it


def _office_after(tokens: Tokens, phrase: Phrase) -> Phrase:
    """Note an office that follows the name («…، رئيس المخابرات العامة»): whose it is, not a second actor."""
    at = phrase.end
    if at >= len(tokens) or tokens.gaps[at] > Gap.COMMA:
        return phrase
    for noun in tokens.nouns(at, NounClass.OFFICE):
        office = nominal(tokens, at, noun)
        bare = office.end == at + len(noun.words) and not noun.office
        if bare or noun.number is not Number.SINGULAR:
            continue
        if _may_be(phrase, office, joined=tokens.gaps[at] is not Gap.COMMA):
            return phrase._replace(
                apposition=(at, office.end),
                country=phrase.country or office.country,
                office=phrase.office or office.office,
                code=phrase.code or office.code,
            )
    return phrase


def _may_be(phrase: Phrase, office: Phrase, *, joined: bool) -> bool:
    """Tell whether somebody can hold an office, as far as the lexicon knows."""
    identity = phrase.identity
    if identity is None or identity.kind is not IdentityKind.PERSON:
        return not (joined and phrase.noun is not None)
    if office.country and identity.country and office.country != identity.country:
        return False
    if office.office and identity.holds:
        return _held(identity, office.office)
    return not joined or office.country is not None
