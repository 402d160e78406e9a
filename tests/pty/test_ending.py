"""However the program ends, the terminal is as it was and the status says why."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from benchmarks.screens import Screen
from core.errors import ExitCode
from tests.pty.tmux import program_words

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.pty

STANDS = rb"\?1049h.*quit"
VTE = {"VTE_VERSION": "7000", "XTERM_VERSION": ""}


def wait(pid: int, options: int = 0) -> int:
    end = time.monotonic() + 15
    while time.monotonic() < end:
        found, status = os.waitpid(pid, os.WNOHANG | options)
        if found:
            return status
        time.sleep(0.02)
    raise AssertionError("the process did not end")


def test_a_lost_terminal_ends_the_process(article: str) -> None:
    with Screen(program_words(article)) as screen:
        screen.until(STANDS)
        screen.hang_up()
        status = wait(screen.pid)
        screen.reaped = True
        assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) != 0


def test_suspend_resume_and_a_signal_leave_the_terminal_as_it_was(article: str) -> None:
    with Screen(program_words(article), VTE) as screen:
        screen.until(STANDS)
        assert screen.seen.index(b"\x1b[8l") < screen.seen.index(b"\x1b[?1049h")
        screen.press(b"\x1a")
        assert os.WIFSTOPPED(wait(screen.pid, os.WUNTRACED))
        screen.until(rb"\?1049l.*\x1b\[8h")
        stopped = len(screen.seen)
        os.kill(screen.pid, signal.SIGCONT)
        screen.until(rb"\?1049l.*\x1b\[8h.*\x1b\[8l.*\?1049h.*quit")
        again = screen.seen[stopped:]
        assert again.index(b"\x1b[8l") < again.index(b"\x1b[?1049h")
        os.kill(screen.pid, signal.SIGTERM)
        assert os.WTERMSIG(wait(screen.pid)) == signal.SIGTERM, "restored first, then ended by the signal"
        screen.reaped = True
        screen.until(rb"\x1b\[8h.*\?1049l.*\?25h.*\x1b\[8h")
        assert screen.seen.rindex(b"\x1b[8h") > screen.seen.rindex(b"\x1b[?1049l")


def test_what_holds_for_all_rows_is_told_and_taken_back_on_the_alternate_screen(article: str) -> None:
    with Screen(program_words(article), {"MLTERM": "3.9.0", "XTERM_VERSION": ""}) as screen:
        screen.until(STANDS)
        screen.press(b"q")
        screen.until(rb"\?1049h.*use_ctl=false.*use_ctl=true.*\?1049l")
        assert os.waitstatus_to_exitcode(wait(screen.pid)) == ExitCode.OK
        screen.reaped = True
    assert screen.seen.count(b"use_ctl=") == 2


def test_a_crash_ends_with_a_status_and_without_the_article(article: str, tmp_path: Path) -> None:
    broken = (
        "import sys, tui.widgets.row as row\n"
        "def phrase_of(event): return {}[event.text]\n"
        "row.phrase_of = phrase_of\n"
        "from tui.cli import main; sys.exit(main())"
    )
    with Screen((sys.executable, "-c", broken, article), {"XDG_STATE_HOME": str(tmp_path)}) as screen:
        screen.until(rb"\?1049l.*KeyError.*crash-.*txt")
        assert os.WEXITSTATUS(wait(screen.pid)) == ExitCode.CRASH
        screen.reaped = True
    after = screen.seen[screen.seen.rindex(b"?1049l") :].decode()
    (report,) = (tmp_path / "mediation-tui").iterdir()
    told = report.read_text(encoding="utf-8")
    assert "in phrase_of" in told
    for words in (after, told):
        assert not any("\u0600" <= char <= "\u06ff" for char in words)


def test_without_a_terminal_it_says_so(article: str) -> None:
    done = subprocess.run(
        program_words(article),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        start_new_session=True,
    )
    assert done.returncode == ExitCode.NO_TERMINAL
    assert done.stdout == ""
    assert "no terminal" in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_missing_file_is_one_line_and_no_screen() -> None:
    with Screen(program_words("no-such-file.txt")) as screen:
        screen.until(rb"no-such-file.txt: .*\n")
        assert os.WEXITSTATUS(wait(screen.pid)) == ExitCode.UNREADABLE
        screen.reaped = True
        assert b"\x1b" not in screen.seen
