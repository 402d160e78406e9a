"""Words and phrases looked for in the key of a text, with whatever particles stand before them."""

from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING

from core.arabic import ByWord, fold_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

_LETTERS = re.compile(r"[^\W\d_]+|\d+")
_PARTICLES = {
    letter: tuple(
        particles
        for particles in map("".join, product(("", "و", "ف"), ("", "ب", "ل", "ك"), ("", "ال")))
        if particles.startswith(letter)
    )
    for letter in "وفبلكا"
}
"""What may stand before a phrase, by its first letter."""


def any_of(words: Iterable[str]) -> re.Pattern[str]:
    """Match any of some folded words or phrases, article and particles allowed before them."""
    longest_first = sorted(map(fold_key, words), key=len, reverse=True)
    return re.compile(rf"\b[وف]?[بلك]?(?:ال)?(?:{'|'.join(map(re.escape, longest_first))})\b")


class NamedPhrases:
    """Phrases under names, where a text is asked which names it has something of.

    Most words begin no phrase: a pattern runs only where the words of the text say that it may match.
    """

    def __init__(self, groups: Mapping[str, Iterable[str]]) -> None:
        self._patterns = {name: any_of(phrases) for name, phrases in groups.items()}
        self._firsts: dict[str, set[str]] = {}
        for name, phrases in groups.items():
            for phrase in phrases:
                first = _LETTERS.findall(fold_key(phrase))[0]
                self._firsts.setdefault(first, set()).add(name)
        self._begun: ByWord[frozenset[str]] = ByWord(lambda word: frozenset(self._begun_by(word)))
        self._last: tuple[str, tuple[str, ...]] = "", ()

    def _begun_by(self, word: str) -> Iterator[str]:
        for particles in ("", *_PARTICLES.get(word[0], ())):
            if word.startswith(particles):
                yield from self._firsts.get(word[len(particles) :], ())

    def named(self, key: str, words: Sequence[str]) -> tuple[str, ...]:
        """Return the names of which a phrase stands in a text, given its key and its words."""
        last, found = self._last
        if key != last:  # All happenings of a sentence ask the same.
            begun = frozenset().union(*filter(None, self._begun.of_all(words)))
            found = tuple(
                name for name, pattern in self._patterns.items() if name in begun and pattern.search(key)
            )
            self._last = key, found
        return found
