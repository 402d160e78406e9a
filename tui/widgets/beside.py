"""A second reader beside the first, for another telling of the same happening."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Container

from tui.widgets.reader import ReaderView
from tui.widgets.title import PaneTitle

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from core.model import Document, Event
    from tui.arabic import Writing
    from tui.widgets.evidence import Evidence


class Beside(Container):
    """A title and an article under it; it has no keys, but turns under the mouse wheel."""

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__(id="telling-pane")
        self._title = PaneTitle()
        self._reader = ReaderView()

    def compose(self) -> ComposeResult:
        """Build the tree."""
        yield self._title
        yield self._reader

    def show(self, document: Document, event: Event, sign: str, disputed: Evidence) -> None:
        """Show an article at an event.

        Args:
            document: the article.
            event: what is marked in it.
            sign: what the title says first.
            disputed: the words that another telling contradicts.
        """
        place = f"{sign} ¶ {event.paragraph + 1}/{len(document.paragraphs)}"
        names = " — ".join(name for name in (document.outlet, document.title) if name)
        self._title.say(place, names)
        self._reader.show(document, event)
        self._reader.dispute(disputed)

    def redraw(self, writing: Writing) -> None:
        """Draw in another way of writing Arabic."""
        self._title.say(writing=writing)
        self._reader.redraw(writing)
