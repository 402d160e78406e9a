"""Stretches of time beside each other: what a screen shows of rounds, and of events that last."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from core.axis import Unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from core.spans.process import Process

_COARSE = (Unit.YEAR, Unit.MONTH)


class Kind(StrEnum):
    """Why something takes more than a day; in the order of what matters more."""

    ROUND = "round"
    """A round of a process of mediation."""
    LASTING = "lasting"
    """It went on from a first to a last day."""
    WITHIN = "within"
    """It happened some time within: no more than the month or the year is told, or several of these."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some days in a row, and what takes them."""

    kind: Kind
    first: dt.date
    last: dt.date
    """Inclusive."""
    rows: tuple[int, ...]
    """Indices of the rows of which it is made; of what lasts or lies within, the first one alone."""
    count: int = 1
    """How many rows it is made of."""
    number: int | None = None
    """Of a round."""
    of: int | None = None
    """How many rounds there are, as far as is told; None where that is not known."""
    name: str = ""
    """Who is in a round, by the words of the text or the lexicon's English name."""

    def is_of(self, row: int | None, first: dt.date | None, last: dt.date | None) -> bool:
        """Tell whether a row of these days belongs to it."""
        if self.kind is Kind.ROUND:
            return row in self.rows
        return (first, last) == (self.first, self.last)


def rounds(found: Iterable[Process], *, told_of_all: bool = True) -> Iterator[Stretch]:
    """Yield the rounds of some processes; how many there are is known only where all were looked at."""
    for process in found:
        who = [party.name_en or party.text for party in (*process.mediators, *process.parties)]
        for one in process.rounds:
            yield Stretch(
                Kind.ROUND,
                *(one.first, one.last, one.rows, len(one.rows), one.number),
                of=process.count if told_of_all else None,
                name=" · ".join(dict.fromkeys(who)),
            )


def lasting(days: Iterable[tuple[dt.date, dt.date, int]], least: int) -> Iterator[Stretch]:
    """Yield what lasts, or lies within; what has the same days stands once.

    Args:
        days: first and last day of a row, and its index; in the order of the rows.
        least: how many days it must be; two at least count.
    """
    found: dict[tuple[dt.date, dt.date], list[int]] = {}
    shortest = dt.timedelta(max(least, 2) - 1)
    for first, last, row in days:
        if last - first >= shortest:
            found.setdefault((first, last), []).append(row)
    for (first, last), rows in found.items():
        kind = Kind.WITHIN if _is_coarse(first, last) else Kind.LASTING
        yield Stretch(kind, first, last, tuple(rows[:1]), len(rows))


def touching(found: Iterable[Stretch], first: dt.date, last: dt.date) -> list[Stretch]:
    """Return those that begin or end within some days: what matters more first, then in the order of time.

    What goes on all the while says nothing of these days; a round does.
    """
    kinds = list(Kind)

    def within(one: Stretch) -> bool:
        if one.kind is Kind.ROUND:
            return one.first <= last and first <= one.last
        return first <= one.first <= last or first <= one.last <= last

    return sorted(
        filter(within, found), key=lambda one: (kinds.index(one.kind), one.first, one.first - one.last)
    )


def _is_coarse(first: dt.date, last: dt.date) -> bool:
    return any(unit.begin(first) == first and unit.last_day(unit.number(last)) == last for unit in _COARSE)


def beside(stretch: Stretch, others: Iterable[Stretch]) -> int:
    """Count what else was going on in the same days; what lies somewhere within is not known to."""
    return sum(
        other is not stretch
        and other.kind is not Kind.WITHIN
        and other.first <= stretch.last
        and stretch.first <= other.last
        for other in others
    )
