"""An event of a person's own: a stretch of an article becomes a full event."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

from core.errors import MediationError
from core.judgement.applying import person_date
from core.judgement.saying import Told
from core.judgement.summary import summary_of
from core.model import Basis, DocumentRef, Event, EventDate, Mediation, Party, Role, Span, Status, Trigger

if TYPE_CHECKING:
    from core.judgement.saying import Added
    from core.model import Document, Paragraph

_UNDATED = EventDate(None, None, None, Basis.PERSON, "added by hand, without a date")


class AddedError(MediationError):
    """A stretch that is none of the article, in a line."""


def own_event(document: Document, added: Added, number: int = 0) -> Told:
    """Make the event that a person adds.

    Args:
        document: the article.
        added: what is said of it.
        number: which of the person's events of that very stretch it is, for an id of its own.

    Raises:
        AddedError: the stretch is empty, or does not lie in the paragraph.
    """
    if not 0 <= added.paragraph < len(document.paragraphs):
        raise AddedError(f"the article has no paragraph {added.paragraph}; choose words of the article")
    paragraph = document.paragraphs[added.paragraph]
    span = _trimmed(added.span, paragraph.text)
    if span is None:
        raise AddedError("no words of the article are chosen; choose those that tell of the event")
    sentence = _sentence(paragraph, span)
    mediators = tuple(
        Party(actor.text, actor.span, actor.id, actor.name_en)
        for actor in added.actors
        if actor.role is Role.MEDIATOR
    )
    event = Event(
        id=_own_id(document, paragraph, span, number),
        doc=DocumentRef(document.id, document.title, document.outlet, document.published, document.uri),
        date=person_date(added.date) if added.date is not None else _UNDATED,
        paragraph=paragraph.index,
        sentence=sentence,
        text=sentence.cut(paragraph.text),
        category=added.category,
        trigger=Trigger(span.cut(paragraph.text), span, ""),
        cameo=added.cameo,
        quad=added.category.quad if added.category else None,
        actors=added.actors,
        places=added.places,
        mediation=Mediation(mediators) if mediators else None,
        why="added by hand",
        status=Status.EDITED,
        note=added.note,
        own=True,
    )
    return Told(replace(event, summary_en=summary_of(event)), paragraph.start)


def _trimmed(span: Span, text: str) -> Span | None:
    """Return a stretch without white space at its ends; None where nothing is left of it."""
    end = min(span.end, len(text))
    start = min(span.start, end)
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


def _sentence(paragraph: Paragraph, span: Span) -> Span:
    """Return the sentences that a stretch touches, as one."""
    touched = [sentence for sentence in paragraph.sentences if sentence.overlaps(span)]
    if not touched:
        return span
    return Span(min(touched[0].start, span.start), max(touched[-1].end, span.end))


def _own_id(document: Document, paragraph: Paragraph, span: Span, number: int) -> str:
    """Name it by its words, as `core.events.build` does; no extracted event is called so."""
    text = hashlib.blake2b(document.text.encode("utf-8", "surrogatepass"), digest_size=16).digest()
    place = ("own", text, paragraph.start, span.start, span.end, number)
    return hashlib.blake2b(repr(place).encode(), digest_size=8).hexdigest()
