"""Showing only the events that are wanted, in the words of the filter language (docs/query.md)."""

from __future__ import annotations

import asyncio
import datetime as dt
from functools import partial
from itertools import takewhile
from typing import TYPE_CHECKING

from textual.message import Message

from core.errors import MediationError
from core.query import complete, parse
from tui.arabic import isolated
from tui.language import tr
from tui.screens.asking import Asking

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.worker import Worker

    from core.timeline import Chronology
    from tui.screens.explorer import ExplorerScreen
    from tui.widgets.findbar import FindBar

LOOK_AFTER = 0.15
"""Seconds without a letter after which the events are sifted by what stands there."""


def _beginning(words: Sequence[str]) -> str:
    """Return what all of some words begin with: as far as the first and the last of them in order agree."""
    first, last = min(words, default=""), max(words, default="")
    agreed = takewhile(lambda pair: pair[0] == pair[1], zip(first, last, strict=False))
    return "".join(letter for letter, _ in agreed)


class Filtering(Asking):
    """The filter of one explorer: its line while it is open, and what it lets through while it is on."""

    class Changed(Message):
        """Other events are wanted, or what is asked for cannot be understood: the titles say so."""

    def __init__(self, screen: ExplorerScreen) -> None:
        """Let everything through."""
        super().__init__(screen, "f")
        self._whole = screen.timeline
        self.words = ""
        """The filter that is on, as it was written; empty: none."""
        self._before = ""
        self._problem = ""
        self.sifting = False
        """Whether the events are still being sifted."""
        self._worker: Worker[None] | None = None

    # ----------------------------------------------------------------------------------------- the line

    def begin(self) -> None:
        """Open the line with the filter that is on."""
        self._before, self._problem = self.words, ""
        self.ask(self.words, self.screen.writing)
        self._say()

    def written(self, before: str) -> None:
        """Sift by what stands there now, as soon as no letter follows."""
        value = self.bar.field.value if self.bar else ""
        if value != before:
            self._sift(value, LOOK_AFTER)
        self._say()

    def pressed(self, key: str) -> bool:
        """Complete what is begun, as far as it is clear; keys do not go to the other pane meanwhile."""
        if key == "tab" and self.bar is not None:
            self._complete(self.bar)
        return key in ("tab", "shift+tab")

    def _complete(self, bar: FindBar) -> None:
        before = bar.field.value
        found = complete(before, bar.field.entry.cursor)
        clear = _beginning(found.candidates)
        if len(clear) > found.end - found.start:
            bar.field.put(found.start, found.end, clear)
            self.written(before)
        if len(found.candidates) > 1:
            bar.found.say(*found.candidates)

    def closed(self, *, keep: bool) -> None:
        """Keep the filter, or go back to the one before."""
        if not keep:
            self._sift(self._before)
        elif self.bar is not None and not self.sifting:
            if self._problem:
                self.screen.tell(isolated(self._problem))
            self._say()

    def clear(self) -> None:
        """Let everything through again."""
        if self.words or self.sifting:
            self._sift("")

    # ------------------------------------------------------------------------------------------- sifting

    def shows(self, whole: Chronology) -> bool:
        """Take other events to sift; tell whether a filter is on, which then shows what it lets through."""
        self._whole = whole
        if self.words:
            self._sift(self.words)
        return bool(self.words)

    def _sift(self, words: str, pause: float = 0) -> None:
        self.sifting = True
        work = partial(self._sift_by, words.strip(), pause)
        self._worker = self.screen.run_worker(work, group="filter", exclusive=True)

    async def _sift_by(self, words: str, pause: float) -> None:
        await asyncio.sleep(pause)
        self._problem = ""
        try:
            query = parse(words, dt.date.today()) if words else None
            shown = await self._whole.narrowed(query) if query else self._whole
        except MediationError as error:
            self._problem = str(error)
        else:
            self.words = words
            self.screen.display_rows(shown)
        self.sifting = False
        if self._problem and not self.open:
            self.screen.tell(isolated(self._problem))
        self._say()

    # -------------------------------------------------------------------------------------------- saying

    def chip(self) -> str:
        """Return the filter, for the title; nothing where none is on."""
        return isolated(f"«{self.words}»") if self.words else ""

    def out_of(self) -> str:
        """Return «of 340», to be said behind the number of rows; nothing where all are shown."""
        return tr(" of {count:,}", count=len(self._whole.rows)) if self.words else ""

    def _say(self) -> None:
        self.screen.post_message(self.Changed())
        if self.bar is None or not self.open:
            return
        if self.sifting:
            self.bar.found.say("…")
        elif self._problem:
            self.bar.found.say(f"? {self._problem}")
        elif not self.words:
            self.bar.found.say(tr("all events"))
        else:
            count, whole = len(self.screen.timeline.rows), len(self._whole.rows)
            self.bar.found.say(tr("{count:,} of {whole:,}", count=count, whole=whole))
