"""An article written for these tests, and the analysis that a reader of it would make."""

from __future__ import annotations

import datetime as dt

import pytest

from core.model import (
    Actor,
    Analysis,
    Anchor,
    AnchorKind,
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
    Quad,
    Role,
    Span,
    Trigger,
)

LINES = (
    (ParagraphKind.MASTHEAD, "الصحيفة — سياسة"),
    (ParagraphKind.TITLE, "جولات الوساطة: من الزيارة الأولى إلى الاتفاق"),
    (ParagraphKind.BODY, "في 12 مارس 2018، وصل وفد مصري إلى مدينة غزة لإجراء محادثات مع قيادة الحركة."),
    (ParagraphKind.HEADING, "الجولة الثانية"),
    (ParagraphKind.BODY, "وفي 3 أبريل 2019 أجرى الوسطاء في الدوحة محادثات. قال (الوزير) في 2020: «نعم» [1]."),
    *(
        (ParagraphKind.BODY, f"فقرة {number} لا تذكر تاريخا، وفيها كلام كثير عن التهدئة والمفاوضات.")
        for number in range(1, 31)
    ),
    (ParagraphKind.BODY, "وفي 20 سبتمبر عاد الوفد إلى المدينة، ولم يعلن عن اتفاق."),
)
LAST = len(LINES) - 1


def span_of(words: str, text: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def make_document() -> Document:
    text = "\n".join(line for _, line in LINES)
    paragraphs, start = [], 0
    for index, (kind, line) in enumerate(LINES):
        paragraphs.append(Paragraph(index, start, line, kind, (Span(0, len(line)),)))
        start += len(line) + 1
    return Document("article", text, tuple(paragraphs), title=LINES[1][1], outlet="الصحيفة")


def make_event(
    paragraph: int,
    edtf: str,
    words: str,
    trigger: str,
    actors: tuple[tuple[Role, str], ...] = (),
    place: str | None = None,
    *,
    anchor: Anchor | None = None,
) -> Event:
    text = LINES[paragraph][1]
    day = dt.date.fromisoformat(edtf[:10])
    return Event(
        id=f"event-{paragraph}",
        doc=DocumentRef("article"),
        date=EventDate(
            edtf, day, day, Basis.EXPLICIT, f"«{words}» says so", words, span_of(words, text), anchor
        ),
        paragraph=paragraph,
        sentence=Span(0, len(text)),
        text=text,
        category=Plover.CONSULT,
        trigger=Trigger(trigger, span_of(trigger, text), trigger),
        cameo="045",
        quad=Quad.VERBAL_COOPERATION,
        actors=tuple(Actor(role, name, span_of(name, text)) for role, name in actors),
        places=(Place(PlaceRole.EVENT, place, span_of(place, text)),) if place else (),
        summary_en="Talks are held.",
        why=f"«{trigger}» is a word for talks",
    )


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.screens.spanning.LOOK_AFTER", 0)


@pytest.fixture
def analysis() -> Analysis:
    first = make_event(
        2,
        "2018-03-12",
        "12 مارس 2018",
        "محادثات",
        ((Role.MEDIATOR, "وفد مصري"), (Role.TARGET, "قيادة الحركة")),
        "مدينة غزة",
    )
    second = make_event(4, "2019-04-03", "3 أبريل 2019", "محادثات", ((Role.MEDIATOR, "الوسطاء"),), "الدوحة")
    anchor = Anchor(AnchorKind.TEXT, "2019-04-03", "3 أبريل 2019", 4, span_of("3 أبريل 2019", LINES[4][1]))
    third = make_event(LAST, "2019-09-20?", "20 سبتمبر", "عاد", ((Role.SOURCE, "الوفد"),), anchor=anchor)
    return Analysis(make_document(), ((),) * len(LINES), (first, second, third))
