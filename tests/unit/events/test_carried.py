"""What a sentence leaves to the one before it: its subject, its date."""

import datetime as dt

import pytest

from core.model import Basis, Event, Plover
from core.pipeline import analyse
from core.reading import make_document

WRITTEN = dt.date(2022, 8, 8)


def events(text: str) -> list[Event]:
    return list(analyse(make_document(text, doc_id="x", title="عنوان", published=WRITTEN)).events)


def roles(event: Event) -> dict[str, str]:
    return {actor.text: actor.role.value for actor in event.actors}


class TestSubject:
    def test_a_verb_that_goes_on_has_the_subject_of_the_sentence_before(self) -> None:
        *_, last = events(
            "زار الرئيس المصري بغداد في 3 مايو 2021. ثم توجه في 4 مايو 2021 إلى عمان للقاء الملك الأردني."
        )
        assert roles(last)["الرئيس المصري"] == "source"
        assert last.actors[0].span.cut(
            "زار الرئيس المصري بغداد في 3 مايو 2021. ثم توجه في 4 مايو 2021 إلى عمان للقاء الملك الأردني."
        ) == ("الرئيس المصري")

    def test_it_has_to_agree(self) -> None:
        *_, last = events("زار الرئيس المصري بغداد في 3 مايو 2021. وتعهدت في 4 مايو 2021 بدعم الحكومة.")
        assert "الرئيس المصري" not in roles(last)

    def test_a_noun_behind_the_verb_may_be_its_subject(self) -> None:
        *_, last = events("زار الرئيس المصري بغداد في 3 مايو 2021. وطالب محتجون في 4 مايو 2021 بالخبز.")
        assert "الرئيس المصري" not in roles(last)

    def test_no_subject_comes_from_another_paragraph(self) -> None:
        *_, last = events("زار الرئيس المصري بغداد في 3 مايو 2021.\nثم توجه في 4 مايو 2021 إلى عمان.")
        assert roles(last) == {}

    def test_a_joined_verb_goes_on_with_the_subject_of_its_sentence(self) -> None:
        *_, last = events("أعلنت حركة طالبان رفضها عرض الرئيس الأفغاني، وتوعدت في 3 مايو 2021 بشن هجمات.")
        assert roles(last) == {"حركة طالبان": "source"}


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("زار الرئيس المصري بغداد في 3 مايو 2021، ووقع اتفاقية للتعاون.", Plover.SUPPORT),
        ("وفي ختام القمة التي عقدت في 3 مايو 2021، أعلن الرئيس المصري قطع العلاقات.", Plover.SANCTION),
        ("قطعت بغداد العلاقات مع أنقرة في 3 مايو 2021 مع اندلاع الحرب بين البلدين.", Plover.ASSAULT),
        ("وصل الوفد المصري إلى غزة في 3 مايو 2021. ووقع الوفد بعد ذلك اتفاقية مع الحكومة.", Plover.SUPPORT),
        ("كشف المتحدث في 3 مايو 2021 أن المبعوث الأممي التقى قادة حركة طالبان.", Plover.CONSULT),
    ],
)
def test_a_further_act_shares_the_date(text: str, category: Plover) -> None:
    dated, further = events(text)
    assert further.category is category
    assert (further.date.start, further.date.basis) == (dt.date(2021, 5, 3), Basis.ANCHORED)
    assert dated.date.span is not None
    assert further.date.span is None


@pytest.mark.parametrize(
    "text",
    [
        "زار الرئيس المصري بغداد في 3 مايو 2021، التي وقعت اتفاقية للتعاون.",
        "قال الوزير المصري في 3 مايو 2021 إن بلاده رفضت المبادرة قبل ذلك.",
        "قصف الجيش المصري المدينة في 3 مايو 2021 وكان طرفا في جلسات الحوار.",
        "وصل الوفد المصري إلى غزة في 3 مايو 2021. وشدد خلال اللقاء على وقف الحرب.",
    ],
)
def test_what_is_told_besides_is_no_further_act(text: str) -> None:
    assert len(events(text)) == 1


def test_the_news_of_a_lead_is_not_the_background_it_gives() -> None:
    lead, background = events(
        "عقد الرئيس المصري جولة من المحادثات مع نظيره السوداني بعدما فشل اجتماعهما الأول الأسبوع الماضي.\n"
        "وجرت المحادثات في مقر الرئاسة.\nولم تعلن نتائج."
    )
    assert (lead.date.start, lead.date.basis) == (WRITTEN, Basis.PUBLISHED)
    assert background.date.text == "الأسبوع الماضي"
