"""What the program keeps for a person from run to run: small files in the system's folder for state."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_PROGRAM = "mediation-tui"


def state_file(name: str) -> Path:
    """Return where a file of that name is kept, be it there or not."""
    from platformdirs import user_state_path  # Loaded once there is something to keep or to look up.

    return user_state_path(_PROGRAM, appauthor=False) / name


def keep(path: Path, words: str) -> bool:
    """Write a whole file or nothing of it, for this person's eyes alone.

    Returns:
        Whether it could be written; a home that cannot be written to is no reason to stop.
    """
    aside = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(words.encode("utf-8", "replace"))
        aside.replace(path)
    except OSError:
        return False
    return True
