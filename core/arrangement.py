"""A chronology in another order, in groups; all that a screen asks of one holds of it, too."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING, overload

from core.grouping import Arrangement, Grouping
from core.grouping.keys import actor_key, place_key
from core.timeline import Row

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import AsyncIterator, Iterator

    from core.axis.years import Bin
    from core.grouping import Group, Groups
    from core.model import Document, Event
    from core.query import Query
    from core.query.vocabulary import Key
    from core.spans import Stretch
    from core.tellings import Telling
    from core.timeline import Article, Chronology


_FEW = 2_000
"""So many indices are looked up in less time than a thread takes."""


async def arrange(timeline: Chronology, arrangement: Arrangement) -> Chronology:
    """Return a chronology in another order; itself where it has that order already."""
    if arrangement.plain:
        return timeline
    return Arranged(timeline, arrangement, await timeline.grouped(arrangement))


class _Rows(Sequence[Row]):
    """Rows in another order, made when they are asked for."""

    def __init__(self, rows: Sequence[Row], positions: Sequence[int]) -> None:
        self._rows, self._positions = rows, positions

    def __len__(self) -> int:
        return len(self._positions)

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | Sequence[Row]:
        if isinstance(index, slice):
            return [self._rows[position] for position in self._positions[index]]
        return self._rows[self._positions[index]]


class Arranged:
    """The rows of a chronology in another order: in groups an event stands in each that it belongs to.

    What is asked of time (years, bins, days, articles) is answered by the chronology itself.
    """

    def __init__(self, timeline: Chronology, arrangement: Arrangement, groups: Groups) -> None:
        """Take a chronology and the order of its rows."""
        self.timeline, self.arrangement = timeline, arrangement
        self._order = groups
        self.groups: Sequence[Group] = groups.groups
        self.rows: Sequence[Row] = _Rows(timeline.rows, groups.positions)
        self.longest_date = timeline.longest_date
        self.span = timeline.span
        self.dated = timeline.dated
        self.opening = 0

    # -------------------------------------------------------------------------------- other indices

    @property
    def in_order(self) -> Chronology:
        """The same rows in the order of time."""
        return self.timeline

    @property
    def each_once(self) -> Iterator[int]:
        """The indices of `in_order` in the order of these rows, each where its first row is."""
        return (index for row, index in enumerate(self._order.positions) if self._order.first[index] == row)

    def near(self, in_order: int, index: int) -> int:
        """Return the index of the row with an index of `in_order`; of several the nearest to a row."""
        return min(self._rows_at(in_order), key=lambda row: abs(row - index))

    def _rows_at(self, in_order: int) -> list[int]:
        found = [self._order.first[in_order]]
        while (further := self._order.following[found[-1]]) >= 0:
            found.append(further)
        return found

    async def _aside(self, in_order: Sequence[int]) -> list[int]:
        """Do as `_all_of`, off the event loop where it takes a while."""
        if len(in_order) <= _FEW:
            return self._all_of(in_order)
        return await asyncio.to_thread(self._all_of, in_order)

    def _all_of(self, in_order: Sequence[int]) -> list[int]:
        return sorted(row for index in in_order for row in self._rows_at(index))

    def index_of(self, event: str) -> int | None:
        """Return the index of the first row of an event; None where it has none."""
        index = self.timeline.index_of(event)
        return None if index is None else self._order.first[index]

    def rows_of(self, document: int, paragraph: int | None = None) -> Sequence[int]:
        """Return the indices of the rows told in an article, or in one paragraph of it, in their order."""
        return self._all_of(self.timeline.rows_of(document, paragraph))

    def told_in(self, document: int) -> Sequence[int]:
        """Return the index of the first row of each event of an article, in the order of its text."""
        return [self._order.first[index] for index in self.timeline.told_in(document)]

    async def search(self, sought: str) -> AsyncIterator[Sequence[int]]:
        """Yield the indices of the rows that say a `core.find.needle`, all at once."""
        found: list[int] = []
        async for some in self.timeline.search(sought):
            found += some
        if found:
            yield await self._aside(found)

    async def flagged(self) -> tuple[Sequence[int], Sequence[int]]:
        """Return the rows with a conflict, and those with a doubtful date."""
        conflicts, doubtful = await self.timeline.flagged()
        return await self._aside(conflicts), await self._aside(doubtful)

    async def narrowed(self, query: Query) -> Chronology:
        """Return the same, in the same order, with only the rows that a query holds of."""
        return await arrange(await self.timeline.narrowed(query), self.arrangement)

    async def names(self, key: Key, typed: str) -> Sequence[str]:
        """Return names for the value of a key of a query."""
        return await self.timeline.names(key, typed)

    async def grouped(self, arrangement: Arrangement) -> Groups:
        """Return another order of the rows in the order of time."""
        return await self.timeline.grouped(arrangement)

    # ------------------------------------------------------------------------------- what is of time

    @property
    def articles(self) -> Sequence[Article]:
        """The articles in their own order."""
        return self.timeline.articles

    def bins(self, width: int) -> list[Bin]:
        """Count events by year, each once."""
        return self.timeline.bins(width)

    def index_at(self, day: dt.date) -> int:
        """Return how many events begin before a day."""
        return self.timeline.index_at(day)

    async def spans(self, first: dt.date, last: dt.date, least: int) -> Sequence[Stretch]:
        """Return what lasts, with the indices of `in_order`."""
        return await self.timeline.spans(first, last, least)

    def beside(self, document: int, step: int) -> int | None:
        """Return the number of the nearest article with a row after or before it, or None."""
        return self.timeline.beside(document, step)

    def place_of(self, document: int) -> int:
        """Return the index of an article in `articles`, by its number."""
        return self.timeline.place_of(document)

    def document(self, number: int) -> Document:
        """Return an article."""
        return self.timeline.document(number)

    def tellings(self, event: Event) -> Sequence[Telling]:
        """Return who else tells of a row's happening, the row's own telling first."""
        return self.timeline.tellings(event)


def names_of(group: Group, row: Row) -> tuple[str, str]:
    """Return what a group is called in Arabic and in English: what the lexicon has, else the text's words.

    Args:
        group: the group; of the last one, whose rows belong nowhere, both are empty.
        row: its first row.
    """
    event = row.event
    if not group.key:
        return "", ""
    if group.grouping is Grouping.ARTICLE:
        return " — ".join(name for name in (event.doc.outlet, event.doc.title) if name) or event.text, ""
    if group.name.arabic or group.name.english:
        return group.name.arabic, group.name.english
    if group.grouping is Grouping.ACTOR:
        words = (actor.text for actor in event.actors if actor_key(actor) == group.key)
    else:
        words = (place.text for place in event.places if place_key(place) == group.key)
    return next(words, group.key), ""
