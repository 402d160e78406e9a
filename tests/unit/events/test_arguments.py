"""Who does what to whom, and where: one phenomenon of Arabic news syntax a case, in composed sentences."""

import datetime as dt

import pytest

from core.model import Event
from core.pipeline import analyse
from core.reading import make_document

WRITTEN = dt.date(2022, 8, 8)

Roles = dict[str, str]


def only(text: str) -> Event:
    [event] = analyse(make_document(text, doc_id="x", title="عنوان", published=WRITTEN)).events
    return event


def roles(text: str) -> Roles:
    return {actor.text: actor.role.value for actor in only(text).actors}


def places(text: str) -> list[str]:
    return [place.text for place in only(text).places]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(
            "في 3 مايو 2021 اتهمت قطر السعودية والإمارات والبحرين بعرقلة الحوار.",
            {"قطر": "source", "السعودية": "target", "الإمارات": "target", "البحرين": "target"},
            id="a list of those accused",
        ),
        pytest.param(
            "ألقى الرئيس العراقي خطابا، واتهم في 3 مايو 2021 دول الخليج، خصوصا الكويت، بالتصعيد.",
            {"الرئيس العراقي": "source", "دول الخليج": "target", "الكويت": "target"},
            id="a verb that does not agree with the feminine behind it has its subject before",
        ),
        pytest.param(
            "في 3 مايو 2021 حاصروا الحكومة اليمنية.",
            {"الحكومة اليمنية": "target"},
            id="a plural verb has no subject behind it",
        ),
        pytest.param(
            "التقى الرئيس المصري في 3 مايو 2021 بعض اللاجئين.",
            {"الرئيس المصري": "source", "بعض اللاجئين": "target"},
            id="a date keeps nothing apart",
        ),
        pytest.param(
            "في 3 مايو 2021 استهدف هجوم انتحاري قيادة الشرطة في كابل.",
            {"قيادة الشرطة": "target"},
            id="what strikes is nobody, and who is named behind it suffers it",
        ),
        pytest.param(
            "أسفرت غارة إسرائيلية استهدفت قيادة الشرطة في 3 مايو 2021 عن دمار.",
            {"إسرائيلية": "source", "قيادة الشرطة": "target"},
            id="the adjective of what strikes says whose it is",
        ),
        pytest.param(
            "في 3 مايو 2021 تعرض الرئيس العراقي لهجوم في بغداد.",
            {"الرئيس العراقي": "target"},
            id="who is exposed to an attack suffers it",
        ),
        pytest.param(
            "وألقت طائرات منشورات حذرت الفلسطينيين في 3 مايو 2021 من الاقتراب.",
            {"الفلسطينيين": "target"},
            id="a sound plural behind its verb shows its case",
        ),
        pytest.param(
            "أدانت بغداد الهجوم الذي شنته حركة طالبان في 3 مايو 2021.",
            {"حركة طالبان": "source"},
            id="the doer in the relative clause behind a noun",
        ),
        pytest.param(
            "وتجددت مظاهرات 3 مايو 2021 التي نظمها المحتجون في بغداد.",
            {"المحتجون": "source"},
            id="the doer in the relative clause behind the date of a noun",
        ),
        pytest.param(
            "وصل الرئيس المصري إلى بغداد بعد مباحثاته مع نظيره الفرنسي في 3 مايو 2021.",
            {"الرئيس المصري": "source", "نظيره الفرنسي": "target"},
            id="a possessive pronoun points back at the subject",
        ),
        pytest.param(
            "رحبت بغداد بدعوة السعودية إيران في 3 مايو 2021 إلى الحوار.",
            {"السعودية": "source", "إيران": "target"},
            id="a verbal noun with its doer takes an object",
        ),
        pytest.param(
            "في 3 مايو 2021 اعتقلت الشرطة العراقية خمسة في بغداد.",
            {"الشرطة العراقية": "source"},
            id="a body behind a verb of either voice does it",
        ),
        pytest.param(
            "تعهدت إيران بالرد بعد أن اتهمت إسرائيل بالتجسس في 3 مايو 2021.",
            {"إيران": "source", "إسرائيل": "target"},
            id="the only one named behind an accusation is the accused",
        ),
        pytest.param(
            "شن الجيش الفرنسي غارات على مواقع للحوثيين في 3 مايو 2021.",
            {"الجيش الفرنسي": "source", "لحوثيين": "target"},
            id="what lies under the blow is theirs",
        ),
        pytest.param(
            "أعلنت الأمم المتحدة أن غارات جوية دمرت المدينة في 3 مايو 2021.",
            {},
            id="who announces that something happened does not do it",
        ),
        pytest.param(
            "تظاهر عشرات الصحفيين المصريين في 3 مايو 2021.",
            {"عشرات الصحفيين المصريين": "source"},
            id="an amount has no gender",
        ),
        pytest.param(
            "في 3 مايو 2021 أسقطت الجماعة طائرة إسرائيلية.",
            {"طائرة إسرائيلية": "target"},
            id="a definite noun behind the verb is its subject, whoever it is",
        ),
        pytest.param(
            "أشاد الوزير المصري بالمجلس، وقال نطلب منكم في 3 مايو 2021 الوقوف معنا.",
            {},
            id="who speaks is nobody who is named",
        ),
        pytest.param(
            "في 3 مايو 2021 رد الجيش التركي بقصف مواقع تنظيم داعش.",
            {"الجيش التركي": "source", "تنظيم داعش": "target"},
            id="a blow that a verb answers with is its own",
        ),
        pytest.param(
            "وأضاف التقرير أن الفلسطينيين الذين جرى اعتقالهم في 3 مايو 2021 كثر.",
            {"الفلسطينيين": "target"},
            id="whom an empty verb and a noun with a pronoun mean",
        ),
        pytest.param(
            "شنت طائرات غارات على مواقع الجيش العراقي في 3 مايو 2021.",
            {"طائرات": "source", "الجيش العراقي": "target"},
            id="a common noun right behind its verb acts",
        ),
        pytest.param(
            "أسقط الجيش العراقي طائرات في 3 مايو 2021.",
            {"الجيش العراقي": "source"},
            id="elsewhere it is nobody",
        ),
        pytest.param(
            "قتل عدد من الجنود العراقيين في 3 مايو 2021 في حين شن الطيران التركي غارات.",
            {"عدد من الجنود العراقيين": "target"},
            id="the doer of another verb has no part",
        ),
    ],
)
def test_the_verb_says_who_acts(sentence: str, expected: Roles) -> None:
    assert roles(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(
            "انهار التحالف مع علي عبد الله صالح الذي قتل على يد الحوثيين في 4 ديسمبر 2017.",
            {"علي عبد الله صالح": "target", "الحوثيين": "source"},
            id="whom a relative clause is about suffers its passive",
        ),
        pytest.param(
            "أشاد البيان بالمبعوث الأممي إلى اليمن، الذي وصل إلى صنعاء في 3 مايو 2021.",
            {"المبعوث الأممي إلى اليمن": "source"},
            id="whom a relative clause is about does its verb",
        ),
        pytest.param(
            "في 3 مايو 2021 انضمت مصر إلى الائتلاف الوطني الذي تقوده فرنسا.",
            {"مصر": "source", "الائتلاف الوطني": "target"},
            id="what describes somebody is no part of what happened",
        ),
    ],
)
def test_relative_clauses(sentence: str, expected: Roles) -> None:
    assert roles(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(
            "في 3 مايو 1944 اعترفت الولايات المتحدة بسوريا كدولة مستقلة.",
            {"الولايات المتحدة": "source", "سوريا": "target"},
            id="a verb that governs its object with «ب»",
        ),
        pytest.param(
            "في 3 مايو 2021 شنت تركيا عملية عسكرية برية في شمال سوريا ضد وحدات حماية الشعب الكردية.",
            {"تركيا": "source", "وحدات حماية الشعب الكردية": "target"},
            id="against whom, far behind the verb",
        ),
        pytest.param(
            "في 3 مايو 2021 شنت القوات الروسية غارات جوية كثيفة على مواقع الجيش الأوكراني.",
            {"القوات الروسية": "source", "الجيش الأوكراني": "target"},
            id="a preposition is seen through the first noun of a construct",
        ),
        pytest.param(
            "في 3 مايو 2021 قام جزء من الجيش التركي بمحاولة انقلاب.",
            {"الجيش التركي": "source"},
            id="a part of somebody acts for the whole",
        ),
        pytest.param(
            "في 3 مايو 2021 تولى علاوي الحكم كرئيس للوزراء.",
            {"علاوي": "source"},
            id="what somebody is «as» is no second actor",
        ),
        pytest.param(
            "في 3 مايو 2021 اجتمع نحو ثلاثة آلاف من علماء الدين.",
            {"آلاف من علماء الدين": "source"},
            id="«نحو» before a number leads nowhere",
        ),
        pytest.param(
            "في 3 مايو 2021 تفاوضت الحكومة الأفغانية مع حركة طالبان وليس مع تنظيم الدولة.",
            {"الحكومة الأفغانية": "source", "حركة طالبان": "target"},
            id="who is excluded has no part",
        ),
        pytest.param(
            "يشهد اليمن منذ 3 مايو 2015 حربا بين الحوثيين والحكومة اليمنية.",
            {"الحوثيين": "source", "الحكومة اليمنية": "source"},
            id="a country that sees a war is where it is",
        ),
    ],
)
def test_prepositions(sentence: str, expected: Roles) -> None:
    assert roles(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(
            "في 3 مايو 2021 اغتيل ياسر عرفات رئيس السلطة الفلسطينية وقائد حركة فتح.",
            {"ياسر عرفات": "target"},
            id="a second office of one person",
        ),
        pytest.param(
            "في 3 مايو 2021 زار الرئيس المصري روسيا، والتقى الرئيس الروسي، وبحث الرئيسان التعاون.",
            {"الرئيس المصري": "source", "الرئيس الروسي": "target"},
            id="a dual takes up those named",
        ),
        pytest.param(
            "في 3 مايو 2021 رفضت مصر العرض في مقابلة مع قناة الجزيرة.",
            {"مصر": "source"},
            id="who is told something has no part in it",
        ),
        pytest.param(
            "في 3 مايو 2021 أعلنت الرئاسة المصرية أن الرئيس الفرنسي سيزور القاهرة.",
            {"الرئيس الفرنسي": "source"},
            id="who announces is not who acts",
        ),
        pytest.param(
            "في 3 مايو 2021 سيطرت القوات السورية على المعبر وعلى حدودها مع الأردن.",
            {"القوات السورية": "source"},
            id="whose border it is has no part in it",
        ),
        pytest.param(
            "وقد خطفها مسلحون في 3 مايو 2021.",
            {"مسلحون": "source"},
            id="a verb with an object pronoun is active",
        ),
    ],
)
def test_who_has_no_part(sentence: str, expected: Roles) -> None:
    assert roles(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param("زار الرئيس المصري في 3 مايو 2021 موسكو.", ["موسكو"], id="where a visit leads"),
        pytest.param(
            "في 3 مايو 2021 زار الرئيس المصري القاهرة واجتمع بالرئيس الفرنسي.",
            ["القاهرة"],
            id="the verb before says where",
        ),
        pytest.param(
            "أشار إلى محادثات في عدن، حيث التقى الرئيس اليمني في 3 مايو 2021.",
            ["عدن"],
            id="the place that «حيث» takes up",
        ),
        pytest.param(
            "في 3 مايو 2021 اغتيل ياسر عرفات، جراء إطلاق النار عليه في العاصمة الفرنسية باريس.",
            ["العاصمة الفرنسية باريس"],
            id="how it came about tells where",
        ),
        pytest.param(
            "في 3 مايو 2021 نفى الرئيس المصري وجود أي أطماع مالية أو تجارية لديه في السعودية.",
            [],
            id="a statement's topic is no place of it",
        ),
        pytest.param(
            "فر آلاف المدنيين من سوريا في 3 مايو 2021.", ["سوريا"], id="what is left is where it happens"
        ),
        pytest.param(
            "في 3 مايو 2021 أعلنت القوات الأمريكية في سوريا أنها شنت هجوما في دير الزور.",
            ["دير الزور"],
            id="the place of what is announced, not of who announces it",
        ),
        pytest.param(
            "اندلعت الثورة السورية في 3 مايو 2011.",
            ["السورية"],
            id="an uprising is where its people are",
        ),
    ],
)
def test_where_it_is(sentence: str, expected: list[str]) -> None:
    assert places(sentence) == expected


def test_an_adjective_after_its_noun_is_no_state() -> None:
    assert roles("في 3 مايو 2021 رفضت مصر وقف الاستثمارات السعودية.") == {"مصر": "source"}


def test_a_holiday_names_nobody() -> None:
    document = make_document(
        "تظاهر ناشطون مصريون في عيد العمال.", doc_id="x", title="عنوان", published=WRITTEN
    )
    actors = [actor.text for event in analyse(document).events for actor in event.actors]
    assert actors == ["ناشطون مصريون"]
