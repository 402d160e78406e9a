"""The Unicode Bidirectional Algorithm (UAX #9): levels of a text, visual order of a line."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Literal

from core.bidi.explicit import first_strong, has_formatting, isolating_run_sequences
from core.bidi.properties import MIRRORED, classes_of
from core.bidi.sequence import resolve_sequence

if TYPE_CHECKING:
    from collections.abc import Sequence

Base = Literal["rtl", "ltr", "auto"]
"""Base direction of a paragraph; `auto` is the first strong character's (P2, P3)."""

_REMOVED = re.compile("[Blrkqp]+")
_WHITE = "WijfdBlrkqp"
_NOT_RTL = re.compile("[LEN]")
_NOT_LTR = re.compile("[RAN]")


def levels(text: str, base: Base) -> list[int]:
    """Return the resolved levels of a text, one a code point, after rule L1 with the text as one line.

    The text may hold several paragraphs: each takes its separator with it, and `auto` is asked of each. What
    rule X9 removes (embedding controls, boundary neutrals such as ZWNJ) gets the level of the character
    before it, or the paragraph's level at its start and in white space that rule L1 resets.
    """
    return list(level_bytes(text, base))


def level_bytes(text: str, base: Base) -> bytes:
    """Do as `levels`, with one byte a level."""
    return levels_of_classes(classes_of(text), base, text)


def levels_of_classes(classes: str, base: Base, text: str = "", after: str = "") -> bytes:
    """Return the levels of a string of class letters; its text is asked only where one is `MIRRORED`.

    Args:
        classes: one letter a character.
        base: the direction.
        text: the characters.
        after: `L` or `R`, the direction of the strong character that follows, where the text is but a part of
            a paragraph: see `core.bidi.seams`.
    """
    if "P" not in classes[:-1]:
        return _paragraph(classes, paragraph_level(classes, base), text, after)
    resolved, start = [], 0
    for piece in re.findall("[^P]*P|[^P]+", classes):
        part = text[start : start + len(piece)]
        start += len(piece)
        more = after if start == len(classes) else ""
        resolved.append(_paragraph(piece, paragraph_level(piece, base), part, more))
    return b"".join(resolved)


def paragraph_level(classes: str, base: Base) -> int:
    """Return 1 for a paragraph that runs from right to left, 0 for the others (P2, P3)."""
    return int(first_strong(classes) in ("R", "A") if base == "auto" else base == "rtl")


def _paragraph(classes: str, level: int, text: str, after: str = "") -> bytes:
    if classes.endswith("P"):
        after = ""
    if not has_formatting(classes):
        if (_NOT_RTL if level else _NOT_LTR).search(classes) is None:
            return bytes((level,)) * len(classes)
        side = "R" if level else "L"
        resolved = bytearray(resolve_sequence(classes, text, level, side, after or side))
    else:
        resolved = _explicit(classes, text, level, after)
    _reset_white_space(resolved, classes, level, ends=not after)
    return bytes(resolved)


def _explicit(classes: str, text: str, level: int, after: str) -> bytearray:
    """Resolve a paragraph that holds formatting characters."""
    resolved = bytearray((level,)) * len(classes)
    # A paragraph separator has no part in embeddings (X8) and the level of the paragraph.
    body = classes[:-1] if classes.endswith("P") else classes
    for sequence in isolating_run_sequences(body, level, after):
        embedding, pieces, sos, eos = sequence
        letters = "".join([side * (end - start) or body[start:end] for start, end, side in pieces])
        chars = "".join([text[start:end] for start, end, _ in pieces]) if MIRRORED in letters else ""
        found = resolve_sequence(letters, chars, embedding, sos, eos)
        done = 0
        for start, end, _ in pieces:
            resolved[start:end] = found[done : done + end - start]
            done += end - start
    for match in _REMOVED.finditer(classes):
        start, end = match.span()
        before = resolved[start - 1] if start else level
        resolved[start:end] = bytes((before,)) * (end - start)
    return resolved


def _reset_white_space(resolved: bytearray, classes: str, level: int, *, ends: bool) -> None:
    """L1: separators, and white space before them or at the end, are at the paragraph's level."""
    white = len(classes.rstrip(_WHITE + "GP")) if ends else len(classes)
    resolved[white:] = bytes((level,)) * (len(classes) - white)
    start = 0
    while (end := classes.find("G", start, white)) >= 0:
        white_before = start + len(classes[start:end].rstrip(_WHITE))
        resolved[white_before : end + 1] = bytes((level,)) * (end + 1 - white_before)
        start = end + 1


def reorder(levels: Sequence[int]) -> list[int]:
    """Return the logical indices of one line in visual order, left to right (L2)."""
    line = bytes(levels)
    order = list(range(len(line)))
    present = set(line)
    lowest = min((level for level in present if level % 2), default=0)
    for level in range(max(present), lowest - 1, -1) if lowest else ():
        for match in _at_least(level).finditer(line):
            start, end = match.span()
            order[start:end] = order[start:end][::-1]
    return order


@cache
def _at_least(level: int) -> re.Pattern[bytes]:
    """Match a stretch of a line at a level or above."""
    return re.compile(b"[" + re.escape(bytes((level,))) + b"-\xff]+")
