"""Where the words that name a happening stand in a sentence, and which verb carries which noun."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from core.arabic import ByWord, all_without_clitics, strip_clitics, without_clitics
from core.events.grammar import grammar
from core.events.lexemes import Form, Pos, RoleName, TriggerClass, lexicon, never
from core.model import Plover, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from core.arabic import Words
    from core.events.conjugation import Tense

__all__ = ["Form", "Hit", "Pos", "RoleName", "TriggerClass", "find_triggers", "lexicon", "may_be_verb"]

_Joinable: TypeAlias = "tuple[Form, bool]"
"""A form, and whether «و» or «ف» is written onto it."""
_Weight: TypeAlias = "tuple[int, bool, bool, int, bool]"

# A verb takes only these before it; «ب» or the article before the same letters makes a noun of them.
_VERB_PROCLITICS = frozenset(("", "و", "ف", "ل", "ول", "فل"))
# How many words after a verb its required complement may stand: the subject comes in between.
_REACH = 12
# What an empty verb carries stands behind its subject with all titles and the date.
_CARRYING_REACH = 22
# A noun's complement stands nearer: «انسحاب واشنطن من الاتفاق».
_NOUN_REACH = 6
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


def find_triggers(
    words: Words, source: str = "", admits: Callable[[Hit], bool] | None = None
) -> tuple[Hit, ...]:
    """Find the triggers among the words of a sentence, in order, at most one a word.

    Of the readings of one word the longest phrase wins, then the verb whose complement is there, then the
    class of higher priority. A light verb gives its place to the noun that it carries.

    Args:
        words: the words of a sentence.
        source: the text that their offsets count; it tells «عرقلة», which is no verb, from «عرقله».
        admits: what further tells whether a word can be what its key says, where there is a morphology.
    """
    hits: list[Hit] = []
    taken = -1
    starting = _starting().of_all(words.keys)
    # Little of what is asked for stands in the sentence: for most forms one look at all its words says so.
    there = all_without_clitics(words.keys) if any(starting) else frozenset()
    for index, forms in enumerate(starting):
        if not forms or index <= taken:
            continue
        hit = _best(words, index, forms, there, source, admits)
        if hit is not None:
            hits.append(hit)
            taken = hit.last
    return tuple(_carry(words, hits)) if hits else ()


@cache
def _starting() -> ByWord[tuple[_Joinable, ...]]:
    """What each written word may start, as far as the word alone says; most words start nothing."""
    return ByWord(lambda word: tuple(_forms(word)))


def may_be_verb(word: str) -> bool:
    """Tell whether a written word may be a trigger that is a verb."""
    return any(form.pos is Pos.VERB for form, _ in _starting()[word])


def _forms(word: str) -> Iterator[_Joinable]:
    table, nothing = lexicon(), never()
    if word in nothing:
        return
    for proclitic, rest in strip_clitics(word):
        forms = table.get(rest)
        if not forms or rest in nothing:
            continue
        for form in forms:
            if form.pos is Pos.VERB and proclitic not in _VERB_PROCLITICS:
                continue
            if form.tense == "past" and proclitic.endswith("ل"):
                continue  # «لطلب» is a noun, «ليطلب» a verb.
            if form.owned and proclitic.endswith(("ال", "لل")):
                continue  # «التشكيلة» is not «تشكيله».
            yield form, proclitic[:1] in ("و", "ف")


def _best(
    words: Words,
    index: int,
    forms: Iterable[_Joinable],
    there: frozenset[str],
    source: str,
    admits: Callable[[Hit], bool] | None,
) -> Hit | None:
    """Return the reading of a word that weighs most, of equals the first.

    Args:
        words: the words of a sentence.
        index: which of them.
        forms: what it may start.
        there: all words of the sentence, with and without their clitics.
        source: the text that their offsets count.
        admits: see `find_triggers`.
    """
    keys = words.keys
    nominal = index > 0 and keys[index - 1] in grammar().before_nouns
    wish = index + 1 < len(keys) and keys[index + 1] == "الله"  # «أيده الله»
    feminine = source[words.ends[index] - 1 : words.ends[index]] == "ة"
    best: tuple[Form, int | None] | None = None
    most: _Weight | None = None
    for form, joined in forms:
        if form.pos is Pos.VERB and (feminine or wish or (nominal and not joined)):
            continue  # But «هذا وشن الطيران …» begins anew.
        if form.rest and not _phrase_here(keys, index, form.rest):
            continue
        complement: int | None = None
        if form.needs:
            if _asked(form.needs).words.isdisjoint(there):
                continue
            complement = _complement(keys, index, form)
            if complement is None:
                continue
        if admits is not None and not admits(_hit(words, index, form, complement)):
            continue
        verb = form.pos is Pos.VERB
        weight = len(form.rest), not form.mine, complement is not None, form.cls.priority, verb
        if most is None or weight > most:
            best, most = (form, complement), weight
    return None if best is None else _hit(words, index, *best)


def _hit(words: Words, index: int, form: Form, complement: int | None) -> Hit:
    last = index + len(form.rest)
    return Hit(form, Span(words.starts[index], words.ends[last]), index, last, None, complement)


def _phrase_here(keys: Sequence[str], index: int, rest: tuple[str, ...]) -> bool:
    if index + len(rest) >= len(keys):
        return False
    for at, wanted in enumerate(rest, start=index + 1):  # noqa: SIM110 - asked of thousands of words
        if wanted not in without_clitics(keys[at]):
            return False
    return True


class _Asked(NamedTuple):
    """What a trigger asks for."""

    singles: frozenset[str]
    phrases: tuple[tuple[str, list[str]], ...]
    """Each as its first word and the others."""
    words: frozenset[str]
    """The words and the first ones of the phrases."""


@lru_cache(maxsize=4096)
def _asked(needs: frozenset[str]) -> _Asked:
    singles = frozenset(need for need in needs if " " not in need)
    phrases = tuple((need.split()[0], need.split()[1:]) for need in needs if " " in need)
    return _Asked(singles, phrases, singles | {first for first, _ in phrases})


def _complement(keys: Sequence[str], index: int, form: Form) -> int | None:
    """Find a word that a trigger asks for: after it, for a verb also before it, for a participle only so."""
    if form.dated:
        return _complement_before(keys, index, form.needs, relative=True)
    singles, phrases, _ = _asked(form.needs)
    reach = _REACH if form.pos is Pos.VERB else _NOUN_REACH
    for later, key in enumerate(keys[index + 1 : index + 1 + reach], start=index + 1):
        bare = without_clitics(key)
        if not singles.isdisjoint(bare):
            return later
        for first, rest in phrases:
            if first in bare and keys[later + 1 : later + 1 + len(rest)] == rest:
                return later
    return _complement_before(keys, index, singles) if form.pos is Pos.VERB else None


def _complement_before(
    keys: Sequence[str], index: int, singles: frozenset[str], *, relative: bool = False
) -> int | None:
    """Find what a relative clause, a participle or a verb directly behind its noun asks for."""
    for earlier in range(index - 1, max(-1, index - 1 - _BACK), -1):
        relative = relative or keys[earlier] in grammar().relatives
        if (relative or earlier == index - 1) and not singles.isdisjoint(without_clitics(keys[earlier])):
            return earlier
    return None


def _carry(words: Words, hits: list[Hit]) -> Iterator[Hit]:
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
                if not (hits[n].form.pos is Pos.NOUN and words.keys[hits[n].first - 1] in aside)
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


def _carries(words: Words, verb: Hit, other: Hit) -> bool:
    """Tell whether a verb's happening is the other: its noun, or the verb after its «أن»."""
    if verb.cls.reporting:
        return _says_by_saying(words, verb, other)
    empty = verb.cls.light or verb.form.lemma == "شهد"
    reach = _CARRYING_REACH if empty else _REACH
    if other.first - verb.last > reach or other.cls.reporting or _has_its_object(words, verb):
        return False
    if other.form.pos is Pos.NOUN:
        if verb.cls.light and not verb.form.passive and _what_for(words, other):
            return False
        return other.cls.plover is not None or verb.cls.light
    that = any(words.keys[index] in grammar().that for index in range(verb.last + 1, other.first))
    return verb.cls.opens and that and other.cls.plover is not None


def _what_for(words: Words, noun: Hit) -> bool:
    """Tell «انطلقت … للمطالبة»: «ل» before a noun says what for, not what."""
    return words.keys[noun.first].startswith("لل") or (
        words.keys[noun.first].startswith("ل") and not noun.form.lemma.startswith("ل")
    )


def _has_its_object(words: Words, verb: Hit) -> bool:
    """Tell «في بيان نشرته», «مؤتمر عقده»: what it is said of stands before the verb, nothing behind it is."""
    key = words.keys[verb.first]
    if verb.cls.light:
        return key.endswith(("ه", "ها"))
    return verb.cls.opens and key.endswith(("ته", "تها")) and not verb.form.lemma.endswith("ت")


def _says_by_saying(words: Words, verb: Hit, other: Hit) -> bool:
    """Tell an act that is done by saying it: «قال إن بلاده ترفض …» is the refusal."""
    that = next((i for i in range(verb.last + 1, other.first) if words.keys[i] in grammar().that), None)
    return (
        that is not None
        and other.first - that <= _SPEAKER
        and other.form.pos is Pos.VERB
        and other.form.tense == "present"
        and other.cls.plover in _SPEECH_ACTS
    )


def _absorbed(words: Words, head: Hit, other: Hit) -> bool:
    """Tell a noun that belongs to the trigger before it: its complement, or the second of a construct."""
    if other.form.pos is not Pos.NOUN or other.form.dated or other.first <= head.last:
        return False
    if head.complement is not None and other.first in (head.complement, head.complement + 1):
        return True
    construct = other.first == head.last + 1 and head.form.pos is Pos.NOUN
    if head.cls.priority < other.cls.priority and other.cls.plover is not None:
        return False  # «اتفاق وقف إطلاق النار» is the ceasefire.
    return construct and words.keys[other.first][:1] not in ("و", "ل", "ب")
