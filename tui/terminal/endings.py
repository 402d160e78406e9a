"""Signals that end the process while Textual does not listen: the terminal is given back first."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from types import FrameType, TracebackType

ENDING = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))


class Ended(SystemExit):
    """The process was told to end; as an event loop lets nothing else out, it is a kind of `SystemExit`."""

    def __init__(self, number: int) -> None:
        """Keep the signal."""
        super().__init__(128 + number)
        self.number = number


class Endings:
    """Within it a signal unwinds the stack as Ctrl+C does; at its end the process ends by that signal.

    Textual's event loop takes the signals over while it runs, and leaves them at their default.
    """

    def __enter__(self) -> Self:
        self.mind()
        return self

    def mind(self) -> None:
        """Listen again."""
        for number in ENDING:
            signal.signal(number, _unwind)

    def __exit__(self, _: object, error: BaseException | None, __: TracebackType | None) -> None:
        for number in ENDING:
            signal.signal(number, signal.SIG_DFL)
        if isinstance(error, Ended):
            end_by(error.number)


def end_by(number: int) -> None:
    """End by a signal, so that whoever sent it sees that it did."""
    signal.signal(number, signal.SIG_DFL)
    os.kill(os.getpid(), number)


def _unwind(number: int, _: FrameType | None) -> None:
    for other in ENDING:
        signal.signal(other, signal.SIG_IGN)
    raise Ended(number)
