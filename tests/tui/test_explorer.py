"""The explorer as a person drives it."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from core.bidi import display
from core.model import Analysis, Document, Paragraph, ParagraphKind, Span
from core.timeline import build_timeline
from tests.tui.driver import QUIET, explore
from tui.arrangement import Arrangement
from tui.keys import TABLE
from tui.screens.explorer import ExplorerScreen
from tui.screens.help import HelpScreen
from tui.terminal import BidiMode
from tui.widgets.page import Place
from tui.widgets.reader import ReaderView
from tui.widgets.timeline import TimelineView
from tui.widgets.why import Why

GUARDS = str.maketrans("", "", "\u202d\u202c")


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.screens.explorer.FOLLOW_AFTER", QUIET)


async def test_j_moves_the_timeline_and_the_reader_follows(analysis: Analysis) -> None:
    async with explore(analysis) as it:
        assert it.gutter() == {2}
        await it.press("j", "j")
        assert it.list.cursor == 2
        assert it.gutter() == {len(analysis.document.paragraphs) - 1}
        assert any(display("20 سبتمبر") in line for line in it.drawn(it.reader))


async def test_the_reader_waits_until_the_keys_are_quiet(
    analysis: Analysis, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.screens.explorer.FOLLOW_AFTER", 60)
    async with explore(analysis) as it:
        await it.pilot.press("j")
        assert (it.list.cursor, it.gutter()) == (1, {2})
        await it.pilot.press("enter")
        assert it.gutter() == {4}, "whoever goes into the reader does not wait"


async def test_why_answers_for_the_selected_event(analysis: Analysis) -> None:
    async with explore(analysis) as it:
        await it.press("j")
        said = "\n".join(it.drawn(it.screen.query_one(Why)))
        assert "2019-04-03" in said
        assert "CONSULT 045" in said
        assert display("3 أبريل 2019") in said, "a quotation keeps its own direction"


async def test_ends(analysis: Analysis) -> None:
    async with explore(analysis) as it:
        await it.press("G")
        assert it.list.cursor == 2
        await it.press("g")
        assert it.list.cursor == 0
        await it.press("end", "home", "up")
        assert it.list.cursor == 0


async def test_moving_in_the_reader_moves_the_timeline(analysis: Analysis) -> None:
    async with explore(analysis) as it:
        await it.press("enter")
        assert it.screen.reading
        await it.press(*["j"] * 4)
        assert it.reader.cursor.paragraph == 4
        assert it.list.cursor == 1
        assert it.gutter() == {4}
        await it.press("G")
        assert it.list.cursor == 2
        await it.press("g")
        assert it.reader.cursor == Place(0)
        assert it.list.cursor == 2, "a paragraph without an event leaves the selection where it is"


async def test_the_panes_do_not_chase_each_other(analysis: Analysis) -> None:
    async with explore(analysis) as it:
        await it.press("enter", *["j"] * 4)
        place = it.reader.cursor
        await it.press("escape")
        assert (it.reader.cursor, it.list.cursor) == (place, 1)
        await it.press("j")
        assert it.list.cursor == 2


async def test_paging_the_reader_leaves_the_timeline(analysis: Analysis) -> None:
    async with explore(analysis, size=(120, 24)) as it:
        for key in ("space", "ctrl+d", "pagedown"):
            before = it.drawn(it.reader)
            await it.press(key)
            assert it.drawn(it.reader) != before
            assert it.list.cursor == 0
        await it.press("b", "b", "b", "ctrl+u")
        assert it.reader._lines[0] == Place(0)


@pytest.mark.parametrize(
    ("keys", "cursor"),
    [
        (("ت",), 1),
        (("ت", "ت", "ن"), 1),
        (("ﻷ",), 2),
    ],
)
async def test_arabic_layout_moves(analysis: Analysis, keys: tuple[str, ...], cursor: int) -> None:
    async with explore(analysis) as it:
        await it.press(*keys)
        assert it.list.cursor == cursor


async def test_lam_alone_goes_home_and_with_hamza_to_the_end(analysis: Analysis) -> None:
    async with explore(analysis) as it:
        await it.press("ل", "أ")
        assert it.list.cursor == 2
        await it.press("ل")
        await it.pilot.pause(0.1)
        assert it.list.cursor == 0


async def test_lam_alef_pages_back_and_does_not_go_home(analysis: Analysis) -> None:
    async with explore(analysis, size=(120, 24)) as it:
        await it.press("j", "space", "space")
        top = it.reader._lines[0]
        await it.press("ل", "ا")
        assert it.reader._lines[0] < top
        assert it.list.cursor == 1
        await it.press("ا")
        assert it.list.cursor == 1, "an alef alone is no key"


async def test_q_and_its_twin_leave(analysis: Analysis) -> None:
    for key in ("q", "ض"):
        async with explore(analysis) as it:
            await it.pilot.press(key)
        assert it.app.return_value == 0


async def test_ctrl_c_leaves_as_interrupted(analysis: Analysis) -> None:
    async with explore(analysis) as it:
        await it.pilot.press("ctrl+c")
    assert it.app.return_value == 130


async def test_help_lists_every_key(analysis: Analysis) -> None:
    async with explore(analysis, size=(100, 120)) as it:
        await it.press("?")
        assert isinstance(it.app.screen, HelpScreen)
        text = re.sub(r"\s+", " ", "\n".join(it.lines()))
        for key in TABLE:
            assert key.shown in text
            assert key.help.split(";")[0].split(".")[0] in text
        assert "2020-09-10?" in text
        await it.press("?")
        assert isinstance(it.app.screen, ExplorerScreen)


async def test_help_scrolls_where_it_does_not_fit(analysis: Analysis) -> None:
    async with explore(analysis, size=(60, 12)) as it:
        await it.press("؟")
        before = it.lines()
        await it.press("space")
        assert it.lines() != before
        await it.press("q")
        assert isinstance(it.app.screen, ExplorerScreen)


@pytest.mark.parametrize(
    ("size", "arrangement"),
    [
        ((120, 40), Arrangement.SIDE),
        ((100, 20), Arrangement.SIDE),
        ((80, 24), Arrangement.STACKED),
        ((40, 10), Arrangement.ONE),
        ((5, 2), Arrangement.ONE),
        ((1, 1), Arrangement.ONE),
        ((300, 100), Arrangement.SIDE),
    ],
)
async def test_arrangement_by_size(
    analysis: Analysis, size: tuple[int, int], arrangement: Arrangement
) -> None:
    async with explore(analysis, size=size) as it:
        assert it.screen.has_class(f"-{arrangement}")
        await it.press("j", "r", "enter", "j", "escape", "?", "escape")
        lines = it.lines()
        assert len(lines) == size[1]
        assert it.app.fault is None


async def test_one_pane_at_a_time_when_small(analysis: Analysis) -> None:
    async with explore(analysis, size=(40, 10)) as it:
        assert any("2018-03-12" in line for line in it.lines())
        await it.press("j", "enter")
        assert any(display("الدوحة") in line for line in it.lines())
        assert not it.list.is_on_screen
        await it.press("escape")
        assert it.list.is_on_screen


async def test_layout_key_overrules_the_size(analysis: Analysis) -> None:
    async with explore(analysis, size=(80, 24)) as it:
        seen = []
        for _ in Arrangement:
            await it.press("w")
            seen.append(next(kind for kind in Arrangement if it.screen.has_class(f"-{kind}")))
        assert seen == [Arrangement.SIDE, Arrangement.STACKED, Arrangement.ONE, Arrangement.STACKED]


async def test_a_smaller_window_keeps_place_and_selection(analysis: Analysis) -> None:
    async with explore(analysis) as it:
        await it.press("j", "j")
        for size in ((60, 20), (5, 2), (120, 40)):
            await it.pilot.resize_terminal(*size)
            await it.pilot.pause()
        assert it.list.cursor == 2
        assert it.gutter() == {len(analysis.document.paragraphs) - 1}


async def test_guard_is_visual_and_nothing_else(analysis: Analysis) -> None:
    async with explore(analysis) as it:
        visual = it.lines()
        await it.press("r")
        assert it.screen.writing.mode is BidiMode.GUARD
        guarded = it.lines()
        assert any("\u202d" in line for line in guarded)
        same = [line.translate(GUARDS) for line in guarded]
        assert same[:-1] == visual[:-1], "the last line names the mode"
        for line in guarded:
            assert line.count("\u202d") == line.count("\u202c")
            assert not re.search("[^ ]\u202d|\u202c[^ ]", line), "a blank of its own at either end"


async def test_logical_is_the_source(analysis: Analysis) -> None:
    async with explore(analysis, mode=BidiMode.LOGICAL) as it:
        assert any("وفد مصري" in line for line in it.drawn(it.list))
        whole = " ".join(it.drawn(it.reader))
        assert "محادثات مع قيادة الحركة" in re.sub(r"[│┃▐◀\s]+", " ", whole)


async def test_row_says_when_what_who_and_where(analysis: Analysis) -> None:
    async with explore(analysis, size=(140, 40)) as it:
        first, second, third = it.drawn(it.list)[:3]
        assert first.startswith("▌ 2018-03-12  ○ CONSULT")
        assert first.endswith(display("◆وفد مصري ⇄ قيادة الحركة · مدينة غزة", "rtl") + " ")
        assert second.startswith("  2019-04-03  ○ CONSULT")
        assert third.startswith("  2019-09-20? ○ CONSULT")


async def test_nothing_dated_is_said_so(analysis: Analysis) -> None:
    async with explore(Analysis(analysis.document, ())) as it:
        assert any("No dated event was found." in line for line in it.lines())
        assert any(display("الجولة الثانية") in line for line in it.lines())
        await it.press("j", "G", "enter", "j", "G", "escape")
        assert it.app.fault is None


async def test_an_article_without_a_line(analysis: Analysis) -> None:
    empty = Analysis(Document("empty", "", ()), ())
    async with explore(empty) as it:
        await it.press("j", "enter", "j", "G", "space", "b", "r")
        assert it.app.fault is None


async def test_a_new_article_keeps_the_selection(analysis: Analysis) -> None:
    async with explore(analysis) as it:
        await it.press("j")
        chosen = it.list.selected
        earlier = Analysis(analysis.document, (), analysis.events[:1])
        it.screen.show(build_timeline([earlier, analysis]))
        await it.pilot.pause()
        assert it.list.selected is not None
        assert chosen is not None
        assert it.list.selected.event.id == chosen.event.id
        assert len(it.list.rows) == 4


async def test_the_mouse_selects_and_gives_the_keys(analysis: Analysis) -> None:
    async with explore(analysis) as it:
        await it.pilot.click(TimelineView, offset=(20, 1))
        await it.press()
        assert (it.list.cursor, it.gutter()) == (1, {4})
        await it.pilot.click(ReaderView, offset=(30, it.reader._lines.index(Place(2, 0))))
        await it.press()
        assert it.screen.reading
        assert it.list.cursor == 0


async def test_of_a_sentence_longer_than_the_pane_the_date_is_seen(analysis: Analysis) -> None:
    words = "كلام طويل عن الوساطة والتهدئة بين الجانبين، " * 40 + "في 12 مارس 2018 وصل الوفد."
    span = Span(words.index("12"), words.index("12") + len("12 مارس 2018"))
    event = replace(
        analysis.events[0],
        paragraph=0,
        sentence=Span(0, len(words)),
        text=words,
        date=replace(analysis.events[0].date, span=span),
        trigger=None,
        actors=(),
        places=(),
    )
    document = Document("long", words, (Paragraph(0, 0, words, ParagraphKind.BODY, (event.sentence,)),))
    async with explore(Analysis(document, (), (event,)), size=(100, 16)) as it:
        assert any(display("مارس") in line for line in it.drawn(it.reader))
