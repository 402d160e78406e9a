"""Calendar dates: day, month and year, in words and in digits, and days of the week."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from core.temporal.build.names import steps_of
from core.temporal.expression import (
    NO_DATE,
    Calendar,
    CalendarDate,
    NoDate,
    Nth,
    OnWeekday,
    Relative,
    Unit,
    Weekday,
    When,
)

if TYPE_CHECKING:
    from core.temporal.expression import MonthName
    from core.temporal.grammar import Match
    from core.temporal.tokens import Token

DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def days_in(month: int, calendar: Calendar) -> int:
    """The most days that a month ever has."""
    return 30 if calendar is Calendar.HIJRI else DAYS[month - 1]


def as_when(token: Token) -> When:
    """What a token says by itself: a bare number is a year."""
    if isinstance(token.value, When):
        return token.value
    if isinstance(token.value, int):
        return CalendarDate(year=token.value)
    raise TypeError(f"{token.kind} is no date")


def of_month(
    month: MonthName, day: int | None, year: int | Relative | None, steps: int | None
) -> CalendarDate | None:
    """A date in a named month, or None where the month has no such day."""
    calendar = Calendar.HIJRI if month.tradition == "hijri" else Calendar.GREGORIAN
    if day is not None and not 1 <= day <= days_in(month.number, calendar):
        return None
    if isinstance(year, int) and day == 29 and month.number == 2 and calendar is Calendar.GREGORIAN:
        leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
        if not leap:
            return None
    return CalendarDate(
        year=year,
        month=month.number,
        day=day,
        calendar=calendar,
        steps=steps,
        meant=month.meant,
        clash=month.clash,
        homograph=month.homograph,
    )


def year_of(match: Match) -> tuple[int | Relative | None, Calendar | None]:
    """The year of the group `year`, and its calendar where the words say it."""
    if not match.has("year"):
        return None, None
    value = match.value("year")
    if isinstance(value, int):
        return value, None
    if isinstance(value, Relative):
        return value, None
    if isinstance(value, CalendarDate):
        return value.year, value.calendar if value.calendar is Calendar.HIJRI else None
    raise TypeError(f"{match.rule}: no year")


def date(match: Match) -> CalendarDate | NoDate | None:
    """A month with a day, a year, or both."""
    month = match.month("month")
    if month.number == 0:
        return None
    year, calendar = year_of(match)
    day = match.number("day") if match.has("day") else None
    if day is not None and not _is_day(match, day, month):
        return NO_DATE if _beside(match) else None
    if calendar is Calendar.HIJRI and month.tradition != "hijri":
        return None
    found = of_month(month, day, year, steps_of(match))
    if found is None:
        return NO_DATE if _beside(match) else None
    if found.homograph and year is None and "DASH" in {token.kind for token in match.tokens}:
        # «1-صفر» is a score.
        return None
    ordinal = day is not None and match.group("day")[0].kind == "DORD"
    return replace(found, ordinal=True) if ordinal else found


def _is_day(match: Match, day: int, month: MonthName) -> bool:
    """«واحد» counts things, not days; no month has a 32nd."""
    if match.group("day")[0].kind == "CARD" and day == 1:
        return False
    return 1 <= day <= (30 if month.tradition == "hijri" else 31)


def _beside(match: Match) -> bool:
    """Tell whether a number stands straight before the month: then no part of «32 يناير» is a date."""
    kinds = [token.kind for token in match.tokens]
    at = next((index for index, kind in enumerate(kinds) if kind in ("MONTH", "HMONTH")), 0)
    return at > 0 and kinds[at - 1] in ("N0", "N1", "N2")


def date_this(match: Match) -> CalendarDate | None:
    """«مايو هذا»: of this year."""
    month = match.month("month")
    return of_month(replace(month, homograph=False), None, None, 0) if month.number else None


def full_year(number: int) -> int:
    """The year that two digits mean: 70 … 99 are of the last century (POSIX's pivot, a year later)."""
    if number >= 100:
        return number
    return 1900 + number if number >= 69 else 2000 + number


def numeric(match: Match) -> CalendarDate | None:
    """Day, month and year in digits, the day first unless it cannot be."""
    if (
        match.has("s2")
        and match.value("s2") is None
        and match.group("s1")[0].kind != match.group("s2")[0].kind
    ):
        return None
    day, month = match.number("a"), match.number("b")
    calendar = Calendar.GREGORIAN
    year: int | None = None
    if match.has("year"):
        stated, named = year_of(match)
        year, calendar = (stated if isinstance(stated, int) else None), named or calendar
    elif match.has("c"):
        year = full_year(match.number("c"))
        if match.group("c")[0].kind != "Y4":
            marks = {match.group(name)[0].kind for name in ("s1", "s2") if match.has(name)}
            if not match.has("s2"):
                marks = {"SLASH"}
            first = match.group("a")[0]
            if marks != {"SLASH"} or (
                first.end - first.start == 1 and match.group("c")[0].end - match.group("c")[0].start < 2
            ):
                return None
            if day > 12 >= match.number("c") and match.group("c")[0].kind == "N2":
                return None
            # 16/04/21: the year stands first where the last number is a day and the first can be a year only.
            if (
                match.rule == "numeric date"
                and day > 12
                and match.group("c")[0].kind in ("N1", "N2")
                and day < 32
            ):
                day, year = match.number("c"), full_year(day)
    named_hijri = match.has("era") and match.group("era")[0].kind == "AH"
    if named_hijri or (match.rule == "numeric date" and year is not None and 1300 <= year <= 1480):
        calendar = Calendar.HIJRI
    if month > 12 >= day:
        day, month = month, day
    if not 1 <= month <= 12 or not 1 <= day <= days_in(month, calendar):
        return None
    return CalendarDate(year=year, month=month, day=day, calendar=calendar)


def numeric_month(match: Match) -> CalendarDate:
    """«9/2015»."""
    return CalendarDate(year=match.number("c"), month=match.number("b"))


def day_alone(match: Match) -> CalendarDate:
    """«يوم 27»."""
    return CalendarDate(day=match.number("day"))


def date_relative_month(match: Match) -> CalendarDate | Relative | None:
    """«20 من الشهر المقبل»، «الشهر نفسه من العام ذاته»."""
    month = match.when("month")
    if not isinstance(month, Relative):
        return None
    day = match.number("day") if match.has("day") else None
    if day is not None and not 1 <= day <= 31:
        return None
    year, _ = year_of(match)
    return CalendarDate(month=month, day=day, year=year)


def weekday(match: Match) -> Weekday:
    """A day of the week with its modifier."""
    return Weekday(match.number("weekday"), steps_of(match))


def weekday_this(match: Match) -> Weekday:
    """«هذا الخميس»."""
    return Weekday(match.number("weekday"), 0)


def on_weekday(match: Match) -> OnWeekday | None:
    """A weekday beside its date, or beside «أمس» or «اليوم»."""
    day = match.when("weekday")
    if not isinstance(day, Weekday):
        return None
    date_ = match.when("date") if match.has("date") else Relative(Unit.DAY, 0)
    if isinstance(date_, CalendarDate) and date_.day is None:
        return None
    return OnWeekday(day.day, date_)


def weekday_day(match: Match) -> OnWeekday | Nth | None:
    """«السبت 23»: a weekday and the day of the month."""
    day = match.when("weekday")
    number = match.number("day")
    if not isinstance(day, Weekday) or not 1 <= number <= 31:
        return None
    if day.steps is not None:
        return None
    if match.group("day")[0].kind == "DORD" and number <= 5:
        return Nth(number, Unit.DAY, Relative(Unit.MONTH, 0), weekday=day.day)
    return OnWeekday(day.day, CalendarDate(day=number))


def two_calendars(match: Match) -> When | None:
    """One day in two calendars: the Gregorian date stands."""
    first, second = match.when("first"), match.when("second")
    calendars = [_calendar(first), _calendar(second)]
    if set(calendars) != {Calendar.HIJRI, Calendar.GREGORIAN}:
        return None
    return second if calendars[0] is Calendar.HIJRI else first


def _calendar(when: When) -> Calendar | None:
    if isinstance(when, OnWeekday):
        return _calendar(when.date)
    return when.calendar if isinstance(when, CalendarDate) else None


def today(match: Match) -> Relative:  # noqa: ARG001 - every builder is given its match
    """«اليوم»."""
    return Relative(Unit.DAY, 0)


BUILDERS = {
    function.__name__: function
    for function in (
        date, date_this, numeric, numeric_month, day_alone, date_relative_month, weekday,
        weekday_this, on_weekday, weekday_day, two_calendars, today,
    )
}  # fmt: skip
