"""Ranges: two ends of which one often says what both mean («من 13 إلى 15 يوليو»)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from core.temporal.build.dates import as_when, full_year, of_month, year_of
from core.temporal.expression import (
    Calendar,
    CalendarDate,
    Interval,
    Nth,
    OnWeekday,
    Relative,
    TimeOfDay,
    Unit,
    Weekday,
    When,
)

if TYPE_CHECKING:
    from core.temporal.grammar import Match


def _share(first: When, last: When) -> tuple[When, When] | None:
    """Give each end what only the other says; None where the first cannot come before the last."""
    if isinstance(first, OnWeekday):
        shared = _share(first.date, last)
        return None if shared is None else (replace(first, date=shared[0]), shared[1])
    if isinstance(last, OnWeekday):
        shared = _share(first, last.date)
        return None if shared is None else (shared[0], replace(last, date=shared[1]))
    if not (isinstance(first, CalendarDate) and isinstance(last, CalendarDate)):
        return first, last
    if first.month is None and first.day is not None and last.month is not None:
        first = replace(first, month=last.month, calendar=last.calendar)
    if first.year is None and last.year is not None and first.month is not None:
        first = replace(first, year=last.year)
        if isinstance(first.month, int) and isinstance(last.month, int) and isinstance(last.year, int):
            first = replace(first, year=last.year - (first.month > last.month))
    if last.year is None and first.year is not None and last.month is not None:
        last = replace(last, year=first.year)
        if isinstance(first.month, int) and isinstance(last.month, int) and isinstance(first.year, int):
            last = replace(last, year=first.year + (first.month > last.month))
    if first.year is None and last.steps is not None and first.steps is None:
        first = replace(first, steps=last.steps)
    if _backwards(first, last):
        return None
    return replace(first, homograph=False), replace(last, homograph=False)


def _backwards(first: CalendarDate, last: CalendarDate) -> bool:
    left = [part for part in (first.year, first.month, first.day) if isinstance(part, int)]
    right = [part for part in (last.year, last.month, last.day) if isinstance(part, int)]
    return len(left) == len(right) and isinstance(first.year, int) and left > right


def _listed(match: Match, first: int, last: int) -> bool:
    """«3 و7 مايو» are two days; «3 و4 مايو» and «3-7 مايو» a stretch."""
    return any(token.kind == "AND" for token in match.tokens) and last - first > 1


def interval(match: Match) -> Interval | None:
    """Two ends of a range, each with what the other says for both."""
    token = match.group("a")[0]
    if token.kind in ("N1", "N2", "DORD"):
        last = as_when(match.group("b")[0])
        bare = last.date if isinstance(last, OnWeekday) else last
        if not isinstance(bare, CalendarDate) or bare.day is None or not isinstance(token.value, int):
            return None
        first: When = CalendarDate(day=token.value)
        if token.value >= bare.day:
            return None
        if match.rule == "days joined to one month" and _listed(match, token.value, bare.day):
            return None
    else:
        first, last = as_when(token), as_when(match.group("b")[0])
        if first == last:
            return None
    shared = _share(first, last)
    return None if shared is None else Interval(*shared)


def day_sharing_month(match: Match) -> CalendarDate | None:
    """The first of «3 و7 مايو»: the month and year stand with the last."""
    last = match.when("date")
    if isinstance(last, OnWeekday):
        last = last.date
    if not isinstance(last, CalendarDate) or last.day is None:
        return None
    day = match.number("day")
    return replace(last, day=day, ordinal=False) if day < last.day else None


def interval_years(match: Match) -> Interval | None:
    """«1936-1939», «1038 – 40»."""
    first, last = as_when(match.group("a")[0]), as_when(match.group("b")[0])
    if not isinstance(first, CalendarDate) or not isinstance(last, CalendarDate):
        return None
    start, end = first.year, last.year
    if not isinstance(start, int) or not isinstance(end, int):
        return None
    if end < 100:
        end += start // 100 * 100
    if not start < end <= start + 400:
        return None
    calendar = Calendar.HIJRI if match.has("era") else Calendar.GREGORIAN
    return Interval(CalendarDate(year=start, calendar=calendar), CalendarDate(year=end, calendar=calendar))


def interval_weekdays(match: Match) -> Interval | None:
    """«الثلاثاء والأربعاء»: two days running; any others are two dates."""
    first, last = as_when(match.group("a")[0]), as_when(match.group("b")[0])
    days = [_plain_weekday(first), _plain_weekday(last)]
    if days[0] is None or days[1] is None or (days[0] + 1) % 7 != days[1]:
        return None
    return Interval(_day_of(first), _day_of(last))


def _plain_weekday(when: When) -> int | None:
    day = _day_of(when)
    return day.day if isinstance(day, Weekday) else None


def _day_of(when: When) -> When:
    return when.date if isinstance(when, TimeOfDay) and when.date is not None else when


def _days(first: CalendarDate | None, last: CalendarDate | None) -> Interval | None:
    if first is None or last is None or first.day is None or last.day is None or first.day >= last.day:
        return None
    return Interval(first, last)


def days_of_month(match: Match) -> Interval | None:
    """«مايو 13-15»."""
    month = replace(match.month("month"), homograph=False)
    if month.number == 0:
        return None
    year, _ = year_of(match)
    return _days(
        of_month(month, match.number("from"), year, None), of_month(month, match.number("to"), year, None)
    )


def days_of_relative_month(match: Match) -> Interval | None:
    """«13 إلى 15 من الشهر المقبل»."""
    month = match.when("month")
    if not isinstance(month, Relative):
        return None
    return _days(
        CalendarDate(month=month, day=match.number("from")), CalendarDate(month=month, day=match.number("to"))
    )


def numeric_days(match: Match) -> Interval | None:
    """«14/15/2/(1941)»."""
    stated = year_of(match)[0] if match.has("year") else match.number("c")
    year = stated if isinstance(stated, int) else None
    days = sorted((match.number("from"), match.number("to")))
    month = match.number("b")
    if year is None:
        return None
    return _days(
        CalendarDate(year=full_year(year), month=month, day=days[0]),
        CalendarDate(year=full_year(year), month=month, day=days[1]),
    )


def weekdays_of_week(match: Match) -> Interval | None:
    """«الأسبوع المقبل بين الاثنين والخميس»."""
    week, first, last = match.when("week"), match.when("a"), match.when("b")
    if not isinstance(first, Weekday) or not isinstance(last, Weekday):
        return None
    return Interval(
        Nth(1, Unit.DAY, week, weekday=first.day),
        Nth(1, Unit.DAY, week, weekday=last.day),
    )


BUILDERS = {
    function.__name__: function
    for function in (
        interval, day_sharing_month, interval_years, interval_weekdays, days_of_month,
        days_of_relative_month, numeric_days, weekdays_of_week,
    )
}  # fmt: skip
