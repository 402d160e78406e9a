"""What an event says, for whoever looks for words in it: each part folded when it is first asked for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from core.find import said_of
from core.query.phrase import lines_of_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from core.model import Actor, Document, Event, Place, Role

Lines = list[list[str]]
"""The folded words of some lines."""


def said(event: Event) -> str:
    """Return what words are looked for in, a line each: what its row shows, all names, and the sentence."""
    return "\n".join((said_of(event), event.text.replace("\n", " ")))


def actor_names(actor: Actor) -> tuple[str, ...]:
    """Return all names of an actor: the words of the text, the lexicon's, the identity, the code."""
    names = (actor.text, actor.name_ar, actor.name_en, actor.id, actor.code, *actor.aliases)
    return tuple(dict.fromkeys(filter(None, names)))


def place_names(place: Place) -> tuple[str, ...]:
    """Return all names of a place."""
    return tuple(dict.fromkeys(filter(None, (place.text, place.name_ar, place.name_en))))


class Sayings:
    """An event's words, kept as long as somebody asks."""

    def __init__(self, event: Event, document: Document | None = None, *, marked: bool = False) -> None:
        """Fold nothing yet."""
        self.event = event
        self.marked = marked
        self._outlet = event.doc.outlet or (document.outlet if document else None)

    @cached_property
    def lines(self) -> Lines:
        """What it says."""
        return lines_of_words(said(self.event))

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
        return [(actor.role, _lines(iter(actor_names(actor)))) for actor in self.event.actors]

    def actors(self, role: Role | None) -> Iterator[Lines]:
        """Yield the names of each actor, or of those in a role."""
        return (lines for part, lines in self._actors if role is None or part is role)


def _lines(names: Iterator[str]) -> Lines:
    return [line for name in names for line in lines_of_words(name)]
