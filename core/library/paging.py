"""A long sequence of which only what was looked at lately is in memory."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import TypeVar, overload

_T = TypeVar("_T")
PAGE = 32
"""Items that are fetched at a time: two or three fill a screen, and one comes within a few milliseconds."""
_KEPT = 64
"""Pages that stay in memory."""


class Paged(Sequence[_T]):
    """Items that are fetched by the page when one of them is asked for."""

    def __init__(self, length: int, fetch: Callable[[range], Sequence[_T]]) -> None:
        """Fetch nothing yet.

        Args:
            length: how many there are.
            fetch: returns the items of a range of indices, exactly as many.
        """
        self._length = length
        self._fetch = fetch
        self._pages: OrderedDict[int, Sequence[_T]] = OrderedDict()

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, index: int) -> _T: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[_T]: ...
    def __getitem__(self, index: int | slice) -> _T | Sequence[_T]:
        """Return an item, or some of them as a list."""
        if isinstance(index, slice):
            return [self[number] for number in range(*index.indices(self._length))]
        if index < 0:
            index += self._length
        if not 0 <= index < self._length:
            raise IndexError(index)
        page, place = divmod(index, PAGE)
        return self._page(page)[place]

    def _page(self, number: int) -> Sequence[_T]:
        found = self._pages.get(number)
        if found is None:
            start = number * PAGE
            found = self._fetch(range(start, min(start + PAGE, self._length)))
            self._pages[number] = found
            if len(self._pages) > _KEPT:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(number)
        return found
