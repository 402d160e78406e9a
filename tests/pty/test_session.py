"""One run in a terminal that answers at once, in pieces, late or never, and that is left as it was found."""

from __future__ import annotations

import re
import signal
import time

import pytest

from tests.pty.terminal import Terminal
from tests.tui.test_replies import RECORDED

pytestmark = pytest.mark.pty

FIRST = rb"\?1049h.*quit.*Arabic: "
GUARD = FIRST + b"guard"
LEFT = rb"\?1049l"
SEQUENCE = re.compile(rb"\x1b(?:\[[0-9;?<>=$]*[a-zA-Z]|\][^\x07]*\x07)")
WHOLE_ANSWER = re.compile("(?:\x1b\\\\|[cy])$")
KONSOLE_ON, KONSOLE_OFF = b"\x1b]50;BidiRenderingEnabled=true\x07", b"\x1b]50;BidiRenderingEnabled=false\x07"


def left_as_found(it: Terminal, status: int) -> None:
    """Check what holds for every end: the status, the tty, the screen, and that nothing is seen on it."""
    it.last_words()
    assert it.ends() == status
    assert it.settings() == it.found
    assert it.seen.count(b"?1049h") == it.seen.count(b"?1049l")
    after = it.seen[it.seen.rindex(b"?1049l") + 6 :]
    assert not SEQUENCE.sub(b"", after).strip(), after
    assert it.left_over() == b"", "an answer would be typed into the shell"


def test_a_terminal_that_answers_at_once_is_told_before_the_screen(article: str) -> None:
    with Terminal(article, recorded=RECORDED["VTE"]) as it:
        it.asked()
        it.answer()
        it.go()
        it.until(FIRST + b"visual")
        it.answer()
        before = it.seen[: it.seen.index(b"\x1b[?1049h")]
        assert before.index(b"\x1b[8$p") < before.index(b"\x1b[8l"), "asked before it is changed"
        it.type("q")
        left_as_found(it, 0)
        assert b"\x1b[8h" in it.seen[it.seen.rindex(b"?1049l") :]


def test_what_holds_for_all_rows_is_told_and_taken_back_on_the_alternate_screen(article: str) -> None:
    with Terminal(article, recorded=RECORDED["Konsole"]) as it:
        it.asked()
        it.answer()
        it.go()
        it.until(FIRST + b"visual")
        it.answer()
        it.type("q")
        left_as_found(it, 0)
        within = it.seen[it.seen.index(b"\x1b[?1049h") : it.seen.rindex(b"\x1b[?1049l")]
        assert within.count(KONSOLE_ON) == within.count(KONSOLE_OFF) == 1
        assert it.seen.count(KONSOLE_ON) == it.seen.count(KONSOLE_OFF) == 1


def test_a_terminal_that_answers_nothing_delays_nothing_and_shows_no_stray_letter(article: str) -> None:
    with Terminal(article) as it:
        assert not SEQUENCE.sub(b"", it.asked())
        it.type("/jk\r")
        it.go()
        it.until(GUARD)
        it.until(rb"Nothing found: .*jk")
        before = it.seen[: it.seen.index(b"\x1b[?1049h")]
        assert not SEQUENCE.sub(b"", before), "what is typed is not echoed"
        assert b"\x1b[8$p" not in before, "Terminal.app would print a letter of it"
        it.type("\x03")
        left_as_found(it, 130)


def test_no_key_is_lost_between_the_pieces_of_answers(article: str) -> None:
    keys = "/jklmnopqrstuvwxyz"
    with Terminal(article, recorded=RECORDED["xterm"]) as it:
        it.asked()
        answers = re.split("(?<=\x1b\\\\)|(?<=c)", it.answers())[:-1]
        for number, answer in enumerate(answers):
            it.type(answer[:3])  # Where a line stutters within these nobody can tell them from a key.
            if number == 2:
                it.go()
                it.until(FIRST)
            for piece in answer[3:]:
                it.type(piece)
            it.type(keys[number])
        it.type(keys[len(answers) :])
        typed = it.until(keys.removeprefix("/").encode())
        it.type("\x1b")
        it.until(rb"Arabic: visual", typed)
        it.type("q")
        left_as_found(it, 0)


@pytest.mark.parametrize(
    ("name", "mode", "enter", "leave"),
    [
        ("Konsole", b"visual", KONSOLE_OFF, KONSOLE_ON),
        ("VTE", b"guard", b"", b""),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_answers_after_the_first_frame_change_the_mode(
    article: str, name: str, mode: bytes, enter: bytes, leave: bytes
) -> None:
    with Terminal(article, recorded=RECORDED[name]) as it:
        it.go()
        stood = it.until(GUARD)
        it.until(rb"\x1b\[8\$p")
        it.answer()
        if mode != b"guard":
            it.until(rb"Arabic: " + mode, stood)
        it.type("/")
        it.until(rb"Enter keeps", stood)
        assert enter in it.seen[stood:]
        it.type("\x03")
        left_as_found(it, 130)
        assert leave in it.seen
        assert b"\x1b[8l" not in it.seen, "too late for it"
        assert b"\x1b[8h" not in it.seen, "what was not told is not taken back"


def test_an_answer_that_stutters_is_no_key(article: str) -> None:
    with Terminal(article, recorded=RECORDED["xterm"], patience=30) as it:
        it.go()
        stood = it.until(GUARD)
        it.until(rb"\x1b\[8\$p")
        answers = it.answers()
        for piece in (answers[:6], answers[6:22], answers[22:]):
            it.type(piece)
            time.sleep(0.3)
        it.until(rb"Arabic: visual", stood)
        it.type("/jk")
        it.until(rb"jk", stood)
        assert b"Timeline" in it.seen[stood:]
        it.type("\x03")
        left_as_found(it, 130)


def test_who_leaves_before_the_answers_leaves_none_to_the_shell(article: str) -> None:
    with Terminal(article, recorded=RECORDED["xterm"], patience=30) as it:
        it.go()
        it.until(GUARD)
        it.type("q")
        it.until(LEFT)
        it.answer()
        left_as_found(it, 0)


@pytest.mark.parametrize(("number", "status"), [(signal.SIGTERM, -15), (signal.SIGHUP, -1)])
def test_a_signal_leaves_it_as_found(article: str, number: signal.Signals, status: int) -> None:
    with Terminal(article, recorded=RECORDED["VTE"]) as it:
        it.asked()
        it.answer()
        it.go()
        it.until(FIRST)
        it.process.send_signal(number)
        left_as_found(it, status)
        assert it.seen.rindex(b"\x1b[8h") > it.seen.rindex(b"\x1b[?1049l")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_while_it_is_loading_leaves_it_as_found(article: str, number: signal.Signals) -> None:
    with Terminal(article, recorded=RECORDED["VTE"]) as it:
        it.asked()
        it.answer()
        if number is signal.SIGINT:
            it.type("\x03")
        else:
            it.process.send_signal(number)
        assert it.ends() == (130 if number is signal.SIGINT else -number)
        assert it.settings() == it.found
        assert b"Traceback" not in it.seen
        assert it.left_over() == b""


def test_a_fault_leaves_it_as_found(article: str) -> None:
    broken = "import tui.widgets.row as row\nrow.phrase_of = None\n"
    with Terminal(article, recorded=RECORDED["VTE"], before=broken) as it:
        it.asked()
        it.answer()
        it.go()
        it.until(LEFT)
        it.last_words()
        assert it.ends() == 1
        assert it.settings() == it.found
        after = it.seen[it.seen.rindex(b"?1049l") :]
        assert b"a fault of the program (TypeError)" in after
        assert b"\x1b[8h" in after


def test_stopped_and_continued_from_within_and_without(article: str) -> None:
    with Terminal(article, recorded=RECORDED["VTE"]) as it:
        it.asked()
        it.answer()
        it.go()
        it.until(FIRST)
        for stop in ("\x1a", signal.SIGTSTP, signal.SIGSTOP):
            stood = len(it.seen)
            if isinstance(stop, str):
                it.type(stop)
            else:
                it.process.send_signal(stop)
            if stop is signal.SIGSTOP:  # Nobody asks us about this one.
                it.stops()
                it.process.send_signal(signal.SIGCONT)
                it.last_words()
            else:
                it.last_words()
                it.stops()
                assert it.settings() == it.found, "the shell has its own"
                assert re.search(rb"\?1049l.*\x1b\[8h", it.seen[stood:], re.DOTALL)
                it.process.send_signal(signal.SIGCONT)
            at = it.until(rb"\x1b\[8l.*\?1049h", stood)
            it.until(rb"quit.*Arabic: visual", at)
            it.type("/jk")
            it.until(rb"jk", at)
            it.type("\x1b")
            it.until(rb"quit.*Arabic: visual.*quit.*Arabic: visual", at)
        it.type("q")
        left_as_found(it, 0)
