"""The book of a library: what a person says of its events is kept in it."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from core.judgement.notebook import Notebook
from core.judgement.saying import Judgement, Told
from core.library.aside import Aside
from core.library.judged import extracted_event
from core.library.judging import ORPHANS
from core.library.schema import LibraryError
from core.library.store import Library
from core.library.timeline import StoredTimeline

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from core.judgement.saying import Added, Said, Step
    from core.model import Event
    from core.timeline import Chronology

_T = TypeVar("_T", bound="Step | None")


class LibraryBook:
    """A `core.book.Book` of a library that is open for reading.

    It is opened for writing, in a thread, when first something is said. A judgement, the columns that filters
    read and the order of the timeline are one transaction.
    """

    def __init__(self, library: Library, aside: Aside | None = None) -> None:
        """Open nothing yet.

        Args:
            library: an open one; it is not closed here.
            aside: what does the long work of its timelines; by default made for the library's file.
        """
        self._library = library
        self._aside = aside or Aside(library.path)
        self._writing: Library | None = None
        self.latest: StoredTimeline | None = None
        """The timeline that was asked for last."""
        self._turn = asyncio.Lock()
        self._held = threading.Lock()
        """Held by the thread that writes."""

    def close(self) -> None:
        """Let go of the file, when what is being said is written; what reads it stays open."""
        with self._held:
            if self._writing is not None:
                self._writing.close()
                self._writing = None
        self._aside.close()

    # ------------------------------------------------------------------------------------------ reading

    def said(self, event: Event, document: int) -> Judgement:
        """Return what is said of an event."""
        known = _known(self._library, event.id, document)
        return known.judgement if known is not None else Judgement()

    def extracted(self, event: Event, document: int) -> Event | None:
        """Return an event as the program read it; None for the person's own."""
        number = _number(self._library, event.id, document)
        return extracted_event(self._library.connection, number, event.doc) if number is not None else None

    async def timeline(self, *, hidden: bool = False) -> StoredTimeline:
        """Return the whole timeline as it is by now."""
        self.latest = StoredTimeline(self._library, self._aside, hidden=hidden)
        return self.latest

    def marks(self, timeline: Chronology) -> Sequence[int]:
        """Return the indices of the marked rows."""
        marked = self._library.connection.execute("SELECT event FROM judgement WHERE marked")
        return sorted(
            index for (event,) in marked.fetchall() if (index := timeline.index_of(event)) is not None
        )

    def orphans(self) -> Sequence[Said]:
        """Return what was said of events that are found no more."""
        notebook = Notebook(self._library.connection)
        numbers = self._library.connection.execute(ORPHANS).fetchall()
        found = (notebook.number(number) for (number,) in numbers)
        return [one for one in found if one is not None]

    # ------------------------------------------------------------------------------------------ writing

    async def judge(self, event: Event, document: int, judgement: Judgement) -> Step:
        """Say something of an event in place of all that was said."""

        def write(library: Library) -> Step:
            known = _known(library, event.id, document)
            told = _told(library, event, document, known)
            return Notebook(library.connection).judge(_key(library, document), told, judgement, known)

        return await self._write(write)

    async def add(self, document: int, added: Added) -> Step:
        """Add an event of the person's own."""

        def write(library: Library) -> Step:
            article = library.document(document)
            return Notebook(library.connection).add(_key(library, document), article, added)

        return await self._write(write)

    async def remove(self, event: Event, document: int) -> Step | None:
        """Take an event of the person's own out."""

        def write(library: Library) -> Step | None:
            known = _known(library, event.id, document)
            if known is None or not known.own:
                return None
            return Notebook(library.connection).remove(known)

        return await self._write(write)

    async def undo(self) -> Step | None:
        """Take the last thing back."""
        return await self._write(lambda library: Notebook(library.connection).undo())

    async def redo(self) -> Step | None:
        """Say again what was taken back last."""
        return await self._write(lambda library: Notebook(library.connection).redo())

    async def _write(self, write: Callable[[Library], _T]) -> _T:
        async with self._turn:
            return await asyncio.shield(asyncio.to_thread(self._do, write))

    def _do(self, write: Callable[[Library], _T]) -> _T:
        with self._held:
            try:
                if self._writing is None:
                    self._writing = _opened(self._library)
                with self._writing.transaction():
                    step = write(self._writing)
                    if step is not None:
                        _carry_out(self._writing, step)
            except sqlite3.Error as error:
                raise LibraryError(
                    self._library.path, f"cannot be written ({error})", "nothing was changed"
                ) from error
            return step


def _opened(library: Library) -> Library:
    found = Library.open(library.path)
    # What a person says is little and dear: it is on the disk when it is said.
    found.connection.execute("PRAGMA synchronous = FULL")
    return found


def _carry_out(library: Library, step: Step) -> None:
    """Let the events and the timeline be as the person says."""
    from core.library.overlay import lay_over
    from core.library.rows import begin_day, settle_rows
    from core.library.standing import settle_some
    from core.library.writing import Writer

    row = library.connection.execute(_DOCUMENT, (step.document,)).fetchone()
    if row is None:
        return  # The article has been taken out; what is said of it waits for it.
    document: int = row[0]
    changes = lay_over(library, document, Writer(library.connection))
    moved = settle_some(library, [*changes.began, *_named(library, step, document)])
    began = {event: begin_day(library.connection, event) for event in moved}
    settle_rows(library.connection, began | changes.began | changes.gone)


def _named(library: Library, step: Step, document: int) -> list[int]:
    number = _number(library, step.event, document)
    return [number] if number is not None else []


def _key(library: Library, document: int) -> bytes:
    row = library.connection.execute("SELECT key FROM document WHERE id = ?", (document,)).fetchone()
    if row is None:
        raise LibraryError(library.path, "the article is no longer in it", "open the library anew")
    key: bytes = row[0]
    return key


def _number(library: Library, event: str, document: int) -> int | None:
    row = library.connection.execute(_NUMBER, (document, event)).fetchone()
    return row[0] if row is not None else None


def _known(library: Library, event: str, document: int) -> Said | None:
    row = library.connection.execute(_KNOWN, (document, event)).fetchone()
    return Notebook(library.connection).number(row[0]) if row is not None else None


def _told(library: Library, event: Event, document: int, known: Said | None) -> Told:
    number = _number(library, event.id, document)
    extracted = extracted_event(library.connection, number, event.doc) if number is not None else None
    if extracted is not None:
        return Told(extracted, library.document(document).paragraphs[extracted.paragraph].start)
    if known is None:
        raise LibraryError(library.path, "the event is no longer in it", "open the library anew")
    return replace(known.told, event=replace(known.told.event, id=known.event))


_DOCUMENT = "SELECT id FROM document WHERE key = ?"
_NUMBER = "SELECT id FROM event WHERE document = ? AND key = ?"
_KNOWN = """
    SELECT j.id FROM document d JOIN judgement j ON j.document = d.key WHERE d.id = ? AND j.event = ?
"""
