"""Block by block a paragraph is what it is in one piece."""

import itertools
from typing import Literal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from core.bidi import levels, seams
from core.bidi.blocks import BLOCK, Blocks, blocks_of
from core.bidi.paragraph import shape_anew
from core.bidi.properties import classes_of
from core.bidi.seams import direction_at, find_seams, reclassed
from core.bidi.uax9 import levels_of_classes

PROSE_WORDS = [
    *("ابل", "لا", "كَتَبَ", "ab", "CNN", "א", "12", "٣٤", "7%", "1-2", "+3"),
    *(".", "،", ":", "(", ")", "[", "]", "«", "»"),
]
CONTROLS = "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202d\u202e\u202c\u2066\u2067\u2068\u2069"
ODD_WORDS = ["\u2329", "\u3009", "漢字", "👍", "🇶🇦", "\u064e", "-", "$", *"\u00a0\t\n\u2029\x1f", *CONTROLS]
PROSE = st.sampled_from(PROSE_WORDS)
ANY = st.sampled_from(PROSE_WORDS + ODD_WORDS)
TEXTS = (
    st.lists(st.tuples(PROSE, st.sampled_from([" ", " ", ""])), max_size=60)
    | st.lists(st.tuples(ANY, st.sampled_from([" ", ""])), max_size=60)
).map(lambda pieces: "".join(map("".join, pieces)))
SIDES: st.SearchStrategy[Literal["rtl", "ltr"]] = st.sampled_from(["rtl", "ltr"])


@pytest.fixture(autouse=True, scope="module")
def short_pairs() -> object:
    """Let pairs of a few characters be long ones, as texts here are short."""
    patch = pytest.MonkeyPatch()
    patch.setattr(seams, "_LONG_PAIR", 5)
    yield None
    patch.undo()


def levels_by_part(text: str, base: Literal["rtl", "ltr"], size: int) -> list[int]:
    found = find_seams(text, size, rtl=base == "rtl")
    every: list[int] = []
    for start, end in itertools.pairwise(found.cuts):
        part = text[start:end]
        classes = reclassed(classes_of(part), found, start, end)
        every += levels_of_classes(classes, base, part, direction_at(text, end))
    return every


@settings(deadline=None, max_examples=400)
@given(TEXTS, SIDES, st.integers(1, 20))
@example("(a ( b) ا) ب) " * 3, "rtl", 3)
@example("( a" * 70 + " ا)" * 70, "rtl", 4)
@example("a ( \u202bb\u202c c) ا d \u202a\u202c (e ا) f", "rtl", 2)
@example("\u2067(ا \u2069 a) b (c \u2067 d) e) f", "ltr", 2)
@example("\u202e" * 70 + "a b" + "\u202c" * 70 + " c ا (d e)", "ltr", 2)
@example("a b\u202a\u2067c d\u202c e\u2069 f\u202c g ا", "rtl", 1)
def test_levels_by_part_are_those_of_the_whole(text: str, base: Literal["rtl", "ltr"], size: int) -> None:
    assert levels_by_part(text, base, size) == levels(text, base)


@settings(deadline=None, max_examples=200)
@given(TEXTS, SIDES, st.integers(1, 20), st.booleans())
def test_shapes_by_block_are_those_of_the_whole(
    text: str, base: Literal["rtl", "ltr"], size: int, marks: bool
) -> None:
    whole = shape_anew(text, base, marks=marks)
    blocks = blocks_of(text, base, size)
    parts = [blocks.shape(index, marks=marks) for index in range(len(blocks))]
    for name in ("starts", "displays", "levels", "blank", "breaks"):
        joined: list[object] = []
        for part in parts:
            joined += list(getattr(part, name))[: len(part.blank)]
        assert joined == list(getattr(whole, name))[: len(whole.blank)], name
    assert parts[-1].starts[-1] == len(text)
    assert sum(part.columns[-1] for part in parts) == whole.columns[-1]
    for index, part in enumerate(parts):
        assert {blocks.at(offset) for offset in range(part.starts[0], part.starts[-1])} <= {index}


def cut_texts(text: str, size: int) -> list[str]:
    cuts = find_seams(text, size, rtl=True).cuts
    return [text[start:end] for start, end in itertools.pairwise(cuts)]


@pytest.mark.parametrize(
    ("text", "size", "parts"),
    [
        # After a sentence rather than a clause, after a clause rather than a word.
        ("قام زيد ثم، قال. ذهب، و عمرو", 12, ["قام زيد ثم، قال. ", "ذهب، و عمرو"]),
        ("قام زيد ثم قال ذهب، و عمرو", 12, ["قام زيد ثم قال ذهب، ", "و عمرو"]),
        ("قام زيد ثم عمرو", 5, ["قام زيد ", "ثم ", "عمرو"]),
        # Not within a word, not before a digit or a mark; between letters only if they do not join.
        ("استقبال", 2, ["استقبال"]),
        ("قام 12 34 56 عمرو", 5, ["قام 12 34 56 ", "عمرو"]),
        ("漢字漢字漢字", 2, ["漢字", "漢字", "漢字"]),
        ("12 34 56 78", 2, ["12 34 56 78"]),
        # Not within brackets or what has a direction of its own.
        ("قام (زيد ثم) عمرو و", 4, ["قام (زيد ثم) ", "عمرو ", "و"]),
        ("قام \u2067زيد ثم\u2069 عمرو و", 4, ["قام \u2067زيد ثم\u2069 ", "عمرو ", "و"]),
        ("قام \u2067زيد ثم عمرو و", 4, ["قام \u2067زيد ثم عمرو و"]),
    ],
)
def test_where_a_paragraph_is_cut(
    text: str, size: int, parts: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(seams, "_LONG_PAIR", 100)
    assert cut_texts(text, size) == parts


def test_a_paragraph_of_the_usual_length_is_one_block() -> None:
    text = "قام زيد. " * (BLOCK // 9)
    assert blocks_of(text) == Blocks(text, "rtl", None) or len(blocks_of(text)) == 1
    assert list(blocks_of(text).shape(0).starts) == list(shape_anew(text).starts)
    long = text * 8
    blocks = blocks_of(long)
    assert len(blocks) == 7
    assert blocks_of(long) is blocks, "found once"
    assert [blocks.at(offset) for offset in (0, len(long) - 1, len(long), 10**9)] == [0, 6, 6, 6]
    with pytest.raises(IndexError):
        blocks.shape(7)
