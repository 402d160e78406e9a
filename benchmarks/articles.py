"""Articles of our own, as many as are wanted, for what is measured with many."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_MONTHS = (
    *("يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو"),
    *("يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"),
)
_GUESTS = ("وفد مصري", "وفد قطري", "وزير الخارجية التركي", "المبعوث الأممي", "وفد من الاتحاد الأفريقي")
_HOSTS = (
    ("مدينة غزة", "قيادة حركة حماس"),
    ("الخرطوم", "قادة المجلس العسكري"),
    ("طرابلس", "رئيس المجلس الرئاسي"),
    ("صنعاء", "قيادة جماعة الحوثي"),
)
_REST = (
    "وأكد المتحدث باسم الوفد أن المحادثات جرت في أجواء إيجابية، وأن الجانبين اتفقا على مواصلة التشاور في "
    "الأسابيع المقبلة، من دون أن يكشف عن تفاصيل الملفات التي لا تزال عالقة بين الطرفين."
)
_VISITS = 4
EVENTS = 2 * _VISITS
"""Events that each article tells: a visit, and what was agreed at it."""


def article(number: int) -> str:
    """Return the text of an article; no two of the first thousands tell of the same days."""
    told = []
    for turn in range(_VISITS):
        at = number * _VISITS + turn
        day, month, year = 1 + at % 28, _MONTHS[at // 28 % 12], 1990 + at // 336 % 33
        guest, (place, host) = _GUESTS[at % len(_GUESTS)], _HOSTS[at // 5 % len(_HOSTS)]
        told.append(f"في {day} {month} {year}، وصل {guest} إلى {place} لإجراء محادثات مع {host}.\n\n{_REST}")
    return f"جولة جديدة من الوساطة رقم {number}\n\n" + "\n\n".join(told) + "\n"


def write_articles(folder: Path, count: int) -> None:
    """Write so many articles into a folder, a file each."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        (folder / f"{number:05}.txt").write_text(article(number), encoding="utf-8")
