"""Spelled-out numbers, by folded words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.arabic import fold_key
from core.arabic.numerals import Number, NumberKind, number_word, read_number


def read(text: str) -> Number | None:
    """Split «و» off as a reader of running text does."""
    words, joined = [], []
    for word in fold_key(text).split():
        bare = word[1:] if word.startswith("و") and number_word(word) is None else word
        words.append(bare)
        joined.append(bare != word)
    return read_number(words, joined)


@pytest.mark.parametrize(
    ("text", "value", "length"),
    [
        ("خمسة", 5, 1),
        ("اثنين", 2, 1),
        ("عشر", 10, 1),
        ("أحد عشر", 11, 2),
        ("ثلاث عشرة", 13, 2),
        ("واحد وعشرين", 21, 2),
        ("تسعة وتسعون", 99, 2),
        ("مئة", 100, 1),
        ("مائتين وسبعة وستين", 267, 3),
        ("ألف", 1000, 1),
        ("ألفين وواحد وعشرين", 2021, 3),
        ("ألف وتسعمائة وثمانية وسبعون", 1978, 4),
        ("ثلاثة آلاف", 3000, 2),
        ("الألفان والواحد والعشرون", 2021, 3),
        ("عشرين رجلا", 20, 1),
    ],
)
def test_cardinals(text: str, value: int, length: int) -> None:
    number = read(text)
    assert number is not None
    assert (number.value, number.length, number.kind) == (value, length, NumberKind.CARDINAL)


@pytest.mark.parametrize(
    ("text", "value", "definite"),
    [
        ("أول", 1, False),
        ("الثاني", 2, True),
        ("ثالث", 3, False),
        ("الحادي عشر", 11, True),
        ("التاسع عشر", 19, True),
        ("الحادي والعشرين", 21, True),
        ("السادس والعشرون", 26, True),
    ],
)
def test_ordinals(text: str, value: int, definite: bool) -> None:
    number = read(text)
    assert number is not None
    assert (number.value, number.definite, number.kind) == (value, definite, NumberKind.ORDINAL)


def test_feminine_ordinals_are_told_apart_for_the_clock() -> None:
    number = read("الثالثة")
    assert number is not None
    assert number.kind is NumberKind.ORDINAL_FEMININE


@pytest.mark.parametrize("text", ["أحد", "حادي", "وفد", ""])
def test_no_number(text: str) -> None:
    assert read(text) is None


def test_a_second_number_is_not_swallowed() -> None:
    number = read("خمسة وستة")
    assert number is not None
    assert (number.value, number.length) == (5, 1)


@settings(deadline=None, max_examples=100)
@given(
    st.lists(
        st.sampled_from(["خمسه", "عشر", "عشرين", "مءه", "الف", "الثالث", "واحد", "احد", "كتاب"]), max_size=12
    ),
    st.data(),
)
def test_whatever_comes_the_length_is_within_the_words(words: list[str], data: st.DataObject) -> None:
    joined = data.draw(st.lists(st.booleans(), min_size=len(words), max_size=len(words)))
    number = read_number(words, joined)
    if number is not None:
        assert 1 <= number.length <= len(words)
        assert number.value > 0
