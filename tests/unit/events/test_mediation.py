"""Who stands between whom."""

import datetime as dt

import pytest

from core.model import Event
from core.pipeline import analyse
from core.reading import make_document


def only(text: str) -> Event:
    document = make_document(text, doc_id="x", title="عنوان", published=dt.date(2022, 8, 8))
    [event] = analyse(document).events
    return event


def roles(text: str) -> dict[str, str]:
    return {actor.text: actor.role.value for actor in only(text).actors}


@pytest.mark.parametrize("words", ["بعد جهود مصرية", "بوساطة مصرية", "بعد وساطة مصرية"])
def test_by_whose_efforts_it_came_is_the_mediator(words: str) -> None:
    found = roles(f"في 3 مايو 2021 بدأ وقف إطلاق النار بين إسرائيل وحماس {words}.")
    assert found == {"إسرائيل": "source", "حماس": "source", "مصرية": "mediator"}


def test_those_between_whom_it_happens_mediate_nothing() -> None:
    text = "جرت محادثات في 3 مايو 2021 بين الحكومة اليمنية من جهة وجماعة الحوثي من جهة أخرى، لوضع حد للحرب."
    assert roles(text) == {"الحكومة اليمنية": "source", "جماعة الحوثي": "source"}


def test_mediators_by_name_are_mediators() -> None:
    assert roles("في 3 مايو 2021 رحب الوسطاء الدوليون بالاتفاق.") == {"الوسطاء الدوليون": "mediator"}


def test_whom_somebody_meets_is_no_purpose() -> None:
    event = only("في 3 مايو 2021 اجتمع وزير الخارجية الأمريكي مع عائلات الرهائن.")
    assert event.cameo != "045"
    assert {actor.role.value for actor in event.actors} == {"source", "target"}


def test_the_purpose_makes_a_mediator() -> None:
    event = only("في 3 مايو 2021 توجه وفد مصري إلى قطاع غزة من أجل تثبيت التهدئة مع قيادة حركة حماس.")
    assert event.cameo == "045"
    assert {actor.text: actor.role.value for actor in event.actors} == {
        "وفد مصري": "mediator",
        "قيادة حركة حماس": "target",
    }


def test_those_who_meet_by_mediation_are_no_mediators() -> None:
    found = roles("التقى وزير الخارجية السعودي في 3 مايو 2021 نظيره الإيراني في بكين بوساطة صينية.")
    assert found == {
        "وزير الخارجية السعودي": "source",
        "نظيره الإيراني": "target",
        "صينية": "mediator",
    }


def test_who_only_tells_of_talks_has_no_part_in_them() -> None:
    found = roles("أعلن البيت الأبيض في 3 مايو 2021 أن المحادثات بين روسيا وأوكرانيا استؤنفت.")
    assert found == {"روسيا": "source", "أوكرانيا": "source"}


def test_a_host_only_takes_part() -> None:
    found = roles("عقدت واشنطن وطالبان في 3 مايو 2021 محادثات باستضافة قطر.")
    assert found == {"واشنطن": "source", "طالبان": "source", "قطر": "participant"}


def parties(*sentences: str) -> list[tuple[str, str | None]]:
    """Return the parties of the last event of an article, with their identity."""
    document = make_document("\n\n".join(sentences), doc_id="x", title="عنوان", published=dt.date(2022, 8, 8))
    mediation = analyse(document).events[-1].mediation
    assert mediation is not None
    return [(party.text, party.id) for party in mediation.parties]


def test_the_two_sides_are_those_of_the_talks_before() -> None:
    before = "استؤنفت في 3 مايو 2021 المفاوضات بين روسيا وأوكرانيا في اسطنبول."
    after = "وفي 5 مايو 2021 عقدت جولة ثانية من المفاوضات بين الطرفين بوساطة تركية."
    assert parties(before, after) == [("الطرفين", "state/RUS"), ("الطرفين", "state/UKR")]
    assert parties(after) == [("الطرفين", None)]


def test_two_states_in_one_word() -> None:
    found = parties("استؤنفت في 3 مايو 2021 المحادثات بين الكوريتين حول نزع السلاح.")
    assert found == [("الكوريتين", "state/KOR"), ("الكوريتين", "state/PRK")]


def test_whom_somebody_talks_with_comes_before_who_else_is_to_meet() -> None:
    found = parties(
        "أجرى وزير الخارجية الأمريكي في 3 مايو 2021 محادثات مع نظيره الروسي للتمهيد لقمة بين زعيمي البلدين."
    )
    assert [text for text, _ in found] == ["وزير الخارجية الأمريكي", "نظيره الروسي"]


def test_leaving_an_agreement_is_no_talks() -> None:
    assert only("انسحبت الولايات المتحدة في 8 مايو 2018 من الاتفاق النووي مع إيران.").mediation is None


def test_who_fights_does_not_mediate() -> None:
    found = roles("في 3 مايو 2021 أجرت حركة طالبان محادثات مع المبعوث الأمريكي لإنهاء الحرب.")
    assert found == {"حركة طالبان": "source", "المبعوث الأمريكي": "target"}
