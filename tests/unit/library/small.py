"""A small library of invented articles, with a person's marks and notes in it."""

from pathlib import Path

from core.library import Library
from core.model import Analysis
from core.pipeline import analyse
from core.reading import make_document
from tests.unit.library.saying import say

_ARTICLES = (
    (
        "صدى البلد",
        "وفد مصري في غزة",
        ("وصل وفد أمني مصري إلى قطاع غزة في 3 مايو 2021، لإجراء محادثات مع قيادة حركة حماس حول التهدئة.\n"
        "وفي 10 مايو 2021، قصفت إسرائيل مدينة غزة، وغادر الوسيط المصري القطاع.\n"
        "بدأ وقف إطلاق النار في 21 مايو 2021 بوساطة مصر وقطر."),
    ),
    (
        "الأهرام",
        None,
        ("التقى رئيس المخابرات العامة المصرية عباس كامل قيادة حماس في القاهرة في 8 يونيو 2021.\n"
        "وفي عام 2017 وقعت حركتا فتح وحماس اتفاق المصالحة في القاهرة برعاية مصرية.\n"
        "ورحبت الأمم المتحدة بالاتفاق في 13 أكتوبر 2017."),
    ),
    (
        "الجزيرة",
        "الهدنة في غزة",
        ("وافقت إسرائيل وحركة حماس على وقف لإطلاق النار في 20 مايو 2021 للتوصل إلى هدنة.\n"
        "زار وزير الخارجية المصري سامح شكري الدوحة في 15 يونيو 2021 والتقى أمير قطر تميم بن حمد.\n"
        "وفي 16أبريل 2022 اقتحمت القوات الإسرائيلية المسجد الأقصى."),
    ),
    (
        "صدى البلد",
        "بدء الهدنة",
        ("بدأت الهدنة بين إسرائيل وحماس في 19 مايو 2021 في غزة بوساطة مصرية.\n"
        "وأعلنت وزارة الخارجية القطرية أمس استئناف المفاوضات في الدوحة.\n"
        "واندلعت الحرب عام 2014، وقتل فيها ألفا فلسطيني."),
    ),
    (None, None, "لا تاريخ هنا ولا حدث، بل كلام عن الوساطة."),
)  # fmt: skip


def analyses() -> list[Analysis]:
    return [
        analyse(make_document(text, doc_id=f"{number}", outlet=outlet, title=title))
        for number, (outlet, title, text) in enumerate(_ARTICLES)
    ]


def small_library(path: Path, told: list[Analysis]) -> Library:
    library = Library.open(path, create=True)
    library.add(told)
    for number in range(1, library.count("event") + 1):
        marked, note = number % 3 == 0, None if number % 4 else "من أين؟"
        if marked or note:
            say(library, number, marked=marked, note=note)
    library.connection.execute("INSERT OR IGNORE INTO conflict VALUES (2, 5, 'date', '3 here, 5 there')")
    return library
