"""Where a search found its words in an article, as styles over a line of it."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from tui import palette
from tui.arabic import Mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.find import Hit


class Hits:
    """The places in order, one of which the person may be at."""

    def __init__(self, places: Sequence[Hit] = (), here: Hit | None = None) -> None:
        """Keep the places, which do not overlap."""
        self.places, self.here = places, here

    def marks(self, paragraph: int, start: int, end: int) -> list[Mark]:
        """Return the marks of a stretch of a paragraph; however many there are elsewhere, as quickly."""
        first = bisect_left(self.places, (paragraph, start))
        last = bisect_left(self.places, (paragraph, end))
        if first and self.places[first - 1].paragraph == paragraph and self.places[first - 1].end > start:
            first -= 1
        return [
            Mark(hit.start, hit.end, palette.HIT_HERE if hit == self.here else palette.HIT)
            for hit in self.places[first:last]
        ]


NONE = Hits()
