"""By what an event belongs to a group: who, where and what."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from core.arabic import tokenise
from core.grouping.groups import Grouping, Name
from core.model import PlaceRole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from core.model import Actor, Event, Place


def keys_of(event: Event, grouping: Grouping) -> Iterator[tuple[str, Name]]:
    """Yield the keys of the groups that an event belongs to by who, where and what; some of them twice.

    Years and articles are not an event's to tell.
    """
    if grouping is Grouping.ACTOR:
        for actor in event.actors:
            yield actor_key(actor), _name(actor.name_ar, actor.name_en, actor.text)
    elif grouping is Grouping.PLACE:
        for place in event.places:
            if place.role is not PlaceRole.TOPIC:
                yield place_key(place), _name(place.name_ar, place.name_en, place.text)
    elif grouping is Grouping.CATEGORY and event.category:
        yield event.category.value, Name(english=event.category.value)


def actor_key(actor: Actor) -> str:
    """Return by what an actor is known: identity, else the words of the mention."""
    return actor.id or folded(actor.text)


def place_key(place: Place) -> str:
    """Return by what a place is known: its number, its name, else the words of the mention."""
    number = f"geonames/{place.geonameid}" if place.geonameid is not None else None
    return number or place.name_en or folded(place.text)


@lru_cache(maxsize=1 << 14)
def folded(words: str) -> str:
    """Return a name as a library keeps it: its words folded, a space between two."""
    return " ".join(tokenise(words).words.keys)


@lru_cache(maxsize=1 << 14)
def _name(arabic: str | None, english: str | None, text: str) -> Name:
    return Name(arabic or "", english or "", badness_of(arabic, english, folded(text)))


def badness_of(arabic: str | None, english: str | None, text: str) -> int:
    """Return how bad a name is for a heading: long ones say the office, too; the lexicon has better ones."""
    return 1000 * len(english or "") + 500 * (arabic is None) + len(arabic or text)
