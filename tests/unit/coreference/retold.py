"""Happenings that several outlets tell of: a visit as one, a raid with two numbers."""

from core.model import Analysis
from core.pipeline import analyse
from core.reading import make_document

ARTICLES = (
    (
        "الجزيرة",
        "وصل وزير الخارجية المصري سامح شكري إلى الدوحة في 3 مايو 2021 والتقى أمير قطر تميم بن حمد.",
    ),
    ("الأهرام", "زار وزير الخارجية المصري سامح شكري الدوحة في 3 مايو 2021 والتقى أمير قطر تميم بن حمد."),
    ("صدى البلد", "أعلنت حماس أن إسرائيل قصفت مدينة غزة في 10 مايو 2021، وقتل 12 شخصا."),
    ("الأخبار", "قصفت إسرائيل مدينة غزة في 10 مايو 2021، وقتلت 15 شخصا من حركة حماس."),
    ("الحياة", "قصفت إسرائيل مدينة غزة في 10 مايو 2021، وقتلت 12 شخصا من حركة حماس."),
    ("الحياة", "زار الرئيس الفلسطيني محمود عباس عمان في 5 يونيو 2021."),
)


def retold() -> list[Analysis]:
    return [
        analyse(make_document(text, doc_id=f"{number}", outlet=outlet))
        for number, (outlet, text) in enumerate(ARTICLES)
    ]
