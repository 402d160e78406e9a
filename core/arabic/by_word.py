"""What is known of each written word, worked out once."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

T = TypeVar("T")

_MOST = 1 << 15


class ByWord(dict[str, T], Generic[T]):
    """A table of words that fills itself as words are met.

    Words follow Zipf's law: what hangs on a word alone is asked for again and again, and most words start
    nothing, which one look-up then says; `of_all` looks up a whole text without a call a word.

    The table is bounded: when it is full it becomes the old one, from which words come back when they are met
    again, and what was there before is forgotten. So the words of every day stay, however many articles are
    read; of a table that is merely emptied, all of them would have to be worked out anew.
    """

    def __init__(self, work_out: Callable[[str], T]) -> None:
        super().__init__()
        self._work_out = work_out
        self._old: dict[str, T] = {}

    def of_all(self, words: Sequence[str]) -> tuple[T, ...]:
        """Return what is known of each of some words, in two thirds of the time of a `map` over them."""
        if len(words) < 2:
            return tuple([self[word] for word in words])
        found: tuple[T, ...] = itemgetter(*words)(self)
        return found

    def __missing__(self, word: str) -> T:
        if len(self) >= _MOST:
            self._old = dict(self)
            self.clear()
        if word in self._old:
            found = self[word] = self._old[word]
            return found
        found = self[word] = self._work_out(word)
        return found
