"""Events and structure come back from the library as they went in."""

import datetime as dt
import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.library.codec import decode_event, decode_structure, encode_event, encode_structure, shape
from core.model import Actor, Basis, DocumentRef, Event, EventDate, Role, Span
from core.reading import make_document

_spans = st.tuples(st.integers(0, 999), st.integers(0, 999)).map(lambda edges: Span(*sorted(edges)))
st.register_type_strategy(Span, _spans)
_words = st.text(max_size=8)
st.register_type_strategy(float, st.floats(allow_nan=False))
st.register_type_strategy(str, _words)

REF = DocumentRef("article", "عنوان", "وكالة", dt.date(2021, 5, 3), "https://example.org/1")


@settings(deadline=None, max_examples=150)
@given(st.from_type(Event))
def test_an_event_comes_back_as_it_was(event: Event) -> None:
    assert decode_event(encode_event(event), event.doc) == event


@settings(deadline=None, max_examples=60)
@given(st.from_type(Event))
def test_a_record_is_one_line_of_json_without_its_article(event: Event) -> None:
    row = json.loads(encode_event(event))
    assert row[1] is None
    assert "\n" not in encode_event(event)


@settings(deadline=None, max_examples=60)
@given(st.text(alphabet="اب .\n\r؟", max_size=200), st.none() | st.text(alphabet="اب ", max_size=9))
def test_the_structure_of_an_article_comes_back(text: str, title: str | None) -> None:
    document = make_document(text, doc_id="x", title=title)
    assert decode_structure(encode_structure(document), text) == document.paragraphs


EVENT = Event(
    id="0123",
    doc=REF,
    date=EventDate("2021-05-03", dt.date(2021, 5, 3), dt.date(2021, 5, 3), Basis.EXPLICIT, "stated"),
    paragraph=2,
    sentence=Span(0, 10),
    text="زار الوفد القاهرة",
    category=None,
    trigger=None,
    actors=(Actor(Role.SOURCE, "الوفد", Span(4, 9)),),
    why="a visit",
)


def test_a_field_that_came_later_has_its_default() -> None:
    older = json.loads(shape())
    place = older["Event"].index("why")
    del older["Event"][place]
    row = json.loads(encode_event(EVENT))
    del row[place]
    assert decode_event(json.dumps(row), REF, json.dumps(older)) == replace(EVENT, why="")


def test_a_field_that_has_gone_is_passed_over() -> None:
    older = json.loads(shape())
    older["Event"].insert(3, "mood")
    row = json.loads(encode_event(EVENT))
    row.insert(3, "calm")
    assert decode_event(json.dumps(row), REF, json.dumps(older)) == EVENT


@pytest.mark.parametrize("record", ["null", "[]", "{}", "[1]", '["a",null,7]'])
def test_what_is_no_record_is_refused(record: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        decode_event(record, REF)
