"""The book of articles that are held in memory; what is said is kept in a notebook of its own."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from core.book.remarks import Given
from core.judgement.attaching import attach, is_kept
from core.judgement.file import NotebookError, connect, default_path
from core.judgement.notebook import Notebook
from core.judgement.saying import Judgement, Told
from core.model.identity import document_key
from core.resources.database import transaction
from core.timeline import build_timeline

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from core.judgement.attaching import Attached
    from core.judgement.saying import Added, Said, Step
    from core.model import Analysis, Event
    from core.timeline import Chronology, Timeline

_T = TypeVar("_T")
_FEW = 50
"""So many articles are put in order while the event loop waits."""


class ArticlesBook:
    """A `Book` of some analyses, more of which may come."""

    def __init__(self, analyses: Sequence[Analysis], path: Path | None = None) -> None:
        """Open the notebook if there is one.

        Args:
            analyses: what is shown; their indices are the numbers of the articles. The list may grow.
            path: the notebook; by default the usual one. It is made when something is said.

        Raises:
            NotebookError: it is damaged, no notebook, or of a newer program.
        """
        self._analyses = analyses
        self._path = path or default_path()
        self._notebook: Notebook | None = None
        self._db: sqlite3.Connection | None = None
        self._said: dict[bytes, tuple[Said, ...]] = {}
        self._keys: list[bytes] = []
        self._attached: dict[int, tuple[tuple[Said, ...], Attached]] = {}
        self._last: Given | None = None
        self._turn = asyncio.Lock()
        self._held = threading.Lock()
        """Held by the thread that writes."""
        if self._path.exists():
            self._open()

    def close(self) -> None:
        """Close the notebook, when what is being said is written."""
        with self._held:
            if self._db is not None:
                self._db.close()
                self._db = self._notebook = None

    # ------------------------------------------------------------------------------------------ reading

    def said(self, event: Event, document: int) -> Judgement:
        """Return what is said of an event."""
        one = self._known(event, document)
        return one.judgement if one is not None else Judgement()

    def extracted(self, event: Event, document: int) -> Event | None:
        """Return an event as the program read it; None for the person's own."""
        return next((one for one in self._analyses[document].events if one.id == event.id), None)

    def said_of_all(self) -> dict[bytes, tuple[Said, ...]]:
        """Return all that is said, by article, as `build_timeline` takes it."""
        return self._said

    async def timeline(self, *, hidden: bool = False) -> Timeline:
        """Return the events of all analyses that are there by now.

        What is only a remark (a mark, a note) is laid over the timeline that was given last; for the rest all
        is put together anew.
        """
        count, said = len(self._analyses), dict(self._said)
        found = self._last.retold(self, count, said, hidden=hidden) if self._last is not None else None
        if found is None:
            anew = partial(build_timeline, tuple(self._analyses[:count]), said=said, hidden=hidden)
            # Tellings are compared: of a thousand articles a tenth of a second, for which no key must wait.
            found = anew() if count <= _FEW else await asyncio.to_thread(anew)
        self._last = Given(found, count, said, hidden)
        return found

    def analysis(self, number: int) -> Analysis:
        """Return an article and what was found in it."""
        return self._analyses[number]

    def key(self, document: int) -> bytes:
        """Return the key of an article, by its number."""
        while len(self._keys) <= document:
            self._keys.append(document_key(self._analyses[len(self._keys)].document))
        return self._keys[document]

    def marks(self, timeline: Chronology) -> Sequence[int]:
        """Return the indices of the marked rows."""
        if not any(one.judgement.marked for said in self._said.values() for one in said):
            return ()
        return [index for index, row in enumerate(timeline.rows) if row.event.marked]

    def orphans(self) -> Sequence[Said]:
        """Return what was said of events that are found no more, of the articles that are there."""
        lost = (one for number in range(len(self._analyses)) for one in self._attach(number).lost)
        return [one for one in lost if not is_kept(one)]

    # ------------------------------------------------------------------------------------------ writing

    async def judge(self, event: Event, document: int, judgement: Judgement) -> Step:
        """Say something of an event in place of all that was said."""
        known = self._known(event, document)
        told = self._told(event, document, known)
        key = self.key(document)
        return await self._write(lambda notebook: notebook.judge(key, told, judgement, known))

    async def add(self, document: int, added: Added) -> Step:
        """Add an event of the person's own."""
        key, article = self.key(document), self._analyses[document].document
        return await self._write(lambda notebook: notebook.add(key, article, added))

    async def remove(self, event: Event, document: int) -> Step | None:
        """Take an event of the person's own out."""
        known = self._known(event, document)
        if known is None or not known.own:
            return None
        return await self._write(lambda notebook: notebook.remove(known))

    async def undo(self) -> Step | None:
        """Take the last thing back."""
        return await self._write(Notebook.undo) if self._notebook is not None else None

    async def redo(self) -> Step | None:
        """Say again what was taken back last."""
        return await self._write(Notebook.redo) if self._notebook is not None else None

    # ----------------------------------------------------------------------------------------- inside

    def _known(self, event: Event, document: int) -> Said | None:
        attached = self._attach(document)
        found = attached.found.get(event.id)
        if found is not None:
            return found
        return next((one for one in (*attached.own, *attached.lost) if one.event == event.id), None)

    def _told(self, event: Event, document: int, known: Said | None) -> Told:
        extracted = self.extracted(event, document)
        if extracted is not None:
            return Told(extracted, self._analyses[document].document.paragraphs[extracted.paragraph].start)
        if known is None:
            raise KeyError(event.id)
        return known.told

    def _attach(self, document: int) -> Attached:
        said = self._said.get(self.key(document), ())
        kept = self._attached.get(document)
        if kept is None or kept[0] is not said:
            analysis = self._analyses[document]
            kept = self._attached[document] = (said, attach(said, analysis.document, analysis.events))
        return kept[1]

    def _open(self, *, create: bool = False) -> None:
        self._db = connect(self._path, create=create)
        self._notebook = Notebook(self._db)
        self._read()

    def _read(self) -> None:
        assert self._notebook is not None
        found: dict[bytes, list[Said]] = {}
        try:
            for one in self._notebook.said():
                found.setdefault(one.document, []).append(one)
        except (sqlite3.Error, ValueError) as error:
            raise NotebookError(self._path, f"cannot be read ({error})", "name another file") from error
        self._said = {document: tuple(said) for document, said in found.items()}

    async def _write(self, write: Callable[[Notebook], _T]) -> _T:
        async with self._turn:
            return await asyncio.shield(asyncio.to_thread(self._do, write))

    def _do(self, write: Callable[[Notebook], _T]) -> _T:
        with self._held:
            if self._notebook is None or self._db is None:
                self._open(create=True)
            assert self._notebook is not None
            assert self._db is not None
            try:
                with transaction(self._db):
                    done = write(self._notebook)
            except sqlite3.Error as error:
                raise NotebookError(
                    self._path, f"cannot be written ({error})", "nothing was changed"
                ) from error
            self._read()
            return done
