"""The order of the timeline: made anew from all events, or a few of them put where they belong.

Hidden events have a row too, so that to hide one moves nothing; whoever shows rows leaves these out.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping

_MANY = 30
"""Of more events the order is made anew: to move one costs up to a second where the library is large."""
_BEGINNING, _END = dt.date.min.toordinal(), dt.date.max.toordinal()
_SHOWN = "kind = 'event' AND (same_as IS NULL OR status = 'hidden')"
# As core.timeline orders: by first day, undated last; of two that begin together the wider first; then as the
# articles came and tell it. An open stretch reaches to the end of the calendar (dt.date.min, dt.date.max).
_KEY = f"""
    coalesce(first, last) IS NULL, coalesce(first, last),
    coalesce(first, {_BEGINNING}) - coalesce(last, {_END}), document, paragraph, trigger_start, id
"""
_ROWS = f"""
    INSERT INTO row (position, event)
    SELECT row_number() OVER (ORDER BY {_KEY}) - 1, id FROM event WHERE {_SHOWN}
"""
# A day's ordinal is its Julian day less 1721424.5.
_YEARS = """
    INSERT INTO year (year, count)
    SELECT CAST(strftime('%Y', coalesce(e.first, e.last) + 1721424.5) AS INTEGER) AS y, count(*)
    FROM row r JOIN event e ON e.id = r.event WHERE coalesce(e.first, e.last) IS NOT NULL GROUP BY y
"""
_KEY_OF = f"SELECT {_KEY} FROM event WHERE id = ?"
_KEY_AT = f"SELECT {_KEY} FROM event WHERE id = (SELECT event FROM row WHERE position = ?)"


def rebuild_rows(connection: sqlite3.Connection) -> None:
    """Order the timeline anew; positions are counted from 0. Belongs into a transaction of the caller's."""
    connection.execute("DELETE FROM row")
    connection.execute(_ROWS)
    connection.execute("DELETE FROM year")
    connection.execute(_YEARS)


def settle_rows(connection: sqlite3.Connection, began: Mapping[int, int | None]) -> None:
    """Put some events where they belong now, or take their rows away; the rest keeps its order.

    Belongs into a transaction of the caller's.

    Args:
        connection: to a library.
        began: event → the day (an ordinal) under which its row has stood so far, if it has one and a day.
            Events that are no more lose their row, too.
    """
    if not began:
        return
    last, count = connection.execute("SELECT coalesce(max(position), -1), count(*) FROM row").fetchone()
    if len(began) > _MANY or last != count - 1:  # A run that was killed may have left gaps.
        rebuild_rows(connection)
        return
    wanted = {event: _is_shown(connection, event) for event in began}
    # What goes, goes first: then all that is there but the one that moves stands in order.
    for event in sorted(began, key=wanted.__getitem__):
        before = _position(connection, event)
        if before is not None:
            _count(connection, began[event], -1)
        if wanted[event]:
            _place(connection, event, before)
            _count(connection, begin_day(connection, event), +1)
        elif before is not None:
            connection.execute("DELETE FROM row WHERE position = ?", (before,))
            _shift(connection, before + 1, _last(connection), -1)


def _place(connection: sqlite3.Connection, event: int, before: int | None) -> None:
    """Give an event the row where it belongs; `before` is the one that it has."""
    last = _last(connection)
    end = last + 1 if before is None else last
    key = connection.execute(_KEY_OF, (event,)).fetchone()
    low, high = 0, end
    while low < high:  # Among the rows without its own.
        middle = (low + high) // 2
        at = middle if before is None or middle < before else middle + 1
        if _less(connection.execute(_KEY_AT, (at,)).fetchone(), key):
            low = middle + 1
        else:
            high = middle
    if before == low:
        return
    if before is None:
        _shift(connection, low, last, +1)
    else:
        connection.execute("DELETE FROM row WHERE position = ?", (before,))
        if low < before:
            _shift(connection, low, before - 1, +1)
        else:
            _shift(connection, before + 1, low, -1)
    connection.execute("INSERT INTO row (position, event) VALUES (?, ?)", (low, event))


def _shift(connection: sqlite3.Connection, first: int, last: int, by: int) -> None:
    """Move the rows between two positions, both inclusive, by one; where they go nothing stands.

    One after the other, from the end that they go towards, so that no position is given twice on the way.
    """
    connection.execute(_DOWN if by < 0 else _UP, (first, last))


_DOWN = "UPDATE row SET position = position - 1 WHERE position BETWEEN ? AND ?"
# An event has one row: what is put in takes away the one that it had.
_UP = """
    INSERT OR REPLACE INTO row (position, event)
    SELECT position + 1, event FROM row WHERE position BETWEEN ? AND ? ORDER BY position DESC
"""


def _less(one: tuple[int | None, ...], other: tuple[int | None, ...]) -> bool:
    """Compare two keys; where a day is missing in both, the first column has said so already."""
    return [value or 0 for value in one] < [value or 0 for value in other]


def _is_shown(connection: sqlite3.Connection, event: int) -> bool:
    return (
        connection.execute(f"SELECT 1 FROM event WHERE id = ? AND {_SHOWN}", (event,)).fetchone() is not None
    )


def _position(connection: sqlite3.Connection, event: int) -> int | None:
    found = connection.execute("SELECT position FROM row WHERE event = ?", (event,)).fetchone()
    return found[0] if found else None


def _last(connection: sqlite3.Connection) -> int:
    found: int = connection.execute("SELECT coalesce(max(position), -1) FROM row").fetchone()[0]
    return found


def begin_day(connection: sqlite3.Connection, event: int) -> int | None:
    """Return the day on which an event begins, as an ordinal; None where it has no date."""
    found: int | None = connection.execute(
        "SELECT coalesce(first, last) FROM event WHERE id = ?", (event,)
    ).fetchone()[0]
    return found


def _count(connection: sqlite3.Connection, day: int | None, by: int) -> None:
    """Count a row of a year in, or out."""
    if day is None:
        return
    year = dt.date.fromordinal(day).year
    connection.execute("INSERT OR IGNORE INTO year (year, count) VALUES (?, 0)", (year,))
    connection.execute("UPDATE year SET count = count + ? WHERE year = ?", (by, year))
    connection.execute("DELETE FROM year WHERE year = ? AND count = 0", (year,))
