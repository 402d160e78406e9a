"""What a date is the date of: a happening, a statement, a state that lasts, an anniversary, or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.arabic import fold_key
from core.events.grammar import grammar
from core.events.mentions import MentionKind
from core.events.triggers import Pos
from core.model import Basis, EventKind

if TYPE_CHECKING:
    from core.events.attachment import Attachment
    from core.events.sentence import Sentence
    from core.events.triggers import Hit
    from core.model import Timex

# A vague stretch longer than this («السنوات الأخيرة») frames the telling and dates nothing in it.
_FRAME_DAYS = 45
_CLOSE = 3
_EXACT = frozenset((Basis.EXPLICIT, Basis.MONTH_YEAR, Basis.YEAR_INFERRED, Basis.MONTH_INFERRED))
_FORMER = frozenset((MentionKind.PERSON, MentionKind.OFFICE, MentionKind.ORGANISATION, MentionKind.GROUP))


def kind_of(sentence: Sentence, attachment: Attachment) -> EventKind | None:
    """Say what kind of row a date makes; None where it makes none («وزير الخارجية آنذاك»)."""
    timex, hit = attachment.timex, attachment.hit
    if timex.basis is Basis.ANAPHORIC and _qualifies_a_name(sentence, timex):
        return None
    if points_back(timex) and not _beside(sentence, timex, hit):
        return None
    if timex.basis is Basis.ANAPHORIC and _repeats(sentence, timex) and not _is_verb(hit):
        return None
    if timex.basis is Basis.OFFSET and _told_exactly(sentence, timex):
        return None
    if timex.basis is Basis.HOLIDAY and _after(sentence, timex, grammar().occasion):
        return EventKind.ANNIVERSARY
    if attachment.since and not _begins_then(sentence, attachment):
        return EventKind.STATE
    if timex.value == "PRESENT_REF" or _frames(timex) or _unreal(sentence, timex):
        return EventKind.STATE
    if fold_key(timex.text) in grammar().these_days and (hit is None or attachment.rule == "further"):
        return EventKind.STATE
    if hit is not None and (hit.cls.reporting or _published(sentence, timex, hit)):
        return EventKind.REPORTING
    return EventKind.EVENT


def _told_exactly(sentence: Sentence, timex: Timex) -> bool:
    """«بعد بضعة أشهر في 1 نوفمبر»: the date that follows at once says when."""
    following = next((other for other in sentence.timexes if other.start >= timex.end), None)
    if following is None or following.basis not in _EXACT or not timex.approximate:
        return False
    between = sentence.paragraph.text[timex.end : following.start].split()
    return all(fold_key(word) in grammar().openers for word in between)


def _published(sentence: Sentence, timex: Timex, hit: Hit) -> bool:
    """Tell «بيان نشرته الوزارة», «كشفت صحيفة …», «حسبما أعلنت …»: when it was told, not when it happened."""
    verb = hit.verb
    if not verb.cls.opens or verb.cls.ahead or verb.form.pos is not Pos.VERB:
        return False
    if verb is not hit and timex.start > hit.span.start:
        return False  # «كشفت صحيفة أن X زار Y أمس»
    before = [sentence.key(verb.first - back) for back in (1, 2)]
    if before[0] in grammar().as_told or f"{before[1]} {before[0]}" in grammar().as_told:
        return True
    near = {key for back in range(1, 6) for key in sentence.keys_without_clitics(verb.first - back)}
    if sentence.key(verb.first).endswith(("ه", "ها")) and near & grammar().statements:
        return True
    if sentence.keys_without_clitics(verb.first - 1) & grammar().statements:
        return True  # «في بيان صدر أمس»
    return any(
        mention.sector == "media" and 0 < sentence.word_at(mention.span.start) - verb.last <= 2
        for mention in sentence.mentions
    )


def _frames(timex: Timex) -> bool:
    """Tell a vague stretch («الأسابيع الأخيرة»), but not a vague point («قبل عام»)."""
    if not timex.approximate or timex.basis not in (Basis.OFFSET, Basis.DEICTIC):
        return False
    if timex.first is None or timex.last is None:
        return True
    opening = fold_key(timex.text).split()[0]
    if "/" in (timex.edtf or "") and opening != "بعد":
        return (timex.last - timex.first).days > 1
    return opening != "قبل" and (timex.last - timex.first).days > _FRAME_DAYS


def _begins_then(sentence: Sentence, attachment: Attachment) -> bool:
    """Tell what is said to have begun at a definite date («تولى الحكم منذ 2003»), not «الأول منذ 2003»."""
    timex, hit = attachment.timex, attachment.hit
    if hit is None or hit.cls.reporting or timex.basis in (Basis.OFFSET, Basis.ANAPHORIC):
        return False
    if attachment.rule == "relative":
        return True  # «الأولى منذ عام 1998 عندما اندلعت الحرب»: the date is of the war.
    first = sentence.word_at(timex.start)
    before = {key for back in range(1, 5) for key in sentence.keys_without_clitics(first - back)}
    return not before & grammar().comparison


def _unreal(sentence: Sentence, timex: Timex) -> bool:
    """Tell a counterfactual («… اليوم لو وافقت الحركة»)."""
    clause = sentence.clause_range(
        sentence.clause_of(min(sentence.word_at(timex.start), len(sentence.words) - 1))
    )
    return sentence.has(grammar().unreal, clause.start, clause.stop)


def _repeats(sentence: Sentence, timex: Timex) -> bool:
    """Tell «آنذاك» at the end of a sentence that only points back at another date of it."""
    return sentence.word_at(timex.end) == len(sentence.words) and any(
        other.end <= timex.start and other.first == timex.first and other.last == timex.last
        for other in sentence.timexes
    )


def points_back(timex: Timex) -> bool:
    """Tell «خلالها», which is no date but points back at what happened at one."""
    return fold_key(timex.text) in grammar().during_it


def _beside(sentence: Sentence, timex: Timex, hit: Hit | None) -> bool:
    """Tell a verb that «خلالها» belongs to: directly before it, or close behind."""
    if hit is None or not _is_verb(hit):
        return False
    first = sentence.word_at(timex.start)
    return first - hit.verb.last == 1 or 0 < hit.verb.first - first <= _CLOSE


def _is_verb(hit: Hit | None) -> bool:
    return hit is not None and hit.verb.form.pos is Pos.VERB


def _qualifies_a_name(sentence: Sentence, timex: Timex) -> bool:
    """«نائبه آنذاك مشار»: the word of time stands on somebody's office, not on what is told."""
    if fold_key(timex.text) not in grammar().former:
        return False
    text = sentence.paragraph.text
    return any(
        mention.kind in _FORMER and not text[mention.span.end : timex.start].strip()
        for mention in sentence.mentions
        if mention.span.end <= timex.start
    )


def _after(sentence: Sentence, timex: Timex, words: frozenset[str]) -> bool:
    first = sentence.word_at(timex.start)
    return any(sentence.keys_without_clitics(first - back) & words for back in (1, 2))
