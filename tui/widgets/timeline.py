"""The list of events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.timeline import Row
from tui.widgets.row import Columns, draw_row
from tui.widgets.rows import RowList

if TYPE_CHECKING:
    from textual.strip import Strip

    from core.timeline import Chronology
    from tui.arabic import Writing


class TimelineView(RowList[Row]):
    """Events in the order of time, one of them selected."""

    class Moved(RowList.Moved):
        """Another event was selected, by key or mouse."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._longest_date = 0
        self._columns = Columns.of(0)
        self._walked = self._partial = False

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
        at = timeline.index_of(before.event.id) if before and stays else None
        self._partial = not whole
        self._longest_date = timeline.longest_date
        self.put(timeline.rows, timeline.opening if at is None else at, empty)

    def select(self, index: int) -> bool:
        """Move the cursor without telling."""
        moved = super().select(index)
        self._walked = self._walked or moved
        return moved

    def redraw(self, writing: Writing | None = None) -> None:
        """Draw every row anew, in another way of writing Arabic if one is given."""
        mirrored = (writing or self._writing).mirrored
        self._columns = Columns.of(self.size.width, self._longest_date, mirrored=mirrored)
        super().redraw(writing)

    def draw(self, row: Row, *, selected: bool) -> Strip:
        """Draw an event."""
        return draw_row(row, self._columns, self._writing, selected=selected)
