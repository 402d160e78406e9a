"""A stretch of time to scale: bins of equally many units, each as many cells wide, from left to right."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from core.axis.unit import Unit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_MOST_BINS = {Unit.MONTH: 60, Unit.DAY: 62}
"""Bins above which a wide window draws each wider instead: five years, two months."""
_FEW_MONTHS = 24
"""Those of years so few that bars of years would be one or two blocks."""
_ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Axis:
    """Bins side by side, empty ones included."""

    unit: Unit
    starts: tuple[dt.date, ...]
    """The first day of each bin, ascending; one at least."""
    last: dt.date
    """The last day of the last one, inclusive."""
    cells: int = 1
    """How wide a bin is."""
    inner: tuple[dt.date, dt.date] | None = None
    """First and last day to scale, where the outer bins gather what is far before and after as well."""

    @property
    def first(self) -> dt.date:
        """The first day."""
        return self.starts[0]

    @property
    def width(self) -> int:
        """The cells of all bins."""
        return len(self.starts) * self.cells

    def holds(self, day: dt.date) -> bool:
        """Tell whether a day lies on it."""
        return self.first <= day <= self.last

    def bin_of(self, day: dt.date) -> int:
        """Return which bin a day lies in; the nearest for a day outside."""
        return max(bisect_right(self.starts, day) - 1, 0)

    def days_of(self, bin_: int) -> tuple[dt.date, dt.date]:
        """Return the first and the last day of a bin."""
        ends = self.starts[bin_ + 1] - _ONE_DAY if bin_ + 1 < len(self.starts) else self.last
        return self.starts[bin_], ends

    def column_of(self, day: dt.date) -> int:
        """Return the cell that a day lies in, counted from 0; the nearest for a day outside."""
        bin_ = self.bin_of(day)
        first, last = self.days_of(bin_)
        low, high = self.inner or (first, last)
        first, last = max(first, low), min(last, high)
        days = (last - first).days + 1
        within = min(max((day - first).days, 0), days - 1) * self.cells // days
        return bin_ * self.cells + within

    def bin_at(self, column: int) -> int | None:
        """Return which bin a cell belongs to; None beside them all."""
        return column // self.cells if 0 <= column < self.width else None

    def panned(self, share: float) -> Axis:
        """Return one of the same length that begins later, or earlier, by a share of it (at least a unit)."""
        steps = max(round(abs(share) * len(self.starts)), 1)
        number = self.unit.number(self.first) + (steps if share > 0 else -steps)
        return _from(self.unit, number, len(self.starts), self.cells)

    def counts(self, index_at: Callable[[dt.date], int], dated: int) -> list[int]:
        """Count what begins in each bin.

        Args:
            index_at: how many begin before a day.
            dated: how many begin at all.

        An empty stretch, however long, is asked for at its ends only.
        """
        after = index_at(self.last + _ONE_DAY) if self.last < dt.date.max else dated
        edges = [0] * len(self.starts) + [after]
        edges[0] = index_at(self.first)

        def fill(low: int, high: int) -> None:
            """Find the edges between two that are known."""
            if high - low < 2:
                return
            if edges[low] == edges[high]:
                edges[low + 1 : high] = [edges[low]] * (high - low - 1)
                return
            middle = (low + high) // 2
            edges[middle] = index_at(self.starts[middle])
            fill(low, middle)
            fill(middle, high)

        fill(0, len(self.starts))
        return [end - start for start, end in pairwise(edges)]


def window(unit: Unit, day: dt.date, room: int) -> Axis:
    """Return a stretch round a day that fills some cells: months, or days, one a bin.

    Args:
        unit: of a bin.
        day: what it is to be the middle of, but for the ends of the calendar.
        room: cells; one at least.
    """
    most = _MOST_BINS.get(unit, room)
    cells = max(-(-room // most), 1)
    length = max(room // cells, 1)
    return _from(unit, unit.number(day) - length // 2, length, cells)


def in_months(first: int, last: int, room: int) -> Axis | None:
    """Return an axis of the months of one year or two; None for more, and where each has not a cell.

    Args:
        first: the first year.
        last: the last one, inclusive.
        room: cells.
    """
    begins, ends = (Unit.MONTH.number(dt.date(year, month, 1)) for year, month in ((first, 1), (last, 12)))
    length = ends - begins + 1
    return _from(Unit.MONTH, begins, length, room // length) if length <= min(room, _FEW_MONTHS) else None


def _from(unit: Unit, number: int, length: int, cells: int) -> Axis:
    lowest, highest = unit.number(dt.date.min), unit.number(dt.date.max)
    number = max(min(number, highest - length + 1), lowest)
    numbers = range(number, min(number + length, highest + 1))
    return Axis(unit, tuple(map(unit.first_day, numbers)), unit.last_day(numbers[-1]), cells)


def over_years(years: Iterable[tuple[int, int]], room: int) -> Axis:
    """Return an axis of years as they were gathered into bins (`core.axis.years.bins_of`).

    Args:
        years: the first and the last year of each, in order; one at least. All but the outer ones are of one
            length.
        room: cells; where there is more than one for each bin, all are wider.
    """
    bins = list(years)
    step = bins[1][1] - bins[1][0] + 1 if len(bins) > 2 else bins[0][1] - bins[0][0] + 1
    low = max(bins[0][0], bins[0][1] - step + 1)
    high = min(bins[-1][1], bins[-1][0] + step - 1)
    return Axis(
        Unit.YEAR,
        tuple(dt.date(first, 1, 1) for first, _ in bins),
        dt.date(bins[-1][1], 12, 31),
        max(room // len(bins), 1),
        (dt.date(low, 1, 1), dt.date(high, 12, 31)),
    )
