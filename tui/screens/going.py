"""Going to a date as people say it: what it means is told while it is typed, Enter goes there."""

from __future__ import annotations

import asyncio
import datetime as dt
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING

from core.axis.labels import stretch
from core.timeline import begin_of
from tui.arabic import isolated
from tui.language import counted, tr
from tui.screens.asking import Asking
from tui.widgets.timeline import TimelineView

if TYPE_CHECKING:
    from textual.worker import Worker

    from core.query.dates import Days
    from tui.screens.explorer import ExplorerScreen

LOOK_AFTER = 0.1
"""Seconds without a letter after which what stands there is read."""


def _read(words: str) -> Days | None:
    from core.query.dates import typed_days  # With dateparser half a second, when first it is needed.

    return typed_days(words, dt.date.today())


class Going(Asking):
    """The line for a date."""

    def __init__(self, screen: ExplorerScreen) -> None:
        """Ask for nothing yet."""
        super().__init__(screen, "t")
        self._list = screen.query_one(TimelineView)
        self._words = ""
        self._days: Days | None = None
        self.busy = False
        self._wanted = False
        """Whether to go there as soon as it is read."""
        self._worker: Worker[None] | None = None
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="dates")

    def begin(self) -> None:
        """Open the line with the last date, selected: what is typed takes its place."""
        self.ask(self._words, self.screen.writing)
        self._take(self._words)

    def leave(self) -> None:
        """Close the line as Esc does: who goes elsewhere does not want to be taken there."""
        if self.open:
            self._close(keep=False)

    def written(self, before: str) -> None:
        """Read what stands there now, as soon as no letter follows."""
        value = self.bar.field.value.strip() if self.bar else ""
        if value != before.strip():
            self._take(value)

    def _take(self, words: str) -> None:
        self._words, self._days = words, None
        if self._worker is not None:
            self._worker.cancel()
        self.busy = bool(words)
        if words:
            self._worker = self.screen.run_worker(partial(self._look, words), group="go", exclusive=True)
        else:
            self._say()

    def closed(self, *, keep: bool) -> None:
        """Go there, or stay where one is."""
        self._wanted = keep and self.busy
        if not keep and self._worker is not None:
            self._worker.cancel()
            self.busy = False
        elif keep and not self.busy:
            self._go()

    async def _look(self, words: str) -> None:
        if not self._wanted:
            await asyncio.sleep(LOOK_AFTER)
        # Beside the event loop: a key waits for none of it but where Python itself is loading.
        found = await asyncio.get_running_loop().run_in_executor(self._thread, _read, words)
        self._days, self.busy = found, False
        self._say()
        if self._wanted:
            self._wanted = False
            self._go()

    # ----------------------------------------------------------------------------------------- going

    def _go(self) -> None:
        if not self._words:
            return
        timeline, days = self.screen.timeline.in_order, self._days
        if days is None or _turned(days):
            self.screen.tell(isolated(self._problem()))
            return
        if not timeline.dated:
            self.screen.tell(tr("No event has a date."))
            return
        first, last = days
        index = timeline.index_at(first) if first else 0
        there = begin_of(timeline.rows[min(index, timeline.dated - 1)].event)
        self._select(min(index, timeline.dated - 1))
        named, other = stretch(first, last), stretch(there, there)
        if index == timeline.dated:
            self.screen.tell(tr("nothing on {date} or later; the last is {other}", date=named, other=other))
        elif last and there and there > last:
            self.screen.tell(tr("nothing on {date}; the next is {other}", date=named, other=other))

    def _select(self, index: int) -> None:
        if self.screen.sheet is not None:
            self.screen.sheet.leave()
        self._list.select(self.screen.timeline.near(index, self._list.cursor))
        self.screen.follow()  # At once, so that what is told stays.

    # ---------------------------------------------------------------------------------------- saying

    def _say(self) -> None:
        if self.bar is None or not self.open:
            return
        if not self._words:
            self.bar.found.say(tr("a date"), "2021 · 2021-05 · 3/5/2021")
        elif self._days is None or _turned(self._days):
            self.bar.found.say("?", self._problem())
        else:
            self.bar.found.say(stretch(*self._days), self._count(*self._days))

    def _problem(self) -> str:
        if self._days is not None:
            return tr("That ends before it begins.")
        return tr("«{words}» is no date that can be read; 2021, 2021-05, May 2021 are.", words=self._words)

    def _count(self, first: dt.date | None, last: dt.date | None) -> str:
        """Say how many events begin there."""
        timeline = self.screen.timeline
        end = timeline.index_at(last + dt.timedelta(1)) if last and last < dt.date.max else timeline.dated
        count = end - (timeline.index_at(first) if first else 0)
        return counted("1 event", "{count:,} events", count)


def _turned(days: Days) -> bool:
    first, last = days
    return first is not None and last is not None and first > last
