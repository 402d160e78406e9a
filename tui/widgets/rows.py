"""A list drawn line by line: only the rows that are seen exist on the screen."""

from __future__ import annotations

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
        """Index of the row on the first line."""
        self.empty = ""
        """What to say where there is no row."""
        self._writing = Writing()
        self._drawn: LRUCache[int, Strip] = LRUCache(_CACHED_ROWS)

    @property
    def selected(self) -> _T | None:
        """The row under the cursor."""
        return self.rows[self.cursor] if self.rows else None

    def draw(self, row: _T, *, selected: bool) -> Strip:
        """Draw a row, however wide the strip is."""
        raise NotImplementedError

    def put(self, rows: Sequence[_T], cursor: int, empty: str = "") -> None:
        """Show other rows, the selected one on the line where the last one was."""
        line = self.cursor - self.top
        self.rows, self.cursor, self.empty = rows, cursor, empty
        self.top = max(cursor - line, 0)
        self.redraw()

    def redraw(self, writing: Writing | None = None) -> None:
        """Draw every row anew, in another way of writing Arabic if one is given."""
        self._writing = writing or self._writing
        self._drawn.clear()
        self._keep_in_view()
        self.refresh()

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
            width = self.size.width
            self.refresh(*(Region(0, row - self.top, width, 1) for row in (before, index)))
        return True

    def render_line(self, y: int) -> Strip:
        """Draw the row on line `y`."""
        width = self.size.width
        index = self.top + y
        if not 0 <= index < len(self.rows):
            words = self.empty if y == 0 and not self.rows else ""
            return write(words, width, self._writing, palette.DIM, base=self._writing.base)
        if index == self.cursor:
            return self._draw(index, selected=True)
        strip = self._drawn.get(index)
        if strip is None:
            strip = self._draw(index, selected=False)
            self._drawn.set(index, strip)
        return strip

    def _draw(self, index: int, *, selected: bool) -> Strip:
        return self.draw(self.rows[index], selected=selected).adjust_cell_length(self.size.width)

    def on_resize(self) -> None:
        """Forget rows of the old width, and keep the cursor in view."""
        self.redraw()

    def on_click(self, event: events.Click) -> None:
        """Select the row under the mouse, if there is one."""
        if self.top + event.y < len(self.rows):
            self.go(self.top + event.y)

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
        height = max(self.size.height, 1)
        top = self.top
        if not top <= self.cursor < top + height:
            top = self.cursor - height // 2
        top = max(0, min(top, len(self.rows) - height))
        turned, self.top = top != self.top, top
        return turned
