"""A paragraph ready to be wrapped: its clusters, what each draws, and their levels."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

from core.bidi import width as cells
from core.bidi.explicit import first_strong
from core.bidi.properties import classes_of, properties
from core.bidi.shaping import shape_word
from core.bidi.uax9 import Base, levels_of_classes

if TYPE_CHECKING:
    from collections.abc import Sequence

_TOKEN = re.compile("(j[jmz]*)|(1+(?![mz]))|(s+(?![mz]))|(rr[mz]*|w[mz]*(?:e[mz]*)?|[mz]+|.[mz]*)")
_WORD, _PLAIN, _SPACES = 1, 2, 3
_NO_BASE = "\u25cc"
_CACHED_LENGTH = 1 << 15
"""Longer paragraphs are not kept: 256 of them would be more than a cache should hold."""


@dataclass(frozen=True, slots=True, eq=False)
class ShapedParagraph:
    """Clusters in logical order, none of it dependent on a width.

    A cluster is a letter with its marks, or lam and alef with theirs, or any other base and what is drawn in
    its cell; characters that draw nothing belong to the cluster before them (at the start: after them).
    """

    text: str
    rtl: bool
    starts: Sequence[int]
    """Offset of each cluster in `text`, then the length of the text."""
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
    marks: bool
    starts: list[int] = field(default_factory=list)
    displays: list[str] = field(default_factory=list)
    uneven: list[tuple[int, int]] = field(default_factory=list)
    """`(cluster, width)` of those that are not one cell wide."""
    spaces: list[range] = field(default_factory=list)
    """Stretches of clusters that are spaces."""
    lead: int = 0
    """Count of characters without a cell before the first cluster's base."""

    def read(self, kinds: str) -> None:
        for match in _TOKEN.finditer(kinds):
            kind, (start, end) = match.lastindex, match.span()
            if kind == _WORD:
                self._word(start, end)
            elif kind == _PLAIN:
                self.starts.extend(range(start, end))
                self.displays.extend(self.text[start:end])
            elif kind == _SPACES:
                self._spaces(start, end)
            else:
                self._other(kinds[start:end], start, end)
        if self.lead and self.starts:
            self.starts[0] = 0
        elif self.lead:
            self._add(0, "", 0)
            self.spaces.append(range(1))

    def _add(self, start: int, display: str, width: int = 1) -> None:
        if width != 1:
            self.uneven.append((len(self.starts), width))
        self.starts.append(start)
        self.displays.append(display)

    def _word(self, start: int, end: int) -> None:
        joined = start > 0 and self.text[start - 1] == "\u200d"
        displays, starts = shape_word(self.text[start:end], marks=self.marks, joined=joined)
        self.displays.extend(displays)
        if len(displays) == end - start:
            self.starts.extend(range(start, end))
        else:
            self.starts.extend([start + at for at in starts])

    def _spaces(self, start: int, end: int) -> None:
        first = len(self.starts)
        self.spaces.append(range(first, first + end - start))
        self.starts.extend(range(start, end))
        self.displays.extend(" " * (end - start))

    def _other(self, kinds: str, start: int, end: int) -> None:
        """Take one base with marks, or marks without a base, in."""
        base, text = kinds[0], self.text[start:end]
        drawn = "".join(char for char, kind in zip(text, kinds, strict=True) if kind == cells.MARK)
        if not self.marks:
            drawn = cells.without_tashkeel(drawn)
        if base == cells.SPACE:
            if cells.MARK not in kinds:
                self.spaces.append(range(len(self.starts), len(self.starts) + 1))
            self._add(start, " " + drawn)
        elif base == cells.CONTROL:
            self._add(start, cells.picture(text[0]) + drawn)
        elif base in (cells.MARK, cells.ZERO):
            if cells.MARK in kinds:
                self._add(start, _NO_BASE + drawn)
            else:
                self.lead = end
        elif kinds.startswith(cells.REGIONAL * 2):
            self._add(start, text[:2] + drawn, 2)
        else:
            self._add(start, text[0] + drawn, 2 if base in (cells.WIDE, cells.MODIFIER) else 1)


@cache
def _mirrored() -> re.Pattern[str]:
    return re.compile("[" + "".join(map(re.escape, properties().mirror)) + "]")


def _mirror(text: str, levels: bytes, starts: Sequence[int], displays: list[str]) -> None:
    """L4: draw the image of a character that has one where the direction is right to left."""
    images = properties().mirror
    even = len(displays) == len(text)
    for match in _mirrored().finditer(text):
        at = match.start()
        if levels[at] % 2:
            cluster = at if even else bisect_right(starts, at) - 1
            char = match.group()
            displays[cluster] = displays[cluster].replace(char, images[char], 1)


def _columns(count: int, uneven: list[tuple[int, int]]) -> Sequence[int]:
    if not uneven:
        return range(count + 1)
    widths = bytearray(b"\1" * count)
    for cluster, width in uneven:
        widths[cluster] = width
    return list(accumulate(widths, initial=0))


def _flags(found: _Clusters) -> tuple[bytes, bytes]:
    """Return `blank` and `breaks`."""
    blank = bytearray(len(found.starts))
    for stretch in found.spaces:
        blank[stretch.start : stretch.stop] = b"\1" * len(stretch)
    breaks = bytearray(blank)
    for match in re.finditer("\u200b", found.text[found.lead :]):
        breaks[bisect_right(found.starts, found.lead + match.start()) - 1] = 1
    return bytes(blank), bytes(breaks)


def _shape(text: str, base: Base, marks: bool) -> ShapedParagraph:  # noqa: FBT001 - a key of the cache
    classes = classes_of(text)
    rtl = first_strong(classes) in ("R", "A") if base == "auto" else base == "rtl"
    levels = levels_of_classes(classes, "rtl" if rtl else "ltr", text)
    found = _Clusters(text, marks)
    found.read(cells.kinds_of(text))
    starts, displays = found.starts, found.displays
    _mirror(text, levels, starts, displays)
    blank, breaks = _flags(found)
    if len(starts) < len(text):
        base_of_first = levels[found.lead : found.lead + 1]
        levels = base_of_first + bytes([levels[start] for start in starts[1:]]) if starts else b""
    columns = _columns(len(starts), found.uneven)
    return ShapedParagraph(text, rtl, [*starts, len(text)], displays, levels, columns, blank, breaks)


_shape_cached = lru_cache(maxsize=256)(_shape)


def shape(text: str, base: Base = "rtl", *, marks: bool = True) -> ShapedParagraph:
    """Resolve, cluster and shape a paragraph; the latest short ones are remembered."""
    if len(text) > _CACHED_LENGTH:
        return _shape(text, base, marks)
    return _shape_cached(text, base, marks)
