"""Units, stretches to scale, what is counted in them and written under them."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.axis import Axis, Unit, in_months, labels, over_years, window
from core.axis.labels import ends, stretch

DAYS = st.dates()
UNITS = st.sampled_from(Unit)
FINE = st.sampled_from([Unit.MONTH, Unit.DAY])
ROOMS = st.integers(1, 300)
FEW = settings(deadline=None, max_examples=60)


@FEW
@given(UNITS, DAYS, st.integers(-500, 500))
def test_steps_there_and_back_end_where_they_began(unit: Unit, day: dt.date, steps: int) -> None:
    there = unit.step(day, steps)
    inside = unit.number(dt.date.min) < unit.number(there) < unit.number(dt.date.max)
    if inside:
        assert unit.step(there, -steps) == unit.begin(day)
    assert unit.begin(there) == there


@FEW
@given(UNITS, DAYS)
def test_a_unit_holds_its_days_and_meets_the_next(unit: Unit, day: dt.date) -> None:
    number = unit.number(day)
    assert unit.first_day(number) <= day <= unit.last_day(number)
    if unit.last_day(number) < dt.date.max:
        assert unit.last_day(number) + dt.timedelta(1) == unit.first_day(number + 1)


def test_units_are_finer_and_coarser() -> None:
    assert [unit.finer for unit in Unit] == [Unit.MONTH, Unit.DAY, Unit.DAY]
    assert [unit.coarser for unit in Unit] == [Unit.YEAR, Unit.YEAR, Unit.MONTH]


def assert_to_scale(axis: Axis, room: int) -> None:
    assert axis.width <= room
    assert all(before < after for before, after in pairwise(axis.starts))
    assert axis.last >= axis.starts[-1]
    assert [axis.bin_of(day) for day in axis.starts] == list(range(len(axis.starts)))
    for bin_ in range(len(axis.starts)):
        first, last = axis.days_of(bin_)
        assert axis.bin_of(last) == bin_
        assert axis.column_of(first) // axis.cells == axis.column_of(last) // axis.cells == bin_
        assert axis.bin_at(axis.column_of(last)) == bin_
    assert axis.bin_at(-1) is axis.bin_at(axis.width) is None


@FEW
@given(FINE, DAYS, ROOMS)
def test_a_window_holds_its_day_to_scale(unit: Unit, day: dt.date, room: int) -> None:
    axis = window(unit, day, room)
    assert axis.holds(day)
    assert_to_scale(axis, room)
    for share in (0.25, -0.25, 0.001):
        panned = axis.panned(share)
        assert (len(panned.starts), panned.cells) == (len(axis.starts), axis.cells)
        assert (panned.first > axis.first) == (share > 0 and axis.last < unit.last_day(10**9))


@FEW
@given(FINE, st.lists(DAYS, max_size=40), DAYS, ROOMS)
def test_counts_add_up(unit: Unit, days: list[dt.date], day: dt.date, room: int) -> None:
    days.sort()
    axis = window(unit, day, room)
    counts = axis.counts(lambda sought: bisect_left(days, sought), len(days))
    assert sum(counts) == sum(axis.holds(one) for one in days)
    for bin_, count in enumerate(counts):
        first, last = axis.days_of(bin_)
        assert count == sum(first <= one <= last for one in days)


def test_an_empty_stretch_is_asked_for_at_its_ends_only() -> None:
    asked: list[dt.date] = []

    def index_at(day: dt.date) -> int:
        asked.append(day)
        return 7

    assert sum(window(Unit.DAY, dt.date(2021, 5, 3), 60).counts(index_at, 9)) == 0
    assert len(asked) == 2


@FEW
@given(FINE, DAYS, ROOMS)
def test_labels_stand_under_the_axis_and_apart(unit: Unit, day: dt.date, room: int) -> None:
    axis = window(unit, day, room)
    placed = labels(axis)
    assert all(one.end < other.column for one, other in pairwise(placed))
    assert all(one.column >= 0 and one.end <= axis.width for one in placed)


def ruler(axis: Axis) -> str:
    line = [" "] * axis.width
    for label in labels(axis):
        line[label.column : label.end] = label.text
    return "".join(line)


MAY = dt.date(2021, 5, 17)


@pytest.mark.parametrize(
    ("axis", "written"),
    [
        (window(Unit.MONTH, MAY, 58), " 2019  07 10 2020  07 10 2021  07 10 2022  07 10 2023   09"),
        (window(Unit.MONTH, MAY, 40), "09  2020  07 10 2021  07 10 2022 2022-12"),
        (window(Unit.MONTH, MAY, 24), "2020-05 2021  07 10 2022"),
        (window(Unit.DAY, MAY, 40), "27  2021-05   11        21    2021-06-05"),
        (window(Unit.DAY, MAY, 24), "2021-05-05    2021-05-28"),
        (window(Unit.DAY, MAY, 5), "15 19"),
        (over_years(((year, year) for year in range(1990, 2023)), 40), "1990      2000      2010     2022"),
        (over_years([(2021, 2021)], 40), "2021"),
        (
            over_years([(622, 2002), (2003, 2004), (2005, 2006), (2007, 2195)], 40),
            "‹2001         2004       2006      2008›",
        ),
    ],
)
def test_the_ruler(axis: Axis, written: str) -> None:
    assert ruler(axis).rstrip() == written.rstrip()


def test_years_gathered_from_afar_are_signed_and_do_not_stretch_the_scale() -> None:
    axis = over_years([(622, 2002), (2003, 2004), (2005, 2006), (2007, 2195)], 40)
    assert ends(axis) == ("‹2001", "2008›")
    assert axis.column_of(dt.date(700, 1, 1)) == axis.column_of(dt.date(2001, 1, 1)) == 0
    assert axis.column_of(dt.date(2002, 12, 31)) == 9
    assert axis.column_of(dt.date(2150, 1, 1)) == 39


@pytest.mark.parametrize(
    ("first", "last", "written"),
    [
        ("2021-01-01", "2021-12-31", "2021"),
        ("2020-01-01", "2029-12-31", "2020/2029"),
        ("2021-05-01", "2021-05-31", "2021-05"),
        ("2021-05-01", "2021-07-31", "2021-05/2021-07"),
        ("2021-05-03", "2021-05-03", "2021-05-03"),
        ("2021-05-01", "2021-05-30", "2021-05-01/2021-05-30"),
        ("2021-01-01", None, "2021/.."),
        (None, "2021-05-03", "../2021-05-03"),
    ],
)
def test_days_are_written_briefly(first: str | None, last: str | None, written: str) -> None:
    days = [dt.date.fromisoformat(day) if day else None for day in (first, last)]
    assert stretch(*days) == written


def test_one_year_or_two_are_seen_in_months() -> None:
    axis = in_months(2020, 2021, 50)
    assert axis is not None
    assert (axis.unit, len(axis.starts), axis.cells) == (Unit.MONTH, 24, 2)
    assert (axis.first, axis.last) == (dt.date(2020, 1, 1), dt.date(2021, 12, 31))
    assert in_months(2020, 2021, 23) is None, "no room"
    assert in_months(2019, 2021, 50) is None, "bars of years say enough"
