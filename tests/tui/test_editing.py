"""A line that is written: edits by code point, moves as seen, the cursor always in sight."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.bidi import base_direction, display
from tui.arabic import Writing
from tui.editing.caret import Caret, glimpse
from tui.editing.entry import Entry, cleaned
from tui.terminal import BidiMode

ROOM = 200
ANYTHING = st.text("ابلأآسمنىة\u064e\u0651\u0640 12٣.,:()«»-aZé\u200c\u200d中😀\u0301", max_size=24)
DIRTY = st.text(
    "ابل\ufefb\ufe8d\ufdf2 a\u064e\u200c\u200e\u202e\u2066\u061c\ufeff\x00\x1b\x7f\x85\t\n\r\u2028\ud800",
    max_size=16,
)
MODES = [mode for mode in BidiMode if mode is not BidiMode.AUTO]


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    value = draw(ANYTHING)
    anchor = draw(st.none() | st.integers(0, len(value)))
    return Entry(value, draw(st.integers(0, len(value))), anchor)


def write(*pieces: str) -> Entry:
    entry = Entry()
    for piece in pieces:
        entry, _ = entry.typed(piece, ROOM)
    return entry


def left(entry: Entry, *, select: bool = False) -> Entry:
    return Caret.of(entry.value).step(entry, -1, select=select)


def right(entry: Entry, *, select: bool = False) -> Entry:
    return Caret.of(entry.value).step(entry, 1, select=select)


def column(entry: Entry) -> int:
    """The cell that the block is on, from the left of the text and the blank after it."""
    return glimpse(entry.value, entry.cursor, Writing(), 500).column


# ------------------------------------------------------------------------------------------- what comes in


@settings(deadline=None, max_examples=150)
@given(DIRTY, DIRTY, st.integers(1, 12))
def test_a_value_is_free_of_controls_and_within_its_room(first: str, second: str, room: int) -> None:
    entry, cut = Entry().typed(first, room)
    entry, cut_again = entry.at(len(entry.value) // 2).typed(second, room)
    assert len(entry.value) <= room
    assert cut == (len(cleaned(first)) > room)
    if not (cut or cut_again):
        assert len(entry.value) == len(cleaned(first)) + len(cleaned(second))
    for char in entry.value:
        assert char in "\u200c\u200d" or unicodedata.category(char) not in {"Cc", "Cf", "Cs", "Zl", "Zp"}
        assert not "\ufe70" <= char <= "\ufefc"
    assert cleaned(entry.value) == entry.value


@pytest.mark.parametrize(
    ("pasted", "value"),
    [
        ("سطر\nآخر\r\nثالث", "سطر آخر ثالث"),
        ("سطر\r\n", "سطر"),
        ("عمود\tعمود", "عمود عمود"),
        ("\u202bمصر\u202c\u200f", "مصر"),
        ("\x1b[31mأحمر\x00", "[31mأحمر"),
        ("\ufefb", "لا"),
        ("\ufee3\ufebc\ufeae", "مصر"),
        ("می\u200cروم", "می\u200cروم"),
    ],
)
def test_what_is_pasted_becomes_one_clean_line(pasted: str, value: str) -> None:
    assert write(pasted).value == value


def test_a_megabyte_is_cut_to_its_room() -> None:
    entry, cut = Entry("مصر", 3).typed("كلمة " * 200_000, ROOM)
    assert cut
    assert len(entry.value) == ROOM
    assert entry.cursor == ROOM


def test_typing_takes_the_place_of_what_is_selected() -> None:
    entry = Entry("وفد مصري", 8, 4)
    assert entry.typed("قطري", ROOM)[0] == Entry("وفد قطري", 8)
    assert entry.erased() == Caret.of(entry.value).deleted(entry) == Entry("وفد ", 4)
    assert Entry("اب", 2, 0).typed("ج", 2)[0] == Entry("ج", 1), "what is selected makes room"


# ----------------------------------------------------------------------------------------------- taking out


def test_backspace_takes_the_mark_before_its_letter() -> None:
    entry = write("ب", "\u0651", "\u064e")
    for left_over in ("ب\u0651", "ب", "", ""):
        entry = entry.erased()
        assert entry.value == left_over


def test_backspace_takes_the_alef_and_leaves_the_lam() -> None:
    assert write("ل", "ا").erased() == Entry("ل", 1)
    assert write("\ufefb").erased() == Entry("ل", 1)


@pytest.mark.parametrize(
    ("value", "cursor", "left_over"),
    [("بَتَ", 0, "تَ"), ("لامع", 0, "مع"), ("لا", 1, "ل"), ("abc", 1, "ac"), ("لا", 2, "لا"), ("", 0, "")],
)
def test_delete_takes_the_cluster_under_the_block(value: str, cursor: int, left_over: str) -> None:
    assert Caret.of(value).deleted(Entry(value, cursor)) == Entry(left_over, cursor)


def test_a_word_is_taken_with_the_spaces_after_it() -> None:
    entry = write("وفد مصري، ")
    assert (first := entry.word_erased()).value == "وفد "
    assert first.word_erased() == Entry()
    assert Entry().word_erased() == Entry()


@settings(deadline=None, max_examples=150)
@given(entries(), ANYTHING)
def test_what_is_typed_is_erased_key_by_key(entry: Entry, text: str) -> None:
    begun = entry.at(entry.cursor)
    typed, _ = begun.typed(text, ROOM)
    for _ in range(typed.cursor - begun.cursor):
        typed = typed.erased()
    assert typed == begun


# --------------------------------------------------------------------------------------------------- moving


@settings(deadline=None, max_examples=200)
@given(entries())
def test_moves_stay_within_and_lead_back(entry: Entry) -> None:
    caret = Caret.of(entry.value)
    for move in (caret.step, caret.word):
        for steps in (-1, 1):
            for select in (False, True):
                moved = move(entry, steps, select=select)
                assert moved.value == entry.value
                assert 0 <= moved.cursor <= len(entry.value)
                assert moved.selects <= select
    entry = entry.at(caret.offset(caret.place(entry.cursor)))
    for there, back in ((left, right), (right, left)):
        moved = there(entry)
        assert moved == entry or back(moved) == entry


@settings(deadline=None, max_examples=100)
@given(ANYTHING)
def test_left_and_right_pass_every_cluster_as_seen(value: str) -> None:
    caret = Caret.of(value)
    entry = Entry(value, caret.offset(caret.place(0)))
    while (moved := left(entry)) != entry:
        assert column(moved) < column(entry)
        entry = moved
    assert column(entry) == 0
    seen = [entry]
    while (moved := right(seen[-1])) != seen[-1]:
        assert column(moved) > column(seen[-1])
        seen.append(moved)
    assert len({entry.cursor for entry in seen}) == len(seen) == len(caret.line.cells)


def test_the_block_is_where_the_next_letter_goes() -> None:
    entry = Entry()
    for letter in "مصر":
        entry, _ = entry.typed(letter, ROOM)
        assert column(entry) == 0, "the line runs to the left"
    for number in range(6):
        assert column(write("talks"[:number])) == number
    middle = right(right(write("مصر")))
    assert middle.value[middle.cursor] == "ص"
    typed, _ = middle.typed("ب", ROOM)
    assert typed.value == "مبصر"
    assert column(typed) == column(middle), "the rest moves on, the block stays"


def test_arrows_pass_latin_and_digits_as_they_stand() -> None:
    entry = write("مصر 12 إلى CNN").at(0)
    passed = []
    while (moved := left(entry)) != entry:
        passed.append(entry.value[entry.cursor])
        entry = moved
    assert "".join(passed) == "مصر 21 إلى NNC"
    assert entry.cursor == len(entry.value)


@pytest.mark.parametrize(
    ("value", "offsets"),
    [("وفد مصري إلى غزة", [4, 9, 13, 16, 16]), ("وفد CNN غزة", [4, 8, 11])],
)
def test_words_to_the_left(value: str, offsets: list[int]) -> None:
    caret, entry, passed = Caret.of(value), Entry(value), []
    for _ in offsets:
        entry = caret.word(entry, -1)
        passed.append(entry.cursor)
    assert passed == offsets


def test_words_to_the_right_are_the_same_words() -> None:
    value = "talks in Doha"
    caret, entry = Caret.of(value), Entry(value)
    passed = [(entry := caret.word(entry, 1)).cursor for _ in range(4)]
    assert passed == [6, 9, 13, 13]
    passed = [(entry := caret.word(entry, -1)).cursor for _ in range(4)]
    assert passed == [9, 6, 0, 0]


def test_selecting_and_leaving_a_selection() -> None:
    entry = write("مصر")
    chosen = right(right(entry, select=True), select=True)
    assert chosen.selection == (1, 3)
    assert left(chosen) == Entry("مصر", 3)
    assert right(chosen) == Entry("مصر", 1)
    assert chosen.at(0, select=True).selection == (0, 3)
    assert not chosen.at(2).selects


# -------------------------------------------------------------------------------------------------- drawing


@settings(deadline=None, max_examples=150)
@given(ANYTHING, st.sampled_from(MODES))
def test_what_fits_is_the_layout_of_the_value(value: str, mode: BidiMode) -> None:
    shown = glimpse(value, 0, Writing(mode), 500)
    assert shown.hidden == 0
    assert shown.line.text == display(value + " ", base_direction(value))
    assert shown.line.rtl == (base_direction(value) == "rtl")


@settings(deadline=None, max_examples=200)
@given(entries(), st.sampled_from(MODES), st.integers(2, 12), st.integers(0, 30))
def test_the_cursor_is_always_in_sight(entry: Entry, mode: BidiMode, room: int, hidden: int) -> None:
    shown = glimpse(entry.value, entry.cursor, Writing(mode), room, hidden)
    assert sum(cell.width for cell in shown.line.cells) == shown.line.width <= room
    assert 0 <= shown.column < shown.line.width
    at = shown.line.offsets[shown.column]
    caret = Caret.of(entry.value)
    assert caret.place(at) == caret.place(entry.cursor)
    again = glimpse(entry.value, entry.cursor, Writing(mode), room, shown.hidden)
    assert again == shown, "it does not turn by itself"


def test_a_long_line_turns_no_further_than_needed() -> None:
    value = "abcdefghij"
    assert glimpse(value, 10, Writing(), 5).line.text == "ghij "
    assert glimpse(value, 8, Writing(), 5, hidden=6).line.text == "ghij "
    assert glimpse(value, 5, Writing(), 5, hidden=6).line.text == "fghij"
    arabic = "ابتثجحخدذر"
    assert glimpse(arabic, 10, Writing(), 5).line.cells[0].start == 10
    assert glimpse(arabic, 0, Writing(), 5, hidden=6).line.cells[-1].start == 0
