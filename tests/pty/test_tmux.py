"""What the person sees: the program under tmux, cell by cell."""

from __future__ import annotations

import re
import shlex
import shutil

import pytest

from core.bidi import display
from tests.pty.tmux import Tmux, program

pytestmark = [
    pytest.mark.pty,
    pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed"),
]

GUARDS = str.maketrans("", "", "\u202d\u202c")
GOLDEN = (
    ".[1] \u00ab\ufee2\ufecc\ufee7\u00bb :2020 \ufef2\ufed3 "
    "(\ufeae\ufef3\ufeaf\ufeee\ufedf\ufe8d) \ufedd\ufe8e\ufed7",
    "\ufefb\u064e \ufe90\u064e\ufe98\u064e\ufedb\u064e",
    "\ufe8e\ufeeb\ufef2\ufed3",
)


def filled(lines: list[str]) -> bool:
    return any(re.search(r"2018-03-12", line) for line in lines) and not any(
        "analysing" in line for line in lines
    )


def test_golden_lines_by_code_point(article: str) -> None:
    with Tmux(program("--bidi", "visual", article)) as terminal:
        visual = terminal.until(filled)
    for golden in GOLDEN:
        assert any(re.search(rf"[│┃] +{re.escape(golden)} ?[▐◀]?$", line) for line in visual), golden
    with Tmux(program("--bidi", "guard", article)) as terminal:
        guarded = terminal.until(filled)
    assert any("\u202d" in line for line in guarded)
    assert [line.translate(GUARDS).rstrip() for line in guarded[:-1]] == [
        line.rstrip() for line in visual[:-1]
    ]


def test_inside_tmux_the_guard_is_the_default(article: str) -> None:
    with Tmux(program(article)) as terminal:
        assert any("\u202d" in line for line in terminal.until(filled))


def test_walk_and_leave(article: str) -> None:
    with Tmux(f"echo before; {program('--bidi', 'visual', article)}", 100, 24) as terminal:
        lines = terminal.until(filled)
        row = next(line for line in lines if line.startswith("▌ 2018-03-12"))
        assert display("وفد مصري") in row
        assert terminal.ask("alternate_on") == "1"
        terminal.press("j")
        lines = terminal.until(
            lambda lines: any("▐" in line and display("رام الله") in line for line in lines)
        )
        assert any(line.startswith("▌ 2019-04-03") for line in lines)
        terminal.press("q")
        lines = terminal.until(lambda lines: "left with 0" in lines)
        assert "before" in lines
        assert terminal.ask("alternate_on") == "0"
        assert terminal.ask("cursor_flag") == "1"
        assert terminal.ask("mouse_any_flag") == "0"


def test_an_article_from_a_pipe(article: str) -> None:
    with Tmux(f"cat {shlex.quote(article)} | {program('--bidi', 'visual')}", 100, 24) as terminal:
        terminal.until(filled)
        terminal.press("G")
        terminal.until(lambda lines: any(line.startswith("▌ 2019-04-03") for line in lines))
        terminal.press("ض")
        terminal.until(lambda lines: "left with 0" in lines)
