"""When the name of a town or country says where something is, not who acts or is talked of (location.toml).

News calls a government by its capital: «دمشق» acts in «طلبت دمشق», and is a place in «غارات على دمشق».
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from core.arabic import fold_key
from core.events.agreement import takes_object_pronoun
from core.events.grammar import grammar
from core.events.lexicon import identity
from core.events.links import Link, stands_in_construct
from core.events.mentions import MentionKind
from core.events.triggers import Pos
from core.model import Plover

if TYPE_CHECKING:
    from core.events.mentions import Mention
    from core.events.sentence import Sentence
    from core.events.triggers import Hit

_ARMED = frozenset((Plover.ASSAULT, Plover.COERCE, Plover.MOBILIZE, Plover.RETREAT))
_ON_THE_GROUND = _ARMED | {Plover.PROTEST, Plover.AID}
# Between «في» and what is talked of stand at most this many words («الأزمة السياسية الراهنة في X»).
_GOVERNOR = 3
# «وصل المنتخب إلى …» goes somewhere else within this many words.
_GOES_ON = 4


@dataclass(frozen=True, slots=True)
class _Words:
    about: frozenset[str]
    topics: frozenset[str]
    reports: frozenset[str]
    called: frozenset[str]
    parties: frozenset[str]
    rank: frozenset[str]
    round: frozenset[str]
    left: frozenset[str]
    suffering: frozenset[str]
    parts: frozenset[str]
    taken_up: frozenset[str]
    sides: frozenset[str]
    takes_in: frozenset[str]


@cache
def _words() -> _Words:
    data = tomllib.loads(files(__package__).joinpath("location.toml").read_text(encoding="utf-8"))
    topic, called = data["topic"], data["called"]

    def keys(words: list[str]) -> frozenset[str]:
        return frozenset(map(fold_key, words))

    return _Words(
        about=keys(topic["prepositions"]),
        topics=keys(topic["nouns"]),
        reports=keys(topic["reports"]),
        called=frozenset(called["lemmas"]),
        parties=keys(called["parties"]),
        rank=keys(data["rank"]["nouns"]),
        round=keys(data["round"]["words"]),
        left=frozenset(data["left"]["verbs"]),
        suffering=frozenset(data["suffering"]["verbs"]),
        parts=keys(data["parts"]["nouns"]),
        taken_up=keys(data["taken_up"]["words"]),
        sides=keys(data["side"]["nouns"]),
        takes_in=keys(data["journey"]["verbs"]),
    )


def is_country(mention: Mention) -> bool:
    """Tell a country, or a part of it no nearer told («سوريا», «شمال سوريا»), from a place in it."""
    if mention.place is None or mention.country is None:
        return False
    state = identity(f"state/{mention.country}")
    return state is not None and state.place == mention.place


def is_town(mention: Mention) -> bool:
    """Tell the name of a town or region, a capital's too, from that of a country."""
    return mention.place is not None and not is_country(mention)


def stands_as_place(sentence: Sentence, hit: Hit, mention: Mention, link: Link) -> bool:
    """Tell whether a state's name, or its capital's, is a place of a happening and nobody in it."""
    if mention.kind is not MentionKind.STATE or mention.place is None:
        return False
    town = is_town(mention)
    first = sentence.word_at(mention.span.start)
    end = sentence.word_at(mention.span.end - 1)
    match link:
        case Link.IN if town:
            return True
        case Link.IN:
            # «في الدوحة بدولة قطر», and not «اجتمع بدولة قطر».
            before = sentence.words[first - 1].end if first else -1
            return any(m.span.end == before and is_town(m) for m in sentence.mentions)
        case Link.ON:
            return town and hit.cls.plover in _ON_THE_GROUND
        case Link.BARE if hit.verb.form.lemma in _words().left and hit.light is None:
            return first - hit.verb.last > 1
        case Link.BARE if hit.cls.name == "visit" and hit.form.pos is Pos.VERB and first == hit.last + 1:
            # «زارت مالاوي»: who goes is named before; «وصل العراق إلى النهائي» says where it goes.
            following = {sentence.key(at) for at in range(end + 1, end + 1 + _GOES_ON)}
            return not any(grammar().prepositions.get(key) == Link.TO for key in following)
        case Link.BARE if town and hit.verb.form.lemma in _words().suffering:
            return True
        case Link.BARE if town and hit.form.pos is Pos.VERB:
            return (
                hit.cls.plover in _ARMED
                and first - hit.last > 1
                and not stands_in_construct(sentence, first - 1)
            )
        case Link.BARE if town:
            return called_after(sentence, hit, mention)
        case _:
            return False


def called_after(sentence: Sentence, hit: Hit, mention: Mention) -> bool:
    """Tell «اجتماع الدوحة», called after its town, from «محادثات موسكو مع X», who talks."""
    first = sentence.word_at(mention.span.start)
    if hit.form.pos is not Pos.NOUN or hit.form.lemma not in _words().called or first != hit.last + 1:
        return False
    after = sentence.word_at(mention.span.end - 1) + 1
    if sentence.key(after) in _words().parties:
        return False
    return not any(
        other.prefix.startswith("و") and sentence.word_at(other.span.start) == after
        for other in sentence.mentions
    )


def is_near(sentence: Sentence, hit: Hit, mention: Mention) -> bool:
    """Tell «غارات … حول مدينة X»: near the place, where arms are used."""
    first = sentence.word_at(mention.span.start)
    return hit.cls.plover in _ARMED and sentence.key(first - 1) in _words().round


def is_side(mention: Mention) -> bool:
    """Tell «شمال صنعاء», «غربي البلاد»: a side of a place."""
    first = fold_key(mention.text.split()[0])
    return mention.kind is MentionKind.PLACE and first.removesuffix("ي") in _words().sides


def is_part(sentence: Sentence, index: int) -> bool:
    """Tell «في أنحاء متفرقة من X»: in parts of a place, an adjective at most between."""
    if sentence.key(index - 1) != "من":
        return False
    at = next((at for at in (index - 2, index - 3) if sentence.key(at) in _words().parts), None)
    return at is not None and grammar().prepositions.get(sentence.key(at - 1)) == Link.IN


def is_taken_up(sentence: Sentence, hit: Hit, mention: Mention) -> bool:
    """Tell «X التي استعادها …», «X التي وصل إليها …»: a pronoun in the clause takes up the place."""
    verb = hit.verb
    pronoun = next(
        (at for at in (verb.first - 1, verb.first - 2) if sentence.key(at) in grammar().relatives), 0
    )
    behind = pronoun - sentence.word_at(mention.span.end - 1)
    if verb.form.pos is not Pos.VERB or not pronoun or not 0 < behind <= 2:
        return False
    following = {sentence.key(at) for at in range(verb.last + 1, verb.last + _GOES_ON)}
    return takes_object_pronoun(sentence, verb) or bool(following & _words().taken_up)


def takes_in(sentence: Sentence, index: int) -> bool:
    """Tell «جولة تشمل X»: what a journey takes in."""
    return sentence.key(index - 1) in _words().takes_in


def says_rank(sentence: Sentence, mention: Mention) -> bool:
    """Tell «X عاصمة ولاية Y»: Y says what X is."""
    before = sentence.word_at(mention.span.start) - 1
    if before < 1 or sentence.key(before) not in _words().rank:
        return False
    gap = sentence.paragraph.text[sentence.words[before - 1].end : sentence.words[before].start]
    return any(m.span.end == sentence.words[before - 1].end for m in sentence.mentions) and (
        gap.strip() in ("", "،", "(")
    )


def is_topic(sentence: Sentence, hit: Hit, mention: Mention) -> bool:
    """Tell a place of what a happening is about, not of the happening («بحث الأزمة في X»)."""
    words = _words()
    index = sentence.word_at(mention.span.start)
    start = max(hit.last, hit.verb.last) + 1
    if _another_verb(sentence, hit, start, index):
        return True
    if hit.cls.plover in _ON_THE_GROUND:
        return False
    between = (sentence.key(at).removeprefix("و") for at in range(start, index))
    return any(key in words.about for key in between) or _governed_by_topic(sentence, start, index)


def is_elsewhere(sentence: Sentence, hit: Hit, mention: Mention) -> bool:
    """Tell the place of another happening, which is none of this one («نتائج محادثاته في X»)."""
    index = sentence.word_at(mention.span.start)
    start = max(hit.last, hit.verb.last) + 1
    if sentence.has(_words().reports, start, index):
        return hit.cls.plover not in _ON_THE_GROUND
    # «… مع فرار X إلى Y»: something else that happened meanwhile.
    return any(
        sentence.key(other.first - 1) == "مع" and start < other.first < index and other.form.pos is Pos.NOUN
        for other in sentence.hits
    )


def _another_verb(sentence: Sentence, hit: Hit, start: int, index: int) -> bool:
    """«زار X … وأعلن … في Y»: a further verb stands between, and the place may be its own."""
    return any(
        other.form.pos is Pos.VERB
        and start <= other.first < index
        and other.verb is not hit.verb
        and sentence.key(other.first)[:1] == "و"
        and sentence.clause_of(other.first) == sentence.clause_of(index)
        for other in sentence.hits
    )


def _governed_by_topic(sentence: Sentence, start: int, index: int) -> bool:
    """Tell whether the noun that «في X» hangs on is one of those that are talked of."""
    at = index - 1
    while at >= start and grammar().prepositions.get(sentence.key(at)) != Link.IN:
        at -= 1
        if index - at > _GOVERNOR:
            return False
    for back in range(at - 1, max(at - 1 - _GOVERNOR, start - 1), -1):
        if grammar().prepositions.get(sentence.key(back)):
            return False
        if sentence.keys_without_clitics(back) & _words().topics:
            return True
    return False
