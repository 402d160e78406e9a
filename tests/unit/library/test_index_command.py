"""`mediation-tui index`: what a person sees of a run, however it ends."""

import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests.unit.library.conftest import command, dump, environment, write_articles
from tui.cli import main

KILLS = 20


def test_it_says_what_it_did_and_then_that_nothing_is_to_do(
    corpus: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    words = ["index", str(corpus), "--library", str(tmp_path / "library.sqlite"), "--jobs", "1"]
    assert main(words) == 0
    told = capfd.readouterr()
    assert told.out == ""
    assert "5 files (0 unchanged), 34 articles analysed" in told.err
    assert "\r" not in told.err
    assert main(words) == 0
    assert "5 files (5 unchanged), 0 articles analysed" in capfd.readouterr().err


def test_what_cannot_be_read_is_listed_and_the_rest_is_done(
    corpus: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (corpus / "empty.txt").write_text("")
    status = main(["index", str(corpus), "--library", str(tmp_path / "library.sqlite"), "--jobs", "1"])
    told = capfd.readouterr().err
    assert status == 3
    assert "empty.txt: is empty" in told
    assert "34 articles analysed" in told


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        (["--jobs", "0", "x"], 2, "--jobs"),
        (["--published", "soon", "x"], 2, "--published"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_line(
    words: list[str], status: int, told: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    library = ["--library", str(tmp_path / "library.sqlite")]
    try:
        found = main(["index", *words, *library])
    except SystemExit as error:
        found = int(error.code or 0)
    assert found == status
    assert told in capfd.readouterr().err


def test_a_scheduler_that_does_not_answer_is_named(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.library.engine._ANSWER_SECONDS", 0.2)
    words = ["index", str(tmp_path), "--scheduler", "tcp://127.0.0.1:9"]
    assert main([*words, "--library", str(tmp_path / "x.sqlite")]) == 1
    assert "tcp://127.0.0.1:9: no scheduler answers" in capfd.readouterr().err


def test_a_missing_extra_is_named(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    assert main(["index", str(tmp_path), "--watch", "--library", str(tmp_path / "x.sqlite")]) == 2
    assert "pip install 'mediation-tui[watch]'" in capfd.readouterr().err


def _run(corpus: Path, library: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        command("index", corpus, "--library", library, "--jobs", "1"),
        stderr=subprocess.PIPE,
        text=True,
        env=environment(),
        start_new_session=True,
    )


def test_ctrl_c_keeps_what_was_done_and_says_how_to_go_on(tmp_path: Path) -> None:
    articles, library = tmp_path / "a.jsonl", tmp_path / "library.sqlite"
    write_articles(articles, range(4000))
    process = _run(articles, library)
    while not library.exists() and process.poll() is None:
        time.sleep(0.01)
    time.sleep(0.5)
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "the same command goes on from there" in told
    assert "Traceback" not in told


def test_a_folder_that_is_watched_is_read_again_when_it_changes_and_only_then(tmp_path: Path) -> None:
    pytest.importorskip("watchfiles")
    folder, library = tmp_path / "watched", tmp_path / "watched" / "library.sqlite"
    folder.mkdir()
    write_articles(folder / "a.jsonl", range(2))
    words = command("index", folder, "--library", library, "--jobs", "1", "--watch")
    process = subprocess.Popen(words, stderr=subprocess.PIPE, text=True, env=environment())
    assert process.stderr is not None
    assert "2 articles analysed" in process.stderr.readline()
    assert process.stderr.readline().startswith("watching")
    time.sleep(0.5)  # Until it does.
    write_articles(folder / "b.jsonl", range(2, 5))
    assert "3 articles analysed" in process.stderr.readline()
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "analysed" not in told


# Runs in small parcels, each killed at one of all the statements that it sends to its file. The lexicons are
# loaded once; every run is a process of its own.
_KILLED = """
import os, random, signal, sys
from core.library import Library, ingest
corpus, folder, kills = sys.argv[1], sys.argv[2], int(sys.argv[3])
ingest.SIZE = 400

def run(library, moment):
    sent = 0
    def count(_):
        nonlocal sent
        sent += 1
        if sent == moment:
            os.kill(os.getpid(), signal.SIGKILL)
    with Library.open(f"{folder}/{library}", create=True) as opened:
        opened.connection.set_trace_callback(count)
        ingest.index([corpus], opened)
    return sent

statements = run("whole.sqlite", 0)
chosen = random.Random(6)
killed = 0
for _ in range(kills):
    child = os.fork()
    if not child:
        run("killed.sqlite", chosen.randrange(1, statements // 4))
        os._exit(0)
    chosen.random()
    killed += os.waitpid(child, 0)[1] == signal.SIGKILL
run("killed.sqlite", 0)
print(killed)
"""


@pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL")
def test_a_run_that_is_killed_at_any_moment_loses_and_doubles_nothing(corpus: Path, tmp_path: Path) -> None:
    words = [*command()[:1], "-c", _KILLED, str(corpus), str(tmp_path), str(KILLS)]
    ended = subprocess.run(words, capture_output=True, text=True, env=environment(), check=True)
    assert int(ended.stdout) >= KILLS // 2
    assert dump(tmp_path / "killed.sqlite") == dump(tmp_path / "whole.sqlite")
