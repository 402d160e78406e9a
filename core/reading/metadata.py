"""Dates that a file declares or a person types: `--published`, the `date` of a JSON record."""

from __future__ import annotations

import datetime as dt
import re

_ISO = re.compile(r"\s*(\d{4})-(\d\d)-(\d\d)(?:[T\s].*)?$")


def declared_date(text: str) -> dt.date | None:
    """Read a declared date, ISO first, else as dateparser reads Arabic and English, day before month.

    Returns None where the words do not name a whole day: a bare year is no publication date.
    """
    match = _ISO.match(text)
    if match:
        try:
            return dt.date(*map(int, match.groups()))
        except ValueError:
            return None
    import dateparser  # 0.2 s, and only where a date is not ISO

    found = dateparser.parse(
        text,
        languages=["ar", "en"],
        settings={"DATE_ORDER": "DMY", "REQUIRE_PARTS": ["day", "month", "year"]},
    )
    return found.date() if found else None
