"""Distances from a date («قبل عامين», «بعد ثلاثة أيام», «الأسابيع الماضية»)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from core.model import Anchor, AnchorKind, Basis
from core.temporal import calendars, edtf, value
from core.temporal.build.durations import timex_value
from core.temporal.context import anchor_on, anchor_on_reference
from core.temporal.expression import AfterEvent, Base, Duration, Offset, Unit, Vague, Within
from core.temporal.resolve import resolve
from core.temporal.resolvers import wording
from core.temporal.value import Value, unresolved

if TYPE_CHECKING:
    from core.temporal.context import Antecedent, Context

_ORDER = (
    Unit.SECOND,
    Unit.MINUTE,
    Unit.HOUR,
    Unit.DAY,
    Unit.WEEK,
    Unit.MONTH,
    Unit.YEAR,
    Unit.DECADE,
    Unit.CENTURY,
)
_MONTHS = {Unit.MONTH: 1, Unit.YEAR: 12, Unit.DECADE: 120, Unit.CENTURY: 1200}
_SECONDS = {Unit.SECOND: 1, Unit.MINUTE: 60, Unit.HOUR: 3600}


@dataclass(frozen=True, slots=True)
class _Start:
    """Where a distance is counted from."""

    day: dt.date
    grain: Unit
    name: str
    anchor: Anchor


def shifted(day: dt.date, amounts: tuple[tuple[float, Unit], ...], sign: int) -> dt.date:
    """A day some lengths on.

    Raises:
        OverflowError: outside the years 1 to 9999.
    """
    for amount, unit in amounts:
        if unit in _MONTHS:
            day = calendars.add_months(day, round(sign * amount * _MONTHS[unit]))
        elif unit in (Unit.DAY, Unit.WEEK):
            day += dt.timedelta(days=round(sign * amount * (7 if unit is Unit.WEEK else 1)))
        else:
            day += dt.timedelta(days=int(sign * amount * _SECONDS[unit] / 86400))
    return day


@resolve.register(Offset)
def _(when: Offset, context: Context) -> Value:
    length = wording.length(when.amounts)
    start = _start(when, context)
    if start is None:
        return unresolved("XXXX-XX-XX", f"it is {length} from a date that is not known")
    try:
        there = shifted(start.day, when.amounts, when.sign)
    except (OverflowError, ValueError):
        return unresolved("XXXX-XX-XX", "there is no such date")
    side = "before" if when.sign < 0 else "after"
    about = "about " if when.approximate else ""
    reason = f"it is {about}{length} {side} {start.name}"
    if when.spanning:
        return (
            _spanning(when, start, there)
            .because(f"it covers the {length} up to {start.name}")
            .leaning(Basis.OFFSET, start.anchor)
        )
    found = _at(there, when, start).leaning(Basis.OFFSET, start.anchor).because(reason)
    if when.since and _coarsest(when) not in (Unit.DAY, Unit.WEEK) and not _clock(when):
        return replace(
            found, edtf=f"{found.edtf}/..", timex=f"{found.timex}/..", last=None, grain=None
        ).because("no end is given")
    return found


def _coarsest(when: Offset) -> Unit:
    return max((unit for _, unit in when.amounts), key=_ORDER.index)


def _clock(when: Offset) -> bool:
    return all(unit in _SECONDS for _, unit in when.amounts)


def _at(there: dt.date, when: Offset, start: _Start) -> Value:
    """The day, month or year that a distance leads to: no finer than its unit, nor than where it starts."""
    finest = min((unit for _, unit in when.amounts), key=_ORDER.index)
    exact = finest in (Unit.DAY, *_SECONDS) and not when.approximate
    grain = start.grain if _ORDER.index(start.grain) > _ORDER.index(Unit.DAY) else Unit.DAY
    if finest in (Unit.MONTH, Unit.YEAR, Unit.DECADE, Unit.CENTURY) and len(when.amounts) == 1:
        grain = max(grain, Unit.MONTH if finest is Unit.MONTH else Unit.YEAR, key=_ORDER.index)
        if start.grain is Unit.MONTH and finest is Unit.YEAR:
            grain = Unit.MONTH
    if grain is Unit.YEAR:
        found = value.of_year(there.year, Basis.OFFSET)
    elif grain is Unit.MONTH:
        found = value.of_month(there.year, there.month, Basis.OFFSET)
    else:
        found = value.of_day(there, Basis.OFFSET)
    return found.marked(approximate=not exact)


def _spanning(when: Offset, start: _Start, there: dt.date) -> Value:
    """«بعد أسبوع من التصعيد»: the week that ends with the date."""
    if _coarsest(when) in (Unit.DAY, Unit.WEEK) and start.grain is Unit.DAY:
        found = value.of_days(there, start.day, Basis.OFFSET)
    else:
        found = value.of_months(
            (there.year, there.month),
            (start.day.year, start.day.month),
            Basis.OFFSET,
            f"{edtf.month(there.year, there.month)}/{edtf.month(start.day.year, start.day.month)}",
        )
    if found.edtf is None:
        return found
    first = edtf.mark(edtf.start(found.edtf), uncertain=False, approximate=True)
    return replace(found, edtf=f"{first}/{edtf.end(found.edtf)}")


def _start(when: Offset, context: Context) -> _Start | None:
    if when.anchor is not None:
        return _given(when, context)
    if when.base is not Base.WRITING and not (
        when.base is Base.EITHER and context.future and context.reference
    ):
        for kind, item in context.nearest():
            if kind in (AnchorKind.HEADING,) and context.reference is not None:
                continue
            first, grain = item.value.first, item.value.grain
            if first is None or grain is None or (when.base is Base.EITHER and not item.year_stated):
                continue
            if grain not in (Unit.DAY, Unit.MONTH, Unit.YEAR) or _ORDER.index(grain) > _ORDER.index(
                _coarsest(when)
            ):
                if (
                    kind in (AnchorKind.TEXT, AnchorKind.PARAGRAPH)
                    and when.base is Base.TEXT
                    and grain is Unit.YEAR
                ):
                    start = _day_within(item, first, context.reference)
                    return _Start(start, Unit.MONTH, wording.place(kind, item), anchor_on(kind, item))
                continue
            return _Start(first, grain, wording.place(kind, item), anchor_on(kind, item))
    if context.reference is None:
        return None
    reference = context.reference
    return _Start(reference, Unit.DAY, wording.writing(reference), anchor_on_reference(reference))


def _day_within(item: Antecedent, first: dt.date, reference: dt.date | None) -> dt.date:
    """«قبل عام … وبعد أسبوعين من ذلك»: a year counted from the writing starts at its day, not in January."""
    anchor = item.value.anchor if item.value.basis is Basis.OFFSET else None
    if reference is None or anchor is None or anchor.kind is not AnchorKind.PUBLISHED:
        return first
    return calendars.add_months(reference, 12 * (first.year - reference.year))


def _given(when: Offset, context: Context) -> _Start | None:
    """A distance from a date that stands beside it."""
    if when.anchor is None:
        return None
    base = resolve(when.anchor, context)
    day = base.last if when.sign > 0 and base.grain not in (Unit.MONTH, Unit.YEAR) else base.first
    if day is None:
        return None
    grain = base.grain if base.grain in (Unit.MONTH, Unit.YEAR) else Unit.DAY
    anchor = base.anchor or Anchor(AnchorKind.TEXT, base.edtf or base.timex)
    return _Start(day, grain, base.edtf or base.timex, anchor)


@resolve.register(AfterEvent)
def _(when: AfterEvent, context: Context) -> Value:
    length = wording.length(when.amounts)
    for kind, item in context.nearest():
        if (
            kind in (AnchorKind.TEXT, AnchorKind.PARAGRAPH)
            and item.value.edtf is not None
            and item.value.grain
        ):
            found = replace(item.value, reasons=()).leaning(Basis.ANCHORED, anchor_on(kind, item))
            return found.because(
                f"it is {length} after an event; the date of the clause is taken, {wording.place(kind, item)}"
            ).marked(approximate=True)
    return unresolved("XXXX-XX-XX", f"it is {length} after an event whose date is not known")


@resolve.register(Within)
def _(when: Within, context: Context) -> Value:
    """«في غضون أسبوع»: from the date of its story, or from the writing where the sentence looks ahead."""
    length = timex_value(Duration(when.amounts))
    start = _start(Offset(when.amounts, 1, Base.EITHER), context)
    if start is None or (start.anchor.kind is AnchorKind.PUBLISHED and not context.future):
        return Value(None, length, Basis.DURATION, reasons=("it is a length of time, not a date",))
    try:
        there = shifted(start.day, when.amounts, 1)
    except (OverflowError, ValueError):
        return unresolved(length, "there is no such date")
    found = value.of_days(start.day, there, Basis.OFFSET).leaning(Basis.OFFSET, start.anchor)
    return (
        replace(found, timex=length)
        .marked(approximate=True)
        .because(f"it is within {wording.length(when.amounts)} after {start.name}")
    )


_FEW = {
    Unit.DAY: 7,
    Unit.WEEK: 4,
    Unit.MONTH: 3,
    Unit.YEAR: 5,
    Unit.DECADE: 2,
    Unit.CENTURY: 2,
    Unit.HOUR: 24,
}
"""How many «الأيام الماضية» may be; always marked approximate."""


@resolve.register(Vague)
def _(when: Vague, context: Context) -> Value:
    timex = "PAST_REF" if when.sign < 0 else "FUTURE_REF"
    reference = context.reference
    if reference is None:
        return unresolved(timex, f"it is counted from the day of writing, and {wording.UNKNOWN_WRITING}")
    count = when.count or _FEW.get(when.unit, 3)
    try:
        there = shifted(reference, ((count, when.unit),), when.sign)
    except (OverflowError, ValueError):
        return unresolved(timex, "there is no such date")
    first, last = min(there, reference), max(there, reference)
    if when.unit in (Unit.YEAR, Unit.DECADE, Unit.CENTURY):
        written = [edtf.year(first.year), edtf.year(last.year)]
    elif when.unit is Unit.MONTH:
        written = [edtf.month(first.year, first.month), edtf.month(last.year, last.month)]
    else:
        written = [first.isoformat(), last.isoformat()]
    far = 0 if when.sign < 0 else 1
    if when.count is None:
        written[far] += "~"
    found = Value(
        "/".join(written), timex if when.count is None else "/".join(written), Basis.OFFSET, None, first, last
    )
    reasons = [f"it runs {'up to' if when.sign < 0 else 'from'} {wording.writing(reference)}"]
    if when.count is None:
        reasons.append(f"how long is not stated, and about {wording.length(((count, when.unit),))} are taken")
    return found.leaning(Basis.OFFSET, anchor_on_reference(reference)).because(*reasons)
