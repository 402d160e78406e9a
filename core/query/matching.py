"""Whether a term holds of an event in memory; `core.library.filter` says the same in SQL."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from core.query.phrase import phrase, says
from core.query.tree import Among, And, Cameo, Dated, Flagged, Named, Node, Not, Or, Words
from core.query.vocabulary import ROLE_OF, Flag, Key

if TYPE_CHECKING:
    from core.model import Event
    from core.query.sayings import Sayings


def holds(term: Node, said: Sayings) -> bool:
    """Tell whether a term holds of an event."""
    event = said.event
    match term:
        case And(terms):
            return all(holds(part, said) for part in terms)
        case Or(terms):
            return any(holds(part, said) for part in terms)
        case Not(inner):
            return not holds(inner, said)
        case Words(text):
            return says(said.lines, phrase(text))
        case Named():
            return _named(term, said)
        case Among():
            return _among(term, event)
        case Cameo(prefix):
            return event.cameo is not None and event.cameo.startswith(prefix)
        case Dated():
            return _dated(term, event)
        case Flagged(flag):
            return _flagged(flag, said)
    assert_never(term)


def _named(term: Named, said: Sayings) -> bool:
    sought = phrase(term.text)
    if term.key is Key.PLACE:
        return says(said.places, sought)
    if term.key is Key.OUTLET:
        return says(said.outlet, sought)
    return any(says(names, sought) for names in said.actors(ROLE_OF.get(term.key)))


def _among(term: Among, event: Event) -> bool:
    if term.key is Key.TYPE:
        return event.category in term.values
    if term.key is Key.QUAD:
        return event.category is not None and event.category.quad in term.values
    if term.key is Key.KIND:
        return event.kind in term.values
    if term.key is Key.ROLE:
        return any(actor.role in term.values for actor in event.actors)
    return event.mediation is not None and any(
        mention.issue in term.values for mention in event.mediation.issues
    )


def _dated(term: Dated, event: Event) -> bool:
    """Tell whether the two share a day; an open end reaches as far as days do."""
    first, last = event.date.start, event.date.end
    if first is None and last is None:
        return False
    begins_in_time = term.last is None or first is None or first <= term.last
    ends_in_time = term.first is None or last is None or term.first <= last
    return begins_in_time and ends_in_time


def _flagged(flag: Flag, said: Sayings) -> bool:
    match flag:
        case Flag.MARKED:
            return said.event.marked
        case Flag.NOTED:
            return bool(said.event.note)
        case Flag.CONFLICT:
            return bool(said.event.conflicts)
        case Flag.HIDDEN | Flag.EDITED | Flag.ACCEPTED:
            return said.event.status.value == flag.value
    assert_never(flag)
