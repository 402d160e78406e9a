"""Dates as files state them: ISO, RFC 5322, numbers of seconds, words."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache

from core.reading.metadata import declared_date

_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
_YEAR_FIRST = re.compile(r"(\d{4})[-/.]?(\d\d?)[-/.]?(\d\d?)(?!\d)")
_SECONDS = re.compile(r"\d{9,10}(?:\.\d+)?$|\d{12,13}$")


@lru_cache(maxsize=1024)
def stated_date(text: str | None) -> dt.date | None:
    """Read a date that a file states: the day as it is written, whatever the time zone.

    Returns None where the words are no whole day, or no day that news was published on.
    """
    text = (text or "").strip().translate(_DIGITS)
    if not text or len(text) > 100:
        return None
    found = _numeric(text) or _letter_date(text) or (declared_date(text) if re.search(r"\d", text) else None)
    return found if found is not None and found.year >= 1800 else None


def _numeric(text: str) -> dt.date | None:
    if _SECONDS.match(text):
        seconds = float(text) / (1000 if len(text.partition(".")[0]) > 10 else 1)
        return dt.datetime.fromtimestamp(seconds, dt.UTC).date()
    match = _YEAR_FIRST.match(text)
    if match is None or (text.isdigit() and len(text) not in (8, 14)):
        return None
    try:
        return dt.date(*map(int, match.groups()))
    except ValueError:
        return None


def _letter_date(text: str) -> dt.date | None:
    """Read the date of a letter's head or of RSS (RFC 5322, section 3.3)."""
    from email.utils import parsedate

    parts = parsedate(text) if re.search(r"[A-Za-z]{3}", text) else None
    try:
        return dt.date(*parts[:3]) if parts else None
    except ValueError:
        return None
