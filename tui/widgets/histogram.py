"""How the events spread over time, to scale, above the timeline: all years, or a window of months or days."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from core.axis import Unit, in_months, labels, over_years, window
from core.axis.labels import ends
from tui import palette

if TYPE_CHECKING:
    from textual import events
    from textual.geometry import Size

    from core.axis import Axis
    from core.timeline import Chronology

_BARS = " ▁▂▃▄▅▆▇█"
_CARET = "^"
_ENDS = {Unit.YEAR: 12, Unit.MONTH: 18, Unit.DAY: 24}
"""Cells that the first and the last label and the space round them take in the one-line form."""
_LEAST = 12
"""Cells of bars below which that form has no labels."""
_WHEEL = 0.25
"""The share of a window by which a notch of the mouse wheel moves it."""


class Histogram(Widget):
    """Bars, with what time they stand for under them, or at their ends where there is but one line.

    The place of the selected event has a caret under it, or turns a figure there to reverse; where there is
    but one line, its bar. A window turns only when the selection leaves it: a move within draws two cells.
    """

    @dataclass
    class Chosen(Message):
        """A bar was clicked."""

        index: int
        """Of the first row that begins there, or later."""

    class Turned(Message):
        """Other days are shown, or other events in them."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.unit = Unit.YEAR
        """What a bar stands for, and what one steps by."""
        self._timeline: Chronology | None = None
        self._day: dt.date | None = None
        self._middle: dt.date | None = None
        self._axis: Axis | None = None
        self._counts: list[int] = []
        self._shape: Size | None = None
        """The size for which it was counted."""
        self._bars: str | None = None
        """None: to be counted anew."""

    # --------------------------------------------------------------------------------- what is shown

    @property
    def axis(self) -> Axis | None:
        """The days that are shown; None where nothing has a date, or where there is no room."""
        if self._bars is None:
            self._count()
        return self._axis

    def show(self, timeline: Chronology) -> None:
        """Draw another timeline."""
        self._timeline = timeline
        self._turn(self._day)

    def point(self, day: dt.date | None) -> None:
        """Show where the selected event is: on the day on which it begins, if it is known."""
        before, self._day = self._caret(), day
        if day is not None and self._axis is not None and not self._axis.holds(day):
            self._turn(day)
        elif (now := self._caret()) != before:
            lines = range(self.size.height)
            self.refresh(*(Region(x, y, 1, 1) for x in (before, now) if x is not None for y in lines))

    def zoom(self, unit: Unit) -> None:
        """Let a bar stand for another unit; what is selected, or the middle, stays in view."""
        if unit is not self.unit:
            axis, self.unit = self.axis, unit
            self._turn(self._day or (axis.starts[len(axis.starts) // 2] if axis else None))

    def on_resize(self) -> None:
        """Count anew for another size; hidden for a while, it is as it was."""
        if self._shape != self.size:
            self._turn(self._day)

    def _turn(self, middle: dt.date | None) -> None:
        self._middle, self._bars = middle, None
        self.refresh()
        self.post_message(self.Turned())

    def _count(self) -> None:
        self._axis, self._counts, self._shape = None, [], self.size
        bins = self._timeline.bins(self._room) if self._timeline else []
        if self._timeline and bins:
            # One year or two say more in months than as one block or two.
            within = self.unit is Unit.YEAR and not self._ends
            months = in_months(bins[0].first_year, bins[-1].last_year, self._room) if within else None
            if self.unit is Unit.YEAR and months is None:
                self._axis = over_years([(one.first_year, one.last_year) for one in bins], self._room)
                self._counts = [one.count for one in bins]
            else:
                middle = self._middle or dt.date(bins[len(bins) // 2].first_year, 1, 1)
                self._axis = months or window(self.unit, middle, self._room)
                self._counts = self._axis.counts(self._timeline.index_at, self._timeline.dated)
        self._draw_bars()

    def _draw_bars(self) -> None:
        """Raise a bar for each bin: any with an event is seen, however low."""
        cells = self._axis.cells if self._axis else 1
        most, steps = max(self._counts, default=0) or 1, len(_BARS) - 1
        self._bars = "".join(_BARS[-(-count * steps // most)] * cells for count in self._counts)

    # --------------------------------------------------------------------------------------- drawing

    @property
    def _ends(self) -> bool:
        """Whether the labels stand at both ends, on the one line."""
        return self.size.height < 2 and self.size.width >= _ENDS[self.unit] + _LEAST

    @property
    def _room(self) -> int:
        return max(self.size.width - (_ENDS[self.unit] if self._ends else 2), 0)

    def _left(self, axis: Axis) -> int:
        """Return the column of the first bar."""
        return len(ends(axis)[0]) + 2 if self._ends else 1

    def _caret(self) -> int | None:
        """Return the column of the selected event, if it is shown."""
        axis = self.axis
        if axis is None or self._day is None or not axis.holds(self._day):
            return None
        return self._left(axis) + axis.column_of(self._day)

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        axis, width = self.axis, self.size.width
        if axis is None or y > 1:
            return Strip.blank(width)
        caret = self._caret()
        if y == 1:
            line = Strip([Segment(" " + _ruler(axis), palette.DIM)]).adjust_cell_length(width)
            return line if caret is None else _careted(line, caret)
        bars = Segment(self._bars or "", palette.DATE)
        if not self._ends:
            line = Strip([Segment(" "), bars])
        else:
            first, last = ends(axis)
            line = Strip([Segment(f" {first} ", palette.DIM), bars, Segment(f" {last}", palette.DIM)])
        line = line.adjust_cell_length(width)
        return line if caret is None or self.size.height > 1 else _careted(line, caret)

    # ----------------------------------------------------------------------------------------- mouse

    def on_click(self, event: events.Click) -> None:
        """Go to the first event of the bar under the mouse."""
        event.stop()
        axis = self.axis
        bin_ = axis.bin_at(event.x - self._left(axis)) if axis else None
        if axis is not None and bin_ is not None and self._timeline is not None:
            index = self._timeline.index_at(axis.starts[bin_])
            self.post_message(self.Chosen(min(index, self._timeline.dated - 1)))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Show what is later."""
        event.stop()
        self._pan(_WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Show what is earlier."""
        event.stop()
        self._pan(-_WHEEL)

    def _pan(self, share: float) -> None:
        axis = self.axis
        if axis is not None and self._timeline is not None and self.unit is not Unit.YEAR:
            self._axis = axis.panned(share)
            self._counts = self._axis.counts(self._timeline.index_at, self._timeline.dated)
            self._draw_bars()
            self.refresh()
            self.post_message(self.Turned())


def _ruler(axis: Axis) -> str:
    """Write the labels of an axis where they belong."""
    line = ""
    for label in labels(axis):
        line = line.ljust(label.column) + label.text
    return line


def _careted(line: Strip, column: int) -> Strip:
    """Put a caret into a line; what stands there already is turned to reverse, a full bar made less so."""
    if column >= line.cell_length:  # Drawn at a new size before it is counted for it.
        return line
    before, here, after = line.divide([column, column + 1, line.cell_length])
    found = here.text
    shown = _CARET if found == " " else _BARS[-2] if found == _BARS[-1] else found
    style = palette.BOLD if found == " " else palette.SELECTED
    return Strip([*before, Segment(shown, style), *after], line.cell_length)
