"""What a date is the date of: a happening, a statement, a state that lasts, an anniversary, or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.arabic import fold_key
from core.events.grammar import grammar
from core.events.mentions import MentionKind
from core.model import Basis, EventKind

if TYPE_CHECKING:
    from core.events.attachment import Attachment
    from core.events.sentence import Sentence
    from core.model import Timex

# A vague stretch longer than this («السنوات الأخيرة») frames the telling and dates nothing in it.
_FRAME_DAYS = 45
_FORMER = frozenset((MentionKind.PERSON, MentionKind.OFFICE, MentionKind.ORGANISATION, MentionKind.GROUP))


def kind_of(sentence: Sentence, attachment: Attachment) -> EventKind | None:
    """Say what kind of row a date makes; None where it makes none («وزير الخارجية آنذاك»)."""
    timex, hit = attachment.timex, attachment.hit
    if timex.basis is Basis.ANAPHORIC and _qualifies_a_name(sentence, timex):
        return None
    if timex.basis is Basis.HOLIDAY and _after(sentence, timex, grammar().occasion):
        return EventKind.ANNIVERSARY
    if attachment.since or timex.value == "PRESENT_REF" or _frames(timex):
        return EventKind.STATE
    if hit is not None and hit.cls.reporting:
        return EventKind.REPORTING
    return EventKind.EVENT


def _frames(timex: Timex) -> bool:
    if not timex.approximate or timex.basis not in (Basis.OFFSET, Basis.DEICTIC):
        return False
    return timex.first is None or timex.last is None or (timex.last - timex.first).days > _FRAME_DAYS


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
    return any(sentence.key(first - back) in words for back in (1, 2))
