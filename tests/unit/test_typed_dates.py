"""What a person types into a date field."""

import datetime as dt

import pytest

from core.temporal.typed import Interval, typed_interval

TODAY = dt.date(2022, 8, 8)


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("2021", "2021-01-01", "2021-12-31"),
        ("2021-05", "2021-05-01", "2021-05-31"),
        ("2021-05-03", "2021-05-03", "2021-05-03"),
        ("3/4/2021", "2021-04-03", "2021-04-03"),
        ("مايو 2021", "2021-05-01", "2021-05-31"),
        ("أيار 2021", "2021-05-01", "2021-05-31"),
        ("٣ مايو ٢٠٢١", "2021-05-03", "2021-05-03"),
        ("أمس", "2022-08-07", "2022-08-07"),
        ("May 2021", "2021-05-01", "2021-05-31"),
        ("3 May 2021", "2021-05-03", "2021-05-03"),
        ("yesterday", "2022-08-07", "2022-08-07"),
        ("two years ago", "2020-01-01", "2020-12-31"),
        ("two weeks before 9 May 2021", "2021-04-25", "2021-04-25"),
        ("3 days after 2021-05-09", "2021-05-12", "2021-05-12"),
        ("two months before May 2021", "2021-03-01", "2021-03-31"),
        ("قبل أسبوعين من 9 مايو 2021", "2021-04-25", "2021-04-25"),
        ("2019/2021", "2019-01-01", "2021-12-31"),
        ("مايو 2021/..", "2021-05-01", None),
        ("../2021", None, "2021-12-31"),
        # EDTF, level 1
        ("2021-05-03%", "2021-05-03", "2021-05-03"),
        ("2021-05~", "2021-05-01", "2021-05-31"),
        ("2021-XX", "2021-01-01", "2021-12-31"),
        ("2021-05-XX", "2021-05-01", "2021-05-31"),
        ("202X", "2020-01-01", "2029-12-31"),
        ("19XX", "1900-01-01", "1999-12-31"),
        ("2021-22", "2021-06-01", "2021-08-31"),
        ("2021-24", "2021-12-01", "2022-02-28"),
        # Hijri
        ("رمضان 1442", "2021-04-13", "2021-05-12"),
        ("Ramadan 1442", "2021-04-13", "2021-05-12"),
        ("12 Ramadan 1442", "2021-04-24", "2021-04-24"),
        ("12/9/1442 هـ", "2021-04-24", "2021-04-24"),
        ("1442 AH", "2020-08-20", "2021-08-08"),
        # parts of a year, decades, stretches
        ("spring of 2021", "2021-03-01", "2021-05-31"),
        ("Q2 2021", "2021-04-01", "2021-06-30"),
        ("the 1990s", "1990-01-01", "1999-12-31"),
        ("from May to July 2021", "2021-05-01", "2021-07-31"),
        ("2/2021", "2021-02-01", "2021-02-28"),
        ("622", "0622-01-01", "0622-12-31"),
    ],
)
def test_typed_words_cover_what_they_say(words: str, first: str | None, last: str | None) -> None:
    def day(text: str | None) -> dt.date | None:
        return dt.date.fromisoformat(text) if text else None

    assert typed_interval(words, TODAY) == Interval(day(first), day(last))


@pytest.mark.parametrize(
    "words", ["", "nonsense", "2021-13", "2021-02-30", "وفد أمني", "2021/nonsense", "-0044", "45/13/1442 هـ"]
)
def test_what_is_no_date_is_none(words: str) -> None:
    assert typed_interval(words, TODAY) is None


def test_open_ends_overlap_everything_on_their_side() -> None:
    since = Interval(dt.date(2021, 5, 1), None)
    assert since.overlaps(dt.date(2021, 4, 30), dt.date(2021, 5, 1))
    assert since.overlaps(dt.date(1990, 1, 1), None)
    assert not since.overlaps(None, dt.date(2021, 4, 30))
