"""However the program ends, the terminal is as it was and the status says why."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from benchmarks.screens import Screen
from core.errors import ExitCode
from tests.pty.tmux import program_words

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.pty

STANDS = rb"\?1049h.*quit"


def test_a_lost_terminal_ends_the_process(article: str) -> None:
    with Screen(program_words(article)) as screen:
        screen.until(STANDS)
        screen.hang_up()
        assert screen.ends() != ExitCode.OK


def test_a_crash_ends_with_a_status_and_without_the_article(article: str, tmp_path: Path) -> None:
    broken = (
        "import sys, tui.widgets.row as row\n"
        "def phrase_of(event): return {}[event.text]\n"
        "row.phrase_of = phrase_of\n"
        "from tui.cli import main; sys.exit(main())"
    )
    with Screen((sys.executable, "-c", broken, article), {"XDG_STATE_HOME": str(tmp_path)}) as screen:
        screen.until(rb"\?1049l.*KeyError.*crash-.*txt")
        assert screen.ends() == ExitCode.CRASH
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
        assert screen.ends() == ExitCode.UNREADABLE
        assert b"\x1b" not in screen.seen
