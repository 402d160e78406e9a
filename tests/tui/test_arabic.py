"""Strips: exact widths, styles on the right cells, the guard, the source in logical mode."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.style import Style

from core.bidi import display
from tui.arabic import BLANKS, LRO, PDF, Mark, Writing, draw, isolated, lay_out, write
from tui.terminal import BidiMode

BOLD, RED = Style(bold=True), Style(color="red")
VISUAL, GUARD, LOGICAL = (Writing(mode) for mode in (BidiMode.VISUAL, BidiMode.GUARD, BidiMode.LOGICAL))
EVERY = [Writing(mode, marks) for mode in BidiMode if mode is not BidiMode.AUTO for marks in (True, False)]
TEXTS = st.text("ابلأسمنوقفىة هـ123.,:()«»%-aZ\u064e\u0651\u200c\u200f\u2067\u2069\x1b\t中", max_size=60)


@settings(deadline=None, max_examples=120)
@given(TEXTS, st.integers(0, 40), st.sampled_from(EVERY))
def test_a_strip_is_as_wide_as_asked_and_holds_no_control(text: str, width: int, writing: Writing) -> None:
    strip = write(text, width, writing)
    assert sum(cell_len(segment.text) for segment in strip) == strip.cell_length == width
    assert not any(ord(char) < 0x20 for char in strip.text)


@settings(deadline=None, max_examples=120)
@given(TEXTS, st.integers(1, 40), st.sampled_from(EVERY), st.integers(0, 40), st.integers(0, 40))
def test_every_line_of_a_paragraph_fills_its_pane(
    text: str, width: int, writing: Writing, start: int, end: int
) -> None:
    laid = lay_out(text, width, writing)
    for number in range(laid.line_count):
        strip = draw(laid.line(number), text, width, writing, marks=[Mark(start, end, RED)])
        if width > BLANKS:
            assert sum(cell_len(segment.text) for segment in strip) == strip.cell_length == width


@settings(deadline=None, max_examples=60)
@given(TEXTS, st.integers(6, 40))
def test_guard_adds_two_characters_and_changes_nothing_else(text: str, width: int) -> None:
    visual, guarded = write(text, width, VISUAL).text, write(text, width, GUARD).text
    assert guarded.replace(LRO, "").replace(PDF, "") == visual
    if LRO in guarded:
        before, _, rest = guarded.partition(LRO)
        inside, _, after = rest.partition(PDF)
        assert before.endswith(" ")
        assert after.startswith(" ")
        assert inside.strip() == visual.strip()


@settings(deadline=None, max_examples=200)
@given(st.text("aZ09 ~!()[]<>/«»-–—…·م", max_size=30), st.integers(0, 34), st.sampled_from(EVERY))
def test_a_line_without_arabic_comes_out_as_if_it_had_been_laid_out(
    text: str, width: int, writing: Writing
) -> None:
    nothing = [Mark(0, len(text), Style.null())]  # With a mark a line is laid out, whatever stands in it.
    strips = [write(text, width, writing, BOLD, marks, base="ltr") for marks in ((), nothing)]
    plain, laid = ([(char, piece.style) for piece in strip for char in piece.text] for strip in strips)
    assert plain == laid


def test_arabic_stands_at_the_right_and_english_at_the_left() -> None:
    assert write("قال", 8, VISUAL).text == "    " + display("قال") + " "
    assert write("said", 8, VISUAL, base="ltr").text == " said   "


def test_what_does_not_fit_ends_in_an_ellipsis() -> None:
    assert write("قال الوزير", 8, VISUAL).text.strip().startswith("…")
    assert write("قال الوزير", 8, LOGICAL).text.strip().endswith("…")


def test_what_does_not_fit_as_written_ends_in_an_ellipsis_too() -> None:
    assert write("لا إلا لأن الآن", 14, LOGICAL).text.strip() == "لا إلا لأن…"


def test_styles_meet_on_the_cells_of_their_letters() -> None:
    text = "زار وفد غزة"
    strip = write(text, 20, VISUAL, marks=[Mark(0, 7, BOLD), Mark(4, 7, RED)])
    found = {segment.text.strip(): segment.style for segment in strip}
    assert found[display("وفد")] == BOLD + RED
    assert found[display("زار")] == BOLD
    assert found[display("غزة")] == Style.null()


@pytest.mark.parametrize("span", [(0, 1), (1, 2)])
def test_a_mark_on_half_a_ligature_marks_its_cell(span: tuple[int, int]) -> None:
    strip = write("لا", 5, VISUAL, marks=[Mark(*span, RED)])
    assert any(segment.text == "\ufefb" and segment.style == RED for segment in strip)


def test_logical_lines_hold_every_letter_though_lam_and_alef_stand_apart() -> None:
    text = "لا إلا لأن الآن الأول الآخر لا إلا لأن الآن الأول الآخر"
    laid = lay_out(text, 22, LOGICAL)
    drawn = [draw(laid.line(number), text, 22, LOGICAL).text.strip() for number in range(laid.line_count)]
    assert " ".join(drawn) == text


def test_a_quotation_keeps_its_order_in_an_english_line() -> None:
    said = write(isolated("from «17 أغسطس 2020» on"), 40, VISUAL, base="ltr").text
    assert display("17 أغسطس 2020") in said


def test_without_marks_a_title_has_none_either() -> None:
    assert "\u064e" in write("كَتَبَ", 12, Writing(BidiMode.VISUAL, True)).text
    assert "\u064e" not in write("كَتَبَ", 12, Writing(BidiMode.VISUAL, False)).text
