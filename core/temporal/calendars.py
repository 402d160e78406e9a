"""Calendars: months and years as stretches of days, Hijri dates in Gregorian days, the date of Easter.

Hijri dates follow Umm al-Qura, the civil calendar of Saudi Arabia, through `hijridate` (1343–1500 AH);
outside its range they follow the arithmetic calendar (30-year cycle, civil epoch; Reingold and
Dershowitz, Calendrical Calculations, 4th ed., ch. 7).
"""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

_DAY = dt.timedelta(days=1)
_HIJRI_EPOCH = 227015
"""Proleptic Gregorian ordinal of 1 Muharram 1 AH, 16 July 622 of the Julian calendar."""
_UMM_AL_QURA = range(1343, 1501)


def month_span(year: int, month: int) -> tuple[dt.date, dt.date]:
    """First and last day of a Gregorian month."""
    first = dt.date(year, month, 1)
    if (year, month) == (9999, 12):
        return first, dt.date.max
    following = dt.date(year + month // 12, month % 12 + 1, 1)
    return first, following - _DAY


def add_months(date: dt.date, months: int) -> dt.date:
    """The same day some months on, or the last of its month where there is no such day.

    Raises:
        OverflowError: outside the years 1 to 9999.
    """
    index = date.year * 12 + date.month - 1 + months
    year, month = divmod(index, 12)
    if not 1 <= year <= 9999:
        raise OverflowError("no such year")
    last = month_span(year, month + 1)[1].day
    return dt.date(year, month + 1, min(date.day, last))


def week_span(date: dt.date) -> tuple[dt.date, dt.date]:
    """The week of a day, Monday to Sunday (ISO 8601)."""
    first = date - dt.timedelta(days=date.weekday())
    return first, first + dt.timedelta(days=6)


@lru_cache(maxsize=4096)
def hijri_month_start(year: int, month: int) -> dt.date:
    """The first day of a Hijri month.

    Raises:
        OverflowError: where the day is outside the years 1 to 9999.
    """
    if year in _UMM_AL_QURA:
        from hijridate import Hijri  # loaded when a text has a Hijri date

        converted = Hijri(year, month, 1).to_gregorian()
        return dt.date(converted.year, converted.month, converted.day)
    days = (year - 1) * 354 + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2
    return dt.date.fromordinal(_HIJRI_EPOCH + days)


def hijri_span(year: int, month: int | None = None, day: int | None = None) -> tuple[dt.date, dt.date]:
    """First and last Gregorian day of a Hijri year, month or day (which begins the evening before)."""
    if month is None:
        return hijri_month_start(year, 1), hijri_month_start(year + 1, 1) - _DAY
    first = hijri_month_start(year, month)
    last = hijri_month_start(year + month // 12, month % 12 + 1) - _DAY
    if day is None:
        return first, last
    there = first + (day - 1) * _DAY
    return there, there


def hijri_year_of(date: dt.date) -> int:
    """The Hijri year that a Gregorian day lies in."""
    year = max(1, int((date.toordinal() - _HIJRI_EPOCH) / 354.367) + 1)
    while hijri_month_start(year + 1, 1) <= date:
        year += 1
    while year > 1 and hijri_month_start(year, 1) > date:
        year -= 1
    return year


def easter(year: int) -> dt.date:
    """Easter Sunday of the Western churches (Meeus, Astronomical Algorithms, 2nd ed., ch. 8)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    f = (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    j = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * j) // 451
    month, day = divmod(h + j - 7 * m + 114, 31)
    return dt.date(year, month, day + 1)
