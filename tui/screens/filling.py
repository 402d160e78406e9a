"""The line in which a field of the form is written: what it will become is said while it is typed."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from functools import partial
from itertools import takewhile
from typing import TYPE_CHECKING

from textual import events

from core.errors import MediationError
from tui.correcting.offers import offers
from tui.correcting.reading import Value, read, said_of, typed_of
from tui.language import tr
from tui.language.errors import told
from tui.screens.asking import Asking

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Coroutine, Iterator, Sequence

    from textual.worker import Worker

    from core.model import Event
    from tui.correcting.lines import Line
    from tui.screens.explorer import ExplorerScreen

LOOK_AFTER = 0.15
"""Seconds without a letter after which it is said what the words will become."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked for."""

    line: Line
    """Of the form."""
    paragraph: str
    """The text of the event's paragraph."""
    event: Event | None
    """As it stands; None for one that is to be added."""
    take: Callable[[Value], Awaitable[None]]
    """Does what is to be done with the answer; may raise a MediationError."""
    about: tuple[tuple[str, str], ...] = ()
    """What is said of it, a label and words each."""


class Filling(Asking):
    """What is written on a line of the form; Enter takes it as soon as it can be understood."""

    def __init__(self, screen: ExplorerScreen) -> None:
        """Ask for nothing yet."""
        super().__init__(screen, "e")
        self._question: Question | None = None
        self._waiting: list[events.Key] = []
        self._worker: Worker[None] | None = None
        self._problem = ""
        """What is wrong with what was kept."""
        self._keeping = False
        """Whether what was kept is being read."""

    def begin(self, question: Question, words: str) -> None:
        """Open the line with some words, which are selected: what is typed takes their place."""
        self._question = question
        self.ask(words, self.screen.writing)
        self._offer()

    def propose(self, question: Question, words: str) -> None:
        """Let a line that is empty as yet begin with some words."""
        empty = self.bar is not None and not self.bar.field.value
        if self.open and self.bar is not None and empty and self._question is question and not self._keeping:
            self.bar.field.begin(words)
            self._read(words, pause=0, keep=False)

    # ------------------------------------------------------------------------------------------ keys

    def press(self, event: events.Key) -> bool:
        """Write; Enter closes the line only when it is understood, and what is typed meanwhile waits."""
        if self._keeping:
            self._waiting.append(event)
            return True
        if event.key == "enter" and self.bar is not None:
            self._read(self.bar.field.value, pause=0, keep=True)
            return True
        return super().press(event)

    def pressed(self, key: str) -> bool:
        """Complete what is begun, as far as it is clear."""
        if key == "tab":
            self._complete()
        return key in ("tab", "shift+tab", "up", "down")

    def written(self, before: str) -> None:
        """Say what it will become."""
        if self.bar is not None and self.bar.field.value != before:
            self._read(self.bar.field.value, pause=LOOK_AFTER, keep=False)
        self._offer()

    def closed(self, *, keep: bool) -> None:
        """Take what is written when the mouse leaves the line; with Esc nothing."""
        if keep and self.bar is not None:
            self._read(self.bar.field.value, pause=0, keep=True)
        else:
            if self._worker is not None:
                self._worker.cancel()
            self.busy = False
            self.screen.explain()

    # --------------------------------------------------------------------------------------- reading

    def _read(self, words: str, *, pause: float, keep: bool) -> None:
        self.busy, self._keeping = True, keep
        work: Callable[[], Coroutine[None, None, None]] = partial(self._read_it, words, pause, keep=keep)
        self._worker = self.screen.run_worker(work, group="fill", exclusive=True)

    async def _read_it(self, words: str, pause: float, *, keep: bool) -> None:
        await asyncio.sleep(pause)
        if (asked := self._question) is None:
            return
        try:
            value = await read(asked.line, words, asked.paragraph, asked.event)
            if keep and (asked.event is None or words != typed_of(asked.line, asked.event)):
                await asked.take(value)
        except MediationError as error:
            self._refuse(told(error), words, keep=keep)
            return
        self.busy = self._keeping = False
        if keep:
            self._end()
        else:
            self._say(said_of(asked.line, value))

    def _end(self) -> None:
        """Close the line; what was typed meanwhile is done now."""
        if self.open:
            self._show(open_=False)
        self.screen.explain()
        waiting, self._waiting = self._waiting, []
        for event in waiting:  # As if it had come only now.
            self.screen.app.post_message(events.Key(event.key, event.character))

    def _refuse(self, problem: str, words: str, *, keep: bool) -> None:
        """Say what is wrong; what was written stays."""
        self.busy = self._keeping = False
        if keep and not self.open and self.screen.asking is None:
            self.ask("", self.screen.writing)
            self.paste(words)
        if keep:
            self._problem = problem
            self._explain()
        if keep or not self._candidates()[1]:
            self._say(f"? {problem}")
        waiting, self._waiting = self._waiting, []
        for event in waiting:
            self.press(event)

    # --------------------------------------------------------------------------------------- offering

    def _candidates(self) -> tuple[int, tuple[str, ...]]:
        """Return from where on what may stand there; nothing selected counts as written."""
        bar, asked = self.bar, self._question
        if bar is None or asked is None:
            return 0, ()
        entry = bar.field.entry
        typed = "" if entry.selects else entry.value[: entry.cursor]
        found = offers(asked.line.field, typed, asked.paragraph)
        return found.start, found.candidates

    def _complete(self) -> None:
        bar = self.bar
        start, candidates = self._candidates()
        if bar is None or not candidates:
            return
        before, entry = bar.field.value, bar.field.entry
        end = len(before) if entry.selects else entry.cursor
        clear = _beginning(candidates)
        if clear and (len(candidates) == 1 or entry.selects or len(clear) > end - start):
            bar.field.put(start, end, clear)
            self.written(before)
        self._offer()

    def _offer(self) -> None:
        """Show what may be typed."""
        self._problem = ""
        self._explain()
        self._say(tr("Enter keeps, Esc goes back"))

    def hints(self) -> Iterator[tuple[str, str]]:
        """Yield what is said of what is asked for while the line is open: a label and words each."""
        if self._problem:
            yield "?", self._problem
        if self._question is not None:
            yield from self._question.about
        _, candidates = self._candidates()
        if candidates:
            yield "Tab", " · ".join(f"«{one.strip()}»" for one in candidates)

    def _explain(self) -> None:
        if self.screen.sheet is None:
            self.screen.describe(*self.hints())
        else:
            self.screen.explain()

    def _say(self, words: str) -> None:
        if self.bar is not None and self.open:
            self.bar.found.say(words)


def _beginning(words: Sequence[str]) -> str:
    """Return what all of some words begin with."""
    first, last = min(words, default=""), max(words, default="")
    agreed = takewhile(lambda pair: pair[0] == pair[1], zip(first, last, strict=False))
    return "".join(letter for letter, _ in agreed)
