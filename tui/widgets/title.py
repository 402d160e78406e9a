"""The one line above a pane: Textual's border titles know no Arabic, and no guard."""

from __future__ import annotations

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from tui import palette
from tui.arabic import BLANKS, Writing, abreast, write

_LEAST_ARABIC = 8
"""Cells below which a title is left out."""


class PaneTitle(Widget):
    """Words where lines begin, an Arabic title at the other end; a bar when the pane has the keys."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._words, self._arabic = "", ""
        self._active = False
        self._writing = Writing()

    def say(
        self,
        words: str | None = None,
        arabic: str | None = None,
        *,
        active: bool | None = None,
        writing: Writing | None = None,
    ) -> None:
        """Change some of what it says, and draw it if that makes a difference."""
        before = (self._words, self._arabic, self._active, self._writing)
        self._words = self._words if words is None else words
        self._arabic = self._arabic if arabic is None else arabic
        self._active = self._active if active is None else active
        self._writing = writing or self._writing
        if before != (self._words, self._arabic, self._active, self._writing):
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw the line."""
        width = self.size.width
        if y or not width:
            return Strip.blank(width)
        style = palette.TITLE_ACTIVE if self._active else palette.TITLE
        bar = palette.CURSOR_SIGN_MIRRORED if self._writing.mirrored else palette.CURSOR_SIGN
        sign = bar if self._active else " "
        room = width - cell_len(sign)
        used = min(cell_len(self._words) + BLANKS, room)
        if not self._arabic or room - used < _LEAST_ARABIC + BLANKS:
            used = room
        words = write(self._words, used, self._writing, style, base=self._writing.base)
        arabic = write(self._arabic, room - used, self._writing, style, align=self._writing.end)
        return abreast([[Segment(sign, style)], words, arabic], width, self._writing)
