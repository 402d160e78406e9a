"""Periods: relative ones, decades, centuries, seasons, quarters, holidays, and parts of them."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from core.model import AnchorKind, Basis
from core.temporal import calendars, edtf, value
from core.temporal.context import anchor_on, anchor_on_reference
from core.temporal.expression import (
    Base,
    Calendar,
    CalendarDate,
    Century,
    Decade,
    Holiday,
    Part,
    Portion,
    Relative,
    Rest,
    Unit,
    Weekend,
    WeekOf,
)
from core.temporal.resolve import resolve
from core.temporal.resolvers.wording import UNKNOWN_WRITING, place, step, unit_name, writing
from core.temporal.value import Value, unresolved

if TYPE_CHECKING:
    from core.temporal.context import Context
    from core.temporal.lexicon import HolidayRule

_UNKNOWN = {Unit.DAY: "XXXX-XX-XX", Unit.WEEK: "XXXX-WXX", Unit.MONTH: "XXXX-XX", Unit.YEAR: "XXXX"}
_FINER = (Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.YEAR, Unit.DECADE, Unit.CENTURY)


@resolve.register(Relative)
def _(when: Relative, context: Context) -> Value:
    timex = _UNKNOWN.get(when.unit, "XXXX")
    try:
        if when.base is not Base.WRITING:
            found = _from_text(when, context)
            if found is not None:
                return found
        if context.reference is None:
            return unresolved(timex, f"it is counted from the day of writing, and {UNKNOWN_WRITING}")
        found = moved(context.reference, when.unit, when.distance, Basis.DEICTIC)
    except (ValueError, OverflowError):
        return unresolved(timex, "there is no such date")
    base = writing(context.reference)
    if when.unit is not Unit.DAY:
        base = f"{'that' if when.distance else f'the {unit_name(when.unit)}'} of {base}"
    side = f"{step(when.unit, when.distance)} {base}" if when.distance else base
    return found.leaning(Basis.DEICTIC, anchor_on_reference(context.reference)).because(f"it is {side}")


def _from_text(when: Relative, context: Context) -> Value | None:
    for kind, item in context.nearest():
        first, grain = item.value.first, item.value.grain
        if (
            first is None
            or grain is None
            or grain not in _FINER
            or _FINER.index(grain) > _FINER.index(when.unit)
            or (
                when.distance < 0
                and when.unit is not Unit.DAY
                and kind not in (AnchorKind.TEXT, AnchorKind.PARAGRAPH)
            )
        ):
            continue
        found = moved(first, when.unit, when.distance, Basis.ANAPHORIC)
        return found.leaning(Basis.ANAPHORIC, anchor_on(kind, item)).because(
            f"it is {step(when.unit, when.distance)} {place(kind, item)}"
            if when.distance
            else f"it points at {place(kind, item)}"
        )
    return None


def moved(date: dt.date, unit: Unit, distance: int, basis: Basis) -> Value:
    """The unit that a day lies in, moved some units on.

    Raises:
        ValueError, OverflowError: outside the years 1 to 9999.
    """
    if unit is Unit.DAY:
        return value.of_day(date + dt.timedelta(days=distance), basis)
    if unit is Unit.WEEK:
        first, last = calendars.week_span(date + dt.timedelta(days=7 * distance))
        year, week, _ = first.isocalendar()
        return value.of_days(first, last, basis, Unit.WEEK, f"{year:04d}-W{week:02d}")
    if unit is Unit.MONTH:
        there = calendars.add_months(date.replace(day=1), distance)
        return value.of_month(there.year, there.month, basis)
    if unit is Unit.YEAR:
        return value.of_year(date.year + distance, basis)
    if unit is Unit.DECADE:
        return decade_of(date.year // 10 + distance, basis)
    if unit is Unit.CENTURY:
        return century_of(date.year // 100 + distance, basis)
    return value.of_day(date, basis)


def decade_of(tens: int, basis: Basis) -> Value:
    """A decade by its first three digits."""
    return Value(
        f"{tens:03d}X",
        f"{tens:03d}",
        basis,
        Unit.DECADE,
        dt.date(max(1, tens * 10), 1, 1),
        dt.date(tens * 10 + 9, 12, 31),
    )


def century_of(hundreds: int, basis: Basis) -> Value:
    """A century by its first two digits."""
    return Value(
        f"{hundreds:02d}XX",
        f"{hundreds:02d}",
        basis,
        Unit.CENTURY,
        dt.date(max(1, hundreds * 100), 1, 1),
        dt.date(hundreds * 100 + 99, 12, 31),
    )


@resolve.register(Decade)
def _(when: Decade, context: Context) -> Value:
    hundreds = 19
    why = "the words give the decade"
    if isinstance(when.century, int):
        hundreds = when.century
    elif isinstance(when.century, Relative) and context.reference is not None:
        hundreds = context.reference.year // 100 + when.century.distance
        why = f"the century is counted from {writing(context.reference)}"
    elif when.century is None:
        why = "the century is not stated; the twentieth is taken"
    return decade_of(hundreds * 10 + when.tens // 10, Basis.DECADE).because(why)


@resolve.register(Century)
def _(when: Century, context: Context) -> Value:
    del context
    if when.before_christ:
        first, last = edtf.year(1 - when.n * 100), edtf.year(-(when.n - 1) * 100)
        return Value(f"{first}/{last}", f"BC{when.n * 100 - 100:04d}"[:4], Basis.CENTURY, Unit.CENTURY)
    if when.calendar is Calendar.HIJRI:
        start = calendars.hijri_span((when.n - 1) * 100 + 1)[0]
        end = calendars.hijri_span(when.n * 100)[1]
        return Value(
            f"{start.year:04d}/{end.year:04d}",
            f"{start.year:04d}/{end.year:04d}",
            Basis.HIJRI,
            None,
            start,
            end,
        )
    return century_of(when.n - 1, Basis.CENTURY).because("the words give the century")


_SEASON_MONTHS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}


@resolve.register(Portion)
def _(when: Portion, context: Context) -> Value:
    year = resolve(when.year or Relative(Unit.YEAR, 0, Base.EITHER), context)
    if year.first is None:
        return unresolved(f"XXXX-{when.name}", *year.reasons[:1])
    number = year.first.year
    timex = f"{number:04d}-{when.name}"
    if when.name in _SEASON_MONTHS:
        first, last = _SEASON_MONTHS[when.name]
        end = number + (last < first)
        if end > 9999:
            return unresolved(timex, "there is no such season")
        season = Value(
            f"{number:04d}-{edtf.SEASONS[when.name]}",
            timex,
            Basis.SEASON,
            None,
            dt.date(number, first, 1),
            calendars.month_span(end, last)[1],
        )
        return replace(season, anchor=year.anchor).because(
            *year.reasons, "seasons are those of the northern hemisphere"
        )
    size = 3 if when.name[0] == "Q" else 6
    start = (int(when.name[1]) - 1) * size + 1
    found = value.of_months((number, start), (number, start + size - 1), Basis.PERIOD, timex)
    return replace(found, anchor=year.anchor).because(*year.reasons)


_HOLIDAY_CALENDARS = {"gregorian": "Gregorian", "hijri": "Hijri", "easter": "Western church"}


@resolve.register(Holiday)
def _(when: Holiday, context: Context) -> Value:
    name = f"it is a holiday of the {_HOLIDAY_CALENDARS[when.rule.calendar]} calendar"
    hijri = isinstance(when.year, CalendarDate) and when.year.calendar is Calendar.HIJRI
    base = resolve(when.year, context) if when.year is not None else None
    try:
        if base is not None:
            if base.first is None:
                return unresolved("XXXX", *base.reasons[:1])
            number = calendars.hijri_year_of(base.first) if hijri else base.first.year
            return value.of_day(_holiday_in(when.rule, number, hijri=hijri), Basis.HOLIDAY).because(
                name, "the words give its year"
            )
        if context.reference is None:
            return unresolved("XXXX", f"it is a holiday without a year, and {UNKNOWN_WRITING}")
        return _holiday_near(when, context.reference, name)
    except (ValueError, OverflowError):
        return unresolved("XXXX", "there is no such day")


def _holiday_near(when: Holiday, reference: dt.date, name: str) -> Value:
    days = sorted(_holiday_in(when.rule, reference.year + step) for step in (-2, -1, 0, 1, 2))
    if when.steps is not None and when.steps < 0:
        there = [day for day in days if day < reference][when.steps]
    elif when.steps is not None and when.steps > 0:
        there = [day for day in days if day > reference][when.steps - 1]
    else:
        there = next((day for day in days if day.year == reference.year), days[2])
    found = value.of_day(there, Basis.HOLIDAY).because(name, f"its year is counted from {writing(reference)}")
    return found.leaning(Basis.HOLIDAY, anchor_on_reference(reference)).marked(uncertain=when.steps is None)


def _holiday_in(rule: HolidayRule, year: int, *, hijri: bool = False) -> dt.date:
    if rule.calendar == "easter":
        return calendars.easter(year) + dt.timedelta(days=rule.day)
    if rule.calendar == "gregorian":
        return dt.date(year, rule.month, rule.day)
    if not hijri:
        hijri_year = calendars.hijri_year_of(dt.date(year, 1, 1))
        while calendars.hijri_span(hijri_year, rule.month, rule.day)[0].year < year:
            hijri_year += 1
        year = hijri_year
    return calendars.hijri_span(year, rule.month, rule.day)[0]


@resolve.register(WeekOf)
def _(when: WeekOf, context: Context) -> Value:
    day = resolve(when.date, context)
    if day.first is None:
        return day
    found = moved(day.first, Unit.WEEK, 0, Basis.PERIOD)
    return replace(found, reasons=day.reasons, anchor=day.anchor)


@resolve.register(Weekend)
def _(when: Weekend, context: Context) -> Value:
    week = resolve(when.week, context)
    if week.first is None or week.last is None:
        return unresolved("XXXX-WXX-WE", *week.reasons[:1])
    year, number, _ = week.first.isocalendar()
    first = week.first + dt.timedelta(days=5)
    found = value.of_days(first, week.last, Basis.PERIOD, None, f"{year:04d}-W{number:02d}-WE")
    return replace(found, anchor=week.anchor).because(*week.reasons, "the weekend is Saturday and Sunday")


@resolve.register(Rest)
def _(when: Rest, context: Context) -> Value:
    period = resolve(when.of, context)
    if period.last is None or context.reference is None:
        return period
    first = max(period.first or context.reference, context.reference)
    return replace(
        value.of_days(min(first, period.last), period.last, period.basis),
        reasons=period.reasons,
        anchor=period.anchor,
    )


_PART_NAMES = {
    "start": "its start is meant",
    "early": "its early part is meant",
    "mid": "its middle is meant",
    "middle": "its middle part is meant",
    "late": "its late part is meant",
    "end": "its end is meant",
}


@resolve.register(Part)
def _(when: Part, context: Context) -> Value:
    whole = resolve(when.of, context)
    if whole.edtf is None or whole.first is None or whole.last is None or whole.grain is None:
        return whole.marked(approximate=True)
    part = _part(when.part, whole, whole.first, whole.last)
    if part is None:
        return whole.marked(approximate=True).because("the whole of it is taken for its part")
    basis = (
        whole.basis if whole.basis in (Basis.ANAPHORIC, Basis.DEICTIC, Basis.YEAR_INFERRED) else Basis.PERIOD
    )
    found = replace(part, reasons=whole.reasons, anchor=whole.anchor, basis=basis)
    return found.because(_PART_NAMES[when.part]).marked(approximate=True)


def _part(part: str, whole: Value, first: dt.date, last: dt.date) -> Value | None:
    if whole.grain is Unit.MONTH:
        return _part_of_month(part, first, last)
    if whole.grain is Unit.YEAR:
        return _part_of_year(part, first.year)
    if whole.grain in (Unit.DECADE, Unit.CENTURY):
        return _part_of_years(part, first.year, last.year)
    return None


def _part_of_month(part: str, first: dt.date, last: dt.date) -> Value:
    day = dt.timedelta(days=1)
    ends = {
        "start": (first, first),
        "early": (first, first + 9 * day),
        "mid": (first + 14 * day, first + 14 * day),
        "middle": (first + 10 * day, first + 19 * day),
        "late": (first + 20 * day, last),
        "end": (last, last),
    }
    start, end = ends[part]
    return value.of_days(start, end, Basis.PERIOD, Unit.DAY if start == end else Unit.MONTH)


def _part_of_year(part: str, year: int) -> Value:
    months = {
        "start": (1, 1),
        "early": (1, 3),
        "mid": (6, 6),
        "middle": (5, 8),
        "late": (10, 12),
        "end": (12, 12),
    }
    first, last = months[part]
    if first == last:
        return value.of_month(year, first, Basis.PERIOD)
    return value.of_months(
        (year, first), (year, last), Basis.PERIOD, f"{edtf.month(year, first)}/{edtf.month(year, last)}"
    )


_TENTHS = {"start": (0, 3), "early": (0, 3), "mid": (4, 6), "middle": (4, 6), "late": (7, 9), "end": (7, 9)}


def _part_of_years(part: str, first: int, last: int) -> Value:
    step = (last - first + 1) // 10
    low, high = _TENTHS[part]
    start, end = first + low * step, first + high * step + step - 1
    written = f"{edtf.year(start)}/{edtf.year(end)}"
    return Value(written, written, Basis.PERIOD, None, dt.date(start, 1, 1), dt.date(end, 12, 31))
