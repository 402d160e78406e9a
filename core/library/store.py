"""The library: articles and their events in one SQLite file."""

from __future__ import annotations

import datetime as dt
import zlib
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Self

from core.library.codec import decode_event, decode_structure, shape
from core.library.schema import connect
from core.model import Conflict, Document, DocumentRef, Event
from core.resources.database import transaction

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator
    from types import TracebackType

    from core.model import Analysis


@dataclass(frozen=True, slots=True)
class StoredEvent:
    """An event as it stands in the library."""

    number: int
    """`event.id` of the schema."""
    document: int
    event: Event
    """As the person says, with `same_as` and `conflicts` as all articles leave it."""
    outlets: int


class Library:
    """A library that is open; one object serves one thread at a time.

    SQL that asks more than the methods here do belongs to the modules beside this one; they use `connection`.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        """Take over a connection; `open` makes one."""
        self.connection = connection
        self.path = path

    @classmethod
    def open(cls, path: Path | str, *, create: bool = False, read_only: bool = False) -> Self:
        """Open a library.

        Args:
            path: the file; `schema.default_path()` says where it usually lies.
            create: whether a missing one is made.
            read_only: whether nothing will be written.

        Raises:
            LibraryError: it is missing, no library, of a newer program, or cannot be opened.
        """
        path = Path(path)
        return cls(connect(path, create=create, read_only=read_only), path)

    def close(self) -> None:
        """Close it; what is open of a transaction is lost."""
        self.connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Do everything inside or, if it raises, nothing of it."""
        with transaction(self.connection):
            yield

    # ------------------------------------------------------------------------------------------- writing

    def add(self, analyses: Iterable[Analysis], rules: str = "") -> list[int]:
        """Add some analysed articles, and order the timeline anew.

        Args:
            analyses: what was found in them; an article that is in the library already gets these findings.
            rules: the version of the rules by which they were analysed.

        Returns:
            The numbers of the articles.
        """
        from core.library.entry import entry  # Whoever only reads waits for none of the writing.
        from core.library.rows import rebuild_rows
        from core.library.writing import Writer

        with self.transaction():
            writer = Writer(self.connection)
            number = writer.rules(rules, shape())
            documents = [writer.put(entry(a.document, a), number) for a in analyses]
            rebuild_rows(self.connection)
        return documents

    # ------------------------------------------------------------------------------------------- reading

    def count(self, table: str = "document") -> int:
        """Return how many rows a table has: documents, events, rows of the timeline …"""
        if not table.isidentifier():
            raise ValueError(f"not a table: {table}")
        found: int = self.connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        return found

    def document(self, number: int) -> Document:
        """Return an article as it was read.

        Raises:
            KeyError: there is none of that number.
        """
        row = self.connection.execute(
            "SELECT name, text, structure, title, outlet, published, uri FROM document WHERE id = ?",
            (number,),
        ).fetchone()
        if row is None:
            raise KeyError(number)
        name, packed, structure, title, outlet, published, uri = row
        text = zlib.decompress(packed).decode("utf-8", "surrogatepass")
        return Document(name, text, decode_structure(structure, text), title, outlet, _day(published), uri)

    def documents(self) -> Iterator[int]:
        """Yield the numbers of all articles in the order in which they came."""
        for (number,) in self.connection.execute("SELECT id FROM document ORDER BY id"):
            yield number

    def events_of(self, document: int) -> list[StoredEvent]:
        """Return the events of an article in the order of its text."""
        numbers = self.connection.execute(
            "SELECT id FROM event WHERE document = ? ORDER BY ordinal", (document,)
        ).fetchall()
        return self.events([number for (number,) in numbers])

    def events(self, numbers: Iterable[int]) -> list[StoredEvent]:
        """Return events by their numbers, in the order asked for; numbers that there are not are left out."""
        wanted = list(numbers)
        found: dict[int, StoredEvent] = {}
        for start in range(0, len(wanted), _MOST):
            found.update(self._some_events(wanted[start : start + _MOST]))
        return [found[number] for number in wanted if number in found]

    def _some_events(self, numbers: list[int]) -> Iterator[tuple[int, StoredEvent]]:
        marks = ",".join("?" * len(numbers))
        conflicts: dict[int, list[Conflict]] = {}
        for event, *rest in self.connection.execute(_CONFLICTS.format(marks), numbers):
            conflicts.setdefault(event, []).append(Conflict(*rest))
        for row in self.connection.execute(_EVENTS.format(marks), numbers):
            number, document, record, form, leader, outlets, judgement, *doc = row
            name, title, outlet, published, uri = doc
            ref = DocumentRef(name, title, outlet, _day(published), uri)
            if judgement is None:
                event = decode_event(record, ref, form)
            else:
                from core.library.judged import judged_event  # Of most events nothing is said.

                found = judged_event(self.connection, number, judgement, ref)
                if found is None:
                    continue
                event = found
            event = replace(
                event,
                same_as=(leader,) if leader is not None else (),
                conflicts=tuple(conflicts.get(number, ())),
            )
            yield number, StoredEvent(number, document, event, outlets)


_MOST = 500
"""Events that one statement fetches."""

_EVENTS = """
    SELECT e.id, e.document, e.record, r.shape, leader.key, e.outlets, coalesce(e.own, j.id),
           d.name, d.title, d.outlet, d.published, d.uri
    FROM event e JOIN document d ON d.id = e.document LEFT JOIN rules r ON r.id = d.rules
    LEFT JOIN event leader ON leader.id = e.same_as
    LEFT JOIN judgement j ON j.document = d.key AND j.event = e.key
    WHERE e.id IN ({})
"""
_CONFLICTS = """
    SELECT c.event, o.key, c.field, c.detail FROM conflict c JOIN event o ON o.id = c.other
    WHERE c.event IN ({}) AND o.status <> 'hidden' ORDER BY c.event, o.document, o.ordinal, c.field
"""


def _day(published: str | None) -> dt.date | None:
    return dt.date.fromisoformat(published) if published else None
