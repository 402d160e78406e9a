"""Typed letters find what they may be the beginning of."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.fuzzy import fit, ranked, says

NAMES = ["next", "next hit", "export", "Theme: dark", "Theme: light", "مقال", "أعلام", "next article"]


def best(typed: str) -> list[str]:
    return [NAMES[number] for number, _ in ranked(typed, [[name] for name in NAMES], [""] * len(NAMES))]


def marked(typed: str, text: str) -> list[str]:
    found = fit(typed, text)
    assert found is not None
    return [text[start:end] for start, end in found.places]


def test_the_best_comes_first() -> None:
    assert best("next")[:1] == ["next"]
    assert best("nh")[0] == "next hit", "letters at the beginnings of words"
    assert best("dark") == ["Theme: dark"]
    assert best("th")[:2] == ["Theme: dark", "Theme: light"], "as they stand where they fit as well"
    assert best("") == NAMES
    assert best("zz") == []


def test_every_word_must_fit() -> None:
    assert best("th li") == ["Theme: light"]
    assert best("light theme") == ["Theme: light"], "in whatever order"


def test_spelling_does_not_matter() -> None:
    assert best("DARK") == ["Theme: dark"]
    assert best("اعلام") == ["أعلام"]
    assert best("مَقال") == ["مقال"]


def test_where_the_letters_stand() -> None:
    assert marked("nh", "next hit") == ["n", "h"]
    assert marked("hit", "next hit") == ["hit"]
    assert marked("light th", "Theme: light") == ["Th", "light"]
    assert marked("مد", "مُدُن") == ["مُدُ"], "with their marks"


@pytest.mark.parametrize(
    ("typed", "said"),
    [("goes da", True), ("date goes", True), ("oes", False), ("", True), ("arabic", True)],
)
def test_sentences_are_found_by_the_beginnings_of_their_words(typed: str, said: bool) -> None:
    assert says(typed, "Goes to a date (Arabic, English).") is said


def test_other_names_and_sentences_find_too() -> None:
    found = ranked("خروج", [["quit", "خروج"], ["leave"]], ["", "خروج من البرنامج"])
    assert [number for number, _ in found] == [0, 1], "a name before a sentence"
    assert found[0][1].places == (), "it does not stand in what is shown"


@settings(deadline=None, max_examples=60)
@given(st.text("aAbB هةأ-", max_size=12), st.text("abه ا", max_size=4))
def test_what_fits_stands_there_in_order(text: str, typed: str) -> None:
    found = fit(typed, text)
    if found is None:
        return
    ends = [0]
    for start, end in found.places:
        assert ends[-1] <= start < end <= len(text)
        ends.append(end)
    if len(typed.split()) == 1:
        covered = "".join(text[start:end] for start, end in found.places)
        assert fit(typed, covered) is not None
