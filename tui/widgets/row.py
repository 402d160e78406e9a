"""One row of the timeline: cursor, flag, date, category, and the Arabic phrase.

The date has a left-to-right column of its own: an ISO date and Arabic in one string would be taken apart by
the rules of UAX #9.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.strip import Strip

from tui import palette
from tui.arabic import write
from tui.language import tr
from tui.widgets.phrase import phrase_of

if TYPE_CHECKING:
    from rich.style import Style

    from core.model import Event
    from core.timeline import Row
    from tui.arabic import Writing

_DATE = 11
"""Cells of an ISO day and one mark."""
_INTERVAL = 22
"""Cells of two ISO days, a stroke and a mark."""
_WIDE, _MIDDLE, _NARROW = 72, 44, 30
"""Row widths from which on there is room for intervals, for names of categories, for their first letters."""
_LEAST_PHRASE = 20
"""Cells of a phrase beside which there is room for the number of outlets."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Cells of each part of a row."""

    date: int
    category: int
    phrase: int

    @classmethod
    def of(cls, width: int, longest_date: int = _DATE) -> Columns:
        """Share out the cells of a row, in view of the longest date that must be shown."""
        date = max(_DATE, min(longest_date, _INTERVAL)) if width >= _WIDE else min(_DATE, max(width - 2, 0))
        category = 11 if width >= _MIDDLE else 6 if width >= _NARROW else 1
        category = min(category, max(width - 3 - date, 0))
        return cls(date, category, max(width - 3 - date - category, 0))


def draw_row(row: Row, columns: Columns, writing: Writing, *, selected: bool) -> Strip:
    """Draw an event; how many outlets tell of it stands before its phrase, where there is room."""
    event = row.event
    phrase = phrase_of(event)
    flag, flag_style = _flag(event)
    cells = [
        (palette.CURSOR_SIGN if selected else " ", palette.PLAIN),
        (flag, flag_style),
        (_date(event, columns.date), palette.DATE_INHERITED if event.date.inherited else palette.DATE),
        (" ", palette.PLAIN),
        (category_letters(event, columns.category), palette.QUAD[event.quad] if event.quad else palette.DIM),
    ]
    room = columns.phrase
    if row.outlets > 1 and room >= _LEAST_PHRASE:
        told = f" {palette.TOLD_SIGN}{row.outlets}"
        cells.append((told, palette.DIM))
        room -= len(told)
    if selected:  # Colours would turn into patches behind the letters: the bar is one piece.
        left = [Segment("".join(text for text, _ in cells), palette.SELECTED)]
        right = write(phrase.text, room, writing, palette.SELECTED)
    else:
        left = [Segment(text, style) for text, style in cells]
        right = write(phrase.text, room, writing, marks=phrase.marks)
    return Strip([*left, *right]).simplify()


def category_letters(event: Event, width: int) -> str:
    """Say the category in `width` cells: sign, reservation, name; as much of it as there is room for."""
    sign = palette.QUAD_SIGN[event.quad] if event.quad else palette.NO_QUAD_SIGN
    reserve = palette.AUX_SIGN[event.aux] if event.aux else " "
    name = event.category.value if event.category else ""
    return f"{sign}{reserve}{name}"[:width].ljust(width)


def date_of(event: Event) -> str:
    """Write the date in EDTF."""
    return event.date.edtf or tr("undated")


def _date(event: Event, width: int) -> str:
    written = date_of(event)
    if len(written) > width:
        written = written[: max(width - 1, 0)] + "…"
    return written.ljust(width)[:width]


def _flag(event: Event) -> tuple[str, Style]:
    if event.conflicts:
        return palette.CONFLICT_SIGN, palette.ALERT
    if event.date.inherited:
        return palette.INHERITED_SIGN, palette.DIM
    return " ", palette.PLAIN
