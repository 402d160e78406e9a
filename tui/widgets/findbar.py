"""The line in the footer's place in which words are written, with what they lead to beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.segment import Segment
from textual.containers import Horizontal
from textual.strip import Strip
from textual.widget import Widget

from tui import palette
from tui.arabic import BLANKS, Mark, Writing, abreast, write
from tui.widgets.field import Field

if TYPE_CHECKING:
    from textual.app import ComposeResult


class Found(Widget):
    """What was found, as far as there is room to say it."""

    def __init__(self, writing: Writing, sign: str) -> None:
        super().__init__()
        self._writing, self._sign = writing, sign
        self._said: tuple[str, ...] = ()

    def redraw(self, writing: Writing) -> None:
        """Draw in another way of writing Arabic."""
        self._writing = writing
        self.refresh()

    def say(self, *words: str) -> None:
        """Show words, the last ones left out first, the first ones cut where nothing else fits."""
        if words != self._said:
            self._said = words
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw the line."""
        width = self.size.width
        if y:
            return Strip.blank(width)
        sign = [Segment(self._sign, palette.KEY)]
        room = max(width - 1 - cell_len(self._sign), 0)
        said = ""
        for words in self._said:
            longer = f"{said} {words}" if said else words
            if said and cell_len(longer) > room - BLANKS:
                break
            said = longer
        first = len(self._said[0]) if self._said else 0
        marks = [Mark(0, first, palette.BOLD), Mark(first, len(said), palette.DIM)]
        line = write(said, room, self._writing, marks=marks, base=self._writing.base)
        return abreast([[Segment(" ")], sign, line], width, self._writing)


class FindBar(Horizontal):
    """What was found where lines begin, the field beside it."""

    def __init__(self, writing: Writing, sign: str) -> None:
        super().__init__()
        self._mirrored = writing.mirrored
        self.found = Found(writing, sign)
        self.field = Field(writing)

    def compose(self) -> ComposeResult:
        """Build the tree."""
        yield from (self.field, self.found) if self._mirrored else (self.found, self.field)

    def redraw(self, writing: Writing) -> None:
        """Draw in another way of writing Arabic."""
        self.found.redraw(writing)
        self.field.redraw(writing)
