"""What a character is on a grid of cells: how wide, drawn as what, where a line may break."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from core.bidi.properties import draws_nothing, is_mark
from core.bidi.shaping import is_word_character

# One letter a kind, so that the kinds of a text are a string of its length.
WORD = "j"
"""Shaped with its neighbours; one cell a cluster."""
PLAIN = "1"
"""Drawn as itself in one cell."""
WIDE = "w"
"""Drawn as itself in two cells."""
SPACE = "s"
"""A blank cell that a line may break after."""
CONTROL = "c"
"""Never drawn itself: a one-cell picture stands for it."""
MARK = "m"
"""Drawn in the cell of the character before it."""
ZERO = "z"
"""Draws nothing and takes no cell."""
REGIONAL = "r"
"""Regional indicator: two of them are a flag of two cells."""

KINDS = WORD + PLAIN + WIDE + SPACE + CONTROL + MARK + ZERO + REGIONAL

_SPACES = re.compile("[\t-\r\x85\u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000]")
_EMOJI_OR_HAN = re.compile("[\U0001f300-\U0001faff\U00020000-\U0003fffd]")
_TASHKEEL = re.compile(
    "[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0897-\u089f"
    "\u08ca-\u08e1\u08e3-\u08ff]"
)


def _kind(char: str) -> str:
    code, category = ord(char), unicodedata.category(char)
    if is_word_character(char):
        return WORD
    if char == " " or _SPACES.match(char):
        return SPACE
    if category in ("Cc", "Cs") or code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF:
        return CONTROL
    if draws_nothing(char):
        return ZERO
    if is_mark(char):
        return MARK
    if 0x1F1E6 <= code <= 0x1F1FF:
        return REGIONAL
    if category == "Cn":
        # `east_asian_width` is not to be trusted on unassigned characters before Python 3.12.
        return WIDE if _EMOJI_OR_HAN.match(char) else PLAIN
    return WIDE if unicodedata.east_asian_width(char) in "WF" else PLAIN


class _KindTable(dict[int, str]):
    """Code point → its kind; filled as code points are met."""

    def __missing__(self, code: int) -> str:
        kind = self[code] = _kind(chr(code))
        return kind


@cache
def _table() -> _KindTable:
    return _KindTable()


def kinds_of(text: str) -> str:
    """Return the kinds of a text's characters, one letter a code point."""
    return text.translate(_table())


def with_plain_spaces(text: str) -> str:
    """Return a text with U+0020 for each `SPACE`: a tab or an em space is one blank cell too."""
    return _SPACES.sub(" ", text)


def picture(char: str) -> str:
    """Return what stands in one cell for a `CONTROL` character."""
    code = ord(char)
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else "\ufffd"


def without_tashkeel(display: str) -> str:
    """Return a display without Arabic marks."""
    return _TASHKEEL.sub("", display)
