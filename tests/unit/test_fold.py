"""Matching keys and the way back."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.arabic import fold, fold_key, strip_clitics, tokenise

ARABIC = st.text(
    alphabet=st.sampled_from(
        "ابتثجحخدذرزسشصضطظعغفقكلمنهويأإآٱؤئءىة \u064b\u0651\u0640\u200f\u200c٠١٢0aﻻﷲ۲\n"
    ),
    max_size=60,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("أغسطس", "اغسطس"),
        ("إتفاق", "اتفاق"),
        ("المسئولين", "المسؤولين"),
        ("القاهرة", "القاهره"),
        ("فى", "في"),
        ("وَفْدٌ", "وفد"),
        ("المصــالحة", "المصالحة"),
        ("٢٠٢١", "2021"),
        ("۲۰۲۱", "2021"),
        ("ﻻ", "لا"),
        ("في\u200fغزة", "فيغزة"),
        ("کتاب", "كتاب"),
    ],
)
def test_spellings_of_one_word_share_a_key(one: str, other: str) -> None:
    assert fold_key(one) == fold_key(other)


@pytest.mark.parametrize(("one", "other"), [("وفد", "وفر"), ("سأل", "سئل"), ("على", "علم")])
def test_different_words_keep_different_keys(one: str, other: str) -> None:
    assert fold_key(one) != fold_key(other)


def test_a_match_leads_back_to_its_words_with_their_marks() -> None:
    text = "زارَ وَفْدٌ غزّة"
    folded = fold(text)
    start = folded.key.index("وفد")
    assert text[slice(*folded.to_source(start, start + 3))] == "وَفْدٌ"


@settings(deadline=None)
@given(ARABIC)
def test_every_key_has_its_way_back(text: str) -> None:
    folded = fold(text)
    assert len(folded.offsets) == len(folded.key) + 1
    assert list(folded.offsets) == sorted(folded.offsets)
    assert folded.offsets[-1] == len(text)
    assert fold_key(folded.key) == folded.key == fold_key(text)


@settings(deadline=None)
@given(ARABIC)
def test_words_stand_where_they_say(text: str) -> None:
    for word in tokenise(text).words:
        assert fold_key(text[word.start : word.end]) == word.key


def test_clitics_come_off_without_a_claim_that_they_are_clitics() -> None:
    assert ("وب", "القاهره") in strip_clitics("وبالقاهره")
    assert strip_clitics("وفد")[0] == ("", "وفد")
    assert all(len(rest) >= 2 for _, rest in strip_clitics("وب"))


def test_the_key_agrees_with_camel_tools_where_both_fold() -> None:
    normalize = pytest.importorskip("camel_tools.utils.normalize")
    for text in ("أحمد إلى آخر", "مدرسة", "على مصطفى"):
        theirs = normalize.normalize_teh_marbuta_ar(
            normalize.normalize_alef_maksura_ar(normalize.normalize_alef_ar(text))
        )
        assert fold_key(text) == theirs


def test_part_of_a_ligature_of_words_stands_for_all_of_it() -> None:
    text = "النبي \ufdfa قال"
    folded = fold(text)
    start = folded.key.index("صلي")
    assert folded.to_source(start, start + 3) == (6, 7)
    assert folded.to_source(start + 4, start + 8) == (6, 7)
    assert folded.to_source(start, start) == (6, 6)
