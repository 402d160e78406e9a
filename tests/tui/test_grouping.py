"""Events in groups and in other orders: by keys and mouse, with filter and search, and what the rail says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from core.timeline import build_timeline
from tests.tui.driver import QUIET, Driver, explore
from tests.tui.test_libraries import explore as explore_library
from tests.tui.test_libraries import make
from tests.unit.coreference.retold import retold
from tests.unit.library.test_stored_timeline import many
from tui.terminal import BidiMode
from tui.widgets.rail import SIGNS, Rail, Tick, first_line
from tui.widgets.timeline import TimelineView

if TYPE_CHECKING:
    from pathlib import Path

    from textual.strip import Strip

    from core.model import Analysis


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.screens.explorer.FOLLOW_AFTER", QUIET)
    monkeypatch.setattr("tui.screens.filtering.LOOK_AFTER", QUIET)
    monkeypatch.setattr("tui.screens.finding.LOOK_AFTER", QUIET)


@pytest.fixture(scope="module")
def told() -> list[Analysis]:
    return retold()


def seen(it: Driver) -> list[str]:
    return [line.rstrip() for line in it.drawn(it.list) if line.strip()]


def title(it: Driver) -> str:
    return it.lines()[0]


def event(it: Driver) -> str:
    assert it.list.selected is not None
    return it.list.selected.event.id


async def to(it: Driver, words: str) -> None:
    """Press `i` until the title says how rows are gathered."""
    for _ in range(6):
        if words in title(it):
            break
        await it.press("i")
    assert words in title(it)


async def test_i_goes_round_what_can_be_grouped_by(told: list[Analysis]) -> None:
    async with explore(*told) as it:
        before = seen(it)
        for words in ("by article", "by actor", "by place", "by category", "by year"):
            await it.press("i")
            assert words in title(it)
            assert len(seen(it)) > len(it.list.rows), "there are headings"
        await it.press("ه")
        assert seen(it) == before


async def test_headings_say_names_and_counts_and_the_cursor_passes_over_them(told: list[Analysis]) -> None:
    async with explore(*told) as it:
        await to(it, "by category")
        lines = seen(it)
        assert "2  ASSAULT" in lines[0] or "2  CONSULT" in lines[0]
        assert [line.split()[0] for line in lines if "2021" not in line] == ["2", "2"]
        await it.press("g")
        assert seen(it)[1].startswith("▌")
        await it.press("j", "j")
        assert seen(it)[4].startswith("▌"), "past the heading"
        await it.press("k")
        assert seen(it)[2].startswith("▌")
        assert "Timeline · 2/2 · by category, 2 groups, 4 events" in title(it)
        await to(it, "by place")
        heading = next(line for line in seen(it) if "Doha" in line)
        assert any("\ufe70" <= letter <= "\ufefc" for letter in heading), "both names"


async def test_an_event_stands_under_each_of_its_actors(told: list[Analysis]) -> None:
    async with explore(*told) as it:
        await to(it, "by actor")
        visits = [at for at, row in enumerate(it.list.rows) if "شكري" in row.event.text]
        assert len(visits) == 2, "the visitor and his host"
        assert "4 events" in title(it)
        assert len(it.list.rows) > 4
        it.screen.show(build_timeline(told))
        it.list.select(visits[1])
        await it.quiet()
        it.screen.show(build_timeline(told))
        await it.quiet()
        assert it.list.cursor == visits[1], "it stays in its group when other rows come"


async def test_the_order_is_turned_and_its_groups_with_it(told: list[Analysis]) -> None:
    async with explore(*told) as it:
        days = [row.event.date.edtf for row in it.list.rows]
        here = event(it)
        await it.press("I")
        assert [row.event.date.edtf for row in it.list.rows] == days[::-1]
        assert "newest first" in title(it)
        assert event(it) == here, "the selected one stays so"
        await it.press("÷")
        assert [row.event.date.edtf for row in it.list.rows] == days
        await to(it, "by place")
        by_count = [line.split()[0] for line in seen(it) if "2021" not in line]
        assert by_count == sorted(by_count, reverse=True)
        await it.press("I", "I")
        assert "by name" in title(it)
        names = [line.split()[1] for line in seen(it) if "2021" not in line]
        assert names == sorted(names)


@pytest.mark.parametrize(("on", "back"), [("]", "["), ("د", "ج"), ("d", "D")])
async def test_brackets_and_steps_go_from_group_to_group(told: list[Analysis], on: str, back: str) -> None:
    async with explore(*told) as it:
        await to(it, "by actor")
        await it.press("g")
        starts = list(it.list.headings)
        for start in starts[1:]:
            await it.press(on)
            assert it.list.cursor == start
        await it.press(on)
        assert it.list.cursor == starts[-1], "there is no further one"
        await it.press(back)
        assert it.list.cursor == starts[-2]


async def test_filter_search_and_reader_go_on_in_groups(told: list[Analysis]) -> None:
    async with explore(*told) as it:
        await to(it, "by actor")
        await it.press("f", *"الدوحه", "enter")
        assert {row.event.date.edtf for row in it.list.rows} == {"2021-05-03"}
        assert "1 event" in title(it)
        assert "by actor" in title(it)
        await it.press("F")
        assert "4 events" in title(it)
        await it.press("g", "/", *"عباس", "enter")
        assert it.list.selected is not None
        assert "عباس" in it.list.selected.event.text
        assert it.finding.of_rows() == "1/1"
        await it.press("enter", "g")
        assert it.list.selected is not None, "moving in the reader moves the timeline"
        await it.press("escape", "o", "G", "enter", "i", "c")
        assert it.app.fault is None


async def test_braces_go_by_the_text_in_groups_too(analysis: Analysis) -> None:
    async with explore(analysis) as it:
        ids = [row.event.id for row in it.list.rows]
        await it.press("I", "i")
        await it.press("G")
        there = [event(it)]
        while len(there) < 3:
            await it.press("}")
            there.append(event(it))
        assert there == ids


async def test_a_click_on_a_heading_selects_its_first_event(told: list[Analysis]) -> None:
    async with explore(*told) as it:
        await to(it, "by category")
        await it.press("g")
        line = next(y for y, words in enumerate(seen(it)) if y and "2021" not in words)
        await it.pilot.click(TimelineView, offset=(5, line))
        await it.quiet()
        assert it.list.cursor == 2


async def test_a_library_is_grouped_as_memory_is(tmp_path: Path) -> None:
    articles = many()[:10]
    async with explore(*articles) as it:
        await to(it, "by actor")
        await it.press("g")
        memory = [line[1:] for line in seen(it)]
    async with explore_library(make(tmp_path / "news.sqlite", *articles)) as it:
        await to(it, "by actor")
        await it.press("g")
        assert [line[1:] for line in seen(it)] == memory, "but for the rail, which is told later"
        await it.press("i", "i", "escape", "i", "I", "]", "f", *"مصر", "enter")
        assert it.app.fault is None


async def test_what_is_being_put_in_order_is_said_and_left_off_at_escape(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import asyncio

    from core.library.timeline import StoredTimeline

    grouped = StoredTimeline.grouped

    async def slow(*arguments: object) -> object:
        await asyncio.sleep(5)
        return await grouped(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(StoredTimeline, "grouped", slow)
    async with explore_library(make(tmp_path / "news.sqlite", *many()[:4])) as it:
        it.app.explorer.parts.act("group.cycle")
        await it.pilot.pause(QUIET)
        assert "by article, putting in order…" in title(it)
        await it.press("escape")
        assert "by article" not in title(it)
        assert not it.list.headings


# ----------------------------------------------------------------------------------------------- the rail


def rail(it: Driver) -> str:
    return "".join(line[0] for line in it.drawn(it.list))


async def test_a_list_that_is_all_seen_has_no_rail(told: list[Analysis]) -> None:
    async with explore(*told) as it:
        assert seen(it)[0].startswith("▌")
        await it.press("/", *"عباس", "enter")
        assert [line[0] for line in seen(it)][:4] == ["│", "│", "│", "•"], "but where something is found"
        await it.press("escape")
        assert seen(it)[0].startswith(" ")


async def test_the_rail_shows_what_is_seen_and_what_is_doubtful(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.screens.explorer.TICK_AFTER", QUIET)
    monkeypatch.setattr("tui.screens.ticking.QUIET", 0)
    articles = [*many(), *retold()]
    async with explore(*articles, size=(120, 24)) as it:
        height = it.list.size.height
        assert len(it.list.rows) > height
        await it.pilot.pause(0.1)
        await it.press("g")
        assert rail(it)[0] == "┃"
        assert "≠" in rail(it)
        assert "?" in rail(it)
        await it.press("G")
        assert rail(it)[0] != "┃"
        row = it.list.rows[it.list.row_at(first_line(height - 1, height, it.list.lines))]
        await it.pilot.click(TimelineView, offset=(0, height - 1))
        await it.quiet()
        assert it.list.selected == row
        await it.press("g", "/", *"قطر", "enter")
        assert "•" in rail(it)


async def test_a_move_draws_two_rows_and_nothing_of_the_rail(monkeypatch: pytest.MonkeyPatch) -> None:
    async with explore(*many(), size=(120, 24)) as it:
        await it.press("g")
        drawn: list[int] = []
        render = TimelineView.render_line

        def noted(view: TimelineView, y: int) -> Strip:
            drawn.append(y)
            return render(view, y)

        monkeypatch.setattr(TimelineView, "render_line", noted)
        await it.press("j")
        assert sorted(drawn) == [0, 1]


def test_a_tick_stands_where_its_row_is() -> None:
    lines, height = 1_000_000, 30
    rows = [first_line(y, height, lines) for y in range(height)] + [lines]
    rail = Rail(height, lines, 500_000, rows)
    for row in (0, 1, 33_333, 33_334, 500_000, 999_999):
        signs = [rail.cell(y, {Tick.CONFLICT: [row]}).text for y in range(height)]
        assert signs.count("≠") == 1
        assert rows[signs.index("≠")] <= row < rows[signs.index("≠") + 1]
    assert list(rail.thumb) == [15]
    both = rail.cell(0, {Tick.DOUBT: [0], Tick.HIT: [5], Tick.MARK: [7]})
    assert both.text == SIGNS[Tick.HIT][0], "what was looked for comes first"
    assert len({sign for sign, _ in SIGNS.values()}) == len(SIGNS), "a sign each, whatever the colours"


def test_what_is_nearly_everywhere_has_no_ticks_unless_it_was_asked_for() -> None:
    rail = Rail(4, 8, 0, [0, 2, 4, 6, 8])
    everywhere, somewhere = [0, 2, 4], [1, 5]
    ticks = {Tick.HIT: everywhere, Tick.CONFLICT: everywhere, Tick.DOUBT: somewhere}
    assert rail.telling(ticks) == {Tick.HIT: everywhere, Tick.DOUBT: somewhere}


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 10), (12, 5), (5, 2)])
async def test_groups_fit_every_window(told: list[Analysis], size: tuple[int, int]) -> None:
    async with explore(*told, size=size, mode=BidiMode.LOGICAL) as it:
        for _ in range(6):
            await it.press("i", "j", "j", "k", "G", "]", "[", "I", "tab", "j", "tab", "r")
        await it.press("i", "/", "غ", "enter", "n", "escape", "f", "غ", "enter", "F")
        await it.pilot.resize_terminal(5, 2)
        await it.pilot.resize_terminal(100, 30)
        await it.quiet()
        assert len(it.lines()) == 30
        assert it.app.fault is None


async def test_what_is_done_to_an_event_leaves_it_in_its_group(
    told: list[Analysis], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    async with explore(*told) as it:
        await to(it, "by actor")
        here = [at for at, row in enumerate(it.list.rows) if "شكري" in row.event.text][-1]
        it.list.select(here)
        await it.press("m")
        assert it.list.cursor == here
        assert sum(row.event.marked for row in it.list.rows) == 2, "under each of its actors"
        await it.press("m")
        assert it.list.cursor == here
        await it.press("t", *"2021-06-05", "enter")
        assert it.list.selected is not None
        assert it.list.selected.event.date.edtf == "2021-06-05"
        await it.press("s")
        assert "4 events, as shown" in "\n".join(it.lines()), "each once"


async def test_marks_stand_on_the_rail(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setattr("tui.screens.explorer.TICK_AFTER", QUIET)
    monkeypatch.setattr("tui.screens.ticking.QUIET", 0)
    async with explore(*many(), size=(120, 24)) as it:
        await it.press("g", "j")
        await it.press("m")
        for _ in range(100):
            if "*" in rail(it):
                break
            await it.pilot.pause(QUIET)
        assert rail(it)[0] == "*"
        await it.press("m")
        for _ in range(100):
            if "*" not in rail(it):
                break
            await it.pilot.pause(QUIET)
        assert "*" not in rail(it)


async def test_the_palette_offers_what_to_group_by(told: list[Analysis]) -> None:
    async with explore(*told) as it:
        await it.press(":", *"group by place", "enter")
        assert "by place" in title(it)
