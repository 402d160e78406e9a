"""The codes of an event: PLOVER and what stands beside it, the parts that are played."""

from __future__ import annotations

from enum import StrEnum
from functools import cache


class Plover(StrEnum):
    """Event categories of PLOVER 0.8 (openeventdata)."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"

    @property
    def quad(self) -> Quad:
        """Its class."""
        return _quads()[self]


class Quad(StrEnum):
    """PLOVER's four classes of category."""

    VERBAL_COOPERATION = "verbal cooperation"
    MATERIAL_COOPERATION = "material cooperation"
    VERBAL_CONFLICT = "verbal conflict"
    MATERIAL_CONFLICT = "material conflict"


@cache
def _quads() -> dict[Plover, Quad]:
    verbal_cooperation = (Plover.AGREE, Plover.CONSULT, Plover.SUPPORT, Plover.CONCEDE)
    material_cooperation = (Plover.COOPERATE, Plover.AID, Plover.RETREAT)
    verbal_conflict = (Plover.REQUEST, Plover.ACCUSE, Plover.REJECT, Plover.THREATEN)
    return {
        **dict.fromkeys(Plover, Quad.MATERIAL_CONFLICT),
        **dict.fromkeys(verbal_cooperation, Quad.VERBAL_COOPERATION),
        **dict.fromkeys(material_cooperation, Quad.MATERIAL_COOPERATION),
        **dict.fromkeys(verbal_conflict, Quad.VERBAL_CONFLICT),
    }


class Aux(StrEnum):
    """How the happening stands to fact and time of writing."""

    HISTORICAL = "historical"
    FUTURE = "future"
    HYPOTHETICAL = "hypothetical"
    NEGATED = "negated"


class EventKind(StrEnum):
    """What the date is the date of."""

    EVENT = "event"
    REPORTING = "reporting"
    """The date is the statement's, not the happening's."""
    STATE = "state"
    ANNIVERSARY = "anniversary"


class Role(StrEnum):
    """What an actor does in an event; PLOVER has no mediator."""

    SOURCE = "source"
    TARGET = "target"
    MEDIATOR = "mediator"
    PARTICIPANT = "participant"


class PlaceRole(StrEnum):
    """How a place belongs to an event."""

    EVENT = "event"
    DESTINATION = "destination"
    TOPIC = "topic"


class Status(StrEnum):
    """What a person has said of a row."""

    AUTO = "auto"
    ACCEPTED = "accepted"
    EDITED = "edited"
    HIDDEN = "hidden"
