"""What is copied reaches a terminal through whatever stands between, and a file in any case."""

from __future__ import annotations

import base64
import os
import re
import shutil
import stat
import subprocess
import time
from typing import TYPE_CHECKING

import pytest

from tui.clipboard import MOST, SCREEN, TMUX, clipboard_file, notice, osc52, write_clipboard

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "قال الوزير\nwe talked 2020 ◆"


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))


def read(sequence: str) -> str:
    (words,) = re.findall("\x1b\\]52;c;([^\x07]*)\x07", sequence)
    return base64.b64decode(words).decode()


def test_a_terminal_is_given_base64() -> None:
    assert read(osc52(TEXT)) == TEXT


def test_tmux_is_given_it_plain_and_wrapped_with_every_escape_doubled() -> None:
    plain, wrapped = osc52(TEXT), osc52(TEXT, TMUX).removeprefix(osc52(TEXT))
    assert wrapped.startswith("\x1bPtmux;\x1b\x1b]52;c;")
    assert wrapped.endswith("\x07\x1b\\")
    assert wrapped.removeprefix("\x1bPtmux;").removesuffix("\x1b\\").replace("\x1b\x1b", "\x1b") == plain


def test_screen_is_given_it_in_strings_that_its_oldest_takes() -> None:
    long = TEXT * 60
    strings = osc52(long, SCREEN).split("\x1b\\")[:-1]
    assert len(strings) > 1
    assert all(string.startswith("\x1bP") and len(string) + 2 <= 256 for string in strings)
    assert read("".join(string.removeprefix("\x1bP") for string in strings)) == long


def test_what_is_too_long_for_a_sequence_is_not_cut() -> None:
    assert len(osc52("a" * MOST)) == 100_000
    assert osc52("a" * (MOST + 1)) == ""
    assert osc52("ق" * (MOST // 2 + 1)) == "", "bytes are counted, not letters"


def test_the_file_is_whole_replaces_the_last_and_is_the_persons_own() -> None:
    assert write_clipboard("the first, and longer") == clipboard_file()
    assert write_clipboard(TEXT) == clipboard_file()
    assert clipboard_file().read_bytes() == TEXT.encode()
    assert [path.name for path in clipboard_file().parent.iterdir()] == ["clipboard.txt"]
    assert stat.S_IMODE(clipboard_file().stat().st_mode) == 0o600


def test_the_notice_says_what_and_where(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    path = tmp_path / "state" / "clipboard.txt"
    assert notice("قال", "the sentence", path, sent=True) == (
        "copied the sentence, 3 characters: to the terminal (OSC 52) and ~/state/clipboard.txt"
    )
    assert "no file" in notice("قال", "the sentence", None, sent=True)
    assert "too long" in notice("قال", "the sentence", path, sent=False)
    assert notice("قال", "the sentence", None, sent=False).startswith("not copied")


def test_a_folder_that_cannot_be_written_to_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    assert write_clipboard(TEXT) is None


@pytest.mark.pty
@pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")
def test_tmux_takes_it(tmp_path: Path) -> None:
    sequence = tmp_path / "sequence"
    sequence.write_text(osc52(TEXT, TMUX), encoding="utf-8")

    def tmux(*words: str) -> str:
        command = ["tmux", "-u", "-L", f"mediation-clipboard-{os.getpid()}", "-f", os.devnull, *words]
        return subprocess.run(command, capture_output=True, text=True, encoding="utf-8").stdout

    settings = ("set-option", "-s", "exit-empty", "off", ";", "set-option", "-s", "set-clipboard", "on")
    tmux("start-server", ";", *settings)
    try:
        tmux("new-session", "-d", f"cat {sequence}; exec cat")
        end = time.monotonic() + 20
        while not (taken := tmux("show-buffer")) and time.monotonic() < end:
            time.sleep(0.05)
        assert taken == TEXT
    finally:
        tmux("kill-server")
