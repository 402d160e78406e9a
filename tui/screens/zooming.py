"""Zooming the axis of time, and stepping by what its bars stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from core.axis import Unit
from core.timeline import begin_of
from tui.language import tr
from tui.screens.part import Part
from tui.widgets.histogram import Histogram
from tui.widgets.timeline import TimelineView

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tui.screens.explorer import ExplorerScreen


class Zooming(Part):
    """The axis of one explorer."""

    def __init__(self, screen: ExplorerScreen) -> None:
        """Begin with years, as the histogram does."""
        super().__init__(screen)
        self._list, self._histogram = screen.query_one(TimelineView), screen.query_one(Histogram)

    @property
    def unit(self) -> Unit:
        """What a bar stands for."""
        return self._histogram.unit

    def zoom(self, steps: int) -> None:
        """Let a bar stand for less (`steps` > 0) or for more time."""
        self._histogram.zoom(self.unit.finer if steps > 0 else self.unit.coarser)
        self.screen.name_panes()

    def step(self, steps: int) -> None:
        """Go to the first event of the next unit, or of the one before, that has one."""
        if self.screen.sheet is not None:
            self.screen.sheet.leave()
        if self._list.headings:
            self.screen.go_by_heading(1 if steps > 0 else -1)
            return
        index = self._next() if steps > 0 else self._before()
        if index is not None:
            self._list.go(self.screen.timeline.near(index, self._list.cursor))

    def _next(self) -> int | None:
        row, timeline = self.screen.row, self.screen.timeline.in_order
        day = begin_of(row.event) if row else None
        if day is None or self.unit.step(day, 1) <= day:  # Undated, or at the end of the calendar.
            return None
        index = timeline.index_at(self.unit.step(day, 1))
        return index if index < timeline.dated else None

    def _before(self) -> int | None:
        row, timeline = self.screen.row, self.screen.timeline.in_order
        day = begin_of(row.event) if row else None
        later = timeline.index_at(self.unit.begin(day)) if day else timeline.dated
        there = begin_of(timeline.rows[later - 1].event) if later else None
        return timeline.index_at(self.unit.begin(there)) if there else None

    def state(self) -> dict[str, Any]:
        """Return what a bar stands for."""
        return {} if self.unit is Unit.YEAR else {"unit": self.unit.value}

    def restore(self, state: Mapping[str, Any]) -> None:
        """Let it stand for that again."""
        unit = next((unit for unit in Unit if unit.value == state.get("unit")), None)
        if unit is not None:
            self._histogram.zoom(unit)
            self.screen.name_panes()

    def chip(self) -> str:
        """Say what a bar stands for, if it is no year."""
        return {Unit.YEAR: "", Unit.MONTH: tr("by month"), Unit.DAY: tr("by day")}[self.unit]
