"""Long paragraphs: resolved, shaped and wrapped block by block, as they come into view."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from core.bidi.paragraph import shape, shape_resolved
from core.bidi.properties import classes_of
from core.bidi.seams import Seams, direction_at, find_seams, reclassed
from core.bidi.uax9 import Base, levels_of_classes, paragraph_level

if TYPE_CHECKING:
    from core.bidi.paragraph import ShapedParagraph

BLOCK = 4096
"""Code points of a block, about; a paragraph shorter than two is one."""
_REMEMBERED_TEXTS = 32
_REMEMBERED_BLOCKS = 64


@dataclass(frozen=True, slots=True, eq=False)
class Blocks:
    """A paragraph in blocks: each begins a line of its own, after a sentence where there is one.

    Levels and shapes are those of the paragraph in one piece.
    """

    text: str
    base: Base
    seams: Seams | None
    """Null where the paragraph is one block."""

    def __len__(self) -> int:
        return len(self.seams.cuts) - 1 if self.seams else 1

    def at(self, offset: int) -> int:
        """Return the block that a character lies in; the nearest if in none."""
        if self.seams is None:
            return 0
        return max(bisect_right(self.seams.cuts, offset, 0, len(self)) - 1, 0)

    def shape(self, index: int, *, marks: bool = True) -> ShapedParagraph:
        """Shape block `index`; its offsets are those of the paragraph.

        Raises:
            IndexError: there is no such block.
        """
        if not 0 <= index < len(self):
            raise IndexError(f"no block {index} of {len(self)}")
        if self.seams is None:
            return shape(self.text, self.base, marks=marks)
        return _shape_block(self, index, marks=marks)


@lru_cache(maxsize=_REMEMBERED_BLOCKS)
def _shape_block(blocks: Blocks, index: int, *, marks: bool) -> ShapedParagraph:
    seams = blocks.seams
    if seams is None:
        raise ValueError("a paragraph of one block")
    start, end = seams.cuts[index : index + 2]
    part, rtl = blocks.text[start:end], blocks.base == "rtl"
    classes = classes_of(part)
    within = reclassed(classes, seams, start, end)
    levels = levels_of_classes(within, blocks.base, part, direction_at(blocks.text, end))
    return shape_resolved(part, classes, levels, rtl=rtl, marks=marks, start=start)


def blocks_of(text: str, base: Base = "rtl", size: int = BLOCK) -> Blocks:
    """Cut a paragraph into blocks of about `size` code points, if it is at least two such long."""
    return Blocks(text, base, None) if len(text) < 2 * size else _cut(text, base, size)


@lru_cache(maxsize=_REMEMBERED_TEXTS)
def _cut(text: str, base: Base, size: int) -> Blocks:
    rtl = base == "rtl" if base != "auto" else paragraph_level(classes_of(text), base) == 1
    return Blocks(text, "rtl" if rtl else "ltr", find_seams(text, size, rtl=rtl))
