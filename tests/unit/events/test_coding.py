"""The finer points of a code: what is threatened, what lies ahead, what undoes what."""

import datetime as dt

import pytest

from core.model import Basis, Event, Plover
from core.pipeline import analyse
from core.reading import make_document

WRITTEN = dt.date(2022, 8, 8)


def events(text: str) -> tuple[Event, ...]:
    return analyse(make_document(text, doc_id="x", title="عنوان", published=WRITTEN)).events


@pytest.mark.parametrize(
    ("sentence", "category", "cameo"),
    [
        ("في 3 مايو 2021 حذر الرئيس الأميركي سوريا من استخدام الأسلحة الكيماوية.", Plover.THREATEN, "138"),
        ("في 3 مايو 2021 حذر الأمين العام من النتائج الخطيرة.", None, ""),
        ("في 3 مايو 2021 هددت واشنطن أنقرة بعقوبات جديدة.", Plover.THREATEN, "131"),
        ("في 3 مايو 2021 أعلنت الحركة انتهاء وقف إطلاق النار.", Plover.ASSAULT, "196"),
        ("في 3 مايو 2021 أعلنت الحركة وقف إطلاق النار.", Plover.RETREAT, "0871"),
        ("في 3 مايو 2021 اعتذرت الحكومة الهولندية عن القصف.", Plover.SUPPORT, "055"),
        ("في 3 مايو 2021 ألغى الرئيس الفرنسي زيارته إلى طهران.", Plover.SANCTION, "160"),
        ("إلا أن هذه العلاقات قطعت في 3 مايو 2021.", Plover.SANCTION, "161"),
        ("رفعت بغداد الحظر الذي كانت فرضته أنقرة في 3 مايو 2021.", Plover.SANCTION, "163"),
        ("في 3 مايو 2021 استدعت الخارجية السفير الروسي.", Plover.ACCUSE, "114"),
        ("في 3 مايو 2021 استدعت بغداد سفيرها في أنقرة.", Plover.SANCTION, "161"),
        ("واصل المعلمون في 3 مايو 2021 احتجاجاتهم على الأجور.", Plover.PROTEST, "141"),
        ("وصل التبادل التجاري في 3 مايو 2021 إلى مليار دولار.", None, ""),
        ("محاولة الانقلاب التي شهدتها البلاد في 3 مايو 2021 فشلت.", Plover.ASSAULT, "190"),
        ("المظاهرة التي انطلقت في 3 مايو 2021 للمطالبة بالخبز كانت كبيرة.", Plover.PROTEST, "141"),
        ("أصيب الرئيس السابق في 3 مايو 2021 بكسر في ساقه.", None, ""),
        ("شنت الشرطة في 3 مايو 2021 حملة اعتقالات في بغداد.", Plover.COERCE, "173"),
        ("وصلت في 3 مايو 2021 قافلتا مساعدات إلى بغداد.", Plover.AID, "070"),
        ("تسببت مجموعات مسلحة في 3 مايو 2021 في عرقلة المرور.", None, ""),
        ("عرضت الجزائر الوساطة بين البلدين في 3 مايو 2021.", Plover.AGREE, "039"),
        ("صوتت روسيا بالفيتو على القرار في 3 مايو 2021.", Plover.REJECT, "127"),
        (
            "أعلن الرئيس الأميركي انسحاب الولايات المتحدة من الاتفاق النووي في 3 مايو 2021.",
            Plover.SANCTION,
            "164",
        ),
        ("تبادل البلدان الاتهامات في 3 مايو 2021.", Plover.ACCUSE, "112"),
        ("قبل اجتماع سيعقده مجلس الأمن في 3 مايو 2021.", Plover.AGREE, "036"),
        ("قال الوزير العراقي في 3 مايو 2021 إنه لن يلتقي نظيره التركي.", None, ""),
        ("لن يلتقي الوزير العراقي نظيره التركي في 3 مايو 2021.", Plover.REJECT, "125"),
        ("دانت المنظمة، في 3 مايو 2021، قصف المدينة.", Plover.ACCUSE, "111"),
        ("تظاهر آلاف الأشخاص الذين يعارضون الانفصال في 3 مايو 2021.", Plover.PROTEST, "141"),
        ("لم يستبعد الوزير العراقي في 3 مايو 2021 زيارة دمشق.", None, ""),
        ("في 3 مايو 2021 أحيت السفارة الذكرى العاشرة لاغتيال الرئيس.", None, ""),
        ("في 3 مايو 2021 جمدت الحكومة اتصالاتها وعلقت المفاوضات.", Plover.SANCTION, "164"),
        ("في 3 مايو 2021 فرقت الشرطة المتظاهرين في العاصمة.", Plover.ASSAULT, "175"),
        ("في 3 مايو 2021 استعرض الوزيران العلاقات بين البلدين.", Plover.CONSULT, "040"),
        ("في 3 مايو 2021 أرسلت الكويت مساعدات إلى بيروت.", Plover.AID, "070"),
        ("لم يوافق الرئيس السوري على الخطة في 3 مايو 2021.", Plover.REJECT, "120"),
        ("لم يشارك وفد الحوثيين في المحادثات في 3 مايو 2021.", Plover.REJECT, "125"),
        ("في 3 مايو 2021 دخل اتفاق وقف إطلاق النار حيز التنفيذ.", Plover.RETREAT, "0871"),
        ("في 3 مايو 2021 أجلت الأمم المتحدة عشرات المدنيين.", Plover.RETREAT, "0872"),
    ],
)
def test_the_complement_settles_the_code(sentence: str, category: Plover | None, cameo: str) -> None:
    [event] = events(sentence)
    assert (event.category, event.cameo or "") == (category, cameo)


def test_what_goes_on_has_the_date_before_it() -> None:
    first, second = events(
        "زار الرئيس المصري موسكو في 5 أغسطس 2022.\nكما التقى وزير الخارجية الروسي في الكرملين لبحث الملف."
    )
    assert (second.date.edtf, second.date.basis) == (first.date.edtf, Basis.ANCHORED)
    assert second.date.text is None


def test_during_it_is_no_date_of_its_own() -> None:
    first, second = events("في 3 مايو 2021 قام الرئيس المصري بزيارة لموسكو بحث خلالها العلاقات مع نظيره.")
    assert (first.date.basis, second.date.basis) == (Basis.EXPLICIT, Basis.ANCHORED)
    assert second.date.inherited


def test_an_entry_under_a_date_keeps_it_whatever_now_is_said_to_be() -> None:
    text = (
        "هذه أبرز محطات الأزمة بين البلدين كما رصدتها التقارير المتتالية في العاصمتين وفي المدن الكبرى.\n"
        "3 مايو 2021\n"
        "الرئيس التركي يهدد بفرض عقوبات على قبرص ويعلن موقفا جديدا من الأزمة القائمة حتى الآن.\n"
    )
    [event] = events(text)
    assert (event.date.edtf, event.category) == ("2021-05-03", Plover.THREATEN)


LEAD = "استقبل الرئيس المصري وزير الخارجية القطري في القاهرة لبحث الأوضاع في المنطقة."
REST = "وقال مصدر إن العلاقات جيدة.\nويرى مراقبون أن العلاقات بين البلدين تتحسن شيئا فشيئا."


def test_a_lead_without_a_date_is_news_of_the_day_of_publication() -> None:
    [event] = events(f"{LEAD}\n{REST}")
    assert (event.date.edtf, event.date.basis) == ("2022-08-08?", Basis.PUBLISHED)
    assert event.category is Plover.CONSULT
    assert event.date.inherited


def test_a_lone_passage_promises_no_news() -> None:
    assert events(LEAD) == ()


def test_nothing_goes_on_from_a_year_told_as_background() -> None:
    text = "وقعت مصر وقطر اتفاقا في عام 1993.\nكما التقى الرئيس المصري وزير الخارجية الروسي."
    assert [event.date.basis for event in events(text)] == [Basis.YEAR]
