"""Where words begin and end in a source text, as a person who points at one means it.

A word is a run of letters, digits and marks, with the joiners inside it (Unicode UAX #29 in outline). Only
the neighbourhood of the offset is looked at, however long the text is.
"""

from __future__ import annotations

from unicodedata import category

from core.model import Span

_INSIDE = frozenset({"Mn", "Mc", "Me", "Cf"})
"""Marks and the characters that draw nothing (ZWNJ, ZWJ, bidi controls) part no word."""


def word_at(text: str, offset: int) -> Span:
    """Return the word round an offset, or the one character there that belongs to none.

    An offset outside the text stands for the nearest one in it; an empty text has an empty word.
    """
    if not text:
        return Span(0, 0)
    offset = max(0, min(offset, len(text) - 1))
    if not _in_word(text[offset]):
        return Span(offset, offset + 1)
    start, end = offset, offset + 1
    while start and _in_word(text[start - 1]):
        start -= 1
    while end < len(text) and _in_word(text[end]):
        end += 1
    return Span(start, end)


def word_end_after(text: str, offset: int) -> int:
    """Return where the word ends that lies round an offset or after it; after the last, the text's end."""
    while offset < len(text) and not _in_word(text[offset]):
        offset += 1
    return word_at(text, offset).end if offset < len(text) else len(text)


def word_start_before(text: str, offset: int) -> int:
    """Return where the word begins whose letters stand before an offset; 0 before the first."""
    while offset and not _in_word(text[offset - 1]):
        offset -= 1
    return word_at(text, offset - 1).start if offset else 0


def _in_word(char: str) -> bool:
    return char.isalnum() or category(char) in _INSIDE
