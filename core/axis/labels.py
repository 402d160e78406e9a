"""What is written under an axis: the first and the last, and where years, months and round numbers begin.

Figures only, as EDTF has them: they read alike in every language, and stand where they belong in a line that
no bidirectional text can turn.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from core.axis.unit import Unit

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from core.axis.axis import Axis

BEFORE, AFTER = "‹", "›"
"""Signs at a year that stands for what is far before, or after, as well."""
_ROUND = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000)
_APART = 9
"""Cells from one round year to the next, at least."""
_QUARTERS = (4, 7, 10)
_TENS = (11, 21)
_NUMBER = -2
"""Where the month's or the day's own number begins in `2021-05` and `2021-05-03`."""


class Label(NamedTuple):
    """Some figures and the cell in which they begin."""

    column: int
    text: str

    @property
    def end(self) -> int:
        """The cell behind them."""
        return self.column + len(self.text)


def labels(axis: Axis) -> tuple[Label, ...]:
    """Return what can be written under an axis without two touching, from left to right."""
    placed: list[Label] = []
    for label in _wanted(axis):
        apart = all(label.end < other.column or other.end < label.column for other in placed)
        if apart and label.column >= 0 and label.end <= axis.width:
            placed.append(label)
    return tuple(sorted(placed))


def ends(axis: Axis) -> tuple[str, str]:
    """Return what the first and the last bin are called."""
    if axis.unit is not Unit.YEAR:
        return written(axis.first, axis.unit), written(axis.last, axis.unit)
    low, high = axis.inner or (axis.first, axis.last)
    return (
        f"{BEFORE if low > axis.first else ''}{low.year}",
        f"{high.year}{AFTER if high < axis.last else ''}",
    )


def written(day: dt.date, unit: Unit) -> str:
    """Write the unit that holds a day: `2021`, `2021-05`, `2021-05-03`."""
    return day.isoformat()[: {Unit.YEAR: 4, Unit.MONTH: 7, Unit.DAY: 10}[unit]]


def stretch(first: dt.date | None, last: dt.date | None) -> str:
    """Write some days as briefly as EDTF can: `2021`, `2021-05`, `2021-05-03`, `2021-05/2021-07`, `2021/..`.

    Args:
        first: the first one; None: open.
        last: the last one, inclusive; None: open.
    """
    for unit in Unit:
        begins = first is None or unit.begin(first) == first
        if begins and (last is None or unit.last_day(unit.number(last)) == last):
            named = [written(day, unit) if day else ".." for day in (first, last)]
            return named[0] if named[0] == named[1] else "/".join(named)
    raise ValueError("a day is a day")


def _wanted(axis: Axis) -> Iterator[Label]:
    """Yield what may be written, what matters most first."""
    first, last = ends(axis)
    outer = [Label(0, first)] if first == last else [Label(0, first), Label(axis.width - len(last), last)]
    if axis.unit is Unit.YEAR:
        yield from outer
        yield from _round_years(axis)
        return
    yield from _begins(axis, axis.unit.coarser)
    yield from outer
    # Where a year or a month begins so near that there is no room: the number alone.
    yield from (Label(0, first[_NUMBER:]), Label(axis.width + _NUMBER, last[_NUMBER:]))
    within = _QUARTERS if axis.unit is Unit.MONTH else _TENS
    for number, day in enumerate(axis.starts):
        figures = written(day, axis.unit)[_NUMBER:]
        if int(figures) in within:
            yield Label(number * axis.cells, figures)


def _begins(axis: Axis, unit: Unit) -> Iterator[Label]:
    """Yield where larger units begin."""
    for number, day in enumerate(axis.starts):
        if unit.begin(day) == day:
            yield Label(number * axis.cells, written(day, unit))


def _round_years(axis: Axis) -> Iterator[Label]:
    low, high = (day.year for day in axis.inner or (axis.first, axis.last))
    years = high - low + 1
    step = next((step for step in _ROUND if step * axis.width >= _APART * years), years)
    for year in range(-(-low // step) * step, high + 1, step):
        yield Label(axis.column_of(axis.first.replace(year=year)), f"{year}")
