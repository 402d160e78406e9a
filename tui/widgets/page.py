"""An article wrapped for a width: which line follows which, without wrapping more than is looked at."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from textual.cache import LRUCache

from tui.arabic import lay_out_block

if TYPE_CHECKING:
    from core.bidi import Blocks, Layout, Line
    from core.model import Document, ParagraphKind
    from tui.arabic import Writing

_CACHED_BLOCKS = 256


class Place(NamedTuple):
    """A line of an article; a line past those of its paragraph is the blank one below it."""

    paragraph: int
    block: int = 0
    """Number within the paragraph: only very long ones have more than one (`core.bidi.blocks`)."""
    line: int = 0
    """Number within the block."""


HEAD = Place(0)


class Page:
    """The lines of a document in a given width; blocks are laid out when they are first looked at."""

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
        self._layouts: LRUCache[tuple[int, int], Layout] = LRUCache(_CACHED_BLOCKS)

    def _blocks(self, paragraph: int) -> Blocks:
        from core.bidi import blocks_of  # Not before there is an article.

        return blocks_of(self.document.paragraphs[paragraph].text)

    def _layout(self, paragraph: int, block: int) -> Layout:
        found = self._layouts.get((paragraph, block))
        if found is None:
            found = lay_out_block(self._blocks(paragraph), block, self._width, self._writing)
            self._layouts.set((paragraph, block), found)
        return found

    def line(self, place: Place) -> Line:
        """Return a line of words; of a blank one, the words above it."""
        layout = self._layout(place.paragraph, place.block)
        return layout.line(min(place.line, layout.line_count - 1))

    def is_text(self, place: Place) -> bool:
        """Tell a line of words from a blank one."""
        return place.line < self._layout(place.paragraph, place.block).line_count

    def place_of(self, paragraph: int, offset: int) -> Place:
        """Return the line that a character of a paragraph stands on."""
        block = self._blocks(paragraph).at(offset)
        return Place(paragraph, block, self._layout(paragraph, block).line_at(offset))

    def end(self) -> Place:
        """Return the last line of words."""
        last = self._last_block(len(self.document.paragraphs) - 1)
        return last._replace(line=self._layout(last.paragraph, last.block).line_count - 1)

    def after(self, place: Place, lines: int) -> Place:
        """Return the line that many lines further on, the last one if there are fewer."""
        line = place.line + lines
        while line >= (height := self._height(place)):
            line -= height
            below = self._block_below(place)
            if below is None:
                return self.end()
            place = below
        return place._replace(line=line)

    def before(self, place: Place, lines: int) -> Place:
        """Return the line that many lines further up, the first one if there are fewer."""
        line = place.line - lines
        while line < 0:
            if place.block:
                place = Place(place.paragraph, place.block - 1)
            elif place.paragraph:
                place = self._last_block(place.paragraph - 1)
            else:
                return HEAD
            line += self._height(place)
        return place._replace(line=line)

    def moved(self, place: Place, lines: int) -> Place:
        """Return the line of words that many lines on (or back, when negative), past blank ones."""
        found = self.after(place, lines) if lines >= 0 else self.before(place, -lines)
        if self.is_text(found):
            return found
        return self.after(found, 1) if lines >= 0 else self.before(found, 1)

    def lines_from(self, top: Place, count: int) -> list[Place]:
        """Return up to `count` lines, in order."""
        found: list[Place] = []
        block: Place | None = top
        while len(found) < count and block is not None:
            stop = min(self._height(block), block.line + count - len(found))
            found += [block._replace(line=number) for number in range(block.line, stop)]
            block = self._block_below(block)
        return found

    def _block_below(self, place: Place) -> Place | None:
        """Return the first line of the next block; null after the last."""
        if place.block + 1 < len(self._blocks(place.paragraph)):
            return Place(place.paragraph, place.block + 1)
        return Place(place.paragraph + 1) if place.paragraph + 1 < len(self.document.paragraphs) else None

    def _last_block(self, paragraph: int) -> Place:
        return Place(paragraph, len(self._blocks(paragraph)) - 1)

    def _height(self, place: Place) -> int:
        """Lines of a block with the blank one below its paragraph; page furniture stands close."""
        paragraphs, below = self.document.paragraphs, place.paragraph + 1
        lines = self._layout(place.paragraph, place.block).line_count
        if not self._airy or below >= len(paragraphs) or place.block + 1 < len(self._blocks(place.paragraph)):
            return lines
        both_furniture = not {paragraphs[below - 1].kind, paragraphs[below].kind} & _told()
        return lines if both_furniture else lines + 1


@cache
def _told() -> frozenset[ParagraphKind]:
    from core.model import ParagraphKind  # Not before there is an article.

    return frozenset({ParagraphKind.TITLE, ParagraphKind.HEADING, ParagraphKind.BODY})
