"""An event in one Arabic line: what, by whom, with whom, where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.model import Aux, PlaceRole, Role
from core.wording.category import MEDIATION, head_of
from core.wording.words import filled, listed, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from core.model import Actor, Event

_LONG_NAME = 28
"""Code points from which on the lexicon's name is taken, if it is shorter than the article's words."""
_PLACES = 2
"""So many places are named."""


def in_short(event: Event) -> str:
    """Say who does what to whom and where; empty where nothing is known but the date."""
    short = words()["short"]
    together: str = short["clauses"]
    said = together.join(_clauses(event))
    head = head_of(event) or (short["happening"] if said else "")
    if head and event.aux in (Aux.FUTURE, Aux.NEGATED, Aux.HYPOTHETICAL):
        head = short[event.aux].format(head=head)
    return short["line"].format(head=head, said=said) if said else head


def _clauses(event: Event) -> Iterator[str]:
    """Yield who with whom, who mediates, who else is there, and where."""
    short = words()["short"]
    mediators = _names(event.by_role(Role.MEDIATOR))
    others = list(event.by_role(Role.TARGET))
    doers = _names(event.by_role(Role.SOURCE))
    if not doers and event.cameo == MEDIATION:
        doers, mediators = mediators, ()  # Of mediation it is they who act.
    acting = " ".join(filter(None, (listed(doers), _towards(event, others))))
    if acting:
        yield acting
    for template, names in (
        (short["mediated"], mediators),
        (short["attended"], _names(event.by_role(Role.PARTICIPANT))),
        (short["place"], _places(event, PlaceRole.EVENT)),
        (short["destination"], _places(event, PlaceRole.DESTINATION)),
    ):
        if names:
            yield filled(template, names=listed(names))


def _towards(event: Event, others: Sequence[Actor]) -> str:
    """Lead over to whom it is done to, or done with."""
    names = list(_names(others))
    if not names:
        return ""
    short = words()["short"]
    if event.cameo == MEDIATION:
        lead = short["between"] if len(names) > 1 else short["with"]
    elif event.mode == "visit":
        lead = short["visit_to"]
    else:
        lead = words()["category"][event.category][1] if event.category else short["with"]
    return f"{lead} {listed(names)}"


def _names(actors: Iterable[Actor]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_name(actor) for actor in actors))


def _name(actor: Actor) -> str:
    if actor.name_ar and len(actor.text) > _LONG_NAME and len(actor.name_ar) < len(actor.text):
        return actor.name_ar
    return actor.text


def _places(event: Event, role: PlaceRole) -> list[str]:
    names = dict.fromkeys(place.text for place in event.places if place.role is role)
    return list(names)[:_PLACES]
