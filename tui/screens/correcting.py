"""What a person says of events: marks, notes, corrections, events of their own; and the way back."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from core.errors import MediationError
from core.find import follow
from core.judgement.applying import apply
from core.model import Status
from core.timeline import Row
from tui.arabic import isolated
from tui.correcting.steps import said_of, taken_back
from tui.language import tr
from tui.language.errors import told
from tui.screens.part import Part

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Coroutine, Mapping

    from core.book import Book
    from core.judgement.saying import Added, Judgement, Step
    from core.model import Event
    from core.timeline import Chronology
    from tui.screens.explorer import ExplorerScreen

_REST = 0.01
"""Seconds between two looks whether a filter has sifted, and rows stand in their groups."""


class Correcting(Part):
    """Everything that changes what is said of an event goes through here, one after the other."""

    def __init__(self, screen: ExplorerScreen) -> None:
        """Say nothing yet."""
        super().__init__(screen)
        self._turn = asyncio.Lock()
        self._wanted: tuple[str, ...] = ()
        """Which event to select when the timeline is shown anew: the first that is there."""
        self._whole: Chronology | None = None
        """All events, as they were shown last."""
        self._waiting = 0
        """How many things are still to be done."""

    # ---------------------------------------------------------------------------------- which event

    def chosen(self) -> Row | None:
        """Return the row that a key is about: that of the form, of a sheet of events, or the selected one.

        None, and a word on it, where there is no event.
        """
        sheet, form = self.screen.sheet, self.screen.parts.form
        if sheet is None:
            found = self.screen.row
        else:
            found = form.row if form and sheet is form else sheet.view.selected
        if isinstance(found, Row):
            return found
        self.screen.tell(tr("There is no event here; Esc goes back to them."))
        return None

    @property
    def _book(self) -> Book:
        return self.screen.desk.book

    def extracted(self, row: Row) -> Event | None:
        """Return the event as the program read it; None for the person's own."""
        return self._book.extracted(row.event, row.document)

    # ------------------------------------------------------------------------------------------ keys

    def mark(self) -> None:
        """Mark the event, or take its mark off."""
        if (row := self.chosen()) is not None:
            self.run(self.judge(row, lambda said: replace(said, marked=not said.marked)))

    def hide(self) -> None:
        """Hide the event, or bring it back; one of the person's own goes for good."""
        row, form = self.chosen(), self.screen.parts.form
        if row is None:
            return
        if form is not None and form.open:
            form.leave()
        if row.event.own:
            self.run(self._carry_out(lambda book: book.remove(row.event, row.document)))
        else:
            self.run(self.judge(row, _hidden_or_not))

    def settle(self, row: Row, *, back: bool) -> None:
        """Accept an event as it is, or no longer; or take all corrections of it `back`."""
        self.run(self.judge(row, _as_read if back else _accepted_or_not))

    def undo(self) -> None:
        """Take back the last that was said."""
        nothing = tr("There is nothing to take back.")
        self.run(self._carry_out(lambda book: book.undo(), taken_back, nothing, goes=True))

    def redo(self) -> None:
        """Say again what was taken back."""
        nothing = tr("There is nothing to do again.")
        again: Callable[[Step], str] = lambda step: taken_back(step, again=True)  # noqa: E731
        self.run(self._carry_out(lambda book: book.redo(), again, nothing, goes=True))

    def reveal(self) -> None:
        """Show hidden events too, or hide them again."""
        desk = self.screen.desk
        desk.hidden = not desk.hidden
        words = tr("Hidden events are shown, too.") if desk.hidden else tr("Hidden events are not shown.")
        self.run(self._show(None, words))

    def state(self) -> dict[str, Any]:
        """Return whether hidden events are shown."""
        return {"hidden": True} if self.screen.desk.hidden else {}

    def restore(self, state: Mapping[str, Any]) -> None:
        """Show them again."""
        if state.get("hidden") is True and not self.screen.desk.hidden:
            self.reveal()

    def walk(self, step: int) -> None:
        """Go to the next marked event, or to the one before."""
        screen = self.screen
        try:
            marks = self._book.marks(screen.timeline)
        except MediationError as error:
            screen.tell(isolated(told(error)))
            return
        if not marks:
            screen.tell(tr("No event is marked; m marks one."))
            return
        if screen.sheet is not None:
            screen.sheet.leave()
        at = follow(marks, screen.cursor, step)
        if at is not None:
            screen.go(marks[at])

    # ---------------------------------------------------------------------------------------- writing

    async def judge(self, row: Row, change: Callable[[Judgement], Judgement]) -> None:
        """Say something else of an event.

        Args:
            row: the event.
            change: makes what is to be said of what was said.

        Raises:
            MediationError: it cannot be written.
        """

        def write(book: Book) -> Awaitable[Step | None]:
            return book.judge(row.event, row.document, change(book.said(row.event, row.document)))

        await self._carry_out(write)

    async def put(self, document: int, added: Added) -> Row | None:
        """Add an event of the person's own; return its row.

        Raises:
            MediationError: it cannot be written.
        """
        step = await self._carry_out(lambda book: book.add(document, added), goes=True)
        return _row_of(step.event, self._whole) if step and self._whole else None

    def run(self, work: Coroutine[None, None, object]) -> None:
        """Do something in its turn, and say what is wrong with it."""
        self._waiting += 1
        self.busy = True
        self.screen.run_worker(self._guarded(work), group="correct")

    async def _guarded(self, work: Coroutine[None, None, object]) -> None:
        try:
            await work
        except MediationError as error:
            self.screen.tell(isolated(told(error)))
        finally:
            self._waiting -= 1
            self.busy = self._waiting > 0

    async def _carry_out(
        self,
        write: Callable[[Book], Awaitable[Step | None]],
        words: Callable[[Step], str] = said_of,
        nothing: str = "",
        *,
        goes: bool = False,
    ) -> Step | None:
        """Write, and show what comes of it; `goes` to the event, wherever the person is meanwhile."""
        async with self._turn:
            step = await write(self._book)
            if step is None:
                self.screen.tell(nothing)
            else:
                await self._show(step.event if goes else None, words(step))
            return step

    async def _show(self, event: str | None, words: str) -> None:
        """Show the timeline anew, at an event or else at the selected one, and say something."""
        screen, form = self.screen, self.screen.parts.form
        self._whole = timeline = await screen.desk.timeline()
        rows, at = screen.timeline.rows, screen.cursor
        near = [rows[index].event.id for index in (at, at + 1, at - 1) if 0 <= index < len(rows)]
        self._wanted = (*([event] if event else []), *near)
        screen.show_anew(timeline)
        filtering, groups = screen.parts.filtering, screen.parts.groups
        while (filtering and filtering.sifting) or (groups and groups.busy):
            await asyncio.sleep(_REST)
        if form is not None and form.open and form.row is not None:
            form.show(_row_of(form.row.event.id, timeline) or self._unseen(form.row))
        if words:
            screen.tell(isolated(words))

    def _unseen(self, row: Row) -> Row | None:
        """Return an event that the timeline does not show, as it stands now; None where it is no more."""
        extracted = self.extracted(row)
        if extracted is None:
            return None
        return replace(row, event=apply(extracted, self._book.said(row.event, row.document)))

    def chip(self) -> str:
        """Say that hidden events are among those that are shown."""
        return tr("with hidden ones") if self.screen.desk.hidden else ""

    def rows_changed(self) -> None:
        """Select the event that was changed, or else what was beside it."""
        wanted, self._wanted = self._wanted, ()
        for event in wanted:
            if event == self.screen.selected:
                return  # In groups it has several rows: it stays on its own.
            if (at := self.screen.timeline.index_of(event)) is not None:
                self.screen.put_cursor(at)
                return


def _row_of(event: str, timeline: Chronology) -> Row | None:
    at = timeline.index_of(event)
    return timeline.rows[at] if at is not None else None


def _hidden_or_not(said: Judgement) -> Judgement:
    return replace(said, status=Status.AUTO if said.hidden else Status.HIDDEN)


def _accepted_or_not(said: Judgement) -> Judgement:
    return replace(said, status=Status.AUTO if said.status is Status.ACCEPTED else Status.ACCEPTED)


def _as_read(said: Judgement) -> Judgement:
    return replace(said, edit=None, status=Status.AUTO)
