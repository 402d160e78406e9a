"""Events of one or more articles in the order of time, in memory."""

from __future__ import annotations

import asyncio
import datetime as dt
from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from core.axis.years import bins_of, opening_of
from core.chronology import Article, Chronology, InOrder, Row
from core.model import EventKind, Status
from core.tellings import Telling, Tellings, place_in_text, remarked

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable, Mapping, Sequence

    from core.axis.years import Bin
    from core.find import EventIndex
    from core.grouping import Arrangement, Groups
    from core.judgement.saying import Said
    from core.model import Analysis, Document, Event
    from core.query import Query
    from core.query.names import Names
    from core.query.vocabulary import Key
    from core.spans import Stretch
    from core.tellings import Remarks

__all__ = ["Article", "Chronology", "InOrder", "Row", "Timeline", "begin_of", "build_timeline"]

_AT_A_TIME = 64
"""Rows that are sifted before others have their turn."""


class Timeline(InOrder):
    """A chronology in memory."""

    def __init__(
        self,
        rows: Iterable[Row] = (),
        documents: Iterable[Document] = (),
        tellings: Tellings | None = None,
        *,
        whole: bool = True,
    ) -> None:
        """Take rows in the order of time, the articles that they number, and all tellings.

        Of what is not the whole only articles with a row are listed.
        """
        self.rows = tuple(rows)
        self._documents = tuple(documents)
        self._tellings = tellings or Tellings(Telling(row.event, row.document) for row in self.rows)
        self._names: Names | None = None
        self._whole = whole

    @cached_property
    def articles(self) -> Sequence[Article]:
        """The articles as they were given, or those of them with a row."""
        counts = Counter(row.document for row in self.rows)
        return tuple(
            Article(number, document.title, document.outlet, document.published, counts[number])
            for number, document in enumerate(self._documents)
            if self._whole or number in counts
        )

    @cached_property
    def span(self) -> tuple[int, int] | None:
        """The first and the last year with an event; None where nothing is dated."""
        years = self._years
        return (min(years), max(years)) if years else None

    @cached_property
    def longest_date(self) -> int:
        """The length of the longest EDTF."""
        return max((len(row.event.date.edtf or "") for row in self.rows), default=0)

    def bins(self, width: int) -> list[Bin]:
        """Count events by year, to scale."""
        return bins_of(self._years, width)

    @property
    def dated(self) -> int:
        """How many rows have a date."""
        return len(self._begins)

    @property
    def opening(self) -> int:
        """The index of the row to begin at."""
        return opening_of(self._years, self.index_at)

    def index_at(self, day: dt.date) -> int:
        """Return the index of the first row that begins on a day or later."""
        return bisect_left(self._begins, day)

    def index_of(self, event: str) -> int | None:
        """Return the index of the row of an event; None where it has none."""
        return self._index_of.get(event)

    def rows_of(self, document: int, paragraph: int | None = None) -> Sequence[int]:
        """Return the indices of the rows told in an article, or in one paragraph of it, in their order."""
        found = self._rows_of.get(document, [])
        if paragraph is None:
            return found
        return [index for index in found if self.rows[index].event.paragraph == paragraph]

    def told_in(self, document: int) -> Sequence[int]:
        """Return the indices of the rows told in an article, in the order of its text."""
        return sorted(self.rows_of(document), key=lambda index: place_in_text(self.rows[index].event))

    def tellings(self, event: Event) -> Sequence[Telling]:
        """Return who else tells of a row's happening, the row's own telling first."""
        return self._tellings.of(event)

    def beside(self, document: int, step: int) -> int | None:
        """Return the number of the nearest article with a row; None at the end."""
        numbers = self._with_rows
        at = bisect_right(numbers, document) if step > 0 else bisect_left(numbers, document) - 1
        return numbers[at] if 0 <= at < len(numbers) else None

    def place_of(self, document: int) -> int:
        """Return the index of an article in `articles`, or of the next one that is listed."""
        return bisect_left(self.articles, document, key=lambda article: article.number)

    def document(self, number: int) -> Document:
        """Return an article."""
        return self._documents[number]

    async def spans(self, first: dt.date, last: dt.date, least: int) -> Sequence[Stretch]:
        """Return the rounds of mediation that touch some days, and what takes at least so many days."""
        from core.spans import lasting, touching  # The first frame waits for none of it.

        dates = ((number, row.event.date) for number, row in enumerate(self.rows))
        days = ((date.start, date.end, number) for number, date in dates if date.start and date.end)
        return touching((*self._rounds, *lasting(days, least)), first, last)

    def retold(self, remarks: Remarks, *, hidden: bool = False) -> Timeline:
        """Return the same with a person's remarks; neither the order nor what belongs together is another.

        Args:
            remarks: what is new; of events that get hidden only such as belong to no others.
            hidden: whether hidden events keep their rows.
        """
        found = []
        for row in self.rows:
            new = remarks.get((row.document, row.event.id))
            if new is None:
                found.append(row)
            elif hidden or new.status is not Status.HIDDEN:
                found.append(replace(row, event=remarked(row.event, new)))
        return Timeline(found, self._documents, self._tellings.retold(remarks))

    async def narrowed(self, query: Query) -> Timeline:
        """Return the same with only the rows that a query holds of."""
        kept: list[Row] = []
        for at, row in enumerate(self.rows):
            if query.matches(row.event, self._documents[row.document]):
                kept.append(row)
            if at % _AT_A_TIME == 0:
                await asyncio.sleep(0)  # A screen may be drawn in between.
        return Timeline(kept, self._documents, self._tellings, whole=False)

    async def names(self, key: Key, typed: str) -> Sequence[str]:
        """Return names that begin so; those of all rows are counted once."""
        if self._names is None:
            from core.query.names import Names  # Not before somebody types one.

            names = Names()
            for at, row in enumerate(self.rows):
                names.count(row.event, self._documents[row.document])
                if at % _AT_A_TIME == 0:
                    await asyncio.sleep(0)
            self._names = names
        return self._names.beginning(key, typed)

    async def grouped(self, arrangement: Arrangement) -> Groups:
        """Return another order of the rows."""
        from core.grouping.gathering import gathered  # Not before somebody wants one.

        return await gathered([(row.event, row.document) for row in self.rows], self.dated, arrangement)

    async def flagged(self) -> tuple[Sequence[int], Sequence[int]]:
        """Return the rows with a conflict, and those with a doubtful date."""
        conflicts: list[int] = []
        doubtful: list[int] = []
        for at, row in enumerate(self.rows):
            if row.event.conflicts:
                conflicts.append(at)
            if row.event.date.doubtful:
                doubtful.append(at)
            if at % _AT_A_TIME == 0:
                await asyncio.sleep(0)
        return conflicts, doubtful

    async def search(self, sought: str) -> AsyncIterator[Sequence[int]]:
        """Yield the indices of the rows that say a `core.find.needle`; what was folded once stays folded."""
        for found in self._folded.search(sought):
            yield found

    @cached_property
    def _years(self) -> Counter[int]:
        return Counter(day.year for day in self._begins)

    @cached_property
    def _begins(self) -> list[dt.date]:
        """The days on which the dated rows begin, in their order."""
        return [day for row in self.rows if (day := begin_of(row.event)) is not None]

    @cached_property
    def _rounds(self) -> tuple[Stretch, ...]:
        from core.spans import processes, rounds

        return tuple(rounds(processes((number, row.event) for number, row in enumerate(self.rows))))

    @cached_property
    def _index_of(self) -> dict[str, int]:
        # Of two that are called the same the first counts.
        return {row.event.id: index for index, row in reversed(list(enumerate(self.rows)))}

    @cached_property
    def _rows_of(self) -> dict[int, list[int]]:
        found: dict[int, list[int]] = {}
        for index, row in enumerate(self.rows):
            found.setdefault(row.document, []).append(index)
        return found

    @cached_property
    def _with_rows(self) -> list[int]:
        return sorted(self._rows_of)

    @cached_property
    def _folded(self) -> EventIndex:
        from core.find import EventIndex  # Not before somebody looks for something.

        return EventIndex([row.event for row in self.rows])


def build_timeline(
    analyses: Sequence[Analysis],
    kinds: Iterable[EventKind] = (EventKind.EVENT,),
    *,
    said: Mapping[bytes, Sequence[Said]] | None = None,
    hidden: bool = False,
) -> Timeline:
    """Put the events of some articles in order.

    Tellings of one happening are merged across articles; further ones (`same_as`) have no row of their own,
    and neither have hidden ones unless they are asked for.

    Args:
        analyses: one an article; their indices are the numbers of the articles.
        kinds: which kinds of row are wanted; statements and states are left out unless asked for.
        said: what a person says of their events, by `core.model.identity.document_key`: it is laid over
            them before anything else.
        hidden: whether hidden events have rows.
    """
    if not analyses:
        return Timeline()
    from core.coreference import corroboration, merge  # The first frame, and a library, wait for none of it.

    wanted = frozenset(kinds)
    events = [(n, event) for n, analysis in enumerate(analyses) for event in _events(analysis, said)]
    # What a person has hidden stands for nothing: another telling of it may.
    shown = [(number, event) for number, event in events if event.status is not Status.HIDDEN]
    merged = merge([event for _, event in shown])
    outlets = corroboration(merged)
    tellings = [Telling(event, number) for (number, _), event in zip(shown, merged, strict=True)]
    rows = [
        Row(told.event, told.document, outlets[told.event.id])
        for told in tellings
        if told.event.kind in wanted and not told.event.same_as
    ]
    if hidden:
        rows += [
            Row(event, number)
            for number, event in events
            if event.status is Status.HIDDEN and event.kind in wanted
        ]
    documents = (analysis.document for analysis in analyses)
    return Timeline(sorted(rows, key=_order), documents, Tellings(tellings))


def begin_of(event: Event) -> dt.date | None:
    """Return the day at which an event stands: its first, or its last if that alone is known."""
    return event.date.start or event.date.end


def _events(analysis: Analysis, said: Mapping[bytes, Sequence[Said]] | None) -> Sequence[Event]:
    """Return the events of an article as the person wants them."""
    if not said:
        return analysis.events
    from core.judgement.attaching import judged
    from core.model.identity import document_key

    here = said.get(document_key(analysis.document), ())
    return judged(analysis.document, analysis.events, here) if here else analysis.events


def _order(row: Row) -> tuple[bool, dt.date, int, int, int, int]:
    """Order by first day; of two that begin together the wider first; then as the text tells them."""
    date = row.event.date
    first = begin_of(row.event)
    days = ((date.end or dt.date.max) - (date.start or dt.date.min)).days
    return (first is None, first or dt.date.max, -days, row.document, *place_in_text(row.event))
