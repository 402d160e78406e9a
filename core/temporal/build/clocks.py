"""Times of the clock and parts of the day, alone or on a day."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from core.temporal.build.dates import as_when
from core.temporal.expression import Relative, TimeOfDay, Unit

if TYPE_CHECKING:
    from core.temporal.grammar import Match

_FRACTIONS = {"A_QUARTER": 15, "QUARTER": 15, "A_HALF": 30, "HALF": 30, "A_THIRD": 20}


def clock(match: Match) -> TimeOfDay | None:
    """An hour with its minutes and part of the day, on the 24-hour clock."""
    hour = match.number("hour")
    minute: int | None = None
    second = match.number("second") if match.has("second") else None
    if match.has("minute"):
        minute = match.number("minute")
    elif match.has("minute_word"):
        minute = match.number("minute_word")
    elif match.has("plus"):
        minute = _FRACTIONS[match.group("plus")[0].kind]
    elif match.has("minus"):
        minute = 60 - _FRACTIONS[match.group("minus")[0].kind]
        hour -= 1
    part = match.word("part") if match.has("part") else None
    if (
        part in ("AF", "EV", "NI")
        and hour < 12
        and not (part == "NI" and hour < 5)
        and not (part == "AF" and hour == 11)
    ):
        hour += 12
    elif part == "MO" and hour == 12:
        hour = 0
    if not 0 <= hour <= 24 or (minute or 0) > 59 or (second or 0) > 59:
        return None
    return TimeOfDay(None, hour % 24, minute, second)


def day_part(match: Match) -> TimeOfDay:
    date = as_when(match.group("date")[0]) if match.has("date") else Relative(Unit.DAY, 0)
    return TimeOfDay(date, part=match.word("part"))


def day_part_past(match: Match) -> TimeOfDay:
    return TimeOfDay(Relative(Unit.DAY, -1), part=match.word("part"))


def day_clock(match: Match) -> TimeOfDay | None:
    time = match.when("clock")
    return replace(time, date=as_when(match.group("date")[0])) if isinstance(time, TimeOfDay) else None


BUILDERS = {function.__name__: function for function in (clock, day_part, day_part_past, day_clock)}
