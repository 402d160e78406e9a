"""What the rail has signs for beside what was found: marks, conflicts, and dates that are in doubt."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from core.errors import MediationError
from tui.screens.part import Part
from tui.widgets.rail import Tick
from tui.widgets.timeline import TimelineView

if TYPE_CHECKING:
    from textual.worker import Worker

    from tui.screens.explorer import ExplorerScreen

QUIET = 0.3
"""Seconds without other rows after which they are looked through: not while analyses pour in."""


class Ticking(Part):
    """Loaded a little after the first frame; looks through the rows whenever there are others."""

    def __init__(self, screen: ExplorerScreen) -> None:
        """Look through the rows that there are."""
        super().__init__(screen)
        self._list = screen.query_one(TimelineView)
        self._worker: Worker[None] | None = None
        self.rows_changed()

    def rows_changed(self) -> None:
        """Look through the other rows, as soon as they stay."""
        self._worker = self.screen.run_worker(self._look, group="ticks", exclusive=True)

    async def _look(self) -> None:
        await asyncio.sleep(QUIET)
        timeline = self.screen.timeline
        try:
            conflicts, doubtful = await timeline.flagged()
            marked = self.screen.desk.book.marks(timeline) if self.screen.desk.judged else ()
        except MediationError:  # A library that was taken away: who looks for something is told.
            return
        if timeline is self.screen.timeline:
            self._list.tick(Tick.MARK, marked)
            self._list.tick(Tick.CONFLICT, conflicts)
            self._list.tick(Tick.DOUBT, doubtful)
