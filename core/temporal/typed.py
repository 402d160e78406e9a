"""Dates that a person types: «مايو 2021», `2021-05`, "two years ago".

dateparser reads what is written in a field. It gives a bare year today's month and day, so its period is
asked for, and a date is never finer than its words.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass

from core.temporal.document import find_timexes

_ISO = re.compile(r"(\d{4})(?:-(\d\d?))?(?:-(\d\d?))?")
_SLASHED = re.compile(r"\d{1,2}/\d{1,2}(?:/\d{2,4})?|\d{4}/\d{1,2}/\d{1,2}")
_ARABIC = re.compile(r"[\u0621-\u064a]")


@dataclass(frozen=True, slots=True)
class Interval:
    """Days, both ends inclusive; an open end is null."""

    first: dt.date | None
    last: dt.date | None

    def overlaps(self, first: dt.date | None, last: dt.date | None) -> bool:
        """Tell whether it shares a day with another, whose open ends are null as well."""
        lowest, highest = dt.date.min, dt.date.max
        return (self.first or lowest) <= (last or highest) and (first or lowest) <= (self.last or highest)


def typed_interval(words: str, today: dt.date) -> Interval | None:
    """Read a date as a person types it, in Arabic or English, day before month.

    Args:
        words: a year, a month, a day, in figures or words, or a distance from today; `A/B` is from A to B,
            `..` an open end.
        today: what relative words count from.

    Returns:
        The days that the words cover; None where they are no date.
    """
    words = words.strip()
    if "/" in words and not _SLASHED.fullmatch(words):
        return _range(words, today)
    if _ISO.fullmatch(words):
        return _iso(words)
    return _arabic(words, today) or _parsed(words, today)


def _range(words: str, today: dt.date) -> Interval | None:
    left, right = (end.strip() for end in words.split("/", 1))
    first = None if left in ("", "..") else typed_interval(left, today)
    last = None if right in ("", "..") else typed_interval(right, today)
    if (first is None and left not in ("", "..")) or (last is None and right not in ("", "..")):
        return None
    return Interval(first.first if first else None, last.last if last else None)


def _iso(words: str) -> Interval | None:
    match = _ISO.fullmatch(words)
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    try:
        if month is None:
            return Interval(dt.date(year, 1, 1), dt.date(year, 12, 31))
        if day is None:
            return Interval(
                dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1])
            )
        return Interval(dt.date(year, month, day), dt.date(year, month, day))
    except ValueError:
        return None


def _arabic(words: str, today: dt.date) -> Interval | None:
    """Let our own reader have Arabic words first, if they are nothing but one date."""
    if not _ARABIC.search(words):
        return None
    found = [timex for timex in find_timexes(words, today) if timex.first or timex.last]
    if len(found) != 1 or len(found[0].text) * 2 < len(words):
        return None
    return Interval(found[0].first, found[0].last)


def _parsed(words: str, today: dt.date) -> Interval | None:
    from dateparser.date import DateDataParser  # 0.2 s, and only for what is typed

    parser = DateDataParser(
        languages=["en", "ar"],
        settings={
            "DATE_ORDER": "DMY",
            "RELATIVE_BASE": dt.datetime.combine(today, dt.time(12)),
            "PREFER_DATES_FROM": "past",
            "RETURN_TIME_AS_PERIOD": False,
        },
    )
    data = parser.get_date_data(words)
    if data.date_obj is None:
        return None
    day = data.date_obj.date()
    if data.period == "year":
        return _iso(f"{day.year:04d}")
    if data.period == "month":
        return _iso(f"{day.year:04d}-{day.month:02d}")
    if data.period == "week":
        monday = day - dt.timedelta(day.weekday())
        return Interval(monday, monday + dt.timedelta(6))
    return Interval(day, day)
