"""What an event says, for whoever looks for words in it: each part folded when it is first asked for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from core.query.phrase import lines_of_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from core.model import Actor, Document, Event, Place, Role

Lines = list[list[str]]
"""The folded words of some lines."""


def actor_names(actor: Actor) -> Iterator[str]:
    """Yield all names of an actor: the words of the text, the lexicon's, the identity, those of its state."""
    return filter(None, (actor.text, actor.name_ar, actor.name_en, actor.id, *actor.aliases, *actor.state))


def place_names(place: Place) -> Iterator[str]:
    """Yield all names of a place: the words of the text, the gazetteer's, the identity."""
    identity = f"geonames/{place.geonameid}" if place.geonameid is not None else None
    return filter(None, (place.text, place.name_ar, place.name_en, identity))


class Sayings:
    """An event's words, kept as long as somebody asks."""

    def __init__(self, event: Event, document: Document | None = None) -> None:
        """Fold nothing yet."""
        self.event = event
        self._outlet = event.doc.outlet or (document.outlet if document else None)

    @cached_property
    def lines(self) -> Lines:
        """What it says: its sentence, and the names of who and where."""
        actors = (line for _, lines in self._actors for line in lines)
        return [*lines_of_words(self.event.text), *actors, *self.places]

    @cached_property
    def outlet(self) -> Lines:
        """Who published it."""
        return lines_of_words(self._outlet or "")

    @cached_property
    def places(self) -> Lines:
        """The names of its places."""
        return _lines(name for place in self.event.places for name in place_names(place))

    @cached_property
    def _actors(self) -> list[tuple[Role, Lines]]:
        return [(actor.role, _lines(actor_names(actor))) for actor in self.event.actors]

    def actors(self, role: Role | None) -> Iterator[Lines]:
        """Yield the names of each actor, or of those in a role."""
        return (lines for part, lines in self._actors if role is None or part is role)


def _lines(names: Iterator[str]) -> Lines:
    return [line for name in names for line in lines_of_words(name)]
