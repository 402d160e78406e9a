"""What lasts, under the histogram in its scale: rounds of mediation and events of several days, in lanes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.segment import Segment
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from core.axis.labels import stretch as days_of
from core.bidi import base_direction
from core.spans import Kind, lanes
from tui import palette
from tui.arabic import BLANKS, Writing, write

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.style import Style

    from core.axis import Axis
    from core.spans import Stretch

_LEAST_NAME = 5
"""Cells below which a name is left out."""
_LINE = {Kind.ROUND: "─", Kind.LASTING: "─", Kind.WITHIN: "┄"}
_OWN_LINE = {Kind.ROUND: "━", Kind.LASTING: "━", Kind.WITHIN: "┅"}


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A stretch and its cells, inclusive; an end that is out of sight is open."""

    stretch: Stretch
    first: int
    last: int
    opens: bool
    ends: bool


class Lanes(Widget):
    """A few lines; in each what does not overlap. The selected event's own stretch is heavy."""

    def __init__(self, left: int, writing: Writing) -> None:
        """Show nothing yet.

        Args:
            left: the column of the axis's first cell.
            writing: how Arabic is written.
        """
        super().__init__()
        self._left, self._writing = left, writing
        self._lanes: list[list[_Drawn]] = []
        self._own: Stretch | None = None
        self._strips: list[Strip] = []

    def show(self, found: Sequence[Stretch], axis: Axis | None, most: int) -> None:
        """Draw as many as there is room for: the first ones of a sequence before the others."""
        seen = list(_seen(found, axis)) if axis is not None else []
        self._lanes = [[] for _ in range(most)]
        for drawn, lane in zip(seen, lanes([(one.first, one.last) for one in seen], most), strict=True):
            if lane is not None:
                self._lanes[lane].append(drawn)
        self._lanes = [sorted(lane, key=lambda one: one.first) for lane in self._lanes if lane]
        self.set_class(bool(self._lanes), "-open")
        if self.styles.height is None or self.styles.height.value != len(self._lanes):
            self.styles.height = len(self._lanes)
        self._redraw()

    def mark(self, own: Stretch | None) -> None:
        """Draw a stretch, the selected event's, heavy."""
        if own != self._own:
            self._own = own
            self._redraw()

    def redraw(self, writing: Writing) -> None:
        """Draw in another way of writing Arabic."""
        self._writing = writing
        self._redraw()

    def on_resize(self) -> None:
        """Draw for another width, until what is seen there is known."""
        self._redraw()

    def render_line(self, y: int) -> Strip:
        """Draw one lane."""
        return self._strips[y] if y < len(self._strips) else Strip.blank(self.size.width)

    def _redraw(self) -> None:
        """Draw the lanes, and send those that have changed."""
        before, self._strips = self._strips, [self._strip(lane) for lane in self._lanes]
        for y, strip in enumerate(self._strips):
            if y >= len(before) or strip != before[y]:
                self.refresh(Region(0, y, self.size.width, 1))

    def _strip(self, lane: Iterable[_Drawn]) -> Strip:
        pieces: list[Segment] = []
        column = 0
        for drawn in lane:
            begins = self._left + drawn.first
            pieces += [Segment(" " * (begins - column)), *self._piece(drawn)]
            column = self._left + drawn.last + 1
        return Strip(pieces).adjust_cell_length(self.size.width).simplify()

    def _piece(self, drawn: _Drawn) -> list[Segment]:
        own = drawn.stretch == self._own
        line = (_OWN_LINE if own else _LINE)[drawn.stretch.kind]
        first, last = ("┣", "┫") if own else ("├", "┤")
        style = palette.BOLD if own else palette.DIM
        room = drawn.last - drawn.first - 1
        label = self._label(drawn.stretch, room, style)
        spare = room - label.cell_length
        return [
            Segment((first if drawn.opens else line) + line * (spare // 2), style),
            *label,
            Segment(line * (spare - spare // 2) + (last if drawn.ends else line), style),
        ]

    def _label(self, stretch: Stretch, room: int, style: Style) -> Strip:
        """Write what there is room for: a round's number or who is in it, else the days."""
        if stretch.number is not None:
            words = str(stretch.number)
        elif stretch.kind is Kind.ROUND:
            width = min(cell_len(stretch.name) + BLANKS, room)
            if width < _LEAST_NAME:
                return Strip([])
            return write(stretch.name, width, self._writing, style, base=base_direction(stretch.name))
        else:
            words = days_of(stretch.first, stretch.last)
            if stretch.count > 1 and cell_len(words) + 5 <= room:
                words += f" ×{stretch.count}"
        return Strip([Segment(words, style)] if cell_len(words) <= room else [])


def _seen(found: Iterable[Stretch], axis: Axis) -> Iterable[_Drawn]:
    """Yield what takes two cells at least."""
    for stretch in found:
        opens, ends = stretch.first >= axis.first, stretch.last <= axis.last
        first = axis.column_of(stretch.first) if opens else 0
        last = axis.column_of(stretch.last) if ends else axis.width - 1
        if last > first:
            yield _Drawn(stretch, first, last, opens, ends)
