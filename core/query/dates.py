"""Dates in a query, as people type them."""

from __future__ import annotations

import calendar
import datetime as dt
import re

from core.arabic import fold_key

_ISO = re.compile(r"(\d{4})(?:-(\d\d?)(?:-(\d\d?))?)?")
_YEAR = re.compile(r"\d{4}")

Days = tuple[dt.date | None, dt.date | None]
"""The first and the last day, inclusive; an open end is null."""


def typed_days(words: str, today: dt.date) -> Days | None:
    """Return the days that a date covers as it is typed; None where it is no date.

    What is only figures is read here; for all else the reader of dates (`core.temporal.typed`) is loaded,
    which takes some 0.3 s and, for what is not Arabic, dateparser: nobody waits for it who does not ask.
    """
    key = fold_key(words).strip()
    if (match := _ISO.fullmatch(key)) and (days := _figures(*match.groups())):
        return days
    from core.temporal.typed import typed_interval

    found = typed_interval(key.replace("..", "/") if _from_to(key) else words, today)
    return (found.first, found.last) if found else None


def has_year(words: str) -> bool:
    """Tell whether a date says its year in four figures."""
    return _YEAR.search(fold_key(words)) is not None


def _from_to(key: str) -> bool:
    """Tell `2019..2021`; in `../2021` the dots are an open end."""
    return "/" not in key and key.count("..") == 1


def _figures(year: str, month: str | None, day: str | None) -> Days | None:
    try:
        if month is None:
            return dt.date(int(year), 1, 1), dt.date(int(year), 12, 31)
        if day is None:
            last = calendar.monthrange(int(year), int(month))[1]
            return dt.date(int(year), int(month), 1), dt.date(int(year), int(month), last)
        whole = dt.date(int(year), int(month), int(day))
    except ValueError:
        return None
    return whole, whole
