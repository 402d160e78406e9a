"""A library in figures."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from core.library.judging import SaidFigures, said_figures
from core.model import Role

if TYPE_CHECKING:
    from core.library.store import Library

MOST = 10
"""So many actors and mediators are named."""
_MOST_UNREAD = 100


@dataclass(frozen=True, slots=True)
class Count:
    """How often there is something."""

    name: str
    count: int
    name_en: str | None = None
    """The name in English, where there is another."""


@dataclass(frozen=True, slots=True)
class Unread:
    """Something that could not be read or analysed, and why."""

    path: str
    problem: str


@dataclass(frozen=True, slots=True)
class Figures:
    """A library in figures; lists begin with the most frequent."""

    path: str
    bytes: int
    version: int
    """`PRAGMA user_version`."""
    files: int
    articles: int
    characters: int
    """Code points of all articles."""
    published: tuple[str, str] | None
    """The first and the last day of publication (ISO)."""
    outlets: tuple[Count, ...]
    events: int
    """All that was found; also statements, states, and further tellings of one happening."""
    shown: int
    """Those that have a row on the timeline."""
    days: tuple[str, str] | None
    """The first and the last day of these (ISO)."""
    contradicted: int
    """Events that another telling disagrees with."""
    said: SaidFigures
    """What the person has said of them."""
    categories: tuple[Count, ...]
    """PLOVER categories of the rows; what has none is not among them."""
    actors: tuple[Count, ...]
    """Who takes part in most rows."""
    mediators: tuple[Count, ...]
    """Who mediates in most rows."""
    unread: tuple[Unread, ...]
    """Files and articles that could not be read or analysed, a hundred at most."""
    unread_count: int
    rules: tuple[Count, ...]
    """The versions of the rules, and how many articles each analysed."""


def figures(library: Library) -> Figures:
    """Count what there is in a library; of hundreds of thousands of events in about a second."""
    db = library.connection
    ((version,),) = db.execute("PRAGMA user_version")
    ((articles, characters),) = db.execute("SELECT count(*), coalesce(sum(length), 0) FROM document")
    ((first, last, shown),) = db.execute(_DAYS)
    ((unread_count,),) = db.execute(f"SELECT count(*) FROM ({_UNREAD})")
    ((contradicted,),) = db.execute("SELECT count(DISTINCT event) FROM conflict")
    ((earliest, latest),) = db.execute("SELECT min(published), max(published) FROM document")
    return Figures(
        path=str(library.path),
        bytes=_size(library.path),
        version=version,
        files=library.count("source"),
        articles=articles,
        characters=characters,
        published=(earliest, latest) if earliest else None,
        outlets=_counts(library, _OUTLETS),
        events=library.count("event"),
        shown=shown,
        days=(_day(first), _day(last)) if first is not None else None,
        contradicted=contradicted,
        said=said_figures(db),
        categories=_counts(library, _CATEGORIES),
        actors=_counts(library, _ACTORS, "%"),
        mediators=_counts(library, _ACTORS, Role.MEDIATOR.value),
        unread=tuple(Unread(*row) for row in db.execute(f"{_UNREAD} LIMIT {_MOST_UNREAD}")),
        unread_count=unread_count,
        rules=_counts(library, _RULES),
    )


def _counts(library: Library, statement: str, *values: str) -> tuple[Count, ...]:
    return tuple(Count(*row) for row in library.connection.execute(statement, values))


def _day(ordinal: int) -> str:
    return dt.date.fromordinal(ordinal).isoformat()


def _size(path: Path) -> int:
    """Return the bytes of the file, with what is not yet taken into it."""
    return sum(part.stat().st_size for part in (path, Path(f"{path}-wal")) if part.exists())


_OUTLETS = """
    SELECT outlet, count(*) AS n FROM document WHERE outlet IS NOT NULL
    GROUP BY outlet ORDER BY n DESC, outlet
"""
_DAYS = """
    SELECT min(coalesce(e.first, e.last)), max(coalesce(e.last, e.first)), count(*)
    FROM row r JOIN event e ON e.id = r.event WHERE e.status <> 'hidden'
"""
_CATEGORIES = """
    SELECT e.category, count(*) AS n FROM row r JOIN event e ON e.id = r.event
    WHERE e.category IS NOT NULL AND e.status <> 'hidden' GROUP BY e.category ORDER BY n DESC, e.category
"""
# Of the names of one identity the shortest stands for all, for the longer ones say the office too; one of the
# lexicon before an adjective of the text («الروسي»). The other columns are those of the row with the minimum,
# as SQLite has it.
_ACTORS = f"""
    SELECT name, n, name_en FROM (
        SELECT coalesce(t.identity, t.text) AS who, coalesce(t.name_ar, t.text) AS name, t.name_en,
               sum(p.n) AS n,
               min(1000 * length(coalesce(t.name_en, '')) + 500 * (t.name_ar IS NULL)
                   + length(coalesce(t.name_ar, t.text)))
        FROM (
            SELECT a.entity, count(*) AS n FROM actor a JOIN row r ON r.event = a.event
            WHERE a.role LIKE ? AND a.event NOT IN (
                SELECT id FROM event WHERE status = 'hidden' AND status <> 'auto'
            ) GROUP BY a.entity
        ) p JOIN entity t ON t.id = p.entity GROUP BY who
    ) ORDER BY n DESC, who LIMIT {MOST}
"""
_UNREAD = """
    SELECT path, problem FROM source WHERE problem IS NOT NULL
    UNION ALL
    SELECT f.path, s.problem FROM source_document s JOIN source f ON f.id = s.source
    WHERE s.problem IS NOT NULL AND s.was = 0
    UNION ALL
    SELECT coalesce(d.uri, d.name), d.problem FROM document d WHERE d.problem IS NOT NULL
"""
_RULES = """
    SELECT r.version, count(*) AS n FROM document d JOIN rules r ON r.id = d.rules
    GROUP BY r.id ORDER BY n DESC, r.id DESC
"""
