"""How the events spread over the years, to scale, above the timeline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from tui import palette

if TYPE_CHECKING:
    from core.timeline import Bin, Chronology

_BARS = " ▁▂▃▄▅▆▇█"
_YEARS = 12
"""Cells that the two years and the space round them take in the one-line form."""


class Histogram(Widget):
    """Bars with the first and the last year: under them, or at their ends where there is but one line."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._timeline: Chronology | None = None
        self._strips: list[Strip] | None = None

    def show(self, timeline: Chronology) -> None:
        """Draw another timeline."""
        self._timeline, self._strips = timeline, None
        self.refresh()

    def on_resize(self) -> None:
        """Count anew for another size."""
        self._strips = None

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        if self._strips is None:
            self._strips = self._draw()
        return self._strips[y] if y < len(self._strips) else Strip.blank(self.size.width)

    def _draw(self) -> list[Strip]:
        width, height = self.size
        room = width - 2 if height > 1 else width - _YEARS
        counted = _bars(self._timeline, room) if self._timeline else None
        if counted is None:
            return []
        first, last, bars = counted
        if height > 1:
            years = f"{first}{last:>{max(len(bars) - len(first), len(last) + 1)}}" if first != last else first
            lines = [[Segment(f" {bars}", palette.DATE)], [Segment(f" {years}", palette.DIM)]]
        else:
            lines = [
                [
                    Segment(f" {first} ", palette.DIM),
                    Segment(bars, palette.DATE),
                    Segment(f" {last}", palette.DIM),
                ]
            ]
        return [Strip(line).adjust_cell_length(width) for line in lines]


def _bars(timeline: Chronology, width: int) -> tuple[str, str, str] | None:
    """Return the first year, the last one, and the bars.

    A year is given more than one cell where there is room, so that the bars fill the pane; any year with an
    event is seen, however low its bar.
    """
    bins = timeline.bins(width)
    if not bins:
        return None
    cells = max(width // len(bins), 1)
    most = max(bin_.count for bin_ in bins)
    steps = len(_BARS) - 1
    bars = "".join(_BARS[-(-bin_.count * steps // most)] * cells for bin_ in bins)
    return (*_ends(bins), bars)


def _ends(bins: list[Bin]) -> tuple[str, str]:
    """Return the first and the last year, with a sign where a bin has what is far before or after, too."""
    first, last = bins[0], bins[-1]
    step = bins[1].last_year - bins[1].first_year + 1 if len(bins) > 2 else last.last_year
    begin, end = first.last_year - step + 1, last.first_year + step - 1
    return (
        str(first.first_year) if first.first_year >= begin else f"‹{begin}",
        str(last.last_year) if last.last_year <= end else f"{end}›",
    )
