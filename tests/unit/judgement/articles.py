"""Articles of which a person says something."""

import datetime as dt

from core.model import Analysis
from core.pipeline import analyse
from core.reading import make_document

TODAY = dt.date(2022, 8, 8)
TEXT = (
    "وصل وفد أمني مصري إلى قطاع غزة في 3 مايو 2021، لإجراء محادثات مع قيادة حركة حماس حول التهدئة.\n"
    "وفي 10 مايو 2021، قصفت إسرائيل مدينة غزة، وغادر الوسيط المصري القطاع.\n"
    "بدأ وقف إطلاق النار في 21 مايو 2021 بوساطة مصر وقطر."
)
OTHER = "التقى وزير الخارجية المصري سامح شكري قيادة حماس في القاهرة في 8 يونيو 2021."


def analyses() -> list[Analysis]:
    return [
        analyse(make_document(text, doc_id=str(number), outlet="صحيفة"))
        for number, text in enumerate((TEXT, OTHER))
    ]
