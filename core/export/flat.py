"""An event record as one row: named columns, each with one value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from core.export.record import Record

Value = str | int | float | None
Row = dict[str, Value]
SEPARATOR = "; "
"""Between several values in one column."""


def flat(record: Record) -> Row:
    """Return the columns of an event, always the same ones in the same order.

    Offsets are code points of the paragraph, half-open. What is not known is null; yes and no are 1 and 0.
    """
    date, doc, source = record["date"], record["doc"], record["source"]
    mediation = record["mediation"] or {"mediators": [], "parties": [], "issues": [], "round": None}
    where = place_of(record) or {}
    start, end = date["span"] or (None, None)
    return {
        "id": record["id"],
        "edtf": date["edtf"],
        "start": date["start"],
        "end": date["end"],
        "uncertain": int(date["uncertain"]),
        "approximate": int(date["approximate"]),
        "event": record["event"],
        "mode": record["mode"],
        "context": joined(record["context"]),
        "cameo": record["cameo"],
        "quad": record["quad"],
        "aux": record["aux"],
        "kind": record["kind"],
        "sources": joined(_acting(record, "source")),
        "targets": joined(_acting(record, "target")),
        "mediators": joined(_acting(record, "mediator")),
        "participants": joined(_acting(record, "participant")),
        "actor_ids": joined(actor["id"] or "-" for actor in record["actors"]),
        "places": joined(place["text"] for place in record["places"]),
        "place": where.get("name_en") or where.get("text"),
        "country": where.get("country"),
        "lat": where.get("lat"),
        "lon": where.get("lon"),
        "between": joined(party["text"] for party in mediation["parties"]),
        "mediated_by": joined(party["text"] for party in mediation["mediators"]),
        "issues": joined(named["issue"] for named in mediation["issues"]),
        "round": (mediation["round"] or {}).get("number"),
        "trigger": (record["trigger"] or {}).get("text"),
        "text": record["text"],
        "date_text": date["text"],
        "date_basis": date["basis"],
        "date_reason": date["reason"],
        "why": record["why"],
        "summary_en": record["summary_en"],
        "outlet": doc["outlet"],
        "title": doc["title"],
        "published": doc["published"],
        "uri": doc["uri"],
        "doc": doc["id"],
        "paragraph": source["paragraph"],
        "sentence_start": source["start"],
        "sentence_end": source["end"],
        "date_start": start,
        "date_end": end,
        "same_as": joined(record["same_as"]),
        "conflicts": joined(f"{one['field']}: {one['detail']}" for one in record["conflicts"]),
        "status": record["status"],
        "note": record["note"],
        "marked": record["marked"],
    }


def joined(values: Iterable[str]) -> str | None:
    """Return several values as one; null for none."""
    return SEPARATOR.join(values) or None


def place_of(record: Record) -> dict[str, Any] | None:
    """Return where the event is, or else where it heads for; one with coordinates goes first."""
    places = [
        place for role in ("event", "destination") for place in record["places"] if place["role"] == role
    ]
    return next(filter(located, places), places[0] if places else None)


def located(place: dict[str, Any]) -> bool:
    """Tell whether a place has coordinates."""
    return place["lat"] is not None and place["lon"] is not None


def _acting(record: Record, role: str) -> Iterable[str]:
    return (actor["text"] for actor in record["actors"] if actor["role"] == role)


def columns() -> tuple[str, ...]:
    """Return the names of the columns."""
    return tuple(flat(_NOTHING))


_NOTHING: Record = {
    "id": "", "event": None, "mode": None, "context": (), "cameo": None, "quad": None, "aux": None,
    "kind": "event", "trigger": None, "actors": (), "places": (), "mediation": None, "text": "",
    "same_as": (), "conflicts": (), "summary_en": None, "why": None, "status": "auto", "note": None,
    "marked": False,
    "doc": dict.fromkeys(("id", "title", "outlet", "published", "uri")),
    "date": dict.fromkeys(("edtf", "start", "end", "text", "span", "basis", "reason"))
    | {"uncertain": False, "approximate": False},
    "source": dict.fromkeys(("paragraph", "start", "end")),
}  # fmt: skip
"""An event of which nothing is known: a table of no events has its columns nevertheless."""
