"""A person checks and corrects: articles in memory, and a library, do the same."""

import asyncio
import datetime as dt
import random
import sqlite3
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import pytest

from core.book import ArticlesBook, Book
from core.judgement import Added, AddedError, Aspect, Edit, Judgement, Step, given_date, read_part
from core.library import Library
from core.library.book import LibraryBook
from core.model import Actor, Event, Plover, Span, Status
from core.pipeline import analyse
from core.query import parse
from core.reading import make_document
from core.timeline import Chronology, Row, build_timeline
from tests.unit.judgement.articles import TEXT, TODAY, analyses

T = TypeVar("T")
ARTICLE = analyses()


class Person:
    """Somebody with a book, who may open it anew."""

    def __init__(self, opened: Callable[[], Book]) -> None:
        self._opened = opened
        self.book = opened()
        self.hidden = False

    def reopen(self) -> None:
        self.book.close()
        self.book = self._opened()

    def do(self, said: Awaitable[T]) -> T:
        async def wait() -> T:
            return await said

        return asyncio.run(wait())

    @property
    def timeline(self) -> Chronology:
        return self.do(self.book.timeline(hidden=self.hidden))

    def row(self, words: str) -> Row:
        """Return the row whose sentence says some words."""
        (row,) = [row for row in self.timeline.rows if words in row.event.text]
        return row

    def rows(self) -> list[tuple[str | None, str]]:
        return [(row.event.date.edtf, row.event.id) for row in self.timeline.rows]

    def say(self, words: str, **changes: Any) -> Step:
        row = self.row(words)
        said = replace(self.book.said(row.event, row.document), **changes)
        return self.do(self.book.judge(row.event, row.document, said))

    def wanted(self, query: str) -> list[str]:
        found = self.do(self.timeline.narrowed(parse(query, TODAY)))
        return [row.event.text for row in found.rows]


def articles(path: Path) -> Callable[[], Book]:
    return lambda: ArticlesBook(ARTICLE, path / "notebook.sqlite")


def library(path: Path) -> Callable[[], Book]:
    with Library.open(path / "library.sqlite", create=True) as made:
        made.add(ARTICLE, "rules 1")
    opened: list[Library] = []

    def book() -> Book:
        for one in opened:
            one.close()
        opened[:] = [Library.open(path / "library.sqlite", read_only=True)]
        return LibraryBook(opened[0])

    return book


@pytest.fixture(params=[articles, library])
def person(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Person]:
    person = Person(request.param(tmp_path))
    yield person
    person.book.close()


def date(words: str) -> Edit:
    return Edit(date=given_date(words, TODAY))


def test_a_mark_and_a_note_are_there_and_found(person: Person) -> None:
    step = person.say("قصفت", marked=True, note="من أين؟")
    assert step.aspects == (Aspect.MARK, Aspect.NOTE)
    event = person.row("قصفت").event
    assert (event.marked, event.note, event.status) == (True, "من أين؟", Status.AUTO)
    assert person.wanted("marked") == person.wanted("noted") == [event.text]
    assert person.book.marks(person.timeline) == [person.timeline.index_of(event.id)]
    person.reopen()
    assert person.row("قصفت").event == event


def test_what_is_hidden_leaves_the_timeline_until_it_is_asked_for(person: Person) -> None:
    before = person.rows()
    event = person.row("قصفت").event
    person.say("قصفت", status=Status.HIDDEN)
    assert person.rows() == [row for row in before if row[1] != event.id]
    assert person.timeline.span == (2021, 2021)
    assert sum(bin_.count for bin_ in person.timeline.bins(10)) == len(before) - 1
    assert not person.wanted("قصفت")
    person.hidden = True
    assert person.rows() == before
    assert person.row("قصفت").event.status is Status.HIDDEN
    assert len(person.wanted("hidden")) == 1
    person.do(person.book.undo())
    person.hidden = False
    assert person.rows() == before


def test_a_corrected_date_moves_the_row(person: Person) -> None:
    before = person.rows()
    event = person.row("قصفت").event
    for words, edtf, place in (("2 يناير 2020", "2020-01-02", 0), ("2023", "2023", len(before) - 1)):
        person.say("قصفت", edit=date(words))
        after = person.rows()
        assert after[place] == (edtf, event.id)
        assert [row for row in after if row[1] != event.id] == [row for row in before if row[1] != event.id]
        assert sum(bin_.count for bin_ in person.timeline.bins(10)) == len(before)
    assert person.timeline.span == (2021, 2023)
    assert person.wanted("since:2023") == person.wanted("edited") == [event.text]
    assert person.wanted("on:2021-05-10") == []
    extracted = person.book.extracted(person.row("قصفت").event, person.row("قصفت").document)
    assert extracted is not None
    assert extracted.date == event.date


def test_a_date_is_doubtful_as_the_person_has_it(person: Person) -> None:
    def doubtful() -> list[str]:
        _, found = person.do(person.timeline.flagged())
        return [person.timeline.rows[index].event.text.split()[0] for index in found]

    assert doubtful() == []
    person.say("قصفت", edit=date("2021-05-09?"))
    step = person.do(
        person.book.add(person.row("بدأ").document, Added(2, Span(0, 3), given_date("2021~", TODAY)))
    )
    assert sorted(doubtful()) == ["بدأ", "وفي"]
    person.say("قصفت", edit=date("2021-05-09"))
    (row,) = [row for row in person.timeline.rows if row.event.id == step.event]
    person.do(person.book.judge(row.event, row.document, Judgement(edit=date("2021-05-21"))))
    assert doubtful() == []


def test_corrected_codes_and_parts_are_found(person: Person) -> None:
    row = person.row("قصفت")
    part = read_part("mediator: الوسيط المصري", TEXT.splitlines()[1], row.event)
    assert isinstance(part, Actor)
    person.say("قصفت", edit=Edit(category=Plover.AID, cameo="071", actors=(part,), places=()))
    event = person.row("قصفت").event
    assert [actor.text for actor in event.actors] == ["الوسيط المصري"]
    assert not event.places
    for query in ("type:aid", "cameo:071", "mediator:«الوسيط المصري»"):
        assert event.text in person.wanted(query), query
    for query in ("type:assault", "actor:israel -«وقف إطلاق النار»", "quad:conflict"):
        assert event.text not in person.wanted(query), query
    person.do(person.book.undo())
    assert person.row("قصفت").event == row.event
    assert event.text in person.wanted("type:assault actor:israel")


def test_an_event_of_ones_own_is_an_event(person: Person) -> None:
    before = person.rows()
    words = "وغادر الوسيط المصري القطاع"
    start = TEXT.splitlines()[1].index(words)
    span = Span(start, start + len(words))
    number = person.row("قصفت").document
    step = person.do(
        person.book.add(number, Added(1, span, given_date("2021-05-11~", TODAY), Plover.RETREAT, note="؟"))
    )
    assert step.aspects == (Aspect.ADDITION,)
    (row,) = [row for row in person.timeline.rows if row.event.id == step.event]
    event: Event = row.event
    assert (event.own, event.status, event.note, event.category) == (True, Status.EDITED, "؟", Plover.RETREAT)
    assert event.text == TEXT.splitlines()[1]
    assert event.trigger is not None
    assert event.trigger.text == words
    assert event.doc.id == "0"
    assert person.book.extracted(event, row.document) is None
    assert person.timeline.rows_of(number, 1)
    assert event.text in person.wanted("type:retreat on:2021-05-11 noted edited")
    person.do(person.book.judge(event, number, Judgement(marked=True, edit=date("2021-04"))))
    assert person.rows()[0] == ("2021-04", event.id)
    again = person.do(person.book.add(number, Added(1, span)))
    assert again.event != event.id
    person.reopen()
    (row,) = [row for row in person.timeline.rows if row.event.id == step.event]
    assert row.event.marked
    person.do(person.book.remove(row.event, row.document))
    assert len(person.rows()) == len(before) + 1
    for _ in range(4):
        person.do(person.book.undo())
    assert person.rows() == before


def test_words_that_are_none_of_the_article_are_refused(person: Person) -> None:
    before = person.rows()
    for added in (Added(9, Span(0, 3)), Added(0, Span(4, 4)), Added(0, Span(9999, 10000))):
        with pytest.raises(AddedError):
            person.do(person.book.add(person.row("قصفت").document, added))
    assert person.rows() == before
    assert person.do(person.book.undo()) is None


def test_each_step_is_taken_back_and_done_again_also_after_a_restart(person: Person) -> None:
    states = [person.timeline.rows[:]]
    steps = [
        person.say("قصفت", marked=True),
        person.say("قصفت", edit=date("2019")),
        person.say("قصفت", note="لا"),
        person.say("بدأ", status=Status.HIDDEN),
    ]
    person.reopen()
    states.append(person.timeline.rows[:])
    undone = []
    while (step := person.do(person.book.undo())) is not None:
        undone.append(step)
        person.reopen()
    assert [step.reversed for step in undone] == steps[::-1]
    assert person.timeline.rows[:] == states[0]
    while person.do(person.book.redo()) is not None:
        person.reopen()
    assert person.timeline.rows[:] == states[1]
    person.do(person.book.undo())
    person.say("قصفت", marked=False)
    assert person.do(person.book.redo()) is None


def test_what_says_nothing_new_is_no_step(person: Person) -> None:
    assert person.say("قصفت", marked=False).aspects == ()
    assert person.do(person.book.undo()) is None


def test_many_corrections_in_any_order_leave_the_order_of_time(person: Person) -> None:
    days = ("2021-05-21", "2020", "2021-05-03", "2022-01", "2021-05-10/2021-06-10", "../2021-05-04")
    for number, day in enumerate(days):
        words = ("وصل", "قصفت", "بدأ", "التقى")[number % 4]
        person.say(words, edit=date(day), status=Status.HIDDEN if number == 3 else Status.AUTO)
    rows = person.timeline.rows
    begins = [row.event.date.start or row.event.date.end or dt.date.max for row in rows]
    assert begins == sorted(begins)
    assert len(rows) == 3
    person.hidden = True
    assert len(person.timeline.rows) == 4


def test_what_is_said_in_any_order_leaves_the_rows_of_a_library_as_made_anew(tmp_path: Path) -> None:
    from core.library.rows import rebuild_rows

    def rows(db: sqlite3.Connection) -> list[list[tuple[int, ...]]]:
        return [db.execute(f"SELECT * FROM {table} ORDER BY 1").fetchall() for table in ("row", "year")]

    book = library(tmp_path)()
    chance = random.Random(5)

    async def say() -> None:
        await book.add(1, Added(0, Span(4, 17), given_date("2021-05", TODAY)))
        for _ in range(60):
            shown = (await book.timeline(hidden=True)).rows
            row = shown[chance.randrange(len(shown))]
            day = chance.choice(
                ["2020", "2021-05-03", "2021-05-10", "2021-06", "../2021-05-04", "2021-05-21/.."]
            )
            status = chance.choice([Status.AUTO, Status.AUTO, Status.HIDDEN])
            edit = None if chance.random() < 0.3 else date(day)
            await book.judge(row.event, row.document, Judgement(status=status, edit=edit))
            if chance.random() < 0.3:
                await book.undo()
            with Library.open(tmp_path / "library.sqlite") as made:
                before = rows(made.connection)
                with made.transaction():
                    rebuild_rows(made.connection)
                assert rows(made.connection) == before

    asyncio.run(say())
    book.close()


def test_what_is_laid_over_the_last_timeline_is_as_made_anew(tmp_path: Path) -> None:
    visit = "وصل سامح شكري إلى الدوحة في 3 مايو 2021 والتقى تميم بن حمد.\nفقرة {}."
    told = [
        *ARTICLE,
        *(analyse(make_document(visit.format(n), doc_id=f"v{n}", outlet=f"{n}")) for n in "123"),
    ]
    book = ArticlesBook(told, tmp_path / "notebook.sqlite")
    chance = random.Random(7)

    async def say() -> None:
        for _ in range(120):
            shown = await book.timeline(hidden=True)
            row = shown.rows[chance.randrange(len(shown.rows))]
            said = Judgement(
                marked=chance.random() < 0.4,
                note="؟" if chance.random() < 0.3 else None,
                status=chance.choice([Status.AUTO, Status.ACCEPTED, Status.HIDDEN]),
                edit=date("2021-05-03") if chance.random() < 0.2 else None,
            )
            await book.judge(row.event, row.document, said)
            hidden = chance.random() < 0.5
            found = await book.timeline(hidden=hidden)
            anew = build_timeline(told, said=book.said_of_all(), hidden=hidden)
            assert found.rows == anew.rows
            assert [found.tellings(r.event) for r in found.rows] == [
                anew.tellings(r.event) for r in anew.rows
            ]

    asyncio.run(say())
    book.close()
