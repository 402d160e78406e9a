"""One plain English line from an event's fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.model import Aux, PlaceRole, Role

if TYPE_CHECKING:
    from collections.abc import Iterable

    from core.events.triggers import TriggerClass
    from core.model import Actor, Place


def summarise(
    cls: TriggerClass | None,
    actors: tuple[Actor, ...],
    places: tuple[Place, ...],
    cameo: str | None,
    aux: Aux | None,
) -> str:
    """Say who does what to whom and where; a name that has no English form stays in Arabic, in guillemets.

    Empty where neither the happening nor anybody in it is known.
    """
    if cls is None:
        return ""
    doers = _names(actor for actor in actors if actor.role in (Role.SOURCE, Role.MEDIATOR))
    others = _names(actor for actor in actors if actor.role in (Role.TARGET, Role.PARTICIPANT))
    if not doers and not others:
        return ""
    said = _clause(cls, doers, others)
    where = ", ".join(dict.fromkeys(_place(place) for place in places if place.role is not PlaceRole.TOPIC))
    line = (
        said
        + (f" ({where})" if where else "")
        + (", to mediate" if cameo == "045" and cls.name != "mediate" else "")
    )
    marks = {Aux.FUTURE: "planned: ", Aux.NEGATED: "not: ", Aux.HYPOTHETICAL: "possibly: "}
    line = (marks.get(aux, "") if aux else "") + line
    return line[0].upper() + line[1:] + "."


def _clause(cls: TriggerClass, doers: str, others: str) -> str:
    if doers:
        return " ".join(filter(None, (doers, cls.gloss, others)))
    return f"{others} {cls.suffers}" if cls.suffers else f"{others}: {cls.name.replace('-', ' ')}"


def _names(actors: Iterable[Actor]) -> str:
    names = list(dict.fromkeys(actor.name_en or f"«{actor.text}»" for actor in actors))
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + f" and {names[-1]}" if names else ""


def _place(place: Place) -> str:
    return place.name_en or f"«{place.text}»"
