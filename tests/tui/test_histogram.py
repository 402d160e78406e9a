"""The axis above the timeline: zoomed, stepped along, clicked, turned."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from textual.events import MouseScrollDown, MouseScrollUp

from core.library import Library
from tests.tui.driver import QUIET, Driver, explore
from tui.explorer import ExplorerApp
from tui.libraries import Libraries
from tui.terminal import BidiMode, Profile
from tui.widgets.histogram import Histogram

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from textual.widget import Widget

    from core.model import Analysis, Event


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.screens.explorer.FOLLOW_AFTER", QUIET)


DAYS = (
    *("2018-03-12", "2019-04-03", "2020-09-10", "2020-09-20", "2020-12-09"),
    *("2021-05-03", "2021-05-10", "2021-05-21", "2021-06-15"),
)


def dated(analysis: Analysis, days: Iterable[str | None] = DAYS) -> Analysis:
    """Return the article with an event a day."""
    return replace(analysis, events=tuple(_on(analysis.events[0], n, day) for n, day in enumerate(days)))


def _on(event: Event, number: int, day: str | None) -> Event:
    first = dt.date.fromisoformat(day) if day else None
    date = replace(event.date, edtf=day, start=first, end=first)
    return replace(event, id=f"e{number}", date=date, actors=(), places=())


def axis(it: Driver) -> list[str]:
    """The lines of the histogram."""
    widget = it.screen.query_one(Histogram)
    return [widget.render_line(y).text.rstrip() for y in range(widget.size.height)]


def reversed_columns(it: Driver, y: int = 0) -> list[int]:
    """The cells of a line that are turned to reverse."""
    found: list[int] = []
    column = 0
    for segment in it.screen.query_one(Histogram).render_line(y):
        width = segment.cell_length
        if segment.style and segment.style.reverse:
            found += range(column, column + width)
        column += width
    return found


def selected(it: Driver) -> str | None:
    row = it.list.selected
    return row.event.date.edtf if row else None


GOLDEN = {
    (120, 40): (
        " ▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▆▆▆▆▆▆▆▆▆▆▆▆▆▆██████████████",
        " 2018          2019          2020          2021  ^   2021",
        "    ▃                ▆  ▃    █▃",
        " 2019  07 10 2020  07 10 2021 ^07 10 2022  07 10 2023    10",
        "     █                        █",
        " 2021-05-17     2021-06   11  ^     21        2021-07    13",
    ),
    (46, 30): (
        " ▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▆▆▆▆▆▆▆▆▆▆▆███████████",
        " 2018       2019       2020       2021^  2021",
        "              ▆  ▃    █▃",
        " 08   2020  07 10 2021 ^07 10 2022    2023-03",
        "                       █",
        " 24      2021-06   11  ^     21    2021-07-06",
    ),
    (80, 24): (
        " 2018 ▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆███████▇█████████ 2021",
        " 2020-03             ▆▆    ▃▃        ██▃▃                               2022-09",
        " 2021-05-18    █                        ▇                            2021-07-12",
    ),
}
"""Years, months and days, the last event selected."""


@pytest.mark.parametrize("size", GOLDEN)
async def test_years_months_and_days_to_scale(analysis: Analysis, size: tuple[int, int]) -> None:
    async with explore(dated(analysis), size=size) as it:
        found = []
        for key in ("G", "z", "z"):
            await it.press(key)
            found += axis(it)
            assert bool(reversed_columns(it)) == (size[1] < 30), "the bar itself, where nothing is under it"
        assert tuple(found) == GOLDEN[size]


async def test_zooming_ends_at_years_and_at_days(analysis: Analysis) -> None:
    async with explore(dated(analysis)) as it:
        years = axis(it)
        await it.press("z", "z", "z", "ئ")
        assert "by day" in it.lines()[0]
        days = axis(it)
        await it.press("~")
        assert "by month" in it.lines()[0]
        await it.press("Z", "Z", "Z")
        assert axis(it) == years
        assert "by" not in it.lines()[0]
        await it.press("z", "z")
        assert axis(it) == days


async def test_one_steps_by_what_a_bar_stands_for(analysis: Analysis) -> None:
    async with explore(dated(analysis, (*DAYS, None))) as it:
        walked = []
        for key in "dddddDDD":
            await it.press(key)
            walked.append(selected(it))
        assert walked == [
            *("2019-04-03", "2020-09-10", "2021-05-03", "2021-05-03", "2021-05-03"),
            *("2020-09-10", "2019-04-03", "2018-03-12"),
        ]
        await it.press("D", "z", "d", "ي", "d", "d")
        assert selected(it) == "2021-05-03"
        await it.press("d", "d", "D", "z", "d", "d", "D")
        assert selected(it) == "2021-05-10"
        await it.press("G", "d")
        assert selected(it) is None
        await it.press("D")
        assert selected(it) == "2021-06-15", "what has no date comes after all"


async def test_the_window_turns_only_when_the_selection_leaves_it(analysis: Analysis) -> None:
    async with explore(dated(analysis)) as it:
        await it.press("G", "z", "z")
        bars = axis(it)[0]
        await it.press("k")
        assert axis(it)[0] == bars
        assert reversed_columns(it, 1) == [bars.index("█")], "the caret follows: on a figure, its reverse"
        await it.press("k", "k", "k")
        assert axis(it)[0] != bars
        assert "2020-12" in axis(it)[1]


async def test_bars_are_clicked_and_the_wheel_pans(analysis: Analysis) -> None:
    async with explore(dated(analysis)) as it:
        histogram = it.screen.query_one(Histogram)
        await it.pilot.click(histogram, offset=(20, 0))
        await it.quiet()
        assert selected(it) == "2019-04-03"
        await it.press("z")
        months = axis(it)
        histogram.post_message(wheel(histogram, MouseScrollDown))
        await it.quiet()
        later = axis(it)
        assert later != months
        assert "^" not in later[1], "the selected event is out of sight"
        histogram.post_message(wheel(histogram, MouseScrollUp))
        await it.quiet()
        assert axis(it) == months
        await it.pilot.click(histogram, offset=(58, 0))
        await it.quiet()
        assert selected(it) == "2021-06-15", "past the last event, the last"


def wheel(widget: Widget, kind: type[MouseScrollDown | MouseScrollUp]) -> MouseScrollDown | MouseScrollUp:
    return kind(widget, 1, 0, 0, 0, 0, shift=False, meta=False, ctrl=False)


@pytest.mark.parametrize("size", [(100, 30), (80, 24), (40, 10), (12, 22), (5, 2)])
async def test_the_axis_fits_every_window(analysis: Analysis, size: tuple[int, int]) -> None:
    async with explore(dated(analysis, (*DAYS, None)), size=size) as it:
        await it.press("z", "d", "z", "D", "G", "Z", "w", "z", "w", "D")
        assert it.app.fault is None
        width = it.screen.query_one(Histogram).size.width
        assert all(len(line) <= width for line in axis(it))


async def test_without_a_date_there_is_no_axis(analysis: Analysis) -> None:
    async with explore(dated(analysis, (None,))) as it:
        await it.press("z", "d", "D", "z")
        assert axis(it) == ["", ""]
    async with explore() as it:
        await it.press("z", "d", "D", "z")
        assert axis(it) == ["", ""]


async def test_of_many_events_one_begins_where_most_are(analysis: Analysis) -> None:
    most = (f"20{20 + n % 4}-{1 + n // 4 % 12:02}-{1 + n % 28:02}" for n in range(300))
    many = ["0622-07-16", "1917-11-02", *most]
    async with explore(dated(analysis, many)) as it:
        assert selected(it) == "2020-01-01"
    async with explore(dated(analysis, many[:40])) as it:
        assert selected(it) == "0622-07-16"


async def test_a_library_has_the_same_axis(tmp_path: Path, analysis: Analysis) -> None:
    path = tmp_path / "news.sqlite"
    with Library.open(path, create=True) as library:
        library.add([dated(analysis, (*DAYS, None))])
    libraries = Libraries.open([path])
    app = ExplorerApp(libraries, terminal=Profile(BidiMode.VISUAL, "a test"))
    async with app.run_test(size=(120, 40)) as pilot, explore(dated(analysis, (*DAYS, None))) as memory:
        stored = Driver(app, pilot)
        for key in ("d", "d", "z", "d", "z", "k", "D", "G", "D", "Z", "Z"):
            await stored.press(key)
            await memory.press(key)
            assert (selected(stored), axis(stored)) == (selected(memory), axis(memory))
    libraries.close()
