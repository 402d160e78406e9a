"""What a person asked for: now, by the environment, or once before for the same terminal."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

from tui.state import keep, state_file
from tui.terminal.modes import BidiMode
from tui.terminal.profile import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tui.terminal.profile import Profile

VARIABLE = "MEDIATION_TUI_BIDI"
"""Names a mode for all runs of an environment."""
_FILE = "terminals.json"


def wished(asked: BidiMode, environ: Mapping[str, str]) -> BidiMode:
    """Return the mode of the command line, or else that of the environment; another word is no wish."""
    if asked is BidiMode.AUTO:
        with suppress(ValueError):
            return BidiMode(environ.get(VARIABLE, "").strip().lower())
    return asked


def chosen_for(seen: Profile, environ: Mapping[str, str] = os.environ) -> BidiMode | None:
    """Return the mode that the person chose for a terminal; null where they chose none."""
    chosen = _read().get(_key(seen, environ))
    with suppress(ValueError):
        return BidiMode(chosen) if chosen else None
    return None


def remember(seen: Profile, mode: BidiMode, environ: Mapping[str, str] = os.environ) -> bool:
    """Keep a choice for later runs in the same terminal; `AUTO` forgets it.

    Returns:
        Whether it could be kept; a home that cannot be written to is no reason to stop.
    """
    choices = _read()
    choices.pop(_key(seen, environ), None)
    if mode is not BidiMode.AUTO:
        choices[_key(seen, environ)] = str(mode)
    import json

    return keep(choices_file(), json.dumps(choices, indent=1, sort_keys=True) + "\n")


def choices_file() -> Path:
    """Return where choices are kept, be it there or not."""
    return state_file(_FILE)


def _key(seen: Profile, environ: Mapping[str, str]) -> str:
    return seen.name if seen.name != UNKNOWN else f"{UNKNOWN} ({environ.get('TERM', '')})"


def _read() -> dict[str, str]:
    """Read the choices; a file that is damaged holds none."""
    try:
        words = choices_file().read_text(encoding="utf-8")
        import json  # Most people have made no choice.

        found = json.loads(words)
    except (OSError, ValueError):
        return {}
    return {str(name): str(mode) for name, mode in found.items()} if isinstance(found, dict) else {}
