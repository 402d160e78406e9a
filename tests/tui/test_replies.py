"""What terminals answered when they were asked, and that nothing typed meanwhile is lost."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.terminal import BidiMode, profile
from tui.terminal.profile import EXPLICIT, IMPLICIT
from tui.terminal.replies import Replies, ReplyFilter

RECORDED = {
    "xterm": "\x1bP>|XTerm(379)\x1b\\\x1bP!|00000000\x1b\\\x1b[>41;379;0c\x1b[8;0$y\x1b[?64;1;2;6;9;15;22c",
    "VTE": "\x1bP!|7E565445\x1b\\\x1b[>65;7006;1c\x1b[8;1$y\x1b[?65;1;9c",
    "Konsole": "\x1bP>|Konsole 22.12.3\x1b\\\x1bP!|7E4B4445\x1b\\\x1b[>1;115;0c\x1b[?62;1;4c",
    "mlterm": "\x1bP!|000000\x1b\\\x1b[>24;279;0c\x1b[8;0$y\x1b[?63;1;2;3;4;6;7;15;18;22;29c",
    "kitty": "\x1bP>|kitty(0.26.5)\x1b\\\x1b[>1;4000;26c\x1b[8;0$y\x1b[?62;c",
    "foot": "\x1bP>|foot(1.13.1)\x1b\\\x1bP!|464f4f54\x1b\\\x1b[>1;011301;0c\x1b[?62;4;22c",
    "Alacritty": "\x1b[>0;1700;1c\x1b[?6c",
    "tmux": "\x1bP>|tmux 3.3a\x1b\\\x1b[>84;0;0c\x1b[?1;2;4c",
    "GNU screen": "\x1b[>83;40900;0c\x1b[?1;2c",
    "mosh": "\x1b[>1;10;0c\x1b[?62c",
}
DRAWN = {
    "xterm": BidiMode.VISUAL,
    "VTE": BidiMode.VISUAL,
    "Konsole": BidiMode.VISUAL,
    "mlterm": BidiMode.VISUAL,
    "kitty": BidiMode.KITTY,
    "foot": BidiMode.VISUAL,
    "Alacritty": BidiMode.VISUAL,
    "tmux": BidiMode.GUARD,
    "GNU screen": BidiMode.GUARD,
    "mosh": BidiMode.GUARD,
}
OVER_SSH = {"TERM": "xterm-256color", "LANG": "C.UTF-8"}


def heard(data: str) -> Replies:
    filter_ = ReplyFilter()
    assert filter_.feed(data) == ""
    return filter_.replies


@pytest.mark.parametrize("name", RECORDED)
def test_a_terminal_is_known_by_its_answers_alone(name: str) -> None:
    replies = heard(RECORDED[name])
    assert replies.fenced
    seen = profile(OVER_SSH, replies=replies)
    assert (seen.name, seen.mode) == (name, DRAWN[name])


def test_answers_say_more_than_an_inherited_environment() -> None:
    from_vte = {"TERM": "xterm-256color", "VTE_VERSION": "7006", "TMUX": "/tmp/tmux,1,0"}
    assert profile(from_vte, replies=heard(RECORDED["xterm"])).name == "xterm"
    assert profile(from_vte, replies=heard(RECORDED["tmux"])).mode is BidiMode.GUARD


def test_what_answers_nothing_is_treated_with_care() -> None:
    assert profile(OVER_SSH, replies=Replies()).mode is BidiMode.GUARD
    assert profile(OVER_SSH, replies=heard("\x1b[?1;2c")).mode is BidiMode.GUARD
    assert profile(OVER_SSH, replies=Replies(bdsm=2, fenced=True)).mode is BidiMode.VISUAL


def test_a_terminal_is_left_as_it_was_found() -> None:
    default, changed = Replies(unit="7E565445", bdsm=1), Replies(unit="7E565445", bdsm=2)
    assert (profile({}, replies=default).enter, profile({}, replies=default).leave) == (EXPLICIT, IMPLICIT)
    assert profile({}, replies=changed).leave == ""
    wezterm = Replies(version="WezTerm 20240203-110809")
    assert profile({}, replies=wezterm).leave == ""


KEYS = (
    "j",
    "ت",
    "\x1b[A",
    "\x1b",
    "\x1b[1;5C",
    "\x1bOP",
    "\x1b[<0;3;4M",
    "\x1b[200~نص\x1b[201~",
    "P",
    "[",
    "c",
)


@settings(deadline=None, max_examples=150)
@given(
    st.sampled_from(sorted(RECORDED)),
    st.lists(st.tuples(st.integers(0, 60), st.sampled_from(KEYS)), max_size=4),
    st.lists(st.integers(1, 9), min_size=1, max_size=6),
)
def test_answers_in_pieces_among_keys(name: str, keys: list[tuple[int, str]], sizes: list[int]) -> None:
    """Keys between two answers come through, and the answers are those given in one piece."""
    answers = re.split(r"(?<=\x1b\\)|(?<=c)|(?<=\$y)", RECORDED[name])
    stream, typed = "", ""
    for place, key in sorted(keys):
        while answers and place >= 60 - 10 * len(answers):
            stream += answers.pop(0)
        # A lone escape before an answer's own is two keys to anyone; it comes through where a key follows it.
        stream += key if key != "\x1b" else "\x1bj"
        typed += key if key != "\x1b" else "\x1bj"
    stream += "".join(answers)
    filter_, rest, at, turn = ReplyFilter(), "", 0, 0
    while at < len(stream):
        size = sizes[turn % len(sizes)]
        rest += filter_.feed(stream[at : at + size])
        at, turn = at + size, turn + 1
    rest += filter_.release()
    assert rest == typed
    assert filter_.replies == heard(RECORDED[name])


def test_what_only_begins_like_an_answer_is_a_key_after_all() -> None:
    filter_ = ReplyFilter()
    assert filter_.feed("\x1b") == ""
    assert filter_.release() == "\x1b"
    assert filter_.feed("\x1b", expecting=False) == "\x1b"
    assert filter_.feed("\x1bP") == ""
    assert filter_.feed("x") == "\x1bPx"
    endless = "\x1bP>|" + "x" * 300
    assert filter_.feed(endless) + filter_.release() == endless


@pytest.mark.parametrize("name", RECORDED)
@pytest.mark.parametrize("at", [1, 2, 3, 8])
def test_a_line_that_stutters_makes_no_keys_of_an_answer(name: str, at: int) -> None:
    """But for an escape and what alone may follow one: nobody could wait for the rest of these."""
    filter_, data = ReplyFilter(), RECORDED[name]
    assert filter_.feed(data[:at]) == ""
    assert filter_.certain == (at > 2)
    if filter_.certain:
        assert filter_.feed(data[at:]) == ""
    else:
        assert filter_.release() == data[:at]
        assert filter_.feed(data[at : at + 1]) == ""
        assert filter_.feed(data[at + 1 :]) == ""
    assert filter_.replies == heard(data)
    assert filter_.feed("j") == "j"


def test_an_escape_that_was_let_pass_is_no_part_of_what_follows() -> None:
    filter_ = ReplyFilter()
    assert filter_.feed("\x1b") == ""
    assert filter_.release() == "\x1b"
    assert filter_.release() == "", "once"
    assert filter_.feed("[") == ""
    assert filter_.release() == "["
    assert filter_.feed("j") == "j"
    assert filter_.feed("\x1b[A") == "\x1b[A"


def test_an_answer_that_breaks_off_is_no_key() -> None:
    filter_ = ReplyFilter()
    assert filter_.feed("\x1bP>|XTe") == ""
    assert filter_.release() == ""
    assert filter_.feed("j") == "j"
