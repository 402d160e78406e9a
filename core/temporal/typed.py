"""Dates that a person types: «مايو 2021», `2021-05`, "two years ago", "Ramadan 1442", `202X`.

What our own readers know they read first; dateparser is loaded for the rest. It gives a bare year today's
month and day, so its period is asked for, and a date is never finer than its words.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from core.temporal.calendars import hijri_span
from core.temporal.document import find_timexes
from core.temporal.edtf_days import days_of

_ISO = re.compile(r"(\d{4})(?:-(\d\d?))?(?:-(\d\d?))?")
_SLASHED = re.compile(r"\d{1,2}/\d{1,2}(?:/\d{2,4})?|\d{4}/\d{1,2}/\d{1,2}")
_MONTH = re.compile(r"(\d{1,2})[/.](\d{4})")
_HIJRI = re.compile(r"(?:(\d{1,2})/)?(\d{1,2})/(\d{4})\s*(?:هـ?|a\.?h\.?)", re.I)
_FROM_TO = re.compile(r"(?:from\s+|between\s+)?(.+?)\s+(?:to|until|till|and|–)\s+(.+)", re.I)
_DISTANCE = re.compile(r"(.+?)\s+(before|after|from)\s+(.+)", re.I)
_DECADE = re.compile(r"(?:the\s+)?(\d{3})0['’]?s", re.I)
_LONG_AGO = re.compile(r"\d{3}")
_NUMBER = re.compile(r"-?\d+")
_YEAR = re.compile(r"\d{4}")
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
    words = " ".join(words.split())
    return _figures(words, today) or _worded(words, today)


def _figures(words: str, today: dt.date) -> Interval | None:
    """Read what is only figures and signs, but for the name of an era."""
    if hijri := _HIJRI.fullmatch(words):
        return _hijri(*hijri.groups())
    if month := _MONTH.fullmatch(words):
        return _iso(f"{month[2]}-{month[1]}")
    if "/" in words and not _SLASHED.fullmatch(words):
        return _range(words, today)
    if covered := days_of(words):
        return Interval(*covered)
    if decade := _DECADE.fullmatch(words):
        return Interval(*_decade(decade[1]))
    return _iso(f"0{words}" if _LONG_AGO.fullmatch(words) else words)


def _worded(words: str, today: dt.date) -> Interval | None:
    ranged = "/" in words and not _SLASHED.fullmatch(words)
    if ranged or _NUMBER.fullmatch(words) or _ISO.fullmatch(words):
        return None  # dateparser would make some day of it.
    ours = _arabic(words, today) or _arabic(_in_arabic(words), today)
    return ours or _distance(words, today) or _from_to(words, today) or _parsed(words, today)


def _range(words: str, today: dt.date) -> Interval | None:
    left, right = (end.strip() for end in words.split("/", 1))
    first = None if left in ("", "..") else typed_interval(left, today)
    last = None if right in ("", "..") else typed_interval(right, today)
    if (first is None and left not in ("", "..")) or (last is None and right not in ("", "..")):
        return None
    return Interval(first.first if first else None, last.last if last else None)


def _distance(words: str, today: dt.date) -> Interval | None:
    """Read «two weeks before 9 May 2021»; from a day one counts to a day, else less finely."""
    match = _DISTANCE.fullmatch(words)
    base = typed_interval(match[3], today) if match else None
    if match is None or base is None or base.first is None or base.last is None:
        return None
    before = match[2].lower() == "before"
    counted = f"{match[1]} ago" if before else f"in {match[1]}"
    return _parsed(counted, base.first if before else base.last, to_a_day=base.first == base.last)


def _from_to(words: str, today: dt.date) -> Interval | None:
    """Read «from May to July 2021»: the year is said once."""
    match = _FROM_TO.fullmatch(words)
    if match is None:
        return None
    left, right = match.groups()
    if (year := _YEAR.search(right)) and not _YEAR.search(left):
        left = f"{left} {year[0]}"
    first, last = typed_interval(left, today), typed_interval(right, today)
    return Interval(first.first, last.last) if first and last else None


def _decade(tens: str) -> tuple[dt.date, dt.date]:
    return dt.date(max(int(f"{tens}0"), 1), 1, 1), dt.date(int(f"{tens}9"), 12, 31)


def _hijri(day: str | None, month: str, year: str) -> Interval | None:
    if not 1 <= int(month) <= 12 or not 1 <= int(day or 1) <= 30:
        return None
    try:
        return Interval(*hijri_span(int(year), int(month), int(day) if day else None))
    except (ValueError, OverflowError):
        return None


class _English(NamedTuple):
    words: dict[str, str]
    months: dict[str, str]
    dropped: frozenset[str]


@cache
def _english() -> _English:
    data = tomllib.loads(files("core.temporal").joinpath("typed.toml").read_text(encoding="utf-8"))
    return _English(data["words"], data["months"], frozenset(data["dropped"]))


def _in_arabic(words: str) -> str:
    """Say English words in those of our own reader; nothing where it is not needed, or some have none."""
    english = _english()
    known = english.words | english.months
    parts = [part for part in words.lower().replace(",", " ").split() if part not in english.dropped]
    if not any(part in english.words for part in parts):
        return ""
    if not all(part in known or part.isdigit() for part in parts):
        return ""
    return " ".join(known.get(part, part) for part in parts)


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


def _parsed(words: str, today: dt.date, *, to_a_day: bool = False) -> Interval | None:
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
    if to_a_day:
        return Interval(day, day)
    if data.period == "year":
        return _iso(f"{day.year:04d}")
    if data.period == "month":
        return _iso(f"{day.year:04d}-{day.month:02d}")
    if data.period == "week":
        monday = day - dt.timedelta(day.weekday())
        return Interval(monday, monday + dt.timedelta(6))
    return Interval(day, day)
