"""The list of events."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from textual.geometry import Region
from textual.strip import Strip

from core.timeline import Row
from tui.widgets.rail import Rail, Tick, first_line
from tui.widgets.row import Columns, draw_row
from tui.widgets.rows import RowList

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from core.grouping import Group
    from core.timeline import Chronology
    from tui.arabic import Writing

_LEAST = 12
"""Cells of width from which on there is room for a rail."""


class TimelineView(RowList[Row]):
    """Events in the order of time, one of them selected."""

    class Moved(RowList.Moved):
        """Another event was selected, by key or mouse."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._longest_date = 0
        self._columns = Columns.of(0)
        self._walked = self._partial = False
        self._groups: Sequence[Group] = ()
        self._ticks: dict[Tick, Sequence[int]] = {}
        self._rail: Rail | None = None
        self._telling: Mapping[Tick, Sequence[int]] | None = None
        """The ticks that are drawn; None: to be found."""
        self.judged = False
        """Whether a person has said something of any event: the rows need room for it."""

    def fill(self, timeline: Chronology, empty: str = "", *, whole: bool = True) -> None:
        """Show other rows; the selected event stays selected, on its line, where it is still among them.

        Args:
            timeline: what is shown.
            empty: what is said where there is no row.
            whole: whether all is there; if only then, and nobody has walked yet, one begins where the
                timeline says.
        """
        before = self.selected
        stays = before is not None and (self._walked or not (whole and self._partial))
        at = self._place_in(timeline, before.event.id) if before and stays else None
        self._partial = not whole
        self._longest_date = timeline.longest_date
        self._groups, self._ticks, self._rail = timeline.groups, {}, None
        self._telling = None
        starts = [group.start for group in timeline.groups]
        self.put(timeline.rows, timeline.opening if at is None else at, empty, starts)

    def _place_in(self, timeline: Chronology, event: str) -> int | None:
        """Return the row of the selected event in another timeline: of several that in the same group."""
        number = bisect_right(self.headings, self.cursor) - 1
        at = timeline.index_of(event)
        if at is None or number < 0 or not timeline.groups:
            return at
        group = self._groups[number]
        there = (g.start for g in timeline.groups if (g.grouping, g.key) == (group.grouping, group.key))
        found = timeline.in_order.index_of(event)
        return at if found is None else timeline.near(found, next(there, at) + self.cursor - group.start)

    @property
    def walked(self) -> bool:
        """Whether anybody has gone anywhere yet."""
        return self._walked

    def turn_to(self, top: int) -> None:
        """Turn the list so that a row is on the first line, as far as the selected one stays in view."""
        self.top = top
        self.redraw()

    def select(self, index: int) -> bool:
        """Move the cursor without telling."""
        moved = super().select(index)
        self._walked = self._walked or moved
        return moved

    def redraw(self, writing: Writing | None = None) -> None:
        """Draw every row anew, in another way of writing Arabic if one is given."""
        mirrored = (writing or self._writing).mirrored
        self._columns = Columns.of(self.room, self._longest_date, mirrored=mirrored, judged=self.judged)
        super().redraw(writing)

    def draw(self, row: Row, *, selected: bool) -> Strip:
        """Draw an event."""
        return draw_row(row, self._columns, self._writing, selected=selected)

    def draw_heading(self, number: int) -> Strip:
        """Draw the name of a group, and how many rows it has."""
        from tui.widgets.heading import draw_heading  # Not before there are groups.

        group = self._groups[number]
        return draw_heading(group, self.rows[group.start], self.room, self._writing)

    # ------------------------------------------------------------------------------------------ the rail

    def tick(self, tick: Tick, rows: Sequence[int]) -> None:
        """Put signs on the rail for some rows, which are in order, in place of those of their kind before."""
        if rows != self._ticks.get(tick, ()):
            before, self._ticks[tick], self._telling = self._has_rail, rows, None
            if before != self._has_rail:
                self.redraw()
            elif self._has_rail:
                self.refresh(Region(self._edge, 0, 1, self.size.height))

    @property
    def room(self) -> int:
        """Cells that a row has beside the rail."""
        return self.size.width - self._has_rail

    @property
    def _has_rail(self) -> bool:
        """Whether there is a rail: where not all rows are seen, and for what cannot be seen of a row."""
        if self.size.width < _LEAST:
            return False
        return self.lines > self.size.height > 0 or bool(self._ticks.get(Tick.HIT))

    @property
    def _edge(self) -> int:
        """The column of the rail: that of the window's edge."""
        return self.size.width - 1 if self._writing.mirrored else 0

    def _region(self, y: int) -> Region:
        start = int(self._has_rail and not self._writing.mirrored)
        return Region(start, y, self.room, 1)

    def _strip(self, y: int) -> Strip:
        """Draw the row or the heading on line `y`, and its cell of the rail."""
        strip = super()._strip(y)
        if not self._has_rail:
            return strip
        rail = self._rail_now()
        if self._telling is None:
            self._telling = rail.telling(self._ticks)
        cell = rail.cell(y, self._telling)
        pieces = [*strip, cell] if self._writing.mirrored else [cell, *strip]
        return Strip(pieces, self.size.width)

    def _rail_now(self) -> Rail:
        """Return the rail as it is; which rows its cells stand for is counted when these change."""
        height, lines = self.size.height, self.lines
        rail = self._rail
        if rail is None or (rail.height, rail.lines, rail.top) != (height, lines, self.top):
            if rail is None or (rail.height, rail.lines) != (height, lines):
                rows = [self.row_at(min(first_line(y, height, lines), lines)) for y in range(height)]
                rows.append(len(self.rows))
                self._telling = None
            else:
                rows = [*rail.rows]
            rail = self._rail = Rail(height, lines, self.top, rows)
        return rail

    def clicked(self, x: int, y: int) -> None:
        """Select the row on a line; on the rail go to the part that is clicked."""
        if self._has_rail and x == self._edge:
            self.go(self.row_at(min(self._rail_now().line_at(y), max(self.lines - 1, 0))))
        else:
            super().clicked(x, y)
