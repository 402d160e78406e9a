"""One row of the timeline: cursor, flag, date, category, and the Arabic phrase.

The date has a left-to-right column of its own: an ISO date and Arabic in one string would be taken apart by
the rules of UAX #9.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from rich.segment import Segment

from core.model import Status
from tui import palette
from tui.arabic import abreast, write
from tui.language import tr
from tui.widgets.phrase import phrase_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

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
_FLAGS = 3
"""Signs that a row has room for, where a person has said something."""
_DOUBTS, _LEAST_CUT = "?~%", 4
"""Marks of EDTF, which are not cut off; and the cells from which on there is room for one."""
_LEAST_PHRASE = 20
"""Cells of a phrase beside which there is room for the number of outlets."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Cells of each part of a row."""

    date: int
    category: int
    phrase: int
    width: int
    """All of the row; one of it is the cursor's, one stands behind the date."""
    flags: int = 1

    @classmethod
    def of(
        cls, width: int, longest_date: int = _DATE, *, mirrored: bool = False, judged: bool = False
    ) -> Columns:
        """Share out the cells of a row, in view of the longest date that must be shown.

        Args:
            width: the cells.
            longest_date: the code points of that date.
            mirrored: whether categories have their Arabic names, which are not shortened.
            judged: whether there must be room for what a person says.
        """
        whole, flags = width, _FLAGS if judged and width >= _MIDDLE else 1
        width -= flags - 1
        date = max(_DATE, min(longest_date, _INTERVAL)) if width >= _WIDE else min(_DATE, max(width - 2, 0))
        if mirrored:
            category = _ARABIC_NAME if width >= _NARROW else 1
        else:
            category = 11 if width >= _MIDDLE else 6 if width >= _NARROW else 1
        category = min(category, max(width - 3 - date, 0))
        return cls(date, category, max(width - 3 - date - category, 0), whole, flags)


def draw_row(row: Row, columns: Columns, writing: Writing, *, selected: bool) -> Strip:
    """Draw an event; how many outlets tell of it stands before its phrase, where there is room."""
    event = row.event
    phrase = phrase_of(event)
    flags = _flags(event, columns.flags, writing)
    bar = palette.CURSOR_SIGN_MIRRORED if writing.mirrored else palette.CURSOR_SIGN
    dated = palette.DATE_INHERITED if event.date.inherited else palette.DATE
    coded = palette.QUAD[event.quad] if event.quad else palette.DIM
    plain = palette.PLAIN
    if selected:  # Colours would turn into patches behind the letters: the bar is one piece.
        plain = dated = coded = palette.SELECTED
        flags = [Segment(flag.text, plain) for flag in flags]
    elif event.status is Status.HIDDEN:
        plain = dated = coded = palette.DIM
    room = columns.phrase
    told = f" {palette.TOLD_SIGN}{row.outlets}" if row.outlets > 1 and room >= _LEAST_PHRASE else ""
    words = write(
        phrase.text, room - len(told), writing, plain, phrase.marks if plain is palette.PLAIN else ()
    )
    pieces = (
        [Segment(bar if selected else " ", plain)],
        flags,
        _date(event, columns.date, writing, dated),
        _category(event, columns.category, writing, coded, _unsaid(event, columns.flags, writing)),
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
        mark = written[-1] if written[-1] in _DOUBTS and width > _LEAST_CUT else ""
        written = written[: max(width - 1 - len(mark), 0)] + "…" + mark
    return [Segment(written.ljust(width)[:width], style)]


def _category(event: Event, width: int, writing: Writing, style: Style, unsaid: str) -> Iterable[Segment]:
    """Draw a blank, or the sign for which the flags had no room, and the category."""
    if not writing.mirrored or width < _ARABIC_NAME:
        blank = Segment(unsaid or " ", style if style.reverse else palette.DIM if unsaid else palette.PLAIN)
        letters = Segment(category_letters(event, width), style)
        return [letters, blank] if writing.mirrored else [blank, letters]
    return write(category_letters(event, width).rstrip(), width + 1, writing, style)


def _flags(event: Event, width: int, writing: Writing) -> list[Segment]:
    """Draw what is to be said of an event in a sign each, the first ones of those that there are."""
    signs = list(_signs(event, writing))[:width]
    drawn = [Segment(" " * (width - len(signs))), *(Segment(sign, style) for sign, style in signs)]
    return drawn[::-1] if writing.mirrored else drawn


def _unsaid(event: Event, width: int, writing: Writing) -> str:
    """Return the first sign that the flags have no room for: no meaning rests on a dimmer date alone."""
    return next((sign for sign, _ in islice(_signs(event, writing), width, None)), "")


def _signs(event: Event, writing: Writing) -> Iterator[tuple[str, Style]]:
    """Yield the signs of an event, what matters most first."""
    if event.status is Status.HIDDEN:
        yield palette.HIDDEN_SIGN, palette.THEIRS
    if event.marked:
        yield palette.MARKED_SIGN, palette.THEIRS
    if event.own:
        yield palette.ADDED_SIGN, palette.THEIRS
    elif event.status is Status.EDITED:
        yield palette.EDITED_SIGN, palette.THEIRS
    if event.note:
        yield palette.NOTED_SIGN, palette.THEIRS
    if event.conflicts:
        yield palette.CONFLICT_SIGN, palette.ALERT
    if event.date.inherited:
        mirrored = writing.mirrored
        yield palette.INHERITED_SIGN_MIRRORED if mirrored else palette.INHERITED_SIGN, palette.DIM
    if event.status is Status.ACCEPTED:
        yield palette.ACCEPTED_SIGN, palette.DIM
