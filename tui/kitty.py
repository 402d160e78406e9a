"""What kitty must be sent so that it shows a line as it was laid out.

Measured with kitty 0.26.5, pixel by pixel against `force_ltr yes`. It hands HarfBuzz one run after the other:
a run is a stretch of cells of one font; blanks and box drawings belong to none. HarfBuzz takes the direction
of a whole run from its first character that has a script (punctuation, «،», tatweel and the digits 0-9 have
none), and where that is right to left it turns everything in the run round, Latin and digits too, and mirrors
the brackets. Colours, underlines and reverse stay with the cell and end no run; bold and italic are fonts of
their own, and do. A character that the font lacks comes from another font, and a letter with its marks.

Where the main font has Arabic, a run is so a word with all that touches it; where it has none, Arabic comes
from another font, and a run is a stretch of Arabic alone. Presentation forms keep one cell a cluster in both;
of base letters, lam and alef would take two and leave a gap. Marks drift in a run that is turned, whatever is
sent: they are better left out.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from core.bidi.properties import properties
from tui.arabic import Drawn

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


_RTL = re.compile(
    "[\u05be-\u05f4\u0608\u060b\u060d\u061d\u061e\u0620-\u063f\u0641-\u064a\u0660-\u066f\u0671-\u06d5\u06de-\u08ff"
    "\ufb1d-\ufd3d\ufd50-\ufdff\ufe70-\ufefc]"
)
"""Has a script that runs from right to left."""
_LTR = re.compile("[A-Za-zªº\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02b8\u0370-\u058f\u1e00-\u1fff]")
_COMMON_ARABIC = re.compile("[\u0600-\u0670\u0672-\u06ff\ufb52-\ufbff\ufe70-\ufefc]")
_RARE = re.compile("[\u0590-\u05ff\u0700-\u08ff\u1100-\u11ff\u2e80-\uffff\U00010000-\U0010ffff]")
"""Of neither the main font nor that of common Arabic, where it is not common Arabic."""
_OF_NO_FONT = re.compile("[ \u2500-\u259f\u2800-\u28ff]")


def turned(cells: Iterable[Drawn], *, words: bool) -> Iterator[Drawn]:
    """Yield what to send: the text of each run turned round, the styles where they were.

    Args:
        cells: a line as it is to be seen, from left to right.
        words: whether the main font has Arabic, so that runs are words and not stretches of Arabic.
    """

    def font(cell: Drawn) -> tuple[str, object, object]:
        return _font(cell.text[:1], words=words), cell.style.bold, cell.style.italic

    for (name, *_), group in groupby(cells, font):
        run = list(group)
        if not name:
            yield from run
            continue
        texts = _turned([cell.text for cell in run])
        yield from (Drawn(text, cell.style) for text, cell in zip(texts, run, strict=True))


def _font(char: str, *, words: bool) -> str:
    """Name the font of a character; empty where it is in no run, or in one that is never turned."""
    if _COMMON_ARABIC.match(char):
        return "main" if words else "arabic"
    if _RARE.match(char):
        return "rare"
    return "main" if words and not _OF_NO_FONT.match(char) else ""


def _turned(run: list[str]) -> list[str]:
    """Return what of a run is to be sent so that it is seen as given."""
    scripts = [number for number, text in enumerate(run) if _RTL.match(text) or _LTR.match(text)]
    if not scripts or _LTR.match(run[scripts[0]]):
        return run
    last = scripts[-1]
    if _LTR.match(run[last]):
        # A run that begins and ends so can be sent in no order: its Latin end is seen before its Arabic
        # instead of behind it, and both can be read.
        while last and not _RTL.match(run[last - 1]):
            last -= 1
        run = run[last:] + run[:last]
    images = properties().mirror
    return [images.get(text[:1], text[:1]) + text[1:] for text in reversed(run)]
