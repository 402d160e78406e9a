"""How many events begin in which years, gathered into bins to scale; where most of them are."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Callable, Iterable

_MANY = 200
"""Events from which on a few far from all others are no reason to draw these small."""
_FAR, _EARLY = 50, 10
"""One in so many events may be far from all others; one in so many stand before the row to begin at."""
_ENDS = 3
"""Bins that leave one for the rest beside those that gather what is before and after."""


@dataclass(frozen=True, slots=True)
class Bin:
    """Some years of the histogram and how many events begin in them."""

    first_year: int
    last_year: int
    """Inclusive."""
    count: int


def bins_of(years: Counter[int], width: int) -> list[Bin]:
    """Gather counts by year into at most `width` bins of equally many years, empty ones included.

    Of many events a few that are far from all others would leave these no room: then the first bin has all
    before it, too, and the last one all after it.
    """
    if not years or width < 1:
        return []
    first, last = min(years), max(years)
    low, high = _bulk(years, _FAR) if width > _ENDS and years.total() >= _MANY else (first, last)
    if 2 * (high - low + 1) > last - first + 1:
        low, high = first, last
    step = -(-(high - low + 1) // width)
    counts = [0] * (-(-(high - low + 1) // step))
    for year, count in years.items():
        counts[(min(max(year, low), high) - low) // step] += count
    starts = [first, *range(low + step, high + 1, step)]
    ends = [*(start - 1 for start in starts[1:]), last]
    return [Bin(*bin_) for bin_ in zip(starts, ends, counts, strict=True)]


def opening_of(years: Counter[int], index_at: Callable[[dt.date], int]) -> int:
    """Return the index of the row to begin at: of many, those far before most are mostly misread."""
    return index_at(dt.date(_bulk(years, _EARLY)[0], 1, 1)) if years.total() >= _MANY else 0


def _bulk(years: Counter[int], spared: int) -> tuple[int, int]:
    """Return the years between which all events are but for one in so many at either end."""
    spare = years.total() // spared

    def reached(ordered: Iterable[int]) -> int:
        passed = 0
        for year in ordered:
            passed += years[year]
            if passed > spare:
                return year
        raise ValueError("no events")

    return reached(sorted(years)), reached(sorted(years, reverse=True))
