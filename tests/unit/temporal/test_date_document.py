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


def test_a_heading_that_is_a_bare_day_belongs_to_the_month_of_the_headings_before_it() -> None:
    found = dated(
        (HEADING, "28 أكتوبر"),
        (BODY, "وصل الوفد"),
        (HEADING, "٢٩"),
        (BODY, "عاد الوفد"),
        (HEADING, "2"),
        published=dt.date(2018, 12, 1),
    )
    assert [timex.edtf for timexes in found for timex in timexes] == [
        "2018-10-28",
        "2018-10-29",
        "2018-11-02?",
    ]
    assert found[2][0].basis is Basis.MONTH_INFERRED
    assert "«28 أكتوبر» in the heading" in found[2][0].reason


def test_a_bare_number_as_a_heading_is_no_date_without_a_month_to_lean_on() -> None:
    assert dated((HEADING, "45"), (BODY, "وصل الوفد"))[0] == ()


def test_the_year_that_keeps_a_story_in_order() -> None:
    told = dated(
        (BODY, "بدأت الأزمة في 5 يونيو 2013."),
        (BODY, "وفي 10 أكتوبر قدم الوفد ورقة."),
        (BODY, "وانتهت في 20 ديسمبر 2013."),
        published=dt.date(2018, 11, 20),
    )
    (timex,) = told[1]
    assert (timex.edtf, timex.basis) == ("2013-10-10", Basis.YEAR_INFERRED)
    assert timex.anchor is not None
    assert timex.anchor.edtf == "2013-06-05"


def test_a_chronicle_goes_on_in_the_year_of_its_entries() -> None:
    entries = ("* 5 يونيو 2013: بدأت الأزمة.", "* 10 أكتوبر 2013: جولة.", "* 12 ديسمبر: جولة أخرى.")
    found = dated(*[(BODY, entry) for entry in entries], published=dt.date(2018, 11, 20))
    assert found[2][0].edtf == "2013-12-12?"


def test_one_old_date_does_not_take_the_news_away_from_its_year() -> None:
    found = dated(
        (BODY, "بدأت الأزمة في 5 يونيو 2013."),
        (BODY, "وقال الوزير في 10 أكتوبر إن الوفد وصل."),
        published=dt.date(2018, 11, 20),
    )
    assert found[1][0].edtf == "2018-10-10"


def test_the_year_before_that_of_the_text() -> None:
    found = dated((BODY, "بلغ العدد في عام 2014 ضعف العام السابق"), published=dt.date(2018, 11, 20))
    assert [timex.edtf for timex in found[0]] == ["2014", "2013"]


def test_after_that_and_in_the_course_of_it_lean_on_a_date_or_say_nothing() -> None:
    found = dated(
        (BODY, "في 3 مايو 2014 زار الوفد المدينة وبحث خلالها الهدنة، وبعد ذلك سافر"),
        (BODY, "وبعد ذلك عاد"),
    )
    assert [timex.edtf for timex in found[0]] == ["2014-05-03", "2014-05-03~", "2014-05-03~"]
    assert {timex.basis for timex in found[0][1:]} == {Basis.ANAPHORIC}
    assert found[1] == ()


def test_within_a_length_of_time_runs_from_the_date_of_its_story() -> None:
    (_, timex) = dated((BODY, "بدأت في 31 مايو 2013 وتحولت في غضون ثلاثة أسابيع إلى أزمة"))[0]
    assert (timex.value, timex.edtf) == ("P3W", "2013-05-31~/2013-06-21~")
    (ahead,) = dated((BODY, "سيعود الوفد في غضون يومين"), published=dt.date(2021, 6, 16))[0]
    assert ahead.edtf == "2021-06-16~/2021-06-18~"
