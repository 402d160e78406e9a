"""The keys that matter most, from the one key table, in one line."""

from __future__ import annotations

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from tui import palette
from tui.keys import footer_keys
from tui.language import tr


class KeyBar(Widget):
    """As many keys as fit, and at the right a word on how Arabic is written."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._state = ""

    def say(self, state: str) -> None:
        """Show another word at the right."""
        self._state = state
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw the line."""
        width = self.size.width
        if y:
            return Strip.blank(width)
        state = f" {self._state} " if cell_len(self._state) + 2 <= width // 2 else ""
        segments: list[Segment] = []
        used = cell_len(state)
        for key in footer_keys():
            name, label = f" {key.shown.split()[0]}", f" {tr(key.label)} "
            used += cell_len(name) + cell_len(label)
            if used > width:
                break
            segments += [Segment(name, palette.KEY), Segment(label, palette.DIM)]
        bar = Strip(segments).adjust_cell_length(width - cell_len(state))
        return Strip([*bar, Segment(state, palette.DIM)], width).simplify()
