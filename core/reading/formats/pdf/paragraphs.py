"""Lines of pages → paragraphs: what runs on is joined, what pages repeat is left out."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.reading.formats.pdf.lines import Line

# As much of a page as its header and its footer stand in.
_MARGIN = 0.13
_WIDER_GAP = 1.35
_OTHER_SIZE = 0.12
_INDENT = 0.8
_RAGGED = 0.15
# A line may break behind the dash of «2-1».
_HYPHENED = re.compile(r"\w-$")
_ENDS = (".", "!", "؟", "?", "…", ":", "»", '"', "”", ".)", "؛")
_PAGE_NUMBER = re.compile(
    r"[\W_]*(?:صفحة|الصفحة|ص|page|p)?[\W_]*\d{1,4}[\W_]*(?:(?:من|of|/)[\W_]*\d{1,4})?[\W_]*", re.I
)


def without_furniture(lines: Sequence[Line], texts: Sequence[str], heights: Sequence[float]) -> list[int]:
    """Return which lines are no header, footer or page number.

    Args:
        lines: of all pages.
        texts: the lines in logical order.
        heights: of the pages, in points.
    """
    marginal = _marginal(lines, heights)
    pages = len(heights)
    keys = {(lines[index].page, _key(texts[index])) for index in marginal}
    repeated = Counter(key for _, key in keys)
    at_least = max(2, pages // 3)
    return [
        index
        for index, text in enumerate(texts)
        if index not in marginal
        or not (_PAGE_NUMBER.fullmatch(text) or (pages > 1 and repeated[_key(text)] >= at_least))
    ]


def _marginal(lines: Sequence[Line], heights: Sequence[float]) -> set[int]:
    """Return which lines are among the three highest or lowest of their page, and in its margins."""
    by_page: dict[int, list[int]] = {}
    for index, line in enumerate(lines):
        by_page.setdefault(line.page, []).append(index)
    outer: set[int] = set()
    for indices in by_page.values():
        indices.sort(key=lambda index: lines[index].baseline)
        outer.update((*indices[:3], *indices[-3:]))
    return {
        index
        for index in outer
        if not _MARGIN < lines[index].baseline / heights[lines[index].page] < 1 - _MARGIN
    }


def _key(text: str) -> str:
    return re.sub(r"\d+", "0", " ".join(text.split()))


def joined(lines: Sequence[Line], texts: Sequence[str], *, rtl: bool) -> list[tuple[str, float]]:
    """Join lines to paragraphs; each with the height of its font.

    Args:
        lines: of all pages in reading order, without furniture.
        texts: the lines in logical order.
        rtl: the side where lines begin.
    """
    found: list[tuple[str, float]] = []
    leading = _leading(lines)
    for index, (line, text) in enumerate(zip(lines, texts, strict=True)):
        previous = lines[index - 1] if index else None
        if previous is not None and _runs_on(previous, line, texts[index - 1], text, leading, rtl=rtl):
            before, height = found[-1]
            found[-1] = (before + ("" if _HYPHENED.search(before) else " ") + text, height)
        else:
            found.append((text, line.height))
    return found


def _leading(lines: Sequence[Line]) -> float:
    """Return how far baselines are apart within paragraphs, in heights of the font."""
    steps = [
        (one.baseline - other.baseline) / other.height
        for one, other in pairwise(lines)
        if (one.page, one.column) == (other.page, other.column)
        and 0.5 < (one.baseline - other.baseline) / other.height < 4
    ]
    return min(median(steps), sorted(steps)[len(steps) // 4] * 1.15) if steps else 1.2


def _runs_on(previous: Line, line: Line, before: str, text: str, leading: float, *, rtl: bool) -> bool:
    if abs(line.height - previous.height) > _OTHER_SIZE * previous.height:
        return False
    open_ended = not before.rstrip().endswith(_ENDS)
    if not _is_full(previous, text, rtl=rtl, open_ended=open_ended):
        return False
    if (previous.page, previous.column) != (line.page, line.column):
        return open_ended
    step = (previous.baseline - line.baseline) / line.height
    if step > _WIDER_GAP * leading or step < 0:
        return False
    return not _is_indented(previous, line, rtl=rtl)


def _is_full(line: Line, following: str, *, rtl: bool, open_ended: bool) -> bool:
    """Tell a line that had no room for the next word; a ragged one that ends within a sentence had less."""
    width = (line.right - line.left) / max(len(line.visual), 1)
    room = line.left - line.bounds[0] if rtl else line.bounds[1] - line.right
    words = following.split(" ")
    needed = width * (len(words[0]) + 1) * 1.1
    return room < (max(2 * needed, _RAGGED * (line.bounds[1] - line.bounds[0])) if open_ended else needed)


def _is_indented(previous: Line, line: Line, *, rtl: bool) -> bool:
    """Tell the first line of a paragraph by its indent, where the line above has none."""
    one, other = (
        (previous.bounds[1] - previous.right, line.bounds[1] - line.right)
        if rtl
        else (previous.left - previous.bounds[0], line.left - line.bounds[0])
    )
    return _INDENT * line.height < other - one < 5 * line.height
