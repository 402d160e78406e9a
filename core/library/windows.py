"""Windows of days: which events are compared with which across articles."""

from __future__ import annotations

from typing import NamedTuple

WEEK, LONGER = "week", "longer"
_SHORT = 7
"""Days up to which a happening belongs to a week: so long core.coreference looks for it day by day."""
_YEAR = 366


class Window(NamedTuple):
    """A stretch of days whose events are compared at one time: a row of `pending`."""

    span: str
    """`WEEK`: what takes up to a week, by the week it begins in. `LONGER`: the rest, by 366 days."""
    number: int

    @property
    def first(self) -> int:
        """Its first day, as an ordinal."""
        return self.number * self._length

    @property
    def last(self) -> int:
        """Its last day."""
        return self.first + self._length - 1

    @property
    def _length(self) -> int:
        return _SHORT if self.span == WEEK else _YEAR


def window(first: int | None, last: int | None) -> Window | None:
    """Return the window that an event of these days belongs to; None for one without any day.

    An open stretch counts as the day that is known of it, as in `core.coreference`.
    """
    begin, end = first if first is not None else last, last if last is not None else first
    if begin is None or end is None:
        return None
    short = end - begin < _SHORT
    return Window(WEEK, begin // _SHORT) if short else Window(LONGER, begin // _YEAR)
