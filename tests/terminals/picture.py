"""A picture of a screen, and the cells of a terminal in it."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_FAINT = 40
"""Difference of brightness, of 255, under which a cell is taken to be empty."""


@dataclass(frozen=True)
class Picture:
    """Pixels in rows, three bytes each."""

    width: int
    height: int
    pixels: bytes

    @classmethod
    def from_ppm(cls, data: bytes) -> Picture:
        """Read the binary form of PPM with 8 bits a colour."""
        kind, width, height, deepest, pixels = data.split(maxsplit=4)
        if (kind, deepest) != (b"P6", b"255"):
            raise ValueError(f"not a PPM of 8 bits: {data[:20]!r}")
        size = int(width) * int(height) * 3
        # A first pixel that looks like a blank must not be taken for one.
        return cls(int(width), int(height), data[-size:] if len(pixels) < size else pixels)

    def box_of_change(self, other: Picture) -> Box | None:
        """Return the least box that holds every pixel in which two pictures of one size differ."""
        line = self.width * 3
        rows = [
            row
            for row in range(self.height)
            if self.pixels[row * line : row * line + line] != other.pixels[row * line : row * line + line]
        ]
        columns = [
            column
            for column in range(self.width)
            if any(
                self.pixels[column * 3 + colour :: line] != other.pixels[column * 3 + colour :: line]
                for colour in range(3)
            )
        ]
        if not rows:
            return None
        return Box(columns[0], rows[0], columns[-1] + 1 - columns[0], rows[-1] + 1 - rows[0])

    def save(self, path: Path, box: Box) -> None:
        """Write a part of it as PNG."""
        header = f"P6 {self.width} {self.height} 255\n".encode()
        cut = ["-crop", f"{box.width}x{box.height}+{box.left}+{box.top}", "+repage"]
        subprocess.run(["convert", "ppm:-", *cut, f"png:{path}"], input=header + self.pixels, check=True)


@dataclass(frozen=True, slots=True)
class Box:
    """A part of a picture, in pixels."""

    left: int
    top: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Grid:
    """Where the cells of a terminal are."""

    box: Box
    rows: int
    columns: int

    def __post_init__(self) -> None:
        if self.box.width % self.columns or self.box.height % self.rows:
            raise ValueError(f"{self.box} is no grid of {self.columns}×{self.rows} cells")

    def cell(self, picture: Picture, row: int, column: int) -> bytes:
        """Return how far each pixel of a cell is from its ground, up to 255, whatever its colours are."""
        width = self.box.width // self.columns
        data = self._pixels(picture, row, column * width, width)
        pixels = [*zip(data[::3], data[1::3], data[2::3], strict=True)]
        red, green, blue = max(set(pixels), key=pixels.count)
        inks = [max(abs(r - red), abs(g - green), abs(b - blue)) for r, g, b in pixels]
        # The strokes of wide neighbours and the marks of the rows above and below reach over the edge.
        inner = (ink for at, ink in enumerate(inks[2 * width : -2 * width]) if 1 < at % width < width - 2)
        if max(inner) < _FAINT:
            return bytes(len(inks))
        most = max(inks)
        return bytes(ink * 255 // most for ink in inks)

    def row(self, picture: Picture, row: int) -> bytes:
        """Return the pixels of a row of cells."""
        return self._pixels(picture, row, 0, self.box.width)

    def _pixels(self, picture: Picture, row: int, left: int, width: int) -> bytes:
        height = self.box.height // self.rows
        top = self.box.top + row * height
        starts = ((y * picture.width + self.box.left + left) * 3 for y in range(top, top + height))
        return b"".join(picture.pixels[start : start + width * 3] for start in starts)
