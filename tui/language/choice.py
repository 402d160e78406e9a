"""Which language the screen speaks: as it was asked for, or as the locale says."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from tui.language import Language

if TYPE_CHECKING:
    from collections.abc import Mapping

VARIABLE = "MEDIATION_TUI_LANG"
"""Names a language for all runs of an environment."""
AUTO = "auto"
CHOICES = (AUTO, *(language.value for language in Language))
"""What may be asked for."""
_LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")
"""The variables of a locale for messages, the first that is set counts (POSIX, 8.2)."""


def language_of(
    asked: str = AUTO, environ: Mapping[str, str] = os.environ, configured: str = AUTO
) -> Language:
    """Return the language to speak.

    Args:
        asked: what the command line says.
        environ: the environment; `MEDIATION_TUI_LANG` comes before the configuration, the locale after it.
        configured: what the person's configuration says.
    """
    for wish in (asked, environ.get(VARIABLE, "").strip().lower(), configured):
        if wish in CHOICES and wish != AUTO:
            return Language(wish)
    return _by_locale(environ)


def _by_locale(environ: Mapping[str, str]) -> Language:
    name = next((environ[variable] for variable in _LOCALE if environ.get(variable)), "")
    spoken = name.replace("-", "_").partition(".")[0].partition("_")[0].lower()
    return Language.ARABIC if spoken == Language.ARABIC else Language.ENGLISH
