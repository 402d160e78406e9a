"""One terminal on a display, ruled from outside."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from tests.terminals.cases import HOME_FILES, TERMINALS

if TYPE_CHECKING:
    from tests.terminals.cases import Case
    from tests.terminals.display import Display
    from tests.terminals.picture import Picture

INSIDE = Path(__file__).with_name("inside.py")
_PATIENCE = 90.0
_STILL = 3
"""Pictures in a row that must be the same before one is taken for what the terminal shows."""
_INTERVAL = 0.25


class Terminal:
    """A terminal with nothing in it but what draws as it is told to (`inside.py`)."""

    def __init__(self, case: Case, display: Display, folder: Path) -> None:
        self._display = display
        self._last: Picture | None = None
        inner = (sys.executable, str(INSIDE), str(folder / "line"))
        words = [*TERMINALS[case.terminal](inner)]
        words[1:1] = case.options
        for name, text in HOME_FILES.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        (folder / "run").mkdir(mode=0o700)
        environ = {
            "PATH": os.environ["PATH"], "HOME": str(folder), "LANG": "C.UTF-8", "SHELL": "/bin/sh",
            "XDG_RUNTIME_DIR": str(folder / "run"), "XDG_STATE_HOME": str(folder / "state"),
            "LIBGL_ALWAYS_SOFTWARE": "1", "WINIT_X11_SCALE_FACTOR": "1",
            **display.environ, **case.environ,
        }  # fmt: skip
        listening = socket.socket(socket.AF_UNIX)
        listening.bind(str(folder / "line"))
        listening.listen(1)
        listening.settimeout(_PATIENCE)
        with (folder / "terminal.log").open("wb") as log:
            self._process = subprocess.Popen(words, env=environ, cwd=folder, stdout=log, stderr=log)
        with listening:
            connection, _ = listening.accept()
        connection.settimeout(_PATIENCE)
        self._line = connection.makefile("rw", encoding="utf-8")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._line.close()
        self._process.terminate()
        try:
            self._process.wait(5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def tell(self, **order: Any) -> dict[str, Any]:
        """Give an order to what runs inside, and return its answer."""
        self._line.write(json.dumps(order) + "\n")
        self._line.flush()
        answer: dict[str, Any] = json.loads(self._line.readline())
        return answer

    def picture(self, *, other: bool = True) -> Picture:
        """Return what is on the screen once it stands still, and is another than the last, if so wished."""
        end = time.monotonic() + _PATIENCE
        same, before = 1, self._display.picture()
        while same < _STILL or (other and self._last is not None and before.pixels == self._last.pixels):
            if time.monotonic() > end:
                raise TimeoutError("the screen does not come to rest, or does not change")
            time.sleep(_INTERVAL)
            now = self._display.picture()
            same = same + 1 if now.pixels == before.pixels else 1
            before = now
        self._last = before
        return before
