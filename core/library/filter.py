"""Which events of a library a query holds of: each term in SQL, the terms put together as flags.

A statement of joins over hundreds of thousands of events takes a second where its planner guesses wrong. Here
every term is one statement that walks one index, and gives the numbers of events; `and`, `or` and `not` are
those of integers with a byte a row of the timeline. What a term gave is kept until the library changes, so
that a query that grows as it is typed costs its newest term.
"""

from __future__ import annotations

import json
from array import array
from bisect import bisect_left
from contextlib import contextmanager
from functools import reduce
from itertools import compress
from operator import and_, or_
from typing import TYPE_CHECKING, assert_never

from core.arabic import tokenise
from core.library.telling import telling
from core.library.words import match
from core.model import Plover
from core.query.phrase import phrase
from core.query.tree import Among, And, Cameo, Dated, Flagged, Named, Node, Not, Or, Words
from core.query.vocabulary import ROLE_OF, Flag, Key

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Sequence

    from core.query import Query
    from core.query.phrase import Phrase

_KEPT = 16
"""Terms whose flags are kept: a byte a row each."""

_ACTOR = "SELECT event FROM actor WHERE entity IN (SELECT value FROM json_each(?))"
_ACTOR_IN = _ACTOR + " AND role = ?"
_PLACE = "SELECT event FROM place WHERE entity IN (SELECT value FROM json_each(?))"
_ROLE = "SELECT event FROM actor WHERE role IN (SELECT value FROM json_each(?))"
_ENTITIES = """
    SELECT DISTINCT n.entity FROM name_words w CROSS JOIN name n ON n.id = w.rowid WHERE name_words MATCH ?
"""
_OUTLET = """
    SELECT e.id FROM document d JOIN event e ON e.document = d.id
    WHERE d.outlet IN (SELECT value FROM json_each(?))
"""
_CATEGORY = "SELECT id FROM event WHERE category IN (SELECT value FROM json_each(?))"
_KIND = "SELECT id FROM event WHERE kind IN (SELECT value FROM json_each(?))"
_ISSUE = "SELECT event FROM issue WHERE issue IN (SELECT value FROM json_each(?))"
_CAMEO = "SELECT id FROM event WHERE cameo >= ? AND cameo < ?"
# What shares a day with a span and begins before it, or begins nowhere and ends after it; the rest stands
# together on the timeline.
_ASTRIDE = """
    SELECT id FROM event WHERE first < ?1 AND last >= ?1
    UNION ALL SELECT id FROM event WHERE first < ?1 AND last IS NULL
    UNION ALL SELECT id FROM event WHERE first IS NULL AND last > ?2
"""
_BEGINS = "SELECT coalesce(first, last) FROM event WHERE id = ?"
_CONFLICT = "SELECT event FROM conflict"
_JUDGED = """
    SELECT e.id FROM judgement j CROSS JOIN document d ON d.key = j.document
    CROSS JOIN event e ON e.document = d.id AND e.key = j.event WHERE {}
"""
_MARKED, _NOTED = _JUDGED.format("j.marked"), _JUDGED.format("j.note IS NOT NULL")
_STATUS = "SELECT id FROM event INDEXED BY event_status WHERE status = ? AND status <> 'auto'"
_LAST_DAY = 3652059
"""The ordinal of 9999-12-31."""
_VISIBLE = Not(Flagged(Flag.HIDDEN))


class EventFilter:
    """Filters the events of one library; serves one thread at a time, as its connection does."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Read nothing yet."""
        self._db = connection
        self._seen: tuple[int, int] | None = None
        self._kept: dict[Node, int] = {}
        self._shown = array("q")
        """The event of each row, in the order of the timeline."""
        self._place = array("q")
        """Event → which row of `_shown` it is; one past the last where it has none."""
        self._read_from = array("q")
        """The article of each row of `_shown`, once somebody asks."""
        self._positions: Sequence[int] = range(0)
        """Row of `_shown` → `row.position`: the same, but for a run that is under way."""

    def positions(self, query: Query, *, hidden: bool = False) -> array[int]:
        """Return the positions (`row.position`) of the rows that a query holds of, in order.

        Args:
            query: what is wanted.
            hidden: whether rows that the person has hidden are looked at, too.
        """
        flags = self._flags(query, hidden=hidden)
        return array("q", compress(self._positions, flags))

    def events(self, query: Query, *, hidden: bool = False) -> array[int]:
        """Return the numbers (`event.id`) of the same rows, in the order of the timeline.

        Hidden ones are looked at where the query names them, too.
        """
        flags = self._flags(query, hidden=hidden or asks_for_hidden(query.root))
        return array("q", compress(self._shown, flags))

    def documents(self, query: Query) -> frozenset[int]:
        """Return the numbers of the articles with such a row."""
        return frozenset(self.documents_at(self.positions(query)))

    def documents_at(self, positions: Iterable[int]) -> list[int]:
        """Return the numbers of the articles that some rows were read from, by `row.position`, in order."""
        if not self._read_from:
            self._read_from = array("q", bytes(8 * (len(self._shown) + 1)))
            # The index has both without the records between them.
            for event, document in self._db.execute("SELECT id, document FROM event INDEXED BY event_words"):
                self._read_from[self._place[event]] = document
        if isinstance(self._positions, range):
            places: Iterable[int] = positions
        else:
            places = (bisect_left(self._positions, position) for position in positions)
        return sorted({self._read_from[place] for place in places})

    @contextmanager
    def standing(self) -> Iterator[tuple[sqlite3.Connection, Sequence[int], Sequence[int]]]:
        """See the library as it is, whatever others write meanwhile.

        Yields:
            its connection; for each event number which row of the timeline it is, one past the last where it
            is none; for each row its `row.position`.
        """
        with self._as_it_is():
            self._look()
            yield self._db, self._place, self._positions

    def _flags(self, query: Query, *, hidden: bool) -> bytes:
        with self._as_it_is():
            self._look()
            found = self._holds(query.root)
            if not hidden:
                found &= self._holds(_VISIBLE)
            return found.to_bytes(len(self._shown) + 1, "little")

    @contextmanager
    def _as_it_is(self) -> Iterator[None]:
        """See the library as it is now, whatever others write until all terms are looked up."""
        if self._db.in_transaction:
            yield
            return
        self._db.execute("BEGIN")
        try:
            yield
        finally:
            self._db.execute("ROLLBACK")

    def _look(self) -> None:
        """Read the order of the timeline, if somebody has written since."""
        (version,) = self._db.execute("PRAGMA data_version").fetchone()
        now = (version, self._db.total_changes)
        if self._seen == now:
            return
        self._kept.clear()
        self._read_from = array("q")
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
        self._place = array("q", [len(self._shown)]) * size
        for place, event in enumerate(self._shown):
            self._place[event] = place
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
                statement = {Key.ROLE: _ROLE, Key.ISSUE: _ISSUE, Key.KIND: _KIND}.get(key, _CATEGORY)
                if key is Key.QUAD:
                    values = tuple(category for category in Plover if category.quad in values)
                return self._select(statement, json.dumps(values))
            case Cameo(prefix):
                return self._select(_CAMEO, prefix, prefix + ":")  # ":" comes right behind the figures.
            case Dated():
                return self._dated(term)
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
        return list(_column(self._db.execute(_ENTITIES, (match(sought),))))

    def _dated(self, term: Dated) -> int:
        """Flag what shares a day with a span: rows that begin in it, which are neighbours, and a few more."""
        first = term.first.toordinal() if term.first else 1
        last = term.last.toordinal() if term.last else _LAST_DAY
        begins, ends = self._begin(first), self._begin(last + 1)
        within = b"\0" * begins + b"\1" * (ends - begins)
        return int.from_bytes(within, "little") | self._select(_ASTRIDE, first, last)

    def _begin(self, day: int) -> int:
        """Return which row is the first that begins on a day or later, or has no date."""

        def begins(event: int) -> int:
            found: int | None = self._db.execute(_BEGINS, (event,)).fetchone()[0]
            return _LAST_DAY + 1 if found is None else found

        return bisect_left(self._shown, day, key=begins)

    def _flagged(self, flag: Flag) -> int:
        match flag:
            case Flag.CONFLICT:
                return self._select(_CONFLICT)
            case Flag.MARKED:
                return self._select(_MARKED)
            case Flag.NOTED:
                return self._select(_NOTED)
            case Flag.HIDDEN | Flag.EDITED | Flag.ACCEPTED:
                return self._select(_STATUS, flag.value)
        assert_never(flag)

    # --------------------------------------------------------------------------------------------- flags

    def _select(self, statement: str, *values: str | int) -> int:
        return self._raised(_column(self._db.execute(statement, values)))

    def _raised(self, events: Iterable[int]) -> int:
        place = self._place
        flags = bytearray(len(self._shown) + 1)
        for event in events:
            flags[place[event]] = 1
        return int.from_bytes(flags, "little")

    def _everything(self) -> int:
        return int.from_bytes(b"\1" * (len(self._shown) + 1), "little")


def asks_for_hidden(term: Node) -> bool:
    """Tell whether a query names what is hidden."""
    match term:
        case And(terms) | Or(terms):
            return any(map(asks_for_hidden, terms))
        case Not(inner):
            return asks_for_hidden(inner)
    return term == Flagged(Flag.HIDDEN)


def _column(rows: Iterable[tuple[int]]) -> Iterable[int]:
    return (value for (value,) in rows)


def _is_said(sought: Phrase, name: str) -> bool:
    return next(sought.starts(tokenise(name).words.keys), None) is not None
