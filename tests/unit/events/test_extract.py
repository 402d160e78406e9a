"""Dated sentences to events: composed articles, as a reader would code them."""

import datetime as dt

import pytest

from core.export.record import record
from core.model import Aux, Basis, Event, EventKind, ParagraphKind, Plover, Role
from core.pipeline import analyse
from core.reading import make_document

WRITTEN = dt.date(2022, 8, 8)


def events(text: str, written: dt.date | None = WRITTEN) -> tuple[Event, ...]:
    return analyse(make_document(text, doc_id="x", title="عنوان", published=written)).events


def only(text: str, written: dt.date | None = WRITTEN) -> Event:
    [event] = events(text, written)
    return event


def roles(event: Event) -> dict[str, Role]:
    return {actor.text: actor.role for actor in event.actors}


@pytest.mark.parametrize(
    ("sentence", "category", "cameo"),
    [
        ("زار الرئيس المصري موسكو في 3 مايو 2021، وبحث العلاقات الثنائية.", Plover.CONSULT, "042"),
        ("التقى وزير الخارجية القطري نظيره التركي في 3 مايو 2021.", Plover.CONSULT, "040"),
        ("في 3 مايو 2021، وقعت مصر وقطر اتفاقا للتعاون.", Plover.SUPPORT, "057"),
        ("قصفت الطائرات الإسرائيلية قطاع غزة في 3 مايو 2021.", Plover.ASSAULT, "195"),
        ("أفرجت إسرائيل عن عشرات الأسرى في 3 مايو 2021.", Plover.RETREAT, "0841"),
        ("في 3 مايو 2021 أدانت الأمم المتحدة الهجوم.", Plover.ACCUSE, "111"),
        ("فرضت واشنطن عقوبات على إيران في 3 مايو 2021.", Plover.SANCTION, "163"),
        ("في 3 مايو 2021 اعتقلت الشرطة عشرات المتظاهرين.", Plover.COERCE, "173"),
        ("أعلنت إثيوبيا في 3 مايو 2021 أنها سترفع الحصار عن المدينة.", Plover.CONCEDE, "081"),
        ("هددت إسرائيل في 3 مايو 2021 بعملية واسعة.", Plover.THREATEN, "138"),
        ("في 3 مايو 2021 انسحبت القوات الروسية من المدينة.", Plover.RETREAT, "0874"),
        ("في 3 مايو 2021 رفضت الحكومة اليمنية المبادرة.", Plover.REJECT, "127"),
    ],
)
def test_a_dated_sentence_is_coded(sentence: str, category: Plover, cameo: str) -> None:
    event = only(sentence)
    assert (event.category, event.cameo, event.date.edtf) == (category, cameo, "2021-05-03")
    assert event.text == sentence
    assert event.kind is EventKind.EVENT


def test_who_goes_to_calm_others_is_a_mediator() -> None:
    event = only(
        "وصل وفد أمني مصري إلى قطاع غزة في 3 مايو 2021، لإجراء محادثات مع قيادة حركة حماس حول التهدئة."
    )
    assert (event.category, event.cameo) == (Plover.CONSULT, "045")
    assert roles(event) == {"وفد أمني مصري": Role.MEDIATOR, "قيادة حركة حماس": Role.TARGET}
    assert [place.name_en for place in event.places] == ["Gaza Strip"]
    assert "التهدئة" in event.why


def test_who_is_sent_mediates_and_not_who_sends() -> None:
    event = only("في 3 مايو 2021 أوفد الرئيس المصري وفدا أمنيا إلى قطاع غزة من أجل التهدئة.")
    assert roles(event) == {"الرئيس المصري": Role.SOURCE, "وفدا أمنيا": Role.MEDIATOR}


def test_a_bare_visit_is_no_mediation() -> None:
    event = only("زار وفد مصري قطاع غزة في 3 مايو 2021 لمتابعة مشاريع الإسكان.")
    assert event.cameo == "042"
    assert set(roles(event).values()) == {Role.SOURCE}


def test_the_guest_acts_when_a_host_receives() -> None:
    event = only("استقبل الرئيس المصري وزير الخارجية القطري في 3 مايو 2021.")
    assert roles(event) == {"الرئيس المصري": Role.TARGET, "وزير الخارجية القطري": Role.SOURCE}


def test_a_passive_leaves_the_source_empty() -> None:
    event = only("اغتيل القيادي في حركة حماس في دبي يوم 19 يناير 2010.")
    assert Role.SOURCE not in roles(event).values()
    assert event.cameo == "186"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("الرئيس التركي يزور بغداد في 3 مايو 2021.", {"الرئيس التركي": Role.SOURCE}),
        (
            "في 3 مايو 2021 قتل الجيش السوري عشرات المدنيين.",
            {"الجيش السوري": Role.SOURCE, "عشرات المدنيين": Role.TARGET},
        ),
        ("في 3 مايو 2021 قتل عشرات المدنيين في حلب.", {"عشرات المدنيين": Role.TARGET}),
        ("عادت العلاقات بين مصر وقطر في 3 مايو 2021.", {"مصر": Role.SOURCE, "قطر": Role.SOURCE}),
        (
            "قتل القائد على يد تنظيم القاعدة في 3 مايو 2021.",
            {"القائد": Role.TARGET, "تنظيم القاعدة": Role.SOURCE},
        ),
    ],
)
def test_who_stands_where_has_which_part(sentence: str, expected: dict[str, Role]) -> None:
    assert roles(only(sentence)) == expected


def test_a_list_of_years_is_as_many_events() -> None:
    found = events("توسطت مصر بين الجانبين في مفاوضات الهدنة 2009 و2012 و2014.")
    assert [event.date.edtf for event in found] == ["2009", "2012", "2014"]
    assert {event.category for event in found} == {Plover.CONSULT}
    assert all(event.date.basis is Basis.YEAR_LIST for event in found)
    assert all("مصر" in roles(event) for event in found)


def test_two_dates_of_one_sentence_have_each_its_happening() -> None:
    first, second = events(
        "زار الوزير التركي بغداد في 3 مايو 2021، وفي 5 مايو 2021 استقبل الوزير وفدا من الأمم المتحدة."
    )
    assert [first.trigger and first.trigger.lemma, second.trigger and second.trigger.lemma] == [
        "زار",
        "استقبل",
    ]


def test_the_date_of_a_statement_is_the_statements() -> None:
    event = only("قال وزير الخارجية المصري، الأحد، إن العلاقات جيدة.")
    assert event.kind is EventKind.REPORTING
    assert event.category is None


def test_a_meeting_to_come_is_agreed() -> None:
    event = only("سيلتقي الرئيس المصري نظيره التركي الأربعاء المقبل.")
    assert (event.category, event.cameo, event.aux) == (Plover.AGREE, "036", Aux.FUTURE)
    assert event.date.edtf == "2022-08-10"


def test_a_date_above_is_the_date_of_what_stands_under_it() -> None:
    text = (
        "هذه أبرز محطات الأزمة بين البلدين كما رصدتها التقارير المتتالية في العاصمتين وفي المدن الكبرى.\n"
        "3 مايو 2021\n"
        "الرئيس التركي يستقبل وزير الخارجية القطري في العاصمة أنقرة لبحث الأزمة القائمة.\n"
    )
    event = only(text)
    assert (event.date.edtf, event.date.basis, event.paragraph) == ("2021-05-03", Basis.HEADING, 2)
    assert event.date.inherited
    assert event.date.anchor is not None
    assert event.date.anchor.text == "3 مايو 2021"


def test_what_is_not_known_is_null() -> None:
    event = only("تغير كل شيء في المدينة القديمة خلال مايو 2021.")
    assert (event.category, event.cameo, event.trigger, event.actors) == (None, None, None, ())


@pytest.mark.parametrize(
    "line",
    [
        "اقرأ أيضا: زيارة الوفد المصري في 3 مايو 2021",
        "صورة أرشيفية - زيارة الوفد المصري في 3 مايو 2021",
        "نشر في 3 مايو 2021",
        "آخر تحديث: الاثنين 3 مايو 2021 - 10:15 مساء بتوقيت القاهرة",
        "كتب: محرر الشؤون العربية - نشر في الاثنين 3 مايو 2021 | 09:14 م",
        "الرئيسية | أخبار | عرب وعالم | رياضة | الاثنين 3 مايو 2021",
        "جلسة سابقة (أرشيفية - 3 مايو 2021) تصوير: وكالات",
        "جميع الحقوق محفوظة © 2009 - 2021 صوت الناس",
        "×",
    ],
)
def test_page_furniture_carries_no_events(line: str) -> None:
    body = (
        "التقى وزير الخارجية القطري نظيره التركي في الدوحة لبحث التطورات في المنطقة وسبل التعاون بين البلدين."
    )
    text = f"صوت الناس\n{line}\n{body}\n"
    document = make_document(text, doc_id="x")
    assert document.paragraphs[1].kind is not ParagraphKind.BODY
    assert all(event.paragraph != 1 for event in analyse(document).events)


def test_every_part_points_at_its_own_words() -> None:
    text = (
        "وصل وفدٌ أمنيٌّ مصري إلى قطاع غزّة في ٣ مايو ٢٠٢١، لإجراء محادثات مع قيادة حركة حماس.\n"
        "وفي 10 سبتمر، اتجه الوفد المصري إلى رام الله من أجل المصالحة بين الفصائل الفلسطينية هناك.\n"
    )
    analysis = analyse(make_document(text, doc_id="x"))
    assert len(analysis.events) == 2
    for event in analysis.events:
        paragraph = analysis.document.paragraphs[event.paragraph].text
        assert event.sentence.cut(paragraph) == event.text
        assert event.date.span is not None
        assert event.date.span.cut(paragraph) == event.date.text
        assert event.trigger is not None
        pointing = [(part.span, part.text) for part in event.actors]
        pointing += [(part.span, part.text) for part in event.places]
        for span, words in (*pointing, (event.trigger.span, event.trigger.text)):
            assert span.cut(paragraph) == words


def test_ids_are_stable_and_distinct() -> None:
    text = "زار الرئيس المصري موسكو في 3 مايو 2021. والتقى الرئيس المصري نظيره الروسي في 5 مايو 2021."
    ids = [event.id for event in events(text)]
    assert ids == [event.id for event in events(text)]
    assert len(set(ids)) == 2


def test_the_record_has_every_key_whatever_is_known() -> None:
    known = record(only("وصل وفد أمني مصري إلى قطاع غزة في 3 مايو 2021."))
    unknown = record(only("تغير كل شيء في المدينة القديمة خلال مايو 2021."))
    assert list(known) == list(unknown)
    assert known["doc"]["published"] == "2022-08-08"
    assert known["date"]["start"] == known["date"]["end"] == "2021-05-03"
    assert known["date"]["reason"]
    assert unknown["trigger"] is None


@pytest.mark.parametrize(
    "sentence",
    [
        "وقال المجلس في بيان نشرته في 3 مايو 2021 وكالة الأنباء العراقية إن الهجوم فشل.",
        "كشفت صحيفة هآرتس في 3 مايو 2021 تفاصيل لقاء سري.",
        "قررت بغداد فتح المعبر، حسبما أعلنت في 3 مايو 2021 وزارة الداخلية العراقية.",
        "وأكدت الحكومة العراقية في بيان صادر عنها في 3 مايو 2021 أن الأمر غير صحيح.",
    ],
)
def test_the_date_of_publishing_dates_nothing_else(sentence: str) -> None:
    assert only(sentence).kind is EventKind.REPORTING


@pytest.mark.parametrize(
    ("sentence", "category"),
    [
        ("قتل جندي عراقي في غارة في 3 مايو 2021.", Plover.ASSAULT),
        ("عقد في بغداد اجتماع خلال زيارة وزير الخارجية المصري إلى العراق في 3 مايو 2021.", Plover.CONSULT),
        ("شنت طائرات عراقية، فجر 3 مايو 2021، غارتين على موقعين دون أن تسجل خسائر.", Plover.ASSAULT),
    ],
)
def test_the_date_is_of_what_happened(sentence: str, category: Plover) -> None:
    assert only(sentence).category is category


def test_one_date_said_twice_makes_one_row() -> None:
    again = "في 3 مايو 2021، بعد نحو 18 يوما من اختفاء الوزير، أعلنت الحكومة وقف إطلاق النار."
    assert [event.date.edtf for event in events(again)] == ["2021-05-03"]
    exactly = "في 7 يونيو 2015 فاز الحزب، وأجرت الحكومة محادثات بعد بضعة أشهر في 1 نوفمبر 2015."
    assert [event.date.edtf for event in events(exactly)][1:] == ["2015-11-01"]
