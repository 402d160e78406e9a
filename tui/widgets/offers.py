"""The list of the palette: the keys, what is done, and what is said of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.segment import Segment

from tui import palette
from tui.arabic import Mark, abreast, write
from tui.widgets.rows import RowList

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual import events
    from textual.strip import Strip

    from tui.fuzzy import Fit
    from tui.screens.offer import Offer

_KEYS = 12
"""Cells of the column with the keys."""
_BETWEEN = " — "


@dataclass(frozen=True, slots=True)
class Found:
    """An action, and how well what was typed fits it."""

    offer: Offer
    fit: Fit


class OffersView(RowList[Found]):
    """Actions, the best first, one of them selected; a click does one."""

    class Moved(RowList.Moved):
        """Another action was selected, by key or mouse."""

    def __init__(self, clicked: Callable[[], None]) -> None:
        """List nothing yet.

        Args:
            clicked: does what is selected.
        """
        super().__init__()
        self._clicked = clicked

    def draw(self, row: Found, *, selected: bool) -> Strip:
        """Draw an action; the letters that were typed are underlined in its name."""
        style = palette.SELECTED if selected else palette.PLAIN
        sign = palette.CURSOR_SIGN if selected else " "
        keys = row.offer.keys
        keys += " " * max(_KEYS - cell_len(keys), 1)
        name = row.offer.names[0]
        words = f"{name}{_BETWEEN}{row.offer.sentence}" if row.offer.sentence else name
        marks = [Mark(start, end, palette.HEADING) for start, end in row.fit.places]
        if not selected:
            marks.append(Mark(len(name), len(words), palette.DIM))
        room = max(self.size.width - cell_len(sign) - cell_len(keys), 0)
        line = write(words, room, self._writing, style, marks, base=self._writing.base)
        column = Segment(keys, style if selected else palette.KEY)
        return abreast([[Segment(sign, style)], [column], line], self.size.width, self._writing)

    def on_click(self, event: events.Click) -> None:
        """Do the action under the mouse."""
        event.stop()
        if self.top + event.y < len(self.rows):
            self.select(self.top + event.y)
            self._clicked()
