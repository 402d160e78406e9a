"""Which telling stands for a happening, settled for a few: what an `index` run settles for all.

What was found to be one happening is kept in `link` and `event.within`; here it is followed from some events,
as their dates and what is hidden are now.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.coreference.merge import says
from core.library.windows import WEEK, Window, window
from core.model import Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from core.library.store import Library, StoredEvent

_MOST = 500
"""Of a happening with more tellings nothing is settled before the next run."""


def settle_some(library: Library, events: Iterable[int]) -> set[int]:
    """Settle who stands for whom among all that is tied to some events.

    Belongs into a transaction of the caller's. A hidden one stands for nothing, and nothing for it.

    Returns:
        The events that have another leader than before, or none any more.
    """
    changed: set[int] = set()
    seen: set[int] = set()
    for event in _with_tellings(library, events):
        if event in seen:
            continue
        tied = _tied(library, event)
        seen |= tied
        if len(tied) <= _MOST:
            changed |= _settle(library, tied)
    return changed


def _with_tellings(library: Library, events: Iterable[int]) -> list[int]:
    """Return some events, those that they have stood for, and those that have stood for them."""
    found: dict[int, None] = {}
    for event in events:
        found[event] = None
        found |= dict.fromkeys(other for (other,) in library.connection.execute(_STOOD, (event,)))
    return list(found)


def _settle(library: Library, tied: set[int]) -> set[int]:
    stored = library.events(sorted(tied))
    shown = [one for one in stored if one.event.status is not Status.HIDDEN]
    leader = max(shown, key=lambda one: (*says(one.event), -one.number)).number if shown else None
    outlets = len({_outlet(one) for one in shown})
    ids = {one.event.id: one.number for one in stored}
    changed: set[int] = set()
    for one in stored:
        visible = one.event.status is not Status.HIDDEN
        now = leader if visible and one.number != leader else None
        before = next((ids.get(name, -1) for name in one.event.same_as), None)
        if now != before:
            changed.add(one.number)
        count = outlets if visible else 1
        if now != before or count != one.outlets:
            library.connection.execute(_STANDS, (now, count, one.number))
    return changed


def _tied(library: Library, event: int) -> set[int]:
    """Follow what ties events together from one of them."""
    found = {event}
    waiting = [event]
    while waiting and len(found) <= _MOST:
        for other in _beside(library, waiting.pop()):
            if other not in found:
                found.add(other)
                waiting.append(other)
    return found


def _beside(library: Library, event: int) -> Iterator[int]:
    db = library.connection
    for span, number, other, *days in db.execute(_LINKED, (event,)):
        here = Window(span, number)
        if _reaches(here, days[0], days[1]) and _reaches(here, days[2], days[3]):
            yield other
    for (other,) in db.execute(_WITHIN, (event,)):
        yield other


def _reaches(here: Window, first: int | None, last: int | None) -> bool:
    """Tell whether events of these days were compared in a window, as `core.library.merging` loads them."""
    begin, end = first if first is not None else last, last if last is not None else first
    if begin is None or end is None:
        return False
    if here.span == WEEK:
        return end - begin < 7 and here.first - 8 <= begin <= here.last + 1 and end >= here.first - 1
    return window(begin, end) == here


def _outlet(one: StoredEvent) -> str:
    return one.event.doc.outlet or f"article {one.event.doc.id} {one.event.doc.uri}"


_LINKED = """
    SELECT l.span, l.number, o.id, e.first, e.last, o.first, o.last
    FROM link l JOIN event e ON e.id = ?1
    JOIN event o ON o.id = CASE l.event WHEN ?1 THEN l.leader ELSE l.event END
    WHERE l.event = ?1 OR l.leader = ?1
"""
_WITHIN = """
    SELECT within FROM event WHERE id = ?1 AND within IS NOT NULL
    UNION SELECT id FROM event WHERE within = ?1
"""
_STOOD = """
    SELECT same_as FROM event WHERE id = ?1 AND same_as IS NOT NULL
    UNION SELECT id FROM event WHERE same_as = ?1
"""
_STANDS = "UPDATE event SET same_as = ?, outlets = ? WHERE id = ?"
