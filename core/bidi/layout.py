"""Lines of a paragraph as a terminal shows them, with the way from each cell back to the source."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import partial
from itertools import repeat
from typing import TYPE_CHECKING, Literal, NamedTuple

from core.bidi.blocks import blocks_of
from core.bidi.paragraph import ShapedParagraph, shape
from core.bidi.properties import classes_of
from core.bidi.uax9 import Base, reorder

if TYPE_CHECKING:
    from collections.abc import Sequence

_ELLIPSIS = "…"
_TOO_WIDE = "\ufffd"
"""Stands for a two-cell character in a pane of one cell."""


class Cell(NamedTuple):
    """A cluster on a line. A named tuple because a screen makes thousands of them a frame."""

    start: int
    """Offset of its first code point."""
    end: int
    """Offset after its last, characters that draw nothing included."""
    display: str
    """What to write: a base and its marks."""
    width: int
    """Cells on the screen: 1 or 2."""


# Quicker than `Cell`, which a line calls as often as it has cells.
_cell = partial(tuple.__new__, Cell)


@dataclass(frozen=True, slots=True)
class Line:
    """One line as drawn. Every code point of `start..end` lies in one cell or in the trimmed tail."""

    text: str
    """Left to right, without padding."""
    offsets: tuple[int, ...]
    """For each cell of the screen the offset of its cluster's start."""
    cells: tuple[Cell, ...]
    """Clusters from left to right."""
    start: int
    """Offset of the line's first code point, in logical order."""
    end: int
    """Offset after its last, trailing spaces included."""
    width: int
    """Cells on the screen."""
    rtl: bool
    """Whether the paragraph runs from right to left: the line belongs to the right edge."""


def wrap(paragraph: ShapedParagraph, width: int) -> list[int]:
    """Return the cluster that each line begins with, at least one line.

    Lines are filled greedily in logical order and broken after spaces and ZWSP; a word that is longer than a
    line is broken between clusters. Spaces at a line's end may hang over it.

    Raises:
        ValueError: `width` is less than 1.
    """
    if width < 1:
        raise ValueError(f"no room for a line: {width}")
    columns, blank, breaks = paragraph.columns, paragraph.blank, paragraph.breaks
    count = len(blank)
    even = isinstance(columns, range)
    starts, start = [0], 0
    while True:
        end = start + width if even else bisect_right(columns, columns[start] + width, start) - 1
        if end >= count:
            return starts
        if blank[end]:
            end = blank.find(0, end)
            if end < 0:
                return starts
        else:
            # No break in the line: cut the word; at least one cluster, or the loop would not end.
            end = breaks.rfind(1, start, end) + 1 or max(end, start + 1)
            if end == count:
                return starts
        starts.append(end)
        start = end


def _line(paragraph: ShapedParagraph, first: int, last: int, *, trim: bool = True) -> Line:
    """Draw clusters `first..last` as one line."""
    end = _without_spaces(paragraph, first, last) if trim else last
    return _drawn(paragraph, first, end, paragraph.starts[last])


def _without_spaces(paragraph: ShapedParagraph, first: int, last: int) -> int:
    """Return where clusters `first..last` end less the spaces at their end."""
    while last > first and paragraph.blank[last - 1]:
        last -= 1
    return last


def _drawn(paragraph: ShapedParagraph, first: int, last: int, end: int, more: Cell | None = None) -> Line:
    """Draw clusters `first..last`, and `more` at their logical end, as the line that ends at offset `end`."""
    starts, columns = paragraph.starts, paragraph.columns
    levels = paragraph.levels[first:last]
    widths = repeat(1) if isinstance(columns, range) else _widths(columns, first, last)
    columns_of_cell = starts[first:last], starts[first + 1 : last + 1], paragraph.displays[first:last], widths
    cells = list(map(_cell, zip(*columns_of_cell, strict=False)))
    if more is not None:
        cells.append(more)
        levels += bytes((paragraph.rtl,))
    if levels.count(levels[:1]) != len(levels):
        cells = [cells[at] for at in reorder(levels)]
    elif levels and levels[0] % 2:
        cells.reverse()
    if isinstance(columns, range):
        offsets = tuple([cell.start for cell in cells])
    else:
        offsets = tuple([cell.start for cell in cells for _ in range(cell.width)])
    return Line(
        text="".join([cell.display for cell in cells]),
        offsets=offsets,
        cells=tuple(cells),
        start=starts[first],
        end=end,
        width=len(offsets),
        rtl=paragraph.rtl,
    )


def _widths(columns: Sequence[int], first: int, last: int) -> list[int]:
    return [columns[at + 1] - columns[at] for at in range(first, last)]


class Layout:
    """A paragraph at a width; lines are drawn when they are asked for."""

    def __init__(self, text: str, width: int, base: Base = "rtl", *, marks: bool = True) -> None:
        """Wrap a paragraph.

        Args:
            text: one line of source.
            width: cells of a line, at least 1.
            base: the paragraph's direction.
            marks: whether Arabic marks are drawn; offsets and widths are the same either way.

        Raises:
            ValueError: `width` is less than 1.
        """
        self._wrap(shape(text, base, marks=marks), width)

    @classmethod
    def of(cls, paragraph: ShapedParagraph, width: int) -> Layout:
        """Wrap a paragraph that is shaped already, as at a new width.

        Raises:
            ValueError: `width` is less than 1.
        """
        laid = cls.__new__(cls)
        laid._wrap(paragraph, width)  # noqa: SLF001
        return laid

    def _wrap(self, paragraph: ShapedParagraph, width: int) -> None:
        self._paragraph = paragraph
        self._width = width
        self._starts = wrap(paragraph, width)

    @property
    def paragraph(self) -> ShapedParagraph:
        """What all widths share: give it to `of` to wrap anew."""
        return self._paragraph

    @property
    def line_count(self) -> int:
        """At least 1: an empty paragraph is an empty line."""
        return len(self._starts)

    def line(self, index: int) -> Line:
        """Draw line `index`.

        Raises:
            IndexError: there is no such line.
        """
        if not 0 <= index < len(self._starts):
            raise IndexError(f"no line {index} of {len(self._starts)}")
        last = len(self._paragraph.blank) if index + 1 == len(self._starts) else self._starts[index + 1]
        line = _line(self._paragraph, self._starts[index], last)
        return _narrowed(line) if line.width > self._width else line

    def line_at(self, offset: int) -> int:
        """Return the index of the line that the code point at `offset` lies on; the nearest if on none."""
        cluster = bisect_right(self._paragraph.starts, offset, 0, len(self._paragraph.blank)) - 1
        return max(bisect_right(self._starts, cluster) - 1, 0)


def _narrowed(line: Line) -> Line:
    """Return the line of one cell that stands for a character of two."""
    cell = line.cells[0]._replace(display=_TOO_WIDE, width=1)
    return Line(_TOO_WIDE, (cell.start,), (cell,), line.start, line.end, 1, line.rtl)


def layout(text: str, width: int, base: Base = "rtl", *, marks: bool = True) -> list[Line]:
    """Wrap, shape and reorder a paragraph; see `Layout` for long ones."""
    laid = Layout(text, width, base, marks=marks)
    return [laid.line(index) for index in range(laid.line_count)]


_RTL_BLOCKS = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


def base_direction(text: str) -> Literal["rtl", "ltr"]:
    """Return `rtl` if the text holds any strong right-to-left letter, however it begins.

    Rules P2 and P3 would turn an Arabic paragraph round for a Latin name at its start («CNN: …»).
    """
    for match in _RTL_BLOCKS.finditer(text):
        char = match.group()
        if unicodedata.category(char)[0] == "L" and classes_of(char) in "RA":
            return "rtl"
    return "ltr"


def display(text: str, base: Base | None = None, *, marks: bool = True) -> str:
    """Return a text as one drawn line, spaces at its ends included; `base` is `base_direction` by default."""
    return whole(text, base, marks=marks).text


def whole(text: str, base: Base | None = None, *, marks: bool = True) -> Line:
    """Return a text as one line however long, spaces at its ends included, as a field to write in needs it.

    `base` is `base_direction` by default.
    """
    paragraph = shape(text, base or base_direction(text), marks=marks)
    return _line(paragraph, 0, len(paragraph.blank), trim=False)


def fit(text: str, width: int, base: Base | None = None, *, marks: bool = True) -> Line:
    """Return a text as one line of at most `width` cells, cut at its logical end with an ellipsis if it must.

    The ellipsis' cell spans all that it stands for. `base` is `base_direction` by default.

    Raises:
        ValueError: `width` is less than 1.
    """
    if width < 1:
        raise ValueError(f"no room for a line: {width}")
    blocks = blocks_of(text, base or base_direction(text))
    paragraph = blocks.shape(0, marks=marks)
    if len(blocks) > 1 and paragraph.columns[-1] <= width:
        paragraph = shape(text, base or base_direction(text), marks=marks)
    count = len(paragraph.blank)
    if paragraph.starts[-1] == len(text) and paragraph.columns[_without_spaces(paragraph, 0, count)] <= width:
        return _line(paragraph, 0, count)
    last = _without_spaces(paragraph, 0, bisect_right(paragraph.columns, width - 1) - 1)
    rest = Cell(paragraph.starts[last], len(text), _ELLIPSIS, 1)
    return _drawn(paragraph, 0, last, len(text), rest)
