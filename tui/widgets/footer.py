"""The keys that matter most where one is, from the one key table, in one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from tui import palette
from tui.arabic import BLANKS, Writing, abreast, write
from tui.keys import footer_keys
from tui.language import tr

if TYPE_CHECKING:
    from collections.abc import Iterable


class KeyBar(Widget):
    """As many keys as fit, and at the end a word on how Arabic is written."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._state = ""
        self._offered: tuple[tuple[str, str], ...] = ()
        self._writing = Writing()

    def say(self, state: str, writing: Writing) -> None:
        """Show another word at the end, and draw Arabic in another way."""
        self._state, self._writing = state, writing
        self.refresh()

    def offer(self, *keys: tuple[str, str]) -> None:
        """Offer keys as they are shown with a word each, the most wanted first; none: those of the table."""
        if keys != self._offered:
            self._offered = keys
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw the line."""
        width = self.size.width
        if y:
            return Strip.blank(width)
        state = self._piece(self._state)
        if state.cell_length > width // 2:
            state = Strip([])
        pieces: list[Iterable[Segment]] = []
        room = width - state.cell_length
        used = 0
        offered = self._offered or ((key.shown.split()[0], tr(key.label)) for key in footer_keys())
        for name, words in offered:
            label = self._piece(words)
            used += 1 + cell_len(name) + label.cell_length
            if used > room:
                break
            pieces += [[Segment(" ")], [Segment(name, palette.KEY)], label]
        bar = abreast(pieces, room, self._writing)
        return abreast([bar, state], width, self._writing)

    def _piece(self, words: str) -> Strip:
        return write(words, cell_len(words) + BLANKS, self._writing, palette.DIM, base=self._writing.base)
