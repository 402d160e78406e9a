"""A date as a person types it → EDTF and days."""

from __future__ import annotations

import calendar
import datetime as dt
import re

from core.errors import MediationError
from core.judgement.saying import GivenDate

_MARKED = re.compile(r"(?P<value>.*?)\s*(?P<mark>[?~%؟]{0,2})")
_LEVEL_1 = re.compile(r"\d{3}X|\d{2}XX|\d{4}-2[1-4]")


class DateError(MediationError):
    """Words that are no date, in a line for whoever typed them."""


def given_date(typed: str, today: dt.date) -> GivenDate:
    """Read a date.

    Args:
        typed: what `core.temporal.typed` reads (`2021-05-03`, «مايو 2021», `3/5/2021`, `A/B`, `A..B`), or
            an EDTF decade, century or season (`201X`, `20XX`, `2021-21`); behind it `?` where it is
            uncertain, `~` where it is about then, `%` for both.
        today: what relative words count from, and the day on which the date is given.

    Raises:
        DateError: it is none.
    """
    from core.temporal import edtf  # Its room loads the grammar of dates: not before somebody types one.

    match = _MARKED.fullmatch(typed.strip().strip('«»"').strip())
    assert match is not None, "the pattern takes anything"
    value, marks = match["value"], match["mark"].replace("؟", "?")
    value = value.replace("..", "/", 1) if "/" not in value and ".." in value else value
    found = _level_1(value) if _LEVEL_1.fullmatch(value) else _typed(value, today)
    if found is None:
        raise DateError(
            "«{words}» is no date; write it as 2021, 2021-05, 2021-05-03 or «3 مايو 2021»", words=typed
        )
    text, first, last = found
    both = "%" in marks
    text = edtf.mark(text, uncertain=both or "?" in marks, approximate=both or "~" in marks)
    return GivenDate(text, first, last, typed.strip(), today)


def _typed(value: str, today: dt.date) -> tuple[str, dt.date | None, dt.date | None] | None:
    from core.temporal.typed import typed_interval  # The grammar of dates, once somebody types one.

    found = typed_interval(value, today) if value else None
    if found is None or (found.first is None and found.last is None):
        return None
    if found.first is not None and found.last is not None and found.first > found.last:
        return None
    return edtf_of(found.first, found.last), found.first, found.last


def edtf_of(first: dt.date | None, last: dt.date | None) -> str:
    """Write a stretch of days as the shortest EDTF: a year, a month, a day, or an interval; `..` is open."""
    whole = _whole(first, last) if first is not None and last is not None else None
    if whole is not None:
        return whole
    return f"{first.isoformat() if first else '..'}/{last.isoformat() if last else '..'}"


def _whole(first: dt.date, last: dt.date) -> str | None:
    from core.temporal import edtf

    if first == last:
        return edtf.day(first)
    months = first.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1]
    if not months:
        return None
    years = first.month == 1 and last.month == 12
    ends = [edtf.year(d.year) if years else edtf.month(d.year, d.month) for d in (first, last)]
    return ends[0] if ends[0] == ends[1] else "/".join(ends)


def _level_1(value: str) -> tuple[str, dt.date | None, dt.date | None] | None:
    """Read a decade, a century, or a season; a season has no days that every place agrees on."""
    if "-" in value:
        year = int(value[:4])
        return (value, dt.date(year, 1, 1), dt.date(year, 12, 31)) if year else None
    first, last = int(value.replace("X", "0")), int(value.replace("X", "9"))
    return (value, dt.date(max(first, 1), 1, 1), dt.date(last, 12, 31)) if last else None
