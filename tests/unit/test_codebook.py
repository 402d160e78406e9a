"""Codes as a person types them."""

from __future__ import annotations

import pytest

from core.arabic.continuation import continuations
from core.codebook import (
    cameo_codes,
    name_of,
    offered_cameo,
    offered_categories,
    typed_cameo,
    typed_category,
)
from core.errors import MediationError
from core.model import Plover

TEXT = "وصل وفد مصري إلى غزة، والتقى الوفدُ قيادة الحركة، ثم عاد وفد قطري."


@pytest.mark.parametrize(
    ("words", "category"),
    [
        ("consult", Plover.CONSULT),
        ("Cons", Plover.CONSULT),
        ("تشاور", Plover.CONSULT),
        ("مساعده", Plover.AID),
        ("", None),
    ],
)
def test_a_category_is_read_by_any_of_its_names(words: str, category: Plover | None) -> None:
    assert typed_category(words) is category


@pytest.mark.parametrize("words", ["co", "xyz"])
def test_what_is_no_category_is_refused_with_those_that_may_be_meant(words: str) -> None:
    with pytest.raises(MediationError, match="COERCE"):
        typed_category(words)
    assert Plover.CONSULT in offered_categories("co")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("042", "042"),
        ("٠٤٢", "042"),
        ("042 make a visit", "042"),
        ("mediate", "045"),
        ("زيارة", "042"),
        ("1056", "1056"),
        ("0", None),
        ("", None),
    ],
)
def test_a_code_is_read_by_its_figures_or_its_name(words: str, code: str | None) -> None:
    if words and code is None:
        with pytest.raises(MediationError):
            typed_cameo(words)
    else:
        assert typed_cameo(words) == code


@pytest.mark.parametrize("words", ["99", "0421x", "04213", "nothing like it"])
def test_what_is_no_code_is_refused(words: str) -> None:
    with pytest.raises(MediationError, match="no CAMEO code"):
        typed_cameo(words)


def test_every_root_has_a_name_and_finer_codes_that_have_none_are_called_by_it() -> None:
    assert {f"{root:02}" for root in range(1, 21)} <= {code.code for code in cameo_codes()}
    finer = name_of("0423")
    assert finer is not None
    assert finer.code == "042"
    assert name_of("21") is None


def test_codes_are_offered_by_figures_and_by_words_in_either_language() -> None:
    assert offered_cameo("087")[0].startswith("0871")
    assert "045 وساطة" in offered_cameo("وسا")
    assert any(one.startswith("039") for one in offered_cameo("mediat"))


def test_words_go_on_as_the_text_does() -> None:
    assert continuations(TEXT, "وف") == ["وفد"]
    assert continuations(TEXT, "وفد") == ["وفد مصري", "وفد قطري"]
    assert continuations(TEXT, "الوفد قيادة") == ["الوفدُ قيادة الحركة"]
    assert continuations(TEXT, "") == []
