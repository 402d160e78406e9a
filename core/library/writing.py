"""Entries → the library's tables; every method belongs into a transaction of the caller's."""

from __future__ import annotations

import json
import zlib
from itertools import chain
from typing import TYPE_CHECKING

from core.library.windows import window
from core.library.words import indexed

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from core.library.entry import Entity, Entry, Findings, Part

_KNOWN_ENTITIES = 1 << 17
"""So many numbers of entities that are in the library are kept in memory."""


class Writer:
    """Puts articles and findings into a library, and takes them out again."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Write through a connection that nobody else writes through meanwhile."""
        self._db = connection
        self._entities: set[int] = set()
        (self._next_name,) = connection.execute("SELECT coalesce(max(id), 0) + 1 FROM name").fetchone()
        (self._next_event,) = connection.execute("SELECT coalesce(max(id), 0) + 1 FROM event").fetchone()

    def rules(self, version: str, shape: str) -> int:
        """Return the number of a version of the rules."""
        self._db.execute("INSERT OR IGNORE INTO rules (version, shape) VALUES (?, ?)", (version, shape))
        number: int = self._db.execute("SELECT id FROM rules WHERE version = ?", (version,)).fetchone()[0]
        return number

    def put(self, entry: Entry, rules: int) -> int:
        """Put an article, and what was found in it, into the library; return its number.

        An article that is there already stays as it is, but for findings that were made by other rules.
        """
        known = self._db.execute(_KNOWN, (rules, entry.document.key)).fetchone()
        if known is None:
            row = (*entry.document, rules, entry.problem)
            document = self._db.execute(_DOCUMENT, row).lastrowid or 0
            self._db.execute(
                "INSERT INTO words (rowid, title, text) VALUES (?, ?, ?)",
                (document, entry.title_words, entry.words),
            )
            if entry.findings is not None and entry.findings.events:
                self._put_events(document, entry.findings)
            return document
        document = int(known[0])
        if not known[1]:
            self.find(document, entry.findings, rules, entry.problem)
        return document

    def find(
        self,
        document: int,
        findings: Findings | None,
        rules: int,
        problem: str | None = None,
    ) -> None:
        """Set what was found in an article in place of what was found before.

        Args:
            document: its number.
            findings: what was found; None where the analysis failed.
            rules: by which rules.
            problem: why it failed.
        """
        self._forget(document)
        if findings is None:
            self._db.execute(
                "UPDATE document SET rules = ?, problem = ? WHERE id = ?", (rules, problem, document)
            )
            return
        self._db.execute(
            "UPDATE document SET rules = ?, problem = ?, title = ?, structure = ? WHERE id = ?",
            (rules, problem, findings.title, findings.structure, document),
        )
        if findings.events:
            self._put_events(document, findings)

    def _put_events(self, document: int, findings: Findings) -> None:
        first = self._next_event
        self._next_event += len(findings.events)
        rows = []
        for event in findings.events:
            leader = first + event.same_as if event.same_as is not None else None
            rows.append((first + event.ordinal, document, *event[:11], leader, leader, *event[12:]))
        self._db.executemany(_EVENT, rows)
        self._put_entities(findings.entities)
        self._db.executemany(_ACTOR, _parts(findings.actors, first))
        self._db.executemany(_PLACE, _parts(findings.places, first))
        self._db.executemany(_ISSUE, [(issue.issue, first + issue.ordinal) for issue in findings.issues])
        self._db.executemany(
            _CONFLICT, [(first + c.ordinal, first + c.other, c.field, c.detail) for c in findings.conflicts]
        )
        wait_for_comparison(self._db, ((event.first, event.last) for event in findings.events))
        judged = self._db.execute(_JUDGED, (document,)).fetchall()
        self._db.executemany("UPDATE event SET status = ? WHERE document = ? AND key = ?", judged)

    def _put_entities(self, entities: Iterable[Entity]) -> None:
        new = [entity for entity in entities if entity.id not in self._entities]
        if not new:
            return
        there = {number for (number,) in self._db.execute(_THERE, (json.dumps([e.id for e in new]),))}
        unknown = [entity for entity in new if entity.id not in there]
        self._db.executemany("INSERT INTO entity VALUES (?, ?, ?, ?, ?, ?)", [e[:6] for e in unknown])
        names = list(chain.from_iterable(((name, e.id) for name in e.names) for e in unknown))
        numbered = [(number, *name) for number, name in enumerate(names, self._next_name)]
        self._next_name += len(names)
        self._db.executemany("INSERT INTO name (id, folded, entity) VALUES (?, ?, ?)", numbered)
        # Not by a trigger: FTS5 would write out what it has gathered, for every article.
        self._db.executemany(
            "INSERT INTO name_words (rowid, folded) VALUES (?, ?)", [name[:2] for name in numbered]
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
            # An index without contents must be told which words to forget (SQLite: FTS5, 6.4).
            self._db.execute(
                "INSERT INTO words (words, rowid, title, text) VALUES ('delete', ?, ?, ?)",
                (document, indexed(title) if titled else "", indexed(text)),
            )
            self._db.execute("DELETE FROM document WHERE id = ?", (document,))

    def _forget(self, document: int) -> None:
        events = self._db.execute(
            "SELECT id, first, last FROM event WHERE document = ?", (document,)
        ).fetchall()
        if not events:
            return
        wait_for_comparison(self._db, ((first, last) for _, first, last in events))
        numbers = [(event,) for event, _, _ in events]
        for statement in _FORGET:
            self._db.executemany(statement, numbers)
        self._db.execute("DELETE FROM event WHERE document = ?", (document,))


def wait_for_comparison(
    connection: sqlite3.Connection, days: Iterable[tuple[int | None, int | None]]
) -> None:
    """Note the windows in which tellings came or went: the days of each, first and last."""
    found = {where for first, last in days if (where := window(first, last)) is not None}
    connection.executemany("INSERT OR REPLACE INTO pending (span, number, touched) VALUES (?, ?, 1)", found)


def _parts(parts: Iterable[Part], first: int) -> list[tuple[int, int, str]]:
    return [(part.entity, first + part.ordinal, part.role) for part in parts]


_KNOWN = "SELECT id, rules IS ? AND problem IS NULL FROM document WHERE key = ?"
_DOCUMENT = """
    INSERT INTO document (key, name, title, titled, outlet, published, uri, length, text, structure,
                          rules, problem)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_EVENT = """
    INSERT INTO event (id, document, ordinal, key, kind, category, cameo, first, last, paragraph,
                       trigger_start, first_word, end_word, same_as, within, status, record)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_THERE = "SELECT id FROM entity WHERE id IN (SELECT value FROM json_each(?))"
_ACTOR = "INSERT OR IGNORE INTO actor (entity, event, role) VALUES (?, ?, ?)"
_PLACE = "INSERT OR IGNORE INTO place (entity, event, role) VALUES (?, ?, ?)"
_CONFLICT = "INSERT OR IGNORE INTO conflict (event, other, field, detail) VALUES (?, ?, ?, ?)"
_ISSUE = "INSERT OR IGNORE INTO issue (issue, event) VALUES (?, ?)"
_JUDGED = """
    SELECT j.value, d.id, j.event FROM document d JOIN judgement j ON j.document = d.key
    WHERE d.id = ? AND j.kind = 'status'
"""
_FORGET = (
    "DELETE FROM actor WHERE event = ?",
    "DELETE FROM place WHERE event = ?",
    "DELETE FROM issue WHERE event = ?",
    "DELETE FROM conflict WHERE event = ?",
    "DELETE FROM conflict WHERE other = ?",
    "DELETE FROM row WHERE event = ?",
    "DELETE FROM link WHERE event = ?",
    "DELETE FROM link WHERE leader = ?",
    "UPDATE event SET same_as = NULL WHERE same_as = ?",
)
