"""What holds for every text at every width."""

import unicodedata
from typing import Literal

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from core.bidi import Layout, Line, display, fit, layout, levels, reorder, shape
from core.bidi.properties import draws_nothing

RTL = "ابتلاأآدةء\u06ccگ"
MARKS = "\u064e\u0651\u0654\u0653\u0301"
OTHER = "aZ09٣.,:-%()[]«»<"
SPACES = "    \t\u00a0\u2003\u3000"
NOTHING = (
    "\u200b\u200c\u200d\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufe0f\ufeff"
)
WIDE = "漢👍👩🇶🇦🏽한"
CONTROLS = "\x00\x1b\x7f\x9b\n\r\x85\u2028\ud800\uffff"
TEXTS = st.text(RTL + MARKS + OTHER + SPACES + NOTHING + WIDE + CONTROLS, max_size=50) | st.text(max_size=30)
WIDTHS = st.integers(1, 20)
BASES: st.SearchStrategy[Literal["rtl", "ltr", "auto"]] = st.sampled_from(["rtl", "ltr", "auto"])
# Classes that no terminal may be sent, the format characters that are drawn apart.
NEVER_DRAWN = {"Cc", "Cs", "Zl", "Zp"}
DRAWN_FORMAT = set("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u0890\u0891\u08e2\U000110bd\U000110cd")


def is_clean(text: str) -> bool:
    return all(
        unicodedata.category(char) not in NEVER_DRAWN
        and (unicodedata.category(char) != "Cf" or char in DRAWN_FORMAT)
        for char in text
    )


def check_line(line: Line, text: str) -> None:
    """Each code point of the line lies in one cell, or in the tail of spaces that is not drawn."""
    at = line.start
    for cell in sorted(line.cells):
        assert cell.start == at < cell.end
        assert cell.width in (1, 2)
        at = cell.end
    assert all(char.isspace() or draws_nothing(char) for char in text[at : line.end])
    assert line.width == len(line.offsets) == sum(cell.width for cell in line.cells)
    assert line.offsets == tuple(cell.start for cell in line.cells for _ in range(cell.width))
    assert line.text == "".join(cell.display for cell in line.cells)


@settings(deadline=None, max_examples=120)
@given(TEXTS, WIDTHS, BASES, st.booleans())
def test_lines(text: str, width: int, base: Literal["rtl", "ltr", "auto"], marks: bool) -> None:
    laid = Layout(text, width, base, marks=marks)
    end = 0
    for index in range(laid.line_count):
        line = laid.line(index)
        assert line.start == end
        end = line.end
        assert line.width <= width
        assert is_clean(line.text)
        check_line(line, text)
        # From the screen to the source and back.
        assert all(laid.line_at(offset) == index for offset in line.offsets)
    assert end == len(text)


@settings(deadline=None, max_examples=120)
@given(TEXTS, WIDTHS, BASES)
def test_a_width_changes_no_cluster(text: str, width: int, base: Literal["rtl", "ltr", "auto"]) -> None:
    paragraph = shape(text, base)
    whole = dict(zip(paragraph.starts, paragraph.displays, strict=False))
    cells = [cell for line in layout(text, width, base) for cell in line.cells]
    assert all(cell.display in (whole[cell.start], "\ufffd") for cell in cells)


@settings(deadline=None, max_examples=120)
@given(TEXTS, WIDTHS)
def test_without_marks_every_cell_is_where_it_was(text: str, width: int) -> None:
    def places(marks: bool) -> list[tuple[tuple[int, ...], int]]:
        return [(line.offsets, line.end) for line in layout(text, width, marks=marks)]

    assert places(marks=True) == places(marks=False)


@settings(deadline=None, max_examples=120)
@given(TEXTS, WIDTHS)
def test_fit_and_display(text: str, width: int) -> None:
    line = fit(text, width)
    assert line.width <= width
    assert is_clean(line.text)
    check_line(line, text)
    assert is_clean(display(text))


@settings(deadline=None, max_examples=120)
@given(TEXTS, BASES)
def test_every_code_point_has_a_level(text: str, base: Literal["rtl", "ltr", "auto"]) -> None:
    found = levels(text, base)
    assert len(found) == len(text)
    assert all(0 <= level <= 126 for level in found)


@settings(deadline=None, max_examples=120)
@given(st.lists(st.integers(0, 126), max_size=60) | TEXTS.map(lambda text: levels(text, "rtl")))
def test_reordering_is_a_permutation(line: list[int]) -> None:
    assert sorted(reorder(line)) == list(range(len(line)))


@settings(deadline=None, max_examples=120)
@given(TEXTS, BASES)
def test_every_offset_lies_in_one_cluster(text: str, base: Literal["rtl", "ltr", "auto"]) -> None:
    paragraph = shape(text, base)
    starts = list(paragraph.starts)
    assert starts == sorted(set(starts))
    assert (starts[0], starts[-1]) == (0, len(text))
    assert len(paragraph.displays) == len(paragraph.levels) == len(paragraph.blank) == len(starts) - 1


@settings(deadline=None, max_examples=120)
@given(TEXTS, WIDTHS, BASES)
def test_from_a_cell_to_its_character_and_back(
    text: str, width: int, base: Literal["rtl", "ltr", "auto"]
) -> None:
    laid = Layout(text, width, base)
    for index in range(laid.line_count):
        line = laid.line(index)
        for x, offset in enumerate(line.offsets):
            (cell,) = (cell for cell in line.cells if cell.start <= offset < cell.end)
            columns = [at for at, other in enumerate(line.offsets) if other == cell.start]
            assert x in columns
            assert columns == list(range(columns[0], columns[0] + cell.width))
            assert {laid.line_at(inside) for inside in range(cell.start, cell.end)} == {index}


@settings(deadline=None, max_examples=120)
@given(st.text(RTL + MARKS + OTHER + SPACES + NOTHING + "漢👍👩🏽한\x1b", max_size=40))
def test_the_screens_library_counts_the_same_cells(text: str) -> None:
    for line in layout(text, 20):
        assert cell_len(line.text) == line.width
