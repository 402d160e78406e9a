"""Events of an article that is written for these tests: each is hard on some format."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from core.model import (
    Actor,
    Basis,
    DocumentRef,
    Event,
    EventDate,
    Issue,
    IssueMention,
    Mediation,
    Party,
    Place,
    PlaceRole,
    Plover,
    Quad,
    Role,
    Round,
    Span,
    Status,
    Trigger,
)

TEXT = "في 3 مايو 2021 رعت مصر «الجولة الثالثة» من المحادثات بين فتح وحماس في القاهرة."
DOC = DocumentRef(
    "a1", "جولات <الوساطة> & أخبار", "صحيفة", dt.date(2021, 5, 4), "https://example.org/?a=1&b=2"
)


def _at(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def dated(edtf: str | None, first: str | None = None, last: str | None = None) -> EventDate:
    days = [dt.date.fromisoformat(day) if day else None for day in (first, last)]
    return EventDate(edtf, days[0], days[1], Basis.EXPLICIT, "day, month and year stand there")


TALKS = Event(
    id="e1",
    doc=DOC,
    date=replace(
        dated("2021-05-03", "2021-05-03", "2021-05-03"), text="3 مايو 2021", span=_at("3 مايو 2021")
    ),
    paragraph=2,
    sentence=Span(0, len(TEXT)),
    text=TEXT,
    category=Plover.CONSULT,
    trigger=Trigger("رعت", _at("رعت"), "رعى"),
    mode="third-party",
    context=("diplomatic",),
    cameo="045",
    quad=Quad.VERBAL_COOPERATION,
    actors=(
        Actor(Role.MEDIATOR, "مصر", _at("مصر"), "state/EGY", "مصر", "Egypt", "EGY", "government"),
        Actor(Role.TARGET, "فتح", _at("فتح"), code="PSEREB", sector="REB"),
        Actor(Role.PARTICIPANT, "حماس", _at("حماس")),
    ),
    places=(
        Place(PlaceRole.TOPIC, "غزة", Span(0, 0), lat=31.5, lon=34.46667),
        Place(PlaceRole.EVENT, "القاهرة", _at("القاهرة"), "القاهرة", "Cairo", "EG", 30.0626, 31.2497, 360630),
    ),
    mediation=Mediation(
        (Party("مصر", _at("مصر"), "state/EGY", "Egypt"),),
        (Party("فتح", _at("فتح"), "org/fatah", "Fatah"), Party("حماس", _at("حماس"))),
        (IssueMention(Issue.RECONCILIATION, "المحادثات", _at("المحادثات")),),
        Round("الجولة الثالثة", _at("الجولة الثالثة"), 3),
    ),
    summary_en="Egypt mediates between Fatah and Hamas.",
    why="«رعت» is a word for it",
    status=Status.EDITED,
    note="+1 see also\n=HYPERLINK(1)",
)
MONTH = replace(
    TALKS,
    id="e2",
    date=dated("2021-06?", "2021-06-01", "2021-06-30"),
    text="=1+1 <b>محادثات</b>",
    mediation=None,
    places=(),
    summary_en="",
    note=None,
    status=Status.AUTO,
    doc=DocumentRef("a2", "-عنوان", None, None, "javascript:alert(1)"),
)
YEARS = replace(
    MONTH, id="e3", date=dated("2019/2021~", "2019-01-01", "2021-12-31"), text="- # *نص*\x01", category=None
)
UNDATED = replace(MONTH, id="e4", date=dated(None), text="نص بلا تاريخ")
EVENTS = (TALKS, MONTH, YEARS, UNDATED)
