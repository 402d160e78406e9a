"""The line above a group of rows: how many they are, and what they are called in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.segment import Segment

from core.arrangement import names_of
from core.grouping import Grouping
from tui import palette
from tui.arabic import BLANKS, abreast, write
from tui.language import tr

if TYPE_CHECKING:
    from textual.strip import Strip

    from core.bidi import Base
    from core.grouping import Group
    from core.timeline import Row
    from tui.arabic import Writing

_LEAST_SECOND = 10
"""Cells of a second name below which it is left out."""


def draw_heading(group: Group, row: Row, width: int, writing: Writing) -> Strip:
    """Draw the heading of a group; the name in the language of the screen comes first.

    Args:
        group: the group.
        row: its first row.
        width: the cells.
        writing: how Arabic is written, and where lines begin.
    """
    arabic, english = heading_names(group, row)
    count = f" {group.count:,} "
    room = max(width - cell_len(count), 0)
    first, second = (arabic, english) if writing.mirrored else (english, arabic)
    if not first:
        first, second = second, ""
    used = min(cell_len(first) + BLANKS, room)
    if not second or room - used < _LEAST_SECOND:
        used = room
    name = write(first, used, writing, palette.GROUP, base=writing.base)
    other: Base = "rtl" if writing.base == "ltr" else "ltr"
    rest = write(second, room - used, writing, palette.GROUP, base=other) if room > used else ()
    return abreast(([Segment(count, palette.GROUP_COUNT)], name, rest), width, writing)


def heading_names(group: Group, row: Row) -> tuple[str, str]:
    """Return what a group is called in Arabic and in English; of the last one what it lacks."""
    if not group.key:
        nowhere = _nowhere(group.grouping)
        return nowhere, ""
    arabic, english = names_of(group, row)
    if group.grouping is Grouping.CATEGORY:
        return (tr(english), "") if tr(english) != english else ("", english)
    return (arabic, "") if arabic == english else (arabic, english)


def _nowhere(grouping: Grouping) -> str:
    return {
        Grouping.ACTOR: tr("without an actor"),
        Grouping.PLACE: tr("without a place"),
        Grouping.CATEGORY: tr("without a category"),
        Grouping.YEAR: tr("undated"),
    }.get(grouping, "")
