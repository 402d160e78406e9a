"""Entries → the library's tables; every method belongs into a transaction of the caller's."""

from __future__ import annotations

import zlib
from itertools import chain
from typing import TYPE_CHECKING

from core.library.words import indexed

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    from core.library.entry import Entity, Entry, Findings, Part

_KNOWN_ENTITIES = 1 << 17
"""So many numbers of entities that are in the library are kept in memory."""


class Writer:
    """Puts articles and findings into a library, and takes them out again."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Write through a connection that nobody else writes through meanwhile."""
        self._db = connection
        self._entities: set[int] = set()
        (self._next_event,) = connection.execute("SELECT coalesce(max(id), 0) + 1 FROM event").fetchone()

    def rules(self, version: str, shape: str) -> int:
        """Return the number of a version of the rules."""
        self._db.execute("INSERT OR IGNORE INTO rules (version, shape) VALUES (?, ?)", (version, shape))
        number: int = self._db.execute("SELECT id FROM rules WHERE version = ?", (version,)).fetchone()[0]
        return number

    def put(self, entry: Entry, rules: int) -> int:
        """Put an article, and what was found in it, into the library; return its number.

        An article that is there already stays as it is, but for its findings.
        """
        row = entry.document
        known = self._db.execute("SELECT id FROM document WHERE key = ?", (row.key,)).fetchone()
        if known is not None:
            document: int = known[0]
        else:
            cursor = self._db.execute(_DOCUMENT, row)
            document = cursor.lastrowid or 0
            self._db.execute(
                "INSERT INTO words (rowid, title, text) VALUES (?, ?, ?)",
                (document, entry.title_words, entry.words),
            )
        if entry.findings is not None or known is None:
            self.find(document, entry.findings, rules, entry.problem)
        return document

    def find(self, document: int, findings: Findings | None, rules: int, problem: str | None = None) -> None:
        """Set what was found in an article in place of what was found before."""
        self._forget(document)
        self._db.execute(
            "UPDATE document SET rules = ?, problem = ?, structure = coalesce(?, structure) WHERE id = ?",
            (rules, problem, findings.structure if findings else None, document),
        )
        if findings is None or not findings.events:
            return
        first = self._next_event
        self._next_event += len(findings.events)
        self._db.executemany(
            _EVENT,
            [
                (
                    first + e.ordinal,
                    document,
                    *e[:11],
                    first + e.same_as if e.same_as is not None else None,
                    first + e.same_as if e.same_as is not None else None,
                    *e[12:],
                )
                for e in findings.events
            ],
        )
        self._put_entities(findings.entities)
        self._db.executemany(_ACTOR, _parts(findings.actors, first))
        self._db.executemany(_PLACE, _parts(findings.places, first))
        self._db.executemany(_ISSUE, [(issue.issue, first + issue.ordinal) for issue in findings.issues])
        self._db.execute(_JUDGED, (document,))

    def _put_entities(self, entities: Iterable[Entity]) -> None:
        new = [entity for entity in entities if entity.id not in self._entities]
        if not new:
            return
        self._db.executemany("INSERT OR IGNORE INTO entity VALUES (?, ?, ?, ?, ?, ?)", [e[:6] for e in new])
        self._db.executemany(
            "INSERT OR IGNORE INTO name VALUES (?, ?)",
            chain.from_iterable(((name, e.id) for name in e.names) for e in new),
        )
        if len(self._entities) + len(new) > _KNOWN_ENTITIES:
            self._entities.clear()
        self._entities.update(entity.id for entity in new)

    # ------------------------------------------------------------------------------------------- removal

    def remove(self, documents: Iterable[int]) -> None:
        """Take articles out of the library, and all that was found in them."""
        for document in documents:
            self._forget(document)
            row = self._db.execute(
                "SELECT title, titled, text FROM document WHERE id = ?", (document,)
            ).fetchone()
            if row is None:
                continue
            title, titled, packed = row
            text = zlib.decompress(packed).decode("utf-8", "surrogatepass")
            # An index without contents must be told which words to forget (SQLite: FTS5, 4.4.3).
            self._db.execute(
                "INSERT INTO words (words, rowid, title, text) VALUES ('delete', ?, ?, ?)",
                (document, indexed(title) if titled else "", indexed(text)),
            )
            self._db.execute("DELETE FROM document WHERE id = ?", (document,))

    def _forget(self, document: int) -> None:
        events: Sequence[tuple[int]] = self._db.execute(
            "SELECT id FROM event WHERE document = ?", (document,)
        ).fetchall()
        if not events:
            return
        for statement in _FORGET:
            self._db.executemany(statement, events)
        self._db.execute("DELETE FROM event WHERE document = ?", (document,))


def _parts(parts: Iterable[Part], first: int) -> list[tuple[int, int, str]]:
    return [(part.entity, first + part.ordinal, part.role) for part in parts]


_DOCUMENT = """
    INSERT INTO document (key, name, title, titled, outlet, published, uri, length, text, structure)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_EVENT = """
    INSERT INTO event (id, document, ordinal, key, kind, category, cameo, first, last, paragraph,
                       trigger_start, first_word, end_word, same_as, leader, status, record)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_ACTOR = "INSERT OR IGNORE INTO actor (entity, event, role) VALUES (?, ?, ?)"
_PLACE = "INSERT OR IGNORE INTO place (entity, event, role) VALUES (?, ?, ?)"
_ISSUE = "INSERT OR IGNORE INTO issue (issue, event) VALUES (?, ?)"
_JUDGED = """
    UPDATE event SET status = j.value
    FROM document d JOIN judgement j ON j.document = d.key AND j.kind = 'status'
    WHERE d.id = ?1 AND event.document = ?1 AND event.key = j.event
"""
_FORGET = (
    "DELETE FROM actor WHERE event = ?",
    "DELETE FROM place WHERE event = ?",
    "DELETE FROM issue WHERE event = ?",
    "DELETE FROM conflict WHERE event = ?",
    "DELETE FROM conflict WHERE other = ?",
    "DELETE FROM row WHERE event = ?",
    "UPDATE event SET same_as = NULL, leader = NULL WHERE same_as = ?",
)
