"""A paragraph ready to be wrapped: its clusters, what each draws, and their levels."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

from core.bidi import width as cells
from core.bidi.properties import MIRRORED, classes_of, properties
from core.bidi.shaping import shape_word
from core.bidi.uax9 import Base, levels_of_classes, paragraph_level

if TYPE_CHECKING:
    from collections.abc import Sequence

# A word takes what follows it along, most often a space: half as many tokens.
_TOKEN = re.compile("(j[jmz]*(?:[1s](?![mz]))?)|([1s]+(?![mz]))|(rr[mz]*|[mz]+|.[mz]*)")
_WORD, _PLAIN = 1, 2
_MIRRORED = re.compile(MIRRORED)
_BLANK = {ord(kind): int(kind in (cells.SPACE, cells.ZERO)) for kind in cells.KINDS}
_ZWJ = "\u200d"
_ZWSP = "\u200b"
_NO_BASE = "\u25cc"
_REMEMBERED_LENGTH = 4096
"""Longer paragraphs are not kept: 256 of them could be more than a cache should hold."""


@dataclass(frozen=True, slots=True, eq=False)
class ShapedParagraph:
    """Clusters of a paragraph, or of a part of one, in logical order, none of it dependent on a width.

    A cluster is a letter with its marks, or lam and alef with theirs, or any other base and what is drawn in
    its cell; characters that draw nothing belong to the cluster before them (at the start: after them).
    """

    text: str
    rtl: bool
    starts: Sequence[int]
    """Offset of each cluster in the paragraph, then that of its end."""
    displays: Sequence[str]
    """What each cluster draws, mirrored where its level asks for it (L4)."""
    levels: bytes
    """Embedding level of each cluster."""
    columns: Sequence[int]
    """Cells before each cluster, then of all: the running sum of their widths."""
    blank: bytes
    """1 for each cluster that is a space, 0 for the others."""
    breaks: bytes
    """1 for each cluster after which a line may break."""


@dataclass(slots=True)
class _Clusters:
    """Clusters as they are found."""

    text: str
    """The paragraph, every space in it a plain one."""
    marks: bool
    starts: list[int] = field(default_factory=list)
    displays: list[str] = field(default_factory=list)
    uneven: list[tuple[int, int]] = field(default_factory=list)
    """`(cluster, width)` of those that are not one cell wide."""
    marked: list[int] = field(default_factory=list)
    """Clusters that are a space with marks: more than a space."""
    lead: int = 0
    """Count of characters without a cell before the first cluster's base."""

    def read(self, kinds: str) -> None:
        text, starts, displays = self.text, self.starts, self.displays
        for match in _TOKEN.finditer(kinds):
            token, (start, end) = match.lastindex, match.span()
            if token == _WORD:
                joined = kinds[start - 1 : start] == cells.ZERO and text[start - 1] == _ZWJ
                drawn, places = shape_word(text[start:end], self.marks, joined)
                displays += drawn
                starts += range(start, end) if len(drawn) == end - start else [start + at for at in places]
            elif token == _PLAIN:
                starts += range(start, end)
                displays += text[start:end]
            else:
                self._other(kinds[start:end], start, end)
        if self.lead and starts:
            starts[0] = 0
        elif self.lead:
            self._add(0, "", 0)

    def _add(self, start: int, display: str, width: int = 1) -> None:
        if width != 1:
            self.uneven.append((len(self.starts), width))
        self.starts.append(start)
        self.displays.append(display)

    def _other(self, kinds: str, start: int, end: int) -> None:
        """Take one base with marks, or marks without a base, in."""
        base, text = kinds[0], self.text[start:end]
        drawn = "".join(char for char, kind in zip(text, kinds, strict=True) if kind == cells.MARK)
        if not self.marks:
            drawn = cells.without_tashkeel(drawn)
        if base == cells.SPACE:
            if cells.MARK in kinds:
                self.marked.append(len(self.starts))
            self._add(start, " " + drawn)
        elif base == cells.CONTROL:
            self._add(start, cells.picture(text[0]) + drawn)
        elif base in (cells.MARK, cells.ZERO):
            if cells.MARK in kinds:
                self.lead = kinds.index(cells.MARK)
                self._add(start, _NO_BASE + drawn)
            else:
                self.lead = end
        elif kinds.startswith(cells.REGIONAL * 2):
            self._add(start, text[:2] + drawn, 2)
        else:
            self._add(start, text[0] + drawn, 2 if base == cells.WIDE else 1)


def _mirror(classes: str, levels: bytes, found: _Clusters) -> None:
    """L4: draw the image of a character that has one where the direction is right to left."""
    images = properties().mirror
    even = len(found.starts) == len(classes)
    for match in _MIRRORED.finditer(classes):
        at = match.start()
        if levels[at] % 2:
            cluster = at if even else bisect_right(found.starts, at) - 1
            char = found.text[at]
            found.displays[cluster] = found.displays[cluster].replace(char, images[char], 1)


def _columns(count: int, uneven: list[tuple[int, int]]) -> Sequence[int]:
    if not uneven:
        return range(count + 1)
    widths = bytearray(b"\1" * count)
    for cluster, width in uneven:
        widths[cluster] = width
    return list(accumulate(widths, initial=0))


def _flags(found: _Clusters, kinds: str) -> tuple[bytes, bytes]:
    """Return `blank` and `breaks`; `kinds` has one letter a cluster."""
    blank = bytearray(kinds.translate(_BLANK).encode("ascii"))
    for cluster in found.marked:
        blank[cluster] = 0
    if _ZWSP not in found.text:
        return bytes(blank), bytes(blank)
    breaks = bytearray(blank)
    for match in re.finditer(_ZWSP, found.text[found.lead :]):
        breaks[bisect_right(found.starts, found.lead + match.start()) - 1] = 1
    return bytes(blank), bytes(breaks)


def shape_anew(text: str, base: Base = "rtl", *, marks: bool = True) -> ShapedParagraph:
    """Resolve, cluster and shape a paragraph; time and room are linear in its length."""
    classes = classes_of(text)
    rtl = paragraph_level(classes, base) == 1
    levels = levels_of_classes(classes, "rtl" if rtl else "ltr", text)
    return shape_resolved(text, classes, levels, rtl=rtl, marks=marks)


def shape_resolved(
    text: str, classes: str, levels: bytes, *, rtl: bool, marks: bool, start: int = 0
) -> ShapedParagraph:
    """Cluster and shape a paragraph, or a part of one, whose levels are known.

    Args:
        text: the characters.
        classes: their class letters.
        levels: their levels.
        rtl: whether the paragraph runs from right to left.
        marks: whether Arabic marks are drawn.
        start: the offset of the text in its paragraph.
    """
    kinds = cells.kinds_of(text)
    found = _Clusters(cells.with_plain_spaces(text), marks)
    found.read(kinds)
    _mirror(classes, levels, found)
    starts = found.starts
    if len(starts) < len(text):
        bases = [found.lead if found.lead < len(text) else 0, *starts[1:]]
        levels = bytes(map(levels.__getitem__, bases))
        kinds = "".join(map(kinds.__getitem__, bases))
    blank, breaks = _flags(found, kinds)
    columns = _columns(len(starts), found.uneven)
    starts.append(len(text))
    if start:
        starts = [start + at for at in starts]
    return ShapedParagraph(text, rtl, starts, found.displays, levels, columns, blank, breaks)


_shape_remembered = lru_cache(maxsize=256)(shape_anew)


def shape(text: str, base: Base = "rtl", *, marks: bool = True) -> ShapedParagraph:
    """Do as `shape_anew`, and remember the latest paragraphs that are not too long."""
    if len(text) > _REMEMBERED_LENGTH:
        return shape_anew(text, base, marks=marks)
    return _shape_remembered(text, base, marks=marks)
