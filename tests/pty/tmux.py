"""The real program in a real terminal: tmux draws it, and tells what is in each cell."""

from __future__ import annotations

import itertools
import os
import shlex
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_PATIENCE = 20.0
_numbers = itertools.count()


class Tmux:
    """A shell line running in a tmux of its own; what follows the line stays on the screen."""

    def __init__(self, command: str, width: int = 120, height: int = 40) -> None:
        self._name = f"mediation-{os.getpid()}-{next(_numbers)}"
        line = f"{command}; echo left with $?; exec cat"
        self._call("new-session", "-d", "-x", str(width), "-y", str(height), line)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._call("kill-server")

    def press(self, *keys: str) -> None:
        """Send keys by tmux's names, or letters as they are."""
        self._call("send-keys", *keys)

    def paste(self, text: str) -> None:
        """Paste a text as a terminal does, in brackets where the program asked for them."""
        self._call("set-buffer", text)
        self._call("paste-buffer", "-p")

    def resize(self, width: int, height: int) -> None:
        """Give the window another size."""
        self._call("resize-window", "-x", str(width), "-y", str(height))

    def lines(self) -> list[str]:
        """The screen, without trailing blanks."""
        return self._call("capture-pane", "-p").splitlines()

    def until(self, wanted: Callable[[list[str]], object]) -> list[str]:
        """Return the screen once it is as wanted."""
        end = time.monotonic() + _PATIENCE
        while not wanted(lines := self.lines()):
            assert time.monotonic() < end, "\n".join(["this did not become what was wanted:", *lines])
            time.sleep(0.03)
        return lines

    def settled(self, wanted: Callable[[list[str]], object], quiet: float = 0.6) -> list[str]:
        """Return the screen once it is as wanted and has not changed for a while."""
        lines, since = self.until(wanted), time.monotonic()
        while time.monotonic() - since < quiet:
            time.sleep(0.05)
            now = self.lines()
            if now != lines:
                lines, since = self.until(wanted), time.monotonic()
        return lines

    def ask(self, what: str) -> str:
        """Return one of tmux's formats for the pane, such as `alternate_on`."""
        return self._call("display-message", "-p", f"#{{{what}}}").strip()

    def _call(self, *words: str) -> str:
        command = ["tmux", "-u", "-L", self._name, "-f", os.devnull, *words]
        environ = {key: value for key, value in os.environ.items() if key not in {"TMUX", "STY"}}
        environ |= {"LC_ALL": "C.UTF-8", "TERM": "xterm-256color"}
        done = subprocess.run(
            command, env=environ, capture_output=True, text=True, encoding="utf-8", check=True
        )
        return done.stdout


def program(*arguments: str) -> str:
    """Return the shell's words for the program with arguments."""
    return shlex.join(program_words(*arguments))


def program_words(*arguments: str) -> Sequence[str]:
    """Return the words that start the program with arguments."""
    return (sys.executable, "-c", "import sys; from tui.cli import main; sys.exit(main())", *arguments)
