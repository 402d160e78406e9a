"""The program on a library, in a terminal; and what it says of one that it cannot open."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

from benchmarks.screens import Screen
from core.errors import ExitCode
from core.library import Library
from core.pipeline import analyse
from core.reading import make_document
from tests.pty.conftest import TEXT
from tests.pty.tmux import program_words
from tui.cli import main

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def library(tmp_path: Path) -> str:
    path = tmp_path / "news.sqlite"
    with Library.open(path, create=True) as made:
        made.add([analyse(make_document(TEXT, doc_id="article"))])
    return str(path)


@pytest.mark.pty
def test_it_is_opened_walked_and_left(library: str, tmp_path: Path) -> None:
    with Screen(program_words("--library", library), {"XDG_STATE_HOME": str(tmp_path)}) as screen:
        screen.until(rb"\?1049h.*news\.sqlite.*2018-03-12.*quit")
        screen.press(b"j")
        screen.press(b"o")
        screen.until(b"Articles")
        screen.press(b"\rq")
        assert screen.ends() == 0
    assert b"Traceback" not in screen.seen


@pytest.mark.pty
def test_the_usual_library_is_opened_where_nothing_is_named(library: str, tmp_path: Path) -> None:
    environ = {"XDG_STATE_HOME": str(tmp_path), "MEDIATION_TUI_LIBRARY": library}
    with Screen(program_words(), environ) as screen:
        screen.until(rb"\?1049h.*news\.sqlite.*2018-03-12.*quit")
        screen.press(b"q")
        assert screen.ends() == 0


def refused(capfd: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    status = main(words)
    out, err = capfd.readouterr()
    assert not out
    assert err.count("\n") == 1, "one line"
    return status, err


def test_what_cannot_be_opened_is_one_line(
    library: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    missing = str(tmp_path / "none.sqlite")
    status, said = refused(capfd, "--library", missing)
    assert status == ExitCode.UNREADABLE
    assert missing in said
    damaged = tmp_path / "damaged.sqlite"
    damaged.write_bytes(b"SQLite format 3\0" + bytes(range(256)) * 20)
    assert refused(capfd, "--library", library, "--library", str(damaged))[0] == ExitCode.UNREADABLE
    other = sqlite3.connect(library)
    other.execute("PRAGMA user_version = 999")
    other.close()
    status, said = refused(capfd, "--library", library)
    assert status == ExitCode.UNREADABLE
    assert "newer" in said


def test_articles_and_a_library_are_not_opened_at_once(
    library: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    status, said = refused(capfd, "--library", library, str(tmp_path / "a.txt"))
    assert status == ExitCode.USAGE
    assert "index" in said
