"""Where a happening is: one phenomenon of news prose a case, in composed sentences."""

import datetime as dt

import pytest

from core.model import Event
from core.pipeline import analyse
from core.reading import make_document

WRITTEN = dt.date(2022, 8, 8)


def only(text: str) -> Event:
    [event] = analyse(make_document(text, doc_id="x", title="عنوان", published=WRITTEN)).events
    return event


def places(text: str) -> list[str]:
    return [place.text for place in only(text).places]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(
            "في 3 مايو 2021 التقى الوزيران في مدينة جدة في السعودية.",
            ["مدينة جدة"],
            id="no country beside a town in it",
        ),
        pytest.param(
            "في 3 مايو 2021 زار الرئيس الفرنسي العاصمة المصرية، القاهرة.",
            ["العاصمة المصرية"],
            id="no place twice under two names",
        ),
        pytest.param(
            "في 3 مايو 2021 سيطرت القوات على نيالا عاصمة ولاية جنوب دارفور.",
            ["نيالا"],
            id="what a town is the capital of says what it is",
        ),
        pytest.param(
            "في 3 مايو 2021 توفي الوزير في أحد مستشفيات باريس.",
            ["باريس"],
            id="one of several, in the town",
        ),
        pytest.param(
            "في 3 مايو 2021 زار الوزير كلا من تونس والجزائر.",
            ["تونس", "الجزائر"],
            id="each of those visited",
        ),
        pytest.param(
            "وفي محافظة مأرب، شنت الطائرات غارات في 3 مايو 2021 على مواقع في مدينة الجوبة.",
            ["محافظة مأرب", "مدينة الجوبة"],
            id="the place that opens the sentence",
        ),
        pytest.param(
            "في 3 مايو 2021 شنت الطائرات غارات على مواقع حول مدينة تعز.",
            ["مدينة تعز"],
            id="round a town is near it, where arms are used",
        ),
        pytest.param(
            "في 3 مايو 2021 غادر الوفد القاهرة.", ["القاهرة"], id="what is left is where it happens"
        ),
    ],
)
def test_where_it_is(sentence: str, expected: list[str]) -> None:
    assert places(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(
            "في القاهرة، ناقش الوزيران في 3 مايو 2021 الأزمة في ليبيا.",
            ["القاهرة"],
            id="not where what is talked of is",
        ),
        pytest.param(
            "ناقش المجلس في 3 مايو 2021 نتائج محادثاته في جنيف.",
            [],
            id="not where that was of which somebody hears",
        ),
        pytest.param(
            "وقعت مصر في 3 مايو 2021 الاتفاق مع فرار المتمردين إلى تشاد.",
            [],
            id="not where something else happens meanwhile",
        ),
        pytest.param(
            "شن الجيش هجوما في سوريا، وفي عام 2007 أرسلت تركيا قوات.",
            [],
            id="not where the clause before its date was",
        ),
    ],
)
def test_where_it_is_not(sentence: str, expected: list[str]) -> None:
    events = analyse(make_document(sentence, doc_id="x", title="عنوان", published=WRITTEN)).events
    assert [place.text for place in events[-1].places] == expected


@pytest.mark.parametrize(
    ("sentence", "actors", "expected"),
    [
        pytest.param(
            "شنت طائرات التحالف غارات على دمشق في 3 مايو 2021.",
            ["طائرات التحالف"],
            ["دمشق"],
            id="arms are used on a town",
        ),
        pytest.param(
            "طلبت دمشق في 3 مايو 2021 من موسكو المساعدة.",
            ["دمشق", "موسكو"],
            [],
            id="governments speak",
        ),
        pytest.param(
            "قال إن اجتماع الدوحة في 3 مايو 2021 كان ناجحا.",
            [],
            ["الدوحة"],
            id="a meeting called after its town",
        ),
        pytest.param(
            "بدأت محادثات موسكو مع تركيا في 3 مايو 2021.",
            ["موسكو", "تركيا"],
            [],
            id="a government that talks with another",
        ),
        pytest.param("كما زارت مالاوي في 3 مايو 2021.", [], ["مالاوي"], id="who visits is named before"),
    ],
)
def test_a_capital_is_a_town_or_its_government(sentence: str, actors: list[str], expected: list[str]) -> None:
    event = only(sentence)
    assert [actor.text for actor in event.actors] == actors
    assert [place.text for place in event.places] == expected


def test_a_summit_is_held_or_does_something() -> None:
    held = only("في 3 مايو 2021 عقدت القمة العربية الطارئة في بغداد.")
    assert held.trigger is not None
    assert held.trigger.text == "القمة"
    assert [place.text for place in held.places] == ["بغداد"]
    acting = only("دانت القمة العربية في 3 مايو 2021 الهجوم.")
    assert [actor.text for actor in acting.actors] == ["القمة العربية"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param("وقع انفجار في 3 مايو 2021 شمال العاصمة صنعاء.", ["شمال العاصمة صنعاء"], id="a side"),
        pytest.param(
            "بدأ الوزير في 3 مايو 2021 جولته الخليجية التي تشمل الكويت وقطر إضافة إلى العراق.",
            ["الكويت", "قطر", "العراق"],
            id="what a journey takes in",
        ),
        pytest.param(
            "دعت الأمم المتحدة في 3 مايو 2021 الأطراف المتحاربة في اليمن إلى جنيف.",
            ["جنيف"],
            id="where they are called to, not where they are",
        ),
        pytest.param(
            "بدأت في 3 مايو 2021 زيارة وزير الخارجية الإيراني لبغداد.",
            ["بغداد"],
            id="a minister with a state of his own goes there",
        ),
    ],
)
def test_where_it_leads(sentence: str, expected: list[str]) -> None:
    assert places(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(
            "في 3 مايو 2021 شنت الطائرات غارات في أنحاء متفرقة من اليمن.", ["اليمن"], id="in parts of it"
        ),
        pytest.param(
            "تضم المنطقة قاعدة العند التي استعادها الثوار في 3 مايو 2021.",
            ["قاعدة العند"],
            id="what a pronoun takes up",
        ),
        pytest.param(
            "التقى الوزير الأمريكي في 3 مايو 2021 نظيره في اليوم الثاني من زيارته لبغداد.",
            ["بغداد"],
            id="the visit during which they meet",
        ),
        pytest.param(
            "في 3 مايو 2021 أوفدت القاهرة مندوبين إلى بغداد.",
            ["بغداد"],
            id="where envoys of nobody's are sent",
        ),
        pytest.param(
            "حاولت القوات في 3 مايو 2021 اقتحام الحديدة، الواقعة على ساحل البحر الأحمر.",
            ["الحديدة"],
            id="where a town lies is no second place",
        ),
        pytest.param("تعرضت دمشق في 3 مايو 2021 لقصف.", ["دمشق"], id="a town that suffers"),
    ],
)
def test_where_other_words_say_it(sentence: str, expected: list[str]) -> None:
    assert places(sentence) == expected
