"""The matching key of a text, and the way back from the key to the text.

Two spellings of one word share a key: hamza on or off its alef, taa marbuta or haa, alef maqsura or yaa,
with or without tashkeel and tatweel, in presentation forms, with Persian letters, with any of the three sets
of digits. The key of a text is a string; `Folded.offsets` leads from each of its code points to the code
point of the source that it comes from, which camel-tools' normalisers do not offer.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

# Letters that writers exchange. Hamza on waw or yaa is kept as hamza: مسئول and مسؤول are one word.
_LETTERS = {
    **dict.fromkeys("أإآٱٲٳ", "ا"),
    **dict.fromkeys("ؤئٴ", "ء"),
    **dict.fromkeys("ىیېۍ", "ي"),
    **dict.fromkeys("ةۃە", "ه"),
    **dict.fromkeys("ہھ", "ه"),
    **dict.fromkeys("کڪ", "ك"),
}
_TATWEEL = "\u0640"


class _FoldTable(dict[int, str]):
    """Code point → its part of the key; filled as code points are met."""

    def __init__(self) -> None:
        super().__init__()
        self.longer: set[str] = set()
        """Characters met so far whose key is more than one code point."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        # A line break stays one: a key has the lines of its text.
        key = char if char == "\n" else "".join(map(_fold_char, unicodedata.normalize("NFKC", char)))
        if len(key) > 1:
            self.longer.add(char)
        self[code] = key
        return key


def _fold_char(char: str) -> str:
    if char in _LETTERS:
        return _LETTERS[char]
    category = unicodedata.category(char)
    if char == _TATWEEL or category in ("Mn", "Cf"):
        return ""
    if category == "Nd":
        return str(unicodedata.digit(char))
    if category in ("Zs", "Cc"):
        return " "
    return char.lower()


@cache
def _table() -> _FoldTable:
    return _FoldTable()


@dataclass(frozen=True, slots=True)
class Folded:
    """A text's key and the way back.

    `offsets` has one entry more than `key`: the last is the length of the text, so that the half-open span
    `key[a:b]` stands at `text[offsets[a]:offsets[b]]` less what is dropped before `b`; see `to_source`.
    """

    key: str
    offsets: Sequence[int]

    def to_source(self, start: int, end: int) -> tuple[int, int]:
        """Return the source span of `key[start:end]`, marks on its last letter included."""
        return (self.offsets[start], self.offsets[end]) if end > start else (self.offsets[start],) * 2


def fold(text: str) -> Folded:
    """Fold a text for matching, keeping the way back.

    Idempotent on keys. Code points that fold to nothing (marks, tatweel, bidi controls) belong to the key
    code point before them, so that a match ends after its last letter's marks.
    """
    table = _table()
    key = text.translate(table)
    # As long as the text, and nothing in it became longer: then nothing became shorter either.
    if len(key) == len(text) and not any(char in text for char in table.longer):
        return Folded(key, range(len(text) + 1))
    offsets: list[int] = []
    for offset, char in enumerate(text):
        offsets.extend([offset] * len(table[ord(char)]))
    offsets.append(len(text))
    return Folded(key, offsets)


def fold_key(text: str) -> str:
    """Fold a text for matching where the way back is not needed."""
    return text.translate(_table())
