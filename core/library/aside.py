"""Long work on a library beside an event loop: in a thread, on a connection of its own."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
from typing import TYPE_CHECKING, TypeVar

from core.library.schema import LibraryError
from core.library.store import Library

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from core.library.filter import EventFilter

_T = TypeVar("_T")
_AGAIN = 0.02
"""Seconds after which work that is to end is broken off once more."""


class Aside:
    """Does one thing at a time; who no longer waits for it stops it."""

    def __init__(self, path: Path) -> None:
        """Open nothing yet."""
        self._path = path
        self._library: Library | None = None
        self._filter: EventFilter | None = None
        self._turn = asyncio.Lock()
        self._held = threading.Lock()
        """Held by the thread that is at work: closing its connection would take the process along."""
        self._closed = False

    async def run(self, work: Callable[[EventFilter], _T]) -> _T:
        """Return what some work on the library's events gives.

        Raises:
            LibraryError: it cannot be opened or read any more.
        """
        return await self.read(lambda library: work(self._filter_of(library)))

    async def read(self, work: Callable[[Library], _T]) -> _T:
        """Return what some work on the library gives; raises the same."""
        async with self._turn:
            done = asyncio.ensure_future(asyncio.to_thread(self._do, work))
            try:
                return await asyncio.shield(done)
            except asyncio.CancelledError:
                if self._library is not None:
                    self._library.connection.interrupt()
                await asyncio.wait([done])
                done.exception()  # Being interrupted is one; it was wanted.
                raise

    def close(self) -> None:
        """Close the connection, if there is one; work that is under way is broken off."""
        self._closed = True
        while not self._held.acquire(timeout=_AGAIN):
            if self._library is not None:
                self._library.connection.interrupt()  # Between two statements it goes unheard.
        if self._library is not None:
            self._library.close()
        self._held.release()

    def _filter_of(self, library: Library) -> EventFilter:
        if self._filter is None:
            from core.library.filter import EventFilter  # The first frame waits for no query.

            self._filter = EventFilter(library.connection)
        return self._filter

    def _do(self, work: Callable[[Library], _T]) -> _T:
        with self._held:
            if self._closed:
                raise LibraryError(self._path, "cannot be read", "open it anew")
            if self._library is None:
                self._library = Library.open(self._path, read_only=True)
            try:
                return work(self._library)
            except sqlite3.Error as error:
                raise LibraryError(self._path, f"cannot be read ({error})", "open it anew") from error
