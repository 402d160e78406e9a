"""The filter, as a person uses it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from textual.events import Paste

from core.bidi import display
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
        await it.press("backspace")
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
        assert "Backspace shows all" in it.drawn(it.list)[0]
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


def pointed(it: Driver) -> str:
    """What stands in the field over which the signs are, from left to right, as drawn."""
    signs, field = it.lines()[-2:]
    return "".join(letter for sign, letter in zip(signs, field, strict=False) if sign == "▼")


async def test_what_is_wrong_is_said_at_the_very_letters(analysis: Analysis) -> None:
    async with explore(analysis) as it:
        await it.press("f", *"since:2019 type:xyz وفد")
        assert pointed(it) == "xyz"
        assert "type is one of AGREE" in it.lines()[-2]
        await it.press("ctrl+a", "ctrl+k", *"مكان:الدوحة منذ:غد وفد")
        assert pointed(it) == ""
        await it.press("ctrl+a", "ctrl+k", *"مكان:الدوحة نوع:شيء وفد")
        assert pointed(it) == display("شيء"), "right to left, too"
        assert "type is one of AGREE" in it.lines()[-2]
        await it.press("ctrl+a", "ctrl+k", *"(وفد")
        assert pointed(it) == ")", "mirrored, as all brackets of Arabic are"
        await it.press(")")
        assert "▼" not in it.lines()[-2]
        await it.press("escape")
        assert "▼" not in "".join(it.lines())


@pytest.mark.parametrize("size", [(80, 24), (40, 10), (5, 2)])
async def test_a_low_window_has_one_line_for_it(analysis: Analysis, size: tuple[int, int]) -> None:
    async with explore(analysis, size=size) as it:
        await it.press("f", *"type:xyz", "tab", "tab")
        assert ("▼" in it.lines()[-2]) == (size[1] >= 20)
        if size == (40, 10):
            assert "? type" in it.lines()[-1]
            assert "type is one of" in told(it)
        await it.press("escape")
        assert "type is one of" not in told(it)


async def test_tab_completes_names_the_most_frequent_first(analysis: Analysis) -> None:
    first, second, third = analysis.events
    twice = replace(third, actors=first.actors)
    async with explore(replace(analysis, events=(first, second, twice))) as it:
        await it.press("f", *"actor:", "tab")
        names = [display(name) for name in ("«قيادة الحركة»", "«وفد مصري»", "الوسطاء")]
        offered = [it.lines()[-2].find(name) for name in names]
        assert offered == sorted(offered), offered
        assert -1 not in offered
        await it.press("tab")
        assert it.filtering.words == "actor:«قيادة الحركة»"
        await it.press("tab")
        assert shown(it) == ["event-2", "event-35"]
        await it.press("shift+tab", "shift+tab")
        assert it.filtering.words == "actor:الوسطاء", "round the end"
        await it.press("ctrl+a", "ctrl+k", *"place:مد", "tab", *" mediator:الوس", "tab", "enter")
        await it.press("f", "end", "ctrl+a", "ctrl+k", *"place:مد", "tab")
        await it.press(*" mediator:وفد", "tab")
        await it.press("enter")
        assert it.filtering.words == "place:«مدينة غزة» mediator:«وفد مصري»"


async def test_only_articles_with_such_events_are_listed(analysis: Analysis) -> None:
    other = replace(analysis.document, id="other", title="أخرى")
    analyses = (analysis, Analysis(other, analysis.timexes, ()))
    async with explore(*analyses) as it:
        await it.press("o")
        assert "Articles · 1/2" in it.lines()[0]
        await it.press("o", "f", *"الدوحة", "enter", "o")
        assert "Articles with such events · 1/1" in it.lines()[0]
        assert "only articles with an event that the filter lets through" in told(it)
        await it.press("backspace")
        assert "Articles · 1/2" in it.lines()[0]
