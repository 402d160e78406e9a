"""What lasts: in lanes under the histogram where there is room, and in words for the selected event."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from core.axis.labels import stretch as days_of
from core.errors import MediationError
from core.spans import Kind, beside
from tui.language import counted, tr
from tui.screens.part import Part
from tui.widgets.histogram import Histogram
from tui.widgets.lanes import Lanes
from tui.widgets.timeline import TimelineView

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.worker import Worker

    from core.axis import Axis
    from core.spans import Stretch
    from tui.arabic import Writing
    from tui.screens.explorer import ExplorerScreen

LOOK_AFTER = 0.3
"""Seconds for which the axis must rest before what lasts is looked for: neither while one moves nor while
analyses pour in, which show other rows four times a second."""
_LEAST_HEIGHT = 30
"""Lines of a window from which on there is room for lanes."""
_MOST = 3
_LINES_EACH = 5
"""Lines of the timeline for each lane, at least."""


class Spanning(Part):
    """The lanes of one explorer."""

    def __init__(self, screen: ExplorerScreen) -> None:
        """Look for what lasts in what is shown."""
        super().__init__(screen)
        self._list, self._histogram = screen.query_one(TimelineView), screen.query_one(Histogram)
        self._lanes: Lanes | None = None
        self._found: Sequence[Stretch] = ()
        self._worker: Worker[None] | None = None
        self.turned()

    def turned(self) -> None:
        """Look for what lasts in the days that are shown now."""
        self.busy = True
        self._worker = self.screen.run_worker(self._look, group="spans", exclusive=True)

    def rows_changed(self) -> None:
        """Forget what was found among other rows."""
        self._found = ()

    def settled(self) -> None:
        """Mark what the selected event belongs to."""
        if self._lanes is not None:
            self._lanes.mark(self._own())

    def redraw(self, writing: Writing) -> None:
        """Draw in another way of writing Arabic."""
        if self._lanes is not None:
            self._lanes.redraw(writing)

    async def _look(self) -> None:
        await asyncio.sleep(LOOK_AFTER)
        axis = self._histogram.axis
        if self.screen.size.height < _LEAST_HEIGHT or axis is None:
            axis = None
        try:
            found = await self._spans(axis) if axis else ()
        except MediationError:  # A library that was taken away: the list says so where one walks it.
            found = ()
        self._found = found
        await self._show(axis)
        self.screen.call_after_refresh(self._rest, self._worker)
        if self.reasons():
            self.screen.explain_anew()

    def _rest(self, worker: Worker[None] | None) -> None:
        """Take note that what was found stands on the screen, unless more is looked for already."""
        if worker is self._worker:
            self.busy = False

    async def _spans(self, axis: Axis) -> Sequence[Stretch]:
        first, last = axis.inner or (axis.first, axis.last)
        two_cells = 2 * ((last - first).days + 1) // axis.width
        return await self.screen.timeline.spans(first, last, two_cells)

    async def _show(self, axis: Axis | None) -> None:
        if self._lanes is None:
            if not self._found:
                return
            self._lanes = Lanes(1, self.screen.writing)
            await self.screen.query_one("#timeline-pane").mount(self._lanes, after=self._histogram)
        room = self._list.size.height + self._lanes.size.height
        self._lanes.show(self._found, axis, max(min(_MOST, room // _LINES_EACH), 0))
        self._lanes.mark(self._own())

    # ---------------------------------------------------------------------------------------- saying

    def _own(self) -> Stretch | None:
        row = self.screen.row
        if row is None:
            return None
        index = self.screen.timeline.in_order.index_of(row.event.id)
        days = row.event.date.start, row.event.date.end
        return next((one for one in self._found if one.is_of(index, *days)), None)

    def reasons(self) -> Iterable[tuple[str, str]]:
        """Say to what the selected event belongs, and what else was going on."""
        own = self._own()
        if own is None or own.kind is Kind.WITHIN:
            return ()
        name, days = _named(own), days_of(own.first, own.last)
        if not (count := beside(own, self._found)):
            return ((tr("span"), tr("{name}, {days}", name=name, days=days)),)
        others = counted("beside 1 other", "beside {count:,} others", count)
        return ((tr("span"), tr("{name}, {days}, {others}", name=name, days=days, others=others)),)


def _named(own: Stretch) -> str:
    if own.kind is Kind.LASTING:
        days = (own.last - own.first).days + 1
        return counted("1 day", "{count:,} days", days)
    if own.number is None:
        return tr("a round without a number")
    if own.of is None:
        return tr("round {number}", number=own.number)
    return tr("round {number} of {count}", number=own.number, count=own.of)
