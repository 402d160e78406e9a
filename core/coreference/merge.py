"""Events → the same events, with the tellings of one happening pointing at the one that says most."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from core.coreference.likeness import Verdict, compare
from core.coreference.telling import NAMED, STATE, days_of, tell
from core.model import Conflict, EventKind, Plover, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from core.coreference.likeness import Likeness
    from core.coreference.telling import Telling
    from core.model import Event

_DAYS_APART = 7
"""A stretch of so many days stands under each of them; a longer one under itself."""
_CROWD = 32
"""Of one bucket only so many of the last are compared, that a hot day costs no square of its news."""
_COMPANY = 8
"""So many members of a happening are asked whether a further one contradicts them."""

_AGES = 1_000_000
"""More days than any date of the news spans."""

_Pair = tuple[int, int]


def merge(events: Sequence[Event]) -> tuple[Event, ...]:
    """Mark the tellings of one happening, within an article and across articles.

    Args:
        events: of any number of articles, in the order of the articles and of their texts.

    Returns:
        The same events in the same order. `same_as` of every further telling names the one that says most, of
        equals the first; nothing points at a telling that points on. Where two otherwise equal tellings
        disagree on the day, the place or a number, both stand, each with a `Conflict` that names the other.
        Statements and states are left alone. Merging what is merged changes nothing.
    """
    tellings = {
        order: telling
        for order, event in enumerate(events)
        if event.kind is EventKind.EVENT and (telling := tell(event, order)) is not None
    }
    groups = _Groups(events)
    found = [(pair, compare(tellings[pair[0]], tellings[pair[1]])) for pair in _candidates(tellings)]
    same = sorted((f for f in found if f[1].verdict is Verdict.SAME), key=lambda f: (-f[1].points, f[0]))
    for (one, other), _ in same:
        if groups.of[one] is not groups.of[other] and _agree(groups.of[one], groups.of[other], tellings):
            groups.join(one, other)
    roots = groups.roots()
    conflicts = _conflicts(events, roots, found)
    known = {event.id for event in events}
    return tuple(
        _marked(event, events[root], known, conflicts.get(order, ()))
        for order, (event, root) in enumerate(zip(events, roots, strict=True))
    )


def corroboration(events: Iterable[Event]) -> dict[str, int]:
    """Return how many outlets tell of each event's happening; an article without one stands for itself.

    Args:
        events: as `merge` returns them.

    Returns:
        Event id → number of outlets, the same for all tellings of a happening.
    """
    listed = list(events)
    outlets: defaultdict[str, set[str]] = defaultdict(set)
    for event in listed:
        outlets[_root_id(event)].add(event.doc.outlet or f"article {event.doc.id} {event.doc.uri}")
    return {event.id: len(outlets[_root_id(event)]) for event in listed}


def _root_id(event: Event) -> str:
    return event.same_as[0] if event.same_as else event.id


# ------------------------------------------------------------------------------------ what to compare


def _candidates(tellings: dict[int, Telling]) -> Iterator[_Pair]:
    """Yield the pairs that could be one: of one article what meets in time; of several what shares more."""
    articles: defaultdict[object, list[Telling]] = defaultdict(list)
    for telling in tellings.values():
        articles[telling.article].append(telling)
    for group in articles.values():
        yield from _meeting_in_time(group)
    if len(articles) < 2:
        return
    seen: set[_Pair] = set()
    buckets: defaultdict[object, list[Telling]] = defaultdict(list)
    for telling in tellings.values():
        for key in _keys(telling, slip=1):
            for earlier in buckets.get(key, ())[-_CROWD:]:
                pair = (earlier.order, telling.order)
                if earlier.article != telling.article and pair not in seen:
                    seen.add(pair)
                    yield pair
        for key in _keys(telling):
            buckets[key].append(telling)


def _meeting_in_time(group: list[Telling]) -> Iterator[_Pair]:
    """Sweep over the tellings by their first day."""
    ordered = sorted(group, key=lambda telling: (telling.days.first - telling.slack, telling.order))
    open_ones: list[Telling] = []
    for telling in ordered:
        start = telling.days.first - telling.slack
        open_ones = [one for one in open_ones if one.days.last + one.slack >= start]
        for one in open_ones:
            yield min(one.order, telling.order), max(one.order, telling.order)
        open_ones.append(telling)


def _keys(telling: Telling, slip: int = 0) -> Iterator[object]:
    """Yield the buckets of a telling: a day, a sort of act, and somebody or somewhere in it."""
    days, event = telling.days, telling.event
    sorts = {event.quad.value} if event.quad else set()
    if telling.lemma:
        sorts.add(telling.lemma)
    whom: set[str] = {key for key, weight in telling.who.items() if weight == NAMED}
    if not whom:
        whom = {key for key, weight in telling.who.items() if weight == STATE}
        whom |= {place.name_en for place in telling.places if place.name_en}
    if event.category is Plover.ASSAULT:  # Whoever is killed, is so on whichever day.
        yield from (("fate", key) for key in telling.suffering if key.startswith("person/"))
    short = days.length <= _DAYS_APART
    times: Iterable[object] = range(days.first - slip, days.last + slip + 1) if short else (days,)
    for time in times:
        for sort in sorts:
            for who in whom:
                yield time, sort, who


# ---------------------------------------------------------------------------------------------- grouping


class _Groups:
    """Which events tell of one happening; begins with what the reader of the text already knew."""

    def __init__(self, events: Sequence[Event]) -> None:
        self.events = events
        self.of: list[list[int]] = [[order] for order in range(len(events))]
        by_id = {event.id: order for order, event in enumerate(events)}
        for order, event in enumerate(events):
            for leader in event.same_as:
                if leader in by_id:
                    self.join(by_id[leader], order)

    def join(self, one: int, other: int) -> None:
        """Make one happening of two."""
        mine, theirs = self.of[one], self.of[other]
        if mine is theirs:
            return
        mine += theirs
        for member in theirs:
            self.of[member] = mine

    def roots(self) -> list[int]:
        """Return for each event the telling that says most of its happening."""
        best = {
            id(group): max(group, key=lambda order: (*says(self.events[order]), -order)) for group in self.of
        }
        return [best[id(group)] for group in self.of]


def says(event: Event) -> tuple[int, ...]:
    """Order tellings by what they say: a date of their own, and a narrow one; a code; who and where.

    Before all of that one of which a person has said something stands for its happening, that it is seen.
    """
    date = event.date
    days = days_of(event)
    named = sum(1 for actor in event.actors if actor.id)
    return (
        event.status in (Status.EDITED, Status.ACCEPTED) or event.marked or event.note is not None,
        not date.inherited,
        -days.length if days else -_AGES,
        event.category is not None,
        named + len(event.places),
        len(event.actors),
    )


def _agree(mine: list[int], theirs: list[int], tellings: dict[int, Telling]) -> bool:
    """Tell whether no telling of the one happening contradicts one of the other."""
    return all(
        compare(tellings[one], tellings[other]).verdict in (Verdict.SAME, Verdict.UNCLEAR)
        for one in mine[:_COMPANY]
        for other in theirs[:_COMPANY]
        if one in tellings and other in tellings
    )


def _conflicts(
    events: Sequence[Event], roots: list[int], found: Iterable[tuple[_Pair, Likeness]]
) -> dict[int, list[Conflict]]:
    """Return the disagreements between happenings, at the telling that stands for each."""
    stated: defaultdict[int, dict[tuple[str, str], Conflict]] = defaultdict(dict)
    for (one, other), likeness in found:
        first, second = roots[one], roots[other]
        if likeness.verdict is not Verdict.CONFLICT or first == second:
            continue
        for here, there, details in (
            (first, second, likeness.details),
            (second, first, likeness.details[::-1]),
        ):
            conflict = Conflict.between(events[there].id, likeness.field, *details)
            stated[here].setdefault((conflict.event, conflict.field), conflict)
    return {order: list(conflicts.values()) for order, conflicts in stated.items()}


def _marked(event: Event, root: Event, known: set[str], conflicts: Sequence[Conflict]) -> Event:
    elsewhere = tuple(leader for leader in event.same_as if leader not in known)
    same_as = elsewhere if root is event else (root.id,)
    named = {(conflict.event, conflict.field) for conflict in event.conflicts}
    further = tuple(c for c in conflicts if (c.event, c.field) not in named)
    if same_as == event.same_as and not further:
        return event
    return replace(event, same_as=same_as, conflicts=event.conflicts + further)
