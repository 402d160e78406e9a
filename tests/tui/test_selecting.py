"""Mouse, selection and copying: what is pointed at is what is meant, and what is copied is the source."""

from __future__ import annotations

import base64
import re
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest
from textual.events import MouseDown, MouseMove, MouseUp

from core.model import Analysis, Document, Paragraph, ParagraphKind, Span
from tests.tui.conftest import LINES
from tui.clipboard import clipboard_file
from tui.explorer import ExplorerApp
from tui.selection import Selection, Stretch
from tui.terminal import BidiMode, Profile
from tui.widgets.page import Place
from tui.widgets.selecting import SelectingReader
from tui.widgets.timeline import TimelineView
from tui.widgets.why import Why

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from textual.pilot import Pilot

    from core.errors import ExitCode

FOURTH = LINES[4][1]
DRAWN_FORMS = re.compile("[\ufb50-\ufdff\ufe70-\ufefe\u200e\u200f\u202a-\u202e\u2066-\u2069]")


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))


class Hand:
    """A mouse and a keyboard on the reader; what left for the terminal is kept."""

    def __init__(self, app: ExplorerApp, pilot: Pilot[ExitCode]) -> None:
        self.app, self.pilot = app, pilot
        self.reader = app.explorer.query_one(SelectingReader)
        self.list = app.explorer.query_one(TimelineView)
        self.written = ""
        assert app._driver is not None
        app._driver.write = self._write  # type: ignore[method-assign]

    def _write(self, data: str) -> None:
        self.written += data

    def cell_of(self, paragraph: int, offset: int) -> tuple[int, int]:
        """Where a character is drawn, in cells of the reader."""
        page = self.reader._page
        assert page is not None
        place = page.place_of(paragraph, offset)
        line = page.line(place)
        cluster = max(cell.start for cell in line.cells if cell.start <= offset)
        left = self.reader.size.width - 2 - line.width
        return left + line.offsets.index(cluster), self.reader._lines.index(place)

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def click(self, x: int, y: int, times: int = 1) -> None:
        await self.pilot.click(SelectingReader, offset=(x, y), times=times)
        await self.pilot.pause()

    async def drag(self, start: tuple[int, int], end: tuple[int, int], release: bool = True) -> None:
        left, top = self.reader.region.offset
        moves = [(MouseDown, start), (MouseMove, start), (MouseMove, end)]
        for kind, (x, y) in moves + [(MouseUp, end)] * release:
            self.app.post_message(kind(None, left + x, top + y, 0, 0, 1, False, False, False))
            await self.pilot.pause()

    def selected(self) -> str:
        chosen, document = self.reader.selection, self.reader.document
        return chosen.text(document) if chosen and document else ""

    def reversed_cells(self) -> str:
        """The cells of the reader that are drawn reversed, from left to right, line by line."""
        strips = [self.reader.render_line(y) for y in range(self.reader.size.height)]
        return "".join(part.text for strip in strips for part in strip if part.style and part.style.reverse)


@asynccontextmanager
async def explore(
    *analyses: Analysis, terminal: str = "a test", mode: BidiMode = BidiMode.VISUAL
) -> AsyncIterator[Hand]:
    app = ExplorerApp(analyses, terminal=Profile(mode, "a test", terminal))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        yield Hand(app, pilot)


def plain(*lines: str) -> Analysis:
    """An article that tells of nothing, so that no word of it has a style of its own."""
    text, paragraphs = "\n".join(lines), []
    for index, line in enumerate(lines):
        start = sum(len(before) + 1 for before in lines[:index])
        paragraphs.append(Paragraph(index, start, line, ParagraphKind.BODY, (Span(0, len(line)),)))
    return Analysis(Document("plain", text, tuple(paragraphs)), ())


@pytest.mark.parametrize("mode", [BidiMode.VISUAL, BidiMode.GUARD, BidiMode.KITTY])
async def test_every_cell_leads_to_its_character(analysis: Analysis, mode: BidiMode) -> None:
    async with explore(analysis, mode=mode) as it:
        for offset in (0, FOURTH.index("قال"), FOURTH.index("2020"), FOURTH.index("«"), len(FOURTH) - 1):
            x, y = it.cell_of(4, offset)
            under = it.reader._under(x, y)
            assert under is not None
            assert under.start <= offset < under.end


async def test_a_click_selects_the_event_told_by_that_word(analysis: Analysis) -> None:
    async with explore(analysis) as it:
        await it.click(*it.cell_of(4, FOURTH.index("محادثات")))
        assert it.app.explorer.reading
        assert it.list.cursor == 1
        assert it.reader.cursor.paragraph == 4
        await it.press("y")
    assert clipboard_file().read_text(encoding="utf-8") == FOURTH


async def test_a_click_below_the_last_row_selects_none(analysis: Analysis) -> None:
    async with explore(analysis) as it:
        await it.pilot.click(TimelineView, offset=(20, 10))
        assert it.list.cursor == 0
        await it.pilot.click(TimelineView, offset=(20, 2))
        assert it.list.cursor == 2


async def test_a_drag_selects_what_was_read_not_what_was_passed_over() -> None:
    text = "زار الوفد (CNN 2020) مدينة غزة اليوم"
    async with explore(plain(text)) as it:
        await it.drag(it.cell_of(0, text.index("الوفد")), it.cell_of(0, text.index("N 2020")))
        assert it.selected() == "الوفد (CNN"
        cells = it.reversed_cells()
        assert "CNN" in cells
        assert "2020" not in cells, "the digits stand between the two on the screen, not in the text"
        await it.press("y")
    assert clipboard_file().read_text(encoding="utf-8") == "الوفد (CNN"


async def test_a_drag_backwards_and_over_paragraphs(analysis: Analysis) -> None:
    async with explore(analysis) as it:
        start, end = FOURTH.index("أبريل"), LINES[2][1].index("وصل")
        await it.drag(it.cell_of(4, start), it.cell_of(2, end))
        wanted = "\n".join((LINES[2][1][end:], LINES[3][1], FOURTH[: start + 1]))
        assert it.selected() == wanted
        page = it.reader._page
        assert page is not None
        line, (_, y) = page.line(page.place_of(4, 0)), it.cell_of(4, 0)
        await it.drag((1, y), it.cell_of(4, 6))
        assert it.selected() == FOURTH[6 : line.end], "left of a line is its end"
        await it.drag((it.reader.size.width - 1, y), it.cell_of(4, 6))
        assert it.selected() == FOURTH[:7], "right of it its beginning"


async def test_a_drag_out_of_the_pane_turns_the_page(analysis: Analysis) -> None:
    async with explore(analysis) as it:
        last = it.reader._lines[-1]
        await it.drag(it.cell_of(2, 0), (30, it.reader.size.height + 2), release=False)
        for _ in range(500):
            if it.reader._lines[-1].paragraph > last.paragraph:
                break
            await it.pilot.pause(0.01)
        assert it.selected().startswith(LINES[2][1])
        assert LINES[last.paragraph][1] in it.selected()
        assert it.reader._lines[-1] > last


async def test_two_clicks_take_the_word_and_three_the_paragraph(analysis: Analysis) -> None:
    async with explore(analysis) as it:
        where = it.cell_of(2, LINES[2][1].index("لإجراء") + 2)
        await it.click(*where, times=2)
        assert it.selected() == "لإجراء"
        await it.click(*where, times=3)
        assert it.selected() == LINES[2][1]
        await it.click(*it.cell_of(4, 0))
        assert it.selected() == ""


async def test_a_drag_ends_in_a_click_that_takes_nothing_back(analysis: Analysis) -> None:
    async with explore(analysis) as it:
        await it.drag(it.cell_of(2, 0), it.cell_of(2, 5))
        assert it.selected() == LINES[2][1][:6]
        await it.press("escape")
        assert it.selected() == ""
        assert it.app.explorer.reading, "the first Esc ends the selection, the second leaves"
        await it.press("escape")
        assert not it.app.explorer.reading


async def test_v_and_the_arrows_select_by_line_and_by_word() -> None:
    lines = ("كلام في السطر الأول " * 6).strip(), "الفقرة الثانية هنا"
    async with explore(plain(*lines)) as it:
        await it.press("enter", "v")
        page = it.reader._page
        assert page is not None
        first, second = page.line(Place(0)), page.line(Place(0, line=1))
        assert it.selected() == lines[0][first.start : first.end]
        await it.press("j")
        assert it.selected() == lines[0][: second.end]
        await it.press("G")
        assert it.selected() == "\n".join(lines)
        await it.press("right")
        assert it.selected() == "\n".join((lines[0], "الفقرة الثانية "))
        await it.press("left")
        assert it.selected() == "\n".join(lines)
        await it.press("right", "right", "right", "right")
        assert it.selected().endswith("السطر ")
        await it.press("left", "left")
        assert it.selected() == f"{lines[0]}\nالفقرة", "on into the next paragraph"
        await it.press("ر")
        assert it.selected() == ""


async def test_a_selection_outlives_a_resize_and_another_mode(analysis: Analysis) -> None:
    async with explore(analysis) as it:
        await it.click(*it.cell_of(2, LINES[2][1].index("محادثات")), times=2)
        await it.pilot.resize_terminal(70, 30)
        await it.press("r", "r")
        assert it.selected() == "محادثات"
        assert "محادثات" in it.reversed_cells()


async def test_y_in_the_timeline_copies_a_citation(analysis: Analysis) -> None:
    async with explore(analysis) as it:
        await it.press("غ")
        told = " ".join(line.text for line in map(it.app.explorer.query_one(Why).render_line, range(3)))
    kept = clipboard_file().read_text(encoding="utf-8")
    assert kept.splitlines()[:2] == ["2018-03-12", LINES[2][1]]
    assert "the citation of 2018-03-12" in told
    assert "clipboard.txt" in re.sub(r"\s", "", told)
    (sent,) = re.findall("\x1b\\]52;c;([^\x07]*)\x07", it.written)
    assert base64.b64decode(sent).decode() == kept


@pytest.mark.parametrize("mode", [BidiMode.VISUAL, BidiMode.GUARD, BidiMode.LOGICAL, BidiMode.KITTY])
async def test_what_is_copied_is_the_source(analysis: Analysis, mode: BidiMode) -> None:
    async with explore(analysis, mode=mode) as it:
        for keys in (("y",), ("enter", "y"), ("v", "j", "j", "y")):
            await it.press(*keys)
            kept = clipboard_file().read_text(encoding="utf-8")
            assert not DRAWN_FORMS.search(kept)
            assert any(line in kept or kept in line for _, line in LINES)


def test_a_selection_reads_the_same_from_either_end(analysis: Analysis) -> None:
    document = analysis.document
    one, other = Stretch(2, 5, 6), Stretch(4, 0, 3)
    assert Selection(one, other).text(document) == Selection(other, one).text(document)
    assert Selection(one, one).text(document) == LINES[2][1][5:6]
    assert Selection(one, other).part(5, 10) == (0, 0)
