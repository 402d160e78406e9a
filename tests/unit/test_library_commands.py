"""`search`, `stats` and `extract` on a library, as a shell sees them."""

import json
import os
import pty
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from core.errors import ExitCode
from core.library import Library
from core.library.schema import LIBRARY_VARIABLE
from tests.unit.library.small import analyses, small_library
from tui.cli import main

ROOT = Path(__file__).resolve().parent.parent.parent
Call = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("commands") / "library.sqlite"
    small_library(path, analyses()).close()
    return path


@pytest.fixture
def call(library: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Call:
    """Run a command in this process, on the small library."""
    monkeypatch.setenv(LIBRARY_VARIABLE, str(library))

    def called(*words: str) -> subprocess.CompletedProcess[str]:
        capfdbinary.readouterr()
        status = main(words)
        out, err = capfdbinary.readouterr()
        return subprocess.CompletedProcess(words, status, out.decode(), err.decode())

    return called


def test_search_writes_a_line_an_article(call: Call) -> None:
    done = call("search", "«وقف", "لإطلاق", "النار»")
    assert (done.returncode, done.stderr) == (ExitCode.OK, "")
    [line] = done.stdout.splitlines()
    outlet, published, title, words = line.split("\t")
    assert (outlet, published, title) == ("الجزيرة", "", "الهدنة في غزة")
    assert words.startswith("¶0: وافقت إسرائيل")
    assert "وقف لإطلاق النار" in words


def test_search_takes_negation_and_where(call: Call) -> None:
    assert len(call("search", "هدنة").stdout.splitlines()) == 2
    [line] = call("search", "هدنة", "-وساطة").stdout.splitlines()
    assert line.startswith("الجزيرة")
    [line] = call("search", "حماس", "--where", "منذ:2022").stdout.splitlines()
    assert line.startswith("الجزيرة")


def test_search_says_on_standard_error_how_many_more_there_are(call: Call) -> None:
    done = call("search", "حماس", "--limit", "1")
    assert len(done.stdout.splitlines()) == 1
    assert done.stderr == "mediation-tui: 1 of 4 articles; --limit 0 writes all\n"
    assert len(call("search", "حماس", "--limit", "0").stdout.splitlines()) == 4


def test_search_writes_records_with_offsets(call: Call, library: Path) -> None:
    [line] = call("search", "الوسيط", "--format", "jsonl").stdout.splitlines()
    record = json.loads(line)
    with Library.open(library, read_only=True) as opened:
        paragraph = opened.document(1).paragraphs[record["paragraph"]]
    start, end = record["span"]
    assert paragraph.text[start:end] == record["text"]
    assert [record["text"][a:b] for a, b in record["marks"]] == ["الوسيط"]
    assert (record["id"], record["outlet"]) == ("0", "صدى البلد")


def test_nothing_found_and_nothing_understood(call: Call, tmp_path: Path) -> None:
    done = call("search", "بيروت")
    assert (done.returncode, done.stdout) == (ExitCode.NO_EVENTS, "")
    assert "no article" in done.stderr
    done = call("search", "actor:مصر")
    assert (done.returncode, done.stdout) == (ExitCode.USAGE, "")
    assert "actor: is asked of events, not of articles; see --where" in done.stderr
    assert call("search", "هدنة", "--where", "foo:مصر").returncode == ExitCode.USAGE
    done = call("search", "هدنة", "--library", str(tmp_path / "none.sqlite"))
    assert done.returncode == ExitCode.UNREADABLE
    assert "no such library" in done.stderr


def test_in_a_terminal_arabic_is_drawn_and_what_was_found_stands_out(library: Path) -> None:
    parent, child = pty.openpty()
    environ = {**os.environ, "TERM": "xterm-256color", "MEDIATION_TUI_BIDI": "visual", "COLUMNS": "100"}
    environ.pop("TMUX", None)
    done = subprocess.Popen(
        [sys.executable, "-m", "tui.cli", "search", "الوسيط", "--library", str(library)],
        cwd=ROOT,
        env=environ,
        stdin=subprocess.DEVNULL,
        stdout=child,
        stderr=subprocess.DEVNULL,
    )
    os.close(child)
    drawn = b""
    try:
        while piece := os.read(parent, 4096):
            drawn += piece
    except OSError:
        pass  # Linux says so when the other end is closed.
    os.close(parent)
    assert done.wait(timeout=60) == ExitCode.OK
    shown = drawn.decode()
    [marked] = re.findall(r"\x1b\[1m(.*?)\x1b\[0m", shown)
    assert marked == "ﻂﻴﺳﻮﻟﺍ"  # in order of the screen, joined
    assert "الوسيط" not in shown


def test_stats_says_what_there_is(call: Call) -> None:
    done = call("stats")
    assert (done.returncode, done.stderr) == (ExitCode.OK, "")
    assert re.search(r"^articles\s+5 from 0 files", done.stdout, re.M)
    assert re.search(r"^outlets\s+2  «صدى البلد»$", done.stdout, re.M)
    assert "«حركة حماس» (Hamas)" in done.stdout
    record = json.loads(call("stats", "--format", "json").stdout)
    assert (record["articles"], record["outlets"][0]) == (
        5,
        {"name": "صدى البلد", "count": 2, "name_en": None},
    )


def test_extract_writes_the_timeline_of_a_library(call: Call, tmp_path: Path) -> None:
    done = call("extract", "--library", "--where", "actor:حماس")
    events = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == ExitCode.OK
    assert len(events) >= 3
    assert [event["date"]["start"] for event in events] == sorted(event["date"]["start"] for event in events)
    assert all("حماس" in str(event["actors"]) for event in events)
    only = call("extract", "--library", "--since", "2022", "--where", "place:القدس or type:assault")
    assert len(only.stdout.splitlines()) == 1
    assert call("extract", "--library", "--where", "place:بيروت").returncode == ExitCode.NO_EVENTS
    (tmp_path / "a.txt").write_text("وصل الوفد.", encoding="utf-8")
    assert call("extract", str(tmp_path / "a.txt"), "--library", "x").returncode == ExitCode.USAGE
