"""Words looked for in all articles of a library.

FTS5 holds folded words (`core.library.words`), so what it finds is what is meant: words however they are
spelt and whatever is attached to them, phrases within one line. What it cannot say, the exact words of the
source and where they stand, is read from the articles that are shown.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from core.errors import UsageError
from core.library.filter import EventFilter
from core.library.snippet import WIDTH, Snippet, snippet
from core.library.words import match
from core.query.phrase import phrase
from core.query.tree import And, Node, Not, Or, Words

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator

    from core.query import Query
    from core.query.phrase import Phrase

TITLE_WEIGHT = 4.0
"""A word in the title counts as so many in the text (BM25's weight of a column)."""
MOST_RANKED = 20_000
"""Of more articles than that the newest come first: what is in every third article ranks none of them."""
_NOTHING = '""'
_FEW = 4_000
"""So many articles are put in order one by one; of more, one walks the dates until enough are found."""


class Order(StrEnum):
    """What comes first."""

    RANK = "rank"
    """What the words say most of (BM25: Robertson and Zaragoza 2009)."""
    DATE = "date"
    """What was published last; what has no date comes at the end."""


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that says the words."""

    document: int
    """`document.id` of the schema."""
    name: str
    """`Document.id`."""
    title: str | None
    outlet: str | None
    published: str | None
    """ISO day."""
    uri: str | None
    snippet: Snippet


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found."""

    total: int
    """How many articles there are in all."""
    hits: tuple[Hit, ...]
    order: Order
    """How they are ordered, which is by date also where there are too many to rank."""


def search(
    connection: sqlite3.Connection,
    words: Query,
    *,
    where: Query | None = None,
    order: Order = Order.RANK,
    limit: int = 20,
    offset: int = 0,
    width: int = WIDTH,
) -> Found:
    """Find the articles that say some words.

    Args:
        connection: the library's.
        words: as `core.query.parse_words` reads them.
        where: only articles with an event on the timeline that this holds of.
        order: what comes first.
        limit: how many hits are made at most.
        offset: how many are passed over first.
        width: of the snippets, in code points.

    Raises:
        UsageError: nothing is asked for that an article would say.
    """
    expression, negated = _match(words.root)
    if negated:
        raise UsageError("search wants at least one word that the article says")
    within = EventFilter(connection).documents(where) if where is not None else None
    if within is None:
        total = matching = _one(connection, "SELECT count(*) FROM words WHERE words MATCH ?", expression)
    else:
        said = frozenset(_numbers(connection, "SELECT rowid FROM words WHERE words MATCH ?", expression))
        within &= said
        total, matching = len(within), len(said)
    ranked = order is Order.RANK and matching <= MOST_RANKED
    numbers = _ranked(connection, expression) if ranked else _newest(connection, expression, within, total)
    chosen = _slice(numbers, within, offset, limit)
    sought = tuple(_sought(words.root))
    hits = tuple(_hit(connection, number, sought, width) for number in chosen)
    return Found(total, hits, Order.RANK if ranked else Order.DATE)


# ------------------------------------------------------------------------------------------------- FTS5


def _match(term: Node) -> tuple[str, bool]:
    """Return an expression of FTS5, and whether it says what is not wanted: FTS5 has «a but not b»."""
    match term:
        case Words(text):
            sought = phrase(text)
            return (match(sought) if sought else _NOTHING), False
        case Not(inner):
            expression, negated = _match(inner)
            return expression, not negated
        case And(terms):
            wanted, unwanted = _parted(terms)
            return (_but(" AND ", wanted, unwanted), False) if wanted else (_any(unwanted), True)
        case Or(terms):
            # a or not b is not (b, but not a).
            wanted, unwanted = _parted(terms)
            return (_but(" AND ", unwanted, wanted), True) if unwanted else (_any(wanted), False)
    raise UsageError(f"{term} is asked of events, not of articles")


def _parted(terms: Iterable[Node]) -> tuple[list[str], list[str]]:
    wanted: list[str] = []
    unwanted: list[str] = []
    for expression, negated in map(_match, terms):
        (unwanted if negated else wanted).append(expression)
    return wanted, unwanted


def _but(joint: str, these: list[str], others: list[str]) -> str:
    joined = f"({joint.join(these)})"
    return f"({joined} NOT {_any(others)})" if others else joined


def _any(these: list[str]) -> str:
    return f"({' OR '.join(these)})" if these else _NOTHING


def _sought(term: Node) -> Iterator[Phrase]:
    """Yield what the article says, not what it must not."""
    match term:
        case Words(text):
            if (found := phrase(text)) is not None:
                yield found
        case And(terms) | Or(terms):
            for inner in terms:
                yield from _sought(inner)


# -------------------------------------------------------------------------------------------- in order


def _ranked(connection: sqlite3.Connection, expression: str) -> Iterator[int]:
    return _numbers(
        connection,
        f"SELECT rowid FROM words WHERE words MATCH ? ORDER BY bm25(words, {TITLE_WEIGHT}, 1.0), rowid",
        expression,
    )


def _newest(
    connection: sqlite3.Connection, expression: str, within: frozenset[int] | None, total: int
) -> Iterator[int]:
    if within is None and total <= _FEW:
        return _numbers(
            connection,
            "SELECT d.id FROM words w CROSS JOIN document d ON d.id = w.rowid WHERE words MATCH ?"
            " ORDER BY d.published DESC, d.id",
            expression,
        )
    found = within
    if found is None:
        found = frozenset(_numbers(connection, "SELECT rowid FROM words WHERE words MATCH ?", expression))
    walked = _numbers(connection, "SELECT id FROM document ORDER BY published DESC, id")
    return (number for number in walked if number in found)


def _slice(numbers: Iterator[int], within: frozenset[int] | None, offset: int, limit: int) -> list[int]:
    chosen: list[int] = []
    for number in numbers:
        if within is not None and number not in within:
            continue
        if offset:
            offset -= 1
            continue
        if len(chosen) == limit:
            break
        chosen.append(number)
    return chosen


def _numbers(connection: sqlite3.Connection, statement: str, *values: str) -> Iterator[int]:
    return (number for (number,) in connection.execute(statement, values))


def _one(connection: sqlite3.Connection, statement: str, *values: str) -> int:
    found: int = connection.execute(statement, values).fetchone()[0]
    return found


def _hit(connection: sqlite3.Connection, number: int, sought: tuple[Phrase, ...], width: int) -> Hit:
    name, title, outlet, published, uri, packed = connection.execute(
        "SELECT name, title, outlet, published, uri, text FROM document WHERE id = ?", (number,)
    ).fetchone()
    text = zlib.decompress(packed).decode("utf-8", "surrogatepass")
    return Hit(number, name, title, outlet, published, uri, snippet(text, title, sought, width))
