"""Words of a folded text, and the particles that are written onto them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from core.arabic.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD = re.compile(r"[^\W\d_]+|\d+")

# Proclitics in the order in which they can stack: conjunction, preposition, article. «لل» is ل + ال.
_PROCLITICS = (
    "وبال", "فبال", "وكال", "فكال", "ولل", "فلل", "وال", "فال", "بال", "كال", "لل",
    "وب", "فب", "ول", "فل", "وك", "فك", "ال", "و", "ف", "ب", "ل", "ك",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Word:
    """A run of letters, or of digits."""

    key: str
    start: int
    """Offset in what it was found in: a key for `words`, the text for `source_words`."""
    end: int


def words(key: str) -> Iterator[Word]:
    """Yield the words of a folded text in order; letters and digits that touch are two words."""
    for match in _WORD.finditer(key):
        yield Word(match.group(), match.start(), match.end())


@lru_cache(maxsize=65536)
def strip_clitics(key: str) -> tuple[tuple[str, str], ...]:
    """Return the ways to take proclitics off a folded word, as `(proclitics, rest)`, the whole word first.

    A rest has at least two letters. Nothing says that a way is right: «وفد» has also the way `("و", "فد")`;
    the reader of a lexicon asks for the longest rest that it knows.
    """
    ways = [("", key)]
    ways += [
        (proclitic, key[len(proclitic) :])
        for proclitic in sorted(_PROCLITICS, key=len)
        if key.startswith(proclitic) and len(key) - len(proclitic) >= 2
    ]
    return tuple(ways)


def source_words(text: str) -> tuple[Word, ...]:
    """Return the words of a text: folded keys, offsets in the text itself."""
    folded = fold(text)
    return tuple(Word(word.key, *folded.to_source(word.start, word.end)) for word in words(folded.key))
