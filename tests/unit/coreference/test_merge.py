"""Which tellings are of one happening, which disagree, and who bears them out."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.coreference import corroboration, merge
from core.coreference.casualties import casualties
from core.model import (
    Actor,
    Aux,
    Basis,
    DocumentRef,
    Event,
    EventDate,
    EventKind,
    Place,
    PlaceRole,
    Plover,
    Quad,
    Role,
    Span,
    Trigger,
)

_NOWHERE = Span(0, 0)
GAZA = Place(
    PlaceRole.EVENT, "غزة", _NOWHERE, name_en="Gaza", country="PS", lat=31.5, lon=34.47, geonameid=281133
)
STRIP = Place(PlaceRole.EVENT, "قطاع غزة", _NOWHERE, name_en="Gaza Strip", country="PS", lat=31.42, lon=34.36)
CAIRO = Place(
    PlaceRole.EVENT,
    "القاهرة",
    _NOWHERE,
    name_en="Cairo",
    country="EG",
    lat=30.06,
    lon=31.25,
    geonameid=360630,
)


def actor(
    identity: str | None, role: Role = Role.SOURCE, *, code: str | None = None, text: str = ""
) -> Actor:
    return Actor(role, text or identity or "", _NOWHERE, id=identity, code=code)


KAMEL = actor("person/abbas-kamel", code="EGYSPY")
GANTZ = actor("person/benny-gantz", Role.TARGET, code="ISRGOV")
ABBAS = actor("person/mahmoud-abbas", Role.TARGET, code="PSEGOV")


def telling(
    name: str,
    day: str = "2021-05-30",
    *actors: Actor,
    last: str | None = None,
    doc: str = "a",
    outlet: str | None = None,
    paragraph: int = 0,
    category: Plover | None = Plover.CONSULT,
    mode: str | None = None,
    cameo: str | None = "040",
    lemma: str = "التقى",
    places: tuple[Place, ...] = (),
    text: str = "",
    aux: Aux | None = None,
) -> Event:
    first = dt.date.fromisoformat(day)
    fight = category is Plover.ASSAULT
    return Event(
        id=name,
        doc=DocumentRef(doc, outlet=outlet),
        date=EventDate(
            day, first, dt.date.fromisoformat(last) if last else first, Basis.EXPLICIT, "", day, _NOWHERE
        ),
        paragraph=paragraph,
        sentence=Span(paragraph, paragraph),
        text=text,
        category=category,
        trigger=Trigger(lemma, _NOWHERE, lemma),
        mode=mode,
        cameo=cameo,
        quad=Quad.MATERIAL_CONFLICT if fight else Quad.VERBAL_COOPERATION,
        aux=aux,
        actors=actors,
        places=places,
    )


def leaders(*events: Event) -> dict[str, str]:
    return {event.id: event.same_as[0] for event in merge(events) if event.same_as}


def test_a_meeting_told_twice_in_an_article_is_one() -> None:
    first = telling("a", "2021-05-30", KAMEL, GANTZ)
    again = telling("b", "2021-05-30", KAMEL, GANTZ, paragraph=6, lemma="اجتمع")
    assert leaders(first, again) == {"b": "a"}


def test_across_articles_too_when_both_sides_are_named() -> None:
    first = telling("a", "2021-05-30", KAMEL, GANTZ, outlet="x")
    again = telling("b", "2021-05-30", KAMEL, GANTZ, doc="b", outlet="y")
    assert leaders(first, again) == {"b": "a"}
    assert corroboration(merge([first, again])) == {"a": 2, "b": 2}


def test_an_outlet_that_repeats_itself_corroborates_nothing() -> None:
    events = [telling(n, "2021-05-30", KAMEL, GANTZ, doc=n, outlet="x") for n in ("a", "b")]
    assert corroboration(merge(events)) == {"a": 1, "b": 1}


@pytest.mark.parametrize(
    "other",
    [
        telling("b", "2021-05-30", KAMEL, ABBAS, paragraph=1),
        telling("b", "2021-06-02", KAMEL, GANTZ, paragraph=1),
        telling("b", "2021-05-30", KAMEL, GANTZ, paragraph=1, mode="phone"),
        telling("b", "2021-05-30", KAMEL, GANTZ, paragraph=1, aux=Aux.NEGATED),
        telling("b", "2021-05-30", KAMEL, GANTZ, paragraph=1, category=Plover.ACCUSE),
        replace(telling("b", "2021-05-30", KAMEL, GANTZ, paragraph=1), kind=EventKind.REPORTING),
        telling("b", "2021-05-30", KAMEL, paragraph=1, lemma="تفقد", cameo="042"),
        telling("b", "2021-05-30", KAMEL, GANTZ, lemma="زار"),
    ],
    ids=[
        "other host",
        "other day",
        "by phone",
        "denied",
        "accused",
        "statement",
        "other act",
        "one sentence",
    ],
)
def test_what_contradicts_stays_apart(other: Event) -> None:
    assert leaders(telling("a", "2021-05-30", KAMEL, GANTZ, mode="visit"), other) == {}


def test_who_struck_whom_is_not_who_was_struck() -> None:
    israel, hamas = actor("state/ISR", code="ISR"), actor("org/hamas", code="PALHAM")
    back = [replace(israel, role=Role.TARGET), replace(hamas, role=Role.SOURCE)]
    strike = telling("a", "2021-05-10", israel, replace(hamas, role=Role.TARGET), category=Plover.ASSAULT)
    assert leaders(strike, telling("b", "2021-05-10", *back, category=Plover.ASSAULT, paragraph=1)) == {}


def test_a_government_is_its_state() -> None:
    one = telling("a", "2021-05-30", actor("state/EGY", code="EGY"), GANTZ)
    other = telling("b", "2021-05-30", actor("org/EGY/government", code="EGYGOV"), GANTZ, paragraph=1)
    assert leaders(one, other) == {"b": "a"}


def test_the_telling_that_says_most_leads_and_chains_are_flat() -> None:
    bare = telling("a", "2021-05-01", KAMEL, GANTZ, last="2021-05-31")
    full = telling("b", "2021-05-30", KAMEL, GANTZ, paragraph=1, places=(CAIRO,))
    third = replace(telling("c", "2021-05-30", KAMEL, GANTZ, paragraph=2), same_as=("a",))
    assert leaders(bare, full, third) == {"a": "b", "c": "b"}


def test_an_uncoded_telling_belongs_where_its_word_does() -> None:
    one = telling("a", "2021-05-30", KAMEL, GANTZ)
    assert leaders(one, telling("b", "2021-05-30", KAMEL, GANTZ, category=None, cameo=None, paragraph=1)) == {
        "b": "a"
    }
    assert (
        leaders(one, telling("b", "2021-05-30", KAMEL, GANTZ, category=None, lemma="كان", paragraph=1)) == {}
    )


def test_the_meeting_that_names_nobody_is_the_one_told_of() -> None:
    told = telling("a", "2021-05-30", KAMEL, GANTZ, places=(CAIRO,))
    assert leaders(told, telling("b", "2021-05-30", paragraph=7, lemma="اجتماع")) == {"b": "a"}
    assert leaders(told, telling("b", "2021-05-30", doc="b", lemma="اجتماع")) == {}
    assert leaders(told, telling("b", "2021-05-30", paragraph=7, lemma="اجتماع", places=(GAZA,))) == {}


def test_vague_words_reach_a_few_days() -> None:
    one = telling("a", "2021-05-30", KAMEL, GANTZ)
    vague = telling("b", "2021-05-28", KAMEL, GANTZ, paragraph=1)
    assert leaders(one, vague) == {}
    assert leaders(one, replace(vague, date=replace(vague.date, edtf="2021-05-28~"))) == {"b": "a"}


def strike(name: str, text: str, **more: object) -> Event:
    idf = actor("org/idf", code="ISRMIL")
    defaults: dict[str, object] = {
        "category": Plover.ASSAULT, "cameo": "195", "lemma": "قصف", "doc": name, "outlet": name,
        "places": (GAZA,),
    }  # fmt: skip
    return telling(name, "2021-05-12", idf, text=text, **{**defaults, **more})  # type: ignore[arg-type]


def test_two_counts_of_the_dead_both_stand_and_name_each_other() -> None:
    events = merge(
        [strike("a", "قصف الجيش غزة ما أدى إلى مقتل 12 شخصا"), strike("b", "قتل خمسة عشر شخصا في القصف")]
    )
    assert [event.same_as for event in events] == [(), ()]
    assert [(c.event, c.field, c.detail) for event in events for c in event.conflicts] == [
        ("b", "killed", "12 here, 15 there"),
        ("a", "killed", "15 here, 12 there"),
    ]


def test_counts_that_agree_are_one() -> None:
    texts = "مقتل 12 شخصا وإصابة 20 آخرين", "قتل اثنا عشر فلسطينيا"
    assert leaders(*(strike(n, text) for n, text in zip("ab", texts, strict=True))) == {"b": "a"}


def test_where_two_tell_of_another_town_both_stand() -> None:
    first = telling("a", "2021-05-30", KAMEL, GANTZ, places=(CAIRO,), outlet="x")
    other = telling("b", "2021-05-30", KAMEL, GANTZ, places=(GAZA,), doc="b", outlet="y")
    events = merge([first, other])
    assert [event.same_as for event in events] == [(), ()]
    assert [c.detail for c in events[0].conflicts] == ["Cairo here, Gaza there"]


def test_somebody_is_killed_once_whatever_the_day() -> None:
    killed = actor("person/mohammed-deif", Role.TARGET, code="PALHAM")
    events = merge(
        [
            telling(n, day, killed, category=Plover.ASSAULT, cameo="185", lemma="اغتيال", doc=n, outlet=n)
            for n, day in (("a", "2024-07-13"), ("b", "2024-07-20"))
        ]
    )
    assert [[c.field for c in event.conflicts] for event in events] == [["date"], ["date"]]


def test_a_town_and_its_region_are_no_contradiction() -> None:
    first = telling("a", "2021-05-30", KAMEL, GANTZ, places=(STRIP,))
    assert leaders(first, telling("b", "2021-05-30", KAMEL, GANTZ, places=(GAZA,), paragraph=4)) == {"b": "a"}


@pytest.mark.parametrize(
    ("sentence", "counts"),
    [
        ("مقتل 12 شخصا وإصابة 20 آخرين", {"killed": 12, "wounded": 20}),
        ("سقط ثلاثة شهداء وسبعة جرحى", {"killed": 3, "wounded": 7}),
        ("أدى إلى مقتل ما لا يقل عن 30 مدنيا", {"killed": 30}),
        ("قتل عشرات الاثنين", {}),
        ("قتل بعد 3 أيام", {}),
        ("لا أرقام هنا", {}),
    ],
)
def test_the_dead_and_wounded_are_counted(sentence: str, counts: dict[str, int]) -> None:
    assert casualties(sentence) == counts


_TELLINGS = st.lists(
    st.builds(
        telling,
        st.uuids().map(str),
        st.sampled_from(["2021-05-29", "2021-05-30"]),
        st.sampled_from([KAMEL, GANTZ, ABBAS]),
        st.sampled_from([KAMEL, GANTZ, ABBAS]),
        doc=st.sampled_from("ab"),
        paragraph=st.integers(0, 3),
        lemma=st.sampled_from(["زار", "التقى"]),
        places=st.sampled_from([(), (GAZA,), (CAIRO,)]),
    ),
    max_size=8,
    unique_by=lambda event: event.id,
)


@settings(deadline=None, max_examples=60)
@given(_TELLINGS)
def test_merging_keeps_every_event_and_is_done_once(events: list[Event]) -> None:
    merged = merge(events)
    assert [event.id for event in merged] == [event.id for event in events]
    by_id = {event.id: event for event in merged}
    for event in merged:
        assert len(event.same_as) <= 1
        assert not any(by_id[leader].same_as for leader in event.same_as)
        assert all(conflict.event in by_id for conflict in event.conflicts)
        assert all(
            any(back.event == event.id for back in by_id[conflict.event].conflicts)
            for conflict in event.conflicts
        )
    assert merge(merged) == merged
