"""The line over a field: what is wrong in it, with a sign at the very letters, or what may stand there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from tui import palette
from tui.arabic import BLANKS, Mark, Writing, isolated, write

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.widgets.field import Field

_SIGN = "▼"
_BETWEEN = "  "
_FSI, _PDI = "\u2068", "\u2069"


class Pointer(Widget):
    """Lies over the last line above the field while there is something to say, and moves nothing."""

    def __init__(self, writing: Writing) -> None:
        super().__init__()
        self._writing = writing
        self._field: Field | None = None
        self._letters = (0, 0)
        self._words = ""
        self._offered: Sequence[str] = ()
        self._chosen: int | None = None

    def point(self, field: Field, start: int, end: int, words: str) -> None:
        """Say what is wrong with some letters of a field; where there are none, with that place."""
        self._field, self._letters, self._words, self._offered = field, (start, end), isolated(words), ()
        self._show()

    def offer(self, words: Sequence[str], chosen: int | None) -> None:
        """Show what may be written, one of which may stand there already."""
        self._field, self._offered, self._chosen = None, words, chosen
        self._show()

    def hush(self) -> None:
        """Say nothing more."""
        self.remove_class("-open")

    def redraw(self, writing: Writing) -> None:
        """Draw in another way of writing Arabic."""
        self._writing = writing
        self.refresh()

    def _show(self) -> None:
        self.add_class("-open")
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw the line."""
        width = self.size.width
        if y:
            return Strip.blank(width)
        return self._pointing(self._field, width) if self._field else self._offering(width)

    def _pointing(self, field: Field, width: int) -> Strip:
        """Draw the signs where the letters are, and the words on the side that has room for them."""
        shift = field.region.x - self.region.x
        columns = {shift + column for column in field.columns(*self._letters)}
        if not columns:
            return write(self._words, width, self._writing, palette.ALERT, base="ltr")
        first, last = max(min(columns), 0), min(max(columns) + 1, width)
        signs = "".join(_SIGN if column in columns else " " for column in range(first, last))
        before, after = first, width - last
        # Behind the letters, unless only the other side has room for all of it.
        if after < len(self._words) + BLANKS and before > after:
            strip = write(self._words, before, self._writing, palette.ALERT, base="ltr", align="right")
            return Strip([*strip, Segment(signs, palette.ALERT), Segment(" " * after)]).simplify()
        strip = write(self._words, after, self._writing, palette.ALERT, base="ltr", align="left")
        return Strip([Segment(" " * before), Segment(signs, palette.ALERT), *strip]).simplify()

    def _offering(self, width: int) -> Strip:
        """Draw what is offered, from so far on that what is chosen is seen."""
        shown = self._chosen or 0
        first, used = 0, 0
        for number, words in enumerate(self._offered[: shown + 1]):
            used += len(words) + len(_BETWEEN)
            if used > width - BLANKS:
                first, used = number, len(words) + len(_BETWEEN)
        text, marks = "", []
        for number, words in enumerate(self._offered[first:], first):
            start = len(text) + 1
            text += f"{_FSI}{words}{_PDI}{_BETWEEN}"
            if number == self._chosen:
                marks.append(Mark(start, start + len(words), palette.SELECTED))
            if len(text) > 2 * width:
                break
        return write(text.rstrip(), width, self._writing, marks=marks, base="ltr")
