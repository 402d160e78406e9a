"""The timeline of a library, paged from its file however long it is.

What a screen asks for while it draws is read where it is asked for: a page of rows by position, an article,
the row of an event, each a few milliseconds at most. What goes through the whole library is done in a thread,
on a connection of its own.
"""

from __future__ import annotations

import datetime as dt
from array import array
from bisect import bisect_left, bisect_right
from collections import Counter
from functools import cached_property, lru_cache
from itertools import accumulate, islice
from typing import TYPE_CHECKING

from core.axis.years import bins_of, opening_of
from core.library.aside import Aside
from core.library.paging import Paged
from core.library.schema import LibraryError
from core.library.shown import mark_of, rows_at, shown_positions
from core.library.tellings import tellings
from core.model import Document
from core.timeline import Article, InOrder

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from core.axis.years import Bin
    from core.grouping import Arrangement, Groups
    from core.library.filter import EventFilter
    from core.library.spans import StoredSpans
    from core.library.store import Library
    from core.model import Event
    from core.query import Query
    from core.query.vocabulary import Key
    from core.spans import Stretch
    from core.tellings import Telling
    from core.timeline import Row

_LONGEST_DATE = 22
"""Two days, a stroke and a mark: in a whole library there is always some row with that."""
_TOGETHER = 500
"""Rows that are read at a time by whoever wants all of them."""
_FEW = 2_000
"""So many positions are looked up one by one."""
# Rows stand in the order of the days on which they begin; those of one day are neighbours.
_BEGINS = "event e CROSS JOIN row r ON r.event = e.id WHERE coalesce(e.first, e.last)"
# The day before is asked for: on the first of a month there are hundreds, all that is dated by the month.
_DAY_BEFORE = f"SELECT coalesce(e.first, e.last) FROM {_BEGINS} < ? ORDER BY 1 DESC LIMIT 1"
_LAST_OF_DAY = f"SELECT max(r.position) FROM {_BEGINS} = ?"


class StoredTimeline(InOrder):
    """A `core.timeline.Chronology` of what a library holds, or of the part of it that a query holds of.

    It is the library as of when it was made: ask `is_stale` now and then, and make another one.
    """

    def __init__(
        self,
        library: Library,
        aside: Aside | None = None,
        positions: Sequence[int] | None = None,
        *,
        documents: Sequence[int] | None = None,
        hidden: bool = False,
    ) -> None:
        """Read how much there is.

        Args:
            library: an open one; it is not closed here.
            aside: what does the long work; by default made for the library's file.
            positions: of the rows to show, in order; by default all.
            hidden: whether rows that the person has hidden are among all.
            documents: numbers of the articles to list, in order; by default all.
        """
        self._library, self._db = library, library.connection
        self._aside = aside or Aside(library.path)
        self._mark = mark_of(library)
        self._hidden, self._whole = hidden, positions is None
        self._positions = (
            shown_positions(library, self._mark[0], hidden=hidden) if positions is None else positions
        )
        self._listed = documents
        self.rows: Sequence[Row] = Paged(len(self._positions), self._rows)
        self.longest_date = _LONGEST_DATE
        self.document = lru_cache(maxsize=16)(self._document)

    @property
    def path(self) -> Path:
        """The library's file."""
        return self._library.path

    def events(self, library: Library, indices: Iterable[int] | None = None) -> Iterator[Event]:
        """Yield the events of all rows, some at a time: for a thread of its own.

        Args:
            library: the same library, opened by whoever asks.
            indices: the rows in another order; by default in their own.

        Raises:
            LibraryError: it has other rows by now.
        """
        library.connection.execute("BEGIN")  # As it is now, whatever others write meanwhile.
        if mark_of(library) != self._mark:
            raise LibraryError(library.path, "has other events by now", "try again")
        wanted = iter(self._positions if indices is None else (self._positions[at] for at in indices))
        while some := tuple(islice(wanted, _TOGETHER)):
            yield from (row.event for row in rows_at(library, some))

    def is_stale(self) -> bool:
        """Whether the library has other rows by now."""
        return mark_of(self._library) != self._mark

    def anew(self) -> StoredTimeline:
        """Return all that the library shows by now."""
        return StoredTimeline(self._library, self._aside, hidden=self._hidden)

    def close(self) -> None:
        """Let go of what does the long work."""
        self._aside.close()

    # ------------------------------------------------------------------------------------------- rows

    def index_of(self, event: str) -> int | None:
        """Return the index of the row of an event; None where it has none."""
        found = self._db.execute(
            "SELECT r.position FROM event e JOIN row r ON r.event = e.id WHERE e.key = ? ORDER BY 1", (event,)
        )
        indices = (self._index(position) for (position,) in found)
        return next((index for index in indices if index is not None), None)

    def rows_of(self, document: int, paragraph: int | None = None) -> Sequence[int]:
        """Return the indices of the rows told in an article, or in one paragraph of it, in their order."""
        found = self._db.execute(
            "SELECT r.position FROM event e JOIN row r ON r.event = e.id"
            " WHERE e.document = ?1 AND (?2 IS NULL OR e.paragraph = ?2) ORDER BY 1",
            (document, paragraph),
        )
        return [index for (position,) in found if (index := self._index(position)) is not None]

    def told_in(self, document: int) -> Sequence[int]:
        """Return the indices of the rows told in an article, in the order of its text."""
        found = self._db.execute(
            "SELECT r.position FROM event e JOIN row r ON r.event = e.id WHERE e.document = ?"
            " ORDER BY e.paragraph, e.trigger_start, r.position",
            (document,),
        )
        return [index for (position,) in found if (index := self._index(position)) is not None]

    def tellings(self, event: Event) -> Sequence[Telling]:
        """Return who else tells of a row's happening, the row's own telling first."""
        return tellings(self._library, event)

    def _index(self, position: int) -> int | None:
        """Return where a position stands among those that are shown."""
        at = bisect_left(self._positions, position)
        return at if at < len(self._positions) and self._positions[at] == position else None

    def _rows(self, indices: range) -> list[Row]:
        return rows_at(self._library, self._positions[indices.start : indices.stop])

    # ------------------------------------------------------------------------------------------- years

    @property
    def span(self) -> tuple[int, int] | None:
        """The first and the last year with an event; None where nothing is dated."""
        years = self._years
        return (min(years), max(years)) if years else None

    @property
    def dated(self) -> int:
        """How many rows have a date."""
        return self._years.total()

    @property
    def opening(self) -> int:
        """The index of the row to begin at."""
        return opening_of(self._years, self.index_at)

    def bins(self, width: int) -> list[Bin]:
        """Count events by year, to scale."""
        return bins_of(self._years, width)

    def index_at(self, day: dt.date) -> int:
        """Return the index of the first row that begins on a day or later: off the index of days."""
        years, starts = self._turns
        at = bisect_left(years, day.year)
        if at == len(years) or years[at] > day.year or (day.month, day.day) == (1, 1):
            return starts[at]
        found = self._db.execute(_DAY_BEFORE, (day.toordinal(),)).fetchone()
        if found is None:
            return 0
        (position,) = self._db.execute(_LAST_OF_DAY, found).fetchone()
        return bisect_right(self._positions, position)

    @cached_property
    def _turns(self) -> tuple[list[int], list[int]]:
        """The years with a row, and the index of the first row of each; then that of the first undated."""
        years = sorted(self._years)
        return years, [0, *accumulate(self._years[year] for year in years)]

    @cached_property
    def _years(self) -> Counter[int]:
        """Rows by year; they stand in the order of time, so that a year's end where the next one's begin."""
        years = Counter(dict(self._db.execute("SELECT year, count FROM year ORDER BY year").fetchall()))
        if isinstance(self._positions, range):
            return years
        ends = [bisect_left(self._positions, end) for end in accumulate(years.values())]
        counts = zip(years, (end - start for start, end in zip([0, *ends], ends, strict=False)), strict=True)
        return Counter({year: count for year, count in counts if count})

    async def spans(self, first: dt.date, last: dt.date, least: int) -> Sequence[Stretch]:
        """Return the rounds of mediation that touch some days, and what takes at least so many days."""
        return await self._aside.read(lambda library: self._spans.touching(library, first, last, least))

    @cached_property
    def _spans(self) -> StoredSpans:
        from core.library.spans import StoredSpans  # The first frame waits for none of it.

        return StoredSpans(self._index)

    # ------------------------------------------------------------------------------------------- articles

    @cached_property
    def articles(self) -> Sequence[Article]:
        """The articles in the order in which they came."""
        return Paged(len(self._numbers), self._articles)

    def place_of(self, document: int) -> int:
        """Return the index of an article in `articles`."""
        return bisect_left(self._numbers, document)

    @cached_property
    def _numbers(self) -> Sequence[int]:
        """The numbers of the articles that are listed."""
        if self._listed is not None:
            return self._listed
        last: int = self._db.execute("SELECT coalesce(max(id), 0) FROM document").fetchone()[0]
        if self._library.count() == last:
            return range(1, last + 1)
        # An index has the numbers without the texts between them.
        every = self._db.execute("SELECT id FROM document INDEXED BY document_rules")
        return array("q", sorted(number for (number,) in every))

    def _articles(self, indices: range) -> list[Article]:
        wanted = self._numbers[indices.start : indices.stop]
        marks = ",".join("?" * len(wanted))
        counts = dict.fromkeys(wanted, 0)
        for document, position in self._db.execute(
            f"SELECT e.document, r.position FROM event e JOIN row r ON r.event = e.id"
            f" WHERE e.document IN ({marks})",
            tuple(wanted),
        ):
            counts[document] += self._index(position) is not None
        found = {
            number: Article(number, title, outlet, _day(published), counts[number])
            for number, title, outlet, published in self._db.execute(
                f"SELECT id, title, outlet, published FROM document WHERE id IN ({marks})", tuple(wanted)
            )
        }
        return [found.get(number) or Article(number, None, None, None, 0) for number in wanted]

    def beside(self, document: int, step: int) -> int | None:
        """Return the number of the nearest article with a row after (`step` > 0) or before it, or None."""
        if not self._whole and len(self._positions) <= _FEW:
            at = bisect_left(self._with_rows, document + (step > 0)) - (step <= 0)
            return self._with_rows[at] if 0 <= at < len(self._with_rows) else None
        after, order = (">", "") if step > 0 else ("<", "DESC")
        found = self._db.execute(
            "SELECT e.document, r.position FROM event e JOIN row r ON r.event = e.id"
            f" WHERE e.document {after} ? ORDER BY e.document {order}",
            (document,),
        )
        return next((number for number, position in found if self._index(position) is not None), None)

    @cached_property
    def _with_rows(self) -> list[int]:
        """The numbers of the articles with a row, where few rows are shown."""
        marks = ",".join("?" * len(self._positions))
        found = self._db.execute(
            "SELECT DISTINCT e.document FROM row r JOIN event e ON e.id = r.event"
            f" WHERE r.position IN ({marks}) ORDER BY 1",
            tuple(self._positions),
        )
        return [number for (number,) in found]

    def _document(self, number: int) -> Document:
        """Return an article; an empty one where it was taken away meanwhile."""
        try:
            return self._library.document(number)
        except KeyError:
            return Document("", "", ())

    # ------------------------------------------------------------------------------------------- sifting

    async def narrowed(self, query: Query) -> StoredTimeline:
        """Return the same with only the rows that a query holds of."""

        def sift(sieve: EventFilter) -> tuple[Sequence[int], Sequence[int]]:
            found = self._sift(query)(sieve)
            return found, sieve.documents_at(found)

        found, documents = await self._aside.run(sift)
        return StoredTimeline(self._library, self._aside, found, documents=documents, hidden=self._hidden)

    async def names(self, key: Key, typed: str) -> Sequence[str]:
        """Return names of the whole library that begin so."""
        from core.library.names import names  # Not before somebody types one.

        return await self._aside.read(lambda library: names(library.connection, key, typed))

    async def grouped(self, arrangement: Arrangement) -> Groups:
        """Return another order of the rows, put together aside."""
        from core.library.grouping import grouped  # Not before somebody wants one.

        years = tuple(zip(*self._turns, strict=False))
        return await self._aside.run(
            lambda sieve: grouped(sieve, self._positions, years, self.dated, arrangement)
        )

    async def flagged(self) -> tuple[Sequence[int], Sequence[int]]:
        """Return the rows with a conflict, and those with a doubtful date; looked up aside."""
        from core.library.grouping import flagged

        return await self._aside.run(lambda sieve: flagged(sieve, self._positions))

    async def search(self, sought: str) -> AsyncIterator[Sequence[int]]:
        """Yield the indices of the rows that say a `core.find.needle`, all at once.

        Unlike in memory words must be there from their beginning, but for proclitics: an index of words is
        asked.
        """
        if sought:
            from core.query import Query  # Not before somebody looks for something.
            from core.query.tree import Words

            query = Query(Words(f"{sought}*"))
            found = await self._aside.run(self._sift(query))
            yield [bisect_left(self._positions, position) for position in found]

    def _sift(self, query: Query) -> Callable[[EventFilter], array[int]]:
        return lambda sieve: self._among(sieve.positions(query, hidden=self._hidden))

    def _among(self, found: array[int]) -> array[int]:
        """Return those of some positions that are shown."""
        if self._whole:
            return found
        shown = frozenset(self._positions)
        return array("q", (position for position in found if position in shown))


def _day(published: str | None) -> dt.date | None:
    return dt.date.fromisoformat(published) if published else None
