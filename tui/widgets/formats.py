"""The list of formats: the name, and what it is good for."""

from __future__ import annotations

from rich.segment import Segment
from textual.strip import Strip

from core.export.formats import FORMATS, Format
from tui import palette
from tui.arabic import write
from tui.language import spoken, tr
from tui.widgets.rows import RowList

_NAME = max(map(len, FORMATS)) + 2


class FormatsView(RowList[Format]):
    """Formats in the order of their table, one of them selected."""

    class Moved(RowList.Moved):
        """Another format was selected, by key or mouse."""

    def draw(self, row: Format, *, selected: bool) -> Strip:
        """Draw a format: what it is good for, as far as there is room."""
        style = palette.SELECTED if selected else palette.PLAIN
        sign = palette.CURSOR_SIGN if selected else " "
        name = Segment(f"{sign}{row.name:<{_NAME}}", style if selected else palette.BOLD)
        mirrored = spoken().mirrored
        room = max(self.size.width - len(name.text), 0)
        words = write(tr(row.purpose), room, self._writing, style, base="rtl" if mirrored else "ltr")
        return Strip([name, *words]).simplify()
