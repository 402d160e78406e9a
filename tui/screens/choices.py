"""What may stand at a place of a line, gone through with Tab."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import takewhile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.screens.asking import Asking


def beginning(words: Sequence[str]) -> str:
    """Return what all of some words begin with: as far as the first and the last of them in order agree."""
    first, last = min(words, default=""), max(words, default="")
    agreed = takewhile(lambda pair: pair[0] == pair[1], zip(first, last, strict=False))
    return "".join(letter for letter, _ in agreed)


@dataclass(slots=True)
class Choices:
    """The candidates of one line, and which of them stands there."""

    asking: Asking
    _words: Sequence[str] = ()
    _start: int = 0
    _end: int = 0
    _chosen: int | None = field(default=None)
    _value: str = ""
    """The line as it was left: whoever has written since wants other candidates."""

    @property
    def offered(self) -> bool:
        """Whether there are several, and nothing has been written since."""
        bar = self.asking.bar
        return bar is not None and len(self._words) > 1 and bar.field.value == self._value

    def turn(self, step: int) -> bool:
        """Put the next candidate there, or the one before; tell whether there are still any."""
        if not self.offered:
            return False
        chosen = self._chosen
        self._chosen = (0 if step > 0 else -1) if chosen is None else chosen + step
        self._chosen %= len(self._words)
        self._put(self._words[self._chosen])
        return True

    def take(self, start: int, end: int, words: Sequence[str]) -> None:
        """Put in place of a stretch of the line what is common to some candidates, and offer them."""
        bar = self.asking.bar
        if bar is None:
            return
        self._words, self._start, self._end, self._chosen = words, start, end, None
        self._value = bar.field.value
        clear = beginning(words)
        if len(words) == 1 or len(clear) > end - start:
            self._put(clear)
        elif len(words) > 1:
            self.asking.offer(words)

    def _put(self, words: str) -> None:
        bar = self.asking.bar
        assert bar is not None
        before = bar.field.value
        bar.field.put(self._start, self._end, words)
        self._end = self._start + len(words)
        self._value = bar.field.value
        self.asking.written(before)
        if len(self._words) > 1:
            self.asking.offer(self._words, self._chosen)
