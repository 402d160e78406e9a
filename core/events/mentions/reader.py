"""The longest phrase that starts at a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.events.lexicon import IdentityKind, Name, Noun, NounClass, Number, Strength, function_words
from core.events.mentions.mention import MentionKind
from core.events.mentions.nominal import adjectives, nominal
from core.events.mentions.phrase import Phrase
from core.events.mentions.places import direction, place
from core.events.mentions.titled import person, titled, with_person
from core.events.mentions.tokens import Gap

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from core.events.lexicon import Entry, Reading
    from core.events.mentions.tokens import Tokens

_KINDS = {
    IdentityKind.ORGANISATION: MentionKind.ORGANISATION,
    IdentityKind.STATE: MentionKind.STATE,
    IdentityKind.PLACE: MentionKind.PLACE,
}


def read(tokens: Tokens, at: int) -> tuple[Phrase, str] | None:
    """Return the longest phrase that starts at a word, with the proclitics before it; null when none does."""
    best: tuple[Phrase, str] | None = None
    for reading in tokens.opening(at):
        standing = tokens.standing(at, reading, Gap.PAREN)
        if not standing:
            continue
        for phrase in _phrases(tokens, at, reading, standing):
            if best is None or phrase.end > best[0].end:
                best = phrase, reading.prefix
    return best


def _phrases(tokens: Tokens, at: int, reading: Reading, standing: Iterable[Entry]) -> Iterator[Phrase]:
    given = False
    for entry in standing:
        if isinstance(entry, Name):
            if entry.identity.kind is IdentityKind.PERSON:
                given = True
            elif _is_adjective(tokens, at, reading) or _too_short(entry, reading.prefix):
                continue
            elif entry.strength is Strength.FULL or _sure(tokens, at, entry, reading.prefix):
                yield _name(tokens, at, entry)
        elif entry.cls is NounClass.GIVEN:
            given = True
        else:
            if entry.led and not entry.definite and reading.prefix.endswith("ب"):
                continue
            phrase = _noun(tokens, at, entry)
            if phrase is not None:
                yield phrase
    if given:
        found = person(tokens, at, reading.prefix)
        if found is not None:
            yield found


def _too_short(name: Name, prefix: str) -> bool:
    """Tell a town of three letters behind a particle («لارا»): another word more often than not."""
    town = name.identity.kind is IdentityKind.PLACE and name.identity.id.rpartition("/")[2].isdigit()
    return town and prefix.lstrip("وف") != "" and len("".join(name.words)) <= 3


def _is_adjective(tokens: Tokens, at: int, reading: Reading) -> bool:
    """Tell «الاستثمارات السعودية»: the name is an adjective of the definite feminine before it."""
    if reading.prefix or not tokens.follows(at, Gap.PLAIN) or not at:
        return False
    before = tokens.words[at - 1]
    definite = before.startswith(("ال", "وال", "بال", "فال", "لل"))
    if not (definite and before.endswith(("ه", "ات"))) or before in function_words():
        return False
    return any(isinstance(entry, Noun) and entry.cls is NounClass.NISBA for entry in reading.entries)


def _sure(tokens: Tokens, at: int, name: Name, prefix: str) -> bool:
    """Tell whether a name that is also a word is meant as one: quoted, or joined to one («فتح وحماس»)."""
    end = at + len(name.words)
    if _quoted(tokens, at, end):
        return True
    if name.identity.kind is not IdentityKind.ORGANISATION:
        return False
    after = tokens.names(end, "و") if tokens.follows(end) else []
    before = tokens.names(at - 1) if prefix == "و" and at and tokens.follows(at) else []
    return any(
        other.identity.kind is IdentityKind.ORGANISATION and len(other.words) == 1
        for other in (*after, *before)
    )


def _quoted(tokens: Tokens, start: int, end: int) -> bool:
    return tokens.gaps[start] is Gap.QUOTE and (end == len(tokens) or tokens.gaps[end] >= Gap.QUOTE)


def _name(tokens: Tokens, at: int, name: Name) -> Phrase:
    found = name.identity
    phrase = Phrase(
        at,
        at + len(name.words),
        _KINDS[found.kind],
        identity=found,
        country=found.country,
        definite=True,
        place=found.place,
        complete=True,
    )
    if found.kind is not IdentityKind.ORGANISATION:
        return phrase
    grown = adjectives(tokens, phrase)
    if found.country and any(country != found.country for country in grown.countries):
        return phrase
    return grown._replace(country=found.country)


def _noun(tokens: Tokens, at: int, noun: Noun) -> Phrase | None:
    match noun.cls:
        case NounClass.OFFICE:
            phrase = with_person(tokens, nominal(tokens, at, noun))
        case NounClass.ORGANISATION | NounClass.GROUP | NounClass.PEOPLE:
            phrase = _of_person(tokens, at, nominal(tokens, at, noun))
        case NounClass.TITLE:
            return titled(tokens, at, noun)
        case NounClass.PLACE:
            return place(tokens, at, noun)
        case NounClass.DIRECTION:
            return direction(tokens, at, noun)
        case NounClass.QUANTITY:
            return _quantity(tokens, at, noun)
        case NounClass.NISBA:
            return _nisba(tokens, at, noun)
        case _:
            return None
    return phrase if _complete(tokens, phrase) else None


def _quantity(tokens: Tokens, at: int, noun: Noun) -> Phrase | None:
    """Read «عشرات المتظاهرين», «ثلاثة مدنيين»: the number belongs to the phrase."""
    end = at + len(noun.words)
    if not tokens.follows(end, Gap.PLAIN):
        return None
    found: Phrase | None = None
    for head in tokens.nouns(end, NounClass.PEOPLE, NounClass.OFFICE, NounClass.GROUP, NounClass.NISBA):
        phrase = _nisba(tokens, end, head) if head.cls is NounClass.NISBA else nominal(tokens, end, head)
        if _actor(phrase, counted=True) and (found is None or phrase.end > found.end):
            found = phrase
    if found is None:
        return None
    kind = MentionKind.GROUP if found.kind is MentionKind.OFFICE else found.kind
    return found._replace(start=at, kind=MentionKind.PEOPLE if kind is MentionKind.NISBA else kind)


def _of_person(tokens: Tokens, at: int, phrase: Phrase) -> Phrase:
    """Take in whose body it is, titles and all («حكومة الرئيس …», «قوات المشير …»)."""
    noun = phrase.noun
    if noun is None or noun.definite or noun.absolute:
        return phrase
    start = at + len(noun.words)
    if not tokens.follows(start, Gap.PLAIN):
        return phrase
    for head in tokens.nouns(start, NounClass.OFFICE, NounClass.TITLE):
        if head.cls is NounClass.TITLE:
            whose = titled(tokens, start, head)
        else:
            whose = with_person(tokens, nominal(tokens, start, head))
        if whose is not None and whose.named and whose.end > phrase.end:
            found = whose.identity
            return phrase._replace(
                end=whose.end,
                inner=None,
                whole=found,
                country=phrase.country or (found.country if found else whose.country),
                of=found.name_en if found else None,
                definite=True,
            )
    return phrase


def _nisba(tokens: Tokens, at: int, noun: Noun) -> Phrase:
    """Read an adjective of nationality: a people in the plural, a person whose name follows, else itself."""
    people = noun.number is Number.PLURAL
    phrase = Phrase(
        at,
        at + len(noun.words),
        MentionKind.PEOPLE if people else MentionKind.NISBA,
        noun,
        country=noun.country,
        countries=(noun.country,) if noun.country else (),
        definite=noun.definite,
        code="CVL" if people else "",
        glosses=(noun.en,),
    )
    if people:
        return adjectives(tokens, phrase)
    if noun.definite and noun.number is Number.SINGULAR and tokens.follows(phrase.end, Gap.PLAIN):
        named = person(tokens, phrase.end, "")
        if named is not None and (named.identity is None or named.identity.country == noun.country):
            return named._replace(start=at, country=noun.country)
    return phrase


def _complete(tokens: Tokens, phrase: Phrase) -> bool:
    before = tokens.words[phrase.start - 1] if phrase.start > 0 else ""
    lone = phrase.end - phrase.start == 1 and tokens.words[phrase.start].endswith("يه")
    if (
        lone
        and before.startswith(("ال", "وال", "بال", "لل", "كال", "فال"))
        and tokens.gaps[phrase.start] is Gap.PLAIN
    ):
        return False  # «السياسة الخارجية»: after a definite noun the word is its adjective
    return _actor(phrase, counted=before.isdigit())


def _actor(phrase: Phrase, *, counted: bool = False) -> bool:
    """Tell whether a phrase names an actor as it stands."""
    noun = phrase.noun
    if noun is None or phrase.named or phrase.identity is not None:
        return True
    grown = phrase.of != "" or bool(phrase.countries) or phrase.whole is not None or phrase.inner is not None
    match phrase.kind:
        case MentionKind.OFFICE:
            return grown or any(phrase.glosses) or (phrase.definite and not noun.sided)
        case MentionKind.ORGANISATION:
            return grown or (noun.alone and phrase.definite) or any(phrase.glosses)
        case MentionKind.GROUP:
            return _group(phrase, noun, grown=grown)
        case MentionKind.PEOPLE:
            return counted or noun.number is Number.PLURAL or bool(phrase.countries)
        case _:
            return True


def _group(phrase: Phrase, noun: Noun, *, grown: bool) -> bool:
    if noun.owned or (noun.number is Number.DUAL and phrase.definite):
        return True
    if noun.cls is NounClass.OFFICE:
        return grown or any(phrase.glosses)
    if noun.sided:
        return bool(phrase.countries)
    if noun.alone:
        return phrase.definite or noun.lemma == "وفد" or noun.number is Number.PLURAL
    return grown or any(phrase.glosses)
