"""From a phrase of tokens to a mention of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.events.english import with_the
from core.events.lexicon import IdentityKind, NounClass, Number, adjectives, identity, sector_of
from core.events.mentions.mention import Mention, MentionKind
from core.model import Span

if TYPE_CHECKING:
    from core.arabic import Tokenised
    from core.events.lexicon import Identity, Noun
    from core.events.mentions.phrase import Phrase
    from core.events.mentions.tokens import Tokens

_HEAD = "رئيس"
_EXECUTIVE = "executive"
_WHEN = frozenset(("former", "late", "new", "current", "outgoing"))
_CLOSING = "\"'»”’)›"
_OPENING = "\"'«“‘(‹"


def assemble(text: Tokenised, tokens: Tokens, phrase: Phrase, prefix: str) -> Mention:
    """Return the mention that a phrase is."""
    span = _span(text, tokens, phrase.start, phrase.end, prefix)
    about = phrase.identity
    return Mention(
        span=span,
        text=span.cut(text.source),
        kind=phrase.kind,
        id=about.id if about is not None and _is(phrase) else _made_id(phrase),
        name_ar=_arabic(text, tokens, phrase, about),
        name_en=_english(phrase, about),
        code=_code(phrase, about),
        sector=_sector(phrase, about),
        country=about.country if about is not None and about.country else phrase.country,
        aliases=about.aliases if about is not None and _is(phrase) else (),
        place=phrase.place or (about.place if about is not None else None),
        apposition=_span(text, tokens, *phrase.apposition, "") if phrase.apposition else None,
        prefix=prefix,
        office=_office(phrase),
        parts=_parts(phrase),
        definite=phrase.definite,
    )


def _span(text: Tokenised, tokens: Tokens, first: int, last: int, prefix: str) -> Span:
    source, folded = text.source, text.folded
    # In «لل» the article has lost its alef; the noun starts at the second lam.
    start = folded.offsets[tokens.starts[first] + len(prefix)]
    end = folded.to_source(tokens.starts[last - 1], tokens.ends[last - 1])[1]
    if end < len(source) and source[end] in _CLOSING and _left_open(source[start:end]):
        end += 1
    return Span(start, end)


def _left_open(phrase: str) -> bool:
    """Tell whether a quotation mark that opens in a phrase does not close in it."""
    if '"' in phrase:
        return phrase.count('"') % 2 == 1
    return sum(map(phrase.count, _OPENING)) > sum(map(phrase.count, _CLOSING))


def _arabic(text: Tokenised, tokens: Tokens, phrase: Phrase, about: Identity | None) -> str | None:
    """Return the usual name; for a person that the lexicon does not know, the name as written here."""
    if about is not None:
        return about.name_ar if _is(phrase) else None
    if phrase.person is None:
        return None
    return _span(text, tokens, *phrase.person, "").cut(text.source)


def _is(phrase: Phrase) -> bool:
    """Tell whether the phrase is the identity itself and not a part of it («شمال سوريا»)."""
    if phrase.kind is not MentionKind.PLACE or phrase.noun is None:
        return True
    of_state = phrase.identity is not None and phrase.identity.kind is IdentityKind.STATE
    return phrase.noun.cls is not NounClass.DIRECTION and not of_state


def _made_id(phrase: Phrase) -> str | None:
    if phrase.kind is MentionKind.OFFICE and (office := _office(phrase)) and "/" in office:
        return f"office/{office}"
    if phrase.kind is MentionKind.GROUP and phrase.whole is not None:
        return phrase.whole.id if phrase.whole.kind is IdentityKind.ORGANISATION else None
    if phrase.kind is MentionKind.NISBA and phrase.country and len(phrase.countries) == 1:
        return f"state/{phrase.country}"
    of_state = phrase.whole is None or phrase.whole.kind is IdentityKind.STATE
    national = phrase.country and len(phrase.countries) <= 1 and of_state
    if phrase.kind is MentionKind.ORGANISATION and national:
        gloss = _gloss(phrase, with_country=False)
        return f"org/{phrase.country}/{gloss.lower().replace(' ', '-')}" if gloss else None
    return None


def _office(phrase: Phrase) -> str | None:
    if phrase.office is None and phrase.noun is not None and phrase.kind is not MentionKind.PERSON:
        lemma = phrase.noun.lemma
        if _heads_state(phrase):
            return f"{phrase.country}/president"
        by_lemma = {"ملك": "king", "عاهل": "king", "أمير": "emir", "سلطان": "sultan"}
        if lemma in by_lemma and phrase.country:
            return f"{phrase.country}/{by_lemma[lemma]}"
        if lemma == "زعيم" and phrase.whole is not None and phrase.whole.kind is IdentityKind.ORGANISATION:
            return f"{phrase.whole.id.removeprefix('org/')}/leader"
        return None
    if phrase.office is None:
        return None
    target = next((mark[3:] for mark in phrase.marks if mark.startswith("to:")), None)
    if phrase.whole is not None and phrase.whole.kind is IdentityKind.ORGANISATION:
        return f"{phrase.whole.id.removeprefix('org/')}/{phrase.office}"
    realm = target or phrase.country
    return f"{realm}/{phrase.office}" if realm else phrase.office


def _heads_state(phrase: Phrase) -> bool:
    """Tell «الرئيس الأمريكي», «رئيس تونس» from «رئيس بلدية باريس», who heads no state."""
    noun, whole = phrase.noun, phrase.whole
    if noun is None or noun.lemma != _HEAD or not phrase.country or phrase.inner is not None:
        return False
    if whole is not None:
        return whole.kind is IdentityKind.STATE and phrase.of == whole.name_en
    return phrase.definite and phrase.of == ""


def _english(phrase: Phrase, about: Identity | None) -> str | None:
    if phrase.kind is MentionKind.PLACE:
        return _place_name(phrase)
    if about is not None:
        return about.name_en
    if phrase.kind is MentionKind.PERSON:
        return None
    if phrase.kind is MentionKind.NISBA and phrase.country:
        state = identity(f"state/{phrase.country}")
        return state.name_en if state else None
    return _gloss(phrase) or None


def _place_name(phrase: Phrase) -> str | None:
    """Return the point's name, with the part of it that is meant («northern Syria»)."""
    if phrase.place is None:
        return None
    compass = phrase.noun is not None and phrase.noun.cls is NounClass.DIRECTION
    return (
        f"{phrase.glosses[0]} {phrase.place.name_en}" if compass and phrase.glosses else phrase.place.name_en
    )


def _gloss(phrase: Phrase, *, with_country: bool = True) -> str:
    """Return «Egyptian security delegation» for «وفد أمني مصري»; empty where a word has no gloss."""
    noun = phrase.noun
    if noun is None or not noun.en or (phrase.of is None and phrase.inner is None and phrase.whole is None):
        return ""
    if noun.cls is NounClass.NISBA and phrase.kind is MentionKind.PEOPLE and len(phrase.countries) == 1:
        return _people(noun.en)
    head, of = _title(phrase, noun)
    national = {adjectives().get(country, "") for country in phrase.countries}
    others = [gloss for gloss in phrase.glosses if gloss and gloss not in national and gloss not in head]
    if any(not gloss for gloss in phrase.glosses):
        return ""
    own = [adjectives().get(country, "") for country in dict.fromkeys(phrase.countries)]
    if phrase.whole is not None and phrase.inner is None:
        state = phrase.whole.kind is IdentityKind.STATE
        own = [adjectives().get(phrase.whole.country or "", "") if state else phrase.whole.name_en]
    if of:
        own = []
    elif phrase.inner is not None:
        inner = phrase.inner.identity.name_en if phrase.inner.identity else _gloss(phrase.inner)
        if not inner:
            return ""
        of, own = ["of", "the", inner], []
    elif phrase.whole is None and phrase.of:
        others = [*others, phrase.of]
    if not with_country:
        own = []
    before = [gloss for gloss in others if gloss in _WHEN]  # «former Lebanese President»
    after = [gloss for gloss in others if gloss not in _WHEN]
    return " ".join(filter(None, (*before, " and ".join(filter(None, own)), *after, head, *of)))


def _people(adjective: str) -> str:
    """Return «Palestinians», «French people»."""
    return f"{adjective}s" if adjective.endswith(("an", "i")) else f"{adjective} people"


def _title(phrase: Phrase, noun: Noun) -> tuple[str, list[str]]:
    """Return what a noun is in English, and the words that follow: a «رئيس» is called by what he heads."""
    if noun.lemma != _HEAD or phrase.inner is not None:
        return noun.en, []
    if _heads_state(phrase) or (phrase.whole is None and phrase.of == ""):
        if _EXECUTIVE in phrase.glosses:
            return f"{noun.en.replace('head', 'chief')} {_EXECUTIVE}", []
        title = "President" if noun.number is Number.SINGULAR else "president"
        return noun.en.replace("head", title), []
    whole = phrase.whole
    body = (
        f"the {phrase.of}" if whole is None or whole.kind is IdentityKind.STATE else with_the(whole.name_en)
    )
    return noun.en, ["of", body]


def _code(phrase: Phrase, about: Identity | None) -> str | None:
    if phrase.kind is MentionKind.PLACE:
        return None
    if about is not None:
        return about.code
    if phrase.whole is not None and phrase.whole.kind is IdentityKind.ORGANISATION:
        return phrase.whole.code
    if len(set(phrase.countries)) > 1 and phrase.inner is None:
        return None
    return f"{phrase.country or ''}{phrase.code}" or None


def _sector(phrase: Phrase, about: Identity | None) -> str | None:
    if phrase.kind is MentionKind.PLACE:
        return None
    if about is not None:
        return about.sector
    if phrase.whole is not None and phrase.whole.kind is IdentityKind.ORGANISATION:
        return phrase.whole.sector
    if phrase.kind is MentionKind.NISBA:
        return "government"
    return sector_of(phrase.code)


def _parts(phrase: Phrase) -> tuple[str, ...]:
    countries = phrase.countries or (phrase.inner.countries if phrase.inner else ())
    return tuple(f"state/{country}" for country in countries) if len(set(countries)) > 1 else ()
