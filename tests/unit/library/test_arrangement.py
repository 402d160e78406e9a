"""Rows in groups and in other orders: a library and memory have the same, and nobody is lost."""

from __future__ import annotations

import asyncio
import datetime as dt
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.arrangement import Arranged, arrange, names_of
from core.grouping import Arrangement, Grouping, Name, arranged
from core.grouping.keys import actor_key
from core.judgement.dating import given_date
from core.judgement.saying import Edit
from core.library import Library
from core.library.timeline import StoredTimeline
from core.query import parse
from core.timeline import Timeline, build_timeline
from tests.unit.library.saying import say
from tests.unit.library.test_stored_timeline import many

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from core.timeline import Chronology

GROUPINGS = [grouping for grouping in Grouping if grouping is not Grouping.NONE]
TODAY = dt.date(2022, 8, 8)


@pytest.fixture(scope="module")
def memory() -> Timeline:
    told = many()
    # One whose date is not known, for it belongs at the end of each group.
    first = told[0].events[0]
    undated = replace(first, date=replace(first.date, edtf=None, start=None, end=None))
    return build_timeline([replace(told[0], events=(undated, *told[0].events[1:])), *told[1:]])


@pytest.fixture(scope="module")
def stored(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StoredTimeline]:
    told = many()
    first = told[0].events[0]
    undated = replace(first, date=replace(first.date, edtf=None, start=None, end=None))
    with Library.open(tmp_path_factory.mktemp("groups") / "library.sqlite", create=True) as library:
        library.add([replace(told[0], events=(undated, *told[0].events[1:])), *told[1:]])
        timeline = StoredTimeline(library)
        yield timeline
        timeline.close()


async def order(timeline: Chronology, arrangement: Arrangement) -> list[object]:
    """Return all that is seen of an arrangement; articles are numbered from 1 in a library."""
    found = await arrange(timeline, arrangement)
    return [
        [row.event.id for row in found.rows],
        [(names_of(group, found.rows[group.start]), group.start, group.count) for group in found.groups],
    ]


@pytest.mark.parametrize("grouping", list(Grouping))
@pytest.mark.parametrize("newest", [False, True])
@pytest.mark.parametrize("by_name", [False, True])
async def test_a_library_and_memory_have_the_same_groups(
    stored: StoredTimeline, memory: Timeline, grouping: Grouping, *, newest: bool, by_name: bool
) -> None:
    arrangement = Arrangement(grouping, newest, by_name)
    assert await order(stored, arrangement) == await order(memory, arrangement)
    query = parse("until:2015 or place:غزة", TODAY)
    narrowed = await stored.narrowed(query), await memory.narrowed(query)
    assert 0 < len(narrowed[0].rows) < len(stored.rows)
    assert await order(narrowed[0], arrangement) == await order(narrowed[1], arrangement)


@pytest.mark.parametrize("grouping", GROUPINGS)
async def test_groups_are_ordered_by_how_many_they_are(memory: Timeline, grouping: Grouping) -> None:
    found = await arrange(memory, Arrangement(grouping))
    named = [group for group in found.groups if group.key]
    assert all(one.count >= other.count for one, other in pairwise(named))
    assert all(other.start == one.start + one.count for one, other in pairwise(found.groups))
    assert {row.event.id for row in found.rows} == {row.event.id for row in memory.rows}
    assert all(group.key for group in found.groups[:-1]), "those that belong nowhere stand last"


async def test_an_event_stands_in_the_group_of_each_of_its_actors(memory: Timeline) -> None:
    found = await arrange(memory, Arrangement(Grouping.ACTOR))
    for group in found.groups:
        for index in range(group.start, group.start + group.count):
            actors = found.rows[index].event.actors
            assert group.key in {actor_key(actor) for actor in actors} or not (group.key or actors)
    event = next(row.event for row in memory.rows if len({actor.id for actor in row.event.actors}) > 1)
    times = sum(row.event.id == event.id for row in found.rows)
    assert times == len({actor.id or actor.text for actor in event.actors})


async def test_the_newest_stand_first_and_what_has_no_date_last(memory: Timeline) -> None:
    found = await arrange(memory, Arrangement(newest=True))
    days = [row.event.date.start or row.event.date.end for row in found.rows]
    assert days[-1] is None
    dated = [day for day in days if day is not None]
    assert dated == sorted(dated, reverse=True)
    assert await arrange(memory, Arrangement()) is memory


@pytest.mark.parametrize("grouping", [Grouping.NONE, Grouping.ACTOR, Grouping.ARTICLE])
async def test_all_that_is_asked_of_rows_is_answered_in_the_new_order(
    stored: StoredTimeline, grouping: Grouping
) -> None:
    found = await arrange(stored, Arrangement(grouping, newest=True))
    assert isinstance(found, Arranged)
    ids = [row.event.id for row in found.rows]
    for index, row in enumerate(stored.rows):
        name = row.event.id
        assert found.index_of(name) == ids.index(name)
        assert ids[found.near(index, 7)] == name
        nearest = min(abs(at - 7) for at, other in enumerate(ids) if other == name)
        assert abs(found.near(index, 7) - 7) == nearest
    assert found.index_of("none") is None
    told = [row.document for row in found.rows]
    assert list(found.rows_of(2)) == [at for at, number in enumerate(told) if number == 2]
    assert [ids[at] for at in found.told_in(2)] == [stored.rows[at].event.id for at in stored.told_in(2)]
    hits = [at for some in [batch async for batch in found.search("الدوحة")] for at in some]
    expected = {
        stored.rows[at].event.id for some in [b async for b in stored.search("الدوحة")] for at in some
    }
    assert hits == [at for at, name in enumerate(ids) if name in expected]
    narrowed = await found.narrowed(parse("place:الدوحة", TODAY))
    assert 0 < len(narrowed.rows) < len(ids)
    assert bool(narrowed.groups) == bool(found.groups)
    assert (found.span, found.bins(9), found.dated) == (stored.span, stored.bins(9), stored.dated)


async def test_conflicts_and_doubtful_dates_are_found(stored: StoredTimeline, memory: Timeline) -> None:
    library = stored._library
    event, other = library.connection.execute("SELECT event FROM row ORDER BY position LIMIT 2").fetchall()
    library.connection.execute("INSERT INTO conflict VALUES (?, ?, 'date', '')", (*event, *other))
    conflicts, doubtful = await stored.flagged()
    assert conflicts == [0]
    assert list(doubtful) == list((await memory.flagged())[1])
    assert len(stored.rows) - 1 in doubtful, "what has no date"
    assert len(doubtful) > 1
    found = await arrange(stored, Arrangement(newest=True))
    conflicts, _ = await found.flagged()
    assert [found.rows[at].event.id for at in conflicts] == [stored.rows[0].event.id]


@settings(deadline=None, max_examples=60)
@given(
    st.integers(0, 12),
    st.dictionaries(st.text("abc", min_size=1, max_size=2), st.sets(st.integers(0, 11), min_size=1)),
    st.integers(0, 12),
    st.booleans(),
    st.booleans(),
)
def test_nobody_is_lost_and_everybody_is_found(
    count: int, members: dict[str, set[int]], dated: int, newest: bool, by_name: bool
) -> None:
    held = {key: sorted(rows & set(range(count))) for key, rows in members.items()}
    held = {key: rows for key, rows in held.items() if rows}
    names = {key: Name(english=key) for key in held}
    arrangement = Arrangement(Grouping.ACTOR, newest, by_name)
    groups = arranged(arrangement, count, min(dated, count), held, names)
    assert set(groups.positions) == set(range(count))
    assert sum(group.count for group in groups.groups) == len(groups.positions)
    for position in range(count):
        rows = [groups.first[position]]
        while groups.following[rows[-1]] >= 0:
            rows.append(groups.following[rows[-1]])
        assert rows == [row for row, held in enumerate(groups.positions) if held == position]


def test_a_date_that_a_person_corrects_is_in_doubt_no_more(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library.sqlite", create=True) as library:
        library.add(many()[:4])
        timeline = StoredTimeline(library)
        _, doubtful = asyncio.run(timeline.flagged())
        event = timeline.rows[doubtful[0]].event
        timeline.close()
        (number,) = library.connection.execute("SELECT id FROM event WHERE key = ?", (event.id,)).fetchone()
        say(library, number, edit=Edit(date=given_date("2021-05-03", TODAY)))
        timeline = StoredTimeline(library)
        _, now = asyncio.run(timeline.flagged())
        assert len(now) == len(doubtful) - 1
        assert timeline.index_of(event.id) not in now
        timeline.close()
