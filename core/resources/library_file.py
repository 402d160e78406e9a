"""Where a person's library lies when they name none."""

from __future__ import annotations

import os
from pathlib import Path

LIBRARY_VARIABLE = "MEDIATION_TUI_LIBRARY"
"""Names the library in place of the usual one."""


def default_path() -> Path:
    """Return what `MEDIATION_TUI_LIBRARY` names, or a file in the person's data folder, there or not."""
    named = os.environ.get(LIBRARY_VARIABLE)
    if named:
        return Path(named).expanduser()
    from platformdirs import user_data_path

    return user_data_path("mediation-tui", appauthor=False) / "library.sqlite"
