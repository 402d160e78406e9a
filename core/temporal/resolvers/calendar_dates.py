"""Dates of the calendar: what the words say, and what they leave to be inferred."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from core.model import AnchorKind, Basis
from core.temporal import calendars, value
from core.temporal.context import anchor_on, anchor_on_reference
from core.temporal.expression import Calendar, CalendarDate, Relative, Unit
from core.temporal.resolve import resolve
from core.temporal.resolvers.wording import UNKNOWN_WRITING, place, writing
from core.temporal.resolvers.years import infer_year, year_by_steps
from core.temporal.value import Value, unresolved

if TYPE_CHECKING:
    from core.temporal.context import Context


@resolve.register(CalendarDate)
def _(when: CalendarDate, context: Context) -> Value:
    found = _resolved(when, context)
    if when.meant is not None:
        found = found.because(f"the month is misspelt, one letter off, and read as «{when.meant}»")
    if when.clash is not None:
        found = found.because("the two names of the month disagree, and the first is taken").marked(
            uncertain=True
        )
    return found


def _resolved(when: CalendarDate, context: Context) -> Value:
    try:
        if isinstance(when.month, Relative):
            return _in_relative_month(when, when.month, context)
        if isinstance(when.year, Relative):
            return _in_relative_year(when, when.year, context)
        if when.month is None and when.year is None:
            return _day_alone(when, context)
        if when.year is None:
            return _without_year(when, context)
        return stated(when, when.year)
    except (ValueError, OverflowError):
        return unresolved(_pattern(when), "there is no such day")


def _pattern(when: CalendarDate) -> str:
    """TIMEX3 with XXXX for what is not known."""
    year = f"{when.year:04d}" if isinstance(when.year, int) and when.year > 0 else "XXXX"
    if not isinstance(when.month, int) or when.calendar is Calendar.HIJRI:
        return (
            year
            + ("-XX" if when.day is not None else "")
            + (f"-{when.day:02d}" if when.day is not None else "")
        )
    return f"{year}-{when.month:02d}" + (f"-{when.day:02d}" if when.day is not None else "")


def stated(when: CalendarDate, year: int, basis: Basis | None = None) -> Value:
    """A date whose year is known."""
    if when.calendar is Calendar.HIJRI:
        return _hijri(when, year, basis)
    if not isinstance(when.month, int):
        return value.of_year(year, basis or (Basis.ERA if year <= 0 else Basis.YEAR)).because(
            "the words give the year"
        )
    if when.day is None:
        return value.of_month(year, when.month, basis or Basis.MONTH_YEAR).because(
            "the words give month and year"
        )
    return value.of_day(dt.date(year, when.month, when.day), basis or Basis.EXPLICIT).because(
        "the words give day, month and year"
    )


def _hijri(when: CalendarDate, year: int, basis: Basis | None) -> Value:
    month = when.month if isinstance(when.month, int) else None
    if year >= 1600 and month is not None:
        # «رمضان 2019»: the Hijri month of a Gregorian year.
        gregorian = year
        year = calendars.hijri_year_of(dt.date(gregorian, 1, 1))
        while calendars.hijri_span(year, month, when.day)[0].year < gregorian:
            year += 1
    first, last = calendars.hijri_span(year, month, when.day)
    grain = Unit.DAY if when.day is not None else Unit.MONTH if month is not None else Unit.YEAR
    how = "Umm al-Qura" if 1343 <= year <= 1500 else "arithmetic"
    name = "-".join(str(part) for part in (year, month, when.day) if part is not None)
    return value.of_days(first, last, basis or Basis.HIJRI, grain).because(
        f"the Hijri date {name} is converted by the {how} calendar"
    )


def _without_year(when: CalendarDate, context: Context) -> Value:
    month = when.month
    if not isinstance(month, int):
        return unresolved(_pattern(when), "the month is not stated")
    if when.steps is not None and context.reference is not None:
        year = year_by_steps(month, when.day, when.steps, when.calendar, context.reference)
        if year is not None:
            side = (
                "the latest such date before"
                if when.steps < 0
                else "the first such date after"
                if when.steps > 0
                else "of the same year as"
            )
            found = stated(when, year)
            return found.leaning(Basis.YEAR_INFERRED, anchor_on_reference(context.reference)).only_because(
                f"it is {side} {writing(context.reference)}"
            )
    inferred = infer_year(month, when.day, when.calendar, context)
    if inferred is None:
        return unresolved(_pattern(when), f"the year is not stated, and {UNKNOWN_WRITING}")
    found = stated(when, inferred.year)
    found = found.leaning(Basis.YEAR_INFERRED, inferred.anchor).only_because(inferred.reason)
    return found.marked(uncertain=inferred.doubtful)


def _in_relative_year(when: CalendarDate, year: Relative, context: Context) -> Value:
    if when.calendar is Calendar.HIJRI and context.reference is not None and when.month is None:
        number = calendars.hijri_year_of(context.reference) + year.distance
        return _hijri(when, number, Basis.DEICTIC).leaning(
            Basis.DEICTIC, anchor_on_reference(context.reference)
        )
    base = resolve(year, context)
    if base.first is None:
        return unresolved(_pattern(when), *base.reasons[:1] or (UNKNOWN_WRITING,))
    number = calendars.hijri_year_of(base.first) if when.calendar is Calendar.HIJRI else base.first.year
    if not isinstance(when.month, int):
        return base
    found = replace(stated(when, number), reasons=base.reasons)
    return found.leaning(base.basis, base.anchor)


def _in_relative_month(when: CalendarDate, month: Relative, context: Context) -> Value:
    base = resolve(month, context)
    if isinstance(when.year, Relative):
        year = resolve(when.year, context)
        if year.first is not None and base.first is not None:
            base = replace(
                value.of_month(year.first.year, base.first.month, base.basis),
                reasons=base.reasons,
                anchor=base.anchor,
            )
    if base.first is None or when.day is None:
        return base
    day = dt.date(base.first.year, base.first.month, when.day)
    return replace(value.of_day(day, base.basis), reasons=base.reasons, anchor=base.anchor)


def _day_alone(when: CalendarDate, context: Context) -> Value:
    """«يوم 27»: the month of the date before it, or of the writing."""
    day = when.day or 1
    for kind, item in context.nearest():
        if (
            item.value.grain in (Unit.DAY, Unit.MONTH)
            and item.value.first is not None
            and kind.value != "document"
        ):
            first = item.value.first
            month = first.replace(day=1)
            if kind is AnchorKind.HEADING and context.opens and day < first.day:
                month = calendars.add_months(month, 1)
            there = dt.date(month.year, month.month, day)
            found = value.of_day(there, Basis.MONTH_INFERRED).because(
                f"the month is not stated; it is taken from {place(kind, item)}"
            )
            unsure = there < first or month.month != first.month
            return found.leaning(Basis.MONTH_INFERRED, anchor_on(kind, item)).marked(uncertain=unsure)
    if context.reference is None:
        return unresolved(f"XXXX-XX-{day:02d}", f"the month is not stated, and {UNKNOWN_WRITING}")
    there = dt.date(context.reference.year, context.reference.month, day)
    found = value.of_day(there, Basis.MONTH_INFERRED).because(
        f"the month is not stated; it is taken from {writing(context.reference)}"
    )
    return found.leaning(Basis.MONTH_INFERRED, anchor_on_reference(context.reference)).marked(uncertain=True)
