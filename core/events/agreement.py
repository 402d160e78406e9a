"""Whether a verb can be said of somebody: news verbs agree with their subject in gender (agreement.toml)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from core.arabic import fold_key
from core.events.mentions import MentionKind
from core.events.triggers import Pos

if TYPE_CHECKING:
    from core.events.mentions import Mention
    from core.events.sentence import Sentence
    from core.events.triggers import Hit

_PLURAL_ENDINGS = ("وا", "ون", "ان")
_PRONOUNS = ("هما", "هم", "ها", "ه", "نا", "ني")
_NO_GENDER = frozenset((MentionKind.PEOPLE, MentionKind.NISBA))


class Person(StrEnum):
    """What a verb's form says of its subject."""

    HE = "he"
    SHE = "she"
    THEY = "they"
    """Two or more: the subject stands before the verb, never after it."""
    WE = "we"
    """Who speaks: nobody who is named."""


@dataclass(frozen=True, slots=True)
class _Words:
    masculine_states: frozenset[str]
    feminine: frozenset[str]
    masculine: frozenset[str]
    either: frozenset[str]
    eventive: frozenset[str]
    things: frozenset[str]
    quantities: frozenset[str]


@cache
def _words() -> _Words:
    data = tomllib.loads(files(__package__).joinpath("agreement.toml").read_text(encoding="utf-8"))

    def keys(name: str) -> frozenset[str]:
        return frozenset(map(fold_key, data[name]))

    return _Words(
        keys("masculine_states"),
        keys("feminine"),
        keys("masculine"),
        keys("either"),
        keys("eventive"),
        keys("things"),
        keys("quantities"),
    )


def person_of(sentence: Sentence, verb: Hit) -> Person:
    """Return what the form of a verb says of its subject."""
    key = sentence.key(verb.first)
    if verb.form.tense == "past":
        return _past(key, fold_key(verb.form.lemma))
    body = key
    while body[:1] in ("و", "ف", "ل", "س") and len(body) > 3:
        body = body[1:]
    if body.startswith("ن") and not fold_key(verb.form.lemma).startswith("ن"):
        return Person.WE
    if body.endswith(_PLURAL_ENDINGS):
        return Person.THEY
    return Person.SHE if body.startswith("ت") else Person.HE


def _past(key: str, lemma: str) -> Person:
    weak = lemma[-1] in "اي"
    stem = lemma[:-1] if weak else lemma
    at = key.find(stem)
    ending = key[at + len(stem) :] if at >= 0 else ""
    if ending.startswith("ت"):
        return Person.THEY if ending.startswith("تا") else Person.SHE
    if ending in ("نا", "ينا"):
        return Person.WE
    several = ending.startswith("و") or ending == ("يا" if weak else "ا")
    return Person.THEY if several else Person.HE


def comes_about(verb: Hit) -> bool:
    """Tell «اندلعت»: what it is said of is a happening, not somebody."""
    return verb.form.pos is Pos.VERB and fold_key(verb.form.lemma) in _words().eventive


def is_thing(sentence: Sentence, index: int, verb: Hit) -> bool:
    """Tell a word for what strikes or kills without being anybody («هجوم»، «الصاروخ») and fits a verb."""
    bare = sentence.key(index).removeprefix("ال")
    if bare not in _words().things:
        return False
    feminine = bare.endswith(("ه", "ات")) or bare in _words().feminine
    person = person_of(sentence, verb)
    return person is Person.THEY or feminine is (person is Person.SHE)


def takes_object_pronoun(sentence: Sentence, verb: Hit) -> bool:
    """Tell «التقيته», «تقودها»: whom it is done to is a pronoun."""
    key, lemma = sentence.key(verb.first), fold_key(verb.form.lemma)
    return key.endswith(_PRONOUNS[:4]) and not lemma.endswith(("ه", "م")) and len(key) > 4


def can_be_subject(sentence: Sentence, verb: Hit, mention: Mention, *, behind: bool) -> bool:
    """Tell whether a mention can be a verb's subject, as far as gender and number say.

    Args:
        sentence: where both stand.
        verb: the verb.
        mention: who may be its subject.
        behind: whether the mention stands after the verb, which is then singular.
    """
    person = person_of(sentence, verb)
    if person is Person.THEY:
        return not behind and mention.kind not in (MentionKind.STATE, MentionKind.PLACE)
    if person is Person.WE:
        return False
    if behind and _accusative(sentence, verb, mention):
        return False
    feminine = _feminine(mention)
    return feminine is None or feminine is (person is Person.SHE)


def _accusative(sentence: Sentence, verb: Hit, mention: Mention) -> bool:
    """Tell «تحذر الفلسطينيين»: a sound plural right behind its verb shows its case."""
    first = sentence.word_at(mention.span.start)
    shows = mention.kind in (MentionKind.GROUP, MentionKind.PEOPLE, MentionKind.NISBA, MentionKind.STATE)
    key = sentence.key(first)
    return shows and first == verb.last + 1 and key.endswith("ين") and len(key) > 5


def fits_pronoun(pronoun: str, mention: Mention) -> bool:
    """Tell whether a possessive pronoun («ه», «ها», «هما», «هم») can stand for a mention."""
    feminine = _feminine(mention)
    if pronoun in ("هما", "هم"):
        return mention.kind in (MentionKind.GROUP, MentionKind.PEOPLE)
    return feminine is None or feminine is (pronoun == "ها")


def _feminine(mention: Mention) -> bool | None:
    """Return whether a mention is feminine; null where its words do not say."""
    words = _words()
    if mention.kind in _NO_GENDER:
        return None
    key = fold_key(mention.text)
    if mention.kind in (MentionKind.STATE, MentionKind.PLACE):
        return None if key in words.either else key not in words.masculine_states
    first = key.replace("_", " ").split()[0]
    bare = first.removeprefix("ال")
    if first in words.quantities:
        return None
    if {first, bare} & words.feminine:
        return True
    if {first, bare} & words.masculine:
        return False
    if first.endswith(("ه", "ات")) and not first.endswith("الله"):
        return None if mention.kind is MentionKind.PERSON and mention.office is None else True
    if mention.kind in (MentionKind.PERSON, MentionKind.OFFICE):
        return False if " " in key and mention.kind is MentionKind.OFFICE else None
    return None if mention.kind is MentionKind.GROUP else False
