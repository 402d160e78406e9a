"""Lines for somebody at a terminal, without a screen: Arabic as that terminal needs it."""

from __future__ import annotations

import shutil
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, TextIO

from rich.color import ColorSystem
from rich.style import Style

from tui.arabic import Mark, Writing, write
from tui.terminal import BidiMode, profile
from tui.terminal.choices import chosen_for, wished

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from core.bidi import Base
    from core.model import Span
    from tui.terminal import Profile

_MARKED = Style(bold=True)
_NARROWEST = 20


class Listing:
    """Draws lines to a terminal, each as wide as that."""

    def __init__(self, environ: Mapping[str, str], out: TextIO = sys.stdout) -> None:
        """Take a terminal as it is known by the environment and what the person chose for it."""
        self._out = out
        self._told = _treatment(environ)
        self._width = max(shutil.get_terminal_size().columns, _NARROWEST)

    def line(self, text: str, marks: Iterable[Span] = (), *, base: Base = "ltr") -> None:
        """Draw one line, shortened where it does not fit.

        Args:
            text: the words in their logical order.
            marks: what stands out, in code points of `text`.
            base: the direction; a right-to-left line stands at the right.
        """
        strip = write(
            text,
            self._width - 1,  # The last column would make some terminals wrap.
            Writing(self._told.mode, self._told.marks),
            marks=[Mark(span.start, span.end, _MARKED) for span in marks],
            base=base,
        )
        drawn = "".join(
            segment.style.render(segment.text, color_system=ColorSystem.STANDARD)
            if segment.style
            else segment.text
            for segment in strip
        )
        self._out.write(f"{self._told.enter}{drawn.rstrip(' ')}{self._told.leave}\n")


def _treatment(environ: Mapping[str, str]) -> Profile:
    """Return how to treat the terminal where nothing holds for all rows: these are not ours."""
    seen = profile(environ)
    wish = wished(BidiMode.AUTO, environ)
    if wish is BidiMode.AUTO:
        wish = chosen_for(seen, environ) or BidiMode.AUTO
    told = profile(environ, wish)
    return replace(told, mode=told.late or told.mode, enter="", leave="") if told.all_rows else told
