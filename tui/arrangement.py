"""How the panes stand: by the window's size, or as the person wants it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.screen import Screen

_BROAD = 150
"""Columns from which on two articles stand side by side in the reader's place."""
_LOWER_THAN = {"middling": 30, "low": 20, "tiny": 9, "minute": 5}
"""Names of heights, by the lines from which on they are none."""


class Arrangement(StrEnum):
    """How the two panes stand."""

    AUTO = "auto"
    SIDE = "side"
    STACKED = "stacked"
    ONE = "one"


def arrangement_for(width: int, height: int) -> Arrangement:
    """Choose by the size of the window."""
    if width <= 45 or height < 14:
        return Arrangement.ONE
    return Arrangement.SIDE if width >= 100 else Arrangement.STACKED


def arrange(screen: Screen[None], arrangement: Arrangement, width: int, height: int) -> None:
    """Give a screen the classes by which explorer.tcss sets its panes, and leaves out what does not fit."""
    chosen = arrangement_for(width, height) if arrangement is Arrangement.AUTO else arrangement
    classes = {f"-{other}": other is chosen for other in Arrangement if other is not Arrangement.AUTO}
    classes |= {f"-{name}": height < lines for name, lines in _LOWER_THAN.items()}
    screen.update_classes(classes | {"-broad": width >= _BROAD})  # At once: every change applies all styles.
