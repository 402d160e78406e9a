"""Rows of a library gathered into groups, and those with a conflict or a doubtful date: each by one index."""

from __future__ import annotations

import json
from array import array
from typing import TYPE_CHECKING

from core.grouping import Grouping, Name, arranged
from core.grouping.keys import badness_of
from core.model import PlaceRole

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Sequence

    from core.grouping import Arrangement, Groups
    from core.library.filter import EventFilter

Years = tuple[tuple[int, int], ...]
"""The years with a row and the index of the first row of each."""


def grouped(
    sieve: EventFilter, shown: Sequence[int], years: Years, dated: int, arrangement: Arrangement
) -> Groups:
    """Return another order of some rows.

    Args:
        sieve: the library's.
        shown: `row.position` of each row that is shown, in order.
        years: those of these rows.
        dated: how many of them have a date.
        arrangement: how.
    """
    grouping = arrangement.grouping
    members: dict[str, Sequence[int]] = {}
    names: dict[str, Name] = {}
    with sieve.standing() as (db, places, positions):
        rows = _Rows(places, _indices(shown, positions))
        match grouping:
            case Grouping.ACTOR:
                members, names = _by_entity(db, rows, _WHO, _ACTORS)
            case Grouping.PLACE:
                members, names = _by_entity(db, rows, _WHERE, _PLACES)
            case Grouping.CATEGORY:
                members = rows.by_key(db.execute(_CATEGORIES))
                names = {key: Name(english=key) for key in members}
            case Grouping.ARTICLE:
                members = rows.by_key((str(number), event) for number, event in db.execute(_ARTICLES))
            case Grouping.YEAR:
                ends = [*(start for _, start in years[1:]), dated]
                members = {
                    str(year): range(start, end) for (year, start), end in zip(years, ends, strict=True)
                }
                names = {key: Name(key, key) for key in members}
            case Grouping.NONE:
                pass
    return arranged(arrangement, len(shown), dated, members, names)


def flagged(sieve: EventFilter, shown: Sequence[int]) -> tuple[Sequence[int], Sequence[int]]:
    """Return which of some rows have a conflict, and which a date that is uncertain, vague or unknown."""
    with sieve.standing() as (db, places, positions):
        rows = _Rows(places, _indices(shown, positions))
        return rows.of(db.execute(_CONFLICTS)), rows.of(_doubtful(db))


def _doubtful(db: sqlite3.Connection) -> Iterator[tuple[int]]:
    paths = {number: _edtf_path(shape) for number, shape in db.execute("SELECT id, shape FROM rules")}
    yield from db.execute(_DOUBTED)
    if len(set(paths.values())) == 1:
        yield from db.execute(_DOUBTFUL, (next(iter(paths.values())),))
    else:
        for number, path in paths.items():
            yield from db.execute(_DOUBTFUL_OF, (path, number))


def _edtf_path(shape: str) -> str:
    """Return where a record of a shape has the EDTF of its date (`core.library.codec`)."""
    fields = json.loads(shape)
    return f"$[{fields['Event'].index('date')}][{fields['EventDate'].index('edtf')}]"


def _indices(shown: Sequence[int], positions: Sequence[int]) -> Sequence[int]:
    """Return for each row of the timeline its index among those that are shown, or -1; then one more -1."""
    if isinstance(shown, range) and isinstance(positions, range) and len(shown) == len(positions):
        return [*shown, -1]
    index = {position: at for at, position in enumerate(shown)}
    return array("q", [*(index.get(position, -1) for position in positions), -1])


class _Rows:
    """The rows of events."""

    def __init__(self, places: Sequence[int], indices: Sequence[int]) -> None:
        self._places, self._indices = places, indices

    def of(self, events: Iterable[tuple[int]]) -> Sequence[int]:
        """Return the rows of some events, in order."""
        places, indices = self._places, self._indices
        return sorted({index for (event,) in events if (index := indices[places[event]]) >= 0})

    def by_key(self, keyed: Iterable[tuple[str, int]]) -> dict[str, Sequence[int]]:
        """Return the rows of events by a key, each once and in order."""
        places, indices = self._places, self._indices
        found: dict[str, list[int]] = {}
        for key, event in keyed:
            index = indices[places[event]]
            if index >= 0:
                held = found.get(key)
                if held is None:
                    found[key] = [index]
                else:
                    held.append(index)
        return {key: sorted(set(held)) for key, held in found.items()}


def _by_entity(
    db: sqlite3.Connection, rows: _Rows, entities: str, parts: str
) -> tuple[dict[str, Sequence[int]], dict[str, Name]]:
    """Gather rows by who or where: all names of one identity are one."""
    keys: dict[int, str] = {}
    names: dict[str, Name] = {}
    for number, key, arabic, english, text in db.execute(entities):
        keys[number] = key
        name = Name(arabic or "", english or "", badness_of(arabic, english, text))
        held = names.get(key)
        if held is None or (name.badness, name.arabic, name.english) < (
            held.badness,
            held.arabic,
            held.english,
        ):
            names[key] = name
    members = rows.by_key((keys[entity], event) for entity, event in db.execute(parts))
    return members, {key: names[key] for key in members}


_WHO = """
    SELECT id, coalesce(identity, text), name_ar, name_en, text FROM entity
    WHERE id IN (SELECT DISTINCT entity FROM actor)
"""
_ACTORS = "SELECT entity, event FROM actor"
_WHERE = f"""
    SELECT id, coalesce(identity, name_en, text), name_ar, name_en, text FROM entity
    WHERE id IN (SELECT DISTINCT entity FROM place WHERE role <> '{PlaceRole.TOPIC.value}')
"""
_PLACES = f"SELECT entity, event FROM place WHERE role <> '{PlaceRole.TOPIC.value}'"
_CATEGORIES = "SELECT category, id FROM event WHERE category IS NOT NULL"
_ARTICLES = "SELECT document, id FROM event ORDER BY document"
_CONFLICTS = "SELECT event FROM conflict"
# EDTF bears its marks at its end. What begins nowhere has no date.
_DOUBTFUL = """
    SELECT e.id FROM row r JOIN event e ON e.id = r.event
    WHERE coalesce(e.first, e.last) IS NULL
       OR (e.own IS NULL AND json_extract(e.record, ?) GLOB '*[?~%]*' AND e.id NOT IN (
            SELECT o.id FROM judgement j CROSS JOIN document d ON d.key = j.document
            CROSS JOIN event o ON o.document = d.id AND o.key = j.event
            WHERE json_extract(j.edit, '$.date') IS NOT NULL
       ))
"""
# The same of dates that a person gave.
_DOUBTED = """
    SELECT e.id FROM judgement j CROSS JOIN document d ON d.key = j.document
    CROSS JOIN event e ON e.document = d.id AND e.key = j.event
    WHERE coalesce(json_extract(j.edit, '$.date.edtf'),
                   CASE WHEN j.own THEN json_extract(j.told, '$.event.date.edtf') END) GLOB '*[?~%]*'
"""
# The same where the library holds records of several shapes: by the rules of their articles.
_DOUBTFUL_OF = f"""
    SELECT q.id FROM ({_DOUBTFUL}) q JOIN event e ON e.id = q.id JOIN document d ON d.id = e.document
    WHERE d.rules = ?
"""
