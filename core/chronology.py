"""What a screen asks of events in the order of time, and of the articles that tell of them.

`core.timeline` has them in memory, a library in its file (`core.library.timeline`).
"""

from __future__ import annotations

import datetime as dt  # noqa: TC003 - fields are resolved at run time by whoever reads a record
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, Self

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

    from core.axis.years import Bin
    from core.grouping import Arrangement, Group, Groups
    from core.model import Document, Event
    from core.query import Query
    from core.query.vocabulary import Key
    from core.spans import Stretch
    from core.tellings import Telling


@dataclass(frozen=True, slots=True)
class Row:
    """An event on the timeline and the article it was read from."""

    event: Event
    document: int
    """Number of the article, as `Chronology.document` takes it."""
    outlets: int = 1
    """How many outlets tell of it."""


@dataclass(frozen=True, slots=True)
class Article:
    """An article as a list of articles shows it."""

    number: int
    """As `Chronology.document` takes it."""
    title: str | None
    outlet: str | None
    published: dt.date | None
    events: int
    """How many rows of the timeline were read from it."""


class Chronology(Protocol):
    """Events in the order of time, however many, and the articles that tell of them.

    Asking for a row, a document or an article costs milliseconds at most, wherever they are kept; what takes
    longer is awaited.
    """

    @property
    def rows(self) -> Sequence[Row]:
        """The events in the order of time, undated ones last; a row is made when it is asked for."""

    @property
    def articles(self) -> Sequence[Article]:
        """The articles in their own order, of the whole those without a row too."""

    @property
    def span(self) -> tuple[int, int] | None:
        """The first and the last year with an event; None where nothing is dated."""

    @property
    def dated(self) -> int:
        """How many rows have a date; the index of the first that has none."""

    @property
    def opening(self) -> int:
        """The index of the row to begin at: the first, or of many the first that is not far before most."""

    @property
    def longest_date(self) -> int:
        """A length in code points that no EDTF of a row exceeds, as far as a column has room for it."""

    def bins(self, width: int) -> list[Bin]:
        """Count events by year, to scale: at most `width` bins of equally many years, empty ones included."""

    def index_at(self, day: dt.date) -> int:
        """Return the index of the first row that begins on a day or later; `dated` where none does.

        So this is how many begin before it. A row begins on its first day, or on its last if that alone is
        known.
        """

    def index_of(self, event: str) -> int | None:
        """Return the index of the row of an event, by `Event.id`; None where it has none."""

    def rows_of(self, document: int, paragraph: int | None = None) -> Sequence[int]:
        """Return the indices of the rows told in an article, or in one paragraph of it, in their order."""

    def told_in(self, document: int) -> Sequence[int]:
        """Return the indices of the rows told in an article, in the order of its text."""

    def tellings(self, event: Event) -> Sequence[Telling]:
        """Return who else tells of a row's happening.

        The row's own telling comes first; then, by outlet, those it stands for (`Event.same_as`), those that
        contradict one of these (`Event.conflicts`), and what these stand for.
        """

    def beside(self, document: int, step: int) -> int | None:
        """Return the number of the nearest article with a row after (`step` > 0) or before it, or None."""

    def place_of(self, document: int) -> int:
        """Return the index of an article in `articles`, by its number; of the next one if it is not there."""

    def document(self, number: int) -> Document:
        """Return an article."""

    async def spans(self, first: dt.date, last: dt.date, least: int) -> Sequence[Stretch]:
        """Return the rounds of mediation that touch some days, and what takes at least so many days.

        The indices of their rows are those of `in_order`.

        Args:
            first: the first day.
            last: the last day, inclusive.
            least: the least days of an event; one of a day at most never has a stretch of its own.
        """

    async def narrowed(self, query: Query) -> Chronology:
        """Return the same with only the rows that a query holds of."""

    async def names(self, key: Key, typed: str) -> Sequence[str]:
        """Return names for the value of a key of a query that begin as what is typed, the frequent first."""

    @property
    def groups(self) -> Sequence[Group]:
        """The groups in which the rows stand (`core.arrangement`); none in the order of time."""

    @property
    def in_order(self) -> Chronology:
        """The same rows in the order of time, each event once."""

    def near(self, in_order: int, index: int) -> int:
        """Return the index of the row with an index of `in_order`; of several the nearest to a row."""

    async def grouped(self, arrangement: Arrangement) -> Groups:
        """Return another order of the rows."""

    async def flagged(self) -> tuple[Sequence[int], Sequence[int]]:
        """Return, in order, the rows with a conflict, and those whose date is uncertain, vague or unknown."""

    def search(self, sought: str) -> AsyncIterator[Sequence[int]]:
        """Yield the indices of the rows that say a `core.find.needle`, in order, some at a time.

        Between two of them a caller may rest.
        """


class InOrder:
    """A chronology whose rows stand in the order of time."""

    groups: Sequence[Group] = ()

    @property
    def in_order(self) -> Self:
        """The same rows in the order of time: these."""
        return self

    def near(self, in_order: int, index: int) -> int:
        """Return the row of one in the order of time: the same."""
        del index
        return in_order
