"""Lines of a page: which belong to the article."""

import pytest

from core.model import ParagraphKind
from core.reading import make_document

BODY_ONE = (
    "عقد الوفدان جلسة مباحثات مطولة في العاصمة، تناولت سبل تثبيت وقف إطلاق النار وتبادل الأسرى بين الجانبين."
)
BODY_TWO = (
    "وفي 3 مارس 2021، وصل وفد ثالث إلى المدينة للمشاركة في المباحثات التي استمرت ثلاثة أيام كاملة دون انقطاع."
)

PAGE = f"""الرئيسية أخبار اقتصاد رياضة منوعات فيديو
رئيس التحرير
فلان بن فلان

صوت الناس

كيف تجري المحادثات بين الطرفين هذا العام؟
صورة أرشيفية - جلسة سابقة
×

{BODY_ONE}

عودة إلى الطاولة

{BODY_TWO}
اقرأ أيضا
خبر آخر لا صلة له بما سبق
"""


def kinds(text: str, title: str | None = None) -> list[ParagraphKind]:
    return [p.kind for p in make_document(text, doc_id="x", title=title).paragraphs]


def test_a_page_is_told_from_its_article() -> None:
    k = ParagraphKind
    assert kinds(PAGE) == [
        k.MASTHEAD, k.BYLINE, k.BYLINE, k.MASTHEAD, k.TITLE, k.CAPTION, k.ARTEFACT,
        k.BODY, k.HEADING, k.BODY, k.TEASER, k.TEASER,
    ]  # fmt: skip


def test_the_title_is_read_off_the_page() -> None:
    assert make_document(PAGE, doc_id="x").title == "كيف تجري المحادثات بين الطرفين هذا العام؟"


def test_a_declared_title_is_not_looked_for() -> None:
    document = make_document(BODY_ONE, doc_id="x", title="عنوان")
    assert document.title == "عنوان"
    assert [p.kind for p in document.paragraphs] == [ParagraphKind.BODY]


def test_offsets_are_those_of_the_untouched_text() -> None:
    text = f"\ufeff  {BODY_ONE}\r\n\r\n\t{BODY_TWO}  \r\n"
    document = make_document(text, doc_id="x")
    assert document.text == text
    for paragraph in document.paragraphs:
        assert text[paragraph.start : paragraph.start + len(paragraph.text)] == paragraph.text
    assert document.paragraphs[-1].text == BODY_TWO


def test_paragraphs_count_the_non_empty_lines() -> None:
    document = make_document(PAGE, doc_id="x")
    lines = [line.strip() for line in PAGE.split("\n") if line.strip()]
    assert [p.text for p in document.paragraphs] == lines
    assert [p.index for p in document.paragraphs] == list(range(len(lines)))


def test_dates_above_short_entries_are_headings() -> None:
    first, second = (
        "الرئيس يستقبل الوفد ويبحث معه وقف القتال",
        "الوفد يغادر إلى العاصمة المجاورة بعد المباحثات",
    )
    text = f"{BODY_ONE}\n3 مايو\n{first}\n5 مايو\n{second}"
    k = ParagraphKind
    assert kinds(text) == [k.BODY, k.HEADING, k.BODY, k.HEADING, k.BODY]


def test_a_sentence_stops_neither_at_a_number_nor_at_a_title() -> None:
    text = (
        "بلغت النسبة 3.5 في المئة وفق د. سامي الذي تحدث أمس. وغادر الوفد المدينة بعد ذلك مباشرة دون أي تصريح."
    )
    [paragraph] = make_document(text, doc_id="x").paragraphs
    assert [span.cut(text)[:12] for span in paragraph.sentences] == ["بلغت النسبة ", "وغادر الوفد "]


def test_a_truncated_last_sentence_is_a_sentence() -> None:
    text = "وصل الوفد إلى المدينة يوم الأحد. ثم توجه إلى مقر الحكومة من أجل إجراء المحادثات"
    [paragraph] = make_document(text, doc_id="x").paragraphs
    assert paragraph.sentences[-1].cut(text).endswith("المحادثات")


def test_nothing_at_all_is_no_paragraph() -> None:
    assert make_document(" \n\t\n", doc_id="x").paragraphs == ()


STORY = [
    "وصل وفد أمني مصري إلى قطاع غزة مساء اليوم لإجراء محادثات مع قيادة حركة حماس حول التهدئة في القطاع.",
    "والتقى الوفد فور وصوله قيادة الحركة في مقرها، واستمر اللقاء ساعات طويلة قبل أن يغادر الوفد.",
    "وقال مصدر في الحركة إن المحادثات تناولت فتح المعابر وإدخال المواد اللازمة للبناء إلى مدن الجنوب.",
]
OPENINGS = [
    "أعلنت النيابة اليابانية فتح تحقيق في حريق شب داخل مصنع للسيارات في ضواحي طوكيو وأدى إلى أضرار كبيرة.",
    "كشف باحثون في جامعة برازيلية عن نوع جديد من الضفادع يعيش في أعالي الأشجار ويغير لونه مرتين كل ساعة.",
    "تراجعت أسعار القهوة في الأسواق الآسيوية إلى أدنى مستوى لها بعد موسم حصاد وافر في المزارع الفيتنامية.",
]


def test_openings_of_other_articles_below_the_story_are_no_part_of_it() -> None:
    text = "\n".join((*STORY, *OPENINGS))
    kinds = [p.kind for p in make_document(text, doc_id="x", title="وفد مصري في غزة").paragraphs]
    assert kinds == [ParagraphKind.BODY] * 3 + [ParagraphKind.TEASER] * 3


def test_the_end_of_a_story_is_not_taken_for_a_tail() -> None:
    ending = [
        "تضم قيادة الحركة في القطاع عددا من الأعضاء الذين أجروا محادثات سابقة مع الوفد المصري في القاهرة.",
        "أجرى الوفد المصري زيارات مماثلة إلى القطاع في الأعوام الماضية كلما تعثرت محادثات التهدئة.",
        "أنهى الوفد زيارته إلى غزة بلقاء مع ممثلي الفصائل الأخرى في القطاع وعاد إلى القاهرة في ساعة متأخرة.",
    ]
    document = make_document("\n".join((*STORY, *ending)), doc_id="x", title="وفد مصري في غزة")
    assert {p.kind for p in document.paragraphs} == {ParagraphKind.BODY}


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("شارك الرئيس المصري في القمة العربية يوم 3 مايو 2021.", ParagraphKind.BODY),
        ("شاهد آلاف المصلين الموكب صباح 3 مايو 2021.", ParagraphKind.BODY),
        ("المزيد من المحادثات يعقد في القاهرة يوم 3 مايو 2021.", ParagraphKind.BODY),
        ("شاهد: الوفد يصل إلى غزة في 3 مايو 2021", ParagraphKind.TEASER),
        ("للمزيد - الوفد يصل إلى غزة في 3 مايو 2021", ParagraphKind.TEASER),
        ("شاهد بالفيديو وصول الوفد في 3 مايو 2021", ParagraphKind.TEASER),
    ],
)
def test_a_verb_begins_a_sentence_unless_a_mark_sets_it_off(line: str, kind: ParagraphKind) -> None:
    text = f"أول الخبر عن المحادثات.\n\nوصل الوفد إلى المدينة أمس.\n\n{line}\n\nوعاد الوفد مساء إلى بلاده."
    assert kinds(text)[2] is kind
