"""What is left behind by a crash: a file that names the fault and holds none of the article's words."""

from __future__ import annotations

import platform
import sys
import tempfile
import time
import traceback
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from platformdirs import user_state_path

_PROGRAM = "mediation-tui"
_LONGEST_MESSAGE = 300


def write_report(error: BaseException) -> Path | None:
    """Write where a fault happened: frames and lines of code, no values.

    A message is kept only when it is plain ASCII: with other letters in it, it may quote the article.

    Returns:
        The file; None if no folder can be written to.
    """
    text = describe(error)
    name = f"crash-{time.strftime('%Y%m%d-%H%M%S')}.txt"
    for folder in (user_state_path(_PROGRAM, appauthor=False), Path(tempfile.gettempdir())):
        path = folder / name
        try:
            folder.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        except OSError:
            continue
        return path
    return None


def describe(error: BaseException) -> str:
    """Return the report's text."""
    lines = [
        f"{_PROGRAM} {_version(_PROGRAM)}, textual {_version('textual')}, Python {platform.python_version()}",
        f"{platform.system()} {platform.release()}, arguments: {max(len(sys.argv) - 1, 0)}",
        "",
    ]
    seen: BaseException | None = error
    while seen is not None:
        lines += [_name(seen), *(line.rstrip() for line in traceback.format_tb(seen.__traceback__)), ""]
        seen = seen.__cause__ or (None if seen.__suppress_context__ else seen.__context__)
    return "\n".join(lines)


def _name(error: BaseException) -> str:
    message = str(error)
    if not message:
        return type(error).__name__
    if not message.isascii() or len(message) > _LONGEST_MESSAGE:
        message = "(message left out: it may quote the article)"
    return f"{type(error).__name__}: {message}"


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "?"
