"""Arabic cursive joining: contextual presentation forms, one display a cluster.

A terminal draws one glyph a cell and joins nothing, so the joined shape of each letter is chosen here
(Unicode core specification, section 9.2) and written with the presentation forms that fonts carry.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from core.bidi.properties import draws_nothing, is_mark, properties

if TYPE_CHECKING:
    from collections.abc import Mapping

_LAM = "\u0644"
_ZWJ = "\u200d"
_ZWSP = "\u200b"
_FORM = {"<isolated>": 0, "<final>": 1, "<initial>": 2, "<medial>": 3}
# Hamza and madda above or below: part of the letter, not tashkeel, where a letter with them exists.
_COMPOSING = ("\u0653", "\u0654", "\u0655")


@cache
def presentation_forms() -> Mapping[str, tuple[str, str, str, str]]:
    """Return letter, or lam + alef → its isolated, final, initial and medial form.

    Where Unicode has no such form the letter stands for itself; a letter without any form is left out.
    """
    forms: dict[str, list[str]] = {}
    for code in (*range(0xFB50, 0xFE00), *range(0xFE70, 0xFEFD)):
        tag, *parts = unicodedata.decomposition(chr(code)).split() or ("",)
        letters = "".join(chr(int(part, 16)) for part in parts)
        if tag in _FORM and (len(letters) == 1 or (len(letters) == 2 and letters in _lam_alefs())):
            forms.setdefault(letters, [letters] * 4)[_FORM[tag]] = chr(code)
    return {letters: (found[0], found[1], found[2], found[3]) for letters, found in forms.items()}


def _lam_alefs() -> tuple[str, ...]:
    return tuple(_LAM + alef for alef in "آأإا")


@cache
def joining_type(char: str) -> str:
    """Return the joining type of a character: `D`, `R`, `C`, `T`, or `U` for all that joins nothing.

    Scripts without presentation forms (Syriac, N'Ko and others) count as `U`.
    """
    known = properties().joining.get(char)
    if known is not None:
        return known
    return "T" if is_mark(char) or draws_nothing(char) else "U"


def is_word_character(char: str) -> bool:
    """Tell whether a character is drawn by `shape_word`: it joins, or has a form of its own."""
    return char != _ZWJ and (char in presentation_forms() or joining_type(char) in "DRC")


@dataclass(slots=True)
class _Letter:
    """A cluster on its way: a letter, or lam and alef."""

    start: int
    letter: str
    marks: str = ""
    alef: str = ""
    alef_marks: str = ""
    joined: int = 0
    """1 if joined to the letter before, plus 2 if to the one after."""

    def add_mark(self, mark: str) -> None:
        if self.alef:
            self.alef_marks += mark
        else:
            self.marks += mark

    def draw(self, *, marks: bool) -> str:
        letter, tail = _compose(self.letter, self.marks)
        if self.alef:
            alef, alef_tail = _compose(self.alef, self.alef_marks)
            letter, tail = letter + alef, tail + alef_tail
        forms = presentation_forms().get(letter)
        drawn = letter if forms is None else forms[self.joined]
        return drawn + tail if marks else drawn


def _compose(letter: str, marks: str) -> tuple[str, str]:
    if not any(mark in marks for mark in _COMPOSING):
        return letter, marks
    composed = unicodedata.normalize("NFC", letter + marks)
    return (composed[0], composed[1:]) if composed[0] != letter else (letter, marks)


@lru_cache(maxsize=16384)
def shape_word(
    word: str,
    marks: bool,  # noqa: FBT001 - by position: the cache is twice as quick so
    joined: bool,  # noqa: FBT001
) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """Shape letters, the marks and zero-width characters between them, and what follows the word.

    Args:
        word: begins with a character for which `is_word_character` holds; may end with one that is drawn as
            itself, such as a space.
        marks: whether marks are drawn; the clusters are the same either way.
        joined: whether a joiner stands right before the word.

    Returns:
        What each cluster draws, in logical order, and where in the word each begins.
    """
    letters: list[_Letter] = []
    before = "C" if joined else "U"
    last: _Letter | None = None
    ligates = False
    for at, char in enumerate(word):
        kind = joining_type(char)
        if kind == "T":
            if draws_nothing(char):
                ligates = ligates and char != _ZWSP
            else:
                letters[-1].add_mark(char)
            continue
        if ligates and _LAM + char in presentation_forms():
            letters[-1].alef, before, ligates = char, "R", False
            letters[-1].joined &= 1
            continue
        joins = before in "DC" and kind in "DRC"
        if joins and last:
            last.joined |= 2
        before = kind
        if not draws_nothing(char):
            last = _Letter(at, char, joined=int(joins))
            letters.append(last)
            ligates = char == _LAM
        else:
            last = None
            ligates = ligates and char == _ZWJ
    return (
        tuple(letter.draw(marks=marks) for letter in letters),
        tuple(letter.start for letter in letters),
    )
