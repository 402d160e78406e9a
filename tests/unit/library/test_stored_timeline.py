"""A library and memory are the same chronology."""

from __future__ import annotations

import asyncio
import datetime as dt
import sqlite3
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.library import Library
from core.library.paging import PAGE, Paged
from core.library.timeline import StoredTimeline
from core.query import parse
from core.timeline import Chronology, build_timeline
from tests.unit.library.small import analyses

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from core.model import Analysis

TODAY = dt.date(2022, 8, 8)
COPIES = 6


def many() -> list[Analysis]:
    """Return more than a page of rows: articles told again in other years, so that none is another's."""
    found: list[Analysis] = []
    for copy in range(COPIES):
        for analysis in analyses():
            name = f"{copy}-{analysis.document.id}"
            text = f"{analysis.document.text}\n{name}"
            document = replace(analysis.document, id=name, text=text)
            events = tuple(
                replace(
                    event,
                    id=f"{copy}-{event.id}",
                    doc=replace(event.doc, id=name),
                    same_as=tuple(f"{copy}-{other}" for other in event.same_as),
                    conflicts=(),
                    date=replace(
                        event.date,
                        start=event.date.start and event.date.start - dt.timedelta(days=1000 * copy),
                        end=event.date.end and event.date.end - dt.timedelta(days=1000 * copy),
                    ),
                )
                for event in analysis.events
            )
            found.append(replace(analysis, document=document, events=events))
    return found


@pytest.fixture(scope="module")
def told() -> list[Analysis]:
    return many()


@pytest.fixture(scope="module")
def memory(told: list[Analysis]) -> Chronology:
    return build_timeline(told)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory, told: list[Analysis]) -> Iterator[Library]:
    with Library.open(tmp_path_factory.mktemp("timeline") / "library.sqlite", create=True) as library:
        library.add(told)
        yield library


@pytest.fixture(scope="module")
def stored(library: Library) -> Iterator[StoredTimeline]:
    timeline = StoredTimeline(library)
    yield timeline
    timeline.close()


def assert_same(stored: Chronology, memory: Chronology) -> None:
    """Articles are numbered from 1 in a library, from 0 in memory."""
    ids = [row.event.id for row in memory.rows]
    assert [row.event.id for row in stored.rows] == ids
    assert [row.document - 1 for row in stored.rows] == [row.document for row in memory.rows]
    assert [row.outlets for row in stored.rows] == [row.outlets for row in memory.rows]
    assert [row.event.date for row in stored.rows] == [row.event.date for row in memory.rows]
    assert stored.span == memory.span
    assert (stored.dated, stored.opening) == (memory.dated, memory.opening)
    for row in memory.rows:
        for day in filter(None, (row.event.date.start, row.event.date.end)):
            for near in (day - dt.timedelta(1), day, day + dt.timedelta(1), day.replace(month=1, day=1)):
                assert stored.index_at(near) == memory.index_at(near)
    for width in (1, 2, 7, 40, 200):
        assert stored.bins(width) == memory.bins(width)
    assert [stored.index_of(name) for name in (*ids, "none")] == [*range(len(ids)), None]
    for number in range(len(memory.articles)):
        assert list(stored.rows_of(number + 1)) == list(memory.rows_of(number))
        for paragraph in range(4):
            assert list(stored.rows_of(number + 1, paragraph)) == list(memory.rows_of(number, paragraph))
        for step in (-1, 1):
            beside = memory.beside(number, step)
            assert stored.beside(number + 1, step) == (None if beside is None else beside + 1)
        assert stored.document(number + 1) == memory.document(number)
        assert stored.place_of(number + 1) == memory.place_of(number)
    assert [replace(article, number=article.number - 1) for article in stored.articles] == list(
        memory.articles
    )


def test_they_agree(stored: StoredTimeline, memory: Chronology) -> None:
    assert len(stored.rows) > PAGE, "more than a page"
    assert_same(stored, memory)


@pytest.mark.parametrize("query", ["الدوحة", "until:2015", "actor:مصر -place:غزة", "قطار", "since:2000"])
async def test_what_a_query_leaves_is_the_same(
    stored: StoredTimeline, memory: Chronology, query: str
) -> None:
    wanted = parse(query, TODAY)
    assert_same(await stored.narrowed(wanted), await memory.narrowed(wanted))


async def test_of_many_rows_the_article_beside_is_the_same(
    stored: StoredTimeline, memory: Chronology, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.library.timeline._FEW", 0)
    wanted = parse("الدوحة", TODAY)
    assert_same(await stored.narrowed(wanted), await memory.narrowed(wanted))


async def searched(timeline: Chronology, sought: str) -> list[int]:
    return [index async for batch in timeline.search(sought) for index in batch]


@pytest.mark.parametrize("sought", ["الدوحه", "حماس", "مصر", "قطار", ""])
async def test_words_are_found_in_the_same_rows(
    stored: StoredTimeline, memory: Chronology, sought: str
) -> None:
    found = await searched(stored, sought)
    assert bool(found) == bool(await searched(memory, sought))
    assert found == sorted(set(found))
    narrowed = await stored.narrowed(parse("place:الدوحة", TODAY))
    within = await searched(narrowed, sought)
    assert {narrowed.rows[index].event.id for index in within} == {
        stored.rows[index].event.id for index in found
    } & {row.event.id for row in narrowed.rows}


async def test_who_no_longer_waits_for_a_search_stops_it(stored: StoredTimeline) -> None:
    search = asyncio.ensure_future(searched(stored, "مصر"))
    await asyncio.sleep(0)
    search.cancel()
    with pytest.raises(asyncio.CancelledError):
        await search
    assert await searched(stored, "مصر"), "and the next one is done"


def test_what_another_process_adds_is_noticed(tmp_path: Path, told: list[Analysis]) -> None:
    path = tmp_path / "library.sqlite"
    with Library.open(path, create=True) as writer:
        writer.add(told[:3])
        with Library.open(path, read_only=True) as reader:
            timeline = StoredTimeline(reader)
            before = len(timeline.rows)
            assert not timeline.is_stale()
            writer.add(told[3:8])
            assert timeline.is_stale()
            assert list(timeline.rows), "what is there can still be read"
            anew = timeline.anew()
            assert not anew.is_stale()
            assert len(anew.rows) > before
            assert len(anew.articles) == 8


def test_what_is_taken_away_meanwhile_is_no_fault(tmp_path: Path, told: list[Analysis]) -> None:
    path = tmp_path / "library.sqlite"
    with Library.open(path, create=True) as writer:
        writer.add(told[:8])
        with Library.open(path, read_only=True) as reader:
            timeline = StoredTimeline(reader)
            with sqlite3.connect(path) as other:
                other.execute("DELETE FROM row WHERE position > 1")
                other.execute("DELETE FROM document WHERE id = 2")
            other.close()
            assert timeline.rows[5].event.date.edtf is None
            assert timeline.document(2).paragraphs == ()
            assert timeline.articles[1].events == 0
            assert len(timeline.anew().articles) == 7, "numbers may have gaps"
            assert timeline.anew().place_of(3) == 1


@pytest.mark.parametrize("query", [None, "until:2018"])
async def test_what_lasts_is_the_same(stored: StoredTimeline, memory: Chronology, query: str | None) -> None:
    wanted = parse(query, TODAY) if query else None
    here = await stored.narrowed(wanted) if wanted else stored
    there = await memory.narrowed(wanted) if wanted else memory
    days = [(dt.date(2001, 1, 1), dt.date(2023, 12, 31), 2), (dt.date(2021, 5, 1), dt.date(2021, 6, 30), 20)]
    for first, last, least in days:
        found = await there.spans(first, last, least)
        assert await here.spans(first, last, least) == found
    assert query or list(await there.spans(dt.date(1990, 1, 1), dt.date(2023, 12, 31), 2))


async def test_of_much_mediation_what_is_near_is_read(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.library.spans._MOST", 1)
    timeline = StoredTimeline(library)
    day = dt.date(2021, 5, 20)
    assert not [one for one in await timeline.spans(day, day, 2) if one.of], "how many rounds is not known"
    timeline.close()


@settings(deadline=None, max_examples=40)
@given(st.integers(0, 5 * PAGE), st.lists(st.integers(-6 * PAGE, 6 * PAGE), max_size=40))
def test_a_paged_sequence_is_a_sequence(length: int, asked: list[int]) -> None:
    fetched: list[range] = []

    def fetch(indices: range) -> Sequence[int]:
        fetched.append(indices)
        return list(indices)

    paged = Paged(length, fetch)
    assert len(paged) == length
    for index in asked:
        if -length <= index < length:
            assert paged[index] == range(length)[index]
        else:
            with pytest.raises(IndexError):
                paged[index]
    assert all(len(indices) <= PAGE for indices in fetched)
    assert len(fetched) == len({indices.start for indices in fetched}), "a page comes once"
    assert paged[1:4] == list(range(length)[1:4])
