"""Arabic reaches the screen in one way only: whatever widget shows it, whatever it says, it is joined.

The widgets of the running program are walked and their strips read, so that a text which takes another way is
found wherever it comes from.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from textual.widget import Widget
from textual.widgets import Label

from core.bidi import display
from core.errors import UnreadableError
from core.model import Analysis, Conflict
from core.timeline import build_timeline
from tests.tui.driver import explore
from tui.screens.help import HelpScreen
from tui.terminal import BidiMode
from tui.widgets.why import Why

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tui.driver import Driver

LETTER = re.compile("[\u0621-\u063a\u0641-\u064a]")
"""Letters as they are written, not as they are drawn; tatweel is one and the same."""
JOINING = (BidiMode.VISUAL, BidiMode.GUARD, BidiMode.KITTY, BidiMode.KITTY_WORDS)
FILE = "/srv/مقالات/خبر عن الهدنة.txt"


def widgets(it: Driver) -> list[Widget]:
    return list(it.app.screen.query("*").results(Widget))


def unjoined(it: Driver) -> list[str]:
    """Return the lines of all widgets, Textual's own among them, on which a letter stands as written."""
    drawn = [
        (type(widget).__name__, widget.render_line(y).text)
        for widget in widgets(it)
        for y in range(widget.size.height)
    ]
    drawn += [("screen", line) for line in it.lines()]
    assert any("\ufe70" <= char <= "\ufefc" for _, line in drawn for char in line), "no Arabic at all"
    return [f"{name}: {line}" for name, line in drawn if LETTER.search(line)]


def full(analysis: Analysis) -> Analysis:
    """Give every field of an event that is shown some Arabic."""
    first, *others = analysis.events
    clash = Conflict("other", "place", "«غزة» is «القاهرة» in «الصحيفة»")
    why = "«محادثات» is a word for talks"
    words = replace(first, conflicts=(clash,), summary_en="وفد meets قيادة", why=why)
    return replace(analysis, events=(words, *others))


@pytest.mark.parametrize(
    ("mode", "size"),
    [*((mode, (120, 40)) for mode in JOINING), (BidiMode.VISUAL, (80, 24)), (BidiMode.GUARD, (40, 10))],
)
async def test_in_every_arrangement(analysis: Analysis, mode: BidiMode, size: tuple[int, int]) -> None:
    async with explore(full(analysis), mode=mode, size=size) as it:
        for keys in ("j", ("enter",), "vjj", ("escape", "G", "escape"), "w", "/الوفد"):
            await it.press(*keys)
            assert not unjoined(it), keys
        await it.press("enter", "?")
        assert isinstance(it.app.screen, HelpScreen)
        for key in ("space", "G"):
            assert not unjoined(it)
            await it.press(key)


async def test_what_is_told(analysis: Analysis, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "حالة"))
    async with explore(analysis) as it:
        for words in (str(UnreadableError(FILE, "there is no such file", "check the path")), "تعذرت القراءة"):
            it.screen.tell(words)
            await it.pilot.pause()
            assert not unjoined(it)
        for progress in ("analysing 1/3: خبر.txt", "2 not read: خبر.txt"):
            it.screen.tell_progress(progress)
            await it.pilot.pause()
            assert not unjoined(it)
        await it.press("y")
        assert not unjoined(it)
        assert display("حالة") in " ".join(it.drawn(it.screen.query_one(Why)))


async def test_textuals_own_notices_are_told_with_ours(analysis: Analysis) -> None:
    async with explore(analysis) as it:
        it.app.notify("تم الحفظ", title="حفظ", severity="error")
        it.list.notify("تم الحفظ")
        await it.pilot.pause()
        assert not unjoined(it)
        assert display("تم الحفظ") in " ".join(it.drawn(it.screen.query_one(Why)))
        assert not [widget for widget in widgets(it) if widget.tooltip], "Textual draws them its own way"


async def test_where_there_is_nothing(analysis: Analysis) -> None:
    async with explore(Analysis(analysis.document, ())) as it:
        assert not unjoined(it)
        it.screen.show(build_timeline([Analysis(analysis.document, ())]), "analysing خبر.txt")
        await it.pilot.pause()
        assert not unjoined(it)
        assert display("خبر") in " ".join(it.drawn(it.list))


async def test_a_path_in_a_notice_reads_from_the_left(analysis: Analysis) -> None:
    async with explore(analysis) as it:
        it.screen.tell(f"{FILE}: there is no such file")
        await it.pilot.pause()
        told = " ".join(it.drawn(it.screen.query_one(Why)))
        assert f"/srv/{display('مقالات')}/{display('خبر عن الهدنة')}.txt" in told


async def test_a_widget_that_goes_its_own_way_is_found(analysis: Analysis) -> None:
    async with explore(analysis) as it:
        assert not unjoined(it)
        await it.screen.mount(Label("قال الوزير"))
        await it.pilot.pause()
        found = unjoined(it)
        assert any(line.startswith("Label: ") for line in found)
        assert any(line.startswith("screen: ") for line in found)
