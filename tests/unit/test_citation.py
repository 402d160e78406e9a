"""An event as it is quoted: the source's own words, one direction a line."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from unicodedata import bidirectional, category

from core.export.citation import citation
from core.model import Basis, DocumentRef, Event, EventDate, Span, Status

TEXT = "في 12 مارس 2018 وصل وفد (مصري)\u200f إلى غزة."
EVENT = Event(
    id="one",
    doc=DocumentRef("a", "جولات الوساطة", "الصحيفة", dt.date(2018, 3, 15), "https://example.org/1"),
    date=EventDate("2018-03-12", None, None, Basis.EXPLICIT, "it says so"),
    paragraph=6,
    sentence=Span(0, len(TEXT)),
    text=TEXT,
    category=None,
    trigger=None,
)


def test_it_says_when_what_and_where() -> None:
    assert citation(EVENT).splitlines() == [
        "2018-03-12",
        TEXT,
        "الصحيفة — جولات الوساطة",
        "¶ 7, published 2018-03-15",
        "https://example.org/1",
    ]


def test_what_is_not_known_leaves_no_empty_line() -> None:
    bare = replace(EVENT, doc=DocumentRef("a"), date=replace(EVENT.date, edtf=None))
    assert citation(bare).splitlines() == ["undated", TEXT, "¶ 7"]


def test_no_line_of_its_own_holds_arabic_and_an_iso_date() -> None:
    for line in citation(EVENT).splitlines():
        if line != TEXT:
            assert not (re.search(r"\d-\d", line) and any(bidirectional(char) == "AL" for char in line))
            assert not any(category(char) == "Cf" for char in line)


def test_what_a_person_has_said_of_it_is_quoted_with_it() -> None:
    said = replace(EVENT, status=Status.EDITED, note="راجع المصدر")
    assert citation(said).splitlines()[3:] == [
        "¶ 7, published 2018-03-15, corrected by hand",
        "راجع المصدر",
        "https://example.org/1",
    ]
    assert "added by hand" in citation(replace(said, own=True))
