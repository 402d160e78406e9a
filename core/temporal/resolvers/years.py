"""Which year a date without one means, and what the inference hangs on."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from core.model import AnchorKind
from core.temporal import calendars
from core.temporal.context import anchor_on, anchor_on_reference
from core.temporal.expression import Calendar, Unit
from core.temporal.resolvers.wording import place, writing

if TYPE_CHECKING:
    from core.model import Anchor
    from core.temporal.context import Antecedent, Context
    from core.temporal.expression import CalendarDate

_AHEAD = 1.5
"""How much nearer a day to come must be than one past, in a sentence that does not say."""
_OPEN = 150
"""Days beyond which the nearest year is no longer a matter of course."""


@dataclass(frozen=True, slots=True)
class Inference:
    """A year, whether it could be another, and why this one."""

    year: int
    doubtful: bool
    reason: str
    anchor: Anchor | None


def day_in(year: int, month: int, day: int | None, calendar: Calendar) -> dt.date | None:
    """The (first) day of a date in a year, or None where there is none."""
    try:
        if calendar is Calendar.HIJRI:
            return calendars.hijri_span(year, month, day)[0]
        return dt.date(year, month, day or 1)
    except (ValueError, OverflowError):
        return None


def infer_year(month: int, day: int | None, calendar: Calendar, context: Context) -> Inference | None:
    """The year of a date that does not say it: from the dates before it, or the day of writing."""
    for kind, item in context.nearest():
        if not _lends_year(kind, item, context):
            continue
        first = item.value.first
        if first is None:
            continue
        year = calendars.hijri_year_of(first) if calendar is Calendar.HIJRI else first.year
        there = day_in(year, month, day, calendar)
        if there is None:
            continue
        doubtful = there < first and item.value.grain in (Unit.DAY, Unit.MONTH)
        reason = f"the year is not stated; {year} is taken from {place(kind, item)}"
        return Inference(year, doubtful, reason, anchor_on(kind, item))
    if context.reference is None:
        return None
    nearest = nearest_year(month, day, calendar, context)
    told = (
        None
        if context.future or nearest is None or calendar is Calendar.HIJRI
        else _by_chronology(month, day, nearest, context)
    )
    return told or nearest


_NEWS = 60
"""Days from the writing within which a day without a year is most likely news."""
_STORY = dt.timedelta(days=550)
"""Two dates of one story lie no further apart."""


def _by_chronology(month: int, day: int | None, nearest: Inference, context: Context) -> Inference | None:
    """The year that keeps a story in order: between the dates before and after, or after the last ones.

    Where nothing follows, two dates in order must stand before it, and it must open its paragraph. None where
    that is the year nearest to the writing, or where there is no such story.
    """
    calendar = Calendar.GREGORIAN
    dated = [item for kind, item in context.nearest() if kind is AnchorKind.DOCUMENT and _is_dated(item)][:2]
    if not dated or dated[0].value.first is None:
        return None
    before, since = dated[0], dated[0].value.first
    until = _day_of(context.following)
    if until is not None and since <= until <= since + _STORY:
        years = [y for y in range(since.year, until.year + 1) if _between(y, month, day, since, until)]
        if len(years) == 1 and (since.year == until.year or not _is_news(nearest.year, month, day, context)):
            if years[0] == nearest.year:
                return None
            where = f"after {place(AnchorKind.DOCUMENT, before)} and up to {until.isoformat()}, which follows"
            reason = f"the year is not stated; {years[0]} keeps the story in order, {where}"
            return Inference(
                years[0], since.year != until.year, reason, anchor_on(AnchorKind.DOCUMENT, before)
            )
    there = day_in(since.year, month, day, calendar)
    earlier = dated[-1].value.first
    if len(dated) < 2 or not context.opens or there is None or earlier is None:
        return None
    if not earlier <= since <= there or since > earlier + _STORY or since.year == nearest.year:
        return None
    reason = f"the year is not stated; {since.year} is that of the entry before it, «{before.text}»"
    return Inference(since.year, doubtful=True, reason=reason, anchor=anchor_on(AnchorKind.DOCUMENT, before))


def _is_news(year: int, month: int, day: int | None, context: Context) -> bool:
    """Tell whether a date lies so near to the writing that it is most likely meant."""
    there = day_in(year, month, day, Calendar.GREGORIAN)
    reference = context.reference
    return there is not None and reference is not None and abs((there - reference).days) <= _NEWS


def _is_dated(item: Antecedent) -> bool:
    return item.year_stated and item.value.grain in (Unit.DAY, Unit.MONTH) and item.value.first is not None


def _day_of(when: CalendarDate | None) -> dt.date | None:
    """The last day of a date whose year and month are said."""
    if when is None or not isinstance(when.year, int) or not isinstance(when.month, int):
        return None
    if when.calendar is Calendar.HIJRI or not 1 <= when.year <= 9999:
        return None
    if when.day is None:
        return calendars.month_span(when.year, when.month)[1]
    return day_in(when.year, when.month, when.day, when.calendar)


def _between(year: int, month: int, day: int | None, since: dt.date, until: dt.date) -> bool:
    there = day_in(year, month, day, Calendar.GREGORIAN)
    return there is not None and since <= there <= until


def _lends_year(kind: AnchorKind, item: Antecedent, context: Context) -> bool:
    """A full date in the paragraph lends its year; others do where nothing better is known."""
    if not item.year_stated:
        return False
    if kind is AnchorKind.HEADING:
        return True
    dated = item.value.grain in (Unit.DAY, Unit.MONTH)
    if kind in (AnchorKind.TEXT, AnchorKind.PARAGRAPH):
        return dated or context.reference is None
    return context.reference is None


def nearest_year(month: int, day: int | None, calendar: Calendar, context: Context) -> Inference | None:
    """The year that puts a date nearest to the writing; the past first unless the sentence looks ahead."""
    if context.reference is None:
        return None
    return _nearest(month, day, calendar, context.reference, future=context.future)


@lru_cache(maxsize=1024)
def _nearest(
    month: int, day: int | None, calendar: Calendar, reference: dt.date, *, future: bool
) -> Inference | None:
    this = calendars.hijri_year_of(reference) if calendar is Calendar.HIJRI else reference.year
    ranked: list[tuple[float, int]] = []
    for year in (this - 1, this, this + 1):
        there = day_in(year, month, day, calendar)
        if there is None:
            continue
        distance = (there - reference).days
        if day is None and (there.year, there.month) == (reference.year, reference.month):
            distance = 0
        ahead = distance > 0
        weight = (0.5 if future else _AHEAD) if ahead else (1.5 if future else 1.0)
        ranked.append((abs(distance) * weight, year))
    if not ranked:
        return None
    ranked.sort()
    nearest, year = ranked[0]
    doubtful = nearest > _OPEN and len(ranked) > 1 and ranked[1][0] < 1.5 * nearest
    there = day_in(year, month, day, calendar)
    if there is not None and there > reference and not future and nearest > 0:
        # It lies ahead, and nothing in the sentence says so.
        doubtful = True
    reason = f"the year is not stated; {year} puts it nearest to {writing(reference)}"
    return Inference(year, doubtful, reason, anchor_on_reference(reference))


def year_by_steps(
    month: int, day: int | None, steps: int, calendar: Calendar, reference: dt.date
) -> int | None:
    """The year of «يوليو الماضي» (-1: the latest before the writing), «مايو المقبل» (1: the first after)."""
    this = calendars.hijri_year_of(reference) if calendar is Calendar.HIJRI else reference.year
    if steps == 0:
        return this
    spans = []
    for year in range(this - 4, this + 5):
        there = day_in(year, month, day, calendar)
        if there is not None:
            spans.append((there, year))
    start = reference if day is not None else reference.replace(day=1)
    if steps < 0:
        before = [year for there, year in spans if there < start]
        return before[steps] if len(before) >= -steps else None
    limit = reference if day is not None else calendars.month_span(reference.year, reference.month)[1]
    after = [year for there, year in spans if there > limit]
    return after[steps - 1] if len(after) >= steps else None
