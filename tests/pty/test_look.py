"""What of colours and of the mouse is told to the terminal."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.pty.terminal import Terminal

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.pty

FIRST = rb"\?1049h.*2018-03-12"
COLOURS = re.compile(rb"\x1b\[(?:\d+;)*(?:3[0-8]|4[0-8]|9\d|10\d)(?:;\d+)*m")
MOUSE = b"\x1b[?1000h"


def shown(*arguments: str, environ: dict[str, str]) -> bytes:
    """All that is written until the first event stands, a move later."""
    with Terminal(*arguments, environ=environ) as it:
        it.go()
        stood = it.until(FIRST)
        it.type("j")
        it.until(rb"2019-04-03", stood)
        it.type("q")
        it.ends()
        return it.seen


def test_no_color_is_kept_to_and_a_theme_overrules_it(article: str) -> None:
    plain = shown(article, environ={"NO_COLOR": "1"})
    assert not COLOURS.search(plain)
    assert b"\x1b[1m" in plain or b"\x1b[7m" in plain, "attributes are no colours"
    dark = shown("--theme", "dark", article, environ={"NO_COLOR": "1", "COLORTERM": "truecolor"})
    assert b"48;2;20;22;27" in dark


def test_the_mouse_is_left_to_the_terminal_where_that_is_wanted(article: str) -> None:
    assert MOUSE in shown(article, environ={})
    assert MOUSE not in shown("--no-mouse", article, environ={"NO_COLOR": ""})


def test_what_is_settled_in_a_file_holds(article: str, tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text(
        'mouse = false\ntheme = "plain"\n[keys]\nnext = ["ctrl+n"]\nfilter = ["j"]\n', encoding="utf-8"
    )
    with Terminal(article, environ={"MEDIATION_TUI_CONFIG": str(file)}) as it:
        it.go()
        stood = it.until(FIRST)
        it.type("\x0e")
        it.until(rb"2019-04-03", stood)
        it.type("j2018\r")
        it.until(rb"1/1 of 2", stood)
        it.type("q")
        it.ends()
        assert MOUSE not in it.seen
        assert not COLOURS.search(it.seen)
