"""Finding words in both panes: what is looked for, where it is, and going there.

The pane that has the keys says what is walked: events in the timeline, places in the article in the reader;
where the one has none, the other.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from textual.message import Message

from core.find import ArticleIndex, EventIndex, Hit, follow, needle
from tui.arabic import isolated
from tui.widgets.findbar import FindBar
from tui.widgets.hits import NONE, Hits
from tui.widgets.reader import ReaderView
from tui.widgets.timeline import TimelineView

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from textual import events
    from textual.worker import Worker

    from core.model import Document
    from tui.arabic import Writing
    from tui.screens.explorer import ExplorerScreen
    from tui.widgets.page import Place

LOOK_AFTER = 0.05
"""Seconds without a letter after which is looked for what stands there."""
MOST = 10_000
"""Places in an article that are counted and marked."""
_SLICE = 0.01
"""Seconds after which a search lets the keys through."""


@dataclass(frozen=True, slots=True)
class _Origin:
    """Where the person was when they began to look."""

    row: int
    place: tuple[int, int]
    document: Document | None
    top: Place
    reading: bool


class Finding:
    """The search of one explorer: the bar while it is open, and what was found for as long as it is kept."""

    class Changed(Message):
        """Something else was found, or one is elsewhere in it: the titles say so."""

    def __init__(self, screen: ExplorerScreen) -> None:
        """Look for nothing yet."""
        self._screen = screen
        self._list, self._reader = screen.query_one(TimelineView), screen.query_one(ReaderView)
        self._bar: FindBar | None = None
        self.open = False
        """Whether the bar has the keys."""
        self.words = ""
        """What was looked for last, as it was written."""
        self.rows: list[int] = []
        """Rows of the timeline that say it, in order."""
        self.hits: list[Hit] = []
        """Its places in the article, in order."""
        self._more = False
        self._here: Hit | None = None
        self._kept = False
        """Whether what was found is marked."""
        self.searching = False
        """Whether something is still to be found."""
        self._worker: Worker[None] | None = None
        self._ahead = 0
        """Steps that were asked for before anything was found."""
        self._origin = self._place()
        self._events: EventIndex | None = None
        self._article: tuple[Document | None, ArticleIndex] | None = None

    # -------------------------------------------------------------------------------------- the bar

    def begin(self) -> None:
        """Open the bar with the last words, selected: what is typed takes their place."""
        screen = self._screen
        if self._bar is None:
            self._bar = FindBar(screen.writing)
            screen.query_one("#foot").mount(self._bar)
        self._bar.field.redraw(screen.writing)
        self._bar.field.begin(self.words)
        self._origin = self._place()
        self.open = True
        screen.set_class(True, "-finding")  # noqa: FBT003
        self._look(0 if self.words else None)
        self._say()

    def press(self, event: events.Key) -> bool:
        """Do what a key asks for while the bar is open; tell whether it means anything there."""
        if self._bar is None:
            return False
        if event.key in ("enter", "escape"):
            self._close(keep=event.key == "enter")
        elif event.key in ("down", "up"):
            self.go(1 if event.key == "down" else -1)
        else:
            before = self._bar.field.value
            if not self._bar.field.press(event):
                return False
            self._written(before)
        return True

    def paste(self, text: str) -> None:
        """Write what was pasted."""
        if self._bar is not None:
            before = self._bar.field.value
            self._bar.field.paste(text)
            self._written(before)

    def leave(self) -> None:
        """Close the bar, if it is open, as Enter does."""
        if self.open:
            self._close(keep=True)

    def redraw(self, writing: Writing) -> None:
        """Draw in another way of writing Arabic."""
        if self._bar is not None:
            self._bar.field.redraw(writing)

    def _written(self, before: str) -> None:
        value = self._bar.field.value if self._bar else ""
        if value != before:
            self._look(0, value)
        self._say()

    def _close(self, *, keep: bool) -> None:
        self.open = False
        self._screen.set_class(False, "-finding")  # noqa: FBT003
        if not keep:
            self.forget()
            self._return()
        elif not self.searching:
            self._complain()

    def _place(self) -> _Origin:
        reader = self._reader
        return _Origin(self._list.cursor, reader.place(), reader.document, reader.top, self._screen.reading)

    def _return(self) -> None:
        """Go back to where it began."""
        origin, reader = self._origin, self._reader
        if self._screen.reading and not origin.reading:
            self._screen.action_back()
        if not origin.reading:
            self._list.go(origin.row)
        if reader.document is origin.document:
            reader.go_to(*origin.place)
            reader.turn_to(origin.top)

    # ------------------------------------------------------------------------------------- searching

    def forget(self) -> bool:
        """Take the marks away; tell whether there were any. The words stay for `go`."""
        kept, self._kept = self._kept, False
        if self._worker is not None:
            self._worker.cancel()
        self.searching = False
        self._take([], [], more=False)
        return kept

    def timeline_changed(self) -> None:
        """Look again: other rows are shown."""
        self._events = None
        if self._kept:
            wanted = self.open and not self.rows and not self.hits
            self.rows = []
            self._look(0 if wanted else None)

    def document_changed(self) -> None:
        """Look again if another article is shown."""
        if self._kept and self._article is not None and self._article[0] is not self._reader.document:
            self._look(None)

    def _look(self, step: int | None, words: str | None = None) -> None:
        """Look for words, the last ones by default; when they are found, go by `step` from where it began."""
        if words is not None:
            self.words = words or self.words
            if not needle(words):
                self.forget()
                self._return()
                return
        if not needle(self.words):
            return
        self._kept = self.searching = True
        self._ahead = 0
        pause = LOOK_AFTER if words is not None else 0
        search: Callable[[], Coroutine[None, None, None]] = partial(
            self._search, needle(self.words), step, pause
        )
        self._worker = self._screen.run_worker(search, group="find", exclusive=True)

    async def _search(self, sought: str, step: int | None, pause: float) -> None:
        await asyncio.sleep(pause)
        clock = asyncio.get_running_loop().time
        rows: list[int] = []
        hits: list[Hit] = []
        rested = clock()
        if self._events is None:
            self._events = EventIndex([row.event for row in self._list.rows])
        for numbers in self._events.search(sought):
            rows += numbers
            if clock() - rested > _SLICE:
                await asyncio.sleep(0)
                rested = clock()
        for places in self._index().search(sought):
            hits += places
            if len(hits) > MOST:
                break
            if clock() - rested > _SLICE:
                await asyncio.sleep(0)
                rested = clock()
        self.searching = False
        self._take(rows, hits[:MOST], more=len(hits) > MOST)
        if step is not None:
            self._go(step)
        for _ in range(abs(self._ahead)):
            self._go(1 if self._ahead > 0 else -1)
        if not self.open:
            self._complain()

    def _index(self) -> ArticleIndex:
        document = self._reader.document
        if self._article is None or self._article[0] is not document:
            self._article = document, ArticleIndex(document)
        return self._article[1]

    def _take(self, rows: list[int], hits: list[Hit], *, more: bool) -> None:
        self.rows, self.hits, self._more = rows, hits, more
        if self._here not in hits:
            self._here = None
        self._reader.find(Hits(hits, self._here) if hits else NONE)
        self._say()

    # ----------------------------------------------------------------------------------------- going

    def go(self, step: int) -> None:
        """Go to the next place, or the one before: of what was found, or of what is found now."""
        if not needle(self.words):
            self._screen.tell("Nothing has been looked for; / begins.")
        elif self.searching:
            self._ahead += step
        elif self._kept:
            self._go(step)
            if not self.open:
                self._complain()
        else:
            self._look(step)

    def _go(self, step: int) -> None:
        if self._walks_rows:
            number = follow(self.rows, self._list.cursor if step else self._origin.row, step)
            if number is not None:
                self._list.go(self.rows[number])
        elif self.hits:
            number = follow(self.hits, self._from() if step else self._origin.place, step)
            if number is not None:
                self._go_to(self.hits[number])
        self._say()

    @property
    def _walks_rows(self) -> bool:
        return bool(self.rows) and not (self._screen.reading and self.hits)

    def _from(self) -> tuple[int, ...]:
        """Where the next place is counted from: the one that the person is at, or the line they went to."""
        place = self._reader.place()
        if self._here is not None and self._reader.is_at(self._here.paragraph, self._here.start):
            return self._here
        return place

    def _go_to(self, hit: Hit) -> None:
        self._here = hit
        self._reader.find(Hits(self.hits, hit))
        if not self._reader.is_on_screen:
            self._screen.action_read()
        self._reader.go_to(hit.paragraph, hit.start)

    # ---------------------------------------------------------------------------------------- saying

    def of_rows(self) -> str:
        """Say which of the found events is selected; nothing where none was looked for or found."""
        if not self.rows:
            return ""
        cursor = self._list.cursor
        return _count(self.rows.index(cursor) + 1 if cursor in self.rows else None, len(self.rows))

    def of_text(self) -> str:
        """Say which of the places in the article the person is at."""
        if not self.hits:
            return ""
        here = self.hits.index(self._here) + 1 if self._here else None
        return _count(here, len(self.hits)) + ("+" if self._more else "")

    def _say(self) -> None:
        self._screen.post_message(self.Changed())
        if self._bar is None or not self.open:
            return
        field = self._bar.field
        said: list[str] = [f"cut to {field.room} letters"] if field.cut else []
        if not needle(field.value):
            said.append("Enter keeps, Esc goes back")
        elif self._walks_rows:
            said += [self.of_rows(), f"events; {self.of_text() or 'none'} in the text"]
        elif self.hits:
            said += [self.of_text(), f"in the text; {self.of_rows() or 'no'} events"]
        elif not self.searching:
            said.append("nothing found")
        self._bar.found.say(*said)

    def _complain(self) -> None:
        if self._kept and not self.rows and not self.hits:
            self._screen.tell(isolated(f"Nothing found: «{self.words}»"))


def _count(number: int | None, of: int) -> str:
    return f"{of}" if number is None else f"{number}/{of}"
