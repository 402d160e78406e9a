"""Writing dates in EDTF level 1 (ISO 8601-2:2019, annex A): `2020-09-10?`, `2014/..`, `197X`, `2016-21`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

SEASONS = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}
"""Level 1 seasons that no hemisphere is said of."""


def year(number: int) -> str:
    """Write an astronomical year: 0 is 1 BC."""
    return f"-{-number:04d}" if number < 0 else f"{number:04d}"


def month(number: int, month_: int) -> str:
    """Write a month of a year."""
    return f"{year(number)}-{month_:02d}"


def day(date: dt.date) -> str:
    """Write a day."""
    return date.isoformat()


def mark(value: str, *, uncertain: bool, approximate: bool) -> str:
    """Put `?`, `~`, or `%` for both, after a value, or after each end of an interval; marks there stay."""
    if "/" in value:
        return "/".join(mark(end, uncertain=uncertain, approximate=approximate) for end in value.split("/"))
    if value == "..":
        return value
    bare = value.rstrip("?~%")
    had = value[len(bare) :]
    uncertain = uncertain or had in ("?", "%")
    approximate = approximate or had in ("~", "%")
    return bare + ("%" if uncertain and approximate else "?" if uncertain else "~" if approximate else "")


def start(value: str) -> str:
    """The first end of an interval, or the value itself."""
    return value.split("/")[0]


def end(value: str) -> str:
    """The last end of an interval, or the value itself."""
    return value.rsplit("/", maxsplit=1)[-1]


def plain(value: str) -> str:
    """The value without its marks."""
    return value.replace("?", "").replace("~", "").replace("%", "")
