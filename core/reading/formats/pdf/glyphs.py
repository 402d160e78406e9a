"""The glyphs of a page: what each stands for, and where."""

from __future__ import annotations

import ctypes
import math
import unicodedata
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

_LAM = "ل"
_ALEFS = "اأإآٱ"
_SHADDA = "\u0651"
# Heights of fonts from descender to ascender, in their sizes.
_EM = 1.2


@dataclass(frozen=True, slots=True)
class Glyph:
    """One mark on the page: a letter, several in a ligature, or vowel marks alone. Units: points."""

    text: str
    """In logical order."""
    left: float
    right: float
    baseline: float
    height: float
    """From the descender to the ascender of its font."""

    @property
    def centre(self) -> float:
        """The middle of its width."""
        return (self.left + self.right) / 2

    @property
    def is_mark(self) -> bool:
        """Whether it stands over or under another glyph."""
        return all(_is_mark(char) for char in self.text)


@dataclass(frozen=True, slots=True)
class _Char:
    """What PDFium says of one character; characters of one glyph have one origin."""

    char: str
    origin: tuple[float, float]
    left: float
    right: float
    height: float


def page_glyphs(textpage: Any) -> tuple[list[Glyph], int]:
    """Return the glyphs of a page, and how many characters its fonts leave without a meaning.

    PDFium puts what it takes for Arabic in logical order by turning stretches of it round, the letters of a
    ligature with them, and invents spaces. Here only what is drawn counts, and where.
    """
    chars, unknown = _chars(textpage)
    groups = _by_origin(chars)
    texts = {_text(group) for group in groups}
    straight = not texts & _TURNED and bool(texts & _STRAIGHT)
    return _once(_glyph(group, turned=not straight) for group in groups), unknown


_STRAIGHT = frozenset(_LAM + alef for alef in _ALEFS)
_TURNED = frozenset(alef + _LAM for alef in _ALEFS)


def _by_origin(chars: list[_Char]) -> list[list[_Char]]:
    """Gather the characters of each glyph, wherever PDFium has put them; a space is a glyph of its own."""
    groups: dict[tuple[float, float, bool], list[_Char]] = {}
    for char in chars:
        groups.setdefault((*char.origin, char.char == " "), []).append(char)
    return list(groups.values())


def _text(group: list[_Char]) -> str:
    return "".join(char.char for char in group)


def _glyph(group: list[_Char], *, turned: bool) -> Glyph:
    text = _text(group)
    if len(text) > 1 and any(unicodedata.bidirectional(char) in ("R", "AL", "NSM") for char in text):
        text = text if not turned or text in _STRAIGHT else text[::-1]
        letters = [char for char in text if not _is_mark(char)]
        if len(letters) <= 1:
            # A shadda comes before the vowel that it bears.
            marks = sorted((char for char in text if _is_mark(char)), key=lambda char: char != _SHADDA)
            text = "".join(letters + marks)
    return Glyph(
        text,
        min(char.left for char in group),
        max(char.right for char in group),
        group[0].origin[1],
        max(char.height for char in group),
    )


def _is_mark(char: str) -> bool:
    return unicodedata.category(char) == "Mn"


def _chars(textpage: Any) -> tuple[list[_Char], int]:
    import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

    x, y, box, matrix = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF(), pdfium.FS_MATRIX()
    found, unknown = [], 0
    for index in range(pdfium.FPDFText_CountChars(textpage)):
        if pdfium.FPDFText_IsGenerated(textpage, index) == 1:
            continue
        code = pdfium.FPDFText_GetUnicode(textpage, index)
        pdfium.FPDFText_GetCharOrigin(textpage, index, x, y)
        pdfium.FPDFText_GetLooseCharBox(textpage, index, box)
        pdfium.FPDFText_GetMatrix(textpage, index, matrix)
        size = pdfium.FPDFText_GetFontSize(textpage, index) * math.hypot(matrix.c, matrix.d)
        if code in (0, 0xFFFD, 0xFFFE, 0xFFFF) or 0xE000 <= code < 0xF900:
            unknown += 1
        elif code >= 0x20 and (box.right - box.left > 0.01 or code != 0x20):
            origin = (round(x.value, 2), round(y.value, 2))
            found.append(_Char(chr(code), origin, box.left, box.right, _EM * size))
    return found, unknown


def _once(glyphs: Iterable[Glyph]) -> list[Glyph]:
    """Make one of what is drawn twice in one place, as bold letters are made of plain ones."""
    found: list[Glyph] = []
    places: dict[tuple[str, int, int], int] = {}
    for glyph in glyphs:
        x, y = round(glyph.centre / 4), round(glyph.baseline / 4)
        near = (places.get((glyph.text, x + dx, y + dy)) for dx in (-1, 0, 1) for dy in (-1, 0, 1))
        same = next((n for n in near if n is not None and _same_place(found[n], glyph)), None)
        if same is None:
            places[glyph.text, x, y] = len(found)
            found.append(glyph)
        elif glyph.right > found[same].right:
            # Of a letter and its mark the letter: marks lean to the left.
            found[same] = replace(glyph, baseline=found[same].baseline)
    return found


def _same_place(one: Glyph, other: Glyph) -> bool:
    if len(one.text) > 1:
        # A letter and its mark may each be said to be both.
        reach = 1.0 if any(map(_is_mark, one.text)) else 0.5
        apart, high = reach * max(one.right - one.left, other.right - other.left), 0.5
    else:
        apart, high = 0.2 * min(one.right - one.left, other.right - other.left), 0.1
    return abs(one.centre - other.centre) < apart and abs(one.baseline - other.baseline) < high * one.height
