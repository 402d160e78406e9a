"""Which line of an article follows which."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tui.arabic import Writing
from tui.widgets.page import HEAD, Page

if TYPE_CHECKING:
    from core.model import Analysis


@pytest.mark.parametrize("airy", [True, False])
@pytest.mark.parametrize("width", [12, 30, 80])
def test_every_line_is_reached_by_steps_of_any_size(analysis: Analysis, width: int, airy: bool) -> None:
    page = Page(analysis.document, width, Writing(), airy=airy)
    lines = page.lines_from(HEAD, 10_000)
    assert lines[-1] == page.end()
    assert lines == sorted(set(lines))
    for step in (1, 3, 50):
        for at in range(0, len(lines), 7):
            assert page.after(lines[at], step) == lines[min(at + step, len(lines) - 1)]
            assert page.before(lines[at], step) == lines[max(at - step, 0)]


def test_the_cursor_steps_over_blank_lines(analysis: Analysis) -> None:
    page = Page(analysis.document, 30, Writing(), airy=True)
    every = page.lines_from(HEAD, 10_000)
    words = [line for line in every if page.is_text(line)]
    assert len(words) < len(every)
    for steps, lines in ((1, words), (-1, words[::-1])):
        seen = [lines[0]]
        while (line := page.moved(seen[-1], steps)) != seen[-1]:
            seen.append(line)
        assert seen == lines


def test_a_character_is_found_on_its_line(analysis: Analysis) -> None:
    page = Page(analysis.document, 20, Writing(), airy=False)
    text = analysis.document.paragraphs[2].text
    place = page.place_of(2, text.index("غزة"))
    line = page.line(place)
    assert line.start <= text.index("غزة") < line.end
