"""One English line of an event that a person has corrected or added, from its fields alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.model import Role

if TYPE_CHECKING:
    from core.model import Actor, Event

_ACTING = (Role.SOURCE, Role.MEDIATOR, Role.TARGET, Role.PARTICIPANT)


def summary_of(event: Event) -> str:
    """Say what, who in which role, and where: `Consult: Egypt (mediator), Hamas (participant); in Gaza.`

    Names stand in English where one is known, else in the words of the source.
    """
    named = [f"{_name(actor)} ({role})" for role in _ACTING for actor in event.by_role(role)]
    places = [place.name_en or place.text for place in event.places]
    parts = [
        ", ".join(dict.fromkeys(named)),
        f"in {', '.join(dict.fromkeys(places))}" if places else "",
    ]
    said = "; ".join(part for part in parts if part)
    what = event.category.value.capitalize() if event.category else "Event"
    return f"{what}: {said}." if said else f"{what}."


def _name(actor: Actor) -> str:
    return actor.name_en or actor.text
