"""The palette: every action is found by its words, and done."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from core.bidi import display
from tests.tui.driver import Driver, explore
from tui.arrangement import Arrangement
from tui.keys import TABLE
from tui.language import Language, table
from tui.lately import lately, note
from tui.screens.commanding import Commands
from tui.state import state_file
from tui.themes import ThemeName

if TYPE_CHECKING:
    from collections.abc import Iterator

    from core.model import Analysis


@pytest.fixture(autouse=True)
def _nothing_of_late() -> Iterator[None]:
    state_file("lately.json").unlink(missing_ok=True)
    yield
    state_file("lately.json").unlink(missing_ok=True)


def listed(it: Driver) -> list[str]:
    """The names of what the palette lists."""
    commands = it.screen.parts.load("commands")
    assert isinstance(commands, Commands)
    return [found.offer.names[0] for found in commands._list.view.rows]


@pytest.mark.parametrize("key", [":", "ctrl+p"])
async def test_everything_is_listed_and_left_again(analysis: Analysis, key: str) -> None:
    async with explore(analysis) as it:
        before = it.lines()
        await it.press("colon" if key == ":" else key)
        assert "Actions" in it.lines()[0]
        names = listed(it)
        assert {key.label for key in TABLE if key.action != "commands.begin"} <= set(names)
        assert "Theme: dark" in names
        assert any(line.startswith("▌j ↓") and "The next event" in line for line in it.lines())
        await it.press("escape")
        assert it.lines() == before


async def test_what_is_typed_finds_and_enter_does_it(analysis: Analysis) -> None:
    async with explore(analysis) as it:
        await it.press("colon", *"thdark")
        assert listed(it)[0] == "Theme: dark"
        await it.press("enter")
        assert it.app.worn.value == "dark"
        assert "Timeline" in it.lines()[0]
        await it.press("colon", *"theme")
        assert "Theme: dark" not in listed(it), "it is worn"
        await it.press(*" terminal", "enter")
        assert it.app.worn.value == "terminal"
        await it.press("colon", *"stacked", "enter")
        assert it.screen.arrangement is Arrangement.STACKED
        await it.press("colon", *"logical", "enter")
        assert it.screen.writing.mode.value == "logical"


async def test_the_list_is_walked_and_an_action_is_done_where_one_was(analysis: Analysis) -> None:
    async with explore(analysis) as it:
        await it.press("colon", *"last")
        assert listed(it)[0] == "last"
        await it.press("down", "up", "enter")
        assert it.list.cursor == len(it.list.rows) - 1
        await it.press("tab")
        await it.press("colon", *"first", "enter")
        assert it.screen.reading
        assert it.reader.place() == (0, 0), "of the reader, which had the keys"


async def test_it_opens_lines_and_sheets(analysis: Analysis) -> None:
    async with explore(analysis) as it:
        await it.press("colon", *"articles", "enter")
        assert "Articles" in it.lines()[0]
        await it.press("colon", *"zzz")
        assert not listed(it)
        assert any("nothing is called so" in line for line in it.lines())
        await it.press("escape")
        assert "Articles" in it.lines()[0], "where it was opened"
        await it.press("colon", *"find", "enter", *"2019")
        assert it.finding.words == "2019"


async def test_every_format_can_be_exported_at_once(analysis: Analysis) -> None:
    async with explore(analysis) as it:
        await it.press("colon", *"export: geo", "enter")
        assert any(".geojson" in line for line in it.lines())
        await it.press("escape", "escape")


async def test_arabic_names_are_known_whatever_the_screen_speaks(analysis: Analysis) -> None:
    arabic = table(Language.ARABIC)["quit"]
    assert isinstance(arabic, str)
    async with explore(analysis) as it:
        await it.press("colon", *arabic)
        assert listed(it)[0] == "quit"
    async with explore(analysis, language=Language.ARABIC) as it:
        await it.press("colon", *"quit")
        assert listed(it)[0] == arabic
        assert any(display(arabic) in line for line in it.lines())


async def test_filters_used_lately_are_listed(analysis: Analysis) -> None:
    async with explore(analysis) as it:
        await it.press("f", *"2018", "enter")
        await it.press("F")
        assert len(it.list.rows) > 1
        await it.press("colon", *"2018", "enter")
        assert it.filtering.words == "2018"
        assert len(it.list.rows) == 1
    assert lately("filters") == ["2018"]


def test_what_was_written_lately_is_kept_once_and_not_for_ever() -> None:
    for number in range(20):
        assert note("filters", str(number))
    note("filters", "15")
    assert lately("filters")[:3] == ["15", "19", "18"]
    assert len(lately("filters")) == 12
    state_file("lately.json").write_text("[", encoding="utf-8")
    assert lately("filters") == []


async def test_a_click_does_an_action(analysis: Analysis) -> None:
    async with explore(analysis) as it:
        await it.press("colon", *"theme: light")
        await it.pilot.click("OffersView", offset=(3, 0))
        await it.quiet()
        assert it.app.worn is ThemeName.LIGHT
        assert it.screen.asking is None
