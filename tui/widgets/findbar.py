"""The line in the footer's place in which words are written, with what they lead to beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual.containers import Horizontal
from textual.strip import Strip
from textual.widget import Widget

from tui import palette
from tui.widgets.field import Field

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from tui.arabic import Writing


class Found(Widget):
    """What was found, as far as there is room to say it."""

    def __init__(self, sign: str) -> None:
        super().__init__()
        self._sign = f" {sign} "
        self._said: tuple[str, ...] = ()

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
        segments, used = [Segment(self._sign, palette.KEY)], cell_len(self._sign)
        for words in self._said:
            room, used = width - used - 1, used + cell_len(words) + 1
            if used > width and len(segments) == 1 and room > 1:
                segments.append(Segment(set_cell_size(words, room - 1) + "…", palette.BOLD))
            if used > width:
                break
            segments.append(Segment(f"{words} ", palette.DIM if len(segments) > 1 else palette.BOLD))
        return Strip(segments).adjust_cell_length(width)


class FindBar(Horizontal):
    """What was found at the left, the field beside it."""

    def __init__(self, writing: Writing, sign: str) -> None:
        super().__init__()
        self.found = Found(sign)
        self.field = Field(writing)

    def compose(self) -> ComposeResult:
        """Build the tree."""
        yield self.found
        yield self.field
