"""Glyphs of a page → its lines, with their words apart, in reading order."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from core.reading.formats.pdf.glyphs import Glyph

# All in heights of the font, which are some 1.2 em.
_SAME_LINE = 0.35
_WORD_GAP = 0.11
_COLUMN_GAP = 1.6
_GUTTER = 0.8


@dataclass(frozen=True, slots=True)
class Line:
    """A stretch of glyphs on one baseline, within one column."""

    pieces: tuple[str, ...]
    """From left to right; a space between words."""
    left: float
    right: float
    baseline: float
    height: float
    page: int = 0
    column: int = 0
    """Counted through the document in reading order."""
    bounds: tuple[float, float] = (0.0, 0.0)
    """Left and right of the column."""

    @property
    def visual(self) -> str:
        """The line as it is seen, from left to right."""
        return "".join(self.pieces)


def page_lines(glyphs: Iterable[Glyph], *, rtl: bool) -> list[Line]:
    """Return the lines of a page in reading order: from the top, columns from the side where lines begin."""
    rows = [[_line(part, rtl=rtl) for part in _parts(row)] for row in _rows(list(glyphs))]
    rows = [kept for row in rows if (kept := [line for line in row if line.visual.strip()])]
    found: list[Line] = []
    column = 0
    for band in _bands(rows):
        for lines in _columns(band, rtl=rtl):
            bounds = (min(line.left for line in lines), max(line.right for line in lines))
            found += [replace(line, column=column, bounds=bounds) for line in lines]
            column += 1
    return found


def _rows(glyphs: list[Glyph]) -> list[list[Glyph]]:
    """Gather what stands on one baseline, from the top of the page; marks go where their letters are."""
    rows: list[tuple[float, float, list[Glyph]]] = []
    letters = [glyph for glyph in glyphs if not glyph.is_mark]
    for glyph in sorted(letters, key=lambda glyph: -glyph.baseline):
        last = rows[-1] if rows else None
        if last is not None and last[0] - glyph.baseline < _SAME_LINE * min(last[1], glyph.height):
            last[2].append(glyph)
        else:
            rows.append((glyph.baseline, glyph.height, [glyph]))
    for mark in (glyph for glyph in glyphs if glyph.is_mark):
        near = [row for row in rows if abs(row[0] - mark.baseline) < max(row[1], mark.height)]
        if near:
            min(near, key=lambda row: abs(row[0] - mark.baseline))[2].append(mark)
    return [row for _, _, row in rows]


def _parts(row: list[Glyph]) -> Iterator[list[Glyph]]:
    """Divide a row where there is more room than between words."""
    part: list[Glyph] = []
    end = 0.0
    for glyph in sorted(row, key=lambda glyph: (glyph.left + glyph.right, glyph.is_mark)):
        if glyph.text.isspace():
            continue
        if part and glyph.left - end > _COLUMN_GAP * glyph.height and not glyph.is_mark:
            yield [*part, *_spaces(row, part)]
            part = []
        part.append(glyph)
        end = max(end, glyph.right) if len(part) > 1 else glyph.right
    if part:
        yield [*part, *_spaces(row, part)]


def _spaces(row: list[Glyph], part: list[Glyph]) -> list[Glyph]:
    """Return the spaces that stand between letters; those at the end of a line may lie under its last one."""
    left, right = min(glyph.left for glyph in part), max(glyph.right for glyph in part)
    return [
        glyph
        for glyph in row
        if glyph.text.isspace()
        and left < glyph.centre < right
        and not any(letter.left < glyph.centre < letter.right for letter in part if not letter.is_mark)
    ]


def _line(part: list[Glyph], *, rtl: bool) -> Line:
    """Put the glyphs of a line in order, marks behind their letters, spaces wherever there is room."""
    letters = sorted((glyph for glyph in part if not glyph.is_mark), key=lambda glyph: glyph.centre)
    letters = letters or part
    height = median(glyph.height for glyph in letters)
    texts = [glyph.text if not glyph.text.isspace() else " " for glyph in letters]
    for mark in (glyph for glyph in part if glyph.is_mark and glyph not in letters):
        bearer = min(range(len(letters)), key=lambda index: _distance(letters[index], mark, rtl=rtl))
        texts[bearer] = _marked(texts[bearer], mark.text)
    pieces = texts[:1]
    for (one, other), text in zip(pairwise(letters), texts[1:], strict=True):
        if other.left - one.right > _WORD_GAP * height and text != " " and pieces[-1] != " ":
            pieces.append(" ")
        if text != " " or pieces[-1] != " ":
            pieces.append(text)
    ends = [glyph for glyph in letters if not glyph.text.isspace()] or letters
    baseline = median(glyph.baseline for glyph in letters)
    return Line(
        tuple(pieces), min(glyph.left for glyph in ends), max(glyph.right for glyph in ends), baseline, height
    )


def _marked(text: str, marks: str) -> str:
    """Put marks behind a letter; a shadda comes before the vowel that it bears."""
    if "\u0651" in marks and text[-1:] in "\u064b\u064c\u064d\u064e\u064f\u0650" and len(text) > 1:
        return text[:-1] + marks + text[-1]
    return text + marks


def _distance(letter: Glyph, mark: Glyph, *, rtl: bool) -> float:
    """Tell how far a mark is from a letter that may bear it; written from the left, it stands behind it."""
    if not letter.text[:1].isalpha() or (not rtl and letter.left > mark.left - 0.01):
        return float("inf")
    outside = max(letter.left - mark.centre, mark.centre - letter.right, 0.0)
    return outside * 100 + abs(letter.centre - mark.centre)


def _bands(rows: list[list[Line]]) -> Iterator[list[list[Line]]]:
    """Divide a page into bands: rows that all leave the same gutters open, or have none."""
    band: list[list[Line]] = []
    open_gutters: list[tuple[float, float]] = []
    for row in rows:
        kept = [
            gutter
            for gutter in _crossed(open_gutters, row)
            if gutter[1] - gutter[0] > _GUTTER * row[0].height
        ]
        own = _gutters(row)
        if band and (kept or (not own and not open_gutters)):
            band.append(row)
            open_gutters = kept
        else:
            if band:
                yield band
            band, open_gutters = [row], own
    if band:
        yield band


def _gutters(row: list[Line]) -> list[tuple[float, float]]:
    return [(one.right, other.left) for one, other in pairwise(row)]


def _crossed(gutters: list[tuple[float, float]], row: list[Line]) -> Iterator[tuple[float, float]]:
    """Yield what a row leaves of the gutters above it."""
    for left, right in gutters:
        for line in row:
            if line.left <= left and line.right >= right:
                break
            if left < line.right < right and line.left <= left:
                left = line.right
            elif left < line.left < right and line.right >= right:
                right = line.left
            elif left < line.left and line.right < right:
                break
        else:
            yield left, right


def _columns(band: list[list[Line]], *, rtl: bool) -> list[list[Line]]:
    """Return the columns of a band, each from the top."""
    gutters = _gutters(band[0])
    for row in band[1:]:
        gutters = list(_crossed(gutters, row))
    if len(band) < 2 or not gutters:
        # A row alone: its parts are one line with wide gaps, read as such.
        return [[part for row in band for part in (sorted(row, key=lambda line: line.left, reverse=rtl))]]
    edges = [(left + right) / 2 for left, right in gutters]
    columns: list[list[Line]] = [[] for _ in range(len(edges) + 1)]
    for row in band:
        for line in row:
            columns[sum((line.left + line.right) / 2 > edge for edge in edges)].append(line)
    return [column for column in (reversed(columns) if rtl else columns) if column]
