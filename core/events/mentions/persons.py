"""Names of persons: known ones, and runs of words that can only be a name."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from core.arabic import fold_key
from core.events.lexicon import IdentityKind, Noun, NounClass, Strength, function_words
from core.events.lexicon.tables import strings, table
from core.events.mentions.tokens import Gap

if TYPE_CHECKING:
    from core.events.lexicon import Identity
    from core.events.mentions.tokens import Tokens

_LONGEST = 6
_SOUND_PLURAL = ("ون", "ين", "ات")


class PersonName(NamedTuple):
    """A name found; `end` is exclusive."""

    end: int
    identity: Identity | None


@cache
def _particles() -> frozenset[str]:
    return frozenset(fold_key(word) for word in strings(table("given.toml")["given"], "particles"))


def known_person(
    tokens: Tokens, at: int, prefix: str = "", *, titled: bool = False, country: str | None = None
) -> PersonName | None:
    """Return the known person whose name stands at a place, with the rest of the name that is written.

    Args:
        tokens: the paragraph.
        at: where the name would start.
        prefix: proclitics that the first word must carry.
        titled: a title or office stands before it, so that bynames are believed.
        country: the country that the title names; decides between persons of one byname.
    """
    found = [
        name
        for name in tokens.names(at, prefix, Gap.PLAIN)
        if name.identity.kind is IdentityKind.PERSON and (titled or name.strength is Strength.FULL)
    ]
    if not found:
        return None
    longest = [name for name in found if len(name.words) == len(found[0].words)]
    fitting = [name for name in longest if name.identity.country == country] if country else longest
    sure = [name for name in longest if name.strength is Strength.FULL]
    chosen = (fitting or sure or longest)[0]
    identity: Identity | None = chosen.identity
    if chosen.strength is Strength.HEADED:
        ambiguous = len({name.identity.id for name in fitting or longest}) > 1
        foreign = bool(country) and chosen.identity.country not in (None, country)
        identity = None if ambiguous or foreign else chosen.identity
    end = at + len(chosen.words)
    return PersonName(_rest_of_name(tokens, end, single=len(chosen.words) == 1), identity)


def _rest_of_name(tokens: Tokens, at: int, *, single: bool) -> int:
    """Return the end of a genealogy that goes on («… بن عبد العزيز آل سعود»)."""
    del single
    while (
        tokens.follows(at + 1, Gap.PLAIN)
        and tokens.gaps[at] is Gap.PLAIN
        and tokens.words[at] in ("بن", "ال")
    ):
        at += 2
    return at


def unknown_person(tokens: Tokens, at: int, *, titled: bool) -> int:
    """Return the end of a run of words that reads as a person's name; `at` when there is none.

    Conservative: a title stands before it or its first word is a given name; function words, verbs, dates and
    words that the lexicon knows otherwise end it; beyond two words each must itself be a part of names.
    """
    end = at
    words = 0
    while end < len(tokens) and words < _LONGEST and (end == at or tokens.gaps[end] is Gap.PLAIN):
        word = tokens.words[end]
        if word in _particles() and end + 1 < len(tokens) and tokens.gaps[end + 1] is Gap.PLAIN:
            if not _may_belong(tokens, end + 1, first=False, strict=False):
                break
            end += 2
            words += 2
            continue
        if end > at and _title_inside(tokens, end):
            end += 2
            words += 2
            continue
        compound = max((len(noun.words) for noun in tokens.nouns(end, NounClass.GIVEN)), default=1)
        if compound > 1:  # «عز الدين»
            end += compound
            words += 1
            continue
        if not _may_belong(tokens, end, first=end == at and titled, strict=words >= 2):
            break
        if end == at and word.startswith("ال") and not titled:
            break
        end += 1
        words += 1
        if word.startswith("ال") and not _is_given(tokens, end - 1):
            break
    if all(_accusative(tokens, word) for word in range(at, end)):
        return at
    if end - at == 1 and (not titled or not _may_stand_alone(tokens, at)):
        return at
    return end


def _accusative(tokens: Tokens, at: int) -> bool:
    """«ألقى الرئيس العراقي خطابا»: what the verb asks for rather than a name."""
    word = tokens.words[at]
    return word.endswith("ا") and len(word) >= 5 and not _is_given(tokens, at)


def _title_inside(tokens: Tokens, at: int) -> bool:
    """«عز الدين شيخ خليل»: a style that has become part of the name."""
    styled = any(not noun.definite and not noun.code for noun in tokens.nouns(at, NounClass.TITLE))
    return styled and tokens.follows(at + 1, Gap.PLAIN) and _is_given(tokens, at + 1)


def _may_stand_alone(tokens: Tokens, at: int) -> bool:
    """Tell whether one word after a title can be the whole name («الشيخ الغامدي»)."""
    word = tokens.words[at]
    return _is_given(tokens, at) or (len(word) > 3 and word[0] not in "بلكفو" and not word.endswith("ه"))


def _is_given(tokens: Tokens, at: int) -> bool:
    return bool(tokens.nouns(at, NounClass.GIVEN))


def _name_is_due(tokens: Tokens, at: int) -> bool:
    """Tell a word that is a name though it be common: «الشيخ الأحمر», «ومهند الجميلي»."""
    return at > 0 and any(
        isinstance(entry, Noun)
        and (entry.cls is NounClass.GIVEN or (entry.cls is NounClass.TITLE and not entry.code))
        for reading in tokens.readings[at - 1]
        for entry in reading.entries
    )


def _may_belong(tokens: Tokens, at: int, *, first: bool, strict: bool) -> bool:
    word = tokens.words[at]
    if len(word) < 2 or word.isdigit() or word in function_words():
        return False
    if _is_given(tokens, at):
        return True
    if any(
        reading.prefix == "" and _otherwise_known(tokens, at, first=first) for reading in tokens.readings[at]
    ):
        return False
    if tokens.no_name(at, opens=first and not _name_is_due(tokens, at)):
        return False
    if word.startswith("ال"):
        return len(word) > 4 and not word.endswith(("ه", *_SOUND_PLURAL))
    if strict and any(name.identity.kind is IdentityKind.PERSON for name in tokens.names(at)):
        return True
    if word.endswith("يا") and len(word) > 4:
        return False  # an adverb («رسميا») more often than a name
    plural = word.endswith(_SOUND_PLURAL) and len(word) > 5
    if strict or looks_verbal(word) or plural or (word.endswith("ه") and len(word) > 4):
        return False
    return not carries_proclitic(tokens, at)


def _otherwise_known(tokens: Tokens, at: int, *, first: bool) -> bool:
    if tokens.nouns(
        at,
        NounClass.OFFICE,
        NounClass.ORGANISATION,
        NounClass.GROUP,
        NounClass.PEOPLE,
        NounClass.MODIFIER,
        NounClass.DIRECTION,
        NounClass.QUANTITY,
    ):
        return True
    if tokens.nouns(at, NounClass.NISBA, NounClass.DOMAIN, NounClass.PLACE):
        return first or tokens.words[at].startswith("ال")
    elsewhere = any(name.identity.kind is not IdentityKind.PERSON for name in tokens.names(at))
    return elsewhere and (first or tokens.words[at].startswith("ال"))


def looks_verbal(word: str) -> bool:
    """Tell whether a word that is no known name looks like a verb in the present or future."""
    return (
        (word[0] in "يت" and len(word) >= 4)
        or (word[0] == "س" and word[1] in "يت" and len(word) >= 5)
        or word.startswith("ست")
    )


def carries_proclitic(tokens: Tokens, at: int) -> bool:
    """Tell whether a word is a particle with something known, or with an article, written onto it."""
    word = tokens.words[at]
    if word.startswith(("وال", "بال", "فال", "كال", "لل", "ولل")):
        return True
    if word[0] in "وبلفك" and word[1:] in function_words():
        return True
    if word[0] == "و" and len(word) > 2 and word[1] not in "اي":
        return True
    return any(reading.prefix for reading in tokens.readings[at])
