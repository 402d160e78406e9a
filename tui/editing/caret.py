"""The cursor as it is seen: a block on the cell that the next letter takes, moved left and right.

The line is laid out with a blank after its last letter, so that there is a cell to stand on at the end: left
of the text where it runs from right to left. Every cluster has its cell, and the cells from left to right are
all the places of the cursor: each is one offset, so that a step and the step back end where they began, also
where Latin letters and digits run against the Arabic ones.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from rich.cells import cell_len

from core.arabic.boundaries import word_start_before
from core.bidi import Cell, Line, whole
from tui.terminal import BidiMode

if TYPE_CHECKING:
    from tui.arabic import Writing
    from tui.editing.entry import Entry

END = " "
"""What the last place of the cursor stands on."""


@dataclass(frozen=True, slots=True)
class Glimpse:
    """The part of a line that fits, the cursor in it."""

    line: Line
    hidden: int
    """Cells out of sight on the side that the line begins on."""
    column: int
    """The first cell of the cursor, from the left of `line`."""
    cell: Cell
    """What the cursor stands on."""


@dataclass(frozen=True, slots=True)
class Caret:
    """The places of the cursor in a value."""

    value: str
    line: Line
    """The value and the blank after it."""

    @classmethod
    def of(cls, value: str) -> Caret:
        """Find the places; how Arabic is written makes no difference to them."""
        return cls(value, _line(value, marks=True))

    def place(self, offset: int) -> int:
        """Return which cell, from the left, the cluster at an offset has."""
        cells = self.line.cells
        return next(at for at, cell in enumerate(cells) if cell.start <= offset < cell.end)

    def offset(self, place: int) -> int:
        """Return the offset that a cell stands for, the nearest cell if there is no such one."""
        cell = self.line.cells[max(0, min(place, len(self.line.cells) - 1))]
        return len(self.value) if cell.end > len(self.value) else cell.start

    def step(self, entry: Entry, steps: int, *, select: bool = False) -> Entry:
        """Go right by cells, or left where negative; from a selection to its end on that side."""
        if entry.selects and not select:
            ends = [self.place(offset) for offset in entry.selection]
            return entry.at(self.offset(max(ends) if steps > 0 else min(ends)))
        return entry.at(self.offset(self.place(entry.cursor) + steps), select=select)

    def word(self, entry: Entry, steps: int, *, select: bool = False) -> Entry:
        """Go right, or left where negative, to where a word or the value begins, or else to the edge."""
        place, last = self.place(entry.cursor) + steps, len(self.line.cells) - 1
        while 0 < place < last:
            offset = self.offset(place)
            if word_start_before(self.value, offset + 1) == offset:
                break
            place += steps
        return entry.at(self.offset(place), select=select)

    def deleted(self, entry: Entry) -> Entry:
        """Take the cluster under the cursor out, or what of it lies after the cursor."""
        end = min(self.line.cells[self.place(entry.cursor)].end, len(self.value))
        return entry.without(entry.cursor, end)


@lru_cache(maxsize=8)
def _line(value: str, *, marks: bool) -> Line:
    return whole(value + END, None, marks=marks)


def glimpse(value: str, cursor: int, writing: Writing, room: int, hidden: int = 0) -> Glimpse:
    """Return as much of a line as fits, turned no further than the cursor needs.

    Args:
        value: what is written.
        cursor: its offset.
        writing: how Arabic is written: as the source, lam and alef take a cell each.
        room: cells, at least 2, for a cluster may take as many.
        hidden: what was out of sight before.
    """
    line = _line(value, marks=writing.marks)
    widths = [_width(cell, value, writing) for cell in line.cells]
    at = next(at for at, cell in enumerate(line.cells) if cell.start <= cursor < cell.end)
    total = sum(widths)
    left = sum(widths[:at])
    before = total - left - widths[at] if line.rtl else left
    hidden = min(hidden, before, max(total - room, 0))
    hidden = max(hidden, before + widths[at] - room, 0)
    first = max(total - hidden - room, 0) if line.rtl else hidden
    cells: list[Cell] = []
    start = column = 0
    shown = 0
    for number, (cell, width) in enumerate(zip(line.cells, widths, strict=True)):
        if first <= start and start + width <= first + room:
            column = shown if number == at else column
            cells.append(cell._replace(width=width))
            shown += width
        start += width
    part = replace(
        line,
        text="".join(cell.display for cell in cells),
        offsets=tuple(cell.start for cell in cells for _ in range(cell.width)),
        cells=tuple(cells),
        width=shown,
    )
    return Glimpse(part, hidden, column, line.cells[at])


def _width(cell: Cell, value: str, writing: Writing) -> int:
    if writing.mode is not BidiMode.LOGICAL:
        return cell.width
    return max(cell.width, cell_len(value[cell.start : cell.end]))
