"""What independent libraries make of the same text: python-bidi the order, arabic-reshaper the forms."""

import gzip
import itertools
import json
import os
import re
from functools import cache
from pathlib import Path

import pytest
from arabic_reshaper import ArabicReshaper
from bidi import get_display
from hypothesis import given, settings
from hypothesis import strategies as st

from core.bidi import levels, reorder, shape

CORPUS = Path(__file__).resolve().parents[4] / "shared" / "corpus"
SLOW = "MEDIATION_TUI_SLOW_TESTS"
"""Set in the environment: `MEDIATION_TUI_SLOW_TESTS=1 uv run pytest tests/unit/bidi/test_bidi_oracles.py`."""
LETTERS = "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيـپچژگکی"
MARKS = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652"


@cache
def reshaper() -> ArabicReshaper:
    # It would draw the name of God as one ligature, which common fonts lack, and drop every mark.
    return ArabicReshaper({"delete_harakat": False, "delete_tatweel": False, "ARABIC LIGATURE ALLAH": False})


def our_forms(word: str) -> str:
    return "".join(shape(word).displays)


@settings(deadline=None, max_examples=200)
@given(st.text("ابتسلم دةى abXY 0129٣ .,:;!؟،-+%/\u200f\u200e", max_size=60), st.sampled_from(["R", "L"]))
def test_the_order_is_python_bidis(text: str, side: str) -> None:
    found = levels(text, "rtl" if side == "R" else "ltr")
    assert "".join(text[at] for at in reorder(found)) == get_display(text, base_dir=side)


@settings(deadline=None, max_examples=200)
@given(st.lists(st.tuples(st.sampled_from(LETTERS + " "), st.text(MARKS, max_size=2)), max_size=20))
def test_the_forms_are_arabic_reshapers(letters: list[tuple[str, str]]) -> None:
    text = "".join(letter + (marks if letter != " " else "") for letter, marks in letters)
    assert our_forms(text) == reshaper().reshape(text)


def word_types(count: int) -> set[str]:
    """Return that many different words of the news, each as it is written there."""
    types: set[str] = set()
    for path in sorted(CORPUS.glob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in itertools.takewhile(lambda _: len(types) < count, lines):
                # Letters first: a mark or a joiner at the start has no letter to stand on.
                types.update(re.findall(r"[ء-يٱ-ۓ][ء-ۓ\u200c\u200d]*", json.loads(line)["text"]))
    return types


@pytest.mark.skipif(not CORPUS.exists(), reason="no corpus beside the checkout")
@pytest.mark.parametrize(
    "count",
    [
        5_000,
        pytest.param(
            100_000, marks=pytest.mark.skipif(SLOW not in os.environ, reason=f"slow: set {SLOW}=1 to run it")
        ),
    ],
)
def test_the_forms_of_words_in_the_news(count: int) -> None:
    types = word_types(count)
    differ = {word for word in types if our_forms(word) != reshaper().reshape(word)}
    assert differ == set()
    assert len(types) >= count
