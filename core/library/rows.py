"""The order of the timeline, made anew from the events; afterwards it is paged by position."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

# As core.timeline orders: by first day, undated last; of two that begin together the wider first; then as the
# articles came and tell it. An open stretch reaches to the end of the calendar (dt.date.min, dt.date.max).
_ROWS = """
    INSERT INTO row (position, event)
    SELECT row_number() OVER (
        ORDER BY coalesce(first, last) IS NULL, coalesce(first, last),
                 coalesce(first, 1) - coalesce(last, 3652059), document, paragraph, trigger_start, id
    ) - 1, id
    FROM event WHERE kind = 'event' AND same_as IS NULL AND status <> 'hidden'
"""
# A day's ordinal is its Julian day less 1721424.5.
_YEARS = """
    INSERT INTO year (year, count)
    SELECT CAST(strftime('%Y', coalesce(e.first, e.last) + 1721424.5) AS INTEGER) AS y, count(*)
    FROM row r JOIN event e ON e.id = r.event WHERE coalesce(e.first, e.last) IS NOT NULL GROUP BY y
"""


def rebuild_rows(connection: sqlite3.Connection) -> None:
    """Order the timeline anew; positions are counted from 0. Belongs into a transaction of the caller's."""
    connection.execute("DELETE FROM row")
    connection.execute(_ROWS)
    connection.execute("DELETE FROM year")
    connection.execute(_YEARS)
