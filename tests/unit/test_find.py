"""Words are found however they are spelt, and lead back to where they stand."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core import find
from core.arabic import fold_key
from core.find import ArticleIndex, EventIndex, Hit, follow, needle
from core.model import (
    Actor,
    Basis,
    Document,
    DocumentRef,
    Event,
    EventDate,
    Paragraph,
    ParagraphKind,
    Place,
    PlaceRole,
    Plover,
    Role,
    Span,
    Trigger,
)


def article(*lines: str) -> Document:
    paragraphs, start = [], 0
    for index, line in enumerate(lines):
        paragraphs.append(Paragraph(index, start, line, ParagraphKind.BODY))
        start += len(line) + 1
    return Document("a", "\n".join(lines), tuple(paragraphs))


def places(document: Document, words: str) -> list[Hit]:
    return [hit for batch in ArticleIndex(document).search(needle(words)) for hit in batch]


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        ("القاهره", "في القاهرة اليوم", "القاهرة"),
        ("القاهرة", "في القاهره اليوم", "القاهره"),
        ("احمد", "وصل أحمد", "أحمد"),
        ("أحمد", "وصل احمد", "احمد"),
        ("مصطفي", "قال مصطفى", "مصطفى"),
        ("كتب", "كَتَبَ الخبر", "كَتَبَ"),
        ("كَتب", "كتب الخبر", "كتب"),
        ("2020", "عام ٢٠٢٠ كان", "٢٠٢٠"),
        ("٢٠٢٠", "عام 2020 كان", "2020"),
        ("cnn", "نقلت CNN عنه", "CNN"),
        ("مصر", "مـــصر", "مـــصر"),
        ("  غزة ", "إلى غزة.", "غزة"),
        ("الله", "ﷲ", "ﷲ"),
    ],
)
def test_spelling_does_not_matter(words: str, text: str, found: str) -> None:
    (hit,) = places(article("سطر قبله", text), words)
    assert hit.paragraph == 1
    assert text[hit.start : hit.end] == found


def test_places_come_in_order_and_do_not_overlap() -> None:
    document = article("تتتت", "ت", "تت")
    assert places(document, "تت") == [Hit(0, 0, 2), Hit(0, 2, 4), Hit(2, 0, 2)]


def test_words_of_two_paragraphs_are_not_words_together() -> None:
    assert places(article("وصل الوفد", "إلى غزة"), "الوفد إلى") == []


@pytest.mark.parametrize("words", ["", " ", "\u064e", "\u200f"])
def test_nothing_is_looked_for_when_nothing_is_written(words: str) -> None:
    assert needle(words) == ""
    assert places(article("وصل الوفد"), words) == []
    assert list(EventIndex([make_event()]).search(needle(words))) == []


@settings(deadline=None, max_examples=150)
@given(
    st.text("ابة ت\u064e\u0640ﷲ1", max_size=80),
    st.text("ابه ت1", min_size=1, max_size=6),
    st.integers(4, 20),
)
def test_a_long_paragraph_is_searched_as_if_it_were_whole(text: str, words: str, size: int) -> None:
    whole = places(article(text), words)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(find, "PIECE", size)
        in_pieces = places(article(text), words)
    # A mark that a word without end is cut from stays outside: the letters are the same.
    assert [hit.start for hit in in_pieces] == [hit.start for hit in whole]
    for hit in whole:
        assert needle(words) in fold_key(text[hit.start : hit.end])


def test_a_search_goes_on_where_another_was_left() -> None:
    index = ArticleIndex(article(*["وفد غزة"] * 5))
    first = next(index.search(needle("غزة")))
    assert first == [Hit(0, 4, 7)]
    assert sum(map(len, index.search(needle("وفد")))) == 5
    assert sum(map(len, index.search(needle("غزة")))) == 5


def make_event(text: str = "عاد الوفد", actors: tuple[Actor, ...] = ()) -> Event:
    day = dt.date(2020, 5, 4)
    return Event(
        id="e",
        doc=DocumentRef("a"),
        date=EventDate("2020-05-04", day, day, Basis.EXPLICIT, "", "4 مايو"),
        paragraph=0,
        sentence=Span(0, len(text)),
        text=text,
        category=Plover.CONSULT,
        trigger=Trigger("زار", Span(0, 3), "زار"),
        actors=actors,
        places=(Place(PlaceRole.EVENT, "العاصمة", Span(0, 1), "القاهرة", "Cairo"),),
        summary_en="Egypt visits Cairo.",
    )


@pytest.mark.parametrize(
    "words", ["الحكومه المصرية", "egypt", "CONSULT", "زار", "القاهره", "cairo", "العاصمة", "2020-05", "مايو"]
)
def test_an_event_is_found_by_all_that_its_row_stands_for(words: str) -> None:
    actor = Actor(
        Role.SOURCE, "الحكومة", Span(0, 1), name_ar="الحكومة المصرية", name_en="Egyptian government"
    )
    events = [make_event("كلام آخر", (actor,)), make_event()]
    found = [number for batch in EventIndex(events).search(needle(words)) for number in batch]
    assert 0 in found


def test_an_event_without_actors_is_found_by_its_sentence() -> None:
    actor = Actor(Role.SOURCE, "الحكومة", Span(0, 1))
    events = [make_event(), make_event("عاد الوفد", (actor,))]
    assert list(EventIndex(events).search(needle("الوفد"))) == [[0]]


def test_one_goes_round_the_ends() -> None:
    assert [follow([2, 5, 9], at, 1) for at in (0, 2, 5, 9)] == [0, 1, 2, 0]
    assert [follow([2, 5, 9], at, -1) for at in (0, 2, 6, 9)] == [2, 2, 1, 1]
    assert [follow([2, 5, 9], at, 0) for at in (0, 2, 6, 10)] == [0, 0, 2, 0]
    assert follow([], 0, 1) is None
    assert follow([Hit(1, 2, 3), Hit(1, 5, 6)], (1, 2), 1) == 0
    assert follow([Hit(1, 2, 3), Hit(1, 5, 6)], Hit(1, 2, 3), 1) == 1
