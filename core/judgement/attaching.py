"""Judgements find their events again, by what they were said of.

An event's id is made of where its date's words and its trigger stand. Other rules may read another word as
its trigger, or more words as its date: then it has another id. Its article has the same words, so that places
in the whole text do not move.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from core.judgement.applying import apply
from core.model import Basis, DocumentRef, Event, Span, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from core.judgement.saying import Said, Told
    from core.model import Document

_TRIGGER, _SAME_TRIGGER, _DATE, _SAME_DATE, _CODE = 8, 4, 4, 2, 1
"""What two events share counts so much: a word of the trigger, all of it; of the date; the code."""
_ENOUGH = _DATE
"""A word of the trigger or of the date is needed."""


@dataclass(frozen=True, slots=True)
class Attached:
    """The judgements of an article, with the events that they are said of."""

    found: dict[str, Said]
    """`Event.id` as it is now → what is said of it."""
    own: tuple[Said, ...] = ()
    """Those of events that the person added."""
    lost: tuple[Said, ...] = ()
    """Those that find their event no more."""


def attach(said: Iterable[Said], document: Document, events: Sequence[Event]) -> Attached:
    """Find for each judgement the event that it is said of.

    Args:
        said: the judgements of one article.
        document: the article.
        events: all that was found in it.
    """
    by_id = {event.id: event for event in events}
    found: dict[str, Said] = {}
    own: list[Said] = []
    astray: list[Said] = []
    for one in said:
        if one.own:
            own.append(one)
        elif one.event in by_id:
            found[one.event] = one
        else:
            astray.append(one)
    lost: list[Said] = []
    if astray:
        free = [event for event in events if event.id not in found]
        again = _again(astray, document, free)
        found.update(again)
        settled = {one.number for one in again.values()}
        lost = [one for one in astray if one.number not in settled]
    return Attached(found, tuple(own), tuple(lost))


def _again(astray: list[Said], document: Document, free: list[Event]) -> dict[str, Said]:
    """Give each judgement the event that is most like what it was said of; no event is given twice."""
    offsets = [paragraph.start for paragraph in document.paragraphs]
    pairs = [
        (-likeness, order, at)
        for order, one in enumerate(astray)
        for at, event in enumerate(free)
        if (likeness := _likeness(one.told, event, offsets[event.paragraph])) >= _ENOUGH
    ]
    found: dict[str, Said] = {}
    given: set[int] = set()
    for _, order, at in sorted(pairs):
        if order not in given and free[at].id not in found:
            given.add(order)
            found[free[at].id] = astray[order]
    return found


def _likeness(told: Told, event: Event, offset: int) -> int:
    was = told.event
    points = 0
    if was.trigger is not None and event.trigger is not None:
        one, other = _moved(was.trigger.span, told.offset), _moved(event.trigger.span, offset)
        points += _TRIGGER * one.overlaps(other) + _SAME_TRIGGER * (one == other)
    if was.date.span is not None and event.date.span is not None:
        one, other = _moved(was.date.span, told.offset), _moved(event.date.span, offset)
        points += _DATE * one.overlaps(other)
    if points:
        points += _SAME_DATE * (was.date.edtf == event.date.edtf) + _CODE * (was.category is event.category)
    return points


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


# ----------------------------------------------------------------------------------------------- overlay


def judged(document: Document, events: Sequence[Event], said: Iterable[Said]) -> tuple[Event, ...]:
    """Return the events of an article as the person wants them, hidden ones too, and the person's own.

    A correction of the date whose event is found no more stands as an event of the person's own.

    Args:
        document: the article.
        events: all that was found in it.
        said: what the person says of them.
    """
    attached = attach(said, document, events)
    laid = [
        apply(event, one.judgement) if (one := attached.found.get(event.id)) is not None else event
        for event in events
    ]
    kept = [*attached.own, *(one for one in attached.lost if is_kept(one))]
    own = [shown for one in kept if (shown := own_shown(one, document)) is not None]
    return loosened((*laid, *own))


def is_kept(said: Said) -> bool:
    """Tell whether a judgement that finds its event no more is shown as an event of the person's own."""
    edit = said.judgement.edit
    return edit is not None and edit.date is not None


def own_shown(said: Said, document: Document) -> Event | None:
    """Return an event of the person's own as it is shown; None where its paragraph is no more."""
    event = said.told.event
    here = next((p for p in document.paragraphs if p.start == said.told.offset), None)
    if here is None or event.sentence.end > len(here.text):
        return None
    ref = DocumentRef(document.id, document.title, document.outlet, document.published, document.uri)
    placed = replace(
        event, id=said.event, doc=ref, paragraph=here.index, same_as=(), conflicts=(), status=Status.EDITED
    )
    return apply(placed, said.judgement)


def loosened(events: Sequence[Event]) -> tuple[Event, ...]:
    """Let no telling lean on one that is hidden or that the person has dated anew, nor such a one on another.

    What their own article said of them (`same_as`) held of them as they were. The tellings that are left of a
    happening go on together; whether one that was dated anew belongs to another, comparing shows.
    """
    apart = {event.id for event in events if stands_apart(event)}
    if not apart:
        return tuple(events)
    heirs: dict[str, str] = {}
    found = []
    for event in events:
        leader = event.same_as[0] if event.same_as else None
        if leader is None or (event.id not in apart and leader not in apart):
            found.append(event)
        elif event.id in apart:
            found.append(replace(event, same_as=()))
        else:
            heir = heirs.setdefault(leader, event.id)
            found.append(replace(event, same_as=() if heir == event.id else (heir,)))
    return tuple(found)


def stands_apart(event: Event) -> bool:
    """Tell whether what the article's own text said of an event's other tellings holds no longer."""
    return event.status is Status.HIDDEN or event.date.basis is Basis.PERSON


def words_of(event: Event) -> str:
    """Return an event in a line, for whoever is told of a step: its date and what it says."""
    said = event.summary_en or event.text
    return f"{event.date.edtf or 'no date'} {said}".strip()
