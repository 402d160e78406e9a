"""One row of the timeline: cursor, flag, date, category, and the Arabic phrase.

The date has a left-to-right column of its own: an ISO date and Arabic in one string would be taken apart by
the rules of UAX #9.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.segment import Segment

from tui import palette
from tui.arabic import abreast, write
from tui.language import tr
from tui.widgets.phrase import phrase_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.style import Style
    from textual.strip import Strip

    from core.model import Event
    from core.timeline import Row
    from tui.arabic import Writing

_DATE = 11
"""Cells of an ISO day and one mark."""
_INTERVAL = 22
"""Cells of two ISO days, a stroke and a mark."""
_ARABIC_NAME = 9
"""Cells of a sign, a reservation, the longest Arabic name of a category, and the blank behind it."""
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
    width: int
    """All of the row; two of it are the cursor's and the flag's, one stands behind the date."""

    @classmethod
    def of(cls, width: int, longest_date: int = _DATE, *, mirrored: bool = False) -> Columns:
        """Share out the cells of a row, in view of the longest date that must be shown.

        Args:
            width: the cells.
            longest_date: the code points of that date.
            mirrored: whether categories have their Arabic names, which are not shortened.
        """
        date = max(_DATE, min(longest_date, _INTERVAL)) if width >= _WIDE else min(_DATE, max(width - 2, 0))
        if mirrored:
            category = _ARABIC_NAME if width >= _NARROW else 1
        else:
            category = 11 if width >= _MIDDLE else 6 if width >= _NARROW else 1
        category = min(category, max(width - 3 - date, 0))
        return cls(date, category, max(width - 3 - date - category, 0), width)


def draw_row(row: Row, columns: Columns, writing: Writing, *, selected: bool) -> Strip:
    """Draw an event; how many outlets tell of it stands before its phrase, where there is room."""
    event = row.event
    phrase = phrase_of(event)
    flag, flag_style = _flag(event, writing)
    bar = palette.CURSOR_SIGN_MIRRORED if writing.mirrored else palette.CURSOR_SIGN
    dated = palette.DATE_INHERITED if event.date.inherited else palette.DATE
    coded = palette.QUAD[event.quad] if event.quad else palette.DIM
    plain = palette.PLAIN
    if selected:  # Colours would turn into patches behind the letters: the bar is one piece.
        plain = flag_style = dated = coded = palette.SELECTED
    room = columns.phrase
    told = f" {palette.TOLD_SIGN}{row.outlets}" if row.outlets > 1 and room >= _LEAST_PHRASE else ""
    words = write(phrase.text, room - len(told), writing, plain, () if selected else phrase.marks)
    pieces = (
        [Segment(bar if selected else " ", plain)],
        [Segment(flag, flag_style)],
        _date(event, columns.date, writing, dated),
        _category(event, columns.category, writing, coded),
        [Segment(told, palette.SELECTED if selected else palette.DIM)],
        words,
    )
    return abreast(pieces, columns.width, writing)


def category_letters(event: Event, width: int) -> str:
    """Say the category in `width` cells: sign, reservation, name; as much of it as there is room for."""
    sign = palette.QUAD_SIGN[event.quad] if event.quad else palette.NO_QUAD_SIGN
    reserve = palette.AUX_SIGN[event.aux] if event.aux else " "
    name = tr(event.category.value) if event.category else ""
    return f"{sign}{reserve}{name}"[:width].ljust(width)


def date_of(event: Event) -> str:
    """Write the date in EDTF."""
    return event.date.edtf or tr("undated")


def _date(event: Event, width: int, writing: Writing, style: Style) -> Iterable[Segment]:
    """Draw the date, which runs from left to right in whatever language."""
    written = date_of(event)
    if not written.isascii():
        return write(written, width, writing, style, base=writing.base)
    if len(written) > width:
        written = written[: max(width - 1, 0)] + "…"
    return [Segment(written.ljust(width)[:width], style)]


def _category(event: Event, width: int, writing: Writing, style: Style) -> Iterable[Segment]:
    """Draw a blank and the category."""
    if not writing.mirrored or width < _ARABIC_NAME:
        blank = Segment(" ", style if style.reverse else palette.PLAIN)
        letters = Segment(category_letters(event, width), style)
        return [letters, blank] if writing.mirrored else [blank, letters]
    return write(category_letters(event, width).rstrip(), width + 1, writing, style)


def _flag(event: Event, writing: Writing) -> tuple[str, Style]:
    if event.conflicts:
        return palette.CONFLICT_SIGN, palette.ALERT
    if event.date.inherited:
        mirrored = writing.mirrored
        return palette.INHERITED_SIGN_MIRRORED if mirrored else palette.INHERITED_SIGN, palette.DIM
    return " ", palette.PLAIN
