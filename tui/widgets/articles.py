"""The list of articles: when, how many events, which outlet and title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment

from core.timeline import Article
from tui import palette
from tui.arabic import abreast, write
from tui.widgets.rows import RowList

if TYPE_CHECKING:
    from textual.strip import Strip

_DATE = 11
_COUNT = 4
"""Cells of the number of events and the space before the title."""
_LEAST = 30
"""Row widths from which on there is room for the date."""


class ArticlesView(RowList[Article]):
    """Articles in their own order, one of them selected."""

    class Moved(RowList.Moved):
        """Another article was selected, by key or mouse."""

    def draw(self, row: Article, *, selected: bool) -> Strip:
        """Draw an article; one without an event has a dot for their number."""
        width = self.size.width
        date = (row.published.isoformat() if row.published else "").ljust(_DATE) if width >= _LEAST else ""
        count = f"{row.events or palette.NO_QUAD_SIGN:>{_COUNT - 1}} "
        words = " — ".join(name for name in (row.outlet, row.title) if name)
        room = max(width - 1 - len(date) - len(count), 0)
        bar = palette.CURSOR_SIGN_MIRRORED if self._writing.mirrored else palette.CURSOR_SIGN
        styles = [palette.SELECTED] * 3 if selected else [palette.PLAIN, palette.DATE, palette.DIM]
        texts = (bar if selected else " ", date, count)
        columns = [[Segment(text, style)] for text, style in zip(texts, styles, strict=True)]
        title = write(words, room, self._writing, palette.SELECTED if selected else palette.PLAIN)
        return abreast([*columns, title], width, self._writing)
