"""Words of a folded text, and the particles that are written onto them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple, overload

from core.arabic.by_word import ByWord

# Conjunction, preposition, article stack in this order. «لل» is ل + ال.
_PROCLITICS = (
    "وبال", "فبال", "وكال", "فكال", "ولل", "فلل", "وال", "فال", "بال", "كال", "لل",
    "وب", "فب", "ول", "فل", "وك", "فك", "ال", "و", "ف", "ب", "ل", "ك",
)  # fmt: skip
SHORTEST_REST = 2
"""So many letters a word has at least when proclitics are off."""


@cache
def proclitics_by_letter() -> dict[str, tuple[str, ...]]:
    """Return proclitics by first letter, shortest first; most words begin with none of these letters."""
    return {letter: tuple(sorted((p for p in _PROCLITICS if p[0] == letter), key=len)) for letter in "وفبلكا"}


class Word(NamedTuple):
    """A run of letters, or of digits."""

    key: str
    start: int
    """Offset in what it was found in: a key, or the text."""
    end: int


@dataclass(frozen=True, slots=True, eq=False)
class Words(Sequence[Word]):
    """Words in order, as parallel lists: nothing is made for a word that nobody looks at."""

    keys: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]

    def __len__(self) -> int:
        return len(self.keys)

    @overload
    def __getitem__(self, index: int) -> Word: ...
    @overload
    def __getitem__(self, index: slice) -> Words: ...
    def __getitem__(self, index: int | slice) -> Word | Words:
        if isinstance(index, slice):
            return Words(self.keys[index], self.starts[index], self.ends[index])
        return Word(self.keys[index], self.starts[index], self.ends[index])

    def __iter__(self) -> Iterator[Word]:
        return map(Word, self.keys, self.starts, self.ends)


@lru_cache(maxsize=1 << 14)
def strip_clitics(key: str) -> tuple[tuple[str, str], ...]:
    """Return the ways to take proclitics off a folded word, as `(proclitics, rest)`, the whole word first.

    A rest has at least two letters. Nothing says that a way is right: «وفد» has also the way `("و", "فد")`;
    the reader of a lexicon asks for the longest rest that it knows. Few are kept: who asks for all words of a
    text keeps what follows from the ways (`ByWord`), and only shares the taking apart with others.
    """
    proclitics = proclitics_by_letter().get(key[:1])
    if proclitics is None:
        return (("", key),)
    longest = len(key) - SHORTEST_REST
    return (
        ("", key),
        *[
            (proclitic, key[len(proclitic) :])
            for proclitic in proclitics
            if key.startswith(proclitic) and len(proclitic) <= longest
        ],
    )


@cache
def _rests() -> ByWord[frozenset[str]]:
    return ByWord(lambda key: frozenset([rest for _, rest in strip_clitics(key)]))


def all_without_clitics(keys: Sequence[str]) -> frozenset[str]:
    """Return all of some folded words with and without what may be attached to them."""
    return frozenset().union(*_rests().of_all(keys))


def without_clitics(key: str) -> frozenset[str]:
    """Return a folded word with and without what may be attached to it."""
    return _rests()[key]


def with_clitics(key: str) -> tuple[str, ...]:
    """Return the folded words that say `key`, bare or with proclitics attached; `key` comes first.

    What `strip_clitics` takes off, and the spellings by which ل swallows the article: «الوسيط» is said by
    «للوسيط», «اللجنة» by «للجنة».
    """
    if len(key) < 2 or not key.isalpha():
        return (key,)
    ways = [key, *(proclitic + key for proclitic in _PROCLITICS)]
    if key.startswith("ال") and len(key) >= 4:
        rest = key[3:] if key[2] == "ل" else key[2:]
        ways += [conjunction + "لل" + rest for conjunction in ("", "و", "ف")]
    return tuple(dict.fromkeys(ways))
