"""Ranges, and what is open at one end."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from core.model import Basis
from core.temporal import edtf
from core.temporal.expression import Interval, TimeOfDay
from core.temporal.resolve import resolve
from core.temporal.value import Value, unresolved

if TYPE_CHECKING:
    from core.temporal.context import Context
    from core.temporal.expression import When

_OPEN = ".."


@resolve.register(Interval)
def _(when: Interval, context: Context) -> Value:
    if when.first is not None and when.last is not None:
        return _closed(when.first, when.last, context)
    end = when.first or when.last
    if end is None:
        return unresolved("XXXX", "neither end is known")
    point = resolve(end, context)
    if when.first is not None:
        return _half(point, _start(point), f"{edtf.start(point.timex)}/{_OPEN}", opens=False)
    return _half(point, _end(point), f"{_OPEN}/{edtf.end(point.timex)}", opens=True)


def _start(point: Value) -> str | None:
    """The start of a date as an interval's end: level 1 allows no unspecified digits there."""
    if point.edtf is not None and "X" in point.edtf and point.first is not None:
        return edtf.year(point.first.year)
    return None if point.edtf is None else edtf.start(point.edtf)


def _end(point: Value) -> str | None:
    if point.edtf is not None and "X" in point.edtf and point.last is not None:
        return edtf.year(point.last.year)
    return None if point.edtf is None else edtf.end(point.edtf)


def _half(point: Value, end: str | None, timex: str, *, opens: bool) -> Value:
    if end is None:
        return replace(point, timex=timex)
    written = f"{_OPEN}/{end}" if opens else f"{end}/{_OPEN}"
    first, last = (None, point.last) if opens else (point.first, None)
    found = replace(
        point, edtf=written, timex=timex, first=first, last=last, grain=None if opens else point.grain
    )
    return found.because("no start is given" if opens else "no end is given")


def _closed(first: When, last: When, context: Context) -> Value:
    start, end = resolve(first, context), resolve(last, context)
    if isinstance(first, TimeOfDay) and isinstance(last, TimeOfDay):
        return replace(start, timex=f"{start.timex}/{end.timex}", last=end.last)
    if start.edtf is None or end.edtf is None:
        missing = start if start.edtf is None else end
        return unresolved(f"{edtf.start(start.timex)}/{edtf.end(end.timex)}", *missing.reasons[:1])
    if start.first is not None and end.last is not None and start.first > end.last:
        swapped = _earlier(start)
        if swapped is None:
            return end.because("the range runs backwards, so only its last date is taken")
        start = swapped
    if start.edtf is None or end.edtf is None:
        return unresolved("XXXX", "neither end is known")
    reasons = start.reasons
    if start.reasons != end.reasons:
        reasons = (
            *(f"its start: {reason}" for reason in start.reasons),
            *(f"its end: {reason}" for reason in end.reasons),
        )
    return Value(
        f"{_start(start)}/{_end(end)}",
        f"{edtf.start(start.timex)}/{edtf.end(end.timex)}",
        Basis.RANGE,
        None,
        start.first,
        end.last,
        reasons,
        start.anchor or end.anchor,
    )


def _earlier(start: Value) -> Value | None:
    """The first date a year earlier, where its year was inferred («من نوفمبر إلى مارس»)."""
    if (
        start.basis is not Basis.YEAR_INFERRED
        or start.first is None
        or start.last is None
        or start.edtf is None
    ):
        return None
    year = start.first.year
    try:
        first, last = start.first.replace(year=year - 1), start.last.replace(year=year - 1)
    except ValueError:
        return None
    old, new = edtf.year(year), edtf.year(year - 1)
    written = start.edtf.replace(old, new)
    return replace(start, edtf=written, timex=start.timex.replace(old, new), first=first, last=last)
