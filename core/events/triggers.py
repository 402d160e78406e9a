"""Where the words that name a happening stand in a sentence, and which verb carries which noun."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from core.arabic import Word, strip_clitics
from core.events.grammar import grammar
from core.events.lexemes import Form, Pos, RoleName, TriggerClass, lexicon, never
from core.model import Plover, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from core.events.conjugation import Tense

__all__ = ["Form", "Hit", "Pos", "RoleName", "TriggerClass", "find_triggers", "lexicon"]

# A verb takes only these before it; «ب» or the article before the same letters makes a noun of them.
_VERB_PROCLITICS = frozenset(("", "و", "ف", "ل", "ول", "فل"))
# How many words after a verb its required complement may stand: the subject comes in between.
_REACH = 14
# What an empty verb carries stands behind its subject with all titles and the date.
_CARRYING_REACH = 22
# A noun's complement stands nearer: «انسحاب واشنطن من الاتفاق».
_NOUN_REACH = 4
# In «العقوبات التي كانت فرضتها» and «هذه العلاقات قطعت» it stands before the verb.
_BACK = 6
# What can be done by saying it, and how many words the speaker may take between «إن» and the verb.
_SPEECH_ACTS = frozenset((Plover.SUPPORT, Plover.REQUEST, Plover.ACCUSE, Plover.REJECT, Plover.THREATEN))
_SPEAKER = 3


@dataclass(frozen=True, slots=True)
class Hit:
    """A trigger where it stands."""

    form: Form
    span: Span
    first: int
    """Index of its first word."""
    last: int
    """Index of its last word."""
    light: Hit | None = None
    """The verb that carries it: empty («قام … بزيارة») or announcing («أعلن أنه سيزور …»)."""
    complement: int | None = None
    """Index of the word that the verb asked for."""

    @property
    def cls(self) -> TriggerClass:
        """Its class."""
        return self.form.cls

    @property
    def verb(self) -> Hit:
        """The word that inflects for it: its light verb, else itself."""
        return self.light or self

    @property
    def reach(self) -> int:
        """Index of the last word of what names it, a noun's complement with it («جولة من المحادثات»)."""
        return max(self.last, self.complement or 0) if self.form.pos is Pos.NOUN else self.last

    @property
    def tense(self) -> Tense | None:
        """Tense of the happening, None for a noun that stands alone."""
        if self.light is not None and self.light.cls.ahead:
            return "future"
        return self.form.tense if self.form.pos is Pos.VERB else self.verb.form.tense


def find_triggers(words: Sequence[Word]) -> tuple[Hit, ...]:
    """Find the triggers among the words of a sentence, in order, at most one a word.

    Of the readings of one word the longest phrase wins, then the verb whose complement is there, then the
    class of higher priority. A light verb gives its place to the noun that it carries.
    """
    hits: list[Hit] = []
    taken = -1
    for index in range(len(words)):
        if index <= taken:
            continue
        hit = max(_readings(words, index), key=_weight, default=None)
        if hit is not None:
            hits.append(hit)
            taken = hit.last
    return tuple(_carry(words, hits))


def _readings(words: Sequence[Word], index: int) -> Iterator[Hit]:
    table = lexicon()
    if words[index].key in never():
        return
    nominal = index > 0 and words[index - 1].key in grammar().before_nouns
    for proclitic, rest in strip_clitics(words[index].key):
        for form in () if rest in never() else table.get(rest, ()):
            joined = proclitic[:1] in ("و", "ف")  # «هذا وشن الطيران …» begins anew.
            if form.pos is Pos.VERB and ((nominal and not joined) or proclitic not in _VERB_PROCLITICS):
                continue
            if form.tense == "past" and proclitic.endswith("ل"):
                continue  # «لطلب» is a noun, «ليطلب» a verb.
            if form.owned and proclitic.endswith(("ال", "لل")):
                continue  # «التشكيلة» is not «تشكيله».
            last = index + len(form.rest)
            if form.rest and not _phrase_here(words, index, form.rest):
                continue
            complement = _complement(words, index, form) if form.needs else None
            if form.needs and complement is None:
                continue
            yield Hit(form, Span(words[index].start, words[last].end), index, last, None, complement)


def _phrase_here(words: Sequence[Word], index: int, rest: tuple[str, ...]) -> bool:
    following = words[index + 1 : index + 1 + len(rest)]
    return len(following) == len(rest) and all(
        wanted in {key for _, key in strip_clitics(word.key)}
        for word, wanted in zip(following, rest, strict=True)
    )


def _complement(words: Sequence[Word], index: int, form: Form) -> int | None:
    """Find a word that a trigger asks for: after it, for a verb also before it, for a participle only so."""
    if form.dated:
        return _complement_before(words, index, set(form.needs), relative=True)
    singles = {need for need in form.needs if " " not in need}
    phrases = [need.split() for need in form.needs if " " in need]
    reach = _REACH if form.pos is Pos.VERB else _NOUN_REACH
    for later in range(index + 1, min(index + 1 + reach, len(words))):
        keys = {key for _, key in strip_clitics(words[later].key)}
        if keys & singles:
            return later
        for first, *rest in phrases:
            if first in keys and [word.key for word in words[later + 1 : later + 1 + len(rest)]] == rest:
                return later
    return _complement_before(words, index, singles) if form.pos is Pos.VERB else None


def _complement_before(
    words: Sequence[Word], index: int, singles: set[str], *, relative: bool = False
) -> int | None:
    """Find what a relative clause, a participle or a verb directly behind its noun asks for."""
    for earlier in range(index - 1, max(-1, index - 1 - _BACK), -1):
        relative = relative or words[earlier].key in grammar().relatives
        if (relative or earlier == index - 1) and singles & {k for _, k in strip_clitics(words[earlier].key)}:
            return earlier
    return None


def _weight(hit: Hit) -> tuple[int, bool, bool, int, bool]:
    verb = hit.form.pos is Pos.VERB
    return len(hit.form.rest), not hit.form.mine, hit.complement is not None, hit.cls.priority, verb


def _carry(words: Sequence[Word], hits: list[Hit]) -> Iterator[Hit]:
    """Join verbs with what they carry or announce; an empty verb with nothing to carry is no trigger."""
    aside = grammar().circumstance | grammar().temporal | grammar().feared
    skipped: set[int] = set()
    for number, hit in enumerate(hits):
        if number in skipped:
            continue
        if not (hit.cls.light or hit.cls.opens or hit.cls.reporting):
            yield hit
            # What a verb's own complement names («أعلن وقف إطلاق النار») is not a second happening.
            skipped |= {n for n in range(number + 1, len(hits)) if _absorbed(words, hit, hits[n])}
            continue
        later = next(
            (
                n
                for n in range(number + 1, len(hits))
                if not (hits[n].form.pos is Pos.NOUN and words[hits[n].first - 1].key in aside)
            ),
            None,
        )
        if later is not None and _carries(words, hit, hits[later]):
            skipped.add(later)
            yield from hits[number + 1 : later]
            skipped |= set(range(number + 1, later))
            carried = replace(hits[later], light=hit)
            yield carried
            skipped |= {n for n in range(later + 1, len(hits)) if _absorbed(words, carried, hits[n])}
        elif hit.cls.opens or hit.cls.reporting:
            yield hit


def _carries(words: Sequence[Word], verb: Hit, other: Hit) -> bool:
    """Tell whether a verb's happening is the other: its noun, or the verb after its «أن»."""
    if verb.cls.reporting:
        return _says_by_saying(words, verb, other)
    reach = _CARRYING_REACH if verb.cls.light else _REACH
    if other.first - verb.last > reach or other.cls.reporting or _has_its_object(words, verb):
        return False
    if other.form.pos is Pos.NOUN:
        if verb.cls.light and not verb.form.passive and _what_for(words, other):
            return False
        return other.cls.plover is not None or verb.cls.light
    that = any(words[index].key in grammar().that for index in range(verb.last + 1, other.first))
    return verb.cls.opens and that and other.cls.plover is not None


def _what_for(words: Sequence[Word], noun: Hit) -> bool:
    """Tell «انطلقت … للمطالبة»: «ل» before a noun says what for, not what."""
    return words[noun.first].key.startswith("لل") or (
        words[noun.first].key.startswith("ل") and not noun.form.lemma.startswith("ل")
    )


def _has_its_object(words: Sequence[Word], verb: Hit) -> bool:
    """Tell «في بيان نشرته»: what is published stands before the verb, nothing behind it is."""
    key = words[verb.first].key
    return verb.cls.opens and key.endswith(("ته", "تها")) and not verb.form.lemma.endswith("ت")


def _says_by_saying(words: Sequence[Word], verb: Hit, other: Hit) -> bool:
    """Tell an act that is done by saying it: «قال إن بلاده ترفض …» is the refusal."""
    that = next((i for i in range(verb.last + 1, other.first) if words[i].key in grammar().that), None)
    return (
        that is not None
        and other.first - that <= _SPEAKER
        and other.form.pos is Pos.VERB
        and other.form.tense == "present"
        and other.cls.plover in _SPEECH_ACTS
    )


def _absorbed(words: Sequence[Word], head: Hit, other: Hit) -> bool:
    """Tell a noun that belongs to the trigger before it: its complement, or the second of a construct."""
    if other.form.pos is not Pos.NOUN or other.form.dated or other.first <= head.last:
        return False
    if head.complement is not None and other.first in (head.complement, head.complement + 1):
        return True
    construct = other.first == head.last + 1 and head.form.pos is Pos.NOUN
    if head.cls.priority < other.cls.priority and other.cls.plover is not None:
        return False  # «اتفاق وقف إطلاق النار» is the ceasefire.
    return construct and words[other.first].key[:1] not in ("و", "ل", "ب")
