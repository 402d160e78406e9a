"""Looking for words, as a person does it: what is typed is written, what is found is marked and gone to."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from textual.events import Paste

from core.bidi import display
from core.find import Hit
from core.model import Analysis
from core.timeline import build_timeline
from tests.tui.driver import QUIET, Driver, explore
from tui import palette
from tui.screens.help import HelpScreen
from tui.terminal import BidiMode
from tui.widgets.field import Field
from tui.widgets.findbar import Found
from tui.widgets.timeline import TimelineView
from tui.widgets.why import Why

if TYPE_CHECKING:
    from rich.style import Style


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.screens.explorer.FOLLOW_AFTER", QUIET)
    monkeypatch.setattr("tui.screens.finding.LOOK_AFTER", QUIET)


def field(it: Driver) -> Field:
    return it.screen.query_one(Field)


def found(it: Driver) -> str:
    return it.screen.query_one(Found).render_line(0).text.strip(" /")


def marked(it: Driver, style: Style = palette.HIT) -> list[str]:
    """What is drawn with a style in the reader."""
    strips = [it.reader.render_line(y) for y in range(it.reader.size.height)]
    return [
        segment.text
        for strip in strips
        for segment in strip
        if segment.style and segment.style.color == style.color and segment.style.reverse
    ]


def block(it: Driver) -> list[str]:
    return [segment.text for segment in field(it).render_line(0) if segment.style == palette.CURSOR]


async def test_letters_that_are_keys_are_written_however_fast_they_come(analysis: Analysis) -> None:
    async with explore(analysis) as it:
        await it.press(*"/jqgn N?تضلاى wr1")
        assert field(it).value == "jqgn N?تضلاى wr1"
        assert (it.list.cursor, it.screen.reading, it.app.is_running) == (0, False, True)
        assert it.screen.writing.mode is BidiMode.VISUAL


async def test_arabic_is_joined_as_it_is_typed(analysis: Analysis) -> None:
    async with explore(analysis) as it:
        written = ""
        await it.press("/")
        for letter in "مصر":
            written += letter
            await it.press(letter)
            line = it.lines()[-1]
            assert line.endswith(f" {display(written)} "), "set right, a blank at the edge"
            assert block(it) == [" "]
        assert found(it).startswith("1/1 events; 1 in the text")


async def test_hits_are_counted_and_marked_as_one_types(analysis: Analysis) -> None:
    async with explore(analysis) as it:
        await it.press(*"/مُحادَثات")
        assert found(it) == "1/2 events; 2 in the text"
        assert marked(it) == [display("محادثات")] * 2
        await it.press("backspace")
        assert field(it).value == "مُحادَثا"
        assert len(marked(it)) == 2
        await it.press("ظ")
        assert found(it) == "nothing found"
        assert marked(it) == []


async def test_n_goes_from_event_to_event_and_the_reader_follows(analysis: Analysis) -> None:
    async with explore(analysis) as it:
        await it.press(*"/محادثات", "enter")
        assert it.lines()[-1].startswith(" q quit"), "the keys are back"
        assert (it.list.cursor, it.gutter()) == (0, {2})
        await it.press("n")
        assert (it.list.cursor, it.gutter()) == (1, {4})
        assert "found 2/2" in it.lines()[0]
        await it.press("n")
        assert it.list.cursor == 0, "round the end"
        await it.press("N")
        assert it.list.cursor == 1
        assert len(marked(it)) == 2


async def test_n_in_the_reader_goes_from_place_to_place_and_the_timeline_follows(analysis: Analysis) -> None:
    async with explore(analysis) as it:
        await it.press("enter", *"/المدينه", "enter")
        last = len(analysis.document.paragraphs) - 1
        assert it.reader.cursor.paragraph == last
        assert it.list.cursor == 2
        await it.press(*"/محادثات", "enter")
        starts = [analysis.document.paragraphs[paragraph].text.index("محادثات") for paragraph in (2, 4)]
        assert it.finding.results.hits == [
            Hit(2, starts[0], starts[0] + 7),
            Hit(4, starts[1], starts[1] + 7),
        ]
        paragraphs, rows = [], []
        for key in "nNn":
            await it.press(key)
            paragraphs.append(it.reader.cursor.paragraph)
            rows.append(it.list.cursor)
        assert paragraphs == [4, 2, 4]
        assert rows == [1, 0, 1]
        assert marked(it, palette.HIT_HERE) == [display("محادثات")]
        await it.press("g", "n")
        assert it.reader.cursor.paragraph == 2, "on from where one went"


async def test_words_that_no_event_says_are_found_in_the_article(analysis: Analysis) -> None:
    async with explore(analysis) as it:
        await it.press(*"/تاريخا")
        assert found(it) == "1/30 in the text; no events"
        assert it.reader.cursor.paragraph == 5
        await it.press("down", "down", "up")
        assert found(it) == "2/30 in the text; no events"
        await it.press("enter", *["n"] * 27)
        assert "found 29/30" in it.lines()[0]
        assert it.reader.cursor.paragraph == 33
        assert not it.screen.reading


async def test_escape_goes_back_to_where_it_began(analysis: Analysis) -> None:
    async with explore(analysis, size=(120, 20)) as it:
        await it.press("j")
        before = it.lines()
        await it.press(*"/ولم يعلن")
        assert it.list.cursor == 2
        await it.press("escape")
        assert it.lines() == before
        await it.press("n")
        assert it.list.cursor == 2, "the words are kept"
        await it.press("escape")
        assert marked(it) == []


async def test_escape_in_the_reader_goes_back_to_the_line(analysis: Analysis) -> None:
    async with explore(analysis) as it:
        await it.press("enter", "G")
        place = it.reader.cursor
        await it.press(*"/الدوحة")
        assert it.reader.cursor.paragraph == 4
        await it.press("escape")
        assert it.reader.cursor == place
        assert it.screen.reading


async def test_what_is_not_there_is_said(analysis: Analysis) -> None:
    async with explore(analysis) as it:
        await it.press(*"/قنديل", "enter")
        said = it.drawn(it.screen.query_one(Why))[0]
        assert "Nothing found" in said
        assert display("قنديل") in said
        await it.press("j")
        await it.press("n")
        assert "Nothing found" in it.drawn(it.screen.query_one(Why))[0]


async def test_before_anything_was_looked_for_n_says_so(analysis: Analysis) -> None:
    async with explore(analysis) as it:
        await it.press("n")
        assert "/ begins" in it.drawn(it.screen.query_one(Why))[0]


async def test_the_arabic_layout(analysis: Analysis) -> None:
    async with explore(analysis) as it:
        await it.press(*"ظمحادثات", "enter", "ى")
        assert it.list.cursor == 1
        await it.press("آ")
        assert it.list.cursor == 0
        await it.press("ل", "آ")
        assert it.list.cursor == 0, "shift and B is another key"


async def test_enter_and_n_typed_at_once(analysis: Analysis) -> None:
    async with explore(analysis) as it:
        await it.press(*"/محادثات", "enter", "q")
    assert it.app.return_value == 0, "a key after Enter is a key again"


async def test_keys_that_are_no_letters_keep_their_meaning(analysis: Analysis) -> None:
    async with explore(analysis, size=(120, 20)) as it:
        await it.press(*"/مص")
        top = it.reader.top
        await it.press("pagedown")
        assert it.reader.top > top
        await it.press("f1")
        assert isinstance(it.app.screen, HelpScreen)
        await it.press("escape")
        await it.press("ر")
        assert field(it).value == "مصر"
        await it.press("ctrl+c")
    assert it.app.return_value == 130


async def test_the_last_words_are_offered_again(analysis: Analysis) -> None:
    async with explore(analysis) as it:
        await it.press(*"/محادثات", "enter", "G", "/")
        assert field(it).entry.selection == (0, 7)
        await it.press("enter")
        assert it.list.cursor == 0
        await it.press("/", "end", "backspace", *"ة الوفد")
        assert field(it).value == "محادثاة الوفد"
        await it.press("/")
        assert field(it).value.endswith("/")


async def test_what_is_pasted_is_cleaned_and_bounded(analysis: Analysis) -> None:
    async with explore(analysis) as it:
        await it.press("/")
        it.app.post_message(Paste("وفد\nمصري\x1b\u202e"))
        await it.quiet()
        assert field(it).value == "وفد مصري"
        assert "1/1 events" in found(it)
        it.app.post_message(Paste("كلام " * 200_000))
        await it.quiet()
        assert len(field(it).value) == field(it).room
        assert found(it).startswith("cut to 1,000 letters")
        await it.press("ا")
        assert found(it).startswith("cut")
        await it.press("backspace")
        assert not found(it).startswith("cut")
        await it.press("escape")
        it.app.post_message(Paste("مصر"))
        await it.quiet()
        assert not it.finding.open, "pasted into nothing"


async def test_the_mouse_puts_the_block_on_the_letter_under_it(analysis: Analysis) -> None:
    async with explore(analysis) as it:
        await it.press(*"/وفد مصري")
        width = field(it).size.width
        for column, letter in (
            (width - 2, "و"),
            (width - 6, "م"),
            (width - 10, ""),
            (2, ""),
            (width - 1, "و"),
        ):
            await it.pilot.click(Field, offset=(column, 0))
            entry = field(it).entry
            assert entry.value[entry.cursor : entry.cursor + 1] == letter
        await it.pilot.click(Field, offset=(width - 6, 0))
        await it.press("delete", "ب")
        assert field(it).value == "وفد بصري"
        await it.pilot.click(TimelineView, offset=(5, 1))
        await it.press("j")
        assert not it.finding.open
        assert it.list.cursor == 2


async def test_what_is_selected_is_not_to_be_taken_for_the_block(analysis: Analysis) -> None:
    async with explore(analysis) as it:
        await it.press(*"/مصري", "home", "shift+left", "shift+left", "shift+right")
        segments = [(segment.text, segment.style) for segment in field(it).render_line(0)]
        letters = display("مصري")
        assert (letters[-1], palette.CHOSEN) in segments
        assert (letters[-2], palette.CURSOR) in segments
        await it.press("shift+end", "ق")
        assert field(it).value == "ق"


async def test_a_terminal_that_orders_letters_has_the_block_at_their_end(analysis: Analysis) -> None:
    async with explore(analysis, mode=BidiMode.LOGICAL) as it:
        await it.press(*"/مصر")
        assert "مصر \u200f" in field(it).render_line(0).text, "or else it would stand before the first letter"
        await it.press("home")
        assert "\u200f" not in field(it).render_line(0).text


async def test_a_long_line_shows_its_cursor(analysis: Analysis) -> None:
    async with explore(analysis, size=(40, 12)) as it:
        await it.press(*"/", *"وفد أمني مصري رفيع المستوى في غزة")
        assert block(it) == [" "]
        assert display("في غزة") in field(it).render_line(0).text
        assert display("وفد أمني") not in field(it).render_line(0).text
        await it.press("home")
        assert block(it) == [display("وفد")[-1]]
        assert display("وفد أمني") in field(it).render_line(0).text


@pytest.mark.parametrize("mode", [mode for mode in BidiMode if mode is not BidiMode.AUTO])
async def test_every_mode_draws_the_field(analysis: Analysis, mode: BidiMode) -> None:
    async with explore(analysis, mode=mode) as it:
        await it.press(*"/في (CNN) 12", "home")
        strip = field(it).render_line(0)
        assert strip.cell_length == field(it).size.width
        text = strip.text.translate(dict.fromkeys(map(ord, "\u202d\u202c"))).strip()
        if mode is BidiMode.LOGICAL:
            assert text == "في (CNN) 12"
        elif mode in (BidiMode.VISUAL, BidiMode.GUARD):
            assert text == display("في (CNN) 12")
        assert len(block(it)) == 1
        await it.press("escape", "r", "/")
        assert field(it).size.width == field(it).render_line(0).cell_length


async def test_where_one_pane_is_seen_the_other_comes_for_its_hit(analysis: Analysis) -> None:
    async with explore(analysis, size=(40, 10)) as it:
        await it.press(*"/تاريخا")
        assert it.reader.is_on_screen
        assert marked(it)
        await it.press("escape")
        assert it.list.is_on_screen
        assert not it.screen.reading


async def test_another_article_has_its_own_places(analysis: Analysis) -> None:
    document = replace(analysis.document, id="other", title="آخر")
    event = replace(analysis.events[1], id="other-4", summary_en="Others meet.")
    later = replace(event, date=replace(event.date, edtf="2021", start=None, end=None))
    async with explore(analysis, Analysis(document, (), (later,))) as it:
        await it.press(*"/الدوحة", "enter")
        assert it.list.cursor == 1
        await it.press("n")
        assert it.list.cursor == 3
        assert it.reader.document is document
        assert marked(it) == [display("الدوحة")]


async def test_events_that_come_while_one_looks_are_found(analysis: Analysis) -> None:
    async with explore(Analysis(analysis.document, ())) as it:
        await it.press(*"/Talks")
        assert found(it) == "nothing found"
        it.screen.show(build_timeline([analysis]))
        await it.quiet()
        assert found(it) == "1/3 events; none in the text"


@pytest.mark.parametrize("size", [(5, 2), (1, 1), (12, 5), (60, 8)])
async def test_any_size_will_do(analysis: Analysis, size: tuple[int, int]) -> None:
    async with explore(analysis, size=size) as it:
        await it.press(*"/غزة", "left", "home", "end", "enter", "n", "N", "/", "escape")
        assert it.app.fault is None
        assert len(it.lines()) == size[1]
