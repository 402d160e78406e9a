"""What a person has settled for all runs, in a file of theirs or in the environment.

Light to import, for every start asks whether there is anything.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

VARIABLE = "MEDIATION_TUI_CONFIG"
"""Names the file in place of the usual one; empty: no file."""
PREFIX = "MEDIATION_TUI_"
"""What the variables begin with that say what a setting does."""
_READ_HERE = tuple(PREFIX + name for name in ("THEME", "MARKS", "MOUSE", "LAYOUT", "RESTORE"))
"""Those that nobody else reads; `BIDI`, `LANG`, `LEXICON`, `LIBRARY` are heeded wherever they matter."""


def config_path(environ: Mapping[str, str]) -> str:
    """Return where the file is looked for, be it there or not; nothing where none is wanted."""
    named = environ.get(VARIABLE)
    if named is not None:
        return os.path.expanduser(named)  # noqa: PTH111 - pathlib is not loaded yet
    if sys.platform == "linux":  # What platformdirs says there, without the time that it takes to load.
        folder = environ.get("XDG_CONFIG_HOME", "").strip() or os.path.expanduser("~/.config")  # noqa: PTH111
    else:
        from platformdirs import user_config_dir

        folder = user_config_dir(appauthor=False)
    return f"{folder}/mediation-tui/config.toml"


def is_settled(environ: Mapping[str, str]) -> bool:
    """Tell whether there is a file, or a variable that stands for a line of one."""
    if environ.get(VARIABLE) or any(map(environ.get, _READ_HERE)):
        return True  # A file that is named is missed where it is not there.
    path = config_path(environ)
    return bool(path) and os.path.exists(path)  # noqa: PTH110
