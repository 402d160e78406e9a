"""Times of the clock and parts of the day, alone or on a day."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from core.temporal.build.dates import as_when
from core.temporal.expression import Interval, Relative, TimeOfDay, Unit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.temporal.grammar import Match
    from core.temporal.tokens import Token

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
    return TimeOfDay(None, hour % 24, minute, second, half_said=part is not None)


def day_part(match: Match) -> TimeOfDay:
    """A part of the day, on a day or today: «صباح الخميس», «هذا المساء»."""
    date = as_when(match.group("date")[0]) if match.has("date") else Relative(Unit.DAY, 0)
    return TimeOfDay(date, part=match.word("part"))


def day_part_past(match: Match) -> TimeOfDay:
    """«الليلة الماضية»: the part of yesterday."""
    return TimeOfDay(Relative(Unit.DAY, -1), part=match.word("part"))


def day_clock(match: Match) -> TimeOfDay | None:
    """A clock time on a day."""
    time = match.when("clock")
    return replace(time, date=as_when(match.group("date")[0])) if isinstance(time, TimeOfDay) else None


def clock_range(match: Match) -> Interval | None:
    """«من 5 إلى 6 مساء»: what one end says of the half of the day holds for both, where it can."""
    first, last = _hour(match.group("a") or match.group("a_2")), _hour(match.group("b") or match.group("b_2"))
    if first is None or last is None:
        return None
    start, end = first.hour or 0, last.hour or 0
    if last.half_said and not first.half_said and start < 12 and start + 12 <= end:
        start += 12
    elif first.half_said and not last.half_said and end < 12 and end <= start:
        end += 12
    by_stroke = any(token.kind == "DASH" for token in match.tokens)
    if by_stroke and not (first.half_said and last.half_said) and start % 12 >= end % 12:
        return None  # a score
    return Interval(replace(first, hour=start), replace(last, hour=end))


def _hour(tokens: Sequence[Token]) -> TimeOfDay | None:
    """A clock time, or a bare number as the hour."""
    value = tokens[0].value
    if isinstance(value, TimeOfDay):
        return value
    return TimeOfDay(None, value) if isinstance(value, int) and 0 <= value <= 24 else None


def day_clocks(match: Match) -> Interval | None:
    """Hours from … to … on a day."""
    hours = match.when("clock")
    if not isinstance(hours, Interval):
        return None
    if not isinstance(hours.first, TimeOfDay) or not isinstance(hours.last, TimeOfDay):
        return None
    date = as_when(match.group("date")[0])
    return Interval(replace(hours.first, date=date), replace(hours.last, date=date))


BUILDERS = {
    function.__name__: function
    for function in (clock, day_part, day_part_past, day_clock, clock_range, day_clocks)
}
