"""Events of one or more articles in the order of time, and how they spread over the years."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.coreference import corroboration, merge
from core.model import EventKind, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from core.model import Analysis, Event


@dataclass(frozen=True, slots=True)
class Row:
    """An event on the timeline and the article it was read from."""

    event: Event
    document: int
    """Index into the analyses that the timeline was built from."""
    outlets: int = 1
    """How many outlets tell of it."""


@dataclass(frozen=True, slots=True)
class Bin:
    """Some years of the histogram and how many events begin in them."""

    first_year: int
    last_year: int
    """Inclusive."""
    count: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """Rows in the order of time; undated ones last."""

    rows: tuple[Row, ...] = ()

    @property
    def span(self) -> tuple[int, int] | None:
        """The first and the last year with an event; None where nothing is dated."""
        years = [year for row in self.rows if (year := _year(row.event)) is not None]
        return (min(years), max(years)) if years else None

    def bins(self, width: int) -> list[Bin]:
        """Count events by year, to scale: at most `width` bins of equally many years, empty ones included."""
        span = self.span
        if span is None or width < 1:
            return []
        first, last = span
        step = -(-(last - first + 1) // width)
        counts = [0] * (-(-(last - first + 1) // step))
        for row in self.rows:
            year = _year(row.event)
            if year is not None:
                counts[(year - first) // step] += 1
        return [
            Bin(first + i * step, min(first + (i + 1) * step - 1, last), count)
            for i, count in enumerate(counts)
        ]


def build_timeline(analyses: Sequence[Analysis], kinds: Iterable[EventKind] = (EventKind.EVENT,)) -> Timeline:
    """Put the events of some articles in order.

    Tellings of one happening are merged across articles; further ones (`same_as`) have no row of their own,
    and neither have hidden ones.

    Args:
        analyses: one an article.
        kinds: which kinds of row are wanted; statements and states are left out unless asked for.
    """
    wanted = frozenset(kinds)
    told = [(number, event) for number, analysis in enumerate(analyses) for event in analysis.events]
    # What a person has hidden stands for nothing: another telling of it may.
    shown = [(number, event) for number, event in told if event.status is not Status.HIDDEN]
    merged = merge([event for _, event in shown])
    outlets = corroboration(merged)
    rows = [
        Row(event, number, outlets[event.id])
        for (number, _), event in zip(shown, merged, strict=True)
        if event.kind in wanted and not event.same_as
    ]
    return Timeline(tuple(sorted(rows, key=_order)))


def _year(event: Event) -> int | None:
    day = event.date.start or event.date.end
    return day.year if day else None


def _order(row: Row) -> tuple[bool, dt.date, int, int, int, int]:
    """Order by first day; of two that begin together the wider first; then as the text tells them."""
    date = row.event.date
    first = date.start or date.end
    days = ((date.end or dt.date.max) - (date.start or dt.date.min)).days
    place = (row.document, row.event.paragraph, row.event.trigger.span.start if row.event.trigger else 0)
    return (first is None, first or dt.date.max, -days, *place)
