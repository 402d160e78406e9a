"""A query holds of the same events in a library and in memory."""

import datetime as dt
from collections.abc import Iterator

import pytest
from hypothesis import given, settings

from core.library import Library
from core.library.filter import EventFilter
from core.query import parse
from tests.unit.library.small import analyses, small_library
from tests.unit.query.strategies import QUERIES

TODAY = dt.date(2022, 8, 8)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with small_library(tmp_path_factory.mktemp("filter") / "library.sqlite", analyses()) as library:
        yield library


@pytest.fixture(scope="module")
def events(library: Library) -> EventFilter:
    return EventFilter(library.connection)


def in_memory(library: Library, text: str) -> list[int]:
    """Return what holds in memory of the events that the timeline shows."""
    query = parse(text, TODAY)
    shown = [number for (number,) in library.connection.execute("SELECT event FROM row ORDER BY position")]
    return [
        stored.number
        for stored in library.events(shown)
        if query.matches(
            stored.event,
            library.document(stored.document),
        )
    ]


@settings(deadline=None, max_examples=200)
@given(QUERIES)
def test_the_library_and_memory_agree(library: Library, events: EventFilter, text: str) -> None:
    assert list(events.events(parse(text, TODAY))) == in_memory(library, text)


@pytest.mark.parametrize(
    ("text", "at_least"),
    [
        ("", 8),
        ("وسيط", 1),
        ("«وقف إطلاق النار»", 1),
        ("«وقف لإطلاق ال*»", 1),
        ("أبريل", 1),
        ("الأقص*", 1),
        ("egypt", 2),
        ("actor:مصر", 1),
        ("mediator:مصر", 1),
        ("place:غزة", 2),
        ("place:doha", 1),
        ("type:consult", 2),
        ("quad:conflict", 1),
        ("cameo:0", 2),
        ("issue:ceasefire", 1),
        ("outlet:«صدى البلد»", 3),
        ("since:2022", 1),
        ("until:2017", 2),
        ("on:2021-05-20", 1),
        ("on:2014-06", 1),
        ("since:2014-06 until:2017", 2),
        ("marked", 1),
        ("noted", 1),
        ("conflict", 1),
        ("role:mediator", 1),
    ],
)
def test_each_kind_of_term_finds_something_and_agrees(
    library: Library, events: EventFilter, text: str, at_least: int
) -> None:
    found = list(events.events(parse(text, TODAY)))
    assert len(found) >= at_least
    assert found == in_memory(library, text)


def test_positions_are_those_of_the_timeline(library: Library, events: EventFilter) -> None:
    query = parse("actor:حماس", TODAY)
    rows = dict(library.connection.execute("SELECT position, event FROM row"))
    positions = events.positions(query)
    assert list(positions) == sorted(positions)
    assert [rows[position] for position in positions] == list(events.events(query))
    assert len(events.positions(parse("", TODAY))) == library.count("row")


def test_articles_with_such_an_event(library: Library, events: EventFilter) -> None:
    found = events.documents(parse("actor:«عباس كامل»", TODAY))
    assert [library.document(number).id for number in found] == ["1"]


def test_what_somebody_else_writes_is_seen(tmp_path_factory: pytest.TempPathFactory) -> None:
    told = analyses()
    path = tmp_path_factory.mktemp("grows") / "library.sqlite"
    query = parse("actor:حماس", TODAY)
    with small_library(path, told[:1]) as library, Library.open(path, read_only=True) as reader:
        reading, writing = EventFilter(reader.connection), EventFilter(library.connection)
        before = len(reading.positions(query))
        assert len(writing.positions(query)) == before
        library.add(told[1:])
        assert len(reading.positions(query)) > before
        assert reading.positions(query) == writing.positions(query)


def test_an_empty_library_has_nothing(tmp_path_factory: pytest.TempPathFactory) -> None:
    with Library.open(tmp_path_factory.mktemp("empty") / "library.sqlite", create=True) as library:
        for text in ("", "وسيط", "-وسيط", "actor:مصر", "since:2021", "marked"):
            assert not EventFilter(library.connection).positions(parse(text, TODAY))
