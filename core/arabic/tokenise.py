"""A text folded and split into words, once for all who read it."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING

from core.arabic.by_word import ByWord
from core.arabic.fold import Folded, fold
from core.arabic.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

_PARTS = re.compile(r"([ء-غف-يa-z]++[^\W\d_]*+|[^\W\d_]++|\d++)")
"""Words and what lies between them, by `split`: runs of letters and of digits.

The letters of most words are named, for a set is matched in half the time of the classes of Unicode.
"""


@dataclass(frozen=True, slots=True)
class Tokenised:
    """A text, its key, and its words in both; letters and digits that touch are two words."""

    source: str
    folded: Folded
    words: Words
    """Offsets in the source."""
    starts: Sequence[int]
    """Where each word starts in the key."""
    ends: Sequence[int]
    gaps: Sequence[str]
    """What stands in the key before each word, and after the last."""

    def within(self, start: int, end: int) -> slice:
        """Return which words start in a stretch of the source."""
        return slice(bisect_left(self.words.starts, start), bisect_left(self.words.starts, end))


def tokenise(source: str) -> Tokenised:
    """Fold a text and split it into words."""
    return _recent()[source]


class _Recent(dict[str, Tokenised]):
    """What was read last: the readers of lines, of dates and of events ask for a paragraph in turn."""

    _MOST = 1 << 18
    """Code points kept, which take some twenty times as many bytes; a longer text is not kept at all."""

    def __init__(self) -> None:
        super().__init__()
        self._size = 0

    def __missing__(self, source: str) -> Tokenised:
        found = _split(source)
        self._size += len(source)
        if self._size > self._MOST:
            self.clear()
            self._size = len(source)
        if len(source) <= self._MOST:
            self[source] = found
        return found


@cache
def _recent() -> _Recent:
    return _Recent()


def _split(source: str) -> Tokenised:
    folded = fold(source)
    parts = _PARTS.split(folded.key)
    edges = list(accumulate(map(len, parts), initial=0))
    starts, ends = edges[1:-1:2], edges[2:-1:2]
    keys = list(_met().of_all(parts[1::2]))
    return Tokenised(
        source, folded, Words(keys, *folded.all_to_source(starts, ends)), starts, ends, parts[::2]
    )


@cache
def _met() -> ByWord[str]:
    """One string for each word, whatever text it stands in.

    All tables of words then share their keys, and know a word by its identity: their look-ups take two thirds
    of the time, which is more than this one costs.
    """
    return ByWord(str)
