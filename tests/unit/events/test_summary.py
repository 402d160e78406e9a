"""The English line, who held an office, and names in Latin letters."""

import datetime as dt
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.events.english import base, conjugated, is_plural, with_article, with_the
from core.events.romanise import romanise
from core.events.summary import summarise
from core.events.triggers import TriggerClass, lexicon
from core.model import Actor, Aux, Place, PlaceRole, Role, Span
from core.pipeline import analyse
from core.reading import make_document

_NOWHERE = Span(0, 0)


def cls(name: str) -> TriggerClass:
    return next(form.cls for forms in lexicon().values() for form in forms if form.cls.name == name)


def actor(
    name: str | None, role: Role = Role.SOURCE, kind: str = "person", text: str = "", code: str = ""
) -> Actor:
    identity = f"{kind}/{name}" if name and kind else None
    return Actor(role, text or (name or ""), _NOWHERE, id=identity, name_en=name, code=code or None)


HALEVY = actor("Efraim Halevy")
KAMEL, GANTZ = actor("Abbas Kamel"), actor("Benny Gantz", Role.TARGET)
SINWAR = actor("Yahya Sinwar", Role.TARGET, code="PALHAM")
ISRAEL = actor("Israel", Role.TARGET, "state", code="ISR")
OFFICERS = actor("three officers", Role.TARGET, "", "ثلاثة ضباط")
CAIRO = Place(PlaceRole.EVENT, "القاهرة", _NOWHERE, name_en="Cairo")
STRIP = Place(PlaceRole.DESTINATION, "قطاع غزة", _NOWHERE, name_en="Gaza Strip")
MEET, VISIT = cls("meet"), cls("visit")
KILL, MEDIATE = cls("kill"), cls("mediate")


@pytest.mark.parametrize(
    ("what", "actors", "places", "cameo", "aux", "line"),
    [
        (MEET, (KAMEL, GANTZ), (CAIRO,), None, None, "Abbas Kamel meets Benny Gantz in Cairo."),
        (MEET, (KAMEL, HALEVY, GANTZ), (), None, None, "Abbas Kamel and Efraim Halevy meet Benny Gantz."),
        (MEET, (KAMEL, HALEVY), (), None, None, "Abbas Kamel and Efraim Halevy meet."),
        (MEET, (), (CAIRO,), None, Aux.FUTURE, "A meeting (planned) in Cairo."),
        (VISIT, (KAMEL,), (STRIP,), None, None, "Abbas Kamel goes on a visit to the Gaza Strip."),
        (VISIT, (KAMEL, GANTZ), (), None, Aux.FUTURE, "Abbas Kamel is to visit Benny Gantz."),
        (VISIT, (KAMEL, GANTZ), (), None, Aux.NEGATED, "Abbas Kamel does not visit Benny Gantz."),
        (VISIT, (KAMEL, GANTZ), (), None, Aux.HYPOTHETICAL, "Abbas Kamel may visit Benny Gantz."),
        (VISIT, (KAMEL, SINWAR, ISRAEL), (CAIRO,), "045", None,
         "Abbas Kamel visits Yahya Sinwar and Israel in Cairo, to mediate between Yahya Sinwar and Israel."),
        (MEET, (KAMEL, SINWAR), (), "045", None, "Abbas Kamel meets Yahya Sinwar, to mediate."),
        (MEDIATE, (actor("Egypt", Role.MEDIATOR, "state"), SINWAR, ISRAEL), (), "045", None,
         "Egypt mediates between Yahya Sinwar and Israel."),
        (KILL, (SINWAR,), (STRIP,), None, None, "Yahya Sinwar is killed in the Gaza Strip."),
        (KILL, (SINWAR,), (), None, Aux.NEGATED, "Yahya Sinwar is not killed."),
        (KILL, (OFFICERS,), (), None, None, "Three officers are killed."),
        (VISIT, (actor("Egyptian security delegation", kind="", text="وفد أمني مصري"),), (CAIRO,), None, None,
         "An Egyptian security delegation goes on a visit to Cairo."),
        (None, (KAMEL, GANTZ), (), None, None, "An event involving Abbas Kamel and Benny Gantz."),
        (None, (), (CAIRO,), None, None, ""),
    ],
)  # fmt: skip
def test_the_line_is_plain_english(
    what: TriggerClass | None,
    actors: tuple[Actor, ...],
    places: tuple[Place, ...],
    cameo: str | None,
    aux: Aux | None,
    line: str,
) -> None:
    assert summarise(what, actors, places, cameo, aux) == line


def line(sentence: str) -> str:
    [event] = analyse(make_document(sentence, doc_id="x", published=dt.date(2022, 1, 1))).events
    return event.summary_en


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("عقدت في 3 مايو 2021 في القاهرة ثالث جولة من المفاوضات بين فتح وحماس برعاية مصر حول المصالحة.",
         "Fatah and Hamas negotiate in Cairo on reconciliation, third round, with Egypt mediating."),
        ("توسطت قطر في 3 مايو 2021 بين السعودية وإيران في ملف الأسرى.",
         "Qatar mediates between Saudi Arabia and Iran on prisoners."),
        ("عقدت السعودية وإيران في 3 مايو 2021 جولتين من المحادثات في بغداد.",
         "Saudi Arabia and Iran negotiate in Baghdad, two rounds."),
        ("انطلقت في 3 مايو 2021 جولة جديدة من المحادثات الأمريكية الإيرانية في فيينا.",
         "The United States and Iran negotiate in Vienna, a new round."),
        ("في 3 مايو 2021 بدأ وقف إطلاق النار بين إسرائيل وحماس بوساطة مصرية.",
         "Israel and Hamas stop fire, with Egypt mediating."),
        ("استقبل الرئيس المصري عبد الفتاح السيسي في 3 مايو 2021 الملك الأردني.",
         "Abdel Fattah el-Sisi receives the Jordanian king (King Abdullah II)."),
    ],
)  # fmt: skip
def test_talks_are_told_with_issue_round_and_mediator(sentence: str, said: str) -> None:
    assert line(sentence) == said


def test_verbs_agree() -> None:
    assert [base(verb) for verb in ("visits", "denies", "releases", "goes", "dies", "is")] == [
        "visit", "deny", "release", "go", "die", "be",
    ]  # fmt: skip
    assert conjugated("is born, dies or ends", plural=True) == "are born, die or end"
    assert conjugated("praises or thanks", "to", plural=False) == "is to praise or thank"


def test_articles_and_number() -> None:
    assert with_the("United Nations") == "the United Nations"
    assert with_the("Egypt") == "Egypt"
    assert with_article("Israeli officer", definite=False) == "an Israeli officer"
    assert with_article("political parties", definite=False) == "political parties"
    assert is_plural("forces of the coalition")
    assert not is_plural("leader of the parties")


@pytest.mark.parametrize(
    ("name", "latin"),
    [
        ("عباس كامل", "Abbas Kamel"),
        ("منطقة", "Mantaqa"),
        ("التونسي", "al-Tunsi"),
        ("أبو مازن", "Abu Mazin"),
        ("عبد الخالق", "Abdel Khaliq"),
    ],
)
def test_names_in_latin_letters(name: str, latin: str) -> None:
    assert romanise(name) == latin


@settings(deadline=None, max_examples=150)
@given(st.text(alphabet="ابتةثجحخدذرزسشصضطظعغفقكلمنهويىءآأؤإئ ـَُِّ_#«»", max_size=20))
def test_no_arabic_letter_is_left(name: str) -> None:
    latin = romanise(name)
    assert latin
    assert not re.search("[\u0600-\u06ff]", latin)


def test_an_office_is_its_holder_on_the_day() -> None:
    article = "في 30 مايو 2021 التقى رئيس المخابرات العامة المصرية وزير الدفاع الإسرائيلي في القاهرة."
    [event] = analyse(make_document(article, doc_id="x")).events
    chief = event.actors[0]
    assert (chief.id, chief.text) == ("person/abbas-kamel", "رئيس المخابرات العامة المصرية")
    assert chief.name_en is not None
    assert chief.name_en.endswith("(Abbas Kamel)")
    assert "عباس كامل" in chief.aliases


@pytest.mark.parametrize(
    "words",
    [
        "في 2024 التقى رئيس المخابرات العامة المصرية",
        "في 30 مايو 2021 التقى رئيس المخابرات العامة المصرية السابق",
    ],
)
def test_an_office_that_changed_hands_or_was_left_stays_an_office(words: str) -> None:
    [event] = analyse(
        make_document(f"{words} وزير الدفاع الإسرائيلي.", doc_id="x", published=dt.date(2022, 1, 1))
    ).events
    assert all(actor.id != "person/abbas-kamel" for actor in event.actors)
