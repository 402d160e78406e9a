"""A terminal of the tests' own: it answers what a recorded one answered, when the test wants it to."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_PATIENCE = 40.0
"""Seconds until what does not come is given up; nothing depends on how long it takes."""
_PIECE = 1 << 12
_KEPT = (
    *("PATH", "HOME", "XDG_STATE_HOME", "PYTHONPATH", "PYTHONPYCACHEPREFIX"),
    *("MEDIATION_TUI_CONFIG", "MEDIATION_TUI_LEXICON", "MEDIATION_TUI_LIBRARY"),
)
_OVER_SSH = {"TERM": "xterm-256color", "LANG": "C.UTF-8"}
_QUESTION = re.compile(
    rb"(?P<version>\x1b\[>q)|(?P<unit>\x1b\[=c)|(?P<secondary>\x1b\[>c)|(?P<bdsm>\x1b\[8\$p)"
    rb"|(?P<fence>\x1b\[c)|\x1b\[\?(?P<mode>\d+)\$p"
)
_KINDS = {
    "version": r"\x1bP>\|[^\x1b]*\x1b\\",
    "unit": r"\x1bP!\|[^\x1b]*\x1b\\",
    "secondary": r"\x1b\[>[0-9;]*c",
    "bdsm": r"\x1b\[8;\d\$y",
    "fence": r"\x1b\[\?[0-9;]*c",
}
_GATE = """
import os, sys
from tui.terminal import session
gate = int(sys.argv.pop(1))
patience = float(sys.argv.pop(1))
if patience:
    session.PATIENCE = patience
collect = session.TerminalSession.collect
def wait_and_collect(self):
    os.read(gate, 1)
    collect(self)
session.TerminalSession.collect = wait_and_collect
"""
MAIN = "from tui.cli import main; sys.exit(main())"


class Terminal:
    """The program on a tty that belongs to the test; it stops where it would look for answers until `go`.

    Args:
        arguments: of the program.
        recorded: all that a terminal answered; empty for one that answers nothing.
        environ: what the environment says besides what is left of it over SSH.
        patience: seconds that the program waits for answers at its end; 0 for its own.
        before: Python that is run before the program.
    """

    def __init__(
        self,
        *arguments: str,
        recorded: str = "",
        environ: Mapping[str, str] | None = None,
        patience: float = 0,
        before: str = "",
    ) -> None:
        self.seen = b""
        """All that was written."""
        found = ((kind, re.search(form, recorded)) for kind, form in _KINDS.items())
        self._answers = {kind: match[0] for kind, match in found if match}
        self._answered = 0
        self._master, self._slave = pty.openpty()
        fcntl.ioctl(self._slave, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
        self.found: list[Any] = termios.tcgetattr(self._slave)
        gate, self._gate = os.pipe()
        kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
        self.process = subprocess.Popen(
            (sys.executable, "-c", _GATE + before + MAIN, str(gate), str(patience), *arguments),
            stdin=self._slave,
            stdout=self._slave,
            stderr=self._slave,
            env={**kept, **_OVER_SSH, **(environ or {})},
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
            pass_fds=(gate,),
        )
        os.close(gate)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
            self.process.wait()
        for descriptor in (self._master, self._slave, self._gate):
            os.close(descriptor)

    # ---------------------------------------------------------------------------------- the program

    def go(self) -> None:
        """Let it look for answers, and go on."""
        os.write(self._gate, b"1")

    def until(self, pattern: bytes, since: int = 0) -> int:
        """Read until what was written since an offset matches; return where the match ends."""
        wanted = re.compile(pattern, re.DOTALL)
        end = time.monotonic() + _PATIENCE
        while not (found := wanted.search(self.seen, since)):
            assert time.monotonic() < end, f"{pattern!r} did not come; the last was {self.seen[-600:]!r}"
            self._read()
        return found.end()

    def read_until(self, true: Callable[[], object], what: str) -> None:
        """Read until something holds that is not seen on the screen."""
        end = time.monotonic() + _PATIENCE
        while not true():
            assert time.monotonic() < end, f"{what} does nothing"
            self._read()

    def settled(self, quiet: float = 0.5) -> int:
        """Read until nothing has come for a while; return how much was written."""
        end = time.monotonic() + _PATIENCE
        while self._read(quiet):
            assert time.monotonic() < end, "it writes without end"
        return len(self.seen)

    def nothing_more(self, quiet: float = 0.3) -> bool:
        """Tell whether no byte comes for a while."""
        return not self._read(quiet)

    def ends(self) -> int:
        """Read on until it ends; return its status, negative for a signal."""
        end = time.monotonic() + _PATIENCE
        while (status := self.process.poll()) is None:
            assert time.monotonic() < end, f"it does not end; the last was {self.seen[-600:]!r}"
            self._read()
        while self._read(0):
            pass
        return status

    def stops(self) -> None:
        """Read on until it is stopped."""
        end = time.monotonic() + _PATIENCE
        while not os.WIFSTOPPED(self._status()):
            assert time.monotonic() < end, "it does not stop"
            self._read()
        while self._read(0):
            pass

    def _status(self) -> int:
        found, status = os.waitpid(self.process.pid, os.WNOHANG | os.WUNTRACED)
        return status if found else 0

    def _read(self, seconds: float = 0.02) -> bool:
        if not select.select([self._master], [], [], seconds)[0]:
            return False
        self.seen += os.read(self._master, 1 << 16)
        return True

    # ----------------------------------------------------------------------------------- the person

    def type(self, keys: str) -> None:
        """Send keys."""
        os.write(self._master, keys.encode())

    def paste(self, text: str) -> None:
        """Paste a text in brackets, reading meanwhile what is drawn: neither end waits for the other."""
        left = memoryview(f"\x1b[200~{text}\x1b[201~".encode())
        os.set_blocking(self._master, False)
        end = time.monotonic() + _PATIENCE
        while left:
            assert time.monotonic() < end, "it does not take what is pasted"
            with suppress(BlockingIOError):
                left = left[os.write(self._master, left[:_PIECE]) :]
            self._read(0)
        os.set_blocking(self._master, True)

    def resize(self, width: int, height: int) -> None:
        """Give the window another size; the kernel tells the program."""
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))
        self._read(0)

    def asked(self) -> bytes:
        """Return all that was written once the questions stand."""
        self.until(rb"\x1b\[c")
        return self.seen

    def answers(self) -> str:
        """Return the answers to all questions that were not answered yet, in their order."""
        told = ""
        for question in _QUESTION.finditer(self.seen, self._answered):
            self._answered = question.end()
            if question["mode"]:
                told += f"\x1b[?{question['mode'].decode()};0$y" if self._answers else ""
            else:
                told += self._answers.get(question.lastgroup or "", "")
        return told

    def answer(self) -> None:
        """Give them at once."""
        self.type(self.answers())

    def last_words(self) -> None:
        """Answer what was asked up to the question that is put when the screen is left."""
        left = self.until(rb"\?1049l", self.seen.rindex(b"?1049h"))
        if self._answers:
            self.until(rb"\x1b\[c", left)
            self.answer()

    # -------------------------------------------------------------------------------------- the tty

    def settings(self) -> list[Any]:
        """How the tty is set."""
        return termios.tcgetattr(self._slave)

    def left_over(self) -> bytes:
        """What the shell would read next; the end of a line is put behind it, so that there is something."""
        self.type("\n")
        found = b""
        while not found.endswith(b"\n"):
            found += os.read(self._slave, 1 << 12)
        return found.removesuffix(b"\n")
