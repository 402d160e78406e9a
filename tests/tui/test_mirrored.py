"""The Arabic screen is the English one in a mirror, but for what runs from left to right in any language."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from core.bidi import display
from tests.tui.driver import explore
from tui.arabic import LRO, PDF
from tui.language import Language
from tui.screens.help import HelpScreen
from tui.terminal import BidiMode
from tui.widgets.field import Field
from tui.widgets.findbar import Found
from tui.widgets.footer import KeyBar

if TYPE_CHECKING:
    from core.model import Analysis
    from tests.tui.driver import Driver

ARABIC = Language.ARABIC
SIZES = [(120, 40), (80, 24), (40, 10), (20, 6), (5, 2)]
WALK: tuple[tuple[str, ...], ...] = (
    ("j", "j"),
    ("enter",),
    ("v", "j"),
    ("escape", "escape"),
    ("o",),
    ("escape",),
    ("w",),
    ("/", "و", "ف", "د"),
    ("enter",),
    ("?",),
)


async def at_rest(it: Driver) -> list[str]:
    """The screen, once nothing more is drawn on it."""
    before: list[str] = []
    while (lines := it.lines()) != before:
        before = lines
        await it.quiet()
    return lines


async def screens(it: Driver) -> list[list[str]]:
    """Everything that the walk shows."""
    found = [await at_rest(it)]
    for keys in WALK:
        await it.press(*keys)
        found.append(await at_rest(it))
    assert isinstance(it.app.screen, HelpScreen)
    return found


async def test_the_timeline_stands_at_the_right(analysis: Analysis) -> None:
    async with explore(analysis, language=ARABIC) as it:
        timeline, reader = it.list.region, it.reader.region
        assert (reader.x, reader.right) == (0, timeline.x)
        assert timeline.right == it.app.size.width
    async with explore(analysis, language=ARABIC, size=(80, 24)) as it:
        assert it.list.region.bottom <= it.reader.region.y


@pytest.mark.parametrize("width", [120, 80, 40, 36, 30, 20, 12, 6])
async def test_a_row_begins_at_the_right_with_the_date_as_it_is(analysis: Analysis, width: int) -> None:
    async with explore(analysis, language=ARABIC, size=(width, 10)) as it:
        row = it.drawn(it.list)[0]
        assert len(row) == it.list.size.width
        assert row.endswith("▐")
        assert "2018-03-12"[: max(len(row) - 4, 1)] in row
        if width >= 40:
            phrase, date = row.index(display("وفد")), row.index("2018-03-12")
            assert phrase < row.index(display("تشاور")) < date


@pytest.mark.parametrize("size", SIZES)
async def test_guard_shows_what_visual_shows(analysis: Analysis, size: tuple[int, int]) -> None:
    async with explore(analysis, language=ARABIC, size=size) as it:
        visual = await screens(it)
    async with explore(analysis, language=ARABIC, size=size, mode=BidiMode.GUARD) as it:
        guarded = await screens(it)
    names = display("محميّ", marks=False), display("مرئي")
    for one, other in zip(visual, guarded, strict=True):
        for seen, line in zip(one, other, strict=True):
            plain = line.replace(LRO, "").replace(PDF, "")
            if display("العرض") not in seen and names[0] not in plain:
                assert plain == seen


async def test_the_keys_begin_at_the_right(analysis: Analysis) -> None:
    async with explore(analysis, language=ARABIC) as it:
        bar = it.screen.query_one(KeyBar).render_line(0).text
        assert bar.endswith(f"{display('خروج')} q ")
        assert bar.strip().startswith(display("العرض: مرئي"))


async def test_words_are_asked_for_at_the_right(analysis: Analysis) -> None:
    async with explore(analysis, language=ARABIC) as it:
        await it.press("/")
        found, field = it.screen.query_one(Found), it.screen.query_one(Field)
        assert field.region.right == found.region.x
        assert found.render_line(0).text.endswith("/ ")
        assert field.region.right - 2 == it.app.cursor_position.x, "an empty line begins at the right"
        await it.press("s", "i", "n", "c", "e")
        assert field.render_line(0).text.startswith(" since")


@pytest.mark.parametrize("mode", [BidiMode.LOGICAL, BidiMode.KITTY, BidiMode.KITTY_WORDS])
@pytest.mark.parametrize("size", [(120, 40), (40, 10)])
async def test_every_line_fills_the_screen_in_every_mode(
    analysis: Analysis, mode: BidiMode, size: tuple[int, int]
) -> None:
    async with explore(analysis, language=ARABIC, size=size, mode=mode) as it:
        for keys in WALK:
            await it.press(*keys)
            for strip in it.app.screen._compositor.render_strips():
                assert strip.cell_length == size[0]
