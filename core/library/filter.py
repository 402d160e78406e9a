"""Which events of a library a query holds of: each term in SQL, the terms put together as flags.

A statement of joins over hundreds of thousands of events takes a second where its planner guesses wrong. Here
every term is one statement that walks one index, and gives the numbers of events; `and`, `or` and `not` are
those of integers with a byte an event. What a term gave is kept until the library changes, so that a query
that grows as it is typed costs its newest term.
"""

from __future__ import annotations

import json
from array import array
from functools import reduce
from itertools import compress
from operator import and_, or_
from typing import TYPE_CHECKING, assert_never

from core.arabic import tokenise
from core.library.judgements import MARK, NOTE
from core.library.telling import telling
from core.model import Plover
from core.query.phrase import phrase
from core.query.tree import Among, And, Cameo, Dated, Flagged, Named, Node, Not, Or, Words
from core.query.vocabulary import ROLE_OF, Flag, Key

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    from core.query import Query
    from core.query.phrase import Phrase

_KEPT = 16
"""Terms whose flags are kept: a byte an event each."""

_ACTOR = "SELECT event FROM actor WHERE entity IN (SELECT value FROM json_each(?))"
_ACTOR_IN = _ACTOR + " AND role = ?"
_PLACE = "SELECT event FROM place WHERE entity IN (SELECT value FROM json_each(?))"
_ROLE = "SELECT event FROM actor WHERE role IN (SELECT value FROM json_each(?))"
_OUTLET = """
    SELECT e.id FROM document d JOIN event e ON e.document = d.id
    WHERE d.outlet IN (SELECT value FROM json_each(?))
"""
_CATEGORY = "SELECT id FROM event WHERE category IN (SELECT value FROM json_each(?))"
_ISSUE = "SELECT event FROM issue WHERE issue IN (SELECT value FROM json_each(?))"
_CAMEO = "SELECT id FROM event WHERE cameo >= ? AND cameo < ?"
# As `core.query.matching`: an open end reaches as far as days do, what has neither end has no day.
_DAYS = """
    SELECT id FROM event WHERE first <= ?1 AND last >= ?2
    UNION ALL SELECT id FROM event WHERE first <= ?1 AND last IS NULL
    UNION ALL SELECT id FROM event WHERE first IS NULL AND last >= ?2
"""
_CONFLICT = "SELECT event FROM conflict"
_JUDGED = """
    SELECT e.id FROM judgement j JOIN document d ON d.key = j.document
    JOIN event e ON e.document = d.id AND e.key = j.event WHERE j.kind = ? AND j.value <> ''
"""
_LAST_DAY = 3652059
"""The ordinal of 9999-12-31."""


class EventFilter:
    """Filters the events of one library; serves one thread at a time, as its connection does."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Read nothing yet."""
        self._db = connection
        self._seen: tuple[int, int] | None = None
        self._kept: dict[Node, int] = {}
        self._shown = array("q")
        self._positions: Sequence[int] = range(0)
        self._size = 0

    def positions(self, query: Query) -> array[int]:
        """Return the positions (`row.position`) of the rows that a query holds of, in order."""
        flags = self._flags(query)
        return array("q", compress(self._positions, map(flags.__getitem__, self._shown)))

    def events(self, query: Query) -> array[int]:
        """Return the numbers (`event.id`) of the same rows, in the order of the timeline."""
        flags = self._flags(query)
        return array("q", compress(self._shown, map(flags.__getitem__, self._shown)))

    def documents(self, query: Query) -> frozenset[int]:
        """Return the numbers of the articles with such a row."""
        found = json.dumps(self.events(query).tolist())
        rows = self._db.execute(
            "SELECT DISTINCT document FROM event WHERE id IN (SELECT value FROM json_each(?))", (found,)
        )
        return frozenset(number for (number,) in rows)

    def _flags(self, query: Query) -> bytes:
        self._look()
        return self._holds(query.root).to_bytes(self._size, "little")

    def _look(self) -> None:
        """Read the order of the timeline, if somebody has written since."""
        (version,) = self._db.execute("PRAGMA data_version").fetchone()
        now = (version, self._db.total_changes)
        if self._seen == now:
            return
        self._kept.clear()
        self._shown = array("q", _column(self._db.execute("SELECT event FROM row ORDER BY position")))
        (last, size) = self._db.execute(
            "SELECT (SELECT max(position) FROM row), (SELECT coalesce(max(id), 0) + 1 FROM event)"
        ).fetchone()
        gapless = last is None or last == len(self._shown) - 1
        self._positions = (
            range(len(self._shown))
            if gapless
            else array("q", _column(self._db.execute("SELECT position FROM row ORDER BY position")))
        )
        self._size = size
        self._seen = now

    # --------------------------------------------------------------------------------------------- terms

    def _holds(self, term: Node) -> int:
        match term:
            case And(terms):
                return reduce(and_, map(self._holds, terms), self._everything())
            case Or(terms):
                return reduce(or_, map(self._holds, terms))
            case Not(inner):
                return self._everything() ^ self._holds(inner)
        kept = self._kept.pop(term, None)
        found = self._leaf(term) if kept is None else kept
        while len(self._kept) >= _KEPT:
            del self._kept[next(iter(self._kept))]
        self._kept[term] = found
        return found

    def _leaf(self, term: Words | Named | Among | Cameo | Dated | Flagged) -> int:
        match term:
            case Words(text):
                return self._words(phrase(text))
            case Named():
                return self._named(term)
            case Among(key, _, values):
                statement = {Key.ROLE: _ROLE, Key.ISSUE: _ISSUE}.get(key, _CATEGORY)
                if key is Key.QUAD:
                    values = tuple(category for category in Plover if category.quad in values)
                return self._select(statement, json.dumps(values))
            case Cameo(prefix):
                return self._select(_CAMEO, prefix, prefix + ":")  # ":" comes right behind the figures.
            case Dated():
                first = term.first.toordinal() if term.first else 1
                last = term.last.toordinal() if term.last else _LAST_DAY
                return self._select(_DAYS, last, first)
            case Flagged(flag):
                return self._flagged(flag)
        assert_never(term)

    def _words(self, sought: Phrase | None) -> int:
        """Flag the events whose sentence or whose actors' or places' names say some words."""
        if sought is None:
            return 0
        named = json.dumps(self._entities(sought))
        said = self._raised(telling(self._db, sought))
        return said | self._select(_ACTOR, named) | self._select(_PLACE, named)

    def _named(self, term: Named) -> int:
        sought = phrase(term.text)
        if sought is None:
            return 0
        if term.key is Key.OUTLET:
            rows = self._db.execute("SELECT DISTINCT outlet FROM document WHERE outlet IS NOT NULL")
            return self._select(_OUTLET, json.dumps([name for (name,) in rows if _is_said(sought, name)]))
        named = json.dumps(self._entities(sought))
        if term.key is Key.PLACE:
            return self._select(_PLACE, named)
        role = ROLE_OF.get(term.key)
        return self._select(_ACTOR_IN, named, role.value) if role else self._select(_ACTOR, named)

    def _entities(self, sought: Phrase) -> list[int]:
        """Return who and where bears a name that says some words."""
        # A quick look for letters first; whether they are words is looked at with the few that are left.
        letters = [
            first for first in sought.firsts if not any(first != o and o in first for o in sought.firsts)
        ]
        where = " OR ".join("instr(folded, ?)" for _ in letters)
        rows = self._db.execute(f"SELECT folded, entity FROM name WHERE {where}", letters).fetchall()
        said = {name: _is_said(sought, name) for name in {name for name, _ in rows}}
        return [entity for name, entity in rows if said[name]]

    def _flagged(self, flag: Flag) -> int:
        match flag:
            case Flag.CONFLICT:
                return self._select(_CONFLICT)
            case Flag.MARKED:
                return self._select(_JUDGED, MARK)
            case Flag.NOTED:
                return self._select(_JUDGED, NOTE)
        assert_never(flag)

    # --------------------------------------------------------------------------------------------- flags

    def _select(self, statement: str, *values: str | int) -> int:
        return self._raised(_column(self._db.execute(statement, values)))

    def _raised(self, events: Iterable[int]) -> int:
        flags = bytearray(self._size)
        for number in events:
            flags[number] = 1
        return int.from_bytes(flags, "little")

    def _everything(self) -> int:
        return int.from_bytes(b"\1" * self._size, "little")


def _column(rows: Iterable[tuple[int]]) -> Iterable[int]:
    return (value for (value,) in rows)


def _is_said(sought: Phrase, name: str) -> bool:
    return next(sought.starts(tokenise(name).words.keys), None) is not None
