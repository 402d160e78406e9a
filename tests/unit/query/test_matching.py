"""What a query holds of: folded spelling, clitics, names in all their forms, days."""

import datetime as dt
from dataclasses import replace

import pytest

from core.model import (
    Actor,
    Basis,
    Conflict,
    DocumentRef,
    Event,
    EventDate,
    EventKind,
    Issue,
    IssueMention,
    Mediation,
    Place,
    PlaceRole,
    Plover,
    Quad,
    Role,
    Span,
    Trigger,
)
from core.query import Sayings, parse

TODAY = dt.date(2022, 8, 8)
SENTENCE = "والتقى الوسيط المصري بالوفد في الدوحة للتوصّل إلى وقفٍ لإطلاق النار."


def event() -> Event:
    return Event(
        id="0",
        doc=DocumentRef("a", "عنوان", "صدى البلد"),
        date=EventDate("2021-05-03/2021-05-05", dt.date(2021, 5, 3), dt.date(2021, 5, 5), Basis.RANGE, ""),
        paragraph=0,
        sentence=Span(0, len(SENTENCE)),
        text=SENTENCE,
        category=Plover.CONSULT,
        trigger=Trigger("التقى", Span(1, 6), "التقى"),
        cameo="045",
        quad=Quad.VERBAL_COOPERATION,
        actors=(
            Actor(Role.MEDIATOR, "الوسيط المصري", Span(7, 20), "state/EGY", "مصر", "Egypt", "EGY",
        None, ("القاهرة",)),
            Actor(Role.TARGET, "الوفد", Span(22, 27)),
        ),
        places=(Place(PlaceRole.EVENT, "الدوحة", Span(31, 37), "الدوحة", "Doha", "QA"),),
        mediation=Mediation(issues=(IssueMention(Issue.CEASEFIRE, "وقف", Span(51, 54)),)),
        summary_en="Egypt mediates.",
    )  # fmt: skip


def matches(text: str, of: Event | None = None, *, marked: bool = False) -> bool:
    return parse(text, TODAY).matches(replace(of or event(), marked=marked))


@pytest.mark.parametrize(
    "text",
    [
        "وسيط", "الوسيط", "الْوَسيط", "وسي*", "التقى", "التقي", "وفد", "الوفد", "للتوصل", "التوصل",
        "توصل",
        "«وقف لإطلاق النار»", "«لإطلاق النار»", "«إطلاق النار»", "«إطلاق الن*»", "دوحه", "Doha", "doha",
        "egypt",
        "state/EGY", "actor:مصر", "actor:مصري", "actor:egypt", "actor:state/EGY",
        "actor:القاهرة",
        "mediator:مصر", "role:mediator", "target:وفد", "place:الدوحة", "place:doha", "type:consult",
        "cameo:04",
        "cameo:045", "quad:verbal", "issue:ceasefire", "outlet:صدى", "outlet:«صدى البلد»", "since:2021",
        "since:2021-05-05", "until:2021-05-03", "until:2022", "on:2021-05-04", "on:2021", "-noted",
        "-conflict",
        "وسيط مصر", "قطر or مصر", "-(قطر or تركيا)", "وسيط -قطر",
        "place:الدوحة (actor:قطر or mediator:مصر)",
    ],
)  # fmt: skip
def test_holds(text: str) -> None:
    assert matches(text)
    assert not matches(f"-({text})")


@pytest.mark.parametrize(
    "text",
    [
        "سيط", "وسيطة", "وسي", "«النار وقف»", "«وقف النار»", "«الوسيط مصري»", "قطر", "actor:قطر",
        "target:مصر", "source:مصر", "mediates",
        "mediator:وفد", "place:مصر", "place:عاصمة", "role:source", "type:assault", "cameo:46",
        "quad:conflict", "issue:aid", "outlet:أهرام", "since:2021-05-06", "until:2021-05-02", "on:2020",
        "on:2021-05-06", "marked", "noted", "conflict", "وسيط قطر", "قطر or تركيا", "صدى",
    ],
)  # fmt: skip
def test_does_not_hold(text: str) -> None:
    assert not matches(text)
    assert matches(f"-({text})")


def test_an_empty_query_holds_of_everything() -> None:
    assert matches("")


def test_words_do_not_run_from_one_line_into_the_next() -> None:
    assert not matches("«الدوحة doha conSult»")
    assert not matches("actor:«المصري مصر»")


def test_the_article_goes_where_lam_swallows_it() -> None:
    committee = replace(event(), text="قدّم تقريره للجنة ولللقاء.")
    assert matches("اللجنة", committee)
    assert matches("لجنة", committee)


def test_open_and_missing_dates() -> None:
    undated = replace(event(), date=EventDate(None, None, None, Basis.UNRESOLVED, ""))
    assert not any(matches(f"{key}:2021", undated) for key in ("since", "until", "on"))
    assert matches("-since:2021", undated)
    since = replace(event(), date=EventDate("2021/..", dt.date(2021, 1, 1), None, Basis.RANGE, ""))
    assert matches("since:2030", since)
    assert matches("on:2025", since)
    assert not matches("until:2020", since)


def test_marks_notes_and_conflicts() -> None:
    assert matches("marked", marked=True)
    assert matches("noted", replace(event(), note="من أين؟"))
    assert matches("conflict", replace(event(), conflicts=(Conflict("1", "date", ""),)))


def test_words_are_folded_once_for_many_queries() -> None:
    sayings = Sayings(event())
    assert parse("وسيط", TODAY).holds_of(sayings)
    assert sayings.lines is sayings.lines
    assert not parse("قطر", TODAY).holds_of(sayings)


def test_what_the_date_is_the_date_of_can_be_asked_for() -> None:
    said = replace(event(), kind=EventKind.REPORTING)
    assert matches("kind:event")
    assert matches("-طبيعة:تصريح")
    assert matches("kind:reporting", said)
    assert not matches("kind:event", said)


def test_who_is_of_a_state_is_found_by_its_names() -> None:
    envoy = Actor(Role.SOURCE, "الوفد الروسي", Span(22, 27), state=("روسيا", "Russia", "state/RUS"))
    said = replace(event(), actors=(envoy,))
    for text in ("actor:روسيا", "source:russia", "actor:state/RUS", "روسيا"):
        assert matches(text, said), text
    assert not matches("target:روسيا", said)
