"""What is known of each written word, worked out once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

_MOST = 1 << 16


class ByWord(dict[str, T], Generic[T]):
    """A table of words that fills itself as words are met.

    Words follow Zipf's law: what hangs on a word alone is asked for again and again, and most words start
    nothing, which one look-up then says. `list(map(table.__getitem__, words))` looks up a whole text without
    a call a word. The table is emptied before it grows without bound.
    """

    def __init__(self, work_out: Callable[[str], T]) -> None:
        super().__init__()
        self._work_out = work_out

    def __missing__(self, word: str) -> T:
        if len(self) >= _MOST:
            self.clear()
        found = self[word] = self._work_out(word)
        return found
