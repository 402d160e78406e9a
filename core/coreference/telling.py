"""A telling: what of an event counts when two are compared."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from core.arabic import fold_key
from core.model import PlaceRole, Role

if TYPE_CHECKING:
    from collections.abc import Iterable

    from core.model import Actor, Event, Place

NAMED, STATE, VAGUE = 2, 1, 0
"""How much it says that two tellings share an actor: a person or body; a state; «الحكومة», «مسلحون»."""

_COUNTRY_CODE = 3
_MONTH, _YEAR = 31, 366


class Days(NamedTuple):
    """Days as proleptic Gregorian ordinals, both inclusive."""

    first: int
    last: int

    @property
    def length(self) -> int:
        """How many they are."""
        return self.last - self.first + 1

    def within(self, other: Days) -> bool:
        """Tell whether all of them are among the other's."""
        return other.first <= self.first and self.last <= other.last


@dataclass(frozen=True, slots=True)
class Telling:
    """An event made ready for comparison."""

    event: Event
    order: int
    """Its place among the events that are compared."""
    article: tuple[str, str | None]
    days: Days
    slack: int
    """Days by which vague words («نحو»، «مطلع») may be off."""
    acting: frozenset[str]
    """Keys of those who act, stand by or mediate."""
    suffering: frozenset[str]
    who: dict[str, int]
    """Key of everybody in it → how much it says to share it."""
    countries: dict[str, str]
    """Key → country (alpha-3) of those that have one."""
    places: tuple[Place, ...]
    """Where it happens or heads for."""

    @property
    def lemma(self) -> str | None:
        """The dictionary form of its trigger."""
        return self.event.trigger.lemma if self.event.trigger else None


def tell(event: Event, order: int) -> Telling | None:
    """Make an event ready; None for one without any day."""
    days = days_of(event)
    if days is None:
        return None
    acting = {key_of(actor): actor for actor in event.actors if actor.role is not Role.TARGET}
    suffering = {key_of(actor): actor for actor in event.actors if actor.role is Role.TARGET}
    everybody = {**acting, **suffering}
    countries = {key: country for key, actor in everybody.items() if (country := _country(actor))}
    return Telling(
        event,
        order,
        (event.doc.id, event.doc.uri),
        days,
        _slack(days) if event.date.approximate else 0,
        frozenset(acting),
        frozenset(suffering),
        {key: _weight(key, actor) for key, actor in everybody.items()},
        countries,
        tuple(place for place in event.places if place.role is not PlaceRole.TOPIC),
    )


def days_of(event: Event) -> Days | None:
    """Return the days of an event; an open stretch counts as the day that is known of it."""
    first, last = event.date.start or event.date.end, event.date.end or event.date.start
    if first is None or last is None:
        return None
    return Days(first.toordinal(), last.toordinal())


def _slack(days: Days) -> int:
    if days.length > _YEAR:
        return _YEAR
    return _MONTH if days.length > 1 else 3


def key_of(actor: Actor) -> str:
    """Return what two names of one actor share; a government is its state."""
    if actor.id is not None:
        kind, _, rest = actor.id.partition("/")
        country, _, body = rest.partition("/")
        if kind == "org" and body in ("government", "authorities"):
            return f"state/{country}"
        return actor.id
    return f"name/{_folded(actor.name_ar or actor.text)}"


@lru_cache(maxsize=1 << 14)
def _folded(name: str) -> str:
    return " ".join(word.removeprefix("ال") for word in fold_key(name).split())


def _weight(key: str, actor: Actor) -> int:
    if key.startswith("state/"):
        return STATE
    coded = actor.code is not None and len(actor.code) > _COUNTRY_CODE
    return NAMED if actor.id or actor.name_ar or coded else VAGUE


def _country(actor: Actor) -> str | None:
    code = actor.code
    if code is None or (len(code) == _COUNTRY_CODE and not (actor.id or "").startswith("state/")):
        return None
    return code[:_COUNTRY_CODE]


def lonely(mine: Iterable[str], theirs: Iterable[str], one: Telling, other: Telling) -> set[str]:
    """Return those of mine who say something and have nobody of theirs, by name or for their country.

    A delegation, a minister or a state may be one another; two persons of two names are not.
    """
    others = set(theirs)
    states = {other.countries[key] for key in others if key in other.countries and not _person(key)}
    lands = states | {other.countries[key] for key in others if key in other.countries}
    return {
        key
        for key in mine
        if key not in others
        and one.who[key] > VAGUE
        and one.countries.get(key) not in (states if _person(key) else lands)
    }


def _person(key: str) -> bool:
    return key.startswith("person/")
