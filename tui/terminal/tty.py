"""The tty itself: which one the keys come from, what is written to it, what waits in it."""

from __future__ import annotations

import os
import select
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

_KEYS = 0
"""The file descriptor that Textual reads keys from."""
_AT_ONCE = 1 << 16
_DISABLED = b"\0"
"""POSIX `_POSIX_VDISABLE`: no character has that meaning."""


def claim_tty() -> bool:
    """Put the controlling terminal on standard input where something else was piped in there.

    Textual reads keys from file descriptor 0, and spins on a pipe that has ended. Read the pipe first.

    Returns:
        Whether there is a terminal both to read keys from and to draw on.
    """
    try:
        if not os.isatty(2):
            return False
        if os.isatty(_KEYS):
            return True
        tty = os.open("/dev/tty", os.O_RDWR)
    except OSError:
        return False
    os.dup2(tty, _KEYS)
    os.close(tty)
    return True


def tell(sequence: str) -> None:
    """Write a control sequence where the screen is drawn (Textual draws on standard error)."""
    stream = sys.__stderr__
    if sequence and stream is not None:
        # The terminal may be gone: then there is nothing left to restore.
        with suppress(OSError):
            stream.write(sequence)
            stream.flush()


def waiting(seconds: float = 0.0) -> bytes:
    """Return what was typed or answered, waiting so long for the first of it; empty if there is nothing."""
    try:
        ready, _, _ = select.select([_KEYS], [], [], seconds)
        return os.read(_KEYS, _AT_ONCE) if ready else b""
    except OSError:
        return b""


class Silence:
    """The tty without echo and without waiting for whole lines, so that answers do not show and are not kept.

    Keys come as Textual wants them, for those that are typed now are its first. Only Ctrl+C goes on to make a
    signal; Ctrl+Z waits until somebody can give the terminal back. Where there is no termios, as on Windows,
    nothing happens.
    """

    def __init__(self) -> None:
        self._before: list[Any] | None = None

    def begin(self) -> bool:
        """Begin it; tell whether there is a tty that can be asked."""
        for termios in _termios():
            with suppress(termios.error):
                before = self._before or termios.tcgetattr(_KEYS)
                quiet = [*before[:6], list(before[6])]
                quiet[0] &= ~(termios.ICRNL | termios.INLCR | termios.IGNCR | termios.IXON)
                quiet[3] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN)
                quiet[6][termios.VSUSP] = _DISABLED
                quiet[6][termios.VMIN], quiet[6][termios.VTIME] = 1, 0
                termios.tcsetattr(_KEYS, termios.TCSANOW, quiet)
                self._before = before
                return True
        return False

    def forget(self) -> None:
        """Throw away what was typed or answered and not read."""
        for termios in _termios():
            with suppress(termios.error):
                termios.tcflush(_KEYS, termios.TCIFLUSH)

    def end(self) -> None:
        """Put everything back as it was."""
        before, self._before = self._before, None
        if before is None:
            return
        for termios in _termios():
            with suppress(termios.error):
                termios.tcsetattr(_KEYS, termios.TCSANOW, before)


def _termios() -> Iterator[Any]:
    """Yield the module where the system has it."""
    with suppress(ImportError):
        import termios

        yield termios
