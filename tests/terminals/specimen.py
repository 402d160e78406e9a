"""Reading a terminal's screen back from its picture, by a specimen of every glyph that it drew itself.

Each glyph of the specimen stands alone between two Latin letters, where no terminal reorders or joins it, and
blanks, which keep what draws several cells at once from drawing it with them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from unicodedata import category

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tests.terminals.picture import Grid, Picture

UNREAD = "\ufffd"
"""Stands for a cell that is like no glyph of the specimen."""
_LIKE = 14.0
"""Mean difference of a pixel, of 255, up to which a cell is like a glyph."""
_AS_LIKE = 1.4
"""How much farther than the nearest glyph another may be, and still be meant."""
_HALVES = "▌▐"
"""Which half is ink and which is ground, a picture does not tell."""
_CONFUSED = ("()[]«»<>{}", "".join(map(chr, range(0xFE80, 0xFEFD))))
"""What wrong screens are made of: letters that are not joined, brackets that are not mirrored."""
_STYLES = ("\x1b[0m", "\x1b[0;1m", "\x1b[0;4m", "\x1b[0;1;4m")


def clusters(line: str) -> Iterator[str]:
    """Yield what stands in each cell of a line: a letter with its marks."""
    cell = ""
    for char in line:
        if category(char) == "Cf":
            continue
        if cell and category(char) not in ("Mn", "Me"):
            yield cell
            cell = ""
        cell += char
    if cell:
        yield cell


@dataclass(frozen=True, slots=True)
class Specimen:
    """Where each glyph stands on a page."""

    places: Sequence[tuple[str, int, int]]
    """The glyph, its row and its column, counted from 0."""
    page: str
    """What draws it."""


def specimen(lines: Iterable[str], rows: int, columns: int) -> Specimen:
    """Lay out every glyph of some lines, and those that they may be confused with, in all styles."""
    glyphs = dict.fromkeys(cell for line in (*lines, *_CONFUSED) for cell in clusters(line))
    places: list[tuple[str, int, int]] = []
    page = ["\x1b[0m\x1b[H\x1b[2J"]
    row = 0
    for style in _STYLES:
        column = columns
        for glyph in glyphs:
            if column + 2 >= columns:
                row, column = row + 1, 2
                page.append(f"\x1b[{row};1H{style}x")
            page.append(f" {glyph} x")
            places.append((glyph, row - 1, column))
            column += 4
    if row > rows:
        raise ValueError(f"the specimen needs {row} rows of {columns} columns")
    return Specimen(places, "".join(page) + "\x1b[0m")


class Reader:
    """Knows the glyphs of one terminal."""

    def __init__(self, found: Specimen, picture: Picture, grid: Grid) -> None:
        self._grid = grid
        self._drawn: dict[bytes, list[str]] = {}
        self._like: dict[bytes, list[str]] = {}
        self._even = {" "}
        for glyph, row, column in found.places:
            cell = grid.cell(picture, row, column)
            if any(cell):
                self._drawn.setdefault(cell, []).append(glyph)
            else:
                self._even.add(glyph)  # A full block is all ground too.

    def read(self, picture: Picture, expected: Sequence[str] = ()) -> list[list[str]]:
        """Return what each cell of each row holds.

        Args:
            picture: a picture of the whole terminal.
            expected: what the rows should be; decides between glyphs that a cell is as like as no matter,
                as where an underline hides the dots of a letter.
        """
        rows = []
        for number in range(self._grid.rows):
            wanted = [*clusters(expected[number])] if number < len(expected) else []
            wanted += [" "] * (self._grid.columns - len(wanted))
            cells = (self._grid.cell(picture, number, column) for column in range(self._grid.columns))
            rows.append([self._nearest(*pair) for pair in zip(cells, wanted, strict=True)])
        return rows

    def _nearest(self, cell: bytes, wanted: str) -> str:
        if not any(cell):
            return wanted if wanted in self._even else " "
        if cell not in self._like:
            self._like[cell] = self._drawn.get(cell) or self._candidates(cell)
        like = self._like[cell]
        return wanted if wanted in like or (wanted in _HALVES and like[0] in _HALVES) else like[0]

    def _candidates(self, cell: bytes) -> list[str]:
        unlike = sorted((_unlike(cell, known), known) for known in self._drawn)
        most = min(_LIKE, unlike[0][0] * _AS_LIKE)
        return [glyph for far, known in unlike if far <= most for glyph in self._drawn[known]] or [UNREAD]


def _unlike(one: bytes, other: bytes) -> float:
    return sum(map(abs, map(int.__sub__, one, other))) / len(one)
