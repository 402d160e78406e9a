"""Levels and visual order, on cases small enough to follow by hand."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.bidi import levels, reorder
from core.bidi.properties import LETTER_OF_CLASS
from core.bidi.uax9 import Base, levels_of_classes

RLE, LRE, PDF, LRO, RLO = "\u202b", "\u202a", "\u202c", "\u202d", "\u202e"
LRI, RLI, FSI, PDI = "\u2066", "\u2067", "\u2068", "\u2069"


@pytest.mark.parametrize(
    ("classes", "base", "expected"),
    [
        # W: numbers after Arabic letters, separators between digits, terminators beside them, marks.
        ("AL EN", "ltr", "12"),
        ("R EN", "ltr", "12"),
        ("L EN", "rtl", "22"),
        ("EN CS EN", "rtl", "222"),
        ("EN ES EN", "rtl", "222"),
        ("AN ES AN", "rtl", "212"),
        ("AN CS AN", "rtl", "222"),
        ("EN ET ET R", "rtl", "2221"),
        ("AL EN ET", "rtl", "121"),
        ("L NSM R NSM", "rtl", "2211"),
        # N: neutrals between two of a kind, and at the edge of the paragraph.
        ("R ON R", "ltr", "111"),
        ("L ON L", "rtl", "222"),
        ("R ON L", "ltr", "100"),
        ("R ON EN", "ltr", "112"),
        ("ON R ON", "ltr", "010"),
        # X: embeddings, overrides, isolates; what is removed takes the level before it.
        ("RLE L PDF", "ltr", "020"),
        ("L RLO L PDF L", "ltr", "00110"),
        ("RLI L PDI", "ltr", "020"),
        ("R LRI R PDI R", "rtl", "11311"),
        ("L FSI R PDI", "ltr", "0010"),
        ("L BN R", "ltr", "001"),
        # L1: white space before a separator and at the end.
        ("R WS S WS R", "ltr", "10011"),
        ("L WS", "rtl", "21"),
        # P: each paragraph has a direction of its own.
        ("R B L", "auto", "110"),
        ("L B R", "auto", "001"),
        ("PDI R", "auto", "11"),
        ("LRI R PDI L", "auto", "0300"),
    ],
)
def test_levels_of_classes(classes: str, base: Base, expected: str) -> None:
    letters = "".join(LETTER_OF_CLASS[name] for name in classes.split())
    assert list(levels_of_classes(letters, base)) == [int(level) for level in expected]


@pytest.mark.parametrize(
    ("text", "base", "expected"),
    [
        ("", "auto", ""),
        ("abc", "auto", "000"),
        ("سلام", "auto", "1111"),
        ("12 ب", "rtl", "2211"),
        # N0: a pair follows the embedding if it holds any of it, else what stands before it.
        ("a(ب)c", "ltr", "00100"),
        ("ا(b)ج", "rtl", "11211"),
        ("a(b)ج", "rtl", "22221"),
        ("ا(b", "rtl", "112"),
        ("a[ب(c]د)e", "ltr", "001000100"),
        # Brackets that are canonically equivalent are a pair.
        ("a\u2329b\u3009ج", "rtl", "22221"),
        # A mark on a bracket goes with it.
        ("a(b)\u0301ج", "rtl", "222221"),
        # An overridden bracket is a letter.
        (f"{LRO}ا(ب){PDF}ج", "rtl", "1222221"),
        (f"ا{LRI}a(b){PDI}", "rtl", "1122221"),
    ],
)
def test_levels(text: str, base: Base, expected: str) -> None:
    assert levels(text, base) == [int(level) for level in expected]


def test_embeddings_deeper_than_the_limit_are_ignored() -> None:
    assert max(levels(RLE * 200 + "a" + PDF * 200, "ltr")) == 126
    assert max(levels(LRE * 200 + "ا" + PDF * 200, "ltr")) == 125
    assert max(levels(RLI * 200 + "a" + PDI * 200 + "b", "ltr")) == 126


def test_an_isolate_that_is_not_closed_ends_with_the_paragraph() -> None:
    assert levels(f"a{RLI}b\nc", "ltr") == [0, 0, 2, 0, 0]


@pytest.mark.parametrize(
    ("line", "order"),
    [
        ([], []),
        ([0, 0], [0, 1]),
        ([1, 1, 1], [2, 1, 0]),
        ([1, 2, 2, 1], [3, 1, 2, 0]),
        ([0, 1, 1, 2, 0], [0, 3, 2, 1, 4]),
        ([2, 3, 3, 2], [0, 2, 1, 3]),
        ([1, 2, 3, 3, 4, 2, 1], [6, 1, 4, 3, 2, 5, 0]),
    ],
)
def test_reorder(line: list[int], order: list[int]) -> None:
    assert reorder(line) == order


def by_the_book(line: list[int]) -> list[int]:
    """Rule L2 word for word: reverse each stretch at a level or above, from the highest to the lowest odd."""
    order = list(range(len(line)))
    odd = [level for level in line if level % 2]
    for level in range(max(line, default=0), min(odd, default=1000) - 1, -1):
        at = 0
        while at < len(line):
            end = at
            while end < len(line) and line[order[end]] >= level:
                end += 1
            order[at:end] = order[at:end][::-1]
            at = max(end, at + 1)
    return order


@settings(deadline=None, max_examples=200)
@given(st.lists(st.integers(0, 7), max_size=30))
def test_reorder_is_rule_l2(line: list[int]) -> None:
    assert reorder(line) == by_the_book(line)
    assert sorted(reorder(line)) == list(range(len(line)))
