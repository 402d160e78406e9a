"""Run a program on a pseudo-terminal and watch what it writes, and when."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

COLUMNS, ROWS = 120, 40
_CHUNK = 1 << 16
_NOT_PASSED_ON = {"TMUX", "STY", "NO_COLOR", "PYTHONDONTWRITEBYTECODE"}
"""What would change how the program runs; it is compiled once and kept, as it is for a person."""
_ASKED, _KNOWN = b"\x1b[?2026$p", b"\x1b[?2026;2$y"
FRAME = b"\x1b[?2026h"
"""What a frame begins with where synchronised output is known."""


class Screen:
    """A program on a pseudo-terminal of 120×40 that answers no queries.

    Args:
        command: the program and its arguments.
        extra: what the environment says besides.
        synchronised: whether it says, where it is asked, that it knows synchronised output (mode 2026).
    """

    def __init__(
        self, command: Sequence[str], extra: Mapping[str, str] | None = None, *, synchronised: bool = False
    ) -> None:
        self.started = time.perf_counter()
        self.seen = b""
        """All that was written."""
        self._status: int | None = None
        self._unanswered = synchronised
        environ = {
            "TERM": "xterm-256color",
            "XTERM_VERSION": "XTerm(379)",
            # Whoever measures has perhaps some of their own; and no place is to be kept or come back to.
            "MEDIATION_TUI_LIBRARY": os.devnull,
            "MEDIATION_TUI_CONFIG": "",
            "XDG_STATE_HOME": os.devnull,
            **(extra or {}),
        }
        self.pid, self._fd = pty.fork()
        if not self.pid:
            kept = {key: value for key, value in os.environ.items() if key not in _NOT_PASSED_ON}
            os.execvpe(command[0], list(command), {**kept, **environ})
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._status is None:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        self.hang_up()

    def hang_up(self) -> None:
        """Take the terminal away."""
        if self._fd >= 0:
            os.close(self._fd)
            self._fd = -1

    def until(self, pattern: bytes, patience: float = 30.0) -> float:
        """Read until everything written so far matches; return the seconds since the start.

        Raises:
            TimeoutError: it did not come.
        """
        wanted = re.compile(pattern, re.DOTALL)
        end = time.perf_counter() + patience
        while not wanted.search(self.seen):
            if not self._read(end - time.perf_counter()):
                raise TimeoutError(f"{pattern!r} did not come; the last was {self.seen[-400:]!r}")
        return time.perf_counter() - self.started

    def press(self, keys: bytes, quiet: float = 0.03) -> tuple[int, float]:
        """Send keys; return how many bytes came before a pause of `quiet`, and the seconds to the last."""
        start = last = time.perf_counter()
        os.write(self._fd, keys)
        count, patience = 0, 1.0
        while size := self._read(patience):
            count, last, patience = count + size, time.perf_counter(), quiet
        return count, last - start

    def chunks(self, keys: bytes, seconds: float) -> list[tuple[float, bytes]]:
        """Send keys, and return all that comes within a time, with the seconds at which each piece came."""
        start = time.perf_counter()
        if keys:
            os.write(self._fd, keys)
        found: list[tuple[float, bytes]] = []
        while (left := seconds - (time.perf_counter() - start)) > 0:
            if size := self._read(left):
                found.append((time.perf_counter() - start, self.seen[-size:]))
        return found

    def ends(self, patience: float = 30.0) -> int:
        """Wait until the program ends, reading what it writes; return its status, negative for a signal.

        Raises:
            TimeoutError: it does not end.
        """
        end = time.perf_counter() + patience
        while self._status is None:
            if time.perf_counter() > end:
                raise TimeoutError(f"it does not end; the last was {self.seen[-400:]!r}")
            if self._fd < 0 or not self._read(0.02):
                time.sleep(0.01)
            found, status = os.waitpid(self.pid, os.WNOHANG)
            if found:
                self._status = os.waitstatus_to_exitcode(status)
        while self._fd >= 0 and self._read(0):
            pass
        return self._status

    def _read(self, patience: float) -> int:
        if not select.select([self._fd], [], [], max(patience, 0))[0]:
            return 0
        try:
            data = os.read(self._fd, _CHUNK)
        except OSError:
            return 0
        self.seen += data
        if self._unanswered and _ASKED in self.seen:
            self._unanswered = False
            os.write(self._fd, _KNOWN)
        return len(data)
