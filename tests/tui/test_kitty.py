"""What kitty is sent, and what it makes of it by the rule that was measured."""

from __future__ import annotations

from unicodedata import bidirectional

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from rich.style import Style

from core.bidi import fit
from core.bidi.properties import properties
from tui.arabic import Drawn, Mark, Writing, write
from tui.kitty import turned
from tui.terminal import BidiMode, profile
from tui.terminal.replies import Replies, ReplyFilter

BOLD, RED = Style(bold=True), Style(color="red")
LETTERS, WORDS = Writing(BidiMode.KITTY, False), Writing(BidiMode.KITTY_WORDS, False)
SCRIPTLESS = "،؛؟ـ"


def sent(text: str, writing: Writing, *marks: Mark) -> str:
    return write(text, 60, writing, marks=marks).text.strip()


@pytest.mark.parametrize(
    ("text", "letters", "words"),
    [
        # Seen from left to right: `.ﻞﻴﻨﻣ ﻦﻴﺑ`; each word goes out turned, with what touches it or without.
        (
            "بين منيل.",
            ".\ufee3\ufee8\ufef4\ufede \ufe91\ufef4\ufee6",
            "\ufee3\ufee8\ufef4\ufede. \ufe91\ufef4\ufee6",
        ),
        # Brackets are sent as in the article where they are turned too.
        ("(باب)", "(\ufe91\ufe8e\ufe8f)", "(\ufe91\ufe8e\ufe8f)"),
        ("«باب»: [1]", "[1] :«\ufe91\ufe8e\ufe8f»", "[1] «\ufe91\ufe8e\ufe8f»:"),
        # Digits that touch letters are turned in words, alone they are not; Arabic ones always are.
        ("باب12", "12\ufe91\ufe8e\ufe8f", "\ufe91\ufe8e\ufe8f21"),
        ("عام 2020", "2020 \ufecb\ufe8e\ufee1", "2020 \ufecb\ufe8e\ufee1"),
        ("٢٠١٩", "٩١٠٢", "٩١٠٢"),
        ("۱۲", "۲۱", "۲۱"),
        # Latin at the left end decides for its word: nothing is turned.
        ("وCNN", "CNN\ufeed", "CNN\ufeed"),
        # At the right end it cannot be sent in its place.
        ("CNNية", "\ufef3\ufe94CNN", "\ufef3\ufe94NNC"),
        # A comma is no letter, a blank ends a run, a box drawing too.
        ("؟،", "،؟", "،؟"),
        ("با│با", "\ufe91\ufe8e│\ufe91\ufe8e", "\ufe91\ufe8e│\ufe91\ufe8e"),
        # What another font draws is a run of its own.
        ("با👍با", "\ufe91\ufe8e👍\ufe91\ufe8e", "\ufe91\ufe8e👍\ufe91\ufe8e"),
        ("لا", "\ufefb", "\ufefb"),
    ],
)
def test_runs_go_out_turned(text: str, letters: str, words: str) -> None:
    assert sent(text, LETTERS) == letters
    assert sent(text, WORDS) == words


def test_colours_stay_in_their_place_and_bold_ends_a_run() -> None:
    strip = write("باب", 5, LETTERS, marks=[Mark(0, 1, RED)])
    # Seen at the right end: the letter that the colour belongs to; sent there: the last of the run.
    assert [(piece.text, piece.style) for piece in strip][:2] == [
        (" \ufe91\ufe8e", Style.null()),
        ("\ufe8f", RED),
    ]
    strip = write("باب", 5, LETTERS, marks=[Mark(0, 1, BOLD)])
    assert [(piece.text, piece.style) for piece in strip][:2] == [
        (" \ufe8e\ufe8f", Style.null()),
        ("\ufe91", BOLD),
    ]


def direction(run: list[str]) -> str:
    """Tell what HarfBuzz guesses: the direction of the first character with a script."""
    for text in run:
        if text[0] not in SCRIPTLESS and bidirectional(text[0]) in ("L", "R", "AL", "AN"):
            return "L" if bidirectional(text[0]) == "L" else "R"
    return "L"


def shown(cells: list[str], *, words: bool) -> list[str]:
    """Do as kitty does with cells of one style."""
    found: list[str] = []
    run: list[str] = []

    def end() -> None:
        mirror = properties().mirror
        found.extend([mirror.get(text, text) for text in run[::-1]] if direction(run) == "R" else run)
        run.clear()

    for text in cells:
        of_run = text != " " if words else ord(text[0]) > 0x5FF and text != "…"
        if of_run:
            run.append(text)
        else:
            end()
            found.append(text)
    end()
    return found


@settings(deadline=None, max_examples=150)
@given(st.text("ابلأسمنوقفىة،؟٣ـ 12.:()«»%-aZ…", max_size=40), st.booleans())
def test_what_kitty_shows_is_the_line(text: str, words: bool) -> None:
    line = [cell.display for cell in fit(text, 60, "rtl").cells]
    if words:
        for word in "".join(line).split(" "):
            ends = [direction([char]) for char in word if direction([char, "a"]) == direction([char, "ا"])]
            assume(not ends or (ends[0], ends[-1]) != ("R", "L"))
    cells = [cell.text for cell in turned([Drawn(text, Style.null()) for text in line], words=words)]
    assert shown(cells, words=words) == line


@pytest.mark.parametrize(
    ("answer", "mode"),
    [
        ("\x1bP1+r6b=44656a61567553616e734d6f6e6f\x1b\\", BidiMode.KITTY_WORDS),
        ("\x1bP1+r6b=4e6f746f53616e734d6f6e6f2d526567756c6172\x1b\\", BidiMode.KITTY),
        ("\x1bP0+r6b\x1b\\", BidiMode.KITTY),
        ("", BidiMode.KITTY),
    ],
)
def test_the_main_font_decides_what_a_run_is(answer: str, mode: BidiMode) -> None:
    for named in ("\x1bP>|kitty(0.26.5)\x1b\\", ""):
        for size in (1, 7, 100):
            filter_ = ReplyFilter()
            data = named + answer + "\x1b[?62;c"
            assert "".join(filter_.feed(data[at : at + size]) for at in range(0, len(data), size)) == ""
            seen = profile({"KITTY_WINDOW_ID": "1"}, replies=filter_.replies)
            assert (seen.name, seen.mode, seen.marks) == ("kitty", mode, False)


def test_with_force_ltr_marks_do_no_harm() -> None:
    assert profile({"KITTY_WINDOW_ID": "1"}, BidiMode.VISUAL).marks
    assert not profile({"KITTY_WINDOW_ID": "1"}, BidiMode.KITTY_WORDS).marks
    assert not profile({}, BidiMode.VISUAL, Replies(version="foot(1.13.1)")).marks
