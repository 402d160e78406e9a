"""Showing only the events that are wanted, in the words of the filter language (docs/query.md)."""

from __future__ import annotations

import asyncio
import datetime as dt
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.message import Message

from core.errors import MediationError
from core.query import QueryError, complete, parse
from tui.arabic import framed, isolated
from tui.language import tr
from tui.language.errors import told
from tui.lately import lately, note
from tui.screens.asking import Asking
from tui.screens.choices import Choices
from tui.screens.offer import Offer, named

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from textual.worker import Worker

    from core.query.vocabulary import Key
    from core.timeline import Chronology
    from tui.screens.explorer import ExplorerScreen

LOOK_AFTER = 0.15
"""Seconds without a letter after which the events are sifted by what stands there."""


class Filtering(Asking):
    """The filter of one explorer: its line while it is open, and what it lets through while it is on."""

    class Changed(Message):
        """Other events are wanted, or what is asked for cannot be understood: the titles say so."""

    def __init__(self, screen: ExplorerScreen) -> None:
        """Let everything through."""
        super().__init__(screen, "f")
        self._whole = screen.whole
        self.words = ""
        """The filter that is on, as it was written; empty: none."""
        self._kept = 0
        """How many it lets through."""
        self._before = ""
        self._problem: MediationError | None = None
        self.sifting = False
        """Whether the events are still being sifted."""
        self.completing = False
        """Whether names are still being looked up."""
        self._looking: Worker[None] | None = None
        self._choices = Choices(self)
        self._worker: Worker[None] | None = None

    # ----------------------------------------------------------------------------------------- the line

    def begin(self) -> None:
        """Open the line with the filter that is on."""
        self._before, self._problem = self.words, None
        self.ask(self.words, self.screen.writing)
        self._say()

    def written(self, before: str) -> None:
        """Sift by what stands there now, as soon as no letter follows."""
        value = self.bar.field.value if self.bar else ""
        if value != before:
            self.hush()
            self._problem = None
            self._sift(value, LOOK_AFTER)
        self._say()

    def pressed(self, key: str) -> bool:
        """Complete what is begun, as far as it is clear; further Tabs go through what may follow."""
        step = {"tab": 1, "shift+tab": -1}.get(key, 0)
        if step and not self._choices.turn(step):
            self._complete()
        return bool(step)

    def _complete(self) -> None:
        """Complete words of the language at once, and names when they are found."""
        if self.bar is None:
            return
        value, offset = self.bar.field.value, self.bar.field.entry.cursor
        asked: list[tuple[Key, str]] = []

        def ask(key: Key, typed: str) -> Sequence[str]:
            asked.append((key, typed))
            return ()

        found = complete(value, offset, ask)
        if asked:
            self.completing = True
            work = partial(self._complete_name, value, offset, *asked[0])
            self._looking = self.screen.run_worker(work, group="complete", exclusive=True)
        else:
            self._choices.take(found.start, found.end, found.candidates)

    async def _complete_name(self, value: str, offset: int, key: Key, typed: str) -> None:
        """Offer names of the whole chronology, if nothing was written meanwhile."""
        try:
            names = await self._whole.names(key, typed)
        except MediationError as error:  # A library that was taken away.
            self.screen.tell(told(error))
            return
        finally:
            self.completing = False
        if self.bar is not None and self.open and self.bar.field.value == value:
            found = complete(value, offset, lambda *_: names)
            self._choices.take(found.start, found.end, found.candidates)

    def closed(self, *, keep: bool) -> None:
        """Keep the filter, or go back to the one before."""
        if not keep:
            self._sift(self._before)
        elif self.bar is not None:
            if not self.sifting:
                if self._problem:
                    self.screen.tell(isolated(told(self._problem)))
                self._say()
            if not self._problem and (words := self.bar.field.value.strip()):
                note("filters", words)

    def put_on(self, words: str) -> None:
        """Show only what these words let through."""
        self._sift(words)

    def state(self) -> dict[str, Any]:
        """Return the filter that is on."""
        return {"words": self.words} if self.words else {}

    def restore(self, state: Mapping[str, Any]) -> None:
        """Put it on again."""
        if isinstance(words := state.get("words"), str) and words:
            self.put_on(words)

    @classmethod
    def offers(cls, screen: ExplorerScreen) -> Iterator[Offer]:
        """Offer the filters that were used lately."""
        on = screen.parts.filtering
        for words in lately("filters"):
            if not on or words != on.words:
                yield Offer(named("Filter: {words}", words=words), f"filter.put_on({words!r})")

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
        work = partial(self._sift_by, words, pause)
        self._worker = self.screen.run_worker(work, group="filter", exclusive=True)

    async def _sift_by(self, words: str, pause: float) -> None:
        await asyncio.sleep(pause)
        self._problem = None
        try:
            # A date in words is read by a library that takes .3 s to load.
            query = await asyncio.to_thread(parse, words, dt.date.today()) if words.strip() else None
            shown = await self._whole.narrowed(query) if query else self._whole
        except MediationError as error:
            self._problem = error
        else:
            self.words, self._kept = words.strip(), len(shown.rows)
            self.screen.display_rows(shown)
        self.sifting = False
        if self._problem and not self.open:
            self.screen.tell(isolated(told(self._problem)))
        self._say()

    # -------------------------------------------------------------------------------------------- saying

    def chip(self) -> str:
        """Return the filter, for the title; nothing where none is on."""
        return framed(self.words) if self.words else ""

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
            self._explain(self._problem)
        elif not self.words:
            self.bar.found.say(tr("all events"))
        else:
            whole = len(self._whole.rows)
            self.bar.found.say(tr("{count:,} of {whole:,}", count=self._kept, whole=whole))

    def _explain(self, problem: MediationError) -> None:
        """Say what cannot be understood at the letters that it is about."""
        if self._choices.offered:
            return  # What is not finished is no mistake.
        if isinstance(problem, QueryError):
            self.point(problem.start, problem.end, told(problem))
        else:
            self.point(0, 0, told(problem))
