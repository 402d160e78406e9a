"""The tellings of one happening in a library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.tellings import Telling, by_outlet

if TYPE_CHECKING:
    from core.library.store import Library
    from core.model import Event


def tellings(library: Library, event: Event) -> tuple[Telling, ...]:
    """Return the tellings of a row's happening, as `core.timeline.Chronology.tellings` has them.

    Only the row's own where it was taken away meanwhile.
    """
    db = library.connection
    found = db.execute(_OWN, (event.id,)).fetchone()
    if found is None:
        return (Telling(event, -1),)
    (own,) = found
    same = {number for (number,) in db.execute(_SAME, (own,))}
    disputed = {number for (number,) in db.execute(_DISPUTED, (own,))} - same - {own}
    read = {
        stored.number: Telling(stored.event, stored.document, stored.number in disputed)
        for stored in library.events([own, *same, *disputed])
    }
    first = read.pop(own, Telling(event, -1))
    return (first, *sorted(read.values(), key=by_outlet))


# Of two that are called the same the one with a row counts.
_OWN = """
    SELECT e.id FROM event e LEFT JOIN row r ON r.event = e.id WHERE e.key = ?
    ORDER BY r.position IS NULL, r.position, e.id LIMIT 1
"""
_SAME = "SELECT id FROM event WHERE same_as = ? AND status <> 'hidden'"
_DISPUTED = """
    WITH other (id) AS (
        SELECT other FROM conflict
        WHERE event IN (SELECT ?1 UNION SELECT id FROM event WHERE same_as = ?1)
    )
    SELECT e.id FROM event e WHERE e.status <> 'hidden'
    AND e.id IN (SELECT id FROM other UNION SELECT t.id FROM event t JOIN other o ON t.same_as = o.id)
"""
