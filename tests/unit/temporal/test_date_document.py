"""Dates that lean on what stands before them in a document."""

import datetime as dt

from core.model import AnchorKind, Basis, Document, Paragraph, ParagraphKind, Timex
from core.temporal import date_document

BODY, HEADING, TITLE = ParagraphKind.BODY, ParagraphKind.HEADING, ParagraphKind.TITLE


def dated(
    *paragraphs: tuple[ParagraphKind, str], published: dt.date | None = None
) -> tuple[tuple[Timex, ...], ...]:
    text = "\n".join(line for _, line in paragraphs)
    parts, at = [], 0
    for index, (kind, line) in enumerate(paragraphs):
        parts.append(Paragraph(index, at, line, kind))
        at += len(line) + 1
    return date_document(Document("test", text, tuple(parts), published=published))


def test_one_tuple_a_paragraph_and_none_from_page_furniture() -> None:
    found = dated(
        (ParagraphKind.MASTHEAD, "السبت 7 أغسطس 2021"),
        (BODY, "وصل في 9 مايو 2019"),
        (ParagraphKind.CAPTION, "أرشيفية 3 مايو 2018"),
    )
    assert [len(timexes) for timexes in found] == [0, 1, 0]


def test_a_heading_lends_its_year() -> None:
    found = dated((HEADING, "جولة الوساطة 2022"), (BODY, "في 4 فبراير زار الوفد المدينة"))
    (timex,) = found[1]
    assert (timex.edtf, timex.basis) == ("2022-02-04", Basis.YEAR_INFERRED)
    assert timex.anchor is not None
    assert (timex.anchor.kind, timex.anchor.paragraph) == (AnchorKind.HEADING, 0)


def test_the_paragraph_comes_before_the_heading() -> None:
    found = dated((HEADING, "جولة 2022"), (BODY, "في 3 مارس 2020 بدأت، وفي 9 مارس انتهت"))
    assert [timex.edtf for timex in found[1]] == ["2020-03-03", "2020-03-09"]
    anchor = found[1][1].anchor
    assert anchor is not None
    assert anchor.kind is AnchorKind.PARAGRAPH


def test_the_publication_date_is_the_last_resort() -> None:
    found = dated((BODY, "وصل الوفد في 13 يونيو"), published=dt.date(2018, 7, 4))
    (timex,) = found[0]
    assert timex.edtf == "2018-06-13"
    assert timex.anchor is not None
    assert timex.anchor.kind is AnchorKind.PUBLISHED


def test_a_date_ahead_of_the_writing_is_in_doubt_unless_the_sentence_looks_ahead() -> None:
    (past,) = dated((BODY, "وقعوا الاتفاق في 10 أغسطس"), published=dt.date(2018, 7, 4))[0]
    (ahead,) = dated((BODY, "سيوقعون الاتفاق في 10 أغسطس"), published=dt.date(2018, 7, 4))[0]
    assert (past.uncertain, ahead.uncertain) == (True, False)


def test_a_year_before_december_news_in_january() -> None:
    (timex,) = dated((BODY, "انهار الاتفاق في 20 ديسمبر"), published=dt.date(2019, 1, 5))[0]
    assert timex.edtf == "2018-12-20"


def test_the_same_year_points_at_the_text() -> None:
    found = dated(
        (BODY, "زار موسكو في عام 2014 مرتين"),
        (BODY, "وفي أغسطس من العام ذاته عاد إليها"),
        published=dt.date(2018, 10, 17),
    )
    (timex,) = found[1]
    assert (timex.edtf, timex.basis) == ("2014-08", Basis.ANAPHORIC)


def test_then_points_at_the_day_before_it_and_is_approximate() -> None:
    found = dated((BODY, "في 31 مايو 2021 وصل الوفد والتقى حينها قيادات"), (BODY, "وتفقد المواقع حين ذاك"))
    assert [(timex.edtf, timex.basis) for timex in found[0]][1] == ("2021-05-31~", Basis.ANAPHORIC)
    assert found[1][0].edtf == "2021-05-31~"


def test_a_distance_after_a_story_s_date() -> None:
    found = dated(
        (BODY, "في سبتمبر 1944 اعترفت بها، وأقامت علاقات بعد شهرين."), published=dt.date(2018, 4, 14)
    )
    assert [timex.edtf for timex in found[0]] == ["1944-09", "1944-11~"]


def test_a_title_is_dated_too() -> None:
    found = dated((TITLE, "لقاء 9 مايو 2019 في القاهرة"), (BODY, "لا شيء هنا"))
    assert [timex.edtf for timex in found[0]] == ["2019-05-09"]
    assert found[1] == ()
