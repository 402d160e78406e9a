"""A list drawn line by line: only the rows that are seen exist on the screen."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from textual.cache import LRUCache
from textual.geometry import Region
from textual.message import Message
from textual.widget import Widget

from tui import palette
from tui.arabic import Writing, write

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.strip import Strip

_T = TypeVar("_T")
_CACHED_ROWS = 512
_WHEEL = 3
"""Rows for a notch of the mouse wheel."""


class RowList(Widget, Generic[_T]):
    """Rows, one of them selected.

    Holds a million as easily as ten: nothing is made for a row before it is seen, and a move draws two rows
    anew. At the edge the list turns by half a page, not by a row, so that most moves stay that cheap.

    Headings may stand between rows: lines that the cursor passes over. Rows are counted without them.
    """

    @dataclass
    class Moved(Message):
        """Another row was selected, by key or mouse."""

        index: int

        def can_replace(self, message: Message) -> bool:
            """Let the last of a burst stand for all."""
            return isinstance(message, type(self))

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.rows: Sequence[_T] = ()
        self.cursor = 0
        self.top = 0
        """The line of the list that is the first one seen; headings are lines, too."""
        self.headings: Sequence[int] = ()
        """Indices of the rows above which a heading stands, in order."""
        self.empty = ""
        """What to say where there is no row."""
        self._writing = Writing()
        self._drawn: LRUCache[int, Strip] = LRUCache(_CACHED_ROWS)
        self._height = 0
        self._sparing = False
        """Whether what stands there already is not to be drawn again."""
        self._seen: dict[int, Strip] = {}
        """What was drawn last, by line."""

    @property
    def selected(self) -> _T | None:
        """The row under the cursor."""
        return self.rows[self.cursor] if self.rows else None

    def draw(self, row: _T, *, selected: bool) -> Strip:
        """Draw a row, however wide the strip is."""
        raise NotImplementedError

    def draw_heading(self, number: int) -> Strip:
        """Draw the heading above row `headings[number]`."""
        raise NotImplementedError

    @property
    def room(self) -> int:
        """Cells that a row has."""
        return self.size.width

    @property
    def lines(self) -> int:
        """How many lines the rows and headings are."""
        return len(self.rows) + len(self.headings)

    @property
    def place(self) -> tuple[int, int]:
        """Where the cursor is, counted from 1, and of how many: of its heading's rows where there are any."""
        number = bisect_right(self.headings, self.cursor)
        start = self.headings[number - 1] if number else 0
        end = self.headings[number] if number < len(self.headings) else len(self.rows)
        return self.cursor - start + 1, end - start

    def beyond(self, step: int) -> int | None:
        """Return the first row of the next heading (`step` > 0) or of the one before, if there is one."""
        number = bisect_right(self.headings, self.cursor) - 1 + step
        return self.headings[number] if 0 <= number < len(self.headings) else None

    def put(self, rows: Sequence[_T], cursor: int, empty: str = "", headings: Sequence[int] = ()) -> None:
        """Show other rows, the selected one on the line where the last one was."""
        line = self.line_of(self.cursor) - self.top
        self.rows, self.cursor, self.empty, self.headings = rows, cursor, empty, headings
        self.top = max(self.line_of(cursor) - line, 0)
        self._sparing = True
        self.redraw()
        self._sparing = False

    def line_of(self, index: int) -> int:
        """Return the line of a row."""
        return index + bisect_right(self.headings, index)

    def headings_above(self, line: int) -> int:
        """Return how many headings stand above a line."""
        return bisect_right(
            range(len(self.headings)), line - 1, key=lambda number: self.headings[number] + number
        )

    def row_at(self, line: int) -> int:
        """Return the row on a line; on a heading's the first one below it."""
        return line - self.headings_above(line)

    def redraw(self, writing: Writing | None = None) -> None:
        """Draw every row anew, in another way of writing Arabic if one is given."""
        self._writing = writing or self._writing
        self._drawn.clear()
        self._keep_in_view()
        if self._sparing:
            self._refresh_changed()
        else:
            self.refresh()

    def _refresh_changed(self) -> None:
        """Draw anew only the lines that are other than they stand there: mostly one row was changed."""
        width, height = self.size
        seen, self._seen = self._seen, {}
        changed = [y for y in range(height) if self.render_line(y) != seen.get(y)]
        if changed:
            self.refresh(*(Region(0, y, width, 1) for y in changed))

    def move(self, steps: int) -> None:
        """Move the cursor by rows, and tell about it."""
        self.go(self.cursor + steps)

    def go(self, index: int) -> None:
        """Move the cursor to a row, and tell about it."""
        if self.select(index):
            self.post_message(self.Moved(self.cursor))

    def select(self, index: int) -> bool:
        """Move the cursor without telling; the nearest end stands for an index outside.

        Returns:
            Whether it moved.
        """
        index = max(0, min(index, len(self.rows) - 1))
        if index == self.cursor or not self.rows:
            return False
        before, self.cursor = self.cursor, index
        if self._keep_in_view():
            self.refresh()
        else:
            self.refresh(*(self._region(self.line_of(row) - self.top) for row in (before, index)))
        return True

    def _region(self, y: int) -> Region:
        """Return what of a line a row takes."""
        return Region(0, y, self.size.width, 1)

    def render_line(self, y: int) -> Strip:
        """Draw the row or the heading on line `y`."""
        strip = self._seen[y] = self._strip(y)
        return strip

    def _strip(self, y: int) -> Strip:
        if y == 0 and self._height != self.size.height:
            self._keep_in_view()  # A list that is mounted late may have missed its first size.
        line = self.top + y
        if not 0 <= line < self.lines:
            words = self.empty if y == 0 and not self.rows else ""
            return write(words, self.room, self._writing, palette.DIM, base=self._writing.base)
        above = self.headings_above(line)
        index = line - above
        if above < len(self.headings) and self.headings[above] == index:
            return self.draw_heading(above).adjust_cell_length(self.room)
        if index == self.cursor:
            return self._draw(index, selected=True)
        strip = self._drawn.get(index)
        if strip is None:
            strip = self._draw(index, selected=False)
            self._drawn.set(index, strip)
        return strip

    def _draw(self, index: int, *, selected: bool) -> Strip:
        return self.draw(self.rows[index], selected=selected).adjust_cell_length(self.room)

    def on_resize(self) -> None:
        """Forget rows of the old width, and keep the cursor in view."""
        self.redraw()

    def on_click(self, event: events.Click) -> None:
        """Go to what is under the mouse."""
        self.clicked(event.x, event.y)

    def clicked(self, x: int, y: int) -> None:
        """Select the row on a line, if there is one; for a heading its first."""
        del x
        if self.top + y < self.lines:
            self.go(self.row_at(self.top + y))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Move on."""
        event.stop()
        self.move(_WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Move back."""
        event.stop()
        self.move(-_WHEEL)

    def _keep_in_view(self) -> bool:
        """Turn the list where the cursor is outside; tell whether it was turned."""
        self._height = self.size.height
        height = max(self.size.height, 1)
        top, line = self.top, self.line_of(self.cursor)
        if not top <= line < top + height:
            top = line - height // 2
        if line == top and height > 1 and self.place[0] == 1:
            top -= bool(self.headings)  # The heading belongs to its first row.
        top = max(0, min(top, self.lines - height))
        turned, self.top = top != self.top, top
        return turned
