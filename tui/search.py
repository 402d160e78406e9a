"""A search of the timeline and of an article that lets the keys through, and what it found."""

from __future__ import annotations

import asyncio
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from core.find import ArticleIndex, EventIndex

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable, Sequence

    from core.find import Hit
    from core.model import Document
    from core.timeline import Row

MOST = 10_000
"""Places in an article that are counted and marked."""
_SLICE = 0.01
"""Seconds after which a search rests, so that keys are heard."""
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Results:
    """Where the words are."""

    rows: Sequence[int] = ()
    """Rows of the timeline that say them, in order."""
    hits: Sequence[Hit] = ()
    """Their places in the article, in order."""
    more: bool = False
    """Whether there are more places than were counted."""

    def __bool__(self) -> bool:
        return bool(self.rows or self.hits)

    def count_rows(self, here: int) -> str:
        """Say «3/12» where the row `here` is one of those found, and how many there are otherwise."""
        at = bisect_left(self.rows, here)
        found = at < len(self.rows) and self.rows[at] == here
        return _count(at if found else None, len(self.rows))

    def count_hits(self, here: Hit | None) -> str:
        """Say the same of a place in the article."""
        at = None if here is None else bisect_left(self.hits, here)
        return _count(at, len(self.hits)) + "+" * self.more


def _count(at: int | None, of: int) -> str:
    return f"{of or ''}" if at is None else f"{at + 1}/{of}"


class Search:
    """Looks for words; what was once folded stays folded for as long as it is shown."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self._events: EventIndex | None = None
        self._article: tuple[Document | None, ArticleIndex] | None = None

    def forget_events(self) -> None:
        """Fold the rows anew: there are others."""
        self._events = None

    def knows(self, document: Document | None) -> bool:
        """Tell whether the last search was of this article."""
        return self._article is not None and self._article[0] is document

    async def run(self, sought: str, rows: Sequence[Row], document: Document | None) -> Results:
        """Look for a needle (`core.find.needle`) in the rows of the timeline and in an article."""
        if self._events is None:
            self._events = EventIndex([row.event for row in rows])
        if self._article is None or self._article[0] is not document:
            self._article = document, ArticleIndex(document)
        said = [number async for batch in _rested(self._events.search(sought)) for number in batch]
        hits: list[Hit] = []
        async for places in _rested(self._article[1].search(sought)):
            hits += places
            if len(hits) > MOST:
                break
        return Results(said, hits[:MOST], len(hits) > MOST)


async def _rested(work: Iterable[_T]) -> AsyncIterator[_T]:
    """Yield what is found, with rests."""
    clock = asyncio.get_running_loop().time
    rested = clock()
    for found in work:
        yield found
        if clock() - rested > _SLICE:
            await asyncio.sleep(0)
            rested = clock()
