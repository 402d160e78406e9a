"""The screen that the program means, as text: drawn by tmux, which draws what it is sent."""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING

from tests.pty.tmux import Tmux, program
from tests.terminals.article import STANDS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tests.terminals.picture import Grid

_INTERVAL = 1.0


def screen_text(article: Path, grid: Grid, mode: str, *, marks: bool) -> Sequence[str]:
    """Return the rows of the explorer with an article, in a terminal of a size.

    Args:
        article: the file.
        grid: the size.
        mode: the mode that the footer is to name; the other rows are those of visual.
        marks: whether marks are drawn.
    """
    *rows, footer = _drawn(article, grid, "visual", marks=marks)
    if mode != "visual":
        footer = _drawn(article, grid, mode, marks=marks)[-1]  # Which keys it names depends on the room left.
    return (*rows, footer)


def _drawn(article: Path, grid: Grid, mode: str, *, marks: bool) -> Sequence[str]:
    words = program("--bidi", mode, "--marks", "on" if marks else "off", str(article))
    with Tmux(words, grid.columns, grid.rows) as terminal:
        return _at_rest(terminal)


def _at_rest(terminal: Tmux) -> Sequence[str]:
    """Return the screen once the article was analysed and nothing moves any more."""
    lines: Sequence[str] = ()
    while lines != (now := terminal.until(_whole)):
        lines = now
        time.sleep(_INTERVAL)
    return lines


def _whole(lines: Sequence[str]) -> bool:
    return any(re.search(STANDS, line) for line in lines) and not any("analysing" in line for line in lines)
