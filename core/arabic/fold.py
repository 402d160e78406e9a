"""The matching key of a text, and the way back from the key to the text.

Two spellings of one word share a key: hamza on or off its alef, taa marbuta or haa, alef maqsura or yaa,
with or without tashkeel and tatweel, in presentation forms, with Persian letters, with any of the three sets
of digits. The key of a text is a string; `Folded.offsets` leads from each of its code points to the code
point of the source that it comes from, which camel-tools' normalisers do not offer.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
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
        self.uneven: dict[str, int] = {}
        """Characters met so far whose key is not one code point, and its length."""
        self.pattern: re.Pattern[str] | None = None
        """One of them; null while there are none."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        # A line break stays one: a key has the lines of its text.
        key = char if char == "\n" else "".join(map(_fold_char, unicodedata.normalize("NFKC", char)))
        if len(key) != 1:
            self.uneven[char] = len(key)
            self.pattern = re.compile(f"[{re.escape(''.join(self.uneven))}]")
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


_EXCHANGED = "أإآؤئىة"
"""The letters of ordinary Arabic text whose key is another; all else in it is its own key."""


@cache
def _odd() -> re.Pattern[str]:
    """What stands in no ordinary text: all but the exchanged letters and what is its own key, one for one.

    Looked for among the blocks of ASCII and Arabic and the general punctuation.
    """
    kept = [char for char in map(chr, (*range(0x20, 0x660), *range(0x2010, 0x2030))) if _keeps(char)]
    return re.compile(f"[^{re.escape(''.join(kept))}{_EXCHANGED}]")


def _keeps(char: str) -> bool:
    return "".join(map(_fold_char, unicodedata.normalize("NFKC", char))) == char


def _exchange(text: str) -> str:
    """Return the key of an ordinary text: a scan for each letter takes a tenth of the time of a table."""
    for letter in _EXCHANGED:
        text = text.replace(letter, _LETTERS[letter])
    return text


@dataclass(frozen=True, slots=True)
class Folded:
    """A text's key and the way back.

    `offsets` has one entry more than `key`: the last is the length of the text, so that the half-open span
    `key[a:b]` stands at `text[offsets[a]:offsets[b]]` less what is dropped before `b`; see `to_source`.
    """

    key: str
    offsets: Sequence[int]
    grown: bool = False
    """Whether a character of the text may have become several of the key."""

    def to_source(self, start: int, end: int) -> tuple[int, int]:
        """Return the source span of `key[start:end]`, marks on its last letter included.

        A source character of several letters (U+FDFA is four words) is never cut: the span takes it whole.
        """
        offsets = self.offsets
        if end <= start:
            return offsets[start], offsets[start]
        while end < len(self.key) and offsets[end] == offsets[end - 1]:
            end += 1
        return offsets[start], offsets[end]

    def all_to_source(
        self, starts: Sequence[int], ends: Sequence[int]
    ) -> tuple[Sequence[int], Sequence[int]]:
        """Return `to_source` of many stretches, none empty: their starts and their ends."""
        if isinstance(self.offsets, range):
            return starts, ends
        if self.grown:
            pairs = list(map(self.to_source, starts, ends))
            return [start for start, _ in pairs], [end for _, end in pairs]
        at = self.offsets.__getitem__
        return list(map(at, starts)), list(map(at, ends))


def fold(text: str) -> Folded:
    """Fold a text for matching, keeping the way back.

    Idempotent on keys. Code points that fold to nothing (marks, tatweel, bidi controls) belong to the key
    code point before them, so that a match ends after its last letter's marks.
    """
    if _odd().search(text) is None:
        return Folded(_exchange(text), range(len(text) + 1))
    table = _table()
    key = text.translate(table)
    uneven = table.pattern
    if uneven is None or uneven.search(text) is None:
        return Folded(key, range(len(text) + 1))
    count = _count() if len(text) < _COUNTED else range(len(text) + 1)
    offsets: list[int] = []
    at = longest = 0
    for match in uneven.finditer(text):
        start, length = match.start(), table.uneven[match.group()]
        offsets += count[at:start]
        offsets += [start] * length
        at = start + 1
        longest = max(longest, length)
    offsets += count[at : len(text) + 1]
    return Folded(key, offsets, grown=longest > 1)


_COUNTED = 1 << 14


@cache
def _count() -> Sequence[int]:
    """0, 1, 2 …: to take a stretch of it is quicker than to count anew."""
    return list(range(_COUNTED))


@lru_cache(maxsize=1 << 13)
def fold_key(text: str) -> str:
    """Fold a text for matching where the way back is not needed.

    Kept, for it is asked of lemmas, names and dates, which come again; long texts go to `tokenise`.
    """
    return text.translate(_table()) if _odd().search(text) else _exchange(text)
