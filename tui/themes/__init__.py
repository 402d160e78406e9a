"""How the screen looks: light to import, `tui.themes.theme` dresses it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

NO_COLOR = "NO_COLOR"
"""Set, and not empty: no colour, unless the person asks for a theme (https://no-color.org)."""


class ThemeName(StrEnum):
    """The themes."""

    TERMINAL = "terminal"
    """The terminal's own sixteen colours on its own ground."""
    DARK = "dark"
    LIGHT = "light"
    SIXTEEN = "sixteen"
    """The first eight colours and nothing dim."""
    PLAIN = "plain"
    """No colour: attributes and signs."""


def usual_theme(environ: Mapping[str, str]) -> ThemeName:
    """Return the theme where nobody asked for one."""
    return ThemeName.PLAIN if environ.get(NO_COLOR) else ThemeName.TERMINAL
