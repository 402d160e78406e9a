"""Two tellings of one happening side by side: what each says of when, what, who, where and how many.

For a person who checks; whether two tellings are one happening at all is `likeness`'s to judge.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, StrEnum
from typing import TYPE_CHECKING

from core.coreference.casualties import counted_in
from core.coreference.likeness import ALIKE
from core.coreference.telling import days_of, key_of
from core.coreference.whereabouts import nearness
from core.model import PlaceRole, Role, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from core.model import Event, Place


class Aspect(StrEnum):
    """What is compared, in the order in which it is shown."""

    DATE = "date"
    CATEGORY = "category"
    """PLOVER."""
    CAMEO = "CAMEO"
    SOURCE = "source"
    TARGET = "target"
    MEDIATOR = "mediator"
    PARTICIPANT = "participant"
    PLACE = "place"
    KILLED = "killed"
    WOUNDED = "wounded"


class Agreement(Enum):
    """How two sayings of one aspect stand to each other."""

    SAME = "="
    LIKE = "≈"
    """One says more, or what careful readers waver between: a month and a day in it, a city and its land."""
    OTHER = "≠"
    HERE = "+"
    """Only the first says anything."""
    THERE = "-"
    """Only the second does."""


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that a telling says."""

    words: str
    """The words of the article, but for a date its EDTF, for a code the code, for a number its digits."""
    span: Span | None = None
    """Where its paragraph says so; null for a code, and for a date whose words stand elsewhere."""


@dataclass(frozen=True, slots=True)
class Compared:
    """One aspect in two tellings."""

    aspect: Aspect
    agreement: Agreement
    here: tuple[Said, ...]
    there: tuple[Said, ...]


_ROOT = 2
"""Digits of a CAMEO root category."""
_ROLES = {
    Aspect.SOURCE: Role.SOURCE,
    Aspect.TARGET: Role.TARGET,
    Aspect.MEDIATOR: Role.MEDIATOR,
    Aspect.PARTICIPANT: Role.PARTICIPANT,
}


def side_by_side(here: Event, there: Event) -> tuple[Compared, ...]:
    """Lay two tellings side by side, aspect by aspect; what neither says is left out."""
    found = []
    for aspect in Aspect:
        mine, theirs = _said(aspect, here), _said(aspect, there)
        if mine or theirs:
            found.append(Compared(aspect, _agreement(aspect, here, there, mine, theirs), mine, theirs))
    return tuple(found)


def _agreement(
    aspect: Aspect, here: Event, there: Event, mine: tuple[Said, ...], theirs: tuple[Said, ...]
) -> Agreement:
    if not theirs:
        return Agreement.HERE
    if not mine:
        return Agreement.THERE
    match aspect:
        case Aspect.DATE:
            return _dates(here, there)
        case Aspect.CATEGORY:
            pair = frozenset((here.category, there.category))
            return Agreement.SAME if len(pair) == 1 else Agreement.LIKE if pair in ALIKE else Agreement.OTHER
        case Aspect.PLACE:
            return _places(here, there)
        case Aspect.CAMEO:
            return _codes(mine[0].words, theirs[0].words)
        case Aspect.KILLED | Aspect.WOUNDED:
            return Agreement.SAME if mine[0].words == theirs[0].words else Agreement.OTHER
        case _:
            return _actors(here, there, _ROLES[aspect])


def _dates(here: Event, there: Event) -> Agreement:
    if here.date.edtf == there.date.edtf:
        return Agreement.SAME
    mine, theirs = days_of(here), days_of(there)
    if mine is None or theirs is None:
        return Agreement.OTHER
    return Agreement.LIKE if mine.within(theirs) or theirs.within(mine) else Agreement.OTHER


def _codes(mine: str, theirs: str) -> Agreement:
    """Of one root («04», consult) are what careful coders waver between."""
    if mine == theirs:
        return Agreement.SAME
    return Agreement.LIKE if mine[:_ROOT] == theirs[:_ROOT] else Agreement.OTHER


def _actors(here: Event, there: Event, role: Role) -> Agreement:
    mine = {key_of(actor) for actor in here.by_role(role)}
    theirs = {key_of(actor) for actor in there.by_role(role)}
    if mine == theirs:
        return Agreement.SAME
    return Agreement.LIKE if mine <= theirs or theirs <= mine else Agreement.OTHER


def _places(here: Event, there: Event) -> Agreement:
    mine, theirs = _where(here), _where(there)
    if {_name(place) for place in mine} == {_name(place) for place in theirs}:
        return Agreement.SAME
    return Agreement.LIKE if nearness(mine, theirs) > 0 else Agreement.OTHER


def _where(event: Event) -> tuple[Place, ...]:
    return tuple(place for place in event.places if place.role is not PlaceRole.TOPIC)


def _name(place: Place) -> str:
    return place.name_en or place.text


# ------------------------------------------------------------------------------------------ what is said


def _said(aspect: Aspect, event: Event) -> tuple[Said, ...]:
    if aspect in _ROLES:
        return tuple(Said(actor.text, actor.span) for actor in event.by_role(_ROLES[aspect]))
    return tuple(_SAYINGS[aspect](event))


def _date(event: Event) -> Iterator[Said]:
    if event.date.edtf is not None:
        yield Said(event.date.edtf, event.date.span)


def _category(event: Event) -> Iterator[Said]:
    if event.category is not None:
        yield Said(event.category.value, event.trigger.span if event.trigger else None)


def _cameo(event: Event) -> Iterator[Said]:
    if event.cameo is not None:
        yield Said(event.cameo)


def _place(event: Event) -> Iterator[Said]:
    for place in _where(event):
        yield Said(place.text, place.span)


def _number(kind: str) -> Callable[[Event], Iterator[Said]]:
    def counted(event: Event) -> Iterator[Said]:
        found = counted_in(event.text).get(kind)
        if found is not None:
            start = event.sentence.start
            yield Said(str(found.value), Span(start + found.span.start, start + found.span.end))

    return counted


_SAYINGS: dict[Aspect, Callable[[Event], Iterator[Said]]] = {
    Aspect.DATE: _date,
    Aspect.CATEGORY: _category,
    Aspect.CAMEO: _cameo,
    Aspect.PLACE: _place,
    Aspect.KILLED: _number("killed"),
    Aspect.WOUNDED: _number("wounded"),
}
