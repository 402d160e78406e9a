"""What the environment says of a terminal."""

from __future__ import annotations

import pytest

from tui.terminal import EXPLICIT, IMPLICIT, BidiMode, profile


@pytest.mark.parametrize(
    ("environ", "mode", "told"),
    [
        ({}, BidiMode.GUARD, False),
        ({"TERM": "xterm-256color"}, BidiMode.GUARD, False),
        ({"TERM": "screen-256color", "VTE_VERSION": "7000"}, BidiMode.GUARD, False),
        ({"TERM": "xterm", "TMUX": "/tmp/tmux,1,0", "XTERM_VERSION": "XTerm(379)"}, BidiMode.GUARD, False),
        ({"TERM": "xterm-256color", "STY": "1.pts"}, BidiMode.GUARD, False),
        ({"TERM": "xterm-256color", "XTERM_VERSION": "XTerm(379)"}, BidiMode.VISUAL, False),
        ({"TERM": "foot"}, BidiMode.VISUAL, False),
        ({"TERM": "alacritty"}, BidiMode.VISUAL, False),
        ({"TERM": "xterm-ghostty"}, BidiMode.VISUAL, False),
        ({"WT_SESSION": "1"}, BidiMode.VISUAL, False),
        ({"TERM_PROGRAM": "vscode"}, BidiMode.VISUAL, False),
        ({"TERM_PROGRAM": "iTerm.app"}, BidiMode.LOGICAL, False),
        ({"TERM_PROGRAM": "Apple_Terminal"}, BidiMode.LOGICAL, False),
        ({"TERM": "xterm-256color", "VTE_VERSION": "7000"}, BidiMode.VISUAL, True),
        ({"TERM_PROGRAM": "WezTerm"}, BidiMode.VISUAL, True),
        ({"TERM_PROGRAM": "mintty"}, BidiMode.VISUAL, True),
    ],
)
def test_profile_by_environment(environ: dict[str, str], mode: BidiMode, told: bool) -> None:
    seen = profile(environ)
    assert seen.mode is mode
    assert (seen.enter, seen.leave) == ((EXPLICIT, IMPLICIT) if told else ("", ""))
    assert seen.why


def test_a_wish_settles_the_mode() -> None:
    assert profile({"TMUX": "1"}, BidiMode.VISUAL).mode is BidiMode.VISUAL
    vte = {"TERM": "xterm-256color", "VTE_VERSION": "7000"}
    assert profile(vte, BidiMode.GUARD).enter == EXPLICIT
    assert profile(vte, BidiMode.LOGICAL).enter == "", "the terminal is to reorder"
