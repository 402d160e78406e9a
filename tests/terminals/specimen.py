"""Reading a terminal's screen back from its picture, by a specimen of every glyph that it drew itself.

Each glyph of the specimen stands alone between two Latin letters, where no terminal reorders or joins it.
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
            if column + 2 > columns:
                row, column = row + 1, 1
                page.append(f"\x1b[{row};1H{style}x")
            page.append(f"{glyph}x")
            places.append((glyph, row - 1, column))
            column += 2
    if row > rows:
        raise ValueError(f"the specimen needs {row} rows of {columns} columns")
    return Specimen(places, "".join(page) + "\x1b[0m")


class Reader:
    """Knows the glyphs of one terminal."""

    def __init__(self, found: Specimen, picture: Picture, grid: Grid) -> None:
        self._grid = grid
        self._glyphs: dict[bytes, str] = {}
        self._alike: dict[str, str] = {}
        self._like: dict[bytes, list[str]] = {}
        for glyph, row, column in found.places:
            cell = grid.cell(picture, row, column)
            first = self._glyphs.setdefault(cell, glyph) if any(cell) else " "
            self._alike.setdefault(glyph, self._alike.get(first, first))

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

    def same(self, one: str, other: str) -> bool:
        """Tell whether two glyphs are drawn alike, as some forms of a letter are."""
        if one in _HALVES and other in _HALVES:
            return True
        return self._alike.get(one, one) == self._alike.get(other, other)

    def _nearest(self, cell: bytes, wanted: str) -> str:
        if not any(cell):
            return " "
        if cell in self._glyphs:
            return self._glyphs[cell]
        if cell not in self._like:
            unlike = sorted((_unlike(cell, known), glyph) for known, glyph in self._glyphs.items())
            self._like[cell] = [
                glyph for far, glyph in unlike if far <= min(_LIKE, unlike[0][0] * _AS_LIKE)
            ] or [UNREAD]
        like = self._like[cell]
        return next((glyph for glyph in like if self.same(glyph, wanted)), like[0])


def _unlike(one: bytes, other: bytes) -> float:
    return sum(map(abs, map(int.__sub__, one, other))) / len(one)
