"""The filter, as a person uses it."""

from __future__ import annotations

import pytest
from textual.events import Paste

from core.model import Analysis
from core.timeline import build_timeline
from tests.tui.driver import QUIET, Driver, explore
from tui.widgets.findbar import FindBar
from tui.widgets.why import Why


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.screens.explorer.FOLLOW_AFTER", QUIET)
    monkeypatch.setattr("tui.screens.filtering.LOOK_AFTER", QUIET)


def shown(it: Driver) -> list[str]:
    return [row.event.id for row in it.screen.timeline.rows]


def told(it: Driver) -> str:
    return "\n".join(it.drawn(it.screen.query_one(Why)))


async def test_what_is_typed_sifts_the_events(analysis: Analysis) -> None:
    async with explore(analysis) as it:
        await it.press("f", *"الدوحة")
        assert shown(it) == ["event-4"]
        assert "1/1 of 3" in it.lines()[0]
        assert "1 of 3" in it.lines()[-1]
        await it.press("enter")
        assert shown(it) == ["event-4"]
        assert it.list.cursor == 0
        assert it.gutter() == {4}, "the reader shows the event that is left"


async def test_the_language_of_filters_is_understood(analysis: Analysis) -> None:
    async with explore(analysis) as it:
        await it.press("f", *"since:2019 -place:الدوحة", "enter")
        assert shown(it) == ["event-35"]


async def test_f_clears_it_and_the_event_stays_selected(analysis: Analysis) -> None:
    async with explore(analysis) as it:
        await it.press("f", *"الدوحة", "enter")
        await it.press("F")
        assert len(shown(it)) == 3
        assert it.list.cursor == 1
        assert " of 3" not in it.lines()[0]
        await it.press("ب", *"الدوحة", "enter")
        await it.press("f", "ctrl+u", "backspace", "enter")
        assert len(shown(it)) == 3, "an empty filter is none"


async def test_escape_goes_back_to_the_filter_before(analysis: Analysis) -> None:
    async with explore(analysis) as it:
        await it.press("f", *"محادثات", "enter")
        assert shown(it) == ["event-2", "event-4"]
        await it.press("f", *"الدوحة")
        assert shown(it) == ["event-4"]
        await it.press("escape")
        assert shown(it) == ["event-2", "event-4"]


async def test_what_cannot_be_understood_is_told_and_changes_nothing(analysis: Analysis) -> None:
    async with explore(analysis) as it:
        await it.press("f", *"type:nothing")
        assert len(shown(it)) == 3
        await it.press("enter")
        assert "type" in told(it)


async def test_where_nothing_is_left_the_list_says_so(analysis: Analysis) -> None:
    async with explore(analysis) as it:
        await it.press("f", *"قطار", "enter", "j", "enter", "escape", "o", "escape", "]")
        assert shown(it) == []
        assert "0 of 3" in it.lines()[0]
        assert "F shows all" in it.drawn(it.list)[0]
        await it.press("F")
        assert len(shown(it)) == 3


async def test_a_filter_holds_for_what_comes_later(analysis: Analysis) -> None:
    nothing = Analysis(analysis.document, analysis.timexes, ())
    async with explore(nothing) as it:
        await it.press("f", *"الدوحة", "enter")
        it.screen.show(build_timeline([analysis]))
        await it.quiet()
        assert shown(it) == ["event-4"]


async def test_a_search_is_of_what_the_filter_leaves(analysis: Analysis) -> None:
    async with explore(analysis) as it:
        await it.press("f", *"الدوحة", "enter", "/", *"محادثات", "enter")
        assert "found 1/1" in it.lines()[0]
        await it.press("F")
        assert "found 2/2" in it.lines()[0]


async def test_a_filter_can_be_pasted_and_only_one_line_is_open(analysis: Analysis) -> None:
    async with explore(analysis) as it:
        await it.press("/", "escape", "f")
        it.app.post_message(Paste("الدوحة"))
        await it.quiet()
        assert shown(it) == ["event-4"]
        assert [bar.display for bar in it.screen.query(FindBar)] == [False, True]


async def test_tab_completes_what_is_begun(analysis: Analysis) -> None:
    async with explore(analysis) as it:
        await it.press("f", *"plac", "tab", *"الدوحة", "shift+tab", "enter")
        assert it.filtering.words == "place:الدوحة"
        assert shown(it) == ["event-4"]
        assert not it.screen.reading
        await it.press("f", *"type:cons", "tab")
        await it.press("enter")
        assert it.filtering.words.casefold() == "type:consult"
        await it.press("f", *"type:", "tab")
        assert "AGREE" in it.lines()[-2].upper()
