"""Years, months and days: what the axis is divided into, and what one steps by."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

_MONTHS = 12
_ONE_DAY = dt.timedelta(days=1)


class Unit(StrEnum):
    """A unit of the calendar; its members are numbered through, so that steps are sums."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"

    def number(self, day: dt.date) -> int:
        """Return the number of the unit that holds a day."""
        if self is Unit.YEAR:
            return day.year
        if self is Unit.MONTH:
            return day.year * _MONTHS + day.month - 1
        return day.toordinal()

    def first_day(self, number: int) -> dt.date:
        """Return the first day of a unit; of the nearest that the calendar has (years 1 to 9999)."""
        number = max(self.number(dt.date.min), min(number, self.number(dt.date.max)))
        if self is Unit.YEAR:
            return dt.date(number, 1, 1)
        if self is Unit.MONTH:
            return dt.date(number // _MONTHS, number % _MONTHS + 1, 1)
        return dt.date.fromordinal(number)

    def last_day(self, number: int) -> dt.date:
        """Return the last day of a unit; of the nearest that the calendar has."""
        if number >= self.number(dt.date.max):
            return dt.date.max
        return self.first_day(max(number, self.number(dt.date.min)) + 1) - _ONE_DAY

    def begin(self, day: dt.date) -> dt.date:
        """Return the first day of the unit that holds a day."""
        return self.first_day(self.number(day))

    def step(self, day: dt.date, steps: int) -> dt.date:
        """Return the first day of the unit so many after (or before) the one that holds a day."""
        return self.first_day(self.number(day) + steps)

    @property
    def finer(self) -> Unit:
        """The next smaller unit; the smallest itself."""
        return {Unit.YEAR: Unit.MONTH}.get(self, Unit.DAY)

    @property
    def coarser(self) -> Unit:
        """The next larger unit; the largest itself."""
        return {Unit.DAY: Unit.MONTH}.get(self, Unit.YEAR)
