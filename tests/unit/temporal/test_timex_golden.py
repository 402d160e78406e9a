"""What each kind of expression comes to; the texts were written for these tests."""

import datetime as dt

import pytest

from core.model import Basis, TimexType
from core.temporal import find_timexes

REFERENCE = dt.date(2021, 6, 16)  # a Wednesday

# text, its words, EDTF, basis
EXPLICIT = [
    ("عقد اللقاء في 9 مايو عام 2019 بالقاهرة.", "9 مايو عام 2019", "2019-05-09", Basis.EXPLICIT),
    ("وفى 7 اغسطس عام 2022 وصل الوفد", "7 اغسطس عام 2022", "2022-08-07", Basis.EXPLICIT),
    ("ولد في 12 أيار 1922 بحيفا", "12 أيار 1922", "1922-05-12", Basis.EXPLICIT),
    ("صدر في 8 فيفري 2007 بتونس", "8 فيفري 2007", "2007-02-08", Basis.EXPLICIT),
    ("وقع في 24 أكتوبر/تشرين الأول 2008", "24 أكتوبر/تشرين الأول 2008", "2008-10-24", Basis.EXPLICIT),
    (
        "اجتمعوا في 3 يناير (كانون الثاني) 2015 ثم تفرقوا",
        "3 يناير (كانون الثاني) 2015",
        "2015-01-03",
        Basis.EXPLICIT,
    ),
    ("وثيقة مؤرخة (15/1/1959) محفوظة", "15/1/1959", "1959-01-15", Basis.EXPLICIT),
    ("نشر في ٢٢/٠٤/٢٠٢١ بالصحيفة", "٢٢/٠٤/٢٠٢١", "2021-04-22", Basis.EXPLICIT),
    ("حررت في 4/22/1948 الرسالة", "4/22/1948", "1948-04-22", Basis.EXPLICIT),
    (
        "في الأول من سبتمبر من عام 1939 بدأت الحرب",
        "الأول من سبتمبر من عام 1939",
        "1939-09-01",
        Basis.EXPLICIT,
    ),
    ("التقوا في أيلول من عام 1993 سرا", "أيلول من عام 1993", "1993-09", Basis.MONTH_YEAR),
    ("طبع في كانون الأول 2024", "كانون الأول 2024", "2024-12", Basis.MONTH_YEAR),
    ("انعقد سبتمبرمن عام 1565 المجلس", "سبتمبرمن عام 1565", "1565-09", Basis.MONTH_YEAR),
    ("توقفت المحادثات عام 1979 تماما", "عام 1979", "1979", Basis.YEAR),
    ("تأسست عام ألفين وواحد وعشرين", "عام ألفين وواحد وعشرين", "2021", Basis.YEAR),
    ("بنيت سنة 753 ق.م المدينة", "سنة 753 ق.م", "-0752", Basis.ERA),
    ("تولى الملف في 2005 ونجح", "2005", "2005", Basis.YEAR),
    ("منذ توقيع الهدنة الدائمة 1949.", "1949", "1949", Basis.YEAR),
]
PERIODS = [
    ("برزت في التسعينيات ظاهرة جديدة", "التسعينيات", "199X", Basis.DECADE),
    ("حتى أربعينات القرن الماضي", "حتى أربعينات القرن الماضي", "../1949", Basis.DECADE),
    ("بني في القرن التاسع عشر", "القرن التاسع عشر", "18XX", Basis.CENTURY),
    ("سافر صيف 1947 مع أسرته", "صيف 1947", "1947-22", Basis.SEASON),
    (
        "نما الاقتصاد في الربع الثالث من عام 2016 قليلا",
        "الربع الثالث من عام 2016",
        "2016-07/2016-09",
        Basis.PERIOD,
    ),
    ("حاصروا المدينة في أوائل عام 2002 أياما", "أوائل عام 2002", "2002-01~/2002-03~", Basis.PERIOD),
    ("غادروا في نهاية 2015 البلاد", "نهاية 2015", "2015-12~", Basis.PERIOD),
    (
        "من 13 وحتى 15 تشرين الثاني 2016",
        "من 13 وحتى 15 تشرين الثاني 2016",
        "2016-11-13/2016-11-15",
        Basis.RANGE,
    ),
    ("بين عامي 1908 و1914 تغير الحكم", "بين عامي 1908 و1914", "1908/1914", Basis.RANGE),
    ("ثورة دامت 1936-1939 كاملة", "1936-1939", "1936/1939", Basis.RANGE),
    ("ومن فبراير إلى أبريل 2005 اشتد الخلاف", "من فبراير إلى أبريل 2005", "2005-02/2005-04", Basis.RANGE),
    ("يسود الهدوء منذ عام 2014 هناك", "منذ عام 2014", "2014/..", Basis.YEAR),
]
HIJRI = [
    ("كتب عام (1325) هجري بالمدينة", "1907-02-14", "1908-02-03"),
    ("في 10 شوال 1436هـ بدأت الهدنة", "2015-07-27", "2015-07-27"),
    ("في 20/شعبان/1428 اجتمعوا", "2007-09-02", "2007-09-02"),
    ("صدر بتاريخ 14-09-1432 هـ القرار", "2011-08-14", "2011-08-14"),
    ("حل رمضان 1442 والمدينة هادئة", "2021-04-13", "2021-05-12"),
]
RELATIVE = [
    ("وصل الوفد اليوم إلى غزة", "اليوم", "2021-06-16", Basis.DEICTIC),
    ("وصل الوفد أمس إلى غزة", "أمس", "2021-06-15", Basis.DEICTIC),
    ("وصل الوفد أول من أمس", "أول من أمس", "2021-06-14", Basis.DEICTIC),
    ("يعود الوفد بعد غد", "بعد غد", "2021-06-18", Basis.DEICTIC),
    ("زار المدينة الجمعة وفد أممي", "الجمعة", "2021-06-11", Basis.WEEKDAY),
    ("التقى الوزير نظيره الأربعاء في القاهرة", "الأربعاء", "2021-06-16", Basis.WEEKDAY),
    ("سيلتقي الوزير نظيره الجمعة", "الجمعة", "2021-06-18", Basis.WEEKDAY),
    ("تنطلق الجولة الأحد المقبل", "الأحد المقبل", "2021-06-20", Basis.WEEKDAY),
    ("انتهت الجولة الأربعاء الماضي", "الأربعاء الماضي", "2021-06-09", Basis.WEEKDAY),
    ("أعلن الشهر الماضي قبوله", "الشهر الماضي", "2021-05", Basis.DEICTIC),
    ("تبدأ العام المقبل", "العام المقبل", "2022", Basis.DEICTIC),
    ("فشلت الأسبوع الماضي", "الأسبوع الماضي", "2021-06-07/2021-06-13", Basis.DEICTIC),
    ("زار عمان في يوليو الماضي", "يوليو الماضي", "2020-07", Basis.YEAR_INFERRED),
    ("يعقد في الخامس من أغسطس المقبل", "الخامس من أغسطس المقبل", "2021-08-05", Basis.YEAR_INFERRED),
    ("رحل قبل عامين", "قبل عامين", "2019~", Basis.OFFSET),
    ("رحل قبل ثلاثة أيام", "قبل ثلاثة أيام", "2021-06-13", Basis.OFFSET),
    ("يغيب منذ أسبوعين", "منذ أسبوعين", "2021-06-02~", Basis.OFFSET),
    ("يعود بعد ثلاثة أيام", "بعد ثلاثة أيام", "2021-06-19", Basis.OFFSET),
]


@pytest.mark.parametrize(("text", "words", "edtf", "basis"), EXPLICIT + PERIODS + RELATIVE)
def test_one_date(text: str, words: str, edtf: str, basis: Basis) -> None:
    (timex,) = find_timexes(text, REFERENCE)
    assert (timex.text, timex.edtf, timex.basis) == (words, edtf, basis)
    assert text[timex.start : timex.end] == words
    assert timex.reason


@pytest.mark.parametrize(("text", "first", "last"), HIJRI)
def test_hijri_dates_come_to_gregorian_days(text: str, first: str, last: str) -> None:
    (timex,) = find_timexes(text)
    assert timex.basis is Basis.HIJRI
    assert abs((timex.first or dt.date.min) - dt.date.fromisoformat(first)) <= dt.timedelta(days=1)
    assert abs((timex.last or dt.date.min) - dt.date.fromisoformat(last)) <= dt.timedelta(days=1)


def test_the_offsets_are_code_points_of_the_text() -> None:
    text = "فى 4 فبراير عام 2022 زار الوفد"
    (timex,) = find_timexes(text)
    assert (timex.start, timex.end) == (3, 20)


def test_bare_years_joined_to_one_noun() -> None:
    found = find_timexes("في مفاوضات الهدنة 2009 و2012 و2014، وعلى مدى عقود")
    assert [timex.edtf for timex in found] == ["2009", "2012", "2014"]
    assert {timex.basis for timex in found} == {Basis.YEAR_LIST}


def test_days_that_share_a_month_and_dates_that_share_a_year() -> None:
    days = find_timexes("وقعت في 3 و7 و9 مايو 2019 اشتباكات")
    assert [timex.edtf for timex in days] == ["2019-05-03", "2019-05-07", "2019-05-09"]
    dates = find_timexes("التقيا في 2 يناير و5 فبراير 2018")
    assert [timex.edtf for timex in dates] == ["2018-01-02", "2018-02-05"]
    (two,) = find_timexes("اجتمعوا يوم 5 و6 جوان 2017")
    assert two.edtf == "2017-06-05/2017-06-06"


def test_a_misspelt_month_without_a_year_says_what_was_inferred() -> None:
    _, timex = find_timexes("فى 9 ديسمبر عام 2020 حضر الوفد، وفي 10 سبتمر، عاد.")
    assert (timex.text, timex.edtf, timex.basis) == ("10 سبتمر", "2020-09-10?", Basis.YEAR_INFERRED)
    assert "«سبتمبر»" in timex.reason
    assert "2020 is taken from «9 ديسمبر عام 2020»" in timex.reason
    assert timex.anchor is not None
    assert timex.anchor.edtf == "2020-12-09"


def test_one_day_in_two_calendars_is_one_date() -> None:
    (timex,) = find_timexes("اعتبارا من يوم الأحد (10 شوال 1436هـ) الموافق (26 يوليو 2015م)")
    assert timex.edtf == "2015-07-26"


def test_a_weekday_that_contradicts_its_date_is_marked() -> None:
    (timex,) = find_timexes("اجتمعوا يوم الأحد 9 أكتوبر 2017")
    assert timex.edtf == "2017-10-09?"
    assert "Sunday" in timex.reason
    assert "Monday" in timex.reason


def test_lengths_and_what_recurs_are_no_dates() -> None:
    length, often = find_timexes("يستمر لمدة عامين ويجتمعون كل 6 أشهر")
    assert (length.type, length.value, length.edtf) == (TimexType.DURATION, "P2Y", None)
    assert (often.type, often.value, often.edtf) == (TimexType.SET, "P6M", None)


def test_an_hour_has_its_day() -> None:
    (timex,) = find_timexes("يصل غدا الساعة 5 مساء", REFERENCE)
    assert (timex.type, timex.value, timex.edtf) == (TimexType.TIME, "2021-06-17T17:00", "2021-06-17")


def test_so_long_of_something_ends_with_the_date_of_its_clause() -> None:
    _, timex = find_timexes("في 17 مارس 2020 أوفدت القاهرة وفدا بعد أسبوع من التصعيد")
    assert (timex.text, timex.edtf) == ("بعد أسبوع", "2020-03-10~/2020-03-17")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("من 5 إلى 6 مساء", "T17:00/T18:00"),
        ("بين الساعة الثالثة والخامسة عصرا", "T15:00/T17:00"),
        ("من العاشرة صباحا حتى الثانية ظهرا", "T10:00/T14:00"),
        ("الساعة السابعة صباحا إلى غاية الساعة الواحدة بعد الزوال", "T07:00/T13:00"),
    ],
)
def test_hours_from_to_are_one_time(text: str, value: str) -> None:
    (timex,) = find_timexes(f"يفتح غدا {text}", REFERENCE)
    first, last = value.split("/")
    assert timex.type is TimexType.TIME
    assert (timex.value, timex.edtf) == (f"2021-06-17{first}/2021-06-17{last}", "2021-06-17")


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("سيصل الوفد السبت", "2021-06-19"),
        ("يتوقع أن يلتقي نظيره الثلاثاء", "2021-06-22"),
        ("تنطلق الثلاثاء الجولة الثالثة", "2021-06-22"),
        ("الجولة المقررة في 20 ديسمبر", "2021-12-20"),
        ("حذر الثلاثاء من أنه سيرد", "2021-06-15"),
        ("سافر الوفد السبت", "2021-06-12"),
        ("عززت القوات سيطرتها السبت", "2021-06-12"),
        ("كانت تعقد الثلاثاء جلسة", "2021-06-15"),
    ],
)
def test_a_day_lies_ahead_where_its_own_clause_says_so(text: str, edtf: str) -> None:
    (timex,) = find_timexes(text, REFERENCE)
    assert timex.edtf == edtf


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("وصل أمس", "XXXX-XX-XX"),
        ("وصل في سبتمبر", "XXXX-09"),
        ("وصل يوم الخميس", "XXXX-WXX-4"),
        ("رحل العام الماضي", "XXXX"),
    ],
)
def test_without_anything_to_lean_on_a_date_stays_unresolved(text: str, value: str) -> None:
    (timex,) = find_timexes(text)
    assert (timex.edtf, timex.value, timex.basis) == (None, value, Basis.UNRESOLVED)
    assert "not known" in timex.reason


@pytest.mark.parametrize(
    "text",
    [
        "جلس الطلاب عند الباب مع شباب الحي",
        "اشترى سيارة نيسان حمراء",
        "مارس المفاوضون ضغوطا على الطرفين",
        "تحدث رمضان عن الهدنة والسيدة أيار حاضرة",
        "التعذيب محرم دوليا",
        "خسر الفريق 1-صفر",
        "قيام الدولة على حدود الرابع من يونيو 1967",
        "احتشدوا في ميدان 23 يوليو",
        "قال ناشط في حركة 6 أبريل",
        "ينص القرار 1701 على ذلك",
        "نص القرار رقم 1024 والمادة (14/24) منه",
        "اشترى 1000 سهم بسعر 2000 دولار",
        "اتصل على الرقم 2014-1967-022",
        "يبعد الموقع 1967 مترا",
        "خطب في خطبة الجمعة",
        "قال عبد الأحد كلمته",
        "رئيس حزب الغد",
        "يتطلعون إلى غد أفضل",
        "لا يوجد 32 يناير 2023 ولا 31 فبراير",
        "الإصدار 1.10.30 متاح",
        "بموجب القرار رقم 2166 (2015)",
        "قراري مجلس الأمن 2401 و2268",
        "يفهم الناس عالم اليوم كما هو",
        "نشرت صحيفة مصر اليوم الخبر",
        "فاز الفريق 2-1 وخسر صفر-صفر",
        "بموجب قرار مجلس الأمن رقم -2166",
        "كما دعا له قرار مجلس الأمن 1850",
        "تنفيذ القرارين 2118 و2254",
        "ألقى الطيران المروحي 2041 قنبلة",
        "ما يزيد على 2000 من الطائرات",
        "أصيب أكثر من 1500 في المظاهرة",
        "تقع البلدة على بعد ساعتين من العاصمة",
        "تحالفوا مع أعداء الأمس",
    ],
)
def test_no_date(text: str) -> None:
    assert find_timexes(text, REFERENCE) == []


def test_a_weekday_just_dated_in_the_week_to_come_is_meant_again() -> None:
    first, again = find_timexes("تجرى الانتخابات الأحد 20 يونيو، وهو مرشح الأحد للمرة الثالثة", REFERENCE)
    assert (first.edtf, again.edtf) == ("2021-06-20", "2021-06-20")


def test_a_distance_from_a_year_ago_starts_at_its_day() -> None:
    ago, then = find_timexes("قبل عام من الآن اخترق الموقع، وبعد أقل من أسبوعين من هذه الحادثة", REFERENCE)
    assert (ago.edtf, then.edtf) == ("2020~", "2020-06~")


def test_a_weekday_in_brackets_belongs_to_the_day_before_them() -> None:
    (timex,) = find_timexes("وصل الوفد أمس (الثلاثاء) إلى العاصمة", REFERENCE)
    assert (timex.text, timex.edtf) == ("أمس (الثلاثاء)", "2021-06-15")
