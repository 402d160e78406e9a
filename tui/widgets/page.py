"""An article wrapped for a width: which line follows which, without wrapping more than is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual.cache import LRUCache

from core.model import ParagraphKind
from tui.arabic import lay_out

if TYPE_CHECKING:
    from core.bidi import Layout, Line
    from core.model import Document
    from tui.arabic import Writing

_CACHED_PARAGRAPHS = 256
_TOLD = frozenset({ParagraphKind.TITLE, ParagraphKind.HEADING, ParagraphKind.BODY})


class Place(NamedTuple):
    """A line of an article; a line past those of its paragraph is the blank one below it."""

    paragraph: int
    line: int


HEAD = Place(0, 0)


class Page:
    """The lines of a document in a given width; paragraphs are laid out when they are first looked at."""

    def __init__(self, document: Document, width: int, writing: Writing, *, airy: bool) -> None:
        """Lay nothing out yet.

        Args:
            document: the article.
            width: cells of a line, the blanks at its ends included.
            writing: how Arabic is written.
            airy: whether a blank line stands between paragraphs.
        """
        self.document = document
        self._width, self._writing, self._airy = width, writing, airy
        self._layouts: LRUCache[int, Layout] = LRUCache(_CACHED_PARAGRAPHS)

    def layout(self, paragraph: int) -> Layout:
        """Return a paragraph's lines."""
        found = self._layouts.get(paragraph)
        if found is None:
            found = lay_out(self.document.paragraphs[paragraph].text, self._width, self._writing)
            self._layouts.set(paragraph, found)
        return found

    def line(self, place: Place) -> Line:
        """Return a line of words; of a blank one, the words above it."""
        layout = self.layout(place.paragraph)
        return layout.line(min(place.line, layout.line_count - 1))

    def is_text(self, place: Place) -> bool:
        """Tell a line of words from a blank one."""
        return place.line < self.layout(place.paragraph).line_count

    def place_of(self, paragraph: int, offset: int) -> Place:
        """Return the line that a character of a paragraph stands on."""
        return Place(paragraph, self.layout(paragraph).line_at(offset))

    def end(self) -> Place:
        """Return the last line of words."""
        last = len(self.document.paragraphs) - 1
        return Place(last, self.layout(last).line_count - 1)

    def after(self, place: Place, lines: int) -> Place:
        """Return the line that many lines further on, the last one if there are fewer."""
        paragraph, line = place.paragraph, place.line + lines
        while line >= (height := self._height(paragraph)):
            if paragraph + 1 >= len(self.document.paragraphs):
                return self.end()
            line -= height
            paragraph += 1
        return Place(paragraph, line)

    def before(self, place: Place, lines: int) -> Place:
        """Return the line that many lines further up, the first one if there are fewer."""
        paragraph, line = place.paragraph, place.line - lines
        while line < 0:
            if not paragraph:
                return HEAD
            paragraph -= 1
            line += self._height(paragraph)
        return Place(paragraph, line)

    def moved(self, place: Place, lines: int) -> Place:
        """Return the line of words that many lines on (or back, when negative), past blank ones."""
        found = self.after(place, lines) if lines >= 0 else self.before(place, -lines)
        if self.is_text(found):
            return found
        return self.after(found, 1) if lines >= 0 else self.before(found, 1)

    def lines_from(self, top: Place, count: int) -> list[Place]:
        """Return up to `count` lines, in order."""
        found: list[Place] = []
        paragraph, line = top
        while len(found) < count and paragraph < len(self.document.paragraphs):
            height = self._height(paragraph)
            stop = min(height, line + count - len(found))
            found += [Place(paragraph, number) for number in range(line, stop)]
            paragraph, line = paragraph + 1, 0
        return found

    def _height(self, paragraph: int) -> int:
        """Lines of a paragraph with the blank one below it; page furniture stands close."""
        paragraphs = self.document.paragraphs
        lines = self.layout(paragraph).line_count
        if not self._airy or paragraph + 1 >= len(paragraphs):
            return lines
        both_furniture = not {paragraphs[paragraph].kind, paragraphs[paragraph + 1].kind} & _TOLD
        return lines if both_furniture else lines + 1
