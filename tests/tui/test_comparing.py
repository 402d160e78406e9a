"""Other tellings of an event, one key away: the list, two readers, what differs, and reading one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from core.bidi import display
from tests.tui.driver import QUIET, Driver, explore
from tests.unit.coreference.retold import retold
from tui.widgets.reader import ReaderView
from tui.widgets.tellings import TellingsView
from tui.widgets.why import Why

if TYPE_CHECKING:
    from core.model import Analysis


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.screens.explorer.FOLLOW_AFTER", QUIET)


@pytest.fixture(scope="module")
def told() -> list[Analysis]:
    return retold()


def listed(it: Driver) -> list[str]:
    view = it.screen.query_one(TellingsView)
    return [line.rstrip() for line in it.drawn(view) if line.strip()]


def beside(it: Driver) -> ReaderView:
    [second] = [reader for reader in it.screen.query(ReaderView) if reader is not it.reader]
    return second


async def compared(it: Driver) -> ReaderView:
    """Open the list, and return the second reader as soon as it has a place."""
    await it.press("c")
    second = beside(it)
    for _ in range(500):
        if second.size.height and second._lines and it.reader._lines:
            break
        await it.pilot.pause(QUIET)
    await it.quiet()
    return second


def why(it: Driver) -> str:
    return "\n".join(it.drawn(it.screen.query_one(Why)))


async def test_a_row_says_how_many_outlets_tell_of_it(told: list[Analysis]) -> None:
    async with explore(*told) as it:
        rows = it.drawn(it.list)
        assert "×2" in rows[0]
        assert "×2" in rows[1]
        assert "≠" in rows[1]
        assert "×" not in rows[3]
        assert "told by 2 outlets" in why(it)
        await it.press("G")
        assert "told by" not in why(it)


async def test_the_tellings_are_listed_with_what_differs(told: list[Analysis]) -> None:
    async with explore(*told) as it:
        await it.press("j", "c")
        lines = listed(it)
        assert [line[1] for line in lines] == ["•", "≠", "="]
        assert "≠killed" in lines[1]
        assert display("الأخبار") in lines[1]
        assert "Tellings · 2/3" in it.lines()[0]
        assert "≠ killed: here «12»" in why(it)
        assert "= same: date, category" in why(it)
        await it.press("j")
        assert "killed:" not in why(it)
        await it.press("g")
        assert "when: 2021-05-10" in why(it), "of the row's own telling its reasons"


async def test_two_readers_show_both_with_the_words_that_disagree(told: list[Analysis]) -> None:
    async with explore(*told) as it:
        await it.press("j")
        second = await compared(it)
        assert it.reader.document is told[2].document
        assert second.document is told[3].document
        assert second.region.y >= it.reader.region.bottom, "one below the other"
        for reader, number in ((it.reader, "12"), (second, "15")):
            [line] = [line for line in it.drawn(reader) if line.rstrip().endswith("≠")]
            assert number in line
        await it.press("j")
        assert second.document is told[4].document
        assert not any("≠" in line for line in it.drawn(second))
        await it.press("escape")
        assert not second.is_on_screen
        assert not any("≠" in line for line in it.drawn(it.reader))
        assert it.list.cursor == 1


async def test_in_a_broad_window_they_stand_side_by_side(told: list[Analysis]) -> None:
    async with explore(*told, size=(160, 30)) as it:
        second = await compared(it)
        assert second.region.y == it.reader.region.y
        assert second.region.x >= it.reader.region.right
        await it.press("o")
        assert not second.is_on_screen, "another list takes both away"
        await it.press("ؤ")
        assert second.is_on_screen


async def test_enter_reads_a_telling_and_selects_its_row_where_it_has_one(told: list[Analysis]) -> None:
    async with explore(*told) as it:
        await it.press("j", "c", "enter")
        assert (it.list.cursor, it.screen.reading) == (2, True)
        assert it.reader.document is told[3].document
        await it.press("escape", "g")
        await it.press("c", "enter")
        assert it.list.cursor == 0, "it stands for the other"
        assert it.reader.document is told[1].document
        assert it.screen.reading
        assert it.gutter() == {0}


async def test_a_row_that_nobody_else_tells_says_so(told: list[Analysis]) -> None:
    async with explore(*told) as it:
        await it.press("G")
        await it.press("c")
        assert "No other article tells of this event." in why(it)
        assert it.screen.sheet is None
    async with explore() as it:
        await it.press("c", "}", "{")
        assert it.app.fault is None


async def test_tellings_that_come_meanwhile_join_the_list(told: list[Analysis]) -> None:
    from core.timeline import build_timeline

    async with explore(*told[:4]) as it:
        await it.press("j", "c")
        assert len(listed(it)) == 2
        it.screen.show(build_timeline(told))
        await it.quiet()
        assert len(listed(it)) == 3
        assert it.list.cursor == 1


async def test_braces_go_by_the_text_not_by_time(analysis: Analysis) -> None:
    from dataclasses import replace

    first, second, third = analysis.events
    moved = replace(third, paragraph=0, sentence=first.sentence, trigger=None)
    async with explore(replace(analysis, events=(first, second, moved))) as it:
        await it.press("G", "}")
        assert it.list.cursor == 0, "the last in time is told first"
        await it.press("}")
        await it.press("}")
        assert it.list.cursor == 1
        assert "no event after this one" in why(it)
        await it.press("{")
        assert it.list.cursor == 0
        await it.press("<")
        assert it.list.cursor == 2
        await it.press("<", ">")
        assert it.list.cursor == 0


@pytest.mark.parametrize("size", [(160, 50), (120, 40), (80, 24), (40, 10), (5, 2)])
async def test_the_tellings_fit_every_window(told: list[Analysis], size: tuple[int, int]) -> None:
    async with explore(*told, size=size) as it:
        await it.press("j", "c", "j", "tab", "j", "tab", "r", "space", "/", "escape", "k", "enter", "escape")
        await it.press("c", "c", "c", "g", "enter")
        await it.pilot.resize_terminal(100, 30)
        await it.quiet()
        assert len(it.lines()) == 30
        assert it.app.fault is None
