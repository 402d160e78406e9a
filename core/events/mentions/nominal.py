"""Phrases with a common noun as head: offices, bodies, groups, persons as a mass.

    head (complement) (adjectives) (preposition + complement) (adjectives)

«وزير الدفاع الإسرائيلي», «قيادة حركة حماس», «مبعوث الأمم المتحدة إلى اليمن». A head without article may
have a complement in construct; adjectives agree with the whole in definiteness.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.events.lexicon import IdentityKind, Noun, NounClass, Number, Strength, function_words
from core.events.mentions.mention import MentionKind
from core.events.mentions.persons import carries_proclitic, known_person, looks_verbal, unknown_person
from core.events.mentions.phrase import Phrase
from core.events.mentions.tokens import Gap

if TYPE_CHECKING:
    from core.events.lexicon import Name
    from core.events.mentions.tokens import Tokens

_KINDS = {
    NounClass.OFFICE: MentionKind.OFFICE,
    NounClass.TITLE: MentionKind.OFFICE,
    NounClass.ORGANISATION: MentionKind.ORGANISATION,
    NounClass.GROUP: MentionKind.GROUP,
    NounClass.PEOPLE: MentionKind.PEOPLE,
}
HEADS = (NounClass.OFFICE, NounClass.ORGANISATION, NounClass.GROUP, NounClass.PEOPLE)
_DEEPEST = 4
_TAILS = 2
# Heads whose complement is the name of the body itself, as codes: movements, forces, media, firms.
_PROPER = frozenset({"PTY", "REB", "MED", "BUS", "NGO", "IGO"})
_PROPER_LEMMAS = frozenset({"جهاز", "هيئة", "مجموعة", "خلية"})
_POSTED = frozenset({"سفير", "قنصل", "سفارة", "قنصلية", "بعثة", "مندوب", "محكمة", "قيادي", "عضو", "قيادات"})
_NISBA_ENDINGS = ("ي", "يه", "يين", "يون", "يان", "يات", "يتين")


def nominal(tokens: Tokens, at: int, noun: Noun, depth: int = 0) -> Phrase:
    """Return the phrase that a head noun at a place begins; perhaps the noun alone."""
    several = noun.cls is NounClass.OFFICE and noun.number is not Number.SINGULAR
    phrase = Phrase(
        at,
        at + len(noun.words),
        MentionKind.GROUP if several else _KINDS[noun.cls],
        noun,
        definite=noun.definite,
        country=noun.country,
        office=noun.office,
        code=noun.code,
    )
    if not (noun.definite or noun.absolute) and depth < _DEEPEST:
        phrase = _complement(tokens, phrase, depth)
    phrase = adjectives(tokens, phrase)
    for _ in range(_TAILS if noun.tail and depth < _DEEPEST else 0):
        longer = _tail(tokens, phrase, depth)
        if longer is phrase:
            break
        phrase = adjectives(tokens, longer)
    return phrase


# ------------------------------------------------------------------------------------------- complements


def _complement(tokens: Tokens, phrase: Phrase, depth: int) -> Phrase:
    at = phrase.end
    if not tokens.follows(at):
        return phrase
    found = _named_complement(tokens, phrase, at) or phrase
    if found is phrase and any(noun.definite for noun in tokens.nouns(at, NounClass.DOMAIN)):
        return _domain(tokens, phrase, depth) or phrase
    inner = _inner(tokens, at, depth)
    if inner is not None and inner.end > found.end:
        found = _with_inner(phrase, inner)
    if found is not phrase:
        return found
    return _domain(tokens, phrase, depth) or _generic(tokens, phrase) or phrase


def _named_complement(tokens: Tokens, phrase: Phrase, at: int, prefix: str = "") -> Phrase | None:
    noun = phrase.noun
    assert noun is not None
    body = noun.cls in (NounClass.ORGANISATION, NounClass.GROUP)
    for name in tokens.names(at, prefix):
        if name.identity.kind is IdentityKind.PERSON:
            person = known_person(tokens, at, prefix, titled=body) if body else None
            if person is None:
                continue
            identity = person.identity
            return phrase._replace(
                end=person.end,
                whole=identity,
                country=identity.country if identity else None,
                of=identity.name_en if identity else None,
                definite=True,
            )
        town = name.identity.kind is IdentityKind.PLACE  # «صحيفة الثورة» is of no town of that name
        if name.strength is Strength.HEADED and (town or noun.cls is not NounClass.ORGANISATION):
            continue
        if town and noun.lemma == "قضاء":
            continue  # the district, not the judiciary
        return _of_identity(phrase, name, at)
    return None


def _of_identity(phrase: Phrase, name: Name, at: int) -> Phrase:
    noun, identity = phrase.noun, name.identity
    assert noun is not None
    end = at + len(name.words)
    proper = noun.cls is NounClass.ORGANISATION and (noun.code in _PROPER or noun.lemma in _PROPER_LEMMAS)
    if proper and identity.kind is IdentityKind.ORGANISATION:
        return phrase._replace(end=end, identity=identity, country=identity.country, definite=True, of=None)
    if identity.kind is IdentityKind.PLACE:
        return phrase._replace(end=end, of=identity.name_en, definite=True, place=identity.place)
    return phrase._replace(
        end=end,
        whole=identity,
        country=phrase.country or identity.country,
        of=identity.name_en,
        definite=True,
    )


def _inner(tokens: Tokens, at: int, depth: int, prefix: str = "") -> Phrase | None:
    found = [nominal(tokens, at, noun, depth + 1) for noun in tokens.nouns(at, *HEADS, prefix=prefix)]
    return max(found, key=lambda phrase: phrase.end, default=None)


def _with_inner(phrase: Phrase, inner: Phrase) -> Phrase:
    return phrase._replace(
        end=inner.end,
        inner=inner,
        whole=inner.identity or inner.whole,
        country=phrase.country or inner.country,
        countries=inner.countries,
        of=None,
        definite=inner.definite,
    )


def _domain(tokens: Tokens, phrase: Phrase, depth: int) -> Phrase | None:
    at = phrase.end
    for noun in tokens.nouns(at, NounClass.DOMAIN):
        grown = phrase._replace(end=at + len(noun.words), of=noun.en or None)
        if noun.definite:
            return _and_domain(tokens, grown._replace(definite=True))
        longer = _complement(tokens, grown, depth + 1)
        if longer.end > grown.end:
            return longer._replace(of=grown.of)
    return None


def _and_domain(tokens: Tokens, phrase: Phrase) -> Phrase:
    """Take in a second field of one ministry («وزير التجارة والصناعة»)."""
    at = phrase.end
    if tokens.follows(at, Gap.PLAIN):
        for noun in tokens.nouns(at, NounClass.DOMAIN, prefix="و"):
            if noun.definite:
                return phrase.up_to(at + 1)
    return phrase


def _generic(tokens: Tokens, phrase: Phrase) -> Phrase | None:
    """Take a definite word that the lexicon does not know («رئيس النادي»), or a name in quotation marks."""
    at, noun = phrase.end, phrase.noun
    assert noun is not None
    word = tokens.words[at]
    if word in function_words() or word.isdigit():
        return None
    if phrase.start > 0 and tokens.words[phrase.start - 1].isdigit():
        return None  # «30 دولة الوقوف …»: what is counted has no complement
    if tokens.gaps[at] is Gap.QUOTE:
        if noun.cls is not NounClass.ORGANISATION:
            return None
        end = _closing(tokens, at)
        return phrase._replace(end=end, of=None, definite=True) if end > at else None
    if any(not nisba.definite for nisba in tokens.nouns(at, NounClass.NISBA)):
        return None  # «مسؤول ألماني»: its adjective, which only begins like a definite word
    if tokens.gaps[at] is Gap.PLAIN and word.startswith("ال") and len(word) > 3:
        return phrase._replace(end=at + 1, of=None, definite=True)
    if noun.cls is NounClass.ORGANISATION and noun.code in _PROPER and noun.number is Number.SINGULAR:
        return _proper(tokens, phrase)
    return None


def _closing(tokens: Tokens, at: int) -> int:
    """Return the end of a short quotation that starts at a word; `at` when it is none."""
    for end in range(at + 1, min(at + 5, len(tokens))):
        if tokens.gaps[end] is not Gap.PLAIN:
            return end if tokens.gaps[end] is Gap.QUOTE else at
    return at


def _proper(tokens: Tokens, phrase: Phrase) -> Phrase | None:
    at = phrase.end
    word = tokens.words[at]
    if (
        tokens.gaps[at] is not Gap.PLAIN
        or len(word) < 3
        or looks_verbal(word)
        or carries_proclitic(tokens, at)
    ):
        return None
    if any(reading.prefix == "" for reading in tokens.readings[at]):
        return None
    end = at + 1
    if tokens.follows(end, Gap.PLAIN) and tokens.words[end].startswith("ال"):
        if tokens.words[end] not in function_words():
            end += 1
    elif word.endswith("ا"):
        return None  # an object or an adverb in the accusative rather than a name
    return phrase._replace(end=end, of=None, definite=True)


# -------------------------------------------------------------------------------------------- adjectives


def adjectives(tokens: Tokens, phrase: Phrase) -> Phrase:
    """Take in the adjectives that follow, joined ones too («الأردنية والفلسطينية»)."""
    last = ""
    while tokens.follows(phrase.end):
        at = phrase.end
        found = _adjective(tokens, phrase, at, last)
        if found is None:
            break
        adjective, gloss = found
        last = tokens.words[at]
        count = len(adjective.words) if adjective is not None else 1
        country = adjective.country if adjective is not None else None
        phrase = phrase._replace(
            end=at + count,
            glosses=(*phrase.glosses, gloss),
            country=phrase.country or country,
            countries=(*phrase.countries, country) if country else phrase.countries,
        )
    return phrase


def _adjective(tokens: Tokens, phrase: Phrase, at: int, last: str) -> tuple[Noun | None, str] | None:
    word = tokens.words[at]
    for prefix in ("", "و"):
        if prefix and (not last or not _same_ending(word, last)):
            continue
        for noun in tokens.nouns(at, NounClass.NISBA, NounClass.MODIFIER, prefix=prefix):
            if noun.definite != phrase.definite or _begins_name(tokens, phrase, at, noun):
                continue
            return noun, noun.en
    if phrase.definite and phrase.kind is not MentionKind.OFFICE and _has_nisba_shape(tokens, at):
        return None, ""
    return None


def _begins_name(tokens: Tokens, phrase: Phrase, at: int, adjective: Noun) -> bool:
    """Tell whether an adjective opens a list («وزراء الخارجية المصري … والتونسي …»)."""
    several = phrase.kind is MentionKind.GROUP and adjective.number is Number.SINGULAR
    at += len(adjective.words)
    if not (several and adjective.country and tokens.follows(at, Gap.PLAIN)):
        return False
    return known_person(tokens, at) is not None or bool(tokens.nouns(at, NounClass.GIVEN))


def _same_ending(word: str, other: str) -> bool:
    return word[-2:] == other[-2:] or (word[-1] == other[-1] == "ي")


def _has_nisba_shape(tokens: Tokens, at: int) -> bool:
    word = tokens.words[at]
    return (
        tokens.gaps[at] is Gap.PLAIN
        and len(word) >= 6
        and word.startswith("ال")
        and word.endswith(_NISBA_ENDINGS)
        and word not in function_words()
        and not tokens.names(at)
    )


# ------------------------------------------------------------------------------------------------- tails


def _tail(tokens: Tokens, phrase: Phrase, depth: int) -> Phrase:
    at, noun = phrase.end, phrase.noun
    assert noun is not None
    if not tokens.follows(at):
        return phrase
    word = tokens.words[at]
    for prefix in ("ل", "ب"):
        if prefix in noun.tail and word.startswith(prefix):
            found = _joined(tokens, phrase, at, prefix, depth)
            if found is not None:
                return found
    if (word not in noun.tail and word != "في") or not tokens.follows(at + 1):
        return phrase
    if word == "الي" and not (phrase.definite or phrase.countries or phrase.whole or phrase.inner):
        return phrase  # «أرسلت مندوبين إلى X»: where they go
    if word == "في" and phrase.kind not in (MentionKind.OFFICE, MentionKind.ORGANISATION):
        return phrase
    found = _led(tokens, phrase, at + 1, depth)
    if found is None:
        return phrase
    posted = noun.lemma in _POSTED and word in noun.tail
    if word == "في" and not posted and not _person_stands(tokens, found.end):
        return phrase
    return found


def _joined(tokens: Tokens, phrase: Phrase, at: int, prefix: str, depth: int) -> Phrase | None:
    """Take in a complement with its preposition written onto it («الأمين العام للأمم المتحدة»)."""
    bare = phrase.end - phrase.start == len(phrase.noun.words if phrase.noun else ())
    if (
        bare
        and not phrase.definite
        and phrase.noun
        and phrase.noun.number is Number.SINGULAR
        and prefix == "ب"
    ):
        return None
    found = _named_complement(tokens, phrase, at, prefix)
    if found is not None and _goes_there(phrase, found, prefix):
        return None
    if found is not None:
        return found._replace(definite=phrase.definite or found.definite)
    inner = _inner(tokens, at, depth, prefix)
    fits = inner is not None and inner.kind not in (MentionKind.PEOPLE, MentionKind.OFFICE)
    if (
        inner is not None
        and (fits or inner.office or inner.country)
        and (inner.definite or inner.end > at + 1)
    ):
        return _with_inner(phrase, inner)._replace(definite=phrase.definite)
    if prefix == "ل" and not bare and tokens.words[at].startswith("لل") and len(tokens.words[at]) > 4:
        return phrase._replace(end=at + 1, of=None)
    return None


def _goes_there(phrase: Phrase, found: Phrase, prefix: str) -> bool:
    """«زيارة وزير الخارجية الإيراني لبغداد», «أجراها الرئيس للصين»: he is another's, and goes there."""
    state = found.whole is not None and found.whole.kind is IdentityKind.STATE
    sent = phrase.noun is not None and "الي" in phrase.noun.tail
    said = bool(phrase.countries) or (phrase.definite and phrase.end == phrase.start + 1)
    return prefix == "ل" and state and said and not sent


def _led(tokens: Tokens, phrase: Phrase, at: int, depth: int) -> Phrase | None:
    """Take in what follows a preposition; the country there is not the actor's own."""
    found = _named_complement(tokens, phrase, at)
    inner = _inner(tokens, at, depth)
    if inner is not None and inner.end > (found.end if found else at):
        own = tokens.words[at - 1] in ("باسم", "بلسان", "من", "عن")
        grown = _with_inner(phrase, inner) if own else phrase._replace(end=inner.end, of=None)
        return grown._replace(definite=phrase.definite)
    if found is not None:
        if tokens.words[at - 1] in ("باسم", "بلسان", "من", "عن"):
            return found._replace(definite=phrase.definite)
        target = found.whole.country if found.whole else None
        there = found.place or (found.whole.place if found.whole else None)
        return phrase._replace(
            end=found.end,
            of=None,
            place=there if tokens.words[at - 1] in ("في", "لدي") else phrase.place,
            marks=phrase.marks | ({f"to:{target}"} if target else frozenset()),
        )
    if tokens.words[at].startswith("ال") and tokens.words[at - 1] in ("باسم", "بلسان"):
        return phrase._replace(end=at + 1, of=None)
    return None


def _person_stands(tokens: Tokens, at: int) -> bool:
    if not tokens.follows(at, Gap.PLAIN):
        return False
    return (
        known_person(tokens, at, titled=True) is not None or unknown_person(tokens, at, titled=True) > at + 1
    )
