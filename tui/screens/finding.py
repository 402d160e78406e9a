"""Finding words in both panes: what is looked for, where it is, and going there.

The pane that has the keys says what is walked: events in the timeline, places in the article in the reader;
where the one has none, the other.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.message import Message

from core.errors import MediationError
from core.find import Hit, follow, needle
from tui.arabic import isolated
from tui.language import tr
from tui.language.errors import told
from tui.screens.asking import Asking
from tui.search import Results, Search
from tui.widgets.hits import Hits
from tui.widgets.rail import Tick
from tui.widgets.reader import ReaderView
from tui.widgets.timeline import TimelineView

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Mapping

    from textual.worker import Worker

    from core.model import Document
    from tui.screens.explorer import ExplorerScreen
    from tui.widgets.page import Place

LOOK_AFTER = 0.05
"""Seconds without a letter after which is looked for what stands there."""


@dataclass(frozen=True, slots=True)
class _Origin:
    """Where the person was when they began to look."""

    row: int
    place: tuple[int, int]
    document: Document | None
    top: Place
    reading: bool


class Finding(Asking):
    """The search of one explorer: the bar while it is open, and what was found for as long as it is kept."""

    class Changed(Message):
        """Something else was found, or one is elsewhere in it: the titles say so."""

    def __init__(self, screen: ExplorerScreen) -> None:
        """Look for nothing yet."""
        super().__init__(screen, "/")
        self._list, self._reader = screen.query_one(TimelineView), screen.query_one(ReaderView)
        self.words = ""
        """What was looked for last, as it was written."""
        self.results = Results()
        self._here: Hit | None = None
        """The place in the article that the person went to last."""
        self._kept = False
        """Whether what was found is marked."""
        self.searching = False
        """Whether something is still to be found."""
        self._search = Search()
        self._worker: Worker[None] | None = None
        self._step: int | None = None
        """Where to go when it is found."""
        self._ahead = 0
        """Steps that were asked for meanwhile."""
        self._origin = self._place()

    # -------------------------------------------------------------------------------------- the bar

    def begin(self) -> None:
        """Open the bar with the last words, selected: what is typed takes their place."""
        screen = self.screen
        self.ask(self.words, screen.writing)
        self._origin = self._place()
        self._look(0 if self.words else None)
        self._say()

    def pressed(self, key: str) -> bool:
        """Walk what was found; the keys that move in a list mean nothing to a line."""
        if key not in ("down", "up"):
            return False
        self.go(1 if key == "down" else -1)
        return True

    def written(self, before: str) -> None:
        """Look for what stands there now."""
        value = self.bar.field.value if self.bar else ""
        if value != before:
            self._look(0, value)
        self._say()

    def closed(self, *, keep: bool) -> None:
        """Keep what was found, or go back to where it began."""
        if not keep:
            self.forget()
            self._return()
        elif not self.searching:
            self._complain()

    def _place(self) -> _Origin:
        reader = self._reader
        return _Origin(self._list.cursor, reader.place(), reader.document, reader.top, self.screen.reading)

    def _return(self) -> None:
        """Go back to where it began."""
        origin, reader = self._origin, self._reader
        if self.screen.reading and not origin.reading:
            self.screen.give_keys(reading=False)
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
        self._take(Results())
        return kept

    def state(self) -> dict[str, Any]:
        """Return the words that were looked for last."""
        return {"words": self.words} if self.words else {}

    def restore(self, state: Mapping[str, Any]) -> None:
        """Know them again; `n` goes on."""
        if isinstance(words := state.get("words"), str):
            self.words = words

    def rows_changed(self) -> None:
        """Look again: other rows are shown."""
        if self._kept:
            wanted = self.open and not self.results
            self.results = replace(self.results, rows=())
            self._look(0 if wanted else None)

    def settled(self) -> None:
        """Look again if another article is shown."""
        if self._kept and not self._search.knows(self._reader.document):
            self._look(None)

    def _look(self, step: int | None, words: str | None = None) -> None:
        """Look for words, the last ones by default; when they are found, go by `step`.

        A step that is still to be made is made nevertheless.
        """
        if words is not None:
            self.words = words or self.words
            if not needle(words):
                self.forget()
                self._return()
                return
        if not needle(self.words):
            return
        if not self.searching:
            self._step, self._ahead = None, 0
        if step is not None:
            self._step = step
        self._kept = self.searching = True
        pause = 0 if words is None else LOOK_AFTER
        work: Callable[[], Coroutine[None, None, None]] = partial(self._look_for, needle(self.words), pause)
        self._worker = self.screen.run_worker(work, group="find", exclusive=True)

    async def _look_for(self, sought: str, pause: float) -> None:
        await asyncio.sleep(pause)
        try:
            results = await self._search.run(sought, self.screen.timeline, self._reader.document)
        except MediationError as error:  # A library that was taken away.
            self.searching = False
            self.screen.tell(told(error))
            return
        self.searching = False
        self._take(results)
        steps = [] if self._step is None else [self._step]
        for step in steps + [1 if self._ahead > 0 else -1] * abs(self._ahead):
            self._go(step)
        if not self.open:
            self._complain()

    def _take(self, results: Results) -> None:
        self.results = results
        self._list.tick(Tick.HIT, results.rows)
        if self._here is not None and self._here not in results.hits:
            self._here = None
        self._reader.find(Hits(results.hits, self._here))
        self._say()

    # ----------------------------------------------------------------------------------------- going

    def go(self, step: int) -> None:
        """Go to the next place, or the one before: of what was found, or of what is found now."""
        if not needle(self.words):
            self.screen.tell(tr("Nothing has been looked for; / begins."))
        elif self.searching:
            self._ahead += step
        elif self._kept:
            self._go(step)
            if not self.open:
                self._complain()
        else:
            self._look(step)

    def _go(self, step: int) -> None:
        rows, hits = self.results.rows, self.results.hits
        if self._walks_rows:
            number = follow(rows, self._list.cursor if step else self._origin.row, step)
            if number is not None:
                self._list.go(rows[number])
        else:
            number = follow(hits, self._from() if step else self._origin.place, step)
            if number is not None:
                self._go_to(hits[number])
        self._say()

    @property
    def _walks_rows(self) -> bool:
        return bool(self.results.rows) and not (self.screen.reading and self.results.hits)

    def _from(self) -> tuple[int, ...]:
        """Where the next place is counted from: the one that the person is at, or the line they went to."""
        here = self._here
        if here is not None and self._reader.is_at(here.paragraph, here.start):
            return here
        return self._reader.place()

    def _go_to(self, hit: Hit) -> None:
        self._here = hit
        self._reader.find(Hits(self.results.hits, hit))
        if not self._reader.is_on_screen:
            self.screen.action_read()
        self._reader.go_to(hit.paragraph, hit.start)

    # ---------------------------------------------------------------------------------------- saying

    def of_rows(self) -> str:
        """Say which of the found events is selected; nothing where none was looked for or found."""
        return self.results.count_rows(self._list.cursor)

    def of_text(self) -> str:
        """Say which of the places in the article the person is at."""
        return self.results.count_hits(self._here)

    def _say(self) -> None:
        self.screen.post_message(self.Changed())
        if self.bar is None or not self.open:
            return
        field = self.bar.field
        said: list[str] = [tr("cut to {room:,} letters", room=field.room)] if field.cut else []
        if not needle(field.value):
            said.append(tr("Enter keeps, Esc goes back"))
        elif self._walks_rows:
            said += [self.of_rows(), _in_text(self.of_text())]
        elif self.results:
            said += [self.of_text(), _in_events(self.of_rows())]
        elif not self.searching:
            said.append(tr("nothing found"))
        self.bar.found.say(*said)

    def _complain(self) -> None:
        if self._kept and not self.results:
            self.screen.tell(isolated(tr("Nothing found: «{words}»", words=self.words)))


def _in_text(places: str) -> str:
    """Go on behind the number of events that say the words."""
    return tr("events; {places} in the text", places=places) if places else tr("events; none in the text")


def _in_events(rows: str) -> str:
    """Go on behind the number of places in the article."""
    return tr("in the text; {rows} events", rows=rows) if rows else tr("in the text; no events")
