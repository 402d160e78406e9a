"""What a person says of an event, in the real program: said, left, and there when it is opened again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.pty.terminal import Terminal

if TYPE_CHECKING:
    from pathlib import Path

STYLE = rb"(?:\x1b\[[0-9;]*m)*"


@pytest.mark.pty
def test_what_is_said_is_there_when_the_article_is_opened_again(article: str, tmp_path: Path) -> None:
    environ = {"MEDIATION_TUI_NOTEBOOK": str(tmp_path / "judgements.sqlite")}
    with Terminal(article, environ=environ) as it:
        it.go()
        it.until(rb"\?1049h.*quit.*2018-03-12.*in short")
        seen = len(it.seen)
        it.type("ma\u0644\u0645\u0627\u0630\u0627\u061f why so\r")
        it.until(rb"note:.*why so", seen)
        seen = len(it.seen)
        it.type("e\r2018-03-14\r")
        it.until(rb"read: .*2018-03-12", seen)
        seen = len(it.seen)
        it.type("\x1b")
        it.until(rb"\*%b\xe2\x9c\x8e%b\"%b2018-03-14" % (STYLE, STYLE, STYLE), seen)
        it.type("q")
        assert it.ends() == 0
    with Terminal(article, environ=environ) as it:
        it.go()
        it.until(rb"\?1049h.*\*%b\xe2\x9c\x8e%b\"%b2018-03-14.*note:.*why so" % (STYLE, STYLE, STYLE))
        it.until(rb"set by hand.*the program had read 2018-03-12")
        it.type("q")
        assert it.ends() == 0
