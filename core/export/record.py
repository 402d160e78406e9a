"""The event record: the one JSON object that every other export is made from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import datetime as dt

    from core.model import Actor, Anchor, Event, Mediation, Party, Place, Span

Record = dict[str, Any]


def record(event: Event) -> Record:
    """Return the event as JSON-ready data.

    Keys stand in the order in which a person reads them; what is not known is null, never left out. Spans are
    `[start, end]` in code points of the source paragraph, half-open.
    """
    date = event.date
    return {
        "id": event.id,
        "doc": {
            "id": event.doc.id,
            "title": event.doc.title,
            "outlet": event.doc.outlet,
            "published": day(event.doc.published),
            "uri": event.doc.uri,
        },
        "date": {
            "edtf": date.edtf,
            "start": day(date.start),
            "end": day(date.end),
            "text": date.text,
            "span": _span(date.span),
            "basis": date.basis.value,
            "anchor": anchor_record(date.anchor),
            "uncertain": date.uncertain,
            "approximate": date.approximate,
            "reason": date.reason,
        },
        "event": event.category.value if event.category else None,
        "mode": event.mode,
        "context": list(event.context),
        "cameo": event.cameo,
        "quad": event.quad.value if event.quad else None,
        "aux": event.aux.value if event.aux else None,
        "kind": event.kind.value,
        "trigger": {
            "text": event.trigger.text,
            "span": _span(event.trigger.span),
            "lemma": event.trigger.lemma,
        }
        if event.trigger
        else None,
        "actors": [_actor(actor) for actor in event.actors],
        "places": [_place(place) for place in event.places],
        "mediation": _mediation(event.mediation),
        "text": event.text,
        "source": {"paragraph": event.paragraph, "start": event.sentence.start, "end": event.sentence.end},
        "same_as": list(event.same_as),
        "conflicts": [
            {"event": conflict.event, "field": conflict.field, "detail": conflict.detail}
            for conflict in event.conflicts
        ],
        "summary_en": event.summary_en or None,
        "why": event.why or None,
        "status": event.status.value,
        "note": event.note,
        "marked": event.marked,
        "own": event.own,
    }


def day(date: dt.date | None) -> str | None:
    """Return an ISO day; null stays null."""
    return date.isoformat() if date else None


def _span(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span else None


def anchor_record(anchor: Anchor | None) -> Record | None:
    """Return where a date leans, as JSON-ready data."""
    if anchor is None:
        return None
    return {
        "kind": anchor.kind.value,
        "edtf": anchor.edtf,
        "text": anchor.text,
        "paragraph": anchor.paragraph,
        "span": _span(anchor.span),
    }


def _actor(actor: Actor) -> Record:
    return {
        "role": actor.role.value,
        "text": actor.text,
        "span": _span(actor.span),
        "id": actor.id,
        "name_ar": actor.name_ar,
        "name_en": actor.name_en,
        "code": actor.code,
        "sector": actor.sector,
        "aliases": list(actor.aliases),
        "state": list(actor.state),
    }


def _place(place: Place) -> Record:
    return {
        "text": place.text,
        "span": _span(place.span),
        "role": place.role.value,
        "name_ar": place.name_ar,
        "name_en": place.name_en,
        "country": place.country,
        "lat": place.lat,
        "lon": place.lon,
        "geonameid": place.geonameid,
    }


def _mediation(mediation: Mediation | None) -> Record | None:
    if mediation is None:
        return None
    round_ = mediation.round
    return {
        "mediators": [_party(party) for party in mediation.mediators],
        "parties": [_party(party) for party in mediation.parties],
        "issues": [
            {"issue": named.issue.value, "text": named.text, "span": _span(named.span)}
            for named in mediation.issues
        ],
        "round": {
            "number": round_.number,
            "count": round_.count,
            "text": round_.text,
            "span": _span(round_.span),
        }
        if round_
        else None,
    }


def _party(party: Party) -> Record:
    return {"text": party.text, "span": _span(party.span), "id": party.id, "name_en": party.name_en}
