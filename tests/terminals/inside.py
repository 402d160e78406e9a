"""What runs inside a terminal: draws what it is told to, and runs a command between it and the terminal.

Called with the path of a socket. It takes one JSON object a line from it, does what that says, and answers
with one: `draw` writes a text and waits until the terminal has taken it in; `run` starts a command and waits
until its output holds `until` and then stops for a while; `type` sends keys to the command, and waits as
`run` does or, without `until`, for its end.
"""

from __future__ import annotations

import fcntl
import json
import os
import pty
import re
import select
import signal
import socket
import sys
import termios
import time
import tty
from typing import Any

PATIENCE = 60.0
_QUIET = 1.2
"""Seconds without output after which a screen that holds what was waited for is taken to be whole."""
_CHUNK = 1 << 16
_STATUS, _FINE = b"\x1b[5n", b"\x1b[0n"
"""DSR: «are you well?», answered once all before it was taken in."""


class Inside:
    """The terminal on standard input and output, and at most one command."""

    def __init__(self) -> None:
        self._pid, self._fd = 0, -1
        self._seen = b""
        self._withheld = b""
        signal.signal(signal.SIGWINCH, lambda *_: self._fit())

    def draw(self, text: str) -> dict[str, Any]:
        """Write a text; answer with the rows and columns of the terminal."""
        os.write(1, text.encode() + _STATUS)
        got = b""
        end = time.monotonic() + PATIENCE
        while _FINE not in got and time.monotonic() < end:
            if select.select([0], [], [], 0.5)[0]:
                got += os.read(0, _CHUNK)
        size = os.get_terminal_size(1)
        return {"rows": size.lines, "columns": size.columns, "drawn": _FINE in got}

    def run(self, command: list[str], until: str, withhold: str = "") -> dict[str, Any]:
        """Start a command, and wait until what it writes holds `until`."""
        self._seen, self._withheld = b"", withhold.encode()
        self._pid, self._fd = pty.fork()
        if not self._pid:
            os.execvp(command[0], command)
        self._fit()
        return self._until(until)

    def type(self, keys: str, until: str = "") -> dict[str, Any]:
        """Send keys to the command, and wait for what they bring."""
        self._seen = b""
        os.write(self._fd, keys.encode())
        return self._until(until)

    def _until(self, wanted: str) -> dict[str, Any]:
        pattern = re.compile(wanted.encode()) if wanted else None
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            before = len(self._seen)
            if not self._relay(_QUIET):
                _, status = os.waitpid(self._pid, 0)
                os.close(self._fd)
                self._fd = -1
                return {"ended": os.waitstatus_to_exitcode(status), "last": repr(self._seen[-600:])}
            if pattern and len(self._seen) == before and pattern.search(self._seen):
                return {"stands": True}
        return {"stands": False, "last": repr(self._seen[-600:])}

    def _relay(self, seconds: float) -> bool:
        """Pass on what comes within some time in either direction; false once the command is gone."""
        ready, _, _ = select.select([0, self._fd], [], [], seconds)
        if 0 in ready:
            os.write(self._fd, os.read(0, _CHUNK))
        if self._fd in ready:
            try:
                data = os.read(self._fd, _CHUNK)
            except OSError:
                return False
            if not data:
                return False
            self._seen += data
            _write(data.replace(self._withheld, b"") if self._withheld else data)
        return True

    def _fit(self) -> None:
        if self._fd >= 0:
            size = fcntl.ioctl(1, termios.TIOCGWINSZ, b"\0" * 8)
            fcntl.ioctl(self._fd, termios.TIOCSWINSZ, size)


def _write(data: bytes) -> None:
    while data:
        data = data[os.write(1, data) :]


def main() -> None:
    """Do what comes through the socket until it ends."""
    tty.setraw(0)
    inside = Inside()
    with socket.socket(socket.AF_UNIX) as line:
        line.connect(sys.argv[1])
        stream = line.makefile("rw", encoding="utf-8")
        for words in stream:
            order: dict[str, Any] = json.loads(words)
            done = getattr(inside, order.pop("do"))(**order)
            stream.write(json.dumps(done) + "\n")
            stream.flush()


if __name__ == "__main__":
    main()
