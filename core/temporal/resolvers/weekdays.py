"""Days of the week: alone, beside a date, and counted in a period."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from core.model import AnchorKind, Basis
from core.temporal import calendars, value
from core.temporal.context import anchor_on, anchor_on_reference
from core.temporal.expression import CalendarDate, Nth, OnWeekday, Relative, Unit, Weekday
from core.temporal.resolve import resolve
from core.temporal.resolvers.wording import UNKNOWN_WRITING, place, writing
from core.temporal.resolvers.years import nearest_year
from core.temporal.value import Value, unresolved

if TYPE_CHECKING:
    from core.temporal.context import Context

NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEK = dt.timedelta(days=7)


def before(weekday: int, date: dt.date) -> dt.date:
    """The last such day up to a date, that day included."""
    return date - dt.timedelta(days=(date.weekday() - weekday) % 7)


def after(weekday: int, date: dt.date) -> dt.date:
    """The first such day from a date on, that day included."""
    return date + dt.timedelta(days=(weekday - date.weekday()) % 7)


@resolve.register(Weekday)
def _(when: Weekday, context: Context) -> Value:
    timex = f"XXXX-WXX-{when.day + 1}"
    try:
        if context.reference is None:
            return _by_antecedent(when, context, timex)
        return _by_reference(when, context, context.reference)
    except OverflowError:
        return unresolved(timex, "there is no such day")


def _by_reference(when: Weekday, context: Context, reference: dt.date) -> Value:
    day = dt.timedelta(days=1)
    name = NAMES[when.day]
    steps = when.steps
    if steps is None and (told := _told_before(when, context, reference)) is not None:
        return told
    if steps is None:
        there, why = before(when.day, reference), f"it is the last {name} before"
        if context.future and there != reference:
            there, why = after(when.day, reference), f"the sentence looks ahead: it is the first {name} after"
        elif there == reference:
            why = f"it is a {name}:"
    elif steps < 0:
        there, why = before(when.day, reference - day) + (steps + 1) * _WEEK, f"it is the {name} before"
    elif steps == 0:
        there, why = after(when.day, reference), f"it is the first {name} from"
    else:
        there, why = after(when.day, reference + day) + (steps - 1) * _WEEK, f"it is the {name} after"
    found = value.of_day(there, Basis.WEEKDAY).because(f"{why} {writing(reference)}")
    return found.leaning(Basis.WEEKDAY, anchor_on_reference(reference))


def _told_before(when: Weekday, context: Context, reference: dt.date) -> Value | None:
    """«الأحد 24 يونيو … الأحد»: the day of that name of the week to come that was just dated."""
    for kind, item in context.nearest():
        first = item.value.first
        if kind not in (AnchorKind.TEXT, AnchorKind.PARAGRAPH):
            break
        if item.value.grain is not Unit.DAY or first is None or item.value.basis is Basis.WEEKDAY:
            continue
        if first.weekday() == when.day and reference < first <= reference + _WEEK:
            found = value.of_day(first, Basis.WEEKDAY).because(
                f"it is the {NAMES[when.day]} of {place(kind, item)}"
            )
            return found.leaning(Basis.WEEKDAY, anchor_on(kind, item))
    return None


def _by_antecedent(when: Weekday, context: Context, timex: str) -> Value:
    for kind, item in context.nearest():
        first = item.value.first
        if item.value.grain is Unit.DAY and first is not None and item.year_stated:
            there = before(when.day, first) if (when.steps or 0) < 0 else after(when.day, first)
            found = value.of_day(there, Basis.WEEKDAY).because(
                f"{UNKNOWN_WRITING}; it is the {NAMES[when.day]} nearest to {place(kind, item)}"
            )
            return found.leaning(Basis.WEEKDAY, anchor_on(kind, item)).marked(uncertain=True)
    return unresolved(timex, f"it is a day of the week, and {UNKNOWN_WRITING}")


@resolve.register(OnWeekday)
def _(when: OnWeekday, context: Context) -> Value:
    counted = _counted_in_month(when, context)
    if counted is not None:
        return counted
    found = _matching_year(when, context) or resolve(when.date, context)
    if found.first is None or found.grain is not Unit.DAY or found.first.weekday() == when.weekday:
        return found
    is_day = NAMES[found.first.weekday()]
    clash = f"the words say {NAMES[when.weekday]}, but {found.first.isoformat()} is a {is_day}"
    if isinstance(when.date, Relative):
        # The weekday stands in the words; «أمس» hangs on a date of publication that may be late.
        there = before(when.weekday, found.first + dt.timedelta(days=1))
        return (
            replace(value.of_day(there, found.basis), reasons=found.reasons, anchor=found.anchor)
            .because(clash)
            .marked(uncertain=True)
        )
    return found.because(clash).marked(uncertain=True)


def _counted_in_month(when: OnWeekday, context: Context) -> Value | None:
    """«الثلاثاء الثالث من سبتمبر» is the third Tuesday where the third is none."""
    date = when.date
    if not isinstance(date, CalendarDate) or not date.ordinal or date.day is None or date.day > 5:
        return None
    if date.month is None or date.year is None:
        return None
    stated = resolve(date, context)
    if stated.first is None or stated.first.weekday() == when.weekday:
        return None
    return resolve(Nth(date.day, Unit.DAY, replace(date, day=None, ordinal=False), when.weekday), context)


def _matching_year(when: OnWeekday, context: Context) -> Value | None:
    """A date without a year, or without a month, that its weekday decides."""
    date = when.date
    if not isinstance(date, CalendarDate) or date.year is not None or date.steps is not None:
        return None
    if context.reference is None or date.day is None or isinstance(date.month, Relative):
        return None
    for there in _days_near(date, context, context.reference):
        if there.weekday() == when.weekday:
            found = value.of_day(there, Basis.YEAR_INFERRED if date.month else Basis.MONTH_INFERRED)
            missing = "year" if date.month else "month"
            return found.leaning(found.basis, anchor_on_reference(context.reference)).because(
                f"the {missing} is not stated; it is the {NAMES[when.weekday]} nearest"
                f" to {writing(context.reference)}"
            )
    return None


def _days_near(date: CalendarDate, context: Context, reference: dt.date) -> list[dt.date]:
    days: list[dt.date] = []
    day = date.day or 1
    if isinstance(date.month, int):
        best = nearest_year(date.month, day, date.calendar, context)
        years = ([best.year] if best else []) + [reference.year, reference.year - 1, reference.year + 1]
        places = [(year, date.month) for year in years]
    else:
        places = []
        for step in (0, -1, 1):
            moved = calendars.add_months(reference.replace(day=1), step)
            places.append((moved.year, moved.month))
    for year, month in places:
        try:
            days.append(dt.date(year, month, day))
        except ValueError:
            continue
    return days


@resolve.register(Nth)
def _(when: Nth, context: Context) -> Value:
    period = resolve(when.within, context)
    if period.first is None or period.last is None:
        return unresolved("XXXX", *period.reasons[:1] or ("the period is not known",))
    try:
        found = _counted(when, period)
    except OverflowError:
        found = None
    if found is None:
        return unresolved("XXXX", "the period has no such day")
    return replace(found, reasons=(*period.reasons, "it is counted within that period"), anchor=period.anchor)


def _nth_week(n: int, grain: Unit | None, first: dt.date, last: dt.date) -> dt.date:
    """A day of the nth week: of a year by ISO 8601 (its Thursday), of a month by whole weeks from Monday."""
    if grain is Unit.MONTH:
        return before(6, last) if n < 0 else after(0, first) + (n - 1) * _WEEK
    return before(3, last) if n < 0 else after(3, first) + (n - 1) * _WEEK


def _counted(when: Nth, period: Value) -> Value | None:
    first, last = period.first, period.last
    if first is None or last is None:
        return None
    day = dt.timedelta(days=1)
    basis = Basis.WEEKDAY if when.weekday is not None else period.basis
    if when.unit is Unit.WEEK:
        return value.of_days(
            *calendars.week_span(_nth_week(when.n, period.grain, first, last)), Basis.PERIOD, Unit.WEEK
        )
    if when.weekday is None:
        there = last if when.n < 0 else first + (when.n - 1) * day
    else:
        there = (
            before(when.weekday, last) if when.n < 0 else after(when.weekday, first) + (when.n - 1) * _WEEK
        )
    return value.of_day(there, basis) if first <= there <= last else None
