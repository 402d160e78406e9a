"""The one way by which Arabic reaches the screen: text, width and marks → a strip of cells.

Every piece keeps a blank cell of its own at either end: the guard hangs on it, and without it would stick to
the neighbouring pane's cell, or vanish in column 0.

What knows Arabic is loaded when there is some: the first frame of an article that is still being read has
none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, Literal, NamedTuple
from unicodedata import category, normalize

from rich.segment import Segment
from textual.strip import Strip

from tui.palette import PLAIN
from tui.terminal import BidiMode

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rich.style import Style

    from core.bidi import Base, Blocks, Cell, Layout, Line
    from core.bidi.paragraph import ShapedParagraph

_TURNED = {BidiMode.KITTY: False, BidiMode.KITTY_WORDS: True}
"""Modes in which runs go out turned round, and whether runs are words."""
LRO, PDF = "\u202d", "\u202c"
BLANKS = 2
"""Cells of a strip that are never text: one at either end."""

_ELLIPSIS = "…"
_ZWNJ = "\u200c"
_RLI, _FSI, _PDI, _LRM = "\u2067", "\u2068", "\u2069", "\u200e"
_LAM_ALEF = frozenset(map(chr, range(0xFEF5, 0xFEFD)))
_ORDERLY = re.compile("[ -~–—…·]*(?<! )")
"""What UAX #9 leaves in its order on a line that begins at the left, one cell a character."""

Align = Literal["left", "right"]


@dataclass(frozen=True, slots=True)
class Writing:
    """How Arabic is written just now."""

    mode: BidiMode = BidiMode.VISUAL
    """Never `AUTO`."""
    marks: bool = True
    """Whether tashkeel is drawn."""
    mirrored: bool = False
    """Whether the screen itself is Arabic: its own lines, its columns and its panes begin at the right."""

    @property
    def base(self) -> Base:
        """The direction of what the program itself says."""
        return "rtl" if self.mirrored else "ltr"

    @property
    def start(self) -> Align:
        """The side on which lines and columns begin."""
        return "right" if self.mirrored else "left"

    @property
    def end(self) -> Align:
        """The side on which they end."""
        return "left" if self.mirrored else "right"


def abreast(pieces: Iterable[Iterable[Segment]], width: int, writing: Writing) -> Strip:
    """Put pieces beside each other, the first where lines begin, and fill the line up behind the last.

    What does not fit is cut off at the end.
    """
    parts = [Strip(piece) for piece in pieces]
    used = sum(part.cell_length for part in parts)
    if not writing.mirrored:
        line = Strip([segment for part in parts for segment in part], used)
        return line.adjust_cell_length(width).simplify()
    if (
        writing.mode is BidiMode.LOGICAL
    ):  # A terminal that orders the letters would join neighbours to one run.
        parts = [Strip([*part, Segment(_LRM)], part.cell_length) for part in parts]
    slack = [Segment(" " * (width - used))] if used < width else []
    line = Strip([*slack, *(segment for part in reversed(parts) for segment in part)], max(used, width))
    return line.crop(used - width, used).simplify() if used > width else line.simplify()


def isolated(words: str) -> str:
    """Keep each «quotation» of a left-to-right line together: its numbers stay where Arabic puts them.

    UAX #9 would otherwise take «17 أغسطس 2020» apart. Grows the text: lay out what is returned.
    """
    return words.replace("«", "«" + _RLI).replace("»", _PDI + "»")


def framed(words: str) -> str:
    """Quote what a person typed, Arabic or not: it keeps the direction that its own first letter gives it."""
    return f"«{_FSI}{words}{_PDI}»"


def unturned(words: str) -> str:
    """Keep the folders of a path in a left-to-right line in their order, whatever their letters.

    UAX #9 would otherwise turn two neighbours with Arabic names round. Grows the text, as `isolated` does.
    """
    return words.replace("/", "/" + _LRM).replace("\\", "\\" + _LRM)


class Mark(NamedTuple):
    """A style over a stretch of the source text."""

    start: int
    end: int
    style: Style


def write(
    text: str,
    width: int,
    writing: Writing,
    style: Style = PLAIN,
    marks: Sequence[Mark] = (),
    *,
    base: Base = "rtl",
    align: Align | None = None,
) -> Strip:
    """Draw one line of any script, shortened where it does not fit.

    Args:
        text: the words in their logical order, without line breaks.
        width: cells of the strip, the two blanks included.
        writing: the mode.
        style: the style of every cell.
        marks: styles over parts of `text`, added to `style`; where several meet, all of them hold.
        base: the direction of the line.
        align: the side; by default that on which the base direction begins.
    """
    if width <= BLANKS:
        return Strip.blank(max(width, 0), style)
    side = align or ("right" if base == "rtl" else "left")
    if base == "ltr" and not marks and len(text) <= width - BLANKS and _ORDERLY.fullmatch(text):
        return _between_blanks([Segment(text, style)], text, len(text), width, writing, style, side)
    from core.bidi import fit

    line = fit(text, width - BLANKS, base, marks=writing.marks)
    if writing.mode is BidiMode.LOGICAL and (excess := _apart(line) - (width - BLANKS)) > 0:
        line = fit(text, max(width - BLANKS - excess, 1), base, marks=writing.marks)
    return draw(line, text, width, writing, style, marks, align=side)


def lay_out(text: str, width: int, writing: Writing, base: Base = "rtl") -> Layout:
    """Wrap a paragraph for strips of `width` cells, the two blanks included."""
    from core.bidi import shape

    return _wrapped(shape(text, base, marks=writing.marks), width, writing)


def lay_out_block(blocks: Blocks, index: int, width: int, writing: Writing) -> Layout:
    """Wrap a block of a long paragraph for strips of `width` cells, the two blanks included."""
    return _wrapped(blocks.shape(index, marks=writing.marks), width, writing)


def _wrapped(shaped: ShapedParagraph, width: int, writing: Writing) -> Layout:
    from core.bidi import Layout

    room = max(width - BLANKS, 1)
    laid = Layout.of(shaped, room)
    if writing.mode is BidiMode.LOGICAL:
        narrower = room
        while (excess := _excess(laid, room)) > 0 and narrower > excess:
            narrower -= excess
            laid = Layout.of(shaped, narrower)
    return laid


def _excess(laid: Layout, room: int) -> int:
    """Count the cells by which the widest line is too wide as long as its lams and alefs stand apart."""
    lines = map(laid.line, range(laid.line_count))
    return max(map(_apart, lines)) - room


def _apart(line: Line) -> int:
    """Count the cells of a line whose lams and alefs are not joined yet."""
    return line.width + sum(cell.display[:1] in _LAM_ALEF for cell in line.cells)


def draw(
    line: Line,
    text: str,
    width: int,
    writing: Writing,
    style: Style = PLAIN,
    marks: Sequence[Mark] = (),
    *,
    align: Align = "right",
) -> Strip:
    """Draw a line that is already laid out; see `write` for the arguments."""
    room = width - BLANKS
    words = _TURNED.get(writing.mode)
    touching = [mark for mark in marks if mark.start < line.end and line.start < mark.end]
    used = line.width
    if writing.mode is BidiMode.LOGICAL:
        cells = sorted(line.cells, key=attrgetter("start"))
        pieces = _pieces(
            _styled(((cell, _as_written(cell, text, writing)) for cell in cells), style, touching)
        )
        used = sum(piece.cell_length for piece in pieces)
        if used > room:
            pieces, used = list(Strip(pieces).crop(0, room)), room
    elif touching or words is not None:
        drawn = _styled(((cell, cell.display) for cell in line.cells), style, touching)
        if words is not None:
            from tui.kitty import turned

            drawn = turned(drawn, words=words)
        pieces = _pieces(drawn)
    else:
        pieces = [Segment(line.text, style)]
    return _between_blanks(pieces, line.text, used, width, writing, style, align)


def _between_blanks(
    pieces: list[Segment], words: str, used: int, width: int, writing: Writing, style: Style, align: Align
) -> Strip:
    """Guard the pieces of a line where that is needed, and fill it up to its width."""
    if writing.mode is BidiMode.GUARD and not words.isascii():
        pieces = [Segment(LRO, style), *pieces, Segment(PDF, style)]
    slack = " " * (width - BLANKS - used)
    before, after = (" " + slack, " ") if align == "right" else (" ", slack + " ")
    blank = style if style.reverse else PLAIN  # A bar goes on to the edge, a line under words does not.
    return Strip([Segment(before, blank), *pieces, Segment(after, blank)], width).simplify()


class Drawn(NamedTuple):
    """A cell of a line, or two of a wide character."""

    text: str
    style: Style


def _styled(cells: Iterable[tuple[Cell, str]], style: Style, marks: Sequence[Mark]) -> Iterator[Drawn]:
    """Give each cell its style."""
    for cell, drawn in cells:
        here = style
        for mark in marks:
            if mark.start < cell.end and cell.start < mark.end:
                here += mark.style
        yield Drawn(drawn, here)


def _pieces(cells: Iterable[Drawn]) -> list[Segment]:
    """Join neighbours of one style."""
    return [
        Segment("".join([cell.text for cell in run]), style)
        for style, run in groupby(cells, attrgetter("style"))
    ]


def _as_written(cell: Cell, text: str, writing: Writing) -> str:
    """Return the source of a cell, or its picture where the terminal must not see the source.

    Of the characters that draw nothing only ZWNJ goes out: a terminal that joins letters by itself needs it.
    """
    from core.bidi.width import without_tashkeel

    source = text[cell.start : cell.end]
    kinds = {category(char) for char in source}
    if cell.display == _ELLIPSIS or "Cc" in kinds:
        return cell.display
    if "Cf" in kinds:
        source = "".join(char for char in source if char == _ZWNJ or category(char) != "Cf")
    # A hamza or madda that is written apart belongs to the letter.
    return source if writing.marks else without_tashkeel(normalize("NFC", source))
