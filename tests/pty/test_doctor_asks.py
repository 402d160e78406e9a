"""`doctor` on a pseudo-terminal: it asks, remembers and forgets."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from benchmarks.screens import Screen
from core.errors import ExitCode
from tests.pty.tmux import program_words

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.pty

ANSWERS = b"\x1bP>|XTerm(379)\x1b\\\x1b[>41;379;0c\x1b[?64c"
QUESTION = rb"1  visual.*Which line reads right\?"


def choices(state: Path) -> dict[str, str]:
    found: dict[str, str] = json.loads(
        (state / "mediation-tui" / "terminals.json").read_text(encoding="utf-8")
    )
    return found


def test_what_is_chosen_by_eye_is_remembered_until_it_is_forgotten(tmp_path: Path) -> None:
    environ = {"XDG_STATE_HOME": str(tmp_path), "XTERM_VERSION": ""}
    with Screen(program_words("doctor"), environ) as screen:
        screen.until(rb"\x1b\[c")
        screen.press(ANSWERS)
        screen.until(QUESTION)
        assert b"XTVERSION XTerm(379)" in screen.seen
        screen.press(b"2\r")
        screen.until(rb"xterm: guard from now on")
        assert screen.ends() == ExitCode.OK
    assert choices(tmp_path) == {"xterm": "guard"}

    with Screen(program_words("doctor", "--bidi", "auto"), environ) as screen:
        screen.until(rb"\x1b\[c")
        screen.press(ANSWERS)
        screen.until(rb"xterm: visual, as the program decides")
        assert b"Which line" not in screen.seen
        assert screen.ends() == ExitCode.OK
    assert choices(tmp_path) == {}


def test_it_can_be_broken_off(tmp_path: Path) -> None:
    with Screen(program_words("doctor"), {"XDG_STATE_HOME": str(tmp_path)}) as screen:
        screen.until(rb"\x1b\[c")
        screen.press(ANSWERS)
        screen.until(QUESTION)
        screen.press(b"\x03")
        try:
            status = screen.ends(5)
        except TimeoutError:
            # What comes between its prompt and its waiting, CPython's `input` notices at the next signal.
            screen.press(b"\x03")
            status = screen.ends()
        assert status == ExitCode.INTERRUPTED
    assert not list(tmp_path.iterdir())
