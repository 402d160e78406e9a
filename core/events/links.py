"""What ties a mention to the words before it: a preposition, a conjunction, or nothing (links.toml)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, TypeAlias

from core.arabic import fold_key
from core.events.grammar import grammar
from core.events.mentions import MentionKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from core.events.mentions import Mention
    from core.events.sentence import Sentence
    from core.events.triggers import Hit

Pair: TypeAlias = "tuple[str, str]"

_PLACE_KINDS = frozenset((MentionKind.PLACE, MentionKind.STATE))
# A mention sees its preposition through this many words («في مدينة X», «على مواقع X»), one of them any noun.
_DEPTH = 3


class Link(StrEnum):
    """What ties a mention to the trigger."""

    BARE = "bare"
    WITH = "with"
    TO = "to"
    IN = "in"
    ON = "on"
    AGAINST = "against"
    BY = "by"
    BETWEEN = "between"
    LED_BY = "led_by"
    MEDIATED_BY = "mediated_by"
    HOSTED_BY = "hosted_by"
    """At whose place, without a part in it («باستضافة X»)."""
    JOINED_BY = "joined_by"
    PRESENT = "present"
    BESIDE = "beside"
    ABOUT = "about"
    FROM = "from"
    OUT_OF = "out_of"
    PURPOSE = "purpose"
    FOR = "for"
    LIKE = "like"
    ALSO = "also"
    """One of those named before, or those named before one by one («خصوصا X»، «وهم: X وY»)."""
    AND = "and"


@dataclass(frozen=True, slots=True)
class _Turns:
    """Words and pairs of words behind which something else is told."""

    words: frozenset[str]
    pairs: frozenset[Pair]
    openings: frozenset[str]
    """Whatever one of them may begin with, as written: a look at a word says of most that it is none."""


@dataclass(frozen=True, slots=True)
class _Words:
    links: dict[str, Link]
    pairs: dict[Pair, Link]
    aside: _Turns
    pointing: frozenset[str]
    partitive: frozenset[str]
    manner: _Turns
    stage: frozenset[str]
    leaving: frozenset[str]
    governed: dict[str, frozenset[str]]


@cache
def _words() -> _Words:
    data = tomllib.loads(files(__package__).joinpath("links.toml").read_text(encoding="utf-8"))
    single = {word: Link(kind) for word, kind in grammar().prepositions.items()}
    return _Words(
        links=single | dict(_by_word(data["links"])),
        pairs={_pair(words): kind for words, kind in _by_word(data["pairs"])},
        aside=_turning(data["aside"]),
        pointing=frozenset(map(fold_key, data["aside"]["pointing"])),
        partitive=frozenset(map(fold_key, data["partitive"]["words"])),
        manner=_turning(data["manner"]),
        leaving=frozenset(data["leaving"]["lemmas"]),
        stage=frozenset(data["stage"]["verbs"]),
        governed={fold_key(word): frozenset(lemmas) for word, lemmas in data["governed"].items()},
    )


def _turning(table: Mapping[str, Iterable[str]]) -> _Turns:
    words, pairs = frozenset(map(fold_key, table["words"])), frozenset(map(_pair, table["pairs"]))
    firsts = words | {first for first, _ in pairs}
    return _Turns(words, pairs, firsts | {"و" + first for first in firsts})


def _by_word(table: Mapping[str, Iterable[str]]) -> Iterable[tuple[str, Link]]:
    return ((fold_key(word), Link(kind)) for kind, words in table.items() for word in words)


def _pair(words: str) -> Pair:
    first, second = fold_key(words).split()
    return first, second


def link_of(sentence: Sentence, mention: Mention) -> Link:
    """Return what stands before a mention and ties it to the rest."""
    attached = mention.prefix.lstrip("وف")
    if attached in ("ل", "لل"):
        return _struck(sentence, mention) or Link.FOR
    if attached in ("ب", "بال"):
        return Link.IN if mention.kind in _PLACE_KINDS else Link.WITH
    if attached.startswith("ك"):
        return Link.LIKE
    index = sentence.word_at(mention.span.start)
    if mention.prefix == "" and counts_off(sentence, index):
        index -= 2
    nouns = 0
    for back in range(1, _DEPTH + 1):
        at = index - back
        link = _preposition(sentence, at)
        if link is not None:
            return link
        if back == 1 and mention.prefix.startswith("و"):
            return Link.AND
        if sentence.key(at) not in grammar().transparent | _words().partitive:
            nouns += 1
            if nouns > 1 or not _construct(sentence, at):
                break
    return Link.BARE


def _struck(sentence: Sentence, mention: Mention) -> Link | None:
    """«على مواقع للحوثيين», «ضد أهداف تابعة للحركة»: what lies under the blow is theirs."""
    index = sentence.word_at(mention.span.start)
    for back in (2, 3):
        link = _preposition(sentence, index - back)
        if link is not None:
            return link if link in (Link.ON, Link.AGAINST) else None
        if sentence.key(index - back + 1).startswith("ال") or not sentence.key(index - back):
            return None
    return None


def counts_off(sentence: Sentence, index: int) -> bool:
    """Tell «كل من X», «عدد من X», two words that leave X tied to what stands before them."""
    number = sentence.key(index - 2)
    return sentence.key(index - 1) == "من" and bool(
        {number, number.removeprefix("و"), number.removeprefix("ب")} & _words().partitive
    )


def _preposition(sentence: Sentence, at: int) -> Link | None:
    if at < 0:
        return None
    words, key = _words(), sentence.key(at)
    pair = words.pairs.get((sentence.key(at - 1).removeprefix("و"), key))
    if pair is not None:
        return pair
    if key not in words.links:
        key = key[1:] if key[:1] in ("و", "ف") else ""
    link = words.links.get(key)
    following = sentence.key(at + 1)
    if link is Link.TO and (following.isdigit() or following in words.partitive):
        return None  # «نحو ثلاثة آلاف»: about as many
    # «قبل» and «يد» name the doer only in the pairs.
    return None if link is Link.BY and key[0] != "ب" else link


def opens_complement(sentence: Sentence, at: int) -> bool:
    """Tell a word that can be no verb's subject: a preposition, «أن», or one with «ب» or «ل» before it."""
    key = sentence.key(at)
    words = _words()
    plain = key in words.links or key in grammar().that or key in grammar().temporal | grammar().during
    attached = key.startswith(("بال", "لل")) or any(
        mention.prefix.lstrip("وف") in ("ب", "ل", "لل", "بال")
        for mention in sentence.mentions
        if sentence.word_at(mention.span.start) == at
    )
    hit = next((hit for hit in sentence.hits if hit.first == at), None)
    return (
        plain or attached or (hit is not None and key[:1] in "بل" and not hit.form.lemma.startswith(key[:1]))
    )


def stands_in_construct(sentence: Sentence, at: int) -> bool:
    """Tell whether a word is a noun that the next word belongs to, as far as its form says."""
    key = sentence.key(at)
    counts = key in grammar().transparent or key in _words().partitive
    return _construct(sentence, at) and not (counts or key.endswith("ا"))


def _construct(sentence: Sentence, at: int) -> bool:
    """Tell whether a word can be the first of a construct, whose second the mention is: «على مواقع X»."""
    key = sentence.key(at)
    if len(key) < 3 or key.startswith("ال") or key.isdigit():
        return False
    word = sentence.words[at]
    if any(hit.first <= at <= hit.last for hit in sentence.hits):
        return False
    if any(mention.span.start < word.end and word.start < mention.span.end for mention in sentence.mentions):
        return False
    touching = not sentence.paragraph.text[word.end : sentence.words[at + 1].start].strip()
    return touching and not any(
        timex.start < word.end and word.start < timex.end for timex in sentence.timexes
    )


def governs(hit: Hit, preposition: str) -> bool:
    """Tell whether the object of a trigger stands behind a preposition («اعترفت بسوريا», «طلب من تركيا»)."""
    lemmas = _words().governed.get(preposition, frozenset())
    return hit.form.lemma in lemmas or hit.form.lemma.split()[0] in lemmas


def leaves(hit: Hit) -> bool:
    """Tell «فروا من البلاد»: the place left is where it happens."""
    return hit.form.lemma.split()[0] in _words().leaving


def is_stage(hit: Hit) -> bool:
    """Tell «شهد اليمن حربا»: the verb's subject, where it is a place, is where it happens."""
    return hit.verb.form.lemma in _words().stage


def turns_aside(sentence: Sentence, index: int) -> bool:
    """Tell a word behind which another happening is told: a circumstance, a source («بعد …»، «وفقا …»)."""
    return _turns(sentence, index, _words().aside)


def first_aside(sentence: Sentence, start: int, stop: int) -> int:
    """Return the first word of a stretch that turns aside; the end of the stretch where none does."""
    return _first(sentence, start, stop, _words().aside)


def first_manner(sentence: Sentence, start: int, stop: int) -> int:
    """Return the first word behind which stands how it came about, at the same place («جراء …»)."""
    return _first(sentence, start, stop, _words().manner)


def _first(sentence: Sentence, start: int, stop: int, turns: _Turns) -> int:
    for at, key in enumerate(sentence.words.keys[start:stop], start):
        if key in turns.openings and _turns(sentence, at, turns):
            return at
    return stop


def _turns(sentence: Sentence, index: int, turns: _Turns) -> bool:
    key = sentence.key(index).removeprefix("و")
    pair = (key, sentence.key(index + 1))
    if (key not in turns.words and pair not in turns.pairs) or _words().pairs.get(pair) is Link.MEDIATED_BY:
        return False
    if pair[1] in _words().pointing:
        return False  # «بعد ذلك» goes on.
    # «بعد أسبوعين» is a date, not a circumstance.
    start, end = sentence.words[index].start, sentence.words[min(index + 1, len(sentence.words) - 1)].end
    return not any(timex.start < end and start < timex.end for timex in sentence.timexes)
