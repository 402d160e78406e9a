"""One happening told by several articles of a library: found by windows of days, in flat memory.

`core.coreference.merge` compares all events that it is given, which a large library cannot hold at one
time. Here it is given those of one window, with those that reach into it or lie a day off (so far apart it
looks for one happening); what takes longer than a week is compared with what begins in the same year, for of
such it asks for the very same days. Within a window the result is that of `merge`. Across windows links join
up: if this week's telling stands for last week's, and next week's for this one's, next week's stands for all.
What `merge` would find beyond a day, one death dated weeks apart, is not found.

Only windows with other tellings than before are compared again, and those next to them. A window is written
with its mark taken off in one transaction, so that a kill loses nothing.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from core.library.codec import encode_event
from core.library.codec import shape as own_shape
from core.library.comparing import Job, Told, compare_windows
from core.library.store import Library
from core.library.windows import WEEK, Window, window

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator

    from core.library.comparing import Compared
    from core.library.engine import Engine

_TELLINGS = 1500
"""Tellings that a job has, about; a window is never cut."""


def compare(library: Library, engine: Engine, told: Callable[[], None] = lambda: None) -> None:
    """Compare the tellings of all windows that wait for it, and settle what stands for what.

    Args:
        library: open for writing.
        engine: where the comparing is done.
        told: called after each part of the work.
    """
    db = library.connection
    with library.transaction():
        db.execute("UPDATE pending SET touched = 1 WHERE touched > 1")
        db.execute(_NEIGHBOURS, {"week": WEEK})
    waiting = [Window(*row) for row in db.execute("SELECT span, number FROM pending ORDER BY span, number")]
    if not waiting:
        return
    for job, answer in engine.run(compare_windows, _jobs(db, waiting)):
        if isinstance(answer, BaseException):
            raise answer
        with library.transaction():
            for (_, tellings), found in zip(job.windows, answer, strict=True):
                _put(db, found, {one.event for one in tellings})
        told()
    with library.transaction():
        _settle(db)


def _jobs(db: sqlite3.Connection, waiting: list[Window]) -> Iterator[Job]:
    shapes: dict[str, int] = {}
    library = Library(db, Path())
    gathered: list[tuple[Window, tuple[Told, ...]]] = []
    size = 0
    for here in waiting:
        tellings = []
        rows = db.execute(_LOADED[here.span == WEEK], _days(here)).fetchall()
        for event, document, within, record, shape, judged in rows:
            if judged:  # It is compared as the person wants it.
                stored = library.events([event])
                if not stored:
                    continue
                record, shape = encode_event(stored[0].event), own_shape()
            number = shapes.setdefault(shape, len(shapes))
            tellings.append(Told(event, document, within, number, record))
        gathered.append((here, tuple(tellings)))
        size += len(tellings)
        if size >= _TELLINGS:
            yield Job(tuple(gathered), tuple(shapes))
            gathered, size = [], 0
    if gathered:
        yield Job(tuple(gathered), tuple(shapes))


def _days(here: Window) -> dict[str, int]:
    return {"first": here.first, "last": here.last}


def _put(db: sqlite3.Connection, found: Compared, loaded: set[int]) -> None:
    """Write what was found in a window in place of what was found in it before."""
    here = found.window
    db.execute("DELETE FROM link WHERE span = ? AND number = ?", here)
    db.executemany(_LINK, [(*here, *link) for link in found.links])
    own = {
        event
        for event, first, last in db.execute(_LOADED_DAYS[here.span == WEEK], _days(here))
        if event in loaded and window(first, last) == here
    }
    db.executemany(_SETTLED, [(event,) for event in own])
    db.executemany(
        "INSERT OR IGNORE INTO conflict (event, other, field, detail) VALUES (?, ?, ?, ?)",
        [one for one in found.disagreements if one.event in own],
    )
    # What a person has said of it meanwhile is for the next run.
    db.execute("DELETE FROM pending WHERE span = ? AND number = ? AND touched < 2", here)


def _settle(db: sqlite3.Connection) -> None:
    """Follow the links to the telling that stands for each happening, and count who tells of it."""
    leaders: dict[int, int] = dict(db.execute("SELECT id, within FROM event WHERE within IS NOT NULL"))
    # The link of its own window counts more than one of a window into which it only reaches, this more than
    # that of its article; all lead to tellings that say more, so that there is no circle.
    own: dict[int, int] = {}
    for span, number, event, leader, first, last in db.execute(_LINKS):
        if window(first, last) == (span, number):
            own[event] = leader
        leaders[event] = leader
    leaders.update(own)
    roots = {event: _root(event, leaders) for event in leaders}
    before = dict(db.execute("SELECT id, same_as FROM event WHERE same_as IS NOT NULL"))
    db.executemany(
        "UPDATE event SET same_as = ? WHERE id = ?",
        [(None, event) for event in before if event not in roots]
        + [(root, event) for event, root in roots.items() if before.get(event) != root],
    )
    _count_outlets(db, roots)


def _root(event: int, leaders: dict[int, int]) -> int:
    seen = set()
    while event in leaders and event not in seen:
        seen.add(event)
        event = leaders[event]
    return event


def _count_outlets(db: sqlite3.Connection, roots: dict[int, int]) -> None:
    """Count the outlets of each happening told more than once, as `core.coreference.corroboration`."""
    tellings: defaultdict[int, list[int]] = defaultdict(list)
    for event, root in roots.items():
        tellings[root].append(event)
    counts: dict[int, int] = {}
    for root, others in tellings.items():
        told = [root, *others]
        outlets = {db.execute(_OUTLET, (event,)).fetchone() for event in told}
        counts.update(dict.fromkeys(told, len(outlets)))
    before = dict(db.execute("SELECT id, outlets FROM event WHERE outlets > 1"))
    db.executemany(
        "UPDATE event SET outlets = ? WHERE id = ?",
        [(1, event) for event in before if event not in counts]
        + [(count, event) for event, count in counts.items() if before.get(event, 1) != count],
    )


_NEIGHBOURS = """
    INSERT OR IGNORE INTO pending (span, number, touched)
    SELECT span, number - 1, 0 FROM pending WHERE touched AND span = :week
    UNION SELECT span, number + 1, 0 FROM pending WHERE touched AND span = :week
"""
_SETTLED = """
    DELETE FROM conflict WHERE event = ?1 AND
    (SELECT document FROM event WHERE id = other) <> (SELECT document FROM event WHERE id = ?1)
"""
_BEGIN, _END = "coalesce(e.first, e.last)", "coalesce(e.last, e.first)"
_SHOWN = "e.kind = 'event' AND e.status <> 'hidden'"
_WITHIN = {
    # A week, and what reaches into it or lies a day off; a happening of a week takes seven days at most.
    True: f"""{_BEGIN} BETWEEN :first - 8 AND :last + 1 AND {_END} >= :first - 1 AND {_END} - {_BEGIN} < 7""",
    False: f"{_BEGIN} BETWEEN :first AND :last AND {_END} - {_BEGIN} >= 7",
}
_LOADED = {
    short: f"""
        SELECT e.id, e.document, e.within, e.record, r.shape, coalesce(e.own, j.id) IS NOT NULL
        FROM event e JOIN document d ON d.id = e.document LEFT JOIN rules r ON r.id = d.rules
        LEFT JOIN judgement j ON j.document = d.key AND j.event = e.key
        WHERE {_SHOWN} AND {within} ORDER BY e.document, e.ordinal
    """
    for short, within in _WITHIN.items()
}
_LOADED_DAYS = {
    short: f"SELECT e.id, e.first, e.last FROM event e WHERE {_SHOWN} AND {within}"
    for short, within in _WITHIN.items()
}
# What a person has hidden or taken out meanwhile stands for nothing.
_LINK = """
    INSERT INTO link SELECT ?1, ?2, e.id, o.id FROM event e JOIN event o
    WHERE e.id = ?3 AND o.id = ?4 AND e.status <> 'hidden' AND o.status <> 'hidden'
"""
_LINKS = """
    SELECT l.span, l.number, l.event, l.leader, e.first, e.last
    FROM link l JOIN event e ON e.id = l.event JOIN event o ON o.id = l.leader
    WHERE e.status <> 'hidden' AND o.status <> 'hidden' ORDER BY l.span, l.number, l.event
"""
_OUTLET = """
    SELECT coalesce(d.outlet, 'article ' || d.name || ' ' || coalesce(d.uri, 'None'))
    FROM event e JOIN document d ON d.id = e.document WHERE e.id = ?
"""
