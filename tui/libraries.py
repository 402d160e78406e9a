"""The libraries that were named, one of which is on the screen.

They are opened before Textual is loaded, so that what is wrong with one is a line and no screen.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from core.library import Library
from core.library.aside import Aside
from core.library.timeline import StoredTimeline

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from core.library.book import LibraryBook


@dataclass(slots=True)
class _Open:
    library: Library
    aside: Aside
    timeline: StoredTimeline
    book: LibraryBook | None = None
    """Where the person has said something, or has looked what they said."""
    selected: str | None = None
    """The event that was selected when another library came."""

    @property
    def shown(self) -> StoredTimeline:
        """What it shows: what was asked for last."""
        return (self.book.latest if self.book is not None else None) or self.timeline


class Libraries:
    """Open libraries; each keeps its place while another is shown."""

    def __init__(self, libraries: list[_Open]) -> None:
        """Show the first; `open` makes them."""
        self._open = libraries
        self._shown = 0

    @classmethod
    def open(cls, paths: Iterable[Path]) -> Self:
        """Open every library.

        Args:
            paths: one at least; the first is shown first.

        Raises:
            LibraryError: one of them is missing, damaged, or of a newer program.
        """
        found: list[_Open] = []
        try:
            for path in paths:
                library = Library.open(path, read_only=True)
                aside = Aside(library.path)
                found.append(_Open(library, aside, StoredTimeline(library, aside)))
        except BaseException:
            for one in found:
                one.library.close()
            raise
        return cls(found)

    @property
    def timeline(self) -> StoredTimeline:
        """What is shown."""
        return self._open[self._shown].shown

    @property
    def book(self) -> LibraryBook:
        """What the person says of the events of the library that is shown."""
        shown = self._open[self._shown]
        if shown.book is None:
            from core.library.book import LibraryBook  # Not before somebody says something.

            shown.book = LibraryBook(shown.library, shown.aside)
        return shown.book

    @property
    def judged(self) -> bool:
        """Whether a person has said something of an event of the library that is shown."""
        connection = self._open[self._shown].library.connection
        return bool(connection.execute("SELECT EXISTS (SELECT 1 FROM judgement)").fetchone()[0])

    @property
    def place(self) -> str:
        """The name under which the place in the library that is shown is kept."""
        from tui.places import place_of_library

        return place_of_library(self._open[self._shown].library.path)

    @property
    def name(self) -> str:
        """The name of the library that is shown; with its number where there are several."""
        name = self._open[self._shown].library.path.name
        return f"{name} {self._shown + 1}/{len(self._open)}" if len(self._open) > 1 else name

    def __len__(self) -> int:
        return len(self._open)

    def turn(self, selected: str | None) -> str | None:
        """Go on to the next library.

        Args:
            selected: the event that is selected now.

        Returns:
            The event that was selected when the next one was left.
        """
        self._open[self._shown].selected = selected
        self._shown = (self._shown + 1) % len(self._open)
        self.refresh()
        return self._open[self._shown].selected

    def refresh(self) -> bool:
        """Take what a run has added to the library that is shown; tell whether there is anything."""
        shown = self._open[self._shown]
        if not shown.shown.is_stale():
            return False
        shown.timeline = shown.shown.anew()
        if shown.book is not None:
            shown.book.latest = None
        return True

    def close(self) -> None:
        """Close them all."""
        for one in self._open:
            if one.book is not None:
                one.book.close()
            one.aside.close()
            one.library.close()
