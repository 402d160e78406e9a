"""Reading EDTF level 1 (ISO 8601-2:2019, annex A): `2021-05?`, `2021-XX`, `197X`, `2016-21` → days."""

from __future__ import annotations

import datetime as dt
import re

from core.temporal.calendars import month_span
from core.temporal.edtf import SEASONS

_VALUE = re.compile(r"(?P<year>\d\d(?:\d\d|\dX|XX))(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?[?~%]?")
_MONTHS = dict(zip(SEASONS.values(), (3, 6, 9, 12), strict=True))
"""In which month a season begins: those of the northern hemisphere, as `resolvers.periods` has them."""


def days_of(value: str) -> tuple[dt.date, dt.date] | None:
    """Return the first and the last day that a value may mean; None where it is none."""
    match = _VALUE.fullmatch(value.upper())
    if match is None:
        return None
    year, month, day = match.group("year", "month", "day")
    first, last = int(year.replace("X", "0")), int(year.replace("X", "9"))
    try:
        if month is None or month == "XX" or "X" in year:
            return dt.date(max(first, 1), 1, 1), dt.date(last, 12, 31)
        if int(month) in _MONTHS:
            begins = _MONTHS[int(month)]
            end = month_span(first + (begins > 10), (begins + 1) % 12 + 1)
            return dt.date(first, begins, 1), end[1]
        if day is None or day == "XX":
            return month_span(first, int(month))
        whole = dt.date(first, int(month), int(day))
    except ValueError:
        return None
    return whole, whole
