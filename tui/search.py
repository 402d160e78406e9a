"""A search of the timeline and of an article that lets the keys through, and what it found."""

from __future__ import annotations

import asyncio
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.find import ArticleIndex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.find import Hit
    from core.model import Document
    from core.timeline import Chronology

MOST = 10_000
"""Places in an article that are counted and marked."""
_SLICE = 0.01
"""Seconds after which a search rests, so that keys are heard."""


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
    """Looks for words; what of an article was once folded stays folded for as long as it is shown."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self._article: tuple[Document | None, ArticleIndex] | None = None

    def knows(self, document: Document | None) -> bool:
        """Tell whether the last search was of this article."""
        return self._article is not None and self._article[0] is document

    async def run(self, sought: str, timeline: Chronology, document: Document | None) -> Results:
        """Look for a needle (`core.find.needle`) in the rows of a timeline and in an article."""
        if self._article is None or self._article[0] is not document:
            self._article = document, ArticleIndex(document)
        rest = _Rest()
        said: list[int] = []
        async for batch in timeline.search(sought):
            said += batch
            await rest.if_due()
        hits: list[Hit] = []
        for places in self._article[1].search(sought):
            hits += places
            if len(hits) > MOST:
                break
            await rest.if_due()
        return Results(said, hits[:MOST], len(hits) > MOST)


class _Rest:
    """Lets the keys be heard now and then."""

    def __init__(self) -> None:
        self._clock = asyncio.get_running_loop().time
        self._last = self._clock()

    async def if_due(self) -> None:
        if self._clock() - self._last > _SLICE:
            await asyncio.sleep(0)
            self._last = self._clock()
