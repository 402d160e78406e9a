"""The program comes back to where it was left, however it ended."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING

import pytest

from tests.pty.terminal import Terminal

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.pty


def test_the_real_program_comes_back_to_where_it_was_ended(article: str, tmp_path: Path) -> None:
    state = {"XDG_STATE_HOME": str(tmp_path / "state")}
    with Terminal(article, environ=state) as it:
        it.go()
        stood = it.until("▌ 2018-03-12.*2019-04-03".encode())
        it.type("j")
        it.until("▌ 2019-04-03".encode(), stood)
        it.process.send_signal(signal.SIGTERM)
        assert it.ends() == -signal.SIGTERM
    with Terminal(article, environ=state) as it:
        it.go()
        it.until("▌ 2019-04-03".encode())
        it.type("q")
        assert it.ends() == 0
    with Terminal("--fresh", article, environ=state) as it:
        it.go()
        it.until("▌ 2018-03-12".encode())
        it.type("q")
        assert it.ends() == 0
