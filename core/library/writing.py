"""Entries → the library's tables; every method belongs into a transaction of the caller's."""

from __future__ import annotations

import json
import zlib
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from core.library.windows import window
from core.library.words import indexed

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from core.library.entry import Entity, Entry, Findings, Part
    from core.model import Event

_KNOWN_ENTITIES = 1 << 17
"""So many numbers of entities that are in the library are kept in memory."""


class Writer:
    """Puts articles and findings into a library, and takes them out again."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Write through a connection that nobody else writes through meanwhile."""
        self._db = connection
        self._entities: set[int] = set()
        self._next_name = self._next_event = 1

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
            self._lay_over(document)
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
            self._lay_over(document)
            return
        self._db.execute(
            "UPDATE document SET rules = ?, problem = ?, title = ?, structure = ? WHERE id = ?",
            (rules, problem, findings.title, findings.structure, document),
        )
        if findings.events:
            self._put_events(document, findings)
        self._lay_over(document)

    def _put_events(self, document: int, findings: Findings) -> None:
        first = self._new_events(len(findings.events))
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

    def _new_events(self, count: int) -> int:
        """Return the first of so many numbers for events, which no event has had since we write."""
        # Asked for anew each time: what a person adds while a run goes on has a number, too.
        free: int = self._db.execute("SELECT coalesce(max(id), 0) + 1 FROM event").fetchone()[0]
        first = max(self._next_event, free)
        self._next_event = first + count
        return first

    # ------------------------------------------------------------------------------------------- judgements

    def _lay_over(self, document: int) -> None:
        """Put what a person says of an article's events on again; the order of the timeline is for later."""
        if self._db.execute(_JUDGED, (document,)).fetchone() is None:
            return
        from core.library.overlay import lay_over
        from core.library.standing import settle_some
        from core.library.store import Library

        library = Library(self._db, Path())
        settle_some(library, lay_over(library, document, self).began)

    def put_own(
        self, document: int, named: tuple[str, str, int], words: tuple[int, int, int], judgement: int
    ) -> int:
        """Put in an event of the person's own; `retell` says who takes part in it.

        Args:
            document: the number of its article.
            named: `Event.id`, its kind, its paragraph.
            words: where its trigger begins, and which words of the article its sentence is.
            judgement: `judgement.id`.

        Returns:
            Its number.
        """
        number = self._new_events(1)
        self._db.execute(_OWN, (number, document, *named, *words, judgement))
        return number

    def retell(self, number: int, event: Event) -> None:
        """Set who and where an event is about, and what talks are about, if that is other than it was."""
        from core.library.entry import actor_entity, place_entity

        actors = {(actor_entity(actor), actor.role.value) for actor in event.actors}
        places = {(place_entity(place), place.role.value) for place in event.places}
        issues = {one.issue.value for one in event.mediation.issues} if event.mediation else set()
        for table, insert, named in (("actor", _ACTOR, actors), ("place", _PLACE, places)):
            now = {(entity.id, role) for entity, role in named}
            if now != set(self._db.execute(f"SELECT entity, role FROM {table} WHERE event = ?", (number,))):
                self._db.execute(f"DELETE FROM {table} WHERE event = ?", (number,))
                self._put_entities([entity for entity, _ in named])
                self._db.executemany(insert, [(entity, number, role) for entity, role in now])
        if issues != {issue for (issue,) in self._db.execute(_ISSUES, (number,))}:
            self._db.execute("DELETE FROM issue WHERE event = ?", (number,))
            self._db.executemany(_ISSUE, [(issue, number) for issue in issues])

    def _put_entities(self, entities: Iterable[Entity]) -> None:
        new = [entity for entity in entities if entity.id not in self._entities]
        if not new:
            return
        there = {number for (number,) in self._db.execute(_THERE, (json.dumps([e.id for e in new]),))}
        unknown = [*{entity.id: entity for entity in new if entity.id not in there}.values()]
        (free,) = self._db.execute("SELECT coalesce(max(id), 0) + 1 FROM name").fetchone()
        self._next_name = max(self._next_name, free)
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
        self.forget_events([event for event, _, _ in events])

    def forget_events(self, numbers: Iterable[int]) -> None:
        """Take events out, and all that is said of them elsewhere; not what the person says."""
        each = [(number,) for number in numbers]
        for statement in _FORGET:
            self._db.executemany(statement, each)


def wait_for_comparison(
    connection: sqlite3.Connection, days: Iterable[tuple[int | None, int | None]], *, said: bool = False
) -> None:
    """Note the windows in which tellings came or went.

    Args:
        connection: to a library.
        days: of each, first and last.
        said: whether because a person said something, for which no run that goes on has looked.
    """
    found = {where for first, last in days if (where := window(first, last)) is not None}
    connection.executemany(_PENDING, [(*where, 1 + said) for where in found])


def _parts(parts: Iterable[Part], first: int) -> list[tuple[int, int, str]]:
    return [(part.entity, first + part.ordinal, part.role) for part in parts]


_PENDING = "INSERT OR REPLACE INTO pending (span, number, touched) VALUES (?, ?, ?)"
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
    SELECT 1 FROM document d JOIN judgement j ON j.document = d.key WHERE d.id = ? LIMIT 1
"""
_ISSUES = "SELECT issue FROM issue WHERE event = ?"
_OWN = """
    INSERT INTO event (id, document, ordinal, key, kind, paragraph, trigger_start, first_word, end_word, own,
                       record)
    VALUES (?1, ?2, (SELECT coalesce(max(ordinal), -1) + 1 FROM event WHERE document = ?2),
            ?3, ?4, ?5, ?6, ?7, ?8, ?9, '')
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
    "DELETE FROM event WHERE id = ?",
)
