"""What was extracted, with what a person says of it laid over: a new event, the old one unchanged."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from core.arabic import fold_key
from core.judgement.summary import summary_of
from core.model import Basis, EventDate, Mediation, Party, Quad, Role, Status

if TYPE_CHECKING:
    from core.judgement.saying import Edit, GivenDate, Judgement
    from core.model import Actor, Event, Place

_CONFLICT = (Quad.VERBAL_CONFLICT, Quad.MATERIAL_CONFLICT)


def apply(event: Event, judgement: Judgement) -> Event:
    """Return an event as a person wants it.

    Args:
        event: as it was extracted, or added.
        judgement: what is said of it.

    Returns:
        The event with mark, note, status and corrections; id, paragraph and sentence stay.
    """
    if not judgement:
        return event
    if judgement.edit is not None:
        event = _corrected(event, judgement.edit)
    status = judgement.status
    if status is not Status.HIDDEN and judgement.edit is not None:
        status = Status.EDITED
    return replace(
        event,
        marked=judgement.marked,
        note=judgement.note if judgement.note is not None else event.note,
        status=status if status is not Status.AUTO else event.status,
    )


def _corrected(event: Event, edit: Edit) -> Event:
    found = event
    if edit.date is not None:
        found = replace(found, date=person_date(edit.date, event.date))
    if edit.kind is not None:
        found = replace(found, kind=edit.kind)
    if edit.category is not None or edit.cameo is not None:
        found = _recoded(found, edit)
    if edit.actors is not None:
        actors = tuple(_known_actor(actor, event.actors) for actor in edit.actors)
        found = replace(found, actors=actors, mediation=_mediation(found.mediation, actors))
    if edit.places is not None:
        places = tuple(_known_place(place, event.places) for place in edit.places)
        found = replace(found, places=places)
    if edit.category is not None or edit.actors is not None or edit.places is not None:
        found = replace(found, summary_en=summary_of(found))
    return found


def person_date(date: GivenDate, read: EventDate | None = None) -> EventDate:
    """Return a date that a person gave.

    Args:
        date: as it was given.
        read: what the program had read; its words stay the evidence. None: nothing.
    """
    day = f" on {date.on.isoformat()}" if date.on is not None else ""
    reason = f"set by hand{day}, as «{date.typed}»"
    if read is not None:
        reason += f"; the program had read {read.edtf or 'no date'}: {read.reason}"
    return EventDate(
        date.edtf,
        date.first,
        date.last,
        Basis.PERSON,
        reason,
        read.text if read is not None else None,
        read.span if read is not None else None,
    )


def _recoded(event: Event, edit: Edit) -> Event:
    """Give an event another code; what belonged to the old category goes with it."""
    category = edit.category or event.category
    same = category is event.category
    quad = category.quad if category is not None else None
    had = f"{event.category or 'no category'} {event.cameo or ''}".strip()
    why = f"coded by hand; the program had {had}" + (f": {event.why}" if event.why else "")
    return replace(
        event,
        category=category,
        cameo=edit.cameo or (event.cameo if same else None),
        mode=event.mode if same else None,
        quad=quad,
        mediation=None if not same and quad in _CONFLICT else event.mediation,
        why=why,
    )


def _known_actor(actor: Actor, extracted: tuple[Actor, ...]) -> Actor:
    """Give an actor the identity that its words have for the program by now."""
    known = next((one for one in extracted if one.span == actor.span), None) or next(
        (one for one in extracted if fold_key(one.text) == fold_key(actor.text)), None
    )
    return actor if known is None else replace(known, role=actor.role, text=actor.text, span=actor.span)


def _known_place(place: Place, extracted: tuple[Place, ...]) -> Place:
    known = next((one for one in extracted if one.span == place.span), None) or next(
        (one for one in extracted if fold_key(one.text) == fold_key(place.text)), None
    )
    return place if known is None else replace(known, role=place.role, text=place.text, span=place.span)


def _mediation(mediation: Mediation | None, actors: tuple[Actor, ...]) -> Mediation | None:
    """Let who mediates be whom the person says; who is a mediator is no party."""
    mediators = tuple(
        Party(actor.text, actor.span, actor.id, actor.name_en)
        for actor in actors
        if actor.role is Role.MEDIATOR
    )
    if mediation is None:
        return Mediation(mediators) if mediators else None
    between = {one.span for one in mediators}
    parties = tuple(party for party in mediation.parties if party.span not in between)
    return replace(mediation, mediators=mediators, parties=parties)
