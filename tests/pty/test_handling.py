"""Handled roughly: windows of any size, another keyboard layout, a whole book pasted, a stop in a shell."""

from __future__ import annotations

import json
import re
import shutil
import signal
import time
from typing import TYPE_CHECKING

import pytest

from tests.pty.terminal import Terminal
from tests.pty.tmux import Tmux, program
from tui.keys import TABLE, Key
from tui.screens.twins import bound

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.pty

needs_tmux = pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")
STANDS = rb"\?1049h.*Arabic: guard.*2018-03-12"
WIDE = (120, 40)
STORM = [
    WIDE, (100, 40), (99, 30), (80, 24), (46, 14), (45, 13), (40, 10), (20, 8), (10, 4), (5, 2), (1, 1),
    (6, 3), (30, 9), (300, 100), (300, 5), (12, 100), (150, 20), (5, 2), (200, 50), (81, 25), WIDE,
]  # fmt: skip
KEYS = "jk?q\t G g\t ojo /مصر\x1bwf\x1br "
PRESSED = """
import json
from textual.app import App
from tui.screens.parts import Parts
def tell(action):
    with open({path!r}, "a", encoding="utf-8") as file:
        file.write(json.dumps(str(action)) + "\\n")
run = App.run_action
async def run_action(self, action, *rest, **more):
    if str(action).startswith(("lam", "alef")):  # The screen's own way to tell one letter from two.
        return await run(self, action, *rest, **more)
    tell(action)
    return True
App.run_action = run_action
Parts.act = lambda self, action: tell("part(" + repr(action) + ")")
"""


def filled(lines: list[str]) -> bool:
    return any("2018-03-12" in line for line in lines) and any(line.startswith(" q quit") for line in lines)


@needs_tmux
def test_the_window_has_its_size_whatever_the_environment_says(
    article: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("LINES", "24")
    with Tmux(program("--bidi", "visual", article), *WIDE) as terminal:
        assert len(terminal.until(filled)[-1]) > 80


@needs_tmux
def test_a_window_of_any_size_leaves_no_trace_in_that_of_the_first(article: str) -> None:
    with Tmux(program("--bidi", "visual", article), *WIDE) as terminal:
        before = terminal.settled(filled)
        for size in STORM:
            terminal.resize(*size)
        after = terminal.until(lambda lines: lines == before)
        assert after == before
        terminal.press("q")
        terminal.until(lambda lines: "left with 0" in lines)


def test_keys_and_sizes_at_once_are_survived(article: str) -> None:
    with Terminal(article) as it:
        it.go()
        it.until(STANDS)
        for number, size in enumerate(STORM * 3):
            it.resize(*size)
            it.type(KEYS[number % len(KEYS)])
            if number % 7 == 0:
                for _ in range(20):
                    it.process.send_signal(signal.SIGWINCH)
        it.type("\x1b\x1b")
        it.resize(*WIDE)
        stood = it.settled()
        it.type("\x03")
        it.last_words()
        assert it.ends() == 130
        assert it.settings() == it.found
        assert b"Traceback" not in it.seen
        assert len(it.seen) > stood


def arrivals(key: Key) -> list[tuple[str, str]]:
    return [(twin, bound(key)) for twin in key.twins]


def test_every_key_of_the_arabic_layout_does_what_its_twin_does(article: str, tmp_path: Path) -> None:
    path = tmp_path / "pressed"
    path.touch()

    def told() -> list[str]:
        return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]

    wanted = [pair for key in TABLE for pair in arrivals(key)]
    with Terminal(article, before=PRESSED.format(path=str(path))) as it:
        it.go()
        it.until(STANDS)
        path.write_text("")
        for number, (twin, _) in enumerate(wanted):
            it.type(twin)
            it.read_until(lambda number=number: len(told()) > number, twin)  # type: ignore[misc]
        it.process.send_signal(signal.SIGTERM)
        it.last_words()
        it.ends()
    assert told() == [action for _, action in wanted]


def test_a_book_that_is_pasted_into_the_search_is_cut_and_the_program_goes_on(article: str) -> None:
    book = "قال الوزير إن الوفد المصري وصل إلى غزة. " * 15_000
    assert len(book.encode()) > 1_000_000
    with Terminal(article) as it:
        it.go()
        it.until(STANDS)
        it.type("/")
        stood = it.until(rb"Enter keeps")
        began = time.monotonic()
        it.paste(book)
        stood = it.until(rb"cut to", stood)
        it.type("\x1b")
        back = it.until(rb"quit", stood)
        assert time.monotonic() - began < PATIENT
        it.type("j")
        it.until(rb"2019-04-03", back)
        it.type("q")
        it.last_words()
        assert it.ends() == 0
        assert it.nothing_more()


PATIENT = 20.0
"""Seconds that no machine takes for it unless every letter is drawn."""


@needs_tmux
def test_a_stop_in_a_shell_gives_the_prompt_and_fg_draws_everything_again(article: str) -> None:
    with Tmux("PS1='ready> ' bash --norc --noprofile -i", *WIDE) as terminal:
        terminal.until(at_prompt(0))
        terminal.press("-l", program("--bidi", "visual", article))
        terminal.press("Enter")
        before = terminal.settled(filled)
        terminal.press("C-z")
        terminal.until(lambda lines: any("Stopped" in line for line in lines) and at_prompt(1)(lines))
        assert terminal.ask("alternate_on") == "0"
        terminal.press("-l", "echo $((6 * 7))")
        terminal.press("Enter")
        terminal.until(lambda lines: "42" in lines)
        terminal.press("-l", "fg")
        terminal.press("Enter")
        terminal.until(lambda lines: lines == before)
        terminal.press("j")
        terminal.until(lambda lines: any(re.match("▌ .*2019-04-03", line) for line in lines))
        terminal.press("q")
        terminal.until(at_prompt(0))


def at_prompt(before: int) -> Callable[[list[str]], bool]:
    return lambda lines: bool(lines[before:]) and any(line.startswith("ready>") for line in lines)
