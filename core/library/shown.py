"""Which rows a library shows, where they stand, and by what one sees that they are others."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from core.model import Basis, DocumentRef, Event, EventDate, Span
from core.timeline import Row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.library.store import Library

_GONE = Row(
    Event(
        id="",
        doc=DocumentRef(""),
        date=EventDate(None, None, None, Basis.UNRESOLVED, "the library has changed meanwhile"),
        paragraph=0,
        sentence=Span(0, 0),
        text="",
        category=None,
        trigger=None,
    ),
    document=0,
)
"""Stands where a row was taken away by another process, until the whole is asked for anew."""


def rows_at(library: Library, positions: Sequence[int]) -> list[Row]:
    """Return the rows at some positions."""
    marks = ",".join("?" * len(positions))
    numbers: dict[int, int] = dict(
        library.connection.execute(
            f"SELECT position, event FROM row WHERE position IN ({marks})", tuple(positions)
        )
    )
    found = {stored.number: stored for stored in library.events(numbers.values())}
    every = (found.get(numbers.get(position, -1)) for position in positions)
    return [Row(one.event, one.document, one.outlets) if one else _GONE for one in every]


def mark_of(library: Library) -> tuple[int, int, str | None, int]:
    """Return by what one sees that other rows are shown.

    The last position and the newest event with a row, for a new analysis gives its events numbers that no
    event had before; and what the person said last, or took back.
    """
    last, newest, said, undone = library.connection.execute(_MARK).fetchone()
    return last, newest, said, undone


def shown_positions(library: Library, last: int, *, hidden: bool) -> Sequence[int]:
    """Return the positions of the rows that are shown, the last of all known."""
    if hidden:
        return range(last + 1)
    left_out = [position for (position,) in library.connection.execute(_HIDDEN)]
    if not left_out:
        return range(last + 1)
    shown = array("q")
    for start, end in zip([0, *(position + 1 for position in left_out)], [*left_out, last + 1], strict=True):
        shown.extend(range(start, end))
    return shown


_MARK = """
    SELECT coalesce(max(position), -1), (SELECT coalesce(max(event), -1) FROM row),
           (SELECT id || ' ' || made_at FROM journal ORDER BY id DESC LIMIT 1),
           (SELECT count(*) FROM journal WHERE undone)
    FROM row
"""
# The index is named: without it each row would be looked at.
_HIDDEN = """
    SELECT r.position FROM event e INDEXED BY event_status CROSS JOIN row r ON r.event = e.id
    WHERE e.status = 'hidden' AND e.status <> 'auto' ORDER BY 1
"""
