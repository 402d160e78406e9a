"""Where it is kept what a person says of the events that are shown."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from core.timeline import build_timeline

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from core.book import Book
    from core.book.articles import ArticlesBook
    from core.model import Analysis
    from core.timeline import Chronology, Timeline
    from tui.libraries import Libraries


class Desk:
    """The book that belongs to what is shown, opened when it is first wanted."""

    def __init__(self, analyses: Sequence[Analysis], libraries: Libraries | None) -> None:
        """Open nothing yet.

        Args:
            analyses: what is shown where no library is; may grow.
            libraries: one of which is shown.
        """
        self._analyses, self._libraries = analyses, libraries
        self._articles: ArticlesBook | None = None
        self.hidden = False
        """Whether hidden events are shown too."""

    @property
    def book(self) -> Book:
        """The book.

        Raises:
            MediationError: it cannot be opened.
        """
        if self._libraries is not None:
            return self._libraries.book
        if self._articles is None:
            from core.book import ArticlesBook  # Nobody waits for it who says nothing, and has said nothing.

            self._articles = ArticlesBook(self._analyses)
        return self._articles

    @property
    def judged(self) -> bool:
        """Whether the person has said something of what is shown."""
        if self._libraries is not None:
            return self._libraries.judged
        return bool(self._articles and self._articles.said_of_all())

    def recall(self) -> None:
        """Open the notebook of the articles if there is one: what it says belongs to what is shown.

        Raises:
            MediationError: it cannot be opened.
        """
        if self._libraries is None and self._articles is None:
            from core.judgement.file import default_path

            if default_path().exists():
                self.book  # noqa: B018 - opened by being asked for

    def articles(self) -> Timeline:
        """Return the events of the articles that are there by now, as the person wants them."""
        return self.ordering()()

    def ordering(self) -> Callable[[], Timeline]:
        """Return what puts the events in order that are there by now, in whichever thread."""
        said = dict(self._articles.said_of_all()) if self._articles is not None else None
        return partial(build_timeline, tuple(self._analyses), said=said, hidden=self.hidden)

    async def timeline(self) -> Chronology:
        """Return all events anew, as the person wants them.

        Raises:
            MediationError: the book cannot be opened.
        """
        return await self.book.timeline(hidden=self.hidden)

    def close(self) -> None:
        """Let go of the file."""
        if self._articles is not None:
            self._articles.close()
