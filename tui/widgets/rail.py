"""The rail at the outer edge of a list: which part of it is seen, and what there is elsewhere in it."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from rich.segment import Segment

from tui import palette

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rich.style import Style

RAIL, THUMB = "│", "┃"


class Tick(Enum):
    """What is worth a sign on the rail, in the order in which one stands for another on the same cell."""

    HIT = "hit"
    MARK = "mark"
    CONFLICT = "conflict"
    DOUBT = "doubt"


SIGNS: Mapping[Tick, tuple[str, Style]] = {
    Tick.HIT: (palette.HIT_SIGN, palette.TICK_HIT),
    Tick.MARK: (palette.MARKED_SIGN, palette.THEIRS),
    Tick.CONFLICT: (palette.CONFLICT_SIGN, palette.ALERT),
    Tick.DOUBT: (palette.DOUBT_SIGN, palette.DATE),
}


_ASKED_FOR = frozenset({Tick.HIT, Tick.MARK})


@dataclass(frozen=True, slots=True)
class Rail:
    """A column of cells, each of which stands for some lines of a list."""

    height: int
    lines: int
    """How many there are."""
    top: int
    """The first one seen."""
    rows: Sequence[int]
    """For each cell the first row that it stands for; then how many rows there are."""

    def cell(self, y: int, ticks: Mapping[Tick, Sequence[int]]) -> Segment:
        """Draw a cell.

        Args:
            y: which.
            ticks: rows by what is worth a sign, in order.
        """
        held = y in self.thumb
        for tick, (sign, style) in SIGNS.items():
            if self._has(y, ticks.get(tick, ())):
                return Segment(sign, style + palette.SELECTED if held else style)
        return Segment(THUMB if held else RAIL, palette.DIM)

    def telling(self, ticks: Mapping[Tick, Sequence[int]]) -> dict[Tick, Sequence[int]]:
        """Return the ticks without those that nobody asked for and that most cells have: they tell nothing.

        In a hundred thousand rows there is a conflict, and a doubtful date, behind nearly every cell.
        """
        return {
            tick: rows
            for tick, rows in ticks.items()
            if tick in _ASKED_FOR or 2 * sum(self._has(y, rows) for y in range(self.height)) <= self.height
        }

    def _has(self, y: int, found: Sequence[int]) -> bool:
        at = bisect_left(found, self.rows[y])
        return at < len(found) and found[at] < self.rows[y + 1]

    @property
    def thumb(self) -> range:
        """The cells that stand for what is seen; none where all is."""
        if self.lines <= self.height:
            return range(0)
        low = self.top * self.height // self.lines
        return range(low, max(-(-(self.top + self.height) * self.height // self.lines), low + 1))

    def line_at(self, y: int) -> int:
        """Return the first line that a cell stands for."""
        return first_line(y, self.height, self.lines)


def first_line(y: int, height: int, lines: int) -> int:
    """Return the first line that cell `y` stands for: each its own line where there is room for all."""
    return y if lines <= height else y * lines // height
