"""The order of events and the histogram over the years."""

import datetime as dt
from collections import Counter
from dataclasses import replace
from itertools import pairwise

from core.axis.years import Bin, bins_of
from core.model import (
    Actor,
    Analysis,
    Basis,
    Document,
    DocumentRef,
    Event,
    EventDate,
    EventKind,
    Plover,
    Quad,
    Role,
    Span,
    Status,
)
from core.timeline import build_timeline


def event(name: str, start: str | None, end: str | None = None, paragraph: int = 0) -> Event:
    first = dt.date.fromisoformat(start) if start else None
    last = dt.date.fromisoformat(end) if end else first
    return Event(
        id=name,
        doc=DocumentRef("x"),
        date=EventDate(start, first, last, Basis.EXPLICIT, "said so"),
        paragraph=paragraph,
        sentence=Span(0, 0),
        text="",
        category=None,
        trigger=None,
    )


def order(*events: Event) -> list[str]:
    return [row.event.id for row in build_timeline([Analysis(Document("x", "", ()), (), events)]).rows]


def test_events_stand_in_the_order_of_time_not_of_telling() -> None:
    assert order(event("b", "2020-12-09"), event("a", "2020-09-10"), event("c", "2021-01-17")) == [
        "a",
        "b",
        "c",
    ]


def test_of_two_that_begin_together_the_wider_comes_first() -> None:
    assert order(event("day", "2020-01-01"), event("year", "2020-01-01", "2020-12-31")) == ["year", "day"]


def test_what_is_undated_comes_last() -> None:
    assert order(event("none", None), event("old", "1949-01-01")) == ["old", "none"]


def test_of_one_day_the_earlier_told_comes_first() -> None:
    assert order(event("second", "2020-01-01", paragraph=5), event("first", "2020-01-01", paragraph=2)) == [
        "first",
        "second",
    ]


def test_retellings_statements_and_hidden_rows_have_no_row() -> None:
    base = event("a", "2020-01-01")
    assert order(
        base,
        replace(base, id="b", same_as=("a",)),
        replace(base, id="c", kind=EventKind.REPORTING),
        replace(base, id="d", status=Status.HIDDEN),
    ) == ["a"]


def test_articles_that_tell_of_one_happening_give_one_row_and_their_number() -> None:
    actors = (
        Actor(Role.SOURCE, "", Span(0, 0), id="person/abbas-kamel"),
        Actor(Role.TARGET, "", Span(0, 0), id="person/benny-gantz"),
    )
    met = replace(
        event("a", "2021-05-30"),
        category=Plover.CONSULT,
        cameo="040",
        quad=Quad.VERBAL_COOPERATION,
        actors=actors,
    )
    told = [
        Analysis(Document(name, "", ()), (), (replace(met, id=name, doc=DocumentRef(name, outlet=name)),))
        for name in ("x", "y")
    ]
    [row] = build_timeline(told).rows
    assert (row.event.id, row.document, row.outlets) == ("x", 0, 2)
    hidden = replace(told[0], events=(replace(told[0].events[0], status=Status.HIDDEN),))
    assert [row.event.id for row in build_timeline([hidden, told[1]]).rows] == ["y"]


def test_the_histogram_is_to_scale_and_loses_nobody() -> None:
    events = tuple(event(str(year), f"{year}-01-01") for year in (1949, 2005, 2009, 2009, 2022))
    timeline = build_timeline([Analysis(Document("x", "", ()), (), events)])
    assert timeline.span == (1949, 2022)
    bins = timeline.bins(40)
    assert len(bins) <= 40
    assert sum(one.count for one in bins) == 5
    assert bins[0] == Bin(1949, 1950, 1)
    assert all(one.first_year == before.last_year + 1 for before, one in pairwise(bins))
    assert len(timeline.bins(200)) == 74


def test_an_empty_timeline_has_no_span_and_no_bins() -> None:
    assert build_timeline([]).span is None
    assert build_timeline([]).bins(10) == []
    assert build_timeline([Analysis(Document("x", "", ()), (), (event("a", None),))]).bins(10) == []


def test_rows_are_found_by_event_article_and_paragraph() -> None:
    told = [
        Analysis(Document("x", "", (), title="عنوان"), (), (event("b", "2021-01-01", paragraph=3),)),
        Analysis(Document("empty", "", ()), (), ()),
        Analysis(Document("y", "", ()), (), (event("c", "2022-01-01"), event("a", "2020-01-01"))),
    ]
    timeline = build_timeline(told)
    assert [row.event.id for row in timeline.rows] == ["a", "b", "c"]
    assert [timeline.index_of(name) for name in "abcz"] == [0, 1, 2, None]
    assert (list(timeline.rows_of(2)), list(timeline.rows_of(1)), list(timeline.rows_of(0, 3))) == (
        [0, 2],
        [],
        [1],
    )
    assert list(timeline.rows_of(0, 2)) == []
    assert timeline.document(1) is told[1].document
    assert [(article.title, article.events) for article in timeline.articles] == [
        ("عنوان", 1),
        (None, 0),
        (None, 2),
    ]


def test_the_articles_beside_one_are_those_with_a_row() -> None:
    told = [
        Analysis(Document(name, "", ()), (), (event(name, "2020-01-01"),) if name in "bd" else ())
        for name in "abcde"
    ]
    timeline = build_timeline(told)
    assert [timeline.beside(number, 1) for number in range(5)] == [1, 3, 3, None, None]
    assert [timeline.beside(number, -1) for number in range(5)] == [None, None, 1, 1, 3]


async def test_a_search_gives_the_rows_that_say_it() -> None:
    told = Analysis(
        Document("x", "", ()),
        (),
        tuple(
            replace(event(str(year), f"{year}-01-01"), text=text)
            for year, text in ((2020, "زيارة"), (2021, "اجتماع"), (2022, "زِيارة"))
        ),
    )
    timeline = build_timeline([told])
    assert [number async for batch in timeline.search("زياره") for number in batch] == [0, 2]
    assert [number async for batch in timeline.search("") for number in batch] == []


def test_a_few_far_away_leave_the_others_their_room() -> None:
    years = Counter({622: 1, 1949: 2, 2195: 1} | dict.fromkeys(range(2001, 2021), 20))
    bins = bins_of(years, 10)
    assert [(one.first_year, one.last_year) for one in bins[:2]] == [(622, 2002), (2003, 2004)]
    assert (bins[-1].first_year, bins[-1].last_year) == (2019, 2195)
    assert sum(one.count for one in bins) == years.total()
    assert all(one.first_year == before.last_year + 1 for before, one in pairwise(bins))
    assert bins_of(Counter({622: 1, 2020: 20}), 10)[0].last_year < 800, "of a few each is seen where it is"
    assert bins_of(years, 1) == [Bin(622, 2195, years.total())]


def test_a_day_is_found_by_bisection_among_the_dated() -> None:
    days = ("1949-03-01", "2020-09-10", "2020-09-10", "2021-01-17")
    told = (*(event(f"{number}", day) for number, day in enumerate(days)), event("none", None))
    timeline = build_timeline([Analysis(Document("x", "", ()), (), told)])
    sought = ("0001-01-01", "1949-03-01", "1949-03-02", "2020-09-10", "2020-09-11", "9999-12-31")
    assert [timeline.index_at(dt.date.fromisoformat(day)) for day in sought] == [0, 0, 1, 1, 3, 4]
    assert timeline.dated == 4


def test_one_begins_where_most_are_if_there_are_many() -> None:
    def told(count: int) -> Analysis:
        days = ["0622-07-16", "1917-11-02", *(f"20{20 + number % 4}-05-01" for number in range(count))]
        events = tuple(event(f"{number}", day) for number, day in enumerate(days))
        return Analysis(Document("x", "", ()), (), events)

    assert build_timeline([told(20)]).opening == 0
    assert build_timeline([told(400)]).opening == 2
    assert build_timeline([]).opening == 0
