"""Which words of a sentence belong to one of its happenings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.events.grammar import grammar
from core.events.triggers import Pos
from core.model import Plover

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.events.attachment import Attachment
    from core.events.sentence import Sentence
    from core.events.triggers import Hit


def scope_of(sentence: Sentence, attachment: Attachment, attachments: Sequence[Attachment]) -> range:
    """Return the words that belong to a happening: from the one before it to the next one."""
    hit = attachment.hit
    if hit is None:
        return range(0)
    stop = len(sentence.words)
    for other in attachments:
        if other.hit is not hit and other.rule == "leads":
            opening = sentence.clause_range(sentence.clause_of(sentence.word_at(other.timex.start))).start
            if hit.last < opening:
                stop = min(stop, opening)
    for start in sentence.clause_starts:
        if hit.last < start < stop and _opens_another(sentence, hit, start):
            stop = start
    earlier = [a.hit.last for a in attachments if a.hit is not None and a.hit.last < hit.verb.first]
    return range(max(earlier) + 1 if earlier else 0, stop)


def _opens_another(sentence: Sentence, hit: Hit, start: int) -> bool:
    """Tell a clause that leaves the happening: «حيث …», or «و» + verb with a subject of its own."""
    if sentence.key(start) in grammar().breaks:
        return True
    verb = next((h for h in sentence.hits if h.verb.first == start and h.verb.form.pos is Pos.VERB), None)
    if verb is None or verb.first == hit.first:
        return False
    clause = sentence.clause_range(sentence.clause_of(start))
    bare = [
        sentence.word_at(m.span.start)
        for m in sentence.mentions
        if not m.prefix and start < sentence.word_at(m.span.start) < clause.stop
    ]
    if start + 1 not in bare:
        return False
    # «واتجه … والتقى قيادة X»: whom a further meeting is with, unless who meets is named too.
    return verb.cls.plover is not Plover.CONSULT or len(bare) > 1
