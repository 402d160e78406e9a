"""How each kind of expression is worked out; importing the package puts them all on `resolve`."""

from core.temporal.resolve import resolve
from core.temporal.resolvers import calendar_dates, distances, intervals, periods, times, weekdays

__all__ = ["calendar_dates", "distances", "intervals", "periods", "resolve", "times", "weekdays"]
