"""Which happening a date is of, and what kind of row it makes."""

import datetime as dt

import pytest

from core.model import Aux, Event, EventKind, Plover
from core.pipeline import analyse
from core.reading import make_document

WRITTEN = dt.date(2022, 8, 8)


def events(text: str) -> tuple[Event, ...]:
    return analyse(make_document(text, doc_id="x", title="عنوان", published=WRITTEN)).events


def only(text: str) -> Event:
    [event] = events(text)
    return event


def lemma(event: Event) -> str | None:
    return event.trigger.lemma if event.trigger else None


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("وأضاف أن القوات انسحبت من المدينة في 3 مايو 2021.", "انسحب"),
        ('وأضاف الوزير "في 3 مايو 2021 انسحبت القوات من المدينة".', "انسحب"),
        ("في 3 مايو 2021 وخلال مؤتمر إقليمي رفضت الحكومة المبادرة.", "رفض"),
        ("تصالح الرئيسان بعد أزمة حادة جراء إسقاط تركيا طائرة روسية في 3 مايو 2021.", "إسقاط"),
        ("أدى الاتفاق الموقع في 3 مايو 2021 إلى هدوء في الجنوب.", "موقع"),
        ("عاد الوفد غداة قصف المدينة.", "قصف"),
    ],
)
def test_a_date_is_of_what_stands_with_it(sentence: str, expected: str) -> None:
    assert lemma(only(sentence)) == expected


def test_a_participle_without_a_date_behind_it_is_no_happening() -> None:
    assert lemma(only("طالبت العائلات بعودة المحتجزين من المدينة في 3 مايو 2021.")) == "طالب"


def test_what_is_said_to_be_refused_is_refused_by_saying_it() -> None:
    event = only("قال وزير الخارجية المصري، الأحد، إن بلاده ترفض المبادرة.")
    assert (event.kind, event.category) == (EventKind.EVENT, Plover.REJECT)


def test_what_was_merely_said_keeps_the_date_of_saying() -> None:
    assert only("قال الوزير الأحد إن الحكومة رفضت المبادرة قبل ذلك مرارا.").kind is EventKind.REPORTING


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("تولى الرئيس الحكم منذ عام 2003.", EventKind.EVENT),
        ("هذه أول زيارة للرئيس منذ عام 2003.", EventKind.STATE),
        ("قصفت الطائرات المدينة خلال الأسابيع الأخيرة.", EventKind.STATE),
        ("قصفت الطائرات المدينة قبل عام.", EventKind.EVENT),
        ("سيكون هناك وقف لإطلاق النار اليوم لو وافقت الحركة.", EventKind.STATE),
        ("يخشى السكان اليوم الخروج خوفا من هجمات انتقامية.", EventKind.STATE),
        ("تبادل الرئيسان التهاني في اتصال هاتفي بمناسبة عيد الفطر.", EventKind.ANNIVERSARY),
    ],
)
def test_what_a_date_makes_of_its_sentence(sentence: str, kind: EventKind) -> None:
    assert [event.kind for event in events(sentence)] == [kind]


def test_what_is_expected_lies_ahead() -> None:
    event = only("من المقرر أن يناقش الوفدان الملف الأسبوع المقبل.")
    assert (event.category, event.aux) == (Plover.AGREE, Aux.FUTURE)


def test_the_first_verb_of_an_entry_says_what_it_is() -> None:
    text = (
        "هذه أبرز محطات الأزمة بين البلدين كما رصدتها التقارير المتتالية في العاصمتين وفي المدن الكبرى.\n"
        "3 مايو 2021\n"
        "الرئيس التركي يعبر عن قلقه من اختفاء وزير الخارجية القطري في العاصمة أنقرة قبل القمة.\n"
    )
    assert only(text).category is None


def test_a_date_between_commas_is_of_the_verb_before_it() -> None:
    assert lemma(only("اقتحم متظاهرون السفارة، في 3 مايو 2021، وأضرموا النار فيها.")) == "اقتحم"


def test_what_lasts_in_a_place_has_no_day() -> None:
    event = only("قتل عشرات المدنيين في المدينة التي تسيطر عليها المعارضة في 3 مايو 2021.")
    assert lemma(event) == "قتل"


def test_what_is_expected_is_not_of_the_day_of_saying() -> None:
    event = only("قال الرئيس الأميركي، الجمعة، إنه يتوقع وقوع هجوم.")
    assert event.kind is EventKind.REPORTING
