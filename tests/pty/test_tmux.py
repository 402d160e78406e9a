"""What the person sees: the program under tmux, cell by cell."""

from __future__ import annotations

import json
import re
import shlex
import shutil
from typing import TYPE_CHECKING

import pytest

from core.bidi import display
from tests.pty.conftest import TEXT
from tests.pty.tmux import Tmux, program
from tui.terminal import CYCLE, BidiMode

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = [
    pytest.mark.pty,
    pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed"),
]

GUARDS = str.maketrans("", "", "\u202d\u202c")
GOLDEN = (
    (
        ".[1] \u00ab\ufee2\ufecc\ufee7\u00bb :2020 \ufef2\ufed3 "
        "(\ufeae\ufef3\ufeaf\ufeee\ufedf\ufe8d) \ufedd\ufe8e\ufed7"
    ),
    "\ufefb\u064e \ufe90\u064e\ufe98\u064e\ufedb\u064e",
    "\ufe8e\ufeeb\ufef2\ufed3",
)


def filled(lines: list[str]) -> bool:
    return any(re.search(r"2018-03-12", line) for line in lines) and not any(
        "analysing" in line for line in lines
    )


def mode(name: str) -> Callable[[list[str]], bool]:
    return lambda lines: lines[-1].rstrip().endswith(f"Arabic: {name}")


def test_draws_moves_and_leaves(article: str) -> None:
    with Tmux(f"echo before; {program(article)}", 120, 24) as terminal:
        guarded = terminal.until(filled)
        assert mode("guard")(guarded), "what draws behind tmux is not known"
        assert terminal.ask("alternate_on") == "1"

        terminal.press(*["r"] * (len(CYCLE) - CYCLE.index(BidiMode.GUARD)))
        visual = terminal.until(mode("visual"))
        for golden in GOLDEN:
            assert any(re.search(rf"[│┃] +{re.escape(golden)} ?[▐◀]?$", line) for line in visual), golden
        unguarded = [line.translate(GUARDS).rstrip() for line in guarded]
        assert unguarded != guarded
        assert unguarded[:-1] == [line.rstrip() for line in visual[:-1]]
        row = next(line for line in visual if line.startswith("▌ 2018-03-12"))
        assert display("وفد مصري") in row

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
        terminal.press("C-c")
        terminal.until(lambda lines: "left with 130" in lines)


def test_what_cannot_be_read_of_a_pipe_stops_nothing(tmp_path: Path) -> None:
    path = tmp_path / "articles.jsonl"
    good = json.dumps({"text": TEXT})
    path.write_text(f"{good}\n{{broken\n{good}\n", encoding="utf-8")
    with Tmux(f"cat {shlex.quote(str(path))} | {program('--bidi', 'visual')}", 120, 24) as terminal:
        terminal.until(lambda lines: filled(lines) and "1 not read" in lines[0])
        terminal.press("o")
        terminal.until(lambda lines: "Articles · 1/2" in lines[0])
        terminal.press("q")
        terminal.until(lambda lines: "left with 3" in lines)


def test_what_is_typed_stands_joined_where_it_belongs(article: str) -> None:
    with Tmux(program("--bidi", "guard", article), 120, 24) as terminal:
        terminal.until(filled)
        terminal.press("-l", "/مصر")
        lines = terminal.until(lambda lines: "1/1 events; 1 in the text" in lines[-1])
        assert lines[-1].translate(GUARDS).endswith(" \ufeae\ufebc\ufee3"), "at the right edge, joined"
        assert lines[-1].count("\u202d") == lines[-1].count("\u202c") == 1
        terminal.press("-l", "ي CNN")
        lines = terminal.until(lambda lines: "nothing found" in lines[-1])
        assert lines[-1].translate(GUARDS).endswith(" CNN \ufef1\ufeae\ufebc\ufee3")
        terminal.press("C-w", "BSpace", "Enter", "n")
        lines = terminal.until(lambda lines: "found 1/1" in lines[0] and lines[-1].startswith(" q quit"))
        assert any("▌ 2018-03-12" in line for line in lines)
        terminal.press("q")
        terminal.until(lambda lines: "left with 0" in lines)


def test_what_is_pasted_is_one_paste(article: str) -> None:
    with Tmux(program("--bidi", "visual", article), 120, 24) as terminal:
        terminal.until(filled)
        terminal.press("/")
        terminal.until(lambda lines: lines[-1].startswith(" /"))
        terminal.paste("رام\nالله\n")
        lines = terminal.until(lambda lines: "in the text" in lines[-1])
        assert lines[-1].rstrip().endswith(display("رام الله"))
        terminal.press("Escape")
        terminal.until(lambda lines: lines[-1].startswith(" q quit"))
        terminal.press("q")
        terminal.until(lambda lines: "left with 0" in lines)
