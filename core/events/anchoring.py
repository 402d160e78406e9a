"""Follow-on happenings, which have no date of their own: «خلال الزيارة», «تناولت المباحثات …»."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from core.arabic import fold_key
from core.events.grammar import grammar
from core.events.triggers import Pos, may_be_verb
from core.model import Plover, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.arabic import Tokenised
    from core.events.sentence import Sentence
    from core.events.triggers import Hit

# Nouns that, with the article or a possessive, point back at a meeting already told.
_MEETING_CLASSES = frozenset(("visit", "meet", "negotiate", "mediate"))
# «دبي، الإمارات العربية المتحدة (CNN)» may stand before the first verb.
_DATELINE = 6
_TOGETHER = frozenset((Plover.CONSULT, Plover.SUPPORT, Plover.AGREE))
# A word of time that points back stands among so many words of the opening of its sentence …
_LATER_REACH = 7
# … and so near to the verb it belongs to.
_BESIDE = 6
_TOPIC_VERBS = frozenset(("تناول",))


@dataclass(frozen=True, slots=True)
class FollowOn:
    """A happening that takes the date of the one before it."""

    hit: Hit
    cue: Span | None
    """The words that point back; None where only the order of telling does."""
    same: bool
    """It tells more of the same happening rather than a further one."""
    later: bool = False
    """It came after the one before it («بعد ذلك»)."""


def may_follow_on(text: Tokenised, *, sectioned: bool) -> bool:
    """Tell cheaply whether a paragraph may hold a follow-on at all."""
    key = text.folded.key
    words = key.split(None, 1)
    if sectioned or (words and _leans_back(words[0])):
        return True
    return any(map(key.__contains__, _pointing_back()))


@cache
def _pointing_back() -> tuple[str, ...]:
    return (*sorted(grammar().during | grammar().later), "بعد ذلك")


def may_point_back(keys: Sequence[str]) -> bool:
    """Tell whether a sentence has words that may point back at what was told."""
    words = grammar()
    if not (words.during.isdisjoint(keys) and words.later.isdisjoint(keys)):
        return True
    return "ذلك" in keys and "بعد" in keys


def may_go_on_telling(keys: Sequence[str]) -> bool:
    """Tell whether a sentence opens like one that goes on telling, and with a verb."""
    return bool(keys) and _leans_back(keys[0]) and any(map(may_be_verb, keys[:2]))


def _leans_back(opening: str) -> bool:
    return opening[0] in "فو" or opening.lstrip("و") in grammar().goes_on


def follow_on(sentence: Sentence, *, sectioned: bool) -> FollowOn | None:
    """Return the follow-on that an undated sentence tells, if it tells one.

    Args:
        sentence: a sentence with no date of its own, in a section where a dated event has been told.
        sectioned: whether the article puts its sections under headings, so that what is told without a date
            belongs with what stands above it; a plain news item makes no such promise.
    """
    cue = _cue(sentence)
    if cue is not None:
        hit = next((hit for hit in sentence.hits if _main_happening(sentence, hit, cue)), None)
        return FollowOn(hit, cue, same=False) if hit else None
    after = _later(sentence)
    if after is not None:
        hit = next((hit for hit in sentence.hits if _main_happening(sentence, hit, after)), None)
        return FollowOn(hit, after, same=False, later=True) if hit else None
    if not sentence.hits:
        return None
    first = sentence.hits[0]
    if not sectioned:
        return FollowOn(first, None, same=False) if _goes_on(sentence, first) else None
    if first.form.lemma in _TOPIC_VERBS and first.first <= 1:
        return FollowOn(first, None, same=True)
    opening = first.form.pos is Pos.VERB and first.first <= 1 and first.tense == "past"
    coded = first.cls.plover in _TOGETHER and not first.cls.reporting
    return FollowOn(first, None, same=False) if opening and coded else None


def lead_hit(sentence: Sentence) -> Hit | None:
    """Return what the first sentence of a news story tells: a past verb at its opening, of an act."""
    first = sentence.hits[0] if sentence.hits else None
    if first is None or first.verb.form.pos is not Pos.VERB or first.verb.first > _DATELINE:
        return None
    coded = first.cls.plover is not None and not first.cls.reporting
    return first if coded and first.tense == "past" else None


def leads_apart(sentence: Sentence, dated: list[Hit]) -> bool:
    """Tell a lead whose main verb is undated, for its dates stand in the background it gives.

    «عقد الرئيس جولة محادثات بعدما فشل اجتماع الأسبوع الماضي».
    """
    lead = lead_hit(sentence)
    if lead is None or not dated or any(hit.first == lead.first for hit in dated):
        return False
    return all(
        _behind_background(sentence, lead.verb.last + 1, sentence.word_at(timex.start))
        for timex in sentence.timexes
    )


def _behind_background(sentence: Sentence, start: int, index: int) -> bool:
    words = grammar()
    return any(
        sentence.key(at) in words.temporal | words.cause | words.clause_starters for at in range(start, index)
    )


def _goes_on(sentence: Sentence, first: Hit) -> bool:
    """Tell a sentence that goes on telling: «فشنت …», «كما التقى …», «ثم وقع …», «واستقبل …»."""
    done = first.form.pos is Pos.VERB and first.tense == "past" and first.cls.plover is not None
    if not done or first.cls.reporting:
        return False
    opening, lemma = sentence.key(0), fold_key(first.verb.form.lemma)
    if first.verb.first == 0:
        together = opening[:1] == "و" and not lemma.startswith("و") and first.cls.plover in _TOGETHER
        return together or (opening[:1] == "ف" and not lemma.startswith("ف"))
    return first.verb.first == 1 and opening.lstrip("و") in grammar().goes_on


def _cue(sentence: Sentence) -> Span | None:
    """Find «خلال الزيارة», «أثناء لقائه»: a definite meeting noun after a word of time."""
    for hit in sentence.hits:
        definite = hit.form.owned or sentence.key(hit.first).startswith("ال")
        during = sentence.key(hit.first - 1) in grammar().during
        if hit.form.pos is Pos.NOUN and hit.cls.name in _MEETING_CLASSES and during and definite:
            return Span(sentence.words[hit.first - 1].start, hit.span.end)
    return None


def _later(sentence: Sentence) -> Span | None:
    """Find «بعد ذلك», «بعدها», «لاحقا» near the opening of a sentence."""
    for index in range(min(_LATER_REACH, len(sentence.words))):
        key = sentence.key(index).removeprefix("و")
        pair = (key, sentence.key(index + 1))
        if pair == ("بعد", "ذلك"):
            return Span(sentence.words[index].start, sentence.words[index + 1].end)
        if key in grammar().later:
            return Span(sentence.words[index].start, sentence.words[index].end)
    return None


def _main_happening(sentence: Sentence, hit: Hit, cue: Span) -> bool:
    """Tell the act of a verb that the cue stands beside, before it or behind."""
    if hit.span.overlaps(cue) or hit.cls.plover is None or hit.cls.reporting:
        return False
    verb, at, end = hit.verb, sentence.word_at(cue.start), sentence.word_at(cue.end - 1)
    apart = at - verb.last if verb.last < at else verb.first - end
    return verb.form.pos is Pos.VERB and 0 < apart <= _BESIDE
