"""Names that events in memory know, for whoever types the beginning of one, as `core.library.names`."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from core.arabic import tokenise
from core.query.phrase import phrase, says
from core.query.sayings import actor_names, place_names
from core.query.vocabulary import ROLE_OF, Key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from core.model import Document, Event, Role

MOST = 20
"""So many names are offered."""


class Names:
    """Who, where and which outlets some events tell of, and how often."""

    def __init__(self) -> None:
        """Know of nobody yet."""
        self._actors: Counter[tuple[Role, tuple[str, ...]]] = Counter()
        self._places: Counter[tuple[str, ...]] = Counter()
        self._outlets: Counter[str] = Counter()

    def count(self, event: Event, document: Document | None = None) -> None:
        """Take note of an event; of its outlet where the event or its article says it."""
        for actor in event.actors:
            shown = (actor.name_ar or actor.text, actor.name_en or "", *actor_names(actor))
            self._actors[actor.role, shown] += 1
        for place in event.places:
            self._places[place.name_ar or place.text, place.name_en or "", *place_names(place)] += 1
        outlet = event.doc.outlet or (document.outlet if document else None)
        if outlet:
            self._outlets[outlet] += 1

    def beginning(self, key: Key, typed: str) -> list[str]:
        """Return names for the value of a key: those with a word that begins so, the most frequent first.

        Arabic is answered in Arabic where there is such a name, Latin letters in English.

        Args:
            key: one of `core.query.vocabulary.NAMES`.
            typed: what is typed of the value; nothing asks for the most frequent of all.
        """
        begun = phrase(f"{typed.rstrip('*')}*")
        latin = typed.isascii() and begun is not None
        found: Counter[str] = Counter()
        for (arabic, english, *every), times in self._of(key):
            if begun is None or says([tokenise(name).words.keys for name in every], begun):
                shown = english if latin and key is not Key.OUTLET else arabic
                found[shown] += times
        del found[""]
        return [name for name, _ in sorted(found.items(), key=lambda one: (-one[1], one[0]))[:MOST]]

    def _of(self, key: Key) -> Iterator[tuple[Iterable[str], int]]:
        """Yield names, each the Arabic and the English one before all of them, with how often."""
        if key is Key.OUTLET:
            yield from (((name, "", name), times) for name, times in self._outlets.items())
        elif key is Key.PLACE:
            yield from self._places.items()
        else:
            role = ROLE_OF.get(key)
            for (part, names), times in self._actors.items():
                if role is None or part is role:
                    yield names, times
