"""Where a person's own files lie."""

from __future__ import annotations

import os
from pathlib import Path

PROGRAM = "mediation-tui"
LEXICON_VARIABLE = "MEDIATION_TUI_LEXICON"
"""Names the folder of a person's own lexicon in place of the usual one; empty: there is none."""


def lexicon_folder() -> Path | None:
    """Return the folder of the person's own lexicon; None where there is none.

    That is the one named by `MEDIATION_TUI_LEXICON`, whether it is there or not, or else `lexicon` in the
    program's configuration folder (XDG, or what the system has for it) if that is there.
    """
    named = os.environ.get(LEXICON_VARIABLE)
    if named is not None:
        return Path(named).expanduser() if named else None
    usual = usual_lexicon_folder()
    return usual if usual.is_dir() else None


def usual_lexicon_folder() -> Path:
    """Return where the lexicon is looked for when nothing else is said; it is never created."""
    from platformdirs import user_config_path  # Costs a little; most runs name a folder or have none.

    return user_config_path(PROGRAM, appauthor=False) / "lexicon"
