"""What a person says is laid over what was extracted."""

import datetime as dt

import pytest

from core.judgement import Edit, Judgement, PartError, apply, given_date, read_part, write_part
from core.judgement.dating import DateError
from core.model import Actor, Basis, Event, EventKind, Place, PlaceRole, Plover, Quad, Role, Status
from tests.unit.judgement.articles import TEXT, TODAY, analyses

PARAGRAPH = TEXT.splitlines()[0]


@pytest.fixture(scope="module")
def event() -> Event:
    return analyses()[0].events[0]


def test_nothing_said_changes_nothing(event: Event) -> None:
    assert apply(event, Judgement()) is event


def test_mark_note_and_status(event: Event) -> None:
    shown = apply(event, Judgement(marked=True, note="من أين؟", status=Status.ACCEPTED))
    assert (shown.marked, shown.note, shown.status) == (True, "من أين؟", Status.ACCEPTED)
    assert shown.date == event.date


def test_a_date_says_who_set_it_and_what_was_read(event: Event) -> None:
    shown = apply(event, Judgement(edit=Edit(date=given_date("5 مايو 2021?", TODAY))))
    assert (shown.date.edtf, shown.date.start, shown.date.basis) == (
        "2021-05-05?",
        dt.date(2021, 5, 5),
        Basis.PERSON,
    )
    for words in ("2022-08-08", "«5 مايو 2021?»", "2021-05-03", event.date.reason):
        assert words in shown.date.reason
    assert (shown.status, shown.date.text, shown.date.inherited) == (Status.EDITED, event.date.text, False)


def test_what_is_hidden_stays_hidden_when_it_is_corrected(event: Event) -> None:
    edit = Edit(category=Plover.AID)
    assert apply(event, Judgement(status=Status.HIDDEN, edit=edit)).status is Status.HIDDEN


def test_another_category_takes_the_rest_of_the_code_with_it(event: Event) -> None:
    shown = apply(event, Judgement(edit=Edit(category=Plover.ASSAULT)))
    assert (shown.category, shown.quad, shown.cameo, shown.mode) == (
        Plover.ASSAULT,
        Quad.MATERIAL_CONFLICT,
        None,
        None,
    )
    assert shown.mediation is None
    assert shown.summary_en.startswith("Assault")
    assert event.why in shown.why
    assert apply(event, Judgement(edit=Edit(cameo="042"))).category is event.category


def test_actors_are_those_of_the_person(event: Event) -> None:
    delegation = next(actor for actor in event.actors if "وفد" in actor.text)
    part = read_part("mediator: وفد امني مصرى", PARAGRAPH, event)
    assert isinstance(part, Actor)
    shown = apply(event, Judgement(edit=Edit(actors=(part,), kind=EventKind.STATE)))
    assert [(a.role, a.text, a.code) for a in shown.actors] == [
        (Role.MEDIATOR, "وفد أمني مصري", delegation.code)
    ]
    assert shown.mediation is not None
    assert [party.text for party in shown.mediation.mediators] == ["وفد أمني مصري"]
    assert "mediator" in shown.summary_en
    assert shown.kind is EventKind.STATE


@pytest.mark.parametrize(
    ("line", "role", "text"),
    [
        ("mediator: حماس", Role.MEDIATOR, "حماس"),
        ("وسيط: «حماس»", Role.MEDIATOR, "حماس"),
        ("Target :قيادة حركة حماس", Role.TARGET, "قيادة حركة حماس"),
        ("مكان: غزه", PlaceRole.EVENT, "غزة"),
        ("وِجهة: قطاع غزة", PlaceRole.DESTINATION, "قطاع غزة"),
        ("about: تهدئة", PlaceRole.TOPIC, "تهدئة"),
    ],
)
def test_a_part_is_read_from_a_line(event: Event, line: str, role: Role | PlaceRole, text: str) -> None:
    part = read_part(line, PARAGRAPH, event)
    assert (part.role, part.text, part.span.cut(PARAGRAPH)) == (role, text, text)
    assert isinstance(part, Place if isinstance(role, PlaceRole) else Actor)
    for language in ("en", "ar"):
        assert read_part(write_part(part, language), PARAGRAPH, event) == part


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("مصر", "no role"),
        ("boss: حماس", "no role"),
        ("mediator:", "nobody"),
        ("mediator: قطر", "does not stand"),
        ("mediator: حما", "does not stand"),  # half a word
    ],
)
def test_what_is_no_part_is_refused_in_words(event: Event, line: str, said: str) -> None:
    with pytest.raises(PartError, match=said):
        read_part(line, PARAGRAPH, event)


@pytest.mark.parametrize(
    ("typed", "edtf", "first", "last"),
    [
        ("2021", "2021", (2021, 1, 1), (2021, 12, 31)),
        ("مايو 2021", "2021-05", (2021, 5, 1), (2021, 5, 31)),
        ("3/5/2021", "2021-05-03", (2021, 5, 3), (2021, 5, 3)),
        ("٣ مايو ٢٠٢١ ؟", "2021-05-03?", (2021, 5, 3), (2021, 5, 3)),
        ("2021-05~", "2021-05~", (2021, 5, 1), (2021, 5, 31)),
        ("2021-05-03%", "2021-05-03%", (2021, 5, 3), (2021, 5, 3)),
        ("2021-05-03/2021-05-07", "2021-05-03/2021-05-07", (2021, 5, 3), (2021, 5, 7)),
        ("2019..2021", "2019/2021", (2019, 1, 1), (2021, 12, 31)),
        ("2014/..", "2014-01-01/..", (2014, 1, 1), None),
        ("201X", "201X", (2010, 1, 1), (2019, 12, 31)),
    ],
)
def test_a_date_is_read_as_it_is_typed(
    typed: str, edtf: str, first: tuple[int, int, int], last: tuple[int, int, int] | None
) -> None:
    given = given_date(typed, TODAY)
    assert (given.edtf, given.first, given.last) == (edtf, dt.date(*first), dt.date(*last) if last else None)
    assert (given.typed, given.on) == (typed, TODAY)


@pytest.mark.parametrize("typed", ["", "?", "xyz", "2021-13", "2022/2021", "حماس", "../.."])
def test_what_is_no_date_is_refused(typed: str) -> None:
    with pytest.raises(DateError):
        given_date(typed, TODAY)
