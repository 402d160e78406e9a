"""How much a person has said in a library."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3


@dataclass(frozen=True, slots=True)
class SaidFigures:
    """What a person has said, counted by events."""

    marked: int
    noted: int
    corrected: int
    hidden: int
    accepted: int
    added: int
    """Events of the person's own."""
    orphans: int
    """What was said of events that are found no more (`core.library.book.LibraryBook.orphans`)."""

    def __bool__(self) -> bool:
        """Whether anything was said."""
        return any((self.marked, self.noted, self.corrected, self.hidden, self.accepted, self.added))


def said_figures(connection: sqlite3.Connection) -> SaidFigures:
    """Count what is said in a library."""
    ((orphans,),) = connection.execute(f"SELECT count(*) FROM ({ORPHANS})")
    counts: list[int] = [*connection.execute(_COUNTS).fetchone(), orphans]
    return SaidFigures(*counts)


_COUNTS = """
    SELECT coalesce(sum(marked), 0), count(note), count(edit), coalesce(sum(status = 'hidden'), 0),
           coalesce(sum(status = 'accepted'), 0), coalesce(sum(own), 0)
    FROM judgement
"""
ORPHANS = """
    SELECT j.id FROM judgement j WHERE NOT EXISTS (
        SELECT 1 FROM document d JOIN event e ON e.document = d.id AND e.key = j.event
        WHERE d.key = j.document
    ) ORDER BY j.id
"""
