"""Which line of an article follows which."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from core.bidi import Blocks
from core.model import Document, Paragraph, ParagraphKind
from tui.arabic import Writing
from tui.widgets.page import HEAD, Page

if TYPE_CHECKING:
    from core.bidi.paragraph import ShapedParagraph
    from core.model import Analysis


def long_article(sentences: int) -> Document:
    """Make an article of three paragraphs, the second of them very long."""
    texts = ("عنوان", "قال الوزير إن الوفد وصل إلى القاهرة. " * sentences + "انتهى", "خاتمة")
    paragraphs, start = [], 0
    for index, text in enumerate(texts):
        paragraphs.append(Paragraph(index, start, text, ParagraphKind.BODY))
        start += len(text) + 1
    return Document("long", "\n".join(texts), tuple(paragraphs))


def test_a_paragraph_in_blocks_is_read_like_one_in_one_piece() -> None:
    document = long_article(1_000)
    text = document.paragraphs[1].text
    page = Page(document, 40, Writing(), airy=True)
    lines = page.lines_from(HEAD, 10_000)
    assert len({line.block for line in lines}) > 4
    assert lines[-1] == page.end()
    words = [page.line(line) for line in lines if line.paragraph == 1 and page.is_text(line)]
    assert "".join(text[line.start : line.end] for line in words) == text
    # The one blank line of the paragraph stands behind its last block.
    (blank,) = [line for line in lines if line.paragraph == 1 and not page.is_text(line)]
    assert blank == lines[-2]
    for step in (1, 7, 400):
        for at in range(0, len(lines), 97):
            assert page.after(lines[at], step) == lines[min(at + step, len(lines) - 1)]
            assert page.before(lines[at], step) == lines[max(at - step, 0)]
    for line in lines[::53]:
        if page.is_text(line):
            assert page.place_of(line.paragraph, page.line(line).start) == line


def test_only_what_is_looked_at_is_laid_out(monkeypatch: pytest.MonkeyPatch) -> None:
    shaped: list[int] = []
    shape = Blocks.shape

    def count(self: Blocks, index: int, *, marks: bool = True) -> ShapedParagraph:
        shaped.append(index)
        return shape(self, index, marks=marks)

    monkeypatch.setattr(Blocks, "shape", count)
    document = long_article(20_000)
    page = Page(document, 40, Writing(), airy=True)
    top = page.place_of(1, len(document.paragraphs[1].text) // 2)
    page.lines_from(page.before(top, 20), 60)
    assert 1 <= len(shaped) <= 3


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
