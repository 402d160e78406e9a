"""Where a long paragraph may be cut so that each part can be resolved and shaped without the others.

A cut before a strong character leaves the levels on either side as they are, once the part before it is told
the direction of that character: rules W1–W7 never look past the last strong character (UAX #9), N1 and N2
never past the next, and nothing joins across a blank. What reaches further is kept in one part: an embedding
or isolate with all it holds, and a pair of brackets. A long pair may be cut all the same where it holds a
letter of the embedding direction: N0 then settles on that direction, whatever else it holds.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from core.bidi.brackets import PairFinder
from core.bidi.properties import HELD, bracket_pairs, classes_of
from core.bidi.width import PLAIN, SPACE, WIDE, WORD, kinds_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LONG_PAIR = 512
"""Code points from which on a pair of brackets need not be kept in one part."""
_DEEPEST = 60
"""Embeddings and isolates in each other up to which they are followed; nothing is cut in deeper ones."""
_CONTROLS = "\u202a-\u202e\u2066-\u2069"
_SEPARATORS = "\n\r\x1c-\x1e\x85\u2029"
_INITIATORS = frozenset("lrkqijf")
_REMOVED = frozenset("Blrkqp")
_LETTER_OF = {
    True: re.compile("[\u05d0-\u05ea\u0621-\u063a\u0641-\u064a]"),
    False: re.compile("[A-Za-z]"),
}
"""Right to left, or not → letters that are surely of that direction; others only make parts longer."""
# Best after a sentence, else after a clause or a word; between letters only where they are not Arabic.
_OPENINGS = (
    re.compile(r"[.!?؟…][»\"”’)\]]* +(?=\w)"),
    re.compile(r"[،؛:,;] +(?=\w)"),
    re.compile(r"\s(?=\w)"),
    re.compile(r"(?<=[^\W\d_\u0590-\u08ff\ufb1d-\ufeff])(?=[^\W\d_\u0590-\u08ff\ufb1d-\ufeff])"),
)


class Seams(NamedTuple):
    """How a paragraph is cut."""

    cuts: Sequence[int]
    """Offsets at which parts begin, and the length of the text."""
    reclassed: Sequence[tuple[int, str]]
    """Brackets, by offset, that a part alone would pair up wrongly, with the class letter to give them."""


class _Stretches:
    """What must not be cut: `start..end` may not be parted by a cut `start < cut <= end`."""

    def __init__(self, found: list[tuple[int, int]]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(found):
            if self._ends and start < self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

    def end_of(self, cut: int) -> int | None:
        """Return the end of the stretch that a cut would part."""
        at = bisect_left(self._starts, cut) - 1
        return self._ends[at] if at >= 0 and cut <= self._ends[at] else None


class _Reader:
    """Goes once over the brackets, the explicit formatting and the separators of a paragraph."""

    def __init__(self, text: str, *, rtl: bool) -> None:
        self._text, self._rtl = text, rtl
        self._open: list[str] = []
        self._outermost = 0
        self._lost = False
        self._finder = PairFinder()
        self._brackets: list[int] = []
        self._controls: list[int] = []
        self.uncut: list[tuple[int, int]] = []
        self.reclassed: dict[int, str] = {}

    def read(self) -> None:
        pairs, is_open = bracket_pairs(), self._open
        for match in _scanned().finditer(self._text):
            at, char = match.start(), match.group()
            if char in pairs:
                if not is_open:
                    self._brackets.append(at)
                    self._finder.take(char, at)
                continue
            letter = classes_of(char)
            if letter == "P":
                self._end_paragraph(at)
            else:
                self._controls.append(at)
                self._formatting(letter, at)
        self._end_paragraph(len(self._text))

    def _formatting(self, letter: str, at: int) -> None:
        """Follow rules X2–X7 as far as to know what is outside of all embeddings and isolates."""
        if letter in _INITIATORS:
            if not self._open:
                self._outermost = at
            self._open.append(letter)
            self._lost = self._lost or len(self._open) > _DEEPEST
        elif self._lost or not self._open:
            return
        elif letter == "p":
            if self._open[-1] not in "ijf":
                self._open.pop()
        elif any(opened in "ijf" for opened in self._open):
            while self._open.pop() not in "ijf":
                pass
        else:
            return
        if not self._open:
            self.uncut.append((self._outermost, at))
            if letter == "p" and not self._is_empty(self._outermost, at):
                self._end_sequence()

    def _is_empty(self, start: int, end: int) -> bool:
        """Tell whether rule X9 leaves nothing of a stretch: then the runs on either side are one."""
        return all(classes_of(char) in _REMOVED for char in self._text[start:end])

    def _end_paragraph(self, at: int) -> None:
        if self._open:
            self.uncut.append((self._outermost, at))
        self._open.clear()
        self._lost = False
        self._end_sequence()

    def _end_sequence(self) -> None:
        """Settle the brackets of an isolating run sequence."""
        paired: set[int] = set()
        for opening, closing in self._finder.pairs:
            paired.update((opening, closing))
            if closing - opening > _LONG_PAIR and self._settles(opening, closing):
                self.reclassed[opening] = self.reclassed[closing] = HELD
            else:
                self.uncut.append((opening, closing))
        self.reclassed.update((at, "O") for at in self._brackets if at not in paired)
        self._brackets.clear()
        self._finder = PairFinder()

    def _settles(self, opening: int, closing: int) -> bool:
        inside = bisect_left(self._controls, opening), bisect_left(self._controls, closing)
        found = _LETTER_OF[self._rtl].search(self._text, opening, closing)
        return inside[0] == inside[1] and found is not None


@cache
def _scanned() -> re.Pattern[str]:
    return re.compile(f"[{re.escape(''.join(bracket_pairs()))}{_CONTROLS}{_SEPARATORS}]")


def find_seams(text: str, size: int, *, rtl: bool) -> Seams:
    """Cut a paragraph into parts of about `size` code points, fewer and longer ones where it must be.

    A part begins after a sentence if it can. Time is linear in the length of the text, 20 ns a character.

    Args:
        text: the paragraph.
        size: at least 1.
        rtl: whether it runs from right to left.
    """
    reader = _Reader(text, rtl=rtl)
    reader.read()
    stretches = _Stretches(reader.uncut)
    count = max(len(text) // size, 1)
    step = max(-(-len(text) // count), 1)
    cuts = [0]
    for start in range(step, len(text), step):
        cut = next(_openings(text, start, min(start + step, len(text)), stretches), None)
        if cut is not None:
            cuts.append(cut)
    return Seams([*cuts, len(text)], sorted(reader.reclassed.items()))


def _openings(text: str, start: int, end: int, stretches: _Stretches) -> Iterator[int]:
    """Yield where a part may begin, the best place first."""
    for pattern in _OPENINGS:
        at = start
        while match := pattern.search(text, at, end):
            cut = match.end()
            uncut = stretches.end_of(cut)
            if uncut is None and _parts(text[cut - 1], text[cut]):
                yield cut
            # The character in front of the next place may be the one behind this.
            at = max(cut, (uncut or 0)) if cut > at else at + 1


def _parts(before: str, char: str) -> bool:
    """Tell whether a part may begin with a letter, by itself and by the character before it."""
    if unicodedata.category(char)[0] != "L" or classes_of(char) not in "LRA":
        return False
    front, kind = kinds_of(before), kinds_of(char)
    if front == SPACE:
        return kind in WORD + PLAIN + WIDE
    return front in PLAIN + WIDE and kind in PLAIN + WIDE and unicodedata.category(before)[0] == "L"


def direction_at(text: str, cut: int) -> str:
    """Return `L` or `R`, the direction of the strong character at a cut; empty at the end of the text."""
    return "" if cut == len(text) else "L" if classes_of(text[cut]) == "L" else "R"


def reclassed(classes: str, seams: Seams, start: int, end: int) -> str:
    """Return the class letters of the part `start..end` as its brackets stand in the whole."""
    first = bisect_left(seams.reclassed, (start, ""))
    last = bisect_right(seams.reclassed, (end, ""))
    if first == last:
        return classes
    letters = list(classes)
    for at, letter in seams.reclassed[first:last]:
        letters[at - start] = letter
    return "".join(letters)
