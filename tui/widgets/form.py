"""The form of corrections: a line a field, with whose it is and what the program had read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment

from tui import palette
from tui.arabic import abreast, write
from tui.correcting.lines import Line
from tui.language import tr
from tui.widgets.rows import RowList

if TYPE_CHECKING:
    from textual.strip import Strip

_LABEL = 14
"""Cells of what a line is, its two blanks included."""
_WITH_READ = 56
"""Row widths from which on there is room for what the program had read."""
_FSI, _PDI = "\u2068", "\u2069"


class FormView(RowList[Line]):
    """The lines of a form, one of them selected."""

    class Moved(RowList.Moved):
        """Another line was selected, by key or mouse."""

    def draw(self, row: Line, *, selected: bool) -> Strip:
        """Draw a line: whose it is, what it is, what is said, and what was read where that is other."""
        width, writing = self.size.width, self._writing
        style = palette.SELECTED if selected else palette.PLAIN
        bar = palette.CURSOR_SIGN_MIRRORED if writing.mirrored else palette.CURSOR_SIGN
        value = row.value or (tr("taken away") if row.theirs else "")
        label = min(_LABEL, max(width - 2, 0)) if value else width - 2
        room = max(width - 2 - label, 0)
        was = tr("read: {value}", value=f"{_FSI}{row.read}{_PDI}") if row.read else ""
        beside = room // 2 if was and width >= _WITH_READ else 0
        theirs = palette.THEIRS if row.theirs and not selected else style
        done = style + palette.KEY if not value and not selected else style
        pieces = (
            [Segment(bar if selected else " ", style)],
            [Segment(palette.EDITED_SIGN if row.theirs else " ", theirs)],
            write(row.label, label, writing, done, base=writing.base),
            write(value, room - beside, writing, theirs, base=writing.base) if value else (),
            write(was, beside, writing, style if selected else palette.DIM, base=writing.base),
        )
        return abreast(pieces, width, writing)
