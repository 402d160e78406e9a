"""Marks, notes, corrections and events of one's own, as a person makes them with keys."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest

from core.bidi import display
from core.library import Library
from tests.tui.driver import QUIET, Driver, explore
from tests.tui.test_every_string import unjoined
from tui.explorer import ExplorerApp
from tui.language import Language
from tui.libraries import Libraries
from tui.selection import Selection, Stretch
from tui.terminal import BidiMode, Profile
from tui.widgets.form import FormView
from tui.widgets.why import Why

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from core.model import Analysis


@pytest.fixture(autouse=True)
def notebook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("tui.screens.explorer.FOLLOW_AFTER", QUIET)
    monkeypatch.setattr("tui.screens.filling.LOOK_AFTER", QUIET)
    path = tmp_path / "judgements.sqlite"
    monkeypatch.setenv("MEDIATION_TUI_NOTEBOOK", str(path))
    return path


def told(it: Driver) -> str:
    return "\n".join(it.drawn(it.screen.query_one(Why)))


def rows(it: Driver) -> list[str]:
    return [line.rstrip() for line in it.drawn(it.list)]


def form(it: Driver) -> list[str]:
    return [line.rstrip() for line in it.drawn(it.screen.query_one(FormView))]


async def test_a_mark_has_a_sign_and_is_walked_to(analysis: Analysis) -> None:
    async with explore(analysis) as it:
        await it.press("m")
        assert "*2018-03-12" in rows(it)[0]
        await it.press("G", "m", "g")
        assert it.list.cursor == 0
        await it.press("u")
        assert it.list.cursor == 2
        await it.press("u")
        assert it.list.cursor == 0, "round the end"
        await it.press("U")
        assert it.list.cursor == 2
        await it.press("m", "u")
        assert it.list.cursor == 0
        assert "*" not in rows(it)[2]


async def test_where_nothing_is_marked_it_says_so(analysis: Analysis) -> None:
    async with explore(analysis) as it:
        await it.press("u")
        assert "m marks one" in told(it)


async def test_a_note_is_written_seen_changed_and_taken_away(analysis: Analysis) -> None:
    async with explore(analysis) as it:
        await it.press("j", "a", *"راجع المصدر", "enter")
        assert '"2019-04-03' in rows(it)[1]
        assert f"note: «{display('راجع المصدر')}»" in told(it)
        await it.press("a")
        assert display("راجع المصدر") in it.lines()[-1]
        await it.press(*"x", "escape")
        assert f"note: «{display('راجع المصدر')}»" in told(it), "Esc goes back"
        await it.press("a", "ctrl+u", "backspace", "enter")
        assert "note" not in told(it)
        assert '"' not in rows(it)[1]


async def test_a_hidden_event_goes_and_comes_back(analysis: Analysis) -> None:
    async with explore(analysis) as it:
        await it.press("j", "x")
        assert [row.event.id for row in it.screen.timeline.rows] == ["event-2", "event-35"]
        assert it.list.cursor == 1
        assert "hidden; X takes it back" in told(it)
        await it.press("H")
        assert "with hidden" in it.lines()[0]
        assert "×2019-04-03" in rows(it)[1]
        await it.press("k", "x")
        assert "×" not in rows(it)[1]
        await it.press("H", "x", "X")
        assert len(it.screen.timeline.rows) == 3
        assert "taken back" in told(it)


async def test_everything_can_be_taken_back_and_done_again(analysis: Analysis) -> None:
    async with explore(analysis) as it:
        await it.press("X")
        assert "nothing to take back" in told(it)
        await it.press("m", "G", "x", "g", "ctrl+underscore")
        assert it.list.cursor == 2, "one is where something was taken back"
        await it.press("X")
        assert "*" not in rows(it)[0]
        assert it.list.cursor == 0
        await it.press("ctrl+y")
        assert "*2018" in rows(it)[0]
        await it.press("ctrl+y")
        assert len(it.screen.timeline.rows) == 2
        await it.press("ctrl+y")
        assert "nothing to do again" in told(it)


async def test_a_date_is_corrected_in_the_form(analysis: Analysis) -> None:
    async with explore(analysis) as it:
        await it.press("e")
        assert "Correct" in it.lines()[0]
        assert "2018-03-12" in form(it)[0]
        await it.press("enter", *"2019-05-17")
        assert "2019-05-17, Friday" in it.lines()[-1]
        await it.press("enter")
        assert "✎" in form(it)[0]
        assert "2019-05-17" in form(it)[0]
        assert "read: 2018-03-12" in form(it)[0], "what the program had read"
        assert it.gutter() == {2}, "the reader stays at the sentence"
        await it.press("escape")
        assert it.list.cursor == 1, "the event is where it belongs now, and selected"
        assert "✎2019-05-17" in rows(it)[1]
        assert "2018-03-12" in told(it)


async def test_what_is_no_date_is_told_and_stays(analysis: Analysis) -> None:
    async with explore(analysis) as it:
        await it.press("e", "enter", *"nonsense", "enter")
        assert "no date" in told(it)
        assert "nonsense" in it.lines()[-1]
        await it.press("escape", "escape")
        assert "2018-03-12" in rows(it)[0]


async def test_keys_behind_an_answer_wait_for_it(analysis: Analysis) -> None:
    async with explore(analysis) as it:
        await it.press("e", "enter", *"2019-05-17", "enter", "escape", "m")
        assert "*✎2019-05-17" in rows(it)[1]


async def test_category_and_code_are_completed(analysis: Analysis) -> None:
    async with explore(analysis) as it:
        await it.press("e", "j", "enter", *"agr", "tab", "enter")
        assert "AGREE" in form(it)[1]
        assert "CONSULT" in form(it)[1], "what the program had read"
        await it.press("j", "enter", *"036", "tab")
        assert "036 intend to meet" in it.lines()[-1]
        await it.press("enter")
        assert "036 intend to m" in form(it)[2]
        await it.press("k", "enter", *"xyz", "enter")
        assert "no such category" in told(it)
        assert "xyz" in it.lines()[-1]


async def test_actors_are_written_as_role_and_words(analysis: Analysis) -> None:
    async with explore(analysis) as it:
        await it.press("e", *"jjj", "enter", *"target: وفد مصري", "enter")
        event = it.screen.timeline.rows[0].event
        assert (event.actors[0].role, event.actors[0].text) == ("target", "وفد مصري")
        await it.press("j", "enter", "ctrl+u", "backspace", "enter")
        assert [actor.text for actor in it.screen.timeline.rows[0].event.actors] == ["وفد مصري"]
        assert "taken away" in "\n".join(form(it))
        await it.press("j", "enter", "ctrl+u", "backspace", *"med", "tab", *"قياد", "tab", "enter")
        assert "قيادة" in [actor.text for actor in it.screen.timeline.rows[0].event.actors]
        await it.press("X", "X", "X")
        assert [actor.role for actor in it.screen.timeline.rows[0].event.actors] == ["mediator", "target"]


async def test_all_corrections_are_taken_back_at_once(analysis: Analysis) -> None:
    async with explore(analysis) as it:
        await it.press("e", "enter", *"2020", "enter", "j", "enter", *"aid", "enter", "G", "enter")
        event = it.screen.timeline.rows[0].event
        assert event.date.edtf == "2018-03-12"
        assert event.category == "CONSULT"
        await it.press("k", "enter")
        assert "accepted by you" in "\n".join(form(it))
        assert it.screen.timeline.rows[0].event.status == "accepted"


async def test_selected_words_become_an_event_of_ones_own(analysis: Analysis) -> None:
    async with explore(analysis) as it:
        await it.press("A")
        assert "Select the words" in told(it)
        await it.press("j", "enter", "v", "left", "left", "A", "escape")
        assert len(it.screen.timeline.rows) == 3
        await it.press("A", "ctrl+u", "backspace", "enter", "escape")
        assert "undated" in rows(it)[3]
        await it.press("X", "g", "j", "enter", "v", "left", "left", "A")
        assert "2019-04-03" in it.lines()[-1], "the date that the paragraph says"
        await it.press(*"2019-04-05", "enter")
        assert "2019-04-05" in form(it)[0]
        await it.press(*"jjj", "enter", *"mediator: الوسطاء", "enter", "escape")
        assert "+2019-04-05" in rows(it)[2]
        event = it.screen.timeline.rows[2].event
        assert event.own
        assert [actor.text for actor in event.actors] == ["الوسطاء"]
        await it.press("x")
        assert len(it.screen.timeline.rows) == 3
        await it.press("X")
        assert it.list.cursor == 2
        assert [actor.text for actor in it.screen.timeline.rows[2].event.actors] == ["الوسطاء"]


async def test_words_selected_in_the_reader_are_offered(analysis: Analysis) -> None:
    async with explore(analysis) as it:
        start = analysis.document.paragraphs[2].text.index("مصري")
        it.screen.reader._choose(Selection(*[Stretch(2, start, start + 4)] * 2))
        await it.press("e", *"jjjjj", "enter")
        assert display("مصري") in it.lines()[-1]
        await it.press("enter")
        assert [actor.text for actor in it.screen.timeline.rows[0].event.actors][-1] == "مصري"


async def test_all_is_there_when_the_article_is_opened_again(analysis: Analysis) -> None:
    async with explore(analysis) as it:
        await it.press("m", "a", *"why", "enter", "e", "enter", *"2018-03-13", "enter", "escape", "j", "x")
    async with explore(analysis) as it:
        assert '*✎"2018-03-13' in rows(it)[0]
        assert "note: «why»" in told(it)
        assert len(it.screen.timeline.rows) == 2
        await it.press("X")
        assert len(it.screen.timeline.rows) == 3, "what was done in another run can be taken back"


async def test_the_letters_of_the_arabic_layout_do_the_same(analysis: Analysis) -> None:
    async with explore(analysis) as it:
        await it.press("ة", "ش", *"ملاحظة", "enter")
        assert '*"2018-03-12' in rows(it)[0]
        await it.press("ت", "ء")
        assert len(it.screen.timeline.rows) == 2
        await it.press("أ")
        assert len(it.screen.timeline.rows) == 3
        await it.press("\u0652")
        assert "×" not in "".join(rows(it))
        await it.press("G", "ع")
        assert it.list.cursor == 0
        await it.press("‘", "ث", "escape")
        assert it.list.cursor == 0
        await it.press("enter", "v", "\u0650")
        assert "your event" in told(it)


async def test_a_filter_goes_on_and_follows(analysis: Analysis) -> None:
    async with explore(analysis) as it:
        await it.press("m", "f", *"marked", "enter")
        assert len(it.screen.timeline.rows) == 1
        await it.press("a", *"why", "enter")
        assert "note: «why»" in told(it)
        await it.press("e", "enter", *"2019", "enter", "escape")
        assert [row.event.date.edtf for row in it.screen.timeline.rows] == ["2019"]
        await it.press("m")
        assert len(it.screen.timeline.rows) == 0
        assert "1 of" not in it.lines()[0]


@pytest.mark.parametrize("size", [(80, 24), (40, 10), (20, 6), (5, 2)])
async def test_it_can_be_done_in_any_window(analysis: Analysis, size: tuple[int, int]) -> None:
    async with explore(analysis, size=size) as it:
        await it.press("m", "a", *"why", "enter", "e", "enter", *"2018-03-13", "enter")
        if size[0] >= 40:
            assert "2018-03-13" in form(it)[0]
        await it.press("j", "enter", *"aid", "enter", "escape")
        event = it.screen.timeline.rows[0].event
        assert (event.date.edtf, event.category, event.note, event.marked) == (
            "2018-03-13",
            "AID",
            "why",
            True,
        )
        if size[0] >= 40:
            assert "2018-03-13" in rows(it)[0]


async def test_a_click_goes_to_a_line_of_the_form(analysis: Analysis) -> None:
    async with explore(analysis) as it:
        await it.press("e")
        await it.pilot.click(FormView, offset=(20, 1))
        await it.quiet()
        await it.press("enter", *"aid", "enter")
        assert it.screen.timeline.rows[0].event.category == "AID"
        await it.press("k", "enter", *"2018-03-14")
        await it.pilot.click(FormView, offset=(20, 2))
        await it.quiet()
        assert it.screen.timeline.rows[0].event.date.edtf == "2018-03-14", "what was written is kept"


async def test_what_cannot_be_written_is_told_and_nothing_is_lost(analysis: Analysis, notebook: Path) -> None:
    async with explore(analysis) as it:
        notebook.mkdir()
        await it.press("a", *"why", "enter")
        assert "cannot be" in told(it)
        assert "why" in it.lines()[-1]
        await it.press("escape", "m", "u", "x", "X", "H", "e")
        assert len(it.screen.timeline.rows) == 3
        assert "cannot be" in told(it)
        notebook.rmdir()
        await it.press("m")
        assert "*" in rows(it)[0]


@pytest.mark.parametrize("size", [(120, 40), (40, 10)])
async def test_an_arabic_screen_asks_and_answers_in_arabic(analysis: Analysis, size: tuple[int, int]) -> None:
    async with explore(analysis, size=size, language=Language.ARABIC) as it:
        await it.press("e", "enter", *"2018-03-13", "enter")
        assert display("التاريخ") in form(it)[0]
        assert "2018-03-13" in form(it)[0]
        await it.press(
            "j", "enter", *"تشا", "tab", "enter", *"jj", "enter", *"وسي", "tab", *"قيادة الحركة", "enter"
        )
        assert [actor.role for actor in it.screen.timeline.rows[0].event.actors] == ["mediator", "target"]
        await it.press("escape", "m", "x", "X")
        assert not unjoined(it)


async def test_every_line_of_the_form_joins_its_letters(analysis: Analysis) -> None:
    async with explore(analysis) as it:
        await it.press("e", *"jjj", "enter", "escape", "enter", *"med", "tab", *"قياد", "tab")
        assert not unjoined(it)
        await it.press("enter", "X", "A")
        assert not unjoined(it)


@asynccontextmanager
async def in_library(path: Path) -> AsyncIterator[Driver]:
    libraries = Libraries.open([path])
    app = ExplorerApp(libraries, terminal=Profile(BidiMode.VISUAL, "a test"))
    try:
        async with app.run_test(size=(120, 40)) as pilot:
            await pilot.pause()
            yield Driver(app, pilot)
    finally:
        libraries.close()


async def test_a_library_keeps_it_in_its_own_file(analysis: Analysis, tmp_path: Path, notebook: Path) -> None:
    path = tmp_path / "news.sqlite"
    with Library.open(path, create=True) as made:
        made.add([analysis])
    async with in_library(path) as it:
        await it.press("m", "a", *"why", "enter", "j", "x")
        assert [row.event.id for row in it.screen.timeline.rows] == ["event-2", "event-35"]
        assert it.list.cursor == 1
        await it.press("e", "enter", *"2017-05-01", "enter", "escape")
        assert "✎2017-05-01" in rows(it)[0], "it stands where it belongs"
        assert it.list.cursor == 0
        await it.press("u")
        assert it.list.cursor == 1
        await it.press("H")
        assert "×2019-04-03" in rows(it)[2]
        await it.press("f", *"noted", "enter")
        assert [row.event.note for row in it.screen.timeline.rows] == ["why"]
    async with in_library(path) as it:
        assert '*"2018-03-12' in rows(it)[1]
        await it.press("X", "X")
        assert len(it.screen.timeline.rows) == 3
        assert not notebook.exists()
