"""Further happenings of a dated sentence, which share its date: «زار X أمس ووقع …»."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.arabic import fold_key
from core.events.grammar import grammar
from core.events.triggers import Pos
from core.model import EventKind, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from core.events.attachment import Attachment
    from core.events.sentence import Sentence
    from core.events.triggers import Hit
    from core.model import Timex

# The circumstance that a sentence opens with begins no further in than this.
_OPENING = 3
# Between «إن» and the verb of what is told stands at most its subject.
_SUBJECT = 5


@dataclass(frozen=True, slots=True)
class FurtherAct:
    """A happening that shares the date of another one of its sentence."""

    hit: Hit
    timex: Timex
    cue: Span | None
    """The words that tie the two together; null where only a conjunction does."""
    scope: range
    """The words that belong to it."""
    about: bool = False
    """The date is that of the telling, and this was at it or shortly before."""
    closing: bool = False
    """It stands at the end of a meeting of several days."""


def further_acts(sentence: Sentence, told: Sequence[tuple[Attachment, EventKind]]) -> Iterator[FurtherAct]:
    """Yield what a sentence tells beside its dated happenings, in the order of the text.

    Args:
        sentence: the sentence.
        told: its dates with what they date, and the kind of row that each makes.
    """
    dated = {attachment.hit.first for attachment, _ in told if attachment.hit is not None}
    leaders = [(attachment, attachment.hit, kind) for attachment, kind in told if attachment.hit is not None]
    for hit in sentence.hits:
        if hit.first in dated or hit.cls.plover is None or hit.cls.reporting or hit.form.dated:
            continue
        for attachment, leader, kind in reversed(leaders):
            found = None
            if kind is EventKind.REPORTING and len(sentence.timexes) == 1:
                found = _reported(sentence, attachment.timex, leader, hit)
            elif kind is EventKind.EVENT:
                found = (
                    _closing(sentence, attachment.timex, leader, hit)
                    or _as_it_began(sentence, attachment.timex, leader, hit)
                    or _joined(sentence, attachment.timex, leader, hit)
                )
            if found is not None:
                yield found
                break


def _closing(sentence: Sentence, timex: Timex, leader: Hit, hit: Hit) -> FurtherAct | None:
    """«وفي ختام القمة التي عقدت الثلاثاء، أعلن …»: the main clause behind a dated circumstance."""
    opens = leader.form.pos is Pos.NOUN and leader.first <= _OPENING
    if not opens or not sentence.keys_without_clitics(leader.first - 1) & grammar().at_meeting:
        return None
    begins = hit.verb.first in sentence.clause_starts and hit.verb.span.start >= timex.end
    if not begins or hit.verb.form.pos is not Pos.VERB or _another_verb(sentence, timex, hit):
        return None
    cue = Span(sentence.words[leader.first - 1].start, leader.span.end)
    closing = "ختام" in sentence.keys_without_clitics(leader.first - 1)
    return FurtherAct(hit, timex, cue, range(hit.verb.first, len(sentence.words)), closing=closing)


def _as_it_began(sentence: Sentence, timex: Timex, leader: Hit, hit: Hit) -> FurtherAct | None:
    """«قطعت العلاقات عام 1967 مع بدء الحرب»: at the same time."""
    if hit.form.pos is not Pos.NOUN or hit.light is not None or hit.first <= leader.last:
        return None
    at = hit.first if sentence.key(hit.first) in grammar().onset else hit.first - 1  # «اندلاع الحرب» is one
    onset = sentence.key(at) in grammar().onset and sentence.key(at - 1) == "مع"
    if not onset or timex.start > hit.span.start:
        return None
    cue = Span(sentence.words[at - 1].start, sentence.words[at].end)
    return FurtherAct(hit, timex, cue, range(hit.first, len(sentence.words)))


def _reported(sentence: Sentence, timex: Timex, leader: Hit, hit: Hit) -> FurtherAct | None:
    """«كشف المتحدث أمس أن المبعوث التقى …»: news that is told is of the day or shortly before."""
    if hit.form.pos is not Pos.VERB or hit.tense != "past" or leader.form.pos is not Pos.VERB:
        return None
    that = next(
        (at for at in range(leader.last + 1, hit.verb.first) if sentence.key(at) in grammar().that), None
    )
    if that is None or hit.verb.first - that > _SUBJECT or sentence.words[that].start < timex.end:
        return None
    others = [other for other in sentence.hits if that < other.verb.first < hit.verb.first]
    earlier = any(
        sentence.keys_without_clitics(at) & grammar().temporal
        for at in range(hit.last + 1, len(sentence.words))
    )
    if others or earlier or sentence.key(hit.verb.first - 1) in grammar().negation:
        return None
    return FurtherAct(hit, timex, None, range(that + 1, len(sentence.words)), about=True)


def _joined(sentence: Sentence, timex: Timex, leader: Hit, hit: Hit) -> FurtherAct | None:
    """«زار الرئيس القاهرة أمس ووقع …»: a second past verb that «و» joins to the dated one."""
    first, second = leader.verb, hit.verb
    verbs = first.form.pos is Pos.VERB and not _copula(second) and second.form.pos is Pos.VERB
    past = leader.tense == hit.tense == "past"
    behind = second.first > max(leader.last, first.last) and timex.start < second.span.start
    if not (verbs and past and behind):
        return None
    if hit.cls.plover is leader.cls.plover or second.first not in sentence.clause_starts:
        return None
    key, lemma = sentence.key(second.first), fold_key(second.form.lemma)
    joined = key.startswith("وو" if lemma.startswith("و") else "و") or sentence.key(second.first - 1) == "ثم"
    between = {sentence.key(at) for at in range(first.last + 1, second.first)}
    apart = grammar().relatives | grammar().that | grammar().clause_starters | grammar().temporal
    if not joined or between & apart or _quoted(sentence, first, second):
        return None
    return FurtherAct(hit, timex, None, range(second.first, len(sentence.words)))


def _copula(verb: Hit) -> bool:
    """Tell «وكانوا طرفا في جلسات»: being in something is no act."""
    return verb.form.lemma in ("كان", "ظل")


def _another_verb(sentence: Sentence, timex: Timex, hit: Hit) -> bool:
    return any(
        other.verb.form.pos is Pos.VERB and timex.end <= other.verb.span.start < hit.verb.span.start
        for other in sentence.hits
    )


def _quoted(sentence: Sentence, first: Hit, second: Hit) -> bool:
    between = sentence.paragraph.text[first.span.end : second.span.start]
    return between.count('"') % 2 == 1 or between.count("«") != between.count("»")
