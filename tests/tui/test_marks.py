"""Tashkeel drawn or left out, and the guard: what stands in each cell of the whole screen."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len

from core.model import Analysis, Document, Paragraph, ParagraphKind, Span
from tests.tui.conftest import make_event
from tui.arabic import LRO, PDF
from tui.explorer import ExplorerApp
from tui.terminal import BidiMode, Profile, profile
from tui.terminal.replies import Replies

if TYPE_CHECKING:
    from rich.style import Style

VOWELLED = "فِي ١٢ مَارِسَ أَجْرَى الوُسَطَاءُ مُحَادَثَاتٍ فِي الدَّوْحَةِ «لَا\u0653 إِكْرَاهَ\u06d6» (CNN)."
TASHKEEL = re.compile("[\u064b-\u0653\u06d6]")
FOOT = Replies(version="foot(1.13.1)", fenced=True)
XTERM = Replies(version="XTerm(379)", fenced=True)


@pytest.fixture
def vowelled() -> Analysis:
    """An article with every mark written, and an event read from it."""

    def span(words: str) -> Span:
        return Span(VOWELLED.index(words), VOWELLED.index(words) + len(words))

    event = make_event(4, "2019-04-03", "3 أبريل 2019", "محادثات")
    trigger = event.trigger
    assert trigger is not None
    event = replace(
        event,
        paragraph=0,
        sentence=Span(0, len(VOWELLED)),
        text=VOWELLED,
        trigger=replace(trigger, text="مُحَادَثَاتٍ", span=span("مُحَادَثَاتٍ")),
        date=replace(event.date, text="١٢ مَارِسَ", span=span("١٢ مَارِسَ")),
    )
    paragraph = Paragraph(0, 0, VOWELLED, ParagraphKind.BODY, (Span(0, len(VOWELLED)),))
    return Analysis(Document("vowelled", VOWELLED, (paragraph,), title=VOWELLED), ((),), (event,))


async def screen(
    analysis: Analysis, terminal: Profile, *, marks: bool | None = None, width: int = 120
) -> list[list[tuple[str, Style | None]]]:
    """Return for every line what each cell holds, and its style; without the footer, which names the mode."""
    app = ExplorerApp([analysis], terminal=terminal, marks=marks)
    async with app.run_test(size=(width, 40)) as pilot:
        await pilot.pause()
        lines = []
        for strip in app.explorer._compositor.render_strips()[:-1]:
            cells: list[tuple[str, Style | None]] = []
            for text, style, _ in strip:
                for char in text:
                    if cell_len(char):
                        cells.append((char, style))
                    else:
                        cells[-1] = (cells[-1][0] + char, cells[-1][1])
            lines.append(cells)
        return lines


def has_tashkeel(lines: list[list[tuple[str, Style | None]]]) -> bool:
    return any(TASHKEEL.search(text) for line in lines for text, _ in line)


@pytest.mark.parametrize("mode", [BidiMode.VISUAL, BidiMode.GUARD, BidiMode.KITTY, BidiMode.LOGICAL])
async def test_a_switch_moves_nothing(vowelled: Analysis, mode: BidiMode) -> None:
    drawn = await screen(vowelled, Profile(mode, "a test"), marks=True)
    left_out = await screen(vowelled, Profile(mode, "a test"), marks=False)
    assert has_tashkeel(drawn)
    assert not has_tashkeel(left_out)
    for with_marks, without in zip(drawn, left_out, strict=True):
        bare = [(TASHKEEL.sub("", text), style) for text, style in with_marks]
        assert [style for _, style in bare] == [style for _, style in without]
        if mode is not BidiMode.LOGICAL:
            # As written, an alef and its madda are two characters or one.
            assert [text[:1] for text, _ in bare] == [text[:1] for text, _ in without]


async def test_the_terminal_decides_until_the_person_does(vowelled: Analysis) -> None:
    foot, xterm = profile({}, replies=FOOT), profile({}, replies=XTERM)
    assert not has_tashkeel(await screen(vowelled, foot))
    assert has_tashkeel(await screen(vowelled, xterm))
    assert has_tashkeel(await screen(vowelled, foot, marks=True))
    assert not has_tashkeel(await screen(vowelled, xterm, marks=False))


@pytest.mark.parametrize("width", [120, 80, 40])
async def test_the_guard_adds_its_two_characters_and_changes_no_cell(
    vowelled: Analysis, analysis: Analysis, width: int
) -> None:
    for article in (vowelled, analysis):
        plain = await screen(article, Profile(BidiMode.VISUAL, "a test"), width=width)
        guarded = await screen(article, Profile(BidiMode.GUARD, "a test"), width=width)
        bare = [[(text.replace(LRO, "").replace(PDF, ""), style) for text, style in line] for line in guarded]
        assert bare == plain
        assert bare != guarded
