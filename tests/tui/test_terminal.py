"""What the environment says of a terminal."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tui.terminal import CYCLE, BidiMode, profile
from tui.terminal.choices import choices_file, chosen_for, remember, wished
from tui.terminal.profile import EXPLICIT, IMPLICIT


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


@pytest.mark.parametrize("environ", [{"MLTERM": "3.9.0"}, {"KONSOLE_VERSION": "221203"}])
def test_terminals_that_are_told_in_their_own_way(environ: dict[str, str]) -> None:
    seen = profile({"TERM": "xterm-256color", **environ})
    assert seen.mode is BidiMode.VISUAL
    assert seen.enter.startswith("\x1b]")
    assert seen.leave == seen.enter.replace("false", "true")


def test_turned_runs_leave_the_marks_out_wherever_they_are_asked_for() -> None:
    assert not profile({"TMUX": "1"}, BidiMode.KITTY_WORDS).marks
    assert profile({"TMUX": "1"}, BidiMode.VISUAL).marks


@pytest.mark.parametrize(
    ("environ", "at_once"),
    [
        ({"MLTERM": "3"}, True),
        ({"KONSOLE_VERSION": "1"}, True),
        ({"VTE_VERSION": "7000"}, False),
        ({}, False),
    ],
)
def test_what_holds_for_all_rows_at_once(environ: dict[str, str], at_once: bool) -> None:
    assert profile(environ).all_rows is at_once


def test_the_page_on_terminals_explains_every_mode_that_can_be_asked_for() -> None:
    page = (Path(__file__).resolve().parent.parent.parent / "docs" / "terminals.md").read_text(
        encoding="utf-8"
    )
    explained = re.findall(r"^\| `([a-z-]+)` \|", page, re.M)
    assert explained == [str(mode) for mode in CYCLE]


def test_a_choice_is_remembered_for_its_terminal_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    kitty, xterm = profile({"KITTY_WINDOW_ID": "1"}), profile({"XTERM_VERSION": "1"})
    assert chosen_for(kitty) is None
    assert remember(kitty, BidiMode.VISUAL)
    assert (chosen_for(kitty), chosen_for(xterm)) == (BidiMode.VISUAL, None)
    assert remember(kitty, BidiMode.AUTO)
    assert chosen_for(kitty) is None
    choices_file().write_text("not a table", encoding="utf-8")
    assert chosen_for(kitty) is None


def test_a_choice_that_cannot_be_kept_is_no_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    assert not remember(profile({}), BidiMode.GUARD)


def test_the_command_line_comes_before_the_environment() -> None:
    assert wished(BidiMode.AUTO, {"MEDIATION_TUI_BIDI": "Guard"}) is BidiMode.GUARD
    assert wished(BidiMode.VISUAL, {"MEDIATION_TUI_BIDI": "guard"}) is BidiMode.VISUAL
    assert wished(BidiMode.AUTO, {"MEDIATION_TUI_BIDI": "any"}) is BidiMode.AUTO
