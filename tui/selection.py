"""What is chosen of an article: between two ends, in the order of reading, however it lies on the screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from core.bidi import Line
    from core.model import Document


class Stretch(NamedTuple):
    """A part of one paragraph, in code points, half-open; an empty one is a place between two characters."""

    paragraph: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Selection:
    """All from one stretch to another, both included, whichever comes first."""

    anchor: Stretch
    """Where it was begun."""
    focus: Stretch
    """Where it was drawn to."""

    def part(self, paragraph: int, length: int) -> tuple[int, int]:
        """Return what is chosen of a paragraph of that length; an empty part where there is nothing."""
        ends = (self.anchor, self.focus)
        first = min((stretch.paragraph, stretch.start) for stretch in ends)
        last = max((stretch.paragraph, stretch.end) for stretch in ends)
        if not first[0] <= paragraph <= last[0]:
            return 0, 0
        start = first[1] if paragraph == first[0] else 0
        return start, last[1] if paragraph == last[0] else length

    def text(self, document: Document) -> str:
        """Return the words of the source, a line for each paragraph."""
        first = min(self.anchor.paragraph, self.focus.paragraph)
        last = max(self.anchor.paragraph, self.focus.paragraph)
        lines = []
        for paragraph in document.paragraphs[first : last + 1]:
            start, end = self.part(paragraph.index, len(paragraph.text))
            lines.append(paragraph.text[start:end])
        return "\n".join(lines)


def stretch_under(line: Line, paragraph: int, column: int) -> Stretch:
    """Return the cluster under a cell of a drawn line; beside the line, the end of it that lies there.

    Args:
        line: a line of the paragraph.
        paragraph: which paragraph it is.
        column: cells from the line's left end, negative to the left of it.
    """
    if not 0 <= column < line.width:
        at = line.end if (column < 0) == line.rtl else line.start
        return Stretch(paragraph, at, at)
    start = line.offsets[column]
    end = next(cell.end for cell in line.cells if cell.start == start)
    return Stretch(paragraph, start, end)
