"""What lasts in a library: read in a thread, off its indices as far as they go."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from core.spans import lasting, processes, rounds, touching

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from core.library.store import Library
    from core.model import Event
    from core.spans import Stretch

_MOST = 1_000
"""Events of mediation that are read, a tenth of a second of a thread: of more, those nearest to the days."""
_MEDIATION = """
    SELECT r.position, r.event, coalesce(e.first, e.last) FROM row r JOIN event e ON e.id = r.event
    WHERE e.id IN (
        SELECT event FROM issue UNION SELECT event FROM actor WHERE role = 'mediator'
        UNION SELECT id FROM event WHERE cameo IN ('045', '046')
    ) AND e.first IS NOT NULL ORDER BY 1
"""
_LASTING = """
    SELECT e.first, e.last, r.position FROM event e JOIN row r ON r.event = e.id
    WHERE e.first <= ?2 AND e.last >= ?1 AND e.last - e.first >= ?3 ORDER BY 3
"""


class StoredSpans:
    """The stretches of one state of a library, as a timeline of it numbers its rows."""

    def __init__(self, index: Callable[[int], int | None]) -> None:
        """Read nothing yet.

        Args:
            index: gives the index of the row at a position; None where it is not shown.
        """
        self._index = index
        self._rounds: tuple[Stretch, ...] | None = None

    def touching(self, library: Library, first: dt.date, last: dt.date, least: int) -> list[Stretch]:
        """Do as `core.timeline.Chronology.spans`."""
        middle = (first.toordinal() + last.toordinal()) // 2
        found = self._rounds
        if found is None:
            told = self._mediation(library)
            every = len(told) <= _MOST
            if not every:
                told = sorted(sorted(told, key=lambda one: abs(one[2] - middle))[:_MOST])
            found = tuple(rounds(processes(_events(library, told)), told_of_all=every))
            self._rounds = found if every else None
        days = library.connection.execute(_LASTING, (first.toordinal(), last.toordinal(), max(least, 2) - 1))
        dated = (
            (dt.date.fromordinal(begins), dt.date.fromordinal(ends), index)
            for begins, ends, position in days
            if (index := self._index(position)) is not None
        )
        return touching((*found, *lasting(dated, least)), first, last)

    def _mediation(self, library: Library) -> list[tuple[int, int, int]]:
        """Return the index, the number and the day of each event of mediation that is shown."""
        return [
            (index, event, day)
            for position, event, day in library.connection.execute(_MEDIATION)
            if (index := self._index(position)) is not None
        ]


def _events(library: Library, told: list[tuple[int, int, int]]) -> Iterator[tuple[int, Event]]:
    indices = {event: index for index, event, _ in told}
    for stored in library.events(indices):
        yield indices[stored.number], stored.event
