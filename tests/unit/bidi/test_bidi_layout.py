"""Wrapping, lines, cells and the way back to the source."""

import pytest

from core.bidi import Cell, Layout, base_direction, display, fit, layout


def words(text: str, width: int) -> list[str]:
    """Return the source of each line."""
    return [text[line.start : line.end] for line in layout(text, width, "rtl")]


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("", 5, [""]),
        ("قام زيد", 7, ["قام زيد"]),
        ("قام زيد", 6, ["قام ", "زيد"]),
        ("قام زيد", 3, ["قام ", "زيد"]),
        ("قام   زيد", 4, ["قام   ", "زيد"]),
        ("قام زيد  ", 3, ["قام ", "زيد  "]),
        # A word that is longer than the line.
        ("استقبال", 3, ["است", "قبا", "ل"]),
        ("في استقبال", 4, ["في ", "استق", "بال"]),
        # No break at a no-break space, a break at ZWSP.
        ("ab c\u00a0d", 4, ["ab ", "c\u00a0d"]),
        ("ab\u200bcd", 3, ["ab\u200b", "cd"]),
        ("ab\tcd", 3, ["ab\t", "cd"]),
        # Widths are of what is drawn: lam-alef is one cell, marks none, a wide character two.
        ("لا لا", 3, ["لا لا"]),
        ("كَتَبَ", 3, ["كَتَبَ"]),
        ("漢字", 3, ["漢", "字"]),
        ("漢字", 1, ["漢", "字"]),
    ],
)
def test_wrap(text: str, width: int, expected: list[str]) -> None:
    assert words(text, width) == expected


def test_a_word_cut_in_two_keeps_its_joined_forms() -> None:
    assert [line.text for line in layout("ببب", 2)] == ["\ufe92\ufe91", "\ufe90"]


def test_trailing_spaces_are_not_drawn() -> None:
    (line,) = layout("ab  ", 10, "rtl")
    assert (line.text, line.start, line.end, line.width) == ("ab", 0, 4, 2)
    assert layout("   ", 2)[0].cells == ()


def test_a_character_wider_than_the_pane_is_replaced() -> None:
    line = layout("漢", 1)[0]
    assert (line.text, line.width, line.offsets) == ("\ufffd", 1, (0,))


def test_cells_from_left_to_right() -> None:
    (line,) = layout("بلاَ (漢)", 20, "rtl")
    assert line.cells == (
        Cell(7, 8, "(", 1),
        Cell(6, 7, "漢", 2),
        Cell(5, 6, ")", 1),
        Cell(4, 5, " ", 1),
        Cell(1, 4, "\ufefc\u064e", 1),
        Cell(0, 1, "\ufe91", 1),
    )
    assert line.offsets == (7, 6, 6, 5, 4, 1, 0)
    assert line.width == 7
    assert line.rtl


def test_what_draws_nothing_belongs_to_the_cell_before_it() -> None:
    (line,) = layout("\u202bab\u200b\u202c\u200f", 20, "ltr")
    assert [(cell.start, cell.end) for cell in line.cells] == [(0, 2), (2, 6)]
    (line,) = layout("\u200f\u200e", 20)
    assert (line.cells, line.start, line.end) == ((), 0, 2)


def test_the_base_direction_of_a_line() -> None:
    assert layout("CNN: نقلت", 20, "rtl")[0].rtl
    assert not layout("CNN: نقلت", 20, "auto")[0].rtl
    assert layout("«نقلت» CNN", 20, "auto")[0].rtl
    assert layout("a.", 20, "rtl")[0].text == ".a"
    assert layout("a.", 20, "ltr")[0].text == "a."


def test_lines_are_found_by_offset() -> None:
    laid = Layout("قام زيد ثم عمرو", 8)
    assert laid.line_count == 2
    assert [laid.line_at(offset) for offset in (0, 7, 8, 14, 15, 99)] == [0, 0, 1, 1, 1, 1]
    assert laid.line(1).start == 8
    assert Layout("", 5).line_at(0) == 0
    with pytest.raises(IndexError):
        laid.line(2)
    with pytest.raises(IndexError):
        laid.line(-1)


def test_a_shaped_paragraph_is_wrapped_anew() -> None:
    laid = Layout("قام زيد ثم عمرو", 8, marks=False)
    again = Layout.of(laid.paragraph, 4)
    assert [again.line(index) for index in range(again.line_count)] == layout("قام زيد ثم عمرو", 4)


def test_a_line_has_room_for_a_cell() -> None:
    for width in (0, -1):
        with pytest.raises(ValueError, match="no room"):
            layout("ab", width)
        with pytest.raises(ValueError, match="no room"):
            fit("ab", width)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "ltr"),
        ("CNN 2020", "ltr"),
        ("CNN: نقلت الشبكة", "rtl"),
        ("שלום", "rtl"),
        ("\ufedf", "rtl"),
        # Marks, digits, punctuation and formatting characters are no letters.
        ("abc \u064e \u200f ٣ ؟", "ltr"),
    ],
)
def test_base_direction(text: str, expected: str) -> None:
    assert base_direction(text) == expected


def test_display_is_one_line_with_its_spaces() -> None:
    assert display("ab: ") == "ab: "
    assert display("باب: ") == " :\ufe8f\ufe8e\ufe91"
    assert display("باب (1)", "ltr") == "(1) \ufe8f\ufe8e\ufe91"


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("hello", 5, "hello"),
        ("hello  ", 5, "hello"),
        ("hello", 4, "hel…"),
        ("hi there", 4, "hi…"),
        ("hello", 1, "…"),
        ("漢字漢", 4, "漢…"),
        ("ببب", 2, "…\ufe91"),
        ("CNN باب", 5, "…CNN"),
    ],
)
def test_fit(text: str, width: int, expected: str) -> None:
    line = fit(text, width)
    assert line.text == expected
    assert (line.start, line.end) == (0, len(text))
    assert line.width == len(line.offsets) <= width


def test_a_title_as_long_as_an_article_is_cut_as_any_other() -> None:
    text = "قال (CNN) زيد. " * 2_000
    line, short = fit(text, 40), fit(text[:200], 40)
    assert (line.text, line.offsets) == (short.text, short.offsets)
    assert (line.start, line.end) == (0, len(text))
    assert fit(text, 40_000).text == layout(text, 40_000)[0].text
    assert fit(text, 10_000).width == 10_000


def test_marks_can_be_left_out_of_titles() -> None:
    assert display("بَ", marks=False) == fit("بَ", 5, marks=False).text == "\ufe8f"


def test_the_ellipsis_stands_for_the_rest() -> None:
    assert fit("hi there", 4).cells[-1] == Cell(2, 8, "…", 1)
    assert fit("باب دار", 4).cells[0] == Cell(3, 7, "…", 1)


def test_a_long_paragraph_is_drawn_where_it_is_looked_at() -> None:
    text = "قام زيد ثم جاء عمرو. " * 20_000
    laid = Layout(text, 80)
    last = laid.line(laid.line_count - 1)
    assert last.end == len(text)
    assert laid.line_at(len(text) // 2) == pytest.approx(laid.line_count / 2, rel=0.1)
    assert max(laid.line(index).width for index in range(50)) <= 80
