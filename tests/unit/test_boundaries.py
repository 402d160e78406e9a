"""What a person points at when they point into a text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.arabic.boundaries import word_at, word_end_after, word_start_before

TEXTS = st.text("ابلىة \u064e\u200c1a.،«»", max_size=30)


@pytest.mark.parametrize(
    ("text", "inside", "word"),
    [
        ("زار الوفد، ثم عاد", 6, "الوفد"),
        ("زار الوفد، ثم عاد", 9, "،"),
        ("كَتَبَ لا", 1, "كَتَبَ"),
        ("في\u200cها كلام", 3, "في\u200cها"),
        ("الـسلام", 2, "الـسلام"),
        ("عام 2020م", 5, "2020م"),
        ("قال", 99, "قال"),
    ],
)
def test_the_word_round_an_offset(text: str, inside: int, word: str) -> None:
    assert word_at(text, inside).cut(text) == word


@settings(deadline=None, max_examples=80)
@given(TEXTS, st.integers(0, 30))
def test_a_word_is_the_same_from_each_of_its_letters(text: str, offset: int) -> None:
    found = word_at(text, offset)
    assert all(word_at(text, inside) == found for inside in range(found.start, found.end))
    assert not text or found.start <= min(offset, len(text) - 1) < found.end


@settings(deadline=None, max_examples=80)
@given(TEXTS)
def test_steps_by_word_reach_both_ends_over_the_same_words(text: str) -> None:
    ends, at = [], 0
    while at < len(text):
        on = word_end_after(text, at)
        assert on > at
        ends.append(word_at(text, on - 1))
        at = on
    starts = []
    while at:
        back = word_start_before(text, at)
        assert back < at
        starts.append(word_at(text, back))
        at = back
    words = [word for word in ends if any(char.isalnum() for char in word.cut(text))]
    assert [word for word in starts[::-1] if any(char.isalnum() for char in word.cut(text))] == words
